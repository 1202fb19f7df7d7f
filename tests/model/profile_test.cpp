// SPDX-License-Identifier: BSL-1.0

#include <jinjiang/model/profile.hpp>

#include <limits>

#include "support/text.hpp"

using jj::Date;
using jj::Profile;
using jj::ProfileKind;

namespace {

const Date start = 2024y / 3 / 1;
const Date due = 2024y / 3 / 10;
const std::vector<double> halves{0.5, 0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};

double expected(const Profile& profile, Date day) { return profile.expected(day, start, due); }
std::string refused_shares(const std::vector<double>& shares) {
  return message_of<jj::TargetError>([&] { (void)Profile::monthly(shares); });
}
std::string refused_steps(const std::vector<jj::Milestone>& steps) {
  return message_of<jj::TargetError>([&] { (void)Profile::milestones(steps); });
}

}  // namespace

TEST_CASE("linear counts the days from the start through the day") {
  CHECK(expected(ProfileKind::linear, start) == near(0.1));      // 1 of 10 days
  CHECK(expected(ProfileKind::linear, start + 4) == near(0.5));  // 5 of 10 days
  CHECK(expected(ProfileKind::linear, due - 1) == near(0.9));
}

TEST_CASE("hold expects all from the first day, at_due nothing until the last") {
  CHECK(expected(ProfileKind::hold, start) == 1);
  CHECK(expected(ProfileKind::at_due, due - 1) == 0);
}

TEST_CASE("nothing is expected before the start and all from the due date") {
  const auto steps = Profile::milestones({{start + 2, 0.4}});
  const auto months = Profile::monthly(halves);
  CHECK(expected(ProfileKind::linear, start - 1) == 0);
  CHECK(expected(ProfileKind::hold, start - 1) == 0);
  CHECK(expected(ProfileKind::at_due, start - 1) == 0);
  CHECK(expected(steps, start - 1) == 0);
  CHECK(expected(months, start - 1) == 0);
  CHECK(expected(ProfileKind::linear, due) == 1);
  CHECK(expected(ProfileKind::hold, due + 99) == 1);
  CHECK(expected(ProfileKind::at_due, due) == 1);
  CHECK(expected(steps, due) == 1);
  CHECK(expected(months, due + 1) == 1);
}

TEST_CASE("a node of one day is due at once") {
  CHECK(Profile(ProfileKind::linear).expected(start, start, start) == 1);
  CHECK(Profile(ProfileKind::linear).expected(start - 1, start, start) == 0);
}

TEST_CASE("the first monthly share is that of the month of the start") {
  const auto profile = Profile::monthly(halves);
  const Date april_end = 2024y / 4 / 30;
  CHECK(profile.expected(2024y / 3 / 31, start, 2025y / 2 / 28) == near(0.5));
  CHECK(profile.expected(2024y / 4 / 15, start, 2025y / 2 / 28) == near(0.75));  // 15 of 30 days
  CHECK(profile.expected(april_end, start, 2025y / 2 / 28) == near(1));
}

TEST_CASE("monthly shares run over the turn of the year and leap days") {
  const auto profile = Profile::monthly({0, 0, 0, 0, 0, 0.5, 0, 0.5, 0, 0, 0, 0});
  const Date july = 2023y / 7 / 1;
  const Date june = 2024y / 6 / 30;
  CHECK(profile.expected(2023y / 12 / 31, july, june) == near(0.5));
  CHECK(profile.expected(2024y / 2 / 1, july, june) == near(0.5 + 0.5 / 29));
  CHECK(profile.expected(2024y / 2 / 29, july, june) == near(1));
}

TEST_CASE("milestones are steps") {
  const auto steps = Profile::milestones({{start + 2, 0.4}, {start + 5, 0.4}, {start + 6, 0.9}});
  CHECK(expected(steps, start + 1) == 0);
  CHECK(expected(steps, start + 2) == 0.4);
  CHECK(expected(steps, start + 5) == 0.4);
  CHECK(expected(steps, start + 6) == 0.9);
  CHECK(expected(steps, due - 1) == 0.9);
}

TEST_CASE("monthly needs twelve shares that sum to one") {
  constexpr double no_number = std::numeric_limits<double>::quiet_NaN();
  CHECK(holds(refused_shares({0.5, 0.5}), "needs 12 shares, found 2"));
  CHECK(holds(refused_shares(std::vector<double>(12, 0.1)), "must sum to 1"));
  CHECK(holds(refused_shares({2, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}), "found -1"));
  CHECK(holds(refused_shares({no_number, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}), "found nan"));
  CHECK(Profile::monthly(std::vector<double>(12, 1.0 / 12)).kind() == ProfileKind::monthly);
}

TEST_CASE("milestones must ascend and stay within one") {
  CHECK(holds(refused_steps({}), "at least one step"));
  CHECK(holds(refused_steps({{start, 1.1}}), "2024-03-01: its fraction must be from 0 to 1"));
  CHECK(holds(refused_steps({{start, -0.1}}), "found -0.1"));
  CHECK(holds(refused_steps({{start, 0.1}, {start, 0.2}}), "must ascend"));
  CHECK(holds(refused_steps({{start, 0.2}, {start + 1, 0.1}}), "must ascend"));
}

TEST_CASE("monthly and milestones need their figures") {
  const auto bare = [](ProfileKind kind) {
    return message_of<jj::TargetError>([&] { (void)Profile(kind); });
  };
  CHECK(holds(bare(ProfileKind::monthly), "needs its figures"));
  CHECK(holds(bare(ProfileKind::milestones), "needs its figures"));
}

TEST_CASE("profiles are equal when kind and figures are") {
  CHECK(Profile(ProfileKind::hold) == Profile(ProfileKind::hold));
  CHECK_FALSE(Profile(ProfileKind::hold) == Profile(ProfileKind::linear));
  CHECK(Profile::monthly(halves) == Profile::monthly(halves));
  CHECK_FALSE(Profile::milestones({{start, 0.1}}) == Profile::milestones({{start, 0.2}}));
}
