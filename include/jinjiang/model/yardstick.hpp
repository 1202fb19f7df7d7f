// SPDX-License-Identifier: BSL-1.0
#pragma once

// A target as the numbers that readings are held against: goal value, scale and direction.
// One formula serves every comparator: progress(a) = 1 + d * (a - g) / s.

#include <jinjiang/detail/config.hpp>
#include <jinjiang/model/target.hpp>

namespace jinjiang {

/// One bound that is to be reached.
struct Yardstick {
  double goal = 0;         ///< g, in the target's unit
  double scale = 1;        ///< s
  double sign = 1;         ///< d: +1 when higher is better, -1 when lower
  bool is_strict = false;  ///< g itself does not meet it

  /// Unclamped: 0 at the baseline value, 1 at the goal value.
  [[nodiscard]] constexpr double progress(double actual) const noexcept {
    // From zero upward 1 + (a - g) / g is a / g, which loses no digits: 0.3 of 1 is 0.3.
    const bool is_from_zero = goal == scale && sign > 0;
    const double start = is_from_zero ? 0 : 1;
    const double way = is_from_zero ? actual : sign * (actual - goal);
    return start + way / scale;
  }
  /// Whether a reading meets the target; docs/rules.md, section 5.
  [[nodiscard]] bool is_met(double actual) const noexcept;
};

/// g, the number that decides: the value, moved by the tolerance of `about`; for `within` the lower
/// bound; docs/rules.md, section 5.
/// @throws TargetError  the target has no value of its own
[[nodiscard]] double goal_value(const Target& target);

/// Whether a reading, in the target's unit, meets it.
/// @throws TargetError  the target has no value of its own
[[nodiscard]] bool is_met(const Target& target, double actual);

/// How far a reading, in the target's unit, has come: 0 at the baseline value, 1 at the goal value,
/// unclamped; docs/rules.md, section 6.
/// @throws TargetError  the target has no value of its own
[[nodiscard]] double progress(const Target& target, double actual);

namespace detail {

/// What a target asks of a number: the goal value at either side, and what it is measured from.
struct Bounds {
  double lower = 0;
  double upper = 0;
  double baseline = 0;  ///< not a number when there is none
  Direction direction = Direction::higher;
  bool is_strict = false;
};
[[nodiscard]] Bounds bounds_of(Comparator comparator, Direction direction, double value,
                               double upper, double tolerance, double baseline) noexcept;
[[nodiscard]] Bounds bounds_of(const Target& target, double value) noexcept;

/// Whether a number lies on the right side of every bound.
[[nodiscard]] bool meets(const Bounds& bounds, double actual) noexcept;
[[nodiscard]] Yardstick yardstick(const Bounds& bounds, double actual) noexcept;

/// Equal but for the rounding of binary arithmetic: 32 units in the last place of the larger one.
[[nodiscard]] constexpr double rounding_slack(double a, double b) noexcept {
  const double x = a < 0 ? -a : a;
  const double y = b < 0 ? -b : b;
  return 7.1e-15 * (x > y ? x : y);
}

}  // namespace detail

inline bool Yardstick::is_met(double actual) const noexcept {
  const double margin = sign * (actual - goal);
  const double slack = detail::rounding_slack(actual, goal);
  return is_strict ? margin > slack : margin >= -slack;
}

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/model/detail/yardstick.ipp>
#endif
