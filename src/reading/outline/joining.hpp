// SPDX-License-Identifier: BSL-1.0
#pragma once

// Which lines begin a block and which were broken off the line before.

#include <string_view>
#include <vector>

#include "reading/outline/lines.hpp"

namespace jinjiang::reading::detail {

/// Sets `is_started` of every line that begins a block. Furniture and rows always do; furniture may
/// stand between two lines of one block.
/// @par Complexity  O(lines)
void join_lines(std::vector<Line>& lines, std::string_view report);

}  // namespace jinjiang::reading::detail
