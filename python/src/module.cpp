// SPDX-License-Identifier: BSL-1.0

#include <exception>
#include <filesystem>
#include <string>
#include <system_error>

#include <unistd.h>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/version.hpp>

#include "bindings.hpp"

namespace {

py::object error_class(const char* name) {
  return py::module_::import("jinjiang._errors").attr(name);
}

void raise(const char* name, const std::exception& error) {
  PyErr_SetObject(error_class(name).ptr(), shown_text(error.what()).ptr());
}

void raise_format_error(const jj::FormatError& error) {
  const jj::Place& place = error.place();
  const auto number = [](std::size_t value) {
    return value == 0 ? py::object(py::none()) : py::object(py::int_(value));
  };
  const py::object type = error_class("FormatError");
  py::object instance = type(shown_text(error.what()));
  instance.attr("file") = path_text(place.file);
  instance.attr("line") = number(place.line);
  instance.attr("column") = number(place.column);
  instance.attr("pointer") = shown_text(place.pointer);
  PyErr_SetObject(type.ptr(), instance.ptr());
}

void raise_plan_error(const jj::PlanError& error) {
  const py::object type = error_class("PlanError");
  const py::object problem_class = error_class("Problem");
  py::list problems;
  for (const jj::Problem& problem : error.problems()) {
    problems.append(problem_class(shown_text(problem.node), shown_text(problem.field),
                                  shown_text(problem.message)));
  }
  py::object instance = type(shown_text(error.what()));
  instance.attr("problems") = py::tuple(problems);
  PyErr_SetObject(type.ptr(), instance.ptr());
}

bool is_refused(const std::error_code& code) {
  return code == std::errc::permission_denied || code == std::errc::operation_not_permitted ||
         code == std::errc::read_only_file_system;
}

/// What the system says; of a file in a folder that is not there, which folder that is.
std::string what_failed(const jj::FileError& error) {
  const std::filesystem::path folder = std::filesystem::path(error.path()).parent_path();
  std::error_code ignored;
  if (error.code() == std::errc::no_such_file_or_directory && !folder.empty() &&
      !std::filesystem::exists(folder, ignored)) {
    return error.code().message() + "; there is no folder " + folder.string();
  }
  if (is_refused(error.code())) {
    const std::filesystem::path real = std::filesystem::weakly_canonical(error.path(), ignored);
    const std::string inside = real.parent_path().string();
    if (!inside.empty() && ::access(inside.c_str(), F_OK) == 0 &&
        ::access(inside.c_str(), W_OK) != 0) {
      return error.code().message() + "; a file is written anew in its folder, and " + inside +
             " is not writable";
    }
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
    } catch (const jj::UnknownObservationError& error) {
      raise("UnknownObservationError", error);
    } catch (const jj::ObservationError& error) {
      raise("ObservationError", error);
    } catch (const jj::Error& error) {
      raise("Error", error);
    } catch (const jj::FileError& error) {
      // OSError(errno, text, name) makes itself a FileNotFoundError and so on.
      const py::object type = py::module_::import("builtins").attr("OSError");
      const py::object instance =
          type(error.code().value(), shown_text(what_failed(error)), path_text(error.path()));
      PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(instance.ptr())), instance.ptr());
    } catch (const jj::UnknownIdError& error) {
      raise("UnknownIdError", error);
    } catch (const py::type_error& error) {
      PyErr_SetObject(PyExc_TypeError, shown_text(error.what()).ptr());
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
  bind_live(module);
  bind_pickling(module);
  bind_schedule(module);
  bind_scenario(module);
  bind_graph(module);
  bind_figures(module);
  bind_reading(module);
  bind_arrow(module);
  bind_check(module);
  bind_diff(module);
}
