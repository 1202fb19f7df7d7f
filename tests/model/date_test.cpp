// SPDX-License-Identifier: BSL-1.0

#include <jinjiang/model/date.hpp>

#include "support/text.hpp"

using jj::Date;

TEST_CASE("a date is read and written as year, month and day") {
  CHECK(Date::parse("2024-06-30") == Date(2024y / 6 / 30));
  CHECK(jj::to_string(Date(2024y / 6 / 30)) == "2024-06-30");
  CHECK(jj::to_string(Date(1y / 1 / 1)) == "0001-01-01");
  CHECK(Date::parse("9999-12-31") == Date(9999y / 12 / 31));
}

TEST_CASE("a date written in another way is refused with what was found") {
  const auto refusal = [](std::string_view text) {
    return message_of<jj::FormatError>([&] { (void)Date::parse(text); });
  };
  CHECK(holds(refusal("2024-6-30"), "expected a date like 2024-06-30, found \"2024-6-30\""));
  CHECK(holds(refusal("2024/06/30"), "2024/06/30"));
  CHECK(holds(refusal(" 2024-06-30"), "found"));
  CHECK(holds(refusal("2024-06-30x"), "found"));
  CHECK(holds(refusal("2024-06"), "found"));
  CHECK(holds(refusal(""), "found"));
  CHECK(holds(refusal("+024-06-30"), "found"));
}

TEST_CASE("days that do not exist are refused") {
  CHECK_THROWS_AS(Date::parse("2023-02-29"), jj::FormatError);
  CHECK_THROWS_AS(Date::parse("2024-02-30"), jj::FormatError);
  CHECK_THROWS_AS(Date::parse("2024-13-01"), jj::FormatError);
  CHECK_THROWS_AS(Date::parse("2024-00-10"), jj::FormatError);
  CHECK_THROWS_AS(Date::parse("0000-01-01"), jj::FormatError);
  CHECK(holds(message_of<jj::Error>([] { (void)Date(2024y / 2 / 30); }), "no such day"));
  CHECK_THROWS_AS(Date(2023y / 2 / 29), jj::Error);
  CHECK(Date::parse("2024-02-29") == Date(2024y / 2 / 29));
  CHECK_THROWS_AS(Date::parse("1900-02-29"), jj::FormatError);  // no leap year
  CHECK(Date::parse("2000-02-29") == Date(2000y / 2 / 29));     // one
}

TEST_CASE("a date may be the last of a month") {
  CHECK(Date(2024y / 2 / std::chrono::last) == Date(2024y / 2 / 29));
  CHECK(Date(2023y / 2 / std::chrono::last) == Date(2023y / 2 / 28));
}

TEST_CASE("years outside 1 to 9999 are refused") {
  CHECK_THROWS_AS(Date(std::chrono::year{0} / 12 / 31), jj::Error);
  CHECK_THROWS_AS(Date(std::chrono::year{10000} / 1 / 1), jj::Error);
}

TEST_CASE("a text that may be no date is looked up without throwing") {
  CHECK(jj::find_date("2024-06-30") == Date(2024y / 6 / 30));
  CHECK_FALSE(jj::find_date("2024-06-31").has_value());
  CHECK_FALSE(jj::find_date("June").has_value());
}

TEST_CASE("dates have an order and a distance") {
  const Date leap = 2024y / 2 / 28;
  CHECK(leap < leap + 1);
  CHECK(Date(2024y / 3 / 1) - leap == 2);
  CHECK(Date(2023y / 3 / 1) - Date(2023y / 2 / 28) == 1);
  CHECK(leap + 2 == Date(2024y / 3 / 1));
  CHECK(leap - 59 == Date(2023y / 12 / 31));
  CHECK(leap - 60 == Date(2023y / 12 / 30));
}

TEST_CASE("days are counted from 1970, as in Arrow") {
  CHECK(Date(1970y / 1 / 1).days_since_epoch() == 0);
  CHECK(Date(2024y / 1 / 1).days_since_epoch() == 19723);
  CHECK(Date::from_days(19723) == Date(2024y / 1 / 1));
  CHECK(Date(1969y / 12 / 31).days_since_epoch() == -1);
}

TEST_CASE("a period contains both of its ends") {
  const jj::Period year(2024y / 1 / 1, 2024y / 12 / 31);
  CHECK(year.days() == 366);
  CHECK(year.contains(year.start()));
  CHECK(year.contains(year.end()));
  CHECK_FALSE(year.contains(year.end() + 1));
  CHECK_FALSE(year.contains(year.start() - 1));
  CHECK(jj::Period(year.start(), year.start()).days() == 1);
  CHECK_THROWS_AS(jj::Period(year.end(), year.start()), jj::Error);
}
