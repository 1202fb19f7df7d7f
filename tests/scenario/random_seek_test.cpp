// SPDX-License-Identifier: BSL-1.0

// Goal seek against trying: on random plans no smaller value and no cheaper set does.

#include <jinjiang/analysis/goal_seek.hpp>

#include "scenario/random_scenario.hpp"

namespace {

struct Question {
  jj::Evaluation now;
  std::string goal;
  std::vector<jj::UnitCost> costs;
  jj::Aim aim;
};

bool is_reached(const jj::ScenarioResult& result, const jj::Aim& aim) {
  if (aim.attainment) return result.attainment && *result.attainment >= *aim.attainment;
  using jj::Status;
  const Status status = result.status;
  return status == Status::met || status == Status::met_early || status == Status::ahead ||
         (status == Status::on_track && aim.status == Status::on_track);
}

/// A goal of a random plan and up to four leaves beneath it that can move.
std::optional<Question> question(unsigned seed) {
  Question asked{RandomCase(seed).evaluate(), {}, {}, {}};
  RandomPlan random(seed + 1000);
  const jj::Plan& plan = asked.now.plan();
  const auto goals = plan.goals();
  asked.goal =
      goals[static_cast<std::size_t>(random.between(0, static_cast<int>(goals.size()) - 1))].id();
  if (random.once_in(2)) asked.aim.attainment = random.between(1, 10) / 10.0;
  if (random.once_in(3)) asked.aim.status = jj::Status::ahead;
  for (const jj::Node node : plan.nodes()) {
    if (asked.costs.size() == 4) break;
    const jj::UnitCost cost{std::string(node.id()), random.between(1, 20) / 4.0};
    try {
      static_cast<void>(jj::goal_seek(asked.now, asked.goal, node.id(), asked.aim));
      asked.costs.push_back(cost);
    } catch (const jj::Error&) {
      continue;
    }
  }
  return asked.costs.empty() ? std::nullopt : std::optional(asked);
}

/// Where a leaf stands; without a reading at no progress, which is as far from its value as one
/// unit a unit of cost says.
double start_of(const jj::SoughtLeaf& leaf) {
  if (leaf.before) return *leaf.before;
  const auto target = leaf.node.target();
  const bool falls = target && target->direction() == jj::Direction::lower;
  return falls ? leaf.value + leaf.cost : leaf.value - leaf.cost;
}

bool is_whole(const jj::SoughtLeaf& leaf) {
  const double things = jj::whole_things(leaf.unit).value_or(0);
  return things > 0 && leaf.value == std::round(leaf.value);
}

/// What it reads on the way from there to its value.
double between(const jj::SoughtLeaf& leaf, double share) {
  const double value = start_of(leaf) + share * (leaf.value - start_of(leaf));
  return is_whole(leaf) ? std::round(value) : value;
}

/// The next value that is nearer to where it stands.
double less_than(const jj::SoughtLeaf& leaf) {
  if (!is_whole(leaf)) return between(leaf, 1 - 1e-6);
  return leaf.value + (start_of(leaf) > leaf.value ? 1 : -1);
}

}  // namespace

TEST_CASE("what is found does, and a little less does not") {
  std::size_t possible = 0;
  for (unsigned seed = 1; seed <= 300; ++seed) {
    INFO("seed " << seed);
    const auto asked = question(seed);
    if (!asked) continue;
    jj::ScenarioEvaluator evaluator(asked->now);
    for (const jj::UnitCost& cost : asked->costs) {
      INFO(asked->goal << " by " << cost.leaf);
      const auto found = jj::goal_seek(asked->now, asked->goal, cost.leaf, asked->aim);
      const auto result = evaluator.result(found.scenario(), asked->goal);
      CHECK(result == found.after);
      CHECK(found.is_possible == is_reached(result, asked->aim));
      CHECK(found.is_possible == (found.obstacle == jj::Obstacle::none));
      if (!found.is_possible || found.leaves.empty()) continue;
      ++possible;
      const jj::SoughtLeaf& leaf = found.leaves.front();
      if (!leaf.before || std::fabs(leaf.value - *leaf.before) < 1e-6) continue;
      const auto less = jj::Scenario().value(cost.leaf, less_than(leaf));
      CHECK_FALSE(is_reached(evaluator.result(less, asked->goal), asked->aim));
    }
  }
  CHECK(possible > 50);
}

TEST_CASE("no cheaper set is found by trying") {
  std::size_t exact = 0;
  for (unsigned seed = 1; seed <= 300; ++seed) {
    INFO("seed " << seed);
    const auto asked = question(seed);
    if (!asked) continue;
    const auto found = jj::goal_seek(asked->now, asked->goal, asked->costs, asked->aim);
    jj::ScenarioEvaluator evaluator(asked->now);
    CHECK(is_reached(evaluator.result(found.scenario(), asked->goal), asked->aim) ==
          found.is_possible);
    if (!found.is_possible || !found.is_exact) continue;
    ++exact;
    // All at their targets, from which each set of ways back is tried.
    RandomPlan random(seed);
    std::vector<jj::SoughtLeaf> whole;
    for (const jj::UnitCost& cost : asked->costs) {
      const auto one = jj::goal_seek(asked->now, cost.leaf, cost.leaf, {.attainment = 1.0});
      if (!one.leaves.empty()) whole.push_back(one.leaves.front());
    }
    for (int i = 0; i < 200; ++i) {
      jj::Scenario scenario;
      double price = 0;
      for (const jj::SoughtLeaf& leaf : whole) {
        if (random.once_in(3)) continue;
        const double value = between(leaf, random.between(0, 50) / 50.0);
        const bool is_task = leaf.node.kind() == jj::NodeKind::task;
        if (is_task && !(value >= 0 && value <= 1)) continue;
        scenario.value(std::string(leaf.node.id()), value);
        const auto cost =
            std::find_if(asked->costs.begin(), asked->costs.end(),
                         [&](const jj::UnitCost& other) { return other.leaf == leaf.node.id(); });
        price += cost->cost * std::fabs(value - start_of(leaf));
      }
      if (is_reached(evaluator.result(scenario, asked->goal), asked->aim))
        CHECK(price >= found.cost - 1e-6 * (1 + found.cost));
    }
  }
  CHECK(exact > 30);
}
