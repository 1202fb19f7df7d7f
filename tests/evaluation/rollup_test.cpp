// SPDX-License-Identifier: BSL-1.0

#include "support/goal_plan.hpp"

using jj::Status;

TEST_CASE("a goal's attainment is the mean of its parts") {
  const auto now = jj::evaluate(shares({{"a"}, {"b"}}).build(),
                                values_on(day_100, {{"a", 40}, {"b", 80}}), day_100);
  CHECK(now["g"].attainment.value() == near(0.6));  // (0.4 + 0.8) / 2
  CHECK(now["g"].progress.value() == near(0.6));
  CHECK(now["g"].coverage.value() == 1);
}

TEST_CASE("weights are relative to each other") {
  const auto now = jj::evaluate(shares({{"a", 1}, {"b", 3}}).build(),
                                values_on(day_100, {{"a", 40}, {"b", 80}}), day_100);
  CHECK(now["g"].attainment.value() == near(0.7));  // (1 * 0.4 + 3 * 0.8) / 4
}

TEST_CASE("a part that is overfulfilled makes up for nothing else") {
  const auto now = jj::evaluate(shares({{"a"}, {"b"}}).build(),
                                values_on(day_100, {{"a", 150}, {"b", 50}}), day_100);
  CHECK(now["g"].attainment.value() == near(0.75));  // (1 + 0.5) / 2
}

TEST_CASE("a shared task is counted once under each parent") {
  const jj::Plan plan = year_plan()
                            .goal("top", "Top")
                            .goal("g1", "G1", {.part_of = {"top"}})
                            .goal("g2", "G2", {.part_of = {"top"}})
                            .task("shared", "S", {.part_of = {"g1", {"g2", 3}}})
                            .task("own", "O", {.part_of = {"g1"}})
                            .task("other", "T", {.part_of = {"g2"}})
                            .build();
  const auto now = jj::evaluate(
      plan, values_on(day_100, {{"shared", 0.5}, {"own", 1}, {"other", 0.1}}), day_100);
  CHECK(now["g1"].attainment.value() == near(0.75));    // (0.5 + 1) / 2
  CHECK(now["g2"].attainment.value() == near(0.4));     // (3 * 0.5 + 0.1) / 4
  CHECK(now["top"].attainment.value() == near(0.575));  // (0.75 + 0.4) / 2
}

TEST_CASE("a goal's pace is the attainment of its parts over what they expected") {
  const auto now = jj::evaluate(counts({{"a", 1}, {"b", 3}}).build(),
                                values_on(day_100, {{"a", 120}, {"b", 80}}), day_100);
  CHECK(now["g"].expected.value() == near(100.0 / 366));
  CHECK(now["g"].pace.value() == near(0.9));  // (120 + 3 * 80) / (4 * 100)
  CHECK(now["g"].status == Status::at_risk);
}

TEST_CASE("a goal's status by pace has the same thresholds as a leaf's") {
  const jj::Plan plan = counts({{"a"}, {"b"}}).build();
  const auto status = [&](double a, double b) {
    return jj::evaluate(plan, values_on(day_100, {{"a", a}, {"b", b}}), day_100)["g"].status;
  };
  CHECK(status(120, 100) == Status::ahead);        // 220 / 200 = 1.10
  CHECK(status(120, 99.999) == Status::on_track);  // 1.099995
  CHECK(status(90, 100) == Status::on_track);      // 190 / 200 = 0.95
  CHECK(status(90, 99.999) == Status::at_risk);    // 0.949995
  CHECK(status(60, 100) == Status::at_risk);       // 160 / 200 = 0.80
  CHECK(status(60, 99.999) == Status::off_track);  // 0.799995
}

TEST_CASE("a part of which nothing is expected yet does not distort a goal's pace") {
  const jj::Plan plan =
      counts({{"flow"}}).indicator("late", "L", whole_share(), {.part_of = {"g"}}).build();
  const auto now = jj::evaluate(plan, values_on(day_100, {{"flow", 100}, {"late", 50}}), day_100);
  CHECK(now["g"].attainment.value() == near((100.0 / 366 + 0.5) / 2));
  CHECK(now["g"].pace.value() == near(1));  // (100/366) / (100/366), without the share
  CHECK(now["g"].status == Status::on_track);
}

TEST_CASE("a goal's pace goes through part goals to the leaves of which something is expected") {
  const jj::Plan plan = year_plan()
                            .goal("top", "Top")
                            .goal("sub", "Sub", {.part_of = {"top"}})
                            .indicator("flow", "F", year_count(), {.part_of = {"sub"}})
                            .indicator("late", "L", whole_share(), {.part_of = {"sub"}})
                            .indicator("slow", "S", year_count(), {.part_of = {"top"}})
                            .build();
  const auto now =
      jj::evaluate(plan, values_on(day_100, {{"flow", 100}, {"late", 90}, {"slow", 50}}), day_100);
  CHECK(now["sub"].pace.value() == near(1));
  CHECK(now["top"].pace.value() == near(0.75));  // (1 * 100/366 + 50/366) / (200/366)
  // ((100/366 + 0.9) / 2 + 50/366) / 2
  CHECK(now["top"].attainment.value() == near(((100.0 / 366 + 0.9) / 2 + 50.0 / 366) / 2));
}

TEST_CASE("a goal is met when every part is, and early before its due date") {
  const jj::Plan plan = shares({{"a"}, {"b"}}).build();
  const auto all = values_on(day_100, {{"a", 100}, {"b", 100}});
  CHECK(jj::evaluate(plan, all, day_100)["g"].status == Status::met_early);
  CHECK(jj::evaluate(plan, all, year_end)["g"].status == Status::met);
  CHECK(jj::evaluate(plan, all, year_end + 40)["g"].status == Status::met);
}

TEST_CASE("a goal is missed on its due date when a part is not met") {
  const auto some = values_on(day_100, {{"a", 100}, {"b", 99}});
  CHECK(jj::evaluate(shares({{"a"}, {"b"}}).build(), some, year_end)["g"].status == Status::missed);
  const jj::Plan by_june = shares({{"a"}, {"b"}}, {.due = mid_year}).build();
  CHECK(jj::evaluate(by_june, some, mid_year - 1)["g"].status == Status::under_way);
  CHECK(jj::evaluate(by_june, some, mid_year)["g"].status == Status::missed);
}

TEST_CASE("full attainment is not enough when a strict bound is only reached") {
  const jj::Plan plan = goal_of(jj::above(900, "家"), {{"a"}, {"b"}}).build();
  const auto now = jj::evaluate(plan, values_on(day_100, {{"a", 900}, {"b", 950}}), year_end);
  CHECK(now["g"].attainment.value() == near(1));
  CHECK(now["g"].status == Status::missed);
}

TEST_CASE("a goal of parts that expect nothing yet is under way") {
  const auto now = jj::evaluate(shares({{"a"}, {"b"}}).build(),
                                values_on(day_100, {{"a", 40}, {"b", 80}}), day_100);
  CHECK(now["g"].status == Status::under_way);
  CHECK(now["g"].expected.value() == 0);
  CHECK_FALSE(now["g"].pace.has_value());
}

TEST_CASE("a goal of which nothing is observed is not due, or without data") {
  CHECK(jj::evaluate(shares({{"a"}, {"b"}}).build(), {}, day_100)["g"].status == Status::not_due);
  CHECK(jj::evaluate(shares({{"a"}, {"b"}}).build(), {}, year_end)["g"].status == Status::no_data);
  CHECK(jj::evaluate(counts({{"a"}, {"b"}}).build(), {}, day_100)["g"].status == Status::no_data);
  const auto now = jj::evaluate(counts({{"a"}}).build(), {}, day_100);
  CHECK_FALSE(now["g"].attainment.has_value());
  CHECK(now["g"].coverage.value() == 0);
}

TEST_CASE("a cancelled part is left out of its goal") {
  const jj::Plan plan = shares({{"a"}, {"b"}}).lifecycle("b", jj::Lifecycle::cancelled).build();
  const auto now = jj::evaluate(plan, values_on(day_100, {{"a", 100}, {"b", 0}}), year_end);
  CHECK(now["g"].attainment.value() == 1);
  CHECK(now["g"].coverage.value() == 1);
  CHECK(now["g"].status == Status::met);
  CHECK(now["b"].status == Status::cancelled);
}

TEST_CASE("an indicator that is only watched is left out of its goal") {
  const jj::Plan plan =
      shares({{"a"}}).indicator("w", "W", std::nullopt, {.part_of = {{"g", 9}}}).build();
  const auto now = jj::evaluate(plan, values_on(day_100, {{"a", 50}, {"w", 7}}), day_100);
  CHECK(now["g"].attainment.value() == near(0.5));
  CHECK(now["g"].coverage.value() == 1);
}

TEST_CASE("a goal without parts, or with cancelled parts only, is left out of its goal") {
  const jj::Plan plan =
      shares({{"a"}})
          .goal("empty", "E", {.part_of = {"g"}})
          .goal("void", "V", {.part_of = {"g"}})
          .task("t", "T", {.part_of = {"void"}, .lifecycle = jj::Lifecycle::cancelled})
          .build();
  const auto now = jj::evaluate(plan, values_on(day_100, {{"a", 100}}), year_end);
  CHECK(now["g"].status == Status::met);
  CHECK(now["g"].coverage.value() == 1);
  CHECK_FALSE(now["empty"].coverage.has_value());
  CHECK_FALSE(now["empty"].attainment.has_value());
  CHECK_FALSE(now["void"].coverage.has_value());
  CHECK_FALSE(now["void"].attainment.has_value());
}

TEST_CASE("a cancelled goal takes its parts' weight out of the goal above") {
  const jj::Plan plan =
      shares({{"a"}})
          .goal("s", "S", {.part_of = {"g"}, .lifecycle = jj::Lifecycle::cancelled})
          .task("t", "T", {.part_of = {"s"}})
          .build();
  const auto now = jj::evaluate(plan, values_on(day_100, {{"a", 80}, {"t", 0}}), day_100);
  CHECK(now["s"].status == Status::cancelled);
  CHECK(now["g"].attainment.value() == near(0.8));
}

TEST_CASE("a veto part that is off track makes the goal no better") {
  // (9 * 120 + 70) / (10 * 100) = 1.15
  const auto seen = values_on(day_100, {{"a", 120}, {"b", 70}});
  const auto mild = jj::evaluate(counts({{"a", 9}, {"b", 1}}).build(), seen, day_100);
  CHECK(mild["g"].status == Status::ahead);
  const auto hard = jj::evaluate(counts({{"a", 9}, {"b", 1, true}}).build(), seen, day_100);
  CHECK(hard["g"].status == Status::off_track);
  CHECK(hard["g"].pace.value() == near(1.15));  // the numbers stay
  CHECK(hard["g"].attainment == mild["g"].attainment);
}

TEST_CASE("a veto part that is at risk vetoes nothing") {
  // (9 * 120 + 85) / (10 * 100) = 1.165
  const auto now = jj::evaluate(counts({{"a", 9}, {"b", 1, true}}).build(),
                                values_on(day_100, {{"a", 120}, {"b", 85}}), day_100);
  CHECK(now["b"].status == Status::at_risk);
  CHECK(now["g"].status == Status::ahead);
}

TEST_CASE("a veto part that is missed makes the goal missed, and not the goal above it") {
  const jj::Plan plan = year_plan()
                            .goal("top", "Top")
                            .goal("g", "G", {.part_of = {"top"}})
                            .indicator("a", "A", year_count(), {.part_of = {{"g", 9}}})
                            .task("b", "B", {.part_of = {{"g", 1, true}}, .due = day_100 - 10})
                            .build();
  const auto now = jj::evaluate(plan, values_on(day_100, {{"a", 120}, {"b", 0.9}}), day_100);
  CHECK(now["b"].status == Status::missed);
  CHECK(now["g"].status == Status::missed);
  CHECK(now["top"].status != Status::missed);
}
