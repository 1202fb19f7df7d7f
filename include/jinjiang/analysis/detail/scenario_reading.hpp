// SPDX-License-Identifier: BSL-1.0
#pragma once

// The reading that a scenario supposes: on which day, and on which basis.

#include <algorithm>
#include <string>

#include <jinjiang/analysis/scenario.hpp>
#include <jinjiang/evaluation/detail/evaluation_data.hpp>
#include <jinjiang/model/detail/plan_links.hpp>

namespace jinjiang::detail {

/// The last day of which a reading of a node counts in an evaluation.
[[nodiscard]] inline Date last_useful_day(const Evaluation& now, const Node& node) {
  Date day = now.as_of();
  if (now.known_by() && *now.known_by() < day) day = *now.known_by();
  const auto target = node.target_on(now.as_of());
  if (!target) return day;
  if (is_flow(target->measure()) || is_settled_at_due(target->measure())) {
    const Date due = target->due().value_or(node.due());
    day = std::min(day, std::max(due, now.plan().period().end()));
  }
  return day;
}

/// That of the target, else that of the evaluation, else that of the latest reading up to the day.
[[nodiscard]] inline std::string supposed_basis(const Evaluation& now, const Node& node, Date day) {
  const auto target = node.target_on(now.as_of());
  if (target && !target->basis().empty()) return target->basis();
  if (node.kind() != NodeKind::indicator || !now.basis().empty()) return now.basis();
  std::string basis;
  for (const Observation& reading : now.observations().of(node.id())) {
    const bool is_known = !now.known_by() ||
                          reading.options.known_on.value_or(reading.observed_on) <= *now.known_by();
    if (reading.observed_on <= day && is_known) basis = reading.options.basis;
  }
  return basis;
}

/// @throws UnknownIdError  the plan has no such node
[[nodiscard]] inline Observation supposed_reading(const Evaluation& now, const Plan& plan,
                                                  const ValueChange& change) {
  const Node node = plan[change.node];
  if (node.kind() == NodeKind::goal) {
    throw Error("goal " + shortened(node.id()) + " " + in_quotes(node.title()) +
                " cannot read a value: a goal is measured only through its parts; change one of "
                "them, or ask goal_seek what they must reach");
  }
  const Date day = change.on.value_or(last_useful_day(now, node));
  return {change.node,
          day,
          change.value,
          {.unit = change.unit, .stage = Stage::estimate, .basis = supposed_basis(now, node, day)}};
}

}  // namespace jinjiang::detail
