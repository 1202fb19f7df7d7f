// SPDX-License-Identifier: BSL-1.0
#pragma once

// Tasks that wait for others.

#include <vector>

#include <jinjiang/evaluation/detail/evaluation_data.hpp>

namespace jinjiang::detail {

/// Whether a predecessor of this status keeps its successor from beginning.
inline bool holds_back(const EvaluationData& evaluation, const DependencyRow& link, Status status) {
  // What is left out of every roll-up, such as an indicator that is only watched, can never be
  // finished.
  if (is_met(status) || evaluation.is_left_out(link.predecessor)) return false;
  if (evaluation.plan.data().lifecycles[link.predecessor] == Lifecycle::done) return false;
  if (link.type == DependencyType::FS) return true;
  const double progress = evaluation.columns->progress[link.predecessor];
  return link.type == DependencyType::SS && !(progress > 0);
}
inline bool holds_back(const EvaluationData& evaluation, const DependencyRow& link) {
  return holds_back(evaluation, link, evaluation.columns->status[link.predecessor]);
}

/// Whether a node waits for its predecessors at all.
inline bool may_be_blocked(const EvaluationData& evaluation, Row row) {
  const PlanData& plan = evaluation.plan.data();
  const bool waits = plan.kinds[row] == NodeKind::task && plan.starts[row] != no_day;
  return waits && evaluation.as_of >= plan.start_of(row);
}

/// Whether a verdict gives way to being blocked.
[[nodiscard]] constexpr bool yields_to_blocked(Status status) noexcept {
  return !is_met(status) && status != Status::cancelled && status != Status::missed;
}

/// Tasks that should have begun while a predecessor is unfinished. Finishing does not depend on
/// being blocked, so one pass after the sweep is enough.
inline void mark_blocked(EvaluationData& evaluation) {
  const PlanData& plan = evaluation.plan.data();
  std::vector<Row> blocked;
  for (const DependencyRow& link : plan.dependencies) {
    const Row row = link.successor;
    if (!may_be_blocked(evaluation, row)) continue;
    if (!yields_to_blocked(evaluation.columns->status[row])) continue;
    if (holds_back(evaluation, link)) blocked.push_back(row);
  }
  for (const Row row : blocked) evaluation.columns->status[row] = Status::blocked;
}

}  // namespace jinjiang::detail
