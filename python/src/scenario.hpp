// SPDX-License-Identifier: BSL-1.0
#pragma once

// What the bindings of scenarios, comparisons and goal seek share.

#include <string_view>
#include <utility>

#include <jinjiang/analysis.hpp>

#include "bindings.hpp"

/// A difference with the two evaluations that it lies between.
struct BoundDifference {
  jj::Evaluation before;
  jj::Evaluation after;
  jj::NodeDifference difference;
};

/// An impact on one node with the two evaluations that it lies between.
struct BoundImpact {
  jj::Evaluation before;
  jj::Evaluation after;
  jj::NodeImpact impact;
};

/// A node of one of two evaluations, with its plan.
[[nodiscard]] inline BoundNode bound_node(const jj::Evaluation& before, const jj::Evaluation& after,
                                          const jj::Node& node) {
  const auto same = after.plan().find_node(node.id());
  return {same && *same == node ? after.plan() : before.plan(), node};
}

[[nodiscard]] inline jj::Language language_of(std::optional<jj::Language> language,
                                              const jj::Plan& plan) {
  return language.value_or(plan.language());
}

/// Positions as Python counts them, also back from -1.
[[nodiscard]] inline std::size_t place_in(std::size_t size, py::ssize_t i) {
  const auto count = static_cast<py::ssize_t>(size);
  if (i < -count || i >= count) {
    throw py::index_error("index " + std::to_string(i) + " is out of range: there are " +
                          std::to_string(count));
  }
  return static_cast<std::size_t>(i < 0 ? i + count : i);
}

void bind_comparison(py::module_& module);
void bind_goal_seek(py::module_& module);
void bind_scenario_changes(py::class_<jj::Scenario>& type);
void bind_scenario_evaluator(py::module_& module);
