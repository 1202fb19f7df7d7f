// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <functional>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/io.hpp>
#include <jinjiang/reading/report.hpp>

#include "files.hpp"
#include "watched_call.hpp"

jj::ReadingOptions reading_options(const py::object& unit, jj::Stage stage, std::string basis,
                                   std::optional<jj::Date> known_on, jj::Span span,
                                   std::string source, std::string note) {
  return {to_unit(unit),     stage,          std::move(basis), known_on, span,
          std::move(source), std::move(note)};
}

namespace {

/// Whether a text that is not UTF-8 began as if it were: with a Chinese character of three bytes.
bool is_broken_utf8(std::string_view text, std::size_t bad) {
  const std::string_view good = text.substr(0, bad);
  return std::any_of(good.begin(), good.end(), [](char byte) {
    return static_cast<unsigned char>(byte) >= 0xE3 && static_cast<unsigned char>(byte) <= 0xE9;
  });
}

/// What is read from; CSV in GB18030, as spreadsheets in China save it, becomes UTF-8.
Contents readings_of(const py::object& source) {
  Contents contents = contents_of(source);
  if (jj::io::format_of_content(contents.bytes) != jj::io::FileFormat::csv) return contents;
  const auto bad = jj::detail::find_invalid_utf8(contents.bytes);
  if (!bad || is_broken_utf8(contents.bytes, *bad)) return contents;
  try {
    contents.bytes = jj::reading::decode_report(contents.bytes);
  } catch (const jj::FormatError&) {  // neither: the reader of CSV says where
  }
  return contents;
}

std::string repr_of(const jj::Observation& self) {
  const bool is_odd = jj::detail::has_control_character(self.id);
  std::string text = (is_odd ? jj::detail::in_quotes(self.id) : self.id) + " " +
                     jj::to_string(self.observed_on) + " " + jj::detail::format_number(self.value);
  if (!self.options.unit.is_none()) text += " " + self.options.unit.symbol();
  if (!self.options.basis.empty()) text += " (" + jj::detail::in_quotes(self.options.basis) + ")";
  return "<Observation " + text + ">";
}

void bind_observation(py::module_& module) {
  py::class_<jj::Observation> type(module, "Observation", "One reading of an indicator or a task.");
  bind_copies(type);
  type.def(py::init([](std::string id, jj::Date observed_on, double value, const py::object& unit,
                       jj::Stage stage, std::string basis, std::optional<jj::Date> known_on,
                       jj::Span span, std::string source, std::string note) {
             return jj::Observation{std::move(id), observed_on, value,
                                    reading_options(unit, stage, std::move(basis), known_on, span,
                                                    std::move(source), std::move(note))};
           }),
           py::arg("id"), py::arg("observed_on"), py::arg("value"), py::kw_only(),
           py::arg("unit") = "", py::arg("stage") = "final", py::arg("basis") = "",
           py::arg("known_on") = py::none(), py::arg("span") = "cumulative", py::arg("source") = "",
           py::arg("note") = "",
           (std::string(reading_parameters) + R"(
Raises
------
UnitError
    The unit is unknown. What else is wrong is said where the reading is added.)")
               .c_str())
      .def_readonly("id", &jj::Observation::id, "Of the indicator or task.")
      .def_readonly("observed_on", &jj::Observation::observed_on, "Date of the reading.")
      .def_readonly("value", &jj::Observation::value,
                    "In `unit`; without one in that of the target; of a task 0 to 1.")
      .def_property_readonly(
          "unit", [](const jj::Observation& self) { return self.options.unit; },
          "As given; none: that of the target.")
      .def_property_readonly(
          "stage", [](const jj::Observation& self) { return self.options.stage; },
          "How sure it is.")
      .def_property_readonly(
          "basis", [](const jj::Observation& self) { return self.options.basis; }, "口径")
      .def_property_readonly(
          "known_on",
          [](const jj::Observation& self) {
            return self.options.known_on.value_or(self.observed_on);
          },
          "The day it became known.")
      .def_property_readonly(
          "span", [](const jj::Observation& self) { return self.options.span; },
          "Of a flow: from the start of the period, or of its own span only.")
      .def_property_readonly(
          "source", [](const jj::Observation& self) { return self.options.source; },
          "Where it was read; may be empty.")
      .def_property_readonly(
          "note", [](const jj::Observation& self) { return self.options.note; },
          "Free text; may be empty.")
      .def(
          "__eq__", [](const jj::Observation& a, const jj::Observation& b) { return a == b; },
          py::is_operator())
      .def("__hash__",
           [](const jj::Observation& self) {
             return std::hash<std::string>{}(self.id) ^ std::hash<double>{}(self.value);
           })
      .def("__repr__", [](const jj::Observation& self) { return repr_of(self); });
}

/// Only a CSV has rows of which some can be read.
jj::io::CollectedObservations collected(const Contents& contents, const jj::UnitTable& units) {
  const jj::io::ReadOptions options{.file = contents.name};
  const bool is_table = !jj::io::is_read_as_jjx(contents.bytes, options) &&
                        jj::io::format_of_content(contents.bytes) == jj::io::FileFormat::csv;
  if (!is_table) return {.observations = jj::io::read_observations(contents.bytes, options, units)};
  return jj::io::collect_observations_csv(contents.bytes, options, units);
}

py::list rejected_rows(const jj::io::CollectedObservations& found) {
  std::vector<py::str> titles(found.header.begin(), found.header.end());
  py::list rows;
  for (const jj::io::RejectedRow& row : found.rejected) {
    py::dict values;
    for (std::size_t i = 0; i < std::min(titles.size(), row.fields.size()); ++i)
      values[titles[i]] = row.fields[i];
    rows.append(py::make_tuple(row.line, shown_text(row.reason), values));
  }
  return rows;
}

}  // namespace

void bind_observations(py::module_& module) {
  bind_observation(module);
  py::class_<jj::Observations>(module, "Observations",
                               R"(A set of readings. It grows; an evaluation keeps what it saw.

>>> import jinjiang as jj
>>> seen = jj.Observations()
>>> seen.add("land.reuse", "2024-03-31", 1600, unit="亩")
>>> len(seen)
1)")
      .def(py::init<>())
      .def_property_readonly(
          "extensions",
          [](const jj::Observations& self) { return extensions_dict(self.extensions()); },
          "Keys of your own, which begin with x-.")
      .def(
          "add",
          [](jj::Observations& self, const std::string& id, jj::Date observed_on, double value,
             const py::object& unit, jj::Stage stage, std::string basis,
             std::optional<jj::Date> known_on, jj::Span span, std::string source,
             std::string note) {
            self.add(id, observed_on, value,
                     reading_options(unit, stage, std::move(basis), known_on, span,
                                     std::move(source), std::move(note)));
          },
          py::arg("id"), py::arg("observed_on"), py::arg("value"), py::kw_only(),
          py::arg("unit") = "", py::arg("stage") = "final", py::arg("basis") = "",
          py::arg("known_on") = py::none(), py::arg("span") = "cumulative", py::arg("source") = "",
          py::arg("note") = "",
          (std::string("Adds a reading.\n\n") + reading_parameters + R"(
Raises
------
ObservationError
    The id or the value is out of range, or it is known before its date. Whether it fits its node
    is seen when a plan is evaluated.
UnitError
    The unit is unknown.)")
              .c_str())
      .def("__len__", &jj::Observations::size)
      .def("__iter__",
           [](const py::object& self) {
             return py::reinterpret_steal<py::iterator>(PySeqIter_New(self.ptr()));
           })
      .def(
          "__getitem__",
          [](const jj::Observations& self, py::ssize_t i) {
            const auto size = static_cast<py::ssize_t>(self.size());
            if (i < -size || i >= size) {
              throw py::index_error("index " + std::to_string(i) + " is out of range: there are " +
                                    std::to_string(size));
            }
            return self[static_cast<std::size_t>(i < 0 ? i + size : i)];
          },
          py::arg("index"), "The reading at a position, in order of insertion.")
      .def("check", &jj::Observations::check,
           R"(Looks for readings that cannot both hold; docs/rules.md, section 10.

Raises
------
ObservationError
    There are two; names both.)")
      .def("of", &jj::Observations::of, py::arg("id"),
           R"(The readings of one node, by date.

Parameters
----------
id : of a node; an unknown id has no readings)")
      .def(
          "replacing",
          [](const jj::Observations& self, const std::map<std::string, double>& values,
             std::optional<jj::Date> on) {
            const std::vector<std::pair<std::string, double>> pairs(values.begin(), values.end());
            return self.replacing(pairs, on);
          },
          py::arg("values"), py::kw_only(), py::arg("on") = py::none(),
          R"(A copy in which some nodes read otherwise.

Parameters
----------
values : mapping of ids to numbers, each in the unit of the node's latest reading, else in the
    target's
on : date of all of them; default for each node that of its latest reading

Raises
------
ObservationError
    A node has no reading to replace and `on` is not given, or a value is not finite.)")
      .def(
          "to_csv",
          [](const jj::Observations& self) { return jj::io::write_observations_csv(self); },
          "As CSV text.")
      .def(
          "to_json",
          [](const jj::Observations& self) { return jj::io::write_observations_json(self); },
          "As a JSON document.")
      .def(
          "save",
          [](const jj::Observations& self, const py::object& path,
             std::optional<std::string> format) {
            save_to(path, format,
                    [&](auto chosen) { return jj::io::write_observations(self, chosen); });
          },
          py::arg("path"), py::kw_only(), py::arg("format") = py::none(),
          R"(Writes them to a path (- is standard output) or an open file.

Parameters
----------
path : a path, or an object with a method `write`
format : csv, json or jjx; default by the name, JSON where there is none)")
      .def("__copy__", [](const jj::Observations& self) { return self; })
      .def(
          "__deepcopy__", [](const jj::Observations& self, const py::dict&) { return self; },
          py::arg("memo"))
      .def(
          "__eq__", [](const jj::Observations& a, const jj::Observations& b) { return a == b; },
          py::is_operator())
      .def("__repr__",
           [](const jj::Observations& self) {
             return "<Observations: " + std::to_string(self.size()) + " readings>";
           })
      .attr("__hash__") = py::none();

  const auto units_or_standard = [](const jj::UnitTable* units) {
    return units == nullptr ? jj::UnitTable::standard() : *units;
  };
  module.def(
      "load_observations",
      [units_or_standard](const py::object& source, const jj::UnitTable* units,
                          const jj::Plan* plan) {
        const Contents contents = readings_of(source);
        return watched([&] {
          return jj::io::read_observations(contents.bytes, {.file = contents.name, .plan = plan},
                                           units_or_standard(units));
        });
      },
      py::arg("source"), py::arg("units") = nullptr, py::arg("plan") = nullptr,
      "Observations from a path, - or an open file, in CSV, JSON or .jjx, of nodes of a plan if "
      "one is given.");
  module.def(
      "collect_observations",
      [units_or_standard](const py::object& source, const jj::UnitTable* units) {
        const Contents contents = readings_of(source);
        const jj::io::CollectedObservations found =
            watched([&] { return collected(contents, units_or_standard(units)); });
        return py::make_tuple(found.observations, found.lines, rejected_rows(found));
      },
      py::arg("source"), py::arg("units") = nullptr,
      "Observations as load_observations gives them; of a CSV only the rows that can be read, the "
      "line of each, and the others as (line, reason, values).");
  module.def(
      "parse_observations",
      [units_or_standard](const std::string& text, const std::string& name,
                          const jj::UnitTable* units) {
        return watched([&] {
          return jj::io::read_observations(text, {.file = name}, units_or_standard(units));
        });
      },
      py::arg("text"), py::arg("name") = "", py::arg("units") = nullptr,
      "Observations from CSV or JSON text.");
  module.def(
      "parse_date", [](jj::Date day) { return day; }, py::arg("day"),
      "A date from a date or ISO text.");
  module.attr("DATE_SPELLINGS") = std::string(jj::io::date_spellings);
  module.def("find_cell_date", &jj::io::find_cell_date, py::arg("text"),
             "The date in a cell of a table, or None.");
  module.def(
      "find_cell_number",
      [](const std::string& text) -> std::optional<std::pair<double, bool>> {
        const auto number = jj::io::find_cell_number(text);
        if (!number) return std::nullopt;
        return std::pair(number->value, number->is_percent);
      },
      py::arg("text"), "The number in a cell of a table and whether a sign % follows it, or None.");
  module.def(
      "parse_stage", [](jj::Stage stage) { return stage; }, py::arg("stage"),
      "A Stage from its name.");
  module.def(
      "parse_span", [](jj::Span span) { return span; }, py::arg("span"), "A Span from its name.");
}
