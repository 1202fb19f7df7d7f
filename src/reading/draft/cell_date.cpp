// SPDX-License-Identifier: BSL-1.0

#include "reading/draft/cell_date.hpp"

#include <algorithm>
#include <array>

#include <jinjiang/detail/text.hpp>

#include "reading/draft/clause_words.hpp"
#include "reading/draft/deadline.hpp"

namespace jinjiang::reading {

namespace {

using namespace std::string_view_literals;

constexpr int first_year = 1949;
constexpr int last_year = 2200;
constexpr std::array separators{"."sv, "-"sv, "/"sv, "．"sv, "－"sv, "／"sv};

/// A number in digits of half or full width, or in Chinese up to 三十九.
struct Number {
  int value = 0;
  int digits = 0;
  std::size_t bytes = 0;
  explicit operator bool() const noexcept { return bytes > 0; }
};

Number digits_at(std::string_view text) noexcept {
  constexpr std::size_t wide = 3;
  constexpr std::string_view zero = "０";
  constexpr int most = 8;
  Number number;
  while (number.bytes < text.size() && number.digits <= most) {
    const std::string_view rest = text.substr(number.bytes);
    int digit = -1;
    std::size_t bytes = 1;
    if (rest.front() >= '0' && rest.front() <= '9') {
      digit = rest.front() - '0';
    } else if (rest.size() >= wide && rest.starts_with(zero.substr(0, 2))) {
      digit = static_cast<unsigned char>(rest[2]) - static_cast<unsigned char>(zero[2]);
      bytes = wide;
    }
    if (digit < 0 || digit > 9) break;
    number.value = number.value * 10 + digit;
    number.bytes += bytes;
    ++number.digits;
  }
  return number.digits <= most ? number : Number{};
}

Number chinese_at(std::string_view text) noexcept {
  constexpr std::array numerals{"一"sv, "二"sv, "三"sv, "四"sv, "五"sv,
                                "六"sv, "七"sv, "八"sv, "九"sv};
  constexpr std::size_t wide = 3;
  const auto numeral = [&](std::size_t at) {
    for (std::size_t i = 0; at < text.size() && i < numerals.size(); ++i) {
      if (text.substr(at).starts_with(numerals[i])) return static_cast<int>(i) + 1;
    }
    return 0;
  };
  Number number{numeral(0), 1, 0};
  if (number.value > 0) number.bytes = wide;
  if (!text.substr(number.bytes).starts_with("十"sv)) return number.bytes > 0 ? number : Number{};
  number = {number.value > 0 ? number.value * 10 : 10, 2, number.bytes + wide};
  if (const int unit = numeral(number.bytes); unit > 0)
    number = {number.value + unit, 2, number.bytes + wide};
  return number;
}

Number number_at(std::string_view text) noexcept {
  const Number number = digits_at(text);
  return number ? number : chinese_at(text);
}

/// Reads a cell from one end to the other and keeps the last day that it names.
class CellReader {
 public:
  CellReader(std::string_view cell, int year) : text_(cell), this_year_(year), year_(year) {}

  CellDate read() {
    while (at_ < text_.size()) {
      if (read_word() || read_number()) continue;
      at_ += detail::code_point_size(text_, at_);
    }
    CellDate found;
    // 2026年1—9月 ends in September: a year alone is the coarser word for it.
    const bool is_whole = year_alone_ && (!latest_ || *year_alone_ > *last_day(of_latest_));
    found.due = is_whole ? year_alone_ : latest_;
    found.is_corrected = !is_whole && is_corrected_;
    return found;
  }

 private:
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

  bool skip(std::string_view word) {
    if (!rest().starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  template <std::size_t Size>
  bool skip_any(const std::array<std::string_view, Size>& words) {
    const std::size_t word = leading(rest(), words);
    at_ += word;
    return word > 0;
  }

  /// Notes a day, unless the words behind say that something begins on it.
  void take(std::optional<Date> day, bool is_corrected = false) {
    constexpr std::array starts{"起"sv, "开始"sv, "以来"sv, "启动"sv, "后"sv};
    if (!day || leading(rest(), starts) > 0) return;
    if (latest_ && *latest_ > *day) return;
    latest_ = day;
    of_latest_ = year_;
    is_corrected_ = is_corrected;
  }

  bool read_word() {
    constexpr std::array whole_years{"全年"sv, "年底前"sv, "年底"sv,  "年末"sv,
                                     "年内"sv, "年终"sv,   "下半年"sv};
    if (skip("明年"sv) || skip("次年"sv) || skip("下一年"sv)) {
      year_ = this_year_ + 1;
      if (!read_of_year()) year_alone_ = last_day(year_);
      return true;
    }
    if (skip("今年"sv) || skip("本年"sv)) {
      year_ = this_year_;
      return true;
    }
    if (skip_any(whole_years)) return take(last_day(year_)), true;
    if (skip("上半年"sv)) return take(last_day(year_, 6)), true;
    if (rest().starts_with("第"sv) || rest().starts_with("前"sv) || rest().starts_with("Q"sv))
      return read_quarter();
    return false;
  }

  /// 三季度, 第3季度, Q3
  bool read_quarter() {
    const std::size_t begin = at_;
    const bool is_letter = skip("Q"sv);
    if (!is_letter && !skip("第"sv)) skip("前"sv);
    const Number quarter = number_at(rest());
    at_ += quarter.bytes;
    const bool is_quarter = quarter && quarter.value >= 1 && quarter.value <= 4 &&
                            (is_letter || skip("季度"sv) || skip("个季度"sv));
    if (!is_quarter) {
      at_ = begin;
      return false;
    }
    skip_any(std::array{"底前"sv, "末前"sv, "底"sv, "末"sv, "内"sv, "前"sv});
    take(last_day(year_, 3 * quarter.value));
    return true;
  }

  /// What may follow 2026年 or 明年 at once.
  bool read_of_year() {
    constexpr std::array ends{"底前"sv, "末前"sv, "底"sv, "末"sv, "内"sv, "全年"sv, "度"sv};
    if (skip_any(ends)) return take(last_day(year_)), true;
    if (skip("上半年"sv)) return take(last_day(year_, 6)), true;
    if (skip("下半年"sv)) return take(last_day(year_)), true;
    if (skip("前"sv)) return take(last_day(year_ - 1)), true;
    return false;
  }

  bool read_number() {
    const Number number = number_at(rest());
    if (!number) return false;
    if (number.digits == 8) return read_compact(number);
    const bool may_be_year =
        number.digits == 4 && number.value >= first_year && number.value <= last_year;
    if (may_be_year && read_year(number)) return true;
    if (read_quarter()) return true;
    if (number.value >= 1 && number.value <= 12 && read_month(number)) return true;
    at_ += number.bytes;
    if (!skip("年"sv)) return true;
    // 31年6月 is short for 2031年6月; 三年内 only says how long.
    constexpr int century = 100;
    if (number.digits == 2 && digits_at(rest())) {
      year_ = this_year_ / century * century + number.value;
    } else {
      skip("内"sv);
    }
    return true;
  }

  /// 20260930
  bool read_compact(const Number& number) {
    at_ += number.bytes;
    constexpr int of_year = 10000;
    constexpr int of_month = 100;
    year_ = number.value / of_year;
    return take_day(number.value / of_month % of_month, number.value % of_month);
  }

  bool take_day(int month, int day) {
    const std::optional<Date> date = day_or_last(year_, month, day);
    const bool is_corrected =
        date && static_cast<int>(static_cast<unsigned>(date->year_month_day().day())) != day;
    take(date, is_corrected);
    return true;
  }

  bool read_year(const Number& number) {
    const std::size_t begin = at_;
    at_ += number.bytes;
    if (skip("年"sv)) {
      year_ = number.value;
      if (!read_of_year()) year_alone_ = std::max(year_alone_, last_day(year_));
      return true;
    }
    // 2026.11.30, 2026-11
    if (skip_any(separators)) {
      const Number month = digits_at(rest());
      if (month && month.digits <= 2 && month.value >= 1 && month.value <= 12) {
        at_ += month.bytes;
        year_ = number.value;
        const std::size_t before = at_;
        const Number day = skip_any(separators) ? digits_at(rest()) : Number{};
        if (day && day.digits <= 2 && day.value >= 1 && day.value <= 31) {
          at_ += day.bytes;
          return take_day(month.value, day.value);
        }
        at_ = before;
        take(last_day(year_, month.value));
        return true;
      }
    }
    at_ = begin + number.bytes;
    if (at_ == text_.size() && begin == 0) {
      year_ = number.value;
      year_alone_ = last_day(year_);
    }
    return true;
  }

  /// 9月, 9月30日, 11月中旬, 6月前
  bool read_month(const Number& month) {
    const std::size_t begin = at_;
    at_ += month.bytes;
    const bool is_dotted = month.digits <= 2 && skip_any(separators);
    if (!is_dotted && !skip("月"sv)) {
      at_ = begin;
      return false;
    }
    skip("份"sv);
    if (const Number day = number_at(rest()); day && day.value >= 1 && day.value <= 31) {
      const std::size_t before = at_;
      at_ += day.bytes;
      if (skip("日"sv) || skip("号"sv) || (is_dotted && at_ == text_.size()))
        return take_day(month.value, day.value);
      if (!is_dotted && at_ == text_.size()) return take_day(month.value, day.value);
      at_ = before;
    }
    if (is_dotted) return true;
    constexpr int early = 10;
    constexpr int middle = 20;
    if (skip("上旬"sv)) return take_day(month.value, early);
    if (skip("中旬"sv)) return take_day(month.value, middle);
    if (skip_any(std::array{"下旬"sv, "底"sv, "末"sv, "内"sv})) {
      skip("前"sv);
    } else if (skip("前"sv) || skip("之前"sv) || skip("以前"sv)) {
      take(month.value == 1 ? last_day(year_ - 1) : last_day(year_, month.value - 1));
      return true;
    }
    take(last_day(year_, month.value));
    return true;
  }

  std::string_view text_;
  int this_year_;
  int year_;
  std::size_t at_ = 0;
  std::optional<Date> latest_;
  int of_latest_ = 0;
  bool is_corrected_ = false;
  std::optional<Date> year_alone_;  ///< 2026年 and nothing finer
};

/// Words of a work that has no end within the year, and marks for an empty cell.
bool is_open_end(std::string_view cell) noexcept {
  constexpr std::array open{"长期"sv, "持续"sv, "常态"sv, "全年"sv,
                            "常年"sv, "全程"sv, "贯穿"sv, "每"sv};
  constexpr std::array marks{"—"sv,  "–"sv, "-"sv,  "/"sv,  "／"sv,
                             "－"sv, " "sv, "　"sv, "无"sv, "\\"sv};
  if (std::any_of(open.begin(), open.end(), [cell](auto word) { return holds(cell, word); }))
    return true;
  while (const std::size_t mark = leading(cell, marks)) cell.remove_prefix(mark);
  return cell.empty();
}

constexpr std::array due_labels{"完成时限"sv, "完成时间"sv, "办结时限"sv,
                                "时限要求"sv, "完成期限"sv, "时限"sv};

}  // namespace

CellDate read_cell_date(std::string_view cell, int year) {
  constexpr std::size_t longest = 600;
  CellDate found = CellReader(cell.substr(0, longest), year).read();
  found.is_open = !found.due && is_open_end(cell);
  return found;
}

std::optional<CellDate> read_bracket_date(std::string_view bracket, int year) {
  for (const std::string_view label : due_labels) {
    const std::size_t at = bracket.find(label);
    if (at == std::string_view::npos) continue;
    std::string_view rest = bracket.substr(at + label.size());
    rest.remove_prefix(leading(rest, std::array{"：:"sv, "："sv, ":"sv, "为"sv}));
    const std::size_t end = std::min({rest.find("；"sv), rest.find(';'), rest.find("，责任"sv),
                                      rest.find("，牵头"sv), rest.find("，配合"sv), rest.size()});
    rest = rest.substr(0, end);
    while (const std::size_t mark =
               trailing(rest, std::array{"）"sv, ")"sv, "】"sv, "〕"sv, "]"sv}))
      rest.remove_suffix(mark);
    return read_cell_date(rest, year);
  }
  // （县住建局，9月）: a part that is nothing but a date.
  constexpr std::array marks{"，"sv, "；"sv, "、"sv, "（"sv, "）"sv, "【"sv, "】"sv, "〔"sv,
                             "〕"sv, ","sv,  ";"sv,  "("sv,  ")"sv,  "["sv,  "]"sv};
  CellDate latest;
  std::size_t begin = 0;
  const auto finish = [&](std::size_t end) {
    const std::string_view part = bracket.substr(begin, end - begin);
    const bool is_date = is_cell_alone(part) && (part.find_first_of("0123456789") == 0 ||
                                                 leading(part, std::array{"年"sv, "上半年"sv}) > 0);
    if (!is_date) return;
    const CellDate date = read_cell_date(part, year);
    if (date.due && (!latest.due || *latest.due < *date.due)) latest = date;
  };
  for (std::size_t at = 0; at < bracket.size();) {
    const std::size_t mark = leading(bracket.substr(at), marks);
    if (mark > 0) {
      finish(at);
      begin = at + mark;
    }
    at += mark > 0 ? mark : detail::code_point_size(bracket, at);
  }
  finish(bracket.size());
  if (!latest.due) return std::nullopt;
  return latest;
}

}  // namespace jinjiang::reading
