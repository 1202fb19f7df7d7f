// SPDX-License-Identifier: BSL-1.0
#pragma once

// Targets and profiles of the plain evaluation: when a number meets a target, how far it has come,
// how much is expected by a day, and the verdict on a pace.

#include <algorithm>
#include <cmath>

#include "support/plain_model.hpp"

namespace plain {

using jj::Comparator;
using jj::Direction;
using jj::Measure;
using jj::Status;

inline bool is_one_of(Measure measure, std::initializer_list<Measure> measures) {
  return std::find(measures.begin(), measures.end(), measure) != measures.end();
}
inline bool sums_up(Measure measure) {
  return is_one_of(measure, {Measure::increment, Measure::net_increment, Measure::count});
}
inline bool is_decided_at_due(Measure measure) {
  return is_one_of(measure, {Measure::growth, Measure::change, Measure::rank});
}

inline Direction direction_of(const Target& target) {
  if (target.direction) return *target.direction;
  if (target.measure == Measure::rank) return Direction::lower;
  if (target.comparator == Comparator::at_most) return Direction::lower;
  if (target.comparator == Comparator::below) return Direction::lower;
  if (target.comparator == Comparator::between) return Direction::within;
  return Direction::higher;
}

inline double tolerance_of(const Target& target, double value) {
  if (target.comparator != Comparator::about) return 0;
  if (target.tolerance) return *target.tolerance;
  if (target.is_in_percent() || target.measure == Measure::change) return 0.5;
  return 0.05 * std::fabs(value);
}

inline bool is_ceiling(const Target& target) {
  return sums_up(target.measure) && direction_of(target) == Direction::lower;
}

/// Lower and upper bound; a target with one direction uses one of them.
inline std::pair<double, double> bounds_of(const Target& target, double value) {
  const double tolerance = tolerance_of(target, value);
  return {value - tolerance, target.upper ? *target.upper : value + tolerance};
}

/// a is at least b, but for the rounding of binary arithmetic; `strictly`, it is more.
inline bool reaches(double a, double b, bool strictly) {
  const double slack = 7.1e-15 * std::max(std::fabs(a), std::fabs(b));
  return strictly ? a - b > slack : a - b >= -slack;
}

inline bool meets(const Target& target, double value, double actual) {
  const auto [low, high] = bounds_of(target, value);
  const Direction direction = direction_of(target);
  const bool above_low = reaches(actual, low, target.comparator == Comparator::above);
  const bool below_high = reaches(-actual, -high, target.comparator == Comparator::below);
  if (direction == Direction::higher) return above_low;
  if (direction == Direction::lower) return below_high;
  return above_low && below_high;
}

/// 1 + d * (a - g) / s; `share` of the goal value is a ceiling's allowance to date.
inline double progress_of(const Target& target, double value, double actual, double share) {
  const auto [low, high] = bounds_of(target, value);
  const Direction direction = direction_of(target);
  double goal = direction == Direction::lower ? high : low;
  double distance = 0;
  if (is_ceiling(target)) goal = goal * share;
  if (direction == Direction::higher) distance = goal - actual;
  if (direction == Direction::lower) distance = actual - goal;
  if (direction == Direction::within && actual < low) distance = low - actual;
  if (direction == Direction::within && actual > high) distance = actual - high;
  if (direction == Direction::within && std::fabs(actual - high) < std::fabs(actual - low)) {
    goal = high;
  }
  std::optional<double> baseline = target.baseline;
  if (!baseline && sums_up(target.measure)) baseline = 0;
  double scale = goal == 0 ? 1 : std::fabs(goal);
  if (baseline) {
    bool has_met = meets(target, value, *baseline);
    const bool strictly = target.comparator == Comparator::below;
    if (is_ceiling(target)) has_met = reaches(-*baseline, -goal, strictly);
    if (!has_met && std::fabs(goal - *baseline) > 0) scale = std::fabs(goal - *baseline);
  }
  return 1 - distance / scale;
}

inline double monthly_share(const std::vector<double>& shares, Day day, Day start) {
  using namespace std::chrono;
  const year_month_day first{sys_days{days{start}}};
  year_month month{first.year(), first.month()};
  double sum = 0;
  for (const double share : shares) {
    const auto begins = static_cast<double>(sys_days{month / 1}.time_since_epoch().count());
    const auto ends = static_cast<double>(sys_days{month / last}.time_since_epoch().count());
    const double gone = std::clamp((day - begins + 1) / (ends - begins + 1), 0.0, 1.0);
    sum += share * gone;
    month += months{1};
  }
  return std::min(sum, 1.0);
}

inline double expected_by(jj::ProfileKind kind, const std::vector<double>& shares,
                          const std::vector<std::pair<Day, double>>& steps, Day day, Day start,
                          Day due) {
  if (day >= due) return 1;
  if (day < start) return 0;
  if (!shares.empty()) return monthly_share(shares, day, start);
  double fraction = 0;
  for (const auto& [date, step] : steps) {
    if (date <= day) fraction = step;
  }
  if (!steps.empty()) return fraction;
  if (kind == jj::ProfileKind::hold) return 1;
  if (kind == jj::ProfileKind::at_due) return 0;
  return (day - start + 1.0) / (due - start + 1.0);
}

inline jj::ProfileKind profile_of(const Target& target) {
  if (target.profile) return *target.profile;
  if (sums_up(target.measure)) return jj::ProfileKind::linear;
  if (is_decided_at_due(target.measure)) return jj::ProfileKind::hold;
  return target.baseline ? jj::ProfileKind::linear : jj::ProfileKind::at_due;
}

inline Status by_pace(std::optional<double> pace, const jj::Policy& policy) {
  constexpr double rounding = 1e-12;
  if (!pace) return Status::under_way;
  if (*pace >= policy.ahead - rounding) return Status::ahead;
  if (*pace >= policy.on_track - rounding) return Status::on_track;
  if (*pace >= policy.at_risk - rounding) return Status::at_risk;
  return Status::off_track;
}

}  // namespace plain
