// SPDX-License-Identifier: BSL-1.0
#pragma once

// By when something is to be done, and which year a report is of.

#include <optional>
#include <string_view>

#include <jinjiang/model/date.hpp>
#include <jinjiang/reading/outline.hpp>

namespace jinjiang::reading {

/// The last day of a month; of a year without one. Nothing when there is no such day.
[[nodiscard]] std::optional<Date> last_day(int year, std::optional<int> month = {}) noexcept;

/// The day by which a text says it is due: 6月底前, 年底前, 到2026年, 三季度末. A month without a
/// year is of `year`.
[[nodiscard]] std::optional<Date> find_deadline(std::string_view text, int year) noexcept;

/// The year that a report plans.
struct ReportYear {
  int year = 2000;
  bool is_certain = false;  ///< its title, a heading or words of targets name it
  TextRange words;          ///< in the report; empty when it names no year
};
[[nodiscard]] ReportYear year_of(const Outline& outline);

}  // namespace jinjiang::reading
