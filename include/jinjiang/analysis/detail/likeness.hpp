// SPDX-License-Identifier: BSL-1.0
#pragma once

// Titles as the pairs of characters that they are compared by.

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include <jinjiang/detail/text.hpp>

namespace jinjiang::detail {

/// The pairs of neighbouring characters of a text, sorted; of one character that one.
class CharacterPairs {
 public:
  explicit CharacterPairs(std::string_view text) {
    std::uint32_t last = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t size = std::min(code_point_size(text, at), text.size() - at);
      std::uint32_t character = 0;
      for (std::size_t i = 0; i < size; ++i)
        character = character << 8U | static_cast<unsigned char>(text[at + i]);
      at += size;
      if (character == ' ' || character == ideographic_space) continue;
      if (last != 0) pairs_.push_back(std::uint64_t{last} << 32U | character);
      last = character;
    }
    if (pairs_.empty() && last != 0) pairs_.push_back(last);
    std::sort(pairs_.begin(), pairs_.end());
  }

  /// Dice's coefficient; 1 for two texts without a character.
  [[nodiscard]] double likeness_to(const CharacterPairs& other) const noexcept {
    if (pairs_.empty() && other.pairs_.empty()) return 1;
    std::size_t shared = 0;
    auto a = pairs_.begin();
    auto b = other.pairs_.begin();
    while (a != pairs_.end() && b != other.pairs_.end()) {
      shared += *a == *b ? 1 : 0;
      const bool step_a = *a <= *b;
      const bool step_b = *b <= *a;
      a += step_a ? 1 : 0;
      b += step_b ? 1 : 0;
    }
    return 2 * static_cast<double>(shared) /
           static_cast<double>(pairs_.size() + other.pairs_.size());
  }

 private:
  static constexpr std::uint32_t ideographic_space = 0xE38080;  // its bytes
  std::vector<std::uint64_t> pairs_;
};

}  // namespace jinjiang::detail
