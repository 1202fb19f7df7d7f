// SPDX-License-Identifier: BSL-1.0

#include <jinjiang/model/yardstick.hpp>

#include "support/text.hpp"

namespace {

constexpr auto growth = jj::Measure::growth;
constexpr auto rank = jj::Measure::rank;

}  // namespace

TEST_CASE("row 1: a flow without a baseline is measured from zero") {
  const auto target = jj::reach(7000, "亩", {.measure = jj::Measure::increment});
  CHECK(jj::progress(target, 1600) == near(1600.0 / 7000));  // 0.2286
  CHECK_FALSE(jj::is_met(target, 1600));
}

TEST_CASE("rows 2 to 4: above without and with a baseline, and exactly at the bound") {
  const auto bare = jj::above(900, "家");
  CHECK(jj::progress(bare, 855) == near(0.95));  // 855 / 900
  CHECK_FALSE(jj::is_met(bare, 855));

  const auto from_800 = jj::above(900, "家", {.baseline = 800});
  CHECK(jj::progress(from_800, 855) == near(0.55));  // (855 - 800) / (900 - 800)
  CHECK_FALSE(jj::is_met(from_800, 855));
  CHECK(jj::progress(from_800, 900) == near(1));  // (900 - 800) / (900 - 800)
  CHECK_FALSE(jj::is_met(from_800, 900));         // 超900家 excludes 900
  CHECK(jj::is_met(from_800, 901));
}

TEST_CASE("rows 5 and 6: about 6 % is decided at 5.5 %") {
  const auto target = jj::about(6, "%", {.measure = growth});
  CHECK(jj::goal_value(target) == 5.5);                 // 6 - 0.5 points
  CHECK(jj::progress(target, 5.4) == near(5.4 / 5.5));  // 0.9818
  CHECK_FALSE(jj::is_met(target, 5.4));
  CHECK(jj::is_met(target, 5.5));
  CHECK(jj::progress(target, 9.7) == near(9.7 / 5.5));  // 1.7636
  CHECK(jj::is_met(target, 9.7));
}

TEST_CASE("rows 7 and 8: a ceiling without and with a baseline") {
  const auto bare = jj::at_most(5.5, "%");
  CHECK(jj::progress(bare, 5.0) == near(1 + 0.5 / 5.5));  // 1 - (5 - 5.5) / 5.5 = 1.0909
  CHECK(jj::is_met(bare, 5.0));
  CHECK(jj::is_met(bare, 5.5));  // 以内 includes the number

  const auto from = jj::at_most(5.5, "%", {.baseline = 7.5});
  CHECK(jj::progress(from, 6.5) == near(0.5));  // (6.5 - 7.5) / (5.5 - 7.5)
  CHECK_FALSE(jj::is_met(from, 6.5));
}

TEST_CASE("rows 9 and 10: in a rank the lower place is the better") {
  const auto from_5 = jj::reach(3, "位", {.measure = rank, .baseline = 5});
  CHECK(jj::progress(from_5, 4) == near(0.5));  // (4 - 5) / (3 - 5)
  CHECK_FALSE(jj::is_met(from_5, 4));

  const auto bare = jj::reach(4, "位", {.measure = rank});
  CHECK(jj::progress(bare, 5) == near(0.75));  // 1 - (5 - 4) / 4
  CHECK_FALSE(jj::is_met(bare, 5));
  CHECK(jj::is_met(bare, 3));
}

TEST_CASE("row 11: a goal of zero is measured in units") {
  const auto target = jj::at_least(0, "%", {.measure = growth});
  CHECK(jj::progress(target, -0.4) == near(0.6));  // 1 + (-0.4 - 0) / 1
  CHECK_FALSE(jj::is_met(target, -0.4));
  CHECK(jj::is_met(target, 0));
}

TEST_CASE("row 12: negative numbers go from baseline to goal") {
  const auto deficit = jj::reach(-2, "亿元", {.baseline = -6});
  CHECK(jj::progress(deficit, -3) == near(0.75));  // (-3 + 6) / (-2 + 6)
  CHECK_FALSE(jj::is_met(deficit, -3));
  CHECK(jj::is_met(deficit, -2));
}

TEST_CASE("row 13: a baseline that already meets the goal is no starting point") {
  const auto keep = jj::reach(80, "%", {.baseline = 85});
  CHECK(jj::progress(keep, 76) == near(0.95));  // 76 / 80
  CHECK_FALSE(jj::is_met(keep, 76));
  CHECK(jj::is_met(keep, 80));
}

TEST_CASE("row 14: within a range the distance to the nearest bound counts") {
  const auto range = jj::between(5, 6, "%", {.measure = growth});
  CHECK(jj::progress(range, 6.6) == near(0.9));  // 1 - 0.6 / 6
  CHECK_FALSE(jj::is_met(range, 6.6));
  CHECK(jj::progress(range, 4) == near(0.8));  // 1 - 1 / 5
  CHECK(jj::progress(range, 5.5) == near(1));  // distance 0
  CHECK(jj::is_met(range, 5));
  CHECK(jj::is_met(range, 6));
}

TEST_CASE("row 15: progress is not cut at one") {
  const auto target = jj::reach(100, "个", {.measure = jj::Measure::count});
  CHECK(jj::progress(target, 112) == near(1.12));  // 112 / 100
  CHECK(jj::is_met(target, 112));
}

TEST_CASE("row 16: below excludes the number") {
  const auto target = jj::below(20, "微克/立方米", {.baseline = 24});
  CHECK(jj::progress(target, 20) == near(1));  // (20 - 24) / (20 - 24)
  CHECK_FALSE(jj::is_met(target, 20));
  CHECK(jj::is_met(target, 19.9));
}

TEST_CASE("progress falls below zero when things get worse than the baseline") {
  const auto target = jj::above(900, "家", {.baseline = 800});
  CHECK(jj::progress(target, 790) == near(-0.1));  // (790 - 800) / (900 - 800)
}

TEST_CASE("the tolerance of about is half a point for rates and 5 % of the value otherwise") {
  CHECK(jj::goal_value(jj::about(6, "%")) == 5.5);
  CHECK(jj::goal_value(jj::about(2, "百分点")) == 1.5);
  CHECK(jj::goal_value(jj::about(200, "家")) == 190);  // 200 - 0.05 * 200
  CHECK(jj::goal_value(jj::about(-200, "家")) == -210);
  CHECK(jj::goal_value(jj::about(6, "%", {.tolerance = 1})) == 5);
  CHECK(jj::goal_value(jj::about(5, "‰")) == 0);  // half a percentage point is 5 ‰
}

TEST_CASE("about with direction lower is a ceiling plus its tolerance") {
  const auto target = jj::about(4, "%", {.direction = jj::Direction::lower});
  CHECK(jj::goal_value(target) == 4.5);
  CHECK(jj::is_met(target, 4.5));
  CHECK(jj::is_met(target, 1));
  CHECK_FALSE(jj::is_met(target, 4.6));
  CHECK(jj::progress(target, 5.4) == near(0.8));  // 1 - (5.4 - 4.5) / 4.5
}

TEST_CASE("about with direction within is held on both sides") {
  const auto target = jj::about(100, "元", {.direction = jj::Direction::within, .tolerance = 10});
  CHECK(jj::is_met(target, 90));
  CHECK(jj::is_met(target, 110));
  CHECK_FALSE(jj::is_met(target, 89));
  CHECK_FALSE(jj::is_met(target, 111));
  CHECK(jj::progress(target, 81) == near(0.9));   // 1 - 9 / 90
  CHECK(jj::progress(target, 132) == near(0.8));  // 1 - 22 / 110
  CHECK(jj::progress(target, 100) == near(1.0));
}

TEST_CASE("between with an explicit direction is held at one bound only") {
  const auto up = jj::between(5, 6, "%", {.direction = jj::Direction::higher});
  CHECK(jj::goal_value(up) == 5);
  CHECK(jj::is_met(up, 7));
  CHECK_FALSE(jj::is_met(up, 4.9));
  const auto down = jj::between(5, 6, "%", {.direction = jj::Direction::lower});
  CHECK(jj::goal_value(down) == 6);
  CHECK(jj::is_met(down, 4));
  CHECK_FALSE(jj::is_met(down, 6.1));
}

TEST_CASE("reach with direction lower is met by less") {
  const auto target = jj::reach(0, "件", {.direction = jj::Direction::lower});
  CHECK(jj::is_met(target, 0));
  CHECK_FALSE(jj::is_met(target, 1));
  CHECK(jj::progress(target, 3) == near(-2));  // 1 - (3 - 0) / 1
}

TEST_CASE("within a range a baseline outside it gives the scale") {
  const auto range = jj::between(5, 6, "%", {.baseline = 2});
  CHECK(jj::progress(range, 3) == near(1.0 / 3));  // 1 - (5 - 3) / |5 - 2|
  CHECK(jj::progress(range, 2) == near(0));
}

TEST_CASE("a baseline exactly at a strict bound has not met it, so it cannot be the scale") {
  // s = |900 - 900| = 0 would divide by zero: |g| is taken.
  const auto target = jj::above(900, "家", {.baseline = 900});
  CHECK(jj::progress(target, 855) == near(0.95));  // 855 / 900
  CHECK(jj::progress(target, 900) == near(1));
}

TEST_CASE("whether a reading meets a goal forgives binary rounding only") {
  CHECK(jj::is_met(jj::reach(0.3, "亿元"), 0.1 + 0.2));
  CHECK(jj::is_met(jj::at_most(0.3, "亿元"), 0.1 + 0.2));
  CHECK_FALSE(jj::is_met(jj::above(0.3, "亿元"), 0.1 + 0.2));
  CHECK_FALSE(jj::is_met(jj::reach(0.3, "亿元"), 0.3 - 1e-13));
  CHECK(jj::is_met(jj::above(0.3, "亿元"), 0.3 + 1e-13));
}

TEST_CASE("a target without a value of its own has no yardstick") {
  const jj::Unit percent = jj::UnitTable::standard().at("%");
  const auto relative = jj::Target::relative(jj::Comparator::above, {"income.rural"}, percent);
  CHECK(
      holds(message_of<jj::TargetError>([&] { (void)jj::goal_value(relative); }), "income.rural"));
  const auto elsewhere = jj::Target::set_elsewhere("省政府", percent);
  CHECK(holds(message_of<jj::TargetError>([&] { (void)jj::progress(elsewhere, 1); }), "省政府"));
  CHECK(holds(message_of<jj::TargetError>([&] { (void)jj::is_met(elsewhere, 1); }), "省政府"));
}
