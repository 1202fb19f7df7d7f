// SPDX-License-Identifier: BSL-1.0

// Working days, counted by hand and against a calendar that looks at every day.

#include <algorithm>

#include <jinjiang/analysis/calendar.hpp>

#include "support/text.hpp"

using jj::Calendar;
using jj::Weekday;

namespace {

jj::CalendarRules five_days() { return {.weekend = {Weekday::saturday, Weekday::sunday}}; }

/// Looks at the rules, day by day.
bool is_worked(const jj::CalendarRules& rules, jj::Date day) {
  const auto holds = [](const auto& list, const auto& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
  };
  if (holds(rules.on, day)) return true;
  return !holds(rules.off, day) && !holds(rules.weekend, jj::weekday_of(day));
}

void check_against_days(const Calendar& calendar, jj::Date first, jj::Date last) {
  std::int64_t number = calendar.number_of(first);
  std::size_t wrong = 0;
  for (jj::Date day = first; day <= last; day = day + 1) {
    const bool worked = is_worked(calendar.rules(), day);
    wrong += calendar.number_of(day) == number ? 0 : 1;
    wrong += calendar.is_working(day) == worked ? 0 : 1;
    if (worked) wrong += calendar.day_of(number) == day ? 0 : 1;
    number += worked ? 1 : 0;
  }
  CHECK(wrong == 0);
}

}  // namespace

TEST_CASE("weekdays follow from the date") {
  CHECK(jj::weekday_of(1970y / 1 / 1) == Weekday::thursday);
  CHECK(jj::weekday_of(1969y / 12 / 31) == Weekday::wednesday);
  CHECK(jj::weekday_of(2024y / 2 / 29) == Weekday::thursday);
  CHECK(jj::weekday_of(2026y / 2 / 15) == Weekday::sunday);
}

TEST_CASE("without rules every day is worked on") {
  const Calendar calendar;
  CHECK(calendar.is_every_day());
  CHECK(calendar.working_days(2024y / 1 / 1, 2024y / 12 / 31) == 366);
  CHECK(calendar.number_of(1970y / 1 / 1) == 0);
  CHECK(calendar.day_of(-1) == jj::Date(1969y / 12 / 31));
}

TEST_CASE("a span that ends before it begins has no working days") {
  CHECK(Calendar().working_days(2024y / 1 / 2, 2024y / 1 / 1) == 0);
}

TEST_CASE("the working days of China's years are those of its law") {
  // 2024: 366 days - 104 of weekends - 11 public holidays; 2025 and 2026: 365 - 104 - 13.
  const Calendar& china = Calendar::china();
  CHECK(china.working_days(2024y / 1 / 1, 2024y / 12 / 31) == 251);
  CHECK(china.working_days(2025y / 1 / 1, 2025y / 12 / 31) == 248);
  CHECK(china.working_days(2026y / 1 / 1, 2026y / 12 / 31) == 248);
}

TEST_CASE("holidays are free and make-up days are worked on") {
  const Calendar& china = Calendar::china();
  CHECK_FALSE(china.is_working(2024y / 2 / 12));  // 春节, a Monday
  CHECK(china.is_working(2024y / 2 / 9));         // 除夕, a Friday: not ordered off
  CHECK(china.is_working(2024y / 2 / 18));        // a Sunday that is worked on
  CHECK(china.is_working(2025y / 1 / 26));
  CHECK_FALSE(china.is_working(2025y / 10 / 8));
  CHECK(china.is_working(2026y / 2 / 14));
  CHECK_FALSE(china.is_working(2026y / 2 / 23));
  CHECK(china.rules().sources.size() == 3);
}

TEST_CASE("outside the years that are known the weekend alone decides") {
  const Calendar& china = Calendar::china();
  CHECK(china.covers(2026y / 12 / 31));
  CHECK_FALSE(china.covers(2027y / 1 / 1));
  CHECK(china.is_working(2027y / 1 / 1));  // a Friday
  CHECK_FALSE(china.is_working(2027y / 1 / 2));
}

TEST_CASE("numbers and days agree with a calendar that looks at every day") {
  check_against_days(Calendar::china(), 2023y / 11 / 1, 2027y / 2 / 28);
  check_against_days(Calendar::weekdays(), 1969y / 11 / 1, 1970y / 2 / 28);
  jj::CalendarRules rules = five_days();
  rules.off = {1969y / 12 / 25, 1970y / 1 / 1, 1970y / 1 / 3};
  rules.on = {1969y / 12 / 27, 1970y / 1 / 4};
  check_against_days(Calendar(rules), 1969y / 11 / 1, 1970y / 2 / 28);
  rules.weekend = {Weekday::tuesday};
  rules.on = {};
  check_against_days(Calendar(rules), 1969y / 11 / 1, 1970y / 2 / 28);
}

TEST_CASE("days that are listed twice or free anyway change nothing") {
  jj::CalendarRules rules = five_days();
  rules.off = {2024y / 6 / 8, 2024y / 6 / 10, 2024y / 6 / 10};
  check_against_days(Calendar(rules), 2024y / 6 / 1, 2024y / 6 / 30);
  CHECK(Calendar(rules).working_days(2024y / 6 / 1, 2024y / 6 / 30) == 19);
}

TEST_CASE("a calendar without a working day is refused") {
  jj::CalendarRules rules{.name = "rest"};
  for (int day = 0; day < 7; ++day) rules.weekend.push_back(static_cast<Weekday>(day));
  CHECK(holds(message_of<jj::Error>([&] { (void)Calendar(rules); }),
              "calendar \"rest\": no working day is left"));
}

TEST_CASE("a day that is both off and on is refused") {
  jj::CalendarRules rules = five_days();
  rules.off = {2024y / 6 / 10};
  rules.on = {2024y / 6 / 10};
  CHECK(holds(message_of<jj::Error>([&] { (void)Calendar(rules); }),
              "2024-06-10 is both off and on"));
}

TEST_CASE("a day outside the days that are covered is refused") {
  jj::CalendarRules rules = five_days();
  rules.covered = jj::Period{2024y / 1 / 1, 2024y / 12 / 31};
  rules.off = {2025y / 1 / 1};
  CHECK(holds(message_of<jj::Error>([&] { (void)Calendar(rules); }),
              "2025-01-01 lies outside the days that it covers"));
}

TEST_CASE("a working day beyond the calendar is refused") {
  CHECK(holds(message_of<jj::Error>([&] { (void)Calendar().day_of(3'000'000); }),
              "outside the years 1 to 9999"));
  CHECK(holds(message_of<jj::Error>([&] { (void)Calendar::weekdays().day_of(3'000'000); }),
              "outside the years"));
  CHECK(Calendar::weekdays().day_of(Calendar::weekdays().number_of(9999y / 12 / 31)) ==
        jj::Date(9999y / 12 / 31));
}

TEST_CASE("calendars with the same rules are equal") {
  CHECK(Calendar() == Calendar());
  CHECK(Calendar(five_days()) == Calendar(five_days()));
  CHECK_FALSE(Calendar() == Calendar::weekdays());
}
