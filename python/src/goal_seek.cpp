// SPDX-License-Identifier: BSL-1.0

// Sweeps and goal seek.

#include <pybind11/stl.h>

#include <jinjiang/detail/text.hpp>

#include "scenario.hpp"
#include "watched_call.hpp"

namespace {

BoundNode bound(const jj::Evaluation& now, const jj::Node& node) { return {now.plan(), node}; }

void bind_sweep(py::module_& module) {
  using jj::Sweep;
  py::class_<Sweep> type(module, "Sweep",
                         "What becomes of goals while one leaf reads one value after the other.");
  refuse_construction(type, "ask an evaluation, as in now.sweep(\"land.reuse\", 0, 7000, 500)");
  bind_copies(type);
  type.def_property_readonly(
          "leaf", [](const Sweep& self) { return bound(self.now, self.leaf); },
          "The indicator or task that is taken to read otherwise.")
      .def_property_readonly(
          "unit", [](const Sweep& self) { return self.unit; },
          "Of the values: of the target of the leaf; of a task none.")
      .def_property_readonly(
          "nodes",
          [](const Sweep& self) {
            return BoundSequence<BoundNode>{bound_nodes(self.now.plan(), self.nodes)};
          },
          "The leaf and the goals above it, or those that were asked for.")
      .def_property_readonly(
          "values",
          [](const Sweep& self) {
            std::vector<double> values;
            for (const auto& row : self.rows) values.push_back(row.value);
            return values;
          },
          "That the leaf is taken to read, in order.")
      .def(
          "results",
          [](const Sweep& self, const std::string& id) {
            std::vector<jj::ScenarioResult> results;
            for (std::size_t i = 0; i < self.nodes.size(); ++i) {
              if (self.nodes[i].id() != id) continue;
              for (const jj::SweepRow& row : self.rows) results.push_back(row.results[i]);
              return results;
            }
            std::vector<std::string_view> names;
            for (const jj::Node& node : self.nodes) names.push_back(node.id());
            throw jj::UnknownIdError("no node " + jj::detail::in_quotes(id) + " in the sweep" +
                                     jj::detail::nearest_hint(jj::detail::nearest(id, names)));
          },
          py::arg("id"), R"(Of one node, in the order of `values`.

Parameters
----------
id : of one of `nodes`

Raises
------
UnknownIdError
    Names the nearest of them.)")
      .def("__len__", [](const Sweep& self) { return self.rows.size(); })
      .def("__reduce__",
           [](const py::object& self) {
             return py::make_tuple(
                 py::module_::import("jinjiang._core").attr("_sweep"),
                 py::make_tuple(self.cast<const Sweep&>().now, self.attr("leaf").attr("id"),
                                self.attr("values"), self.attr("nodes").attr("ids")));
           })
      .def("__repr__", [](const Sweep& self) {
        return "<Sweep of " + std::string(self.leaf.id()) + ": " +
               std::to_string(self.rows.size()) + " values, " + std::to_string(self.nodes.size()) +
               " nodes>";
      });
}

using Costs = std::vector<std::pair<std::string, double>>;

void bind_found(py::module_& module) {
  using jj::GoalSeek;
  py::class_<GoalSeek> type(module, "GoalSeek",
                            "What leaves must reach for a goal; print it to read it.");
  refuse_construction(type, "ask an evaluation, as in now.goal_seek(\"land\", \"land.reuse\")");
  bind_copies(type);
  type.def_property_readonly(
          "goal", [](const GoalSeek& self) { return bound(self.now, self.goal); },
          "The node that should stand otherwise.")
      .def_readonly("possible", &GoalSeek::is_possible,
                    "Whether the aim can be reached by these leaves.")
      .def_readonly("exact", &GoalSeek::is_exact,
                    "Solved as a weighted mean, not by trial; no cheaper way exists.")
      .def_property_readonly(
          "leaves",
          [](const GoalSeek& self) {
            py::list leaves;
            for (const jj::SoughtLeaf& leaf : self.leaves) {
              leaves.append(py::make_tuple(bound(self.now, leaf.node), leaf.before, leaf.value,
                                           leaf.unit, leaf.cost));
            }
            return leaves;
          },
          "(leaf, what it reads, what it must read, unit, cost); none when the goal stands so "
          "already. When impossible those that bring it nearer, at their targets.")
      .def_property_readonly(
          "value",
          [](const GoalSeek& self) -> std::optional<double> {
            if (!self.is_possible || self.leaves.size() != 1) return std::nullopt;
            return self.leaves.front().value;
          },
          "What the only leaf must read; None when it is out of reach, or not one leaf.")
      .def_readonly("cost", &GoalSeek::cost, "Of all leaves together, in the unit of the costs.")
      .def_property_readonly(
          "before",
          [](const GoalSeek& self) {
            return BoundResult{self.now, self.before};
          },
          "How the goal stands now.")
      .def_readonly("after", &GoalSeek::after,
                    "The goal with the leaves so; when impossible the nearest.")
      .def_property_readonly(
          "obstacle", [](const GoalSeek& self) { return self.obstacle; }, "Why it is impossible.")
      .def_property_readonly(
          "in_the_way",
          [](const GoalSeek& self) {
            return BoundSequence<BoundNode>{bound_nodes(self.now.plan(), self.in_the_way)};
          },
          "The nodes of the obstacle.")
      .def("scenario", &GoalSeek::scenario, "The leaves as changes.")
      .def("__reduce__",
           [](const GoalSeek& self) {
             Costs costs;
             for (const jj::UnitCost& cost : self.costs) costs.emplace_back(cost.leaf, cost.cost);
             return py::make_tuple(py::module_::import("jinjiang._core").attr("_goal_seek"),
                                   py::make_tuple(self.now, self.goal.id(), costs, self.aim.status,
                                                  self.aim.attainment));
           })
      .def(
          "to_text",
          [](const GoalSeek& self, std::optional<jj::Language> language) {
            return jj::to_text(self, language_of(language, self.now.plan()));
          },
          py::arg("language") = py::none(), R"(In words.

Parameters
----------
language : zh or en; default the plan's)")
      .def("__str__",
           [](const GoalSeek& self) { return jj::to_text(self, self.now.plan().language()); })
      .def("__repr__", [](const GoalSeek& self) {
        std::string text = "<GoalSeek " + std::string(self.goal.id()) + ": ";
        if (!self.is_possible)
          return text + "impossible, " + std::string(jj::to_string(self.obstacle)) + ">";
        if (self.leaves.empty()) return text + "reached already>";
        for (std::size_t i = 0; i < self.leaves.size(); ++i) {
          text += (i > 0 ? ", " : "") + std::string(self.leaves[i].node.id()) + " = " +
                  jj::detail::format_rounded(self.leaves[i].value, 4);
        }
        return text + ">";
      });
}

}  // namespace

void bind_goal_seek(py::module_& module) {
  bind_sweep(module);
  bind_found(module);
  module.def("_sweep", [](const jj::Evaluation& now, const std::string& leaf,
                          const std::vector<double>& values, const std::vector<std::string>& ids) {
    return jj::sweep(now, leaf, values, ids);
  });
  module.def("_goal_seek",
             [](const jj::Evaluation& now, const std::string& goal, const Costs& costs,
                jj::Status status, std::optional<double> attainment) {
               std::vector<jj::UnitCost> all;
               for (const auto& [leaf, cost] : costs) all.push_back({leaf, cost});
               return jj::goal_seek(now, goal, all, {status, attainment});
             });
  auto evaluation = py::reinterpret_borrow<py::class_<jj::Evaluation>>(module.attr("Evaluation"));
  evaluation
      .def(
          "sweep",
          [](const jj::Evaluation& self, const std::string& leaf, double start, double stop,
             double step, const std::vector<std::string>& nodes) {
            return watched([&] { return jj::sweep(self, leaf, {start, stop, step}, nodes); });
          },
          py::arg("leaf"), py::arg("start"), py::arg("stop"), py::arg("step"), py::kw_only(),
          py::arg("nodes") = py::tuple(),
          R"(What becomes of goals while one leaf reads one value after the other.

Parameters
----------
leaf : id of an indicator or a task
start, stop : values in the unit of its target, of a task 0 to 1; both included where the steps
    meet them
step : from one value to the next, not 0; below 0 to go down
nodes : ids to look at; default the leaf and all goals above it

Raises
------
Error
    The step leads away from the end, there are more than 100000 values, or nothing that the leaf
    reads moves a goal.
UnknownIdError
    Names the nearest ids.)")
      .def(
          "goal_seek",
          [](const jj::Evaluation& self, const std::string& goal,
             const std::optional<std::string>& leaf,
             const std::optional<std::map<std::string, double>>& costs, jj::Status status,
             std::optional<double> attainment) {
            if (leaf.has_value() == costs.has_value())
              throw jj::Error("goal_seek: give one of leaf and costs=");
            const jj::Aim aim{status, attainment};
            std::vector<jj::UnitCost> all;
            if (leaf) {
              all.push_back({*leaf, 1});
            } else {
              for (const auto& [id, cost] : *costs) all.push_back({id, cost});
            }
            return watched([&] { return jj::goal_seek(self, goal, all, aim); });
          },
          py::arg("goal"), py::arg("leaf") = py::none(), py::kw_only(),
          py::arg("costs") = py::none(), py::arg("status") = "on_track",
          py::arg("attainment") = py::none(),
          R"(What a leaf, or the cheapest set of leaves, must read for a goal to stand as it should.

The goal, evaluated with the answer, reaches the aim to the bit. What is counted in whole things (个,
户, 万户) is answered in whole numbers, unless the target or the reading of the leaf is a fraction.

Parameters
----------
goal : id of a node
leaf : id of an indicator or a task beneath it
costs : in place of a leaf, mapping of ids of leaves to what a unit more of each costs, 0 or more
status : at_risk, on_track (default), ahead or met: this or better
attainment : in place of the status, this or more, above 0 to 1

Raises
------
Error
    Both or neither of leaf and costs are given, a figure is out of range, the leaf does not lie
    beneath the goal, or nothing that it reads moves a goal.
UnknownIdError
    Names the nearest ids.)");
}
