// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <utility>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/detail/draft_node_writer.hpp>
#include <jinjiang/model/detail/freeze.hpp>

namespace jinjiang {

JINJIANG_INLINE PlanBuilder::PlanBuilder(std::string id, Period period)
    : draft_(std::make_unique<detail::PlanDraft>(std::move(id), period)) {}
JINJIANG_INLINE PlanBuilder::PlanBuilder(std::unique_ptr<detail::PlanDraft> draft) noexcept
    : draft_(std::move(draft)) {}
JINJIANG_INLINE PlanBuilder::PlanBuilder(PlanBuilder&&) noexcept = default;
JINJIANG_INLINE PlanBuilder& PlanBuilder::operator=(PlanBuilder&&) noexcept = default;
JINJIANG_INLINE PlanBuilder::~PlanBuilder() = default;

JINJIANG_INLINE PlanBuilder::PlanBuilder(const Plan& plan) : PlanBuilder(plan.id(), plan.period()) {
  title(plan.title())
      .issuer(plan.issuer())
      .language(plan.language())
      .source(plan.source())
      .policy(plan.policy());
  units(plan.units());
  extensions({plan.extensions().begin(), plan.extensions().end()});
  for (const Node node : plan.nodes()) {
    NodeOptions options;
    for (const PartLink& link : plan.part_links(node)) {
      options.part_of.emplace_back(std::string(link.parent.id()), link.weight, link.is_veto);
    }
    for (const Dependency& link : plan.predecessors(node)) {
      options.depends_on.emplace_back(std::string(link.predecessor.id()), link.type, link.lag,
                                      std::string(link.assumption));
    }
    options.owner = node.owner();
    options.supporting.assign(node.supporting().begin(), node.supporting().end());
    options.tags.assign(node.tags().begin(), node.tags().end());
    options.note = node.note();
    options.source = node.source();
    options.lifecycle = node.lifecycle();
    if (node.has_given_start()) options.start = node.start();
    if (node.has_given_due()) options.due = node.due();
    options.revisions = node.revisions();
    options.extensions.assign(node.extensions().begin(), node.extensions().end());
    const auto target = node.target();
    if (!target) options.firmness = node.firmness();
    options.rule = node.rule();
    if (node.kind() == NodeKind::task) {
      options.progress = node.progress();
      options.duration = node.duration();
      const detail::PlanData& data = plan.data();
      if (data.tasks[data.details[node.row()]].profile > 0) options.profile = node.profile();
    }
    add(node.kind(), node.id(), node.title(), target ? &*target : nullptr, options);
  }
}

JINJIANG_INLINE PlanBuilder& PlanBuilder::id(std::string text) {
  return draft_->id = std::move(text), *this;
}
JINJIANG_INLINE PlanBuilder& PlanBuilder::title(std::string text) {
  return draft_->title = std::move(text), *this;
}
JINJIANG_INLINE PlanBuilder& PlanBuilder::issuer(std::string text) {
  return draft_->issuer = std::move(text), *this;
}
JINJIANG_INLINE PlanBuilder& PlanBuilder::language(Language language) {
  return draft_->language = language, *this;
}
JINJIANG_INLINE PlanBuilder& PlanBuilder::source(Source source) {
  return draft_->source = std::move(source), *this;
}
JINJIANG_INLINE PlanBuilder& PlanBuilder::policy(const Policy& policy) {
  return draft_->policy = policy, *this;
}
JINJIANG_INLINE PlanBuilder& PlanBuilder::units(UnitTable units) {
  UnitTable all = UnitTable::standard();
  for (const UnitDefinition& own : units.difference(all)) all.add_own(own);
  return draft_->units = std::move(all), *this;
}
JINJIANG_INLINE PlanBuilder& PlanBuilder::extensions(Extensions extensions) {
  return draft_->extensions = std::move(extensions), *this;
}

JINJIANG_INLINE PlanBuilder& PlanBuilder::reserve(std::size_t nodes, std::size_t text_bytes) {
  draft_->nodes.reserve(nodes);
  draft_->parts.reserve(nodes);
  draft_->targets.reserve(nodes);
  draft_->arena.reserve(text_bytes);
  return *this;
}

JINJIANG_INLINE PlanBuilder& PlanBuilder::goal(std::string_view id, std::string_view title,
                                               const NodeOptions& options) {
  return add(NodeKind::goal, id, title, nullptr, options);
}
JINJIANG_INLINE PlanBuilder& PlanBuilder::indicator(std::string_view id, std::string_view title,
                                                    const Target& target,
                                                    const NodeOptions& options) {
  return add(NodeKind::indicator, id, title, &target, options);
}
JINJIANG_INLINE PlanBuilder& PlanBuilder::indicator(std::string_view id, std::string_view title,
                                                    std::nullopt_t, const NodeOptions& options) {
  return add(NodeKind::indicator, id, title, nullptr, options);
}
JINJIANG_INLINE PlanBuilder& PlanBuilder::task(std::string_view id, std::string_view title,
                                               const NodeOptions& options) {
  return add(NodeKind::task, id, title, nullptr, options);
}

JINJIANG_INLINE PlanBuilder& PlanBuilder::add(NodeKind kind, std::string_view id,
                                              std::string_view title, const Target* target,
                                              const NodeOptions& options) {
  if (draft_->nodes.size() >= Limits::nodes) {
    throw Error("a plan holds at most " + std::to_string(Limits::nodes) + " nodes");
  }
  detail::DraftNodeWriter(*draft_, kind, id, title, options).write(target);
  return *this;
}

JINJIANG_INLINE PlanBuilder& PlanBuilder::part_of(std::string_view child, const PartOf& link) {
  draft_->edits.push_back({.kind = detail::DraftEdit::Kind::part,
                           .node = std::string(child),
                           .other = link.goal,
                           .part = link});
  return *this;
}

JINJIANG_INLINE PlanBuilder& PlanBuilder::depends_on(std::string_view successor,
                                                     const DependsOn& link) {
  draft_->edits.push_back({.kind = detail::DraftEdit::Kind::dependency,
                           .node = std::string(successor),
                           .other = link.predecessor,
                           .dependency = link});
  return *this;
}

JINJIANG_INLINE PlanBuilder& PlanBuilder::revise(std::string_view indicator, Revision revision) {
  draft_->edits.push_back({.kind = detail::DraftEdit::Kind::revision,
                           .node = std::string(indicator),
                           .other = {},
                           .revision = std::move(revision)});
  return *this;
}

JINJIANG_INLINE PlanBuilder& PlanBuilder::lifecycle(std::string_view node, Lifecycle lifecycle) {
  bool found = false;
  for (detail::DraftNode& candidate : draft_->nodes) {
    if (candidate.is_removed || draft_->id_of(candidate) != node) continue;
    candidate.lifecycle = lifecycle;
    found = true;
  }
  if (!found) throw UnknownIdError("the draft has no node " + detail::in_quotes(node));
  return *this;
}

JINJIANG_INLINE PlanBuilder& PlanBuilder::remove(std::string_view node) {
  detail::PlanDraft& draft = *draft_;
  bool found = false;
  for (std::uint32_t number = 0; number < draft.nodes.size(); ++number) {
    detail::DraftNode& candidate = draft.nodes[number];
    if (candidate.is_removed || draft.id_of(candidate) != node) continue;
    candidate.is_removed = found = true;
    ++draft.removed;
    std::erase_if(draft.problems, [&](const Problem& problem) { return problem.index == number; });
  }
  if (!found) throw UnknownIdError("the draft has no node " + detail::in_quotes(node));
  const auto gone = [&](std::uint32_t number) { return draft.nodes[number].is_removed; };
  std::erase_if(draft.parts, [&](const auto& part) {
    return gone(part.child) || draft.text(part.goal) == node;
  });
  std::erase_if(draft.numbered_parts,
                [&](const auto& part) { return gone(part.child()) || gone(part.goal()); });
  std::erase_if(draft.dependencies, [&](const auto& link) {
    return gone(link.successor) || draft.text(link.predecessor) == node;
  });
  std::erase_if(draft.edits,
                [&](const auto& edit) { return edit.node == node || edit.other == node; });
  return *this;
}

JINJIANG_INLINE std::size_t PlanBuilder::size() const noexcept {
  return draft_->nodes.size() - draft_->removed;
}

JINJIANG_INLINE Plan PlanBuilder::build() const& { return Plan(detail::freeze(*draft_, nullptr)); }
JINJIANG_INLINE Plan PlanBuilder::build() && { return Plan(detail::freeze(*draft_, draft_.get())); }

}  // namespace jinjiang

#include <jinjiang/model/detail/freeze.ipp>
