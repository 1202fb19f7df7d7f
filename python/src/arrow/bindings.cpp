// SPDX-License-Identifier: BSL-1.0

// Tables for Python: the class Table, the Arrow PyCapsule protocol on what has a table, and
// observations from tables.

#include "bindings.hpp"
#include <set>

#include "arrow/export.hpp"
#include "arrow/import.hpp"

namespace {

/// A buffer or None, for numpy.
py::object buffer_object(const TableBuffer& buffer) {
  return buffer.data == nullptr ? py::object(py::none()) : py::cast(buffer);
}

py::object column_object(const TableColumnPtr& column) {
  if (!column) return py::none();
  py::list buffers;
  for (const TableBuffer& buffer : column->buffers) buffers.append(buffer_object(buffer));
  py::list children;
  for (const TableColumnPtr& child : column->children) children.append(column_object(child));
  py::dict result;
  result["format"] = column->format;
  result["length"] = column->length;
  result["nulls"] = column->nulls;
  result["nullable"] = column->is_nullable;
  result["buffers"] = buffers;
  result["children"] = children;
  result["dictionary"] = column_object(column->dictionary);
  return result;
}

/// The texts of a column. One that is the same as that before it is the same object.
py::list texts_of(const TableBuffer& ends, const TableBuffer* bytes, py::ssize_t count) {
  const auto* const end = static_cast<const std::int64_t*>(ends.data);
  const auto* const text = bytes == nullptr ? "" : static_cast<const char*>(bytes->data);
  py::list texts(count);
  std::string_view last;
  py::object made;
  for (py::ssize_t i = 0; i < count; ++i) {
    const std::string_view one(text + end[i], static_cast<std::size_t>(end[i + 1] - end[i]));
    if (!made || one != last) {
      made = py::reinterpret_steal<py::object>(
          PyUnicode_DecodeUTF8(one.data(), static_cast<py::ssize_t>(one.size()), nullptr));
      if (!made) throw py::error_already_set();
      last = one;
    }
    PyList_SET_ITEM(texts.ptr(), i, py::object(made).release().ptr());
  }
  return texts;
}

/// The three methods of the Arrow PyCapsule protocol and `_table()`.
template <class Class, class Make, class MakeEmpty>
void bind_protocol(const Make& make, const MakeEmpty& make_empty) {
  auto type = py::reinterpret_borrow<py::class_<Class>>(py::type::of<Class>());
  const auto table_of = [make](const Class& self) {
    const Class kept = self;  // whatever another thread does to it meanwhile
    const py::gil_scoped_release unlocked;
    return make(kept);
  };
  type.def("_table", table_of, "The columns as a Table.")
      .def(
          "__arrow_c_schema__", [make_empty](const Class&) { return schema_capsule(make_empty()); },
          "The columns' names and types, for any library that speaks Arrow.")
      .def(
          "__arrow_c_array__",
          [table_of](const Class& self, const py::object&) {
            const Table table = table_of(self);
            return py::make_tuple(schema_capsule(table), array_capsule(table));
          },
          py::arg("requested_schema") = py::none(),
          "All rows as one batch. A requested schema is only a wish and is passed over.")
      .def(
          "__arrow_c_stream__",
          [table_of](const Class& self, const py::object&) {
            return stream_capsule(table_of(self));
          },
          py::arg("requested_schema") = py::none(),
          "A stream of one batch. A requested schema is only a wish and is passed over.");
}

void bind_table(py::module_& module) {
  py::class_<TableBuffer> buffer(module, "_TableBuffer", py::buffer_protocol(),
                                 "Bytes of a column; read-only.");
  refuse_construction(buffer, "take it from a table");
  buffer.def_buffer([](const TableBuffer& self) {
    return py::buffer_info(static_cast<const std::uint8_t*>(self.data),
                           static_cast<py::ssize_t>(self.bytes), true);
  });
  module.def("texts", &texts_of, py::arg("ends"), py::arg("bytes"), py::arg("count"),
             "The texts of a column of texts.");
  py::class_<Table> type(module, "Table", R"(Columns of a plan, of observations or of an evaluation.

Speaks the Arrow PyCapsule protocol: pyarrow, polars, DuckDB, nanoarrow and others take it as it is.)");
  refuse_construction(type, "take it from a plan, as in plan.links");
  bind_copies(type);
  type.def_property_readonly(
          "name", [](const Table& self) { return self.name; }, "What it is a table of.")
      .def_property_readonly(
          "columns",
          [](const Table& self) {
            std::vector<std::string> names;
            for (const TableColumnPtr& column : self.root->children) names.push_back(column->name);
            return names;
          },
          "The names of the columns.")
      .def(
          "_column",
          [](const Table& self, const std::string& name) -> py::object {
            for (const TableColumnPtr& column : self.root->children) {
              if (column->name == name) return column_object(column);
            }
            throw py::key_error(name);
          },
          py::arg("name"), "The layout of a column.")
      .def("__len__", &Table::size)
      .def(
          "__arrow_c_schema__", [](const Table& self) { return schema_capsule(self); },
          "The columns' names and types, for any library that speaks Arrow.")
      .def(
          "__arrow_c_array__",
          [](const Table& self, const py::object&) {
            return py::make_tuple(schema_capsule(self), array_capsule(self));
          },
          py::arg("requested_schema") = py::none(),
          "All rows as one batch. A requested schema is only a wish and is passed over.")
      .def(
          "__arrow_c_stream__",
          [](const Table& self, const py::object&) { return stream_capsule(self); },
          py::arg("requested_schema") = py::none(),
          "A stream of one batch. A requested schema is only a wish and is passed over.")
      .def("__repr__", [](const Table& self) {
        return "<Table of " + self.name + ": " + std::to_string(self.size()) + " rows, " +
               std::to_string(self.root->children.size()) + " columns>";
      });
}

void bind_import(py::module_& module) {
  module.def(
      "import_table",
      [](const py::object& table, const py::dict& names, const jj::UnitTable* units, bool collect) {
        const jj::UnitTable standard = jj::UnitTable::standard();
        ImportedTable imported =
            import_table(table, names, units == nullptr ? standard : *units, collect);
        py::list rejected;
        for (const RejectedRow& row : imported.rejected)
          rejected.append(py::make_tuple(row.row, shown_text(row.reason), row.values));
        return py::make_tuple(imported.observations, imported.rows, rejected, imported.wrong);
      },
      py::arg("table"), py::arg("names"), py::arg("units") = nullptr, py::kw_only(),
      py::arg("collect") = false,
      "Observations, the row of each, rows that cannot be read as (row, reason, values), and how "
      "many "
      "there are.");
  module.def("column_hint", &column_hint, py::arg("name"),
             "The nearest columns of observations, for a message.");
  module.def(
      "contradictions",
      [](const jj::Observations& observations) {
        py::list found;
        for (const Contradiction& one : contradictions_of(observations))
          found.append(py::make_tuple(one.reading, one.earlier, one.what));
        return found;
      },
      py::arg("observations"), "Readings that contradict an earlier one: (place, earlier, why).");
  module.def(
      "without",
      [](const jj::Observations& observations, const std::set<std::size_t>& places) {
        const py::gil_scoped_release unlocked;
        jj::Observations kept;
        for (std::size_t i = 0; i < observations.size(); ++i) {
          if (!places.contains(i)) kept.add(observations[i]);
        }
        return kept;
      },
      py::arg("observations"), py::arg("places"), "The readings but for those at some places.");
}

}  // namespace

void bind_arrow(py::module_& module) {
  bind_table(module);
  bind_protocol<jj::Plan>(&nodes_table, [] { return nodes_table(jj::Plan()); });
  bind_protocol<jj::Observations>(&observations_table,
                                  [] { return observations_table(jj::Observations()); });
  bind_protocol<jj::Evaluation>(&evaluation_table,
                                [] { return evaluation_table(jj::Evaluation()); });
  auto plan = py::reinterpret_borrow<py::class_<jj::Plan>>(py::type::of<jj::Plan>());
  plan.def_property_readonly(
      "links",
      [](const jj::Plan& self) {
        const py::gil_scoped_release unlocked;
        return links_table(self);
      },
      "The links as a Table: parts of goals and dependencies.");
  bind_import(module);
}
