// SPDX-License-Identifier: BSL-1.0

// Looking around in a plan.

#include "support/year_plan.hpp"

namespace {

using Ids = std::vector<std::string_view>;

Ids ids_of(const std::vector<jj::Node>& nodes) {
  Ids ids;
  for (const jj::Node& node : nodes) ids.push_back(node.id());
  return ids;
}

/// Parts before their goals, one task in two goals.
jj::Plan sample() {
  return year_plan()
      .task("7.1.1", "搭建平台", {.part_of = {"7.1", "8"}})
      .indicator("7.1.2", "盘活低效用地", year_count(), {.part_of = {"7.1"}})
      .goal("7.1", "用地", {.part_of = {"7"}})
      .goal("7", "更大空间")
      .goal("8", "民生")
      .task("8.1", "搭建平台", {.part_of = {"8"}})
      .build();
}

}  // namespace

TEST_CASE("nodes are found by id") {
  const jj::Plan plan = sample();
  CHECK(plan["7.1.2"].title() == "盘活低效用地");
  CHECK(plan.find_node("7.1.2")->id() == "7.1.2");
  CHECK_FALSE(plan.find_node("7.1.9").has_value());
  CHECK(plan.contains("8"));
  CHECK_FALSE(plan.contains("9"));
  CHECK_FALSE(plan.contains(""));
}

TEST_CASE("an unknown id is refused with the nearest ids") {
  const jj::Plan plan = sample();
  const auto text = message_of<jj::UnknownIdError>([&] { (void)plan["7.1.9"]; });
  CHECK(holds(text, "no node \"7.1.9\"; nearest: \"7.1.1\", \"7.1.2\""));
  jj::PlanBuilder draft("p", sample().period());
  draft.goal("gdp", "");
  const jj::Plan one = std::move(draft).build();
  CHECK(holds(message_of<jj::UnknownIdError>([&] { (void)one["gpd"]; }), "nearest: \"gdp\""));
  CHECK_THROWS_AS(plan.parents("x"), jj::UnknownIdError);
  CHECK_THROWS_AS(plan.children("x"), jj::UnknownIdError);
}

TEST_CASE("nodes come in the author's order, whatever their depth") {
  const jj::Plan plan = sample();
  Ids ids;
  for (const jj::Node node : plan.nodes()) ids.push_back(node.id());
  CHECK(ids == Ids{"7.1.1", "7.1.2", "7.1", "7", "8", "8.1"});
  CHECK(plan.nodes().size() == 6);
  CHECK(plan.nodes()[2].id() == "7.1");
  CHECK(plan["7.1"].position() == 2);
}

TEST_CASE("goals, indicators, tasks and roots are listed") {
  const jj::Plan plan = sample();
  CHECK(ids_of(plan.goals()) == Ids{"7.1", "7", "8"});
  CHECK(ids_of(plan.indicators()) == Ids{"7.1.2"});
  CHECK(ids_of(plan.tasks()) == Ids{"7.1.1", "8.1"});
  CHECK(ids_of(plan.roots()) == Ids{"7", "8"});
}

TEST_CASE("children come in the author's order, parents the deepest first") {
  const jj::Plan plan = sample();
  CHECK(ids_of(plan.children("7.1")) == Ids{"7.1.1", "7.1.2"});
  CHECK(ids_of(plan.children("8")) == Ids{"7.1.1", "8.1"});
  CHECK(ids_of(plan.parents("7.1.1")) == Ids{"7.1", "8"});
  CHECK(plan.children("8.1").empty());
  CHECK(plan.parents("7").empty());
  CHECK(plan["7"].is_root());
  CHECK_FALSE(plan["7.1"].is_root());
}

TEST_CASE("a node is found by the path of its titles") {
  const jj::Plan plan = sample();
  CHECK(plan.find_path({"更大空间", "用地", "搭建平台"})->id() == "7.1.1");
  CHECK(plan.find_path({"更大空间"})->id() == "7");
  CHECK_FALSE(plan.find_path({"用地"}).has_value());              // not a root
  CHECK_FALSE(plan.find_path({"民生", "搭建平台"}).has_value());  // two of them
  CHECK_FALSE(plan.find_path({"民生", "没有"}).has_value());
  CHECK_FALSE(plan.find_path({}).has_value());
}

TEST_CASE("nodes are found by text in id or title") {
  const jj::Plan plan = sample();
  CHECK(ids_of(plan.find("平台")) == Ids{"7.1.1", "8.1"});
  CHECK(ids_of(plan.find("低效用地")) == Ids{"7.1.2"});
  CHECK(ids_of(plan.find("8")) == Ids{"8", "8.1"});
  CHECK(plan.find("没有").empty());
}

TEST_CASE("the outline shows a shared part under every goal and its own parts once") {
  const jj::Plan plan = year_plan()
                            .goal("a", "A")
                            .goal("b", "B")
                            .goal("s", "S", {.part_of = {"a", "b"}})
                            .task("t", "T", {.part_of = {"s"}})
                            .build();
  const auto outline = plan.outline();
  REQUIRE(outline.size() == 5);
  CHECK(outline[0].node.id() == "a");
  CHECK(outline[1].node.id() == "s");
  CHECK_FALSE(outline[1].is_repeated);
  CHECK(outline[2].node.id() == "t");
  CHECK(outline[2].depth == 2);
  CHECK(outline[3].node.id() == "b");
  CHECK(outline[4].node.id() == "s");
  CHECK(outline[4].is_repeated);
}

TEST_CASE("a copy of a plan is the same plan") {
  const jj::Plan plan = sample();
  const jj::Plan copy = plan;  // NOLINT(performance-unnecessary-copy-initialization)
  CHECK(copy == plan);
  CHECK(copy["7"] == plan["7"]);
}

TEST_CASE("plans of the same nodes in another order are different plans") {
  const jj::Plan ab = year_plan().task("a", "A").task("b", "B").build();
  const jj::Plan ba = year_plan().task("b", "B").task("a", "A").build();
  CHECK_FALSE(ab == ba);
  CHECK(ab == year_plan().task("a", "A").task("b", "B").build());
}

TEST_CASE("a task has a linear profile with a start of its own and none without") {
  const jj::Plan plan =
      year_plan().task("a", "A", {.start = new_year}).task("b", "B").goal("g", "G").build();
  CHECK(plan["a"].profile() == jj::Profile(jj::ProfileKind::linear));
  CHECK(plan["b"].profile() == jj::Profile(jj::ProfileKind::at_due));
  CHECK_FALSE(plan["a"].progress().has_value());
  CHECK_FALSE(plan["g"].duration().has_value());
}

TEST_CASE("a plan of a hundred thousand nodes finds each of them") {
  jj::PlanBuilder draft = year_plan();
  draft.goal("g", "G");
  for (int i = 0; i < 100'000; ++i) draft.task("t" + std::to_string(i), "T", {.part_of = {"g"}});
  const jj::Plan plan = draft.build();
  CHECK(plan.size() == 100'001);
  CHECK(plan["t0"].position() == 1);
  CHECK(plan["t99999"].position() == 100'000);
  CHECK(plan.children("g").size() == 100'000);
}
