// SPDX-License-Identifier: BSL-1.0

// Many scenarios over one evaluation.

#include <pybind11/stl.h>

#include <jinjiang/detail/text.hpp>

#include "scenario.hpp"

namespace {

void bind_result(py::module_& module) {
  using Result = jj::ScenarioResult;
  py::class_<Result> type(module, "ScenarioResult", "What a scenario makes of one node.");
  refuse_construction(type, "ask a ScenarioEvaluator for it");
  bind_copies(type);
  type.def_property_readonly(
          "status", [](const Result& self) { return self.status; },
          "The verdict; docs/rules.md, section 9.")
      .def_readonly("attainment", &Result::attainment, "完成率, 0 to 1; None without data.")
      .def_readonly("progress", &Result::progress, "进度, unclamped; of a goal its attainment.")
      .def_readonly("expected", &Result::expected, "序时进度, 0 to 1.")
      .def_readonly("pace", &Result::pace, "进度比; None when nothing was expected.")
      .def_readonly("coverage", &Result::coverage, "数据覆盖率, 0 to 1.")
      .def(
          "__eq__", [](const Result& a, const Result& b) { return a == b; }, py::is_operator())
      .def("__reduce__",
           [](const Result& self) {
             return py::make_tuple(py::module_::import("jinjiang._core").attr("_scenario_result"),
                                   py::make_tuple(self.status, self.attainment, self.progress,
                                                  self.expected, self.pace, self.coverage));
           })
      .def("__repr__", [](const Result& self) {
        const auto figure = [](const std::optional<double>& value, double factor) {
          return value ? jj::detail::format_rounded(factor * *value, 2) : std::string("-");
        };
        return "<ScenarioResult: " + std::string(jj::to_string(self.status)) + ", attainment " +
               figure(self.attainment, 100) + " %, pace " + figure(self.pace, 1) + ">";
      });
  type.attr("__hash__") = py::none();
  using Figure = std::optional<double>;
  module.def("_scenario_result", [](jj::Status status, Figure attainment, Figure progress,
                                    Figure expected, Figure pace, Figure coverage) {
    return Result{status, attainment, progress, expected, pace, coverage};
  });
}

void bind_evaluator(py::module_& module) {
  using Evaluator = jj::ScenarioEvaluator;
  py::class_<Evaluator>(module, "ScenarioEvaluator",
                        R"(Evaluates many scenarios over one evaluation.

Changes of values, weights and plain targets are laid over it, and only what rests on them is judged
again. One thread at a time.

>>> import jinjiang as jj
>>> draft = jj.PlanBuilder("demo", start="2025-01-01", end="2025-12-31")
>>> draft.goal("g", "更大发展空间")
>>> draft.indicator("g.1", "盘活低效用地", target="7000亩", measure="increment", part_of="g")
>>> now = draft.build().evaluate(as_of="2025-06-30")
>>> evaluator = jj.ScenarioEvaluator(now)
>>> [str(evaluator.result(jj.Scenario().value("g.1", v), "g").status) for v in (0, 2900, 4000)]
['off_track', 'at_risk', 'ahead'])")
      .def(py::init<jj::Evaluation>(), py::arg("evaluation"),
           "Parameters\n----------\nevaluation : how the plan stands now")
      .def_property_readonly(
          "now", [](const Evaluator& self) { return self.now(); },
          "The evaluation that scenarios are held against.")
      .def(
          "result",
          [](Evaluator& self, const jj::Scenario& scenario, const std::string& id) {
            return self.result(scenario, id);
          },
          py::arg("scenario"), py::arg("id"),
          R"(What a scenario makes of one node, to the bit as a whole evaluation says.

Parameters
----------
scenario : Scenario
id : of a node of the plan as the scenario has it

Raises
------
Error
    A change does not fit the plan. Also its kinds PlanError, UnitError and ObservationError.
UnknownIdError
    The changed plan has no such node, or a change names none.)")
      .def(
          "results",
          [](Evaluator& self, const jj::Scenario& scenario, const std::vector<std::string>& ids) {
            const std::vector<std::string_view> names(ids.begin(), ids.end());
            const auto results = self.results(scenario, names);
            py::dict found;
            for (std::size_t i = 0; i < ids.size(); ++i) found[py::str(ids[i])] = results[i];
            return found;
          },
          py::arg("scenario"), py::arg("ids"), R"(What a scenario makes of some nodes, by id.

Parameters
----------
scenario : Scenario
ids : list of ids of nodes

Raises
------
Error, UnknownIdError
    As of `result`.)")
      .def(
          "evaluate",
          [](const Evaluator& self, const jj::Scenario& scenario) {
            const py::gil_scoped_release unlocked;
            return self.evaluate(scenario);
          },
          py::arg("scenario"), R"(The whole evaluation, as `Evaluation.what_if` gives it.

Parameters
----------
scenario : Scenario

Raises
------
Error, UnknownIdError
    As of `result`.)")
      .def("__repr__", [](const Evaluator& self) {
        return "<ScenarioEvaluator of " + self.now().plan().id() + " as of " +
               jj::to_string(self.now().as_of()) + ">";
      });
}

}  // namespace

void bind_scenario_evaluator(py::module_& module) {
  bind_result(module);
  bind_evaluator(module);
}
