// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>

#include <jinjiang/evaluation/detail/live_data.hpp>

namespace jinjiang::detail {

JINJIANG_INLINE LiveData::LiveData(std::shared_ptr<EvaluationData> evaluation, bool ignores_unknown)
    : evaluation_(std::move(evaluation)),
      plan_(evaluation_->plan.data()),
      ignores_unknown_(ignores_unknown),
      readings_(*evaluation_->binding, log(), plan_.size()),
      live_(plan_),
      parts_(*evaluation_, live_),
      judge_(*evaluation_, parts_) {
  own_log();
  find_links();
  find_followers();
  find_strays();
  evaluate_all();
  evaluation_->binding.reset();
}

JINJIANG_INLINE void LiveData::find_links() {
  const auto set = [this](Row row, std::uint8_t link) {
    live_.links[row] = static_cast<std::uint8_t>(live_.links[row] | link);
  };
  for (Row row = 0; row < plan_.size(); ++row) {
    if (plan_.vetoes[row] != 0) set(plan_.parents[row], LiveLinks::vetoes);
  }
  for (const PartRow& part : plan_.extra_by_child) {
    set(part.child, LiveLinks::extra_parents);
    if (part.veto) set(part.parent, LiveLinks::vetoes);
  }
  for (const DependencyRow& link : plan_.dependencies) {
    set(link.predecessor, LiveLinks::successors);
    if (may_be_blocked(*evaluation_, link.successor)) set(link.successor, LiveLinks::waits);
  }
}

JINJIANG_INLINE void LiveData::find_followers() {
  for (Row row = 0; row < plan_.size(); ++row) {
    if (!plan_.has_target(row) || (plan_.traits[row] & Traits::simple) != 0) continue;
    const Target target = leaf_->target_in_force(row);
    if (!target.relative_to()) continue;
    const auto followed = plan_.find(target.relative_to()->indicator);
    if (!followed) continue;
    followers_.emplace_back(*followed, row);
    live_.links[*followed] =
        static_cast<std::uint8_t>(live_.links[*followed] | LiveLinks::followers);
  }
  std::sort(followers_.begin(), followers_.end());
}

JINJIANG_INLINE void LiveData::find_strays() {
  for (const std::string_view id : evaluation_->binding->unknown) strays_[*log().find_series(id)];
  if (strays_.empty()) return;
  for (std::uint32_t reading = 0; reading < log().size(); ++reading) {
    const auto stray = strays_.find(log().series[reading]);
    if (stray != strays_.end()) stray->second.push_back(reading);
  }
}

JINJIANG_INLINE void LiveData::evaluate_all() {
  // Deeper nodes have greater rows.
  for (Row row = plan_.size(); row-- > 0;) {
    if (is_goal(row)) {
      live_.sums[row] = counted_again(row);
      judge_.conclude(row, live_.sums[row]);
    } else {
      store(row, leaf_->evaluate(row, plan_.traits[row]));
      evaluation_->columns->status[row] = live_.verdicts[row];
    }
    add_up(row, parts_.view(row, plan_.weights[row]));
  }
  mark_blocked(*evaluation_);
}

JINJIANG_INLINE std::shared_ptr<const EvaluationData> LiveData::snapshot() const {
  auto copy = std::make_shared<EvaluationData>(evaluation_->plan, evaluation_->observations);
  copy->binding = readings_.bind(evaluation_->plan);
  copy->as_of = evaluation_->as_of;
  copy->policy = evaluation_->policy;
  copy->known_by = evaluation_->known_by;
  copy->basis = evaluation_->basis;
  *copy->columns = *evaluation_->columns;
  return copy;
}

JINJIANG_INLINE NodeFigures LiveData::figures_of(Row row) const {
  if (is_goal(row)) return figures_of_goal(*evaluation_, row);
  BasicLeafEvaluator<LiveReadings> leaf(*evaluation_, readings_);
  NodeFigures figures =
      figures_of_leaf(*evaluation_, readings_, row, leaf.evaluate(row, plan_.traits[row]));
  figures.status = evaluation_->columns->status[row];
  return figures;
}

}  // namespace jinjiang::detail
