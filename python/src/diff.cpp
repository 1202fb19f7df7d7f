// SPDX-License-Identifier: BSL-1.0

// How two plans differ, and which few nodes carry one.

#include <jinjiang/analysis.hpp>

#include "bindings.hpp"

/// A node that differs, with both plans.
struct BoundNodeDiff {
  jj::PlanDiff diff;
  std::size_t index;

  [[nodiscard]] const jj::NodeDiff& node() const { return diff.nodes()[index]; }
};

namespace {

jj::Language language_of(const jj::PlanDiff& diff, std::optional<jj::Language> wanted) {
  return wanted.value_or(diff.after().language());
}

py::list fields_list(const std::vector<jj::FieldDiff>& fields) {
  py::list result;
  for (const jj::FieldDiff& field : fields)
    result.append(py::make_tuple(field.kind, field.field, field.before, field.after));
  return result;
}

py::object node_or_none(const jj::Plan& plan, const std::optional<jj::Node>& node) {
  return node ? py::cast(BoundNode{plan, *node}) : py::object(py::none());
}

std::vector<BoundNodeDiff> nodes_of(const jj::PlanDiff& self) {
  std::vector<BoundNodeDiff> nodes;
  for (std::size_t i = 0; i < self.nodes().size(); ++i) nodes.push_back({self, i});
  return nodes;
}

BoundNodeDiff node_at(const jj::PlanDiff& self, py::ssize_t i) {
  const auto size = static_cast<py::ssize_t>(self.nodes().size());
  if (i < -size || i >= size) {
    throw py::index_error("index " + std::to_string(i) +
                          " is out of range: " + std::to_string(size) + " nodes differ");
  }
  return {self, static_cast<std::size_t>(i < 0 ? i + size : i)};
}

bool is_same(const jj::PlanDiff& a, const jj::PlanDiff& b) {
  return a.before() == b.before() && a.after() == b.after();
}

void bind_node_diff(py::module_& module) {
  py::class_<BoundNodeDiff> type(module, "NodeDiff", "A node that differs between two plans.");
  refuse_construction(type, "diff(before, after) gives them");
  bind_copies(type);
  type.def_property_readonly(
          "id", [](const BoundNodeDiff& self) { return self.node().node().id(); },
          "In the second plan, or in the first when it was removed.")
      .def_property_readonly(
          "before",
          [](const BoundNodeDiff& self) {
            return node_or_none(self.diff.before(), self.node().before);
          },
          "The node of the first plan, or None when it was added.")
      .def_property_readonly(
          "after",
          [](const BoundNodeDiff& self) {
            return node_or_none(self.diff.after(), self.node().after);
          },
          "The node of the second plan, or None when it was removed.")
      .def_property_readonly(
          "node",
          [](const BoundNodeDiff& self) {
            const bool is_removed = !self.node().after;
            return BoundNode{is_removed ? self.diff.before() : self.diff.after(),
                             self.node().node()};
          },
          "As it is in the second plan, or as it was when it was removed.")
      .def_property_readonly(
          "kinds",
          [](const BoundNodeDiff& self) {
            py::list kinds;
            for (const jj::DiffKind kind : self.node().kinds) kinds.append(kind);
            return kinds;
          },
          "What became of it: added, removed, moved, reworded, retargeted, reowned, redated, "
          "relinked, reweighted, renumbered or changed.")
      .def_property_readonly(
          "matched_by",
          [](const BoundNodeDiff& self) -> py::object {
            if (!self.node().before || !self.node().after) return py::none();
            return py::cast(self.node().matched_by);
          },
          "How the two were found to be one: by id, title or likeness; None for one alone.")
      .def(
          "fields",
          [](const BoundNodeDiff& self, std::optional<jj::Language> language) {
            return fields_list(self.diff.fields(self.node(), language_of(self.diff, language)));
          },
          py::arg("language") = py::none(), R"(What differs: (kind, field, before, after), in words.

Parameters
----------
language : zh or en; default the second plan's)")
      .def(
          "__eq__",
          [](const BoundNodeDiff& a, const BoundNodeDiff& b) {
            return a.index == b.index && is_same(a.diff, b.diff);
          },
          py::is_operator())
      .def("__hash__",
           [](const BoundNodeDiff& self) {
             return std::hash<std::string_view>{}(self.node().node().id());
           })
      .def("__repr__",
           [](const BoundNodeDiff& self) {
             std::string text = "<NodeDiff " + std::string(self.node().node().id()) + ":";
             for (const jj::DiffKind kind : self.node().kinds)
               text += " " + std::string(jj::to_string(kind));
             return text + ">";
           })
      .def("__reduce__", [](const BoundNodeDiff& self) {
        return py::make_tuple(py::module_::import("operator").attr("getitem"),
                              py::make_tuple(self.diff, self.index));
      });
}

void bind_plan_diff(py::module_& module) {
  py::class_<jj::PlanDiff> type(module, "PlanDiff",
                                "How two plans differ: a sequence of the nodes that do.");
  refuse_construction(type, "diff(before, after) gives it");
  bind_copies(type);
  const auto only = [](jj::DiffKind kind, bool is_after) {
    return [kind, is_after](const jj::PlanDiff& self) {
      BoundSequence<BoundNode> nodes;
      for (const jj::NodeDiff& each : self.nodes()) {
        if (each.is(kind))
          nodes.items.push_back({is_after ? self.after() : self.before(), each.node()});
      }
      return nodes;
    };
  };
  type.def_property_readonly("before", &jj::PlanDiff::before, "The plan that came first.")
      .def_property_readonly("after", &jj::PlanDiff::after, "The plan that it became.")
      .def_property_readonly("added", only(jj::DiffKind::added, true),
                             "Nodes of the second plan that the first does not have.")
      .def_property_readonly("removed", only(jj::DiffKind::removed, false),
                             "Nodes of the first plan that the second does not have.")
      .def_property_readonly("unchanged", &jj::PlanDiff::unchanged,
                             "How many nodes are alike in both.")
      .def_property_readonly("reordered", &jj::PlanDiff::is_reordered,
                             "Whether nodes that are in both come in another order.")
      .def_property_readonly(
          "plan_fields",
          [](const jj::PlanDiff& self) {
            return fields_list(self.plan_fields(language_of(self, {})));
          },
          "What differs in the heading, of no node: (kind, field, before, after).")
      .def(
          "_plan_fields",
          [](const jj::PlanDiff& self, std::optional<jj::Language> language) {
            return fields_list(self.plan_fields(language_of(self, language)));
          },
          py::arg("language") = py::none())
      .def(
          "of",
          [](const jj::PlanDiff& self, jj::DiffKind kind) {
            std::vector<BoundNodeDiff> nodes = nodes_of(self);
            std::erase_if(nodes,
                          [kind](const BoundNodeDiff& each) { return !each.node().is(kind); });
            return nodes;
          },
          py::arg("kind"), R"(The nodes that differ in one way.

Parameters
----------
kind : a DiffKind or its word, such as retargeted

Raises
------
Error
    There is no such word.)")
      .def(
          "find_after",
          [](const jj::PlanDiff& self, const std::string& id) {
            return node_or_none(self.after(), self.find_after(id));
          },
          py::arg("id"),
          R"(The node of the second plan that a node of the first became, or None.

Parameters
----------
id : of a node of the first plan

Raises
------
UnknownIdError
    The first plan has no such node; names the nearest ids.)")
      .def(
          "summary",
          [](const jj::PlanDiff& self, std::optional<jj::Language> language) {
            return jj::summary(self, language_of(self, language));
          },
          py::arg("language") = py::none(), R"(In one line.

Parameters
----------
language : zh or en; default the second plan's)")
      .def(
          "to_text",
          [](const jj::PlanDiff& self, std::optional<jj::Language> language) {
            return jj::to_text(self, language_of(self, language));
          },
          py::arg("language") = py::none(),
          R"(In words, a line a difference, those of one kind together.

Parameters
----------
language : zh or en; default the second plan's)")
      .def("__str__",
           [](const jj::PlanDiff& self) {
             std::string text = jj::to_text(self, language_of(self, {}));
             text.pop_back();
             return text;
           })
      .def("__len__", [](const jj::PlanDiff& self) { return self.nodes().size(); })
      .def("__bool__", [](const jj::PlanDiff& self) { return !self.empty(); })
      .def("__getitem__", &node_at, py::arg("index"),
           "The node at a position, counting from 0 (or back from -1).")
      .def("__iter__",
           [](const py::object& self) {
             return py::reinterpret_steal<py::iterator>(PySeqIter_New(self.ptr()));
           })
      .def("__eq__", &is_same, py::is_operator())
      .def("__repr__",
           [](const jj::PlanDiff& self) {
             return "<PlanDiff " + jj::summary(self, jj::Language::en) + ">";
           })
      .def("__reduce__",
           [](const jj::PlanDiff& self) {
             return py::make_tuple(py::module_::import("jinjiang._core").attr("diff"),
                                   py::make_tuple(self.before(), self.after()));
           })
      .attr("__hash__") = py::none();
}

/// Gives Plan a method.
template <class Function, class... Extra>
void bind_method(const char* name, const Function& function, const Extra&... extra) {
  const py::object plan = py::type::of<jj::Plan>();
  plan.attr(name) = py::cpp_function(function, py::name(name), py::is_method(plan), extra...);
}

BoundSequence<BoundNode> node_list(const jj::Plan& plan, const std::vector<jj::Node>& nodes) {
  return {bound_nodes(plan, nodes)};
}

void bind_structure() {
  bind_method(
      "single_points_of_failure",
      [](const jj::Plan& self, std::size_t most) {
        py::list result;
        for (const jj::SinglePoint& point : jj::single_points_of_failure(self, most))
          result.append(py::make_tuple(BoundNode{self, point.node}, point.carried));
        return result;
      },
      py::arg("most") = 20,
      R"(Nodes that all the work towards others passes through: (node, how many others).

Those that carry most come first.

Parameters
----------
most : how many at the most; default 20)");
  bind_method(
      "carriers_of",
      [](const jj::Plan& self, const std::string& id) {
        return node_list(self, jj::carriers_of(self, id));
      },
      py::arg("id"), R"(The nodes that all the work towards one passes through, the nearest first.

Parameters
----------
id : of a node

Raises
------
UnknownIdError
    Names the nearest ids.)");
  bind_method(
      "carried_by",
      [](const jj::Plan& self, const std::string& id) {
        return node_list(self, jj::carried_by(self, id));
      },
      py::arg("id"), R"(The nodes all of whose work passes through one.

Parameters
----------
id : of a node

Raises
------
UnknownIdError
    Names the nearest ids.)");
  bind_method(
      "bottlenecks",
      [](const jj::Plan& self, std::size_t most) {
        std::vector<jj::Bottleneck> found;
        {
          const py::gil_scoped_release unlocked;
          found = jj::bottlenecks(self, most);
        }
        py::list result;
        for (const jj::Bottleneck& each : found)
          result.append(py::make_tuple(BoundNode{self, each.node}, each.dependents, each.direct));
        return result;
      },
      py::arg("most") = 20,
      R"(Nodes on which most others rest: (node, how many rest on it, how many directly).

Parameters
----------
most : how many at the most; default 20)");
  bind_method(
      "redundant_dependencies",
      [](const jj::Plan& self) {
        std::vector<jj::Dependency> found;
        {
          const py::gil_scoped_release unlocked;
          found = jj::redundant_dependencies(self);
        }
        py::list result;
        for (const jj::Dependency& link : found) {
          result.append(py::make_tuple(BoundNode{self, link.successor},
                                       BoundNode{self, link.predecessor}, link.type, link.lag));
        }
        return result;
      },
      "Dependencies whose ends are also joined by a part or a longer way: (successor, predecessor, "
      "type, lag in days). Types and lags are not looked at; `check` looks at them.");
}

}  // namespace

void bind_diff(py::module_& module) {
  bind_node_diff(module);
  bind_plan_diff(module);
  bind_structure();
  module.def(
      "diff",
      [](const jj::Plan& before, const jj::Plan& after) {
        const py::gil_scoped_release unlocked;
        return jj::diff(before, after);
      },
      py::arg("before"), py::arg("after"), "How two plans differ.");
  module.def(
      "field_label",
      [](const std::string& field, jj::Language language) {
        return std::string(jj::field_label(field, language));
      },
      py::arg("field"), py::arg("language"), "The word that a reader sees for a field of a plan.");
  module.def(
      "diff_label",
      [](jj::DiffKind kind, jj::Language language) {
        return std::string(jj::label(kind, language));
      },
      py::arg("kind"), py::arg("language"),
      "The word that a reader sees for a kind of difference.");
}
