// SPDX-License-Identifier: BSL-1.0
#pragma once

// How much of a plan hangs on each node.

#include <optional>
#include <string_view>
#include <vector>

#include <jinjiang/evaluation/detail/rollup.hpp>

namespace jinjiang::detail {

/// Of the mean attainment of the roots, by the data there is.
class PlanShares {
 public:
  explicit PlanShares(const Evaluation& evaluation)
      : plan_(evaluation.plan().data()), shares_(plan_.size(), 0.0) {
    const EvaluationData& data = evaluation.data();
    std::vector<Row> roots;
    for (Row row = 0; row < plan_.size(); ++row) {
      const bool counts = plan_.parents[row] == no_row && is_present(data.columns->progress[row]) &&
                          !data.is_left_out(row);
      if (counts) roots.push_back(row);
    }
    for (const Row root : roots) {
      shares_[root] = 1 / static_cast<double>(roots.size());
      mean_ += shares_[root] * clamp_to_unit(data.columns->progress[root]);
    }
    // Goals come before their parts.
    for (Row row = 0; row < plan_.goals_end; ++row) {
      if (plan_.kinds[row] != NodeKind::goal || !(shares_[row] > 0)) continue;
      for (const PartShare& part : part_shares(data, row))
        shares_[part.part] += shares_[row] * part.share;
    }
  }

  [[nodiscard]] double of(std::string_view id) const {
    const auto row = plan_.find(id);
    return row ? shares_[*row] : 0;
  }
  [[nodiscard]] double mean() const noexcept { return mean_; }

 private:
  const PlanData& plan_;
  std::vector<double> shares_;
  double mean_ = 0;
};

/// By weights alone: the roots alike, each goal's share split over its parts. By row.
[[nodiscard]] inline std::vector<double> shares_by_weight(const PlanData& plan) {
  std::vector<double> shares(plan.size(), 0.0);
  const Row roots = plan.layers.size() > 1 ? plan.layers[1] : 0;
  for (Row row = 0; row < roots; ++row) shares[row] = 1.0 / roots;
  for (Row row = 0; row < plan.goals_end; ++row) {
    if (plan.kinds[row] != NodeKind::goal) continue;
    double total = 0;
    for (Row part = plan.first_children[row]; part < plan.first_children[row + 1]; ++part)
      total += plan.weights[part];
    for (const PartRow& part : extra_children(plan, row)) total += part.weight;
    for (Row part = plan.first_children[row]; part < plan.first_children[row + 1]; ++part)
      shares[part] += shares[row] * plan.weights[part] / total;
    for (const PartRow& part : extra_children(plan, row))
      shares[part.child] += shares[row] * part.weight / total;
  }
  return shares;
}

}  // namespace jinjiang::detail
