// SPDX-License-Identifier: BSL-1.0
#pragma once

// Comparisons of short Chinese words, most of which fail: the last byte is looked at first, where
// two characters differ that share a row of the code chart.

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <string_view>

namespace jinjiang::reading {

[[nodiscard]] inline bool starts_with(std::string_view text, std::string_view word) noexcept {
  const std::size_t size = word.size();
  return size <= text.size() && (size == 0 || (text[size - 1] == word[size - 1] &&
                                               std::memcmp(text.data(), word.data(), size) == 0));
}

[[nodiscard]] inline bool ends_with(std::string_view text, std::string_view word) noexcept {
  return word.size() <= text.size() && starts_with(text.substr(text.size() - word.size()), word);
}

/// Where a text holds a word that is not empty, from a position on, or npos. Looked for by its last
/// byte: nearly all Chinese characters begin with one of six bytes.
[[nodiscard]] inline std::size_t find_in(std::string_view text, std::string_view word,
                                         std::size_t from = 0) noexcept {
  const std::size_t before = word.size() - 1;
  for (std::size_t at = from + before; at < text.size(); ++at) {
    const void* const last = std::memchr(text.data() + at, word.back(), text.size() - at);
    if (last == nullptr) break;
    at = static_cast<std::size_t>(static_cast<const char*>(last) - text.data());
    if (std::memcmp(text.data() + at - before, word.data(), before) == 0) return at - before;
  }
  return std::string_view::npos;
}
[[nodiscard]] inline bool holds(std::string_view text, std::string_view word) noexcept {
  return find_in(text, word) != std::string_view::npos;
}

using Words = std::initializer_list<std::string_view>;

[[nodiscard]] inline bool starts_with_any(std::string_view text, Words words) noexcept {
  return std::ranges::any_of(words,
                             [text](std::string_view word) { return starts_with(text, word); });
}

[[nodiscard]] inline bool ends_with_any(std::string_view text, Words words) noexcept {
  return std::ranges::any_of(words,
                             [text](std::string_view word) { return ends_with(text, word); });
}

[[nodiscard]] inline bool holds_any(std::string_view text, Words words) noexcept {
  return std::ranges::any_of(words, [text](std::string_view word) { return holds(text, word); });
}

/// What tells first characters apart: the code point of three bytes, or the first byte.
[[nodiscard]] constexpr std::uint32_t first_character(std::string_view text) noexcept {
  const auto byte = [text](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]));
  };
  if (text.size() >= 3) {
    const std::uint32_t lead = byte(0);
    if ((lead & 0xF0U) != 0xE0U) return lead;
    // Bytes that do not continue a character must not look like one.
    const std::uint32_t second = byte(1);
    const std::uint32_t third = byte(2);
    if (((second & third) & 0xC0U) != 0x80U || ((second | third) & 0xC0U) != 0x80U) return lead;
    return ((lead & 0x0FU) << 12U) | ((second & 0x3FU) << 6U) | (third & 0x3FU);
  }
  return text.empty() ? 0 : byte(0);
}

/// Whether the text begins with one of some characters.
template <std::size_t Size>
class Characters {
 public:
  consteval explicit Characters(const char (&text)[Size]) {
    std::string_view rest(text, Size - 1);
    while (!rest.empty()) {
      const auto lead = static_cast<unsigned char>(rest.front());
      characters_[count_++] = first_character(rest);
      rest.remove_prefix(lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4);
    }
  }
  [[nodiscard]] constexpr bool begin(std::string_view text) const noexcept {
    const std::uint32_t first = first_character(text);
    for (std::size_t i = 0; i < count_; ++i) {
      if (characters_[i] == first) return true;
    }
    return false;
  }
  void each(const auto& call) const {
    for (std::size_t i = 0; i < count_; ++i) call(characters_[i]);
  }

 private:
  std::array<std::uint32_t, Size> characters_{};
  std::size_t count_ = 0;
};

}  // namespace jinjiang::reading
