// SPDX-License-Identifier: BSL-1.0

#include <jinjiang/analysis/goal_seek.hpp>

#include "support/goal_plan.hpp"

namespace {

/// On the 100th day a reads 50 (weight 1) and b 90 (weight 3) of counts that are to be 366 by the
/// end of the year, so that g has the pace (50 + 270) / 400 = 0.8.
jj::Evaluation two(double a = 50, double b = 90, const jj::NodeOptions& goal = {}) {
  return jj::evaluate(goal_of(year_count(), {{"a", 1}, {"b", 3}}, goal).build(),
                      values_on(day_100, {{"a", a}, {"b", b}}), day_100);
}

jj::Aim attained(double share) { return {.attainment = share}; }

void require_reached(const jj::GoalSeek& found) {
  REQUIRE(found.is_possible);
  const jj::Evaluation then = jj::evaluate(found.now, found.scenario());
  CHECK(then[found.goal.id()].status == found.after.status);
  CHECK(then[found.goal.id()].pace == found.after.pace);
}

}  // namespace

TEST_CASE("the least that a leaf must read for its goal to be on track") {
  const jj::GoalSeek found = jj::goal_seek(two(), "g", "a");
  require_reached(found);
  CHECK(found.is_exact);
  CHECK(found.leaves[0].before == 50);
  CHECK(found.leaves[0].value == near(110));  // (110 + 270) / 400 = 0.95
  CHECK(found.after.status == jj::Status::on_track);
  CHECK(jj::goal_seek(two(), "g", "b").leaves[0].value == near(110));  // (50 + 330) / 400
}

TEST_CASE("a little less is not enough") {
  const jj::Evaluation now = two();
  const double value = jj::goal_seek(now, "g", "a").leaves[0].value;
  const auto less = jj::evaluate(now, jj::Scenario().value("a", value * (1 - 1e-9)));
  CHECK(less["g"].status == jj::Status::at_risk);
}

TEST_CASE("other aims") {
  CHECK(jj::goal_seek(two(), "g", "b", {jj::Status::ahead}).leaves[0].value ==
        near(130));  // (50 + 390) / 400 = 1.1
  CHECK(jj::goal_seek(two(40, 80), "g", "b", {jj::Status::at_risk}).leaves[0].value ==
        near(280 / 3.0));  // (40 + 280) / 400 = 0.8
  CHECK(jj::goal_seek(two(), "g", "b", attained(0.5)).leaves[0].value ==
        near((0.5 * 4 - 50 / 366.0) / 3 * 366));
}

TEST_CASE("a goal that stands so already needs nothing") {
  const jj::GoalSeek found = jj::goal_seek(two(100, 100), "g", "a");
  CHECK(found.is_possible);
  CHECK(found.leaves.empty());
  CHECK(found.cost == 0);
  CHECK(jj::to_text(found, jj::Language::en) == "G (g) is on track already.\n");
}

TEST_CASE("a leaf counts no more than its whole target") {
  const jj::GoalSeek found = jj::goal_seek(two(), "g", "a", attained(0.9));
  CHECK_FALSE(found.is_possible);
  CHECK(found.obstacle == jj::Obstacle::too_little);
  CHECK(found.in_the_way.size() == 1);
  CHECK(found.in_the_way[0].id() == "b");
  CHECK(found.leaves[0].value == 366);
  CHECK(found.after.attainment == near((1 + 3 * 90 / 366.0) / 4));
  CHECK(holds(jj::to_text(found, jj::Language::zh), "完成率以 100% 为限"));
}

TEST_CASE("a veto is in the way") {
  const jj::Plan plan = goal_of(year_count(), {{"a", 5}, {"v", 1, true}}).build();
  const auto now = jj::evaluate(plan, values_on(day_100, {{"a", 50}, {"v", 10}}), day_100);
  const jj::GoalSeek found = jj::goal_seek(now, "g", "a");
  CHECK(found.obstacle == jj::Obstacle::veto);
  CHECK(found.in_the_way[0].id() == "v");
  const std::vector<jj::UnitCost> both{{"a", 1}, {"v", 1}};
  const jj::GoalSeek together = jj::goal_seek(now, "g", both);
  require_reached(together);
  REQUIRE(together.leaves.size() == 2);
  CHECK(std::fabs(together.leaves[0].value - 98) < 1e-6);  // (5 * 98 + 80) / 600 = 0.95
  CHECK(std::fabs(together.leaves[1].value - 80) < 1e-6);  // no longer off track
  CHECK_FALSE(together.is_exact);
}

TEST_CASE("once due a goal is met only when all its parts are") {
  const jj::Plan plan = goal_of(year_count(), {{"a"}, {"b"}}).build();
  const auto now = jj::evaluate(plan, values_on(year_end, {{"a", 50}, {"b", 300}}), year_end);
  const jj::GoalSeek found = jj::goal_seek(now, "g", "a");
  CHECK(found.obstacle == jj::Obstacle::unmet_parts);
  CHECK(found.in_the_way[0].id() == "b");
  const std::vector<jj::UnitCost> both{{"a", 1}, {"b", 1}};
  CHECK(jj::goal_seek(now, "g", both).leaves[0].value == near(366));
  CHECK(jj::goal_seek(now, "g", both).cost == near(316 + 66));
}

TEST_CASE("too much has no data") {
  const jj::Plan plan = goal_of(year_count(), {{"a", 1}, {"b", 3}}).build();
  const auto now = jj::evaluate(plan, values_on(day_100, {{"a", 50}}), day_100);
  const jj::GoalSeek found = jj::goal_seek(now, "g", "a");
  CHECK(found.obstacle == jj::Obstacle::no_data);
  CHECK(found.in_the_way[0].id() == "b");
  CHECK(jj::goal_seek(now, "g", "b").leaves[0].value == near(110));  // (50 + 3 * 110) / 400
  CHECK_FALSE(jj::goal_seek(now, "g", "b").leaves[0].before);
}

TEST_CASE("nothing is expected before the due date") {
  const jj::Plan plan = goal_of(whole_share(), {{"a"}, {"b"}}).build();
  const auto now = jj::evaluate(plan, values_on(day_100, {{"a", 50}, {"b", 50}}), day_100);
  CHECK(jj::goal_seek(now, "g", "a").obstacle == jj::Obstacle::nothing_expected);
  CHECK(jj::goal_seek(now, "g", "a", attained(0.75)).leaves[0].value == near(100));
}

TEST_CASE("a cancelled goal stays where it is") {
  const auto now = two(50, 90, {.lifecycle = jj::Lifecycle::cancelled});
  CHECK(jj::goal_seek(now, "g", "a").obstacle == jj::Obstacle::left_out);
}

TEST_CASE("figures that are to fall") {
  const jj::Plan plan =
      goal_of(jj::at_most(20, "%", {.direction = jj::Direction::lower, .baseline = 40}),
              {{"a"}, {"b"}})
          .build();
  const auto now = jj::evaluate(plan, values_on(day_100, {{"a", 36}, {"b", 30}}), day_100);
  const jj::GoalSeek found = jj::goal_seek(now, "g", "a", attained(0.6));
  CHECK(found.leaves[0].value == near(26));  // (0.7 + 0.5) / 2
  CHECK(found.leaves[0].cost == near(10));
  CHECK(holds(jj::to_text(found, jj::Language::en), "36 % → 26 %"));
}

TEST_CASE("the worst part by bisection") {
  const auto now = two(50, 60, {.rule = {jj::RuleKind::worst}});
  const jj::GoalSeek found = jj::goal_seek(now, "g", "a", attained(0.15));
  CHECK_FALSE(found.is_exact);
  CHECK(std::fabs(found.leaves[0].value - 0.15 * 366) < 1e-9 * 366);
  const jj::GoalSeek too_far = jj::goal_seek(now, "g", "a", attained(0.2));
  CHECK(too_far.obstacle == jj::Obstacle::too_little);
  CHECK(too_far.in_the_way[0].id() == "b");
}

TEST_CASE("the cheapest set fills up the best rate for its cost first") {
  // A unit of b brings 3 / 400 of pace, one of a 1 / 400; g lacks 0.15, 60 / 400.
  const std::vector<jj::UnitCost> b_cheap{{"a", 1}, {"b", 2}};
  const jj::GoalSeek found = jj::goal_seek(two(), "g", b_cheap);
  require_reached(found);
  CHECK(found.is_exact);
  CHECK(found.leaves.size() == 1);
  CHECK(found.leaves[0].node.id() == "b");
  CHECK(found.cost == near(40));  // 20 units of b; a would take 60
  const std::vector<jj::UnitCost> a_cheap{{"a", 1}, {"b", 4}};
  CHECK(jj::goal_seek(two(), "g", a_cheap).cost == near(60));
}

TEST_CASE("what the best leaf cannot reach the next one does") {
  const std::vector<jj::UnitCost> costs{{"a", 1}, {"b", 4}};
  const jj::GoalSeek found = jj::goal_seek(two(), "g", costs, attained(0.5));
  require_reached(found);
  CHECK(found.leaves[0].value == 366);  // of 4 * 183 = 732 the other 366 are 3 * 122
  CHECK(found.leaves[1].value == near(122));
  CHECK(found.cost == near(316 + 4 * 32));
}

TEST_CASE("a leaf read long ago is not read anew for nothing") {
  const jj::Plan plan = goal_of(year_count(), {{"a"}, {"b"}}).build();
  jj::Observations seen;
  seen.add("a", day_100, 90).add("b", mid_year, 150);
  const auto now = jj::evaluate(plan, seen, mid_year);
  // (90 + 150) / (100 + 182); a read anew is expected at 182: it would have to make up for that.
  const std::vector<jj::UnitCost> costs{{"a", 1}, {"b", 1}};
  const jj::GoalSeek found = jj::goal_seek(now, "g", costs);
  require_reached(found);
  CHECK(found.leaves.size() == 1);
  CHECK(found.leaves[0].node.id() == "b");
  CHECK(found.leaves[0].value == near(0.95 * 282 - 90));
}

TEST_CASE("what cannot move is refused") {
  jj::PlanBuilder draft = goal_of(year_count(), {{"a"}});
  draft.goal("h", "H").task("t", "T", {.part_of = {"h"}, .lifecycle = jj::Lifecycle::cancelled});
  draft.indicator("w", "W", std::nullopt, {.part_of = {"g"}});
  draft.indicator("s", "S", jj::Target::set_elsewhere("省", jj::UnitTable::standard().at("亩")),
                  {.part_of = {"g"}});
  const auto now = jj::evaluate(draft.build(), {}, day_100);
  const auto refusal = [&](const char* goal, const char* leaf, const jj::Aim& aim = {}) {
    return message_of<jj::Error>([&] { static_cast<void>(jj::goal_seek(now, goal, leaf, aim)); });
  };
  CHECK(refusal("h", "a") ==
        "indicator a \"a\" does not lie beneath goal h \"H\", so that nothing it reads moves it; "
        "above it are g");
  CHECK(holds(refusal("h", "t"), "it is cancelled"));
  CHECK(holds(refusal("g", "w"), "only watched"));
  CHECK(holds(refusal("g", "s"), "set by \"省\""));
  CHECK(holds(refusal("g", "g"), "a goal reads no value of its own"));
  CHECK(holds(refusal("g", "a", {jj::Status::blocked}), "expected the status at_risk, on_track"));
  CHECK(holds(refusal("g", "a", attained(1.5)), "above 0 up to 1, found 1.5"));
  CHECK_THROWS_AS(jj::goal_seek(now, "gg", "a"), jj::UnknownIdError);
  const std::vector<jj::UnitCost> twice{{"a", 1}, {"a", 2}};
  CHECK(holds(message_of<jj::Error>([&] { static_cast<void>(jj::goal_seek(now, "g", twice)); }),
              "given twice"));
  const std::vector<jj::UnitCost> negative{{"a", -1}};
  CHECK_THROWS_AS(jj::goal_seek(now, "g", negative), jj::Error);
  CHECK_THROWS_AS(jj::goal_seek(now, "g", std::vector<jj::UnitCost>{}), jj::Error);
}

TEST_CASE("found in words") {
  const std::vector<jj::UnitCost> costs{{"a", 1}, {"b", 4}};
  const auto found = jj::goal_seek(two(), "g", costs, attained(0.5));
  CHECK(jj::to_text(found, jj::Language::zh) ==
        "G (g)要完成率达到 50%：\n  a (a)：50 个 → 366 个，成本 316\n"
        "  b (b)：90 个 → 122 个，成本 128\n则超进度，完成率 50%，进度比 1.83，总成本 444。\n");
}
