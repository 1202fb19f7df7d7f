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

  /// A goal must begin with the part that must begin first; when nothing bounds its end, it must
  /// be finished with the last of its parts.
  void sum_up_goals() {
    data_.late_begins.assign(data_.goals_end, never);
    for (Row goal = data_.goals_end; goal > 0; --goal) {
      if (data_.is_goal(goal - 1)) sum_up(goal - 1);
    }
  }
  void sum_up(Row goal) {
    Instant first = never;
    Instant last = -never;
    const auto add = [&](Row part) {
      if (data_.is_left_out(part) || data_.is_finished(part)) return;
      first = std::min(first, data_.is_goal(part) ? data_.late_begins[part]
                                                  : data_.times[part].late);
      last = std::max(last, data_.times[part].late + data_.durations[part]);
    };
    for (Row part = plan_.first_children[goal]; part < plan_.first_children[goal + 1]; ++part)
      add(part);
    for (const PartRow& part : extra_children(plan_, goal)) add(part.child);
    Instant& late = data_.times[goal].late;
    if (late == never) late = last == -never ? data_.limit : std::max(last, data_.end_of(goal));
    data_.late_begins[goal] = first == never ? late : first;
  }

  ScheduleData& data_;
  const PlanData& plan_;
};

}  // namespace jinjiang::detail
