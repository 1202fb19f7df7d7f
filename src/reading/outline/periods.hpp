// SPDX-License-Identifier: BSL-1.0
#pragma once

// Of which years a heading speaks: a year that is over, or a term of years that has ended, makes
// what stands beneath a review, whatever the heading calls it.

#include <cstddef>
#include <string_view>

namespace jinjiang::reading::detail {

/// The years that a heading names: 2026·答卷, 数说2026, 2021—2025年. Zeros when it names none.
struct HeadingYears {
  int first = 0;
  int last = 0;
};
[[nodiscard]] HeadingYears years_of_heading(std::string_view heading) noexcept;

/// Where the next of them stands at or after a place, its four digits, or npos.
[[nodiscard]] std::size_t find_year(std::string_view heading, std::size_t from) noexcept;

/// 这一年, 奋力拼搏的五年, 五年奋进路: years that have ended. 今后五年, 新的五年 and 三年行动 are
/// none.
[[nodiscard]] bool names_ended_term(std::string_view heading) noexcept;

/// Whether all its digits are those of years.
[[nodiscard]] bool counts_only_years(std::string_view line) noexcept;

/// 【2026·答卷】: in a box of its own.
[[nodiscard]] bool is_boxed(std::string_view line) noexcept;

/// A short line that names a part or a year and tells nothing: 2027年主要预期目标, 2026·答卷. What
/// is told of a thing, such as 2026年建成投用, may go on with the line before.
[[nodiscard]] bool is_part_line(std::string_view line) noexcept;

}  // namespace jinjiang::reading::detail
