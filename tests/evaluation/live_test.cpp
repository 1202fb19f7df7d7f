// SPDX-License-Identifier: BSL-1.0

// A plan that is followed reading by reading, on plans small enough to be reckoned by hand.

#include <jinjiang/evaluation/live.hpp>

#include "support/year_plan.hpp"

using jj::Status;

namespace {

/// g has the parts a (weight 1) and b (weight 3), root has g and c.
jj::Plan tree() {
  return year_plan()
      .goal("root", "Root")
      .goal("g", "G", {.part_of = {"root"}})
      .indicator("a", "A", year_count(), {.part_of = {"g"}})
      .indicator("b", "B", year_count(), {.part_of = {{"g", 3}}})
      .indicator("c", "C", year_count(), {.part_of = {"root"}})
      .build();
}

std::vector<std::string> ids_of(const jj::Changes& changes) {
  std::vector<std::string> ids;
  for (const jj::Change& change : changes) ids.emplace_back(change.node.id());
  return ids;
}
using Ids = std::vector<std::string>;

/// What the live evaluation says is what a full one says.
bool is_full(const jj::LiveEvaluation& live) {
  jj::Observations all;
  for (std::size_t i = 0; i < live.observations().size(); ++i) all.add(live.observations()[i]);
  return live.evaluation() == jj::evaluate(live.plan(), all, live.as_of());
}

}  // namespace

TEST_CASE("a reading changes its leaf and the goals above it, from the deepest up") {
  jj::LiveEvaluation live(tree(), values_on(day_100, {{"a", 183}, {"b", 0}, {"c", 0}}), day_100);
  CHECK(*live["g"].attainment == near(0.125));  // (1 * 0.5 + 3 * 0) / 4
  const jj::Changes changes = live.observe("b", day_100 - 1, 183);
  CHECK(changes.empty());  // the reading of the 100th day is later
  const jj::Changes later = live.observe("b", day_100, 183, {.known_on = day_100 + 1});
  CHECK(ids_of(later) == Ids{"b", "g", "root"});
  CHECK(later[0].before.value == 0.0);
  CHECK(later[0].after.value == 183.0);
  CHECK(*later[1].before.attainment == near(0.125));
  CHECK(*later[1].after.attainment == near(0.5));      // (1 * 0.5 + 3 * 0.5) / 4
  CHECK(*later[2].before.attainment == near(0.0625));  // (0.125 + 0) / 2
  CHECK(*later[2].after.attainment == near(0.25));     // (0.5 + 0) / 2
  CHECK(is_full(live));
}

TEST_CASE("nothing above a goal that comes out as it was is changed") {
  const jj::Plan plan = year_plan()
                            .goal("root", "Root")
                            .goal("g", "G", {.part_of = {"root"}, .rule = {jj::RuleKind::worst}})
                            .indicator("a", "A", year_count(), {.part_of = {"g"}})
                            .indicator("b", "B", year_count(), {.part_of = {"g"}})
                            .build();
  jj::LiveEvaluation live(plan, values_on(day_100, {{"a", 50}, {"b", 100}}), day_100);
  CHECK(ids_of(live.observe("b", day_100, 120, {.known_on = mid_year})) == Ids{"b"});
  CHECK(ids_of(live.observe("a", day_100, 60, {.known_on = mid_year})) == Ids{"a", "g", "root"});
  CHECK(is_full(live));
}

TEST_CASE("progress beyond the target changes the leaf alone") {
  jj::LiveEvaluation live(tree(), values_on(day_100, {{"a", 400}, {"b", 1}, {"c", 1}}), day_100);
  CHECK(ids_of(live.observe("a", day_100, 500, {.known_on = mid_year})) == Ids{"a"});
  CHECK(live["a"].progress == 500.0 / 366);
  CHECK(is_full(live));
}

TEST_CASE("a newer reading of the same figure changes what is expected") {
  jj::LiveEvaluation live(tree(), values_on(new_year, {{"a", 183}}), day_100);
  const jj::Changes changes = live.observe("a", day_100, 183);
  REQUIRE(ids_of(changes) == Ids{"a", "g", "root"});
  CHECK(changes[0].before.observed_on == new_year);
  CHECK(changes[0].after.observed_on == day_100);
  CHECK(*changes[0].after.expected == near(100.0 / 366));
  CHECK(is_full(live));
}

TEST_CASE("a part of two goals changes both, and a goal above them once") {
  const jj::Plan plan = year_plan()
                            .goal("root", "Root")
                            .goal("g", "G", {.part_of = {"root"}})
                            .goal("h", "H", {.part_of = {"root"}})
                            .indicator("a", "A", year_count(), {.part_of = {"g", {"h", 2}}})
                            .indicator("b", "B", year_count(), {.part_of = {"h"}})
                            .build();
  jj::LiveEvaluation live(plan, values_on(day_100, {{"b", 0}}), day_100);
  CHECK(ids_of(live.observe("a", day_100, 183)) == Ids{"a", "h", "g", "root"});
  CHECK(*live["h"].attainment == near(1.0 / 3));  // (2 * 0.5 + 0) / 3
  CHECK(is_full(live));
}

TEST_CASE("a task is freed when its predecessor is finished, and blocked again") {
  const jj::Plan plan = year_plan()
                            .task("first", "First", {.due = year_end})
                            .task("next", "Next", {.depends_on = {"first"}, .start = new_year})
                            .build();
  jj::LiveEvaluation live(plan, {}, day_100);
  CHECK(live["next"].status == Status::blocked);
  const jj::Changes freed = live.observe("first", day_100 - 2, 1);
  CHECK(ids_of(freed) == Ids{"first", "next"});
  CHECK(freed[1].before.status == Status::blocked);
  CHECK(freed[1].after.status == Status::no_data);
  CHECK(live.observe("first", day_100 - 1, 0.5)[1].after.status == Status::blocked);
  CHECK(is_full(live));
}

TEST_CASE("a target that follows another indicator moves with its readings") {
  const jj::Target follows = jj::Target::relative(jj::Comparator::at_least, {"base", 1},
                                                  jj::UnitTable::standard().at("%"));
  const jj::Plan plan =
      year_plan().indicator("base", "Base", jj::reach(5, "%")).indicator("x", "X", follows).build();
  jj::LiveEvaluation live(plan, values_on(mid_year, {{"x", 6}}), mid_year);
  CHECK(live["x"].status == Status::not_comparable);
  CHECK(ids_of(live.observe("base", mid_year, 5)) == Ids{"base", "x"});
  CHECK(live["x"].status == Status::met_early);  // 6 of 5 + 1
  CHECK(is_full(live));
}

TEST_CASE("a dry run says what would change and changes nothing") {
  jj::LiveEvaluation live(tree(), values_on(day_100, {{"a", 183}}), day_100);
  const jj::Evaluation before = live.evaluation();
  const auto changes = live.dry_run("b", day_100, 366);
  REQUIRE(changes.size() == 3);
  CHECK(changes[0].after.status == Status::met_early);
  CHECK_FALSE(changes[0].before.value.has_value());
  CHECK(live.evaluation() == before);
  CHECK(live.observations() == before.observations());
  CHECK(live.dry_run_all(values_on(day_100, {{"b", 1}, {"c", 1}})).size() == 4);
  CHECK(live.evaluation() == before);
  CHECK(ids_of(live.observe("b", day_100, 366)) == Ids{"b", "g", "root"});
}

TEST_CASE("a batch evaluates every goal once") {
  jj::LiveEvaluation live(tree(), {}, day_100);
  const jj::Changes changes =
      live.observe_all(values_on(day_100, {{"a", 183}, {"b", 366}, {"c", 0}}));
  CHECK(ids_of(changes) == Ids{"a", "b", "c", "g", "root"});
  CHECK(*live["g"].attainment == near(0.875));      // (0.5 + 3 * 1) / 4
  CHECK(*live["root"].attainment == near(0.4375));  // (0.875 + 0) / 2
  CHECK(is_full(live));
}

TEST_CASE("a batch of many goals goes through all of them in one sweep") {
  jj::PlanBuilder draft = year_plan();
  draft.goal("root", "Root");
  jj::Observations all;
  for (int i = 0; i < 300; ++i) {
    const std::string goal = "g" + std::to_string(i);
    draft.goal(goal, "G", {.part_of = {"root"}});
    draft.indicator(goal + ".a", "A", year_count(), {.part_of = {goal}});
    all.add(goal + ".a", day_100, i);
  }
  jj::LiveEvaluation live(draft.build(), {}, day_100);
  CHECK(live.observe_all(all).size() == 601);
  CHECK(is_full(live));
  CHECK(live.observe_all(live.observations()).empty());
  CHECK(live.observations().size() == 600);
}

TEST_CASE("readings that do not fit are refused with the reason, and leave all as it was") {
  jj::LiveEvaluation live(tree(), values_on(day_100, {{"a", 183}}), day_100);
  const jj::Evaluation before = live.evaluation();
  const auto refused = [&](const char* id, double value, const jj::ReadingOptions& options = {}) {
    return message_of<jj::ObservationError>([&] { live.observe(id, day_100, value, options); });
  };
  CHECK(holds(refused("g", 1), "goal g \"G\": observation of 2024-04-09: a goal is measured only"));
  CHECK(holds(refused("a", 184), "contradict each other: 183 and 184"));
  CHECK(holds(refused("b", 1, {.unit = jj::UnitTable::standard().at("亩")}),
              "the target is in 个 but it is in 亩"));
  CHECK(holds(refused("b", 1, {.known_on = new_year}), "before its date"));
  CHECK(holds(message_of<jj::UnknownObservationError>([&] { live.observe("aa", day_100, 1); }),
              "observation of 2024-04-09: no node \"aa\"; nearest: \"a\""));
  CHECK(holds(message_of<jj::UnknownObservationError>([&] {
                live.observe_all(values_on(day_100, {{"b", 1}, {"zz", 1}}));
              }),
              "zz"));
  CHECK(live.evaluation() == before);
  CHECK(live.observations() == before.observations());
}

TEST_CASE("a contradiction within a batch is counted within the batch") {
  jj::LiveEvaluation live(tree(), values_on(day_100, {{"a", 183}, {"c", 1}}), day_100);
  const jj::Evaluation before = live.evaluation();
  try {
    live.observe_all(values_on(day_100, {{"b", 1}, {"c", 1}, {"a", 184}}));
    FAIL("it was taken");
  } catch (const jj::ObservationError& error) {
    CHECK(error.reading() == 2);
  }
  CHECK(live.evaluation() == before);
  CHECK(is_full(live));
}

TEST_CASE("ids that the plan does not have can be passed over, but not contradict themselves") {
  jj::Observations seen = values_on(day_100, {{"a", 183}, {"stray", 1}});
  jj::LiveEvaluation live(tree(), seen, day_100, {.ignore_unknown = true});
  CHECK(live.observe("other", day_100, 5).empty());
  CHECK(live.dry_run("third", day_100, 5).empty());
  CHECK(live.observations().size() == 3);
  CHECK(live.observations().of("third").empty());
  for (const char* id : {"stray", "other"}) {
    CHECK(holds(message_of<jj::ObservationError>([&] { live.observe(id, day_100, 7); }),
                "contradict each other"));
  }
  CHECK(live.observe("other", day_100, 5).empty());
  CHECK(live.evaluation() ==
        jj::evaluate(live.plan(), live.observations(), day_100, {.ignore_unknown = true}));
}

TEST_CASE("a snapshot and a copy of the readings stay as they were taken") {
  jj::LiveEvaluation live(tree(), {}, day_100);
  live.observe("a", day_100, 183);
  const jj::Evaluation snapshot = live.evaluation();
  const jj::Observations kept = live.observations();
  live.observe("b", day_100, 183);
  CHECK(kept.size() == 1);
  CHECK_FALSE(snapshot["b"].value.has_value());
  CHECK(live["b"].value == 183.0);
  CHECK(snapshot == jj::evaluate(tree(), kept, day_100));
  CHECK(is_full(live));
}

TEST_CASE("a live evaluation can be moved") {
  jj::LiveEvaluation live(tree(), {}, day_100);
  live.observe("a", day_100, 183);
  jj::LiveEvaluation other = std::move(live);
  CHECK(ids_of(other.observe("b", day_100, 1)) == Ids{"b", "g", "root"});
  CHECK(is_full(other));
}

TEST_CASE("an empty plan can be followed") {
  jj::LiveEvaluation live(jj::Plan{}, {}, day_100);
  CHECK(live.size() == 0);
  CHECK(live.observe_all({}).empty());
  CHECK_THROWS_AS(live.observe("a", day_100, 1), jj::UnknownObservationError);
}
