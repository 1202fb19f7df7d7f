// SPDX-License-Identifier: BSL-1.0
#pragma once

// Whether two nodes are alike at a glance: most nodes of two versions of a plan are, and need not
// be compared in words.

#include <cmath>

#include <jinjiang/analysis/detail/plan_match.hpp>

namespace jinjiang::detail {

[[nodiscard]] inline bool is_same_number(double a, double b) noexcept {
  return a == b || (std::isnan(a) && std::isnan(b));
}

/// Whether a node has nothing beside the columns: no second goal, dependency, tag, revision, ...
[[nodiscard]] inline bool is_in_columns(const PlanData& data, Row row) noexcept {
  return (data.extra_by_child.empty() || extra_parents(data, row).empty()) &&
         (data.dependencies.empty() || predecessors_of(data, row).empty()) &&
         data.revisions.find(row) == nullptr && data.supporting.find(row) == nullptr &&
         data.tags.find(row) == nullptr && data.notes.find(row) == nullptr &&
         data.node_extensions.find(row) == nullptr;
}

[[nodiscard]] inline bool has_same_detail(const PlanData& a, Row x, const PlanData& b,
                                          Row y) noexcept {
  const std::uint32_t i = a.details[x];
  const std::uint32_t k = b.details[y];
  switch (a.kinds[x]) {
    case NodeKind::goal:
      return a.rules[i] == b.rules[k];
    case NodeKind::task:
      return a.tasks[i] == b.tasks[k] && a.tasks[i].profile == 0;
    case NodeKind::indicator:
      break;
  }
  if (i == no_row || k == no_row) return i == k;
  const TargetRow& p = a.targets[i];
  const TargetRow& q = b.targets[k];
  return p.unusual == no_row && q.unusual == no_row && p.value == q.value &&
         is_same_number(p.baseline, q.baseline) && p.due == q.due && p.comparator == q.comparator &&
         p.direction == q.direction && p.measure == q.measure && p.firmness == q.firmness &&
         p.profile == q.profile && a.target_units[p.unit] == b.target_units[q.unit];
}

/// Never true of nodes that differ; false of some that do not.
[[nodiscard]] inline bool is_plainly_alike(const PlanMatch& match, Row x, Row y) noexcept {
  const PlanData& a = match.before.data();
  const PlanData& b = match.after.data();
  if (!is_in_columns(a, x) || !is_in_columns(b, y)) return false;
  const Row goal = a.parents[x] == no_row ? no_row : match.to_after[a.parents[x]];
  const bool is_placed_alike = (a.parents[x] == no_row) == (b.parents[y] == no_row) &&
                               goal == b.parents[y] && a.weights[x] == b.weights[y] &&
                               a.vetoes[x] == b.vetoes[y];
  return is_placed_alike && a.ids[x] == b.ids[y] && a.titles[x] == b.titles[y] &&
         a.kinds[x] == b.kinds[y] && a.lifecycles[x] == b.lifecycles[y] &&
         a.firmness[x] == b.firmness[y] && a.starts[x] == b.starts[y] && a.dues[x] == b.dues[y] &&
         a.texts[a.owners[x]] == b.texts[b.owners[y]] &&
         a.node_sources[a.sources[x]] == b.node_sources[b.sources[y]] &&
         has_same_detail(a, x, b, y);
}

}  // namespace jinjiang::detail
