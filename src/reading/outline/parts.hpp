// SPDX-License-Identifier: BSL-1.0
#pragma once

// What looks back, what sets the year's figures, and what is to be done.

#include "reading/outline/blocks.hpp"

namespace jinjiang::reading::detail {

/// The year that the report plans for, or 0.
[[nodiscard]] int find_report_year(const Draft& draft);

/// Sets the part of every block: by headings first, by tense where there are none, block by block
/// in a newspaper, whose columns come in any order.
void tell_parts(Draft& draft, int report_year);

}  // namespace jinjiang::reading::detail
