// SPDX-License-Identifier: BSL-1.0

// What needs attention, and how the lead units stand.

#include "support/goal_plan.hpp"

namespace {

jj::Evaluation sample() {
  const jj::Plan plan = year_plan()
                            .goal("g", "G", {.owner = "市长"})
                            .indicator("risk", "R", year_count(), {.part_of = {"g"}, .owner = "甲"})
                            .indicator("off", "O", year_count(), {.part_of = {"g"}, .owner = "乙"})
                            .indicator("worse", "W", year_count(), {.owner = "乙"})
                            .task("missed", "M", {.owner = "甲", .due = new_year + 9})
                            .task("blocked", "B", {.depends_on = {"risk"}, .start = new_year})
                            .indicator("good", "K", year_count(), {.owner = "甲"})
                            .indicator("none", "N", year_count(), {.owner = "甲"})
                            .build();
  return jj::evaluate(
      plan,
      values_on(day_100,
                {{"risk", 90}, {"off", 70}, {"worse", 60}, {"missed", 0.5}, {"good", 366}}),
      day_100);
}

}  // namespace

TEST_CASE("what needs attention comes missed, off track, blocked, at risk, and then by pace") {
  const auto now = sample();
  const auto behind = now.behind();
  REQUIRE(behind.size() == 5);
  CHECK(behind[0].node.id() == "missed");
  CHECK(behind[1].node.id() == "worse");  // pace 0.6
  CHECK(behind[2].node.id() == "off");    // pace 0.7
  CHECK(behind[3].node.id() == "blocked");
  CHECK(behind[4].node.id() == "risk");
}

TEST_CASE("lead units come in the order of their first leaves, with their leaves counted") {
  const auto now = sample();
  const auto owners = now.by_owner();
  REQUIRE(owners.size() == 3);
  CHECK(owners[0].owner == "甲");
  CHECK(owners[0].nodes == 4);
  CHECK(owners[0].met == 1);
  CHECK(owners[0].behind == 2);
  CHECK(owners[0].no_data == 1);
  // risk 90/366, missed 0.5, good 1; none has no data
  CHECK(owners[0].attainment.value() == near((90.0 / 366 + 0.5 + 1) / 3));
  CHECK(owners[1].owner == "乙");
  CHECK(owners[1].nodes == 2);
  CHECK(owners[1].behind == 2);
  CHECK(owners[2].owner.empty());
  CHECK(owners[2].behind == 1);
  CHECK_FALSE(owners[2].attainment.has_value());
}

TEST_CASE("an evaluation keeps its plan and its observations") {
  jj::Observations seen = values_on(day_100, {{"a", 40}});
  const auto now = jj::evaluate(shares({{"a"}}).build(), seen, day_100);
  seen.add("a", day_100, 90, {.known_on = day_100 + 1});
  CHECK(now.observations().size() == 1);
  CHECK(now["a"].value == 40.0);
  CHECK(now.plan().size() == 2);
  CHECK(now.size() == 2);
}

TEST_CASE("an unknown id has no result") {
  const auto now = sample();
  CHECK(holds(message_of<jj::UnknownIdError>([&] { (void)now["rusk"]; }), "nearest: \"risk\""));
}
