// SPDX-License-Identifier: BSL-1.0
#pragma once

// Characters of Chinese reports: what ends a sentence, what is a bracket, what is space.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "reading/numerals/match.hpp"

namespace jinjiang::reading::detail {

struct CodePoint {
  char32_t value = 0;
  std::uint32_t bytes = 0;
};

inline constexpr char32_t not_a_character = 0xFFFFFFFF;

/// The code point of a lead byte above ASCII, whose bytes may be anything.
[[nodiscard]] inline CodePoint wide_code_point_at(std::string_view text, std::size_t at) noexcept {
  const auto byte = [text, at](std::size_t i) -> char32_t {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const auto continues = [&byte](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const char32_t lead = byte(0);
  if (lead >= 0xE0 && lead < 0xF0 && continues(1) && continues(2)) {
    return {(lead & 0xFU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU), 3};
  }
  if (lead >= 0xC2 && lead < 0xE0 && continues(1)) {
    return {(lead & 0x1FU) << 6U | (byte(1) & 0x3FU), 2};
  }
  if (lead >= 0xF0 && lead < 0xF5 && continues(1) && continues(2) && continues(3)) {
    return {(lead & 0x7U) << 18U | (byte(1) & 0x3FU) << 12U | (byte(2) & 0x3FU) << 6U |
                (byte(3) & 0x3FU),
            4};
  }
  return {not_a_character, 1};
}

/// The code point at a position; a byte that begins none counts as `not_a_character` of one byte,
/// the end as 0 of one byte.
[[nodiscard]] inline CodePoint code_point_at(std::string_view text, std::size_t at) noexcept {
  if (at + 3 <= text.size()) {  // nearly always a Chinese character
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) return {lead, 1};
    const auto second = static_cast<unsigned char>(text[at + 1]);
    const auto third = static_cast<unsigned char>(text[at + 2]);
    if ((lead & 0xF0U) == 0xE0U && (second & 0xC0U) == 0x80U && (third & 0xC0U) == 0x80U) {
      return {(lead & 0xFU) << 12U | (second & 0x3FU) << 6U | (third & 0x3FU), 3};
    }
  } else if (at >= text.size()) {
    return {0, 1};
  } else if (static_cast<unsigned char>(text[at]) < 0x80) {
    return {static_cast<unsigned char>(text[at]), 1};
  }
  return wide_code_point_at(text, at);
}

/// Whether one of the Chinese characters U+4000 to U+9FFF begins at a position: most of a report,
/// and no mark is among them. To step over them at once is several times as fast as to ask for each
/// one how long it is. Its other bytes are taken for granted: where they are missing, what stands
/// right behind is stepped over as well.
[[nodiscard]] inline bool is_plain_at(std::string_view text, std::size_t at) noexcept {
  constexpr unsigned first = 0xE4;
  constexpr unsigned rows = 6;
  return at + 3 <= text.size() && static_cast<unsigned char>(text[at]) - first < rows;
}
inline constexpr std::size_t plain_bytes = 3;
/// The first position from `at` on where none of them begins.
[[nodiscard]] inline std::size_t skip_plain(std::string_view text, std::size_t at) noexcept {
  while (is_plain_at(text, at)) at += plain_bytes;
  return at;
}

/// The code point that ends before a position.
[[nodiscard]] inline CodePoint code_point_before(std::string_view text, std::size_t end) noexcept {
  if (end == 0) return {};
  std::size_t begin = end - 1;
  while (begin > 0 && end - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U)
    --begin;
  const CodePoint point = code_point_at(text.substr(0, end), begin);
  if (begin + point.bytes != end) return {not_a_character, 1};
  return point;
}

/// Of a line break, of layout, or without any width.
[[nodiscard]] constexpr bool is_space(char32_t c) noexcept {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x3000 || c == 0xA0 || c == 0xFEFF ||
         (c >= 0x2000 && c <= 0x200B);
}
[[nodiscard]] constexpr bool is_digit(char32_t c) noexcept {
  return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}
[[nodiscard]] constexpr bool is_latin_letter(char32_t c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x250);
}
/// Written without spaces between words: Chinese characters and their punctuation.
[[nodiscard]] constexpr bool is_chinese(char32_t c) noexcept {
  return (c >= 0x2E80 && c < 0xFB00) || (c >= 0xFE30 && c < 0xFFEF) ||
         (c >= 0x2010 && c <= 0x2027 && c != 0x2010) || (c >= 0x20000 && c < 0x40000) ||
         (c >= 0x2460 && c < 0x2800);
}
[[nodiscard]] constexpr bool is_sentence_end(char32_t c) noexcept {
  return c == U'。' || c == U'！' || c == U'？' || c == U'；' || c == '!' || c == '?' || c == ';';
}
[[nodiscard]] constexpr bool is_opening(char32_t c) noexcept {
  return c == U'“' || c == U'‘' || c == U'（' || c == '(' || c == U'《' || c == U'〈' ||
         c == U'「' || c == U'『' || c == U'【' || c == U'〔' || c == '[' || c == U'［';
}
[[nodiscard]] constexpr bool is_closing(char32_t c) noexcept {
  return c == U'”' || c == U'’' || c == U'）' || c == ')' || c == U'》' || c == U'〉' ||
         c == U'」' || c == U'』' || c == U'】' || c == U'〕' || c == ']' || c == U'］';
}
/// What no line begins with unless it was broken off the line before.
[[nodiscard]] constexpr bool is_never_first(char32_t c) noexcept {
  return is_sentence_end(c) || is_closing(c) || c == U'，' || c == U'、' || c == U'：' ||
         c == ',' || c == ':' || c == '%' || c == U'％';
}

/// Whether a text holds one of some words. For short texts.
[[nodiscard]] inline bool has_any(std::string_view text,
                                  std::span<const std::string_view> words) noexcept {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return holds(text, word); });
}
[[nodiscard]] inline bool begins_with_any(std::string_view text,
                                          std::span<const std::string_view> words) noexcept {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return text.starts_with(word); });
}

}  // namespace jinjiang::reading::detail
