// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <map>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/evaluation/detail/explanation_goal.hpp>
#include <jinjiang/evaluation/detail/explanation_leaf.hpp>
#include <jinjiang/evaluation/detail/rollup.hpp>
#include <jinjiang/evaluation/explanation.hpp>

namespace jinjiang {

namespace detail {

/// Splits the shortfall of a goal over what lies beneath it.
class ShortfallSplitter {
 public:
  explicit ShortfallSplitter(const EvaluationData& evaluation)
      : plan_(evaluation.plan.data()), evaluation_(evaluation) {}

  struct Part {
    double share = 0;
    double shortfall = 0;
  };

  [[nodiscard]] std::map<Row, Part> split(Row goal, double& unfilled) const {
    // Rows ascend from goals to their parts, so the smallest open row has got all of its shares.
    std::map<Row, Part> open{{goal, {1, 0}}};
    std::map<Row, Part> leaves;
    while (!open.empty()) {
      const auto [row, part] = *open.begin();
      open.erase(open.begin());
      const auto shares = is_split(row) ? part_shares(evaluation_, row) : std::vector<PartShare>{};
      if (shares.empty()) {
        leaves.emplace(row, part);
        continue;
      }
      double given = 0;
      for (const auto& share : shares) {
        given += share.share;
        Part& below = open[share.part];
        below.share += part.share * share.share;
        below.shortfall += part.share * share.share * (1 - share.attainment);
      }
      constexpr double rounding = 1e-9;
      if (1 - given > rounding) unfilled += part.share * (1 - given);
    }
    return leaves;
  }

 private:
  [[nodiscard]] bool is_split(Row row) const noexcept {
    return plan_.kinds[row] == NodeKind::goal && is_present(evaluation_.columns->progress[row]);
  }

  const PlanData& plan_;
  const EvaluationData& evaluation_;
};

}  // namespace detail

JINJIANG_INLINE Explanation explain(const Evaluation& evaluation, std::string_view id) {
  const Node node = evaluation.plan()[id];
  Explanation explanation{evaluation, evaluation.of(node), {}, {}, 0};
  if (node.kind() != NodeKind::goal) return explanation;

  const detail::ShortfallSplitter splitter(evaluation.data());
  std::map<detail::Row, detail::PartShare> shares;
  for (const auto& share : detail::part_shares(evaluation.data(), node.row()))
    shares.emplace(share.part, share);
  for (const Node& child : node.children()) {
    for (const PartLink& link : evaluation.plan().part_links(child)) {
      if (!(link.parent == node)) continue;
      const auto share = shares.find(child.row());
      const bool counts = share != shares.end();
      explanation.parts.push_back({evaluation.of(child), link.weight,
                                   counts ? share->second.share : 0,
                                   counts ? share->second.attainment : 0, link.is_veto});
    }
  }
  if (!explanation.result.attainment) return explanation;
  const auto& ids = evaluation.plan().data().ids;
  for (const auto& [row, part] : splitter.split(node.row(), explanation.unfilled)) {
    explanation.terms.push_back({evaluation.plan()[ids[row]], part.share, part.shortfall});
  }
  std::stable_sort(
      explanation.terms.begin(), explanation.terms.end(),
      [](const ShortfallTerm& a, const ShortfallTerm& b) { return a.shortfall > b.shortfall; });
  return explanation;
}

JINJIANG_INLINE std::string to_text(const Explanation& explanation, Language language) {
  return explanation.result.node.kind() == NodeKind::goal
             ? detail::GoalExplanationWriter(explanation, language).write()
             : detail::LeafExplanationWriter(explanation, language).write();
}

}  // namespace jinjiang
