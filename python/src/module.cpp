// SPDX-License-Identifier: BSL-1.0

#include <exception>
#include <filesystem>
#include <string>
#include <system_error>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/version.hpp>

#include "bindings.hpp"

namespace {

py::object error_class(const char* name) {
  return py::module_::import("jinjiang._errors").attr(name);
}

void raise(const char* name, const std::exception& error) {
  PyErr_SetString(error_class(name).ptr(), error.what());
}

void raise_format_error(const jj::FormatError& error) {
  const jj::Place& place = error.place();
  const auto number = [](std::size_t value) {
    return value == 0 ? py::object(py::none()) : py::object(py::int_(value));
  };
  const py::object type = error_class("FormatError");
  py::object instance = type(error.what());
  instance.attr("file") = place.file;
  instance.attr("line") = number(place.line);
  instance.attr("column") = number(place.column);
  instance.attr("pointer") = place.pointer;
  PyErr_SetObject(type.ptr(), instance.ptr());
}

void raise_plan_error(const jj::PlanError& error) {
  const py::object type = error_class("PlanError");
  const py::object problem_class = error_class("Problem");
  py::list problems;
  for (const jj::Problem& problem : error.problems()) {
    problems.append(problem_class(problem.node, problem.field, problem.message));
  }
  py::object instance = type(error.what());
  instance.attr("problems") = py::tuple(problems);
  PyErr_SetObject(type.ptr(), instance.ptr());
}

/// What the system says; of a file in a folder that is not there, which folder that is.
std::string what_failed(const jj::FileError& error) {
  const std::filesystem::path folder = std::filesystem::path(error.path()).parent_path();
  std::error_code ignored;
  if (error.code() == std::errc::no_such_file_or_directory && !folder.empty() &&
      !std::filesystem::exists(folder, ignored)) {
    return error.code().message() + "; there is no folder " + folder.string();
  }
  return error.code().message();
}

}  // namespace

void bind_errors(py::module_&) {
  py::register_local_exception_translator([](std::exception_ptr pending) {
    try {
      if (pending) std::rethrow_exception(pending);
    } catch (const jj::PlanError& error) {
      raise_plan_error(error);
    } catch (const jj::FormatError& error) {
      raise_format_error(error);
    } catch (const jj::UnitError& error) {
      raise("UnitError", error);
    } catch (const jj::TargetError& error) {
      raise("TargetError", error);
    } catch (const jj::ObservationError& error) {
      raise("ObservationError", error);
    } catch (const jj::Error& error) {
      raise("Error", error);
    } catch (const jj::FileError& error) {
      // OSError(errno, text, name) makes itself a FileNotFoundError and so on.
      const py::object type = py::module_::import("builtins").attr("OSError");
      const py::object instance = type(error.code().value(), what_failed(error), error.path());
      PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(instance.ptr())), instance.ptr());
    } catch (const jj::UnknownIdError& error) {
      raise("UnknownIdError", error);
    }
  });
}

PYBIND11_MODULE(_core, module) {
  module.doc() = "The compiled part of jinjiang.";
  module.attr("__version__") = JINJIANG_VERSION;
  module.def("display_width", &jj::detail::display_width, py::arg("text"),
             "Columns that a text takes in a terminal: two for a Chinese character.");
  module.def("format_rounded", &jj::detail::format_rounded, py::arg("value"), py::arg("decimals"),
             "A number with at most so many decimals and no trailing zeros.");
  bind_errors(module);
  bind_model(module);
  bind_observations(module);
  bind_plan(module);
  bind_evaluation(module);
  bind_pickling(module);
  bind_graph(module);
  bind_figures(module);
  bind_reading(module);
  bind_arrow(module);
}
