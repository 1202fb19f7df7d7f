// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <cstdio>
#include <cstdlib>

#include <jinjiang/analysis/detail/goals_above.hpp>
#include <jinjiang/analysis/sweep.hpp>
#include <jinjiang/model/call_monitor.hpp>

namespace jinjiang {

namespace detail {

/// To 12 digits, so that three steps of 0.1 are 0.3.
[[nodiscard]] inline double without_noise(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.12g", value);
  return std::strtod(text, nullptr);
}

/// @throws Error  the range has no end
[[nodiscard]] inline std::vector<double> values_of(const SweepRange& range) {
  constexpr double most = 100'000;
  const auto refuse = [&](const std::string& what) {
    throw Error("from " + format_number(range.from) + " to " + format_number(range.to) +
                " by steps of " + format_number(range.step) + ": " + what);
  };
  if (!std::isfinite(range.from) || !std::isfinite(range.to) || !std::isfinite(range.step))
    refuse("expected finite numbers");
  if (range.step == 0) refuse("a step of 0 leads nowhere");
  const double steps = (range.to - range.from) / range.step;
  if (steps < 0) refuse("the step leads away from the end; turn its sign");
  if (!(steps < most)) refuse("at most 100000 values are tried; take a larger step");
  std::vector<double> values;
  const auto count = static_cast<std::size_t>(std::floor(steps + 1e-9)) + 1;
  for (std::size_t i = 0; i < count; ++i)
    values.push_back(without_noise(range.from + static_cast<double>(i) * range.step));
  return values;
}

}  // namespace detail

JINJIANG_INLINE Sweep sweep(const Evaluation& now, std::string_view leaf, SweepRange range,
                            std::span<const std::string> ids) {
  return sweep(now, leaf, detail::values_of(range), ids);
}

JINJIANG_INLINE Sweep sweep(const Evaluation& now, std::string_view leaf,
                            std::span<const double> values, std::span<const std::string> ids) {
  const Plan& plan = now.plan();
  Sweep result{now, plan[leaf], {}, {}, {}};
  detail::refuse_immovable(now, result.leaf);
  result.unit = detail::unit_of(result.leaf);
  if (ids.empty()) {
    result.nodes.push_back(result.leaf);
    for (const detail::Row row : detail::goals_above(plan.data(), result.leaf.row()))
      result.nodes.push_back(plan.nodes()[plan.data().order[row]]);
  }
  for (const std::string& id : ids) result.nodes.push_back(plan[id]);
  std::vector<std::string_view> names;
  for (const Node& node : result.nodes) names.push_back(node.id());
  ScenarioEvaluator evaluator(now);
  const detail::CallStep step(LongCall::sweep, values.size());
  for (const double value : values) {
    step.at(result.rows.size());
    const Scenario scenario = Scenario().value(std::string(leaf), value);
    result.rows.push_back({value, evaluator.results(scenario, names)});
  }
  return result;
}

}  // namespace jinjiang
