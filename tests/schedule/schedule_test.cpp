// SPDX-License-Identifier: BSL-1.0

// Schedules of small plans, computed by hand. The plans are of 2024, whose 1st of January is a
// Monday.

#include "schedule/small_schedule.hpp"

using jj::DependencyType;

namespace {

/// a takes 5 days, b 3; b waits for a in some way. c takes 20 and leaves them room.
jj::Schedule linked(DependencyType type, int lag = 0) {
  return jj::schedule(year_plan()
                          .task("a", "A", {.duration = 5})
                          .task("b", "B", {.depends_on = {{"a", type, lag}}, .duration = 3})
                          .task("c", "C", {.duration = 20})
                          .build());
}

}  // namespace

TEST_CASE("a chain of tasks, and one beside it that has room") {
  // a 01-01..01-05, b 01-06..01-08, c 01-09..01-10; d beside b takes 1 day of its 3.
  const jj::Plan plan = year_plan()
                            .task("a", "A", {.duration = 5})
                            .task("b", "B", {.depends_on = {"a"}, .duration = 3})
                            .task("d", "D", {.depends_on = {"a"}, .duration = 1})
                            .task("c", "C", {.depends_on = {"b", "d"}, .duration = 2})
                            .build();
  const jj::Schedule s = jj::schedule(plan);
  CHECK(dates(s, "a") == "01-01 01-05 | 01-01 01-05 | 0 0");
  CHECK(dates(s, "b") == "01-06 01-08 | 01-06 01-08 | 0 0");
  CHECK(dates(s, "d") == "01-06 01-06 | 01-08 01-08 | 2 2");
  CHECK(dates(s, "c") == "01-09 01-10 | 01-09 01-10 | 0 0");
  CHECK(s.finish() == jj::Date(2024y / 1 / 10));
  CHECK(ids(s.critical_path()) == "a b c");
  CHECK(ids(s.critical_path("d")) == "a d");
  CHECK(s["d"].driving->id() == "a");
  CHECK_FALSE(s["d"].is_critical);
  CHECK(s["b"].is_critical);
}

TEST_CASE("finish to start: the day after the predecessor, and its lag later") {
  // 20 days end on 01-20, so b may end then: 01-18..01-20, and a 5 days before it.
  CHECK(dates(linked(DependencyType::FS), "a") == "01-01 01-05 | 01-13 01-17 | 12 0");
  CHECK(dates(linked(DependencyType::FS), "b") == "01-06 01-08 | 01-18 01-20 | 12 12");
  CHECK(dates(linked(DependencyType::FS, 2), "b") == "01-08 01-10 | 01-18 01-20 | 10 10");
  CHECK(dates(linked(DependencyType::FS, 2), "a") == "01-01 01-05 | 01-11 01-15 | 10 0");
  CHECK(dates(linked(DependencyType::FS, -2), "b") == "01-04 01-06 | 01-18 01-20 | 14 14");
}

TEST_CASE("start to start: together with the predecessor, and its lag later") {
  CHECK(dates(linked(DependencyType::SS), "b") == "01-01 01-03 | 01-18 01-20 | 17 17");
  // a may begin on 01-16 for its own end, before b on 01-18.
  CHECK(dates(linked(DependencyType::SS), "a") == "01-01 01-05 | 01-16 01-20 | 15 0");
  CHECK(dates(linked(DependencyType::SS, 4), "b") == "01-05 01-07 | 01-18 01-20 | 13 13");
  CHECK(dates(linked(DependencyType::SS, 4), "a") == "01-01 01-05 | 01-14 01-18 | 13 0");
}

TEST_CASE("finish to finish: not finished before the predecessor, and its lag later") {
  CHECK(dates(linked(DependencyType::FF), "b") == "01-03 01-05 | 01-18 01-20 | 15 15");
  CHECK(dates(linked(DependencyType::FF, 3), "b") == "01-06 01-08 | 01-18 01-20 | 12 12");
  CHECK(dates(linked(DependencyType::FF, 3), "a") == "01-01 01-05 | 01-13 01-17 | 12 0");
}

TEST_CASE("start to finish: not finished before the predecessor begins, and its lag later") {
  CHECK(dates(linked(DependencyType::SF), "b") == "01-01 01-03 | 01-18 01-20 | 17 17");
  // Finished 8 days after a begins: 01-06..01-08.
  CHECK(dates(linked(DependencyType::SF, 8), "b") == "01-06 01-08 | 01-18 01-20 | 12 12");
  CHECK(dates(linked(DependencyType::SF, 8), "a") == "01-01 01-05 | 01-13 01-17 | 12 0");
}

TEST_CASE("a task does not begin before its own start") {
  const jj::Schedule s = jj::schedule(
      year_plan()
          .task("a", "A", {.duration = 5})
          .task("b", "B", {.depends_on = {"a"}, .start = 2024y / 2 / 1, .due = 2024y / 2 / 10})
          .build());
  CHECK(dates(s, "b") == "02-01 02-10 | 02-01 02-10 | 0 0");
  CHECK(s["b"].duration_source == jj::DurationSource::dates);
  CHECK(s["b"].duration == 10);
  // From 01-05 to 01-31 a may slip without moving b.
  CHECK(dates(s, "a") == "01-01 01-05 | 01-27 01-31 | 26 26");
  CHECK_FALSE(s["b"].driving.has_value());
}

TEST_CASE("a due date that cannot be kept is negative float and a conflict") {
  const jj::Plan plan =
      year_plan()
          .task("a", "A", {.duration = 8})
          .task("b", "B", {.depends_on = {"a"}, .start = 2024y / 1 / 1, .due = 2024y / 1 / 5})
          .build();
  // b takes 5 days: 01-09..01-13, 8 days after its due date.
  const jj::Schedule s = jj::schedule(plan);
  CHECK(dates(s, "b") == "01-09 01-13 | 01-01 01-05 | -8 0");
  CHECK(s["a"].total_float == -8);
  const auto conflicts = s.conflicts();
  REQUIRE(conflicts.size() == 1);
  CHECK(conflicts[0].node->id() == "b");
  CHECK(conflicts[0].days_late == 8);
  CHECK(ids(conflicts[0].chain.nodes) == "a b");
  CHECK(jj::to_text(s, conflicts[0], jj::Language::zh) ==
        "B（b）应于 2024-01-05 完成，但最早 2024-01-13 才能完成，晚 8 天。决定它的链条：A（a） → "
        "B（b）。");
}

TEST_CASE("a finish that was asked for bounds all, and may be too early") {
  const jj::Plan plan = year_plan().task("a", "A", {.duration = 8}).build();
  CHECK(dates(jj::schedule(plan, {.finish = 2024y / 1 / 10}), "a") ==
        "01-01 01-08 | 01-03 01-10 | 2 2");
  const jj::Schedule late = jj::schedule(plan, {.finish = 2024y / 1 / 5});
  CHECK(late["a"].total_float == -3);
  REQUIRE(late.conflicts().size() == 1);
  CHECK_FALSE(late.conflicts()[0].node.has_value());
}

TEST_CASE("with working days, durations and lags pass over weekends and holidays") {
  const jj::Plan plan =
      year_plan()
          .task("a", "A", {.duration = 5})
          .task("b", "B", {.depends_on = {{"a", DependencyType::FS, 1}}, .duration = 25})
          .build();
  // 01-01 is a holiday: a is 01-02..01-08; 01-09 passes; b begins on 01-10. To 02-09 there are 23
  // working days (8 + 5 + 5 + 5 less none, with Sunday 02-04 worked on: 3 + 5 + 5 + 5 + 6 = 24 to
  // 02-09), so that its 25th is Sunday 02-18.
  const jj::Schedule s = jj::schedule(plan, {.calendar = jj::Calendar::china()});
  CHECK(dates(s, "a") == "01-02 01-08 | 01-02 01-08 | 0 0");
  CHECK(dates(s, "b") == "01-10 02-18 | 01-10 02-18 | 0 0");
}

TEST_CASE("what is due on a free day is due on the working day before") {
  const jj::Schedule s = jj::schedule(year_plan().task("a", "A", {.due = 2024y / 1 / 7}).build(),
                                      {.calendar = jj::Calendar::weekdays()});
  CHECK(dates(s, "a") == "01-01 01-01 | 01-05 01-05 | 5 5");
}

TEST_CASE("a milestone has the date of the day that ends there, or of the first it may come on") {
  const jj::Schedule s = jj::schedule(year_plan()
                                          .task("start", "S")
                                          .task("a", "A", {.duration = 5})
                                          .task("m", "M", {.depends_on = {"a"}})
                                          .task("b", "B", {.depends_on = {"m"}, .duration = 2})
                                          .build());
  CHECK(dates(s, "start") == "01-01 01-01 | 01-07 01-07 | 7 7");
  CHECK(dates(s, "m") == "01-05 01-05 | 01-05 01-05 | 0 0");
  CHECK(dates(s, "b") == "01-06 01-07 | 01-06 01-07 | 0 0");
  CHECK(s["m"].duration_source == jj::DurationSource::assumed);
  CHECK(jj::notes(s, jj::Language::en) ==
        std::vector<std::string>{"2 of 4 tasks and indicators have neither a duration nor a start "
                                 "with a due date and are taken as 0 days."});
}

TEST_CASE("near-critical paths come with what they lack, the longest first") {
  const jj::Schedule s = jj::schedule(year_plan()
                                          .task("a", "A", {.duration = 5})
                                          .task("b", "B", {.depends_on = {"a"}, .duration = 3})
                                          .task("d", "D", {.depends_on = {"a"}, .duration = 1})
                                          .task("c", "C", {.depends_on = {"b", "d"}, .duration = 2})
                                          .task("e", "E", {.duration = 6})
                                          .build());
  CHECK(paths_of(s.near_critical(0)) == "a b c (0)");
  CHECK(paths_of(s.near_critical(2)) == "a b c (0); a d c (2)");
  CHECK(paths_of(s.near_critical(4)) == "a b c (0); a d c (2); e (4)");
  CHECK(paths_of(s.near_critical(4, 2)) == "a b c (0); a d c (2)");
  CHECK(paths_of(s.near_critical(9, "d")) == "a d (0)");
  CHECK(message_of<jj::Error>([&] { (void)s.near_critical(-1); }) ==
        "near-critical paths: expected 0 days or more, found -1");
}

TEST_CASE("two definitions of critical") {
  // b is due long after: nothing is without float, but a and b are the longest path.
  const jj::Schedule s =
      jj::schedule(year_plan()
                       .task("a", "A", {.duration = 5})
                       .task("b", "B", {.depends_on = {"a"}, .due = 2024y / 6 / 30})
                       .task("c", "C", {.duration = 1})
                       .build());
  CHECK(ids(s.critical_path(jj::Critical::longest_path)) == "a");
  CHECK(s.is_critical("a", jj::Critical::longest_path));
  CHECK_FALSE(s.is_critical("c", jj::Critical::longest_path));
  CHECK(ids(s.critical_path("b", jj::Critical::zero_float)) == "a b");
  CHECK(ids(s.critical_path("b", jj::Critical::longest_path)) == "a b");
}

TEST_CASE("ids that no node has are named with the nearest") {
  const jj::Schedule s = linked(DependencyType::FS);
  CHECK(holds(message_of<jj::UnknownIdError>([&] { (void)s["aa"]; }),
              "no node \"aa\"; nearest: \"a\""));
  CHECK_THROWS_AS(s.critical_path("aa"), jj::UnknownIdError);
  CHECK_THROWS_AS(jj::schedule(s.plan(), {.delays = {{"aa", 3}}}), jj::UnknownIdError);
}

TEST_CASE("durations and lags that lead beyond the calendar are refused") {
  jj::PlanBuilder draft = year_plan();
  for (int i = 0; i < 60; ++i) {
    const std::string before = "t" + std::to_string(i - 1);
    jj::NodeOptions options{.duration = 73'200};
    if (i > 0) options.depends_on = {before};
    draft.task("t" + std::to_string(i), "T", options);
  }
  const jj::Plan plan = draft.build();
  CHECK(holds(message_of<jj::Error>([&] { (void)jj::schedule(plan); }),
              "leads beyond the year 9999 at node \"t39\""));
}

TEST_CASE("the schedule of an empty plan ends with its start") {
  CHECK(jj::schedule(year_plan().build()).finish() == new_year);
  CHECK(jj::Schedule().size() == 0);
  CHECK(jj::schedule(year_plan().build()).critical_path().empty());
}

TEST_CASE("schedules of equal plans with equal options are equal") {
  CHECK(linked(DependencyType::FS) == linked(DependencyType::FS));
  CHECK_FALSE(linked(DependencyType::FS) == linked(DependencyType::SS));
  const jj::Plan plan = linked(DependencyType::FS).plan();
  CHECK_FALSE(jj::schedule(plan) == jj::schedule(plan, {.finish = year_end}));
}
