// SPDX-License-Identifier: BSL-1.0
#pragma once

// What a page carries beside its text: numbers, running heads, bylines, rules.

#include <string_view>
#include <vector>

#include "reading/outline/lines.hpp"

namespace jinjiang::reading::detail {

/// By itself, wherever it stands. `line` tells what its characters are like.
[[nodiscard]] bool is_furniture(std::string_view text, const Line& line) noexcept;

/// 7, - 7 -, 第7页, 7/20.
[[nodiscard]] bool is_page_number(std::string_view text) noexcept;

/// Lines that come again beside page numbers or new pages.
void mark_running_heads(std::vector<Line>& lines, std::string_view report);

/// □关注两会: one alone is a column's head, several are a list.
void mark_column_heads(std::vector<Line>& lines, std::string_view report);

}  // namespace jinjiang::reading::detail
