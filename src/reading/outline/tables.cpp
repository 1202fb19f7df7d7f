// SPDX-License-Identifier: BSL-1.0

#include "reading/outline/tables.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "reading/outline/characters.hpp"
#include "reading/outline/furniture.hpp"
#include "reading/outline/periods.hpp"
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

/// Where the unit belongs in an amount without one, behind its last digit: 350 and 350左右; nothing
/// where other words follow.
std::optional<std::size_t> place_of_unit(std::string_view cell) noexcept {
  constexpr std::array bounds{"左右"sv, "以上"sv, "以下"sv, "以内"sv, "及以上"sv, "及以下"sv};
  std::size_t end = cell.size();
  for (const std::string_view bound : bounds) {
    if (cell.ends_with(bound)) end = std::min(end, cell.size() - bound.size());
  }
  while (end > 0 && cell[end - 1] == ' ') --end;
  const bool is_bare = end > 0 && is_digit(code_point_before(cell, end).value);
  return is_bare ? std::optional(end) : std::nullopt;
}

/// 亿元 in 目标值（亿元）; nothing in 目标（2031年）.
std::string_view unit_in(std::string_view head) noexcept {
  constexpr std::size_t longest = 24;
  if (head.empty() || !is_closing(code_point_before(head, head.size()).value)) return {};
  head.remove_suffix(code_point_before(head, head.size()).bytes);
  constexpr std::array openings{"（"sv, "("sv};
  for (const std::string_view open : openings) {
    const std::size_t at = head.rfind(open);
    if (at == std::string_view::npos) continue;
    const TextRange inside = trimmed(head, {at + open.size(), head.size()});
    const std::string_view unit = inside.of(head);
    constexpr std::array others{"年"sv, "月"sv, "、"sv, "，"sv, "单位"sv, "含"sv};
    const bool has_digit = unit.find_first_of("0123456789") != std::string_view::npos;
    if (unit.size() <= longest && !has_digit && !has_any(unit, others)) return unit;
  }
  return {};
}

/// 2025年, 2026年: a column that is called by a year alone.
bool is_year_head(std::string_view head) noexcept {
  constexpr std::size_t longest = 10;
  return head.size() <= longest && years_of_heading(head).last > 0;
}

/// 目标值, 年度目标, 计划数, behind the column of the task itself: how much of it.
bool is_amount_head(std::string_view head) noexcept {
  constexpr std::array amounts{"目标"sv,   "指标"sv, "计划"sv, "任务量"sv,
                               "任务数"sv, "数量"sv, "预期"sv};
  constexpr std::array deeds{"措施"sv, "内容"sv, "举措"sv, "事项"sv, "安排"sv};
  const bool is_of_year = has_any(head, std::array{"任务"sv}) && years_of_heading(head).last > 0;
  return (has_any(head, amounts) || is_of_year) && !has_any(head, deeds);
}

/// 新开工项目30个, 市发改局: what no head of a column says, though 项目 or 牵头 stands in it.
bool is_content(std::string_view cell) noexcept {
  constexpr std::array bodies{"局"sv, "委"sv, "厅"sv, "街道"sv};
  return !counts_only_years(cell) || has_any(cell, bodies);
}

/// 2025年完成, 上年实绩: how much there was.
bool is_told_head(std::string_view head) noexcept {
  constexpr std::array tells{"完成"sv, "实绩"sv, "实际"sv, "上年"sv, "去年"sv, "基数"sv};
  constexpr std::array others{"时限"sv, "时间"sv, "期限"sv, "目标"sv, "计划"sv, "标准"sv,
                              "单位"sv, "任务"sv, "部门"sv, "要求"sv, "日期"sv};
  return has_any(head, tells) && !has_any(head, others);
}

constexpr std::size_t longest_head = 36;

}  // namespace

bool heads_numbers(std::string_view head) noexcept {
  constexpr std::array numbers{"序号"sv, "序 号"sv, "编号"sv, "No."sv};
  return head.size() <= longest_head && has_any(head, numbers);
}

TableColumn column_of(std::string_view head) noexcept {
  constexpr std::array dues{"时限"sv, "时间"sv, "期限"sv, "进度要求"sv};
  constexpr std::array supporters{"配合"sv, "协办"sv, "责任单位"sv, "责任部门"sv, "参与"sv};
  constexpr std::array leaders{"牵头"sv, "主办"sv, "主责"sv};
  constexpr std::array people{"领导"sv, "责任人"sv, "联系人"sv};
  // What sorts the rows, and when they begin.
  constexpr std::array kinds{"类别"sv,     "类型"sv,     "性质"sv,    "属性"sv,
                             "开工时间"sv, "开始时间"sv, "启动时间"sv};
  constexpr std::array tasks{"任务"sv, "内容"sv, "工作"sv, "项目"sv,
                             "事项"sv, "目标"sv, "措施"sv, "指标"sv};
  if (head.empty() || head.size() > longest_head) return TableColumn::other;
  if (heads_numbers(head)) return TableColumn::number;
  if (has_any(head, kinds)) return TableColumn::other;
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
  const auto task = std::ranges::find(columns_, TableColumn::task, &Column::kind);
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
    if (text.find('\t') == std::string_view::npos && text.find(line_end) != std::string_view::npos)
      return stacked_cells(line, line_end);
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
  std::vector<Column> columns;
  std::vector<std::string_view> heads;
  std::size_t known = 0;
  bool has_task = false;
  std::size_t of_tasks = 0;
  for (const TextRange cell : cells_of(line)) {
    const std::string_view head = cell.of(report_);
    if (is_content(head)) return false;
    Column column{
        .kind = column_of(head), .year = years_of_heading(head).last, .unit = unit_in(head)};
    if (is_told_head(head)) {
      column.kind = TableColumn::told;
      const bool is_before = has_any(head, std::array{"上年"sv, "去年"sv});
      if (column.year == 0 && is_before) column.year = year_before;
    }
    known += column.kind == TableColumn::other ? 0U : 1U;
    of_tasks += column.kind == TableColumn::task ? 1U : 0U;
    if (column.kind == TableColumn::task && std::exchange(has_task, true)) {
      column.kind = is_amount_head(head) ? TableColumn::amount : TableColumn::other;
    }
    columns.push_back(column);
    heads.push_back(head);
  }
  if (known < 2 || known == of_tasks || columns.size() < 3 || !has_task) return false;
  columns_ = std::move(columns);
  find_amounts(heads);
  return true;
}

void Tables::find_amounts(const std::vector<std::string_view>& heads) {
  const auto is = [](TableColumn kind) {
    return [kind](const Column& column) { return column.kind == kind; };
  };
  const bool names_units = std::ranges::any_of(columns_, is(TableColumn::leader)) ||
                           std::ranges::any_of(columns_, is(TableColumn::support));
  const bool has_amount = std::ranges::any_of(columns_, is(TableColumn::amount));
  int latest = 0;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (is_year_head(heads[i])) latest = std::max(latest, columns_[i].year);
  }
  bool is_behind_task = false;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    Column& column = columns_[i];
    is_behind_task = is_behind_task || column.kind == TableColumn::task;
    if (heads[i] == "计量单位"sv) column.is_unit = true;
    if (heads[i] != "单位"sv) {
      // 2025年 | 2026年: the last is what is to be, those before what was.
      if (column.kind == TableColumn::other && is_year_head(heads[i]))
        column.kind = column.year == latest ? TableColumn::amount : TableColumn::told;
      else if (column.kind == TableColumn::other && is_amount_head(heads[i]))
        column.kind = TableColumn::amount;
    } else if (names_units || has_amount) {
      column.is_unit = true;  // of measure, since those who do it stand elsewhere
    } else {
      column.kind = TableColumn::support;
    }
    const bool counts = column.kind == TableColumn::amount || column.kind == TableColumn::told;
    if (counts && !is_behind_task) column.kind = TableColumn::other;
  }
}

Block Tables::read(const Line& line, TableRow& row) {
  const bool is_head = read_head(line);
  Block block;
  block.kind = is_head ? BlockKind::furniture : BlockKind::item;
  block.source = {line.begin, line.end()};
  const std::vector<TextRange> cells = cells_of(line);
  const auto column_at = [&](std::size_t i) {
    return i < columns_.size() ? columns_[i] : Column{};
  };
  const auto first_of = [&](const auto& matches) {
    std::size_t i = 0;
    while (i < cells.size() && (cells[i].empty() || !matches(column_at(i)))) ++i;
    return i;
  };
  const std::size_t none = cells.size();
  const std::size_t task =
      is_head ? none
              : first_of([](const Column& column) { return column.kind == TableColumn::task; });
  const std::size_t amount = task == none ? none : first_of([](const Column& column) {
    return column.kind == TableColumn::amount;
  });
  const std::size_t unit =
      task == none ? none : first_of([](const Column& column) { return column.is_unit; });
  TextBuilder builder(report_, block);
  const auto add_amount = [&](std::size_t i) {
    builder.add_gap(cells[i].begin, cells[i].of(report_));
    const std::size_t begin = block.text.size();
    const bool has_unit = unit != none || !column_at(i).unit.empty();
    const auto place = has_unit ? place_of_unit(cells[i].of(report_)) : std::nullopt;
    const std::size_t end = place ? cells[i].begin + *place : cells[i].end;
    builder.add({cells[i].begin, end});
    if (place && unit != none) builder.add(cells[unit]);
    if (place && unit == none) builder.insert(column_at(i).unit);
    builder.add({end, cells[i].end});
    return begin;
  };
  std::vector<std::size_t> further;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const TextRange cell = cells[i];
    TableColumn column = column_at(i).kind;
    if (i == 0 && i >= columns_.size() && is_number(cell.of(report_))) column = TableColumn::number;
    if (column == TableColumn::number && !is_head) {
      block.marker = cell.of(report_);
      continue;
    }
    const bool counts = column == TableColumn::amount || column == TableColumn::told;
    if (task != none && (i == amount || i == unit)) continue;
    if (task != none && counts) {
      if (!cell.empty()) further.push_back(i);
      continue;
    }
    if (!block.text.empty()) builder.add_separator(cells[i - 1].end);
    const std::size_t begin = block.text.size();
    builder.add(cell);
    if (cell.empty()) continue;
    row.cells.push_back({column, {begin, block.text.size()}, column_at(i).year});
    if (i != task || amount == none) continue;
    const std::size_t at = add_amount(amount);
    row.cells.push_back({TableColumn::amount, {at, block.text.size()}, column_at(amount).year});
  }
  constexpr std::size_t most = 4;  // the task is written down with each
  for (std::size_t k = 0; k < further.size(); ++k) {
    const std::size_t i = further[k];
    builder.add_separator(cells[i].begin - 1);
    const std::size_t begin = block.text.size();
    if (k >= most) {
      builder.add(cells[i]);
      row.cells.push_back({TableColumn::told, {begin, block.text.size()}, 0});
      continue;
    }
    builder.add(cells[task]);
    add_amount(i);
    row.cells.push_back({column_at(i).kind, {begin, block.text.size()}, column_at(i).year});
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
