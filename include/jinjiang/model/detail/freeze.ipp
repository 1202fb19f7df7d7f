// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <numeric>

#include <jinjiang/model/detail/draft_check.hpp>
#include <jinjiang/model/detail/freeze.hpp>
#include <jinjiang/model/detail/plan_layout.hpp>
#include <jinjiang/model/detail/plan_links.hpp>
#include <jinjiang/model/detail/traits_compiler.hpp>

namespace jinjiang::detail {

/// Copies a checked draft into the columns of a plan.
class PlanWriter {
 public:
  PlanWriter(const PlanDraft& draft, PlanDraft* emptied, DraftCheck& check)
      : draft_(draft),
        emptied_(emptied),
        check_(check),
        layout_(draft, check),
        data_(std::make_shared<PlanData>()) {}

  [[nodiscard]] std::shared_ptr<const PlanData> write() {
    write_heading();
    write_nodes();
    write_links();
    write_dependencies();
    write_tables();
    data_->rows = check_.take_table();
    data_->rows.renumber(data_->by_order);
    return data_;
  }

 private:
  void write_heading() {
    PlanData& plan = *data_;
    plan.id = draft_.id;
    plan.title = draft_.title;
    plan.issuer = draft_.issuer;
    plan.language = draft_.language;
    plan.period = draft_.period;
    plan.source = draft_.source;
    plan.policy = draft_.policy;
    plan.units = draft_.units;
    plan.extensions = draft_.extensions;
  }

  /// The tables that nodes refer to by number keep their order. Last, since they may be taken out
  /// of the draft.
  void write_tables() {
    PlanData& plan = *data_;
    const auto take = [this](auto& table, auto PlanDraft::*member) {
      if (emptied_ != nullptr) {
        table = std::move(emptied_->*member);
      } else {
        table = draft_.*member;
      }
    };
    take(plan.targets, &PlanDraft::targets);
    take(plan.unusual_targets, &PlanDraft::unusual_targets);
    take(plan.target_units, &PlanDraft::target_units);
    take(plan.tasks, &PlanDraft::tasks);
    take(plan.task_profiles, &PlanDraft::task_profiles);
    take(plan.rules, &PlanDraft::rules);
    take(plan.texts, &PlanDraft::texts);
    take(plan.node_sources, &PlanDraft::node_sources);
    plan.node_sources.reserve(plan.node_sources.size() + draft_.sources.size());
    for (const DraftSource& source : draft_.sources)
      plan.node_sources.push_back(draft_.whole(source));
  }

  void write_nodes() {
    PlanData& plan = *data_;
    const auto size = static_cast<Row>(check_.size());
    plan.layers = layout_.take_layers();
    plan.order = layout_.take_numbers();
    plan.by_order = layout_.take_rows();
    plan.ids.resize(size, check_.id_bytes());
    plan.titles.resize(size, check_.title_bytes());
    const auto resize = [size](auto&... columns) { (columns.resize(size), ...); };
    resize(plan.kinds, plan.lifecycles, plan.firmness, plan.traits, plan.weights, plan.parents,
           plan.starts, plan.dues, plan.goal_values, plan.details, plan.owners, plan.sources);
    plan.vetoes.assign(size, 0);
    const TraitsCompiler compiler(draft_);
    auto& revisions = check_.revisions();
    for (Row row = 0; row < size; ++row) {
      const std::uint32_t number = plan.order[row];
      const DraftNode& node = check_.node(number);
      plan.ids.put(row, draft_.id_of(node));
      plan.titles.put(row, draft_.title_of(node));
      plan.kinds[row] = node.kind;
      plan.lifecycles[row] = node.lifecycle;
      plan.firmness[row] = node.firmness;
      plan.starts[row] = node.start;
      plan.dues[row] = node.due;
      plan.details[row] = node.detail;
      plan.owners[row] = node.owner;
      plan.sources[row] = node.source;
      const auto own_revisions = revisions.empty() ? revisions.end() : revisions.find(number);
      compiler.compile(plan, row, node, own_revisions != revisions.end());
      if (own_revisions != revisions.end())
        plan.revisions.add(row, std::move(own_revisions->second));
      if (node.kind == NodeKind::goal) plan.goals_end = row + 1;
      if (node.rare != no_row) write_rare(row, draft_.rare[node.rare]);
    }
  }

  void write_rare(Row row, const DraftRare& rare) {
    PlanData& plan = *data_;
    if (!rare.supporting.empty()) plan.supporting.add(row, rare.supporting);
    if (!rare.tags.empty()) plan.tags.add(row, rare.tags);
    if (!rare.note.empty()) plan.notes.add(row, rare.note);
    if (!rare.extensions.empty()) plan.node_extensions.add(row, rare.extensions);
  }

  void write_links() {
    PlanData& plan = *data_;
    const auto parts = check_.parts();
    const auto& rows = plan.by_order;
    const auto& first_links = layout_.first_links();
    resize_zeroed(plan.first_children, plan.size() + 1);
    for (Row row = 0; row < plan.size(); ++row) {
      const std::uint32_t link = first_links[plan.order[row]];
      if (link == no_row) {
        plan.parents[row] = no_row;
        plan.weights[row] = 1;
        continue;
      }
      plan.parents[row] = rows[parts[link].goal()];
      plan.weights[row] = parts[link].weight();
      plan.vetoes[row] = parts[link].is_veto() ? 1 : 0;
      plan.has_vetoes |= parts[link].is_veto();
      ++plan.first_children[plan.parents[row] + 1];
    }
    // Own parts follow each other in the order of their goals, right after the roots.
    plan.first_children[0] = plan.layers.size() > 1 ? plan.layers[1] : 0;
    std::partial_sum(plan.first_children.begin(), plan.first_children.end(),
                     plan.first_children.begin());
    if (parts.size() == plan.size() - plan.first_children[0]) return;
    for (std::uint32_t i = 0; i < parts.size(); ++i) {
      if (first_links[parts[i].child()] == i) continue;
      plan.has_vetoes |= parts[i].is_veto();
      plan.extra_by_child.push_back(
          {rows[parts[i].child()], rows[parts[i].goal()], parts[i].weight(), parts[i].is_veto()});
    }
    plan.extra_by_parent = plan.extra_by_child;
    std::sort(plan.extra_by_child.begin(), plan.extra_by_child.end(),
              [](const PartRow& a, const PartRow& b) {
                return std::pair(a.child, a.parent) < std::pair(b.child, b.parent);
              });
    std::sort(plan.extra_by_parent.begin(), plan.extra_by_parent.end(),
              [](const PartRow& a, const PartRow& b) {
                return std::pair(a.parent, a.child) < std::pair(b.parent, b.child);
              });
    plan.first_extra.assign(plan.goals_end + 1, 0);
    for (const PartRow& part : plan.extra_by_parent) ++plan.first_extra[part.parent + 1];
    std::partial_sum(plan.first_extra.begin(), plan.first_extra.end(), plan.first_extra.begin());
  }

  void write_dependencies() {
    PlanData& plan = *data_;
    const auto& rows = plan.by_order;
    for (const ResolvedDependency& link : check_.dependencies()) {
      plan.dependencies.push_back(
          {rows[link.successor], rows[link.predecessor], link.type, link.lag, *link.assumption});
    }
    std::sort(plan.dependencies.begin(), plan.dependencies.end(),
              [](const DependencyRow& a, const DependencyRow& b) {
                return std::pair(a.successor, a.predecessor) <
                       std::pair(b.successor, b.predecessor);
              });
    plan.by_predecessor.resize(plan.dependencies.size());
    std::iota(plan.by_predecessor.begin(), plan.by_predecessor.end(), 0U);
    std::sort(plan.by_predecessor.begin(), plan.by_predecessor.end(),
              [&](std::uint32_t a, std::uint32_t b) {
                const DependencyRow& x = plan.dependencies[a];
                const DependencyRow& y = plan.dependencies[b];
                return std::pair(x.predecessor, x.successor) <
                       std::pair(y.predecessor, y.successor);
              });
  }

  const PlanDraft& draft_;
  PlanDraft* emptied_;
  DraftCheck& check_;
  PlanLayout layout_;
  std::shared_ptr<PlanData> data_;
};

JINJIANG_INLINE std::shared_ptr<const PlanData> freeze(const PlanDraft& draft, PlanDraft* emptied) {
  DraftCheck check(draft);
  check.run();
  return PlanWriter(draft, emptied, check).write();
}

}  // namespace jinjiang::detail
