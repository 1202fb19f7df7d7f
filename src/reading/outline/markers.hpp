// SPDX-License-Identifier: BSL-1.0
#pragma once

// The numbering systems of reports, and the bullets.

#include <cstdint>
#include <string_view>

namespace jinjiang::reading::detail {

/// How a line is numbered. The order means nothing: what nests in what is the document's choice.
enum class Numbering : std::uint8_t {
  none,
  markdown,             ///< #, ##
  chapter,              ///< 第一章, 第二部分, 第三篇
  section,              ///< 第一节
  chinese,              ///< 一、
  chinese_in_brackets,  ///< （一） ㈠
  arabic,               ///< 1. ⒈
  arabic_pause,         ///< 1、
  arabic_in_brackets,   ///< （1） (1) ⑴
  arabic_half_bracket,  ///< 1）
  decimal,              ///< 1.1, 1.1.1
  circled,              ///< ①
  black_circled,        ///< ❶
  roman,                ///< Ⅰ. II.
  letter,               ///< (a) A.
  page_head,            ///< 07 before a heading
  ordinal,              ///< 第一，
  one_is,               ///< 一是, 一要
  dash,                 ///< ——
  bullet                ///< ● ◆ -
};

struct Marker {
  Numbering numbering = Numbering::none;
  std::uint8_t bytes = 0;
  /// The bullet's code point, the depth of # or 1.1: systems of their own.
  std::uint16_t variety = 0;
  std::uint16_t value = 0;  ///< 2 of 二、; 0 of bullets

  [[nodiscard]] constexpr bool is_counted() const noexcept { return value > 0; }
  [[nodiscard]] constexpr bool is_bullet() const noexcept {
    return numbering == Numbering::bullet || numbering == Numbering::dash;
  }
  /// Counts within a sentence as well: a line may begin with it in mid-paragraph.
  [[nodiscard]] constexpr bool is_inline() const noexcept {
    return numbering == Numbering::one_is || numbering == Numbering::ordinal;
  }
  [[nodiscard]] constexpr bool is_of_kind(const Marker& other) const noexcept {
    return numbering == other.numbering && variety == other.variety;
  }
};

/// The marker that a line begins with, spaces behind it not included.
[[nodiscard]] Marker read_marker(std::string_view line) noexcept;

/// 一 to 九十九 at the beginning of a text: the number and its bytes, or zeros.
struct ChineseCount {
  std::uint16_t value = 0;
  std::uint8_t bytes = 0;
};
[[nodiscard]] ChineseCount read_chinese_count(std::string_view text) noexcept;

}  // namespace jinjiang::reading::detail
