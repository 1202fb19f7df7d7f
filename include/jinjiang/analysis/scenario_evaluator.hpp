// SPDX-License-Identifier: BSL-1.0
#pragma once

// Thousands of scenarios over one evaluation. Changes of values, weights and plain targets are laid
// over it: only what rests on them is judged again, and then all is put back.

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <jinjiang/analysis/scenario.hpp>
#include <jinjiang/detail/config.hpp>

namespace jinjiang {

namespace detail {
class ScenarioOverlay;
}

/// What a scenario makes of one node: the figures of NodeResult that scenarios are compared by.
struct ScenarioResult {
  Status status = Status::not_due;        ///< see docs/rules.md, section 9
  std::optional<double> attainment = {};  ///< 0 to 1; nothing without data
  std::optional<double> progress = {};    ///< unclamped; of a goal its attainment
  std::optional<double> expected = {};    ///< 0 to 1, on the date of the reading
  std::optional<double> pace = {};      ///< progress / expected; nothing when nothing was expected
  std::optional<double> coverage = {};  ///< 0 to 1; nothing for a node that is left out of roll-ups

  friend bool operator==(const ScenarioResult&, const ScenarioResult&) = default;
};

/// Evaluates scenarios over one evaluation, one after the other. Its room is its own, so each
/// thread takes an evaluator; they share the plan and the readings.
class ScenarioEvaluator {
 public:
  /// @par Complexity  that of an evaluation
  explicit ScenarioEvaluator(Evaluation now);
  /// The other may only be assigned to and destroyed.
  ScenarioEvaluator(ScenarioEvaluator&&) noexcept;
  /// As above.
  ScenarioEvaluator& operator=(ScenarioEvaluator&&) noexcept;
  ~ScenarioEvaluator();

  /// The evaluation that scenarios are held against.
  [[nodiscard]] const Evaluation& now() const noexcept { return now_; }

  /// What a scenario makes of some nodes, equal to the bit to what evaluate(now, scenario) says.
  /// @throws UnknownIdError  the changed plan does not have one of the nodes
  /// @throws as evaluate(); the evaluator may go on
  /// @par Complexity  With changes of values, weights and targets of the same unit and due date:
  /// O(parts of the goals above what changes); the first change of the value of a node costs
  /// O(nodes). Otherwise as evaluate().
  [[nodiscard]] std::vector<ScenarioResult> results(const Scenario& scenario,
                                                    std::span<const std::string_view> ids);
  /// The same for one node.
  [[nodiscard]] ScenarioResult result(const Scenario& scenario, std::string_view id) {
    return results(scenario, std::span(&id, 1)).front();
  }

  /// The whole evaluation.
  [[nodiscard]] Evaluation evaluate(const Scenario& scenario) const {
    return jinjiang::evaluate(now_, scenario);
  }

 private:
  Evaluation now_;
  std::unique_ptr<detail::ScenarioOverlay> overlay_;
};

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/analysis/detail/scenario_evaluator.ipp>
#endif
