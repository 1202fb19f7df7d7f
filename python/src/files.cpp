// SPDX-License-Identifier: BSL-1.0

#include "files.hpp"

#include <cerrno>

std::string path_of(const py::object& path) {
  return py::module_::import("os").attr("fsencode")(path).cast<std::string>();
}

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
                  jj::detail::in_quotes(name));
}

std::string name_of(const py::object& file) {
  const py::object name = py::getattr(file, "name", py::none());
  return py::isinstance<py::str>(name) ? path_of(name) : std::string();
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

/// How much a file took of what is left: all, when it does not say.
std::size_t taken(const py::object& file, const py::object& said, std::size_t left) {
  const py::object raw_file = py::module_::import("io").attr("RawIOBase");
  const bool is_full = said.is_none() && py::isinstance(file, raw_file);  // and does not block
  if (!is_full && !PyLong_CheckExact(said.ptr())) return left;
  const auto count = is_full ? 0 : PyLong_AsLongLong(said.ptr());
  if (count > 0) return std::min(left, static_cast<std::size_t>(count));
  PyErr_Clear();
  const py::object error =
      py::module_::import("builtins")
          .attr("BlockingIOError")(EAGAIN,
                                   "the file takes no more for now: " + std::to_string(left) +
                                       " bytes are not written; give one that blocks");
  PyErr_SetObject(PyExc_BlockingIOError, error.ptr());
  throw py::error_already_set();
}

/// A file without a buffer may take less than it is given.
void write_bytes(const py::object& file, const std::string& bytes) {
  const py::bytes all(bytes);
  std::size_t done = taken(file, file.attr("write")(all), bytes.size());
  const py::memoryview view(all);
  while (done < bytes.size()) {
    const py::slice rest(static_cast<py::ssize_t>(done), static_cast<py::ssize_t>(bytes.size()), 1);
    done += taken(file, file.attr("write")(view[rest]), bytes.size() - done);
  }
}

void write_to(const py::object& file, const std::string& bytes, FileFormat format) {
  if (!takes_text(file)) {
    write_bytes(file, bytes);
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
    return {cast_to<std::string>("read()", data, "a text or bytes"), name_of(source)};
  }
  const std::string path = path_of(source);
  const py::gil_scoped_release unlocked;
  return {jj::io::read_file(path), path == "-" ? "<stdin>" : path};
}
