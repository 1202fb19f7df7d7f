// SPDX-License-Identifier: BSL-1.0

#include "synthetic.hpp"

#include <random>

namespace benchmark {

namespace jj = jinjiang;

Synthetic make_synthetic(std::uint32_t nodes) {
  Synthetic result;
  std::mt19937 random(20241231);  // NOLINT: the same plan in every run
  std::uniform_real_distribution<double> amount(100, 10000);
  std::uniform_real_distribution<double> share(0, 0.5);
  std::uniform_int_distribution<int> percent(0, 999);
  constexpr std::uint32_t children = 10;
  for (std::uint32_t i = 0; i < nodes; ++i) {
    result.ids.push_back("node." + std::to_string(i));
    const bool is_goal = i * children + 1 < nodes;
    result.is_goal.push_back(is_goal);
    result.titles.push_back(is_goal ? "拓展更大发展空间" : "盘活低效用地");
    result.targets.push_back(amount(random));
    result.readings.push_back(result.targets.back() * share(random));
    if (i == 0) continue;
    const std::uint32_t goal = (i - 1) / children;
    const double weight = 1 + percent(random) % 4;
    result.links.push_back({i, goal, weight});
    if (!is_goal && percent(random) < 28 && goal > 0) result.links.push_back({i, goal - 1, 1});
  }
  return result;
}

const Synthetic& million() {
  static const Synthetic synthetic = make_synthetic(1'000'000);
  return synthetic;
}

jj::Plan build_plan(const Synthetic& synthetic) {
  jj::PlanBuilder draft("synthetic", synthetic.period);
  draft.reserve(synthetic.size(), 40 * synthetic.size());
  jj::NodeOptions options;
  std::size_t link = 0;
  for (std::uint32_t i = 0; i < synthetic.size(); ++i) {
    options.part_of.clear();
    for (; link < synthetic.links.size() && synthetic.links[link].child == i; ++link) {
      options.part_of.emplace_back(synthetic.ids[synthetic.links[link].goal],
                                   synthetic.links[link].weight);
    }
    if (synthetic.is_goal[i]) {
      draft.goal(synthetic.ids[i], synthetic.titles[i], options);
    } else {
      static const jj::Unit unit = jj::UnitTable::standard().at("亩");
      draft.indicator(synthetic.ids[i], synthetic.titles[i],
                      jj::Target(jj::Comparator::reach, synthetic.targets[i], unit,
                                 {.measure = jj::Measure::increment}),
                      options);
    }
  }
  return std::move(draft).build();
}

jj::Observations make_observations(const Synthetic& synthetic) {
  jj::Observations seen;
  for (std::uint32_t i = 0; i < synthetic.size(); ++i) {
    if (!synthetic.is_goal[i]) seen.add(synthetic.ids[i], synthetic.read_on, synthetic.readings[i]);
  }
  return seen;
}

}  // namespace benchmark
