// SPDX-License-Identifier: BSL-1.0

// What a date that is given says to the schedule, and what one says that a duration gives.

#include <jinjiang/analysis/readiness.hpp>

#include "schedule/small_schedule.hpp"

namespace {

jj::Schedule on_china_days(const jj::Plan& plan) {
  return jj::schedule(plan, {.calendar = jj::Calendar::china()});
}

std::string text_of(const jj::Schedule& schedule, jj::Language language = jj::Language::en) {
  const auto conflicts = schedule.conflicts();
  return conflicts.empty() ? "" : jj::to_text(schedule, conflicts.front(), language);
}

}  // namespace

TEST_CASE("a start with a duration is a day not to begin before, and leaves room") {
  const jj::Plan plan = year_plan()
                            .task("a", "A", {.start = 2024y / 2 / 8, .duration = 5})
                            .task("c", "C", {.duration = 60})
                            .build();
  // c is finished on 02-29 (31 + 29 days), 17 days after 02-12.
  const jj::Schedule s = jj::schedule(plan);
  CHECK(dates(s, "a") == "02-08 02-12 | 02-25 02-29 | 17 17");
  CHECK(s["a"].duration_source == jj::DurationSource::given);
  CHECK(s.conflicts().empty());
  CHECK(holds(jj::why_not_critical(s, "a", jj::Language::en), "Its own start, 2024-02-08"));
  // 02-08, 02-09, and after the Spring Festival 02-18 (a Sunday that is worked on), 02-19, 02-20.
  const jj::Schedule worked = on_china_days(plan);
  CHECK(dates(worked, "a").substr(0, 11) == "02-08 02-20");
  CHECK(worked["a"].duration == 5);
  CHECK(worked.conflicts().empty());
}

TEST_CASE("a due date with a duration is a deadline, and no start") {
  const jj::Plan plan = year_plan()
                            .task("a", "A", {.due = 2024y / 2 / 12, .duration = 5})
                            .task("c", "C", {.duration = 60})
                            .build();
  CHECK(dates(jj::schedule(plan), "a") == "01-01 01-05 | 02-08 02-12 | 38 38");
  // Due within the Spring Festival: by 02-09. From 01-02 to 02-04 are 4 + 4 * 5 + 1 working days.
  const jj::Schedule worked = on_china_days(plan);
  CHECK(dates(worked, "a") == "01-02 01-08 | 02-05 02-09 | 25 25");
  CHECK(worked["a"].duration == 5);
}

TEST_CASE("a due date that a duration gives is no deadline") {
  const jj::Schedule s =
      jj::schedule(year_plan()
                       .task("p", "P", {.duration = 10})
                       .task("a", "A", {.depends_on = {"p"}, .start = new_year, .duration = 5})
                       .build());
  CHECK(s["a"].node.due() == jj::Date(2024y / 1 / 5));
  CHECK(dates(s, "a") == "01-11 01-15 | 01-11 01-15 | 0 0");
  CHECK(s.conflicts().empty());
}

TEST_CASE("what takes too long for its due date says so") {
  const jj::Schedule s =
      jj::schedule(year_plan().task("a", "A", {.due = 2024y / 1 / 5, .duration = 10}).build());
  CHECK(
      text_of(s) ==
      "A (a) is due on 2024-01-05 but cannot be finished before 2024-01-10, 5 days late. It takes "
      "10 days, even from the start of the plan.");
}

TEST_CASE("a task is ready before the day on which it must begin to be done when due") {
  const jj::Plan plan = year_plan().task("a", "A", {.due = 2024y / 3 / 31, .duration = 5}).build();
  CHECK(ids(jj::ready(jj::schedule(jj::evaluate(plan, {}, 2024y / 1 / 10)))) == "a");
}

TEST_CASE("a milestone comes as the day of its own start ends") {
  const jj::Schedule s =
      jj::schedule(year_plan()
                       .goal("g", "G", {.due = 2024y / 1 / 12})
                       .task("m", "M", {.part_of = {"g"}, .start = 2024y / 1 / 20})
                       .task("z", "Z", {.depends_on = {"m"}, .duration = 2})
                       .build());
  CHECK(dates(s, "m") == "01-20 01-20 | 01-12 01-12 | -8 0");
  CHECK(dates(s, "g") == "01-20 01-20 | 01-12 01-12 | -8 0");
  CHECK(dates(s, "z") == "01-21 01-22 | 01-21 01-22 | 0 0");
  REQUIRE(s.conflicts().size() == 1);
  CHECK(s.conflicts()[0].days_late == 8);
}

TEST_CASE("milestones that open the plan slip by as many days as the first of them") {
  const jj::Plan plan = year_plan()
                            .task("s", "S")
                            .task("m", "M", {.depends_on = {"s"}})
                            .task("b", "B", {.depends_on = {"m"}, .duration = 2})
                            .build();
  const jj::Schedule before = jj::schedule(plan);
  CHECK(dates(before, "m").substr(0, 11) == "01-01 01-01");
  CHECK(dates(before, "b").substr(0, 11) == "01-01 01-02");
  const jj::Schedule after = jj::schedule(plan, {.delays = {{"s", 30}}});
  CHECK(dates(after, "s").substr(0, 11) == "01-31 01-31");
  CHECK(dates(after, "m").substr(0, 11) == "01-31 01-31");
  CHECK(dates(after, "b").substr(0, 11) == "01-31 02-01");
}

TEST_CASE("a milestone that waits for a start comes as that day ends") {
  // H begins on 01-01, so that N comes on 01-06, five days on, and Z on the day after. N may come
  // 14 days later, on its due date, and not 15.
  const jj::Plan plan =
      year_plan()
          .task("h", "H", {.duration = 10})
          .task("n", "N", {.depends_on = {{"h", jj::DependencyType::SS, 5}}, .due = 2024y / 1 / 20})
          .task("z", "Z", {.depends_on = {"n"}, .duration = 2})
          .task("e", "E", {.duration = 40})
          .build();
  const jj::Schedule s = jj::schedule(plan);
  CHECK(s["n"].early_finish == jj::Date(2024y / 1 / 6));
  CHECK(s["n"].late_finish == jj::Date(2024y / 1 / 20));
  CHECK(s["n"].total_float == 14);
  CHECK(s["z"].early_start == jj::Date(2024y / 1 / 7));
  CHECK(jj::schedule(plan, {.delays = {{"n", 14}}}).conflicts().empty());
  CHECK(jj::schedule(plan, {.delays = {{"n", 15}}}).conflicts().size() == 1);
}

TEST_CASE("a milestone that waits for work comes as the last day of it ends") {
  const jj::Plan plan = year_plan()
                            .task("a", "A", {.duration = 5})
                            .task("m", "M", {.depends_on = {"a"}})
                            .task("k", "K", {.depends_on = {{"a", jj::DependencyType::SS, 2}}})
                            .build();
  CHECK(dates(jj::schedule(plan), "m").substr(0, 11) == "01-05 01-05");
  CHECK(dates(jj::schedule(plan), "k").substr(0, 11) == "01-03 01-03");
  CHECK(dates(jj::schedule(plan, {.delays = {{"a", 30}}}), "m").substr(0, 11) == "02-04 02-04");
  CHECK(dates(jj::schedule(plan, {.delays = {{"a", 30}}}), "k").substr(0, 11) == "02-02 02-02");
}

TEST_CASE("a milestone that has not come on the status date comes on the next day") {
  const jj::Plan plan = year_plan()
                            .task("m", "M", {.due = 2024y / 1 / 10})
                            .task("z", "Z", {.depends_on = {"m"}, .duration = 2})
                            .build();
  const jj::Schedule s = jj::schedule(jj::evaluate(plan, {}, 2024y / 1 / 10));
  CHECK(dates(s, "m") == "01-11 01-11 | 01-10 01-10 | -1 0");
  CHECK(dates(s, "z").substr(0, 11) == "01-12 01-13");
  CHECK(text_of(s) ==
        "M (m) is due on 2024-01-10 but cannot be finished before 2024-01-11, 1 day late. At "
        "the end of 2024-01-10 it had not come.");
}

TEST_CASE("work between whose dates there is no working day cannot be done in time") {
  // Spring Festival: free from 02-10 through 02-17.
  const jj::Schedule s = on_china_days(
      year_plan()
          .goal("g", "G", {.due = 2024y / 2 / 14})
          .task("a", "A", {.part_of = {"g"}, .start = 2024y / 2 / 12, .due = 2024y / 2 / 14})
          .build());
  CHECK(dates(s, "a") == "02-18 02-18 | 02-09 02-09 | -1 0");
  const auto conflicts = s.conflicts();
  REQUIRE(conflicts.size() == 2);
  CHECK(jj::to_text(s, conflicts[0], jj::Language::en) ==
        "G (g) is due on 2024-02-14 but cannot be finished before 2024-02-18, 1 working day late. "
        "What decides it: A (a) → G (g). There is no working day from 2024-02-12 through "
        "2024-02-14, the dates of A (a).");
  CHECK(jj::to_text(s, conflicts[1], jj::Language::zh) ==
        "A（a）应于 2024-02-14 完成，但最早 2024-02-18 才能完成，晚 1 个工作日。A（a）的开始日期 "
        "2024-02-12 和到期日 2024-02-14 之间没有工作日。");
}

TEST_CASE("a conflict of begun work names its start and what remained of it") {
  const jj::Plan plan = year_plan()
                            .task("a", "A", {.due = 2024y / 1 / 12, .duration = 10})
                            .task("b", "B", {.depends_on = {"a"}, .due = 2024y / 1 / 20})
                            .build();
  jj::Observations seen;
  seen.add("a", 2024y / 1 / 6, 0.2);
  // 80 % of 10 days: 01-11..01-18.
  const jj::Schedule s = jj::schedule(jj::evaluate(plan, seen, 2024y / 1 / 10));
  CHECK(text_of(s) ==
        "A (a) is due on 2024-01-12 but cannot be finished before 2024-01-18, 6 days late. A (a) "
        "began on 2024-01-06, and at the end of 2024-01-10 8 days of work remained.");
  CHECK(text_of(s, jj::Language::zh) ==
        "A（a）应于 2024-01-12 完成，但最早 2024-01-18 才能完成，晚 6 天。A（a）已于 2024-01-06 "
        "开始，截至 2024-01-10 还剩 8 天的工作。");
}
