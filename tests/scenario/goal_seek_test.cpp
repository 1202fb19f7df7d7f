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
  CHECK(jj::goal_seek(now, "g", "a").leaves[0].value == 110);
  const auto less = jj::evaluate(now, jj::Scenario().value("a", 110 * (1 - 1e-9)));
  CHECK(less["g"].status == jj::Status::at_risk);
}

TEST_CASE("other aims") {
  CHECK(jj::goal_seek(two(), "g", "b", {jj::Status::ahead}).leaves[0].value ==
        near(130));  // (50 + 390) / 400 = 1.1
  CHECK(jj::goal_seek(two(40, 80), "g", "b", {jj::Status::at_risk}).leaves[0].value ==
        94);  // (40 + 280) / 400 = 0.8, and 280 are no less than 3 * 93.3
  CHECK(jj::goal_seek(two(), "g", "b", attained(0.5)).leaves[0].value ==
        228);  // of 4 * 183 = 732 the 682 that are left are 3 * 227.3
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
  CHECK(together.leaves[0].value == 98);  // (5 * 98 + 80) / 600 = 0.95
  CHECK(together.leaves[1].value == 80);  // no longer off track
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
  CHECK(found.leaves.empty());  // whatever a reads
  CHECK(jj::to_text(found, jj::Language::en) ==
        "G (g) cannot be on track: too much beneath it has no data: b (b).\n");
  CHECK(jj::to_text(found, jj::Language::zh) ==
        "G（g）无法达进度：数据不足，没有数据的有b（b）。\n");
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

TEST_CASE("an answer reaches its aim to the bit") {
  // 0.35 of 3 亩 come to 1.0499999999999998, which is 0.3499999999999999 of it: the next number
  // does.
  const jj::Target target = jj::reach(3, "亩", {.measure = jj::Measure::increment});
  const auto now = jj::evaluate(goal_of(target, {{"a"}}).build(), {}, day_100);
  for (int percent = 1; percent <= 100; ++percent) {
    const double aim = percent / 100.0;
    const jj::GoalSeek found = jj::goal_seek(now, "g", "a", attained(aim));
    INFO(aim);
    const double value = found.leaves[0].value;
    const auto less = jj::Scenario().value("a", std::nextafter(value, 0));
    CHECK(*jj::evaluate(now, found.scenario())["g"].attainment >= aim);
    CHECK(*jj::evaluate(now, less)["g"].attainment < aim);
    CHECK(value == near(3 * aim));
  }
}

TEST_CASE("whole things are not sought in parts") {
  const auto needed = [](const jj::Target& target, double share, double reading = 0) {
    const auto now = jj::evaluate(goal_of(target, {{"a"}}).build(),
                                  values_on(day_100, {{"a", reading}}), day_100);
    const auto found = jj::goal_seek(now, "g", "a", attained(share));
    CHECK(*jj::evaluate(now, found.scenario())["g"].attainment >= share);
    return found.leaves[0].value;
  };
  const jj::TargetOptions count{.measure = jj::Measure::count};
  CHECK(needed(jj::reach(7, "个", count), 0.5) == 4);             // of 3.5
  CHECK(needed(jj::reach(100, "户", count), 0.57) == 57);         // no 58 by rounding
  CHECK(needed(jj::above(9, "家", count), 1) == 9);               // counts in full, unmet
  CHECK(needed(jj::reach(1, "万户", count), 0.12345) == 0.1235);  // 1235 户
  CHECK(needed(jj::reach(7, "亩", count), 0.5) == near(3.5));     // may be a part
  CHECK(needed(jj::reach(2.5, "个"), 0.5) == near(1.25));         // nor is the target whole
  CHECK(needed(jj::reach(10, "个"), 0.5, 2.5) == near(5));        // nor what it reads
  const jj::TargetOptions falls{.direction = jj::Direction::lower, .baseline = 40};
  CHECK(needed(jj::at_most(33, "起", falls), 0.5, 40) == 36);  // of 36.5, which may not be more
}

TEST_CASE("what whole things leave over the next leaf makes up") {
  // A tenth of a costs 10, a tenth of b 15. Of 1.35 in all b has 0.5: 8 of a make 0.8, and 5 亩 the
  // rest for 7.5, where the ninth of a would cost 10.
  jj::PlanBuilder draft = year_plan();
  const jj::TargetOptions flow{.measure = jj::Measure::increment};
  draft.goal("g", "G").indicator("a", "a", jj::reach(10, "个", flow), {.part_of = {"g"}});
  draft.indicator("b", "b", jj::reach(100, "亩", flow), {.part_of = {"g"}});
  const auto now = jj::evaluate(draft.build(), values_on(day_100, {{"a", 0}, {"b", 50}}), day_100);
  const std::vector<jj::UnitCost> costs{{"a", 10}, {"b", 1.5}};
  const auto found = jj::goal_seek(now, "g", costs, attained(0.675));
  REQUIRE(found.leaves.size() == 2);
  CHECK(found.leaves[0].value == 8);
  CHECK(found.leaves[1].value == near(55));
  CHECK(found.cost == near(87.5));
  CHECK_FALSE(found.is_exact);  // 85 if it could be 8.5
}

TEST_CASE("of what is out of reach only leaves that bring it nearer are named") {
  jj::PlanBuilder draft = counts({{"a"}, {"b"}, {"c"}}, {.rule = {jj::RuleKind::worst}});
  const auto now =
      jj::evaluate(draft.build(), values_on(day_100, {{"a", 50}, {"b", 90}, {"c", 70}}), day_100);
  const std::vector<jj::UnitCost> costs{{"a", 1}, {"b", 1}};
  const auto found = jj::goal_seek(now, "g", costs, attained(0.5));
  CHECK(found.obstacle == jj::Obstacle::too_little);
  REQUIRE(found.leaves.size() == 1);  // with a beyond it c is the worst, whatever b reads
  CHECK(found.leaves[0].node.id() == "a");
  CHECK(found.after.attainment == near(70 / 366.0));
  CHECK(holds(jj::to_text(found, jj::Language::en), "It comes nearest when:\n  a (a): 50 个"));
}

TEST_CASE("a leaf at its target is no cancelled one") {
  const auto found = jj::goal_seek(two(366, 90), "g", "a", attained(0.9));
  CHECK(found.obstacle == jj::Obstacle::too_little);
  CHECK(found.leaves.empty());
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
  CHECK(found.leaves[0].value == 55);  // of 54.9
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
  CHECK(found.leaves[0].value == 178);  // 0.95 * 282 - 90 = 177.9
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
        "G（g）要完成率达到 50%：\n  a（a）：50 个 → 366 个，成本 316\n"
        "  b（b）：90 个 → 122 个，成本 128\n则超进度，完成率 50%，进度比 1.83，总成本 444。\n");
}
