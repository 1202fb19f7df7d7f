// SPDX-License-Identifier: BSL-1.0

#include "support/year_plan.hpp"

using jj::Status;

namespace {

const jj::Target growth_6 = jj::reach(6, "%", {.measure = jj::Measure::growth});

Status status_of_count(double value) {
  return judge(year_count(), {{day_100, value}}, day_100)["x"].status;
}

}  // namespace

TEST_CASE("a count is ahead from 1.10 times what was expected") {
  CHECK(status_of_count(110) == Status::ahead);          // (110/366) / (100/366) = 1.10
  CHECK(status_of_count(109.9999) == Status::on_track);  // 1.099999
  CHECK(judge(year_count(), {{day_100, 110}}, day_100)["x"].pace.value() == near(1.1));
}

TEST_CASE("a count is on track from 0.95 times what was expected") {
  CHECK(status_of_count(95) == Status::on_track);      // (95/366) / (100/366) = 0.95
  CHECK(status_of_count(94.9999) == Status::at_risk);  // 0.949999
}

TEST_CASE("a count is at risk from 0.80 times what was expected and off track below") {
  CHECK(status_of_count(80) == Status::at_risk);         // (80/366) / (100/366) = 0.80
  CHECK(status_of_count(79.9999) == Status::off_track);  // 0.799999
  CHECK(status_of_count(0) == Status::off_track);
  CHECK(status_of_count(-5) == Status::off_track);
}

TEST_CASE("thresholds forgive binary rounding and nothing more") {
  CHECK(status_of_count(95 * (1 - 1e-15)) == Status::on_track);
  CHECK(status_of_count(95 * (1 - 1e-10)) == Status::at_risk);
}

TEST_CASE("thresholds come from the policy of the evaluation, else of the plan") {
  const jj::Policy strict{.ahead = 1.5, .on_track = 1.2, .at_risk = 1.1};
  const jj::Plan plan = year_plan().policy(strict).indicator("x", "X", year_count()).build();
  const jj::Observations seen = readings_of("x", {{day_100, 115}});  // pace 1.15
  CHECK(jj::evaluate(plan, seen, day_100)["x"].status == Status::at_risk);
  CHECK(jj::evaluate(plan, seen, day_100).policy() == strict);
  CHECK(jj::evaluate(plan, seen, day_100, {.policy = jj::Policy{}})["x"].status == Status::ahead);
}

TEST_CASE("a policy that contradicts itself is refused") {
  const jj::Plan plan = year_plan().indicator("x", "X", year_count()).build();
  const auto call = [&] {
    (void)jj::evaluate(plan, {}, day_100, {.policy = jj::Policy{.on_track = 0.5}});
  };
  CHECK(holds(message_of<jj::PlanError>(call), "on_track 0.5"));
}

TEST_CASE("a target reached before its due date is met early, from the due date on it is met") {
  CHECK(judge(year_count(), {{mid_year, 366}}, mid_year)["x"].status == Status::met_early);
  CHECK(judge(year_count(), {{mid_year, 366}}, year_end - 1)["x"].status == Status::met_early);
  CHECK(judge(year_count(), {{mid_year, 366}}, year_end)["x"].status == Status::met);
  CHECK(judge(year_count(), {{mid_year, 366}}, year_end + 90)["x"].status == Status::met);
}

TEST_CASE("a target that its last reading does not meet is missed on the due date itself") {
  CHECK(judge(year_count(), {{year_end, 365}}, year_end - 1)["x"].status == Status::no_data);
  CHECK(judge(year_count(), {{year_end, 365}}, year_end)["x"].status == Status::missed);
  CHECK(judge(year_count(), {{mid_year, 182}}, year_end)["x"].status == Status::missed);
}

TEST_CASE("a strict bound that is only just reached is missed") {
  const auto above_900 = jj::above(900, "家");
  CHECK(judge(above_900, {{year_end, 900}}, year_end)["x"].status == Status::missed);
  CHECK(judge(above_900, {{year_end, 901}}, year_end)["x"].status == Status::met);
  CHECK(judge(above_900, {{year_end, 900}}, year_end)["x"].attainment.value() == near(1));
}

TEST_CASE("a growth rate is held from the first day and never met before its due date") {
  CHECK(judge(growth_6, {{day_100, 6}}, day_100)["x"].status == Status::on_track);    // 6 / 6 = 1
  CHECK(judge(growth_6, {{day_100, 6.6}}, day_100)["x"].status == Status::ahead);     // 1.1
  CHECK(judge(growth_6, {{day_100, 5.7}}, day_100)["x"].status == Status::on_track);  // 0.95
  CHECK(judge(growth_6, {{day_100, 5.4}}, day_100)["x"].status == Status::at_risk);   // 0.90
  CHECK(judge(growth_6, {{day_100, 3}}, day_100)["x"].status == Status::off_track);   // 0.50
  CHECK(judge(growth_6, {{year_end, 6}}, year_end)["x"].status == Status::met);
  CHECK(judge(growth_6, {{year_end, 5.9}}, year_end)["x"].status == Status::missed);
}

TEST_CASE("a change and a rank are never met before their due date either") {
  const auto change = jj::reach(2, "百分点");
  CHECK(judge(change, {{day_100, 2}}, day_100)["x"].status == Status::on_track);
  CHECK(judge(change, {{year_end, 2}}, year_end)["x"].status == Status::met);
  const auto place = jj::reach(3, "位", {.measure = jj::Measure::rank});
  CHECK(judge(place, {{day_100, 3}}, day_100)["x"].status == Status::on_track);  // 1 - 0 / 3
  CHECK(judge(place, {{day_100, 2}}, day_100)["x"].status == Status::ahead);     // 1 + 1 / 3
  CHECK(judge(place, {{year_end, 3}}, year_end)["x"].status == Status::met);
}

TEST_CASE("a level without a baseline is under way until its due date") {
  const auto level = jj::above(900, "家");
  const auto now = judge(level, {{day_100, 855}}, day_100);
  CHECK(now["x"].status == Status::under_way);
  CHECK(now["x"].expected.value() == 0);
  CHECK_FALSE(now["x"].pace.has_value());
  CHECK(now["x"].attainment.value() == near(0.95));  // 855 / 900
  CHECK(judge(level, {{day_100, 901}}, day_100)["x"].status == Status::met_early);
  CHECK(judge(level, {{day_100, 855}}, year_end)["x"].status == Status::missed);
}

TEST_CASE("a level with a baseline is judged by pace") {
  const auto level = jj::reach(466, "家", {.baseline = 100});
  // On day 100: (200 - 100) / (466 - 100) = 100/366 of the way, and 100/366 was expected.
  const auto now = judge(level, {{day_100, 200}}, day_100);
  CHECK(now["x"].progress.value() == near(100.0 / 366));
  CHECK(now["x"].expected.value() == near(100.0 / 366));
  CHECK(now["x"].pace.value() == near(1));
  CHECK(now["x"].status == Status::on_track);
}

TEST_CASE("nothing observed is not due while nothing is expected, and no data afterwards") {
  CHECK(judge(whole_share(), {}, day_100)["x"].status == Status::not_due);
  CHECK(judge(whole_share(), {}, year_end)["x"].status == Status::no_data);
  CHECK(judge(year_count(), {}, new_year)["x"].status == Status::no_data);  // 1/366 expected
  CHECK(judge(year_count(), {}, new_year - 1)["x"].status == Status::not_due);
  const jj::NodeOptions later{.start = 2024y / 7 / 1};
  CHECK(judge(year_count(), {}, mid_year, later)["x"].status == Status::not_due);
  CHECK(judge(year_count(), {}, mid_year + 1, later)["x"].status == Status::no_data);
}

TEST_CASE("a node without data has neither attainment nor pace, and no coverage of its weight") {
  const auto now = judge(year_count(), {}, day_100);
  CHECK_FALSE(now["x"].attainment.has_value());
  CHECK_FALSE(now["x"].progress.has_value());
  CHECK_FALSE(now["x"].pace.has_value());
  CHECK_FALSE(now["x"].value.has_value());
  CHECK(now["x"].coverage.value() == 0);
  CHECK(now["x"].expected.value() == near(100.0 / 366));
}

TEST_CASE("a cancelled node is cancelled whatever was observed") {
  const jj::NodeOptions cancelled{.lifecycle = jj::Lifecycle::cancelled};
  const auto now = judge(year_count(), {{day_100, 366}}, year_end, cancelled);
  CHECK(now["x"].status == Status::cancelled);
  CHECK_FALSE(now["x"].coverage.has_value());
}

TEST_CASE("draft and suspended nodes are judged like active ones") {
  const jj::NodeOptions draft{.lifecycle = jj::Lifecycle::draft};
  const jj::NodeOptions suspended{.lifecycle = jj::Lifecycle::suspended};
  CHECK(judge(year_count(), {{day_100, 95}}, day_100, draft)["x"].status == Status::on_track);
  CHECK(judge(year_count(), {{day_100, 95}}, day_100, suspended)["x"].status == Status::on_track);
}

TEST_CASE("an indicator without a target is watched and not comparable") {
  const jj::Plan plan = year_plan().indicator("x", "X", std::nullopt).build();
  const auto now = jj::evaluate(plan, readings_of("x", {{day_100, 5}}), day_100);
  CHECK(now["x"].status == Status::not_comparable);
  CHECK_FALSE(now["x"].coverage.has_value());
  CHECK_FALSE(now["x"].attainment.has_value());
}

TEST_CASE("every status has a name, a word in each language and a severity") {
  CHECK(jj::to_string(Status::met_early) == "met_early");
  CHECK(jj::find_enum<Status>("not_comparable") == Status::not_comparable);
  CHECK(jj::label(Status::met_early, jj::Language::zh) == "提前完成");
  CHECK(jj::label(Status::at_risk, jj::Language::zh) == "略欠进度");
  CHECK(jj::label(Status::no_data, jj::Language::en) == "no data");
  CHECK(jj::severity(Status::missed) > jj::severity(Status::off_track));
  CHECK(jj::severity(Status::off_track) > jj::severity(Status::blocked));
  CHECK(jj::severity(Status::blocked) > jj::severity(Status::at_risk));
  CHECK(jj::severity(Status::under_way) == 0);
}
