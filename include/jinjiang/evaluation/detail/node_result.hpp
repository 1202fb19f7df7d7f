// SPDX-License-Identifier: BSL-1.0
#pragma once

// From what is found of a node to the result that a user sees.

#include <optional>

#include <jinjiang/evaluation/detail/leaf.hpp>

namespace jinjiang::detail {

/// What is found of a node in bare numbers; those that are missing are not-a-numbers.
struct NodeFigures {
  Status status = Status::not_due;
  double progress = missing;
  double expected = missing;
  double pace = missing;           ///< of goals; that of a leaf follows
  double coverage = missing;       ///< of goals; that of a leaf follows
  double value = missing;          ///< of leaves with a reading: of a flow the sum so far
  std::uint32_t reading = no_row;  ///< row of the log
};

inline void set_figures_of_goal(const EvaluationData& data, Row row,
                                NodeFigures& figures) noexcept {
  const EvaluationColumns& columns = *data.columns;
  figures.status = columns.status[row];
  figures.progress = columns.progress[row];
  figures.expected = columns.expected[row];
  figures.pace = columns.pace[row];
  figures.coverage = columns.coverage[row];
}
[[nodiscard]] inline NodeFigures figures_of_goal(const EvaluationData& data, Row row) noexcept {
  NodeFigures figures;
  set_figures_of_goal(data, row, figures);
  return figures;
}

/// The reading that a verdict rests on: of an indicator that is read per period, the sum so far.
template <class Binding>
[[nodiscard]] double value_of_reading(const EvaluationData& data, const Binding& binding, Row row,
                                      std::uint32_t position) {
  const PlanData& plan = data.plan.data();
  const double value = binding.values[position];
  if (!binding.needs_general_way(row) || !plan.has_target(row)) return value;
  const Target target = data.plan[plan.ids[row]].target_on(data.as_of).value();
  if (!is_flow(target.measure())) return value;
  const BasicReadingChooser<Binding> chooser(data, binding);
  const Date due = target.due().value_or(plan.due_of(row));
  const ReadingWindow window = chooser.window_of(target.measure(), plan.start_of(row), due);
  const auto choice = chooser.choose(row, chooser.wanted(target.basis()), true, window);
  return choice.reading ? choice.reading->value : value;
}

template <class Binding>
[[nodiscard]] NodeFigures figures_of_leaf(const EvaluationData& data, const Binding& binding,
                                          Row row, const LeafVerdict& verdict) {
  NodeFigures figures{
      .status = verdict.status, .progress = verdict.progress, .expected = verdict.expected};
  if (verdict.position == no_row) return figures;
  figures.reading = binding.readings[verdict.position];
  figures.value = value_of_reading(data, binding, row, verdict.position);
  return figures;
}

[[nodiscard]] inline std::optional<double> if_present(double value) {
  return is_present(value) ? std::optional(value) : std::nullopt;
}

inline void fill_leaf(const EvaluationData& data, Row row, const NodeFigures& figures,
                      NodeResult& result) {
  result.progress = if_present(figures.progress);
  result.expected = if_present(figures.expected);
  if (result.progress) {
    result.attainment = clamp_to_unit(*result.progress);
    if (result.expected > 0.0) result.pace = *result.progress / *result.expected;
  }
  if (result.expected) result.coverage = result.progress ? 1 : 0;
  const PlanData& plan = data.plan.data();
  if (plan.kinds[row] == NodeKind::task) result.value = result.progress;
  if (plan.has_target(row)) result.unit = plan.target_units[plan.targets[plan.details[row]].unit];
  if (figures.reading == no_row) return;
  const ObservationLog& log = data.observations.log();
  if (!result.value) result.value = figures.value;
  if (plan.kinds[row] == NodeKind::indicator && !plan.has_target(row))
    result.unit = log.unit_list[log.units[figures.reading]];
  result.observed_on = Date::from_days(log.dates[figures.reading]);
  result.is_stale = data.as_of - *result.observed_on > data.policy.stale_after;
  result.stage = log.stages[figures.reading];
  result.basis = log.texts[log.bases[figures.reading]];
}

inline void fill_goal(const NodeFigures& figures, NodeResult& result) {
  result.attainment = result.progress = if_present(figures.progress);
  result.expected = if_present(figures.expected);
  result.pace = if_present(figures.pace);
  result.coverage = if_present(figures.coverage);
}

[[nodiscard]] inline NodeResult result_of(const EvaluationData& data, const Node& node,
                                          const NodeFigures& figures) {
  NodeResult result{.node = node, .status = figures.status};
  if (node.kind() == NodeKind::goal) {
    fill_goal(figures, result);
  } else {
    fill_leaf(data, node.row(), figures, result);
  }
  if (const auto* revision = revision_on(data.plan.data(), node.row(), data.as_of)) {
    result.revised_on = revision->effective;
  }
  return result;
}

}  // namespace jinjiang::detail
