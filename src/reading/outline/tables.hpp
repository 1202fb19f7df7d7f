// SPDX-License-Identifier: BSL-1.0
#pragma once

// Tables of tasks in text form: rows of cells between tabs, bars or wide gaps, or one cell a line.

#include <string_view>
#include <vector>

#include <jinjiang/reading/outline.hpp>

#include "reading/outline/lines.hpp"

namespace jinjiang::reading::detail {

class Tables {
 public:
  explicit Tables(std::string_view report) : report_(report) {}

  /// The line as a block, furniture for a head, with its cells.
  [[nodiscard]] Block read(const Line& line, TableRow& row);

 private:
  /// Cells in the report, without the spaces around them.
  [[nodiscard]] std::vector<TextRange> cells_of(const Line& line) const;
  [[nodiscard]] std::vector<TextRange> stacked_cells(const Line& line, char line_end) const;
  [[nodiscard]] bool read_head(const Line& line);
  /// Which of the columns that follow the task say how much of it.
  void find_amounts(const std::vector<std::string_view>& heads);

  struct Column {
    TableColumn kind = TableColumn::other;
    int year = 0;           ///< that its head names
    bool is_unit = false;   ///< 计量单位: of the amounts
    std::string_view unit;  ///< 亿元 in 目标值（亿元）
  };

  std::string_view report_;
  std::vector<Column> columns_;  ///< of the head above, if any
};

/// Rows whose cells stand between wide gaps, below a head that begins with 序号.
void mark_spaced_rows(std::vector<Line>& lines, std::string_view report);

/// Lines that hold one cell each, below heads that begin with 序号, as rows that span them; and
/// rows between tabs that are broken in a cell, whole again.
void stack_rows(std::vector<Line>& lines, std::string_view report);

/// （牵头单位：市工信局；完成时限：12月底）: the task before it and who does it by when, as cells;
/// none when the text names nobody.
[[nodiscard]] std::vector<TableCell> read_labels(std::string_view text);

/// 牵头单位：市工信局, on a line of its own.
[[nodiscard]] bool begins_with_label(std::string_view line) noexcept;

/// What a column's head says that it holds.
[[nodiscard]] TableColumn column_of(std::string_view head) noexcept;
/// Whether that is the numbers of the rows.
[[nodiscard]] bool heads_numbers(std::string_view head) noexcept;

}  // namespace jinjiang::reading::detail
