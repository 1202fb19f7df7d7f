// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <utility>

#include <jinjiang/analysis/calendar.hpp>
#include <jinjiang/analysis/detail/china_days.hpp>
#include <jinjiang/model/error.hpp>

namespace jinjiang::detail {

/// Weeks are counted by a table; days off and on correct the count from the day after them on.
struct CalendarData {
  CalendarRules rules;
  std::array<bool, 7> is_worked{};              ///< from Monday
  std::array<std::int64_t, 8> worked_before{};  ///< working days of a week before each of its days
  std::vector<std::int32_t> exceptions;         ///< days unlike those of their weekday, in order
  std::vector<std::int64_t> corrections;        ///< sum over the exceptions before, and over all

  explicit CalendarData(CalendarRules given) : rules(std::move(given)) {
    is_worked.fill(true);
    for (const Weekday day : rules.weekend) is_worked[static_cast<std::size_t>(day)] = false;
    for (std::size_t day = 0; day < 7; ++day)
      worked_before[day + 1] = worked_before[day] + (is_worked[day] ? 1 : 0);
    if (worked_before[7] == 0) {
      throw Error("calendar" + named() +
                  ": no working day is left, for every day of the week is free; leave at least one "
                  "out of the weekend");
    }
    for (std::vector<Date>* days : {&rules.off, &rules.on}) {
      std::sort(days->begin(), days->end());
      days->erase(std::unique(days->begin(), days->end()), days->end());
      for (const Date day : *days) require_covered(day);
    }
    add_exceptions();
  }

  [[nodiscard]] std::int64_t counted_by_week(std::int64_t days) const noexcept {
    const std::int64_t from_monday = days + 3;  // 1970-01-01 was a Thursday
    const std::int64_t week = from_monday >= 0 ? from_monday / 7 : (from_monday - 6) / 7;
    const auto place = static_cast<std::size_t>(from_monday - 7 * week);
    return week * worked_before[7] + worked_before[place] - worked_before[3];
  }
  [[nodiscard]] std::int64_t counted(std::int64_t days) const noexcept {
    const auto before = std::lower_bound(exceptions.begin(), exceptions.end(), days);
    return counted_by_week(days) +
           corrections[static_cast<std::size_t>(before - exceptions.begin())];
  }

 private:
  [[nodiscard]] std::string named() const {
    return rules.name.empty() ? "" : " \"" + rules.name + "\"";
  }
  void require_covered(Date day) const {
    if (!rules.covered || rules.covered->contains(day)) return;
    throw Error("calendar" + named() + ": " + to_string(day) +
                " lies outside the days that it covers, " + to_string(rules.covered->start()) +
                " to " + to_string(rules.covered->end()));
  }
  void add_exceptions() {
    std::vector<std::pair<std::int32_t, std::int64_t>> found;
    for (const Date day : rules.off) {
      if (std::binary_search(rules.on.begin(), rules.on.end(), day)) {
        throw Error("calendar" + named() + ": " + to_string(day) +
                    " is both off and on; leave it in one of them");
      }
      if (is_worked[static_cast<std::size_t>(weekday_of(day))])
        found.emplace_back(day.days_since_epoch(), -1);
    }
    for (const Date day : rules.on) {
      if (!is_worked[static_cast<std::size_t>(weekday_of(day))])
        found.emplace_back(day.days_since_epoch(), 1);
    }
    std::sort(found.begin(), found.end());
    // Counts begin at 1970-01-01.
    std::int64_t sum = 0;
    for (const auto& [day, change] : found) sum -= day < 0 ? change : 0;
    corrections.push_back(sum);
    for (const auto& [day, change] : found) {
      exceptions.push_back(day);
      corrections.push_back(sum += change);
    }
  }
};

}  // namespace jinjiang::detail

namespace jinjiang {

JINJIANG_INLINE Calendar::Calendar() : is_every_day_(true) {
  static const auto shared =
      std::make_shared<const detail::CalendarData>(CalendarRules{.name = "every day"});
  data_ = shared;
}

JINJIANG_INLINE Calendar::Calendar(CalendarRules rules)
    : data_(std::make_shared<const detail::CalendarData>(std::move(rules))),
      is_every_day_(data_->worked_before[7] == 7 && data_->exceptions.empty()) {}

JINJIANG_INLINE const Calendar& Calendar::weekdays() {
  static const Calendar shared{
      CalendarRules{.name = "weekdays", .weekend = {Weekday::saturday, Weekday::sunday}}};
  return shared;
}

JINJIANG_INLINE const Calendar& Calendar::china() {
  static const Calendar shared = [] {
    const auto date = [](int year, unsigned month, unsigned day) {
      return Date(std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day});
    };
    CalendarRules rules{.name = "china",
                        .weekend = {Weekday::saturday, Weekday::sunday},
                        .covered = Period{date(2024, 1, 1), date(2026, 12, 31)}};
    for (const detail::ChinaHoliday& holiday : detail::china_holidays) {
      const Date last = date(holiday.year, holiday.last_month, holiday.last_day);
      for (Date day = date(holiday.year, holiday.first_month, holiday.first_day); day <= last;
           day = day + 1) {
        rules.off.push_back(day);
      }
    }
    for (const detail::ChinaWorkday& day : detail::china_workdays)
      rules.on.push_back(date(day.year, day.month, day.day));
    for (const std::string_view notice : detail::china_notices) rules.sources.emplace_back(notice);
    return Calendar(std::move(rules));
  }();
  return shared;
}

JINJIANG_INLINE const CalendarRules& Calendar::rules() const noexcept { return data_->rules; }

JINJIANG_INLINE std::int64_t Calendar::counted(std::int64_t days_since_epoch) const noexcept {
  return data_->counted(days_since_epoch);
}

JINJIANG_INLINE bool Calendar::is_working(Date day) const noexcept {
  return number_of(day + 1) > number_of(day);
}

JINJIANG_INLINE Date Calendar::day_of(std::int64_t number) const {
  constexpr std::int64_t first = -719162;  // 0001-01-01
  constexpr std::int64_t last = 2932896;   // 9999-12-31
  // The working day with a number is the last day before which no more than that many lie.
  std::int64_t low = first - 1;
  std::int64_t high = last + 1;
  if (is_every_day_) {
    low = number;
  } else if (number >= counted(first) && number < counted(last + 1)) {
    // Near the day that the weeks alone would give.
    const std::int64_t about = number / data_->worked_before[7] * 7;
    const auto reach = static_cast<std::int64_t>(14 + 7 * data_->exceptions.size());
    if (about - reach > low && counted(about - reach) <= number) low = about - reach;
    if (about + reach < high && counted(about + reach) > number) high = about + reach;
    while (high - low > 1) {
      const std::int64_t middle = low + (high - low) / 2;
      (counted(middle) <= number ? low : high) = middle;
    }
  }
  if (low < first || low > last) {
    throw Error("the working day with the number " + std::to_string(number) +
                " lies outside the years 1 to 9999");
  }
  return Date::from_days(static_cast<std::int32_t>(low));
}

}  // namespace jinjiang
