// SPDX-License-Identifier: BSL-1.0

// A target in words stands in place of the one that an indicator has.

#include <jinjiang/analysis/scenario_evaluator.hpp>

#include "support/goal_plan.hpp"

namespace {

jj::Plan plan_of(const std::optional<jj::Target>& target) {
  jj::PlanBuilder draft = year_plan();
  if (target) return draft.indicator("a", "甲", *target).build();
  return draft.indicator("a", "甲", std::nullopt).build();
}

/// The target of an indicator in these words.
jj::Target worded(const std::optional<jj::Target>& before, std::string_view words) {
  return *jj::apply(plan_of(before), jj::Scenario().target("a", words))["a"].target();
}

template <class Exception>
std::string refusal(const jj::Target& before, std::string_view words) {
  return message_of<Exception>([&] { static_cast<void>(worded(before, words)); });
}

}  // namespace

TEST_CASE("what the words do not say stays") {
  const jj::TargetOptions options{.measure = jj::Measure::count,
                                  .baseline = 10,
                                  .due = mid_year,
                                  .profile = jj::Profile(jj::ProfileKind::hold),
                                  .firmness = jj::Firmness::must,
                                  .basis = "同口径"};
  CHECK(worded(jj::reach(100, "个", options), "120个") == jj::reach(120, "个", options));
  CHECK(worded(jj::above(900, "家"), "1000家") == jj::above(1000, "家"));
  CHECK(worded(jj::at_most(5.5, "%"), "5%") == jj::at_most(5, "%"));
  CHECK(worded(jj::at_most(5, "个"), "0个") == jj::at_most(0, "个"));
  CHECK(worded(jj::about(100, "个", {.tolerance = 3}), "120个") ==
        jj::about(120, "个", {.tolerance = 3}));
  const jj::TargetOptions falls{.direction = jj::Direction::lower};
  CHECK(worded(jj::reach(20, "天", falls), "18天") == jj::reach(18, "天", falls));
  const jj::TargetOptions growth{.measure = jj::Measure::growth,
                                 .base = {jj::ComparisonBase::Kind::since, 2020}};
  CHECK(worded(jj::reach(6, "%", growth), "7%") == jj::reach(7, "%", growth));
}

TEST_CASE("a count in words keeps its pace") {
  // 366 个 by the end of the year: 50 on day 100 are half of what was due; of 183 个 all of it.
  const jj::Evaluation now =
      jj::evaluate(plan_of(year_count()), values_on(day_100, {{"a", 50}}), day_100);
  CHECK(now["a"].pace == near(0.5));
  jj::ScenarioEvaluator evaluator(now);
  const jj::Scenario half = jj::Scenario().target("a", "183个");
  CHECK(jj::evaluate(now, half)["a"].pace == near(1));
  CHECK(evaluator.result(half, "a").pace == near(1));
}

TEST_CASE("what the words say takes its place") {
  CHECK(worded(jj::above(900, "家"), "不低于1000家") == jj::at_least(1000, "家"));
  CHECK(worded(jj::reach(100, "个"), "力争120个左右") ==
        jj::about(120, "个", {.firmness = jj::Firmness::stretch}));
  CHECK(worded(jj::at_most(6, "%"), "不低于6%") == jj::at_least(6, "%"));
  CHECK(worded(jj::reach(6, "%", {.measure = jj::Measure::growth}), "下降3%") ==
        jj::Target::parse("下降3%"));
  CHECK(worded(jj::Target::parse("下降3%"), "下降4%") == jj::Target::parse("下降4%"));
  CHECK(worded(jj::between(5, 6, "%"), "6%—7%") == jj::between(6, 7, "%"));
  CHECK(worded(std::nullopt, "新增120个") ==
        jj::reach(120, "个", {.measure = jj::Measure::increment}));
}

TEST_CASE("a figure in another unit is taken in that of the target") {
  const jj::Target target = worded(jj::reach(7000, "亩", {.baseline = 1000}), "0.8万亩");
  CHECK(target.value() == near(8000));
  CHECK(target.unit().symbol() == "亩");
  CHECK(target.baseline() == 1000);
}

TEST_CASE("a plan's own units may be named") {
  jj::UnitTable units = jj::UnitTable::standard();
  units.add("担", "公斤", 50);
  jj::PlanBuilder draft = year_plan();
  draft.units(units).indicator("a", "甲", {jj::Comparator::reach, 300, units.at("担")});
  const jj::Plan changed = jj::apply(draft.build(), jj::Scenario().target("a", "400担"));
  CHECK(changed["a"].target()->value() == 400);
  CHECK(holds(message_of<jj::FormatError>([] { worded(jj::reach(1, "个"), "400担"); }),
              "unknown unit \"担\""));
}

TEST_CASE("words that contradict the target are refused") {
  CHECK(
      refusal<jj::UnitError>(jj::reach(100, "个"), "120家") ==
      "the scenario: a: has the target 120家: indicator a \"甲\": the target is 100 个, so that a "
      "figure in 个 is expected, found one in 家; convert it, or give a whole Target");
  CHECK(holds(refusal<jj::TargetError>(jj::reach(80, "%"), "增长6%"),
              "a share is expected, found words for a growth"));
  CHECK(holds(refusal<jj::TargetError>(jj::between(5, 6, "%"), "7%"),
              "a range is expected, found the bare figure 7%"));
  CHECK(holds(refusal<jj::TargetError>(jj::Target::parse("下降3%"), "4%"),
              "does not say whether it falls or rises"));
  CHECK(holds(refusal<jj::FormatError>(jj::reach(6, "个"), "0个"), "any reading meets a bare 0"));
}

TEST_CASE("what no plan could take is refused at once") {
  jj::Scenario scenario("s");
  const auto refused = [&](const auto& change) {
    return message_of<jj::Error>([&] { change(scenario); });
  };
  CHECK(refused([](jj::Scenario& s) { s.weight("a", "g", 0); }) ==
        "scenario \"s\": a: has weight 0 in g: a weight must be a finite number above 0, from "
        "1e-100 to 1e100, found 0");
  CHECK(holds(refused([](jj::Scenario& s) { s.part("a", {"g", -1}); }), "found -1"));
  CHECK(holds(refused([](jj::Scenario& s) { s.value("a", std::nan("")); }), "a finite number"));
  CHECK(holds(refused([](jj::Scenario& s) { s.target("a", "viel"); }), "cannot read the target"));
  CHECK(scenario.empty());
}
