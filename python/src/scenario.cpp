// SPDX-License-Identifier: BSL-1.0

// Scenarios.

#include <pybind11/stl.h>

#include <jinjiang/detail/text.hpp>

#include "scenario.hpp"

namespace {

std::string repr_of(const jj::Scenario& self) {
  constexpr std::size_t most = 4;
  std::string text = "<Scenario";
  if (!self.name().empty()) text += " " + jj::detail::in_quotes(self.name());
  const auto changes = self.changes();
  if (changes.empty()) text += ": no changes";
  for (std::size_t i = 0; i < changes.size() && i < most; ++i)
    text += (i == 0 ? ": " : "; ") + jj::describe(changes[i], jj::Language::en);
  if (changes.size() > most) text += "; … " + std::to_string(changes.size() - most) + " more";
  return text + ">";
}

py::dict options_dict(const jj::NodeOptions& options) {
  py::dict result;
  const auto give = [&result](const char* key, const auto& value) {
    if (value) result[key] = *value;
  };
  const auto give_some = [&result](const char* key, const auto& value) {
    if (!value.empty()) result[key] = value;
  };
  give("measure", options.measure);
  give("start", options.start);
  give("due", options.due);
  give("duration", options.duration);
  give("progress", options.progress);
  give("profile", options.profile);
  give_some("owner", options.owner);
  give_some("supporting", options.supporting);
  give_some("tags", options.tags);
  give_some("note", options.note);
  if (options.lifecycle != jj::Lifecycle::active) result["lifecycle"] = options.lifecycle;
  if (options.firmness != jj::Firmness::committed) result["firmness"] = options.firmness;
  if (options.rule.kind == jj::RuleKind::at_least) {
    result["rule"] = py::dict(py::arg("at_least") = options.rule.k);
  } else if (options.rule != jj::Rule{}) {
    result["rule"] = options.rule.kind;
  }
  if (!options.source.empty()) {
    py::dict source;
    if (!options.source.document.empty()) source["document"] = options.source.document;
    if (!options.source.section.empty()) source["section"] = options.source.section;
    if (options.source.begin) source["begin"] = *options.source.begin;
    if (options.source.end) source["end"] = *options.source.end;
    result["source"] = source;
  }
  py::list parts;
  for (const auto& link : options.part_of)
    parts.append(py::make_tuple(link.goal, link.weight, link.is_veto));
  if (!parts.empty()) result["part_of"] = parts;
  py::list waits;
  for (const auto& link : options.depends_on)
    waits.append(py::make_tuple(link.predecessor, link.type, link.lag, link.assumption));
  if (!waits.empty()) result["depends_on"] = waits;
  return result;
}

py::list rows_of(const std::vector<jj::Revision>& revisions) {
  py::list rows;
  for (const jj::Revision& revision : revisions)
    rows.append(py::make_tuple(revision.effective, revision.target, revision.reason));
  return rows;
}

/// A change as the method that makes it and its arguments.
py::tuple call_of(const jj::ScenarioChange& change) {
  const auto call = [](const char* method, auto&&... arguments) {
    return py::make_tuple(method, py::dict(std::forward<decltype(arguments)>(arguments)...));
  };
  using py::arg;
  return std::visit(
      [&](const auto& is) -> py::tuple {
        using Kind = std::decay_t<decltype(is)>;
        const auto node = [&is] { return arg("node") = is.node; };
        if constexpr (std::is_same_v<Kind, jj::ValueChange>) {
          return call("value", node(), arg("value") = is.value, arg("on") = is.on,
                      arg("unit") = is.unit);
        } else if constexpr (std::is_same_v<Kind, jj::ReadingsChange>) {
          return call("readings", node(), arg("on") = is.on, arg("readings") = is.readings);
        } else if constexpr (std::is_same_v<Kind, jj::TargetChange>) {
          return call("target", node(), arg("target") = is.target,
                      arg("revisions") = rows_of(is.revisions));
        } else if constexpr (std::is_same_v<Kind, jj::WordingChange>) {
          return call("target", node(), arg("target") = is.wording,
                      arg("revisions") = rows_of(is.revisions));
        } else if constexpr (std::is_same_v<Kind, jj::DateChange>) {
          return call(is.which == jj::DateChange::Which::start ? "start" : "due", node(),
                      arg("day") = is.day);
        } else if constexpr (std::is_same_v<Kind, jj::DurationChange>) {
          return call("duration", node(), arg("days") = is.days);
        } else if constexpr (std::is_same_v<Kind, jj::LifecycleChange>) {
          return call("lifecycle", node(), arg("lifecycle") = is.lifecycle);
        } else if constexpr (std::is_same_v<Kind, jj::WeightChange>) {
          return call("weight", node(), arg("goal") = is.goal, arg("weight") = is.weight);
        } else if constexpr (std::is_same_v<Kind, jj::PartChange>) {
          if (!is.weight) return call("unpart", node(), arg("goal") = is.goal);
          return call("part", node(), arg("goal") = is.goal, arg("weight") = *is.weight,
                      arg("veto") = is.is_veto);
        } else if constexpr (std::is_same_v<Kind, jj::DependencyChange>) {
          if (!is.terms) return call("undepend", node(), arg("predecessor") = is.predecessor);
          return call("depend", node(), arg("predecessor") = is.predecessor,
                      arg("type") = is.terms->type, arg("lag") = is.terms->lag,
                      arg("assumption") = is.terms->assumption);
        } else if constexpr (std::is_same_v<Kind, jj::Removal>) {
          return call("remove", node());
        } else {
          return call("_add", node(), arg("kind") = is.kind, arg("title") = is.title,
                      arg("target") = is.target, arg("options") = options_dict(is.options),
                      arg("position") = is.position);
        }
      },
      change);
}

}  // namespace

void bind_scenario(py::module_& module) {
  using jj::Scenario;
  py::class_<Scenario> type(
      module, "Scenario",
      R"(What if: a named set of changes over a plan and its readings, neither of which it touches.

Every method adds a change and gives the scenario, so that they can be chained. A change that
contradicts another one is refused with an Error, and the scenario is as it was. Whether a change
fits the plan is seen when the scenario is applied; docs/whatif.md, Scenarios.

Parameters
----------
name : for displays; default none

>>> import jinjiang as jj
>>> jj.Scenario("more land").value("land.reuse", 7000).weight("land.reuse", "land", 2)
<Scenario "more land": land.reuse: reads 7000; land.reuse: has weight 2 in land>)");
  type.def(py::init<std::string>(), py::arg("name") = "")
      .def_property_readonly("name", &Scenario::name, "For displays; may be empty.")
      .def("__len__", [](const Scenario& self) { return self.changes().size(); })
      .def(
          "describe",
          [](const Scenario& self, jj::Language language) {
            std::vector<std::string> words;
            for (const auto& change : self.changes())
              words.push_back(jj::describe(change, language));
            return words;
          },
          py::arg("language") = "en", R"(The changes in words, in the order in which they were made.

Parameters
----------
language : zh or en (default))")
      .def("_calls",
           [](const Scenario& self) {
             py::list calls;
             for (const auto& change : self.changes()) calls.append(call_of(change));
             return calls;
           })
      .def(
          "inverse",
          [](const Scenario& self, const py::object& of) {
            if (py::isinstance<jj::Plan>(of)) return jj::inverse(self, of.cast<jj::Plan>());
            if (py::isinstance<jj::Evaluation>(of))
              return jj::inverse(self, of.cast<jj::Evaluation>());
            refuse("Scenario.inverse", "a Plan, or an Evaluation when readings are changed", of);
          },
          py::arg("of"),
          R"(What takes it back: applied to the changed plan or evaluation it gives this one again.

Parameters
----------
of : the Plan before the change, or the Evaluation when readings are changed

Raises
------
Error
    Readings are changed and a plan is given, or a change does not fit the plan.
PlanError
    The changed plan contradicts itself.
UnknownIdError
    A change names a node that the plan does not have.)")
      .def("__copy__", [](const Scenario& self) { return Scenario(self); })
      .def(
          "__deepcopy__", [](const Scenario& self, const py::dict&) { return Scenario(self); },
          py::arg("memo"))
      .def(
          "__eq__", [](const Scenario& a, const Scenario& b) { return a == b; }, py::is_operator())
      .def("__repr__", [](const Scenario& self) { return repr_of(self); });
  type.attr("__hash__") = py::none();
  bind_scenario_changes(type);
  type.attr("__reduce__") = py::cpp_function(
      [](const py::object& self) {
        return py::make_tuple(py::module_::import("jinjiang._scenario").attr("from_calls"),
                              py::make_tuple(self.attr("name"), self.attr("_calls")()));
      },
      py::name("__reduce__"), py::is_method(type), "What pickle keeps.");
  bind_scenario_evaluator(module);
  bind_comparison(module);
  bind_goal_seek(module);
  auto plan = py::reinterpret_borrow<py::class_<jj::Plan>>(module.attr("Plan"));
  plan.def(
      "apply",
      [](const jj::Plan& self, const Scenario& scenario) {
        const py::gil_scoped_release unlocked;
        return jj::apply(self, scenario);
      },
      py::arg("scenario"),
      R"(The plan as a scenario has it; this one is as it was. Changes of readings are passed over.

Parameters
----------
scenario : Scenario

Raises
------
Error
    A change does not fit the plan. Also its kind UnitError.
PlanError
    The changed plan contradicts itself, such as by a cycle.
UnknownIdError
    A change names a node that the plan does not have.)");
  auto evaluation = py::reinterpret_borrow<py::class_<jj::Evaluation>>(module.attr("Evaluation"));
  evaluation.def(
      "what_if",
      [](const jj::Evaluation& self, const Scenario& scenario) {
        const py::gil_scoped_release unlocked;
        return jj::evaluate(self, scenario);
      },
      py::arg("scenario"), R"(How the plan would stand on the same day as a scenario has it.

Parameters
----------
scenario : Scenario

Raises
------
Error
    A change does not fit the plan. Also its kinds: PlanError, UnitError, ObservationError.
UnknownIdError
    A change names a node that the plan does not have.)");
}
