// SPDX-License-Identifier: BSL-1.0
#pragma once

// How rows of a plan hang together: parts beyond the contiguous range, predecessors, revisions.

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/detail/plan_data.hpp>
#include <jinjiang/model/yardstick.hpp>

namespace jinjiang::detail {

/// The error for an id that no node has.
[[nodiscard]] inline std::string unknown_id(const PlanData& data, std::string_view id) {
  constexpr std::size_t most_compared = 20000;  // a message may cost some milliseconds, not seconds
  std::vector<std::string_view> names;
  for (Row row = 0; row < data.size() && row < most_compared; ++row) names.push_back(data.ids[row]);
  return "no node " + in_quotes(id) + nearest_hint(nearest(id, names));
}

/// What the target of one row asks of a number.
[[nodiscard]] inline Bounds bounds_of_row(const TargetRow& target, Unit unit) noexcept {
  const double tolerance =
      target.comparator == Comparator::about ? default_tolerance(target.value, unit) : 0;
  return bounds_of(target.comparator, target.direction, target.value, target.value, tolerance,
                   target.baseline);
}

/// The parents of a row beyond the first.
[[nodiscard]] inline std::span<const PartRow> extra_parents(const PlanData& data,
                                                            Row child) noexcept {
  const auto range = std::equal_range(
      data.extra_by_child.begin(), data.extra_by_child.end(), PartRow{child, 0, 0, false},
      [](const PartRow& a, const PartRow& b) { return a.child < b.child; });
  return {range.first, range.second};
}

/// The parts of a row beyond its contiguous range.
[[nodiscard]] inline std::span<const PartRow> extra_children(const PlanData& data,
                                                             Row parent) noexcept {
  if (parent + 1 >= data.first_extra.size()) return {};
  return std::span(data.extra_by_parent)
      .subspan(data.first_extra[parent], data.first_extra[parent + 1] - data.first_extra[parent]);
}

[[nodiscard]] inline std::span<const DependencyRow> predecessors_of(const PlanData& data,
                                                                    Row successor) noexcept {
  const auto first =
      std::lower_bound(data.dependencies.begin(), data.dependencies.end(), successor,
                       [](const DependencyRow& a, Row wanted) { return a.successor < wanted; });
  auto last = first;
  while (last != data.dependencies.end() && last->successor == successor) ++last;
  return {first, last};
}

/// Indices into the dependencies.
[[nodiscard]] inline std::span<const std::uint32_t> successors_of(const PlanData& data,
                                                                  Row predecessor) noexcept {
  const auto& all = data.dependencies;
  const auto first = std::lower_bound(
      data.by_predecessor.begin(), data.by_predecessor.end(), predecessor,
      [&](std::uint32_t index, Row wanted) { return all[index].predecessor < wanted; });
  auto last = first;
  while (last != data.by_predecessor.end() && all[*last].predecessor == predecessor) ++last;
  return {first, last};
}

/// All parts of a row in the author's order.
[[nodiscard]] inline std::vector<Row> children_of(const PlanData& data, Row parent) {
  std::vector<Row> children;
  for (Row child = data.first_children[parent]; child < data.first_children[parent + 1]; ++child) {
    children.push_back(child);
  }
  for (const PartRow& part : extra_children(data, parent)) children.push_back(part.child);
  std::sort(children.begin(), children.end(),
            [&](Row a, Row b) { return data.order[a] < data.order[b]; });
  return children;
}

[[nodiscard]] inline const RevisionRow* revision_on(const PlanData& data, Row row,
                                                    Date day) noexcept {
  const RevisionRow* in_force = nullptr;
  if (const auto* revisions = data.revisions.find(row)) {
    for (const RevisionRow& revision : *revisions) {
      if (revision.effective <= day) in_force = &revision;
    }
  }
  return in_force;
}

}  // namespace jinjiang::detail
