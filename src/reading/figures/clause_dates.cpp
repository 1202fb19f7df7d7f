// SPDX-License-Identifier: BSL-1.0
// Dates and terms: when something is due, or how long it lasts; never how much.
#include <cmath>

#include "reading/figures/clause.hpp"
#include "reading/numerals/numeral_signs.hpp"

namespace jinjiang::reading {

namespace {

constexpr double first_year = 1900;
constexpr double last_year = 2100;
constexpr std::size_t longest = 24;

constexpr double days = 31;

std::optional<int> day_of_month(double value) noexcept {
  if (!(value >= 1 && value <= days)) return std::nullopt;
  return static_cast<int>(value);
}

bool is_before(std::string_view word) noexcept {
  return word == "前" || word == "之前" || word == "以前";
}

bool is_year(double value) noexcept {
  return value >= first_year && value <= last_year && value == std::floor(value);
}

}  // namespace

bool Tokenizer::read_date(std::size_t begin, std::size_t end, double value, bool is_chinese) {
  const auto finish = [&](TrapKind kind, std::size_t past, const DateMention& date) {
    add_trap(kind, begin, past);
    add_date(begin, past, date);
    return true;
  };
  const auto past_words = [&](std::size_t at, std::initializer_list<std::string_view> words) {
    for (bool again = true; again;) {
      again = false;
      for (const std::string_view word : words) {
        if (!begins(at, word)) continue;
        at += word.size();
        again = true;
      }
    }
    return at;
  };
  std::size_t at = end;
  if (begins(at, " ")) ++at;
  constexpr Characters after_number("年月季日号周世个点时—-–~～至到－");
  if (!after_number.begin(rest(at))) return false;
  // 2021—2025年, 1—11月: the last number has the word.
  for (const std::string_view dash : Words{"—", "-", "–", "~", "～", "至", "到", "－"}) {
    if (!begins(at, dash)) continue;
    const std::size_t from = at + dash.size();
    const auto second = read_plain_digits(rest(from).substr(0, longest));
    if (!second || second->value < 0) break;
    const std::size_t second_end = from + second->bytes;
    if (is_year(value) && is_year(second->value) && second->value >= value) {
      DateMention date;
      date.year = static_cast<int>(value);
      date.through = static_cast<int>(second->value);
      return finish(TrapKind::date, past_words(second_end, {"年度", "年", "期间", "间"}), date);
    }
    if (begins(second_end, "年") && second->value > value && !is_year(second->value)) {
      DateMention term;
      term.is_term = true;
      return finish(TrapKind::period, past_words(second_end, {"年", "内", "左右", "时间", "间"}),
                    term);
    }
    constexpr double months = 12;
    if (value <= months && second->value <= months && begins(second_end, "月"))
      return finish(TrapKind::date, past_words(second_end, {"月份", "月"}),
                    {.month = static_cast<int>(second->value)});
    // 2024-06-30
    if (is_year(value) && dash == "-" && second->value <= months && begins(second_end, "-")) {
      const auto third = read_plain_digits(rest(second_end + 1).substr(0, longest));
      if (third)
        return finish(TrapKind::date, second_end + 1 + third->bytes,
                      {.year = static_cast<int>(value),
                       .month = static_cast<int>(second->value),
                       .day = day_of_month(third->value)});
    }
    break;
  }
  constexpr std::string_view year = "年";
  constexpr std::size_t near = 30;
  const bool is_measured =  // 平均受教育年限达11.5年
      !is_year(value) &&
      text_.substr(begin - std::min(begin, near), std::min(begin, near)).find("年限") !=
          std::string_view::npos;
  if (begins(at, year) && !is_measured) {
    at += year.size();
    if (is_year(value) && (is_chinese || end - begin == 4 || end - begin == 12)) {
      if (begins(at, "代")) return finish(TrapKind::date, at + 3, {});
      const auto month = read_plain_digits(rest(at).substr(0, longest));
      if (month && begins(at + month->bytes, "月")) {
        const std::size_t month_end = at + month->bytes;
        return read_month(begin, month_end, month->value, static_cast<int>(value));
      }
      DateMention date{.year = static_cast<int>(value)};
      const std::size_t bare = past_words(at, {"度"});
      for (const std::string_view end_of_year : Words{"年底", "底", "末"}) {
        if (begins(bare, end_of_year)) date.month = 12;
      }
      if (begins(bare, "上半年")) date.month = 6;
      // 2025年前 ends with 2024; 2025年底前 with 2025.
      if (!date.month && starts_with_any(rest(bare), {"前", "之前", "以前"})) --*date.year;
      at = past_words(bare, {"上半年", "下半年", "年底", "底", "末", "初", "以前", "之前", "前",
                             "以来", "起", "期间", "全年", "中"});
      return finish(TrapKind::date, at, date);
    }
    // How long, or how old.
    const std::size_t past = past_words(at, {"以来", "来", "以内", "之内", "内", "以上", "左右",
                                             "间", "期", "多", "半", "时间", "余", "前", "后"});
    add_trap(TrapKind::period, begin, past);
    const bool looks_back = begins(at, "来") || begins(at, "以来");
    DateMention term;
    term.is_term = true;
    constexpr double most_years = 20;
    if (value <= most_years && value == std::floor(value)) term.years = static_cast<int>(value);
    add_date(begin, past, term);
    if (looks_back) clause_->tokens.back().word = Word::past;
    return true;
  }
  if (begins(at, "月")) return read_month(begin, at, value, std::nullopt);
  if (begins(at, "季度")) {
    constexpr int months = 3;
    DateMention date;
    if (value >= 1 && value <= 4) date.month = static_cast<int>(value) * months;
    return finish(TrapKind::date, past_words(at, {"季度", "末", "前", "底", "之前"}), date);
  }
  for (const std::string_view day : Words{"日", "号"}) {
    if (is_chinese || value < 1 || value > days || !begins(at, day)) continue;
    if (begins(at, "日均") || begins(at, "号线") || begins(at, "日处理")) continue;
    const bool after_date = !clause_->tokens.empty() && clause_->tokens.back().word == Word::date;
    if (day == "号" && !after_date) continue;
    return finish(TrapKind::date, past_words(at + day.size(), {"前", "起", "上午", "下午"}), {});
  }
  for (const std::string_view term : Words{"周年", "周岁", "世纪", "个五年", "个季度", "个年度",
                                           "个年头", "点半", "时许", "时整"}) {
    if (!begins(at, term)) continue;
    DateMention date;
    date.is_term = true;
    return finish(term == "周岁" ? TrapKind::condition : TrapKind::period,
                  past_words(at + term.size(), {"以上", "以下", "及以上"}), date);
  }
  return false;
}

/// 6月底前, 9月15日前; the number before 月 has been read.
bool Tokenizer::read_month(std::size_t begin, std::size_t end, double value,
                           std::optional<int> year) {
  constexpr double months = 12;
  std::size_t at = end + std::string_view("月").size();
  if (value < 1 || value > months) return false;
  DateMention date;
  date.year = year;
  date.month = static_cast<int>(value);
  if (begins(at, "份")) at += 3;
  const auto day = read_plain_digits(rest(at).substr(0, longest));
  if (day && begins(at + day->bytes, "日")) {
    at += day->bytes + 3;
    date.day = day_of_month(day->value);
  }
  const std::size_t bare = at;
  bool ends_before = true;
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view word : Words{"底", "末", "初", "上旬", "中旬", "下旬", "之前",
                                             "以前", "前", "起", "上午", "下午"}) {
      if (!begins(at, word)) continue;
      at += word.size();
      again = true;
      constexpr int end_of_first = 10;
      constexpr int end_of_second = 20;
      if (word == "上旬") date.day = end_of_first;
      if (word == "中旬") date.day = end_of_second;
      ends_before = ends_before && is_before(word);
    }
  }
  // 6月前 ends with May, 6月底前 with June.
  if (ends_before && at > bare && !date.day) {
    date.month = *date.month > 1 ? *date.month - 1 : 12;
    if (*date.month == 12 && date.year) --*date.year;
  }
  add_trap(TrapKind::date, begin, at);
  add_date(begin, at, date);
  return true;
}

}  // namespace jinjiang::reading
