// SPDX-License-Identifier: BSL-1.0
#pragma once

// A plan: an immutable value that is cheap to copy and safe to share between threads, and views of
// its nodes.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/model/date.hpp>
#include <jinjiang/model/extensions.hpp>
#include <jinjiang/model/policy.hpp>
#include <jinjiang/model/source.hpp>
#include <jinjiang/model/target.hpp>
#include <jinjiang/model/unit.hpp>
#include <jinjiang/model/vocabulary.hpp>

namespace jinjiang::detail {
struct PlanData;
struct DependencyRow;
class ScenarioOverlay;
using Row = std::uint32_t;
}  // namespace jinjiang::detail

namespace jinjiang {

class Plan;
class PlanBuilder;

/// A target that takes the place of the one before from a date on.
struct Revision {
  Date effective;      ///< first day on which it is in force
  Target target;       ///< the one in force from then on
  std::string reason;  ///< why; may be empty

  friend bool operator==(const Revision&, const Revision&) = default;
};

/// A goal, indicator or task of a plan. A view, two words large: valid as long as some copy of its
/// plan lives.
class Node {
 public:
  /// Unique in the plan.
  [[nodiscard]] std::string_view id() const noexcept;
  /// Short title; may be empty.
  [[nodiscard]] std::string_view title() const noexcept;
  /// Goal, indicator or task.
  [[nodiscard]] NodeKind kind() const noexcept;
  /// How the work stands administratively; set by people.
  [[nodiscard]] Lifecycle lifecycle() const noexcept;
  /// Of an indicator with a target, the target's.
  [[nodiscard]] Firmness firmness() const noexcept;
  /// Lead unit 牵头单位; may be empty.
  [[nodiscard]] std::string_view owner() const noexcept;
  /// Supporting units 配合单位.
  [[nodiscard]] std::span<const std::string> supporting() const noexcept;
  /// Words of the author's own.
  [[nodiscard]] std::span<const std::string> tags() const noexcept;
  /// Free text; may be empty.
  [[nodiscard]] std::string_view note() const noexcept;
  /// Where in a document it was said; empty when nobody tells.
  [[nodiscard]] const Source& source() const noexcept;

  /// As given, of a task else from its due date and duration, else the start of the plan.
  [[nodiscard]] Date start() const noexcept;
  /// As given, of a task else from its start and duration, else the end of the plan.
  [[nodiscard]] Date due() const noexcept;
  /// Given or derived from the other date and the duration.
  [[nodiscard]] bool has_own_start() const noexcept;
  /// Whether the due date is the node's and not that of the plan: given, or from start and
  /// duration.
  [[nodiscard]] bool has_own_due() const noexcept;
  /// Whether a start was given; otherwise it is computed, or that of the plan.
  [[nodiscard]] bool has_given_start() const noexcept;
  /// Whether a due date was given; otherwise it is computed, or that of the plan.
  [[nodiscard]] bool has_given_due() const noexcept;

  /// The target as first promised; nothing for goals, tasks and indicators that are only watched.
  [[nodiscard]] std::optional<Target> target() const;
  /// The target in force at the end of a day.
  [[nodiscard]] std::optional<Target> target_on(Date day) const;
  /// In order of their dates.
  [[nodiscard]] std::vector<Revision> revisions() const;

  /// Of a goal.
  [[nodiscard]] Rule rule() const noexcept;
  /// Of a task: what is known without a dated observation, 0 to 1.
  [[nodiscard]] std::optional<double> progress() const noexcept;
  /// Of a task, in days.
  [[nodiscard]] std::optional<int> duration() const noexcept;
  /// Of a task: the profile in force; linear when it has a start of its own, at_due otherwise.
  [[nodiscard]] Profile profile() const;

  /// The goals that it is part of.
  [[nodiscard]] std::vector<Node> parents() const;
  /// In the author's order.
  [[nodiscard]] std::vector<Node> children() const;
  /// Whether the node is part of no goal.
  [[nodiscard]] bool is_root() const noexcept;
  /// Place in the author's order.
  [[nodiscard]] std::size_t position() const noexcept;

  /// Keys that begin with `x-`, with their JSON text.
  [[nodiscard]] std::span<const Extension> extensions() const noexcept;

  /// The same node of the same plan.
  friend bool operator==(const Node& a, const Node& b) noexcept {
    return a.data_ == b.data_ && a.row_ == b.row_;
  }

  /// Row in the plan's columns; changes from plan to plan, so it is no id.
  [[nodiscard]] detail::Row row() const noexcept { return row_; }

 private:
  friend class Plan;
  friend class NodeIterator;
  friend class Evaluation;
  Node(const detail::PlanData* data, detail::Row row) noexcept : data_(data), row_(row) {}

  const detail::PlanData* data_;
  detail::Row row_;
};

/// Walks the nodes in the author's order.
class NodeIterator {
 public:
  using value_type = Node;
  using difference_type = std::ptrdiff_t;
  using iterator_category = std::forward_iterator_tag;

  NodeIterator() = default;
  NodeIterator(const detail::PlanData* data, std::size_t position) noexcept
      : data_(data), position_(position) {}

  [[nodiscard]] Node operator*() const noexcept;
  NodeIterator& operator++() noexcept {
    ++position_;
    return *this;
  }
  NodeIterator operator++(int) noexcept {
    NodeIterator before = *this;
    ++position_;
    return before;
  }
  friend bool operator==(const NodeIterator&, const NodeIterator&) = default;

 private:
  const detail::PlanData* data_ = nullptr;
  std::size_t position_ = 0;
};

/// The nodes of a plan in the author's order.
class NodeRange {
 public:
  explicit NodeRange(const detail::PlanData* data) noexcept : data_(data) {}
  /// The first node.
  [[nodiscard]] NodeIterator begin() const noexcept { return {data_, 0}; }
  /// Past the last one.
  [[nodiscard]] NodeIterator end() const noexcept { return {data_, size()}; }
  /// Number of nodes.
  [[nodiscard]] std::size_t size() const noexcept;
  /// The node at a position, from 0, in the author's order.
  [[nodiscard]] Node operator[](std::size_t position) const noexcept {
    return *NodeIterator(data_, position);
  }

 private:
  const detail::PlanData* data_;
};

/// `child` is part of `parent`.
struct PartLink {
  Node child;     ///< the part
  Node parent;    ///< the goal
  double weight;  ///< in the goal, 1e-100 to 1e100
  bool is_veto;   ///< 一票否决
};

/// `successor` depends on `predecessor`.
struct Dependency {
  Node successor;               ///< what waits
  Node predecessor;             ///< what it waits for
  DependencyType type;          ///< FS, SS, FF or SF
  int lag;                      ///< days, may be negative
  std::string_view assumption;  ///< why an analyst assumes it; empty when it was stated
};

/// A work plan. Made by a PlanBuilder or read from a file; never changed.
class Plan {
 public:
  /// An empty one without an id, to be assigned to.
  Plan();

  /// Chosen by the author, 1 to 256 bytes.
  [[nodiscard]] const std::string& id() const noexcept;
  /// May be empty.
  [[nodiscard]] const std::string& title() const noexcept;
  /// Who issued it; may be empty.
  [[nodiscard]] const std::string& issuer() const noexcept;
  /// Of reports and messages to readers.
  [[nodiscard]] Language language() const noexcept;
  /// From its first day through its last.
  [[nodiscard]] const Period& period() const noexcept;
  /// The document that it was read from.
  [[nodiscard]] const Source& source() const noexcept;
  /// Thresholds, least coverage, missing data and staleness.
  [[nodiscard]] const Policy& policy() const noexcept;
  /// The standard units and the plan's own.
  [[nodiscard]] const UnitTable& units() const noexcept;
  /// Keys of the author's own, which begin with x-.
  [[nodiscard]] std::span<const Extension> extensions() const noexcept;

  /// Number of nodes.
  [[nodiscard]] std::size_t size() const noexcept;
  /// All nodes in the author's order.
  [[nodiscard]] NodeRange nodes() const noexcept { return NodeRange(data_.get()); }
  /// The goals, in the author's order.
  [[nodiscard]] std::vector<Node> goals() const { return of_kind(NodeKind::goal); }
  /// The indicators, in the author's order.
  [[nodiscard]] std::vector<Node> indicators() const { return of_kind(NodeKind::indicator); }
  /// The tasks, in the author's order.
  [[nodiscard]] std::vector<Node> tasks() const { return of_kind(NodeKind::task); }
  /// Nodes that are part of no goal.
  [[nodiscard]] std::vector<Node> roots() const;

  /// @throws UnknownIdError  names the nearest ids
  /// @par Complexity  O(length of the id)
  [[nodiscard]] Node operator[](std::string_view id) const { return node_in(row_of(id)); }
  /// The node with this id, or nothing.
  [[nodiscard]] std::optional<Node> find_node(std::string_view id) const;
  /// Whether a node has this id.
  [[nodiscard]] bool contains(std::string_view id) const;
  /// The node reached from a root by these titles, each a part of the one before; nothing when
  /// there is none or more than one.
  [[nodiscard]] std::optional<Node> find_path(std::span<const std::string_view> titles) const;
  /// The same for titles in braces.
  [[nodiscard]] std::optional<Node> find_path(
      std::initializer_list<std::string_view> titles) const {
    return find_path(std::span(titles.begin(), titles.size()));
  }
  /// Nodes whose id or title holds the text, in the author's order.
  [[nodiscard]] std::vector<Node> find(std::string_view text) const;

  /// The goals that a node is part of.
  [[nodiscard]] std::vector<Node> parents(std::string_view id) const {
    return (*this)[id].parents();
  }
  /// The parts of a goal, in the author's order.
  [[nodiscard]] std::vector<Node> children(std::string_view id) const {
    return (*this)[id].children();
  }
  /// The links that make a node part of its goals; the first one is the deepest goal.
  [[nodiscard]] std::vector<PartLink> part_links(const Node& child) const;
  /// What a node depends on.
  [[nodiscard]] std::vector<Dependency> predecessors(const Node& node) const;
  /// What depends on a node.
  [[nodiscard]] std::vector<Dependency> successors(const Node& node) const;

  /// Depth first from the roots, children in the author's order. A node that is part of several
  /// goals comes under each of them, its own parts only the first time.
  struct OutlineEntry {
    Node node;         ///< the node of this line
    int depth;         ///< 0 for a root
    bool is_repeated;  ///< it came before, under another goal; its parts are not listed again
  };
  /// The plan as an outline.
  [[nodiscard]] std::vector<OutlineEntry> outline() const;

  /// Same contents in the same order, whatever the file it came from.
  friend bool operator==(const Plan& a, const Plan& b);

  /// For the layers of the library.
  [[nodiscard]] const detail::PlanData& data() const noexcept { return *data_; }
  /// For the layers of the library.
  [[nodiscard]] const std::shared_ptr<const detail::PlanData>& shared_data() const noexcept {
    return data_;
  }

 private:
  friend class PlanBuilder;
  friend class detail::ScenarioOverlay;
  explicit Plan(std::shared_ptr<const detail::PlanData> data) noexcept : data_(std::move(data)) {}
  [[nodiscard]] Node node_in(detail::Row row) const noexcept { return Node(data_.get(), row); }
  [[nodiscard]] detail::Row row_of(std::string_view id) const;
  [[nodiscard]] std::vector<Node> of_kind(NodeKind kind) const;
  [[nodiscard]] Dependency dependency_in(const detail::DependencyRow& row) const noexcept;

  std::shared_ptr<const detail::PlanData> data_;
};

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/model/detail/plan.ipp>
#endif
