// SPDX-License-Identifier: BSL-1.0
#pragma once

// The outline of a report: lines that were broken are joined, page furniture is set aside, headings
// are told from text, and the part that looks back from the part that promises.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/detail/names.hpp>
#include <jinjiang/reading/text_range.hpp>

namespace jinjiang::reading {

/// What a part of a report is for.
enum class ReportPart : std::uint8_t {
  preface,  ///< before anything else is known
  review,   ///< what was done: 工作回顾, 成绩单
  targets,  ///< the year's headline figures: 主要预期目标
  work      ///< what is to be done
};

enum class BlockKind : std::uint8_t {
  title,      ///< of the report
  heading,    ///< of a section
  item,       ///< one of a list, with a bullet, a number or on a line of its own
  paragraph,  ///< running text
  furniture   ///< page numbers, running heads, bylines, doubled text
};

/// Where a run of a block's text comes from.
struct SourceRun {
  std::size_t at = 0;      ///< first byte in the block's text
  std::size_t source = 0;  ///< first byte in the report
};

/// A heading, an item or a paragraph, whole: broken lines joined.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  ReportPart part = ReportPart::preface;
  /// Depth of a heading: 1 for the first below the title. Of anything else 0.
  int level = 0;
  std::ptrdiff_t parent = -1;   ///< index of the heading that it stands under; -1 for none
  TextRange source;             ///< in the report, marker included
  std::string marker;           ///< 一、 （二） ❸ ● 07; empty when there is none
  std::string text;             ///< without marker and line breaks
  std::vector<SourceRun> runs;  ///< how `text` lies in the report, in order

  /// The range of the report that holds these bytes of `text`.
  [[nodiscard]] JINJIANG_EXPORT TextRange in_source(TextRange range) const noexcept;
};

struct Outline {
  std::vector<Block> blocks;  ///< in the order of the report
};

/// Never throws for what the text says; bytes that are not UTF-8 stay where they are.
/// @par Complexity  O(bytes)
[[nodiscard]] JINJIANG_EXPORT Outline read_outline(std::string_view report);

/// The sentences of a block's text, each with its mark at the end.
[[nodiscard]] JINJIANG_EXPORT std::vector<TextRange> sentences(std::string_view text);

}  // namespace jinjiang::reading

namespace jinjiang {

template <>
struct EnumNames<reading::ReportPart> {
  static constexpr std::array<std::string_view, 4> all{"preface", "review", "targets", "work"};
};
template <>
struct EnumNames<reading::BlockKind> {
  static constexpr std::array<std::string_view, 5> all{"title", "heading", "item", "paragraph",
                                                       "furniture"};
};

}  // namespace jinjiang
