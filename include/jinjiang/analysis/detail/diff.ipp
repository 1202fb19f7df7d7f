// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <set>

#include <jinjiang/analysis/detail/diff_alike.hpp>
#include <jinjiang/analysis/detail/diff_fields.hpp>
#include <jinjiang/analysis/detail/diff_words.hpp>
#include <jinjiang/analysis/detail/plan_match.hpp>
#include <jinjiang/analysis/diff.hpp>

namespace jinjiang {

namespace detail {

/// The kinds of some fields, each once.
[[nodiscard]] inline std::vector<DiffKind> kinds_of(const std::vector<FieldDiff>& fields) {
  std::set<DiffKind> kinds;
  for (const FieldDiff& field : fields) kinds.insert(field.kind);
  return {kinds.begin(), kinds.end()};
}

inline void compare_matched(PlanMatch& match) {
  const PlanData& a = match.before.data();
  const PlanData& b = match.after.data();
  std::optional<Row> last;  // place in the first plan's order
  for (const Row row : b.by_order) {
    const Node after = match.after.nodes()[b.order[row]];
    const Row was = match.to_before[row];
    if (was == no_row) {
      match.nodes.push_back({std::nullopt, after, MatchedBy::id, {DiffKind::added}});
      continue;
    }
    if (last && a.order[was] < *last) match.is_reordered = true;
    last = a.order[was];
    auto kinds = is_plainly_alike(match, was, row)
                     ? std::vector<DiffKind>{}
                     : kinds_of(NodeFields(match, was, row, Language::en).list());
    if (kinds.empty()) {
      ++match.unchanged;
      continue;
    }
    match.nodes.push_back(
        {match.before.nodes()[a.order[was]], after, match.matched_by[row], std::move(kinds)});
  }
  for (const Row row : a.by_order) {
    if (match.to_after[row] != no_row) continue;
    match.nodes.push_back(
        {match.before.nodes()[a.order[row]], std::nullopt, MatchedBy::id, {DiffKind::removed}});
  }
}

}  // namespace detail

JINJIANG_INLINE bool NodeDiff::is(DiffKind kind) const noexcept {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

JINJIANG_INLINE const Plan& PlanDiff::before() const noexcept { return match_->before; }
JINJIANG_INLINE const Plan& PlanDiff::after() const noexcept { return match_->after; }
JINJIANG_INLINE const std::vector<NodeDiff>& PlanDiff::nodes() const noexcept {
  return match_->nodes;
}
JINJIANG_INLINE std::size_t PlanDiff::unchanged() const noexcept { return match_->unchanged; }
JINJIANG_INLINE bool PlanDiff::is_reordered() const noexcept { return match_->is_reordered; }

JINJIANG_INLINE bool PlanDiff::empty() const noexcept {
  return match_->nodes.empty() && !match_->is_reordered && match_->is_same_heading;
}

JINJIANG_INLINE std::size_t PlanDiff::count(DiffKind kind) const noexcept {
  return static_cast<std::size_t>(
      std::count_if(match_->nodes.begin(), match_->nodes.end(),
                    [kind](const NodeDiff& node) { return node.is(kind); }));
}

JINJIANG_INLINE std::optional<Node> PlanDiff::find_after(std::string_view id) const {
  const detail::Row row = match_->to_after[match_->before[id].row()];
  if (row == detail::no_row) return std::nullopt;
  return match_->after.nodes()[match_->after.data().order[row]];
}

JINJIANG_INLINE std::vector<FieldDiff> PlanDiff::fields(const NodeDiff& node,
                                                        Language language) const {
  if (!node.before || !node.after) return {};
  return detail::NodeFields(*match_, node.before->row(), node.after->row(), language).list();
}

JINJIANG_INLINE std::vector<FieldDiff> PlanDiff::plan_fields(Language language) const {
  return detail::heading_fields(match_->before, match_->after, language);
}

JINJIANG_INLINE PlanDiff diff(const Plan& before, const Plan& after) {
  auto match = std::make_shared<detail::PlanMatch>(detail::PlanMatcher(before, after).run());
  detail::compare_matched(*match);
  match->is_same_heading = detail::heading_fields(before, after, Language::en).empty();
  return PlanDiff(std::move(match));
}

JINJIANG_INLINE double likeness(std::string_view a, std::string_view b) {
  return detail::CharacterPairs(a).likeness_to(detail::CharacterPairs(b));
}

JINJIANG_INLINE std::string_view field_label(std::string_view field, Language language) noexcept {
  return detail::word_for_field(field, language);
}

JINJIANG_INLINE std::string summary(const PlanDiff& diff, Language language) {
  return detail::DiffWords(diff, language).summary();
}

JINJIANG_INLINE std::string to_text(const PlanDiff& diff, Language language) {
  return detail::DiffWords(diff, language).text();
}

}  // namespace jinjiang
