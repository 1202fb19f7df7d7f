// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/policy.hpp>

namespace jinjiang {

JINJIANG_INLINE std::string find_problem(const Policy& policy) {
  const bool finite = std::isfinite(policy.ahead) && std::isfinite(policy.on_track) &&
                      std::isfinite(policy.at_risk);
  if (!finite || policy.at_risk <= 0 || policy.on_track < policy.at_risk ||
      policy.ahead < policy.on_track) {
    return "the thresholds of pace must satisfy 0 < at_risk <= on_track <= ahead, found at_risk " +
           detail::format_number(policy.at_risk) + ", on_track " +
           detail::format_number(policy.on_track) + ", ahead " +
           detail::format_number(policy.ahead);
  }
  if (!(policy.minimum_coverage >= 0 && policy.minimum_coverage <= 1)) {
    return "minimum_coverage must be from 0 to 1, found " +
           detail::format_number(policy.minimum_coverage);
  }
  constexpr int longest = 366 * 200;
  if (policy.stale_after < 0 || policy.stale_after > longest) {
    return "stale_after must be from 0 to " + std::to_string(longest) + " days, found " +
           std::to_string(policy.stale_after);
  }
  return {};
}

}  // namespace jinjiang
