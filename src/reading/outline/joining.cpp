// SPDX-License-Identifier: BSL-1.0

#include "reading/outline/joining.hpp"

#include <algorithm>
#include <array>

#include "reading/outline/characters.hpp"
#include "reading/outline/periods.hpp"
#include "reading/outline/phrases.hpp"
#include "reading/outline/tables.hpp"
#include "reading/outline/words.hpp"

namespace jinjiang::reading::detail {

namespace {

/// How far a line reaches from its page's edge, in columns.
std::uint16_t reach_of(const Line& line) noexcept {
  return static_cast<std::uint16_t>(std::min(0xFFFF, line.width + line.indent));
}

/// How wide the column is that a line stands in: the widest that at least two of the lines around
/// it reach, give or take a character. One long line is no column.
class ColumnWidths {
 public:
  explicit ColumnWidths(const std::vector<Line>& lines) {
    widths_.reserve(lines.size() / step + 1);
    std::vector<std::uint16_t> around;
    for (std::size_t at = 0; at < lines.size(); at += step) {
      around.clear();
      const std::size_t begin = at < step ? 0 : at - step;
      const std::size_t end = std::min(lines.size(), at + 2 * step);
      for (std::size_t i = begin; i < end; ++i) {
        const Line& line = lines[i];
        if (!line.is_furniture && !line.is_row) around.push_back(reach_of(line));
      }
      widths_.push_back(widest_of_two(around));
    }
  }

  [[nodiscard]] int at(std::size_t line) const { return widths_[line / step]; }

 private:
  static constexpr std::size_t step = 16;

  static std::uint16_t widest_of_two(std::vector<std::uint16_t>& widths) {
    constexpr int nearly = 3;
    std::sort(widths.begin(), widths.end(), std::greater<>());
    for (std::size_t i = 0; i + 1 < widths.size(); ++i) {
      if (widths[i] - widths[i + 1] <= nearly) return widths[i];
    }
    return 0;
  }

  std::vector<std::uint16_t> widths_;
};

constexpr std::array<std::string_view, 4> signs_of_text{"；", "：", "、", ":"};

class Joiner {
 public:
  Joiner(std::vector<Line>& lines, std::string_view report)
      : lines_(lines), report_(report), columns_(lines) {}

  void join() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      Line& line = lines_[i];
      if (i == 0 || (line.blanks > 0 && !line.is_furniture)) find_stanza(i);
      if (line.is_furniture || line.is_row) {
        line.is_started = true;
        if (line.is_row) is_open_ = false;
        continue;
      }
      line.is_started = !is_open_ || !continues(i);
      if (line.is_started) {
        first_ = i, open_ = 0, is_open_ = true, columns_in_block_ = 0;
        is_vertical_ = is_one_character(line);
      } else {
        is_vertical_ = is_vertical_ && is_one_character(line);
      }
      last_ = i;
      open_ += line.open;
      columns_in_block_ += line.width;
    }
  }

 private:
  /// Whether line i goes on with the block that is open.
  bool continues(std::size_t i) const {
    const Line& line = lines_[i];
    const Line& before = lines_[last_];
    const bool is_apart = line.blanks > 0;
    if (line.marker.numbering != Numbering::none) {
      if (!line.marker.is_inline() || is_apart) return false;
      return before.ending == Ending::pause || goes_on_list(before, line.marker);
    }
    // Who does it by when, below what is to be done.
    if (!is_apart && begins_with_label(line.of(report_))) return is_task(lines_[first_].marker);
    if (line.blanks <= 1 && is_never_first(code_point_at(report_, line.begin).value)) return true;
    if (is_vertical_ && is_one_character(line)) return true;
    if (const int indented = by_indent(i); indented != 0) return indented > 0;
    if (in_wrapped_stanza(i)) return true;
    if (before.ending == Ending::sentence) return false;
    if (before.ending == Ending::colon) return is_full(last_) && !is_apart;
    if (before.ending == Ending::pause) return true;
    if (open_ > 0 && line.open < 0 && columns_in_block_ < longest_quotation) return true;
    if (!line.has_chinese && !before.has_chinese)
      return !is_apart && 2 * before.width >= line.width;
    return goes_on(i);
  }

  /// Headings keep what stands below them apart.
  static bool is_task(const Marker& marker) {
    return marker.numbering != Numbering::chapter && marker.numbering != Numbering::chinese &&
           marker.numbering != Numbering::chinese_in_brackets &&
           marker.numbering != Numbering::markdown;
  }

  /// Whether 二是 begins a line of the paragraph in which 一是 stands.
  bool goes_on_list(const Line& before, const Marker& marker) const {
    constexpr std::string_view numerals = "一二三四五六七八九";
    const std::size_t at = (marker.value - 2U) * 3U;
    if (marker.numbering != Numbering::one_is || marker.value < 2 || at >= numerals.size()) {
      return false;
    }
    const std::string_view text = before.of(report_);
    const std::string_view numeral = numerals.substr(at, 3);
    const std::string_view sign = marker.variety == 1 ? "是" : "要";
    for (std::size_t found = text.find(numeral); found != std::string_view::npos;
         found = text.find(numeral, found + 3)) {
      if (text.substr(found + 3).starts_with(sign)) return found > 0;
    }
    return false;
  }

  /// Whether a line without an end of its own goes on with the next.
  bool goes_on(std::size_t i) const {
    const Line& line = lines_[i];
    const Line& before = lines_[last_];
    const std::string_view text = line.of(report_);
    const std::string_view text_before = before.after_marker(report_);
    const bool is_apart = line.blanks > 0;
    const bool is_first = first_ == last_;
    if ((words_before(text) & closing_word) != 0) return false;
    if (is_boxed(text) || (is_first && is_boxed(text_before))) return false;
    // Below a list stands the heading of the next part, unless the line above had no room for it.
    const bool is_listed = lines_[first_].marker.is_bullet();
    if (is_listed && (is_apart || !is_full(last_)) && is_part_line(text)) return false;
    if (is_running(before, is_apart)) return true;
    if (is_full(last_) && !(is_first && is_area_heading(text_before) && is_apart)) return true;
    if (is_first && line.ending == Ending::sentence && is_broken_in_list()) return true;
    if (!is_apart && is_first && is_year(text_before)) return true;
    const Marker& marker = lines_[first_].marker;
    const bool is_numbered = marker.numbering != Numbering::none && !marker.is_bullet();
    if (begins_with_predicate(text) && !ends_with_figure(text_before) && before.width < 40 &&
        !is_numbered) {
      return true;
    }
    if (!is_apart && is_first && before.marker.numbering == Numbering::none && before.width < 40 &&
        begins_with_section_word(text) && !has_section_word(text_before) &&
        (words_in(text_before) & title_word) == 0) {
      return true;
    }
    return is_listed && goes_on_bullet(i);
  }

  /// A bullet without an end mark reaches to the next bullet, when no more than three lines stand
  /// between: nothing else has room there.
  bool goes_on_bullet(std::size_t i) const {
    const Line& line = lines_[i];
    const Line& before = lines_[last_];
    if (line.ending == Ending::sentence) return line.blanks == 0 && before.width + 4 >= line.width;
    if (line.blanks == 0) return true;
    if (before.width > narrow) return false;
    for (std::size_t k = i + 1; k < lines_.size() && k <= i + 3; ++k) {
      const Line& next = lines_[k];
      if (next.is_furniture) continue;
      if (next.marker.is_of_kind(lines_[first_].marker)) return true;
      if (next.marker.numbering != Numbering::none || next.ending == Ending::sentence) return false;
    }
    return false;
  }

  /// 1 when the indentation says that the paragraph goes on, -1 that one begins, 0 nothing.
  int by_indent(std::size_t i) const {
    const Line& line = lines_[i];
    const Line& before = lines_[last_];
    const Line& first = lines_[first_];
    const bool hangs = first.marker.numbering != Numbering::none && line.indent > first.indent;
    if (line.indent > before.indent && !hangs) return -1;
    const bool was_indented = first.indent >= line.indent + 2;
    const bool is_paragraph = was_indented && line.blanks == 0 && is_full(last_);
    return is_paragraph ? 1 : 0;
  }

  /// A line that reaches the edge of its column. Slogans and headings are short, so that a column
  /// narrower than twenty characters counts only where a marker or the signs of a sentence show
  /// that this is text. Type is set with quotes and digits of half a width, so that lines of text
  /// vary by a seventh.
  bool is_full(std::size_t i) const {
    const Line& line = lines_[i];
    const int column = columns_.at(i);
    const int reach = reach_of(line);
    const bool is_text = lines_[first_].marker.numbering != Numbering::none || first_ != i ||
                         has_any(line.of(report_), signs_of_text);
    return column >= (is_text ? 32 : 40) &&
           (reach + 3 >= column || (is_text && column >= 48 && 7 * reach >= 6 * column));
  }

  /// A line that ends in mid-sentence, whatever its width: headings and slogans have neither 。 nor
  /// ； inside, and hardly two ，.
  bool is_running(const Line& line, bool is_apart) const {
    const std::string_view text = line.of(report_);
    if (line.has_stop || text.find("；") != std::string_view::npos) return true;
    const std::size_t pause = text.find("，");
    if (is_apart || pause == std::string_view::npos) return false;
    // (1)实施项目126个，完成投资18: nor are there figures in headings of two clauses.
    const bool has_figures = line.marker.is_counted() && line.has_digit && line.width >= narrow &&
                             !counts_only_years(line.after_marker(report_));
    return has_figures || text.find("，", pause + 3) != std::string_view::npos;
  }

  /// A line without an end right below one with an end, too long and too much of a sentence for a
  /// heading: lists keep headings apart from the line before.
  bool is_broken_in_list() const {
    const Line& line = lines_[last_];
    return last_ > 0 && line.blanks == 0 && line.marker.numbering == Numbering::none &&
           line.width >= narrow && lines_[last_ - 1].ending == Ending::sentence &&
           has_any(line.of(report_), signs_of_text) && !is_area_heading(line.of(report_));
  }

  bool is_one_character(const Line& line) const {
    return line.marker.numbering == Numbering::none &&
           code_point_at(report_, line.begin).bytes == line.bytes;
  }

  /// Looks at the lines from i up to the next empty one: were they broken at one width?
  void find_stanza(std::size_t i) {
    std::size_t widest = 0;
    std::size_t end = i;
    bool is_broken = false;
    stanza_begin_ = i;
    do {
      widest = std::max<std::size_t>(widest, lines_[end].width);
      ++end;
    } while (end < lines_.size() && lines_[end].blanks == 0 && !lines_[end].is_furniture &&
             !lines_[end].is_row && lines_[end].marker.numbering == Numbering::none);
    stanza_end_ = end;
    bool is_even = end - i >= 3 && widest >= 50;
    for (std::size_t k = i; is_even && k + 1 < end; ++k) {
      is_even = lines_[k].width + 4U >= widest && lines_[k].indent <= lines_[i].indent;
      is_broken = is_broken || lines_[k].ending == Ending::none;
    }
    is_stanza_wrapped_ = is_even && is_broken;
  }
  bool in_wrapped_stanza(std::size_t i) const {
    return is_stanza_wrapped_ && i > stanza_begin_ && i < stanza_end_;
  }

  static constexpr std::size_t longest_quotation = 160;  // columns; a quote never closed ends here
  static constexpr std::size_t narrow = 32;

  std::vector<Line>& lines_;
  std::string_view report_;
  ColumnWidths columns_;
  std::size_t first_ = 0;  ///< line of the open block
  std::size_t last_ = 0;
  std::size_t columns_in_block_ = 0;
  int open_ = 0;
  bool is_open_ = false;
  bool is_vertical_ = false;  ///< one character a line, as headings are set upright
  bool is_stanza_wrapped_ = false;
  std::size_t stanza_begin_ = 0;
  std::size_t stanza_end_ = 0;
};

}  // namespace

void join_lines(std::vector<Line>& lines, std::string_view report) { Joiner(lines, report).join(); }

}  // namespace jinjiang::reading::detail
