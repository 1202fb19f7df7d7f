// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <tuple>

#include <jinjiang/analysis/detail/goals_above.hpp>
#include <jinjiang/analysis/impact.hpp>
#include <jinjiang/evaluation/detail/rollup.hpp>

namespace jinjiang {

namespace detail {

/// How much of the mean attainment of the roots every node makes, and that mean.
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

[[nodiscard]] inline std::optional<double> attainment_of(const std::optional<NodeResult>& result) {
  return result ? result->attainment : std::nullopt;
}

/// A product s * a of share and attainment becomes s' * a': what counts more moves the plan as far
/// as it stands apart from it.
[[nodiscard]] inline double effect_of(const NodeDifference& difference, const PlanShares& before,
                                      const PlanShares& after) {
  const auto stood = attainment_of(difference.before);
  const auto stands = attainment_of(difference.after);
  if (!stood && !stands) return 0;
  const double a = stood.value_or(stands.value_or(0));
  const double b = stands.value_or(a);
  const double share_before = stood ? before.of(difference.id) : 0;
  const double share_after = stands ? after.of(difference.id) : 0;
  return (share_before + share_after) / 2 * (b - a) +
         (share_after - share_before) * ((a + b) / 2 - before.mean());
}

[[nodiscard]] inline int severity_change(const NodeDifference& difference) {
  const int before = difference.before ? severity(difference.before->status) : 0;
  const int after = difference.after ? severity(difference.after->status) : 0;
  return std::abs(after - before);
}

}  // namespace detail

JINJIANG_INLINE Impact impact(const Evaluation& now, const Scenario& scenario) {
  Impact result{compare(now, evaluate(now, scenario))};
  const detail::PlanShares before(now);
  const detail::PlanShares after(result.comparison.after);
  result.effect = after.mean() - before.mean();
  for (const NodeDifference& difference : result.comparison.differences)
    result.nodes.push_back({difference, detail::effect_of(difference, before, after)});
  const auto rank = [](const NodeImpact& node) {
    constexpr double grain = 1e12;  // what differs by rounding is equal
    const auto& there = node.difference.after ? node.difference.after : node.difference.before;
    return std::tuple(-std::round(std::fabs(node.effect) * grain),
                      -detail::severity_change(node.difference), there->node.row());
  };
  std::stable_sort(
      result.nodes.begin(), result.nodes.end(),
      [&](const NodeImpact& a, const NodeImpact& b) { return rank(a) < rank(b); });
  return result;
}

JINJIANG_INLINE Impact impact(const Evaluation& now, std::string_view id, double value) {
  detail::refuse_immovable(now, now.plan()[id]);
  return impact(now, Scenario().value(std::string(id), value));
}

}  // namespace jinjiang
