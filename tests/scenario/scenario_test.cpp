// SPDX-License-Identifier: BSL-1.0

#include <jinjiang/analysis/scenario_evaluator.hpp>

#include "support/goal_plan.hpp"

namespace {

/// g has a (weight 1) and b (weight 3), counts that are to reach 366 in the year; on the 100th day
/// a reads 50 and b 100. c is a task of 10 days, d waits for it.
jj::Evaluation small() {
  jj::PlanBuilder draft = goal_of(year_count(), {{"a", 1}, {"b", 3}});
  draft.task("c", "C", {.start = 2024y / 3 / 1, .duration = 10});
  draft.task("d", "D", {.depends_on = {"c"}, .start = 2024y / 4 / 1});
  return jj::evaluate(draft.build(), values_on(day_100, {{"a", 50}, {"b", 100}}), day_100);
}

}  // namespace

TEST_CASE("a supposed value takes the place of the reading of that day") {
  const jj::Evaluation now = small();
  CHECK(now["g"].pace == near(0.875));  // (50 + 3 * 100) / (4 * 100)
  const jj::Evaluation then = jj::evaluate(now, jj::Scenario("more").value("a", 150));
  CHECK(then["a"].value == 150);
  CHECK(then["a"].stage == jj::Stage::estimate);
  CHECK(then["g"].pace == near(1.125));  // (150 + 300) / 400
  CHECK(then.observations().size() == 2);
  CHECK(now["a"].value == 50);
}

TEST_CASE("a supposed value of another day leaves the later reading in force") {
  const jj::Evaluation now = small();
  const auto then = jj::evaluate(now, jj::Scenario().value("a", 40, jj::Date(2024y / 2 / 1)));
  CHECK(then["a"].value == 50);
  CHECK(then.observations().size() == 3);
}

TEST_CASE("a supposed reading of a flow lies in the period when the plan has ended") {
  const jj::Evaluation now = jj::evaluate(small().plan(), {}, 2025y / 3 / 1);
  const jj::Evaluation then = jj::evaluate(now, jj::Scenario().value("a", 366));
  CHECK(then["a"].observed_on == year_end);
  CHECK(then["a"].status == jj::Status::met);
}

TEST_CASE("a supposed reading is known when the evaluation is") {
  const jj::Evaluation now = jj::evaluate(small().plan(), {}, mid_year, {.known_by = day_100});
  const jj::Evaluation then = jj::evaluate(now, jj::Scenario().value("a", 110));
  CHECK(then["a"].observed_on == day_100);
  CHECK(then["a"].status == jj::Status::ahead);
}

TEST_CASE("a supposed reading is on the basis of the target") {
  const jj::Target target = jj::reach(6, "%", {.measure = jj::Measure::growth, .basis = "可比"});
  const jj::Evaluation now = judge(target, {{day_100, 3, {.basis = "名义"}}}, mid_year);
  CHECK(now["x"].status == jj::Status::not_comparable);
  CHECK(jj::evaluate(now, jj::Scenario().value("x", 6))["x"].basis == "可比");
}

TEST_CASE("a supposed reading of several bases is on that of the latest") {
  const jj::Evaluation now = judge(jj::reach(6, "%", {.measure = jj::Measure::growth}),
                                   {{day_100, 3, {.basis = "名义"}}}, mid_year);
  CHECK(jj::evaluate(now, jj::Scenario().value("x", 6))["x"].basis == "名义");
}

TEST_CASE("a target, a weight and dates of a scenario") {
  const jj::Evaluation now = small();
  const jj::Evaluation then =
      jj::evaluate(now, jj::Scenario("other")
                            .target("a", jj::reach(50, "个", {.measure = jj::Measure::count}))
                            .weight("b", "g", 1)
                            .due("d", jj::Date(2024y / 6 / 30)));
  CHECK(then["a"].status == jj::Status::met_early);
  CHECK(then["g"].attainment == near((1 + 100 / 366.0) / 2));
  CHECK(then["d"].node.due() == mid_year);
  CHECK_FALSE(now["d"].node.has_own_due());
}

TEST_CASE("a task keeps its duration when one of its dates moves") {
  const jj::Plan plan = small().plan();
  CHECK(plan["c"].due() == jj::Date(2024y / 3 / 10));
  const jj::Plan later = jj::apply(plan, jj::Scenario().start("c", jj::Date(2024y / 5 / 1)));
  CHECK(later["c"].due() == jj::Date(2024y / 5 / 10));
  CHECK(later["c"].duration() == 10);
  const jj::Plan due = jj::apply(plan, jj::Scenario().due("c", jj::Date(2024y / 5 / 10)));
  CHECK(due["c"].start() == jj::Date(2024y / 5 / 1));
  const jj::Plan longer = jj::apply(plan, jj::Scenario().duration("c", 20));
  CHECK(longer["c"].start() == jj::Date(2024y / 3 / 1));
  CHECK(longer["c"].due() == jj::Date(2024y / 3 / 20));
  const jj::Plan both = jj::apply(
      plan, jj::Scenario().start("c", jj::Date(2024y / 5 / 1)).due("c", jj::Date(2024y / 5 / 3)));
  CHECK(both["c"].duration() == 3);
}

TEST_CASE("a task moves as a whole, and which of its dates was given stays as far as it can") {
  const jj::Date first = 2024y / 3 / 1;
  const jj::Date last = first + 9;
  const auto plan_of = [](const jj::NodeOptions& options) {
    return year_plan().task("t", "T", options).build();
  };
  const jj::Plan by_start = plan_of({.start = first, .duration = 10});
  const jj::Plan by_due = plan_of({.due = last, .duration = 10});
  const jj::Plan by_both = plan_of({.start = first, .due = last, .duration = 10});
  const jj::Scenario start = jj::Scenario().start("t", first + 5);
  const jj::Scenario due = jj::Scenario().due("t", last + 5);
  const jj::Scenario longer = jj::Scenario().duration("t", 20);
  const jj::Plan moved = plan_of({.start = first + 5, .duration = 10});
  CHECK(jj::apply(by_start, start) == moved);
  CHECK(jj::apply(by_start, due) == moved);
  CHECK(jj::apply(by_due, start) == moved);
  CHECK(jj::apply(by_due, due) == plan_of({.due = last + 5, .duration = 10}));
  const jj::Plan both = plan_of({.start = first + 5, .due = last + 5, .duration = 10});
  CHECK(jj::apply(by_both, start) == both);
  CHECK(jj::apply(by_both, due) == both);
  CHECK(jj::apply(by_start, longer) == plan_of({.start = first, .duration = 20}));
  CHECK(jj::apply(by_due, longer) == plan_of({.due = last, .duration = 20}));
  CHECK(jj::apply(by_both, longer) == plan_of({.start = first, .due = first + 19, .duration = 20}));
  CHECK(jj::apply(by_start, jj::Scenario().due("t", {})) == by_start);
  for (const jj::Plan& plan : {by_start, by_due, by_both}) {
    for (const jj::Scenario& scenario : {start, due, longer})
      CHECK(jj::apply(jj::apply(plan, scenario), jj::inverse(scenario, plan)) == plan);
  }
}

TEST_CASE("links come and go, nodes too") {
  const jj::Plan plan = small().plan();
  const jj::Plan other = jj::apply(
      plan, jj::Scenario()
                .part("c", {"g", 2, true})
                .unpart("a", "g")
                .undepend("d", "c")
                .depend("d", {"b", jj::DependencyType::SS, 5})
                .add({.kind = jj::NodeKind::goal, .node = "h", .title = "H", .position = 0}));
  CHECK(other.part_links(other["c"]).front().is_veto);
  CHECK(other["a"].is_root());
  CHECK(other.predecessors(other["d"]).front().lag == 5);
  CHECK(other["h"].position() == 0);
  const jj::Plan less = jj::apply(plan, jj::Scenario().remove("g"));
  CHECK(less["a"].is_root());
  CHECK(less.size() == plan.size() - 1);
}

TEST_CASE("the readings of a removed node pass unseen") {
  const jj::Evaluation now = small();
  const jj::Evaluation then = jj::evaluate(now, jj::Scenario().remove("a"));
  CHECK(then["g"].pace == near(1));
  CHECK_FALSE(then.plan().contains("a"));
}

TEST_CASE("a blocked task is free when its predecessor is done") {
  const jj::Evaluation now = small();
  CHECK(now["d"].status == jj::Status::blocked);
  jj::ScenarioEvaluator evaluator(now);
  CHECK(evaluator.result(jj::Scenario(), "d").status == jj::Status::blocked);
  CHECK(evaluator.result(jj::Scenario().value("c", 1), "d").status == now["c"].status);
  CHECK(evaluator.result(jj::Scenario().value("c", 0.9), "d").status == jj::Status::blocked);
}

TEST_CASE("scenarios are equal whatever the order of their changes") {
  const auto a = jj::Scenario("s").value("a", 1).remove("b");
  CHECK(a == jj::Scenario("s").remove("b").value("a", 1).value("a", 1));
  CHECK_FALSE(a == jj::Scenario("s").value("a", 1));
  CHECK_FALSE(a == jj::Scenario("t").value("a", 1).remove("b"));
}

TEST_CASE("changes in words") {
  const auto in = [](const jj::Scenario& scenario, jj::Language language) {
    return jj::describe(scenario.changes().front(), language);
  };
  const auto value = jj::Scenario().value("a", 7000, jj::Date(2024y / 9 / 30));
  CHECK(in(value, jj::Language::en) == "a: reads 7000 on 2024-09-30");
  CHECK(in(value, jj::Language::zh) == "a：实际值 7000（2024-09-30）");
  const auto target = jj::Scenario().target("a", jj::above(900, "家"));
  CHECK(in(target, jj::Language::zh) == "a：目标值 超 900 家");
  CHECK(in(jj::Scenario().target("a", {}), jj::Language::en) == "a: has no target");
  CHECK(in(jj::Scenario().due("a", {}), jj::Language::en) == "a: is due with the plan");
  CHECK(in(jj::Scenario().duration("a", 1), jj::Language::en) == "a: takes 1 day");
  CHECK(in(jj::Scenario().weight("a", "g", 2), jj::Language::zh) == "a：在 g 中权重 2");
  CHECK(in(jj::Scenario().part("a", {"g", 2, true}), jj::Language::en) ==
        "a: is part of g with weight 2, with a veto");
  CHECK(in(jj::Scenario().unpart("a", "g"), jj::Language::zh) == "a：不再隶属 g");
  CHECK(in(jj::Scenario().depend("a", {"b", jj::DependencyType::SS, 3}), jj::Language::en) ==
        "a: depends on b (SS +3)");
  CHECK(in(jj::Scenario().remove("a"), jj::Language::zh) == "a：删除");
  CHECK(in(jj::Scenario().lifecycle("a", jj::Lifecycle::cancelled), jj::Language::zh) ==
        "a：已取消");
  CHECK(in(jj::Scenario().add({jj::NodeKind::task, "n", "N"}), jj::Language::en) ==
        "n: is added as task \"N\"");
}
