// SPDX-License-Identifier: BSL-1.0

// What becomes of a report: goals, indicators, tasks.

#include <sstream>

#include "reading/reports.hpp"

using namespace std::chrono_literals;
using reports::indicator_of;

TEST_CASE("headings become goals by their place") {
  const jj::Plan plan = jj::read_report(reports::small).plan();
  const auto investment = plan.find("扩大有效投资");
  REQUIRE(investment.size() == 1);
  CHECK(investment[0].kind() == jj::NodeKind::goal);
  CHECK(plan["t"].title() == "主要预期目标");
  for (const jj::Node part : investment[0].children())
    CHECK(part.id().starts_with(std::string(investment[0].id()) + "."));
}

TEST_CASE("figures become indicators with their words") {
  const auto reading = jj::read_report(reports::small);
  const jj::Plan plan = reading.plan();
  const jj::Node spending = indicator_of(reading, plan, "300亿元");
  CHECK(*spending.target() == jj::above(300, "亿元", {.measure = jj::Measure::increment}));
  const jj::Node rate = indicator_of(reading, plan, "95%");
  CHECK(rate.firmness() == jj::Firmness::stretch);
  const jj::Source& source = spending.source();
  CHECK(source.document == "海湾市2031年政府工作报告");
  REQUIRE(source.begin);
  CHECK(holds(std::string_view(reading.text).substr(*source.begin, *source.end - *source.begin),
              "超300亿元"));
  CHECK(holds(source.section, "扩大有效投资"));
}

TEST_CASE("a project with a stage and a day is a task, its verb last") {
  for (const char* words : {"县医院新院区年底前投入使用", "滨江大桥6月底前建成通车"}) {
    CAPTURE(words);
    const jj::Plan plan =
        jj::read_report("2026年报告\n一、重点工作\n" + std::string(words) + "。\n").plan();
    REQUIRE(plan.find(words).size() == 1);
    CHECK(plan.find(words)[0].kind() == jj::NodeKind::task);
  }
}

TEST_CASE("commitments without figures become tasks") {
  const jj::Plan plan = jj::read_report(reports::small).plan();
  for (const char* title : {"组建产业引导基金", "设立招商服务中心", "推进“百日攻坚”行动"}) {
    const auto found = plan.find(title);
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind() == jj::NodeKind::task);
  }
  CHECK(plan.find("时间银行").at(0).firmness() == jj::Firmness::exploratory);
}

TEST_CASE("a bracket puts somebody in charge of what stands before it") {
  const auto reading = jj::read_report(reports::small);
  const jj::Plan plan = reading.plan();
  const jj::Node spending = indicator_of(reading, plan, "300亿元");
  CHECK(spending.owner() == "市发改局");
  REQUIRE(spending.supporting().size() == 1);
  CHECK(spending.supporting()[0] == "市财政局");
  CHECK(indicator_of(reading, plan, "50个").owner().empty());
}

TEST_CASE("a deadline is the due date") {
  const auto reading = jj::read_report(reports::small);
  const jj::Plan plan = reading.plan();
  CHECK(indicator_of(reading, plan, "12个").due() == jj::Date(2031y / 6 / 30));
  const auto to_the_day = jj::read_report("2031年重点工作\n一、交通\n9月15日前建成桥梁3座。");
  CHECK(indicator_of(to_the_day, to_the_day.plan(), "3座").due() == jj::Date(2031y / 9 / 15));
  const auto no_day = jj::read_report("2031年重点工作\n一、交通\n2月30日前建成桥梁3座。");
  CHECK(indicator_of(no_day, no_day.plan(), "3座").due() == jj::Date(2031y / 2 / 28));
  CHECK(reports::has_code(no_day, "no_such_day"));
  const auto later = jj::read_report("2031年重点工作\n一、能源\n到2033年光伏装机达到50万千瓦。");
  CHECK(indicator_of(later, later.plan(), "50万千瓦").due() == jj::Date(2033y / 12 / 31));
}

TEST_CASE("a relative target follows this year's indicator of the series") {
  const auto reading = jj::read_report(reports::small);
  const jj::Plan plan = reading.plan();
  const auto income = plan.find("居民收入");
  REQUIRE(income.size() == 1);
  const auto target = income[0].target();
  REQUIRE(target->relative_to());
  CHECK(plan[target->relative_to()->indicator].title() == "地区生产总值增长");
}

TEST_CASE("a relative target of another body's series follows a watched indicator") {
  const jj::Plan plan =
      jj::read_report("2031年主要预期目标\n农民收入增速高于全省平均1个百分点。").plan();
  const jj::Node series = plan["s.1"];
  CHECK_FALSE(series.target());
  CHECK(holds(series.title(), "全省平均"));
  const auto relative = plan.find("农民收入").at(0).target();
  REQUIRE(relative);
  REQUIRE(relative->relative_to());
  CHECK(relative->relative_to()->indicator == "s.1");
  CHECK(relative->relative_to()->offset == 1);
}

TEST_CASE("a task that others set has no value") {
  const jj::Plan plan = jj::read_report("2031年主要预期目标\n完成省下达节能减排任务。").plan();
  REQUIRE(plan.indicators().size() == 1);
  CHECK_FALSE(plan.indicators()[0].target()->has_value());
  CHECK(holds(plan.indicators()[0].target()->set_by(), "省"));
}

TEST_CASE("rows of a table are read by their columns") {
  const auto reading = jj::read_report(reports::data("task_table.txt"));
  const jj::Plan plan = reading.plan();
  CHECK(plan.indicators().size() == 17);
  const jj::Node places = indicator_of(reading, plan, "620个");
  CHECK(places.owner() == "区卫健局");
  CHECK(places.due() == jj::Date(2025y / 6 / 30));
  CHECK(indicator_of(reading, plan, "99%").owner() == "区数据局");
}

TEST_CASE("the year is given, or the report's, or the latest that it names") {
  const auto year = [](std::string_view text, jj::ReportOptions options = {}) {
    return static_cast<int>(
        jj::read_report(text, options).plan().period().start().year_month_day().year());
  };
  CHECK(year(reports::small) == 2031);
  CHECK(year(reports::small, {.year = 2040}) == 2040);
  CHECK(year("一、抓投资\n签约项目30个。") == 2000);
  CHECK(reports::has_code(jj::read_report("一、抓投资\n签约项目30个。"), "year_unknown"));
  CHECK_THROWS_AS(jj::read_report("", {.year = 0}), jj::Error);
  CHECK_THROWS_AS(jj::read_report("", {.year = 10000}), jj::Error);
}

TEST_CASE("an empty report is an empty plan") {
  for (const char* text : {"", "\n", " \n\n\t\n"}) {
    const auto reading = jj::read_report(text);
    CHECK(reading.plan().size() == 0);
    CHECK(reading.coverage.share() == 1);
  }
}

TEST_CASE("a text that is not UTF-8 is refused with the byte") {
  CHECK(holds(message_of<jj::FormatError>([] { static_cast<void>(jj::read_report("年\xff")); }),
              "byte 3 of the report is not UTF-8"));
}

TEST_CASE("whatever stands in a report, the draft builds") {
  std::string deep = "2031年重点工作\n";
  for (int i = 0; i < 300; ++i) deep += "一、抓工作\n（一）抓落实\n1.抓项目\n(1)推进30个项目\n";
  std::string wide = "2031年重点工作\n一、抓";
  for (int i = 0; i < 5000; ++i) wide += "推进项目建设工作、";
  for (const std::string& text :
       {deep, wide, std::string("前0名，第1.5位，8至2家。推进9999999999999999999999999个项目"),
        std::string("2031年重点工作\n一、\x01\x02推进30个\x7f项目")}) {
    const auto reading = jj::read_report(text);
    CHECK_NOTHROW(reading.plan());
  }
}

TEST_CASE("a newspaper's summary, figure by figure") {
  const auto reading = jj::read_report(reports::data("newspaper.txt"));
  const jj::Plan plan = reading.plan();
  std::ostringstream found;
  for (const jj::Node node : plan.indicators()) {
    const auto target = node.target();
    if (!target) continue;
    found << node.id() << '\t' << to_string(target->comparator()) << '\t' << target->value() << '\t'
          << target->unit().symbol() << '\t' << to_string(target->measure()) << '\t'
          << to_string(target->firmness()) << '\n';
  }
  CHECK(found.str() == reports::data("newspaper_figures.tsv"));
  CHECK(reading.coverage.share() == 1);
}

TEST_CASE("a title or a slogan above every heading is no task") {
  const std::string work = "一、2031年重点工作\n推进港口扩能。\n";
  const auto titles = [](const std::string& text) {
    std::vector<std::string> all;
    const jj::Plan plan = jj::read_report(text).plan();
    for (const jj::Node task : plan.tasks()) all.emplace_back(task.title());
    return all;
  };
  CHECK(titles("海湾市2031年政府工作报告\n实施“1+6”专项行动\n奋力打造现代化示范\n" + work) ==
        std::vector<std::string>{"推进港口扩能"});
  CHECK(titles("海湾市2031年工作安排\n推进港口扩能\n建设会展中心\n").size() == 2);
}

TEST_CASE("a task is titled without what it is good for") {
  const jj::Plan plan =
      jj::read_report("2031年重点工作\n一、民生\n改造一批老旧小区，提升群众获得感。\n").plan();
  REQUIRE(plan.tasks().size() == 1);
  CHECK(plan.tasks()[0].title() == "改造一批老旧小区");
}

TEST_CASE("what never falls is held against its own past") {
  const jj::Plan plan =
      jj::read_report("2031年主要预期目标\n民生投入只增不减，粮食播种面积只增不减。\n").plan();
  REQUIRE(plan["s"].children().size() == 2);
  CHECK(plan["s.1"].title() == "上年水平：民生投入");
  const auto target = plan["t.2"].target();
  REQUIRE(target);
  REQUIRE(target->relative_to());
  CHECK(target->relative_to()->indicator == "s.2");
}

TEST_CASE("the verb before a list of stages holds for all of them") {
  const jj::Plan plan =
      jj::read_report("2031年重点工作\n一、项目\n力争大桥年底前通车、港口二期6月底前竣工。\n")
          .plan();
  REQUIRE(plan.tasks().size() == 2);
  CHECK(plan.tasks()[1].title() == "港口二期6月底前竣工");
  CHECK(plan.tasks()[1].firmness() == jj::Firmness::stretch);
  CHECK(plan.tasks()[1].due() == jj::Date(2031y / 6 / 30));
}

TEST_CASE("a deed of a quarter is a task that is due with it") {
  const jj::Plan plan = jj::read_report(
                            "海湾县2031年政府工作报告\n2031年重点工作\n一、强基础\n"
                            "一季度完成机构改革，全面推行告知承诺制，新增高频事项20项。\n")
                            .plan();
  REQUIRE(plan.tasks().size() == 2);
  CHECK(plan.tasks()[0].title() == "一季度完成机构改革");
  CHECK(plan.tasks()[0].due() == jj::Date::parse("2031-03-31"));
  CHECK(plan.tasks()[1].due() == jj::Date::parse("2031-12-31"));
  CHECK(plan.indicators()[0].due() == jj::Date::parse("2031-12-31"));
}

TEST_CASE("reading a report tells how far it is") {
  std::vector<double> shares;
  const jj::CallMonitor monitor(
      [&](const jj::CallState& state) {
        CHECK(state.call == jj::LongCall::read_report);
        shares.push_back(state.share.value());
      },
      0ms);
  CHECK(jj::read_report(reports::small).plan().size() > 0);
  CHECK(shares.size() > 3);
  CHECK(std::is_sorted(shares.begin(), shares.end()));
}
