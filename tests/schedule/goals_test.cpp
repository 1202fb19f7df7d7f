// SPDX-License-Identifier: BSL-1.0

// Goals span their parts: what waits for one waits for all of them, and what one waits for holds
// all of them.

#include "schedule/small_schedule.hpp"

using jj::DependencyType;

TEST_CASE("a goal spans its parts, and what depends on it waits for all of them") {
  const jj::Schedule s = jj::schedule(year_plan()
                                          .goal("g", "G")
                                          .task("p", "P", {.part_of = {"g"}, .duration = 3})
                                          .task("q", "Q", {.part_of = {"g"}, .duration = 7})
                                          .task("z", "Z", {.depends_on = {"g"}, .duration = 2})
                                          .build());
  CHECK(dates(s, "g") == "01-01 01-07 | 01-01 01-07 | 0 0");
  CHECK(dates(s, "p") == "01-01 01-03 | 01-05 01-07 | 4 4");
  CHECK(dates(s, "z") == "01-08 01-09 | 01-08 01-09 | 0 0");
  CHECK(s["g"].duration == 7);
  CHECK(s["g"].driving->id() == "q");
  CHECK(ids(s.critical_path()) == "q g z");
  CHECK(ids(s.critical_path("g")) == "q g");
}

TEST_CASE("what a goal depends on holds all its parts, those of its goals too") {
  const jj::Schedule s = jj::schedule(
      year_plan()
          .task("a", "A", {.duration = 4})
          .goal("g", "G", {.depends_on = {{"a", DependencyType::FS, 1}}})
          .goal("h", "H", {.part_of = {"g"}})
          .task("p", "P", {.part_of = {"h"}, .duration = 3})
          .task("q", "Q", {.part_of = {"g"}, .start = 2024y / 2 / 1, .due = 2024y / 2 / 2})
          .build());
  CHECK(dates(s, "p") == "01-06 01-08 | 01-31 02-02 | 25 25");
  CHECK(dates(s, "q") == "02-01 02-02 | 02-01 02-02 | 0 0");
  // p may be 25 days later, and q waits for its own start: so may a.
  CHECK(dates(s, "a") == "01-01 01-04 | 01-26 01-29 | 25 0");
  CHECK(s["p"].driving->id() == "a");
  CHECK(ids(s.critical_path("p")) == "a g p");
}

TEST_CASE("a goal begins with its first part, and holds what begins with it") {
  const jj::Schedule s = jj::schedule(
      year_plan()
          .goal("g", "G")
          .task("p", "P", {.part_of = {"g"}, .start = 2024y / 1 / 10, .due = 2024y / 1 / 12})
          .task("q", "Q", {.part_of = {"g"}, .start = 2024y / 1 / 20, .due = 2024y / 1 / 29})
          .task("z", "Z", {.depends_on = {{"g", DependencyType::SS, 2}}, .duration = 1})
          .build());
  CHECK(dates(s, "z") == "01-12 01-12 | 01-29 01-29 | 17 17");
  CHECK(ids(s.critical_path("z")) == "p g z");
}

TEST_CASE("a part may be later than the begin of its goal as long as another one begins in time") {
  // z takes 20 days from the begin of g; with p late, q begins g, and with q late p does.
  const jj::Schedule s =
      jj::schedule(year_plan()
                       .goal("g", "G")
                       .task("p", "P", {.part_of = {"g"}, .duration = 3})
                       .task("q", "Q", {.part_of = {"g"}, .duration = 3})
                       .task("z", "Z", {.depends_on = {{"g", DependencyType::SS}}, .duration = 20})
                       .build());
  CHECK(dates(s, "p") == "01-01 01-03 | 01-18 01-20 | 17 17");
  CHECK(dates(s, "q") == "01-01 01-03 | 01-18 01-20 | 17 17");
  CHECK(dates(s, "z") == "01-01 01-20 | 01-01 01-20 | 0 0");
}

TEST_CASE("the only part that begins in time for what waits for the begin is held to it") {
  // z may begin on 01-11, and p as late; q begins on 01-15 anyway.
  const jj::Schedule s =
      jj::schedule(year_plan()
                       .goal("g", "G")
                       .task("p", "P", {.part_of = {"g"}, .duration = 3})
                       .task("q", "Q", {.part_of = {"g"}, .start = 2024y / 1 / 15, .duration = 3})
                       .task("z", "Z", {.depends_on = {{"g", DependencyType::SS}}, .duration = 10})
                       .task("c", "C", {.duration = 20})
                       .build());
  CHECK(dates(s, "p") == "01-01 01-03 | 01-11 01-13 | 10 0");
  CHECK(dates(s, "q") == "01-15 01-17 | 01-18 01-20 | 3 3");
  CHECK(dates(s, "z") == "01-01 01-10 | 01-11 01-20 | 10 10");
}

TEST_CASE("what all parts wait for is held by the begin of their goal, and they are not") {
  // x takes 2 days; g begins on 01-03, and z with it for 18 days.
  const jj::Schedule s =
      jj::schedule(year_plan()
                       .task("x", "X", {.duration = 2})
                       .goal("g", "G")
                       .task("p", "P", {.part_of = {"g"}, .depends_on = {"x"}, .duration = 3})
                       .task("q", "Q", {.part_of = {"g"}, .depends_on = {"x"}, .duration = 3})
                       .task("z", "Z", {.depends_on = {{"g", DependencyType::SS}}, .duration = 18})
                       .build());
  CHECK(dates(s, "x") == "01-01 01-02 | 01-01 01-02 | 0 0");
  CHECK(dates(s, "p") == "01-03 01-05 | 01-18 01-20 | 15 15");
  CHECK(jj::why_critical(s, "x", jj::Language::en) ==
        "X (x) is critical: it can be finished on 2024-01-02 and must be on that day; it has no "
        "float. It can begin with the plan. How late it may be follows from X (x) → G (g) → Z (z), "
        "and from the earliest finish of the plan, 2024-01-20.");
}

TEST_CASE("a goal's start is for its parts, and its due date as well") {
  const jj::Schedule s =
      jj::schedule(year_plan()
                       .goal("g", "G", {.start = 2024y / 2 / 1, .due = 2024y / 2 / 3})
                       .task("p", "P", {.part_of = {"g"}, .duration = 5})
                       .build());
  CHECK(dates(s, "p") == "02-01 02-05 | 01-30 02-03 | -2 0");
  REQUIRE(s.conflicts().size() == 1);
  CHECK(s.conflicts()[0].node->id() == "g");
  CHECK(ids(s.conflicts()[0].chain.nodes) == "p g");
}

TEST_CASE("finish to finish holds the end of a goal, not its parts") {
  const jj::Schedule s =
      jj::schedule(year_plan()
                       .task("a", "A", {.duration = 9})
                       .goal("g", "G", {.depends_on = {{"a", DependencyType::FF}}})
                       .task("p", "P", {.part_of = {"g"}, .duration = 3})
                       .build());
  CHECK(dates(s, "p") == "01-01 01-03 | 01-07 01-09 | 6 6");
  CHECK(dates(s, "g") == "01-01 01-09 | 01-07 01-09 | 0 0");
  CHECK(s["g"].driving->id() == "a");
}

TEST_CASE("a goal that depends on its own part waits for it with its end only") {
  const jj::Schedule s = jj::schedule(year_plan()
                                          .goal("g", "G", {.depends_on = {"p"}})
                                          .task("p", "P", {.part_of = {"g"}, .duration = 3})
                                          .task("q", "Q", {.part_of = {"g"}, .duration = 1})
                                          .build());
  CHECK(dates(s, "q") == "01-01 01-01 | 01-03 01-03 | 2 2");
  CHECK(dates(s, "g") == "01-01 01-03 | 01-01 01-03 | 0 0");
  const auto notes = jj::notes(s, jj::Language::en);
  REQUIRE(notes.size() == 1);
  CHECK(notes[0] ==
        "G (g) depends on P (p), which waits for parts of it, so the link holds only its finish "
        "back.");
}

TEST_CASE(
    "a link through which a goal would wait for its own part holds its end, others hold all") {
  // x waits for p, a part of g, and g waits for x and for a: a holds p, x cannot.
  const jj::Schedule s = jj::schedule(year_plan()
                                          .task("a", "A", {.duration = 2})
                                          .task("x", "X", {.depends_on = {"p"}, .duration = 4})
                                          .goal("g", "G", {.depends_on = {"x", "a"}})
                                          .task("p", "P", {.part_of = {"g"}, .duration = 3})
                                          .build());
  CHECK(dates(s, "p") == "01-03 01-05 | 01-03 01-05 | 0 0");
  CHECK(dates(s, "x") == "01-06 01-09 | 01-06 01-09 | 0 0");
  CHECK(dates(s, "g") == "01-03 01-09 | 01-03 01-09 | 0 0");
  CHECK(jj::notes(s, jj::Language::en).size() == 1);
}

TEST_CASE("a shared part is held by each of its goals") {
  const jj::Schedule s = jj::schedule(year_plan()
                                          .task("a", "A", {.duration = 4})
                                          .goal("g", "G")
                                          .goal("h", "H", {.depends_on = {"a"}})
                                          .task("p", "P", {.part_of = {"g", "h"}, .duration = 3})
                                          .task("z", "Z", {.depends_on = {"g"}, .duration = 1})
                                          .build());
  CHECK(dates(s, "p") == "01-05 01-07 | 01-05 01-07 | 0 0");
  CHECK(dates(s, "z") == "01-08 01-08 | 01-08 01-08 | 0 0");
}

TEST_CASE("what is cancelled or only watched takes no part and holds nobody") {
  const jj::Schedule s =
      jj::schedule(year_plan()
                       .task("a", "A", {.duration = 4, .lifecycle = jj::Lifecycle::cancelled})
                       .indicator("w", "W", std::nullopt)
                       .task("b", "B", {.depends_on = {"a", "w"}, .duration = 2})
                       .build());
  CHECK(dates(s, "a") == "- - | - - | - -");
  CHECK(s["w"].state == jj::WorkState::left_out);
  CHECK(dates(s, "b") == "01-01 01-02 | 01-01 01-02 | 0 0");
  CHECK(s.critical_path("a").empty());
  CHECK(jj::why_critical(s, "a", jj::Language::en) ==
        "A (a) is cancelled and takes no part in the schedule.");
}
