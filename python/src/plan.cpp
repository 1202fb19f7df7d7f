// SPDX-License-Identifier: BSL-1.0

// Plans and their nodes.

#include <functional>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/io.hpp>

#include "bindings.hpp"
#include "files.hpp"
#include "watched_call.hpp"

namespace {

BoundNode bound(const BoundNode& of, const jj::Node& node) { return {of.plan, node}; }

std::string repr_of(const BoundNode& self) {
  std::string text = std::string(jj::to_string(self.node.kind())) + " " +
                     std::string(self.node.id()) + " " + jj::detail::in_quotes(self.node.title());
  if (const auto target = self.node.target())
    text += ": " + jj::describe(*target, jj::Language::en);
  return "<" + text + ">";
}

py::object source_dict(const jj::Source& source) {
  if (source.empty()) return py::none();
  py::dict result;
  if (!source.document.empty()) result["document"] = source.document;
  if (!source.section.empty()) result["section"] = source.section;
  if (source.begin) result["begin"] = *source.begin;
  if (source.end) result["end"] = *source.end;
  return result;
}

template <class Range>
std::vector<std::string> texts(const Range& range) {
  return {range.begin(), range.end()};
}

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
          py::arg("day"), "The target in force at the end of a day.")
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

BoundSequence<BoundNode> nodes_of(const jj::Plan& plan, const std::vector<jj::Node>& nodes) {
  return {bound_nodes(plan, nodes)};
}

std::string repr_of(const jj::Plan& plan) {
  return "<Plan " + plan.id() +
         (plan.title().empty() ? "" : " " + jj::detail::in_quotes(plan.title())) + ": " +
         std::to_string(plan.goals().size()) + " goals, " +
         std::to_string(plan.indicators().size()) + " indicators, " +
         std::to_string(plan.tasks().size()) + " tasks, " + jj::to_string(plan.period().start()) +
         " to " + jj::to_string(plan.period().end()) + ">";
}

/// All nodes of a plan in the author's order.
std::vector<jj::Node> all_nodes(const jj::Plan& plan) {
  std::vector<jj::Node> nodes;
  nodes.reserve(plan.size());
  for (const jj::Node node : plan.nodes()) nodes.push_back(node);
  return nodes;
}

void bind_plan_class(py::module_& module) {
  py::class_<jj::Plan> type(module, "Plan", R"(A work plan: an immutable value.

`plan["id"]` is a node, `len(plan)` the number of nodes, iteration gives them in the author's order.)");
  refuse_construction(type, "load one with jinjiang.load(path) or build one with PlanBuilder");
  type.def_property_readonly("id", &jj::Plan::id, "Chosen by the author, 1 to 256 bytes.")
      .def_property_readonly("title", &jj::Plan::title, "Title; may be empty.")
      .def_property_readonly("issuer", &jj::Plan::issuer, "Who issued it; may be empty.")
      .def_property_readonly("language", &jj::Plan::language, "Of reports and messages to readers.")
      .def_property_readonly(
          "start", [](const jj::Plan& self) { return self.period().start(); },
          "First day of the plan.")
      .def_property_readonly(
          "end", [](const jj::Plan& self) { return self.period().end(); },
          "Last day of the plan, which belongs to it.")
      .def_property_readonly(
          "source", [](const jj::Plan& self) { return source_dict(self.source()); },
          "Document and section that the plan was read from, or None.")
      .def_property_readonly("policy", &jj::Plan::policy,
                             "Thresholds, least coverage, missing data and staleness.")
      .def_property_readonly(
          "extensions", [](const jj::Plan& self) { return extensions_dict(self.extensions()); },
          "Keys of your own, which begin with x-.")
      .def_property_readonly("units", &jj::Plan::units, "The standard units and the plan's own.")
      .def_property_readonly(
          "nodes", [](const jj::Plan& self) { return nodes_of(self, all_nodes(self)); },
          "All nodes, in the author's order.")
      .def_property_readonly(
          "goals", [](const jj::Plan& self) { return nodes_of(self, self.goals()); },
          "The goals, in the author's order.")
      .def_property_readonly(
          "indicators", [](const jj::Plan& self) { return nodes_of(self, self.indicators()); },
          "The indicators, in the author's order.")
      .def_property_readonly(
          "tasks", [](const jj::Plan& self) { return nodes_of(self, self.tasks()); },
          "The tasks, in the author's order.")
      .def_property_readonly(
          "roots", [](const jj::Plan& self) { return nodes_of(self, self.roots()); },
          "Nodes that are part of no goal.")
      .def("__len__", &jj::Plan::size)
      .def(
          "__getitem__",
          [](const jj::Plan& self, const std::string& id) {
            return BoundNode{self, self[id]};
          },
          py::arg("id"),
          "The node with an id.\n\nRaises\n------\nUnknownIdError\n    Names the nearest ids.")
      .def("__contains__",
           [](const jj::Plan& self, const BoundNode& node) {
             return self.contains(node.node.id()) && BoundNode{self, self[node.node.id()]} == node;
           })
      .def("__contains__",
           [](const jj::Plan& self, const std::string& id) { return self.contains(id); })
      .def("__contains__", [](const jj::Plan&, const py::object&) { return false; })
      .def("__iter__",
           [](const jj::Plan& self) { return py::iter(py::cast(nodes_of(self, all_nodes(self)))); })
      .def("_ipython_key_completions_",
           [](const jj::Plan& self) {
             std::vector<std::string> ids;
             for (const jj::Node node : self.nodes()) ids.emplace_back(node.id());
             return ids;
           })
      .def(
          "children",
          [](const jj::Plan& self, const std::string& id) {
            return nodes_of(self, self.children(id));
          },
          py::arg("id"), R"(The parts of a goal, in the author's order.

Raises
------
UnknownIdError
    Names the nearest ids.)")
      .def(
          "parents",
          [](const jj::Plan& self, const std::string& id) {
            return nodes_of(self, self.parents(id));
          },
          py::arg("id"), R"(The goals that a node is part of.

Raises
------
UnknownIdError
    Names the nearest ids.)")
      .def(
          "find",
          [](const jj::Plan& self, const std::string& text) {
            return nodes_of(self, self.find(text));
          },
          py::arg("text"), "Nodes whose id or title holds a text.")
      .def(
          "find_path",
          [](const jj::Plan& self, const py::args& titles) -> py::object {
            std::vector<std::string> words;
            for (const auto& title : titles)
              words.push_back(cast_to<std::string>("Plan.find_path: title", title));
            const std::vector<std::string_view> views(words.begin(), words.end());
            const auto node = self.find_path(views);
            return node ? py::cast(BoundNode{self, *node}) : py::object(py::none());
          },
          "The node reached from a root by these titles, or None.")
      .def(
          "outline",
          [](const jj::Plan& self) {
            py::list entries;
            for (const auto& entry : self.outline()) {
              entries.append(
                  py::make_tuple(BoundNode{self, entry.node}, entry.depth, entry.is_repeated));
            }
            return entries;
          },
          "Depth first: (node, depth, whether it stood earlier under another goal).")
      .def(
          "to_json",
          [](const jj::Plan& self) {
            const py::gil_scoped_release unlocked;
            return jj::io::write_plan_json(self);
          },
          "As a JSON document; equal plans give equal texts.")
      .def_static(
          "from_json",
          [](const std::string& text, const std::string& name) {
            return watched([&] { return jj::io::read_plan_json(text, {.file = name}); });
          },
          py::arg("text"), py::arg("name") = "",
          "From a JSON document.\n\nRaises\n------\nFormatError, PlanError")
      .def(
          "save",
          [](const jj::Plan& self, const py::object& path, std::optional<std::string> format) {
            save_to(path, format, [&](auto chosen) { return jj::io::write_plan(self, chosen); });
          },
          py::arg("path"), py::kw_only(), py::arg("format") = py::none(),
          R"(Writes it to a path (- is standard output) or an open file.

Parameters
----------
path : a path, or an object with a method `write`
format : json or jjx, or a graph to look at, which cannot be loaded again: dot, mmd or graphml;
    default by the name, JSON where there is none)")
      .def(
          "__eq__", [](const jj::Plan& a, const jj::Plan& b) { return a == b; }, py::is_operator())
      .def("__hash__",
           [](const jj::Plan& self) {
             return std::hash<std::string>{}(self.id()) ^ (self.size() * 0x9E3779B97F4A7C15ULL);
           })
      .def("__copy__", [](const jj::Plan& self) { return self; })
      .def(
          "__deepcopy__", [](const jj::Plan& self, const py::dict&) { return self; },
          py::arg("memo"))
      .def("__repr__", [](const jj::Plan& self) { return repr_of(self); });
  module.def(
      "load_plan",
      [](const py::object& source) {
        const Contents contents = contents_of(source);
        return watched([&] { return jj::io::read_plan(contents.bytes, {.file = contents.name}); });
      },
      py::arg("source"), "A plan from a path, - or an open file.");
}

}  // namespace

std::vector<BoundNode> bound_nodes(const jj::Plan& plan, const std::vector<jj::Node>& nodes) {
  std::vector<BoundNode> result;
  result.reserve(nodes.size());
  for (const jj::Node& node : nodes) result.push_back({plan, node});
  return result;
}

void bind_plan(py::module_& module) {
  bind_node(module);
  bind_sequence<BoundNode>(module, "NodeList", "A sequence of nodes: by number, slice or id.",
                           "take it from a plan, as in plan.nodes");
  bind_plan_class(module);
  bind_builder(module);
}
