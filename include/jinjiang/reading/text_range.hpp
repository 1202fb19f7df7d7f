// SPDX-License-Identifier: BSL-1.0
#pragma once

// A place in a text, so that everything that was read can be shown where it stands.

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace jinjiang::reading {

/// Bytes from `begin` up to, not including, `end`.
struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] constexpr bool empty() const noexcept { return end <= begin; }
  [[nodiscard]] constexpr std::size_t size() const noexcept { return empty() ? 0 : end - begin; }
  [[nodiscard]] constexpr bool holds(std::size_t position) const noexcept {
    return begin <= position && position < end;
  }
  [[nodiscard]] constexpr bool overlaps(TextRange other) const noexcept {
    return begin < other.end && other.begin < end;
  }
  /// The words themselves.
  [[nodiscard]] constexpr std::string_view of(std::string_view text) const {
    return text.substr(begin, size());
  }

  friend constexpr bool operator==(const TextRange&, const TextRange&) = default;
};

/// The least range that holds both; an empty one counts for nothing.
[[nodiscard]] constexpr TextRange joined(TextRange a, TextRange b) noexcept {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace jinjiang::reading
