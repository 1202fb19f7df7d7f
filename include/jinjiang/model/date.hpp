// SPDX-License-Identifier: BSL-1.0
#pragma once

// Calendar days and periods. A day means all of it: a period contains both of its ends.

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/model/error.hpp>

namespace jinjiang {

/// A day of the Gregorian calendar, years 1 to 9999; converts from and to the standard library's
/// types.
///
/// Unlike std::chrono::sys_days it refuses days that do not exist: 2024y/2/30 throws.
class Date {
 public:
  constexpr Date() noexcept = default;

  /// @throws Error  there is no such day
  constexpr Date(std::chrono::year_month_day day)  // NOLINT(google-explicit-constructor)
      : Date(day.ok() ? std::chrono::sys_days{day} : throw Error("no such day in the calendar")) {}

  /// @throws Error  the month or the year is no such
  constexpr Date(std::chrono::year_month_day_last day)  // NOLINT(google-explicit-constructor)
      : Date(std::chrono::year_month_day{day}) {}

  /// @throws Error  the year is not in 1 to 9999
  constexpr Date(std::chrono::sys_days day)  // NOLINT(google-explicit-constructor)
      : days_(static_cast<std::int32_t>(day.time_since_epoch().count())) {
    if (day < std::chrono::sys_days{std::chrono::year{1} / 1 / 1} ||
        day > std::chrono::sys_days{std::chrono::year{9999} / 12 / 31}) {
      throw Error("a date's year must be in 1 to 9999");
    }
  }

  /// Days since 1970-01-01, as in Arrow's date32.
  [[nodiscard]] static constexpr Date from_days(std::int32_t days) noexcept {
    Date date;
    date.days_ = days;
    return date;
  }

  /// Reads `2024-06-30`.
  /// @throws FormatError  it is written in another way, or there is no such day
  [[nodiscard]] static Date parse(std::string_view text);

  /// Days since 1970-01-01; negative before.
  [[nodiscard]] constexpr std::int32_t days_since_epoch() const noexcept { return days_; }
  /// As a day of the standard library.
  [[nodiscard]] constexpr std::chrono::sys_days sys_days() const noexcept {
    return std::chrono::sys_days{std::chrono::days{days_}};
  }
  /// As year, month and day of the standard library.
  [[nodiscard]] constexpr std::chrono::year_month_day year_month_day() const noexcept {
    return std::chrono::year_month_day{sys_days()};
  }

  friend constexpr auto operator<=>(Date, Date) noexcept = default;

  /// Days from `b` to `a`.
  [[nodiscard]] friend constexpr int operator-(Date a, Date b) noexcept {
    return a.days_ - b.days_;
  }
  /// So many days later.
  [[nodiscard]] friend constexpr Date operator+(Date date, int days) noexcept {
    return from_days(date.days_ + days);
  }
  /// So many days earlier.
  [[nodiscard]] friend constexpr Date operator-(Date date, int days) noexcept {
    return date + -days;
  }

 private:
  std::int32_t days_ = 0;
};

/// `2024-06-30`
[[nodiscard]] std::string to_string(Date date);

/// The date, or nothing when the text is not one.
[[nodiscard]] std::optional<Date> find_date(std::string_view text) noexcept;

/// From `start` through `end`, both included.
class Period {
 public:
  /// @throws Error  the end lies before the start
  constexpr Period(Date start, Date end) : start_(start), end_(end) {
    if (end < start) refuse(start, end);
  }

  /// The first day.
  [[nodiscard]] constexpr Date start() const noexcept { return start_; }
  /// The last day.
  [[nodiscard]] constexpr Date end() const noexcept { return end_; }
  /// Number of days, both ends included: 1 or more.
  [[nodiscard]] constexpr int days() const noexcept { return end_ - start_ + 1; }
  /// Whether a day lies in it, the ends included.
  [[nodiscard]] constexpr bool contains(Date day) const noexcept {
    return start_ <= day && day <= end_;
  }

  friend constexpr bool operator==(const Period&, const Period&) noexcept = default;

 private:
  [[noreturn]] static void refuse(Date start, Date end) {
    throw Error("a period cannot end before it starts: it starts on " + to_string(start) +
                " and ends on " + to_string(end));
  }

  Date start_;
  Date end_;
};

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/model/detail/date.ipp>
#endif
