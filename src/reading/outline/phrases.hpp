// SPDX-License-Identifier: BSL-1.0
#pragma once

// The words by which reports announce their parts, and the shapes of their headings and slogans.

#include <string_view>

#include <jinjiang/reading/outline.hpp>

namespace jinjiang::reading::detail {

/// 以…为…，…: a newspaper's heading of an area.
[[nodiscard]] bool is_area_heading(std::string_view text) noexcept;

/// 2024年, alone.
[[nodiscard]] bool is_year(std::string_view text) noexcept;

/// 增长6%左右: what is said of the noun on the line before.
[[nodiscard]] bool begins_with_predicate(std::string_view text) noexcept;
/// …6%, …3位: ends with a figure, so that a new one follows.
[[nodiscard]] bool ends_with_figure(std::string_view text) noexcept;

/// 工作回顾, 主要预期目标, 重点工作: words of headings that open a part. For short texts.
[[nodiscard]] bool has_section_word(std::string_view text) noexcept;
[[nodiscard]] bool begins_with_section_word(std::string_view text) noexcept;

/// The part that a heading's words open, or preface when they open none.
[[nodiscard]] ReportPart part_of_heading(std::string_view text, int report_year) noexcept;

/// The part that the tense of a block's first words tells, or preface.
[[nodiscard]] ReportPart part_of_tense(std::string_view text, int report_year) noexcept;

/// 入选…, 获评…: begins a slogan of what was achieved.
[[nodiscard]] bool is_award(std::string_view text) noexcept;
/// 推动, 实施: begins a task.
[[nodiscard]] bool begins_with_task_verb(std::string_view text) noexcept;

/// 同时, 我们: begins running text.
[[nodiscard]] bool begins_with_connective(std::string_view text) noexcept;

/// 地区生产总值增长6%左右: one of the figures that every report sets for its year.
[[nodiscard]] bool is_headline_target(std::string_view text) noexcept;
/// …主要预期目标是：
[[nodiscard]] bool announces_targets(std::string_view text) noexcept;

/// The year that the text begins with, or 0.
[[nodiscard]] int year_at(std::string_view text) noexcept;

/// 各位代表！, 在总结成绩的同时: speaks for the whole part, not for the section above it.
[[nodiscard]] bool is_closing_paragraph(std::string_view text) noexcept;

/// 2024年1月8日，…会议…: the newspaper's own opening.
[[nodiscard]] bool is_dateline(std::string_view text) noexcept;

}  // namespace jinjiang::reading::detail
