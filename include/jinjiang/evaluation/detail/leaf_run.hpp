// SPDX-License-Identifier: BSL-1.0
#pragma once

// Runs of leaves that are alike: neighbours of the same traits with one reading each, all of one
// day. What is asked of each leaf by itself is asked of a run once, and what remains is arithmetic
// over columns without a jump. A leaf comes out as it does by itself, to the bit.

#include <jinjiang/evaluation/detail/leaf.hpp>

namespace jinjiang::detail {

/// Rows [first, last).
struct LeafRun {
  Row first;
  Row last;
  std::uint32_t position;  ///< of the reading of the first
  std::int32_t date;       ///< of every reading

  [[nodiscard]] Row size() const noexcept { return last - first; }
};

/// The sums over a run, as its goal's roll-up takes them.
struct LeafRunSums {
  double weight = 0;
  double attainment = 0;
  std::uint32_t parts = 0;
  std::uint32_t met = 0;
  double expected = 0;  ///< of every leaf
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
        progress_(evaluation.columns->progress.data()) {}

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
    return is_alike ? LeafRun{first, end, position, date} : none;
  }

  /// Writes status and progress of every leaf of a run.
  [[nodiscard]] LeafRunSums evaluate(const LeafRun& run) const noexcept {
    const std::uint16_t traits = traits_[run.first];
    const LeafVerdicts verdicts = leaf_.verdicts(traits, run.date);
    const double sign = (traits & Traits::lower) != 0 ? -1 : 1;
    return (traits & Traits::strict) != 0 ? evaluate_with<true>(run, verdicts, sign)
                                          : evaluate_with<false>(run, verdicts, sign);
  }

 private:
  template <bool IsStrict>
  [[nodiscard, gnu::always_inline]] inline LeafRunSums evaluate_with(const LeafRun& run,
                                                                     const LeafVerdicts& verdicts,
                                                                     double sign) const noexcept {
    const Row size = run.size();
    const double* const goals = goals_ + run.first;
    const double* const weights = weights_ + run.first;
    const double* const values = values_ + run.position;
    Status* const status = status_ + run.first;
    double* const progress = progress_ + run.first;
    const auto may_be_met = static_cast<unsigned>(verdicts.can_be_met);
    LeafRunSums sums{.parts = size, .expected = verdicts.expected};
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
      sums.weight += weights[i];
      sums.attainment += weights[i] * clamp_to_unit(reached);
      sums.met += is_met;
    }
    return sums;
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
};

}  // namespace jinjiang::detail
