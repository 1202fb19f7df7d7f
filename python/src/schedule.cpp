// SPDX-License-Identifier: BSL-1.0

// Schedules: dates of nodes, critical paths, conflicts, what is blocked and what is ready.

#include <pybind11/stl.h>

#include "schedule.hpp"

namespace {

using Scheduled = BoundScheduled;

template <class Value>
auto date_of(Value jj::NodeSchedule::*member) {
  return [member](const Scheduled& self) { return self.dates.*member; };
}

std::string repr_of(const Scheduled& self) {
  const jj::NodeSchedule& dates = self.dates;
  std::string text = "<NodeSchedule " + std::string(dates.node.id()) + ": ";
  if (!dates.early_start) return text + "left out>";
  text += jj::to_string(*dates.early_start) + " to " + jj::to_string(*dates.early_finish);
  if (dates.actual_finish) return text + ", finished>";
  text += ", float " + std::to_string(*dates.total_float);
  return text + (dates.is_critical ? ", critical>" : ">");
}

void bind_dates(py::module_& module) {
  using jj::NodeSchedule;
  py::class_<Scheduled> type(module, "NodeSchedule",
                             "When a node can and must be worked on; dates include their day.");
  refuse_construction(type, "take it from a schedule, as in schedule[\"land.reuse\"]");
  bind_copies(type);
  type.def_property_readonly(
          "node",
          [](const Scheduled& self) {
            return BoundNode{self.schedule.plan(), self.dates.node};
          },
          "The node that it is of.")
      .def_property_readonly(
          "id", [](const Scheduled& self) { return self.dates.node.id(); }, "Of the node.")
      .def_property_readonly(
          "title", [](const Scheduled& self) { return self.dates.node.title(); }, "Of the node.")
      .def_property_readonly("state", date_of(&NodeSchedule::state),
                             "not_begun, begun, finished, or left_out.")
      .def_property_readonly("early_start", date_of(&NodeSchedule::early_start), "最早开始.")
      .def_property_readonly("early_finish", date_of(&NodeSchedule::early_finish), "最早完成.")
      .def_property_readonly("late_start", date_of(&NodeSchedule::late_start), "最迟开始.")
      .def_property_readonly("late_finish", date_of(&NodeSchedule::late_finish), "最迟完成.")
      .def_property_readonly("total_float", date_of(&NodeSchedule::total_float),
                             "总时差, days of the calendar; below 0 a deadline cannot be kept.")
      .def_property_readonly("free_float", date_of(&NodeSchedule::free_float),
                             "自由时差: how much later without making other work later.")
      .def_property_readonly("is_critical", date_of(&NodeSchedule::is_critical),
                             "Whether it has no float left.")
      .def_property_readonly("duration", date_of(&NodeSchedule::duration),
                             "工期, days of the calendar.")
      .def_property_readonly("duration_source", date_of(&NodeSchedule::duration_source),
                             "dates, given, assumed (a milestone), actual, or parts of a goal.")
      .def_property_readonly("actual_start", date_of(&NodeSchedule::actual_start), "实际开始.")
      .def_property_readonly("actual_finish", date_of(&NodeSchedule::actual_finish), "实际完成.")
      .def_property_readonly("progress", date_of(&NodeSchedule::progress),
                             "Of the duration, 0 to 1; None when it has not begun.")
      .def_property_readonly("remaining", date_of(&NodeSchedule::remaining),
                             "剩余工期, days of the calendar.")
      .def_property_readonly(
          "driving",
          [](const Scheduled& self) -> std::optional<BoundNode> {
            if (!self.dates.driving) return std::nullopt;
            return BoundNode{self.schedule.plan(), *self.dates.driving};
          },
          "The node that decides its early start (of a goal its finish); None: dates do.")
      .def(
          "__eq__", [](const Scheduled& a, const Scheduled& b) { return a == b; },
          py::is_operator())
      .def(
          "__hash__",
          [](const Scheduled& self) { return std::hash<std::string_view>{}(self.dates.node.id()); })
      .def("__repr__", [](const Scheduled& self) { return repr_of(self); });
}

BoundSequence<BoundNode> bound_list(const jj::Plan& plan, const std::vector<jj::Node>& nodes) {
  return {bound_nodes(plan, nodes)};
}

void bind_paths(py::module_& module) {
  py::class_<BoundPath> path(module, "WorkPath", "A chain of nodes in the order of the work.");
  refuse_construction(path, "ask a schedule, as in schedule.near_critical(5)");
  bind_copies(path);
  path.def_property_readonly(
          "nodes", [](const BoundPath& self) { return bound_list(self.plan, self.path.nodes); },
          "In the order of the work.")
      .def_property_readonly(
          "slack", [](const BoundPath& self) { return self.path.slack; },
          "Days by which it is shorter than the longest one.")
      .def(
          "__eq__",
          [](const BoundPath& a, const BoundPath& b) {
            return a.path.slack == b.path.slack && a.path.nodes.size() == b.path.nodes.size() &&
                   std::equal(a.path.nodes.begin(), a.path.nodes.end(), b.path.nodes.begin(),
                              [](const auto& x, const auto& y) { return x.id() == y.id(); });
          },
          py::is_operator())
      .def("__hash__",
           [](const BoundPath& self) {
             return self.path.nodes.size() ^ static_cast<std::size_t>(self.path.slack);
           })
      .def("__repr__", [](const BoundPath& self) {
        std::string text = "<WorkPath";
        for (const jj::Node& node : self.path.nodes)
          text += (text.back() == 'h' ? " " : " > ") + std::string(node.id());
        return text + ", slack " + std::to_string(self.path.slack) + ">";
      });

  py::class_<BoundConflict> conflict(module, "ScheduleConflict", "A date that cannot be kept.");
  refuse_construction(conflict, "ask a schedule, as in schedule.conflicts()");
  bind_copies(conflict);
  conflict
      .def_property_readonly(
          "node",
          [](const BoundConflict& self) -> std::optional<BoundNode> {
            if (!self.conflict.node) return std::nullopt;
            return BoundNode{self.schedule.plan(), *self.conflict.node};
          },
          "None: it is the finish that was asked for of the plan.")
      .def_property_readonly(
          "due", [](const BoundConflict& self) { return self.conflict.due; },
          "The date to be kept.")
      .def_property_readonly(
          "early_finish", [](const BoundConflict& self) { return self.conflict.early_finish; },
          "When it can be at the earliest.")
      .def_property_readonly(
          "days_late", [](const BoundConflict& self) { return self.conflict.days_late; },
          "Days of the calendar.")
      .def_property_readonly(
          "chain",
          [](const BoundConflict& self) {
            return bound_list(self.schedule.plan(), self.conflict.chain.nodes);
          },
          "What decides the early finish.")
      .def(
          "to_text",
          [](const BoundConflict& self, std::optional<jj::Language> language) {
            return jj::to_text(self.schedule, self.conflict,
                               language.value_or(self.schedule.plan().language()));
          },
          py::arg("language") = py::none(), "In words, zh or en; default the plan's language.")
      .def("__str__",
           [](const BoundConflict& self) {
             return jj::to_text(self.schedule, self.conflict, self.schedule.plan().language());
           })
      .def(
          "__eq__",
          [](const BoundConflict& a, const BoundConflict& b) {
            const auto text = [](const BoundConflict& of) {
              return jj::to_text(of.schedule, of.conflict, jj::Language::en);
            };
            return text(a) == text(b);
          },
          py::is_operator())
      .def("__hash__",
           [](const BoundConflict& self) {
             return static_cast<std::size_t>(self.conflict.due.days_since_epoch());
           })
      .def("__repr__", [](const BoundConflict& self) {
        const auto& node = self.conflict.node;
        return "<ScheduleConflict " + (node ? std::string(node->id()) : "of the plan") + ": " +
               std::to_string(self.conflict.days_late) + " days late>";
      });
}

void bind_blocked(py::module_& module) {
  py::class_<BoundBlocked> type(module, "BlockedNode", "A leaf that cannot begin, and why.");
  refuse_construction(type, "ask a schedule, as in schedule.blocked()");
  bind_copies(type);
  type.def_property_readonly(
          "node",
          [](const BoundBlocked& self) {
            return BoundNode{self.schedule.plan(), self.blocked.node};
          },
          "What cannot begin.")
      .def_property_readonly(
          "id", [](const BoundBlocked& self) { return self.blocked.node.id(); }, "Of the node.")
      .def_property_readonly(
          "overdue", [](const BoundBlocked& self) { return self.blocked.is_overdue; },
          "Whether it has a start of its own, and that day has come.")
      .def_property_readonly(
          "held_by",
          [](const BoundBlocked& self) {
            py::list held;
            for (const jj::HeldBack& link : self.blocked.held_by) {
              held.append(py::make_tuple(BoundNode{self.schedule.plan(), link.by}, link.type,
                                         link.lag, BoundNode{self.schedule.plan(), link.held}));
            }
            return held;
          },
          "(node, type, lag, what it holds: the leaf or a goal of it).")
      .def_property_readonly(
          "root_causes",
          [](const BoundBlocked& self) {
            return bound_list(self.schedule.plan(), self.blocked.root_causes);
          },
          "Unfinished leaves that it all comes down to.")
      .def(
          "to_text",
          [](const BoundBlocked& self, std::optional<jj::Language> language) {
            return jj::to_text(self.blocked, language.value_or(self.schedule.plan().language()));
          },
          py::arg("language") = py::none(), "In words, zh or en; default the plan's language.")
      .def("__str__",
           [](const BoundBlocked& self) {
             return jj::to_text(self.blocked, self.schedule.plan().language());
           })
      .def(
          "__eq__",
          [](const BoundBlocked& a, const BoundBlocked& b) {
            return jj::to_text(a.blocked, jj::Language::en) ==
                   jj::to_text(b.blocked, jj::Language::en);
          },
          py::is_operator())
      .def("__hash__",
           [](const BoundBlocked& self) {
             return std::hash<std::string_view>{}(self.blocked.node.id());
           })
      .def("__repr__", [](const BoundBlocked& self) {
        std::string text = "<BlockedNode " + std::string(self.blocked.node.id()) + " by";
        for (const jj::Node& node : self.blocked.root_causes) text += " " + std::string(node.id());
        return text + ">";
      });
}

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
by : longest_path, one chain in the order of the work, or zero_float, all nodes without float)")
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
          "All paths at most `within` days of the calendar shorter than the longest, the longest "
          "first.")
      .def("is_critical", &Schedule::is_critical, py::arg("id"), py::kw_only(),
           py::arg("by") = "zero_float",
           "Whether a node is critical, by zero_float or longest_path.")
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
          "Why a node is critical, or what room it has, in zh or en.")
      .def(
          "why_not_critical",
          [](const Schedule& self, const std::string& id, std::optional<jj::Language> language) {
            return jj::why_not_critical(self, id, language.value_or(self.plan().language()));
          },
          py::arg("id"), py::arg("language") = py::none(),
          "Why a node is not critical, or that it is, in zh or en.")
      .def(
          "notes",
          [](const Schedule& self, std::optional<jj::Language> language) {
            return jj::notes(self, language.value_or(self.plan().language()));
          },
          py::arg("language") = py::none(), "What the schedule assumes, a sentence each.");
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
  bind_dates(module);
  bind_sequence<Scheduled>(module, "ScheduleList", "A sequence of dates: by number, slice or id.",
                           "take it from a schedule, as in schedule.results");
  bind_paths(module);
  bind_blocked(module);
  bind_class(module);
  bind_scheduling(module);
}
