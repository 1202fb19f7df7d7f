// SPDX-License-Identifier: BSL-1.0

// Nodes of plans.

#include <functional>

#include <jinjiang/detail/text.hpp>

#include "bindings.hpp"

namespace {

BoundNode bound(const BoundNode& of, const jj::Node& node) { return {of.plan, node}; }

std::string repr_of(const BoundNode& self) {
  std::string text = std::string(jj::to_string(self.node.kind())) + " " +
                     std::string(self.node.id()) + " " + jj::detail::in_quotes(self.node.title());
  if (const auto target = self.node.target())
    text += ": " + jj::describe(*target, jj::Language::en);
  return "<" + text + ">";
}

template <class Range>
std::vector<std::string> texts(const Range& range) {
  return {range.begin(), range.end()};
}

}  // namespace

void bind_node(py::module_& module) {
  py::class_<BoundNode> type(module, "Node", "A goal, indicator or task of a plan.");
  refuse_construction(type, "take it from a plan, as in plan[\"land.reuse\"]");
  bind_copies(type);
  type.def_property_readonly(
          "id", [](const BoundNode& self) { return self.node.id(); }, "Unique in the plan.")
      .def_property_readonly(
          "title", [](const BoundNode& self) { return self.node.title(); },
          "Short title; may be empty.")
      .def_property_readonly(
          "plan", [](const BoundNode& self) { return self.plan; }, "The plan that it is a node of.")
      .def_property_readonly(
          "kind", [](const BoundNode& self) { return self.node.kind(); }, "goal, indicator or task")
      .def_property_readonly(
          "lifecycle", [](const BoundNode& self) { return self.node.lifecycle(); },
          "How the work stands administratively; set by people.")
      .def_property_readonly(
          "firmness", [](const BoundNode& self) { return self.node.firmness(); },
          "How firmly it was promised; of an indicator with a target, the target's.")
      .def_property_readonly(
          "owner", [](const BoundNode& self) { return self.node.owner(); }, "Lead unit 牵头单位.")
      .def_property_readonly(
          "supporting", [](const BoundNode& self) { return texts(self.node.supporting()); },
          "Supporting units 配合单位.")
      .def_property_readonly(
          "tags", [](const BoundNode& self) { return texts(self.node.tags()); },
          "Words of the author's own.")
      .def_property_readonly(
          "note", [](const BoundNode& self) { return self.node.note(); },
          "Free text; may be empty.")
      .def_property_readonly(
          "source", [](const BoundNode& self) { return source_dict(self.node.source()); },
          "Document, section and span it was read from, or None.")
      .def_property_readonly(
          "start", [](const BoundNode& self) { return self.node.start(); },
          "As given, of a task else from due and duration, else the start of the plan.")
      .def_property_readonly(
          "due", [](const BoundNode& self) { return self.node.due(); },
          "As given, of a task else from start and duration, else the end of the plan.")
      .def_property_readonly(
          "target", [](const BoundNode& self) { return self.node.target(); },
          "The target as first promised, or None.")
      .def(
          "target_on", [](const BoundNode& self, jj::Date day) { return self.node.target_on(day); },
          py::arg("day"), R"(The target in force at the end of a day; docs/rules.md, section 10.

Parameters
----------
day : date; before the first revision the target as first promised

Returns
-------
None of goals, tasks and watched indicators)")
      .def_property_readonly(
          "revisions",
          [](const BoundNode& self) {
            py::list result;
            for (const jj::Revision& revision : self.node.revisions()) {
              result.append(py::make_tuple(revision.effective, revision.target, revision.reason));
            }
            return result;
          },
          "Revisions of the target: (effective date, target, reason).")
      .def_property_readonly(
          "rule", [](const BoundNode& self) { return jj::to_string(self.node.rule()); },
          "Of a goal: mean, worst, all or at_least k.")
      .def_property_readonly(
          "progress", [](const BoundNode& self) { return self.node.progress(); },
          "Of a task: what is known without a dated observation.")
      .def_property_readonly(
          "duration", [](const BoundNode& self) { return self.node.duration(); },
          "Of a task, in days.")
      .def_property_readonly(
          "profile", [](const BoundNode& self) { return self.node.profile(); },
          "Of a task: the profile in force; linear when it has a start of its own, else at_due.")
      .def_property_readonly(
          "parents",
          [](const BoundNode& self) {
            return BoundSequence<BoundNode>{bound_nodes(self.plan, self.node.parents())};
          },
          "The goals it is part of.")
      .def_property_readonly(
          "children",
          [](const BoundNode& self) {
            return BoundSequence<BoundNode>{bound_nodes(self.plan, self.node.children())};
          },
          "The parts of a goal, in the author's order.")
      .def_property_readonly(
          "links",
          [](const BoundNode& self) {
            py::list result;
            for (const jj::PartLink& link : self.plan.part_links(self.node)) {
              result.append(py::make_tuple(bound(self, link.parent), link.weight, link.is_veto));
            }
            return result;
          },
          "Its links to goals: (goal, weight, veto).")
      .def_property_readonly(
          "predecessors",
          [](const BoundNode& self) {
            py::list result;
            for (const jj::Dependency& link : self.plan.predecessors(self.node)) {
              result.append(py::make_tuple(bound(self, link.predecessor), link.type, link.lag,
                                           std::string(link.assumption)));
            }
            return result;
          },
          "What it depends on: (node, type, lag in days, assumption).")
      .def_property_readonly(
          "successors",
          [](const BoundNode& self) {
            py::list result;
            for (const jj::Dependency& link : self.plan.successors(self.node)) {
              result.append(py::make_tuple(bound(self, link.successor), link.type, link.lag,
                                           std::string(link.assumption)));
            }
            return result;
          },
          "What depends on it: (node, type, lag in days, assumption).")
      .def_property_readonly(
          "extensions",
          [](const BoundNode& self) { return extensions_dict(self.node.extensions()); },
          "Keys of your own, which begin with x-.")
      .def(
          "__eq__", [](const BoundNode& a, const BoundNode& b) { return a == b; },
          py::is_operator())
      .def("__hash__",
           [](const BoundNode& self) { return std::hash<std::string_view>{}(self.node.id()); })
      .def("__repr__", [](const BoundNode& self) { return repr_of(self); });
}
