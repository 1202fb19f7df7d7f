// SPDX-License-Identifier: BSL-1.0
#pragma once

// A random plan together with a day and the options of its evaluation.

#include "support/differences.hpp"
#include "support/random_plan.hpp"

struct RandomCase {
  explicit RandomCase(unsigned seed) : random(seed), plan(random.make()) {
    plain_options.as_of = random.day_of_year();
    if (random.once_in(3)) plain_options.known_by = plain_options.as_of - random.between(0, 40);
    if (random.once_in(4)) plain_options.basis = "a";
    plain_options.policy.missing = static_cast<jj::Missing>(random.between(0, 2));
    options.policy = plain_options.policy;
    options.basis = plain_options.basis;
    if (plain_options.known_by) options.known_by = jj::Date::from_days(*plain_options.known_by);
  }

  [[nodiscard]] jj::Evaluation evaluate() const { return evaluate(plan); }
  [[nodiscard]] jj::Evaluation evaluate(const plain::Plan& other) const {
    return jj::evaluate(plain::plan_of(other), plain::observations_of(other.readings),
                        jj::Date::from_days(plain_options.as_of), options);
  }

  RandomPlan random;
  plain::Plan plan;
  plain::Options plain_options;
  jj::EvaluationOptions options;
};

/// What the library and the plain evaluation say differently of a case.
inline std::string differences_from_plain(const RandomCase& random) {
  const jj::Evaluation now = random.evaluate();
  const plain::Evaluator plain(random.plan, random.plain_options);
  const bool assumes = random.plain_options.policy.missing == jj::Missing::expected;
  std::string text;
  for (const auto& [id, wanted] : plain.results()) {
    const std::string found = difference(now[id], wanted, assumes);
    if (!found.empty()) text += id + ":" + found + "\n";
  }
  return text;
}

/// The same plan with every id changed and their order turned round.
inline plain::Plan renamed(plain::Plan plan,
                           const std::function<std::string(const std::string&)>& name) {
  const auto rename = [&](plain::Target& target) {
    if (!target.relative_to.empty()) target.relative_to = name(target.relative_to);
  };
  for (plain::Node& node : plan.nodes) {
    node.id = name(node.id);
    for (plain::Part& part : node.part_of) part.goal = name(part.goal);
    for (plain::Wait& wait : node.waits) wait.predecessor = name(wait.predecessor);
    if (node.target) rename(*node.target);
    for (auto& [day, target] : node.revisions) rename(target);
  }
  for (plain::Reading& reading : plan.readings) reading.id = name(reading.id);
  return plan;
}

/// The same plan with the weights of each goal's parts multiplied by a factor of that goal's own.
inline plain::Plan with_scaled_weights(plain::Plan plan, RandomPlan& random) {
  std::map<std::string, double> factors;
  for (const plain::Node& node : plan.nodes) factors[node.id] = random.between(1, 90) / 7.0;
  for (plain::Node& node : plan.nodes) {
    for (plain::Part& part : node.part_of) part.weight *= factors[part.goal];
  }
  return plan;
}
