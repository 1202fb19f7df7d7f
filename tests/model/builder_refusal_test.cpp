// SPDX-License-Identifier: BSL-1.0

// Links and ids that a draft is refused for.

#include <limits>

#include "support/problems.hpp"

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

jj::PlanBuilder weighed(double weight) {
  jj::PlanBuilder draft = year_plan();
  draft.goal("g", "G").task("t", "T", {.part_of = {{"g", weight}}});
  return draft;
}
jj::Target following(const char* id) {
  return jj::Target::relative(jj::Comparator::above, {id}, jj::UnitTable::standard().at("%"));
}

}  // namespace

TEST_CASE("a part of an unknown goal is refused with the nearest ids") {
  jj::PlanBuilder draft = year_plan();
  draft.goal("land", "土地").task("t", "T", {.part_of = {"lend"}});
  const auto problems = problems_of(draft);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].node == "t");
  CHECK(problems[0].field == "part_of/0");
  CHECK(problems[0].index == 1);
  CHECK(holds(problems[0].message, "task t \"T\": part of \"lend\": unknown id \"lend\""));
  CHECK(holds(problems[0].message, "nearest: \"land\""));
}

TEST_CASE("a dependency on an unknown node is refused") {
  jj::PlanBuilder draft = year_plan();
  draft.task("t", "T", {.depends_on = {"x"}});
  CHECK(holds(problem_of(draft), "task t \"T\": depends on \"x\": unknown id \"x\""));
}

TEST_CASE("links and revisions of unknown nodes are refused") {
  CHECK(holds(problem_of(year_plan().goal("g", "G").part_of("x", "g")), "unknown id \"x\""));
  CHECK(holds(problem_of(year_plan().task("t", "T").depends_on("x", "t")), "unknown id \"x\""));
  CHECK(holds(problem_of(year_plan().revise("x", {day_100, whole_share(), ""})),
              "revision of \"x\": unknown id \"x\""));
}

TEST_CASE("an id that two nodes have is refused with both") {
  jj::PlanBuilder draft = year_plan();
  draft.goal("a", "First").task("a", "Second");
  const auto problems = problems_of(draft);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].index == 1);
  CHECK(
      holds(problems[0].message, "task a \"Second\": the id is already that of goal a \"First\""));
}

TEST_CASE("a node without an id is refused") {
  CHECK(holds(problem_of(year_plan().task("", "T")), "it has no id"));
}

TEST_CASE("a plan without an id is refused") {
  CHECK(holds(problem_of(year_plan().id("")), "a plan needs an id"));
}

TEST_CASE("a link to itself is refused") {
  CHECK(holds(problem_of(year_plan().goal("g", "G", {.part_of = {"g"}})),
              "goal g \"G\": part of \"g\": a node cannot be part of itself"));
  CHECK(holds(problem_of(year_plan().task("t", "T", {.depends_on = {"t"}})),
              "task t \"T\": depends on \"t\": a node cannot depend on itself"));
}

TEST_CASE("a link given twice is refused") {
  jj::PlanBuilder parts = year_plan();
  parts.goal("g", "G").task("t", "T", {.part_of = {"g", {"g", 2}}});
  CHECK(holds(problem_of(parts), "task t \"T\": part of \"g\" is given twice"));
  jj::PlanBuilder edited = year_plan();
  edited.goal("g", "G").task("t", "T", {.part_of = {"g"}}).part_of("t", "g");
  CHECK(holds(problem_of(edited), "part of \"g\" is given twice"));
  jj::PlanBuilder waits = year_plan();
  waits.task("u", "U").task("t", "T", {.depends_on = {"u", {"u", jj::DependencyType::SS}}});
  CHECK(holds(problem_of(waits), "the dependency on \"u\" is given twice"));
}

TEST_CASE("a weight must be a finite number above zero") {
  CHECK(holds(problem_of(weighed(0)),
              "task t \"T\": part of \"g\": a weight must be a finite "
              "number above 0, found 0"));
  CHECK(holds(problem_of(weighed(-1)), "found -1"));
  CHECK(holds(problem_of(weighed(infinity)), "found inf"));
  CHECK(holds(problem_of(weighed(no_number)), "found nan"));
}

TEST_CASE("a weight so large or small that sums of weights fail is refused") {
  CHECK(holds(problem_of(weighed(1.1e100)),
              "a weight must be from 1e-100 to 1e100, found 1.1e+100; only the ratios"));
  CHECK(holds(problem_of(weighed(5e-324)), "found 5e-324"));
  CHECK_NOTHROW(weighed(1e100).build());
  CHECK_NOTHROW(weighed(1e-100).build());
}

TEST_CASE("only goals have parts") {
  jj::PlanBuilder draft = year_plan();
  draft.task("t", "T").task("u", "U", {.part_of = {"t"}});
  CHECK(holds(problem_of(draft), "part of \"t\": only goals have parts, and task t \"T\" is none"));
}

TEST_CASE("a cycle of goals is refused with its full path by id and title") {
  jj::PlanBuilder draft = year_plan();
  draft.goal("a", "甲", {.part_of = {"c"}});
  draft.goal("b", "乙", {.part_of = {"a"}});
  draft.goal("c", "丙", {.part_of = {"b"}});
  CHECK(holds(problem_of(draft), "a \"甲\" -> b \"乙\" -> c \"丙\" -> a"));
}

TEST_CASE("a cycle of dependencies is refused") {
  jj::PlanBuilder draft = year_plan();
  draft.task("a", "A", {.depends_on = {"b"}}).task("b", "B", {.depends_on = {"a"}});
  CHECK(holds(problem_of(draft), "a \"A\" -> b \"B\" -> a"));
}

TEST_CASE("a cycle across dependencies and parts is refused") {
  // the goal needs its part t, t waits for u, and u waits for the goal
  jj::PlanBuilder draft = year_plan();
  draft.goal("g", "G").task("t", "T", {.part_of = {"g"}, .depends_on = {"u"}});
  draft.task("u", "U", {.depends_on = {"g"}});
  CHECK(holds(problem_of(draft), "g \"G\" -> t \"T\" -> u \"U\" -> g"));
}

TEST_CASE("a cycle of targets that follow each other is refused") {
  jj::PlanBuilder draft = year_plan();
  draft.indicator("a", "A", following("b")).indicator("b", "B", following("a"));
  CHECK(holds(problem_of(draft), "a \"A\" -> b \"B\" -> a"));
  jj::PlanBuilder mixed = year_plan();
  mixed.indicator("a", "A", following("b"));
  mixed.indicator("b", "B", whole_share(), {.depends_on = {"a"}});
  CHECK(holds(problem_of(mixed), "a \"A\" -> b \"B\" -> a"));
}

TEST_CASE("a cycle that a revision closes is refused") {
  jj::PlanBuilder draft = year_plan();
  draft.indicator("a", "A", following("b")).indicator("b", "B", whole_share());
  draft.revise("b", {mid_year, following("a"), ""});
  CHECK(holds(problem_of(draft), "a \"A\" -> b \"B\" -> a"));
}

TEST_CASE("every cycle of a draft is reported") {
  jj::PlanBuilder draft = year_plan();
  draft.task("a", "A", {.depends_on = {"b"}}).task("b", "B", {.depends_on = {"a"}});
  draft.task("c", "C", {.depends_on = {"d"}}).task("d", "D", {.depends_on = {"c"}});
  CHECK(problems_of(draft).size() == 2);
}

TEST_CASE("a diamond is no cycle") {
  jj::PlanBuilder draft = year_plan();
  draft.goal("top", "Top");
  draft.goal("l", "L", {.part_of = {"top"}}).goal("r", "R", {.part_of = {"top"}});
  draft.task("t", "T", {.part_of = {"l", "r"}});
  CHECK(draft.build().children("top").size() == 2);
}

TEST_CASE("a target can follow only an indicator of the same dimension") {
  CHECK(holds(problem_of(year_plan().indicator("a", "A", following("a"))),
              "a target cannot follow its own indicator"));
  CHECK(holds(problem_of(year_plan().indicator("a", "A", following("x"))), "unknown id \"x\""));
  CHECK(holds(problem_of(year_plan().task("t", "T").indicator("a", "A", following("t"))),
              "only an indicator can be followed"));
  CHECK(holds(
      problem_of(
          year_plan().indicator("b", "B", jj::reach(1, "家")).indicator("a", "A", following("b"))),
      "it is in 家 but this target in %"));
}

TEST_CASE("a lag of more than 200 years is refused") {
  jj::PlanBuilder draft = year_plan();
  draft.task("a", "A").task("b", "B", {.depends_on = {{"a", jj::DependencyType::FS, 80000}}});
  CHECK(holds(problem_of(draft), "a lag of 80000 days is out of range"));
}

TEST_CASE("all problems are reported together, in the author's order") {
  jj::PlanBuilder draft = year_plan();
  draft.goal("g", "G");
  draft.task("t", "T", {.part_of = {"x", {"g", -1}}, .progress = 2});
  draft.task("t", "T2", {.depends_on = {"y"}});
  draft.policy({.on_track = 3});
  const auto problems = problems_of(draft);
  REQUIRE(problems.size() == 6);
  CHECK(problems[0].node.empty());  // the plan itself comes first
  CHECK(problems[0].field == "policy");
  CHECK(problems[1].index == 1);
  CHECK(problems[5].index == 2);
  const std::string text = message_of<jj::PlanError>([&] { (void)draft.build(); });
  CHECK(holds(text, "6 problems:"));
  CHECK(holds(text, "unknown id \"x\""));
  CHECK(holds(text, "found -1"));
  CHECK(holds(text, "found 2"));
  CHECK(holds(text, "already that of"));
  CHECK(holds(text, "unknown id \"y\""));
}

TEST_CASE("a message shows twenty problems and the number of the others") {
  jj::PlanBuilder draft = year_plan();
  for (int i = 0; i < 25; ++i) draft.task(std::to_string(i), "T", {.progress = -1});
  CHECK(problems_of(draft).size() == 25);
  CHECK(holds(message_of<jj::PlanError>([&] { (void)draft.build(); }), "and 5 more"));
}

TEST_CASE("a refused draft can be corrected") {
  jj::PlanBuilder draft = year_plan();
  draft.task("t", "T", {.depends_on = {"u"}});
  CHECK(problems_of(draft).size() == 1);
  draft.task("u", "U");
  CHECK(draft.build().size() == 2);
}

TEST_CASE("a draft refused while being moved is unchanged") {
  jj::PlanBuilder draft = year_plan();
  draft.task("t", "T", {.depends_on = {"u"}});
  CHECK_THROWS_AS((void)std::move(draft).build(), jj::PlanError);
  draft.task("u", "U");
  CHECK(draft.build().size() == 2);
}

TEST_CASE("ids with control characters or spaces at their ends are refused") {
  CHECK(holds(problem_of(year_plan().task("a\nb", "T")),
              "id \"a\\x0ab\": the id must not hold control"));
  CHECK(holds(problem_of(year_plan().task(" a", "T")), "nor begin or end with a space"));
  CHECK(holds(problem_of(year_plan().id("a\nb")), "id \"a\\x0ab\": an id must not hold control"));
  CHECK(holds(problem_of(year_plan().id("a ")), "nor begin or end with a space"));
}

TEST_CASE("a revision that its indicator's unit cannot hold is refused") {
  jj::PlanBuilder draft = year_plan();
  draft.indicator("a", "A", jj::reach(1, "元"),
                  {.revisions = {{day_100, jj::reach(1e305, "亿元"), ""}}});
  CHECK(holds(problem_of(draft), "the revision of 2024-04-09, in 元: "));
  CHECK(holds(problem_of(draft), "value must be a finite number, found inf"));
}

TEST_CASE("a plan knows the standard units beside its own, also when they are given alone") {
  jj::UnitTable own;
  own.add("担", "公斤", 50);
  const jj::Plan plan = year_plan().units(own).build();
  CHECK(plan.units().at("万亩") == jj::UnitTable::standard().at("万亩"));
  CHECK(plan.units().at("担").dimension() == "公斤");
  CHECK(year_plan().units(jj::UnitTable{}).build().units() == jj::UnitTable::standard());
  jj::UnitTable twice;
  twice.add("万元", "箱");
  CHECK(holds(message_of<jj::UnitError>([&] { (void)year_plan().units(twice); }),
              "the standard units define it otherwise"));
}

TEST_CASE("a target in a unit that a file of the plan could not name is refused") {
  const jj::Target grain(jj::Comparator::reach, 5, jj::Unit({"担", "公斤", 50}));
  CHECK(problem_of(year_plan().indicator("a", "A", grain)) ==
        "indicator a \"A\": the plan's units have no \"担\"; add it to them");
  jj::UnitTable dan;
  dan.add("担", "公斤", 60);
  CHECK(holds(problem_of(year_plan().units(dan).indicator("a", "A", grain)),
              "its \"担\" is another than that of the plan's units"));
  const jj::Target own(jj::Comparator::reach, 5, dan.at("万担"));
  CHECK_NOTHROW(year_plan().units(dan).indicator("a", "A", own).build());
  CHECK(holds(problem_of(year_plan().indicator("a", "A", jj::reach(5, "公斤"),
                                               {.revisions = {{day_100, grain, ""}}})),
              "the plan's units have no \"担\""));
}

TEST_CASE("a plan's own units cannot redefine a standard one") {
  jj::UnitTable old = jj::UnitTable::standard();
  old.add("亩", "平方米", 600);
  CHECK(message_of<jj::UnitError>([&] { (void)year_plan().units(old); }) ==
        "unit \"亩\": the standard units define it otherwise; give your unit another symbol");
  jj::UnitTable same;
  same.add("亩", "平方米", 1e4, 15);
  CHECK(year_plan().units(same).build().units() == jj::UnitTable::standard());
}

TEST_CASE("an id that comes twice is named once among the nearest") {
  jj::PlanBuilder draft = year_plan();
  draft.goal("land", "G");
  draft.goal("land", "G");
  draft.task("t", "T", {.part_of = {"lnd"}});
  const std::string text = message_of<jj::PlanError>([&] { (void)draft.build(); });
  CHECK(holds(text, "nearest: \"land\""));
  CHECK_FALSE(holds(text, "\"land\", \"land\""));
}
