// SPDX-License-Identifier: BSL-1.0

#include "reading/outline/periods.hpp"

#include <algorithm>
#include <array>

#include "reading/numerals/match.hpp"
#include "reading/outline/characters.hpp"
#include "reading/outline/phrases.hpp"

namespace jinjiang::reading::detail {

namespace {

using std::string_view_literals::operator""sv;

bool is_ascii_digit(char byte) noexcept { return byte >= '0' && byte <= '9'; }

/// What may stand behind a year that is no amount: 2026年, 2026·答卷, 数说2026】.
bool ends_year(std::string_view rest) noexcept {
  constexpr std::array marks{"年"sv, "·"sv,  "•"sv, "・"sv, "‧"sv,  "—"sv,  "–"sv,
                             "-"sv,  "～"sv, "~"sv, " "sv,  "　"sv, "】"sv, "〗"sv,
                             "："sv, ":"sv,  "|"sv, "｜"sv, "”"sv,  "」"sv, "》"sv,
                             "）"sv, ")"sv,  "/"sv, "，"sv, "！"sv, "、"sv};
  // What a page calls its parts: 2031目标, 2031怎么干.
  constexpr std::array parts{"目标"sv, "怎么"sv, "这么"sv, "我们"sv, "成绩"sv,
                             "答卷"sv, "回顾"sv, "回眸"sv, "展望"sv, "看点"sv};
  return rest.empty() || begins_with_any(rest, marks) || begins_with_any(rest, parts);
}

int year_number(std::string_view text) noexcept {
  if (text.size() < 4 || !(text.starts_with("19") || text.starts_with("20"))) return 0;
  int year = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    if (!is_ascii_digit(text[i])) return 0;
    year = year * 10 + (text[i] - '0');
  }
  return year;
}

/// Bytes of 五, 5 or 十 before a place, where a number of years ends; 0 for none.
std::size_t count_before(std::string_view text) noexcept {
  constexpr std::array counts{"一"sv, "两"sv, "二"sv, "三"sv, "四"sv, "五"sv, "十"sv};
  if (text.empty()) return 0;
  if (text.back() >= '2' && text.back() <= '9')
    return text.size() > 1 && is_ascii_digit(text[text.size() - 2]) ? 0 : 1;
  for (const std::string_view count : counts) {
    if (text.ends_with(count)) return count.size();
  }
  return 0;
}

std::string_view without_box(std::string_view text) noexcept {
  while (!text.empty()) {
    const CodePoint point = code_point_at(text, 0);
    if (!is_opening(point.value) && !is_space(point.value)) break;
    text.remove_prefix(point.bytes);
  }
  while (!text.empty()) {
    const CodePoint point = code_point_before(text, text.size());
    if (!is_closing(point.value) && !is_space(point.value)) break;
    text.remove_suffix(point.bytes);
  }
  return text;
}

}  // namespace

std::size_t find_year(std::string_view heading, std::size_t from) noexcept {
  for (std::size_t at = from; at + 4 <= heading.size(); ++at) {
    const bool is_inside = at > 0 && (is_ascii_digit(heading[at - 1]) || heading[at - 1] == '.');
    if (!is_inside && year_number(heading.substr(at)) != 0 && ends_year(heading.substr(at + 4)))
      return at;
  }
  return std::string_view::npos;
}

HeadingYears years_of_heading(std::string_view heading) noexcept {
  constexpr std::size_t longest = 150;
  HeadingYears years;
  if (heading.size() > longest) return years;
  for (std::size_t at = find_year(heading, 0); at != std::string_view::npos;
       at = find_year(heading, at + 4)) {
    const int year = year_number(heading.substr(at));
    years.first = years.first == 0 ? year : std::min(years.first, year);
    years.last = std::max(years.last, year);
  }
  return years;
}

bool names_ended_term(std::string_view heading) noexcept {
  constexpr std::size_t longest = 150;
  // Words of what is to come, and plans that are called by their years.
  constexpr std::array coming{"今后"sv,   "未来"sv, "接下来"sv, "下一"sv, "下个"sv, "新的"sv,
                              "新五年"sv, "今年"sv, "明年"sv,   "开局"sv, "开启"sv, "首年"sv,
                              "目标"sv,   "规划"sv, "计划"sv,   "行动"sv, "任务"sv, "攻坚"sv,
                              "愿景"sv,   "蓝图"sv, "展望"sv,   "倍增"sv, "工程"sv, "怎么"sv,
                              "方案"sv,   "战略"sv, "干什么"sv};
  constexpr std::array behind{"级"sv, "度"sv, "期"sv, "龄"sv, "均"sv, "初"sv,
                              "底"sv, "末"sv, "内"sv, "前"sv, "生"sv, "一"sv};
  constexpr std::array before{"的"sv, "这"sv, "过去"sv, "走过"sv, "非凡"sv, "不平凡"sv};
  constexpr std::string_view sign = "年";
  if (heading.size() > longest || !holds(heading, sign) || has_any(heading, coming)) return false;
  const std::string_view text = without_box(heading);
  for (std::size_t at = text.find(sign); at != std::string_view::npos;
       at = text.find(sign, at + sign.size())) {
    const std::size_t count = count_before(text.substr(0, at));
    if (count == 0) continue;
    const std::string_view head = text.substr(0, at - count);
    const std::string_view rest = text.substr(at + sign.size());
    if (begins_with_any(rest, behind)) continue;
    const bool is_last = rest.empty() || begins_with_any(rest, std::array{"间"sv, "来"sv, "里"sv});
    const bool is_told = std::any_of(before.begin(), before.end(), [head](std::string_view word) {
      return head.ends_with(word);
    });
    if (head.empty() || (is_told && (is_last || !head.ends_with("的"sv)))) return true;
  }
  return false;
}

bool counts_only_years(std::string_view line) noexcept {
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (!is_ascii_digit(line[at])) continue;
    if (year_number(line.substr(at)) == 0 || !ends_year(line.substr(at + 4))) return false;
    at += 4;
  }
  return true;
}

bool is_boxed(std::string_view line) noexcept {
  return (line.starts_with("【"sv) && line.ends_with("】"sv)) ||
         (line.starts_with("〖"sv) && line.ends_with("〗"sv));
}

bool is_part_line(std::string_view line) noexcept {
  constexpr std::size_t longest = 102;
  constexpr std::array marks{"，"sv, "。"sv, "；"sv, "、"sv};
  constexpr std::array stages{"建成"sv, "投用"sv, "投产"sv, "投入"sv, "完成"sv, "完工"sv, "开工"sv,
                              "竣工"sv, "通车"sv, "交付"sv, "启用"sv, "开学"sv, "实现"sv, "达"sv};
  constexpr std::array parts_of_year{"底"sv, "末"sv,   "内"sv,   "前"sv,
                                     "初"sv, "上半"sv, "下半"sv, "以"sv};
  if (line.size() > longest || has_any(line, marks)) return false;
  if (is_boxed(line)) return true;
  if (ends_with_figure(line)) return false;
  if (has_section_word(line) || names_ended_term(line)) return true;
  if (years_of_heading(line).last == 0 || has_any(line, stages)) return false;
  if (year_number(line) == 0) return line.size() <= longest / 3;
  std::string_view rest = line.substr(4);
  if (rest.starts_with("年"sv)) rest.remove_prefix(3);
  return rest.empty() || (!is_ascii_digit(rest.front()) && !begins_with_any(rest, parts_of_year));
}

}  // namespace jinjiang::reading::detail
