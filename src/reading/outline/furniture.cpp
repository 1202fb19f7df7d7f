// SPDX-License-Identifier: BSL-1.0

#include "reading/outline/furniture.hpp"

#include <functional>

#include "reading/outline/characters.hpp"
#include "reading/outline/words.hpp"

namespace jinjiang::reading::detail {

namespace {

bool is_byline(std::string_view text, const Line& line) noexcept {
  constexpr std::size_t widest = 60;
  constexpr std::size_t widest_speaker = 24;
  if (line.ending == Ending::sentence || line.width > widest) return false;
  const std::uint32_t words = words_before(text);
  if ((words & byline_word) != 0) return true;
  return (words & speaker_word) != 0 && line.ending == Ending::none &&
         line.width <= widest_speaker && text.find("、") == std::string_view::npos;
}

/// A rule of signs: ————, ****, |---|---|.
bool is_rule(std::string_view text) noexcept {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    const bool is_sign =
        (point.value < 0x80 && !is_digit(point.value) && !is_latin_letter(point.value)) ||
        (point.value >= 0x2010 && point.value <= 0x2027) ||
        (point.value >= 0x2500 && point.value < 0x25A0) || point.value == 0xB7 ||
        is_space(point.value);
    if (!is_sign) return false;
    i += point.bytes;
  }
  return true;
}

/// 一、工作回顾……3 of a table of contents.
bool is_contents_entry(std::string_view text) noexcept {
  std::size_t end = text.size();
  while (end > 0 && (is_digit(static_cast<unsigned char>(text[end - 1])) || text[end - 1] == ' '))
    --end;
  if (end == text.size() || text.size() - end > 8) return false;
  return text.substr(0, end).ends_with("……") || text.substr(0, end).ends_with("....");
}

/// The line without the page number at either end.
std::string_view without_page_number(std::string_view text) noexcept {
  constexpr std::string_view around = "0123456789 -/|\t";
  while (!text.empty() && around.find(text.front()) != std::string_view::npos)
    text.remove_prefix(1);
  while (!text.empty() && around.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return text;
}

/// How often lines with one hash came, beside a page's end and elsewhere. Of fixed size: of two
/// hashes with one place the later one is forgotten, and a running head stays in the text.
class HeadCounts {
 public:
  struct Count {
    std::size_t hash = 0;
    std::uint32_t beside_pages = 0;
  };
  Count* at(std::size_t hash) {
    Count& count = counts_[hash % counts_.size()];
    if (count.hash == 0) count.hash = hash;
    return count.hash == hash ? &count : nullptr;
  }

 private:
  std::vector<Count> counts_ = std::vector<Count>(4096);
};

class RunningHeads {
 public:
  RunningHeads(std::vector<Line>& lines, std::string_view report)
      : lines_(lines), report_(report) {}

  void mark() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!is_candidate(i)) continue;
      if (HeadCounts::Count* count = counts_.at(hash_of(i))) ++count->beside_pages;
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!is_candidate(i)) continue;
      const HeadCounts::Count* count = counts_.at(hash_of(i));
      if (count != nullptr && count->beside_pages >= 2) heads_.push_back(i);
    }
    for (const std::size_t i : heads_) lines_[i].is_furniture = true;
  }

 private:
  bool is_page_break(std::size_t i) const {
    return i < lines_.size() && lines_[i].is_furniture && is_page_number(lines_[i].of(report_));
  }
  bool is_candidate(std::size_t i) const {
    const Line& line = lines_[i];
    constexpr std::size_t widest = 80;
    if (line.is_furniture || line.is_row || line.width > widest || line.ending != Ending::none) {
      return false;
    }
    if (line.marker.numbering != Numbering::none && line.marker.numbering != Numbering::page_head) {
      return false;
    }
    const bool is_at_break = line.is_after_page || is_page_break(i + 1) ||
                             (i > 0 && is_page_break(i - 1)) ||
                             (i + 1 < lines_.size() && lines_[i + 1].is_after_page);
    return is_at_break && !without_page_number(line.of(report_)).empty();
  }
  std::size_t hash_of(std::size_t i) const {
    return std::hash<std::string_view>{}(without_page_number(lines_[i].of(report_))) | 1U;
  }

  std::vector<Line>& lines_;
  std::string_view report_;
  HeadCounts counts_;
  std::vector<std::size_t> heads_;
};

}  // namespace

bool is_page_number(std::string_view text) noexcept {
  constexpr std::size_t longest = 40;
  if (text.size() > longest) return false;
  std::size_t digits = 0;
  std::size_t run = 0;
  bool is_decorated = false;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    const char32_t c = point.value;
    if (is_digit(c)) {
      ++digits;
      if (++run > 4) return false;
    } else if (is_space(c)) {
      run = 0;
    } else if (c == '-' || c == 0x2014 || c == 0x2013 || c == 0xB7 || c == U'第' || c == U'页' ||
               c == U'共' || c == '/' || c == '|') {
      run = 0;
      is_decorated = true;
    } else {
      return false;
    }
    i += point.bytes;
  }
  return digits > 0 && (is_decorated ? digits <= 8 : digits <= 3);
}

bool is_furniture(std::string_view text, const Line& line) noexcept {
  if (is_page_number(text) || is_rule(text)) return true;
  if (text == "目录" || text == "目 录" || text == "目　录") return true;
  return is_byline(text, line) || is_contents_entry(text);
}

void mark_running_heads(std::vector<Line>& lines, std::string_view report) {
  RunningHeads(lines, report).mark();
}

void mark_column_heads(std::vector<Line>& lines, std::string_view) {
  constexpr std::size_t widest = 30;
  const auto is_square = [&](std::size_t i) {
    return i < lines.size() && lines[i].marker.numbering == Numbering::bullet &&
           (lines[i].marker.variety == 0x25A1 || lines[i].marker.variety == 0x25A0);
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool is_alone = is_square(i) && !is_square(i + 1) && (i == 0 || !is_square(i - 1));
    if (is_alone && lines[i].width <= widest && lines[i].ending == Ending::none &&
        !lines[i].has_digit) {
      lines[i].is_furniture = true;
    }
  }
}

}  // namespace jinjiang::reading::detail
