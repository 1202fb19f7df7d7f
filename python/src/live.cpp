// SPDX-License-Identifier: BSL-1.0

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <jinjiang/evaluation/live.hpp>

#include "bindings.hpp"

/// A live evaluation, and what its results are shown with: they outlive the readings to come.
struct BoundLive {
  BoundLive(const jj::Plan& plan, const jj::Observations& seen, jj::Date as_of,
            const jj::EvaluationOptions& options)
      : live(plan, seen, as_of, options), frame(jj::evaluate(plan, {}, as_of, options)) {}

  [[nodiscard]] BoundResult bound(jj::NodeResult result) const {
    auto basis = std::make_shared<const std::string>(result.basis);
    result.basis = *basis;
    return {frame, result, std::move(basis)};
  }

  jj::LiveEvaluation live;
  jj::Evaluation frame;
};

struct BoundChange {
  BoundResult before;
  BoundResult after;
};

namespace {

template <class Changes>
std::vector<BoundChange> bound_changes(const BoundLive& self, const Changes& changes) {
  std::vector<BoundChange> result;
  result.reserve(changes.size());
  for (const jj::Change& change : changes)
    result.push_back({self.bound(change.before), self.bound(change.after)});
  return result;
}

/// Observations as they are, or from what read_observations() takes.
jj::Observations to_observations(const BoundLive& self, const py::object& source) {
  if (py::isinstance<jj::Observations>(source)) return source.cast<jj::Observations>();
  return py::module_::import("jinjiang._observations")
      .attr("read_observations")(source, py::arg("units") = self.live.plan().units())
      .cast<jj::Observations>();
}

std::string repr_of(const BoundChange& self) {
  const jj::NodeResult& before = self.before.result;
  const jj::NodeResult& after = self.after.result;
  const auto share = [](const jj::NodeResult& result) {
    return result.attainment ? jj::detail::format_rounded(100 * *result.attainment, 2) + " %"
                             : std::string("-");
  };
  return "<Change of " + std::string(after.node.id()) + ": " +
         std::string(jj::to_string(before.status)) + " -> " +
         std::string(jj::to_string(after.status)) + ", attainment " + share(before) + " -> " +
         share(after) + ">";
}

void bind_change(py::module_& module) {
  py::class_<BoundChange> type(module, "Change", "A node that stands otherwise than before.");
  refuse_construction(type, "a LiveEvaluation gives it, as in live.observe(...)");
  bind_copies(type);
  type.def_property_readonly(
          "node",
          [](const BoundChange& self) {
            return BoundNode{self.after.evaluation.plan(), self.after.result.node};
          },
          "The node that stands otherwise.")
      .def_property_readonly(
          "id", [](const BoundChange& self) { return self.after.id(); }, "Of the node.")
      .def_property_readonly(
          "title", [](const BoundChange& self) { return self.after.result.node.title(); },
          "Of the node.")
      .def_readonly("before", &BoundChange::before, "How it stood before the call.")
      .def_readonly("after", &BoundChange::after, "How it stands after it.")
      .def(
          "__eq__",
          [](const BoundChange& a, const BoundChange& b) {
            return a.before == b.before && a.after == b.after;
          },
          py::is_operator())
      .def("__hash__",
           [](const BoundChange& self) { return std::hash<std::string_view>{}(self.after.id()); })
      .def("__repr__", [](const BoundChange& self) { return repr_of(self); });
}

/// observe() and dry_run(), which take the same.
template <class Call>
void bind_one(py::class_<BoundLive>& type, const char* name, const Call& call,
              const std::string& doc) {
  type.def(
      name,
      [call](BoundLive& self, const std::string& id, jj::Date observed_on, double value,
             const py::object& unit, jj::Stage stage, std::string basis,
             std::optional<jj::Date> known_on, jj::Span span, std::string source,
             std::string note) {
        return call(self,
                    jj::Observation{id, observed_on, value,
                                    reading_options(unit, stage, std::move(basis), known_on, span,
                                                    std::move(source), std::move(note))});
      },
      py::arg("id"), py::arg("observed_on"), py::arg("value"), py::kw_only(), py::arg("unit") = "",
      py::arg("stage") = "final", py::arg("basis") = "", py::arg("known_on") = py::none(),
      py::arg("span") = "cumulative", py::arg("source") = "", py::arg("note") = "", doc.c_str());
}

void bind_observing(py::class_<BoundLive>& type) {
  const std::string one_reading = std::string("\n\n") + reading_parameters + R"(
Returns
-------
a Change for each node that stands otherwise

Raises
------
UnknownObservationError
    The plan has no such node, and `ignore_unknown` was not given; an ObservationError and an
    UnknownIdError.
ObservationError
    The reading does not fit its node or contradicts another; all is as it was.
UnitError
    The unit is unknown.)";
  bind_one(
      type, "observe",
      [](BoundLive& self, const jj::Observation& reading) {
        return bound_changes(self, self.live.observe(reading));
      },
      "Takes one reading in and gives what has changed: the leaf, then goals from the deepest up." +
          one_reading);
  bind_one(
      type, "dry_run",
      [](BoundLive& self, const jj::Observation& reading) {
        return bound_changes(self, self.live.dry_run(reading));
      },
      "What `observe` would change; changes nothing." + one_reading);
  type.def(
          "observe_all",
          [](BoundLive& self, const py::object& observations) {
            const jj::Observations more = to_observations(self, observations);
            return bound_changes(self, self.live.observe_all(more));
          },
          py::arg("observations"),
          R"(Takes many readings in at once and gives what has changed.

Parameters
----------
observations : Observations, or what `read_observations` takes

Raises
------
FormatError
    They cannot be read.
ObservationError
    Some do not fit their nodes, contradict others, or name unknown ids; all is as it was.)")
      .def(
          "dry_run_all",
          [](BoundLive& self, const py::object& observations) {
            const jj::Observations more = to_observations(self, observations);
            return bound_changes(self, self.live.dry_run_all(more));
          },
          py::arg("observations"), R"(What `observe_all` would change; changes nothing.

Parameters
----------
observations : Observations, or what `read_observations` takes

Raises
------
ObservationError
    As of `observe_all`.)");
}

}  // namespace

void bind_live(py::module_& module) {
  bind_change(module);
  py::class_<BoundLive> type(module, "LiveEvaluation",
                             R"(How a plan stands on a day while readings come in.

At every moment it is, to the bit, what `plan.evaluate` gives over the readings so far; only what a
reading changes is evaluated again.

Parameters
----------
plan : Plan
observations : Observations; default none
as_of : date; default the end of the plan
policy, known_by, basis, ignore_unknown : as of `Plan.evaluate`

Raises
------
ObservationError
    As of `Plan.evaluate`.

>>> import jinjiang as jj
>>> draft = jj.PlanBuilder("demo", start="2024-01-01", end="2024-12-31")
>>> draft.goal("g", "拓展更大发展空间")
>>> draft.indicator("land", "盘活用地", target="7000亩", measure="increment", part_of="g")
>>> live = jj.LiveEvaluation(draft.build(), as_of="2024-06-30")
>>> for change in live.observe("land", "2024-03-31", 1600):
...     print(change)
<Change of land: no_data -> at_risk, attainment - -> 22.86 %>
<Change of g: no_data -> at_risk, attainment - -> 22.86 %>
>>> live["g"].status
<Status.at_risk: 'at_risk'>)");
  type.def(py::init([](const jj::Plan& plan, const jj::Observations* observations,
                       std::optional<jj::Date> as_of, std::optional<jj::Policy> policy,
                       std::optional<jj::Date> known_by, std::string basis, bool ignore_unknown) {
             const jj::Observations seen =
                 observations == nullptr ? jj::Observations{} : *observations;
             const py::gil_scoped_release unlocked;
             return std::make_unique<BoundLive>(
                 plan, seen, as_of.value_or(plan.period().end()),
                 jj::EvaluationOptions{.policy = policy,
                                       .known_by = known_by,
                                       .basis = std::move(basis),
                                       .ignore_unknown = ignore_unknown});
           }),
           py::arg("plan"), py::arg("observations") = nullptr, py::arg("as_of") = py::none(),
           py::kw_only(), py::arg("policy") = py::none(), py::arg("known_by") = py::none(),
           py::arg("basis") = "", py::arg("ignore_unknown") = false)
      .def_property_readonly(
          "plan", [](const BoundLive& self) { return self.live.plan(); },
          "The plan that is followed.")
      .def_property_readonly(
          "observations", [](const BoundLive& self) { return self.live.observations(); },
          "All readings so far. While you keep them, the next reading costs a copy of all.")
      .def_property_readonly(
          "as_of", [](const BoundLive& self) { return self.live.as_of(); },
          "The day at whose end the plan stands so.")
      .def_property_readonly(
          "policy", [](const BoundLive& self) { return self.live.policy(); },
          "The plan's, or the one that was given in its place.")
      .def_property_readonly(
          "known_by", [](const BoundLive& self) { return self.live.known_by(); },
          "The day by whose end readings had to be known, or None.")
      .def_property_readonly(
          "basis", [](const BoundLive& self) { return self.live.basis(); },
          "口径 for targets that do not name one; may be empty.")
      .def_property_readonly(
          "evaluation", [](const BoundLive& self) { return self.live.evaluation(); },
          "How the plan stands now, as a value that later readings do not change.")
      .def("__len__", [](const BoundLive& self) { return self.live.size(); })
      .def(
          "__getitem__",
          [](const BoundLive& self, const std::string& id) { return self.bound(self.live[id]); },
          py::arg("id"),
          "The result of a node.\n\nRaises\n------\nUnknownIdError\n    Names the nearest ids.")
      .def("__contains__", [](const BoundLive& self,
                              const std::string& id) { return self.live.plan().contains(id); })
      .def("__contains__", [](const BoundLive&, const py::object&) { return false; })
      .def("_ipython_key_completions_",
           [](const py::object& self) {
             return self.attr("plan").attr("_ipython_key_completions_")();
           })
      .def("__repr__", [](const BoundLive& self) {
        return "<LiveEvaluation of " + self.live.plan().id() + " as of " +
               jj::to_string(self.live.as_of()) + ": " +
               std::to_string(self.live.observations().size()) + " readings>";
      });
  bind_observing(type);
}
