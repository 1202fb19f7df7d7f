// SPDX-License-Identifier: BSL-1.0

#include "support/year_plan.hpp"

using jj::Status;

namespace {

const jj::Target ceiling = jj::at_most(366, "个", {.measure = jj::Measure::count});
const jj::Profile by_month =
    jj::Profile::monthly({.1, .1, .1, .1, .1, .1, .1, .1, .05, .05, .05, .05});
const jj::Profile by_steps =
    jj::Profile::milestones({{2024y / 6 / 30, 0.4}, {2024y / 9 / 30, 0.7}});

jj::Target with_profile(const jj::Profile& profile) {
  return jj::reach(100, "个", {.measure = jj::Measure::count, .profile = profile});
}
jj::NodeResult one(const jj::Evaluation& now) { return now["x"]; }

}  // namespace

TEST_CASE("a reading is compared with what was expected on its own date") {
  const auto now = judge(year_count(), {{day_100, 100}}, mid_year);
  CHECK(now["x"].expected.value() == near(100.0 / 366));
  CHECK(now["x"].pace.value() == near(1));
  CHECK(now["x"].status == Status::on_track);
  CHECK(now["x"].observed_on == day_100);
  CHECK(now["x"].value == 100.0);
}

TEST_CASE("the latest reading up to the day counts, later ones do not") {
  const auto now = judge(year_count(), {{new_year, 5}, {day_100, 80}, {mid_year, 366}}, day_100);
  CHECK(now["x"].value == 80.0);
  CHECK(now["x"].status == Status::at_risk);
}

TEST_CASE("attainment is progress cut to 0..1") {
  CHECK(one(judge(year_count(), {{day_100, 732}}, day_100)).progress.value() == near(2));
  CHECK(one(judge(year_count(), {{day_100, 732}}, day_100)).attainment.value() == 1);
  CHECK(one(judge(year_count(), {{day_100, -36.6}}, day_100)).progress.value() == near(-0.1));
  CHECK(one(judge(year_count(), {{day_100, -36.6}}, day_100)).attainment.value() == 0);
  CHECK(one(judge(year_count(), {{day_100, -36.6}}, day_100)).coverage.value() == 1);
}

TEST_CASE("the 29th of February counts as a day") {
  // 31 + 29 = 60 of 366 days
  const auto now = judge(year_count(), {{2024y / 2 / 29, 60}}, 2024y / 2 / 29);
  CHECK(now["x"].expected.value() == near(60.0 / 366));
  CHECK(now["x"].pace.value() == near(1));
}

TEST_CASE("first and last day of a node are both days of work") {
  const jj::NodeOptions ten_days{.start = 2024y / 3 / 1, .due = 2024y / 3 / 10};
  const auto first = judge(year_count(), {{2024y / 3 / 1, 36.6}}, 2024y / 3 / 1, ten_days);
  CHECK(first["x"].expected.value() == near(0.1));  // 1 of 10 days
  CHECK(first["x"].pace.value() == near(1));        // (36.6 / 366) / 0.1
  const auto last = judge(year_count(), {{2024y / 3 / 10, 300}}, 2024y / 3 / 10, ten_days);
  CHECK(last["x"].expected.value() == 1);
  CHECK(last["x"].status == Status::missed);
}

TEST_CASE("a target's own due date is that of its node") {
  const auto target =
      jj::reach(182, "个", {.measure = jj::Measure::count, .due = mid_year});  // day 182
  CHECK(one(judge(target, {{day_100, 100}}, day_100)).expected.value() == near(100.0 / 182));
  CHECK(one(judge(target, {{mid_year, 182}}, mid_year)).status == Status::met);
}

TEST_CASE("a monthly profile accrues by days inside a month") {
  const auto expected_on = [](jj::Date day) {
    return one(judge(with_profile(by_month), {{day, 1}}, day)).expected.value();
  };
  CHECK(expected_on(2024y / 1 / 31) == near(0.1));
  CHECK(expected_on(2024y / 2 / 28) == near(0.1 + 0.1 * 28 / 29));  // a leap year's February
  CHECK(expected_on(2024y / 2 / 29) == near(0.2));
  CHECK(expected_on(2024y / 4 / 15) == near(0.35));  // 0.3 + 0.1 * 15 / 30
  CHECK(expected_on(2024y / 8 / 31) == near(0.8));
  CHECK(expected_on(2024y / 12 / 31) == 1);
}

TEST_CASE("a milestones profile expects nothing before its first step") {
  const auto on = [](jj::Date day, double value) {
    return one(judge(with_profile(by_steps), {{day, value}}, day));
  };
  CHECK(on(2024y / 6 / 29, 30).expected.value() == 0);
  CHECK(on(2024y / 6 / 29, 30).status == Status::under_way);
  CHECK(on(2024y / 6 / 30, 30).expected.value() == near(0.4));
  CHECK(on(2024y / 6 / 30, 30).status == Status::off_track);  // 0.3 / 0.4 = 0.75
  CHECK(on(2024y / 9 / 29, 38).status == Status::on_track);   // 0.38 / 0.4 = 0.95
  CHECK(on(2024y / 12 / 30, 77).status == Status::ahead);     // 0.77 / 0.7 = 1.10
  CHECK(on(2024y / 12 / 31, 77).status == Status::missed);
}

TEST_CASE("before its start nothing is expected under any profile") {
  const jj::NodeOptions later{.start = 2024y / 7 / 1};
  const auto level = [](const jj::Profile& profile) {
    return jj::reach(100, "%", {.profile = profile});
  };
  const auto on = mid_year;
  CHECK(one(judge(level(jj::ProfileKind::linear), {{on, 5}}, on, later)).expected.value() == 0);
  CHECK(one(judge(level(jj::ProfileKind::hold), {{on, 5}}, on, later)).expected.value() == 0);
  CHECK(one(judge(level(jj::ProfileKind::at_due), {{on, 5}}, on, later)).expected.value() == 0);
  CHECK(one(judge(level(jj::ProfileKind::hold), {{on, 5}}, on, later)).status == Status::under_way);
  CHECK(one(judge(level(jj::ProfileKind::hold), {{on + 1, 5}}, on + 1, later)).expected == 1.0);
}

TEST_CASE("a ceiling is held against its allowance to date") {
  // On day 100 the allowance is 366 * 100 / 366 = 100.
  const auto thrifty = judge(ceiling, {{day_100, 80}}, day_100);
  CHECK(thrifty["x"].progress.value() == near(1.2));  // 1 - (80 - 100) / 100
  CHECK(thrifty["x"].pace.value() == near(1.2));
  CHECK(thrifty["x"].expected.value() == 1);
  CHECK(thrifty["x"].attainment.value() == 1);
  CHECK(thrifty["x"].status == Status::ahead);

  const auto lavish = judge(ceiling, {{day_100, 120}}, day_100);
  CHECK(lavish["x"].progress.value() == near(0.8));  // 1 - (120 - 100) / 100
  CHECK(lavish["x"].status == Status::at_risk);
}

TEST_CASE("a ceiling is met or missed on its due date, never before") {
  CHECK(one(judge(ceiling, {{day_100, 0}}, day_100)).status == Status::ahead);
  CHECK(one(judge(ceiling, {{year_end, 366}}, year_end)).status == Status::met);
  CHECK(one(judge(ceiling, {{year_end, 367}}, year_end)).status == Status::missed);
}

TEST_CASE("a ceiling on a level is met early like any other level") {
  const auto rate = jj::at_most(5.5, "%");
  CHECK(one(judge(rate, {{day_100, 5.0}}, day_100)).status == Status::met_early);
  CHECK(one(judge(rate, {{day_100, 6.0}}, day_100)).status == Status::under_way);
  CHECK(one(judge(rate, {{year_end, 6.0}}, year_end)).status == Status::missed);
}

TEST_CASE("within a range both sides are watched") {
  const auto range = jj::between(5, 6, "%", {.measure = jj::Measure::growth});
  CHECK(one(judge(range, {{day_100, 5.5}}, day_100)).status == Status::on_track);  // pace 1
  CHECK(one(judge(range, {{day_100, 6.6}}, day_100)).pace.value() == near(0.9));   // 1 - 0.6 / 6
  CHECK(one(judge(range, {{day_100, 6.6}}, day_100)).status == Status::at_risk);
  CHECK(one(judge(range, {{day_100, 3}}, day_100)).status == Status::off_track);  // 1 - 2/5 = 0.6
  CHECK(one(judge(range, {{year_end, 6}}, year_end)).status == Status::met);
  CHECK(one(judge(range, {{year_end, 6.1}}, year_end)).status == Status::missed);
}

TEST_CASE("negative goals and goals of zero have a pace") {
  const auto fall = jj::at_most(-3, "%", {.measure = jj::Measure::growth});
  CHECK(one(judge(fall, {{day_100, -3}}, day_100)).pace.value() == near(1));
  CHECK(one(judge(fall, {{day_100, -1.5}}, day_100)).pace.value() == near(0.5));  // 1 - 1.5 / 3
  const auto zero = jj::at_least(0, "%", {.measure = jj::Measure::growth});
  CHECK(one(judge(zero, {{day_100, -0.1}}, day_100)).pace.value() == near(0.9));  // 1 - 0.1 / 1
  CHECK(one(judge(zero, {{day_100, -0.1}}, day_100)).status == Status::at_risk);
}

TEST_CASE("readings in another unit of the dimension are converted") {
  const auto land = jj::reach(7000, "亩", {.measure = jj::Measure::increment});
  const jj::ReadingOptions hectares{.unit = jj::UnitTable::standard().at("公顷")};
  const auto now = judge(land, {{year_end, 100, hectares}}, year_end);
  CHECK(now["x"].value.value() == 1500);  // 100 公顷 = 1500 亩
  CHECK(now["x"].progress.value() == near(1500.0 / 7000));
}

TEST_CASE("results come in the author's order and for every node") {
  const jj::Plan plan =
      year_plan().task("b", "B").goal("a", "A").indicator("c", "C", year_count()).build();
  const auto results = jj::evaluate(plan, {}).results();
  REQUIRE(results.size() == 3);
  CHECK(results[0].node.id() == "b");
  CHECK(results[1].node.id() == "a");
  CHECK(results[2].node.id() == "c");
}

TEST_CASE("an evaluation without a day is that of the plan's end") {
  const jj::Plan plan = year_plan().indicator("x", "X", year_count()).build();
  CHECK(jj::evaluate(plan, {}).as_of() == year_end);
}
