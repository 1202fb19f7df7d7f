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
          R"(An indicator or a task reads so; an estimate on the basis of the target.

Parameters
----------
node : id of an indicator or a task
value : finite number in `unit`, of a flow the total so far; of a task its progress, 0 to 1 or in %
on : date; default the day of the evaluation, or the last day of which a reading counts
unit : text or Unit; default the target's

Raises
------
Error
    The value is not finite, or contradicts another change.
UnitError
    The unit is unknown.)")
      .def(
          "readings",
          [](Scenario& self, std::string node, jj::Date on, std::vector<jj::Observation> readings)
              -> Scenario& { return self.readings(std::move(node), on, std::move(readings)); },
          py::arg("node"), py::arg("on"), py::arg("readings"), py::return_value_policy::reference,
          R"(These are the readings of a node on a day, and no others.

Parameters
----------
node : id of an indicator or a task
on : date
readings : list of Observation, each of that node and day; an empty list takes all away

Raises
------
Error
    It contradicts another change.)")
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
          R"(An indicator has this target from the beginning.

A text such as ``"120个"`` words its figure: what it does not say stays as the target of the
indicator has it, its measure, baseline value, profile, bound and unit too.

Parameters
----------
node : id of an indicator
target : Target, the wording of one figure, or None: the indicator is watched and never judged
revisions : (effective date, Target, reason) each; default none, those of the plan do not stay

Raises
------
Error
    It contradicts another change.
FormatError
    The wording cannot be read.)");
}

void bind_dates(Class& type) {
  using jj::Scenario;
  type.def(
          "start",
          [](Scenario& self, std::string node, std::optional<jj::Date> day) -> Scenario& {
            return self.start(std::move(node), day);
          },
          py::arg("node"), py::arg("day"), py::return_value_policy::reference,
          R"(A node starts on this day; a task keeps its duration.

Parameters
----------
node : id of a node
day : date; None: with the plan

Raises
------
Error
    It contradicts another change.)")
      .def(
          "due",
          [](Scenario& self, std::string node, std::optional<jj::Date> day) -> Scenario& {
            return self.due(std::move(node), day);
          },
          py::arg("node"), py::arg("day"), py::return_value_policy::reference,
          R"(A node is due on this day; a task keeps its duration: a start that was given moves along.

Parameters
----------
node : id of a node
day : date; None: with the plan

Raises
------
Error
    It contradicts another change.)")
      .def(
          "duration",
          [](Scenario& self, std::string node, std::optional<int> days) -> Scenario& {
            return self.duration(std::move(node), days);
          },
          py::arg("node"), py::arg("days"), py::return_value_policy::reference,
          R"(A task takes so many days.

Parameters
----------
node : id of a task
days : 1 to 73200; None: as if no duration were given

Raises
------
Error
    It contradicts another change.)")
      .def(
          "lifecycle",
          [](Scenario& self, std::string node, jj::Lifecycle lifecycle) -> Scenario& {
            return self.lifecycle(std::move(node), lifecycle);
          },
          py::arg("node"), py::arg("lifecycle"), py::return_value_policy::reference,
          R"(The work on a node stands so; docs/rules.md, section 11.

Parameters
----------
node : id of a node
lifecycle : draft, active, suspended, done or cancelled

Raises
------
Error
    There is no such word, or it contradicts another change.)");
}

void bind_links(Class& type) {
  using jj::Scenario;
  type.def(
          "weight",
          [](Scenario& self, std::string node, std::string goal, double weight) -> Scenario& {
            return self.weight(std::move(node), std::move(goal), weight);
          },
          py::arg("node"), py::arg("goal"), py::arg("weight"), py::return_value_policy::reference,
          R"(A part counts so much in its goal; docs/rules.md, section 12.

Parameters
----------
node : id of the part
goal : id of the goal
weight : 1e-100 to 1e100

Raises
------
Error
    The weight is out of range, or contradicts another change.)")
      .def(
          "part",
          [](Scenario& self, std::string node, std::string goal, double weight,
             bool veto) -> Scenario& {
            return self.part(std::move(node), jj::PartOf(std::move(goal), weight, veto));
          },
          py::arg("node"), py::arg("goal"), py::arg("weight") = 1.0, py::arg("veto") = false,
          py::return_value_policy::reference,
          R"(A node becomes part of one more goal; docs/rules.md, sections 12 and 13.

Parameters
----------
node : id of a node that is no part of the goal yet
goal : id of the goal
weight : 1e-100 to 1e100; default 1
veto : 一票否决; whether the goal is no better while the part is missed or off track

Raises
------
Error
    The weight is out of range, or it contradicts another change.)")
      .def(
          "unpart",
          [](Scenario& self, std::string node, std::string goal) -> Scenario& {
            return self.unpart(std::move(node), std::move(goal));
          },
          py::arg("node"), py::arg("goal"), py::return_value_policy::reference,
          R"(A node is no longer part of a goal.

Parameters
----------
node : id of the part
goal : id of the goal

Raises
------
Error
    It contradicts another change.)")
      .def(
          "depend",
          [](Scenario& self, std::string node, std::string predecessor, jj::DependencyType kind,
             int lag, std::string assumption) -> Scenario& {
            return self.depend(std::move(node), jj::DependsOn(std::move(predecessor), kind, lag,
                                                              std::move(assumption)));
          },
          py::arg("node"), py::arg("predecessor"), py::arg("type") = "FS", py::arg("lag") = 0,
          py::arg("assumption") = "", py::return_value_policy::reference,
          R"(A node waits for another one; docs/schedule.md, The rules.

Parameters
----------
node : id of the node that waits
predecessor : id of the other; where it waits for that one already, in another way
type : FS (default), SS, FF or SF
lag : days, may be negative; default 0
assumption : why an analyst assumes it; may be empty

Raises
------
Error
    There is no such type, or it contradicts another change.)")
      .def(
          "undepend",
          [](Scenario& self, std::string node, std::string predecessor) -> Scenario& {
            return self.undepend(std::move(node), std::move(predecessor));
          },
          py::arg("node"), py::arg("predecessor"), py::return_value_policy::reference,
          R"(A node no longer waits for another one.

Parameters
----------
node : id of the node that waits
predecessor : id of the other

Raises
------
Error
    It contradicts another change.)")
      .def(
          "remove",
          [](Scenario& self, std::string node) -> Scenario& {
            return self.remove(std::move(node));
          },
          py::arg("node"), py::return_value_policy::reference,
          R"(A node is gone with all its links; parts that it alone held become roots.

Parameters
----------
node : id of a node

Raises
------
Error
    Another change says something else of it.)")
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
