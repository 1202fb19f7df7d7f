// SPDX-License-Identifier: BSL-1.0
#pragma once

// How a live evaluation goes from leaves that have changed to the goals above them. Sums run over
// all parts of a goal in the layout's order, as in a sweep: adding a difference would change their
// last bits.

#include <algorithm>

#include <jinjiang/evaluation/detail/live_data.hpp>

namespace jinjiang::detail {

[[nodiscard]] inline bool is_same(const PartView& a, const PartView& b) noexcept {
  return a.status == b.status && same_bits(a.attainment, b.attainment) &&
         same_bits(a.paced_attainment, b.paced_attainment) && same_bits(a.expected, b.expected) &&
         same_bits(a.coverage, b.coverage);
}

/// Whether sums over parts stay as they are but for those of terms and the number of parts met.
[[nodiscard]] inline bool counts_alike(const PartView& a, const PartView& b) noexcept {
  const auto is_plain = [](const PartView& view) {
    return is_present(view.coverage) && view.counts() && view.status != Status::no_data &&
           view.status != Status::not_comparable;
  };
  return is_plain(a) && is_plain(b) && (a.expected > 0) == (b.expected > 0) &&
         same_bits(a.coverage, b.coverage);
}

JINJIANG_INLINE void LiveData::store(Row leaf, const LeafVerdict& verdict) noexcept {
  live_.verdicts[leaf] = verdict.status;
  live_.expected[leaf] = verdict.expected;
  evaluation_->columns->progress[leaf] = verdict.progress;
}

/// What a node adds to the sums of its first parent.
JINJIANG_INLINE void LiveData::add_up(Row row, const PartView& view) noexcept {
  const bool counts = is_present(view.coverage) && view.counts();
  const bool is_paced = counts && view.expected > 0;
  live_.terms[row] = {counts ? view.weight * view.attainment : 0,
                      is_paced ? view.weight * view.paced_attainment : 0,
                      is_paced ? view.weight * view.expected : 0};
}

JINJIANG_INLINE void LiveData::evaluate_leaves() {
  const std::size_t leaves = records_.size();
  for (std::size_t i = 0; i < leaves; ++i) {
    const Row row = records_[i].row;
    const LeafVerdict verdict = leaf_->evaluate(row, plan_.traits[row]);
    records_[i].after = figures_of_leaf(*evaluation_, readings_, row, verdict);
    const PartView before = parts_.view(row, plan_.weights[row]);
    store(row, verdict);
    if (!has(row, LiveLinks::waits)) evaluation_->columns->status[row] = verdict.status;
    pass_on(row, before, parts_.of_leaf(verdict, plan_.weights[row]));
  }
}

JINJIANG_INLINE void LiveData::pass_on(Row row, const PartView& before, const PartView& after) {
  if (is_same(before, after)) return;
  add_up(row, after);
  if (plan_.parents[row] != no_row) mark(plan_.parents[row], before, after);
  if (!has(row, LiveLinks::extra_parents)) return;
  for (const PartRow& link : extra_parents(plan_, row)) mark(link.parent, before, after);
}

/// A part of a goal looks otherwise.
JINJIANG_INLINE void LiveData::mark(Row goal, const PartView& before, const PartView& after) {
  LiveChange& change = live_.changes[goal];
  if (change.kind == LiveChange::none) {
    if (phase_ != Phase::sweep) queue_.push_back(goal);
    if (phase_ == Phase::goals) std::push_heap(queue_.begin(), queue_.end());
    change = {LiveChange::figures, 0};
  }
  if (counts_alike(before, after)) {
    change.more_met +=
        static_cast<int>(is_met(after.status)) - static_cast<int>(is_met(before.status));
  } else {
    change.kind = LiveChange::any;
  }
}

/// Deeper goals first: parts have greater rows than their goals, so each goal is evaluated once.
JINJIANG_INLINE void LiveData::evaluate_goals() {
  // Beyond so many it is cheaper to look at every goal than to keep them in order.
  constexpr std::size_t goals_for_one_in_order = 64;
  if (queue_.size() > 16 && queue_.size() > plan_.goals_end / goals_for_one_in_order) {
    phase_ = Phase::sweep;
    queue_.clear();
    for (Row row = plan_.goals_end; row-- > 0;) {
      if (live_.changes[row].kind != LiveChange::none) evaluate_goal(row);
    }
  } else {
    phase_ = Phase::goals;
    std::make_heap(queue_.begin(), queue_.end());
    while (!queue_.empty()) {
      const Row goal = queue_.front();
      std::pop_heap(queue_.begin(), queue_.end());
      queue_.pop_back();
      evaluate_goal(goal);
    }
  }
  phase_ = Phase::leaves;
}

JINJIANG_INLINE void LiveData::evaluate_goal(Row goal) {
  LiveRecord& record = records_.emplace_back();
  RollupSums& sums = live_.sums[goal];
  record.row = goal;
  set_figures_of_goal(*evaluation_, goal, record.before);
  record.sums = sums;
  live_.links[goal] |= LiveLinks::recorded;
  const PartView before = parts_.view(goal, plan_.weights[goal]);
  LiveChange& change = live_.changes[goal];
  if (change.kind == LiveChange::any) {
    sums = counted_again(goal);
  } else {
    sum_again(goal, sums);
    sums.met += static_cast<std::uint32_t>(change.more_met);
    sums.not_met -= static_cast<std::uint32_t>(change.more_met);
  }
  change.kind = LiveChange::none;
  judge_.conclude(goal, sums);
  pass_on(goal, before, parts_.view(goal, plan_.weights[goal]));
}

JINJIANG_INLINE RollupSums LiveData::counted_again(Row goal) const {
  RollupSums sums;
  parts_.for_each(goal, [&sums](const PartView& part, Row, bool) { sums.add(part); });
  return sums;
}

JINJIANG_INLINE void LiveData::sum_again(Row goal, RollupSums& sums) const {
  double attainment = 0;
  double paced = 0;
  double expected = 0;
  for (Row part = plan_.first_children[goal]; part < plan_.first_children[goal + 1]; ++part) {
    const PartTerms& terms = live_.terms[part];
    attainment += terms.attainment;
    paced += terms.paced_attainment;
    expected += terms.expected;
  }
  for (const PartRow& part : extra_children(plan_, goal)) {
    const PartView view = parts_.view(part.child, part.weight);
    if (!is_present(view.coverage) || !view.counts()) continue;
    attainment += view.weight * view.attainment;
    if (!(view.expected > 0)) continue;
    paced += view.weight * view.paced_attainment;
    expected += view.weight * view.expected;
  }
  sums.attainment = attainment;
  sums.paced_attainment = paced;
  sums.expected = expected;
}

JINJIANG_INLINE void LiveData::settle_blocked() {
  if (plan_.dependencies.empty()) return;
  const std::size_t touched = records_.size();
  for (std::size_t i = 0; i < touched; ++i) {
    const Row row = records_[i].row;
    if (has(row, LiveLinks::waits)) settle_blocked(row);
    if (!has(row, LiveLinks::successors)) continue;
    for (const std::uint32_t link : successors_of(plan_, row)) {
      const Row successor = plan_.dependencies[link].successor;
      if (has(successor, LiveLinks::waits)) settle_blocked(successor);
    }
  }
}

JINJIANG_INLINE void LiveData::settle_blocked(Row task) {
  const auto status_of = [this](Row row) {
    return is_goal(row) ? evaluation_->columns->status[row] : live_.verdicts[row];
  };
  Status status = live_.verdicts[task];
  if (yields_to_blocked(status)) {
    for (const DependencyRow& link : predecessors_of(plan_, task)) {
      if (!holds_back(*evaluation_, link, status_of(link.predecessor))) continue;
      status = Status::blocked;
      break;
    }
  }
  if (evaluation_->columns->status[task] == status) return;
  touch(task);
  evaluation_->columns->status[task] = status;
}

JINJIANG_INLINE void LiveData::complete(LiveRecord& record) const noexcept {
  if (is_goal(record.row)) {
    set_figures_of_goal(*evaluation_, record.row, record.after);
  } else {
    record.after.status = evaluation_->columns->status[record.row];
  }
}

JINJIANG_INLINE bool LiveData::has_changed(const LiveRecord& record) const noexcept {
  const NodeFigures& a = record.before;
  const NodeFigures& b = record.after;
  const bool same = a.status == b.status && same_bits(a.progress, b.progress) &&
                    same_bits(a.expected, b.expected) && same_bits(a.pace, b.pace) &&
                    same_bits(a.coverage, b.coverage) && same_bits(a.value, b.value);
  if (!same) return true;
  if (a.reading == b.reading) return false;
  if (a.reading == no_row || b.reading == no_row) return true;
  const ObservationLog& all = log();
  return all.dates[a.reading] != all.dates[b.reading] ||
         all.stages[a.reading] != all.stages[b.reading] ||
         all.bases[a.reading] != all.bases[b.reading] ||
         all.units[a.reading] != all.units[b.reading];
}

}  // namespace jinjiang::detail
