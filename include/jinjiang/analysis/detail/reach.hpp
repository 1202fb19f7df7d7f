// SPDX-License-Identifier: BSL-1.0
#pragma once

// Which of some nodes are reached from which others, 64 at a time: a word a node, one pass over the
// links in their order. Memory stays that of the graph, whatever is asked.

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include <jinjiang/model/detail/cycles.hpp>

namespace jinjiang::detail {

/// A graph without cycles, in an order in which every node comes before what it needs.
class OrderedNeeds {
 public:
  OrderedNeeds(std::size_t nodes, std::span<const Need> needs)
      : lists_(nodes, needs), order_(order_by_need(lists_, nodes, needs)), places_(nodes) {
    for (std::uint32_t place = 0; place < order_.size(); ++place) places_[order_[place]] = place;
  }

  /// Whether there is such an order.
  [[nodiscard]] bool is_acyclic() const noexcept { return order_.size() == places_.size(); }
  [[nodiscard]] const NeedLists& lists() const noexcept { return lists_; }
  [[nodiscard]] std::span<const std::uint32_t> order() const noexcept { return order_; }
  [[nodiscard]] std::uint32_t place(std::uint32_t node) const noexcept { return places_[node]; }

  /// Calls visit(first, bits) for each block of 64 of the nodes `wanted`, which are sorted by their
  /// places: bit k of bits[node] says whether wanted[first + k] is reached from the node by one
  /// link or more. The bits of nodes that come after all of the block are not set.
  /// @par Complexity  O((nodes + links) * wanted / 64)
  template <class Visit>
  void for_each_block(std::span<const std::uint32_t> wanted, const Visit& visit) const {
    std::vector<std::uint64_t> bits(order_.size());
    std::vector<std::uint64_t> own(order_.size());
    for (std::size_t first = 0; first < wanted.size(); first += 64) {
      const auto block = wanted.subspan(first, std::min<std::size_t>(64, wanted.size() - first));
      const std::uint32_t last_place = places_[block.back()];
      for (std::size_t k = 0; k < block.size(); ++k) own[block[k]] |= std::uint64_t{1} << k;
      for (std::uint32_t place = last_place + 1; place-- > 0;) {
        const std::uint32_t node = order_[place];
        std::uint64_t reached = 0;
        for (const std::uint32_t needed : lists_.of(node)) {
          if (places_[needed] <= last_place) reached |= bits[needed] | own[needed];
        }
        bits[node] = reached;
      }
      visit(first, std::span<const std::uint64_t>(bits));
      for (const std::uint32_t node : block) own[node] = 0;
    }
  }

 private:
  NeedLists lists_;
  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t> places_;
};

}  // namespace jinjiang::detail
