// SPDX-License-Identifier: BSL-1.0
#pragma once

// From the blocks of an outline to goals, and to the sentences beneath them.

#include "reading/draft/draft.hpp"

namespace jinjiang::reading {

/// Reads every block of the draft's outline.
void read_blocks(Draft& draft);

}  // namespace jinjiang::reading
