// SPDX-License-Identifier: BSL-1.0
#pragma once

// A plan and its readings as bare structs, and how the library is given the same plan. Days are
// numbers.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <jinjiang/evaluation.hpp>

#include "support/text.hpp"

namespace plain {

using Day = std::int32_t;

struct Target {
  jj::Comparator comparator = jj::Comparator::reach;
  double value = 0;
  std::optional<double> upper = {};
  std::optional<double> baseline = {};
  std::optional<double> tolerance = {};
  jj::Measure measure = jj::Measure::level;
  std::optional<jj::Direction> direction = {};  ///< as given by the author
  std::optional<jj::ProfileKind> profile = {};  ///< as given by the author
  std::vector<double> shares = {};
  std::vector<std::pair<Day, double>> steps = {};
  std::string basis = {};
  std::string relative_to = {};
  double offset = 0;
  std::string set_by = {};

  [[nodiscard]] bool is_in_percent() const {
    return measure == jj::Measure::growth || measure == jj::Measure::share;
  }
};

struct Part {
  std::string goal;
  double weight = 1;
  bool is_veto = false;
};

struct Wait {
  std::string predecessor;
  jj::DependencyType type = jj::DependencyType::FS;
};

struct Node {
  std::string id;
  jj::NodeKind kind = jj::NodeKind::goal;
  std::vector<Part> part_of = {};
  std::vector<Wait> waits = {};
  std::optional<Day> start = {};
  std::optional<Day> due = {};
  jj::Lifecycle lifecycle = jj::Lifecycle::active;
  std::optional<Target> target = {};
  std::map<Day, Target> revisions = {};
  std::optional<double> progress = {};
  jj::Rule rule = {};
};

struct Reading {
  std::string id;
  Day day = 0;
  double value = 0;
  Day known_on = 0;
  jj::Stage stage = jj::Stage::final;
  std::string basis = {};
  bool is_per_period = false;
};

struct Plan {
  Day start = 0;
  Day end = 0;
  std::vector<Node> nodes = {};
  std::vector<Reading> readings = {};
};

inline std::string unit_of(const Target& target) {
  switch (target.measure) {
    case jj::Measure::change:
      return "百分点";
    case jj::Measure::rank:
      return "位";
    case jj::Measure::growth:
    case jj::Measure::share:
      return "%";
    default:
      return "个";
  }
}

inline jj::Target target_of(const Target& plain) {
  jj::TargetOptions options{.upper = plain.upper,
                            .measure = plain.measure,
                            .direction = plain.direction,
                            .baseline = plain.baseline,
                            .tolerance = plain.tolerance,
                            .basis = plain.basis};
  if (!plain.shares.empty()) {
    options.profile = jj::Profile::monthly(plain.shares);
  } else if (!plain.steps.empty()) {
    std::vector<jj::Milestone> steps;
    for (const auto& [day, fraction] : plain.steps) {
      steps.push_back({jj::Date::from_days(day), fraction});
    }
    options.profile = jj::Profile::milestones(steps);
  } else if (plain.profile) {
    options.profile = *plain.profile;
  }
  const jj::Unit unit = jj::UnitTable::standard().at(unit_of(plain));
  if (!plain.set_by.empty()) return jj::Target::set_elsewhere(plain.set_by, unit, options);
  if (!plain.relative_to.empty()) {
    return jj::Target::relative(plain.comparator, {plain.relative_to, plain.offset}, unit, options);
  }
  return {plain.comparator, plain.value, unit, options};
}

inline jj::NodeOptions options_of(const Node& node) {
  jj::NodeOptions options{
      .progress = node.progress, .lifecycle = node.lifecycle, .rule = node.rule};
  if (node.start) options.start = jj::Date::from_days(*node.start);
  if (node.due) options.due = jj::Date::from_days(*node.due);
  for (const Part& part : node.part_of) {
    options.part_of.emplace_back(part.goal, part.weight, part.is_veto);
  }
  for (const Wait& wait : node.waits) options.depends_on.emplace_back(wait.predecessor, wait.type);
  for (const auto& [day, target] : node.revisions) {
    options.revisions.push_back({jj::Date::from_days(day), target_of(target), ""});
  }
  return options;
}

/// The same plan for the library, its nodes in the given order.
inline jj::Plan plan_of(const Plan& plain, const std::vector<Node>& nodes) {
  const jj::Period period(jj::Date::from_days(plain.start), jj::Date::from_days(plain.end));
  jj::PlanBuilder draft("random", period);
  for (const Node& node : nodes) {
    if (node.kind == jj::NodeKind::goal) draft.goal(node.id, "T", options_of(node));
    if (node.kind == jj::NodeKind::task) draft.task(node.id, "T", options_of(node));
    if (node.kind != jj::NodeKind::indicator) continue;
    if (node.target) draft.indicator(node.id, "T", target_of(*node.target), options_of(node));
    if (!node.target) draft.indicator(node.id, "T", std::nullopt, options_of(node));
  }
  return draft.build();
}
inline jj::Plan plan_of(const Plan& plain) { return plan_of(plain, plain.nodes); }

inline jj::Observations observations_of(const std::vector<Reading>& readings) {
  jj::Observations all;
  for (const Reading& reading : readings) {
    all.add(reading.id, jj::Date::from_days(reading.day), reading.value,
            {.stage = reading.stage,
             .basis = reading.basis,
             .known_on = jj::Date::from_days(reading.known_on),
             .span = reading.is_per_period ? jj::Span::per_period : jj::Span::cumulative});
  }
  return all;
}

}  // namespace plain
