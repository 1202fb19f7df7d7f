// SPDX-License-Identifier: BSL-1.0

// Who of a report does what, and what a sentence promises beside its figures.

#include "reading/reports.hpp"

using namespace std::chrono_literals;
using reports::indicator_of;

namespace {

std::vector<std::string> tasks_of(const std::string& sentences) {
  std::vector<std::string> titles;
  const jj::Plan plan = jj::read_report("2031年重点工作\n一、工作\n" + sentences + "\n").plan();
  for (const jj::Node task : plan.tasks()) titles.emplace_back(task.title());
  return titles;
}
using Titles = std::vector<std::string>;

}  // namespace

TEST_CASE("a bracket inside a sentence speaks of that sentence") {
  const auto reading = jj::read_report(
      "2031年重点工作\n一、工作\n新建公厕6座（县住建局，8月底前）。建设公园2个。新增车位300个（责任"
      "单位："
      "县城管局）。\n");
  const jj::Plan plan = reading.plan();
  CHECK(indicator_of(reading, plan, "6座").owner() == "县住建局");
  CHECK(indicator_of(reading, plan, "6座").due() == jj::Date(2031y / 8 / 31));
  CHECK(indicator_of(reading, plan, "2个").owner().empty());
  CHECK(indicator_of(reading, plan, "300个").owner() == "县城管局");
}

TEST_CASE("the only bracket of an item, at its end, speaks of all of it") {
  const auto reading = jj::read_report(
      "2031年重点工作\n一、工作\n新建公厕6座，建设公园2个。新增车位300个（责任单位：县城管局）。"
      "\n");
  const jj::Plan plan = reading.plan();
  CHECK(indicator_of(reading, plan, "6座").owner() == "县城管局");
  CHECK(indicator_of(reading, plan, "300个").owner() == "县城管局");
}

TEST_CASE("lines below an item say who does it by when") {
  const auto reading = jj::read_report(
      "2031年重点工作\n一、抓项目\n1.新建学校3所。\n牵头单位：市教育局\n完成时限：8月底前\n"
      "2.建成污水处理厂。\n牵头单位：市水利局\n完成时限：11月底前\n");
  const jj::Plan plan = reading.plan();
  CHECK(indicator_of(reading, plan, "3所").owner() == "市教育局");
  CHECK(indicator_of(reading, plan, "3所").due() == jj::Date(2031y / 8 / 31));
  REQUIRE(plan.tasks().size() == 1);
  CHECK(plan.tasks()[0].owner() == "市水利局");
}

TEST_CASE("a cell that is broken over lines keeps its row") {
  const auto reading = jj::read_report(
      "2031年重点任务分解表\n目标任务\t责任单位\t完成时限\n新建学校3所\t市教育局\t8月底前\n"
      "建设高标准农田3万亩，\n改造低产田1万亩\t市农业农村局\t11月底前\n"
      "新建公园2个\t市住建局、\n市城管局\t10月底前\n");
  const jj::Plan plan = reading.plan();
  for (const char* number : {"3万亩", "1万亩"}) {
    CHECK(indicator_of(reading, plan, number).owner() == "市农业农村局");
    CHECK(indicator_of(reading, plan, number).due() == jj::Date(2031y / 11 / 30));
  }
  const jj::Node parks = indicator_of(reading, plan, "2个");
  CHECK(parks.owner() == "市住建局");
  REQUIRE(parks.supporting().size() == 1);
  CHECK(parks.supporting()[0] == "市城管局");
}

TEST_CASE("cells of a table without its head are no tasks") {
  CHECK(tasks_of("● 责任单位\n● 县工信局\n● 2026年11月底前\n● 完成时限\n● 推进港口扩能\n") ==
        Titles{"推进港口扩能"});
}

TEST_CASE("what is done beside a figure of another subject is a task") {
  CHECK(tasks_of("深化“高效办成一件事”改革，事项网办率达90%以上。") ==
        Titles{"深化“高效办成一件事”改革"});
  CHECK(tasks_of("推进国企改革，启动水价改革，资产负债率控制在60%以内。") ==
        Titles{"推进国企改革", "启动水价改革"});
  CHECK(tasks_of("通过实施改造工程，污水收集率达到80%。").empty());
  CHECK(tasks_of("实施重点项目120个，完成投资超300亿元。").empty());
}

TEST_CASE("what only cheers is no task") {
  CHECK(tasks_of("大力弘扬工匠精神，凝聚奋进力量。奋力谱写新篇章。推动经济高质量发展。").empty());
  CHECK(tasks_of("出台支持民营经济高质量发展的政策措施。").size() == 1);
  CHECK(tasks_of("推进港口扩能，奋力开创新局面。") == Titles{"推进港口扩能"});
}

TEST_CASE("a heading's bracket is in charge of what stands beneath and has nobody else") {
  const auto reading = jj::read_report(
      "2031年重点工作\n一、抓水利（责任单位：县水利局、县财政局）\n新建泵站3座。\n"
      "清淤河道20公里。（县城管局）\n整治山塘18处。\n二、抓教育\n新建学校2所。\n");
  const jj::Plan plan = reading.plan();
  CHECK(plan["1.1"].title() == "抓水利");
  CHECK(plan["1.1"].owner() == "县水利局");
  CHECK(indicator_of(reading, plan, "20公里").owner() == "县城管局");
  CHECK(indicator_of(reading, plan, "18处").owner() == "县水利局");
  CHECK(indicator_of(reading, plan, "2所").owner().empty());
}

TEST_CASE("a line of units right below a heading is in charge of what stands beneath") {
  const auto reading = jj::read_report(
      "2031年重点工作\n一、抓水利\n责任单位：县水利局、县财政局\n新建泵站3座。\n新建水闸2座。\n"
      "二、抓教育\n新建学校4所。\n");
  const jj::Plan plan = reading.plan();
  CHECK(indicator_of(reading, plan, "3座").owner() == "县水利局");
  CHECK(indicator_of(reading, plan, "2座").owner() == "县水利局");
  CHECK(indicator_of(reading, plan, "4所").owner().empty());
}

TEST_CASE("a bracket that may name a unit is listed and makes no task") {
  const auto reading =
      jj::read_report("2031年重点工作\n一、抓教育\n开办课程20门。（老年大学堂）\n");
  CHECK(reports::has_code(reading, "owner_unread"));
  CHECK(reading.plan().tasks().size() == 0);
}

TEST_CASE("a cell says in words or by a gap who leads and who supports") {
  const auto reading = jj::read_report(
      "2031年重点任务分解表\n序号\t重点任务\t责任单位\n"
      "1\t新建泵站3座\t区财政局、区水务局（牵头）\n2\t新建学校2所\t牵头：区教育局；配合：区财政局\n"
      "3\t新建公园4座\t区城管局 区财政局\n4\t新建公厕5座（区城管局牵头）\t/\n");
  const jj::Plan plan = reading.plan();
  CHECK(indicator_of(reading, plan, "3座").owner() == "区水务局");
  CHECK(indicator_of(reading, plan, "2所").owner() == "区教育局");
  CHECK(indicator_of(reading, plan, "4座").owner() == "区城管局");
  CHECK(indicator_of(reading, plan, "4座").supporting().size() == 1);
}

TEST_CASE("a bracket without 底前 gives the due as well") {
  const auto reading = jj::read_report(
      "2031年重点工作\n一、抓水利\n新建泵站3座。（责任单位：县水利局；完成时限：2031年8月）\n"
      "新建码头2座（县港航局，10月）。\n");
  const jj::Plan plan = reading.plan();
  CHECK(indicator_of(reading, plan, "3座").due() == jj::Date(2031y / 8 / 31));
  CHECK(indicator_of(reading, plan, "2座").due() == jj::Date(2031y / 10 / 31));
}
