// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>

#include <jinjiang/model/detail/plan_links.hpp>
#include <jinjiang/model/plan.hpp>

namespace jinjiang {

JINJIANG_INLINE std::string_view Node::id() const noexcept { return data_->ids[row_]; }
JINJIANG_INLINE std::string_view Node::title() const noexcept { return data_->titles[row_]; }
JINJIANG_INLINE NodeKind Node::kind() const noexcept { return data_->kinds[row_]; }
JINJIANG_INLINE Lifecycle Node::lifecycle() const noexcept { return data_->lifecycles[row_]; }
JINJIANG_INLINE Firmness Node::firmness() const noexcept { return data_->firmness[row_]; }
JINJIANG_INLINE std::string_view Node::owner() const noexcept {
  return data_->texts[data_->owners[row_]];
}
JINJIANG_INLINE const Source& Node::source() const noexcept {
  return data_->node_sources[data_->sources[row_]];
}
JINJIANG_INLINE Date Node::start() const noexcept { return data_->start_of(row_); }
JINJIANG_INLINE Date Node::due() const noexcept { return data_->due_of(row_); }
JINJIANG_INLINE bool Node::has_own_start() const noexcept {
  return data_->starts[row_] != detail::no_day;
}
JINJIANG_INLINE bool Node::has_own_due() const noexcept {
  return data_->dues[row_] != detail::no_day;
}
JINJIANG_INLINE bool Node::has_given_start() const noexcept { return data_->has_given_start(row_); }
JINJIANG_INLINE bool Node::has_given_due() const noexcept { return data_->has_given_due(row_); }
JINJIANG_INLINE bool Node::is_root() const noexcept {
  return data_->parents[row_] == detail::no_row;
}
JINJIANG_INLINE std::size_t Node::position() const noexcept { return data_->order[row_]; }
JINJIANG_INLINE std::size_t NodeRange::size() const noexcept { return data_->size(); }
JINJIANG_INLINE const std::string& Plan::id() const noexcept { return data_->id; }
JINJIANG_INLINE const std::string& Plan::title() const noexcept { return data_->title; }
JINJIANG_INLINE const std::string& Plan::issuer() const noexcept { return data_->issuer; }
JINJIANG_INLINE Language Plan::language() const noexcept { return data_->language; }
JINJIANG_INLINE const Period& Plan::period() const noexcept { return data_->period; }
JINJIANG_INLINE const Source& Plan::source() const noexcept { return data_->source; }
JINJIANG_INLINE const Policy& Plan::policy() const noexcept { return data_->policy; }
JINJIANG_INLINE Plan::Plan() {
  static const auto empty = [] {
    auto data = std::make_shared<detail::PlanData>();
    data->layers.push_back(0);
    data->first_children.push_back(0);
    data->units = UnitTable::standard();
    return std::shared_ptr<const detail::PlanData>(std::move(data));
  }();
  data_ = empty;
}

JINJIANG_INLINE const UnitTable& Plan::units() const noexcept { return data_->units; }
JINJIANG_INLINE std::size_t Plan::size() const noexcept { return data_->size(); }
JINJIANG_INLINE Node NodeIterator::operator*() const noexcept {
  return Node(data_, data_->by_order[position_]);
}
JINJIANG_INLINE std::span<const Extension> Plan::extensions() const noexcept {
  return data_->extensions;
}
JINJIANG_INLINE bool Plan::contains(std::string_view id) const {
  return data_->find(id).has_value();
}

JINJIANG_INLINE std::span<const std::string> Node::supporting() const noexcept {
  const auto* entry = data_->supporting.find(row_);
  return entry == nullptr ? std::span<const std::string>{} : std::span<const std::string>(*entry);
}

JINJIANG_INLINE std::span<const std::string> Node::tags() const noexcept {
  const auto* entry = data_->tags.find(row_);
  return entry == nullptr ? std::span<const std::string>{} : std::span<const std::string>(*entry);
}

JINJIANG_INLINE std::string_view Node::note() const noexcept {
  const auto* entry = data_->notes.find(row_);
  return entry == nullptr ? std::string_view{} : std::string_view(*entry);
}

JINJIANG_INLINE std::span<const Extension> Node::extensions() const noexcept {
  const auto* entry = data_->node_extensions.find(row_);
  return entry == nullptr ? std::span<const Extension>{} : std::span<const Extension>(*entry);
}

JINJIANG_INLINE std::optional<Target> Node::target() const {
  return data_->has_target(row_) ? std::optional(data_->target_of(row_)) : std::nullopt;
}

JINJIANG_INLINE std::optional<Target> Node::target_on(Date day) const {
  if (const auto* revision = detail::revision_on(*data_, row_, day)) return revision->target;
  return target();
}

JINJIANG_INLINE std::vector<Revision> Node::revisions() const {
  std::vector<Revision> result;
  if (const auto* revisions = data_->revisions.find(row_)) {
    for (const auto& revision : *revisions)
      result.push_back({revision.effective, revision.target, revision.reason});
  }
  return result;
}

JINJIANG_INLINE Rule Node::rule() const noexcept {
  return kind() == NodeKind::goal ? data_->rules[data_->details[row_]] : Rule{};
}

JINJIANG_INLINE std::optional<double> Node::progress() const noexcept {
  if (kind() != NodeKind::task) return std::nullopt;
  const double progress = data_->tasks[data_->details[row_]].progress;
  return std::isnan(progress) ? std::nullopt : std::optional(progress);
}

JINJIANG_INLINE std::optional<int> Node::duration() const noexcept {
  if (kind() != NodeKind::task) return std::nullopt;
  const int duration = data_->tasks[data_->details[row_]].duration;
  return duration < 0 ? std::nullopt : std::optional(duration);
}

JINJIANG_INLINE Profile Node::profile() const {
  if (kind() == NodeKind::task) {
    if (const auto number = data_->tasks[data_->details[row_]].profile; number > 0) {
      return data_->task_profiles[number - 1];
    }
    return has_own_start() ? ProfileKind::linear : ProfileKind::at_due;
  }
  const auto target = this->target();
  return target ? target->profile() : Profile(ProfileKind::at_due);
}

JINJIANG_INLINE std::vector<Node> Node::parents() const {
  std::vector<Node> result;
  if (!is_root()) result.push_back(Node(data_, data_->parents[row_]));
  for (const auto& part : detail::extra_parents(*data_, row_))
    result.push_back(Node(data_, part.parent));
  return result;
}

JINJIANG_INLINE std::vector<Node> Node::children() const {
  std::vector<Node> result;
  for (const detail::Row child : detail::children_of(*data_, row_))
    result.push_back(Node(data_, child));
  return result;
}

JINJIANG_INLINE detail::Row Plan::row_of(std::string_view id) const {
  if (const auto row = data_->find(id)) return *row;
  throw UnknownIdError(detail::unknown_id(*data_, id));
}

JINJIANG_INLINE std::optional<Node> Plan::find_node(std::string_view id) const {
  const auto row = data_->find(id);
  return row ? std::optional(node_in(*row)) : std::nullopt;
}

JINJIANG_INLINE std::vector<Node> Plan::of_kind(NodeKind kind) const {
  std::vector<Node> result;
  for (const Node node : nodes()) {
    if (node.kind() == kind) result.push_back(node);
  }
  return result;
}

JINJIANG_INLINE std::vector<Node> Plan::roots() const {
  std::vector<Node> result;
  for (const Node node : nodes()) {
    if (node.is_root()) result.push_back(node);
  }
  return result;
}

JINJIANG_INLINE std::optional<Node> Plan::find_path(
    std::span<const std::string_view> titles) const {
  std::vector<Node> candidates;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    std::vector<Node> pool;
    if (i == 0) {
      pool = roots();
    } else {
      for (const Node& candidate : candidates) {
        for (const Node& child : candidate.children()) {
          if (std::find(pool.begin(), pool.end(), child) == pool.end()) pool.push_back(child);
        }
      }
    }
    candidates.clear();
    std::copy_if(pool.begin(), pool.end(), std::back_inserter(candidates),
                 [&](const Node& node) { return node.title() == titles[i]; });
  }
  return candidates.size() == 1 ? std::optional(candidates.front()) : std::nullopt;
}

JINJIANG_INLINE std::vector<Node> Plan::find(std::string_view text) const {
  std::vector<Node> result;
  for (const Node node : nodes()) {
    if (node.id().find(text) != std::string_view::npos ||
        node.title().find(text) != std::string_view::npos) {
      result.push_back(node);
    }
  }
  return result;
}

JINJIANG_INLINE std::vector<PartLink> Plan::part_links(const Node& child) const {
  std::vector<PartLink> result;
  const detail::Row row = child.row();
  if (!child.is_root()) {
    result.push_back(
        {child, node_in(data_->parents[row]), data_->weights[row], data_->vetoes[row] != 0});
  }
  for (const auto& part : detail::extra_parents(*data_, row)) {
    result.push_back({child, node_in(part.parent), part.weight, part.veto});
  }
  return result;
}

JINJIANG_INLINE Dependency Plan::dependency_in(const detail::DependencyRow& row) const noexcept {
  return {node_in(row.successor), node_in(row.predecessor), row.type, row.lag, row.assumption};
}

JINJIANG_INLINE std::vector<Dependency> Plan::predecessors(const Node& node) const {
  std::vector<Dependency> result;
  for (const auto& row : detail::predecessors_of(*data_, node.row()))
    result.push_back(dependency_in(row));
  return result;
}

JINJIANG_INLINE std::vector<Dependency> Plan::successors(const Node& node) const {
  std::vector<Dependency> result;
  for (const std::uint32_t index : detail::successors_of(*data_, node.row()))
    result.push_back(dependency_in(data_->dependencies[index]));
  return result;
}

JINJIANG_INLINE std::vector<Plan::OutlineEntry> Plan::outline() const {
  std::vector<OutlineEntry> entries;
  std::vector<bool> seen(size());
  std::vector<std::pair<Node, int>> open;
  const auto push = [&](const std::vector<Node>& nodes, int depth) {
    for (auto node = nodes.rbegin(); node != nodes.rend(); ++node) open.emplace_back(*node, depth);
  };
  push(roots(), 0);
  while (!open.empty()) {
    const auto [node, depth] = open.back();
    open.pop_back();
    const bool repeated = seen[node.row()];
    entries.push_back({node, depth, repeated});
    seen[node.row()] = true;
    if (!repeated && node.kind() == NodeKind::goal) push(node.children(), depth + 1);
  }
  return entries;
}

JINJIANG_INLINE bool operator==(const Plan& a, const Plan& b) {
  const detail::PlanData& x = a.data();
  const detail::PlanData& y = b.data();
  if (&x == &y) return true;
  const bool same_columns =
      x.id == y.id && x.title == y.title && x.issuer == y.issuer && x.language == y.language &&
      x.period == y.period && x.source == y.source && x.policy == y.policy && x.units == y.units &&
      x.extensions == y.extensions && x.ids == y.ids && x.titles == y.titles &&
      x.kinds == y.kinds && x.lifecycles == y.lifecycles && x.firmness == y.firmness &&
      x.vetoes == y.vetoes && x.weights == y.weights && x.parents == y.parents &&
      x.starts == y.starts && x.dues == y.dues && x.order == y.order &&
      x.revisions == y.revisions && x.supporting == y.supporting && x.tags == y.tags &&
      x.notes == y.notes && x.node_extensions == y.node_extensions &&
      x.extra_by_child == y.extra_by_child && x.dependencies == y.dependencies;
  if (!same_columns) return false;
  // What lies behind numbers is compared by what it says.
  for (detail::Row row = 0; row < x.size(); ++row) {
    if (x.texts[x.owners[row]] != y.texts[y.owners[row]]) return false;
    if (x.node_sources[x.sources[row]] != y.node_sources[y.sources[row]]) return false;
    switch (x.kinds[row]) {
      case NodeKind::indicator:
        if (x.has_target(row) != y.has_target(row)) return false;
        if (x.has_target(row) && x.target_of(row) != y.target_of(row)) return false;
        break;
      case NodeKind::goal:
        if (x.rules[x.details[row]] != y.rules[y.details[row]]) return false;
        break;
      case NodeKind::task: {
        const Node first = a[x.ids[row]];
        const Node second = b[x.ids[row]];
        if (first.progress() != second.progress() || first.duration() != second.duration() ||
            first.profile() != second.profile() ||
            x.derived_of(row) != y.derived_of(second.row())) {
          return false;
        }
      }
    }
  }
  return true;
}

}  // namespace jinjiang
