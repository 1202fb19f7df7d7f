// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <bit>
#include <numeric>
#include <tuple>

#include <jinjiang/analysis/detail/dominators.hpp>
#include <jinjiang/analysis/detail/reach.hpp>
#include <jinjiang/analysis/structure.hpp>
#include <jinjiang/model/detail/plan_links.hpp>

namespace jinjiang {

namespace detail {

/// All links, from what needs to what is needed; a goal may need its part twice.
[[nodiscard]] inline std::vector<Need> needs_of(const PlanData& data) {
  std::vector<Need> needs;
  needs.reserve(data.size() + data.extra_by_child.size() + data.dependencies.size());
  for (Row row = 0; row < data.size(); ++row) {
    if (data.parents[row] != no_row) needs.push_back({data.parents[row], row});
  }
  for (const PartRow& part : data.extra_by_child) needs.push_back({part.parent, part.child});
  for (const DependencyRow& link : data.dependencies)
    needs.push_back({link.successor, link.predecessor});
  return needs;
}

[[nodiscard]] inline Node node_at(const Plan& plan, Row row) {
  return plan.nodes()[plan.data().order[row]];
}

/// The flow of work of a plan.
struct PlanFlow {
  explicit PlanFlow(const PlanData& data)
      : graph(data.size(), needs_of(data)), tree(data.size(), graph) {}

  OrderedNeeds graph;
  DominatorTree tree;
};

/// Rows with a count, the greatest first, then by a second count, then in the author's order.
[[nodiscard]] inline std::vector<Row> foremost(const PlanData& data,
                                               const std::vector<std::size_t>& first,
                                               const std::vector<std::size_t>& second,
                                               std::size_t most) {
  std::vector<Row> rows;
  for (const Row row : data.by_order) {
    if (first[row] > 0) rows.push_back(row);
  }
  const std::size_t count = std::min(most, rows.size());
  std::partial_sort(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(count), rows.end(),
                    [&](Row a, Row b) {
                      return std::tuple(first[b], second[b], data.order[a]) <
                             std::tuple(first[a], second[a], data.order[b]);
                    });
  rows.resize(count);
  return rows;
}

}  // namespace detail

JINJIANG_INLINE std::vector<SinglePoint> single_points_of_failure(const Plan& plan,
                                                                  std::size_t most) {
  const detail::PlanData& data = plan.data();
  const detail::PlanFlow flow(data);
  std::vector<std::size_t> carried(std::size_t{data.size()} + 1);
  // What carries a node comes after it in the order.
  for (const std::uint32_t row : flow.graph.order())
    carried[flow.tree.above(row)] += carried[row] + 1;
  std::vector<SinglePoint> result;
  for (const detail::Row row : detail::foremost(data, carried, carried, most))
    result.push_back({detail::node_at(plan, row), carried[row]});
  return result;
}

JINJIANG_INLINE std::vector<Node> carriers_of(const Plan& plan, std::string_view id) {
  const detail::Row wanted = plan[id].row();
  const detail::PlanFlow flow(plan.data());
  std::vector<Node> result;
  for (detail::Row at = flow.tree.above(wanted); at != flow.tree.entry(); at = flow.tree.above(at))
    result.push_back(detail::node_at(plan, at));
  return result;
}

JINJIANG_INLINE std::vector<Node> carried_by(const Plan& plan, std::string_view id) {
  const detail::PlanData& data = plan.data();
  const detail::Row wanted = plan[id].row();
  const detail::PlanFlow flow(data);
  std::vector<bool> is_carried(data.size());
  const auto order = flow.graph.order();
  for (std::size_t place = order.size(); place-- > 0;) {
    const detail::Row above = flow.tree.above(order[place]);
    if (above != flow.tree.entry()) is_carried[order[place]] = above == wanted || is_carried[above];
  }
  std::vector<Node> result;
  for (const detail::Row row : data.by_order) {
    if (is_carried[row]) result.push_back(detail::node_at(plan, row));
  }
  return result;
}

JINJIANG_INLINE std::vector<Bottleneck> bottlenecks(const Plan& plan, std::size_t most) {
  const detail::PlanData& data = plan.data();
  std::vector<detail::Need> needs = detail::needs_of(data);
  std::vector<std::size_t> direct(data.size());
  for (detail::Need& need : needs) {
    ++direct[need.needed];
    std::swap(need.dependent, need.needed);  // so that what is reached is what needs it
  }
  const detail::OrderedNeeds graph(data.size(), needs);
  std::vector<std::uint32_t> all(graph.order().begin(), graph.order().end());
  std::vector<std::size_t> dependents(data.size());
  graph.for_each_block(all, [&](std::size_t first, std::span<const std::uint64_t> bits) {
    const std::size_t end = std::min(first + 64, all.size());
    for (std::size_t place = 0; place < end; ++place)
      dependents[all[place]] += static_cast<std::size_t>(std::popcount(bits[all[place]]));
  });
  std::vector<Bottleneck> result;
  for (const detail::Row row : detail::foremost(data, dependents, direct, most))
    result.push_back({detail::node_at(plan, row), dependents[row], direct[row]});
  return result;
}

JINJIANG_INLINE std::vector<Dependency> redundant_dependencies(const Plan& plan) {
  const detail::PlanData& data = plan.data();
  const std::vector<detail::Need> needs = detail::needs_of(data);
  const detail::OrderedNeeds graph(data.size(), needs);
  std::vector<std::uint32_t> open(data.dependencies.size());
  std::iota(open.begin(), open.end(), 0U);
  const auto predecessor = [&](std::uint32_t link) { return data.dependencies[link].predecessor; };
  std::sort(open.begin(), open.end(), [&](std::uint32_t a, std::uint32_t b) {
    return graph.place(predecessor(a)) < graph.place(predecessor(b));
  });
  std::vector<std::uint32_t> wanted;
  for (const std::uint32_t link : open) {
    if (wanted.empty() || wanted.back() != predecessor(link)) wanted.push_back(predecessor(link));
  }
  std::vector<std::uint32_t> redundant;
  std::size_t next = 0;
  graph.for_each_block(wanted, [&](std::size_t first, std::span<const std::uint64_t> bits) {
    std::size_t at = first;
    for (; next < open.size(); ++next) {
      const detail::DependencyRow& link = data.dependencies[open[next]];
      while (wanted[at] != link.predecessor) ++at;
      if (at >= first + 64) return;
      const auto leads_there = [&](std::uint32_t needed) {
        return needed != link.predecessor && graph.place(needed) < graph.place(link.predecessor) &&
               (bits[needed] >> (at - first) & 1U) != 0;
      };
      const auto needed = graph.lists().of(link.successor);
      if (std::any_of(needed.begin(), needed.end(), leads_there) ||
          std::count(needed.begin(), needed.end(), link.predecessor) > 1) {
        redundant.push_back(open[next]);
      }
    }
  });
  std::sort(redundant.begin(), redundant.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto key = [&](std::uint32_t link) {
      return std::pair(data.order[data.dependencies[link].successor],
                       data.order[data.dependencies[link].predecessor]);
    };
    return key(a) < key(b);
  });
  std::vector<Dependency> result;
  for (const std::uint32_t index : redundant) {
    const detail::DependencyRow& link = data.dependencies[index];
    result.push_back({detail::node_at(plan, link.successor),
                      detail::node_at(plan, link.predecessor), link.type, link.lag,
                      link.assumption});
  }
  return result;
}

}  // namespace jinjiang
