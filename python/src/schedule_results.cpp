// SPDX-License-Identifier: BSL-1.0

// What a schedule gives: dates of nodes, paths, conflicts, what is blocked.

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
          py::arg("language") = py::none(), R"(In words.

Parameters
----------
language : zh or en; default the plan's)")
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
          py::arg("language") = py::none(), R"(In words.

Parameters
----------
language : zh or en; default the plan's)")
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

}  // namespace

void bind_schedule_results(py::module_& module) {
  bind_dates(module);
  bind_sequence<Scheduled>(module, "ScheduleList", "A sequence of dates: by number, slice or id.",
                           "take it from a schedule, as in schedule.results");
  bind_paths(module);
  bind_blocked(module);
}
