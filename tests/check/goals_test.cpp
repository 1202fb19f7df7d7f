// SPDX-License-Identifier: BSL-1.0

// Findings about goals and their parts.

#include "check/findings.hpp"

using enum jj::CheckCode;

namespace {

jj::NodeOptions part_of(std::initializer_list<jj::PartOf> goals) { return {.part_of = goals}; }

}  // namespace

TEST_CASE("a goal without an indicator or a task is found, of several the lowest") {
  const auto draft = std::move(year_plan()
                                   .goal("g", "总")
                                   .goal("s", "分", part_of({"g"}))
                                   .goal("t", "另", part_of({"s"}))
                                   .goal("full", "满")
                                   .task("a", "甲", part_of({"full"})));
  CHECK(found(draft, goal_without_leaf) == Lines{"t"});
  CHECK(sentences(draft, goal_without_leaf) ==
        Lines{"另 (t) has no indicator and no task beneath it, so it is never judged"});
  CHECK(sentences(draft, goal_without_leaf, jj::Language::zh) ==
        Lines{"另（t）下没有任何指标和任务，永远得不到评价"});
}

TEST_CASE("a goal whose leaves are watched or cancelled is never judged") {
  const auto draft =
      std::move(year_plan()
                    .goal("g", "总")
                    .indicator("a", "甲", std::nullopt, part_of({"g"}))
                    .task("b", "乙", {.part_of = {"g"}, .lifecycle = jj::Lifecycle::cancelled})
                    .goal("h", "另")
                    .indicator("c", "丙", year_count(), part_of({"h"})));
  CHECK(found(draft, goal_never_judged) == Lines{"g"});
  CHECK(sentences(draft, goal_never_judged) ==
        Lines{"all 2 leaves beneath 总 (g) are only watched or cancelled, so it is never judged"});
}

TEST_CASE("a goal with one part is found, and cancelled parts do not count") {
  const auto draft =
      std::move(year_plan()
                    .goal("g", "总")
                    .task("a", "甲", part_of({"g"}))
                    .task("b", "乙", {.part_of = {"g"}, .lifecycle = jj::Lifecycle::cancelled})
                    .goal("h", "另")
                    .task("c", "丙", part_of({"h"}))
                    .task("d", "丁", part_of({"h"})));
  CHECK(found(draft, goal_with_one_part) == Lines{"g: a"});
}

TEST_CASE("at least three of two is found") {
  auto draft = year_plan();
  draft.goal("g", "总", {.rule = {jj::RuleKind::at_least, 3}})
      .task("a", "甲", part_of({"g"}))
      .task("b", "乙", part_of({"g"}))
      .indicator("watched", "看", std::nullopt, part_of({"g"}))
      .goal("h", "另", {.rule = {jj::RuleKind::at_least, 1}})
      .task("c", "丙", part_of({"h"}));
  CHECK(sentences(draft, at_least_unreachable) ==
        Lines{"总 (g) asks for 3 parts to be met, but only 2 of its parts can be"});
}

TEST_CASE("a leaf outside all goals is found where there are goals") {
  auto draft = year_plan();
  draft.task("a", "甲");
  CHECK(found(draft, leaf_outside_goals).empty());
  draft.goal("g", "总").task("b", "乙", part_of({"g"}));
  CHECK(found(draft, leaf_outside_goals) == Lines{"a"});
}

TEST_CASE("a part of cancelled goals only is found") {
  auto draft = year_plan();
  draft.goal("g", "总", {.lifecycle = jj::Lifecycle::cancelled})
      .goal("h", "另")
      .task("a", "甲", part_of({"g"}))
      .task("b", "乙", part_of({"g", "h"}))
      .task("c", "丙", {.part_of = {"g"}, .lifecycle = jj::Lifecycle::cancelled});
  CHECK(found(draft, part_of_cancelled) == Lines{"a: g"});
}

TEST_CASE("what counts in a goal along two paths is found, with the goal where they meet") {
  auto draft = year_plan();
  draft.goal("top", "顶")
      .goal("g", "总", part_of({"top"}))
      .goal("s", "分", part_of({"g"}))
      .goal("t", "另", part_of({"g"}))
      .task("twice", "甲", part_of({"s", "t"}))
      .task("above", "乙", part_of({"g", "s"}))
      .goal("apart", "旁")
      .task("once", "丙", part_of({"s", "apart"}));
  CHECK(found(draft, double_counting) == Lines{"twice: g", "above: g"});
  CHECK(sentences(draft, double_counting)[0] == "甲 (twice) counts in 总 (g) along 2 paths");
}

TEST_CASE("a path through a cancelled goal counts nothing") {
  auto draft = year_plan();
  draft.goal("g", "总")
      .goal("s", "分", part_of({"g"}))
      .goal("t", "另", {.part_of = {"g"}, .lifecycle = jj::Lifecycle::cancelled})
      .task("a", "甲", part_of({"s", "t"}));
  CHECK(found(draft, double_counting).empty());
}

TEST_CASE("a weight below a hundredth is found, unless it is a veto or one of many equals") {
  auto draft = year_plan();
  draft.goal("g", "总")
      .task("a", "甲", part_of({{"g", 50}}))
      .task("b", "乙", part_of({{"g", 49.4}}))
      .task("c", "丙", part_of({{"g", 0.4}}))
      .task("v", "丁", part_of({{"g", 0.2, true}}));
  // 0.4 / (50 + 49.4 + 0.4 + 0.2) = 0.4 %
  CHECK(sentences(draft, negligible_weight) ==
        Lines{"丙 (c) makes 0.4% of 总 (g), which hardly moves it"});
  auto many = year_plan();
  many.goal("g", "总");
  for (int i = 0; i < 200; ++i) many.task("t" + std::to_string(i), "甲", part_of({"g"}));
  CHECK(found(many, negligible_weight).empty());
}

TEST_CASE("a weight of nine tenths drowns the others") {
  auto draft = year_plan();
  draft.goal("g", "总")
      .task("a", "甲", part_of({{"g", 90}}))
      .task("b", "乙", part_of({{"g", 9.9}}))
      .task("c", "丙", part_of({{"g", 0.1}}))
      .goal("h", "另")
      .task("d", "丁", part_of({{"h", 89}}))
      .task("e", "戊", part_of({{"h", 11}}));
  CHECK(sentences(draft, dominant_weight) ==
        Lines{"甲 (a) makes 90% of 总 (g); the other 2 parts hardly count"});
  CHECK(found(draft, negligible_weight).empty());  // the other finding says it
}

TEST_CASE("weights that a rule does not use are found") {
  auto draft = year_plan();
  draft.goal("w", "差", {.rule = {jj::RuleKind::worst}})
      .task("a", "甲", part_of({{"w", 2}}))
      .task("b", "乙", part_of({{"w", 1}}))
      .goal("k", "几", {.rule = {jj::RuleKind::at_least, 1}})
      .task("c", "丙", part_of({{"k", 2}}))
      .task("d", "丁", part_of({{"k", 3}}))
      .goal("all", "全", {.rule = {jj::RuleKind::all}})
      .task("e", "戊", part_of({{"all", 2}}))
      .task("f", "己", part_of({{"all", 3}}))
      .goal("equal", "等", {.rule = {jj::RuleKind::worst}})
      .task("h", "庚", part_of({{"equal", 2}}))
      .task("i", "辛", part_of({{"equal", 2}}));
  CHECK(found(draft, weight_without_effect) == Lines{"w", "k"});
  CHECK(sentences(draft, weight_without_effect)[1] ==
        "几 (k) asks for 1 parts to be met: its different weights count for its coverage only");
}
