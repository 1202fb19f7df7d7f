// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/yardstick.hpp>

namespace jinjiang {

namespace detail {

JINJIANG_INLINE Bounds bounds_of(Comparator comparator, Direction direction, double value,
                                 double upper, double tolerance, double baseline) noexcept {
  Bounds bounds{value, value, baseline, direction,
                comparator == Comparator::above || comparator == Comparator::below};
  if (comparator == Comparator::between) bounds.upper = upper;
  if (comparator == Comparator::about) {
    bounds.lower = decimal_difference(value, tolerance);
    bounds.upper = decimal_difference(value, -tolerance);
  }
  return bounds;
}

JINJIANG_INLINE Bounds bounds_of(const Target& target, double value) noexcept {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  return bounds_of(target.comparator(), target.direction(), value, target.upper().value_or(none),
                   target.options().tolerance.value_or(default_tolerance(value, target.unit())),
                   target.baseline().value_or(none));
}

JINJIANG_INLINE bool meets(const Bounds& bounds, double actual) noexcept {
  const bool needs_floor = bounds.direction != Direction::lower;
  const bool needs_ceiling = bounds.direction != Direction::higher;
  return (!needs_floor || Yardstick{bounds.lower, 1, 1, bounds.is_strict}.is_met(actual)) &&
         (!needs_ceiling || Yardstick{bounds.upper, 1, -1, bounds.is_strict}.is_met(actual));
}

inline Yardstick yardstick_to(const Bounds& bounds, double goal, double sign) noexcept {
  double scale = std::fabs(goal);
  if (!std::isnan(bounds.baseline) && !meets(bounds, bounds.baseline)) {
    // A strict bound that the baseline value touches leaves no distance to measure by.
    if (const double distance = std::fabs(goal - bounds.baseline); distance > 0)
      scale = std::min(distance, std::numeric_limits<double>::max());
  }
  if (scale == 0) scale = 1;  // one unit
  return {goal, scale, sign, bounds.is_strict};
}

JINJIANG_INLINE Yardstick yardstick(const Bounds& bounds, double actual) noexcept {
  if (bounds.direction == Direction::higher) return yardstick_to(bounds, bounds.lower, 1);
  if (bounds.direction == Direction::lower) return yardstick_to(bounds, bounds.upper, -1);
  if (meets(bounds, actual)) return {actual, 1, 1, false};  // at no distance from the range
  return actual > bounds.upper ? yardstick_to(bounds, bounds.upper, -1)
                               : yardstick_to(bounds, bounds.lower, 1);
}

inline Bounds own_bounds(const Target& target) {
  return bounds_of(target, target.has_value() ? target.value() : target.quantity().value());
}

}  // namespace detail

JINJIANG_INLINE double goal_value(const Target& target) {
  const detail::Bounds bounds = detail::own_bounds(target);
  return target.direction() == Direction::lower ? bounds.upper : bounds.lower;
}

JINJIANG_INLINE bool is_met(const Target& target, double actual) {
  return detail::meets(detail::own_bounds(target), actual);
}

JINJIANG_INLINE double progress(const Target& target, double actual) {
  return detail::yardstick(detail::own_bounds(target), actual).progress(actual);
}

}  // namespace jinjiang
