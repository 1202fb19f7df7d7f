// SPDX-License-Identifier: BSL-1.0
#pragma once

// From the events of a schedule to the dates of its nodes.

#include <algorithm>
#include <optional>

#include <jinjiang/analysis/detail/schedule_data.hpp>

namespace jinjiang::detail {

/// Reads the results off the events.
class ScheduleReader {
 public:
  explicit ScheduleReader(const ScheduleData& data)
      : data_(data), plan_(data.plan_data()), calendar_(data.options.calendar) {}

  [[nodiscard]] NodeSchedule of(const Node& node) const {
    NodeSchedule result{.node = node};
    const Row row = node.row();
    result.state = data_.states[row];
    result.duration_source = data_.sources[row];
    if (data_.is_left_out(row)) return result;
    if (data_.is_goal(row)) {
      write_goal(result, row);
    } else {
      write_leaf(result, row);
    }
    if (!data_.is_finished(row)) {
      result.total_float = data_.times[row].late - data_.times[row].early;
      result.free_float =
          std::max<Instant>(0, std::min<Instant>(data_.times[row].slack, *result.total_float));
      result.is_critical = *result.total_float <= 0;
    }
    if (const auto link = driving_link(row)) {
      result.driving = data_.plan.nodes()[plan_.order[data_.row_of(data_.links[*link].from)]];
    }
    return result;
  }

  /// The link that decides when an event comes; nothing when its floor does.
  [[nodiscard]] std::optional<std::uint32_t> deciding_link(Event event) const {
    const Instant early = data_.times[event].early;
    for (std::uint32_t i = data_.firsts[event]; i < data_.firsts[event + 1]; ++i) {
      const WorkLink& link = data_.links[i];
      if (data_.is_begin(event) ? link.from == data_.first_parts[data_.row_of(event)]
                                : data_.times[link.from].early + link.wait == early)
        return i;
    }
    return std::nullopt;
  }

  /// The same, past the gates of goals that only hand on what holds them.
  [[nodiscard]] std::optional<std::uint32_t> driving_link(Event event) const {
    auto link = deciding_link(event);
    while (link && data_.links[*link].dependency == no_row &&
           data_.links[*link].from >= plan_.size() && !data_.is_begin(data_.links[*link].from)) {
      link = deciding_link(data_.links[*link].from);
    }
    return link;
  }

 private:
  void write_dates(NodeSchedule& result, Row row) const {
    const ShownDays days = data_.days_of(row);
    result.early_start = calendar_.day_of(days.early_start);
    result.early_finish = calendar_.day_of(days.early_finish);
    if (data_.is_finished(row)) return;
    result.late_start = calendar_.day_of(days.late_start);
    result.late_finish = calendar_.day_of(days.late_finish);
  }

  void write_leaf(NodeSchedule& result, Row row) const {
    write_dates(result, row);
    const std::int64_t left = data_.durations[row];
    result.duration = left;
    result.remaining = left;
    const WorkDone* const done = data_.find_done(row);
    if (done == nullptr) return;
    result.early_start = result.actual_start = done->first;
    if (done->has_progress) result.progress = done->progress;
    if (done->last) {
      result.remaining = 0;
      result.early_finish = result.actual_finish = done->last;
      return;
    }
    result.duration = data_.end_of(row) - done->start;
  }

  void write_goal(NodeSchedule& result, Row row) const {
    write_dates(result, row);
    const Instant begin = data_.times[data_.begin_of(row)].early;
    const Instant end = data_.times[row].early;
    result.duration = end - begin;
    if (result.state == WorkState::begun || result.state == WorkState::finished)
      result.actual_start = result.early_start;
    if (result.state == WorkState::finished) {
      result.actual_finish = result.early_finish;
      return;
    }
    result.remaining = end - std::min(end, std::max(begin, status_instant()));
  }

  [[nodiscard]] Instant status_instant() const {
    const auto& status = data_.options.status_date;
    return status ? calendar_.number_of(*status + 1) : 0;
  }

  const ScheduleData& data_;
  const PlanData& plan_;
  const Calendar& calendar_;
};

}  // namespace jinjiang::detail
