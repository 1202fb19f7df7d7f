// SPDX-License-Identifier: BSL-1.0
#pragma once

// By when something is to be done, and which years a report names.

#include <optional>
#include <string_view>

#include <jinjiang/model/date.hpp>
#include <jinjiang/reading/outline.hpp>

namespace jinjiang::reading {

/// The last day of a month; of a year without one. Nothing when there is no such day.
[[nodiscard]] std::optional<Date> last_day(int year, std::optional<int> month = {}) noexcept;

/// A day, or the last of its month when the month has fewer.
[[nodiscard]] std::optional<Date> day_or_last(int year, int month, int day) noexcept;

/// The day by which a text says it is due: 6月底前, 年底前, 到2026年, 三季度末, 明年六月底前. A
/// month without a year is of `year`.
[[nodiscard]] std::optional<Date> find_deadline(std::string_view text, int year) noexcept;

/// A year that a report names.
struct NamedYear {
  int year = 0;     ///< 0 when it names none
  TextRange words;  ///< in the report
};
[[nodiscard]] NamedYear latest_year(const Outline& outline);

}  // namespace jinjiang::reading
