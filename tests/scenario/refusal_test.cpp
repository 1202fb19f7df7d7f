// SPDX-License-Identifier: BSL-1.0

#include <jinjiang/analysis/scenario_evaluator.hpp>

#include "support/goal_plan.hpp"

namespace {

jj::Evaluation small() {
  jj::PlanBuilder draft = goal_of(year_count(), {{"a"}, {"b"}});
  draft.task("c", "C").task("d", "D", {.depends_on = {"c"}});
  return jj::evaluate(draft.build(), values_on(day_100, {{"a", 50}}), day_100);
}

template <class Exception = jj::Error>
std::string refusal(const jj::Scenario& scenario) {
  const jj::Evaluation now = small();
  jj::ScenarioEvaluator evaluator(now);
  const auto text = message_of<Exception>([&] { static_cast<void>(jj::evaluate(now, scenario)); });
  CHECK(message_of<Exception>([&] { static_cast<void>(evaluator.result(scenario, "a")); }) == text);
  CHECK(evaluator.result(jj::Scenario(), "g").pace == now["g"].pace);
  CHECK(now == small());
  return text;
}

std::string contradiction(const jj::ScenarioChange& first, const jj::ScenarioChange& second) {
  jj::Scenario scenario("s");
  scenario.change(first);
  const jj::Scenario before = scenario;
  const auto text = message_of<jj::Error>([&] { scenario.change(second); });
  CHECK(scenario == before);
  return text;
}

}  // namespace

TEST_CASE("a change that contradicts another one is refused") {
  CHECK(contradiction(jj::ValueChange{"a", 1}, jj::ValueChange{"a", 2}) ==
        "scenario \"s\": a: reads 2 contradicts a: reads 1: two changes of the same thing; leave "
        "one of them out");
  CHECK(holds(contradiction(jj::Removal{"a"}, jj::ValueChange{"a", 2}),
              "it removes a, so nothing else can be said of it"));
  CHECK(holds(contradiction(jj::WeightChange{"a", "g", 2}, jj::Removal{"g"}), "it removes g"));
  CHECK(holds(contradiction(jj::WeightChange{"a", "g", 2}, jj::PartChange{"a", "g", {}}),
              "the same thing"));
  CHECK(holds(contradiction(jj::Addition{jj::NodeKind::task, "n"}, jj::Removal{"n"}),
              "it removes n"));
  CHECK(holds(contradiction(jj::Addition{jj::NodeKind::task, "n"}, jj::DurationChange{"n", 3}),
              "it adds n; say it in the addition"));
  CHECK(holds(contradiction(jj::DependencyChange{"a", "c", {}},
                            jj::DependencyChange{"a", "c", jj::DependencyChange::Terms{}}),
              "the same thing"));
}

TEST_CASE("two values that turn out to be of one day are refused") {
  CHECK(refusal(jj::Scenario("s").value("a", 1).value("a", 2, day_100)) ==
        "scenario \"s\": a reads two things on 2024-04-09, the day of the evaluation; leave one "
        "of them out");
}

TEST_CASE("an unknown node is refused with the nearest ids") {
  CHECK(holds(refusal<jj::UnknownIdError>(jj::Scenario("s").weight("aa", "g", 2)),
              "scenario \"s\": no node \"aa\"; nearest: \"a\""));
  CHECK(holds(refusal<jj::UnknownIdError>(jj::Scenario().value("aa", 2)), "no node \"aa\""));
  CHECK(holds(refusal<jj::UnknownIdError>(jj::Scenario().unpart("a", "gg")), "no node \"gg\""));
  CHECK(holds(refusal<jj::UnknownIdError>(jj::Scenario().remove("x")), "no node \"x\""));
}

TEST_CASE("a cycle is refused with its path") {
  const auto text = refusal<jj::PlanError>(jj::Scenario("s").depend("c", "d"));
  CHECK(holds(text, "scenario \"s\": task c \"C\": the links close a cycle: "));
  CHECK(holds(text, "c \"C\" -> d \"D\" -> c"));
}

TEST_CASE("what does not fit a node is refused") {
  CHECK(holds(refusal(jj::Scenario().value("g", 1)), "a goal is measured only through its parts"));
  CHECK(holds(refusal(jj::Scenario().target("c", year_count())),
              "only an indicator has a target, and c is a task"));
  CHECK(holds(refusal(jj::Scenario().duration("a", 3)), "only a task has a duration"));
  CHECK(holds(refusal(jj::Scenario().weight("c", "g", 3)), "c is no part of g"));
  CHECK(holds(refusal(jj::Scenario().part("a", "g")), "a is part of g already"));
  CHECK(holds(refusal(jj::Scenario().unpart("c", "g")), "c is no part of g anyway"));
  CHECK(holds(refusal(jj::Scenario().undepend("c", "d")), "c does not depend on d anyway"));
  CHECK(holds(refusal(jj::Scenario().add({jj::NodeKind::task, "a", "A"})),
              "the plan has a node with this id already"));
  CHECK(holds(refusal<jj::ObservationError>(jj::Scenario().value("c", 2)),
              "the progress of a task must be from 0 to 1"));
  CHECK(holds(refusal<jj::PlanError>(jj::Scenario().duration("c", 0)), "from 1 to"));
  CHECK(holds(refusal(jj::Scenario().readings("a", day_100, {{"b", day_100, 1}})),
              "expected readings of that node and day, found one of b"));
}

TEST_CASE("a node that the changed plan does not have has no result") {
  jj::ScenarioEvaluator evaluator(small());
  CHECK_THROWS_AS(evaluator.result(jj::Scenario().remove("a"), "a"), jj::UnknownIdError);
  CHECK_THROWS_AS(evaluator.result(jj::Scenario().value("a", 1), "zz"), jj::UnknownIdError);
  CHECK(evaluator.result(jj::Scenario(), "a").pace == near(0.5));
}

TEST_CASE("readings cannot be taken back without the evaluation") {
  CHECK(holds(message_of<jj::Error>([] {
                static_cast<void>(jj::inverse(jj::Scenario("s").value("a", 1), small().plan()));
              }),
              "what it read before is not in the plan; give the evaluation"));
}
