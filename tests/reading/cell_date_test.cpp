// SPDX-License-Identifier: BSL-1.0

// What a cell under 完成时限 says of when.

#include "reading/draft/cell_date.hpp"

#include "support/catch.hpp"

using namespace jinjiang;
using reading::read_bracket_date;
using reading::read_cell_date;

namespace {

std::string due(std::string_view cell) {
  const auto date = read_cell_date(cell, 2031);
  return date.due ? to_string(*date.due) : date.is_open ? "open" : "unread";
}
std::string due_of_bracket(std::string_view bracket) {
  const auto date = read_bracket_date(bracket, 2031);
  return date && date->due ? to_string(*date->due) : "none";
}

}  // namespace

TEST_CASE("a month of a cell is a limit without 底前") {
  CHECK(due("7月") == "2031-07-31");
  CHECK(due("2031年4月") == "2031-04-30");
  CHECK(due("2031年4月底前") == "2031-04-30");
  CHECK(due("十一月底") == "2031-11-30");
  CHECK(due("2032年2月") == "2032-02-29");
  CHECK(due("明年5月") == "2032-05-31");
  CHECK(due("７月") == "2031-07-31");
  CHECK(due("8月前") == "2031-07-31");
}

TEST_CASE("a day of a cell is read in every way that days are written") {
  CHECK(due("2031年10月15日") == "2031-10-15");
  CHECK(due("10月15日前") == "2031-10-15");
  CHECK(due("十月十五日") == "2031-10-15");
  CHECK(due("2031.10.15") == "2031-10-15");
  CHECK(due("2031-10-15") == "2031-10-15");
  CHECK(due("2031/10/5") == "2031-10-05");
  CHECK(due("20311015") == "2031-10-15");
  CHECK(due("2031.10") == "2031-10-31");
  CHECK(due("10.15") == "2031-10-15");
  CHECK(due("5月上旬") == "2031-05-10");
  CHECK(due("5月中旬前") == "2031-05-20");
  CHECK(due("5月下旬") == "2031-05-31");
}

TEST_CASE("quarters, halves and years of a cell end with their last day") {
  CHECK(due("二季度") == "2031-06-30");
  CHECK(due("2031年第三季度") == "2031-09-30");
  CHECK(due("第1季度末") == "2031-03-31");
  CHECK(due("前三季度") == "2031-09-30");
  CHECK(due("Q3") == "2031-09-30");
  CHECK(due("2032年上半年") == "2032-06-30");
  CHECK(due("下半年") == "2031-12-31");
  CHECK(due("2031年") == "2031-12-31");
  CHECK(due("2033年底") == "2033-12-31");
  CHECK(due("全年") == "2031-12-31");
}

TEST_CASE("the last of several days counts, and a start is none") {
  CHECK(due("2031年2—8月") == "2031-08-31");
  CHECK(due("3月至2032年4月") == "2032-04-30");
  CHECK(due("4月完成选址、10月底前完工") == "2031-10-31");
  CHECK(due("每月通报，11月底前办结") == "2031-11-30");
  CHECK(due("3月启动，9月完成") == "2031-09-30");
  CHECK(due("3月起") == "unread");
}

TEST_CASE("a cell without a day is open or unread, never the year's end in silence") {
  CHECK(due("长期坚持") == "open");
  CHECK(due("持续推进") == "open");
  CHECK(due("每季度") == "open");
  CHECK(due("—") == "open");
  CHECK(due("/") == "open");
  CHECK(due("按序时进度") == "unread");
  CHECK(due("汛期前") == "unread");
  CHECK(due("三年内") == "unread");
  CHECK(due("13月") == "unread");
  CHECK(read_cell_date("2月30日", 2031).is_corrected);
  CHECK_FALSE(read_cell_date("2月28日", 2031).is_corrected);
}

TEST_CASE("a bracket gives its day behind 完成时限 or in a part of its own") {
  CHECK(due_of_bracket("（责任单位：市水利局；完成时限：2031年8月）") == "2031-08-31");
  CHECK(due_of_bracket("（完成时间：9月20日，责任单位：市水利局）") == "2031-09-20");
  CHECK(due_of_bracket("〔市水利局，8月〕") == "2031-08-31");
  CHECK(due_of_bracket("（市水利局、市住建局）") == "none");
  CHECK(due_of_bracket("（市水利局牵头）") == "none");
}
