// SPDX-License-Identifier: BSL-1.0

// Which of several readings is judged: dates of knowing, stages, spans, periods and age.

#include "support/year_plan.hpp"

using jj::Span;
using jj::Stage;
using jj::Status;

namespace {

jj::ReadingOptions known(jj::Date day, Stage stage = Stage::final) {
  return {.stage = stage, .known_on = day};
}
const jj::ReadingOptions monthly{.span = Span::per_period};
const jj::Date january = 2024y / 1 / 31;
const jj::Date february = 2024y / 2 / 29;
const jj::Date march = 2024y / 3 / 31;

jj::EvaluationOptions by(jj::Date day) { return {.known_by = day}; }

}  // namespace

TEST_CASE("of two readings of one date the later-known wins, in any order of insertion") {
  const Reading first{day_100, 80, known(day_100 + 1)};
  const Reading second{day_100, 100, known(day_100 + 11)};
  CHECK(judge(year_count(), {first, second}, mid_year)["x"].value == 100.0);
  CHECK(judge(year_count(), {second, first}, mid_year)["x"].value == 100.0);
}

TEST_CASE("known_by reproduces what was known by the end of a day") {
  const Reading first{day_100, 80, known(day_100 + 1)};
  const Reading second{day_100, 100, known(day_100 + 11)};
  const auto value_by = [&](jj::Date day) {
    return judge(year_count(), {first, second}, mid_year, {}, by(day))["x"].value;
  };
  CHECK(value_by(day_100 + 11) == 100.0);
  CHECK(value_by(day_100 + 10) == 80.0);
  CHECK(value_by(day_100 + 1) == 80.0);
  CHECK_FALSE(value_by(day_100).has_value());
  CHECK(judge(year_count(), {first}, mid_year, {}, by(day_100))["x"].status == Status::no_data);
  CHECK(judge(year_count(), {first}, mid_year, {}, by(day_100)).known_by() == day_100);
}

TEST_CASE("a reading without a date of knowing was known on its own date") {
  CHECK(judge(year_count(), {{day_100, 80}}, mid_year, {}, by(day_100))["x"].value == 80.0);
  CHECK_FALSE(judge(year_count(), {{day_100, 80}}, mid_year, {}, by(day_100 - 1))["x"].value);
}

TEST_CASE("a reading that becomes known after the day of evaluation counts for that day") {
  CHECK(judge(year_count(), {{day_100, 80, known(mid_year)}}, day_100)["x"].value == 80.0);
}

TEST_CASE("a later date wins over a later knowing") {
  const Reading early{day_100, 80, known(mid_year)};
  const Reading late{day_100 + 1, 90, known(day_100 + 1)};
  CHECK(judge(year_count(), {early, late}, mid_year)["x"].value == 90.0);
}

TEST_CASE("of two readings known on one day the surer stage wins") {
  const Reading estimate{day_100, 120, known(day_100, Stage::estimate)};
  const Reading provisional{day_100, 110, known(day_100, Stage::provisional)};
  const Reading final{day_100, 100, known(day_100, Stage::final)};
  const auto now = judge(year_count(), {final, estimate, provisional}, day_100);
  CHECK(now["x"].value == 100.0);
  CHECK(now["x"].stage == Stage::final);
  CHECK(judge(year_count(), {provisional, estimate}, day_100)["x"].stage == Stage::provisional);
}

TEST_CASE("the later-known wins whatever its stage") {
  const Reading final{day_100, 100, known(day_100, Stage::final)};
  const Reading estimate{day_100, 120, known(day_100 + 1, Stage::estimate)};
  CHECK(judge(year_count(), {final, estimate}, mid_year)["x"].value == 120.0);
}

TEST_CASE("a reading older than the limit is stale and still judged") {
  // 30 + 29 + 31 + 30 = 120 days from the 1st of January to the 30th of April
  const auto fresh = judge(year_count(), {{new_year, 1}}, 2024y / 4 / 30);
  const auto stale = judge(year_count(), {{new_year, 1}}, 2024y / 5 / 1);
  CHECK_FALSE(fresh["x"].is_stale);
  CHECK(stale["x"].is_stale);
  CHECK(stale["x"].status == Status::on_track);  // pace (1/366) / (1/366) on its own date
  CHECK(stale["x"].coverage.value() == 1);
}

TEST_CASE("the limit of staleness is a policy") {
  const jj::EvaluationOptions month{.policy = jj::Policy{.stale_after = 30}};
  CHECK_FALSE(judge(year_count(), {{day_100, 1}}, day_100 + 30, {}, month)["x"].is_stale);
  CHECK(judge(year_count(), {{day_100, 1}}, day_100 + 31, {}, month)["x"].is_stale);
}

TEST_CASE("per-period readings of a flow are summed") {
  const auto now = [](jj::Date as_of) {
    return judge(year_count(),
                 {{march, 30, monthly}, {january, 10, monthly}, {february, 20, monthly}}, as_of);
  };
  CHECK(now(january)["x"].value == 10.0);
  CHECK(now(february)["x"].value == 30.0);  // 10 + 20
  CHECK(now(day_100)["x"].value == 60.0);   // 10 + 20 + 30
  CHECK(now(day_100)["x"].observed_on == march);
  CHECK(now(day_100)["x"].pace.value() == near(60.0 / 91));  // the 31st of March is day 91
}

TEST_CASE("of two per-period readings of one date the later-known is summed") {
  const jj::ReadingOptions corrected{.known_on = 2024y / 3 / 15, .span = Span::per_period};
  const std::initializer_list<Reading> readings = {
      {january, 10, monthly}, {january, 12, corrected}, {february, 20, monthly}};
  CHECK(judge(year_count(), readings, day_100)["x"].value == 32.0);                      // 12 + 20
  CHECK(judge(year_count(), readings, day_100, {}, by(march - 17))["x"].value == 30.0);  // 10 + 20
}

TEST_CASE("per-period readings of another period are not summed") {
  const jj::NodeOptions from_february{.start = 2024y / 2 / 1};
  const auto now =
      judge(year_count(), {{january, 10, monthly}, {february, 20, monthly}}, march, from_february);
  CHECK(now["x"].value == 20.0);
}

TEST_CASE("readings of flows, growth, change and rank before the start are not judged") {
  const auto before = [](const jj::Target& target) {
    return judge(target, {{new_year - 1, 400}}, day_100)["x"];
  };
  CHECK(before(year_count()).status == Status::no_data);
  CHECK(before(jj::reach(6, "%", {.measure = jj::Measure::growth})).status == Status::no_data);
  CHECK(before(jj::reach(2, "百分点")).status == Status::no_data);
  CHECK(before(jj::reach(3, "位", {.measure = jj::Measure::rank})).status == Status::no_data);
  CHECK(before(jj::reach(366, "个", {.measure = jj::Measure::net_increment})).status ==
        Status::no_data);
  CHECK_FALSE(before(year_count()).value.has_value());
}

TEST_CASE("readings of levels and shares may be older than the start") {
  CHECK(judge(jj::above(900, "家"), {{new_year - 1, 855}}, day_100)["x"].value == 855.0);
  CHECK(judge(whole_share(), {{new_year - 1, 80}}, day_100)["x"].value == 80.0);
}

TEST_CASE("readings after the due date count until the plan ends, and no longer") {
  const jj::NodeOptions half{.due = mid_year};
  CHECK(judge(year_count(), {{mid_year, 300}, {year_end, 366}}, year_end, half)["x"].status ==
        Status::met);
  const auto next = judge(year_count(), {{mid_year, 300}, {year_end + 1, 366}}, year_end + 1, half);
  CHECK(next["x"].value == 300.0);
  CHECK(next["x"].status == Status::missed);
}

TEST_CASE("a node due after the plan's end is read until it is due") {
  const jj::NodeOptions longer{.due = year_end + 60};
  const auto now = judge(year_count(), {{year_end + 50, 366}}, year_end + 90, longer);
  CHECK(now["x"].status == Status::met);
}

TEST_CASE("observations that contradict each other are refused") {
  const auto call = [] { (void)judge(year_count(), {{day_100, 80}, {day_100, 81}}, day_100); };
  CHECK(holds(message_of<jj::ObservationError>(call), "80 and 81"));
}

TEST_CASE("observations of unknown ids are refused unless they are to be ignored") {
  const jj::Plan plan = year_plan().indicator("x", "X", year_count()).build();
  const auto seen = values_on(day_100, {{"x", 95}, {"y", 1}});
  const auto call = [&] { (void)jj::evaluate(plan, seen, day_100); };
  CHECK(holds(message_of<jj::ObservationError>(call), "no node \"y\""));
  const auto now = jj::evaluate(plan, seen, day_100, {.ignore_unknown = true});
  CHECK(now["x"].status == Status::on_track);
}

TEST_CASE("what is no flow takes the later-known of two readings, whatever their spans") {
  const jj::Target rate = jj::reach(6, "%", {.measure = jj::Measure::growth});
  const Reading monthly_first{day_100, 2, {.known_on = day_100 + 1, .span = Span::per_period}};
  const Reading later{day_100, 9.9, known(day_100 + 30)};
  CHECK(judge(rate, {monthly_first, later}, mid_year)["x"].value == 9.9);
  const Reading first{day_100, 9.9, known(day_100 + 1)};
  const Reading monthly_later{day_100, 2, {.known_on = day_100 + 30, .span = Span::per_period}};
  CHECK(judge(rate, {first, monthly_later}, mid_year)["x"].value == 2.0);
}

TEST_CASE("knowing everything changes no bit") {
  jj::PlanBuilder draft = year_plan();
  draft.goal("g", "G");
  jj::Observations seen;
  for (int i = 0; i < 7; ++i) {
    const std::string id = "leaf." + std::to_string(i);
    draft.indicator(id, id, year_count(), {.part_of = {{"g", 1.0 / 3}}});
    seen.add(id, day_100, 91.3 + i * 1.7);
  }
  const jj::Plan plan = draft.build();
  const auto a = jj::evaluate(plan, seen, day_100)["g"];
  const auto b = jj::evaluate(plan, seen, day_100, by(day_100))["g"];
  CHECK(a.pace == b.pace);
  // An earlier reading takes a leaf out of its run.
  seen.add("leaf.3", day_100 - 1, 5);
  CHECK(jj::evaluate(plan, seen, day_100)["g"].pace == a.pace);
}

TEST_CASE("two readings of what is no flow contradict each other whatever their spans") {
  const jj::Target rate = jj::reach(6, "%", {.measure = jj::Measure::growth});
  const auto text = message_of<jj::ObservationError>([&] {
    (void)judge(rate, {{day_100, 2, monthly}, {day_100, 9.9, {}}}, mid_year);
  });
  CHECK(holds(text, "observations of x on 2024-04-09 contradict each other: 2 and 9.9"));
  CHECK_NOTHROW(judge(year_count(), {{day_100, 2, monthly}, {day_100, 9.9, {}}}, mid_year));
}
