// SPDX-License-Identifier: BSL-1.0
#pragma once

// The signs that numerals are written in.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace jinjiang::reading {

/// A digit, sign or mark in half width, whichever way it is written; `character` is 0 for others.
struct ArabicSign {
  char character = 0;
  std::size_t bytes = 0;

  [[nodiscard]] constexpr bool is_digit() const noexcept {
    return character >= '0' && character <= '9';
  }
};

[[nodiscard]] constexpr ArabicSign arabic_sign(std::string_view text, std::size_t at) noexcept {
  if (at >= text.size()) return {};
  const char first = text[at];
  if ((first >= '0' && first <= '9') || first == '.' || first == ',' || first == '-')
    return {first, 1};
  if (static_cast<unsigned char>(first) < 0x80 || at + 3 > text.size()) return {};
  const std::string_view character = text.substr(at, 3);
  if (first == '\xEF') {  // U+FF00 to U+FF5F, the full-width forms
    if (character[1] != '\xBC') return {};
    const auto low = static_cast<unsigned char>(character[2]);
    if (low >= 0x90 && low <= 0x99) return {static_cast<char>('0' + (low - 0x90)), 3};
    if (low == 0x8E) return {'.', 3};
    if (low == 0x8C) return {',', 3};
    if (low == 0x8D) return {'-', 3};
    return {};
  }
  if (character == "−") return {'-', 3};
  return {};
}

/// A Chinese digit (exponent 0) or scale.
struct ChineseSign {
  std::string_view name;
  int digit = 0;
  int exponent = 0;
};
inline constexpr ChineseSign chinese_signs[] = {
    {"零", 0, 0}, {"〇", 0, 0}, {"一", 1, 0}, {"二", 2, 0}, {"两", 2, 0}, {"俩", 2, 0},
    {"三", 3, 0}, {"四", 4, 0}, {"五", 5, 0}, {"六", 6, 0}, {"七", 7, 0}, {"八", 8, 0},
    {"九", 9, 0}, {"十", 0, 1}, {"百", 0, 2}, {"千", 0, 3}, {"万", 0, 4}, {"亿", 0, 8}};

/// The Chinese sign that a text begins with, or nullptr.
[[nodiscard]] constexpr const ChineseSign* chinese_sign(std::string_view text) noexcept {
  if (text.size() < 3 || (text[0] != '\xE4' && text[0] != '\xE5' && text[0] != '\xE3' &&
                          text[0] != '\xE7' && text[0] != '\xE9'))
    return nullptr;
  for (const ChineseSign& sign : chinese_signs) {
    if (text[0] == sign.name[0] && text[1] == sign.name[1] && text[2] == sign.name[2]) return &sign;
  }
  return nullptr;
}

/// A number in digits at the beginning of a text, without the scale after it.
struct PlainNumber {
  double value = 0;
  std::size_t bytes = 0;
};
[[nodiscard]] std::optional<PlainNumber> read_plain_digits(std::string_view text);

}  // namespace jinjiang::reading
