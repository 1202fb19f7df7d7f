// SPDX-License-Identifier: BSL-1.0

// Findings about dates: of goals, of the plan, of predecessors.

#include "check/findings.hpp"

using enum jj::CheckCode;

namespace {

const jj::Date march = 2024y / 3 / 31;
const jj::Date june = 2024y / 6 / 30;

/// A task b that waits for a task a, both with what dates and duration they are given.
jj::PlanBuilder waiting(const jj::NodeOptions& a, jj::NodeOptions b, jj::DependencyType type,
                        int lag = 0) {
  auto draft = year_plan();
  b.depends_on = {{"a", type, lag}};
  draft.task("a", "甲", a).task("b", "乙", b);
  return draft;
}

}  // namespace

TEST_CASE("due after the goal, before the goal starts, and by default after the goal") {
  auto draft = year_plan();
  draft.goal("g", "总", {.start = march, .due = june})
      .task("late", "甲", {.part_of = {"g"}, .due = june + 1})
      .task("early", "乙", {.part_of = {"g"}, .start = new_year, .due = march - 1})
      .task("never said", "丙", {.part_of = {"g"}})
      .task("last day", "丁", {.part_of = {"g"}, .due = june})
      .task("first day", "戊", {.part_of = {"g"}, .due = march});
  CHECK(sentences(draft, due_outside_parent) ==
        Lines{"甲 (late) is due on 2024-07-01, after its goal 总 (g) on 2024-06-30",
              "乙 (early) is due on 2024-03-30, before its goal 总 (g) starts on 2024-03-31",
              "丙 (never said) has no due date of its own, so it is due on 2024-12-31, after its "
              "goal 总 (g) on 2024-06-30"});
  CHECK(found(draft, start_outside_parent) == Lines{"early: g"});
}

TEST_CASE("the due date of a target is that of its indicator") {
  auto draft = year_plan();
  draft.goal("g", "总", {.due = june})
      .indicator("a", "甲", jj::reach(5, "个", {.due = june + 1}), {.part_of = {"g"}})
      .indicator("b", "乙", jj::reach(5, "个", {.due = june}), {.part_of = {"g"}});
  CHECK(found(draft, due_outside_parent) == Lines{"a: g"});
}

TEST_CASE("every goal of a node is looked at, but no cancelled one") {
  auto draft = year_plan();
  draft.goal("g", "总", {.due = march})
      .goal("h", "另", {.due = june})
      .goal("gone", "撤", {.due = march, .lifecycle = jj::Lifecycle::cancelled})
      .task("a", "甲", {.part_of = {"g", "h", "gone"}, .due = june});
  CHECK(found(draft, due_outside_parent) == Lines{"a: g"});
}

TEST_CASE("dates outside the plan's period are found") {
  auto draft = year_plan();
  draft.task("a", "甲", {.due = year_end + 1})
      .task("b", "乙", {.start = new_year - 1, .due = year_end})
      .task("c", "丙", {.start = new_year, .due = year_end});
  CHECK(sentences(draft, dates_outside_plan) ==
        Lines{"甲 (a) is due on 2025-01-01, after the plan ends on 2024-12-31",
              "乙 (b) starts on 2023-12-31, before the plan begins on 2024-01-01"});
}

TEST_CASE("a task without a due date is found, and one whose duration gives it is not") {
  auto draft = year_plan();
  draft.task("a", "甲")
      .task("b", "乙", {.due = june})
      .task("c", "丙", {.start = march, .duration = 5})
      .indicator("d", "丁", year_count());
  CHECK(found(draft, task_without_due) == Lines{"a"});
}

TEST_CASE("finish to start: it starts on the day after, at the earliest") {
  using enum jj::DependencyType;
  // a ends on 31 March, so b may start on 1 April; with a lag of 2 on 3 April.
  CHECK(found(waiting({.due = march}, {.start = march + 1}, FS), start_before_predecessor).empty());
  CHECK(sentences(waiting({.due = march}, {.start = march}, FS), start_before_predecessor) ==
        Lines{"乙 (b) is to start on 2024-03-31, but by the dates of 甲 (a) it cannot start before "
              "2024-04-01"});
  CHECK(found(waiting({.due = march}, {.start = march + 2}, FS, 2), start_before_predecessor) ==
        Lines{"b: a"});
  CHECK(found(waiting({.due = march}, {.start = march + 3}, FS, 2), start_before_predecessor)
            .empty());
}

TEST_CASE("finish to start: two due dates of one day agree unless the work takes known days") {
  using enum jj::DependencyType;
  CHECK(found(waiting({.due = june}, {.due = june}, FS), due_before_predecessor).empty());
  CHECK(found(waiting({.due = june}, {.due = june - 1}, FS), due_before_predecessor) ==
        Lines{"b: a"});
  // Ten days from 1 July on end on 10 July.
  CHECK(
      found(waiting({.due = june}, {.due = june + 10, .duration = 10}, FS), due_before_predecessor)
          .empty());
  CHECK(sentences(waiting({.due = june}, {.due = june + 9, .duration = 10}, FS),
                  due_before_predecessor) ==
        Lines{"乙 (b) is due on 2024-07-09, but by the dates of 甲 (a) it cannot finish before "
              "2024-07-10"});
}

TEST_CASE("start to start, finish to finish and start to finish") {
  using enum jj::DependencyType;
  CHECK(found(waiting({.start = march}, {.start = march}, SS), start_before_predecessor).empty());
  CHECK(found(waiting({.start = march}, {.start = march - 1}, SS), start_before_predecessor) ==
        Lines{"b: a"});
  CHECK(found(waiting({.due = june}, {.due = june}, FF), due_before_predecessor).empty());
  CHECK(found(waiting({.due = june}, {.due = june + 4}, FF, 5), due_before_predecessor) ==
        Lines{"b: a"});
  // The evening before a starts is the morning on which it starts.
  CHECK(found(waiting({.start = march}, {.due = march - 1}, SF), due_before_predecessor).empty());
  CHECK(found(waiting({.start = march}, {.due = march - 2}, SF), due_before_predecessor) ==
        Lines{"b: a"});
}

TEST_CASE("dates that nobody gave are held against nothing") {
  using enum jj::DependencyType;
  CHECK(found(waiting({}, {.due = june}, FS), due_before_predecessor).empty());
  CHECK(found(waiting({.due = year_end}, {}, FS), due_before_predecessor).empty());
  CHECK(found(waiting({.due = june}, {.start = new_year}, SS), start_before_predecessor).empty());
}

TEST_CASE("a dependency on what is cancelled is found, and its dates are not asked") {
  using enum jj::DependencyType;
  const auto draft =
      waiting({.due = june, .lifecycle = jj::Lifecycle::cancelled}, {.due = march}, FS);
  CHECK(found(draft, depends_on_cancelled) == Lines{"b: a"});
  CHECK(found(draft, due_before_predecessor).empty());
}

TEST_CASE("a task that waits and has no start is never blocked") {
  using enum jj::DependencyType;
  CHECK(found(waiting({}, {.due = june}, FS), dependency_without_start) == Lines{"b"});
  CHECK(found(waiting({}, {.start = march}, FS), dependency_without_start).empty());
  CHECK(found(waiting({}, {.due = june, .duration = 3}, FS), dependency_without_start).empty());
  CHECK(found(waiting({}, {.due = june}, FF), dependency_without_start).empty());
}
