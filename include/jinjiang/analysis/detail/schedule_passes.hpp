// SPDX-License-Identifier: BSL-1.0
#pragma once

// The two passes of the critical path method.

#include <algorithm>

#include <jinjiang/analysis/detail/schedule_data.hpp>
#include <jinjiang/model/detail/plan_links.hpp>

namespace jinjiang::detail {

class SchedulePasses {
 public:
  explicit SchedulePasses(ScheduleData& data) : data_(data), plan_(data.plan_data()) {}

  void run() {
    go_forward();
    find_finish();
    go_back();
    sum_up_goals();
  }

 private:
  void go_forward() {
    data_.times.resize(data_.order.size());
    data_.first_parts.assign(data_.goals_end, no_row);
    for (const Event event : data_.order) {
      const Instant early = data_.is_begin(event) ? first_of(event) : last_of(event);
      data_.times[event] = {early, never, never};
    }
  }
  [[nodiscard]] Instant last_of(Event event) const noexcept {
    Instant early = data_.floors[event];
    for (std::uint32_t i = data_.firsts[event]; i < data_.firsts[event + 1]; ++i) {
      const WorkLink& link = data_.links[i];
      early = std::max(early, data_.times[link.from].early + link.wait);
    }
    return early;
  }
  /// The begin of a goal: that of the part that begins first, or has begun first.
  [[nodiscard]] Instant first_of(Event event) noexcept {
    Instant early = never;
    for (std::uint32_t i = data_.firsts[event]; i < data_.firsts[event + 1]; ++i) {
      const Event from = data_.links[i].from;
      const WorkDone* const done = begun(from);
      const Instant start = done != nullptr ? done->start : data_.times[from].early;
      if (start >= early) continue;
      early = start;
      data_.first_parts[data_.row_of(event)] = from;
    }
    return early == never ? data_.floors[event] : early;
  }
  [[nodiscard]] const WorkDone* begun(Event event) const noexcept {
    const bool is_leaf = event < plan_.size() && !data_.is_goal(event);
    return is_leaf && data_.states[event] == WorkState::begun ? data_.find_done(event) : nullptr;
  }

  void find_finish() {
    const Calendar& calendar = data_.options.calendar;
    data_.finish = calendar.number_of(plan_.period.start());
    for (Row row = 0; row < plan_.size(); ++row) {
      if (!data_.is_left_out(row)) data_.finish = std::max(data_.finish, data_.end_of(row));
    }
    data_.limit = data_.options.finish ? calendar.number_of(*data_.options.finish + 1)
                                       : data_.finish;
  }

  void go_back() {
    for (std::size_t i = data_.order.size(); i > 0; --i) {
      const Event event = data_.order[i - 1];
      EventTimes& times = data_.times[event];
      times.late = std::min(times.late, data_.bound_of(event));
      if (data_.is_begin(event)) {
        hold_first_part(event);
      } else {
        hold_predecessors(event);
      }
    }
  }
  void hold_predecessors(Event event) noexcept {
    const EventTimes times = data_.times[event];
    const bool is_leaf = event < plan_.size() && !data_.is_goal(event);
    // Goals are looked through: what waits for them is what may become later.
    const Instant beyond = is_leaf ? 0 : times.slack;
    for (std::uint32_t i = data_.firsts[event]; i < data_.firsts[event + 1]; ++i) {
      const WorkLink& link = data_.links[i];
      EventTimes& from = data_.times[link.from];
      if (times.late != never) from.late = std::min(from.late, times.late - link.wait);
      if (beyond != never)
        from.slack = std::min(from.slack, times.early - from.early - link.wait + beyond);
    }
  }
  /// Only the part that begins a goal is held to its begin: any of the others may be later.
  void hold_first_part(Event event) noexcept {
    const EventTimes times = data_.times[event];
    const Event first = data_.first_parts[data_.row_of(event)];
    if (first == no_row || begun(first) != nullptr) return;
    EventTimes& part = data_.times[first];
    part.late = std::min(part.late, times.late);
    part.slack = std::min(part.slack, times.slack);
  }

  /// When nothing bounds the end of a goal, it must be finished with the last of its parts. It is
  /// shown with the days of its parts, as far as these are what decides.
  void sum_up_goals() {
    data_.goal_days.resize(data_.goals_end);
    data_.finish_day = data_.options.calendar.number_of(plan_.period.start());
    for (Row row = plan_.size(); row > 0; --row) {
      if (data_.is_left_out(row - 1)) continue;
      if (data_.is_goal(row - 1)) sum_up(row - 1);
      data_.finish_day = std::max(data_.finish_day, data_.days_of(row - 1).early_finish);
    }
  }
  void sum_up(Row goal) {
    ShownDays days{never, -never, never, -never};
    Instant early_end = -never;
    Instant late_end = -never;
    const auto add = [&](Row part) {
      if (data_.is_left_out(part)) return;
      ShownDays shown = data_.days_of(part);
      if (const WorkDone* const done = begun(part)) shown.early_start = done->start;
      days.early_start = std::min(days.early_start, shown.early_start);
      days.early_finish = std::max(days.early_finish, shown.early_finish);
      early_end = std::max(early_end, data_.end_of(part));
      if (data_.is_finished(part)) return;
      days.late_start = std::min(days.late_start, shown.late_start);
      days.late_finish = std::max(days.late_finish, shown.late_finish);
      late_end = std::max(late_end, data_.times[part].late + data_.durations[part]);
    };
    for (Row part = plan_.first_children[goal]; part < plan_.first_children[goal + 1]; ++part)
      add(part);
    for (const PartRow& part : extra_children(plan_, goal)) add(part.child);
    EventTimes& times = data_.times[goal];
    if (times.late == never)
      times.late = late_end == -never ? data_.limit : std::max(late_end, times.early);
    const auto moment = [floor = data_.floors[data_.gate_of(goal)]](Instant at) {
      return at <= floor ? at : at - 1;
    };
    if (days.early_start == never) days.early_start = moment(times.early);
    if (times.early != early_end) days.early_finish = moment(times.early);
    if (times.late != late_end) days.late_finish = moment(times.late);
    if (days.late_start == never) days.late_start = days.late_finish;
    data_.goal_days[goal] = days;
  }

  ScheduleData& data_;
  const PlanData& plan_;
};

}  // namespace jinjiang::detail
