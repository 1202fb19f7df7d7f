// SPDX-License-Identifier: BSL-1.0
#pragma once

// Which blocks are headings, and what stands under which.

#include "reading/outline/blocks.hpp"

namespace jinjiang::reading::detail {

/// Finds the title and the headings, and splits short first sentences off as headings.
void find_headings(Draft& draft);

/// Levels and parents, from the order in which the numbering systems nest in this report.
void nest_headings(Draft& draft);

/// Items and paragraphs among what is no heading.
void tell_items(Draft& draft);

}  // namespace jinjiang::reading::detail
