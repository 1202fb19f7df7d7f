// SPDX-License-Identifier: BSL-1.0

// Plans.

#include <functional>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/io.hpp>

#include "bindings.hpp"
#include "files.hpp"
#include "watched_call.hpp"

namespace {

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

Parameters
----------
id : of a node; indicators and tasks have none

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

Parameters
----------
id : of a node

Raises
------
UnknownIdError
    Names the nearest ids.)")
      .def(
          "find",
          [](const jj::Plan& self, const std::string& text) {
            return nodes_of(self, self.find(text));
          },
          py::arg("text"), R"(Nodes whose id or title holds a text, in the author's order.

Parameters
----------
text : case counts; every node holds the empty one)")
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
          R"(The node reached from a root by these titles, or None.

Parameters
----------
*titles : of a root, of a part of it, and so on)")
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
          R"(From a JSON document.

Parameters
----------
text : as `to_json` gives it
name : of the document, for messages; default none

Raises
------
FormatError
    It is not a plan; says line, column and JSON pointer.
PlanError
    The plan contradicts itself; `problems` lists all of it.)")
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
