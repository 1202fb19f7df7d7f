// SPDX-License-Identifier: BSL-1.0

#include "reading/outline/lines.hpp"

#include <algorithm>
#include <limits>

#include "reading/outline/characters.hpp"
#include "reading/outline/furniture.hpp"
#include "reading/outline/tables.hpp"

namespace jinjiang::reading::detail {

namespace {

/// What one pass over the characters of a line finds.
struct Scan {
  std::size_t width = 0;
  std::size_t points = 0;
  int open = 0;
  int pipes = 0;
  int tabs = 0;
  bool has_chinese = false;
  bool has_stop = false;
  std::size_t longest_digits = 0;
  std::size_t digits = 0;
};

/// Whether every byte may stand an even number of times, as where all is written twice.
bool is_even(std::string_view line) noexcept {
  unsigned char parity = 0;
  for (const char byte : line) parity ^= static_cast<unsigned char>(byte);
  return parity == 0;
}

void scan_ascii(Scan& scan, unsigned char c) noexcept {
  scan.digits = c >= '0' && c <= '9' ? scan.digits + 1 : 0;
  scan.longest_digits = std::max(scan.longest_digits, scan.digits);
  ++scan.width;
  if (c == '\t') ++scan.tabs;
  if (c == '|') ++scan.pipes;
  if (c == '(' || c == '[') ++scan.open;
  if (c == ')' || c == ']') --scan.open;
}

Scan scan_line(std::string_view line) noexcept {
  Scan scan;
  for (std::size_t i = 0; i < line.size();) {
    if (const std::size_t next = skip_plain(line, i); next > i) {
      const std::size_t points = (next - i) / plain_bytes;
      scan.points += points;
      scan.width += 2 * points;
      scan.digits = 0;
      scan.has_chinese = true;
      i = next;
      continue;
    }
    const auto c = static_cast<unsigned char>(line[i]);
    ++scan.points;
    if (c < 0x80) {
      scan_ascii(scan, c);
      ++i;
      continue;
    }
    scan.digits = 0;
    const CodePoint point = code_point_at(line, i);
    i += point.bytes;
    scan.width += point.bytes >= 3 ? 2 : 1;
    if (is_chinese(point.value)) scan.has_chinese = true;
    // Quotation marks, 、。《》 and full-width forms are the only ones that matter.
    if (c != 0xE2 && c != 0xE3 && c != 0xEF) continue;
    if (is_opening(point.value)) ++scan.open;
    if (is_closing(point.value)) --scan.open;
    if (point.value == U'。' && i < line.size()) scan.has_stop = true;
  }
  return scan;
}

Ending ending_of(std::string_view line, const Scan& scan) noexcept {
  std::size_t end = line.size();
  CodePoint last = code_point_before(line, end);
  if (is_opening(last.value) || last.value == U'，' || last.value == U'、' || last.value == ',' ||
      last.value == U'《') {
    return Ending::pause;
  }
  bool is_in_bracket = false;
  while (end > 0 && is_closing(last.value)) {
    is_in_bracket = last.value == U'）' || last.value == ')';
    end -= last.bytes;
    last = code_point_before(line, end);
  }
  if (is_sentence_end(last.value) || last.value == U'…') return Ending::sentence;
  if (last.value == '.' && end > 1) {
    // 21. at the end of a line is half of 21.5, where sentences end with 。
    const bool is_half = scan.has_chinese && is_digit(code_point_before(line, end - 1).value);
    return is_half ? Ending::pause : Ending::sentence;
  }
  if (last.value == U'：' || last.value == ':') return Ending::colon;
  // 实施技改项目60个。（市工信局牵头）
  return is_in_bracket && scan.has_stop ? Ending::sentence : Ending::none;
}

template <class Small>
Small capped(std::size_t value) noexcept {
  return static_cast<Small>(
      std::min<std::size_t>(value, static_cast<std::size_t>(std::numeric_limits<Small>::max())));
}

class Splitter {
 public:
  explicit Splitter(std::string_view report) : report_(report) {
    std::size_t breaks = 0;
    for (const char c : report) breaks += c == '\n' ? 1U : 0U;
    lines_.reserve(std::min(breaks, report.size() / 4) + 1);
  }

  std::vector<Line> split() && {
    std::size_t at = 0;
    std::size_t feed = 0;  // the next \n and the next \r, each looked for once
    std::size_t returned = 0;
    const auto next = [this](char sign, std::size_t from) {
      return std::min(report_.find(sign, from), report_.size());
    };
    while (at < report_.size()) {
      if (feed < at || at == 0) feed = next('\n', at);
      if (returned < at || at == 0) returned = next('\r', at);
      // What is longer than any report's line is cut, so that its length fits a line.
      const std::size_t end = std::min({feed, returned, at + longest_line});
      add(at, end);
      const bool is_pair = end == returned && feed == end + 1;
      at = end + (is_pair ? 2U : end == feed || end == returned ? 1U : 0U);
    }
    return std::move(lines_);
  }

 private:
  static constexpr std::size_t longest_line = std::size_t{1} << 30U;

  void add(std::size_t begin, std::size_t end) {
    std::size_t indent = 0;
    while (begin < end) {
      const CodePoint point = code_point_at(report_, begin);
      if (!is_space(point.value)) break;
      if (point.value == '\f') is_after_page_ = true;
      indent += point.value == 0x3000 ? 2U : point.value == '\t' ? 4U : 1U;
      begin += point.bytes;
    }
    if (begin >= end) {
      blanks_ = std::min(blanks_ + 1, 2);
      return;
    }
    while (true) {
      const CodePoint point = code_point_before(report_, end);
      if (!is_space(point.value)) break;
      end -= point.bytes;
    }
    lines_.push_back(line_of(begin, end, indent));
    blanks_ = 0;
    is_after_page_ = false;
  }

  Line line_of(std::size_t begin, std::size_t end, std::size_t indent) const {
    const std::string_view text = report_.substr(begin, end - begin);
    const Scan scan = scan_line(text);
    Line line;
    line.begin = begin;
    line.bytes = static_cast<std::uint32_t>(text.size());
    line.width = capped<std::uint16_t>(scan.width);
    line.indent = capped<std::uint8_t>(indent);
    line.open = static_cast<std::int8_t>(std::clamp(scan.open, -100, 100));
    line.blanks = static_cast<std::uint8_t>(blanks_) & 3U;
    line.is_after_page = is_after_page_;
    line.has_chinese = scan.has_chinese;
    line.has_stop = scan.has_stop;
    line.has_digit = scan.longest_digits > 0;
    line.ending = ending_of(text, scan);
    line.marker = read_marker(text);
    // The tab between a number and its heading makes no table.
    line.is_row = scan.tabs >= 2 || scan.pipes >= 2;
    const bool is_short = scan.points <= longest_doubled && scan.has_chinese;
    line.is_doubled = is_short &&
                      ((scan.points >= 6 && is_even(text)) || scan.longest_digits >= 8) &&
                      !find_doubled(text).empty();
    line.is_furniture = is_furniture(text, line);
    return line;
  }

  static constexpr std::size_t longest_doubled = 32;  // a heading's length

  std::string_view report_;
  std::vector<Line> lines_;
  int blanks_ = 0;
  bool is_after_page_ = false;
};

/// The fewest pieces of which a line is made when each of them stands twice, or nothing.
std::vector<TextRange> whole_doubled(std::string_view line) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < line.size(); i += code_point_at(line, i).bytes) starts.push_back(i);
  starts.push_back(line.size());
  const std::size_t points = starts.size() - 1;
  constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
  std::vector<std::size_t> pieces(points + 1, none);
  std::vector<std::size_t> from(points + 1, 0);
  pieces[0] = 0;
  for (std::size_t end = 2; end <= points; end += 2) {
    for (std::size_t half = 1; 2 * half <= end; ++half) {
      const std::size_t begin = end - 2 * half;
      if (pieces[begin] == none || pieces[begin] + 1 >= pieces[end]) continue;
      const std::size_t middle = starts[begin + half];
      const std::string_view first = line.substr(starts[begin], middle - starts[begin]);
      if (line.substr(middle, starts[end] - middle) != first) continue;
      pieces[end] = pieces[begin] + 1;
      from[end] = begin;
    }
  }
  std::vector<TextRange> copies;
  if (points % 2 != 0 || pieces[points] == none) return copies;
  for (std::size_t end = points; end > 0; end = from[end]) {
    copies.push_back({starts[from[end] + (end - from[end]) / 2], starts[end]});
  }
  std::reverse(copies.begin(), copies.end());
  return copies;
}

/// The year of 20242024年年 at the beginning of more.
std::vector<TextRange> doubled_year(std::string_view line) {
  constexpr std::size_t year = 4;
  constexpr std::string_view twice = "年年";
  for (std::size_t i = 0; i + 2 * year + twice.size() <= line.size(); ++i) {
    const std::string_view digits = line.substr(i, 2 * year);
    if (digits.find_first_not_of("0123456789") != std::string_view::npos) continue;
    if (digits.substr(0, year) != digits.substr(year)) continue;
    if (!line.substr(i + 2 * year).starts_with(twice)) continue;
    const std::size_t sign = i + 2 * year + twice.size() / 2;
    return {{i + year, i + 2 * year}, {sign, sign + twice.size() / 2}};
  }
  return {};
}

}  // namespace

std::vector<TextRange> find_doubled(std::string_view line) {
  std::vector<TextRange> copies = whole_doubled(line);
  return copies.empty() ? doubled_year(line) : copies;
}

std::vector<Line> read_lines(std::string_view report) {
  std::vector<Line> lines = Splitter(report).split();
  stack_rows(lines, report);
  mark_spaced_rows(lines, report);
  mark_running_heads(lines, report);
  mark_column_heads(lines, report);
  return lines;
}

}  // namespace jinjiang::reading::detail
