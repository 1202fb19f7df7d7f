// SPDX-License-Identifier: BSL-1.0
#pragma once

// How a leaf stands. Most leaves are simple: the plan's columns and one cumulative series say all.
// The general way handles everything: revisions, bases, per-period readings, references, ranges,
// ceilings and tables of figures.

#include <algorithm>
#include <cmath>
#include <optional>

#include <jinjiang/evaluation/detail/judge.hpp>
#include <jinjiang/evaluation/detail/reading_choice.hpp>
#include <jinjiang/model/detail/plan_links.hpp>

namespace jinjiang::detail {

/// @tparam Binding  as of BasicReadingChooser
template <class Binding>
class BasicLeafEvaluator {
 public:
  BasicLeafEvaluator(const EvaluationData& evaluation, const Binding& binding)
      : evaluation_(evaluation),
        plan_(evaluation.plan.data()),
        binding_(binding),
        log_(evaluation.observations.log()),
        judge_(evaluation.as_of, evaluation.policy),
        chooser_(evaluation, binding),
        needs_general_way_(evaluation.known_by.has_value()),
        period_start_(plan_.period.start().days_since_epoch()),
        period_end_(plan_.period.end().days_since_epoch()) {}

  /// The simple way is written into the loop that asks; the general one is called.
  [[nodiscard, gnu::always_inline]] inline LeafVerdict evaluate(Row row, std::uint16_t traits) {
    const bool is_simple =
        (traits & Traits::simple) != 0 && !binding_.needs_general_way(row) && !needs_general_way_;
    return is_simple ? evaluate_simple(row, traits) : evaluate_generally(row, traits);
  }

  /// Whether simple leaves with the plan's dates can use a reading of a day.
  [[nodiscard]] bool can_use(std::uint16_t traits, std::int32_t date) const noexcept {
    const ReadingWindow window = window_of(traits, period_start_, period_end_);
    return date >= window.first && date <= window.last;
  }

  /// What simple leaves with the plan's dates are judged by.
  [[nodiscard]] LeafVerdicts verdicts(std::uint16_t traits, std::int32_t date) noexcept {
    return judge_.verdicts(expected(traits, date, period_start_, period_end_), period_end_,
                           (traits & Traits::settled_at_due) != 0);
  }

  /// The reading of the indicator that a target follows, on the same date.
  [[nodiscard]] std::optional<double> value_of_reference(const Target& target, Unit unit,
                                                         std::int32_t date) const {
    const auto row = plan_.find(target.relative_to()->indicator);
    if (!row) return std::nullopt;
    const bool has_target = plan_.has_target(*row);
    const ReadingChoice choice =
        has_target ? choose(*row, target_in_force(*row), date)
                   : chooser_.choose(*row, chooser_.wanted({}), false, {no_day, date});
    if (!choice.reading || choice.reading->date != date) return std::nullopt;
    if (!has_target) {
      const Unit read = log_.unit_list[log_.units[binding_.readings[choice.reading->position]]];
      if (read.is_none()) return choice.reading->value;
      return is_convertible(read, unit) ? std::optional(convert(choice.reading->value, read, unit))
                                        : std::nullopt;
    }
    return convert(choice.reading->value, unit_of(*row), unit);
  }

  /// The target of an indicator on the day of the evaluation, in the unit of its first one.
  [[nodiscard]] Target target_in_force(Row row) const {
    const RevisionRow* revision = revision_on(plan_, row, evaluation_.as_of);
    return (revision != nullptr ? revision->target : plan_.target_of(row)).in_unit(unit_of(row));
  }

  /// The readings of an indicator that do not count, and why.
  [[nodiscard]] PassedOver passed_over(Row row, const Target* target) const {
    return chooser_.passed_over(row, target ? window_of(row, *target) : chooser_.any_time());
  }

  /// The reading that a target is held against, of those up to a day.
  [[nodiscard]] ReadingChoice choose(Row row, const Target& target, std::int32_t last) const {
    ReadingWindow window = window_of(row, target);
    window.last = std::min(window.last, last);
    return chooser_.choose(row, chooser_.wanted(target.basis()), is_flow(target.measure()), window);
  }

  /// The bases that the readings up to the day of the evaluation are on, as far as they are known.
  [[nodiscard]] std::vector<std::string> bases_of(Row row) const { return chooser_.bases_of(row); }

 private:
  [[nodiscard]] ReadingWindow window_of(Row row, const Target& target) const {
    return chooser_.window_of(target.measure(), plan_.start_of(row),
                              target.due().value_or(plan_.due_of(row)));
  }

  [[nodiscard]] Unit unit_of(Row row) const {
    return plan_.target_units[plan_.targets[plan_.details[row]].unit];
  }

  [[nodiscard, gnu::noinline]] LeafVerdict evaluate_generally(Row row, std::uint16_t traits) const {
    if (plan_.lifecycles[row] == Lifecycle::cancelled) return Judge::left_out(Status::cancelled);
    if ((traits & Traits::judged) == 0) return watch(row);
    return plan_.kinds[row] == NodeKind::task ? evaluate_task(row) : evaluate_indicator(row);
  }

  // --- the simple way
  // ---------------------------------------------------------------------------------------------

  [[nodiscard, gnu::always_inline]] inline LeafVerdict evaluate_simple(
      Row row, std::uint16_t traits) noexcept {
    std::int32_t start = period_start_;
    std::int32_t due = period_end_;
    if ((traits & Traits::own_dates) != 0) {
      start = plan_.start_of(row).days_since_epoch();
      due = plan_.due_of(row).days_since_epoch();
    }
    const ReadingWindow window = window_of(traits, start, due);
    const std::uint32_t first = binding_.first(row);
    std::uint32_t last = binding_.end(row);
    while (last > first && binding_.dates[last - 1] > window.last) --last;
    if (last == first || binding_.dates[last - 1] < window.first) {
      return Judge::without_reading(expected(traits, judge_.as_of(), start, due));
    }
    const double value = binding_.values[last - 1];
    Yardstick measure{plan_.goal_values[row], 0, (traits & Traits::lower) != 0 ? -1.0 : 1.0,
                      (traits & Traits::strict) != 0};
    measure.scale = scale_of(row, traits, measure.goal);
    return judge_.of_reading({.position = last - 1,
                              .progress = measure.progress(value),
                              .expected = expected(traits, binding_.dates[last - 1], start, due),
                              .is_met = measure.is_met(value),
                              .is_settled_at_due = (traits & Traits::settled_at_due) != 0},
                             due);
  }

  [[nodiscard]] ReadingWindow window_of(std::uint16_t traits, std::int32_t start,
                                        std::int32_t due) const noexcept {
    if ((traits & Traits::of_period) == 0) return chooser_.any_time();
    return {start, std::min(judge_.as_of(), std::max(due, period_end_))};
  }

  /// As yardstick(): |goal| or one unit, unless a baseline value says otherwise.
  [[nodiscard]] double scale_of(Row row, std::uint16_t traits, double goal) const noexcept {
    if ((traits & Traits::own_scale) != 0) {
      const TargetRow& target = plan_.targets[plan_.details[row]];
      return yardstick(bounds_of_row(target, plan_.target_units[target.unit]), 0).scale;
    }
    return goal == 0 ? 1 : std::fabs(goal);
  }

  /// As Profile::expected. Leaves of one plan mostly share their dates and profile, so the last
  /// answer is kept.
  [[nodiscard, gnu::always_inline]] inline double expected(std::uint16_t traits, std::int32_t day,
                                                           std::int32_t start,
                                                           std::int32_t due) noexcept {
    const unsigned profile = traits & (Traits::linear | Traits::hold);
    const bool is_kept =
        day == last_.day && start == last_.start && due == last_.due && profile == last_.profile;
    return is_kept ? last_.expected : expected_anew(profile, day, start, due);
  }

  [[gnu::noinline]] double expected_anew(unsigned profile, std::int32_t day, std::int32_t start,
                                         std::int32_t due) noexcept {
    const ProfileKind kind = profile == Traits::linear ? ProfileKind::linear
                             : profile == Traits::hold ? ProfileKind::hold
                                                       : ProfileKind::at_due;
    last_ = {day, start, due, profile, expected_simple(kind, day, start, due)};
    return last_.expected;
  }

  // --- the general way
  // --------------------------------------------------------------------------------------------

  [[nodiscard]] LeafVerdict evaluate_indicator(Row row) const {
    const Target target = target_in_force(row);
    const Date start = plan_.start_of(row);
    const Date due = target.due().value_or(plan_.due_of(row));
    double expected_now = target.profile().expected(evaluation_.as_of, start, due);
    if (is_ceiling(target) && expected_now > 0)
      expected_now = 1;  // what is expected of a ceiling is to be kept
    if (!target.set_by().empty()) return Judge::not_comparable(expected_now);

    const ReadingChoice choice = choose(row, target, judge_.as_of());
    if (choice.is_ambiguous || (!choice.reading && choice.has_other_basis)) {
      return Judge::not_comparable(expected_now);
    }
    if (!choice.reading) return Judge::without_reading(expected_now);
    const UsableReading& reading = *choice.reading;

    double value = target.value();
    if (target.relative_to()) {
      const auto reference = value_of_reference(target, unit_of(row), reading.date);
      if (!reference) return Judge::not_comparable(expected_now, reading.position);
      value = *reference + target.relative_to()->offset;
    }
    return judge_.of_reading(held_against(target, value, reading, start, due),
                             due.days_since_epoch());
  }

  [[nodiscard]] static bool is_ceiling(const Target& target) noexcept {
    return is_flow(target.measure()) && target.direction() == Direction::lower;
  }

  [[nodiscard]] static LeafReading held_against(const Target& target, double value,
                                                const UsableReading& reading, Date start,
                                                Date due) {
    const double expected = target.profile().expected(Date::from_days(reading.date), start, due);
    Bounds bounds = bounds_of(target, value);
    LeafReading result{.position = reading.position,
                       .progress = 0,
                       .expected = expected,
                       .is_met = meets(bounds, reading.value),
                       .is_settled_at_due = is_settled_at_due(target.measure())};
    if (is_ceiling(target)) {
      // A ceiling is held against its allowance to date, and may still be broken until the last
      // day.
      result.is_settled_at_due = true;
      if (expected > 0) {
        bounds.upper *= expected;
        result.expected = 1;
      }
    }
    result.progress = yardstick(bounds, reading.value).progress(reading.value);
    return result;
  }

  [[nodiscard]] LeafVerdict evaluate_task(Row row) const {
    const TaskRow& task = plan_.tasks[plan_.details[row]];
    const Date start = plan_.start_of(row);
    const Date due = plan_.due_of(row);
    const Profile profile = task.profile > 0              ? plan_.task_profiles[task.profile - 1]
                            : plan_.starts[row] != no_day ? Profile(ProfileKind::linear)
                                                          : Profile(ProfileKind::at_due);
    const double expected_now = profile.expected(evaluation_.as_of, start, due);
    const bool is_done = plan_.lifecycles[row] == Lifecycle::done;
    const auto dated = chooser_.choose(row, {}, false, chooser_.any_time()).reading;
    if (!dated && !is_done && !is_present(task.progress))
      return Judge::without_reading(expected_now);
    LeafReading reading{.expected = expected_now};
    reading.progress = dated ? dated->value : task.progress;
    if (is_done) reading.progress = 1;
    if (dated) {
      reading.position = dated->position;
      reading.expected = profile.expected(Date::from_days(dated->date), start, due);
    }
    reading.is_met = Yardstick{.goal = 1}.is_met(reading.progress);
    return judge_.of_reading(reading, due.days_since_epoch());
  }

  /// An indicator without a target shows what was read and is left out of every roll-up.
  [[nodiscard]] LeafVerdict watch(Row row) const {
    const auto reading =
        chooser_.choose(row, chooser_.wanted({}), false, chooser_.any_time()).reading;
    return Judge::left_out(Status::not_comparable, reading ? reading->position : no_row);
  }

  const EvaluationData& evaluation_;
  const PlanData& plan_;
  const Binding& binding_;
  const ObservationLog& log_;
  Judge judge_;
  BasicReadingChooser<Binding> chooser_;
  bool needs_general_way_;
  std::int32_t period_start_;
  std::int32_t period_end_;
  struct {
    std::int32_t day = no_day;
    std::int32_t start = no_day;
    std::int32_t due = no_day;
    unsigned profile = 0;
    double expected = 0;
  } last_;
};

class LeafEvaluator : public BasicLeafEvaluator<ObservationBinding> {
 public:
  explicit LeafEvaluator(const EvaluationData& evaluation)
      : BasicLeafEvaluator(evaluation, *evaluation.binding) {}
};

/// What is found of one leaf; the sweep keeps the status and progress only.
[[nodiscard]] inline LeafVerdict verdict_of(const EvaluationData& evaluation, Row row) {
  return LeafEvaluator(evaluation).evaluate(row, evaluation.plan.data().traits[row]);
}

}  // namespace jinjiang::detail
