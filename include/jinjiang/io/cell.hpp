// SPDX-License-Identifier: BSL-1.0
#pragma once

// Cells of a table as people type them and spreadsheets save them. JSON and the functions of the
// library take the plain spellings only.

#include <optional>
#include <string_view>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/model/date.hpp>

namespace jinjiang::io {

/// What a cell with a date must look like, for messages.
inline constexpr std::string_view date_spellings =
    "a date like 2024-06-30, 2024/6/30, 2024.6.30 or 2024年6月30日";

/// A day with the year first: `2024-06-30`, `2024/6/30`, `2024.6.30`, `2024年6月30日`; digits and
/// marks may be full width.
[[nodiscard]] JINJIANG_EXPORT std::optional<Date> find_cell_date(std::string_view text);

/// What a cell with a number holds.
struct CellNumber {
  double value;     ///< as written: 5.3 of 5.3%
  bool is_percent;  ///< a sign % follows it, and is not applied: 5.3% is 5.3
};

/// A finite number without separators: `1600`, `+5.6`, `５．３`, `5.3%`.
[[nodiscard]] JINJIANG_EXPORT std::optional<CellNumber> find_cell_number(std::string_view text);

}  // namespace jinjiang::io
