// SPDX-License-Identifier: BSL-1.0

#include <jinjiang/analysis/impact.hpp>

#include "support/goal_plan.hpp"

namespace {

/// top has g (weight 1) and c (weight 3); g has a (1) and b (3).
jj::Evaluation three() {
  jj::PlanBuilder draft = goal_of(year_count(), {{"a", 1}, {"b", 3}});
  draft.goal("top", "Top").part_of("g", "top");
  draft.indicator("c", "C", year_count(), {.part_of = {{"top", 3}}});
  draft.indicator("idle", "Idle", year_count());
  return jj::evaluate(draft.build(), values_on(day_100, {{"a", 50}, {"b", 90}, {"c", 100}}),
                      day_100);
}

/// x (10 days from March 1) and z (20 days) come before y (5 days, due on March 28), w (3 days)
/// stands alone; all are parts of g.
jj::Plan chain() {
  jj::PlanBuilder draft = year_plan();
  const jj::Date first = 2024y / 3 / 1;
  draft.goal("g", "G");
  draft.task("x", "X", {.part_of = {"g"}, .start = first, .duration = 10});
  draft.task("z", "Z", {.part_of = {"g"}, .start = first, .duration = 20});
  draft.task(
      "y", "Y",
      {.part_of = {"g"}, .depends_on = {"x", "z"}, .due = jj::Date(2024y / 3 / 28), .duration = 5});
  draft.task("w", "W", {.part_of = {"g"}, .start = first, .duration = 3});
  return draft.build();
}

std::string reached(const jj::Impact& impact) {
  std::string text;
  for (const jj::NodeImpact& node : impact.nodes) {
    if (!node.shift) continue;
    text += (text.empty() ? "" : " ") + std::string(node.node.id()) + "+" +
            std::to_string(node.shift->days()) + (node.shift->is_late ? "!" : "");
  }
  return text;
}

}  // namespace

TEST_CASE("impact ranks by the effect on the plan") {
  const jj::Impact found = jj::impact(three(), "a", 150);
  REQUIRE(found.nodes.size() == 3);
  CHECK(found.nodes[0].node.id() == "a");  // off track, now ahead
  CHECK(found.nodes[1].node.id() == "g");  // at risk, now on track
  CHECK(found.nodes[2].node.id() == "top");
  const double effect = 100 / 366.0 / 16;
  CHECK(found.effect == near(effect));
  for (const jj::NodeImpact& node : found.nodes) CHECK(node.effect == near(effect));
}

TEST_CASE("impact of a scenario on two branches") {
  const jj::Impact found =
      jj::impact(three(), jj::Scenario().value("a", 150).value("c", 120).value("idle", 0));
  CHECK(found.nodes[0].node.id() == "idle");  // a second root, of which nothing is done
  CHECK(found.nodes[1].node.id() == "top");
  CHECK(found.nodes[2].node.id() == "c");
  // Its share sinks from 0.75 to 0.375.
  CHECK(found.nodes[2].effect == near(20 / 366.0 * 0.5625));
  CHECK_THROWS_AS(jj::impact(three(), "g", 1), jj::Error);
}

TEST_CASE("a slip moves what waits, as far as no room is left") {
  // x ends on April 9 in place of March 10, y on April 14 in place of March 25: only y has a due
  // date of its own, March 28.
  const jj::Impact found = jj::impact(chain(), "x", jj::Slip{30});
  CHECK(reached(found) == "y+20! g+20 x+30");
  const jj::DateShift& y = *found.nodes[0].shift;
  CHECK(y.start_before == jj::Date(2024y / 3 / 21));
  CHECK(y.start_after == jj::Date(2024y / 4 / 10));
  CHECK(y.finish_after == jj::Date(2024y / 4 / 14));
  CHECK_FALSE(y.was_late);
  CHECK(y.due == jj::Date(2024y / 3 / 28));
  CHECK(y.plan_days == near(20 / 4.0));
  CHECK(found.nodes[1].shift->plan_days == near(20));
  CHECK(reached(jj::impact(chain(), "x", jj::Slip{5})) == "x+5");
  CHECK(reached(jj::impact(chain(), "z", jj::Slip{3})) == "g+3 y+3 z+3");
  CHECK(reached(jj::impact(chain(), "z", jj::Slip{10})) == "y+10! g+10 z+10");
  CHECK(reached(jj::impact(chain(), "w", jj::Slip{0})).empty());
}

TEST_CASE("a slip in words") {
  const jj::Impact found = jj::impact(chain(), "x", jj::Slip{30});
  CHECK(
      jj::describe(found.nodes[0], jj::Language::en) ==
      "earliest finish 2024-03-25 → 2024-04-14 (+20 calendar days), after its due date 2024-03-28");
  CHECK(jj::describe(found.nodes[1], jj::Language::zh) ==
        "最早完成 2024-03-25 → 2024-04-14（+20 个自然日）");
}

TEST_CASE("a slip of what is left on the day of an evaluation") {
  jj::Observations seen;
  seen.add("z", jj::Date(2024y / 3 / 20), 1).add("x", jj::Date(2024y / 3 / 5), 0.5);
  const jj::Evaluation now = jj::evaluate(chain(), seen, jj::Date(2024y / 3 / 20));
  // Half of x is left: March 21 to 25, and y follows.
  const jj::Impact found = jj::impact(now, "x", jj::Slip{10});
  CHECK(reached(found) == "g+10 x+10 y+10!");
  CHECK(holds(message_of<jj::Error>([&] { static_cast<void>(jj::impact(now, "z", jj::Slip{3})); }),
              "z"));
}

TEST_CASE("a value and a scenario change dates too") {
  const jj::Evaluation now = jj::evaluate(chain(), {}, jj::Date(2024y / 3 / 20));
  const jj::Impact done = jj::impact(now, "z", 1);
  CHECK(done.schedule_before);
  CHECK(done.nodes[0].node.id() == "g");
  CHECK(done.nodes[0].effect == near(1));  // of nothing, all there is data of is done
  const jj::Impact longer = jj::impact(now, jj::Scenario().duration("x", 60));
  CHECK(holds(reached(longer), "y+"));
  CHECK_FALSE(jj::impact(three(), "a", 150).schedule_before);
}

TEST_CASE("a slip that cannot be is refused") {
  CHECK_THROWS_AS(jj::impact(chain(), "x", jj::Slip{-1}), jj::Error);
  CHECK_THROWS_AS(jj::impact(chain(), "xx", jj::Slip{1}), jj::UnknownIdError);
}
