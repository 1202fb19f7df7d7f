// SPDX-License-Identifier: BSL-1.0
#pragma once

// Texts eight bytes at a time, without reading beyond their end.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace jinjiang::detail {

/// Up to eight bytes from `position`, which lies before the end; zeros follow the last one.
[[nodiscard]] inline std::uint64_t block_at(std::string_view text, std::size_t position) noexcept {
  const std::size_t left = text.size() - position;
  std::uint64_t block = 0;
  if (left >= 8) {
    std::memcpy(&block, text.data() + position, 8);
  } else if (text.size() >= 8) {
    std::memcpy(&block, text.data() + text.size() - 8, 8);
    const std::size_t before = 8 * (8 - left);
    block = std::endian::native == std::endian::little ? block >> before : block << before;
  } else {
    for (std::size_t i = 0; i < left; ++i) reinterpret_cast<char*>(&block)[i] = text[position + i];
  }
  return block;
}

/// Whether all of it is ASCII that can be seen, or space.
[[nodiscard]] inline bool is_printable_ascii(std::string_view text) noexcept {
  constexpr std::uint64_t ones = 0x0101010101010101ULL;
  constexpr std::uint64_t high = 0x80 * ones;
  for (std::size_t i = 0; i < text.size(); i += 8) {
    std::uint64_t block = block_at(text, i);
    if (const std::size_t left = text.size() - i; left < 8) {
      const std::uint64_t rest = ~std::uint64_t{0};  // what is missing counts as spaces
      const std::size_t bits = 8 * left;
      block |=
          0x20 * ones & (std::endian::native == std::endian::little ? rest << bits : rest >> bits);
    }
    // A byte below 0x20 borrows into its eighth bit, 0x7F carries into it.
    if (((block | (block + ones) | (block - 0x20 * ones)) & high) != 0) return false;
  }
  return true;
}

}  // namespace jinjiang::detail
