// SPDX-License-Identifier: BSL-1.0

// Schedules on a status date: what has begun, what is finished, what is late, blocked and ready.

#include <jinjiang/analysis/readiness.hpp>

#include "schedule/small_schedule.hpp"

namespace {

const jj::Date january_10 = 2024y / 1 / 10;

jj::PlanBuilder chain() {
  jj::PlanBuilder draft = year_plan();
  draft.task("a", "A", {.duration = 10})
      .task("b", "B", {.depends_on = {"a"}, .duration = 5})
      .task("c", "C", {.depends_on = {"b"}, .duration = 2});
  return draft;
}

jj::Schedule on_january_10(const jj::Plan& plan, const jj::Observations& seen) {
  return jj::schedule(jj::evaluate(plan, seen, january_10));
}

std::string ids_of(const std::vector<jj::BlockedNode>& blocked) {
  std::string text;
  for (const jj::BlockedNode& one : blocked) {
    text += (text.empty() ? "" : "; ") + std::string(one.node.id()) + ": " + ids(one.root_causes);
  }
  return text;
}

}  // namespace

TEST_CASE("what has not begun cannot be done before the day after the status date") {
  const jj::Schedule s = on_january_10(chain().build(), {});
  CHECK(dates(s, "a") == "01-11 01-20 | 01-11 01-20 | 0 0");
  CHECK(dates(s, "c") == "01-26 01-27 | 01-26 01-27 | 0 0");
}

TEST_CASE("what has begun keeps its actual start, and what is left of it follows the status date") {
  jj::Observations seen;
  seen.add("a", 2024y / 1 / 3, 0).add("a", 2024y / 1 / 6, 0.2).add("a", 2024y / 1 / 9, 0.65);
  const jj::Schedule s = on_january_10(chain().build(), seen);
  // 35 % of 10 days are 3.5, so 4 days: 01-11..01-14.
  CHECK(dates(s, "a") == "01-06 01-14 | 01-11 01-14 | 0 0");
  CHECK(s["a"].state == jj::WorkState::begun);
  CHECK(*s["a"].actual_start == jj::Date(2024y / 1 / 6));
  CHECK(s["a"].remaining == 4);
  CHECK(s["a"].duration == 9);
  CHECK(*s["a"].progress == 0.65);
  CHECK(dates(s, "b") == "01-15 01-19 | 01-15 01-19 | 0 0");
}

TEST_CASE("what is finished stays where it was, and has no float") {
  jj::Observations seen;
  seen.add("a", 2024y / 1 / 4, 0.5).add("a", 2024y / 1 / 8, 1).add("a", 2024y / 1 / 10, 1);
  const jj::Schedule s = on_january_10(chain().build(), seen);
  CHECK(dates(s, "a") == "01-04 01-08 | - - | - -");
  CHECK(s["a"].state == jj::WorkState::finished);
  CHECK_FALSE(s["a"].is_critical);
  CHECK(dates(s, "b") == "01-11 01-15 | 01-11 01-15 | 0 0");
}

TEST_CASE("a task that was finished and is not any more goes on") {
  jj::Observations seen;
  seen.add("a", 2024y / 1 / 4, 1).add("a", 2024y / 1 / 8, 0.9);
  CHECK(on_january_10(chain().build(), seen)["a"].remaining == 1);
}

TEST_CASE("work that began before its predecessor was finished waits for it with what is left") {
  jj::Observations seen;
  seen.add("a", 2024y / 1 / 9, 0.5).add("b", 2024y / 1 / 9, 0.4);
  const jj::Schedule s = on_january_10(chain().build(), seen);
  // a has 5 days left, 01-11..01-15; b 3 of 5 after it.
  CHECK(dates(s, "b") == "01-09 01-18 | 01-16 01-18 | 0 0");
}

TEST_CASE("work that began before what it should begin after waits with what is left") {
  const jj::Plan plan =
      year_plan()
          .task("a", "A", {.start = 2024y / 1 / 20, .due = 2024y / 1 / 24})
          .task("b", "B", {.depends_on = {{"a", jj::DependencyType::SS, 2}}, .duration = 10})
          .build();
  const jj::Schedule s = on_january_10(plan, values_on(2024y / 1 / 9, {{"b", 0.4}}));
  // a begins on 01-20; 6 of b's 10 days are left, two days after that.
  CHECK(dates(s, "b") == "01-09 01-27 | 01-22 01-27 | 0 0");
}

TEST_CASE("a reading of 0 on or after its start says that a task had not begun with it") {
  const jj::Plan plan =
      year_plan().task("a", "A", {.start = 2024y / 1 / 2, .due = 2024y / 1 / 20}).build();
  jj::Observations late;
  late.add("a", 2024y / 1 / 4, 0).add("a", 2024y / 1 / 8, 0.5);
  CHECK(on_january_10(plan, late)["a"].actual_start == jj::Date(2024y / 1 / 8));
  jj::Observations before;
  before.add("a", 2024y / 1 / 1, 0).add("a", 2024y / 1 / 8, 0.5);
  CHECK(on_january_10(plan, before)["a"].actual_start == jj::Date(2024y / 1 / 2));
}

TEST_CASE("a negative lag lets a task begin before its predecessor is finished") {
  const jj::Plan plan =
      year_plan()
          .task("a", "A", {.duration = 13})
          .task("b", "B", {.depends_on = {{"a", jj::DependencyType::FS, -3}}, .duration = 3})
          .build();
  jj::Observations seen;
  seen.add("a", 2024y / 1 / 1, 0.1).add("a", 2024y / 1 / 9, 0.7);
  const jj::Schedule s = on_january_10(plan, seen);
  // 4 of a's 13 days are left, 01-11..01-14; b may begin three days before its end.
  CHECK(dates(s, "b") == "01-12 01-14 | 01-12 01-14 | 0 0");
  CHECK(jj::blocked(s).size() == 1);
  seen.add("a", 2024y / 1 / 10, 0.8);
  CHECK(jj::blocked(on_january_10(plan, seen)).empty());
  CHECK(ids(jj::ready(on_january_10(plan, seen))) == "b");
}

TEST_CASE("what only the days after its predecessor hold back says so") {
  const jj::Plan plan =
      year_plan()
          .task("a", "A", {.duration = 5})
          .task("b", "B", {.depends_on = {{"a", jj::DependencyType::FS, 10}}, .duration = 3})
          .build();
  const auto held = jj::blocked(on_january_10(plan, values_on(2024y / 1 / 5, {{"a", 1}})));
  REQUIRE(held.size() == 1);
  REQUIRE(held[0].held_by[0].until);
  CHECK(*held[0].held_by[0].until == jj::Date(2024y / 1 / 16));
  CHECK(jj::to_text(held[0], jj::Language::en) ==
        "B (b) cannot begin yet; it waits for A (a) and the lag after it, until 2024-01-16.");
}

TEST_CASE("what follows the begin of a task follows its actual start") {
  const jj::Plan plan =
      year_plan()
          .task("a", "A", {.duration = 10})
          .task("b", "B", {.depends_on = {{"a", jj::DependencyType::SS, 12}}, .duration = 1})
          .build();
  const jj::Schedule s = on_january_10(plan, values_on(2024y / 1 / 5, {{"a", 0.1}}));
  CHECK(dates(s, "b") == "01-17 01-17 | 01-19 01-19 | 2 2");
}

TEST_CASE("what the caller knows goes before what was read") {
  const jj::Plan plan = chain().build();
  const auto now = jj::evaluate(plan, values_on(2024y / 1 / 9, {{"a", 0.5}}), january_10);
  jj::ScheduleOptions options;
  options.actuals = {{.id = "a", .start = 2024y / 1 / 2, .remaining = 8}};
  const jj::Schedule s = jj::schedule(now, options);
  CHECK(dates(s, "a") == "01-02 01-18 | 01-11 01-18 | 0 0");
  CHECK(s.options().actuals.size() == 1);
}

TEST_CASE("actuals that contradict themselves are refused") {
  const jj::Plan plan = year_plan().goal("g", "G").task("a", "A", {.duration = 5}).build();
  const auto refused = [&](jj::Actual actual, std::optional<jj::Date> status = january_10) {
    jj::ScheduleOptions options{.status_date = status};
    options.actuals.push_back(std::move(actual));
    return message_of<jj::Error>([&] { (void)jj::schedule(plan, options); });
  };
  CHECK(refused({.id = "a", .start = 2024y / 2 / 1}) ==
        "actual of \"a\": 2024-02-01 lies after the status date 2024-01-10; what is to come is not "
        "actual");
  CHECK(holds(refused({.id = "a", .start = 2024y / 1 / 5, .finish = 2024y / 1 / 4}),
              "it cannot finish on 2024-01-04 before it starts on 2024-01-05"));
  CHECK(holds(refused({.id = "a", .progress = 1.5}), "progress must be from 0 to 1, found 1.5"));
  CHECK(holds(refused({.id = "a", .remaining = -1}), "remaining must be from 0 to"));
  CHECK(holds(refused({.id = "a", .finish = 2024y / 1 / 4, .remaining = 2}), "no days remain"));
  CHECK(holds(refused({.id = "g", .progress = 0.5}), "give those of its parts"));
  CHECK(holds(refused({.id = "a", .progress = 0.5}, std::nullopt), "there is no status date"));
}

TEST_CASE("a delay moves what comes later by as much as there is no room") {
  const jj::Plan plan = year_plan()
                            .task("a", "A", {.duration = 4})
                            .task("b", "B", {.depends_on = {"a"}, .duration = 3})
                            .task("d", "D", {.duration = 5})
                            .task("c", "C", {.depends_on = {"b", "d"}, .duration = 1})
                            .build();
  // d has 2 days of room before c on 01-08.
  CHECK(dates(jj::schedule(plan), "c").substr(0, 11) == "01-08 01-08");
  CHECK(dates(jj::schedule(plan, {.delays = {{"d", 2}}}), "c").substr(0, 11) == "01-08 01-08");
  CHECK(dates(jj::schedule(plan, {.delays = {{"d", 5}}}), "c").substr(0, 11) == "01-11 01-11");
  CHECK(dates(jj::schedule(plan, {.delays = {{"d", 5}}}), "d").substr(0, 11) == "01-06 01-10");
  CHECK(dates(jj::schedule(plan, {.delays = {{"a", 1}}}), "b").substr(0, 11) == "01-06 01-08");
  CHECK(holds(message_of<jj::Error>([&] {
                (void)jj::schedule(plan, {.delays = {{"a", -1}}});
              }),
              "delay of \"a\": expected 0 to 73200 days, found -1"));
}

TEST_CASE("what is finished cannot be delayed, and a goal delays what waits for it") {
  const jj::Plan plan = year_plan()
                            .goal("g", "G")
                            .task("p", "P", {.part_of = {"g"}, .duration = 3})
                            .task("z", "Z", {.depends_on = {"g"}, .duration = 1})
                            .build();
  CHECK(dates(jj::schedule(plan, {.delays = {{"g", 4}}}), "p").substr(0, 11) == "01-01 01-03");
  CHECK(dates(jj::schedule(plan, {.delays = {{"g", 4}}}), "z").substr(0, 11) == "01-08 01-08");
  const auto done = jj::evaluate(plan, values_on(2024y / 1 / 5, {{"p", 1}}), january_10);
  CHECK(holds(message_of<jj::Error>([&] {
                (void)jj::schedule(done, {.delays = {{"p", 4}}});
              }),
              "it is finished, so it cannot be late"));
}

TEST_CASE("indicators have begun when they were read and are finished when they are met") {
  const jj::Plan plan =
      year_plan()
          .indicator("i", "I", year_count(), {.start = new_year, .due = 2024y / 1 / 20})
          .indicator("k", "K", year_count())
          .task("z", "Z", {.depends_on = {"k"}, .duration = 1})
          .build();
  // Half of 20 days are left of i; k was met on 01-08.
  const auto seen = values_on(2024y / 1 / 8, {{"i", 183}, {"k", 366}});
  const jj::Schedule s = on_january_10(plan, seen);
  CHECK(s["i"].remaining == 10);
  CHECK(dates(s, "i") == "01-01 01-20 | 01-11 01-20 | 0 0");
  CHECK(*s["k"].actual_finish == jj::Date(2024y / 1 / 8));
  CHECK(dates(s, "z").substr(0, 11) == "01-11 01-11");
}

TEST_CASE("what cannot begin is blocked by what lies at the end of the links") {
  jj::Observations seen;
  seen.add("a", 2024y / 1 / 9, 0.5);
  const jj::Schedule s = on_january_10(chain().task("e", "E", {.duration = 3}).build(), seen);
  const auto blocked = jj::blocked(s);
  CHECK(ids_of(blocked) == "b: a; c: a");
  CHECK(ids(jj::ready(s)) == "e");
  CHECK(jj::to_text(blocked[1], jj::Language::en) ==
        "C (c) cannot begin yet; it waits for B (b); in the end for A (a).");
  CHECK(jj::to_text(blocked[0], jj::Language::zh) == "B（b）还不能开始，要等A（a）。");
}

TEST_CASE("a goal that waits blocks its parts, and one that is unfinished what waits for it") {
  const jj::Plan plan =
      year_plan()
          .task("a", "A", {.duration = 3})
          .goal("g", "G", {.depends_on = {"a"}})
          .task("p", "P", {.part_of = {"g"}, .start = 2024y / 1 / 5, .due = 2024y / 1 / 9})
          .task("z", "Z", {.depends_on = {"g"}})
          .build();
  const jj::Schedule s = on_january_10(plan, {});
  CHECK(ids_of(jj::blocked(s)) == "p: a; z: a");
  CHECK(jj::blocked(s)[0].is_overdue);
  CHECK(jj::blocked(s)[0].held_by[0].held.id() == "g");
  CHECK(ids(jj::ready(s)) == "a");
}

TEST_CASE("a lag that has not passed blocks, and so does a start that has not come not") {
  const jj::Plan plan =
      year_plan()
          .task("a", "A", {.duration = 3})
          .task("b", "B", {.depends_on = {{"a", jj::DependencyType::FS, 5}}, .duration = 1})
          .task("d", "D", {.start = 2024y / 2 / 1, .due = 2024y / 2 / 2})
          .build();
  const jj::Schedule s = on_january_10(plan, values_on(2024y / 1 / 8, {{"a", 1}}));
  CHECK(ids_of(jj::blocked(s)) == "b: ");
  CHECK(jj::ready(s).empty());
  const jj::Schedule later = jj::schedule(
      jj::evaluate(plan, values_on(2024y / 1 / 8, {{"a", 1}}), jj::Date(2024y / 1 / 13)));
  CHECK(ids(jj::ready(later)) == "b");
}

TEST_CASE("what is blocked is asked on a day") {
  const jj::Schedule s = jj::schedule(chain().build());
  CHECK(holds(message_of<jj::Error>([&] { (void)jj::blocked(s); }), "has no status date"));
  CHECK_THROWS_AS(jj::ready(s), jj::Error);
}
