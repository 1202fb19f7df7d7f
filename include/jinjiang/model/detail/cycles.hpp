// SPDX-License-Identifier: BSL-1.0
#pragma once

// Orders nodes by what needs what, and finds the rings that make an order impossible.

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace jinjiang::detail {

/// `dependent` needs `needed`.
struct Need {
  std::uint32_t dependent;
  std::uint32_t needed;
};

/// Adjacency of a graph in two arrays: what i needs is [offsets[i], offsets[i + 1]).
class NeedLists {
 public:
  NeedLists(std::size_t nodes, std::span<const Need> needs)
      : offsets_(nodes + 1), targets_(needs.size()) {
    for (const Need& need : needs) ++offsets_[need.dependent + 1];
    for (std::size_t i = 0; i < nodes; ++i) offsets_[i + 1] += offsets_[i];
    std::vector<std::uint32_t> next(offsets_.begin(), offsets_.end() - 1);
    for (const Need& need : needs) targets_[next[need.dependent]++] = need.needed;
  }
  [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t node) const noexcept {
    return std::span(targets_).subspan(offsets_[node], offsets_[node + 1] - offsets_[node]);
  }

 private:
  std::vector<std::uint32_t> offsets_;
  std::vector<std::uint32_t> targets_;
};

/// Every node after all that depend on it (Kahn 1962); shorter than the number of nodes when there
/// is a cycle.
[[nodiscard]] inline std::vector<std::uint32_t> order_by_need(const NeedLists& lists,
                                                              std::size_t nodes,
                                                              std::span<const Need> needs) {
  std::vector<std::uint32_t> waiting(nodes);
  for (const Need& need : needs) ++waiting[need.needed];
  std::vector<std::uint32_t> order;
  order.reserve(nodes);
  for (std::uint32_t node = 0; node < nodes; ++node) {
    if (waiting[node] == 0) order.push_back(node);
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (const std::uint32_t needed : lists.of(order[i])) {
      if (--waiting[needed] == 0) order.push_back(needed);
    }
  }
  return order;
}

/// Up to `most` cycles, each as the nodes in the order of need; every cyclic part of the graph
/// shows one.
[[nodiscard]] inline std::vector<std::vector<std::uint32_t>> find_cycles(const NeedLists& lists,
                                                                         std::size_t nodes,
                                                                         std::size_t most = 20) {
  enum class Mark : std::uint8_t { unseen, open, done };
  struct Frame {
    std::uint32_t node;
    std::size_t next;
  };
  std::vector<Mark> marks(nodes, Mark::unseen);
  std::vector<Frame> path;
  std::vector<std::vector<std::uint32_t>> cycles;
  for (std::uint32_t start = 0; start < nodes && cycles.size() < most; ++start) {
    if (marks[start] != Mark::unseen) continue;
    marks[start] = Mark::open;
    path.push_back({start, 0});
    while (!path.empty()) {
      Frame& frame = path.back();
      const auto needed = lists.of(frame.node);
      if (frame.next == needed.size()) {
        marks[frame.node] = Mark::done;
        path.pop_back();
        continue;
      }
      const std::uint32_t next = needed[frame.next++];
      if (marks[next] == Mark::unseen) {
        marks[next] = Mark::open;
        path.push_back({next, 0});
      } else if (marks[next] == Mark::open && cycles.size() < most) {
        const auto begins = std::find_if(path.begin(), path.end(),
                                         [next](const Frame& f) { return f.node == next; });
        std::vector<std::uint32_t>& cycle = cycles.emplace_back();
        for (auto at = begins; at != path.end(); ++at) cycle.push_back(at->node);
      }
    }
  }
  return cycles;
}

}  // namespace jinjiang::detail
