// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include <jinjiang/analysis/comparison.hpp>
#include <jinjiang/evaluation/explanation.hpp>
#include <jinjiang/model/detail/plan_links.hpp>

namespace jinjiang {

namespace detail {

[[nodiscard]] inline bool is_same_result(const NodeResult& a, const NodeResult& b) {
  const auto figures = [](const NodeResult& r) {
    return std::tie(r.status, r.attainment, r.progress, r.expected, r.pace, r.coverage, r.value,
                    r.observed_on);
  };
  return figures(a) == figures(b);
}

class Comparer {
 public:
  Comparer(const Evaluation& before, const Evaluation& after)
      : result_{before, after, {}}, before_(result_.before), after_(result_.after) {}

  [[nodiscard]] Comparison compare() {
    for (const Node node : after_.plan().nodes()) {
      const NodeResult after = after_.of(node);
      const auto was = before_.plan().find_node(node.id());
      if (!was) {
        add({.id = std::string(node.id()), .after = after, .causes = {Cause::added}});
        continue;
      }
      const NodeResult before = before_.of(*was);
      if (is_same_result(before, after)) continue;
      add({.id = std::string(node.id()), .before = before, .after = after});
    }
    for (const Node node : before_.plan().nodes()) {
      if (after_.plan().contains(node.id())) continue;
      add({.id = std::string(node.id()), .before = before_.of(node), .causes = {Cause::removed}});
    }
    for (NodeDifference& difference : result_.differences) {
      if (!difference.before || !difference.after) continue;
      find_causes(difference);
      find_movers(difference);
    }
    return std::move(result_);
  }

 private:
  void add(NodeDifference difference) {
    places_.emplace(difference.id, result_.differences.size());
    result_.differences.push_back(std::move(difference));
  }
  [[nodiscard]] bool differs(std::string_view id) const { return places_.contains(id); }

  void find_causes(NodeDifference& difference) const {
    const Node& was = difference.before->node;
    const Node& is = difference.after->node;
    std::vector<Cause>& causes = difference.causes;
    const auto note = [&](bool holds, Cause cause) {
      if (holds) causes.push_back(cause);
    };
    const bool is_goal = is.kind() == NodeKind::goal;
    if (!is_goal) {
      note(difference.before->value != difference.after->value ||
               difference.before->observed_on != difference.after->observed_on,
           Cause::reading);
      const auto target = is.target_on(after_.as_of());
      note(was.target_on(before_.as_of()) != target, Cause::target);
      note(target && target->relative_to() && differs(target->relative_to()->indicator),
           Cause::reference);
    }
    note(was.start() != is.start() || was.due() != is.due(), Cause::dates);
    note(was.lifecycle() != is.lifecycle(), Cause::lifecycle);
    note(is_predecessor_cause(difference), Cause::predecessor);
    if (is_goal) note_parts(was, is, causes);
    note(before_.as_of() != after_.as_of() && (!is_goal || causes.empty()), Cause::day);
    note(causes.empty(), Cause::policy);
  }

  [[nodiscard]] static bool is_predecessor_cause(const NodeDifference& difference) {
    const bool was_blocked = difference.before->status == Status::blocked;
    return was_blocked != (difference.after->status == Status::blocked);
  }

  void note_parts(const Node& was, const Node& is, std::vector<Cause>& causes) const {
    const auto before = links_of(before_.plan(), was);
    const auto after = links_of(after_.plan(), is);
    bool has_other_weight = false;
    bool has_other_links = before.size() != after.size();
    bool has_other_part = false;
    for (const auto& [id, link] : after) {
      const auto same = before.find(id);
      has_other_links |= same == before.end();
      has_other_weight |= same != before.end() && same->second != link;
      has_other_part |= differs(id);
    }
    if (has_other_weight) causes.push_back(Cause::weight);
    if (has_other_links) causes.push_back(Cause::links);
    if (was.rule() != is.rule()) causes.push_back(Cause::rule);
    if (has_other_part) causes.push_back(Cause::part);
  }

  /// Weight and veto of each part.
  [[nodiscard]] static std::map<std::string_view, std::pair<double, bool>> links_of(
      const Plan& plan, const Node& goal) {
    std::map<std::string_view, std::pair<double, bool>> links;
    const PlanData& data = plan.data();
    const Row row = goal.row();
    for (Row part = data.first_children[row]; part < data.first_children[row + 1]; ++part)
      links.emplace(data.ids[part], std::pair(data.weights[part], data.vetoes[part] != 0));
    for (const PartRow& part : extra_children(data, row))
      links.emplace(data.ids[part.child], std::pair(part.weight, part.veto));
    return links;
  }

  struct Term {
    std::optional<ShortfallTerm> before;
    std::optional<ShortfallTerm> after;
  };

  /// A term s * a of the attainment becomes s' * a'. Of the difference, (s + s') / 2 * (a' - a) is
  /// the result's; the rest is that of counting it otherwise. A term that comes or goes moves the
  /// goal as far as it stands apart from it: (s' - s) * (a - A), A being the attainment before.
  void find_movers(NodeDifference& difference) const {
    const auto change = difference.change();
    if (!change || difference.after->node.kind() != NodeKind::goal) return;
    std::map<std::string_view, Term> terms;
    const Explanation before = explain(before_, difference.id);
    const Explanation after = explain(after_, difference.id);
    for (const ShortfallTerm& term : before.terms) terms[term.node.id()].before = term;
    for (const ShortfallTerm& term : after.terms) terms[term.node.id()].after = term;
    double explained = 0;
    for (const auto& [id, term] : terms) {
      if (!differs(id)) continue;
      const double share_before = term.before ? term.before->share : 0;
      const double share_after = term.after ? term.after->share : 0;
      const double stood = attainment_of(term.before ? term.before : term.after);
      const double stands = attainment_of(term.after ? term.after : term.before);
      const bool stays = term.before && term.after;
      const double moved =
          stays ? (share_before + share_after) / 2 * (stands - stood)
                : (share_after - share_before) * (stands - *difference.before->attainment);
      explained += moved;
      if (moved == 0) continue;
      difference.movers.push_back({(term.after ? term.after : term.before)->node, moved});
    }
    std::stable_sort(
        difference.movers.begin(), difference.movers.end(),
        [](const Mover& a, const Mover& b) { return std::fabs(a.change) > std::fabs(b.change); });
    constexpr double rounding = 1e-12;
    const double rest = *change - explained;
    difference.reweighted = std::fabs(rest) > rounding ? rest : 0;
  }

  [[nodiscard]] static double attainment_of(const std::optional<ShortfallTerm>& term) noexcept {
    return term->share > 0 ? 1 - term->shortfall / term->share : 0;
  }

  Comparison result_;
  const Evaluation& before_;
  const Evaluation& after_;
  std::map<std::string, std::size_t, std::less<>> places_;
};

}  // namespace detail

JINJIANG_INLINE Comparison compare(const Evaluation& before, const Evaluation& after) {
  return detail::Comparer(before, after).compare();
}

JINJIANG_INLINE const NodeDifference* Comparison::find(std::string_view id) const {
  for (const NodeDifference& difference : differences) {
    if (difference.id == id) return &difference;
  }
  if (!before.plan().contains(id)) static_cast<void>(after.plan()[id]);
  return nullptr;
}

}  // namespace jinjiang
