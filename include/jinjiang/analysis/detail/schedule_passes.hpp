// SPDX-License-Identifier: BSL-1.0
#pragma once

// The two passes of the critical path method.

#include <algorithm>
#include <cstdint>
#include <vector>

#include <jinjiang/analysis/detail/schedule_begins.hpp>
#include <jinjiang/analysis/detail/schedule_data.hpp>
#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/detail/plan_links.hpp>

namespace jinjiang::detail {

class SchedulePasses {
 public:
  explicit SchedulePasses(ScheduleData& data) : data_(data), plan_(data.plan_data()) {}

  /// Visits every event after those that it waits for, depth first (Tarjan 1976), and finds when
  /// they come; false when they wait for each other.
  [[nodiscard]] bool go_forward() {
    const auto events = static_cast<Event>(data_.floors.size());
    data_.first_parts.assign(data_.goals_end, no_row);
    data_.times.assign(events, {unseen, never, never});
    data_.order.clear();
    data_.order.reserve(events);
    path_.clear();
    // In the order in which the plan was written, what is waited for mostly comes first.
    const auto event_at = [this](Event i) { return i < plan_.size() ? plan_.by_order[i] : i; };
    for (Event i = 0; i < events; ++i) {
      look_ahead(i, events, event_at);
      const Event event = event_at(i);
      if (data_.times[event].early == unseen && !visit(event)) return false;
    }
    return true;
  }
  /// Once all have been reached.
  void finish() {
    find_finish();
    find_moments();
    go_back();
    sum_up_goals();
  }

 private:
  static constexpr std::int32_t unseen = -never;
  static constexpr std::int32_t open = unseen + 1;

  /// Nodes lie in the order of their ids, so that what a pass needs next is seldom at hand. Links
  /// are fetched a few steps ahead, and then the events that they come from.
  template <class EventAt>
  void look_ahead(std::size_t i, std::size_t count, const EventAt& event_at) const noexcept {
    constexpr std::size_t to_firsts = 48;
    constexpr std::size_t to_links = 32;
    constexpr std::size_t to_times = 16;
    if (i + to_firsts >= count) return;
    __builtin_prefetch(&data_.firsts[event_at(static_cast<Event>(i + to_firsts))]);
    const Event soon = event_at(static_cast<Event>(i + to_links));
    __builtin_prefetch(data_.links.data() + data_.firsts[soon]);
    __builtin_prefetch(data_.links.data() + data_.firsts[soon + 1]);
    __builtin_prefetch(&data_.times[soon]);
    __builtin_prefetch(&data_.floors[soon]);
    const Event next = event_at(static_cast<Event>(i + to_times));
    constexpr std::uint32_t most = 4;
    const std::uint32_t last = std::min(data_.firsts[next + 1], data_.firsts[next] + most);
    for (std::uint32_t link = data_.firsts[next]; link < last; ++link)
      __builtin_prefetch(&data_.times[data_.links[link].from]);
  }

  struct Visit {
    Event event;
    std::uint32_t next;  ///< link to be followed
  };

  [[nodiscard]] bool visit(Event start) {
    path_.push_back({start, data_.firsts[start]});
    data_.times[start].early = open;
    while (!path_.empty()) {
      auto& [event, next] = path_.back();
      const std::uint32_t last = data_.firsts[event + 1];
      while (next < last && data_.times[data_.links[next].from].early > open) ++next;
      if (next == last) {
        reach(event);
        path_.pop_back();
        continue;
      }
      const Event from = data_.links[next].from;
      if (data_.times[from].early == open) return false;
      data_.times[from].early = open;
      path_.push_back({from, data_.firsts[from]});
    }
    return true;
  }
  /// All that an event waits for has been reached.
  void reach(Event event) {
    Instant early = std::min<Instant>(data_.floors[event], too_late + 1);
    if (data_.is_begin(event)) {
      early = first_of(event);
    } else {
      for (std::uint32_t i = data_.firsts[event]; i < data_.firsts[event + 1]; ++i) {
        const WorkLink& link = data_.links[i];
        early = std::max(early, Instant{data_.times[link.from].early} + link.wait);
      }
    }
    if (early + (event < plan_.size() ? data_.durations[event] : 0) > last_end_) refuse(event);
    data_.times[event].early = static_cast<std::int32_t>(early);
    data_.order.push_back(event);
  }
  [[noreturn]] void refuse(Event event) const {
    throw Error("the schedule of plan " + in_quotes(data_.plan.id()) +
                " leads beyond the year 9999 at node " + in_quotes(plan_.ids[data_.row_of(event)]) +
                ": the durations and lags before it add up to too many days; shorten them");
  }
  /// The begin of a goal: that of the part that begins first, or has begun first.
  [[nodiscard]] Instant first_of(Event event) noexcept {
    Instant early = Instant{never};
    for (std::uint32_t i = data_.firsts[event]; i < data_.firsts[event + 1]; ++i) {
      const Event from = data_.links[i].from;
      const WorkDone* const done = begun(from);
      const Instant start = done != nullptr ? done->start : Instant{data_.times[from].early};
      if (start >= early) continue;
      early = start;
      data_.first_parts[data_.row_of(event)] = from;
    }
    return early == never ? data_.floors[event] : early;
  }
  [[nodiscard]] const WorkDone* begun(Event event) const noexcept {
    return data_.is_leaf(event) && data_.states[event] == WorkState::begun ? data_.find_done(event)
                                                                           : nullptr;
  }

  void find_finish() {
    const Calendar& calendar = data_.options.calendar;
    data_.finish = calendar.number_of(plan_.period.start());
    for (Row row = 0; row < plan_.size(); ++row) {
      if (!data_.is_left_out(row)) data_.finish = std::max(data_.finish, data_.end_of(row));
    }
    data_.limit =
        data_.options.finish ? calendar.number_of(*data_.options.finish + 1) : data_.finish;
  }

  /// An event that takes no time opens a day when something that decides it does.
  void find_moments() {
    if (data_.opens_day.empty()) return;
    for (const Event event : data_.order) {
      const Instant early = data_.times[event].early;
      const bool takes_time = data_.is_leaf(event) && data_.durations[event] > 0;
      if (takes_time) continue;
      bool opens = !data_.is_begin(event) && early <= data_.floors[event] && data_.opens_day[event];
      for (std::uint32_t i = data_.firsts[event]; i < data_.firsts[event + 1]; ++i) {
        const WorkLink& link = data_.links[i];
        const bool decides = data_.is_begin(event)
                                 ? link.from == data_.first_parts[data_.row_of(event)]
                                 : data_.times[link.from].early + link.wait == early;
        opens = opens || (decides && asks_for_opening(link, event));
      }
      data_.opens_day[event] = opens;
    }
  }
  /// Whether a link makes an event wait for the begin of a day, as after the start of some work.
  [[nodiscard]] bool asks_for_opening(const WorkLink& link, Event event) const noexcept {
    if (!data_.is_leaf(link.from) || data_.durations[link.from] == 0)
      return data_.opens_day[link.from];
    if (link.dependency == no_row) return data_.is_begin(event);
    if (data_.is_leaf(event)) return false;  // it comes as that day ends
    const DependencyType type = plan_.dependencies[link.dependency].type;
    return type == DependencyType::SS || type == DependencyType::SF;
  }

  void go_back() {
    GoalBegins begins(data_);
    for (Event event = 0; event < data_.times.size(); ++event)
      data_.times[event].late = static_cast<std::int32_t>(data_.bound_of(event));
    const std::size_t count = data_.order.size();
    const auto event_at = [this, count](Event i) { return data_.order[count - 1 - i]; };
    for (std::size_t i = 0; i < count; ++i) {
      look_ahead(i, count, event_at);
      const Event event = event_at(static_cast<Event>(i));
      EventTimes& times = data_.times[event];
      const bool is_begin = data_.is_begin(event);
      if (is_begin && times.late != never) begins.hold(event, times.late, times.slack);
      const GoalBegins::Bound bound = begins.of(event);
      if (bound.late < times.late) data_.held_by_begins.emplace_back(event, bound.begin);
      times.late = std::min(times.late, bound.late);
      times.slack = std::min(times.slack, bound.slack);
      if (is_begin) continue;
      // Goals are looked through: what waits for them is what may become later.
      const std::int32_t beyond = data_.is_leaf(event) ? 0 : times.slack;
      for (std::uint32_t link = data_.firsts[event]; link < data_.firsts[event + 1]; ++link) {
        const WorkLink& before = data_.links[link];
        EventTimes& from = data_.times[before.from];
        if (times.late != never) from.late = std::min(from.late, times.late - before.wait);
        if (beyond != never)
          from.slack = std::min(from.slack, times.early - from.early - before.wait + beyond);
      }
    }
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
    constexpr Instant none = never;
    ShownDays days{none, -none, none, -none};
    Instant early_end = -none;
    Instant late_end = -none;
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
      late_end = std::max<Instant>(late_end, data_.times[part].late + data_.durations[part]);
    };
    for (Row part = plan_.first_children[goal]; part < plan_.first_children[goal + 1]; ++part)
      add(part);
    for (const PartRow& part : extra_children(plan_, goal)) add(part.child);
    EventTimes& times = data_.times[goal];
    if (times.late == never)
      times.late = static_cast<std::int32_t>(
          late_end == -none ? data_.limit : std::max<Instant>(late_end, times.early));
    if (days.early_start == never) days.early_start = data_.early_day_of_moment(goal);
    if (times.early != early_end) days.early_finish = data_.early_day_of_moment(goal);
    if (times.late != late_end) days.late_finish = data_.late_day_of_moment(goal);
    if (days.late_start == never) days.late_start = days.late_finish;
    data_.goal_days[goal] = days;
  }

  ScheduleData& data_;
  const PlanData& plan_;
  const Instant last_end_ =
      data_.options.calendar.number_of(Date(std::chrono::year{9999} / 12 / 31)) + 1;
  std::vector<Visit> path_;  ///< events that wait for those after them to be reached
};

}  // namespace jinjiang::detail
