// SPDX-License-Identifier: BSL-1.0
#pragma once

// The verdict on a leaf: from a reading and a yardstick to status, attainment and pace. One place for what the simple
// and the general way of looking at a leaf have in common.

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

/// The band a pace falls in. A pace that equals a threshold but for binary rounding reaches it.
[[nodiscard]] inline Status status_of_pace(double pace, const Policy& policy) noexcept {
  constexpr double slack = 1e-12;
  if (pace >= policy.ahead - slack) return Status::ahead;
  if (pace >= policy.on_track - slack) return Status::on_track;
  return pace >= policy.at_risk - slack ? Status::at_risk : Status::off_track;
}

/// What is known of a leaf that has a reading.
struct LeafReading {
  std::uint32_t position = no_row;  ///< in the binding; no_row: not dated
  double progress = 0;
  double expected = 0;              ///< on the date of the reading
  bool is_met = false;
  bool is_settled_at_due = false;   ///< cannot be met before the due date
};

/// Writes verdicts on leaves into the columns of an evaluation.
class Judge {
 public:
  explicit Judge(EvaluationData& evaluation)
      : status_(evaluation.status.data()), progress_(evaluation.progress.data()),
        expected_(evaluation.expected.data()), reading_(evaluation.reading.data()), policy_(evaluation.policy),
        as_of_(evaluation.as_of.days_since_epoch()) {}

  [[nodiscard]] std::int32_t as_of() const noexcept { return as_of_; }

  void judge_reading(Row row, const LeafReading& reading, std::int32_t due) const noexcept {
    write(row, status_of(reading, as_of_ >= due), reading.progress, reading.expected, reading.position);
  }

  /// @param expected  on the day of the evaluation
  void judge_without_reading(Row row, double expected) const noexcept {
    write(row, expected > 0 ? Status::no_data : Status::not_due, missing, expected, no_row);
  }

  void judge_not_comparable(Row row, double expected, std::uint32_t position = no_row) const noexcept {
    write(row, Status::not_comparable, missing, expected, position);
  }

  /// The leaf takes no part in any roll-up.
  void leave_out(Row row, Status status, std::uint32_t position = no_row) const noexcept {
    write(row, status, missing, missing, position);
  }

 private:
  [[nodiscard]] Status status_of(const LeafReading& reading, bool is_due) const noexcept {
    if (reading.is_met && is_due) return Status::met;
    if (reading.is_met && !reading.is_settled_at_due) return Status::met_early;
    if (is_due) return Status::missed;
    if (!(reading.expected > 0)) return Status::under_way;
    return status_of_pace(reading.progress / reading.expected, policy_);
  }

  void write(Row row, Status status, double progress, double expected, std::uint32_t position) const noexcept {
    status_[row] = status;
    progress_[row] = progress;
    expected_[row] = expected;
    reading_[row] = position;
  }

  Status* status_;
  double* progress_;
  double* expected_;
  std::uint32_t* reading_;
  Policy policy_;
  std::int32_t as_of_;
};

}  // namespace jinjiang::detail
