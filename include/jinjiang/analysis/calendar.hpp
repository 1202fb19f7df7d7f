// SPDX-License-Identifier: BSL-1.0
#pragma once

// Which days are worked on, and how many of them lie between two dates. Says nothing of plans.

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/detail/names.hpp>
#include <jinjiang/model/date.hpp>

namespace jinjiang {

namespace detail {
struct CalendarData;
}

/// Days of the week, from Monday.
enum class Weekday : std::uint8_t {
  monday,
  tuesday,
  wednesday,
  thursday,
  friday,
  saturday,
  sunday
};

template <>
struct EnumNames<Weekday> {
  static constexpr std::array<std::string_view, 7> all{
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
};

/// The day of the week of a date.
[[nodiscard]] constexpr Weekday weekday_of(Date day) noexcept {
  // 1970-01-01 was a Thursday.
  const std::int32_t place = (day.days_since_epoch() + 3) % 7;
  return static_cast<Weekday>(place < 0 ? place + 7 : place);
}

/// What a calendar is made of.
struct CalendarRules {
  std::string name = {};               ///< of the calendar, for messages and displays
  std::vector<Weekday> weekend = {};   ///< 周末: days of the week that are free
  std::vector<Date> off = {};          ///< 放假: further days that are free
  std::vector<Date> on = {};           ///< 调休上班: days of a weekend that are worked on
  std::optional<Period> covered = {};  ///< where `off` and `on` are complete; nothing: everywhere
  std::vector<std::string> sources = {};  ///< where the days were published

  friend bool operator==(const CalendarRules&, const CalendarRules&) = default;
};

/// Working days 工作日. Immutable, cheap to copy.
///
/// Working days are numbered in their order: number_of(day) counts those before `day` from
/// 1970-01-01 on, so that the difference of two numbers is the number of working days between them.
class Calendar {
 public:
  /// Every day is worked on.
  Calendar();
  /// `off` wins nothing that the weekend has already; a day may not be both off and on.
  /// @throws Error  no weekday is left to work on, a day is both off and on, or a day lies outside
  /// the period that is covered
  explicit Calendar(CalendarRules rules);

  /// Monday to Friday.
  [[nodiscard]] static const Calendar& weekdays();
  /// China's, 2024 to 2026: weekends, public holidays and make-up working days as the General
  /// Office of the State Council announced them; `rules().sources` names the notices.
  [[nodiscard]] static const Calendar& china();

  /// What it was made of.
  [[nodiscard]] const CalendarRules& rules() const noexcept;
  /// Of the rules; may be empty.
  [[nodiscard]] const std::string& name() const noexcept { return rules().name; }
  /// Whether the days off and on are known there. Outside, the weekend alone decides.
  [[nodiscard]] bool covers(Date day) const noexcept {
    return !rules().covered || rules().covered->contains(day);
  }
  /// Whether every day is a working day, so that days of the calendar are plain days.
  [[nodiscard]] bool is_every_day() const noexcept { return is_every_day_; }

  /// @par Complexity  O(log of the days off and on)
  [[nodiscard]] bool is_working(Date day) const noexcept;
  /// Working days before a day, counted from 1970-01-01; negative before it. Of a free day that of
  /// the next working day.
  [[nodiscard]] std::int64_t number_of(Date day) const noexcept {
    return is_every_day_ ? day.days_since_epoch() : counted(day.days_since_epoch());
  }
  /// The working day with a number.
  /// @throws Error  it lies outside the years 1 to 9999
  [[nodiscard]] Date day_of(std::int64_t number) const;
  /// Working days from `first` through `last`, both included; 0 when `last` lies before.
  [[nodiscard]] std::int64_t working_days(Date first, Date last) const noexcept {
    return last < first ? 0 : number_of(last + 1) - number_of(first);
  }

  /// Same rules.
  friend bool operator==(const Calendar& a, const Calendar& b) {
    return a.data_ == b.data_ || a.rules() == b.rules();
  }

 private:
  [[nodiscard]] std::int64_t counted(std::int64_t days_since_epoch) const noexcept;

  std::shared_ptr<const detail::CalendarData> data_;
  bool is_every_day_;
};

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/analysis/detail/calendar.ipp>
#endif
