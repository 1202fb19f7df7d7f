// SPDX-License-Identifier: BSL-1.0
#pragma once

// The signs that numerals are written in.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "reading/numerals/match.hpp"

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
  if (character == "−" || character == "–") return {'-', 3};  // typed for one another
  return {};
}

/// A letter, digit or sign of ASCII, in half or full width; `character` is 0 for others.
struct LatinSign {
  char character = 0;
  std::size_t bytes = 1;
};

[[nodiscard]] constexpr LatinSign latin_sign(std::string_view text, std::size_t at) noexcept {
  if (at >= text.size()) return {};
  if (static_cast<unsigned char>(text[at]) < 0x80) return {text[at], 1};
  constexpr std::uint32_t first = 0xFF01;  // ！
  constexpr std::uint32_t last = 0xFF5E;   // ～
  const std::uint32_t wide = first_character(text.substr(at, 3));
  if (wide < first || wide > last) return {};
  return {static_cast<char>('!' + static_cast<char>(wide - first)), 3};
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
  switch (first_character(text)) {
    case first_character("零"):
      return &chinese_signs[0];
    case first_character("〇"):
      return &chinese_signs[1];
    case first_character("一"):
      return &chinese_signs[2];
    case first_character("二"):
      return &chinese_signs[3];
    case first_character("两"):
      return &chinese_signs[4];
    case first_character("俩"):
      return &chinese_signs[5];
    case first_character("三"):
      return &chinese_signs[6];
    case first_character("四"):
      return &chinese_signs[7];
    case first_character("五"):
      return &chinese_signs[8];
    case first_character("六"):
      return &chinese_signs[9];
    case first_character("七"):
      return &chinese_signs[10];
    case first_character("八"):
      return &chinese_signs[11];
    case first_character("九"):
      return &chinese_signs[12];
    case first_character("十"):
      return &chinese_signs[13];
    case first_character("百"):
      return &chinese_signs[14];
    case first_character("千"):
      return &chinese_signs[15];
    case first_character("万"):
      return &chinese_signs[16];
    case first_character("亿"):
      return &chinese_signs[17];
    default:
      return nullptr;
  }
}

/// A number in digits at the beginning of a text, without the scale after it.
struct PlainNumber {
  double value = 0;
  std::size_t bytes = 0;
};
[[nodiscard]] std::optional<PlainNumber> read_plain_digits(std::string_view text);

}  // namespace jinjiang::reading
