// SPDX-License-Identifier: BSL-1.0

#include <random>

#include <jinjiang/evaluation/detail/evaluation_data.hpp>

#include "support/year_plan.hpp"

namespace {

/// A goal with twelve leaves that are alike but for their figures, and readings of them.
struct AlikeLeaves {
  jj::Plan plan;
  jj::Observations readings;
  std::vector<double> values;
};

AlikeLeaves alike_leaves(const std::string& wording, jj::Measure measure, jj::Date read_on,
                         unsigned seed) {
  std::mt19937 random(seed);  // NOLINT: the same in every run
  jj::PlanBuilder draft = year_plan();
  draft.goal("g", "g");
  jj::Observations readings;
  std::vector<double> values;
  for (int i = 0; i < 12; ++i) {
    const std::string id = "leaf." + std::to_string(i);
    const double goal = i == 0 ? 0 : 10.0 * static_cast<double>(random() % 100);
    const jj::Target worded = jj::Target::parse(wording);
    draft.indicator(id, id,
                    jj::Target(worded.comparator(), goal, worded.unit(),
                               {.measure = measure, .direction = worded.direction()}),
                    {.part_of = {{"g", 1.0 + static_cast<double>(random() % 4)}}});
    // At the goal value, at a threshold of pace in the middle of the year, or anywhere.
    const double shares[] = {
        1, 0.475, 0.4, 0.55, 0, 1.25, static_cast<double>(random() % 1000) / 700};
    values.push_back(goal * shares[random() % 7]);
    readings.add(id, read_on, values.back());
  }
  return {std::move(draft).build(), std::move(readings), std::move(values)};
}

}  // namespace

TEST_CASE("a leaf in a run of leaves that are alike comes out as it does by itself") {
  using Case = std::pair<const char*, jj::Measure>;
  const auto [wording, measure] =
      GENERATE(Case("100亩", jj::Measure::increment), Case("超100亩", jj::Measure::increment),
               Case("100亩", jj::Measure::level), Case("100亩以内", jj::Measure::level),
               Case("低于100%", jj::Measure::growth), Case("超100%", jj::Measure::growth),
               Case("100%", jj::Measure::share));
  const auto as_of = GENERATE(jj::Date(2024y / 1 / 1), jj::Date(2024y / 6 / 30),
                              jj::Date(2024y / 12 / 30), jj::Date(2024y / 12 / 31));
  const auto seed = GENERATE(1U, 2U, 3U);
  const AlikeLeaves alike = alike_leaves(wording, measure, as_of, seed);

  // An earlier reading of every leaf changes nothing but the way that is taken.
  jj::Observations twice = alike.readings;
  for (std::size_t i = 0; i < alike.values.size(); ++i) {
    twice.add("leaf." + std::to_string(i), 2023y / 12 / 31, alike.values[i] + 1);
  }
  const jj::Evaluation run = jj::evaluate(alike.plan, alike.readings, as_of);
  const jj::Evaluation one_by_one = jj::evaluate(alike.plan, twice, as_of);
  for (const jj::Node& node : alike.plan.nodes()) {
    const jj::NodeResult a = run[node.id()];
    const jj::NodeResult b = one_by_one[node.id()];
    INFO(wording << ' ' << to_string(measure) << ' ' << to_string(as_of) << ' ' << node.id());
    CHECK(a.status == b.status);
    if (node.kind() == jj::NodeKind::indicator) {
      CHECK(run.data().columns->progress[node.row()] ==
            one_by_one.data().columns->progress[node.row()]);
      CHECK(a.progress == b.progress);
      CHECK(a.expected == b.expected);
      continue;
    }
    REQUIRE(a.attainment.has_value());
    CHECK(*a.attainment == Approx(*b.attainment).epsilon(1e-12));
    CHECK(a.pace.has_value() == b.pace.has_value());
    CHECK(a.pace.value_or(0) == Approx(b.pace.value_or(0)).epsilon(1e-12));
    CHECK(a.coverage == b.coverage);
  }
}
