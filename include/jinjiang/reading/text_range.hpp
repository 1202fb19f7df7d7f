// SPDX-License-Identifier: BSL-1.0
#pragma once

// A place in a text, so that everything that was read can be shown where it stands.

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace jinjiang::reading {

/// Bytes from `begin` up to, not including, `end`.
struct TextRange {
  std::size_t begin = 0;  ///< first byte
  std::size_t end = 0;    ///< one past the last byte

  /// Whether it holds no byte.
  [[nodiscard]] constexpr bool empty() const noexcept { return end <= begin; }
  /// In bytes.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return empty() ? 0 : end - begin; }
  /// Whether a byte lies in it.
  [[nodiscard]] constexpr bool holds(std::size_t position) const noexcept {
    return begin <= position && position < end;
  }
  /// Whether they have a byte in common.
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
