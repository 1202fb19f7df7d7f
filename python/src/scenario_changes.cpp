// SPDX-License-Identifier: BSL-1.0

// The methods by which changes are made.

#include <pybind11/stl.h>

#include "scenario.hpp"

namespace {

/// A target from a Target or the wording of one figure.
std::optional<jj::Target> to_target(const py::object& target) {
  if (target.is_none()) return std::nullopt;
  if (py::isinstance<py::str>(target))
    return jj::Target::parse(cast_to<std::string>("target", target));
  if (py::isinstance<jj::Target>(target)) return target.cast<jj::Target>();
  refuse("target", "a Target, its wording such as '7000亩', or None", target);
}

using Class = py::class_<jj::Scenario>;

void bind_values(Class& type) {
  using jj::Scenario;
  type.def(
          "value",
          [](Scenario& self, std::string node, double value, std::optional<jj::Date> on,
             const py::object& unit) -> Scenario& {
            return self.change(jj::ValueChange{std::move(node), value, on, to_unit(unit)});
          },
          py::arg("node"), py::arg("value"), py::arg("on") = py::none(), py::kw_only(),
          py::arg("unit") = "", py::return_value_policy::reference,
          "An indicator or a task reads so, of a flow in all; default on the day of the "
          "evaluation.")
      .def(
          "readings",
          [](Scenario& self, std::string node, jj::Date on, std::vector<jj::Observation> readings)
              -> Scenario& { return self.readings(std::move(node), on, std::move(readings)); },
          py::arg("node"), py::arg("on"), py::arg("readings"), py::return_value_policy::reference,
          "These are the readings of a node on a day, and no others.")
      .def(
          "target",
          [](Scenario& self, std::string node, const py::object& target,
             const std::vector<std::tuple<jj::Date, jj::Target, std::string>>& revisions)
              -> Scenario& {
            std::vector<jj::Revision> others;
            for (const auto& [effective, revised, reason] : revisions)
              others.push_back({effective, revised, reason});
            if (!py::isinstance<py::str>(target))
              return self.change(jj::TargetChange{std::move(node), to_target(target), others});
            return self.change(
                jj::WordingChange{std::move(node), cast_to<std::string>("target", target), others});
          },
          py::arg("node"), py::arg("target"), py::kw_only(), py::arg("revisions") = py::tuple(),
          py::return_value_policy::reference,
          R"(An indicator has this target from the beginning; None: none.

A text such as ``"120个"`` words its figure: what it does not say stays as the target of the
indicator has it, its measure, baseline value, profile, bound and unit too.)");
}

void bind_dates(Class& type) {
  using jj::Scenario;
  type.def(
          "start",
          [](Scenario& self, std::string node, std::optional<jj::Date> day) -> Scenario& {
            return self.start(std::move(node), day);
          },
          py::arg("node"), py::arg("day"), py::return_value_policy::reference,
          "A node starts on this day; None: with the plan. A task keeps its duration.")
      .def(
          "due",
          [](Scenario& self, std::string node, std::optional<jj::Date> day) -> Scenario& {
            return self.due(std::move(node), day);
          },
          py::arg("node"), py::arg("day"), py::return_value_policy::reference,
          "A node is due on this day; None: with the plan. A task keeps its duration.")
      .def(
          "duration",
          [](Scenario& self, std::string node, std::optional<int> days) -> Scenario& {
            return self.duration(std::move(node), days);
          },
          py::arg("node"), py::arg("days"), py::return_value_policy::reference,
          "A task takes so many days; None: as if none were given.")
      .def(
          "lifecycle",
          [](Scenario& self, std::string node, jj::Lifecycle lifecycle) -> Scenario& {
            return self.lifecycle(std::move(node), lifecycle);
          },
          py::arg("node"), py::arg("lifecycle"), py::return_value_policy::reference,
          "A node is done, cancelled, ...");
}

void bind_links(Class& type) {
  using jj::Scenario;
  type.def(
          "weight",
          [](Scenario& self, std::string node, std::string goal, double weight) -> Scenario& {
            return self.weight(std::move(node), std::move(goal), weight);
          },
          py::arg("node"), py::arg("goal"), py::arg("weight"), py::return_value_policy::reference,
          "A part counts so much in its goal, 1e-100 to 1e100.")
      .def(
          "part",
          [](Scenario& self, std::string node, std::string goal, double weight,
             bool veto) -> Scenario& {
            return self.part(std::move(node), jj::PartOf(std::move(goal), weight, veto));
          },
          py::arg("node"), py::arg("goal"), py::arg("weight") = 1.0, py::arg("veto") = false,
          py::return_value_policy::reference, "A node becomes part of one more goal.")
      .def(
          "unpart",
          [](Scenario& self, std::string node, std::string goal) -> Scenario& {
            return self.unpart(std::move(node), std::move(goal));
          },
          py::arg("node"), py::arg("goal"), py::return_value_policy::reference,
          "A node is no longer part of a goal.")
      .def(
          "depend",
          [](Scenario& self, std::string node, std::string predecessor, jj::DependencyType kind,
             int lag, std::string assumption) -> Scenario& {
            return self.depend(std::move(node), jj::DependsOn(std::move(predecessor), kind, lag,
                                                              std::move(assumption)));
          },
          py::arg("node"), py::arg("predecessor"), py::arg("type") = "FS", py::arg("lag") = 0,
          py::arg("assumption") = "", py::return_value_policy::reference,
          "A node waits for another one; `lag` in days, may be negative.")
      .def(
          "undepend",
          [](Scenario& self, std::string node, std::string predecessor) -> Scenario& {
            return self.undepend(std::move(node), std::move(predecessor));
          },
          py::arg("node"), py::arg("predecessor"), py::return_value_policy::reference,
          "A node no longer waits for another one.")
      .def(
          "remove",
          [](Scenario& self, std::string node) -> Scenario& {
            return self.remove(std::move(node));
          },
          py::arg("node"), py::return_value_policy::reference,
          "A node is gone with all its links; parts that it alone held become roots.")
      .def(
          "_add",
          [](Scenario& self, jj::NodeKind kind, std::string node, std::string title,
             const py::object& target, const py::dict& options,
             std::optional<std::size_t> position) -> Scenario& {
            return self.add({kind, std::move(node), std::move(title), to_target(target),
                             node_options(options), position});
          },
          py::arg("kind"), py::arg("node"), py::arg("title"), py::arg("target"), py::arg("options"),
          py::arg("position"), py::return_value_policy::reference);
}

}  // namespace

void bind_scenario_changes(py::class_<jj::Scenario>& type) {
  bind_values(type);
  bind_dates(type);
  bind_links(type);
}
