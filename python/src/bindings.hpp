// SPDX-License-Identifier: BSL-1.0
#pragma once

// What the binding files share: nodes and results that keep their plan alive, and sequences of
// them.

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <pybind11/pybind11.h>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/evaluation.hpp>
#include <jinjiang/model.hpp>

#include "arguments.hpp"
#include "casters.hpp"

/// A node with a copy of its plan, which costs a pointer.
struct BoundNode {
  jj::Plan plan;
  jj::Node node;

  /// The same node of equal plans.
  friend bool operator==(const BoundNode& a, const BoundNode& b) {
    return a.node == b.node || (a.node.id() == b.node.id() && a.plan == b.plan);
  }
};

/// A result with its evaluation.
struct BoundResult {
  jj::Evaluation evaluation;
  jj::NodeResult result;
  /// Of a result whose basis is not a text of its evaluation.
  std::shared_ptr<const std::string> own_basis = {};

  [[nodiscard]] std::string_view id() const { return result.node.id(); }

  friend bool operator==(const BoundResult& a, const BoundResult& b) {
    const jj::NodeResult& x = a.result;
    const jj::NodeResult& y = b.result;
    return a.id() == b.id() && x.status == y.status && x.progress == y.progress &&
           x.expected == y.expected && x.pace == y.pace && x.coverage == y.coverage &&
           x.value == y.value && x.unit == y.unit && x.observed_on == y.observed_on &&
           x.stage == y.stage && x.basis == y.basis && x.is_stale == y.is_stale &&
           x.revised_on == y.revised_on;
  }
};

/// A text for messages; bytes that are not UTF-8 show as \xNN.
inline py::str shown_text(std::string_view text) {
  return py::reinterpret_steal<py::str>(
      PyUnicode_DecodeUTF8(text.data(), static_cast<py::ssize_t>(text.size()), "backslashreplace"));
}

/// A path as Python has it: bytes that are not UTF-8 as `os.fsdecode` gives them.
inline py::str path_text(std::string_view path) {
  return py::reinterpret_steal<py::str>(
      PyUnicode_DecodeFSDefaultAndSize(path.data(), static_cast<py::ssize_t>(path.size())));
}

/// Keys x-... with their values as Python objects.
inline py::dict extensions_dict(std::span<const jj::Extension> extensions) {
  py::dict result;
  const py::object loads = py::module_::import("json").attr("loads");
  for (const auto& [key, value] : extensions) result[py::str(key)] = loads(value);
  return result;
}

/// What is said of a source, or None.
inline py::object source_dict(const jj::Source& source) {
  if (source.empty()) return py::none();
  py::dict result;
  if (!source.document.empty()) result["document"] = source.document;
  if (!source.section.empty()) result["section"] = source.section;
  if (source.begin) result["begin"] = *source.begin;
  if (source.end) result["end"] = *source.end;
  return result;
}

/// A class whose objects come from elsewhere; says from where.
template <class Class, class... Options>
void refuse_construction(py::class_<Class, Options...>& type, const char* instead) {
  const std::string text =
      type.attr("__name__").template cast<std::string>() + ": cannot be made by hand; " + instead;
  type.def(py::init([text](const py::args&, const py::kwargs&) -> std::unique_ptr<Class> {
    throw py::type_error(text);
  }));
}

/// What cannot change is its own copy.
template <class Class>
void bind_copies(Class& type) {
  type.def("__copy__", [](const py::object& self) { return self; });
  type.def(
      "__deepcopy__", [](const py::object& self, const py::dict&) { return self; },
      py::arg("memo"));
}

[[nodiscard]] std::vector<BoundNode> bound_nodes(const jj::Plan& plan,
                                                 const std::vector<jj::Node>& nodes);
[[nodiscard]] std::string repr_of(const jj::Target& target);

inline std::string_view id_of(const BoundNode& item) { return item.node.id(); }
inline std::string_view id_of(const BoundResult& item) { return item.id(); }

/// A sequence of nodes or results: by number, slice or id.
template <class Item>
struct BoundSequence {
  std::vector<Item> items;
};

template <class Item>
void bind_sequence(py::module_& module, const char* name, const char* doc, const char* instead) {
  using Sequence = BoundSequence<Item>;
  py::class_<Sequence> type(module, name, doc);
  refuse_construction(type, instead);
  bind_copies(type);
  type.attr("__hash__") = py::none();
  type.def("__len__", [](const Sequence& self) { return self.items.size(); })
      .def(
          "__getitem__",
          [](const Sequence& self, py::ssize_t i) {
            const auto size = static_cast<py::ssize_t>(self.items.size());
            if (i < -size || i >= size) {
              throw py::index_error("index " + std::to_string(i) + " is out of range: there are " +
                                    std::to_string(size));
            }
            return self.items[static_cast<std::size_t>(i < 0 ? i + size : i)];
          },
          py::arg("index"), "The item at a position, counting from 0 (or back from -1).")
      .def(
          "__getitem__",
          [](const Sequence& self, const py::slice& slice) {
            std::size_t start = 0;
            std::size_t stop = 0;
            std::size_t step = 0;
            std::size_t count = 0;
            if (!slice.compute(self.items.size(), &start, &stop, &step, &count))
              throw py::error_already_set();
            Sequence part;
            for (std::size_t i = 0; i < count; ++i, start += step)
              part.items.push_back(self.items[start]);
            return part;
          },
          py::arg("slice"), "The items of a slice.")
      .def(
          "__getitem__",
          [](const Sequence& self, const std::string& id) {
            for (const Item& item : self.items) {
              if (id_of(item) == id) return item;
            }
            std::vector<std::string_view> names;
            for (const Item& item : self.items) names.push_back(id_of(item));
            throw jj::UnknownIdError("no node " + jj::detail::in_quotes(id) + " here" +
                                     jj::detail::nearest_hint(jj::detail::nearest(id, names)));
          },
          py::arg("id"), "The item with an id.")
      .def("__iter__",
           [](const py::object& self) {
             return py::reinterpret_steal<py::iterator>(PySeqIter_New(self.ptr()));
           })
      .def("__contains__",
           [](const Sequence& self, const Item& item) {
             return std::find(self.items.begin(), self.items.end(), item) != self.items.end();
           })
      .def(
          "__eq__", [](const Sequence& a, const Sequence& b) { return a.items == b.items; },
          py::is_operator())
      .def("__contains__",
           [](const Sequence& self, const std::string& id) {
             for (const Item& item : self.items) {
               if (id_of(item) == id) return true;
             }
             return false;
           })
      .def("__contains__", [](const Sequence&, const py::object&) { return false; })
      .def_property_readonly(
          "ids",
          [](const Sequence& self) {
            std::vector<std::string> ids;
            for (const Item& item : self.items) ids.emplace_back(id_of(item));
            return ids;
          },
          "The ids of the items.")
      .def("_ipython_key_completions_",
           [](const py::object& self) -> py::object { return self.attr("ids"); })
      .def("__repr__", [name = std::string(name)](const Sequence& self) {
        constexpr std::size_t most = 8;
        std::string text = name + "(" + std::to_string(self.items.size());
        for (std::size_t i = 0; i < self.items.size() && i < most; ++i) {
          text += (i == 0 ? ": " : ", ") + std::string(id_of(self.items[i]));
        }
        return text + (self.items.size() > most ? ", …)" : ")");
      });
}

void bind_errors(py::module_& module);
void bind_enums(py::module_& module);
void bind_model(py::module_& module);
void bind_target(py::module_& module);
void bind_node(py::module_& module);
void bind_plan(py::module_& module);
void bind_builder(py::module_& module);
void bind_observations(py::module_& module);
void bind_results(py::module_& module);
void bind_evaluation(py::module_& module);
void bind_live(py::module_& module);
void bind_pickling(py::module_& module);
void bind_schedule(py::module_& module);
void bind_scenario(py::module_& module);
void bind_graph(py::module_& module);
void bind_figures(py::module_& module);
void bind_reading(py::module_& module);
void bind_arrow(py::module_& module);
void bind_check(py::module_& module);
void bind_diff(py::module_& module);
