// SPDX-License-Identifier: BSL-1.0
#pragma once

// The two passes of the critical path method.

#include <algorithm>
#include <cstdint>

#include <jinjiang/analysis/detail/schedule_begins.hpp>
#include <jinjiang/analysis/detail/schedule_data.hpp>
#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/detail/plan_links.hpp>

namespace jinjiang::detail {

class SchedulePasses {
 public:
  explicit SchedulePasses(ScheduleData& data) : data_(data), plan_(data.plan_data()) {}

  /// Goes through the events in an order in which each comes after those that it waits for (Kahn
  /// 1962), and finds when they come; false when they wait for each other.
  [[nodiscard]] bool go_forward() {
    open_events();
    const Instant last_end =
        data_.options.calendar.number_of(Date(std::chrono::year{9999} / 12 / 31)) + 1;
    for (std::size_t i = 0; i < found_; ++i) {
      const Event event = data_.order[i];
      const bool is_begin = data_.is_begin(event);
      const Instant early = is_begin ? first_of(event) : data_.times[event].early;
      const Instant end = early + (event < plan_.size() ? data_.durations[event] : 0);
      if (end > last_end) refuse(event);
      data_.times[event].early = static_cast<std::int32_t>(early);
      for (std::uint32_t link = leaving_[event]; link < leaving_[event + 1]; ++link) {
        EventTimes& to = data_.times[fans_[link].to];
        to.early = std::max(to.early, static_cast<std::int32_t>(early + fans_[link].wait));
        // Without a branch, which would have to wait for the memory of `to`.
        data_.order[found_] = fans_[link].to;
        found_ += --to.slack == 0 ? 1 : 0;
      }
    }
    data_.order.resize(found_);
    return found_ == data_.times.size();
  }
  /// Once all have been reached.
  void finish() {
    find_finish();
    find_moments();
    go_back();
    sum_up_goals();
  }

 private:
  /// A link seen from the event that it leaves.
  struct Fan {
    Event to;
    std::int32_t wait;
  };

  /// Links by the event that they leave; `slack` counts what an event waits for.
  void open_events() {
    const auto events = static_cast<Event>(data_.floors.size());
    data_.first_parts.assign(data_.goals_end, no_row);
    data_.times.resize(events);
    data_.order.resize(events + 1);
    found_ = 0;
    leaving_.assign(events + 1, 0);
    for (const WorkLink& link : data_.links) ++leaving_[link.from + 1];
    for (Event event = 0; event < events; ++event) leaving_[event + 1] += leaving_[event];
    fans_.resize(data_.links.size());
    Column<std::uint32_t> next(leaving_.begin(), leaving_.end() - 1);
    for (Event event = 0; event < events; ++event) {
      const std::uint32_t first = data_.firsts[event];
      const std::uint32_t last = data_.firsts[event + 1];
      for (std::uint32_t i = first; i < last; ++i)
        fans_[next[data_.links[i].from]++] = {event, data_.links[i].wait};
      const Instant floor = std::min<Instant>(data_.floors[event], too_late + 1);
      data_.times[event] = {static_cast<std::int32_t>(floor), never,
                            static_cast<std::int32_t>(last - first)};
      if (first == last) data_.order[found_++] = event;
    }
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
    const DependencyType type = plan_.dependencies[link.dependency].type;
    return type == DependencyType::SS || type == DependencyType::SF;
  }

  void go_back() {
    GoalBegins begins(data_);
    for (std::size_t i = data_.order.size(); i > 0; --i) {
      const Event event = data_.order[i - 1];
      const Instant early = data_.times[event].early;
      Instant late = data_.bound_of(event);
      Instant slack = never;
      for (std::uint32_t link = leaving_[event]; link < leaving_[event + 1]; ++link) {
        const auto [to, wait] = fans_[link];
        const EventTimes& times = data_.times[to];
        if (data_.is_begin(to)) continue;
        if (times.late != never) late = std::min<Instant>(late, Instant{times.late} - wait);
        // Goals are looked through: what waits for them is what may become later.
        const Instant beyond = data_.is_leaf(to) ? 0 : times.slack;
        if (beyond != never) slack = std::min(slack, times.early - early - wait + beyond);
      }
      if (data_.is_begin(event) && late != never) begins.hold(event, late, slack);
      const GoalBegins::Bound bound = begins.of(event);
      if (bound.late < late) data_.held_by_begins.emplace_back(event, bound.begin);
      late = std::min<Instant>(late, bound.late);
      slack = std::min<Instant>(slack, bound.slack);
      data_.times[event].late = static_cast<std::int32_t>(late);
      data_.times[event].slack = static_cast<std::int32_t>(std::min<Instant>(slack, never));
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
  Column<std::uint32_t> leaving_;
  Column<Fan> fans_;
  std::size_t found_ = 0;  ///< events that are in order
};

}  // namespace jinjiang::detail
