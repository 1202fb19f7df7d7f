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

/// What a block of a report is.
enum class BlockKind : std::uint8_t {
  title,      ///< of the report
  heading,    ///< of a section
  item,       ///< one of a list, with a bullet, a number or on a line of its own
  paragraph,  ///< running text
  furniture   ///< page numbers, running heads, bylines, doubled text
};

/// Where a run of a block's text comes from.
struct SourceRun {
  /// Of words that stand elsewhere: a unit in the head of its column.
  static constexpr std::size_t elsewhere = static_cast<std::size_t>(-1);

  std::size_t at = 0;      ///< first byte in the block's text
  std::size_t source = 0;  ///< first byte in the report, or `elsewhere`
};

/// A heading, an item or a paragraph, whole: broken lines joined.
struct Block {
  BlockKind kind = BlockKind::paragraph;  ///< what it is
  ReportPart part = ReportPart::preface;  ///< what its part of the report is for
  /// Depth of a heading: 1 for the first below the title. Of anything else 0.
  int level = 0;
  std::ptrdiff_t parent = -1;   ///< index of the heading that it stands under; -1 for none
  TextRange source;             ///< in the report, marker included
  std::string marker;           ///< 一、 （二） ❸ ● 07; empty when there is none
  std::string text;             ///< without marker, line breaks and layout
  std::vector<SourceRun> runs;  ///< how `text` lies in the report, in order
  /// Bytes of `text` that name what the rest is about, their mark included: 提升设计能力： of an
  /// item, a short first sentence of a bullet; 0 when there are none.
  std::size_t lead = 0;

  /// The range of the report that holds these bytes of `text`, without spaces at its end.
  [[nodiscard]] JINJIANG_EXPORT TextRange in_source(TextRange range) const noexcept;
};

/// What a column of a table of tasks holds.
enum class TableColumn : std::uint8_t {
  other,
  number,   ///< 序号; it becomes the block's marker
  task,     ///< 工作任务
  leader,   ///< 牵头单位
  support,  ///< 责任单位, 配合单位
  person,   ///< 分管领导, 责任人
  due,      ///< 完成时限
  amount,   ///< 目标值, 年度目标: how much of the task; right behind it in the block's text
  told      ///< 2025年完成: how much there was of it; a task stands before each
};

/// Of a column whose head says 上年.
inline constexpr int year_before = -1;

/// A cell of a table in a report.
struct TableCell {
  TableColumn column = TableColumn::other;  ///< what its column holds
  TextRange words;                          ///< in the block's text
  int year = 0;  ///< that the column's head names, or year_before; 0 for none
};

/// The cells of a row, or what a line says in the same way: （牵头单位：…；完成时限：…）.
struct TableRow {
  std::size_t block = 0;         ///< its index
  std::vector<TableCell> cells;  ///< none is empty; in order
};

/// A report cut into blocks.
struct Outline {
  std::vector<Block> blocks;  ///< in the order of the report
  /// Of items that say who does them by when, in order. In the text of a table's row there are
  /// tabs between the cells, except where an amount goes on with its task. Further amounts come
  /// last, each with the task before it once more: 新增学校 5所 and 新增学校 8所 of two years.
  std::vector<TableRow> rows;
  int year = 0;  ///< that the report plans for; 0 when it says none
};

/// Never throws for what the text says; bytes that are not UTF-8 stay where they are.
/// @par Complexity  O(bytes)
[[nodiscard]] JINJIANG_EXPORT Outline read_outline(std::string_view report);

/// The sentences of a block's text, each with its mark at the end: up to 。！？； or a tab, not
/// inside quotes or brackets.
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
template <>
struct EnumNames<reading::TableColumn> {
  static constexpr std::array<std::string_view, 9> all{
      "other", "number", "task", "leader", "support", "person", "due", "amount", "told"};
};

}  // namespace jinjiang
