// SPDX-License-Identifier: BSL-1.0

#include "reading/outline/tables.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "reading/outline/characters.hpp"
#include "reading/outline/furniture.hpp"
#include "reading/outline/text_builder.hpp"

namespace jinjiang::reading::detail {

namespace {

using std::string_view_literals::operator""sv;

TextRange trimmed(std::string_view report, TextRange range) noexcept {
  while (!range.empty()) {
    const CodePoint point = code_point_at(report, range.begin);
    if (!is_space(point.value)) break;
    range.begin += point.bytes;
  }
  while (!range.empty()) {
    const CodePoint point = code_point_before(report, range.end);
    if (!is_space(point.value)) break;
    range.end -= point.bytes;
  }
  return range;
}

/// The next gap of two columns or more at or after `at`, or an empty range at the end.
TextRange find_gap(std::string_view report, std::size_t at, std::size_t end) noexcept {
  while (at < end) {
    std::size_t width = 0;
    std::size_t stop = at;
    while (stop < end) {
      const CodePoint point = code_point_at(report, stop);
      if (!is_space(point.value)) break;
      width += point.value == 0x3000 ? 2U : 1U;
      stop += point.bytes;
    }
    if (width >= 2) return {at, stop};
    at = stop > at ? stop : at + code_point_at(report, at).bytes;
  }
  return {end, end};
}

TextRange find_sign(std::string_view report, char sign, std::size_t at, std::size_t end) noexcept {
  const std::size_t found = report.substr(0, end).find(sign, at);
  return found == std::string_view::npos ? TextRange{end, end} : TextRange{found, found + 1};
}

bool is_number(std::string_view cell) noexcept {
  if (cell.ends_with('.')) cell.remove_suffix(1);
  return !cell.empty() && cell.size() <= 4 &&
         std::all_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

TableColumn column_of(std::string_view head) noexcept {
  constexpr std::array numbers{"序号"sv, "序 号"sv, "编号"sv, "No."sv};
  constexpr std::array dues{"时限"sv, "时间"sv, "期限"sv, "进度要求"sv};
  constexpr std::array supporters{"配合"sv, "协办"sv, "责任单位"sv, "责任部门"sv, "参与"sv};
  constexpr std::array leaders{"牵头"sv, "主办"sv, "主责"sv};
  constexpr std::array people{"领导"sv, "责任人"sv, "联系人"sv};
  constexpr std::array tasks{"任务"sv, "内容"sv, "工作"sv, "项目"sv, "事项"sv, "目标"sv, "措施"sv};
  constexpr std::size_t longest = 36;
  if (head.empty() || head.size() > longest) return TableColumn::other;
  if (has_any(head, numbers)) return TableColumn::number;
  if (has_any(head, dues)) return TableColumn::due;
  if (has_any(head, people)) return TableColumn::person;
  if (has_any(head, leaders)) return TableColumn::leader;
  if (has_any(head, supporters)) return TableColumn::support;
  if (has_any(head, tasks)) return TableColumn::task;
  return TableColumn::other;
}

std::vector<TextRange> Tables::stacked_cells(const Line& line, char line_end) const {
  std::vector<TextRange> cells;
  for (std::size_t at = line.begin; at <= line.end();) {
    const TextRange gap = find_sign(report_, line_end, at, line.end());
    const TextRange cell = trimmed(report_, {at, gap.begin});
    const std::string_view words = cell.of(report_);
    const bool is_page = is_page_number(words) && !is_number(words);
    if (!cell.empty() && !is_page) cells.push_back(cell);
    if (gap.begin >= line.end()) break;
    at = gap.end;
  }
  // What is too much are the further lines of the task.
  const auto task = std::ranges::find(columns_, TableColumn::task);
  const bool is_row = !cells.empty() && is_number(cells.front().of(report_));
  if (is_row && cells.size() > columns_.size() && task != columns_.end()) {
    const auto first = cells.begin() + (task - columns_.begin());
    const auto last = first + static_cast<std::ptrdiff_t>(cells.size() - columns_.size());
    first->end = last->end;
    cells.erase(first + 1, last + 1);
  }
  return cells;
}

std::vector<TextRange> Tables::cells_of(const Line& line) const {
  std::vector<TextRange> cells;
  const std::string_view text = line.of(report_);
  for (const char line_end : {'\n', '\r'}) {
    if (text.find(line_end) != std::string_view::npos) return stacked_cells(line, line_end);
  }
  const bool has_bars = std::count(text.begin(), text.end(), '|') >= 2;
  const bool has_tabs = !has_bars && std::count(text.begin(), text.end(), '\t') >= 2;
  std::size_t at = line.begin;
  const std::size_t end = line.end();
  while (at <= end) {
    const TextRange gap = has_bars || has_tabs ? find_sign(report_, has_bars ? '|' : '\t', at, end)
                                               : find_gap(report_, at, end);
    cells.push_back(trimmed(report_, {at, gap.begin}));
    if (gap.begin >= end) break;
    at = gap.end;
  }
  // Bars stand at both ends of a row as well.
  if (has_bars && !cells.empty() && cells.front().empty()) cells.erase(cells.begin());
  if (has_bars && !cells.empty() && cells.back().empty()) cells.pop_back();
  return cells;
}

bool Tables::read_head(const Line& line) {
  constexpr std::size_t widest = 160;
  if (line.width > widest || line.ending == Ending::sentence) return false;
  std::vector<TableColumn> columns;
  std::size_t known = 0;
  bool is_first_task = true;
  for (const TextRange cell : cells_of(line)) {
    TableColumn column = column_of(cell.of(report_));
    known += column == TableColumn::other ? 0U : 1U;
    if (column == TableColumn::task && !std::exchange(is_first_task, false)) {
      column = TableColumn::other;
    }
    columns.push_back(column);
  }
  if (known < 2 || columns.size() < 3 || is_first_task) return false;
  columns_ = std::move(columns);
  return true;
}

Block Tables::read(const Line& line, TableRow& row) {
  const bool is_head = read_head(line);
  Block block;
  block.kind = is_head ? BlockKind::furniture : BlockKind::item;
  block.source = {line.begin, line.end()};
  const std::vector<TextRange> cells = cells_of(line);
  TextBuilder builder(report_, block);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const TextRange cell = cells[i];
    const bool has_column = i < columns_.size();
    TableColumn column = has_column ? columns_[i] : TableColumn::other;
    if (i == 0 && !has_column && is_number(cell.of(report_))) column = TableColumn::number;
    if (column == TableColumn::number && !is_head) {
      block.marker = cell.of(report_);
      continue;
    }
    if (!block.text.empty()) builder.add_separator(cells[i - 1].end);
    const std::size_t begin = block.text.size();
    builder.add(cell);
    if (!cell.empty()) row.cells.push_back({column, {begin, block.text.size()}});
  }
  return block;
}

void mark_spaced_rows(std::vector<Line>& lines, std::string_view report) {
  const auto has_gaps = [&](const Line& line) {
    const TextRange first = find_gap(report, line.begin, line.end());
    return !first.empty() && !find_gap(report, first.end, line.end()).empty();
  };
  bool is_in_table = false;
  for (Line& line : lines) {
    if (line.blanks >= 2) is_in_table = false;
    const std::string_view text = line.of(report);
    if (!line.is_row && text.starts_with("序") && has_gaps(line)) is_in_table = true;
    if (is_in_table && has_gaps(line)) line.is_row = true;
  }
}

}  // namespace jinjiang::reading::detail
