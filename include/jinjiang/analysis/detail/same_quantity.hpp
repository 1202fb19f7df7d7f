// SPDX-License-Identifier: BSL-1.0
#pragma once

// Targets that are the same quantity in another unit: 100 个 and 1 百个, 1 万 户 and 10000 户.

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include <jinjiang/model/plan.hpp>
#include <jinjiang/model/yardstick.hpp>

namespace jinjiang::detail {

/// A target in the unit of another one, with its figures where they are the same but for rounding;
/// as it is when the two do not convert.
[[nodiscard]] inline Target brought_to(const Target& other, const Target& target) {
  if (!is_convertible(target.unit(), other.unit())) return target;
  const Target converted = target.in_unit(other.unit());
  const auto settled = [](double value, double figure) {
    return std::fabs(value - figure) <= rounding_slack(value, figure) ? figure : value;
  };
  const auto settle = [&](std::optional<double>& value, const std::optional<double>& figure) {
    if (value && figure) value = settled(*value, *figure);
  };
  TargetOptions options = converted.options();
  settle(options.upper, other.upper());
  settle(options.baseline, other.baseline());
  settle(options.tolerance, other.tolerance());
  if (auto relative = converted.relative_to()) {
    if (other.relative_to())
      relative->offset = settled(relative->offset, other.relative_to()->offset);
    return Target::relative(converted.comparator(), *relative, other.unit(), options);
  }
  if (!converted.has_value()) return converted;
  return {converted.comparator(), settled(converted.value(), other.value()), other.unit(), options};
}

[[nodiscard]] inline bool is_same_quantity(const Target& a, const Target& b) {
  return a == brought_to(a, b);
}

[[nodiscard]] inline bool is_same_quantity(const std::vector<Revision>& a,
                                           const std::vector<Revision>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
    return x.effective == y.effective && x.reason == y.reason &&
           is_same_quantity(x.target, y.target);
  });
}

}  // namespace jinjiang::detail
