// SPDX-License-Identifier: BSL-1.0

// Comparisons of evaluations, and impacts.

#include <pybind11/stl.h>

#include <jinjiang/detail/text.hpp>

#include "scenario.hpp"
#include "schedule.hpp"

namespace {

std::optional<BoundResult> bound_result(const jj::Evaluation& evaluation,
                                        const std::optional<jj::NodeResult>& result) {
  if (!result) return std::nullopt;
  return BoundResult{evaluation, *result};
}

BoundDifference bound(const jj::Comparison& of, const jj::NodeDifference& difference) {
  return {of.before, of.after, difference};
}

void bind_difference(py::module_& module) {
  using Bound = BoundDifference;
  py::class_<Bound> type(module, "NodeDifference", "A node that does not stand as before.");
  refuse_construction(type, "take it from a comparison, as in now.compare(then)[0]");
  bind_copies(type);
  type.def_property_readonly(
          "id", [](const Bound& self) { return self.difference.id; }, "Of the node.")
      .def_property_readonly(
          "node",
          [](const Bound& self) {
            const auto& there =
                self.difference.after ? self.difference.after : self.difference.before;
            return bound_node(self.before, self.after, there->node);
          },
          "As it is after, or as it was when it is gone.")
      .def_property_readonly(
          "before",
          [](const Bound& self) { return bound_result(self.before, self.difference.before); },
          "The result before; None: the node was not there.")
      .def_property_readonly(
          "after",
          [](const Bound& self) { return bound_result(self.after, self.difference.after); },
          "The result after; None: the node is gone.")
      .def_property_readonly(
          "causes", [](const Bound& self) { return self.difference.causes; },
          "Why it stands otherwise: members of Cause.")
      .def_property_readonly(
          "change", [](const Bound& self) { return self.difference.change(); },
          "Of the attainment; None without one before or after.")
      .def_property_readonly(
          "movers",
          [](const Bound& self) {
            py::list movers;
            for (const jj::Mover& mover : self.difference.movers) {
              movers.append(
                  py::make_tuple(bound_node(self.before, self.after, mover.node), mover.change));
            }
            return movers;
          },
          "Of a goal: (leaf, what it makes of the change), largest first.")
      .def_property_readonly(
          "reweighted", [](const Bound& self) { return self.difference.reweighted; },
          "Of a goal: what counting the same results otherwise makes of the change.")
      .def(
          "describe",
          [](const Bound& self, std::optional<jj::Language> language) {
            return jj::describe(self.difference, language_of(language, self.after.plan()));
          },
          py::arg("language") = py::none(), R"(In a sentence.

Parameters
----------
language : zh or en; default that of the later plan)")
      .def("__reduce__",
           [](const Bound& self) {
             const py::object whole =
                 py::cast(jj::Comparison{self.before, self.after, {self.difference}});
             return py::make_tuple(py::module_::import("operator").attr("getitem"),
                                   py::make_tuple(whole, self.difference.id));
           })
      .def("__repr__", [](const Bound& self) {
        return "<NodeDifference " + self.difference.id + ": " +
               jj::describe(self.difference, jj::Language::en) + ">";
      });
}

void bind_shift(py::module_& module) {
  using jj::DateShift;
  py::class_<DateShift> type(module, "DateShift", "A node that can be worked on at other dates.");
  refuse_construction(type, "take it from an impact");
  bind_copies(type);
  type.def_readonly("start_before", &DateShift::start_before, "Early start without the change.")
      .def_readonly("start_after", &DateShift::start_after, "Early start with it.")
      .def_readonly("finish_before", &DateShift::finish_before, "Early finish without the change.")
      .def_readonly("finish_after", &DateShift::finish_after, "Early finish with it.")
      .def_property_readonly("days", &DateShift::days, "By which the finish moves.")
      .def_readonly("due", &DateShift::due,
                    "To be kept: its due date as given, else the end of the plan.")
      .def_readonly("was_late", &DateShift::was_late, "It could not be finished by then.")
      .def_readonly("late", &DateShift::is_late, "Now it cannot.")
      .def_readonly("plan_days", &DateShift::plan_days,
                    "Days times the share of the plan that hangs on the node.")
      .def("__repr__", [](const DateShift& self) {
        return "<DateShift: finish " + jj::to_string(self.finish_before) + " to " +
               jj::to_string(self.finish_after) + ">";
      });
}

void bind_impact(py::module_& module) {
  using Bound = BoundImpact;
  py::class_<Bound> node(module, "NodeImpact", "A node that a change reaches.");
  refuse_construction(node,
                      "take it from an impact, as in plan.impact(\"land.reuse\", slip=30)[0]");
  bind_copies(node);
  node.def_property_readonly(
          "id", [](const Bound& self) { return self.impact.node.id(); }, "Of the node.")
      .def_property_readonly(
          "node",
          [](const Bound& self) { return bound_node(self.before, self.after, self.impact.node); },
          "Of the changed plan; of one that is gone, of the plan before.")
      .def_property_readonly(
          "difference",
          [](const Bound& self) -> std::optional<BoundDifference> {
            if (!self.impact.difference) return std::nullopt;
            return BoundDifference{self.before, self.after, *self.impact.difference};
          },
          "Of its status or figures; None when they stay.")
      .def_property_readonly(
          "shift", [](const Bound& self) { return self.impact.shift; },
          "Of its dates; None when they stay.")
      .def_property_readonly(
          "effect", [](const Bound& self) { return self.impact.effect; },
          "Change of the mean attainment of the roots that comes through this node.")
      .def(
          "describe",
          [](const Bound& self, std::optional<jj::Language> language) {
            return jj::describe(self.impact, language_of(language, self.after.plan()));
          },
          py::arg("language") = py::none(), R"(In a sentence.

Parameters
----------
language : zh or en; default that of the changed plan)")
      .def("__repr__", [](const Bound& self) {
        return "<NodeImpact " + std::string(self.impact.node.id()) + ": " +
               jj::describe(self.impact, jj::Language::en) + ">";
      });
  py::class_<jj::Impact> type(module, "Impact", "What a change does, the largest effect first.");
  refuse_construction(type,
                      "ask a plan or an evaluation, as in now.impact(\"land.reuse\", value=7000)");
  bind_copies(type);
  const auto at = [](const jj::Impact& self, std::size_t i) {
    return BoundImpact{self.comparison.before, self.comparison.after, self.nodes[i]};
  };
  type.def_property_readonly(
          "comparison", [](const jj::Impact& self) { return self.comparison; },
          "The plan without and with the change.")
      .def_readonly("effect", &jj::Impact::effect,
                    "Change of the mean attainment of the roots that have data.")
      .def_readonly("schedule_before", &jj::Impact::schedule_before,
                    "The schedule without the change; None where no node waits for another.")
      .def_readonly("schedule_after", &jj::Impact::schedule_after,
                    "The schedule with the change; None likewise.")
      .def("__len__", [](const jj::Impact& self) { return self.nodes.size(); })
      .def(
          "__getitem__",
          [at](const jj::Impact& self, py::ssize_t i) {
            return at(self, place_in(self.nodes.size(), i));
          },
          py::arg("index"), "The node at a rank, counting from 0.")
      .def(
          "__getitem__",
          [at](const jj::Impact& self, const std::string& id) {
            for (std::size_t i = 0; i < self.nodes.size(); ++i) {
              if (self.nodes[i].node.id() == id) return at(self, i);
            }
            static_cast<void>(self.comparison.after.plan()[id]);
            throw jj::UnknownIdError("nothing changes of " + jj::detail::in_quotes(id));
          },
          py::arg("id"), "What becomes of a node.")
      .def("__contains__",
           [](const jj::Impact& self, const std::string& id) {
             return std::any_of(self.nodes.begin(), self.nodes.end(),
                                [&](const auto& impact) { return impact.node.id() == id; });
           })
      .def("__contains__", [](const jj::Impact&, const py::object&) { return false; })
      .def("__iter__",
           [](const py::object& self) {
             return py::reinterpret_steal<py::iterator>(PySeqIter_New(self.ptr()));
           })
      .def("__reduce__",
           [](const jj::Impact& self) {
             return py::make_tuple(
                 py::module_::import("jinjiang._core").attr("_impact"),
                 py::make_tuple(self.comparison, self.schedule_before, self.schedule_after));
           })
      .def("__repr__", [](const jj::Impact& self) {
        return "<Impact on " + std::to_string(self.nodes.size()) + " nodes: the plan " +
               (self.effect >= 0 ? "+" : "") + jj::detail::format_rounded(100 * self.effect, 2) +
               " points>";
      });
}

jj::Impact impact_of(const jj::Evaluation& now, const std::string& id, std::optional<double> value,
                     std::optional<int> slip, const jj::ScheduleOptions& options) {
  if (value.has_value() == slip.has_value())
    throw jj::Error("impact: give one of value= and slip=");
  if (slip) return jj::impact(now, id, jj::Slip{*slip}, options);
  return jj::impact(now, id, *value, options);
}

}  // namespace

void bind_comparison(py::module_& module) {
  bind_difference(module);
  bind_shift(module);
  bind_impact(module);
  using jj::Comparison;
  py::class_<Comparison> type(module, "Comparison",
                              "What differs between two evaluations, node by node.");
  refuse_construction(type, "compare two evaluations, as in now.compare(then)");
  bind_copies(type);
  type.def_property_readonly(
          "before", [](const Comparison& self) { return self.before; }, "The earlier evaluation.")
      .def_property_readonly(
          "after", [](const Comparison& self) { return self.after; }, "The later evaluation.")
      .def("__len__", [](const Comparison& self) { return self.differences.size(); })
      .def(
          "__getitem__",
          [](const Comparison& self, py::ssize_t i) {
            return bound(self, self.differences[place_in(self.differences.size(), i)]);
          },
          py::arg("index"), "The difference at a position, counting from 0 (or back from -1).")
      .def(
          "__getitem__",
          [](const Comparison& self, const std::string& id) {
            if (const auto* found = self.find(id)) return bound(self, *found);
            throw jj::UnknownIdError(jj::detail::in_quotes(id) + " stands as before");
          },
          py::arg("id"), "The difference of a node.")
      .def("__contains__",
           [](const Comparison& self, const std::string& id) {
             return std::any_of(self.differences.begin(), self.differences.end(),
                                [&](const auto& difference) { return difference.id == id; });
           })
      .def("__contains__", [](const Comparison&, const py::object&) { return false; })
      .def("__iter__",
           [](const py::object& self) {
             return py::reinterpret_steal<py::iterator>(PySeqIter_New(self.ptr()));
           })
      .def("__reduce__",
           [](const Comparison& self) {
             return py::make_tuple(py::module_::import("jinjiang._core").attr("_comparison"),
                                   py::make_tuple(self.before, self.after));
           })
      .def("__repr__", [](const Comparison& self) {
        return "<Comparison of " + self.before.plan().id() + ": " +
               std::to_string(self.differences.size()) + " nodes differ>";
      });
  module.def("_comparison", &jj::compare, py::arg("before"), py::arg("after"));
  module.def(
      "_impact",
      [](const Comparison& comparison, std::optional<jj::Schedule> before,
         std::optional<jj::Schedule> after) {
        return jj::impact(comparison, std::move(before), std::move(after));
      },
      py::arg("comparison"), py::arg("before"), py::arg("after"));
  auto evaluation = py::reinterpret_borrow<py::class_<jj::Evaluation>>(module.attr("Evaluation"));
  evaluation
      .def(
          "compare",
          [](const jj::Evaluation& self, const jj::Evaluation& other) {
            const py::gil_scoped_release unlocked;
            return jj::compare(self, other);
          },
          py::arg("other"), R"(What differs in another evaluation, which comes after this one.

Parameters
----------
other : Evaluation, also of another day or another plan; nodes are matched by id)")
      .def(
          "impact",
          [](const jj::Evaluation& self, const std::string& id, std::optional<double> value,
             std::optional<int> slip, const py::object& calendar) {
            const auto options = schedule_options(calendar, std::nullopt, py::none(), py::none());
            const py::gil_scoped_release unlocked;
            return impact_of(self, id, value, slip, options);
          },
          py::arg("id"), py::kw_only(), py::arg("value") = py::none(), py::arg("slip") = py::none(),
          py::arg("calendar") = py::none(),
          R"(What becomes of the others when a node reads a value, or its work slips.

Parameters
----------
id : of a node
value : what it reads on the day of the evaluation, in the target's unit, of a task 0 to 1
slip : in place of a value, days of the calendar by which its work comes later than it could, 0 to 73200
calendar : as of `Plan.schedule`

Raises
------
Error
    Both or neither of value and slip are given, one is out of range, or the node reads no value.
ObservationError
    The value does not fit the node.
UnknownIdError
    Names the nearest ids.)");
  auto plan = py::reinterpret_borrow<py::class_<jj::Plan>>(module.attr("Plan"));
  plan.def(
      "impact",
      [](const jj::Plan& self, const std::string& id, const jj::Observations* observations,
         std::optional<jj::Date> as_of, std::optional<double> value, std::optional<int> slip,
         const py::object& calendar) {
        const auto options = schedule_options(calendar, std::nullopt, py::none(), py::none());
        const jj::Observations seen = observations == nullptr ? jj::Observations{} : *observations;
        const py::gil_scoped_release unlocked;
        if (observations == nullptr && !as_of && !value && slip)
          return jj::impact(self, id, jj::Slip{*slip}, options);
        return impact_of(jj::evaluate(self, seen, as_of.value_or(self.period().end())), id, value,
                         slip, options);
      },
      py::arg("id"), py::kw_only(), py::arg("observations") = nullptr,
      py::arg("as_of") = py::none(), py::arg("value") = py::none(), py::arg("slip") = py::none(),
      py::arg("calendar") = py::none(),
      R"(What becomes of the others when a node reads a value, or its work slips.

Of a slip without observations and without a day, in all that the plan has to do.

Parameters
----------
id : of a node
observations : Observations; default none
as_of : date; default the end of the plan
value, slip, calendar : as of `Evaluation.impact`

Raises
------
Error, ObservationError, UnknownIdError
    As of `Evaluation.impact` and `Plan.evaluate`.)");
}
