// SPDX-License-Identifier: BSL-1.0
#pragma once

// What an evaluation says of the work: when it began, how far it is, when it was finished.

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <jinjiang/analysis/schedule.hpp>
#include <jinjiang/evaluation/detail/evaluation_data.hpp>
#include <jinjiang/evaluation/evaluation.hpp>

namespace jinjiang::detail {

class WorkReader {
 public:
  WorkReader(const Evaluation& now, const Calendar& calendar)
      : now_(now), calendar_(calendar), binding_(*now.data().binding) {}

  /// Of every leaf that has begun, but for those that the caller tells of.
  void add_to(std::vector<Actual>& actuals) const {
    std::vector<std::string> told;
    for (const Actual& actual : actuals) told.push_back(actual.id);
    std::sort(told.begin(), told.end());
    for (const Node node : now_.plan().nodes()) {
      if (node.kind() == NodeKind::goal || node.lifecycle() == Lifecycle::cancelled) continue;
      if (std::binary_search(told.begin(), told.end(), node.id())) continue;
      const NodeResult result = now_.of(node);
      auto work =
          node.kind() == NodeKind::task ? of_task(node, result) : of_indicator(node, result);
      if (work) actuals.push_back(std::move(*work));
    }
  }

 private:
  /// The dates of the readings of a task that tell of its begin and its end.
  struct TaskDates {
    std::optional<Date> last_zero = {};  ///< before the first one above 0
    std::optional<Date> first_above = {};
    std::optional<Date> finished = {};  ///< the first of 1 that none below follows
  };

  [[nodiscard]] TaskDates dates_of(const Node& node) const {
    TaskDates dates;
    const ObservationLog& log = now_.observations().log();
    for (std::uint32_t i = binding_.first(node.row()); i < binding_.first(node.row() + 1); ++i) {
      const Date day = Date::from_days(binding_.dates[i]);
      const bool is_known = !now_.known_by() || log.known_on(binding_.readings[i]) <=
                                                    now_.known_by()->days_since_epoch();
      if (day > now_.as_of() || !is_known) continue;
      const double value = binding_.values[i];
      if (value > 0 && !dates.first_above) dates.first_above = day;
      if (!(value > 0) && !dates.first_above) dates.last_zero = day;
      if (value >= 1 && !dates.finished) dates.finished = day;
      if (!(value >= 1)) dates.finished.reset();
    }
    return dates;
  }

  [[nodiscard]] std::optional<Actual> of_task(const Node& node, const NodeResult& result) const {
    if (!result.progress || !(*result.progress > 0)) return std::nullopt;
    const TaskDates dates = dates_of(node);
    Actual work{.id = std::string(node.id())};
    work.progress = std::min(1.0, *result.progress);
    if (dates.first_above) {
      work.start = dates.first_above;
      const bool is_spoken_against = dates.last_zero && *dates.last_zero >= node.start();
      if (node.has_given_start() && !is_spoken_against)
        work.start = std::min(*work.start, node.start());
    }
    if (is_met(result.status)) work.finish = dates.finished.value_or(end_by_plan(node));
    if (work.finish && work.start && *work.finish < *work.start) work.finish = work.start;
    return work;
  }

  [[nodiscard]] std::optional<Actual> of_indicator(const Node& node,
                                                   const NodeResult& result) const {
    const auto target = node.target_on(now_.as_of());
    if (!target) return std::nullopt;
    Actual work{.id = std::string(node.id())};
    work.start = std::min(node.start(), now_.as_of());
    if (node.lifecycle() == Lifecycle::done || is_met(result.status)) {
      work.finish = result.observed_on.value_or(end_by_plan(node));
      if (*work.finish < *work.start) work.start = work.finish;
      return work;
    }
    if (node.start() > now_.as_of() || !result.observed_on) return std::nullopt;
    const ProfileKind profile = target->profile().kind();
    if (profile == ProfileKind::hold || profile == ProfileKind::at_due) {
      if (node.has_own_start() && node.has_own_due())
        work.remaining = static_cast<int>(calendar_.working_days(now_.as_of() + 1, node.due()));
      return work;
    }
    // Reached, but not met: 超900家 with exactly 900.
    if (result.progress) work.progress = std::clamp(*result.progress, 0.0, 1 - 1e-9);
    return work;
  }

  /// When nobody said on which day it was finished.
  [[nodiscard]] Date end_by_plan(const Node& node) const {
    return node.has_own_due() ? std::min(node.due(), now_.as_of()) : now_.as_of();
  }

  const Evaluation& now_;
  const Calendar& calendar_;
  const ObservationBinding& binding_;
};

}  // namespace jinjiang::detail
