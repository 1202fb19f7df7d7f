// SPDX-License-Identifier: BSL-1.0

// Schedules: critical paths, conflicts, what is blocked and what is ready.

#include <pybind11/stl.h>

#include "schedule.hpp"

namespace {

using Scheduled = BoundScheduled;

template <class Call>
py::list bound_paths(const jj::Schedule& schedule, const Call& find) {
  std::vector<jj::WorkPath> paths;
  {
    const py::gil_scoped_release unlocked;
    paths = find();
  }
  py::list bound;
  for (jj::WorkPath& path : paths) bound.append(BoundPath{schedule.plan(), std::move(path)});
  return bound;
}

std::size_t positive(std::int64_t most) {
  if (most < 1) throw jj::Error("most: expected 1 or more, found " + std::to_string(most));
  return static_cast<std::size_t>(most);
}

void bind_questions(py::class_<jj::Schedule>& type) {
  using jj::Schedule;
  type.def(
          "critical_path",
          [](const Schedule& self, const std::optional<std::string>& to, jj::Critical by) {
            return bound_list(self.plan(),
                              to ? self.critical_path(*to, by) : self.critical_path(by));
          },
          py::arg("to") = py::none(), py::kw_only(), py::arg("by") = "longest_path",
          R"(The nodes that decide when the plan, or one node, is finished.

Parameters
----------
to : id of a node; default the whole plan
by : longest_path (default), one chain in the order of the work, or zero_float, all nodes without
    float

Raises
------
UnknownIdError
    Names the nearest ids.)")
      .def(
          "near_critical",
          [](const Schedule& self, std::int64_t within, const std::optional<std::string>& to,
             std::int64_t most) {
            const std::size_t limit = positive(most);
            return bound_paths(self, [&] {
              return to ? self.near_critical(within, *to, limit)
                        : self.near_critical(within, limit);
            });
          },
          py::arg("within"), py::arg("to") = py::none(), py::kw_only(), py::arg("most") = 1000,
          R"(All paths that are not much shorter than the longest, the longest first.

Parameters
----------
within : days of the calendar, from 0, by which a path may be shorter than the longest
to : id of the node where they end; default the whole plan
most : how many at the most, from 1; default 1000

Raises
------
Error
    `within` or `most` is out of range.
UnknownIdError
    Names the nearest ids.)")
      .def("is_critical", &Schedule::is_critical, py::arg("id"), py::kw_only(),
           py::arg("by") = "zero_float",
           R"(Whether a node is critical; docs/schedule.md, The rules.

Parameters
----------
id : of a node
by : zero_float (default), it has no float left, or longest_path, it lies on the longest path

Raises
------
UnknownIdError
    Names the nearest ids.)")
      .def(
          "conflicts",
          [](const Schedule& self) {
            py::list conflicts;
            for (jj::ScheduleConflict& conflict : self.conflicts())
              conflicts.append(BoundConflict{self, std::move(conflict)});
            return conflicts;
          },
          "Due dates that cannot be kept, the latest first; print one to read it.")
      .def(
          "blocked",
          [](const Schedule& self) {
            py::list found;
            for (jj::BlockedNode& node : jj::blocked(self))
              found.append(BoundBlocked{self, std::move(node)});
            return found;
          },
          "Leaves that cannot begin on the status date, with their root causes.")
      .def(
          "ready", [](const Schedule& self) { return bound_list(self.plan(), jj::ready(self)); },
          "Leaves that can begin on the next working day, the most pressing first.")
      .def(
          "why_critical",
          [](const Schedule& self, const std::string& id, std::optional<jj::Language> language) {
            return jj::why_critical(self, id, language.value_or(self.plan().language()));
          },
          py::arg("id"), py::arg("language") = py::none(),
          R"(Why a node is critical, or what room it has, in words.

Parameters
----------
id : of a node
language : zh or en; default the plan's

Raises
------
UnknownIdError
    Names the nearest ids.)")
      .def(
          "why_not_critical",
          [](const Schedule& self, const std::string& id, std::optional<jj::Language> language) {
            return jj::why_not_critical(self, id, language.value_or(self.plan().language()));
          },
          py::arg("id"), py::arg("language") = py::none(),
          R"(Why a node is not critical, or that it is, in words.

Parameters
----------
id : of a node
language : zh or en; default the plan's

Raises
------
UnknownIdError
    Names the nearest ids.)")
      .def(
          "notes",
          [](const Schedule& self, std::optional<jj::Language> language) {
            return jj::notes(self, language.value_or(self.plan().language()));
          },
          py::arg("language") = py::none(), R"(What the schedule assumes, a sentence each.

Parameters
----------
language : zh or en; default the plan's)");
}

BoundSequence<Scheduled> bound_results(const jj::Schedule& schedule) {
  BoundSequence<Scheduled> results;
  for (jj::NodeSchedule& dates : schedule.results())
    results.items.push_back({schedule, std::move(dates)});
  return results;
}

std::string repr_of(const jj::Schedule& self) {
  std::size_t critical = 0;
  for (const jj::NodeSchedule& dates : self.results())
    critical += dates.is_critical && dates.node.kind() != jj::NodeKind::goal ? 1 : 0;
  std::string text = "<Schedule of " + self.plan().id();
  if (self.options().status_date) text += " as of " + jj::to_string(*self.options().status_date);
  return text + ": finish " + jj::to_string(self.finish()) + ", " + std::to_string(critical) +
         " critical>";
}

void bind_class(py::module_& module) {
  using jj::Schedule;
  py::class_<Schedule> type(
      module, "Schedule",
      R"(When the work of a plan can and must be done; `s["id"]` is one node.)");
  refuse_construction(type, "ask a plan, as in plan.schedule()");
  bind_copies(type);
  type.def_property_readonly("plan", &Schedule::plan, "The plan that is scheduled.")
      .def_property_readonly(
          "calendar", [](const Schedule& self) { return self.options().calendar; },
          "Whose days durations, lags and floats count.")
      .def_property_readonly(
          "as_of", [](const Schedule& self) { return self.options().status_date; },
          "The status date, or None.")
      .def_property_readonly("finish", &Schedule::finish, "The latest early finish.")
      .def_property_readonly("results", &bound_results, "All nodes in the author's order.")
      .def("__len__", &Schedule::size)
      .def(
          "__getitem__",
          [](const Schedule& self, const std::string& id) {
            return Scheduled{self, self[id]};
          },
          py::arg("id"),
          "The dates of a node.\n\nRaises\n------\nUnknownIdError\n    Names the nearest ids.")
      .def("__contains__",
           [](const Schedule& self, const std::string& id) { return self.plan().contains(id); })
      .def("__contains__", [](const Schedule&, const py::object&) { return false; })
      .def("__iter__", [](const Schedule& self) { return py::iter(py::cast(bound_results(self))); })
      .def("_ipython_key_completions_",
           [](const py::object& self) {
             return self.attr("plan").attr("_ipython_key_completions_")();
           })
      .def(
          "__eq__", [](const Schedule& a, const Schedule& b) { return a == b; }, py::is_operator())
      .def("__hash__",
           [](const Schedule& self) {
             return std::hash<std::string>{}(self.plan().id()) ^
                    static_cast<std::size_t>(self.finish().days_since_epoch());
           })
      .def("__repr__", [](const Schedule& self) { return repr_of(self); });
  bind_questions(type);
}

}  // namespace

void bind_schedule(py::module_& module) {
  bind_calendar(module);
  bind_schedule_results(module);
  bind_class(module);
  bind_scheduling(module);
}
