// SPDX-License-Identifier: BSL-1.0
#pragma once

// Counts what this program asks of operator new, and lets one call of it fail.

#include <cstddef>

namespace allocations {

/// The k-th call from now on throws std::bad_alloc; 0: none.
void fail_at(std::size_t k) noexcept;
/// Whether the call that was to fail has come.
[[nodiscard]] bool has_failed() noexcept;

/// Blocks that were taken and not given back.
[[nodiscard]] std::size_t blocks() noexcept;
[[nodiscard]] std::size_t bytes() noexcept;
/// Most bytes at once since reset_peak().
[[nodiscard]] std::size_t peak() noexcept;
void reset_peak() noexcept;

}  // namespace allocations
