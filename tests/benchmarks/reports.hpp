// SPDX-License-Identifier: BSL-1.0
#pragma once

// Reports of any size, and a plain scan for their numbers.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace benchmark {

/// A made-up report, repeated with other numbers until it has so many bytes.
[[nodiscard]] std::string make_report(std::size_t bytes);

/// A number and the unit behind it, where they stand.
struct PlainFigure {
  std::size_t begin;
  double value;
  std::string_view unit;
};
/// What a plain scan finds: every number in digits with the longest known unit behind it.
[[nodiscard]] std::vector<PlainFigure> scan_numbers(std::string_view report);

}  // namespace benchmark
