// SPDX-License-Identifier: BSL-1.0
#pragma once

// How much of the way a plan expects by each date.

#include <vector>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/model/date.hpp>
#include <jinjiang/model/vocabulary.hpp>

namespace jinjiang {

/// By `date`, this share of the way is expected.
struct Milestone {
  Date date;            ///< first day on which the fraction is expected
  double fraction = 0;  ///< 0 to 1

  friend bool operator==(const Milestone&, const Milestone&) = default;
};

/// The expected course from start to due.
class Profile {
 public:
  /// @throws TargetError  monthly and milestones need figures: use the functions below
  Profile(ProfileKind kind = ProfileKind::at_due);  // NOLINT(google-explicit-constructor)

  /// Shares of 12 months, the first being that of the start; inside a month the share accrues by
  /// days.
  /// @throws TargetError  not 12, one negative, or their sum is not 1
  [[nodiscard]] static Profile monthly(std::vector<double> shares);

  /// Steps: from each date on, its fraction is expected, and before the first nothing.
  /// @throws TargetError  none, dates not ascending, or fractions not ascending in 0 to 1
  [[nodiscard]] static Profile milestones(std::vector<Milestone> steps);

  /// Linear, hold, at_due, monthly or milestones.
  [[nodiscard]] ProfileKind kind() const noexcept { return kind_; }
  /// Of a monthly profile: twelve, which sum to 1; otherwise none.
  [[nodiscard]] const std::vector<double>& shares() const noexcept { return shares_; }
  /// Of a profile of milestones: in the order of their dates; otherwise none.
  [[nodiscard]] const std::vector<Milestone>& steps() const noexcept { return steps_; }

  /// Share expected by the end of `day` for work from `start` through `due`; 0 before the start, 1
  /// from the due date. The formulas are in docs/rules.md, section 7.
  [[nodiscard]] double expected(Date day, Date start, Date due) const noexcept;

  friend bool operator==(const Profile&, const Profile&) = default;

 private:
  ProfileKind kind_;
  std::vector<double> shares_;
  std::vector<Milestone> steps_;
};

namespace detail {

/// The profiles without a table of figures.
[[nodiscard]] constexpr double expected_simple(ProfileKind kind, std::int32_t day,
                                               std::int32_t start, std::int32_t due) noexcept {
  if (day >= due) return 1;
  if (day < start) return 0;
  switch (kind) {
    case ProfileKind::linear:
      return static_cast<double>(day - start + 1) / static_cast<double>(due - start + 1);
    case ProfileKind::hold:
      return 1;
    default:
      return 0;
  }
}

}  // namespace detail

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/model/detail/profile.ipp>
#endif
