// SPDX-License-Identifier: BSL-1.0
#pragma once

// From joined lines to blocks: text without line breaks and layout, and what headings and parts
// are decided by.

#include <cstdint>
#include <string_view>
#include <vector>

#include <jinjiang/reading/outline.hpp>

#include "reading/outline/lines.hpp"

namespace jinjiang::reading::detail {

/// What is noted of a block beside the block itself.
struct Note {
  Marker marker;
  std::uint16_t points = 0;      ///< characters of its text
  std::uint32_t first_stop = 0;  ///< bytes of its first sentence, 。 included; 0 for none
  std::uint32_t words = 0;       ///< WordClass of the words at its beginning
  std::uint32_t sequence = 0;    ///< of the numbered blocks 1, 2, 3 that it belongs to
  bool is_ended : 1 = false;     ///< ends with a sentence's mark
  bool is_asked : 1 = false;     ///< ends with ？ or ！
  bool has_colon : 1 = false;
  bool has_colon_end : 1 = false;
  bool has_stop : 1 = false;  ///< a 。 before its end
  bool has_semicolon : 1 = false;
  bool has_digit : 1 = false;
  bool has_digit_in_first : 1 = false;  ///< in its first sentence
  bool has_percent : 1 = false;
  bool is_row : 1 = false;
  bool is_inline : 1 = false;  ///< split off a paragraph: 二是…
  bool is_lead_heading : 1 = false;
  bool is_dateline : 1 = false;
  bool is_plain_heading : 1 = false;

  /// Without a number that says where it belongs.
  [[nodiscard]] bool is_unmarked() const noexcept {
    return marker.numbering == Numbering::none || marker.numbering == Numbering::page_head;
  }
};

/// The blocks of an outline in the making: one note a block.
struct Draft {
  std::vector<Block> blocks;
  std::vector<Note> notes;
  std::vector<TableRow> rows;

  [[nodiscard]] std::size_t size() const noexcept { return blocks.size(); }
  [[nodiscard]] bool is_furniture(std::size_t i) const {
    return blocks[i].kind == BlockKind::furniture;
  }
  /// The next block that is not furniture, or size().
  [[nodiscard]] std::size_t next(std::size_t i) const {
    do ++i;
    while (i < size() && is_furniture(i));
    return i;
  }
};

[[nodiscard]] Draft make_blocks(const std::vector<Line>& lines, std::string_view report);

/// What headings are decided by, of a block's text.
[[nodiscard]] Note describe(std::string_view text, Marker marker);

/// The bytes of `range` of a block as a block of their own, spaces at their begin left out.
[[nodiscard]] Block piece_of(const Block& block, TextRange range);

/// 一是…；二是…: the places where the items of a list begin in running text, with their markers.
struct InlineItem {
  std::size_t at = 0;
  Marker marker;  ///< of no bytes when it stands before the text
};
/// @param first  the marker that stands before the text
[[nodiscard]] std::vector<InlineItem> find_inline_items(std::string_view text, Marker first);

}  // namespace jinjiang::reading::detail
