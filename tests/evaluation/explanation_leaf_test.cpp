// SPDX-License-Identifier: BSL-1.0

// An explanation shows the figures that decided, in both languages.

#include "support/goal_plan.hpp"

using jj::Language;
using jj::Measure;

namespace {

std::string zh(const jj::Evaluation& now, const char* id = "x") {
  return jj::to_text(jj::explain(now, id), Language::zh);
}
std::string en(const jj::Evaluation& now, const char* id = "x") {
  return jj::to_text(jj::explain(now, id), Language::en);
}
jj::Unit unit(const char* symbol) { return jj::UnitTable::standard().at(symbol); }

/// 732 万元 in the year; the 30th of June is day 182 of 366.
jj::Target ceiling() { return jj::at_most(732, "万元", {.measure = Measure::increment}); }

/// Follows the watched indicator base, plus one point.
jj::Evaluation followed(std::optional<double> base) {
  const jj::Plan plan =
      year_plan()
          .indicator("base", "农村居民收入", std::nullopt)
          .indicator("x", "居民收入",
                     jj::Target::relative(jj::Comparator::above, {"base", 1}, unit("%"),
                                          {.measure = Measure::growth}))
          .build();
  jj::Observations seen;
  seen.add("x", day_100, 6.9);
  if (base) seen.add("base", day_100, *base);
  return jj::evaluate(plan, seen, day_100);
}

}  // namespace

TEST_CASE("the explanation of a ceiling shows allowance, reading and the whole") {
  const auto now = judge(ceiling(), {{mid_year, 400}}, mid_year);
  // 732 * 182 / 366 = 364; 1 - (400 - 364) / 364 = 0.9011
  CHECK(holds(zh(now), "到该日的限额：732 × 0.4973（线性，182/366 天）= 364 万元"));
  CHECK(holds(zh(now), "全期限额：≤ 732 万元，400 未超出"));
  CHECK(holds(zh(now), "进度 = 1 - (400 - 364) / 364 = 0.9011"));
  CHECK(holds(zh(now), "进度比 = 进度 = 0.9011"));
  CHECK_FALSE(holds(zh(now), "序时进度"));  // of a ceiling it would always be 1
  CHECK(holds(en(now), "allowance to that day: 732 × 0.4973 (linear, 182/366 days) = 364 万元"));
  CHECK(holds(en(now), "whole ceiling: ≤ 732 万元, kept by 400"));
  CHECK(holds(en(judge(ceiling(), {{mid_year, 800}}, year_end)), "≤ 732 万元, broken by 800"));
}

TEST_CASE("a ceiling without an allowance or without a reading says so") {
  const auto at_due =
      jj::at_most(732, "万元", {.measure = Measure::increment, .profile = jj::ProfileKind::at_due});
  const auto whole = judge(at_due, {{mid_year, 400}}, mid_year);
  CHECK(holds(zh(whole), "到该日尚无限额（到期才要求），与全额相比"));
  CHECK(holds(zh(whole), "(400 - 732) / 732 = 1.4536"));  // 1 + 332 / 732
  const auto unread = judge(ceiling(), {}, mid_year);
  CHECK(holds(zh(unread), "没有可用的实际值"));
  CHECK(holds(zh(unread), "0.4973（线性，182/366 天）= 364 万元"));
}

TEST_CASE("where no reading can be used, those that there are are counted by what is wrong") {
  jj::Observations seen;
  seen.add("x", 2023y / 12 / 31, 90);
  seen.add("x", 2022y / 12 / 31, 80);
  seen.add("x", day_100, 20, {.known_on = 2024y / 5 / 20});
  seen.add("x", year_end, 100);
  const jj::Plan plan = year_plan().indicator("x", "甲", year_count()).build();
  const auto now = jj::evaluate(plan, seen, 2024y / 4 / 30, {.known_by = 2024y / 4 / 30});
  CHECK(holds(zh(now),
              "没有可用的实际值：1 个晚于 2024-04-30，1 个在 2024-04-30 还不知道，"
              "2 个不在计划期内"));
  CHECK(holds(en(now),
              "no reading that can be used: 1 after 2024-04-30, "
              "1 not known by 2024-04-30, 2 outside the period"));
  const auto watched = year_plan().indicator("x", "甲", std::nullopt).build();
  CHECK(holds(zh(jj::evaluate(watched, seen, 2021y / 1 / 1)),
              "没有可用的实际值：4 个晚于 2021-01-01"));
}

TEST_CASE("the explanation of a relative target shows both readings and the bound") {
  const auto now = followed(6.1);
  CHECK(holds(zh(now), "目标：超 农村居民收入 + 1 个百分点"));
  CHECK(holds(zh(now), "实际值：6.9%"));
  CHECK(holds(zh(now), "所比指标：农村居民收入（base）同日为 6.1%，6.1 + 1 = 7.1"));
  CHECK(holds(zh(now), "达标线：> 7.1%，6.9 未达标"));
  CHECK(holds(zh(now), "(6.9 - 7.1) / 7.1 = 0.9718"));
  CHECK(holds(en(now), "target: above 农村居民收入 + 1 point,"));
  CHECK(holds(en(now), "relative to: 农村居民收入 (base), on the same day 6.1 %, 6.1 + 1 = 7.1"));
  CHECK(holds(en(now), "bound: > 7.1 %, not met by 6.9"));
}

TEST_CASE("a relative target whose reference is not read names it by its title") {
  CHECK(holds(zh(followed(std::nullopt)), "所比指标在同日没有实际值：农村居民收入（base）"));
}

TEST_CASE("the bound of about shows its tolerance, a strict one that the figure is not enough") {
  const auto about =
      judge(jj::about(6, "%", {.measure = Measure::growth}), {{day_100, 5.4}}, day_100);
  CHECK(holds(zh(about), "达标线：≥ 5.5%（6 - 允许偏差 0.5），5.4 未达标"));
  CHECK(holds(en(about), "bound: ≥ 5.5 % (6 - tolerance 0.5), not met by 5.4"));
  const auto strict = judge(jj::above(900, "家"), {{day_100, 900}}, year_end);
  CHECK(holds(zh(strict), "未完成"));
  CHECK(holds(zh(strict), "达标线：> 900 家，900 未达标"));
}

TEST_CASE("inside a range there is nothing to compute") {
  const auto range = jj::between(5, 6, "%", {.measure = Measure::growth});
  CHECK(holds(zh(judge(range, {{day_100, 5.6}}, day_100)), "在区间内，进度 = 1\n"));
  CHECK(holds(zh(judge(range, {{day_100, 6.6}}, day_100)), "1 - (6.6 - 6) / 6 = 0.9\n"));
}

TEST_CASE("places in a ranking read as places") {
  const auto top =
      judge(jj::at_most(10, "位", {.measure = Measure::rank}), {{day_100, 12}}, day_100);
  CHECK(holds(zh(top), "目标：前10，位次"));
  CHECK(holds(zh(top), "实际值：第 12 位"));
  CHECK(holds(en(top), "target: top 10, rank"));
  CHECK(holds(en(top), "reading: place 12"));
}

TEST_CASE("an explanation names the base of comparison and the milestone that counts") {
  const jj::ComparisonBase since{jj::ComparisonBase::Kind::since, 2020};
  const auto growth = jj::reach(6, "%", {.measure = Measure::growth, .base = since});
  CHECK(holds(zh(judge(growth, {{day_100, 6}}, day_100)), "增速（较 2020 年）"));
  const auto steps = jj::Profile::milestones({{day_100, 0.3}, {year_end, 1}});
  const auto count = jj::reach(100, "个", {.measure = Measure::count, .profile = steps});
  CHECK(
      holds(zh(judge(count, {{mid_year, 25}}, mid_year)), "按节点计划，2024-04-09 起 30%）= 0.3"));
  CHECK(holds(zh(judge(count, {{new_year, 25}}, new_year)), "首个节点 2024-04-09）= 0"));
}

TEST_CASE("a baseline value that meets the target is said to be no start") {
  const auto kept = jj::reach(80, "%", {.baseline = 85});
  CHECK(holds(zh(judge(kept, {{day_100, 76}}, day_100)), "基期值 85 已达标，不作起点"));
}

TEST_CASE("small figures keep digits that say something") {
  const auto now =
      judge(jj::reach(100, "个", {.measure = Measure::count}), {{new_year, 1}}, new_year);
  CHECK(holds(zh(now), "= 0.002732，进度比 = 0.01 / 0.002732 = 3.66"));  // 1 / 366
}

TEST_CASE("a cancelled leaf is not said to lack readings") {
  const auto now =
      judge(year_count(), {{day_100, 1}}, day_100, {.lifecycle = jj::Lifecycle::cancelled});
  CHECK(holds(zh(now), "已取消：不评价，不计入汇总"));
  CHECK_FALSE(holds(zh(now), "没有可用的实际值"));
}

TEST_CASE("a task without a reading names the plan's own progress, a done one that it is done") {
  CHECK(holds(zh(judge_task({.progress = 0.3}, {}, day_100)), "进度：0.3（计划所注"));
  CHECK(holds(zh(judge_task({.lifecycle = jj::Lifecycle::done}, {}, day_100)), "已办结"));
  CHECK(holds(zh(judge_task({}, {{day_100, 0.3}}, day_100)), "实际值：0.3，2024-04-09"));
}

TEST_CASE("goals with a count of parts say how many are met") {
  const auto draft = [](jj::Rule rule) { return counts({{"a"}, {"b"}, {"c"}}, {.rule = rule}); };
  const auto seen = values_on(day_100, {{"a", 70}, {"b", 366}});
  const auto two = jj::evaluate(draft({jj::RuleKind::at_least, 2}).build(), seen, day_100);
  CHECK(holds(zh(two, "g"), "至少完成 2 项，不计权重；已完成 1 项，共 3 项"));
  const auto all = jj::evaluate(draft({jj::RuleKind::all}).build(), seen, day_100);
  CHECK(holds(en(all, "g"), "all parts met; 1 of 3 are met"));
  CHECK(holds(zh(all, "g"), "c（c） 无数据：33.33% × 0% = 0%"));
}

TEST_CASE("a goal that takes part in nothing says why") {
  CHECK(holds(zh(jj::evaluate(counts({}).build(), {}, day_100), "g"), "没有组成部分"));
  const auto cancelled = counts({{"a"}}, {.lifecycle = jj::Lifecycle::cancelled});
  CHECK(holds(en(jj::evaluate(cancelled.build(), {}, day_100), "g"), "cancelled: not judged"));
}

TEST_CASE("a figure never looks as if it had passed a line that it missed") {
  const jj::Target rate = jj::reach(6, "%", {.measure = jj::Measure::growth});
  const auto now = judge(rate, {{day_100, 5.6999, {}}}, day_100);
  CHECK(now["x"].status == jj::Status::at_risk);
  CHECK(holds(jj::to_text(jj::explain(now, "x"), jj::Language::en), "= 0.94998"));
  const auto met = judge(jj::at_least(1.2345678, "亿元"), {{day_100, 1.2345679, {}}}, day_100);
  CHECK(met["x"].status == jj::Status::met_early);
  CHECK(holds(jj::to_text(jj::explain(met, "x"), jj::Language::en), "≥ 1.2345678 亿元"));
}

TEST_CASE("a blocked task waits for what holds it back, and for nothing else") {
  const jj::Plan plan =
      year_plan()
          .task("early", "E", {.lifecycle = jj::Lifecycle::cancelled})
          .task("ending", "F")
          .task("needed", "N")
          .task("x", "X",
                {.depends_on = {{"early"}, {"ending", jj::DependencyType::FF}, {"needed"}},
                 .start = new_year})
          .build();
  const auto now = jj::evaluate(plan, {}, day_100);
  REQUIRE(now["x"].status == jj::Status::blocked);
  const std::string text = jj::to_text(jj::explain(now, "x"), jj::Language::en);
  CHECK(holds(text, "waits for: N (needed)"));
  CHECK(text.find("E (early)") == std::string::npos);
  CHECK(text.find("F (ending)") == std::string::npos);
}

TEST_CASE("a progress that is not wholly 1 does not read so") {
  const auto target = jj::reach(1, "万户", {.measure = Measure::increment});
  CHECK(holds(zh(judge(target, {{mid_year, 0.99995}}, year_end)), "= 0.99995"));
  CHECK(holds(zh(judge(target, {{mid_year, 1}}, year_end)), "= 1\n"));
}

TEST_CASE("a target that was converted shows the digits that were given") {
  const jj::NodeOptions revised{
      .revisions = {{day_100, jj::reach(92.71, "‰", {.measure = Measure::growth}), ""}}};
  const auto growth = jj::reach(5, "%", {.measure = Measure::growth});
  CHECK(holds(zh(judge(growth, {{day_100, 5}}, mid_year, revised)), "目标：9.271%"));
}
