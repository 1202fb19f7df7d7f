// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <map>

#include <jinjiang/evaluation/detail/evaluation_data.hpp>
#include <jinjiang/evaluation/detail/node_result.hpp>

namespace jinjiang {

JINJIANG_INLINE const Plan& Evaluation::plan() const noexcept { return data_->plan; }
JINJIANG_INLINE const Observations& Evaluation::observations() const noexcept {
  return data_->observations;
}
JINJIANG_INLINE Date Evaluation::as_of() const noexcept { return data_->as_of; }
JINJIANG_INLINE const Policy& Evaluation::policy() const noexcept { return data_->policy; }
JINJIANG_INLINE std::optional<Date> Evaluation::known_by() const noexcept {
  return data_->known_by;
}
JINJIANG_INLINE const std::string& Evaluation::basis() const noexcept { return data_->basis; }

JINJIANG_INLINE Evaluation::Evaluation() : Evaluation(evaluate({}, {}, Date{})) {}

JINJIANG_INLINE NodeResult Evaluation::of(const Node& node) const {
  const detail::EvaluationData& data = *data_;
  const detail::Row row = node.row();
  if (node.kind() == NodeKind::goal)
    return detail::result_of(data, node, detail::figures_of_goal(data, row));
  detail::NodeFigures figures =
      detail::figures_of_leaf(data, *data.binding, row, detail::verdict_of(data, row));
  figures.status = data.columns->status[row];
  return detail::result_of(data, node, figures);
}

JINJIANG_INLINE std::vector<NodeResult> Evaluation::results() const {
  std::vector<NodeResult> all;
  all.reserve(size());
  for (const Node node : plan().nodes()) all.push_back(of(node));
  return all;
}

JINJIANG_INLINE std::vector<NodeResult> Evaluation::behind() const {
  std::vector<NodeResult> found;
  for (const Node node : plan().nodes()) {
    if (node.kind() != NodeKind::goal && severity(data_->columns->status[node.row()]) > 0)
      found.push_back(of(node));
  }
  std::stable_sort(found.begin(), found.end(), [](const NodeResult& a, const NodeResult& b) {
    const int x = severity(a.status);
    const int y = severity(b.status);
    if (x != y) return x > y;
    return a.pace.value_or(a.progress.value_or(0)) < b.pace.value_or(b.progress.value_or(0));
  });
  return found;
}

JINJIANG_INLINE std::vector<OwnerSummary> Evaluation::by_owner() const {
  std::vector<OwnerSummary> owners;
  std::vector<std::pair<double, std::size_t>> sums;
  std::map<std::string_view, std::size_t> places;
  for (const Node node : plan().nodes()) {
    const Status status = data_->columns->status[node.row()];
    if (node.kind() == NodeKind::goal || status == Status::cancelled) continue;
    const auto [place, is_new] = places.try_emplace(node.owner(), owners.size());
    if (is_new) {
      owners.push_back({.owner = std::string(node.owner()), .attainment = std::nullopt});
      sums.emplace_back();
    }
    OwnerSummary& owner = owners[place->second];
    ++owner.nodes;
    owner.met += is_met(status) ? 1U : 0U;
    owner.behind += severity(status) > 0 ? 1U : 0U;
    owner.no_data += status == Status::no_data ? 1U : 0U;
    if (const double progress = data_->columns->progress[node.row()];
        detail::is_present(progress)) {
      sums[place->second].first += detail::clamp_to_unit(progress);
      ++sums[place->second].second;
    }
  }
  for (std::size_t i = 0; i < owners.size(); ++i) {
    if (sums[i].second > 0)
      owners[i].attainment = sums[i].first / static_cast<double>(sums[i].second);
  }
  return owners;
}

JINJIANG_INLINE bool operator==(const Evaluation& a, const Evaluation& b) {
  const detail::EvaluationData& x = a.data();
  const detail::EvaluationData& y = b.data();
  const bool same = x.as_of == y.as_of && x.policy == y.policy && x.known_by == y.known_by &&
                    x.basis == y.basis && detail::same_bits(x.columns->status, y.columns->status) &&
                    detail::same_bits(x.columns->progress, y.columns->progress) && x.plan == y.plan;
  if (!same) return false;
  for (const Node node : a.plan().nodes()) {
    const NodeResult first = a.of(node);
    const NodeResult second = b[node.id()];
    if (first.expected != second.expected || first.pace != second.pace ||
        first.coverage != second.coverage || first.value != second.value ||
        first.observed_on != second.observed_on || first.stage != second.stage ||
        first.basis != second.basis) {
      return false;
    }
  }
  return true;
}

}  // namespace jinjiang
