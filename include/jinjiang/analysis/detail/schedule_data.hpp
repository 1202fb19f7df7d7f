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
#include <limits>
#include <vector>

#include <jinjiang/analysis/schedule.hpp>
#include <jinjiang/detail/column.hpp>
#include <jinjiang/model/detail/plan_data.hpp>

namespace jinjiang::detail {

using Event = std::uint32_t;
using Instant = std::int64_t;
inline constexpr Instant never = std::numeric_limits<Instant>::max() / 4;

/// An event comes at least `wait` after another.
struct WorkLink {
  Event from;
  std::int32_t wait;
  std::uint32_t dependency;  ///< index into those of the plan; no_row: a part and its goal
};

/// When an event comes.
struct EventTimes {
  Instant early;
  Instant late;
  Instant slack;  ///< least room of a link that leaves it
};

/// What is known of the work on a row that has begun.
struct WorkDone {
  Row row;
  Instant start;   ///< actual
  Instant finish;  ///< actual; never: it is not finished
  double progress;
  bool has_progress;
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
  Column<Instant> floors;          ///< no earlier than this
  Column<std::uint32_t> firsts;    ///< links into an event, one more entry
  Column<WorkLink> links;
  Column<Event> order;             ///< every event after those that it waits for
  Row goals_end = 0;

  std::vector<WorkDone> done;                ///< by row
  std::vector<std::uint32_t> held_at_finish;  ///< dependencies of goals that rest on their parts
  Column<Event> first_parts;  ///< of each row up to the last goal: the part that begins first
  Column<Instant> late_begins;  ///< of each row up to the last goal, of goals
  Instant finish = 0;         ///< latest early finish
  Instant limit = 0;          ///< late finish of what has no due date

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
  [[nodiscard]] bool is_begin(Event event) const noexcept {
    return event >= plan_data().size() + goals_end;
  }
  [[nodiscard]] const WorkDone* find_done(Row row) const noexcept {
    const auto found = std::lower_bound(done.begin(), done.end(), row,
                                        [](const WorkDone& a, Row wanted) { return a.row < wanted; });
    return found != done.end() && found->row == row ? &*found : nullptr;
  }
  /// The latest instant that an event's own dates and the finish that was asked for allow.
  [[nodiscard]] Instant bound_of(Event event) const noexcept {
    const PlanData& rows = plan_data();
    if (event >= rows.size() || is_left_out(event)) return never;
    Instant end = is_goal(event) && !options.finish ? never : limit;
    if (rows.dues[event] != no_day) {
      const Instant due = options.calendar.number_of(Date::from_days(rows.dues[event]) + 1);
      end = options.finish ? std::min(end, due) : due;
    }
    return end == never ? never : end - durations[event];
  }
  [[nodiscard]] Instant end_of(Row row) const noexcept { return times[row].early + durations[row]; }
  [[nodiscard]] bool is_left_out(Row row) const noexcept {
    return states[row] == WorkState::left_out;
  }
  [[nodiscard]] bool is_finished(Row row) const noexcept {
    return states[row] == WorkState::finished;
  }
};

}  // namespace jinjiang::detail
