// SPDX-License-Identifier: BSL-1.0

#include "reading/outline/phrases.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "reading/outline/characters.hpp"
#include "reading/outline/periods.hpp"
#include "reading/outline/words.hpp"

namespace jinjiang::reading::detail {

namespace {

using std::string_view_literals::operator""sv;

bool has_digit(std::string_view text) noexcept {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

/// 2023年 somewhere in a short text, for a year before the report's.
bool tells_of_earlier_year(std::string_view text, int report_year) noexcept {
  constexpr std::string_view sign = "年";
  for (std::size_t at = text.find(sign); at != std::string_view::npos;
       at = text.find(sign, at + 3)) {
    if (at < 4) continue;
    const int year = year_at(text.substr(at - 4));
    if (year != 0) return year < report_year;
  }
  return false;
}

/// A year that is over is told of, whatever the noun: 2026·答卷, 数说2026; so is a term that ended,
/// where no year says otherwise. 2027·目标 sets the figures.
ReportPart part_of_years(std::string_view heading, int report_year) noexcept {
  const HeadingYears years = years_of_heading(heading);
  if (years.last == 0) return names_ended_term(heading) ? ReportPart::review : ReportPart::preface;
  if (report_year > 0 && years.last < report_year) return ReportPart::review;
  constexpr std::array ends{"目标"sv, "目标】"sv};
  const bool is_target = std::any_of(
      ends.begin(), ends.end(), [heading](std::string_view end) { return heading.ends_with(end); });
  constexpr std::size_t longest = 33;
  return is_target && heading.size() <= longest ? ReportPart::targets : ReportPart::preface;
}

/// The year of `Priorities for 2024`, or 0.
int bare_year(std::string_view text) noexcept {
  if (text.size() < 5 || is_digit(static_cast<unsigned char>(text[text.size() - 5]))) return 0;
  const std::string year = std::string(text.substr(text.size() - 4)) + "年";
  return year_at(year);
}

}  // namespace

bool is_area_heading(std::string_view text) noexcept {
  constexpr std::size_t longest = 100;
  if (text.size() > longest || !text.starts_with("以")) return false;
  const std::size_t is = text.find("为");
  const std::size_t pause = text.find("，");
  return is != std::string_view::npos && pause != std::string_view::npos && is < pause &&
         text.find("。") == std::string_view::npos && text.find("；") == std::string_view::npos;
}

int year_at(std::string_view text) noexcept {
  if (!text.starts_with("19") && !text.starts_with("20")) return 0;
  if (text.size() < 7 || text.substr(4, 3) != "年") return 0;
  int year = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    if (text[i] < '0' || text[i] > '9') return 0;
    year = year * 10 + (text[i] - '0');
  }
  return year;
}

bool is_year(std::string_view text) noexcept {
  if (text.size() == 7) return year_at(text) != 0;
  constexpr std::size_t doubled = 14;  // 20242024年年
  return text.size() == doubled && text.substr(0, 4) == text.substr(4, 4) && text.ends_with("年年");
}

bool begins_with_predicate(std::string_view text) noexcept {
  constexpr std::size_t longest = 60;
  return text.size() <= longest && (words_before(text) & predicate_word) != 0 && has_digit(text);
}

bool ends_with_figure(std::string_view text) noexcept {
  constexpr std::array ends{"左右"sv, "以上"sv, "以内"sv, "以下"sv, "%"sv, "％"sv, "点"sv};
  if (text.empty()) return true;
  const CodePoint last = code_point_before(text, text.size());
  if (is_digit(last.value)) return bare_year(text) == 0;
  for (const std::string_view end : ends) {
    if (text.ends_with(end)) return true;
  }
  // 350家, 7000亩, 900亿元
  std::size_t end = text.size() - last.bytes;
  CodePoint before = code_point_before(text, end);
  while (before.value == U'万' || before.value == U'亿' || before.value == U'千') {
    end -= before.bytes;
    before = code_point_before(text, end);
  }
  return is_digit(before.value);
}

bool has_section_word(std::string_view text) noexcept {
  return (words_in(text) & section_word) != 0;
}

bool begins_with_section_word(std::string_view text) noexcept {
  constexpr std::size_t longest = 36;
  constexpr std::array before{"主要"sv, "总体"sv, "预期"sv};
  if (text.size() > longest) return false;
  if ((words_before(text) & section_word) != 0) return true;
  return begins_with_any(text, before) && has_section_word(text);
}

ReportPart part_of_heading(std::string_view text, int report_year) noexcept {
  const std::uint32_t words = words_in(text);
  const bool is_review = (words & review_word) != 0;
  const bool is_work = (words & work_word) != 0;
  if (is_review && !is_work) return ReportPart::review;
  if ((words & target_word) != 0) return ReportPart::targets;
  if (!is_work) return part_of_years(text, report_year);
  return is_review || tells_of_earlier_year(text, report_year) ? ReportPart::review
                                                               : ReportPart::work;
}

ReportPart part_of_tense(std::string_view text, int report_year) noexcept {
  constexpr std::size_t looked_at = 90;
  const std::string_view head = text.substr(0, looked_at);
  for (std::size_t i = 0; i < head.size(); i += code_point_at(head, i).bytes) {
    const std::uint32_t words = word_at(head, i).classes;
    if ((words & past_word) != 0) return ReportPart::review;
    if ((words & coming_word) != 0) return ReportPart::work;
    if ((words & year_sign) == 0 || i < 4 || report_year == 0) continue;
    const int year = year_at(head.substr(i - 4));
    if (year != 0) return year < report_year ? ReportPart::review : ReportPart::work;
  }
  return ReportPart::preface;
}

bool is_award(std::string_view text) noexcept {
  if ((words_before(text) & award_word) != 0) return true;
  constexpr std::size_t looked_at = 40;
  const std::string_view head = text.substr(0, looked_at);
  return head.find("获评") != std::string_view::npos || head.find("入选") != std::string_view::npos;
}

bool begins_with_task_verb(std::string_view text) noexcept {
  return (words_before(text) & task_verb) != 0;
}

bool begins_with_connective(std::string_view text) noexcept {
  return (words_before(text) & connective) != 0;
}

bool is_headline_target(std::string_view text) noexcept {
  constexpr std::size_t longest = 150;
  if (text.size() > longest || !has_digit(text)) return false;
  const std::uint32_t words = words_in(text);
  if ((words & headline_word) == 0 || (words & predicate_word) == 0) return false;
  return (words & past_word) == 0 && text.find("预计") == std::string_view::npos;
}

bool announces_targets(std::string_view text) noexcept {
  constexpr std::size_t looked_at = 240;
  const std::string_view head = text.substr(0, looked_at);
  for (std::size_t i = 0; i < head.size(); i += code_point_at(head, i).bytes) {
    const FoundWord word = word_at(head, i);
    if ((word.classes & target_word) == 0) continue;
    const std::string_view rest = head.substr(i + word.bytes);
    if (rest.starts_with("是") || rest.starts_with("为") || rest.starts_with("：")) return true;
  }
  return false;
}

bool is_closing_paragraph(std::string_view text) noexcept {
  return (words_before(text) & closing_word) != 0;
}

bool is_dateline(std::string_view text) noexcept {
  constexpr std::size_t looked_at = 150;
  const std::string_view head = text.substr(0, looked_at);
  if (year_at(head) == 0) return false;
  const std::size_t day = head.find("日");
  if (day == std::string_view::npos || day > 20) return false;
  return head.find("会议") != std::string_view::npos || head.find("大会") != std::string_view::npos;
}

}  // namespace jinjiang::reading::detail
