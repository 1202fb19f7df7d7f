// SPDX-License-Identifier: BSL-1.0
#pragma once

// A schedule: events in time and the links between them.
//
// Time is counted in working days: instant k lies between the working days k - 1 and k. A leaf is
// one event, the begin of the work that is left; it ends `duration` later. A goal is three: its
// gate, before which no part may begin; its begin, that of its first part; its end, after that of
// its last.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <jinjiang/analysis/schedule.hpp>
#include <jinjiang/detail/column.hpp>
#include <jinjiang/model/detail/plan_data.hpp>

namespace jinjiang::detail {

using Event = std::uint32_t;
using Instant = std::int64_t;
inline constexpr std::int32_t never = 1'000'000'000;
/// Beyond the year 9999 in any calendar, and far enough from `never` for any duration and lag.
inline constexpr Instant too_late = 10'000'000;

/// An event comes at least `wait` after another.
struct WorkLink {
  Event from;
  std::int32_t wait;
  std::uint32_t dependency;  ///< index into those of the plan; no_row: a part and its goal
};

/// When an event comes, in 32 bits: a large schedule waits for memory.
struct EventTimes {
  std::int32_t early;
  std::int32_t late;
  std::int32_t slack;  ///< least room of a link that leaves it
};

/// What is known of the work on a row that has begun.
struct WorkDone {
  Row row;
  Instant start;
  Date first;                ///< actual start, which may be a free day
  std::optional<Date> last;  ///< actual finish; nothing: it is not finished
  double progress;
  bool has_progress;
};

/// The working days that a row is shown with.
struct ShownDays {
  Instant early_start;
  Instant early_finish;
  Instant late_start;
  Instant late_finish;
};

struct ScheduleData {
  Plan plan;
  ScheduleOptions options;

  // One entry a row.
  Column<std::int32_t> durations;  ///< of the work that is left
  Column<WorkState> states;
  Column<DurationSource> sources;

  // One entry an event: rows (of a goal its end), then the gates and the begins of goals.
  Column<EventTimes> times;
  Column<Instant> floors;        ///< no earlier than this
  Column<std::uint32_t> firsts;  ///< links into an event, one more entry
  Column<WorkLink> links;
  Column<Event> order;  ///< every event after those that it waits for
  Row goals_end = 0;
  /// Of what takes no time: whether it comes as a day begins, else as one ends; empty: nowhere.
  std::vector<bool> opens_day;

  std::vector<WorkDone> done;                 ///< by row
  std::vector<std::uint32_t> held_at_finish;  ///< dependencies of goals that rest on their parts
  std::vector<bool> waits_at_end;  ///< of each row up to the last goal: goals whose end links hold
  Column<Event> first_parts;       ///< of each row up to the last goal: the part that begins first
  /// What may be no later for the begin of a goal, and that begin.
  std::vector<std::pair<Event, Event>> held_by_begins;
  std::vector<ShownDays> goal_days;  ///< of each row up to the last goal, of goals
  Instant finish = 0;                ///< latest early finish
  Instant finish_day = 0;            ///< the working day that is shown for it
  Instant limit = 0;                 ///< late finish of what has no due date

  [[nodiscard]] const PlanData& plan_data() const noexcept { return plan.data(); }
  [[nodiscard]] Event gate_of(Row goal) const noexcept { return plan_data().size() + goal; }
  [[nodiscard]] Event begin_of(Row goal) const noexcept {
    return plan_data().size() + goals_end + goal;
  }
  [[nodiscard]] Row row_of(Event event) const noexcept {
    const Row size = plan_data().size();
    if (event < size) return event;
    return event < size + goals_end ? event - size : event - size - goals_end;
  }
  [[nodiscard]] bool is_goal(Row row) const noexcept {
    return plan_data().kinds[row] == NodeKind::goal;
  }
  [[nodiscard]] bool is_leaf(Event event) const noexcept {
    return event < plan_data().size() && (event >= goals_end || !is_goal(event));
  }
  [[nodiscard]] bool is_begin(Event event) const noexcept {
    return event >= plan_data().size() + goals_end;
  }
  [[nodiscard]] const WorkDone* find_done(Row row) const noexcept {
    const auto found =
        std::lower_bound(done.begin(), done.end(), row,
                         [](const WorkDone& a, Row wanted) { return a.row < wanted; });
    return found != done.end() && found->row == row ? &*found : nullptr;
  }
  /// The latest instant that an event's own dates and the finish that was asked for allow.
  [[nodiscard]] Instant bound_of(Event event) const noexcept {
    const PlanData& rows = plan_data();
    if (event >= rows.size() || is_left_out(event)) return never;
    // A goal is finished with its parts, and bounds them by its own date only; what it waits for
    // beside them is bounded as any work is.
    const bool is_open = is_goal(event) && !options.finish && !waits_at_end[event];
    Instant end = is_open ? never : limit;
    if (rows.has_given_due(event)) {
      const Instant due = options.calendar.number_of(Date::from_days(rows.dues[event]) + 1);
      end = options.finish ? std::min(end, due) : due;
    }
    return end == never ? never : end - durations[event];
  }
  [[nodiscard]] Instant end_of(Row row) const noexcept { return times[row].early + durations[row]; }
  /// What takes no time is shown on the day that it opens, or on that which ends at its instant; as
  /// late as it may be always on the latter, which is the last that it may come on.
  [[nodiscard]] Instant early_day_of_moment(Event event) const noexcept {
    const Instant early = times[event].early;
    return !opens_day.empty() && opens_day[event] ? early : early - 1;
  }
  [[nodiscard]] Instant late_day_of_moment(Event event) const noexcept {
    const Instant late = times[event].late;
    return late == times[event].early ? early_day_of_moment(event) : late - 1;
  }
  [[nodiscard]] ShownDays days_of_leaf(Row row) const noexcept {
    const Instant early = times[row].early;
    const Instant late = times[row].late;
    const Instant left = durations[row];
    if (left == 0) {
      const Instant early_day = early_day_of_moment(row);
      const Instant late_day = late_day_of_moment(row);
      return {early_day, early_day, late_day, late_day};
    }
    return {early, early + left - 1, late, late + left - 1};
  }
  [[nodiscard]] ShownDays days_of(Row row) const noexcept {
    return is_goal(row) ? goal_days[row] : days_of_leaf(row);
  }
  [[nodiscard]] bool is_left_out(Row row) const noexcept {
    return states[row] == WorkState::left_out;
  }
  [[nodiscard]] bool is_finished(Row row) const noexcept {
    return states[row] == WorkState::finished;
  }
};

}  // namespace jinjiang::detail
