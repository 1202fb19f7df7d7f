// SPDX-License-Identifier: BSL-1.0
#pragma once

// What the bindings of the schedule share: results that keep their schedule alive.

#include <string_view>
#include <utility>

#include <jinjiang/analysis.hpp>

#include "bindings.hpp"

/// The dates of a node with their schedule.
struct BoundScheduled {
  jj::Schedule schedule;
  jj::NodeSchedule dates;

  friend bool operator==(const BoundScheduled& a, const BoundScheduled& b) {
    const jj::NodeSchedule& x = a.dates;
    const jj::NodeSchedule& y = b.dates;
    const auto all = [](const jj::NodeSchedule& s) {
      return std::tie(s.state, s.early_start, s.early_finish, s.late_start, s.late_finish,
                      s.total_float, s.free_float, s.duration, s.duration_source, s.actual_start,
                      s.actual_finish, s.progress, s.remaining);
    };
    const auto driving = [](const jj::NodeSchedule& s) {
      return s.driving ? s.driving->id() : std::string_view();
    };
    return x.node.id() == y.node.id() && all(x) == all(y) && driving(x) == driving(y);
  }
};

/// A path with its plan.
struct BoundPath {
  jj::Plan plan;
  jj::WorkPath path;
};

/// A conflict with its schedule.
struct BoundConflict {
  jj::Schedule schedule;
  jj::ScheduleConflict conflict;
};

/// What cannot begin, with its schedule.
struct BoundBlocked {
  jj::Schedule schedule;
  jj::BlockedNode blocked;
};

[[nodiscard]] inline BoundSequence<BoundNode> bound_list(const jj::Plan& plan,
                                                         const std::vector<jj::Node>& nodes) {
  return {bound_nodes(plan, nodes)};
}

inline std::string_view id_of(const BoundScheduled& item) { return item.dates.node.id(); }

/// The calendar that a Calendar or the name of one stands for.
[[nodiscard]] jj::Calendar to_calendar(const py::object& calendar);

/// The options that keywords stand for.
/// @param actuals  by id: a mapping with some of start, finish, progress, remaining
/// @param delays   by id: days
[[nodiscard]] jj::ScheduleOptions schedule_options(const py::object& calendar,
                                                   std::optional<jj::Date> finish,
                                                   const py::object& actuals,
                                                   const py::object& delays);

void bind_calendar(py::module_& module);
void bind_schedule_results(py::module_& module);
void bind_scheduling(py::module_& module);
