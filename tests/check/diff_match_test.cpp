// SPDX-License-Identifier: BSL-1.0

// Which node of one plan is taken for which of another.

#include <jinjiang/analysis/diff.hpp>

#include "support/catch.hpp"
#include "support/year_plan.hpp"

namespace {

/// The id of what a node became, and how it was found; `-` when it was removed.
std::string became(const jj::PlanBuilder& before, const jj::PlanBuilder& after,
                   std::string_view id) {
  const jj::PlanDiff diff = jj::diff(before.build(), after.build());
  const auto node = diff.find_after(id);
  return node ? std::string(node->id()) : "-";
}

}  // namespace

TEST_CASE("likeness is the share of the pairs of characters") {
  // 上云企业: 上云 云企 企业; 上云企业数: one pair more, so 2 * 3 / (3 + 4).
  CHECK(jj::likeness("上云企业", "上云企业数") == Approx(6.0 / 7));
  CHECK(jj::likeness("上云企业", "上云企业") == 1);
  CHECK(jj::likeness("上 云　企业", "上云企业") == 1);
  CHECK(jj::likeness("上云", "下海") == 0);
  CHECK(jj::likeness("甲", "甲") == 1);
  CHECK(jj::likeness("甲", "乙") == 0);
  CHECK(jj::likeness("", "") == 1);
  CHECK(jj::likeness("", "甲") == 0);
  CHECK(jj::likeness("aaa", "aa") == Approx(2.0 / 3));  // aa aa and aa
}

TEST_CASE("nodes are matched by id, whatever their titles") {
  auto before = year_plan();
  auto after = year_plan();
  before.task("a", "盘活低效用地");
  after.task("a", "搭建在线监管平台").task("b", "乙");
  CHECK(became(before, after, "a") == "a");
}

TEST_CASE("an id that names something else now does not match") {
  auto before = year_plan();
  auto after = year_plan();
  before.task("1", "盘活低效用地").task("2", "搭建在线监管平台");
  after.task("1", "建设市民中心").task("2", "盘活低效用地").task("3", "搭建在线监管平台");
  CHECK(became(before, after, "1") == "2");
  CHECK(became(before, after, "2") == "3");
  CHECK(jj::diff(before.build(), after.build()).count(jj::DiffKind::added) == 1);
}

TEST_CASE("what has another id is found by its title under the same goal") {
  auto before = year_plan();
  auto after = year_plan();
  for (auto* draft : {&before, &after}) draft->goal("g", "城区").goal("h", "镇街");
  before.task("a", "绿化", {.part_of = {"g"}}).task("b", "绿化", {.part_of = {"h"}});
  after.task("x", "绿化", {.part_of = {"h"}}).task("y", "绿化 ", {.part_of = {"g"}});
  CHECK(became(before, after, "a") == "y");
  CHECK(became(before, after, "b") == "x");
}

TEST_CASE("what stands somewhere else is found by a title that stands once") {
  auto before = year_plan();
  auto after = year_plan();
  for (auto* draft : {&before, &after}) draft->goal("g", "城区").goal("h", "镇街");
  before.task("a", "绿化", {.part_of = {"g"}});
  after.task("x", "绿化", {.part_of = {"h"}});
  CHECK(became(before, after, "a") == "x");
  after.task("y", "绿化", {.part_of = {"h"}});
  CHECK(became(before, after, "a") == "-");
}

TEST_CASE("a similar title under the same goal is taken for it, the likest first") {
  auto before = year_plan();
  auto after = year_plan();
  before.goal("g", "总").task("a", "新建公办幼儿园5所", {.part_of = {"g"}});
  after.goal("g", "总")
      .task("x", "改建公办幼儿园", {.part_of = {"g"}})
      .task("y", "新建公办幼儿园8所", {.part_of = {"g"}})
      .task("z", "修路", {.part_of = {"g"}});
  CHECK(became(before, after, "a") == "y");
  const auto diff = jj::diff(before.build(), after.build());
  CHECK(diff.nodes()[1].matched_by == jj::MatchedBy::likeness);
  CHECK(diff.count(jj::DiffKind::added) == 2);
}

TEST_CASE("another kind is never taken for it by its title") {
  auto before = year_plan();
  auto after = year_plan();
  before.task("a", "绿化");
  after.goal("x", "绿化").indicator("y", "绿化", year_count());
  CHECK(became(before, after, "a") == "-");
}

TEST_CASE("a goal that was found by its title is the place of its parts") {
  auto before = year_plan();
  auto after = year_plan();
  before.goal("1", "产业升级")
      .goal("2", "城市更新")
      .task("1.1", "提升", {.part_of = {"1"}})
      .task("2.1", "提升", {.part_of = {"2"}});
  after.goal("a", "城市更新")
      .goal("b", "产业升级工程")
      .task("a.1", "提升", {.part_of = {"a"}})
      .task("b.1", "提升", {.part_of = {"b"}});
  CHECK(became(before, after, "2") == "a");
  CHECK(became(before, after, "1") == "b");
  CHECK(became(before, after, "2.1") == "a.1");
  CHECK(became(before, after, "1.1") == "b.1");
}

TEST_CASE("nodes without a title are matched by their ids only") {
  auto before = year_plan();
  auto after = year_plan();
  before.task("a", "");
  after.task("b", "");
  CHECK(became(before, after, "a") == "-");
}

TEST_CASE("a node that the first plan does not have is unknown") {
  auto before = year_plan();
  before.task("abc", "甲");
  const auto diff = jj::diff(before.build(), before.build());
  CHECK(holds(message_of<jj::UnknownIdError>([&] { static_cast<void>(diff.find_after("abd")); }),
              "\"abc\""));
}
