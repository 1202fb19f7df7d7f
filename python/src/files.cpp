// SPDX-License-Identifier: BSL-1.0

#include "files.hpp"

namespace {

using jj::io::FileFormat;

FileFormat format_named(const std::string& name) {
  if (name == "json") return FileFormat::json;
  if (name == "jjx") return FileFormat::jjx;
  if (name == "csv") return FileFormat::csv;
  if (name == "dot") return FileFormat::dot;
  if (name == "mmd") return FileFormat::mermaid;
  if (name == "graphml") return FileFormat::graphml;
  throw jj::Error("format: expected json, jjx, csv, dot, mmd or graphml, found " +
                  jj::detail::quoted(name));
}

std::string path_of(const py::object& path) {
  return py::module_::import("os").attr("fsencode")(path).cast<std::string>();
}

std::string name_of(const py::object& file) {
  const py::object name = py::getattr(file, "name", py::none());
  return py::isinstance<py::str>(name) ? name.cast<std::string>() : std::string();
}

/// The format that an open file's name asks for; JSON where it has none.
FileFormat format_of(const py::object& file) {
  const std::string name = name_of(file);
  const bool has_ending = name.find('.') != std::string::npos;
  return has_ending ? jj::io::format_of_name(name) : FileFormat::json;
}

bool takes_text(const py::object& file) {
  const py::object text_file = py::module_::import("io").attr("TextIOBase");
  return py::isinstance(file, text_file) || py::hasattr(file, "encoding");
}

void write_to(const py::object& file, const std::string& bytes, FileFormat format) {
  if (!takes_text(file)) {
    file.attr("write")(py::bytes(bytes));
  } else if (format != FileFormat::jjx) {
    file.attr("write")(py::str(bytes));
  } else {
    throw py::type_error("an archive is bytes; open the file in binary mode, \"wb\"");
  }
}

}  // namespace

void save_to(const py::object& target, const std::optional<std::string>& format,
             const std::function<std::string(FileFormat)>& write) {
  const bool is_file = py::hasattr(target, "write");
  const std::string path = is_file ? std::string() : path_of(target);
  const FileFormat chosen = format    ? format_named(*format)
                            : is_file ? format_of(target)
                                      : jj::io::format_of_name(path);
  std::string bytes;
  {
    const py::gil_scoped_release unlocked;
    bytes = write(chosen);
    if (!is_file) jj::io::write_file(path, bytes);
  }
  if (is_file) write_to(target, bytes, chosen);
}

Contents contents_of(const py::object& source) {
  if (py::hasattr(source, "read")) {
    const py::object data = source.attr("read")();
    return {data.cast<std::string>(), name_of(source)};
  }
  const std::string path = path_of(source);
  const py::gil_scoped_release unlocked;
  return {jj::io::read_file(path), path == "-" ? "<stdin>" : path};
}
