// SPDX-License-Identifier: BSL-1.0

// Plans as graphs for other tools, and documents from one format to another.

#include <jinjiang/io.hpp>

#include "files.hpp"

namespace {

using Write = std::string (*)(const jj::Plan&, const jj::io::GraphTextOptions&);

/// A method of Plan that gives a picture, whose words have a language.
template <Write write>
std::string drawn(const jj::Plan& plan, std::optional<jj::LinkKind> only,
                  std::optional<jj::Language> language) {
  const py::gil_scoped_release unlocked;
  return write(plan, {.only = only, .language = language});
}

void bind_writers(py::module_& module) {
  auto type = py::reinterpret_borrow<py::class_<jj::Plan>>(module.attr("Plan"));
  type.def("to_dot", &drawn<jj::io::write_dot>, py::kw_only(), py::arg("only") = py::none(),
           py::arg("language") = py::none(), R"(As a picture for Graphviz (`dot -Tsvg`).

Parameters
----------
only : part or dependency; default both kinds of links
language : of the words in it, zh or en; default the plan's)")
      .def("to_mermaid", &drawn<jj::io::write_mermaid>, py::kw_only(), py::arg("only") = py::none(),
           py::arg("language") = py::none(),
           R"(As a Mermaid flowchart, for Markdown.

Parameters
----------
only : part or dependency; default both kinds of links
language : of the words in it, zh or en; default the plan's)")
      .def(
          "to_graphml",
          [](const jj::Plan& self, std::optional<jj::LinkKind> only) {
            const py::gil_scoped_release unlocked;
            return jj::io::write_graphml(self, {.only = only});
          },
          py::kw_only(), py::arg("only") = py::none(),
          R"(As GraphML, with the attributes of `to_dicts()`, for network tools.

Parameters
----------
only : part or dependency; default both kinds of links)");
}

jj::io::FileFormat file_format(const std::string& name) {
  if (name == "jjx") return jj::io::FileFormat::jjx;
  return name == "csv" ? jj::io::FileFormat::csv : jj::io::FileFormat::json;
}

const char* name_of(jj::io::JjxKind kind) {
  switch (kind) {
    case jj::io::JjxKind::plan:
      return "plan";
    case jj::io::JjxKind::observations:
      return "observations";
    case jj::io::JjxKind::evaluation:
      break;
  }
  return "evaluation";
}

void bind_documents(py::module_& module) {
  module.def(
      "read_file",
      [](const py::object& path) { return py::bytes(jj::io::read_file(path_of(path))); },
      py::arg("path"), "The bytes of a file; - is standard input.");
  module.def(
      "write_file",
      [](const py::object& path, const py::bytes& bytes) {
        jj::io::write_file(path_of(path), std::string_view(bytes));
      },
      py::arg("path"), py::arg("bytes"),
      "Writes a file: at every moment it is the old or the new.");
  module.def(
      "format_of",
      [](const py::bytes& bytes) {
        switch (jj::io::format_of_content(std::string_view(bytes))) {
          case jj::io::FileFormat::json:
            return "json";
          case jj::io::FileFormat::jjx:
            return "jjx";
          default:
            break;
        }
        return "csv";
      },
      py::arg("bytes"), "json, jjx or csv.");
  module.def(
      "kind_of_jjx",
      [](const py::bytes& bytes, const py::object& name) {
        return name_of(jj::io::kind_of_jjx(std::string_view(bytes), {.file = path_of(name)}));
      },
      py::arg("bytes"), py::arg("name"), "plan, observations or evaluation.");
  module.def(
      "plan_from_bytes",
      [](const py::bytes& bytes, const py::object& name) {
        return jj::io::read_plan(std::string_view(bytes), {.file = path_of(name)});
      },
      py::arg("bytes"), py::arg("name"));
  module.def(
      "observations_from_bytes",
      [](const py::bytes& bytes, const py::object& name, const jj::UnitTable* units) {
        return jj::io::read_observations(std::string_view(bytes), {.file = path_of(name)},
                                         units == nullptr ? jj::UnitTable::standard() : *units);
      },
      py::arg("bytes"), py::arg("name"), py::arg("units") = nullptr);
  module.def(
      "bytes_of_plan",
      [](const jj::Plan& plan, const std::string& format) {
        return py::bytes(jj::io::write_plan(plan, file_format(format)));
      },
      py::arg("plan"), py::arg("format"));
  module.def(
      "bytes_of_observations",
      [](const jj::Observations& observations, const std::string& format) {
        return py::bytes(jj::io::write_observations(observations, file_format(format)));
      },
      py::arg("observations"), py::arg("format"));
}

}  // namespace

void bind_graph(py::module_& module) {
  bind_writers(module);
  bind_documents(module);
}
