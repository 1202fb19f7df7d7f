// SPDX-License-Identifier: BSL-1.0
#pragma once

// Runs of leaves that are alike: neighbours of the same traits with one reading each, all of one
// day. What is asked of each leaf by itself is asked of a run once, and what remains is arithmetic
// over columns without a jump. A leaf comes out as it does by itself, to the bit.

#include <jinjiang/evaluation/detail/part_view.hpp>

namespace jinjiang::detail {

/// Rows [first, last).
struct LeafRun {
  Row first;
  Row last;
  std::uint32_t position;  ///< of the reading of the first
  std::int32_t date;       ///< of every reading

  [[nodiscard]] Row size() const noexcept { return last - first; }
};

class LeafRunEvaluator {
 public:
  LeafRunEvaluator(const EvaluationData& evaluation, LeafEvaluator& leaf)
      : leaf_(leaf),
        traits_(evaluation.plan.data().traits.data()),
        goals_(evaluation.plan.data().goal_values.data()),
        weights_(evaluation.plan.data().weights.data()),
        starts_(evaluation.binding->starts.data()),
        dates_(evaluation.binding->dates.data()),
        values_(evaluation.binding->values.data()),
        status_(evaluation.columns->status.data()),
        progress_(evaluation.columns->progress.data()),
        log_(evaluation.observations.log()),
        readings_(evaluation.binding->readings.data()),
        known_by_(evaluation.known_by ? evaluation.known_by->days_since_epoch() : INT32_MAX) {}

  /// The run that begins at a row; of no size when there is none.
  [[nodiscard]] LeafRun find(Row first, Row last) const noexcept {
    constexpr std::uint16_t others = Traits::goal | Traits::own_dates | Traits::own_scale;
    const std::uint16_t traits = traits_[first];
    const LeafRun none{first, first, 0, 0};
    if ((traits & (Traits::simple | others)) != Traits::simple) return none;
    Row end = first + 1;
    while (end < last && traits_[end] == traits) ++end;
    const std::uint32_t position = starts_[first];
    if (position + 1 != (starts_[first + 1] & ~ObservationBinding::mark)) return none;
    const std::int32_t date = dates_[position];
    bool is_alike = position + (end - first) == (starts_[end] & ~ObservationBinding::mark);
    for (Row i = 0; i < end - first; ++i) is_alike &= starts_[first + i] == position + i;
    if (!is_alike || !leaf_.can_use(traits, date)) return none;
    for (Row i = 0; i < end - first; ++i) is_alike &= dates_[position + i] == date;
    const bool is_run = is_alike && (known_by_ == INT32_MAX || is_known(position, end - first));
    return is_run ? LeafRun{first, end, position, date} : none;
  }

  /// Writes status and progress of every leaf of a run, and adds them up: one after another, so
  /// that a sum is the same to the bit whichever leaves come in a run.
  void evaluate(const LeafRun& run, RollupSums& sums) const noexcept {
    const std::uint16_t traits = traits_[run.first];
    const LeafVerdicts verdicts = leaf_.verdicts(traits, run.date);
    const bool is_whole = verdicts.expected > 0 && sums.is_whole();
    if ((traits & Traits::strict) != 0) {
      is_whole ? evaluate_with<true, true>(run, verdicts, sums)
               : evaluate_with<true, false>(run, verdicts, sums);
    } else {
      is_whole ? evaluate_with<false, true>(run, verdicts, sums)
               : evaluate_with<false, false>(run, verdicts, sums);
    }
  }

 private:
  [[nodiscard]] bool is_known(std::uint32_t position, Row size) const noexcept {
    bool all = true;
    for (Row i = 0; i < size; ++i) all &= log_.known_on(readings_[position + i]) <= known_by_;
    return all;
  }

  /// @tparam IsWhole  all parts so far have data and an expectation, as those of the run: sums that
  /// would be equal are added up once
  template <bool IsStrict, bool IsWhole>
  void evaluate_with(const LeafRun& run, const LeafVerdicts& verdicts,
                     RollupSums& sums) const noexcept {
    const Row size = run.size();
    const double* const goals = goals_ + run.first;
    const double* const weights = weights_ + run.first;
    const double* const values = values_ + run.position;
    Status* const status = status_ + run.first;
    double* const progress = progress_ + run.first;
    const double sign = (traits_[run.first] & Traits::lower) != 0 ? -1 : 1;
    const auto may_be_met = static_cast<unsigned>(verdicts.can_be_met);
    const double expected = verdicts.expected;
    const bool is_paced = expected > 0;
    RollupSums total = sums;
    double weight_of_all = sums.weight_of_all;
    double attainment = sums.attainment;
    double expectation = sums.expected;
    std::uint32_t met = 0;
    for (Row i = 0; i < size; ++i) {
      const double goal = goals[i];
      const double scale = goal == 0 ? 1 : std::fabs(goal);
      const Yardstick measure{goal, scale, sign, IsStrict};
      const double reached = measure.progress(values[i]);
      progress[i] = reached;
      const unsigned is_met = static_cast<unsigned>(measure.is_met(values[i])) & may_be_met;
      const unsigned band = static_cast<unsigned>(reached >= verdicts.thresholds[0]) +
                            static_cast<unsigned>(reached >= verdicts.thresholds[1]) +
                            static_cast<unsigned>(reached >= verdicts.thresholds[2]);
      status[i] = is_met != 0 ? verdicts.when_met : verdicts.bands[band];
      met += is_met;
      const double weight = weights[i];
      const double attained = weight * clamp_to_unit(reached);
      weight_of_all += weight;
      attainment += attained;
      if constexpr (IsWhole) {
        expectation += weight * expected;
      } else {
        total.weight_with_data += weight;
        total.coverage += weight;
        if (!is_paced) continue;
        expectation += weight * expected;
        total.weight_paced += weight;
        total.paced_attainment += attained;
      }
    }
    if constexpr (IsWhole) {
      total.weight_with_data = total.coverage = total.weight_paced = weight_of_all;
      total.paced_attainment = attainment;
    }
    total.weight_of_all = weight_of_all;
    total.attainment = attainment;
    total.expected = expectation;
    total.parts += size;
    total.met += met;
    total.not_met += size - met;
    sums = total;
  }

  LeafEvaluator& leaf_;
  const std::uint16_t* traits_;
  const double* goals_;
  const double* weights_;
  const std::uint32_t* starts_;
  const std::int32_t* dates_;
  const double* values_;
  Status* status_;
  double* progress_;
  const ObservationLog& log_;
  const std::uint32_t* readings_;
  std::int32_t known_by_;
};

}  // namespace jinjiang::detail
