// SPDX-License-Identifier: BSL-1.0

// Findings about targets.

#include "check/findings.hpp"

using enum jj::CheckCode;

TEST_CASE("an indicator without a target is found") {
  auto draft = year_plan();
  draft.indicator("a", "甲", std::nullopt).indicator("b", "乙", year_count());
  CHECK(found(draft, indicator_without_target) == Lines{"a"});
}

TEST_CASE("a target that is set elsewhere is found until a revision gives it") {
  auto draft = year_plan();
  draft.indicator("a", "甲",
                  jj::Target::set_elsewhere("省政府", jj::UnitTable::standard().at("%")));
  CHECK(
      sentences(draft, target_set_elsewhere) ==
      Lines{"the target of 甲 (a) is set by 省政府 and not yet filled in, so it cannot be judged"});
  draft.revise("a", {mid_year, jj::at_least(3, "%"), ""});
  CHECK(found(draft, target_set_elsewhere).empty());
}

TEST_CASE("a level or share that is to rise has a baseline value") {
  auto draft = year_plan();
  draft.indicator("a", "甲", jj::above(900, "家"))
      .indicator("b", "乙", jj::above(900, "家", {.baseline = 800}))
      .indicator("c", "丙", jj::reach(80, "%"))
      .indicator("d", "丁", jj::at_most(5, "%"))
      .indicator("e", "戊", year_count())
      .indicator("f", "己", jj::reach(0, "家", {.direction = jj::Direction::higher}))
      .indicator("g", "庚", jj::reach(6, "%", {.measure = jj::Measure::growth}));
  CHECK(found(draft, level_without_baseline) == Lines{"a", "c"});
  CHECK(sentences(draft, level_without_baseline)[0] ==
        "甲 (a) has no baseline value: its progress towards 900 家 counts from zero");
}

TEST_CASE("a flow counts from zero, so a baseline value of it is found") {
  auto draft = year_plan();
  draft
      .indicator("a", "甲",
                 jj::reach(300, "家", {.measure = jj::Measure::increment, .baseline = 280}))
      .indicator("b", "乙",
                 jj::at_most(600, "家", {.measure = jj::Measure::count, .baseline = 700}))
      .indicator("c", "丙",
                 jj::reach(300, "家", {.measure = jj::Measure::increment, .baseline = 0}))
      .indicator("d", "丁", jj::reach(300, "家", {.measure = jj::Measure::net_increment}))
      .indicator("e", "戊", jj::reach(300, "家", {.baseline = 280}));
  CHECK(sentences(draft, flow_with_baseline) ==
        Lines{"甲 (a) has the baseline value 280 家: only what exceeds it counts as progress",
              "乙 (b) has the baseline value 700 家: only what exceeds it counts as progress"});
}

TEST_CASE("a baseline value that meets the target is found") {
  auto draft = year_plan();
  draft.indicator("a", "甲", jj::at_least(80, "%", {.baseline = 85}))
      .indicator("b", "乙", jj::above(900, "家", {.baseline = 900}))
      .indicator("c", "丙", jj::at_most(5, "%", {.baseline = 4}))
      .indicator("d", "丁", jj::reach(6, "%", {.measure = jj::Measure::growth, .baseline = 7}));
  CHECK(sentences(draft, baseline_meets_target) ==
        Lines{"the baseline value of 甲 (a), 85%, already meets its target 80%",
              "the baseline value of 丙 (c), 4%, already meets its target 5%"});
}

TEST_CASE("one of several siblings in another scale of their unit is found") {
  auto draft = year_plan();
  draft.goal("g", "总")
      .indicator("a", "甲", jj::reach(5, "亿元"), {.part_of = {"g"}})
      .indicator("b", "乙", jj::reach(6, "亿元"), {.part_of = {"g"}})
      .indicator("c", "丙", jj::reach(7000, "万元"), {.part_of = {"g"}})
      .indicator("small", "丁", jj::reach(700, "万元"), {.part_of = {"g"}})  // 0.07 亿元
      .indicator("d", "戊", jj::reach(7, "家"), {.part_of = {"g"}})
      .indicator("e", "己", jj::reach(7, "户"), {.part_of = {"g"}})
      .indicator("f", "庚", jj::reach(7, "亩"), {.part_of = {"g"}})
      .indicator("h", "辛", jj::reach(7, "万平方米"), {.part_of = {"g"}})
      .indicator("alone", "壬", jj::reach(7000, "万元"));
  CHECK(found(draft, unit_unlike_siblings) == Lines{"c: a"});
  CHECK(sentences(draft, unit_unlike_siblings) == Lines{"丙 (c) is in 万元, but 甲 (a) in 亿元"});
}

TEST_CASE("a great figure keeps its scale, and a pair of siblings is named once") {
  auto draft = year_plan();
  draft.goal("g", "总")
      .goal("h", "另")
      .indicator("a", "甲", jj::reach(5, "亩"), {.part_of = {"g", "h"}})
      .indicator("b", "乙", jj::reach(6, "亩"), {.part_of = {"g"}})
      .indicator("c", "丙", jj::reach(0.5, "万亩"), {.part_of = {"g", "h"}})
      .indicator("d", "丁", jj::reach(3, "万亩"), {.part_of = {"g"}});
  // 0.5 万亩 is 5000 亩, and 3 万亩 is better than 30000 亩.
  CHECK(found(draft, unit_unlike_siblings) == Lines{"c: a"});
}

TEST_CASE("a title that promises another measure is found") {
  auto draft = year_plan();
  draft.indicator("a", "地区生产总值增长", jj::reach(6, "%"))
      .indicator("b", "工业增加值增速", jj::reach(6, "%", {.measure = jj::Measure::growth}))
      .indicator("c", "新增上市企业", jj::reach(3, "家"))
      .indicator("d", "新增上市企业数", jj::reach(3, "家", {.measure = jj::Measure::increment}))
      .indicator("e", "净增规上企业", jj::reach(3, "家", {.measure = jj::Measure::increment}))
      .indicator("f", "经济增长点", jj::reach(3, "个"))
      .indicator("g", "综合排名", jj::reach(3, "位"))
      .indicator("h", "服务业占比", jj::reach(45, "%", {.measure = jj::Measure::growth}));
  CHECK(found(draft, measure_unlike_title) == Lines{"a", "c", "e", "g", "h"});
  CHECK(sentences(draft, measure_unlike_title, jj::Language::zh)[0] ==
        "地区生产总值增长（a）的标题说“增长”，计量方式却是“占比”");
  CHECK(sentences(draft, measure_unlike_title)[1] ==
        "the title of 新增上市企业 (c) says “新增”, but its measure is level");
}

TEST_CASE("a revision that takes effect after the due date is a problem") {
  auto draft = year_plan();
  draft
      .indicator("a", "甲", year_count(),
                 {.due = mid_year, .revisions = {{mid_year + 1, jj::reach(5, "个"), ""}}})
      .indicator("b", "乙", year_count(),
                 {.due = mid_year,
                  .revisions = {{mid_year, jj::reach(5, "个"), ""},
                                {mid_year + 1, jj::reach(5, "个", {.due = year_end}), ""}}});
  CHECK(sentences(draft, revision_after_due) ==
        Lines{"the target of 甲 (a) is revised from 2024-07-01 on, but it is due on 2024-06-30"});
  CHECK(jj::check(draft.build()).problems() == 1);
}
