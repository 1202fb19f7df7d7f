// SPDX-License-Identifier: BSL-1.0

// Drafts that become plans, and edits of drafts.

#include "support/problems.hpp"

namespace {

/// A plan that uses every part of the model.
jj::PlanBuilder full_draft() {
  jj::PlanBuilder draft = year_plan();
  jj::UnitTable units = jj::UnitTable::standard();
  units.add("台套", "台套");
  draft.title("年度计划").issuer("市政府").language(jj::Language::en);
  draft.source({.document = "报告", .section = "一", .begin = 3, .end = 90}).units(units);
  draft.policy({.ahead = 1.2, .missing = jj::Missing::zero, .stale_after = 30});
  draft.extensions({{"x-plan", "{\"a\":1}"}});
  draft.goal("g", "目标", {.firmness = jj::Firmness::must, .rule = {jj::RuleKind::at_least, 2}});
  draft.goal("h", "其他", {.part_of = {{"g", 2.5}}, .rule = {jj::RuleKind::worst}});
  draft.indicator("i", "指标", jj::about(6, "%", {.baseline = 5, .tolerance = 0.25}),
                  {.measure = jj::Measure::growth,
                   .part_of = {"g", {"h", 3, true}},
                   .owner = "发改局",
                   .supporting = {"财政局", "统计局"},
                   .due = mid_year,
                   .tags = {"约束性"},
                   .source = {.section = "二"},
                   .note = "注",
                   .revisions = {{day_100, jj::reach(5, "%"), "调整"}},
                   .extensions = {{"x-node", "true"}}});
  draft.indicator("w", "观察", std::nullopt, {.lifecycle = jj::Lifecycle::suspended});
  draft.indicator("r", "相对",
                  jj::Target::relative(jj::Comparator::above, {"i", 1}, units.at("%"),
                                       {.measure = jj::Measure::growth}));
  draft.indicator("s", "下达", jj::Target::set_elsewhere("省", units.at("万台套")));
  draft.task("t", "任务",
             {.part_of = {"h"},
              .depends_on = {{"i", jj::DependencyType::SS, -3, "假设"}, "w"},
              .start = day_100,
              .duration = 10,
              .progress = 0.25,
              .profile = jj::Profile::milestones({{day_100 + 4, 0.5}})});
  return draft;
}

}  // namespace

TEST_CASE("a plan keeps what its draft was given") {
  const jj::Plan plan = full_draft().build();
  CHECK(plan.id() == "plan");
  CHECK(plan.title() == "年度计划");
  CHECK(plan.issuer() == "市政府");
  CHECK(plan.language() == jj::Language::en);
  CHECK(plan.period() == jj::Period{new_year, year_end});
  CHECK(plan.source().end == 90U);
  CHECK(plan.policy().stale_after == 30);
  CHECK(plan.units().find("台套").has_value());
  CHECK(plan.extensions()[0].second == "{\"a\":1}");
  CHECK(plan.size() == 7);
}

TEST_CASE("a node keeps what its draft was given") {
  const jj::Plan plan = full_draft().build();
  const jj::Node node = plan["i"];
  CHECK(node.title() == "指标");
  CHECK(node.kind() == jj::NodeKind::indicator);
  CHECK(node.target() ==
        jj::about(6, "%", {.measure = jj::Measure::growth, .baseline = 5, .tolerance = 0.25}));
  CHECK(node.owner() == "发改局");
  CHECK(node.supporting()[1] == "统计局");
  CHECK(node.tags()[0] == "约束性");
  CHECK(node.note() == "注");
  CHECK(node.source().section == "二");
  CHECK(node.extensions()[0].first == "x-node");
  CHECK(node.due() == mid_year);
  CHECK(node.start() == new_year);
  CHECK(node.has_own_due());
  CHECK_FALSE(node.has_own_start());
  CHECK(plan["g"].rule() == jj::Rule{jj::RuleKind::at_least, 2});
  CHECK(plan["g"].firmness() == jj::Firmness::must);
  CHECK(plan["w"].lifecycle() == jj::Lifecycle::suspended);
  CHECK_FALSE(plan["w"].target().has_value());
}

TEST_CASE("links keep weight, veto, type, lag and assumption") {
  const jj::Plan plan = full_draft().build();
  const auto links = plan.part_links(plan["i"]);
  REQUIRE(links.size() == 2);
  CHECK(links[0].parent.id() == "h");  // the deepest goal first
  CHECK(links[0].weight == 3);
  CHECK(links[0].is_veto);
  CHECK(links[1].parent.id() == "g");
  CHECK(links[1].weight == 1);
  CHECK_FALSE(links[1].is_veto);
  const auto waits = plan.predecessors(plan["t"]);
  REQUIRE(waits.size() == 2);
  CHECK(plan.successors(plan["i"]).size() == 1);
  CHECK(plan.successors(plan["i"])[0].type == jj::DependencyType::SS);
  CHECK(plan.successors(plan["i"])[0].lag == -3);
  CHECK(plan.successors(plan["i"])[0].assumption == "假设");
  CHECK(plan.successors(plan["w"])[0].type == jj::DependencyType::FS);
}

TEST_CASE("a plan made again from its own draft is equal") {
  const jj::Plan plan = full_draft().build();
  CHECK(jj::PlanBuilder(plan).build() == plan);
  CHECK(jj::PlanBuilder(jj::PlanBuilder(plan).build()).build() == plan);
}

TEST_CASE("a plan that differs in one thing is not equal") {
  const jj::Plan plan = full_draft().build();
  CHECK_FALSE(full_draft().title("别的").build() == plan);
  CHECK_FALSE(full_draft().lifecycle("t", jj::Lifecycle::done).build() == plan);
  CHECK_FALSE(full_draft().remove("s").build() == plan);
  CHECK_FALSE(full_draft().revise("s", {mid_year, jj::reach(3, "台"), ""}).size() == 0);
}

TEST_CASE("building by move gives the same plan") {
  const jj::PlanBuilder draft = full_draft();
  CHECK(full_draft().build() == draft.build());  // the first is an rvalue
}

TEST_CASE("a builder goes on after building") {
  jj::PlanBuilder draft = year_plan();
  draft.goal("g", "G");
  const jj::Plan before = draft.build();
  draft.task("t", "T", {.part_of = {"g"}});
  CHECK(before.size() == 1);
  CHECK(draft.build().size() == 2);
}

TEST_CASE("nodes may be named before they are added") {
  const jj::Plan plan = year_plan()
                            .part_of("t", {"g", 2})
                            .depends_on("t", "u")
                            .task("t", "T")
                            .task("u", "U")
                            .goal("g", "G")
                            .build();
  CHECK(plan.children("g")[0].id() == "t");
  CHECK(plan.part_links(plan["t"])[0].weight == 2);
  CHECK(plan.predecessors(plan["t"])[0].predecessor.id() == "u");
}

TEST_CASE("a measure given with the node takes the place of the target's") {
  const jj::Plan plan =
      year_plan()
          .indicator("x", "X", jj::reach(7000, "亩"), {.measure = jj::Measure::increment})
          .build();
  CHECK(plan["x"].target()->measure() == jj::Measure::increment);
  CHECK(plan["x"].target()->profile().kind() == jj::ProfileKind::linear);
}

TEST_CASE("a duration gives the end of a start and the start of an end") {
  const jj::Plan plan = year_plan()
                            .task("a", "A", {.start = day_100, .duration = 10})
                            .task("b", "B", {.due = day_100, .duration = 100})
                            .build();
  CHECK(plan["a"].due() == day_100 + 9);
  CHECK(plan["b"].start() == new_year);  // day 100 - 100 + 1
  CHECK(plan["a"].duration() == 10);
  CHECK(plan["a"].has_given_start());
  CHECK_FALSE(plan["a"].has_given_due());
  CHECK(plan["b"].has_given_due());
  CHECK_FALSE(plan["b"].has_given_start());
}

TEST_CASE("a plan remembers which date of a task was given") {
  const auto plan_of = [](const jj::NodeOptions& options) {
    return year_plan().task("t", "T", options).build();
  };
  const jj::Date last = day_100 + 9;
  const jj::Plan by_start = plan_of({.start = day_100, .duration = 10});
  const jj::Plan by_due = plan_of({.due = last, .duration = 10});
  const jj::Plan by_both = plan_of({.start = day_100, .due = last, .duration = 10});
  CHECK(by_both["t"].has_given_start());
  CHECK(by_both["t"].has_given_due());
  for (const jj::Plan& plan : {by_start, by_due, by_both}) {
    CHECK(plan["t"].start() == day_100);
    CHECK(plan["t"].due() == last);
    CHECK(jj::PlanBuilder(plan).build() == plan);
  }
  CHECK_FALSE(by_start == by_due);
  CHECK_FALSE(by_start == by_both);
  CHECK_FALSE(by_due == by_both);
}

TEST_CASE("a removed node takes its links with it, and its parts become roots") {
  const jj::Plan plan = year_plan()
                            .goal("g", "G")
                            .goal("s", "S", {.part_of = {"g"}})
                            .task("t", "T", {.part_of = {"s"}})
                            .task("u", "U", {.part_of = {"g"}, .depends_on = {"t"}})
                            .remove("s")
                            .build();
  CHECK_FALSE(plan.contains("s"));
  CHECK(plan["t"].is_root());
  CHECK(plan.children("g").size() == 1);
  CHECK(plan.predecessors(plan["u"]).size() == 1);
}

TEST_CASE("a removed node's id may be used again") {
  jj::PlanBuilder draft = year_plan();
  draft.task("t", "Old").remove("t").task("t", "New");
  CHECK(draft.size() == 1);
  CHECK(draft.build()["t"].title() == "New");
}

TEST_CASE("removing takes a node's problems away") {
  jj::PlanBuilder draft = year_plan();
  draft.task("t", "T", {.progress = 7}).task("u", "U");
  CHECK(problems_of(draft).size() == 1);
  CHECK(draft.remove("t").build().size() == 1);
}

TEST_CASE("lifecycle and removal of an unknown node are refused at once") {
  jj::PlanBuilder draft = year_plan();
  CHECK(holds(message_of<jj::UnknownIdError>([&] { draft.remove("x"); }), "no node \"x\""));
  CHECK(holds(message_of<jj::UnknownIdError>([&] { draft.lifecycle("x", jj::Lifecycle::done); }),
              "no node \"x\""));
}

TEST_CASE("the target in force is that of the last revision up to the day") {
  const jj::Plan plan = year_plan()
                            .indicator("x", "X", jj::reach(6, "%"))
                            .revise("x", {mid_year, jj::reach(4, "%"), "下半年"})
                            .revise("x", {day_100, jj::reach(5, "%"), "春天"})
                            .build();
  CHECK(plan["x"].target_on(day_100 - 1)->value() == 6);
  CHECK(plan["x"].target_on(day_100)->value() == 5);
  CHECK(plan["x"].target_on(year_end)->value() == 4);
  CHECK(plan["x"].target()->value() == 6);
  REQUIRE(plan["x"].revisions().size() == 2);
  CHECK(plan["x"].revisions()[0].reason == "春天");
  CHECK(jj::PlanBuilder(plan).build() == plan);
}

TEST_CASE("an empty draft is a plan without nodes") { CHECK(year_plan().build().size() == 0); }
