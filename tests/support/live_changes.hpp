// SPDX-License-Identifier: BSL-1.0
#pragma once

// A live evaluation held against full ones: what it says, and what it says has changed.

#include <map>
#include <string>

#include "support/random_case.hpp"

/// In what two results of one node differ, to the bit.
inline std::string exact_difference(const jj::NodeResult& a, const jj::NodeResult& b) {
  std::string text = difference(a, b, is_same);
  if (!(a.unit == b.unit)) text += " unit";
  if (a.observed_on != b.observed_on) text += " observed_on";
  if (a.stage != b.stage) text += " stage";
  if (a.basis != b.basis) text += " basis";
  if (a.is_stale != b.is_stale) text += " is_stale";
  if (a.revised_on != b.revised_on) text += " revised_on";
  return text;
}

inline std::string exact_differences(const jj::LiveEvaluation& live, const jj::Evaluation& full) {
  std::string text;
  for (const jj::Node node : full.plan().nodes()) {
    const std::string found = exact_difference(live.of(node), full.of(node));
    if (!found.empty()) text += std::string(node.id()) + ":" + found + "\n";
  }
  return text;
}

/// Whether a list of changes is what lies between two full evaluations, no more and no less.
template <class List>
std::string wrong_changes(const List& changes, const jj::Evaluation& before,
                          const jj::Evaluation& after) {
  std::map<std::string, int> listed;
  std::string text;
  for (const jj::Change& change : changes) {
    const std::string id(change.node.id());
    if (++listed[id] > 1) text += id + " comes twice\n";
    const std::string first = exact_difference(change.before, before[id]);
    const std::string last = exact_difference(change.after, after[id]);
    if (!first.empty()) text += id + " before:" + first + "\n";
    if (!last.empty()) text += id + " after:" + last + "\n";
  }
  for (const jj::Node node : before.plan().nodes()) {
    const std::string id(node.id());
    const bool differs = !exact_difference(before[id], after[id]).empty();
    if (differs && listed.count(id) == 0) text += id + " is not listed\n";
    if (!differs && listed.count(id) != 0) text += id + " has not changed\n";
  }
  return text;
}

/// A random plan, a live evaluation of it, and all readings so far.
class LiveCase {
 public:
  explicit LiveCase(unsigned seed)
      : random_(seed),
        plan(plain::plan_of(random_.plan)),
        day(jj::Date::from_days(random_.plain_options.as_of)),
        options(random_.options) {
    for (const plain::Reading& reading : random_.plan.readings) {
      if (random_.random.once_in(3)) continue;
      const jj::Observations one = plain::observations_of({reading});
      readings.push_back(one[0]);
    }
  }

  [[nodiscard]] jj::Observations observations() const {
    jj::Observations all;
    for (const jj::Observation& reading : readings) all.add(reading);
    return all;
  }
  [[nodiscard]] jj::LiveEvaluation live() const { return {plan, observations(), day, options}; }
  [[nodiscard]] jj::Evaluation full() const {
    return jj::evaluate(plan, observations(), day, options);
  }
  /// Nothing when the readings do not hold together with more.
  [[nodiscard]] std::optional<jj::Evaluation> full_with(const jj::Observations& more) const {
    jj::Observations all = observations();
    for (std::size_t i = 0; i < more.size(); ++i) all.add(more[i]);
    try {
      return jj::evaluate(plan, all, day, options);
    } catch (const jj::ObservationError&) {
      return std::nullopt;
    }
  }

  /// Now and then of a goal, in a unit that does not fit, or contradicting another.
  [[nodiscard]] jj::Observation reading() {
    RandomPlan& random = random_.random;
    const auto place = static_cast<std::size_t>(random.between(0, int(plan.size()) - 1));
    const jj::Node node = plan.nodes()[place];
    if (node.kind() == jj::NodeKind::goal && !random.once_in(10)) return reading();
    const bool is_task = node.kind() == jj::NodeKind::task;
    const int days = random.once_in(2) ? random_.plain_options.as_of - random.between(0, 20)
                                       : random.day_of_year();
    const jj::Date on = jj::Date::from_days(days);
    const double value =
        is_task ? std::min(1.0, random.between(0, 14) / 10.0) : random.between(-30, 400) / 10.0;
    jj::ReadingOptions more;
    if (random.once_in(3)) more.known_on = on + random.between(0, 50);
    if (random.once_in(4)) more.stage = static_cast<jj::Stage>(random.between(0, 2));
    if (random.once_in(6)) more.basis = random.once_in(2) ? "a" : "b";
    if (random.once_in(10)) more.span = jj::Span::per_period;
    if (random.once_in(10)) more.unit = jj::UnitTable::standard().at(is_task ? "%" : "个");
    if (random.once_in(20)) more.unit = jj::UnitTable::standard().at("亩");
    return {std::string(node.id()), on, value, more};
  }
  [[nodiscard]] int between(int least, int most) { return random_.random.between(least, most); }

 private:
  RandomCase random_;

 public:
  jj::Plan plan;
  jj::Date day;
  jj::EvaluationOptions options;
  std::vector<jj::Observation> readings;
};
