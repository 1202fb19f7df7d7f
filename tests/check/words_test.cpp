// SPDX-License-Identifier: BSL-1.0

// Findings about the words of nodes, and what a plan silences.

#include "check/findings.hpp"

using enum jj::CheckCode;

TEST_CASE("indicators and tasks without a lead unit are found, goals are not asked") {
  auto draft = year_plan();
  draft.goal("g", "总")
      .indicator("a", "甲", year_count(), {.part_of = {"g"}})
      .indicator("b", "乙", year_count(), {.part_of = {"g"}, .owner = "发改局"})
      .task("c", "丙", {.part_of = {"g"}})
      .task("d", "丁", {.part_of = {"g"}, .owner = "住建局"});
  CHECK(found(draft, indicator_without_owner) == Lines{"a"});
  CHECK(found(draft, task_without_owner) == Lines{"c"});
}

TEST_CASE("a node without a title is found and named by its id") {
  auto draft = year_plan();
  draft.task("a", "").task("b", " 　").task("c", "丙");
  CHECK(sentences(draft, node_without_title) == Lines{"a has no title", "b has no title"});
  CHECK(found(draft, duplicate_title).empty());
}

TEST_CASE("the same title twice is found among nodes of a kind") {
  auto draft = year_plan();
  draft.goal("g", "绿化")
      .task("a", "绿化", {.part_of = {"g"}})
      .task("b", " 绿化", {.part_of = {"g"}})
      .task("c", "绿化", {.part_of = {"g"}});
  draft.indicator("judged", "空气优良天数", year_count(), {.part_of = {"g"}})
      .indicator("watched", "空气优良天数", std::nullopt, {.part_of = {"g"}});
  CHECK(found(draft, duplicate_title) == Lines{"b: a", "c: a"});
}

TEST_CASE("a promise without a number that says only more or better is vague") {
  auto draft = year_plan();
  draft.task("a", "营商环境明显改善")
      .task("b", "进一步明显改善")
      .task("c", "加快建设20个项目")
      .task("d", "建成市民中心")
      .indicator("e", "显著提高", std::nullopt)
      .indicator("f", "稳步增加", year_count())
      .task("g", "Strengthening of roads")
      .task("h", "explore a new way")
      .task("i", "加快建设２０个项目");
  CHECK(found(draft, vague_target) == Lines{"a", "b", "e", "h"});
  CHECK(sentences(draft, vague_target)[1] ==
        "进一步明显改善 (b) says “进一步”, and nothing by which it could be measured");
}

TEST_CASE("a code is silenced on its node, or in the whole plan") {
  auto draft = year_plan();
  draft.task("a", "甲", {.extensions = {{"x-silence", R"(["task-without-owner"])"}}})
      .task("b", "乙");
  CHECK(found(draft, task_without_owner) == Lines{"b"});
  CHECK(jj::check(draft.build()).silenced() == 1);
  draft.extensions({{"x-silence", R"([ "task-without-owner" , "task-without-due" ])"}});
  CHECK(found(draft, task_without_owner).empty());
  CHECK(found(draft, task_without_due).empty());
  CHECK(jj::check(draft.build()).silenced() == 4);
}

TEST_CASE("a single text silences as a list of one does") {
  auto draft = year_plan();
  draft.task("a", "甲", {.extensions = {{"x-silence", R"( "task-without-owner" )"}}});
  CHECK(found(draft, task_without_owner).empty());
}

TEST_CASE("a code that is none is a problem, and names the nearest") {
  auto draft = year_plan();
  draft.extensions({{"x-silence", R"(["task-without-ownr"])"}})
      .task("a", "甲", {.extensions = {{"x-silence", R"(["zzz"])"}}});
  CHECK(found(draft, unknown_silence) == Lines{"plan", "a"});
  CHECK(sentences(draft, unknown_silence) ==
        Lines{"x-silence of the plan: “task-without-ownr” is no code of a check; nearest: "
              "task-without-owner",
              "x-silence of 甲 (a): “zzz” is no code of a check"});
}

TEST_CASE("x-silence that is no list of texts is a problem and silences nothing") {
  for (const char* json :
       {"7", "[1]", "{}", R"(["task-without-owner")", R"(["task-without-owner",])",
        R"(["task-without-owner"] x)", R"("task-without-owner)", "[,]", "", "\"\\"}) {
    INFO(json);
    auto draft = year_plan();
    draft.task("a", "甲", {.extensions = {{"x-silence", json}}});
    CHECK(found(draft, unknown_silence) == Lines{"a"});
    CHECK(found(draft, task_without_owner) == Lines{"a"});
  }
}

TEST_CASE("a code that silences nothing on its node is found") {
  auto draft = year_plan();
  draft.task("a", "甲",
             {.owner = "发改局",
              .extensions = {{"x-silence", R"(["task-without-owner", "task-without-due"])"}}});
  CHECK(sentences(draft, unused_silence) ==
        Lines{"x-silence of 甲 (a): “task-without-owner” silences nothing"});
}

TEST_CASE("nothing is found about a cancelled node") {
  auto draft = year_plan();
  draft.task("a", "",
             {.lifecycle = jj::Lifecycle::cancelled, .extensions = {{"x-silence", R"(["zzz"])"}}});
  CHECK(jj::check(draft.build()).findings().empty());
}

TEST_CASE("every code has words in both languages") {
  for (std::size_t i = 0; i < jj::EnumNames<jj::CheckCode>::all.size(); ++i) {
    const auto code = static_cast<jj::CheckCode>(i);
    INFO(jj::to_string(code));
    for (const auto language : {jj::Language::zh, jj::Language::en}) {
      CHECK_FALSE(jj::label(code, language).empty());
      CHECK_FALSE(jj::hint(code, language).empty());
    }
    CHECK(jj::find_enum<jj::CheckCode>(jj::to_string(code)) == code);
  }
}
