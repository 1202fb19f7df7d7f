// SPDX-License-Identifier: BSL-1.0

// Schedules of small plans, computed by hand. The plans are of 2024, whose 1st of January is a
// Monday.

#include "schedule/small_schedule.hpp"

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
