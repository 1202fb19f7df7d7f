// SPDX-License-Identifier: BSL-1.0

// A thousand scenarios over a plan of 250 nodes.

#include "../support/catch.hpp"

#include <jinjiang/analysis.hpp>

#include "synthetic.hpp"

namespace jj = jinjiang;

namespace {

/// Each supposes one value.
std::vector<jj::Scenario> make_scenarios(const benchmark::Synthetic& synthetic, std::size_t count) {
  std::vector<jj::Scenario> scenarios;
  for (std::size_t i = 0; scenarios.size() < count; ++i) {
    const std::size_t node = i * 7919 % synthetic.size();
    if (synthetic.is_goal[node]) continue;
    const double share = static_cast<double>(i % 101) / 100;
    scenarios.emplace_back(std::to_string(i))
        .value(synthetic.ids[node], synthetic.targets[node] * share);
  }
  return scenarios;
}

}  // namespace

TEST_CASE("a thousand scenarios") {
  const benchmark::Synthetic synthetic = benchmark::make_synthetic(250);
  const jj::Evaluation now = jj::evaluate(
      benchmark::build_plan(synthetic), benchmark::make_observations(synthetic), synthetic.read_on);
  const std::vector<jj::Scenario> scenarios = make_scenarios(synthetic, 1000);
  const std::string root(now.plan().roots().front().id());
  const auto ours = [&] {
    jj::ScenarioEvaluator evaluator(now);
    double sum = 0;
    for (const jj::Scenario& scenario : scenarios)
      sum += evaluator.result(scenario, root).attainment.value_or(0);
    return sum;
  };
  // As one would without scenarios: other readings, another evaluation.
  const auto plainly = [&] {
    double sum = 0;
    for (const jj::Scenario& scenario : scenarios) {
      const auto& change = std::get<jj::ValueChange>(scenario.changes().front());
      const std::pair<std::string, double> value{change.node, change.value};
      const auto seen = now.observations().replacing(std::span(&value, 1), now.as_of());
      sum += jj::evaluate(now.plan(), seen, now.as_of())[root].attainment.value_or(0);
    }
    return sum;
  };
  REQUIRE(ours() == plainly());
  BENCHMARK("scenarios_1000") { return ours(); };
  BENCHMARK("scenarios_1000 whole") {
    std::size_t size = 0;
    for (const jj::Scenario& scenario : scenarios) size += jj::evaluate(now, scenario).size();
    return size;
  };
  BENCHMARK("scenarios_1000 plain") { return plainly(); };
}
