// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <jinjiang/analysis/detail/scenario_overlay.hpp>
#include <jinjiang/analysis/scenario_evaluator.hpp>

namespace jinjiang {

JINJIANG_INLINE ScenarioEvaluator::ScenarioEvaluator(Evaluation now)
    : now_(std::move(now)), overlay_(std::make_unique<detail::ScenarioOverlay>(now_)) {}
JINJIANG_INLINE ScenarioEvaluator::ScenarioEvaluator(ScenarioEvaluator&&) noexcept = default;
JINJIANG_INLINE ScenarioEvaluator& ScenarioEvaluator::operator=(ScenarioEvaluator&&) noexcept =
    default;
JINJIANG_INLINE ScenarioEvaluator::~ScenarioEvaluator() = default;

JINJIANG_INLINE std::vector<ScenarioResult> ScenarioEvaluator::results(
    const Scenario& scenario, std::span<const std::string_view> ids) {
  std::vector<ScenarioResult> results;
  results.reserve(ids.size());
  if (overlay_->lay(scenario)) {
    struct PutBack {
      detail::ScenarioOverlay& overlay;
      ~PutBack() { overlay.put_back(); }
    } const guard{*overlay_};
    for (const std::string_view id : ids) results.push_back(overlay_->of(now_.plan()[id].row()));
    return results;
  }
  const Evaluation then = evaluate(scenario);
  for (const std::string_view id : ids) {
    const NodeResult result = then[id];
    results.push_back({result.status, result.attainment, result.progress, result.expected,
                       result.pace, result.coverage});
  }
  return results;
}

}  // namespace jinjiang
