// SPDX-License-Identifier: BSL-1.0
#pragma once

// The verdict on a leaf: from a reading and a yardstick to status, attainment and pace. One place
// for what the simple and the general way of looking at a leaf have in common.

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

/// The band that the pace progress / expected falls in. A pace that equals a threshold but for
/// binary rounding reaches it. Counting the thresholds that are reached needs no jump, which would
/// be guessed wrong for every second leaf.
[[nodiscard]] inline Status status_of_pace(double progress, double expected,
                                           const Policy& policy) noexcept {
  constexpr double slack = 1e-12;
  static_assert(static_cast<int>(Status::ahead) + 3 == static_cast<int>(Status::off_track));
  const int reached = static_cast<int>(progress >= (policy.ahead - slack) * expected) +
                      static_cast<int>(progress >= (policy.on_track - slack) * expected) +
                      static_cast<int>(progress >= (policy.at_risk - slack) * expected);
  return static_cast<Status>(static_cast<int>(Status::off_track) - reached);
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
