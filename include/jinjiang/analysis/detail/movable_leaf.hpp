// SPDX-License-Identifier: BSL-1.0
#pragma once

// A leaf between no progress and its target, on the day of an evaluation.

#include <algorithm>
#include <cmath>
#include <optional>

#include <jinjiang/analysis/detail/goals_above.hpp>
#include <jinjiang/analysis/detail/scenario_reading.hpp>
#include <jinjiang/evaluation/detail/leaf.hpp>

namespace jinjiang::detail {

class MovableLeaf {
 public:
  /// @throws Error  nothing that it reads moves a goal
  MovableLeaf(const Evaluation& now, const Node& leaf, double unit_cost = 0)
      : node_(leaf), unit_(unit_of(leaf)), unit_cost_(unit_cost) {
    refuse_immovable(now, leaf);
    const NodeResult result = now.of(leaf);
    if (result.progress) before_ = result.value;
    if (leaf.kind() == NodeKind::indicator) find_scale(now);
    const double progress = before_ ? measure_.progress(*before_) : 0;
    is_on_the_way_ = before_ && progress >= 0 && progress <= 1;
    attainment_ = clamp_to_unit(progress);
    start_ = before_.value_or(value_at(0));
  }

  [[nodiscard]] const Node& node() const noexcept { return node_; }
  [[nodiscard]] Row row() const noexcept { return node_.row(); }
  [[nodiscard]] Unit unit() const noexcept { return unit_; }
  [[nodiscard]] const std::optional<double>& before() const noexcept { return before_; }
  /// Of its reading, if it were read so on the day; 0 without one.
  [[nodiscard]] double attainment() const noexcept { return attainment_; }
  /// Whether it stands between no progress and its target, so that all of the way gains something.
  [[nodiscard]] bool is_on_the_way() const noexcept { return is_on_the_way_; }

  /// What it reads at an attainment; at 1 its target is met.
  [[nodiscard]] double value_at(double attainment) const noexcept {
    if (attainment >= 1) return met_;
    const bool is_from_zero = measure_.goal == measure_.scale && measure_.sign > 0;
    if (is_from_zero) return attainment * measure_.scale;
    return measure_.goal + measure_.sign * (attainment - 1) * measure_.scale;
  }
  [[nodiscard]] double cost_at(double attainment) const noexcept {
    return unit_cost_ * std::fabs(value_at(attainment) - start_);
  }

 private:
  /// As the evaluation judges a reading of its last useful day.
  void find_scale(const Evaluation& now) {
    const EvaluationData& data = now.data();
    const PlanData& plan = data.plan.data();
    const LeafEvaluator evaluator(data);
    const Target target = evaluator.target_in_force(row());
    const Date day = last_useful_day(now, node_);
    double value = target.value();
    if (target.relative_to()) {
      const auto reference = evaluator.value_of_reference(target, unit_, day.days_since_epoch());
      if (!reference) {
        throw Error(name_of(node_) + " cannot move anything: its target follows " +
                    shortened(target.relative_to()->indicator) + ", which has no reading of " +
                    to_string(day) + " to be compared with");
      }
      value = *reference + target.relative_to()->offset;
    }
    Bounds bounds = bounds_of(target, value);
    if (is_flow(target.measure()) && target.direction() == Direction::lower) {
      const Date due = target.due().value_or(plan.due_of(row()));
      const double expected = target.profile().expected(day, plan.start_of(row()), due);
      if (expected > 0) bounds.upper *= expected;  // the allowance to date
    }
    // Within a range, from below unless it stands above.
    const double beside = std::min(bounds.lower, bounds.upper) - 1;
    const double seen = before_.value_or(beside);
    measure_ = yardstick(bounds, meets(bounds, seen) ? beside : seen);
    met_ = measure_.goal;
    if (measure_.is_strict) met_ += measure_.sign * 1e-9 * std::max(1.0, std::fabs(measure_.goal));
  }

  Node node_;
  Unit unit_;
  double unit_cost_;
  std::optional<double> before_;
  double attainment_ = 0;
  double start_ = 0;
  bool is_on_the_way_ = false;
  Yardstick measure_{1, 1, 1, false};
  double met_ = 1;
};

}  // namespace jinjiang::detail
