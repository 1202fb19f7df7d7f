// SPDX-License-Identifier: BSL-1.0
#pragma once

// The verdict on a leaf: from a reading and a yardstick to status, attainment and pace. One place
// for what the simple and the general way of looking at a leaf have in common.

#include <algorithm>
#include <array>
#include <limits>

#include <jinjiang/evaluation/detail/evaluation_data.hpp>
#include <jinjiang/model/yardstick.hpp>

namespace jinjiang::detail {

inline constexpr double missing = std::numeric_limits<double>::quiet_NaN();

[[nodiscard]] inline bool is_present(double value) noexcept { return value == value; }

[[nodiscard]] constexpr double clamp_to_unit(double value) noexcept {
  const double floored = value < 0 ? 0 : value;
  return floored > 1 ? 1 : floored;
}

/// A pace or coverage that equals a threshold but for binary rounding reaches it.
inline constexpr double threshold_slack = 1e-12;

/// The progress at which each band of pace begins, the best first.
[[nodiscard]] inline std::array<double, 3> pace_thresholds(double expected,
                                                           const Policy& policy) noexcept {
  return {(policy.ahead - threshold_slack) * expected,
          (policy.on_track - threshold_slack) * expected,
          (policy.at_risk - threshold_slack) * expected};
}

/// The band of pace by the number of thresholds that are reached.
[[nodiscard]] constexpr Status band(int reached) noexcept {
  static_assert(static_cast<int>(Status::ahead) + 3 == static_cast<int>(Status::off_track));
  return static_cast<Status>(static_cast<int>(Status::off_track) - reached);
}

/// The band that the pace progress / expected falls in. A pace that equals a threshold but for
/// binary rounding reaches it. Counting the thresholds that are reached needs no jump, which would
/// be guessed wrong for every second leaf.
[[nodiscard]] inline Status status_of_pace(double progress, double expected,
                                           const Policy& policy) noexcept {
  const auto [ahead, on_track, at_risk] = pace_thresholds(expected, policy);
  return band(static_cast<int>(progress >= ahead) + static_cast<int>(progress >= on_track) +
              static_cast<int>(progress >= at_risk));
}

/// What is known of a leaf that has a reading.
struct LeafReading {
  std::uint32_t position = no_row;  ///< in the binding; no_row: not dated
  double progress = 0;
  double expected = 0;  ///< on the date of the reading
  bool is_met = false;
  bool is_settled_at_due = false;  ///< cannot be met before the due date
};

/// What is found of a leaf, as the columns keep it.
struct LeafVerdict {
  Status status = Status::not_due;
  double progress = missing;        ///< missing: there is no data
  double expected = missing;        ///< missing: the leaf takes no part in any roll-up
  std::uint32_t position = no_row;  ///< of the reading in the binding
};

/// What the readings of one day mean for leaves of the same traits.
struct LeafVerdicts {
  double expected = 0;
  std::array<double, 3> thresholds = {};  ///< of progress
  std::array<Status, 4> bands = {};       ///< by the number of thresholds that are reached
  Status when_met = Status::met;
  bool can_be_met = false;
};

/// Judges leaves on one day by one policy.
class Judge {
 public:
  Judge(Date as_of, const Policy& policy) : policy_(policy), as_of_(as_of.days_since_epoch()) {}

  [[nodiscard]] std::int32_t as_of() const noexcept { return as_of_; }

  [[nodiscard, gnu::always_inline]] inline LeafVerdict of_reading(const LeafReading& reading,
                                                                  std::int32_t due) const noexcept {
    return {status_of(reading, as_of_ >= due), reading.progress, reading.expected,
            reading.position};
  }

  /// As status_of, for many leaves of which the same is expected.
  [[nodiscard]] LeafVerdicts verdicts(double expected, std::int32_t due,
                                      bool is_settled_at_due) const noexcept {
    const bool is_due = as_of_ >= due;
    LeafVerdicts result{.expected = expected,
                        .thresholds = pace_thresholds(expected, policy_),
                        .when_met = is_due ? Status::met : Status::met_early,
                        .can_be_met = is_due || !is_settled_at_due};
    for (int reached = 0; reached < 4; ++reached) {
      result.bands[static_cast<std::size_t>(reached)] = is_due            ? Status::missed
                                                        : !(expected > 0) ? Status::under_way
                                                                          : band(reached);
    }
    return result;
  }

  /// @param expected  on the day of the evaluation
  [[nodiscard]] static LeafVerdict without_reading(double expected) noexcept {
    return {.status = expected > 0 ? Status::no_data : Status::not_due, .expected = expected};
  }

  [[nodiscard]] static LeafVerdict not_comparable(double expected,
                                                  std::uint32_t position = no_row) noexcept {
    return {.status = Status::not_comparable, .expected = expected, .position = position};
  }

  /// The leaf takes no part in any roll-up.
  [[nodiscard]] static LeafVerdict left_out(Status status,
                                            std::uint32_t position = no_row) noexcept {
    return {.status = status, .position = position};
  }

 private:
  [[nodiscard, gnu::always_inline]] inline Status status_of(const LeafReading& reading,
                                                            bool is_due) const noexcept {
    if (reading.is_met && is_due) return Status::met;
    if (reading.is_met && !reading.is_settled_at_due) return Status::met_early;
    if (is_due) return Status::missed;
    if (!(reading.expected > 0)) return Status::under_way;
    return status_of_pace(reading.progress, reading.expected, policy_);
  }

  Policy policy_;
  std::int32_t as_of_;
};

}  // namespace jinjiang::detail
