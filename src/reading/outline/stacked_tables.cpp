// SPDX-License-Identifier: BSL-1.0

// Tables whose cells come one a line, as text copied from a page has them: 序号, 重点任务 and the
// other heads, then 1, its cells, 2, its cells. Their lines become rows before the numbers can be
// taken for page numbers.

#include <algorithm>
#include <charconv>

#include "reading/outline/furniture.hpp"
#include "reading/outline/tables.hpp"

namespace jinjiang::reading::detail {

namespace {

/// Of a line that is a number and nothing else, or 0.
int number_of(std::string_view line) noexcept {
  if (line.ends_with('.')) line.remove_suffix(1);
  constexpr std::size_t longest = 4;
  if (line.empty() || line.size() > longest) return 0;
  int number = 0;
  const auto read = std::from_chars(line.data(), line.data() + line.size(), number);
  return read.ec == std::errc() && read.ptr == line.data() + line.size() ? number : 0;
}

class Stacker {
 public:
  Stacker(std::vector<Line>& lines, std::string_view report) : lines_(lines), report_(report) {}

  void stack() {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < lines_.size();) {
      const std::size_t end = read_table(i);
      if (end == i) {
        lines_[kept++] = lines_[i++];
        continue;
      }
      for (const Line& row : rows_) lines_[kept++] = row;
      i = end;
    }
    lines_.resize(kept);
  }

 private:
  [[nodiscard]] std::string_view text(std::size_t i) const { return lines_[i].of(report_); }

  /// The rows of the table whose head begins with line i; gives the line behind it, or i.
  std::size_t read_table(std::size_t i) {
    rows_.clear();
    if (lines_[i].is_row || !heads_numbers(text(i)) || !read_head(i)) return i;
    rows_.push_back(merged(i, i + columns_));
    std::size_t at = i + columns_;
    for (int number = 1; at < lines_.size() && number_of(text(at)) == number; ++number) {
      const std::size_t end = row_end(at, number);
      if (end == at + 1) break;
      rows_.push_back(merged(at, end));
      at = end;
    }
    return rows_.size() > 1 ? at : i;
  }

  /// Heads up to the number 1, some of which say what their column holds.
  bool read_head(std::size_t i) {
    constexpr std::size_t most = 8;
    constexpr std::size_t widest = 24;
    bool has_task = false;
    has_plain_ = false;
    for (columns_ = 1; columns_ <= most && i + columns_ < lines_.size(); ++columns_) {
      const Line& line = lines_[i + columns_];
      if (number_of(text(i + columns_)) == 1) return has_task && columns_ >= 3;
      if (line.width > widest || line.ending != Ending::none || line.is_row) return false;
      const TableColumn column = column_of(text(i + columns_));
      has_task = has_task || column == TableColumn::task;
      has_plain_ = has_plain_ || column == TableColumn::other;
    }
    return false;
  }

  /// Behind the last cell of the row that begins with a number. Long cells may take several lines.
  [[nodiscard]] std::size_t row_end(std::size_t at, int number) const {
    constexpr std::size_t most_broken = 6;
    const std::size_t cells = columns_ - 1;
    const std::size_t stop = std::min(lines_.size(), at + 1 + cells + most_broken);
    std::size_t end = at + 1;
    for (; end < stop; ++end) {
      const Line& line = lines_[end];
      const bool is_full = end - at > (has_plain_ ? cells : 1);
      if (is_full && number_of(text(end)) == number + 1) return end;
      const Numbering numbering = line.marker.numbering;
      const bool is_heading = numbering == Numbering::chapter || numbering == Numbering::chinese;
      if (line.is_row || is_heading || line.blanks >= 2) break;
    }
    // The last row: nothing tells how long its cells are but their number.
    return std::min(end, at + 1 + cells);
  }

  [[nodiscard]] Line merged(std::size_t begin, std::size_t end) const {
    Line line = lines_[begin];
    line.bytes = static_cast<std::uint32_t>(lines_[end - 1].end() - line.begin);
    line.width = 0;
    line.marker = {};
    line.ending = Ending::none;
    line.is_row = true;
    line.is_furniture = false;
    return line;
  }

  std::vector<Line>& lines_;
  std::string_view report_;
  std::size_t columns_ = 0;
  bool has_plain_ = false;  ///< a column may hold bare numbers
  std::vector<Line> rows_;
};

/// Rows between tabs, a cell of which is broken over lines: as long as a row has fewer tabs than
/// the head, and with the next line not more, the next line goes on with it.
class RowMender {
 public:
  RowMender(std::vector<Line>& lines, std::string_view report) : lines_(lines), report_(report) {}

  void mend() {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < lines_.size();) {
      const std::size_t end = row_end(i);
      lines_[kept] = lines_[i];
      if (end > i + 1) {
        Line& row = lines_[kept];
        row.bytes = static_cast<std::uint32_t>(lines_[end - 1].end() - row.begin);
        row.is_row = true;
        row.is_furniture = false;
        row.marker = {};
        row.ending = Ending::none;
      }
      ++kept;
      i = end;
    }
    lines_.resize(kept);
  }

 private:
  [[nodiscard]] std::size_t tabs_of(std::size_t i) const {
    const std::string_view text = lines_[i].of(report_);
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\t'));
  }
  [[nodiscard]] bool begins_with_number(std::size_t i) const {
    const std::string_view text = lines_[i].of(report_);
    return number_of(text.substr(0, text.find('\t'))) > 0;
  }

  std::size_t row_end(std::size_t i) {
    const Line& line = lines_[i];
    if (wanted_ == 0 && !line.is_row) return i + 1;
    const std::size_t tabs = tabs_of(i);
    if (line.is_row && tabs >= 2 &&
        column_of(line.of(report_).substr(0, line.of(report_).find('\t'))) != TableColumn::other) {
      wanted_ = tabs;
      return i + 1;
    }
    if (line.blanks >= 2) wanted_ = 0;
    // Without a tab only what must go on can be a cell.
    if (wanted_ == 0 || tabs >= wanted_ || (tabs == 0 && line.ending != Ending::pause))
      return i + 1;
    constexpr std::size_t most = 6;
    std::size_t all = tabs;
    for (std::size_t end = i + 1; end < lines_.size() && end - i < most; ++end) {
      if (lines_[end].blanks > 0 || begins_with_number(end)) break;
      all += tabs_of(end);
      if (all > wanted_) break;
      if (all == wanted_) return end + 1;
    }
    return i + 1;
  }

  std::vector<Line>& lines_;
  std::string_view report_;
  std::size_t wanted_ = 0;  ///< tabs of the head above; 0 for none
};

}  // namespace

void stack_rows(std::vector<Line>& lines, std::string_view report) {
  Stacker(lines, report).stack();
  RowMender(lines, report).mend();
}

}  // namespace jinjiang::reading::detail
