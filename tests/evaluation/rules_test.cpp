// SPDX-License-Identifier: BSL-1.0

// The rules worst, at_least and all, and what each of them does with parts without data.

#include "support/goal_plan.hpp"

using jj::Missing;
using jj::RuleKind;
using jj::Status;

namespace {

const jj::NodeOptions worst{.rule = {RuleKind::worst}};
const jj::NodeOptions all{.rule = {RuleKind::all}};
jj::NodeOptions at_least(std::uint32_t k) { return {.rule = {RuleKind::at_least, k}}; }

const jj::EvaluationOptions as_zero{.policy = jj::Policy{.missing = Missing::zero}};
const jj::EvaluationOptions as_expected{.policy = jj::Policy{.missing = Missing::expected}};

}  // namespace

TEST_CASE("by default a part without data is left out") {
  const auto now =
      jj::evaluate(counts({{"a"}, {"b"}}).build(), values_on(day_100, {{"a", 90}}), day_100);
  CHECK(now["g"].attainment.value() == near(90.0 / 366));
  CHECK(now["g"].pace.value() == near(0.9));
  CHECK(now["g"].coverage.value() == near(0.5));
}

TEST_CASE("a goal may be met while a part without data is left out") {
  const auto now =
      jj::evaluate(shares({{"a"}, {"b"}}).build(), values_on(day_100, {{"a", 100}}), year_end);
  CHECK(now["b"].status == Status::no_data);
  CHECK(now["g"].status == Status::met);
}

TEST_CASE("a part without data may count as zero") {
  const auto now = jj::evaluate(counts({{"a"}, {"b"}}).build(), values_on(day_100, {{"a", 90}}),
                                day_100, as_zero);
  CHECK(now["g"].attainment.value() == near(45.0 / 366));  // (90/366 + 0) / 2
  CHECK(now["g"].expected.value() == near(100.0 / 366));
  CHECK(now["g"].pace.value() == near(0.45));  // (90 + 0) / (100 + 100)
  CHECK(now["g"].status == Status::off_track);
}

TEST_CASE("a part without data may count as what is expected of it") {
  const auto now = jj::evaluate(counts({{"a"}, {"b"}}).build(), values_on(day_100, {{"a", 90}}),
                                day_100, as_expected);
  CHECK(now["g"].attainment.value() == near(95.0 / 366));  // (90/366 + 100/366) / 2
  CHECK(now["g"].pace.value() == near(0.95));              // (90 + 100) / (100 + 100)
  CHECK(now["g"].status == Status::on_track);
}

TEST_CASE("a goal that covers less than the minimum reads no data") {
  const auto half =
      jj::evaluate(shares({{"a"}, {"b"}}).build(), values_on(day_100, {{"a", 50}}), day_100);
  CHECK(half["g"].coverage.value() == near(0.5));
  CHECK(half["g"].status == Status::under_way);
  const auto less = jj::evaluate(shares({{"a", 49}, {"b", 51}}).build(),
                                 values_on(day_100, {{"a", 50}}), day_100);
  CHECK(less["g"].coverage.value() == near(0.49));
  CHECK(less["g"].status == Status::no_data);
  const auto lenient =
      jj::evaluate(shares({{"a", 49}, {"b", 51}}).build(), values_on(day_100, {{"a", 50}}), day_100,
                   {.policy = jj::Policy{.minimum_coverage = 0.49}});
  CHECK(lenient["g"].status == Status::under_way);
}

TEST_CASE("the minimum of coverage forgives binary rounding") {
  // 0.3 / (0.1 + 0.2 + 0.3) is a half, and a little less in binary
  const auto now = jj::evaluate(shares({{"a", 0.1}, {"b", 0.2}, {"c", 0.3}}).build(),
                                values_on(day_100, {{"c", 50}}), day_100);
  CHECK(now["g"].status == Status::under_way);
}

TEST_CASE("coverage is weighed through part goals") {
  const jj::Plan plan = year_plan()
                            .goal("top", "Top")
                            .goal("sub", "Sub", {.part_of = {{"top", 2}}})
                            .task("a", "A", {.part_of = {"sub"}})
                            .task("b", "B", {.part_of = {"sub"}})
                            .task("c", "C", {.part_of = {"top"}})
                            .build();
  const auto now = jj::evaluate(plan, values_on(day_100, {{"a", 0.2}, {"c", 0.8}}), day_100);
  CHECK(now["sub"].coverage.value() == near(0.5));
  CHECK(now["top"].coverage.value() == near(2.0 / 3));  // (2 * 0.5 + 1) / 3
  CHECK(now["top"].attainment.value() == near(0.4));    // (2 * 0.2 + 0.8) / 3
}

TEST_CASE("the rule worst takes the part with the least attainment") {
  const auto now = jj::evaluate(counts({{"a", 9}, {"b", 1}}, worst).build(),
                                values_on(day_100, {{"a", 120}, {"b", 70}}), day_100);
  CHECK(now["g"].attainment.value() == near(70.0 / 366));
  CHECK(now["g"].pace.value() == near(0.7));
  CHECK(now["g"].status == Status::off_track);
}

TEST_CASE("the rule worst leaves a part without data out, or counts it as the policy says") {
  const jj::Plan plan = counts({{"a"}, {"b"}}, worst).build();
  const auto seen = values_on(day_100, {{"a", 120}});
  CHECK(jj::evaluate(plan, seen, day_100)["g"].attainment.value() == near(120.0 / 366));
  CHECK(jj::evaluate(plan, seen, day_100, as_zero)["g"].attainment.value() == 0);
  CHECK(jj::evaluate(plan, seen, day_100, as_expected)["g"].attainment.value() ==
        near(100.0 / 366));
}

TEST_CASE("the rule worst is met when every part is met") {
  const jj::Plan plan = shares({{"a"}, {"b"}}, worst).build();
  const auto both = values_on(day_100, {{"a", 100}, {"b", 100}});
  const auto one = values_on(day_100, {{"a", 100}, {"b", 99}});
  CHECK(jj::evaluate(plan, both, year_end)["g"].status == Status::met);
  CHECK(jj::evaluate(plan, one, year_end)["g"].status == Status::missed);
}

TEST_CASE("at least k of n takes the mean of the k best parts") {
  const jj::Plan plan = shares({{"a", 5}, {"b", 1}, {"c", 7}}, at_least(2)).build();
  const auto now =
      jj::evaluate(plan, values_on(day_100, {{"a", 100}, {"b", 80}, {"c", 30}}), day_100);
  CHECK(now["g"].attainment.value() == near(0.9));  // (1 + 0.8) / 2, weights play no part
  CHECK(now["g"].status == Status::under_way);
}

TEST_CASE("at least k of n is met as soon as k parts are met") {
  const jj::Plan plan = shares({{"a"}, {"b"}, {"c"}}, at_least(2)).build();
  const auto two = values_on(day_100, {{"a", 100}, {"b", 0}, {"c", 100}});
  CHECK(jj::evaluate(plan, two, day_100)["g"].status == Status::met_early);
  CHECK(jj::evaluate(plan, two, year_end)["g"].status == Status::met);
  CHECK(jj::evaluate(plan, two, day_100)["g"].attainment.value() == near(1));
  const auto one = values_on(day_100, {{"a", 100}, {"b", 0}, {"c", 99}});
  CHECK(jj::evaluate(plan, one, year_end)["g"].status == Status::missed);
}

TEST_CASE("at least k of n counts a part without data as zero") {
  const jj::Plan plan = shares({{"a"}, {"b"}, {"c"}}, at_least(2)).build();
  const auto now = jj::evaluate(plan, values_on(day_100, {{"a", 60}, {"b", 20}}), day_100);
  CHECK(now["g"].attainment.value() == near(0.4));  // (0.6 + 0.2) / 2
  const auto less = jj::evaluate(shares({{"a"}, {"b"}}, at_least(2)).build(),
                                 values_on(day_100, {{"a", 60}}), day_100);
  CHECK(less["g"].attainment.value() == near(0.3));  // (0.6 + 0) / 2
}

TEST_CASE("at least k of n is met with k parts met even when little else is known") {
  const jj::Plan plan = shares({{"a"}, {"b"}, {"c"}, {"d"}, {"e"}}, at_least(2)).build();
  const auto now = jj::evaluate(plan, values_on(day_100, {{"a", 100}, {"b", 100}}), year_end);
  CHECK(now["g"].coverage.value() == near(0.4));
  CHECK(now["g"].status == Status::met);
}

TEST_CASE("at least k of fewer than k parts cannot be met") {
  const jj::Plan plan = shares({{"a"}, {"b"}}, at_least(3)).build();
  const auto now = jj::evaluate(plan, values_on(day_100, {{"a", 100}, {"b", 100}}), year_end);
  CHECK(now["g"].attainment.value() == near(2.0 / 3));  // (1 + 1 + 0) / 3
  CHECK(now["g"].status == Status::missed);
}

TEST_CASE("the rule all counts a part without data as zero and not met") {
  const jj::Plan plan = shares({{"a", 1}, {"b", 1}, {"c", 2}}, all).build();
  const auto now = jj::evaluate(plan, values_on(day_100, {{"a", 100}, {"b", 50}}), day_100);
  CHECK(now["g"].attainment.value() == near(0.375));  // (1 + 0.5 + 2 * 0) / 4
  const auto met = values_on(day_100, {{"a", 100}, {"b", 100}});
  CHECK(jj::evaluate(plan, met, year_end)["g"].status == Status::missed);
}

TEST_CASE("the rule all is met when every part is met") {
  const jj::Plan plan = shares({{"a"}, {"b"}}, all).build();
  const auto both = values_on(day_100, {{"a", 100}, {"b", 100}});
  CHECK(jj::evaluate(plan, both, day_100)["g"].status == Status::met_early);
  CHECK(jj::evaluate(plan, both, year_end)["g"].status == Status::met);
}

TEST_CASE("every rule leaves cancelled parts out") {
  const auto seen = values_on(day_100, {{"a", 100}, {"b", 0}});
  const auto status = [&](const jj::NodeOptions& rule) {
    const jj::Plan plan =
        shares({{"a"}, {"b"}}, rule).lifecycle("b", jj::Lifecycle::cancelled).build();
    return jj::evaluate(plan, seen, year_end)["g"].status;
  };
  CHECK(status({}) == Status::met);
  CHECK(status(worst) == Status::met);
  CHECK(status(all) == Status::met);
  CHECK(status(at_least(1)) == Status::met);
}

TEST_CASE("which of several equal parts at_least takes does not depend on their ids") {
  // Two places: a, and one of the two parts without data. Of the share nothing is expected, of the
  // count 100/366. Taking either is defensible; the name must not choose.
  const auto pace = [](const char* share, const char* count) {
    jj::PlanBuilder draft = counts({{"m"}, {count}}, at_least(2));
    draft.indicator(share, "S", whole_share(), {.part_of = {"g"}});
    return jj::evaluate(draft.build(), values_on(day_100, {{"m", 100}}), day_100)["g"].pace.value();
  };
  CHECK(pace("a", "z") == pace("z", "a"));
}

TEST_CASE("which of several equally slow parts decides under worst does not depend on their ids") {
  // Both parts are at zero, so both have pace 0; of a growth 1 is expected, of the count 100/366.
  const auto expected = [](const char* growth, const char* count) {
    jj::PlanBuilder draft = counts({{count}}, worst);
    draft.indicator(growth, "G", jj::reach(6, "%", {.measure = jj::Measure::growth}),
                    {.part_of = {"g"}});
    const auto seen = values_on(day_100, {{growth, 0}, {count, 0}});
    return jj::evaluate(draft.build(), seen, day_100)["g"].expected.value();
  };
  CHECK(expected("a", "z") == expected("z", "a"));
}

TEST_CASE("a ceiling without a reading that counts as expected counts as kept") {
  // Its expected is 1: it is expected to stay within its allowance on every day.
  const auto ceiling = jj::at_most(366, "个", {.measure = jj::Measure::count});
  const auto now = jj::evaluate(goal_of(ceiling, {{"a"}, {"b"}}).build(),
                                values_on(day_100, {{"a", 100}}), day_100, as_expected);
  CHECK(now["b"].expected.value() == 1);
  CHECK(now["g"].attainment.value() == near(1));  // (1 + 1) / 2
}
