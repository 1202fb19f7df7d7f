// SPDX-License-Identifier: BSL-1.0

// Dates, texts, policies and fields of the wrong kind of node that a draft is refused for.

#include "support/problems.hpp"

namespace {

std::string with(const jj::NodeOptions& options) {
  return problem_of(year_plan().task("t", "T", options));
}
std::string with_target(const jj::Target& target, const jj::NodeOptions& options) {
  return problem_of(year_plan().indicator("x", "X", target, options));
}
std::string goal_with(const jj::NodeOptions& options) {
  return problem_of(year_plan().goal("g", "G", options));
}

}  // namespace

TEST_CASE("a node cannot be due before it starts") {
  CHECK(holds(with({.start = mid_year, .due = day_100}),
              "task t \"T\": it is due on 2024-04-09, before its start on 2024-06-30"));
}

TEST_CASE("a node must touch the plan's period") {
  CHECK(
      holds(with({.due = new_year - 1}),
            "it is due on 2023-12-31, before the plan's period begins on 2024-01-01 (the plan runs "
            "from 2024-01-01 to 2024-12-31)"));
  CHECK(holds(with({.start = year_end + 1}),
              "it starts on 2025-01-01, after the plan's period ends on 2024-12-31"));
  CHECK(holds(with({.start = year_end + 1, .due = year_end + 30}),
              "it starts on 2025-01-01, after the plan's period ends on 2024-12-31"));
}

TEST_CASE("a node may begin before the plan and end after it") {
  const jj::Plan plan =
      year_plan().task("t", "T", {.start = new_year - 90, .due = year_end + 90}).build();
  CHECK(plan["t"].start() == new_year - 90);
  CHECK(plan["t"].due() == year_end + 90);
}

TEST_CASE("a period cannot end before it starts") {
  CHECK(holds(message_of<jj::Error>([] { (void)jj::Period(year_end, new_year); }),
              "a period cannot end before it starts: it starts on 2024-12-31 and ends on "
              "2024-01-01"));
}

TEST_CASE("start, due and duration must agree") {
  CHECK(holds(with({.start = day_100, .due = day_100 + 9, .duration = 9}),
              "2024-04-09 through 2024-04-18 is 10 days, found 9"));
  CHECK(holds(with({.duration = 0}), "a duration must be from 1"));
}

TEST_CASE("a node and its target must be due on one day") {
  CHECK(holds(with_target(jj::reach(1, "家", {.due = mid_year}), {.due = year_end}),
              "due on 2024-12-31 but its target on 2024-06-30"));
}

TEST_CASE("progress of a task is a fraction") {
  CHECK(holds(with({.progress = 1.5}), "progress must be from 0 to 1, found 1.5"));
  CHECK(holds(with({.progress = -0.1}), "found -0.1"));
}

TEST_CASE("a rule on an indicator or a task is refused") {
  const jj::Rule worst{jj::RuleKind::worst};
  CHECK(holds(with_target(whole_share(), {.rule = worst}), "rule belongs to goals"));
  CHECK(holds(with({.rule = worst}), "rule belongs to goals"));
}

TEST_CASE("at_least needs its number") {
  CHECK(holds(goal_with({.rule = {jj::RuleKind::at_least, 0}}), "1 or more"));
}

TEST_CASE("what belongs to tasks is refused elsewhere") {
  CHECK(holds(goal_with({.progress = 0.5}), "progress belongs to tasks"));
  CHECK(holds(goal_with({.duration = 5}), "duration belongs to tasks"));
  CHECK(holds(goal_with({.profile = jj::Profile(jj::ProfileKind::hold)}), "profile belongs to"));
  CHECK(holds(with_target(whole_share(), {.profile = jj::Profile(jj::ProfileKind::hold)}),
              "profile belongs to tasks, and to the target of an indicator"));
}

TEST_CASE("what belongs to a target is refused without one") {
  CHECK(holds(goal_with({.measure = jj::Measure::count}), "measure belongs to indicators"));
  CHECK(holds(problem_of(year_plan().task("t", "T").revise("t", {day_100, whole_share(), ""})),
              "only the target of an indicator can be revised"));
}

TEST_CASE("a revision of a goal is one problem, reported once") {
  CHECK(holds(goal_with({.revisions = {{day_100, whole_share(), ""}}}), "revisions belongs to"));
}

TEST_CASE("a measure that contradicts its target is refused") {
  CHECK(
      holds(with_target(jj::reach(5, "家"), {.measure = jj::Measure::growth}), "a growth is in %"));
  CHECK(holds(with_target(jj::reach(2, "百分点"), {.measure = jj::Measure::growth}), "百分点"));
}

TEST_CASE("revisions must keep the dimension and differ in date") {
  jj::PlanBuilder unit = year_plan();
  unit.indicator("x", "X", jj::reach(5, "家")).revise("x", {day_100, jj::reach(5, "户"), ""});
  CHECK(holds(problem_of(unit), "the target is in 家 but its revision of 2024-04-09 is in 户"));
  jj::PlanBuilder twice = year_plan();
  twice.indicator("x", "X", jj::reach(5, "家"))
      .revise("x", {day_100, jj::reach(6, "家"), ""})
      .revise("x", {day_100, jj::reach(7, "家"), ""});
  CHECK(holds(problem_of(twice), "two revisions take effect on 2024-04-09"));
}

TEST_CASE("profiles must fit the node's dates") {
  const auto steps = jj::Profile::milestones({{mid_year, 0.5}});
  CHECK(holds(with({.due = day_100, .profile = steps}),
              "milestone 2024-06-30 lies outside 2024-01-01 to 2024-04-09"));
  const auto months = jj::Profile::monthly(std::vector<double>(12, 1.0 / 12));
  CHECK(holds(with({.due = 2025y / 1 / 1, .profile = months}),
              "covers 12 months, through 2024-12-31, but it is due on 2025-01-01"));
}

TEST_CASE("ids and titles that are too long are refused") {
  const std::string id(257, 'a');
  CHECK(holds(problem_of(year_plan().task(id, "T")),
              "id: it has 257 bytes, at most 256 are allowed"));
  CHECK(year_plan().task(id.substr(1), "T").build().size() == 1);
  const std::string title(4097, 'a');
  CHECK(holds(problem_of(year_plan().task("t", title)),
              "title: it has 4097 bytes, at most 4096 are allowed"));
  CHECK(year_plan().task("t", title.substr(1)).build().size() == 1);
}

TEST_CASE("texts that are too long are refused") {
  const std::string text(65537, 'a');
  CHECK(holds(with({.note = text}), "note: it has 65537 bytes, at most 65536 are allowed"));
  CHECK(holds(with({.owner = text}), "65537 bytes"));
  CHECK(holds(with({.supporting = {text}}), "65537 bytes"));
  CHECK(holds(with({.tags = {text}}), "65537 bytes"));
  CHECK(holds(with({.source = {.section = text}}), "65537 bytes"));
  CHECK(holds(problem_of(year_plan().title(text)), "title: it has 65537 bytes"));
}

TEST_CASE("texts that are not UTF-8 are refused with the place") {
  CHECK(holds(problem_of(year_plan().task("t\xff", "T")), "id: byte 1 is not UTF-8"));
  CHECK(holds(problem_of(year_plan().task("t", "ab\xc3")), "title: byte 2 is not UTF-8"));
  CHECK(holds(with({.owner = "\xed\xa0\x80"}), "byte 0 is not UTF-8"));  // a surrogate
  CHECK(holds(with({.note = "\xc0\xaf"}), "byte 0 is not UTF-8"));       // overlong
  CHECK(holds(problem_of(year_plan().issuer("\xf5\x80\x80\x80")), "byte 0 is not UTF-8"));
}

TEST_CASE("control characters and outer spaces in an id are refused") {
  CHECK(holds(problem_of(year_plan().task("a\nb", "T")), "control characters"));
  CHECK(holds(problem_of(year_plan().task("a\x7f", "T")), "control characters"));
  CHECK(holds(problem_of(year_plan().task(" a", "T")), "begin or end with a space"));
  CHECK(holds(problem_of(year_plan().task("a ", "T")), "begin or end with a space"));
}

TEST_CASE("an id may be Chinese and hold a space inside") {
  CHECK(year_plan().task("任务 一", "T").build().contains("任务 一"));
}

TEST_CASE("a source's span cannot end before it begins") {
  CHECK(holds(with({.source = {.begin = 5, .end = 4}}), "its span ends before it begins"));
}

TEST_CASE("extension keys begin with x-") {
  CHECK(holds(with({.extensions = {{"y", "1"}}}), "expected UTF-8 that begins with x-"));
  CHECK(holds(problem_of(year_plan().extensions({{"", "1"}})), "begins with x-"));
}

TEST_CASE("a policy that contradicts itself is refused") {
  CHECK(holds(problem_of(year_plan().policy({.at_risk = 0})), "0 < at_risk"));
  CHECK(holds(problem_of(year_plan().policy({.ahead = 0.9})), "ahead 0.9"));
  CHECK(holds(problem_of(year_plan().policy({.minimum_coverage = 1.5})), "found 1.5"));
  CHECK(holds(problem_of(year_plan().policy({.stale_after = -1})), "found -1"));
}
