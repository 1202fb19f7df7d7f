// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/profile.hpp>

namespace jinjiang {

JINJIANG_INLINE Profile::Profile(ProfileKind kind) : kind_(kind) {
  if (kind == ProfileKind::monthly || kind == ProfileKind::milestones) {
    throw TargetError("a profile of kind " + std::string(to_string(kind)) +
                      " needs its figures: Profile::monthly(shares) or Profile::milestones(steps)");
  }
}

JINJIANG_INLINE Profile Profile::monthly(std::vector<double> shares) {
  if (shares.size() != 12) {
    throw TargetError("a monthly profile needs 12 shares, found " + std::to_string(shares.size()));
  }
  double sum = 0;
  for (const double share : shares) {
    if (!std::isfinite(share) || share < 0) {
      throw TargetError("a monthly share must be a number from 0 to 1, found " +
                        detail::format_number(share));
    }
    sum += share;
  }
  if (std::fabs(sum - 1) > 1e-9) {
    throw TargetError("the 12 shares of a monthly profile must sum to 1, found " +
                      detail::format_number(sum));
  }
  Profile profile;
  profile.kind_ = ProfileKind::monthly;
  profile.shares_ = std::move(shares);
  return profile;
}

JINJIANG_INLINE Profile Profile::milestones(std::vector<Milestone> steps) {
  if (steps.empty()) throw TargetError("a milestones profile needs at least one step");
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Milestone& step = steps[i];
    if (!(step.fraction >= 0 && step.fraction <= 1)) {
      throw TargetError("milestone " + jinjiang::to_string(step.date) +
                        ": its fraction must be from 0 to 1, found " +
                        detail::format_number(step.fraction));
    }
    if (i > 0 && (step.date <= steps[i - 1].date || step.fraction < steps[i - 1].fraction)) {
      throw TargetError("milestone " + jinjiang::to_string(step.date) +
                        ": dates and fractions must ascend from one step to the next");
    }
  }
  Profile profile;
  profile.kind_ = ProfileKind::milestones;
  profile.steps_ = std::move(steps);
  return profile;
}

JINJIANG_INLINE double Profile::expected(Date day, Date start, Date due) const noexcept {
  const bool between = day >= start && day < due;
  if (!between || shares_.empty() == steps_.empty()) {
    return detail::expected_simple(kind_, day.days_since_epoch(), start.days_since_epoch(),
                                   due.days_since_epoch());
  }
  double sum = 0;
  if (kind_ == ProfileKind::milestones) {
    for (const Milestone& step : steps_) {
      if (step.date <= day) sum = step.fraction;
    }
    return sum;
  }
  const auto first = start.year_month_day();
  auto month = first.year() / first.month();
  for (const double share : shares_) {
    const Date begins{month / std::chrono::day{1}};
    const Date ends{month / std::chrono::last};
    if (day >= ends) {
      sum += share;
    } else {
      if (day >= begins)
        sum +=
            share * static_cast<double>(day - begins + 1) / static_cast<double>(ends - begins + 1);
      break;
    }
    month += std::chrono::months{1};
  }
  return std::min(sum, 1.0);
}

}  // namespace jinjiang
