// SPDX-License-Identifier: BSL-1.0

#include <jinjiang/analysis/scenario_evaluator.hpp>

#include "scenario/random_scenario.hpp"

namespace {

std::string difference_of(const jj::ScenarioResult& a, const jj::NodeResult& b) {
  return difference(a.status, b.status) +
         difference("attainment", a.attainment, b.attainment, is_same) +
         difference("progress", a.progress, b.progress, is_same) +
         difference("expected", a.expected, b.expected, is_same) +
         difference("pace", a.pace, b.pace, is_same) +
         difference("coverage", a.coverage, b.coverage, is_same);
}

/// What an evaluator says of all nodes against a whole evaluation.
std::string differences_of(jj::ScenarioEvaluator& evaluator, const jj::Scenario& scenario) {
  const jj::Evaluation then = evaluator.evaluate(scenario);
  std::vector<std::string_view> ids;
  for (const jj::Node node : then.plan().nodes()) ids.push_back(node.id());
  const auto results = evaluator.results(scenario, ids);
  std::string text;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const std::string found = difference_of(results[i], then[ids[i]]);
    if (!found.empty()) text += std::string(ids[i]) + ":" + found + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("a scenario that is laid over gives the bits of a whole evaluation") {
  for (unsigned seed = 1; seed <= 250; ++seed) {
    INFO("seed " << seed);
    const jj::Evaluation now = RandomCase(seed).evaluate();
    jj::ScenarioEvaluator evaluator(now);
    RandomScenario random(seed, now);
    for (int i = 0; i < 12; ++i) CHECK(differences_of(evaluator, random.light()) == "");
    CHECK(differences_of(evaluator, random.heavy()) == "");
    CHECK(differences_of(evaluator, jj::Scenario()) == "");
  }
}

TEST_CASE("a scenario and its inverse give the evaluation again") {
  for (unsigned seed = 1; seed <= 300; ++seed) {
    INFO("seed " << seed);
    const jj::Evaluation now = RandomCase(seed).evaluate();
    RandomScenario random(seed, now);
    for (int i = 0; i < 5; ++i) {
      const jj::Scenario scenario = random.heavy();
      const jj::Evaluation then = jj::evaluate(now, scenario);
      const jj::Scenario back = jj::inverse(scenario, now);
      const jj::Evaluation again = jj::evaluate(then, back);
      CHECK(again.plan() == now.plan());
      CHECK(again == now);
    }
  }
}

TEST_CASE("the inverse of an inverse does what the scenario does") {
  for (unsigned seed = 1; seed <= 100; ++seed) {
    INFO("seed " << seed);
    const jj::Evaluation now = RandomCase(seed).evaluate();
    const jj::Scenario scenario = RandomScenario(seed, now).heavy();
    const jj::Evaluation then = jj::evaluate(now, scenario);
    const jj::Scenario back = jj::inverse(scenario, now);
    CHECK(jj::evaluate(now, jj::inverse(back, then)) == then);
  }
}

TEST_CASE("a plan and its readings are as they were after a scenario") {
  for (unsigned seed = 1; seed <= 50; ++seed) {
    INFO("seed " << seed);
    const jj::Evaluation now = RandomCase(seed).evaluate();
    const jj::Plan plan = jj::PlanBuilder(now.plan()).build();
    const jj::Observations seen = now.observations();
    const std::size_t size = seen.size();
    jj::ScenarioEvaluator evaluator(now);
    static_cast<void>(differences_of(evaluator, RandomScenario(seed, now).light()));
    CHECK(now.plan() == plan);
    CHECK(now.observations().size() == size);
    CHECK(now == RandomCase(seed).evaluate());
  }
}
