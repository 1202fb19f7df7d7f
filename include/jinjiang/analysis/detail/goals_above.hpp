// SPDX-License-Identifier: BSL-1.0
#pragma once

// What lies above a node, and whether it can move anything.

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/evaluation/evaluation.hpp>
#include <jinjiang/model/detail/plan_links.hpp>

namespace jinjiang::detail {

/// Rows of all goals above a row, the deepest first.
[[nodiscard]] inline std::set<Row, std::greater<>> goals_above(const PlanData& plan, Row row) {
  std::set<Row, std::greater<>> above;
  std::vector<Row> open{row};
  while (!open.empty()) {
    const Row child = open.back();
    open.pop_back();
    if (plan.parents[child] != no_row && above.insert(plan.parents[child]).second)
      open.push_back(plan.parents[child]);
    for (const PartRow& link : extra_parents(plan, child)) {
      if (above.insert(link.parent).second) open.push_back(link.parent);
    }
  }
  return above;
}

/// `indicator land.reuse "盘活低效用地"`
[[nodiscard]] inline std::string name_of(const Node& node) {
  return std::string(to_string(node.kind())) + " " + shortened(node.id()) + " " +
         in_quotes(node.title());
}

/// @throws Error  nothing that the node reads moves a goal
inline void refuse_immovable(const Evaluation& now, const Node& leaf) {
  std::string why;
  if (leaf.kind() == NodeKind::goal) {
    why = "a goal reads no value of its own; name the leaves beneath it";
  } else if (leaf.lifecycle() == Lifecycle::cancelled) {
    why = "it is cancelled, so that no goal counts it";
  } else if (leaf.kind() == NodeKind::task && leaf.lifecycle() == Lifecycle::done) {
    why = "it is done, whatever it reads";
  } else if (leaf.kind() == NodeKind::indicator) {
    const auto target = leaf.target_on(now.as_of());
    if (!target) {
      why = "it has no target and is only watched";
    } else if (!target->set_by().empty()) {
      why = "its target is set by " + in_quotes(target->set_by()) +
            " and has no value yet; give it one by a revision";
    }
  }
  if (!why.empty()) throw Error(name_of(leaf) + " cannot move anything: " + why);
}

/// That of the target of an indicator, in which a plan counts; none of a task.
[[nodiscard]] inline Unit unit_of(const Node& leaf) {
  const auto target = leaf.target();
  return target ? target->unit() : Unit{};
}

}  // namespace jinjiang::detail
