// SPDX-License-Identifier: BSL-1.0
#pragma once

// A leaf between no progress and its target, on the day of an evaluation. What is counted in whole
// things (个, 户) is so on all of the way, unless its target or its reading is not.

#include <algorithm>
#include <cmath>
#include <cstdlib>
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
    standing_ = is_on_the_way_ ? *before_ : value_at(attainment_);
  }

  [[nodiscard]] const Node& node() const noexcept { return node_; }
  [[nodiscard]] Row row() const noexcept { return node_.row(); }
  [[nodiscard]] Unit unit() const noexcept { return unit_; }
  [[nodiscard]] const std::optional<double>& before() const noexcept { return before_; }
  /// Of its reading, if it were read so on the day; 0 without one.
  [[nodiscard]] double attainment() const noexcept { return attainment_; }
  /// Whether it stands between no progress and its target, so that all of the way gains something.
  [[nodiscard]] bool is_on_the_way() const noexcept { return is_on_the_way_; }

  /// What it reads where it stands on the way.
  [[nodiscard]] double standing() const noexcept { return standing_; }
  /// What it reads when its target is met.
  [[nodiscard]] double met() const noexcept { return met_; }

  /// The least that it reads at an attainment.
  [[nodiscard]] double value_at(double attainment) const noexcept {
    if (attainment >= 1) return met_;
    const bool is_from_zero = measure_.goal == measure_.scale && measure_.sign > 0;
    if (is_from_zero) return whole(attainment * measure_.scale);
    return whole(measure_.goal + measure_.sign * (attainment - 1) * measure_.scale);
  }
  [[nodiscard]] double attainment_of(double value) const noexcept {
    return clamp_to_unit(measure_.progress(value));
  }
  [[nodiscard]] double cost_of(double value) const noexcept {
    return unit_cost_ * std::fabs(value - start_);
  }

  [[nodiscard]] bool is_whole() const noexcept { return things_ > 0; }
  /// So many steps nearer to the target: whole things, else the next numbers there are.
  [[nodiscard]] double stepped(double value, int steps) const noexcept {
    if (is_whole()) return (std::round(value * things_) + measure_.sign * steps) / things_;
    const double end = (steps > 0 ? measure_.sign : -measure_.sign) * HUGE_VAL;
    for (int i = 0; i < std::abs(steps); ++i) value = std::nextafter(value, end);
    return value;
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
    const auto is_counted = [](double figure, double things) {
      return std::round(figure * things) / things == figure;
    };
    const double things = whole_things(unit_).value_or(0);
    if (things > 0 && is_counted(value, things) && is_counted(before_.value_or(0), things))
      things_ = things;
    met_ = measure_.goal;
    if (measure_.is_strict) met_ += measure_.sign * 1e-9 * std::max(1.0, std::fabs(measure_.goal));
    met_ = whole(met_);
  }

  /// The whole number of things at a value or beyond it.
  [[nodiscard]] double whole(double value) const noexcept {
    if (!is_whole()) return value;
    const double things = value * things_;
    return (measure_.sign > 0 ? std::ceil(things) : std::floor(things)) / things_;
  }

  Node node_;
  Unit unit_;
  double unit_cost_;
  std::optional<double> before_;
  double attainment_ = 0;
  double start_ = 0;
  double standing_ = 0;
  double things_ = 0;  ///< how many one of its unit is; 0 when it may be a fraction
  bool is_on_the_way_ = false;
  Yardstick measure_{1, 1, 1, false};
  double met_ = 1;
};

}  // namespace jinjiang::detail
