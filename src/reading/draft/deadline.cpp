// SPDX-License-Identifier: BSL-1.0

#include "reading/draft/deadline.hpp"

#include <array>

#include "reading/draft/clause_words.hpp"

namespace jinjiang::reading {

namespace {

using namespace std::string_view_literals;

constexpr int first_year = 1949;
constexpr int last_year = 2200;

bool is_digit(char byte) noexcept { return byte >= '0' && byte <= '9'; }

/// A number of up to four half-width digits at a place.
struct SmallNumber {
  int value = 0;
  std::size_t bytes = 0;
};
SmallNumber number_at(std::string_view text, std::size_t at) noexcept {
  SmallNumber number;
  while (at + number.bytes < text.size() && is_digit(text[at + number.bytes])) {
    if (number.bytes == 4) return {};
    number.value = number.value * 10 + (text[at + number.bytes] - '0');
    ++number.bytes;
  }
  return number;
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

std::optional<Date> calendar_day(int year, int month, int day) noexcept {
  const std::chrono::year_month_day date{std::chrono::year{year} /
                                         std::chrono::month{static_cast<unsigned>(month)} /
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok() || year < 1 || year > 9999) return std::nullopt;
  return Date(date);
}

/// 6月底, 6月30日前
std::optional<Date> month_deadline(std::string_view text, std::size_t at, int year) noexcept {
  const SmallNumber month = number_at(text, at);
  if (month.bytes == 0 || month.value < 1 || month.value > 12) return std::nullopt;
  std::string_view rest = text.substr(at + month.bytes);
  if (!rest.starts_with("月"sv)) return std::nullopt;
  rest.remove_prefix(3);
  if (const SmallNumber day = number_at(rest, 0); day.bytes > 0) {
    const std::string_view after = rest.substr(day.bytes);
    const bool is_limit = leading(after, std::array{"日前"sv, "日之前"sv, "日以前"sv}) > 0;
    return is_limit ? calendar_day(year, month.value, day.value) : std::nullopt;
  }
  const Limit limit = limit_at(rest);
  if (!limit.is_given) return std::nullopt;
  if (!limit.is_before) return last_day(year, month.value);
  return month.value == 1 ? last_day(year - 1) : last_day(year, month.value - 1);
}

/// 到2026年, 2025年底前, 2025年6月底前
std::optional<Date> year_deadline(std::string_view text, std::size_t at) noexcept {
  const SmallNumber year = number_at(text, at);
  if (year.bytes != 4 || year.value < first_year || year.value > last_year) return std::nullopt;
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

}  // namespace

std::optional<Date> last_day(int year, std::optional<int> month) noexcept {
  const int of_year = month.value_or(12);
  if (year < 1 || year > 9999 || of_year < 1 || of_year > 12) return std::nullopt;
  return Date(std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(of_year)} /
              std::chrono::last);
}

std::optional<Date> find_deadline(std::string_view text, int year) noexcept {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    if (const auto day = year_deadline(text, at)) return day;
    if (const auto day = month_deadline(text, at, year)) return day;
    while (at < text.size() && is_digit(text[at])) ++at;
  }
  const bool may_have_words = holds(text, "年"sv) || holds(text, "季度"sv);
  for (const Word& word : words) {
    if (!may_have_words) break;
    if (holds(text, word.text)) return last_day(year, word.month);
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
