// SPDX-License-Identifier: BSL-1.0

// Tables of tasks: how much of a task stands in a column of its own, and when it is due.

#include "reading/reports.hpp"

using namespace std::chrono_literals;
using reports::has_code;
using reports::indicator_of;

namespace {

const std::string title = "海湾区2031年重点任务分解表\n";

std::string titles_of(const std::string& table) {
  std::string all;
  const jj::Plan plan = jj::read_report(title + table).plan();
  for (const jj::Node& node : plan.nodes()) {
    if (node.kind() == jj::NodeKind::goal || node.id().starts_with("r")) continue;
    all += (all.empty() ? "" : " | ") + std::string(node.title());
  }
  return all;
}

}  // namespace

TEST_CASE("the amount of a row goes on with its task") {
  const std::string rows =
      "1\t外贸进出口增长\t6%左右\t区商务局\t年底前\n"
      "2\t新建社区食堂\t12家\t区民政局\t9月\n"
      "3\t万元产值能耗\t不高于0.4吨标准煤\t区发改局\t12月\n"
      "4\tPM10平均浓度\t40微克/立方米\t区生态环境局\t12月\n";
  const auto reading = jj::read_report(title + "序号\t任务\t目标值\t牵头单位\t完成时限\n" + rows);
  const jj::Plan plan = reading.plan();
  const jj::Node trade = indicator_of(reading, plan, "6%");
  CHECK(trade.title() == "外贸进出口增长");
  CHECK(trade.target()->measure() == jj::Measure::growth);
  CHECK(trade.owner() == "区商务局");
  const jj::Node canteens = indicator_of(reading, plan, "12家");
  CHECK(canteens.title() == "新建社区食堂");
  CHECK(canteens.target()->measure() == jj::Measure::count);
  CHECK(canteens.due() == jj::Date(2031y / 9 / 30));
  const jj::Node dust = indicator_of(reading, plan, "40微克");
  CHECK(dust.title() == "PM10平均浓度");
  CHECK(dust.target()->value() == 40);
  CHECK(titles_of("| 序号 | 重点工作 | 年度目标 | 责任单位 |\n|---|---|---|---|\n"
                  "| 1 | 民间投资增长 | 9%以上 | 区发改局 |\n") == "民间投资增长");
  CHECK(titles_of("序号  工作内容  工作目标  责任单位\n1  更新电梯  30台  区住建局\n") ==
        "更新电梯");
}

TEST_CASE("an amount without a figure makes a task of the row") {
  const std::string head = "序号\t工作任务\t工作目标\t责任单位\n";
  CHECK(titles_of(head + "1\t城北水厂扩建工程\t主体封顶\t区水务局\n") ==
        "城北水厂扩建工程主体封顶");
  CHECK(titles_of(head + "1\t制定城市更新条例\t提请审议\t区司法局\n") ==
        "制定城市更新条例：提请审议");
  CHECK(titles_of(head + "1\t城北水厂通水\t通水\t区水务局\n") == "城北水厂通水");
  CHECK(titles_of(head + "1\t推进城北水厂建设\t—\t区水务局\n") == "推进城北水厂建设");
}

TEST_CASE("an amount with a subject of its own is read by itself") {
  const auto reading =
      jj::read_report(title +
                      "序号\t任务\t年度目标\t责任单位\n"
                      "1\t婴幼儿照护\t新增普惠托位260个；入托率达到18%\t区卫健局\n");
  const jj::Plan plan = reading.plan();
  CHECK(indicator_of(reading, plan, "260个").title() == "新增普惠托位");
  CHECK(indicator_of(reading, plan, "18%").title() == "入托率");
}

TEST_CASE("a row names a task whatever its words, and a line of one cell none") {
  const std::string head = "序号\t重点任务\t牵头单位\t完成时限\n";
  CHECK(titles_of(head + "1\t区体育馆地下车库消防验收\t区文体局\t6月\n") ==
        "区体育馆地下车库消防验收");
  CHECK(titles_of(head + "\t一、经济\t\t\n") == "");
}

TEST_CASE("what a column tells of the year before is a reading") {
  const auto reading =
      jj::read_report(title +
                      "序号\t指标名称\t2030年完成\t2031年目标\t2035年目标\t责任单位\n"
                      "1\t森林覆盖率\t43.1%\t43.5%\t45%\t区林业局\n");
  const jj::Plan plan = reading.plan();
  CHECK(indicator_of(reading, plan, "43.5%").title() == "森林覆盖率");
  CHECK(indicator_of(reading, plan, "45%").due() == jj::Date(2035y / 12 / 31));
  CHECK(reading.observations.size() == 1);
  CHECK(plan.indicators().size() == 3);  // 2031, 2035 and what is watched of 2030
}

TEST_CASE("two columns called by years alone are what was and what is to be") {
  const auto reading = jj::read_report(title +
                                       "序号\t指标名称\t2030年\t2031年\t责任单位\n"
                                       "1\t新增技能人才\t900人\t1200人\t区人社局\n");
  const jj::Plan plan = reading.plan();
  REQUIRE(plan.indicators().size() == 1);
  CHECK(plan.indicators()[0].target()->value() == 1200);
  CHECK(reading.observations.of(plan.indicators()[0].id()).size() == 1);
}

TEST_CASE("a column that does not say of which year it tells is listed") {
  const auto reading = jj::read_report(title +
                                       "序号\t任务\t目标值\t完成情况\t责任单位\n"
                                       "1\t新建公园\t8座\t已完成3座\t区城管局\n");
  CHECK(has_code(reading, "column_unread"));
  CHECK(reading.plan().indicators().size() == 1);
  CHECK(reading.observations.size() == 0);
}

TEST_CASE("a unit in a column of its own is that of the amount") {
  const auto reading = jj::read_report(title +
                                       "序号\t指标名称\t单位\t目标值\t责任单位\n"
                                       "1\t城镇化率\t%\t71.5\t区发改局\n"
                                       "2\t新增停车位\t个\t1800\t区城管局\n");
  const jj::Plan plan = reading.plan();
  REQUIRE(plan.indicators().size() == 2);
  CHECK(plan.indicators()[0].target()->value() == 71.5);
  CHECK(plan.indicators()[0].target()->measure() == jj::Measure::share);
  CHECK(plan.indicators()[1].target()->unit().symbol() == "个");
  CHECK(reading.coverage.share() == 1);
}

TEST_CASE("a row that speaks of projects is no head of a table") {
  const auto reading = jj::read_report(title +
                                       "序号\t重点任务\t具体举措\t牵头单位\t完成时限\n"
                                       "1\t招商引资\t签约项目25个；到位资金40亿元\t区投促局\t8月\n"
                                       "2\t项目建设\t开工项目16个；竣工9个\t区发改局\t10月\n");
  const jj::Plan plan = reading.plan();
  CHECK(plan.indicators().size() == 4);
  CHECK(indicator_of(reading, plan, "16个").owner() == "区发改局");
  CHECK(indicator_of(reading, plan, "9个").due() == jj::Date(2031y / 10 / 31));
}

TEST_CASE("a date in a cell does not make the rows below a review") {
  const std::string rows = "1\t改造菜场2个\t区商务局\t2030年12月\n2\t改造菜场5个\t区商务局\t5月\n";
  const auto reading = jj::read_report(title + "序号\t重点任务\t牵头单位\t完成时限\n" + rows);
  CHECK(reading.plan().indicators().size() == 2);
  CHECK(reading.observations.size() == 0);
  CHECK(has_code(reading, "due_passed"));
}

TEST_CASE("a time that no rule reads is listed for its node") {
  const auto reading = jj::read_report(title +
                                       "序号\t重点任务\t牵头单位\t完成时限\n"
                                       "1\t清淤河道30公里\t区水务局\t汛期前\n"
                                       "2\t新建公厕4座\t区城管局\t长期坚持\n"
                                       "3\t新建书店2家\t区文体局\t2月30日\n");
  CHECK(reports::codes(reading) == std::vector<std::string>{"due_unread", "no_such_day"});
  CHECK(reading.review[0].node == "1");
  CHECK(reading.review[1].node == "3");
}

TEST_CASE("a date before a colon is that of what stands behind") {
  const auto reading = jj::read_report(
      "2031年重点工作\n一、抓项目\n5月底前：建成云台隧道左线；8月底前：建成滨海公园3座。\n");
  const jj::Plan plan = reading.plan();
  CHECK(plan.tasks()[0].due() == jj::Date(2031y / 5 / 31));
  CHECK(indicator_of(reading, plan, "3座").due() == jj::Date(2031y / 8 / 31));
}

TEST_CASE("a name beside what is done for it is no task by itself") {
  CHECK(titles_of("序号\t项目\t主要内容\t责任单位\n1\t学位供给\t新增学位1200个\t区教育局\n"
                  "2\t校园安全\t完善护学岗机制\t区教育局\n") == "新增学位 | 完善护学岗机制");
}

TEST_CASE("an amount takes the unit that the head of its column names, and a start is no due") {
  const auto reading = jj::read_report(title +
                                       "序号\t项目名称\t年度投资计划（亿元）\t责任单位\t开工时间\n"
                                       "1\t城东污水处理厂\t1.5以上\t区水务局\t3月\n");
  const jj::Plan plan = reading.plan();
  REQUIRE(plan.indicators().size() == 1);
  const jj::Node plant = plan.indicators()[0];
  CHECK(plant.target()->comparator() == jj::Comparator::at_least);
  CHECK(plant.target()->value() == 1.5);
  CHECK(plant.target()->unit().symbol() == "亿元");
  CHECK(plant.title() == "城东污水处理厂");
  CHECK(plant.due() == jj::Date(2031y / 12 / 31));
  const auto shown = std::ranges::find(reading.passages, jj::reading::Outcome::indicator,
                                       &jj::reading::Passage::outcome);
  REQUIRE(shown != reading.passages.end());
  CHECK(reading.text.substr(shown->words.begin, 9 + 9 + 3) == "城东污水处理厂");
}

TEST_CASE("units stand before what bounds the amount, whichever column names them") {
  const std::string rows = title + "序号\t指标\t单位\t目标值\t责任单位\n";
  const auto reading = jj::read_report(rows + "1\t地区生产总值增速\t%\t6左右\t区发改局\n");
  const jj::Plan plan = reading.plan();
  REQUIRE(plan.indicators().size() == 1);
  CHECK(plan.indicators()[0].target()->measure() == jj::Measure::growth);
  CHECK(plan.indicators()[0].target()->value() == 6);
  const auto years = jj::read_report(title +
                                     "序号\t任务\t目标（2031年）\t责任单位\n"
                                     "1\t推进水厂扩建\t3\t区水务局\n");
  CHECK(reports::codes(years) == std::vector<std::string>{"unread"});
}
