// SPDX-License-Identifier: BSL-1.0

// What a report tells of the year before, and what a person should look at.

#include "reading/reports.hpp"

using namespace std::chrono_literals;

TEST_CASE("what is told is a reading of this year's indicator") {
  const auto reading = jj::read_report(reports::small);
  const auto seen = reading.observations.of("t.1");
  REQUIRE(seen.size() == 1);
  CHECK(seen[0].observed_on == jj::Date(2030y / 12 / 31));
  CHECK(seen[0].value == 5.5);
  CHECK(seen[0].options.stage == jj::Stage::estimate);
}

TEST_CASE("what is not tied is watched") {
  const auto reading = jj::read_report(reports::small);
  const jj::Plan plan = reading.plan();
  REQUIRE(plan["r"].children().size() == 2);
  CHECK_FALSE(plan["r.1"].target());
  CHECK(reading.observations.of("r.1").at(0).value == 40);
  CHECK(reports::has_code(reading, "not_tied"));
}

TEST_CASE("a stock is not tied to a flow of the same subject") {
  const auto reading = jj::read_report(
      "2031年政府工作报告\n一、2030年工作回顾\n经营主体超31万户。\n二、2031年重点工作\n"
      "新增经营主体5.6万户。\n");
  REQUIRE(reading.observations.size() == 1);
  CHECK(reading.observations[0].id == "r.1");
  CHECK(holds(reading.observations[0].options.note, "下限"));
  REQUIRE(reading.review.size() == 1);
  REQUIRE(reading.review[0].alternatives.size() == 1);
  CHECK(holds(reading.review[0].alternatives[0], "经营主体"));
}

TEST_CASE("whose it is tells series apart, the place of 新增 does not") {
  const auto apart = jj::read_report(
      "2031年政府工作报告\n一、2030年工作回顾\n新增就业2万人。\n二、2031年主要预期目标\n"
      "城镇新增就业1.2万人。\n");
  REQUIRE(apart.observations.size() == 1);
  CHECK(apart.observations[0].id == "r.1");
  const auto same = jj::read_report(
      "2031年政府工作报告\n一、2030年工作回顾\n新增城镇就业1.1万人。\n二、2031年主要预期目标\n"
      "城镇新增就业1.2万人。\n");
  REQUIRE(same.observations.size() == 1);
  CHECK(same.observations[0].id == "t.1");
}

TEST_CASE("the words of what is watched hold its subject and its figure") {
  const auto reading = jj::read_report(
      "2031年政府工作报告\n一、2030年工作回顾\n地区生产总值312.6亿元。规上企业总数达168家。\n");
  const jj::Plan plan = reading.plan();
  const auto words = [&](const char* id) {
    const jj::Source& source = plan[id].source();
    return reading.text.substr(*source.begin, *source.end - *source.begin);
  };
  CHECK(words("r.1") == "地区生产总值312.6亿元");
  CHECK(words("r.2") == "规上企业总数达168家");
}

TEST_CASE("two readings never contradict each other") {
  const auto reading = jj::read_report(
      "2031年政府工作报告\n一、2030年工作回顾\n地区生产总值增长5.5%。地区生产总值增长5.8%。\n"
      "二、2031年主要预期目标\n地区生产总值增长6%。\n");
  REQUIRE(reading.observations.size() == 2);
  CHECK(reading.observations[0].id == "t.1");
  CHECK(reading.observations[1].id == "r.1");
  CHECK_NOTHROW(reading.observations.check());
}

TEST_CASE("every doubt of a figure is listed with its place") {
  const auto reading = jj::read_report(reports::small);
  for (const jj::reading::ReviewItem& item : reading.review) {
    INFO(item.code << " " << item.text);
    CHECK(item.words.end <= reading.text.size());
    CHECK_FALSE(item.reason.empty());
    if (item.code != "approximate") continue;
    CHECK(holds(item.words.of(reading.text), "200家"));
    CHECK(holds(item.text, "培育近200家示范企业"));
  }
  CHECK(reports::has_code(reading, "approximate"));
}

TEST_CASE("a long sentence does not make its doubts long") {
  std::string text = "2031年重点工作\n一、抓项目\n";
  for (int i = 0; i < 2000; ++i) text += "培育近200家企业、";
  const auto reading = jj::read_report(text);
  CHECK(reading.review.size() >= 2000);
  for (const jj::reading::ReviewItem& item : reading.review) CHECK(item.text.size() < 500);
}

TEST_CASE("every number in digits is accounted for") {
  for (const std::string& text : {std::string(reports::small), reports::data("classical.txt"),
                                  reports::data("task_table.txt")}) {
    const auto coverage = jj::read_report(text).coverage;
    CHECK(coverage.digits > 15);
    CHECK(coverage.in_nodes + coverage.in_observations + coverage.in_traps == coverage.digits);
  }
}

TEST_CASE("passages come in order and none lies over another") {
  for (const char* name : {"newspaper.txt", "classical.txt", "task_table.txt"}) {
    const auto reading = jj::read_report(reports::data(name));
    std::size_t end = 0;
    bool is_in_order = true;
    for (const jj::reading::Passage& passage : reading.passages) {
      is_in_order = is_in_order && passage.words.begin >= end && !passage.words.empty();
      end = passage.words.end;
    }
    CHECK(is_in_order);
    CHECK(reading.passages.size() > 30);
  }
}

TEST_CASE("a report that says of no part what it is for is to be looked at, once") {
  const auto reading = jj::read_report(
      "现在，请审议。推动高新企业超900家，取得进展。\n\n我们改造老旧小区40个。大家努力。\n",
      {.year = 2031});
  CHECK(reading.plan().indicators().size() == 2);
  const auto all = reports::codes(reading);
  CHECK(std::count(all.begin(), all.end(), "part_uncertain") == 1);
}

TEST_CASE("a text in another language is one thing to look at") {
  std::string english = "Government work report 2031\n";
  for (int i = 0; i < 20; ++i) english += "We will build 30 new schools and raise output by 6%.\n";
  const auto reading = jj::read_report(english);
  CHECK(reading.plan().size() == 0);
  CHECK(reports::codes(reading) == std::vector<std::string>{"not_chinese"});
  CHECK(jj::read_report("2031年重点工作\n一、AI\n引进NVIDIA、OpenAI等企业5家。\n").review.empty());
}

TEST_CASE("the same indicator in other words is tied") {
  const auto reading = jj::read_report(
      "云溪县2031年政府工作报告\n一、2030年工作回顾\n全县生产总值增长5.8%。"
      "全县实现规上工业产值增长9%。\n"
      "二、2031年主要预期目标\n地区生产总值增长6%。规上工业产值增长8%。\n"
      "三、2031年重点工作\n推进港口扩能。\n");
  CHECK(reading.observations.size() == 2);
  CHECK_FALSE(reports::has_code(reading, "not_tied"));
}
