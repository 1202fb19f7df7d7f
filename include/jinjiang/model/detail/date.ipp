// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdio>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/date.hpp>

namespace jinjiang {

JINJIANG_INLINE std::optional<Date> find_date(std::string_view text) noexcept {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [text](std::size_t first, std::size_t count) {
    int value = 0;
    for (std::size_t i = first; i < first + count; ++i) {
      if (text[i] < '0' || text[i] > '9') return -1;
      value = value * 10 + (text[i] - '0');
    }
    return value;
  };
  const int year = number(0, 4);
  const int month = number(5, 2);
  const int day = number(8, 2);
  if (year < 1 || month < 1 || day < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return Date{date};
}

JINJIANG_INLINE Date Date::parse(std::string_view text) {
  if (const auto date = find_date(text)) return *date;
  throw FormatError({}, "expected a date like 2024-06-30, found " + detail::in_quotes(text));
}

JINJIANG_INLINE std::string to_string(Date date) {
  const auto day = date.year_month_day();
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return buffer;
}

}  // namespace jinjiang
