// SPDX-License-Identifier: BSL-1.0
#pragma once

// How a leaf stands. Most leaves are simple: the plan's columns and one cumulative series say all. The general way
// handles everything: revisions, bases, per-period readings, references, ranges, ceilings and tables of figures.

#include <algorithm>
#include <optional>

#include <jinjiang/evaluation/detail/judge.hpp>
#include <jinjiang/evaluation/detail/reading_choice.hpp>
#include <jinjiang/model/detail/plan_links.hpp>

namespace jinjiang::detail {

class LeafEvaluator {
 public:
  explicit LeafEvaluator(EvaluationData& evaluation)
      : evaluation_(evaluation), plan_(evaluation.plan.data()), binding_(*evaluation.binding),
        log_(evaluation.observations.log()), judge_(evaluation), chooser_(evaluation),
        needs_general_way_(evaluation.known_by.has_value()) {}

  void evaluate(Row row) const {
    const Lifecycle lifecycle = plan_.lifecycles[row];
    if (lifecycle == Lifecycle::cancelled) return judge_.leave_out(row, Status::cancelled);
    const std::uint8_t traits = plan_.leaf_traits[row];
    if ((traits & LeafTraits::judged) == 0) return watch(row);
    const bool is_simple = (traits & LeafTraits::simple) != 0 && lifecycle != Lifecycle::done && !needs_general_way_ &&
                           binding_.is_simple[row] != 0;
    if (is_simple) return evaluate_simple(row, traits);
    if (plan_.kinds[row] == NodeKind::task) return evaluate_task(row);
    evaluate_indicator(row);
  }

 private:
  // --- the simple way ---------------------------------------------------------------------------------------------

  void evaluate_simple(Row row, std::uint8_t traits) const noexcept {
    const std::int32_t start = plan_.start_of(row).days_since_epoch();
    const std::int32_t due = plan_.due_of(row).days_since_epoch();
    const ProfileKind profile = (traits & LeafTraits::linear) != 0 ? ProfileKind::linear
                                : (traits & LeafTraits::hold) != 0 ? ProfileKind::hold
                                                                   : ProfileKind::at_due;
    ReadingWindow window = chooser_.any_time();
    if ((traits & LeafTraits::of_period) != 0) {
      window = {start, std::min(judge_.as_of(), std::max(due, plan_.period.end().days_since_epoch()))};
    }
    std::uint32_t last = binding_.starts[row + 1];
    while (last > binding_.starts[row] && binding_.dates[last - 1] > window.last) --last;
    if (last == binding_.starts[row] || binding_.dates[last - 1] < window.first) {
      return judge_.judge_without_reading(row, expected_simple(profile, judge_.as_of(), start, due));
    }
    const double value = binding_.values[last - 1];
    const Yardstick measure{plan_.goal_values[row], plan_.inverse_scales[row],
                            (traits & LeafTraits::lower) != 0 ? -1.0 : 1.0, (traits & LeafTraits::strict) != 0};
    judge_.judge_reading(row,
                         {.position = last - 1,
                          .progress = measure.progress(value),
                          .expected = expected_simple(profile, binding_.dates[last - 1], start, due),
                          .is_met = measure.is_met(value),
                          .is_settled_at_due = (traits & LeafTraits::settled_at_due) != 0},
                         due);
  }

  // --- the general way --------------------------------------------------------------------------------------------

  void evaluate_indicator(Row row) const {
    const RevisionRow* revision = revision_on(plan_, row, evaluation_.as_of);
    const Unit unit = plan_.target_units[plan_.targets[plan_.details[row]].unit];
    const Target target = (revision != nullptr ? revision->target : plan_.target_of(row)).in_unit(unit);
    const Date start = plan_.start_of(row);
    const Date due = target.due().value_or(plan_.due_of(row));
    const double expected_now = target.profile().expected(evaluation_.as_of, start, due);
    if (!target.set_by().empty()) return judge_.judge_not_comparable(row, expected_now);

    const ReadingChoice choice = chooser_.choose(row, target.basis(), is_flow(target.measure()),
                                                 chooser_.window_of(target.measure(), start, due));
    if (choice.is_ambiguous || (!choice.reading && choice.has_other_basis)) {
      return judge_.judge_not_comparable(row, expected_now);
    }
    if (!choice.reading) return judge_.judge_without_reading(row, expected_now);
    const UsableReading& reading = *choice.reading;

    double value = target.value();
    if (target.relative_to()) {
      const auto reference = value_of_reference(target, unit, reading.date);
      if (!reference) return judge_.judge_not_comparable(row, expected_now, reading.position);
      value = *reference + target.relative_to()->offset;
    }
    judge_.judge_reading(row, held_against(target, value, reading, start, due), due.days_since_epoch());
  }

  [[nodiscard]] static LeafReading held_against(const Target& target, double value, const UsableReading& reading, Date start,
                                           Date due) {
    const double expected = target.profile().expected(Date::from_days(reading.date), start, due);
    Bounds bounds = bounds_of(target, value);
    LeafReading result{.position = reading.position,
                       .progress = 0,
                       .expected = expected,
                       .is_met = meets(bounds, reading.value),
                       .is_settled_at_due = is_settled_at_due(target.measure())};
    if (is_flow(target.measure()) && target.direction() == Direction::lower) {
      // A ceiling is held against its allowance to date, and may still be broken until the last day.
      bounds.upper *= expected;
      result.expected = 1;
      result.is_settled_at_due = true;
    }
    result.progress = yardstick(bounds, reading.value).progress(reading.value);
    return result;
  }

  void evaluate_task(Row row) const {
    const TaskRow& task = plan_.tasks[plan_.details[row]];
    const Date start = plan_.start_of(row);
    const Date due = plan_.due_of(row);
    const Profile profile = task.profile > 0                 ? plan_.task_profiles[task.profile - 1]
                            : plan_.starts[row] != no_day ? Profile(ProfileKind::linear)
                                                          : Profile(ProfileKind::at_due);
    const double expected_now = profile.expected(evaluation_.as_of, start, due);
    const bool is_done = plan_.lifecycles[row] == Lifecycle::done;
    const auto dated = chooser_.choose(row, {}, false, chooser_.any_time()).reading;
    if (!dated && !is_done && !is_present(task.progress)) return judge_.judge_without_reading(row, expected_now);
    LeafReading reading{.expected = expected_now};
    reading.progress = dated ? dated->value : task.progress;
    if (is_done) reading.progress = 1;
    if (dated) {
      reading.position = dated->position;
      reading.expected = profile.expected(Date::from_days(dated->date), start, due);
    }
    reading.is_met = Yardstick{.goal = 1}.is_met(reading.progress);
    judge_.judge_reading(row, reading, due.days_since_epoch());
  }

  /// An indicator without a target shows what was read and is left out of every roll-up.
  void watch(Row row) const {
    const auto reading = chooser_.choose(row, {}, false, chooser_.any_time()).reading;
    judge_.leave_out(row, Status::not_comparable, reading ? reading->position : no_row);
  }

  /// The reading of the indicator that a target follows, on the same date.
  [[nodiscard]] std::optional<double> value_of_reference(const Target& target, Unit unit, std::int32_t date) const {
    const auto row = plan_.find(target.relative_to()->indicator);
    if (!row) return std::nullopt;
    const bool has_target = plan_.has_target(*row);
    const std::string basis = has_target ? plan_.target_of(*row).basis() : std::string();
    const Measure measure = has_target ? plan_.targets[plan_.details[*row]].measure : Measure::level;
    ReadingWindow window = chooser_.window_of(measure, plan_.start_of(*row), plan_.due_of(*row));
    window.last = std::min(window.last, date);
    const ReadingChoice choice = chooser_.choose(*row, basis, is_flow(measure), window);
    if (!choice.reading || choice.reading->date != date) return std::nullopt;
    if (!has_target) {
      const Unit read = log_.unit_list[log_.units[binding_.readings[choice.reading->position]]];
      if (read.is_none()) return choice.reading->value;
      return is_convertible(read, unit) ? std::optional(convert(choice.reading->value, read, unit)) : std::nullopt;
    }
    const Unit read = plan_.target_units[plan_.targets[plan_.details[*row]].unit];
    return convert(choice.reading->value, read, unit);
  }

  EvaluationData& evaluation_;
  const PlanData& plan_;
  const ObservationBinding& binding_;
  const ObservationLog& log_;
  Judge judge_;
  ReadingChooser chooser_;
  bool needs_general_way_;
};

}  // namespace jinjiang::detail
