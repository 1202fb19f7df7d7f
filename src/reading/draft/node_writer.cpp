// SPDX-License-Identifier: BSL-1.0

#include "reading/draft/node_writer.hpp"

#include <charconv>

#include <jinjiang/model/detail/draft_node_writer.hpp>

#include "reading/draft/deadline.hpp"

namespace jinjiang::reading {

namespace {

Period year_period(int year) {
  return {Date(std::chrono::year{year} / 1 / 1), Date(std::chrono::year{year} / 12 / 31)};
}

void append_number(std::string& out, std::uint32_t number) {
  char digits[16];
  const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
  out.append(std::begin(digits), end);
}

}  // namespace

NodeWriter::NodeWriter(std::string id, int year, const UnitTable& units, std::string document)
    : draft_(std::make_unique<detail::PlanDraft>(std::move(id), year_period(year))), year_(year) {
  for (const UnitDefinition& own : units.difference(draft_->units))
    draft_->units.add(own.symbol, own.dimension, own.numerator, own.denominator);
  draft_->source.document = document;
  options_.source.document = std::move(document);
}

void NodeWriter::reserve(std::size_t nodes, std::size_t text_bytes) {
  draft_->nodes.reserve(nodes);
  draft_->parts.reserve(nodes);
  draft_->targets.reserve(nodes);
  draft_->sources.reserve(nodes);
  draft_->arena.reserve(text_bytes);
}

void NodeWriter::document(TextRange source) {
  draft_->source.begin = source.begin;
  draft_->source.end = source.end;
}

void NodeWriter::fill(const NodeDetails& details) {
  options_.source.section.assign(details.section);
  options_.source.begin = details.source.begin;
  options_.source.end = std::max(details.source.begin, details.source.end);
  options_.due.reset();
  if (details.due && allows_due(*details.due)) options_.due = details.due;
  options_.firmness = details.firmness;
  options_.tags.clear();
  if (!details.tag.empty()) options_.tags.emplace_back(details.tag);
  options_.note.assign(details.note);
}

void NodeWriter::prepare(GoalNumber parent, const NodeDetails& details) {
  // Deeper than any outline goes, ids would outgrow their limit.
  constexpr std::size_t longest = Limits::id_bytes - 16;
  if (goals_[parent].id.size() > longest) parent = root;
  Goal& goal = goals_[parent];
  id_.assign(goal.id);
  if (!id_.empty()) id_ += '.';
  append_number(id_, ++goal.parts);
  fill(details);
  if (goal.id.empty()) {
    options_.part_of.clear();
  } else if (options_.part_of.empty()) {
    options_.part_of.emplace_back(goal.id);
  } else {
    options_.part_of.front().goal.assign(goal.id);
  }
}

std::uint32_t NodeWriter::write(NodeKind kind, std::string_view title, const Target* target) {
  const auto number = size();
  detail::DraftNodeWriter(*draft_, kind, id_, title, options_).write(target);
  return number;
}

GoalNumber NodeWriter::goal(GoalNumber parent, std::string_view title, const NodeDetails& details) {
  prepare(parent, details);
  write(NodeKind::goal, title, nullptr);
  goals_.push_back({id_, 0});
  return static_cast<GoalNumber>(goals_.size() - 1);
}

GoalNumber NodeWriter::named_goal(std::string_view id, std::string_view title,
                                  const NodeDetails& details) {
  id_.assign(id);
  fill(details);
  options_.part_of.clear();
  write(NodeKind::goal, title, nullptr);
  goals_.push_back({id_, 0});
  return static_cast<GoalNumber>(goals_.size() - 1);
}

std::uint32_t NodeWriter::task(GoalNumber parent, std::string_view title,
                               const NodeDetails& details) {
  prepare(parent, details);
  return write(NodeKind::task, title, nullptr);
}

std::uint32_t NodeWriter::indicator(GoalNumber parent, std::string_view title, const Target* target,
                                    const NodeDetails& details) {
  prepare(parent, details);
  // An indicator's firmness is its target's.
  options_.firmness = Firmness::committed;
  if (target != nullptr && target->due()) options_.due.reset();
  return write(NodeKind::indicator, title, target);
}

bool NodeWriter::takes(Unit unit) {
  for (std::size_t i = units_.size(); i-- > 0;) {
    if (is_spelt_alike(units_[i], unit)) return true;
  }
  if (units_.size() + 1 >= Limits::units) return false;
  const auto known = draft_->units.find(unit.symbol());
  if (!known || !(*known == unit)) return false;
  units_.push_back(unit);
  return true;
}

void NodeWriter::put_in_charge(std::uint32_t first, std::uint32_t last, std::string_view lead,
                               const std::vector<std::string>& supporting) {
  const std::uint32_t owner = draft_->texts.intern(lead);
  for (std::uint32_t number = first; number < last; ++number) {
    detail::DraftNode& node = draft_->nodes[number];
    node.owner = owner;
    if (supporting.empty()) continue;
    if (node.rare == detail::no_row) {
      node.rare = static_cast<std::uint32_t>(draft_->rare.size());
      draft_->rare.emplace_back();
    }
    draft_->rare[node.rare].supporting = supporting;
  }
}

void NodeWriter::put_in_charge_of_rest(std::uint32_t first, std::uint32_t last,
                                       std::string_view lead,
                                       const std::vector<std::string>& supporting) {
  for (std::uint32_t number = first; number < last; ++number) {
    const detail::DraftNode& node = draft_->nodes[number];
    const bool is_free = node.owner == 0 && (node.rare == detail::no_row ||
                                             draft_->rare[node.rare].supporting.empty());
    if (is_free) put_in_charge(number, number + 1, lead, supporting);
  }
}

void NodeWriter::put_due(std::uint32_t first, std::uint32_t last, Date due) {
  if (!allows_due(due)) return;
  for (std::uint32_t number = first; number < last; ++number) {
    detail::DraftNode& node = draft_->nodes[number];
    if (node.due == detail::no_day) node.due = due.days_since_epoch();
  }
}

void NodeWriter::retarget(std::uint32_t node, const Target& target) {
  detail::TargetRow& row = draft_->targets[draft_->nodes[node].detail];
  const std::uint32_t unusual = row.unusual;
  row = detail::row_of(target, row.unit);
  row.unusual = unusual;
  draft_->unusual_targets[unusual] = target;
  draft_->nodes[node].firmness = target.firmness();
}

}  // namespace jinjiang::reading
