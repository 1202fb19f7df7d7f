// SPDX-License-Identifier: BSL-1.0

#include <jinjiang/analysis/comparison.hpp>

#include "scenario/random_scenario.hpp"
#include "support/goal_plan.hpp"

namespace {

/// top has g (weight 1) and c (weight 3); g has a (1) and b (3).
jj::Evaluation three(double a = 50, double b = 90, double c = 100) {
  jj::PlanBuilder draft = goal_of(year_count(), {{"a", 1}, {"b", 3}});
  draft.goal("top", "Top").part_of("g", "top");
  draft.indicator("c", "C", year_count(), {.part_of = {{"top", 3}}});
  draft.indicator("idle", "Idle", year_count());
  return jj::evaluate(draft.build(), values_on(day_100, {{"a", a}, {"b", b}, {"c", c}}), day_100);
}

std::vector<jj::Cause> causes(const jj::Comparison& comparison, const char* id) {
  const jj::NodeDifference* found = comparison.find(id);
  return found == nullptr ? std::vector<jj::Cause>{} : found->causes;
}

using Causes = std::vector<jj::Cause>;

}  // namespace

TEST_CASE("equal evaluations do not differ") {
  CHECK(jj::compare(three(), three()).differences.empty());
}

TEST_CASE("a reading moves the goals above it and nothing else") {
  const jj::Comparison found = jj::compare(three(), three(150));
  CHECK(found.differences.size() == 3);
  CHECK(causes(found, "a") == Causes{jj::Cause::reading});
  CHECK(causes(found, "g") == Causes{jj::Cause::part});
  CHECK(causes(found, "top") == Causes{jj::Cause::part});
  CHECK(found.find("b") == nullptr);
  CHECK_THROWS_AS(found.find("x"), jj::UnknownIdError);
  const jj::NodeDifference& top = *found.find("top");
  REQUIRE(top.movers.size() == 1);
  CHECK(top.movers[0].node.id() == "a");
  CHECK(top.movers[0].change == near(100 / 366.0 / 16));
  CHECK(top.change() == near(100 / 366.0 / 16));
  CHECK(top.reweighted == 0);
}

TEST_CASE("of several leaves the one that moved a goal most comes first") {
  const jj::Comparison found = jj::compare(three(), three(150, 80));
  const auto& movers = found.find("g")->movers;
  REQUIRE(movers.size() == 2);
  CHECK(movers[0].node.id() == "a");
  CHECK(movers[0].change == near(100 / 366.0 / 4));
  CHECK(movers[1].change == near(-30 / 366.0 / 4));
}

TEST_CASE("a leaf that gets data moves its goal by as far as it stands apart from it") {
  const jj::Plan plan = three().plan();
  const auto before = jj::evaluate(plan, values_on(day_100, {{"b", 90}}), day_100);
  const auto after = jj::evaluate(plan, values_on(day_100, {{"a", 50}, {"b", 90}}), day_100);
  const jj::Comparison found = jj::compare(before, after);
  const jj::NodeDifference& g = *found.find("g");
  REQUIRE(g.movers.size() == 1);
  CHECK(g.movers[0].node.id() == "a");
  CHECK(g.movers[0].change == near((50 - 90) / 366.0 / 4));
  CHECK(g.reweighted == 0);
}

TEST_CASE("weights, targets, dates, lifecycle and links are causes") {
  const jj::Evaluation now = three();
  const auto with = [&](const jj::Scenario& scenario) {
    return jj::compare(now, jj::evaluate(now, scenario));
  };
  const jj::Comparison weights = with(jj::Scenario().weight("a", "g", 3));
  CHECK(causes(weights, "g") == Causes{jj::Cause::weight});
  CHECK(weights.find("g")->reweighted == near(70 / 366.0 - 80 / 366.0));
  CHECK(causes(weights, "top") == Causes{jj::Cause::part});
  const auto target =
      with(jj::Scenario().target("a", jj::reach(100, "个", {.measure = jj::Measure::count})));
  CHECK(causes(target, "a") == Causes{jj::Cause::target});
  CHECK(causes(with(jj::Scenario().due("a", mid_year)), "a") == Causes{jj::Cause::dates});
  const auto gone = with(jj::Scenario().lifecycle("a", jj::Lifecycle::cancelled));
  CHECK(causes(gone, "a") == Causes{jj::Cause::reading, jj::Cause::lifecycle});
  const auto removed = with(jj::Scenario().remove("a"));
  CHECK(causes(removed, "a") == Causes{jj::Cause::removed});
  CHECK_FALSE(removed.find("a")->after);
  CHECK(causes(removed, "g") == Causes{jj::Cause::links});
  const auto added = with(
      jj::Scenario().add({jj::NodeKind::task, "n", "N", {}, {.part_of = {"g"}, .progress = 1.0}}));
  CHECK(causes(added, "n") == Causes{jj::Cause::added});
  CHECK(causes(added, "g") == Causes{jj::Cause::links, jj::Cause::part});
}

TEST_CASE("a later day and another policy are causes") {
  const jj::Evaluation now = three();
  const auto later = jj::evaluate(now.plan(), {}, day_100 + 1);
  const auto before = jj::evaluate(now.plan(), {}, new_year + (-1));
  CHECK(causes(jj::compare(before, later), "idle") == Causes{jj::Cause::day});
  const auto strict =
      jj::evaluate(now.plan(), now.observations(), day_100, {.policy = jj::Policy{.at_risk = 0.9}});
  CHECK(causes(jj::compare(now, strict), "g") == Causes{jj::Cause::policy});
}

TEST_CASE("a blocked task and a target that follows another") {
  jj::PlanBuilder draft = year_plan();
  draft.task("c", "C").task("d", "D", {.depends_on = {"c"}, .start = 2024y / 4 / 1});
  draft.indicator("lead", "L", jj::reach(5, "%", {.measure = jj::Measure::growth}));
  draft.indicator(
      "follow", "F",
      jj::Target::relative(jj::Comparator::above, {"lead", 0}, jj::UnitTable::standard().at("%"),
                           {.measure = jj::Measure::growth}));
  const auto now =
      jj::evaluate(draft.build(), values_on(day_100, {{"lead", 5}, {"follow", 6}}), day_100);
  const auto then = jj::evaluate(now, jj::Scenario().value("c", 1).value("lead", 7));
  const jj::Comparison found = jj::compare(now, then);
  CHECK(causes(found, "d") == Causes{jj::Cause::predecessor});
  CHECK(causes(found, "follow") == Causes{jj::Cause::reference});
}

TEST_CASE("movers and what is counted otherwise add up, and every difference has a cause") {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    INFO("seed " << seed);
    const jj::Evaluation now = RandomCase(seed).evaluate();
    const auto then = jj::evaluate(now, RandomScenario(seed, now).heavy());
    for (const jj::NodeDifference& difference : jj::compare(now, then).differences) {
      INFO(difference.id);
      CHECK_FALSE(difference.causes.empty());
      CHECK_FALSE(jj::describe(difference, jj::Language::zh).empty());
      const bool is_goal = difference.after && difference.after->node.kind() == jj::NodeKind::goal;
      if (!is_goal || !difference.change()) continue;
      double sum = difference.reweighted;
      for (const jj::Mover& mover : difference.movers) sum += mover.change;
      CHECK(std::fabs(sum - *difference.change()) < 1e-9);
    }
  }
}

TEST_CASE("a difference in words") {
  const jj::Comparison found = jj::compare(three(), three(150));
  CHECK(jj::describe(*found.find("a"), jj::Language::zh) ==
        "欠进度 → 超进度，完成率 13.7% → 41%：实际值 50 个 → 150 个");
  CHECK(jj::describe(*found.find("top"), jj::Language::en) ==
        "on track, attainment 26% → 27.7%: a +1.71 points");
}
