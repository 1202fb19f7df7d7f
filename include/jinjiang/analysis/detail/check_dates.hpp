// SPDX-License-Identifier: BSL-1.0
#pragma once

// What is wrong with dates: beside those of the goals above, of the plan, and of predecessors.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <jinjiang/analysis/detail/check_findings.hpp>

namespace jinjiang::detail {

class DateCheck {
 public:
  explicit DateCheck(FindingList& findings) : findings_(findings), data_(findings.data()) {}

  void run() {
    for (Row row = 0; row < data_.size(); ++row) {
      if (findings_.is_cancelled(row)) continue;
      check_plan(row);
      if (data_.parents[row] != no_row) {
        check_parent(row, data_.parents[row]);
        for (const PartRow& part : extra_parents(data_, row)) check_parent(row, part.parent);
      }
      if (data_.kinds[row] == NodeKind::task && !own_due(row))
        findings_.add(CheckCode::task_without_due, row, {{}, {to_string(data_.period.end())}});
    }
    for (const DependencyRow& link : data_.dependencies) check_dependency(link);
  }

 private:
  [[nodiscard]] std::optional<Date> own_start(Row row) const {
    return data_.starts[row] == no_day ? std::nullopt
                                       : std::optional(Date::from_days(data_.starts[row]));
  }
  /// A target's own due date is that of its node.
  [[nodiscard]] std::optional<Date> own_due(Row row) const {
    return data_.dues[row] == no_day ? std::nullopt
                                     : std::optional(Date::from_days(data_.dues[row]));
  }

  void check_plan(Row row) {
    const auto due = own_due(row);
    if (due && *due > data_.period.end()) {
      findings_.add(CheckCode::dates_outside_plan, row,
                    {{}, {to_string(*due), to_string(data_.period.end())}, 0});
    }
    const auto start = own_start(row);
    if (start && *start < data_.period.start()) {
      findings_.add(CheckCode::dates_outside_plan, row,
                    {{}, {to_string(*start), to_string(data_.period.start())}, 1});
    }
  }

  void check_parent(Row row, Row goal) {
    if (findings_.is_cancelled(goal)) return;
    const auto report = [&](CheckCode code, Date own, Date other, std::uint8_t wording) {
      findings_.add(code, row, {{goal}, {to_string(own), to_string(other)}, wording});
    };
    const auto due = own_due(row);
    const auto goal_due = own_due(goal);
    const auto goal_start = own_start(goal);
    if (due && goal_due && *due > *goal_due) {
      report(CheckCode::due_outside_parent, *due, *goal_due, 0);
    } else if (due && goal_start && *due < *goal_start) {
      report(CheckCode::due_outside_parent, *due, *goal_start, 1);
    } else if (!due && goal_due && *goal_due < data_.period.end()) {
      report(CheckCode::due_outside_parent, data_.period.end(), *goal_due, 2);
    }
    const auto start = own_start(row);
    if (start && goal_start && *start < *goal_start)
      report(CheckCode::start_outside_parent, *start, *goal_start, 0);
  }

  /// Only dates that were given are held against each other. Days are whole: what waits for a
  /// finish begins on the day after it, and a lag of one day more.
  void check_dependency(const DependencyRow& link) {
    const Row row = link.successor;
    const Row before = link.predecessor;
    if (findings_.is_cancelled(row)) return;
    if (findings_.is_cancelled(before)) {
      findings_.add(CheckCode::depends_on_cancelled, row, {{before}});
      return;
    }
    const bool from_finish = link.type == DependencyType::FS || link.type == DependencyType::FF;
    const bool to_start = link.type == DependencyType::FS || link.type == DependencyType::SS;
    const auto given = from_finish ? own_due(before) : own_start(before);
    if (!given) return;
    const auto report = [&](CheckCode code, Date own, Date earliest) {
      findings_.add(code, row, {{before}, {to_string(own), to_string(earliest)}});
    };
    // The first day on which the end that waits may lie.
    const bool next_day = link.type == DependencyType::FS;
    const bool day_before = link.type == DependencyType::SF;
    const Date earliest = *given + (link.lag + (next_day ? 1 : 0) - (day_before ? 1 : 0));
    const auto due = own_due(row);
    if (to_start) {
      const auto start = own_start(row);
      if (start && *start < earliest) report(CheckCode::start_before_predecessor, *start, earliest);
    }
    // Deadlines are often those of a month or a quarter, so two of one day are no contradiction as
    // long as nobody says how many days the work takes.
    const int days = data_.kinds[row] == NodeKind::task ? data_.tasks[data_.details[row]].duration
                                                        : TaskRow{}.duration;
    const bool is_known = to_start && days > 0;
    const Date earliest_due = earliest + (is_known ? days - 1 : next_day ? -1 : 0);
    if (due && *due < earliest_due) report(CheckCode::due_before_predecessor, *due, earliest_due);
  }

  FindingList& findings_;
  const PlanData& data_;
};

}  // namespace jinjiang::detail
