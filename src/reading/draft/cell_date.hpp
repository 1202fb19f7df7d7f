// SPDX-License-Identifier: BSL-1.0
#pragma once

// The day that a cell under 完成时限 gives, and the words behind 完成时限：. There every date is a
// limit, so that none needs a 底前.

#include <optional>
#include <string_view>

#include <jinjiang/model/date.hpp>

namespace jinjiang::reading {

/// What a cell says of when.
struct CellDate {
  std::optional<Date> due;    ///< the last of its days
  bool is_corrected = false;  ///< 2月30日: the month's last day was taken
  bool is_open = false;       ///< 长期坚持, —: no day is meant
  /// Whether words stand there that nobody read.
  [[nodiscard]] bool is_unread() const noexcept { return !due && !is_open; }
};

/// 2026年9月30日, 2026.11.30, 9月, 三季度, 11月中旬, 1—9月, 20260930. A month without a year is of
/// `year`.
/// @par Complexity  O(bytes)
[[nodiscard]] CellDate read_cell_date(std::string_view cell, int year);

/// As read_cell_date of what stands behind 完成时限： in a bracket or of a part of it that is a
/// date and nothing else; nothing when it names no day.
[[nodiscard]] std::optional<CellDate> read_bracket_date(std::string_view bracket, int year);

}  // namespace jinjiang::reading
