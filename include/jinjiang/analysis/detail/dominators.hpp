// SPDX-License-Identifier: BSL-1.0
#pragma once

// Dominators of a graph without cycles, by one pass in its order: the immediate dominator of a node
// is the nearest common ancestor, in the tree so far, of what leads to it (Cooper, Harvey, Kennedy
// 2001). Several beginnings hang on one entry of their own.

#include <cstdint>
#include <vector>

#include <jinjiang/analysis/detail/reach.hpp>

namespace jinjiang::detail {

/// The nearest node that carries each node; `nodes` for those that only the entry carries.
class DominatorTree {
 public:
  /// Work flows from what is needed to what needs it.
  DominatorTree(std::size_t nodes, const OrderedNeeds& graph)
      : entry_(static_cast<std::uint32_t>(nodes)), above_(nodes + 1, entry_), depths_(nodes + 1) {
    const auto order = graph.order();
    for (std::size_t place = order.size(); place-- > 0;) {
      const std::uint32_t node = order[place];
      const auto needed = graph.lists().of(node);
      std::uint32_t nearest = needed.empty() ? entry_ : needed.front();
      for (const std::uint32_t other : needed) nearest = common(nearest, other);
      above_[node] = nearest;
      depths_[node] = depths_[nearest] + 1;
    }
  }

  [[nodiscard]] std::uint32_t entry() const noexcept { return entry_; }
  [[nodiscard]] std::uint32_t above(std::uint32_t node) const noexcept { return above_[node]; }

 private:
  [[nodiscard]] std::uint32_t common(std::uint32_t a, std::uint32_t b) const noexcept {
    while (a != b) {
      if (depths_[a] >= depths_[b]) {
        a = above_[a];
      } else {
        b = above_[b];
      }
    }
    return a;
  }

  std::uint32_t entry_;
  std::vector<std::uint32_t> above_;
  std::vector<std::uint32_t> depths_;
};

}  // namespace jinjiang::detail
