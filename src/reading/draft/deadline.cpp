// SPDX-License-Identifier: BSL-1.0

#include "reading/draft/deadline.hpp"

#include <array>

#include <jinjiang/detail/text.hpp>

#include "reading/draft/clause_words.hpp"

namespace jinjiang::reading {

namespace {

using namespace std::string_view_literals;

constexpr int first_year = 1949;
constexpr int last_year = 2200;

/// A number of up to four digits at a place, half or full width, or of Chinese numerals.
struct SmallNumber {
  int value = 0;
  std::size_t bytes = 0;
};

bool is_digit(char byte) noexcept { return byte >= '0' && byte <= '9'; }

/// 九, 十一, 三十: what a month or a day is written with.
SmallNumber chinese_at(std::string_view text) noexcept {
  constexpr std::size_t bytes = 3;
  constexpr std::array digits{"一"sv, "二"sv, "三"sv, "四"sv, "五"sv,
                              "六"sv, "七"sv, "八"sv, "九"sv};
  const auto digit = [&](std::size_t at) {
    for (std::size_t i = 0; i < digits.size(); ++i) {
      if (text.substr(at).starts_with(digits[i])) return static_cast<int>(i) + 1;
    }
    return 0;
  };
  SmallNumber number{digit(0), 0};
  if (number.value > 0) number.bytes = bytes;
  if (!text.substr(number.bytes).starts_with("十"sv)) return number;
  number = {number.value > 0 ? number.value * 10 : 10, number.bytes + bytes};
  if (const int unit = digit(number.bytes); unit > 0)
    number = {number.value + unit, number.bytes + bytes};
  return number;
}

SmallNumber number_at(std::string_view text, std::size_t at) noexcept {
  constexpr std::string_view full_width_zero = "０";
  const auto digit = [&](std::size_t place) -> SmallNumber {
    if (place >= text.size()) return {};
    if (is_digit(text[place])) return {text[place] - '0', 1};
    const std::string_view rest = text.substr(place);
    if (rest.size() < 3 || !rest.starts_with(full_width_zero.substr(0, 2))) return {};
    const int value =
        static_cast<unsigned char>(rest[2]) - static_cast<unsigned char>(full_width_zero[2]);
    return value >= 0 && value <= 9 ? SmallNumber{value, 3} : SmallNumber{};
  };
  SmallNumber number;
  int digits = 0;
  while (const std::size_t bytes = digit(at + number.bytes).bytes) {
    if (++digits > 4) return {};
    number.value = number.value * 10 + digit(at + number.bytes).value;
    number.bytes += bytes;
  }
  return number;
}

/// As number_at, or in Chinese: 六月, 十一月三十日.
SmallNumber month_number_at(std::string_view text, std::size_t at) noexcept {
  const SmallNumber number = number_at(text, at);
  return number.bytes > 0 || at >= text.size() ? number : chinese_at(text.substr(at));
}

/// 底, 末, 底前: by the end; 前 alone: before.
struct Limit {
  bool is_given = false;
  bool is_before = false;
};
Limit limit_at(std::string_view rest) noexcept {
  if (leading(rest, std::array{"底"sv, "末"sv, "内"sv, "以内"sv}) > 0) return {true, false};
  if (leading(rest, std::array{"前"sv, "之前"sv, "以前"sv}) > 0) return {true, true};
  return {};
}

/// 6月底, 6月30日前
std::optional<Date> month_deadline(std::string_view text, std::size_t at, int year) noexcept {
  const SmallNumber month = month_number_at(text, at);
  if (month.bytes == 0 || month.value < 1 || month.value > 12) return std::nullopt;
  std::string_view rest = text.substr(at + month.bytes);
  if (!rest.starts_with("月"sv)) return std::nullopt;
  rest.remove_prefix(3);
  if (const SmallNumber day = month_number_at(rest, 0); day.bytes > 0) {
    const std::string_view after = rest.substr(day.bytes);
    const bool is_limit = leading(after, std::array{"日前"sv, "日之前"sv, "日以前"sv}) > 0 ||
                          (after.starts_with("日"sv) && begins_with_stage(after.substr(3)));
    return is_limit ? day_or_last(year, month.value, day.value) : std::nullopt;
  }
  constexpr int end_of_first = 10;
  constexpr int end_of_second = 20;
  if (rest.starts_with("上旬"sv)) return day_or_last(year, month.value, end_of_first);
  if (rest.starts_with("中旬"sv)) return day_or_last(year, month.value, end_of_second);
  if (begins_with_stage(rest)) return last_day(year, month.value);  // 8月动工
  const Limit limit = limit_at(rest);
  if (!limit.is_given) return std::nullopt;
  if (!limit.is_before) return last_day(year, month.value);
  return month.value == 1 ? last_day(year - 1) : last_day(year, month.value - 1);
}

/// 到2026年, 2025年底前, 2025年6月底前
std::optional<Date> year_deadline(std::string_view text, std::size_t at) noexcept {
  const SmallNumber year = number_at(text, at);
  if (year.value < first_year || year.value > last_year) return std::nullopt;
  const std::string_view rest = text.substr(at + year.bytes);
  if (!rest.starts_with("年"sv)) return std::nullopt;
  if (const auto day = month_deadline(rest, 3, year.value)) return day;
  const Limit limit = limit_at(rest.substr(3));
  if (limit.is_given) return last_day(limit.is_before ? year.value - 1 : year.value);
  const bool is_until = trailing(text.substr(0, at), std::array{"到"sv, "至"sv}) > 0;
  return is_until ? last_day(year.value) : std::nullopt;
}

struct Word {
  std::string_view text;
  int month;
};
constexpr auto words = std::to_array<Word>({{"年底前", 12},
                                            {"年底", 12},
                                            {"年内", 12},
                                            {"年末", 12},
                                            {"上半年", 6},
                                            {"一季度末", 3},
                                            {"一季度前", 3},
                                            {"二季度末", 6},
                                            {"二季度前", 6},
                                            {"三季度末", 9},
                                            {"三季度前", 9},
                                            {"四季度末", 12},
                                            {"四季度前", 12},
                                            {"一季度内", 3},
                                            {"二季度内", 6},
                                            {"三季度内", 9},
                                            {"四季度内", 12}});
/// By their end, where something is done in them: 三季度建成.
constexpr auto quarters =
    std::to_array<Word>({{"一季度", 3}, {"二季度", 6}, {"三季度", 9}, {"四季度", 12}});

}  // namespace

std::optional<Date> last_day(int year, std::optional<int> month) noexcept {
  const int of_year = month.value_or(12);
  if (year < 1 || year > 9999 || of_year < 1 || of_year > 12) return std::nullopt;
  return Date(std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(of_year)} /
              std::chrono::last);
}

std::optional<Date> day_or_last(int year, int month, int day) noexcept {
  const std::optional<Date> last = last_day(year, month);
  if (!last || day < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year} /
                                         std::chrono::month{static_cast<unsigned>(month)} /
                                         std::chrono::day{static_cast<unsigned>(day)}};
  return date.ok() ? Date(date) : *last;
}

std::optional<Date> find_deadline(std::string_view text, int year) noexcept {
  const bool may_have_words = holds(text, "年"sv) || holds(text, "季度"sv);
  if (!may_have_words && !holds(text, "月"sv)) return std::nullopt;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    at += month_number_at(text, at).bytes;
    if (at == begin) {
      at += detail::code_point_size(text, at);
      continue;
    }
    if (const auto day = year_deadline(text, begin)) return day;
    const std::string_view before = text.substr(0, begin);
    if (before.ends_with("去年"sv) || before.ends_with("上年"sv)) continue;
    const int of_year = before.ends_with("明年"sv) ? year + 1 : year;
    if (const auto day = month_deadline(text, begin, of_year)) return day;
  }
  if (!may_have_words) return std::nullopt;
  for (const Word& word : words) {
    const std::size_t at = text.find(word.text);
    if (at == std::string_view::npos) continue;
    const std::string_view before = text.substr(0, at);
    if (before.ends_with("去"sv) || before.ends_with("去年"sv)) continue;
    const bool is_next = before.ends_with("明"sv) || before.ends_with("明年"sv);
    return last_day(is_next ? year + 1 : year, word.month);
  }
  for (const Word& quarter : quarters) {
    const std::size_t at = text.find(quarter.text);
    if (at == std::string_view::npos) continue;
    const std::string_view before = text.substr(0, at);
    const std::string_view rest = text.substr(at + quarter.text.size());
    // 前三季度 is a stretch, 一季度“开门红” a thing.
    if (trailing(before, std::array{"前"sv, "去年"sv, "上年"sv, "和"sv, "、"sv}) > 0) continue;
    const Opening opening = opening_of(rest);
    if (opening.verb == 0 && !begins_with_stage(rest)) continue;
    return last_day(before.ends_with("明年"sv) ? year + 1 : year, quarter.month);
  }
  return std::nullopt;
}

NamedYear latest_year(const Outline& outline) {
  constexpr std::size_t digits = 4;
  NamedYear latest;
  for (const Block& block : outline.blocks) {
    if (block.kind == BlockKind::furniture) continue;
    const std::string_view text = block.text;
    for (std::size_t at = text.find("年"sv); at != std::string_view::npos;
         at = text.find("年"sv, at + 3)) {
      if (at < digits || (at > digits && is_digit(text[at - digits - 1]))) continue;
      const SmallNumber number = number_at(text, at - digits);
      if (number.bytes != digits || number.value < first_year || number.value > last_year) continue;
      if (number.value > latest.year)
        latest = {number.value, block.in_source({at - digits, at + 3})};
    }
  }
  return latest;
}

}  // namespace jinjiang::reading
