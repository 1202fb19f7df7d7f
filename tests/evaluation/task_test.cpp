// SPDX-License-Identifier: BSL-1.0

#include "support/year_plan.hpp"

using jj::DependencyType;
using jj::Lifecycle;
using jj::Status;

namespace {

const jj::NodeOptions from_new_year{.start = new_year};
const jj::Date april_1 = 2024y / 4 / 1;

/// Task b should begin on the 1st of April and waits for task a.
jj::Plan waiting(const jj::DependsOn& link, const jj::NodeOptions& a = {}) {
  return year_plan()
      .task("a", "A", a)
      .task("b", "B", {.depends_on = {link}, .start = april_1})
      .build();
}
Status of_b(const jj::Plan& plan, const jj::Observations& seen, jj::Date as_of) {
  return jj::evaluate(plan, seen, as_of)["b"].status;
}

}  // namespace

TEST_CASE("a task with a start of its own is expected to go on evenly") {
  const auto now = judge_task(from_new_year, {{day_100, 0.25}}, day_100);
  CHECK(now["x"].expected.value() == near(100.0 / 366));
  CHECK(now["x"].pace.value() == near(0.915));  // 0.25 * 366 / 100
  CHECK(now["x"].status == Status::at_risk);
}

TEST_CASE("a task without a start of its own is under way until its due date") {
  CHECK(judge_task({}, {{day_100, 0.01}}, day_100)["x"].status == Status::under_way);
  CHECK(judge_task({}, {}, day_100)["x"].status == Status::not_due);
  CHECK(judge_task({}, {}, year_end)["x"].status == Status::no_data);
  CHECK(judge_task({}, {{day_100, 0.99}}, year_end)["x"].status == Status::missed);
}

TEST_CASE("a task is met when it is wholly done") {
  CHECK(judge_task({}, {{day_100, 1}}, day_100)["x"].status == Status::met_early);
  CHECK(judge_task({}, {{day_100, 1}}, year_end)["x"].status == Status::met);
  CHECK(judge_task({.due = day_100}, {{day_100, 1}}, day_100)["x"].status == Status::met);
}

TEST_CASE("a task whose lifecycle is done is met without a reading") {
  const auto now = judge_task({.lifecycle = Lifecycle::done}, {}, day_100);
  CHECK(now["x"].status == Status::met_early);
  CHECK(now["x"].attainment.value() == 1);
  CHECK(now["x"].coverage.value() == 1);
  CHECK(judge_task({.lifecycle = Lifecycle::done}, {}, year_end)["x"].status == Status::met);
}

TEST_CASE("progress given with a task counts without a reading, and a reading takes its place") {
  const jj::NodeOptions quarter{.start = new_year, .progress = 0.25};
  CHECK(judge_task(quarter, {}, day_100)["x"].attainment.value() == near(0.25));
  CHECK(judge_task(quarter, {}, day_100)["x"].pace.value() == near(0.915));
  CHECK(judge_task(quarter, {{day_100, 0.5}}, day_100)["x"].attainment.value() == near(0.5));
}

TEST_CASE("a task's progress may be read in per cent") {
  const jj::ReadingOptions percent{.unit = jj::UnitTable::standard().at("%")};
  CHECK(judge_task({}, {{day_100, 40, percent}}, day_100)["x"].attainment.value() == near(0.4));
}

TEST_CASE("a task may have milestones") {
  const auto steps = jj::Profile::milestones({{day_100, 0.5}});
  const jj::NodeOptions node{.profile = steps};
  CHECK(judge_task(node, {{day_100 - 1, 0.1}}, day_100 - 1)["x"].status == Status::under_way);
  CHECK(judge_task(node, {{day_100, 0.4}}, day_100)["x"].status == Status::at_risk);  // 0.4 / 0.5
}

TEST_CASE("a task is blocked from its start while a predecessor is unfinished") {
  const jj::Plan plan = waiting("a");
  const auto half = values_on(day_100 - 30, {{"a", 0.5}});
  CHECK(of_b(plan, half, april_1 - 1) == Status::not_due);
  CHECK(of_b(plan, half, april_1) == Status::blocked);
  CHECK(of_b(plan, {}, april_1) == Status::blocked);
}

TEST_CASE("a task whose predecessor is finished or cancelled is not blocked") {
  const jj::Plan plan = waiting("a");
  CHECK(of_b(plan, values_on(day_100 - 30, {{"a", 1}}), day_100) == Status::no_data);
  CHECK(of_b(waiting("a", {.lifecycle = Lifecycle::done}), {}, day_100) == Status::no_data);
  CHECK(of_b(waiting("a", {.lifecycle = Lifecycle::cancelled}), {}, day_100) == Status::no_data);
}

TEST_CASE("start to start blocks until the predecessor has begun") {
  const jj::Plan plan = waiting({"a", DependencyType::SS});
  CHECK(of_b(plan, {}, day_100) == Status::blocked);
  CHECK(of_b(plan, values_on(april_1, {{"a", 0}}), day_100) == Status::blocked);
  CHECK(of_b(plan, values_on(april_1, {{"a", 0.01}}), day_100) == Status::no_data);
}

TEST_CASE("links that bind the finish do not block the start") {
  CHECK(of_b(waiting({"a", DependencyType::FF}), {}, day_100) == Status::no_data);
  CHECK(of_b(waiting({"a", DependencyType::SF}), {}, day_100) == Status::no_data);
}

TEST_CASE("a lag does not block") {
  const jj::Plan plan = waiting({"a", DependencyType::FS, 90});
  CHECK(of_b(plan, values_on(april_1, {{"a", 1}}), day_100) == Status::no_data);
  CHECK(of_b(waiting({"a", DependencyType::FS, -90}), {}, day_100) == Status::blocked);
}

TEST_CASE("a task without a start of its own is never blocked") {
  const jj::Plan plan = year_plan().task("a", "A").task("b", "B", {.depends_on = {"a"}}).build();
  CHECK(of_b(plan, {}, day_100) == Status::not_due);
}

TEST_CASE("a task may wait for an indicator or a goal") {
  const jj::Plan plan = year_plan()
                            .goal("g", "G")
                            .indicator("a", "A", year_count(), {.part_of = {"g"}})
                            .task("b", "B", {.depends_on = {"g"}, .start = april_1})
                            .task("c", "C", {.depends_on = {"a"}, .start = april_1})
                            .build();
  const auto some = values_on(april_1, {{"a", 300}});
  CHECK(jj::evaluate(plan, some, day_100)["b"].status == Status::blocked);
  CHECK(jj::evaluate(plan, some, day_100)["c"].status == Status::blocked);
  const auto enough = values_on(april_1, {{"a", 366}});
  CHECK(jj::evaluate(plan, enough, day_100)["b"].status == Status::no_data);
  CHECK(jj::evaluate(plan, enough, day_100)["c"].status == Status::no_data);
}

TEST_CASE("one unfinished predecessor among several is enough to block") {
  const jj::Plan plan = year_plan()
                            .task("a", "A")
                            .task("c", "C")
                            .task("b", "B", {.depends_on = {"a", "c"}, .start = april_1})
                            .build();
  CHECK(of_b(plan, values_on(april_1, {{"a", 1}}), day_100) == Status::blocked);
  CHECK(of_b(plan, values_on(april_1, {{"a", 1}, {"c", 1}}), day_100) == Status::no_data);
}

TEST_CASE("a blocked task that is finished all the same is met, a cancelled one cancelled") {
  const jj::Plan plan = waiting("a");
  CHECK(of_b(plan, values_on(april_1, {{"b", 1}}), day_100) == Status::met_early);
  const jj::Plan cancelled = jj::PlanBuilder(plan).lifecycle("b", Lifecycle::cancelled).build();
  CHECK(of_b(cancelled, {}, day_100) == Status::cancelled);
}

TEST_CASE("a blocked task still counts in its goal with what it has done") {
  const jj::Plan plan =
      year_plan()
          .goal("g", "G")
          .task("a", "A")
          .task("b", "B", {.part_of = {"g"}, .depends_on = {"a"}, .start = april_1})
          .build();
  const auto now = jj::evaluate(plan, values_on(day_100, {{"b", 0.3}}), day_100);
  CHECK(now["b"].status == Status::blocked);
  CHECK(now["g"].attainment.value() == near(0.3));
}

TEST_CASE("the basis of an evaluation is for targets and leaves tasks alone") {
  const jj::Plan plan = year_plan().task("x", "X").build();
  const auto seen = readings_of("x", {{day_100, 0.5, {.basis = "现场"}}});
  const auto now = jj::evaluate(plan, seen, day_100, {.basis = "可比"});
  CHECK(now["x"].attainment.value_or(-1) == 0.5);
}

TEST_CASE("a task's progress is shown as it was read, to the bit") {
  for (const double read : {0.1, 0.3, 0.6, 0.7, 1e-9}) {
    const auto now = judge_task({}, {{day_100, read}}, day_100);
    CHECK(*now["x"].value == read);
    CHECK(*now["x"].progress == read);
    CHECK(*now["x"].attainment == read);
  }
}
