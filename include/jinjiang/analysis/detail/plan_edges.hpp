// SPDX-License-Identifier: BSL-1.0
#pragma once

// The links of a plan as edges, and iterators over those that leave a node, enter it, or are there
// at all. Nothing is copied: an edge points into the plan's tables.

#include <cstdint>

#include <boost/iterator/iterator_facade.hpp>

#include <jinjiang/model/detail/plan_links.hpp>
#include <jinjiang/model/plan.hpp>

namespace jinjiang {

/// A link seen as an edge, from what needs to what is needed. Valid as long as some copy of its
/// plan lives.
class PlanEdge {
 public:
  PlanEdge() = default;
  /// @param row  nothing for the link to a first parent, whose weight stands in the plan's columns
  PlanEdge(detail::Row goal, detail::Row part, const detail::PartRow* row) noexcept
      : source_(goal), target_(part), part_(row) {}
  explicit PlanEdge(const detail::DependencyRow& row) noexcept
      : source_(row.successor), target_(row.predecessor), dependency_(&row) {}

  [[nodiscard]] detail::Row source() const noexcept { return source_; }
  [[nodiscard]] detail::Row target() const noexcept { return target_; }
  [[nodiscard]] LinkKind kind() const noexcept {
    return dependency_ == nullptr ? LinkKind::part : LinkKind::dependency;
  }

  [[nodiscard]] const detail::PartRow* part() const noexcept { return part_; }
  [[nodiscard]] const detail::DependencyRow* dependency() const noexcept { return dependency_; }

  /// Two nodes have at most one link of a kind.
  friend bool operator==(const PlanEdge& a, const PlanEdge& b) noexcept {
    return a.source_ == b.source_ && a.target_ == b.target_ && a.kind() == b.kind();
  }

 private:
  detail::Row source_ = detail::no_row;
  detail::Row target_ = detail::no_row;
  const detail::PartRow* part_ = nullptr;
  const detail::DependencyRow* dependency_ = nullptr;
};

}  // namespace jinjiang

namespace jinjiang::detail {

/// Which kinds of links a view shows.
struct ShownLinks {
  bool parts = true;
  bool dependencies = true;
};

/// The edges that leave a node: to the parts of a goal, then to predecessors.
class OutEdges {
 public:
  OutEdges() = default;
  OutEdges(const PlanData& data, Row source, ShownLinks shown) : source_(source) {
    if (shown.parts) {
      first_child_ = data.first_children[source];
      children_ = data.first_children[source + 1] - first_child_;
      extras_ = extra_children(data, source);
    }
    if (shown.dependencies) dependencies_ = predecessors_of(data, source);
  }

  [[nodiscard]] std::size_t size() const noexcept {
    return children_ + extras_.size() + dependencies_.size();
  }
  [[nodiscard]] PlanEdge operator[](std::size_t i) const noexcept {
    if (i < children_) return {source_, static_cast<Row>(first_child_ + i), nullptr};
    i -= children_;
    if (i < extras_.size()) return {source_, extras_[i].child, &extras_[i]};
    return PlanEdge(dependencies_[i - extras_.size()]);
  }

 private:
  Row source_ = no_row;
  Row first_child_ = 0;
  Row children_ = 0;
  std::span<const PartRow> extras_;
  std::span<const DependencyRow> dependencies_;
};

/// The edges that enter a node: from its goals, then from its successors.
class InEdges {
 public:
  InEdges() = default;
  InEdges(const PlanData& data, Row target, ShownLinks shown) : target_(target) {
    if (shown.parts) {
      parent_ = data.parents[target];
      extras_ = extra_parents(data, target);
    }
    if (shown.dependencies) {
      all_ = data.dependencies.data();
      successors_ = successors_of(data, target);
    }
  }

  [[nodiscard]] std::size_t size() const noexcept {
    return parents() + extras_.size() + successors_.size();
  }
  [[nodiscard]] PlanEdge operator[](std::size_t i) const noexcept {
    if (i < parents()) return {parent_, target_, nullptr};
    i -= parents();
    if (i < extras_.size()) return {extras_[i].parent, target_, &extras_[i]};
    return PlanEdge(all_[successors_[i - extras_.size()]]);
  }

 private:
  [[nodiscard]] std::size_t parents() const noexcept { return parent_ == no_row ? 0 : 1; }

  Row target_ = no_row;
  Row parent_ = no_row;
  std::span<const PartRow> extras_;
  const DependencyRow* all_ = nullptr;
  std::span<const std::uint32_t> successors_;
};

/// All edges, each with its number: links to first parents in the order of the parts, links to
/// further parents in the order of the goals, dependencies in the order of the successors.
class AllEdges {
 public:
  AllEdges() = default;
  AllEdges(const PlanData& data, ShownLinks shown) noexcept
      : data_(&data),
        roots_(data.size() == 0 ? 0 : data.layers[1]),
        first_parents_(shown.parts ? data.size() - roots_ : 0),
        parts_(first_parents_ + (shown.parts ? data.extra_by_parent.size() : 0)),
        size_(parts_ + (shown.dependencies ? data.dependencies.size() : 0)) {}

  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] PlanEdge operator[](std::size_t number) const noexcept {
    if (number < first_parents_) {
      const Row child = roots_ + static_cast<Row>(number);
      return {data_->parents[child], child, nullptr};
    }
    if (number < parts_) {
      const PartRow& row = data_->extra_by_parent[number - first_parents_];
      return {row.parent, row.child, &row};
    }
    return PlanEdge(data_->dependencies[number - parts_]);
  }

  /// @par Complexity  O(log of the parts that a goal shares with others)
  [[nodiscard]] std::size_t number_of(const PlanEdge& edge) const noexcept {
    if (edge.dependency() != nullptr) {
      return parts_ + static_cast<std::size_t>(edge.dependency() - data_->dependencies.data());
    }
    if (edge.part() == nullptr) return edge.target() - roots_;
    const auto extras = extra_children(*data_, edge.source());
    const auto found =
        std::lower_bound(extras.begin(), extras.end(), edge.target(),
                         [](const PartRow& row, Row child) { return row.child < child; });
    return first_parents_ + static_cast<std::size_t>(&*found - data_->extra_by_parent.data());
  }

 private:
  const PlanData* data_ = nullptr;
  Row roots_ = 0;
  std::size_t first_parents_ = 0;  ///< number of the links to first parents
  std::size_t parts_ = 0;          ///< and of all parts
  std::size_t size_ = 0;
};

/// Walks one of the ranges above; makes the edges as it goes.
template <class Edges>
class EdgeIterator
    : public boost::iterator_facade<EdgeIterator<Edges>, PlanEdge,
                                    boost::random_access_traversal_tag, PlanEdge, std::ptrdiff_t> {
 public:
  EdgeIterator() = default;
  EdgeIterator(const Edges& edges, std::size_t position) : edges_(edges), position_(position) {}

 private:
  friend class boost::iterator_core_access;
  [[nodiscard]] PlanEdge dereference() const noexcept { return edges_[position_]; }
  [[nodiscard]] bool equal(const EdgeIterator& other) const noexcept {
    return position_ == other.position_;
  }
  void increment() noexcept { ++position_; }
  void decrement() noexcept { --position_; }
  void advance(std::ptrdiff_t steps) noexcept { position_ += static_cast<std::size_t>(steps); }
  [[nodiscard]] std::ptrdiff_t distance_to(const EdgeIterator& other) const noexcept {
    return static_cast<std::ptrdiff_t>(other.position_) - static_cast<std::ptrdiff_t>(position_);
  }

  Edges edges_;
  std::size_t position_ = 0;
};

template <class Edges>
[[nodiscard]] std::pair<EdgeIterator<Edges>, EdgeIterator<Edges>> range_of(const Edges& edges) {
  return {EdgeIterator<Edges>(edges, 0), EdgeIterator<Edges>(edges, edges.size())};
}

}  // namespace jinjiang::detail
