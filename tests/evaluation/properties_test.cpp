// SPDX-License-Identifier: BSL-1.0

// What holds for every plan, over some hundred random ones. A failure names its seed.

#include "support/random_case.hpp"

namespace {

/// n17 becomes z982: other names, in the opposite order.
std::string other_name(const std::string& id) {
  return (id[0] == 'g' ? "y" : "z") + std::to_string(999 - std::stoi(id.substr(1)));
}

/// 1,000 goals of 120 indicators each.
jj::Plan large_plan() {
  jj::PlanBuilder draft("large", {2024y / 1 / 1, 2024y / 12 / 31});
  const jj::Target target = jj::reach(366, "个", {.measure = jj::Measure::count});
  for (int g = 0; g < 1000; ++g) {
    const std::string goal = "g" + std::to_string(g);
    draft.goal(goal, "G");
    for (int i = 0; i < 120; ++i) {
      draft.indicator(goal + "." + std::to_string(i), "I", target,
                      {.part_of = {{goal, 1 + i % 7 / 10.0}}});
    }
  }
  return draft.build();
}
jj::Observations large_readings(const jj::Plan& plan) {
  jj::Observations seen;
  int number = 0;
  for (const jj::Node& node : plan.indicators()) {
    if (++number % 5 != 0) seen.add(node.id(), 2024y / 4 / 9, number * 37 % 200);
  }
  return seen;
}

}  // namespace

TEST_CASE("the library agrees with a plain reading of the definitions") {
  for (unsigned seed = 1; seed <= 500; ++seed) {
    INFO("seed " << seed);
    CHECK(differences_from_plain(RandomCase(seed)) == "");
  }
}

TEST_CASE("the order of insertion changes nothing, to the bit") {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    INFO("seed " << seed);
    RandomCase random(seed);
    plain::Plan other = random.plan;
    other.nodes = random.random.shuffled(other.nodes);
    other.readings = random.random.shuffled(other.readings);
    for (plain::Node& node : other.nodes) {
      node.part_of = random.random.shuffled(node.part_of);
      node.waits = random.random.shuffled(node.waits);
    }
    CHECK(differences(random.evaluate(), random.evaluate(other), is_same) == "");
  }
}

TEST_CASE("other ids change nothing") {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    INFO("seed " << seed);
    const RandomCase random(seed);
    const auto other = random.evaluate(renamed(random.plan, other_name));
    CHECK(differences(random.evaluate(), other, is_near, other_name) == "");
  }
}

TEST_CASE("other weights of the same proportions change nothing") {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    INFO("seed " << seed);
    RandomCase random(seed);
    const auto other = random.evaluate(with_scaled_weights(random.plan, random.random));
    CHECK(differences(random.evaluate(), other, is_near) == "");
  }
}

TEST_CASE("an empty goal changes nothing") {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    INFO("seed " << seed);
    const RandomCase random(seed);
    plain::Plan other = random.plan;
    other.nodes.push_back({.id = "empty", .part_of = {{"g0", 3, true}}});
    const jj::Evaluation before = random.evaluate();
    const jj::Evaluation after = random.evaluate(other);
    // A goal that had no parts may have another reason for being left out.
    CHECK(differences(before, after, is_same) == "");
  }
}

TEST_CASE("shortfalls add up to what is missing") {
  for (unsigned seed = 1; seed <= 300; ++seed) {
    INFO("seed " << seed);
    const jj::Evaluation now = RandomCase(seed).evaluate();
    for (const jj::Node& goal : now.plan().goals()) {
      const jj::Explanation why = jj::explain(now, goal.id());
      double sum = why.unfilled;
      for (const jj::ShortfallTerm& term : why.terms) sum += term.shortfall;
      INFO("goal " << goal.id());
      CHECK(sum == near(why.result.attainment ? 1 - *why.result.attainment : 0));
    }
  }
}

TEST_CASE("shares of the parts of a goal never exceed the whole") {
  for (unsigned seed = 1; seed <= 300; ++seed) {
    INFO("seed " << seed);
    const jj::Evaluation now = RandomCase(seed).evaluate();
    for (const jj::Node& goal : now.plan().goals()) {
      const jj::Explanation why = jj::explain(now, goal.id());
      double sum = 0;
      for (const jj::ExplainedPart& part : why.parts) sum += part.share;
      INFO("goal " << goal.id() << " shares " << sum);
      CHECK(sum <= 1 + 1e-12);
    }
  }
}

TEST_CASE("every explanation can be put into words") {
  for (unsigned seed = 1; seed <= 100; ++seed) {
    INFO("seed " << seed);
    const jj::Evaluation now = RandomCase(seed).evaluate();
    for (const jj::Node node : now.plan().nodes()) {
      const jj::Explanation why = jj::explain(now, node.id());
      CHECK(holds(jj::to_text(why, jj::Language::zh), node.id()));
      CHECK(holds(jj::to_text(why, jj::Language::en), node.id()));
    }
  }
}

TEST_CASE("a plan made again from its draft evaluates to the same bits") {
  for (unsigned seed = 1; seed <= 100; ++seed) {
    INFO("seed " << seed);
    const RandomCase random(seed);
    const jj::Evaluation now = random.evaluate();
    const jj::Plan again = jj::PlanBuilder(now.plan()).build();
    CHECK(again == now.plan());
    const auto later = jj::evaluate(again, now.observations(), now.as_of(), random.options);
    CHECK(differences(now, later, is_same) == "");
    CHECK(now == later);
  }
}

TEST_CASE("the number of threads changes nothing, to the bit") {
  const jj::Plan plan = large_plan();
  const jj::Observations seen = large_readings(plan);
  REQUIRE(plan.size() > 100'000);
  const jj::Date day = 2024y / 4 / 9;
  const jj::Evaluation one = jj::evaluate(plan, seen, day, {.threads = 1});
  CHECK(one == jj::evaluate(plan, seen, day, {.threads = 2}));
  CHECK(one == jj::evaluate(plan, seen, day, {.threads = 0}));
}

TEST_CASE("an evaluation of another day or policy is another evaluation") {
  const RandomCase random(7);
  const jj::Evaluation now = random.evaluate();
  const auto& plan = now.plan();
  CHECK_FALSE(now == jj::evaluate(plan, now.observations(), now.as_of() + 1, random.options));
  CHECK(now == random.evaluate());
}
