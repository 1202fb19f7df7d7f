// SPDX-License-Identifier: BSL-1.0
#pragma once

// How the library's small values cross over: dates as datetime.date (or ISO text), enumerators as
// members of a StrEnum (or their names).

#include <datetime.h>

#include <string>
#include <typeinfo>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <jinjiang/detail/names.hpp>
#include <jinjiang/evaluation/status.hpp>
#include <jinjiang/model/date.hpp>
#include <jinjiang/model/vocabulary.hpp>

namespace py = pybind11;
namespace jj = jinjiang;

/// The StrEnum of an enumeration, made on first use.
template <jj::NamedEnum Enum>
py::object& enum_class(const char* name = nullptr) {
  static py::object* made = nullptr;  // lives as long as the interpreter
  if (made == nullptr) {
    py::list members;
    for (const std::string_view member : jj::EnumNames<Enum>::all) {
      const std::string text(member);
      members.append(py::make_tuple(text, text));
    }
    const py::object str_enum = py::module_::import("enum").attr("StrEnum");
    made = new py::object(str_enum(name, members, py::arg("module") = "jinjiang"));
  }
  return *made;
}

namespace PYBIND11_NAMESPACE {
namespace detail {

/// Ours are StrEnums, not pybind11's own enumerations.
template <jj::NamedEnum Enum>
struct type_caster_enum_type_enabled<Enum, void> : std::false_type {};

template <>
struct type_caster<jj::Date> {
  PYBIND11_TYPE_CASTER(jj::Date, const_name("datetime.date"));

  bool load(handle source, bool) {
    if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
    if (PyUnicode_Check(source.ptr())) {
      value = jj::Date::parse(source.cast<std::string>());
      return true;
    }
    if (!PyDate_Check(source.ptr())) return false;
    value = jj::Date(std::chrono::year{PyDateTime_GET_YEAR(source.ptr())} /
                     std::chrono::month{static_cast<unsigned>(PyDateTime_GET_MONTH(source.ptr()))} /
                     std::chrono::day{static_cast<unsigned>(PyDateTime_GET_DAY(source.ptr()))});
    return true;
  }

  static handle cast(jj::Date date, return_value_policy, handle) {
    if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
    const auto day = date.year_month_day();
    return PyDate_FromDate(static_cast<int>(day.year()),
                           static_cast<int>(static_cast<unsigned>(day.month())),
                           static_cast<int>(static_cast<unsigned>(day.day())));
  }
};

template <jj::NamedEnum Enum>
struct type_caster<Enum> {
  PYBIND11_TYPE_CASTER(Enum, const_name("str"));

  bool load(handle source, bool) {
    if (!PyUnicode_Check(source.ptr())) return false;
    const auto text = source.cast<std::string>();
    const auto found = jj::find_enum<Enum>(text);
    if (!found)
      throw py::value_error("expected " + jj::list_names<Enum>() + ", found \"" + text + "\"");
    value = *found;
    return true;
  }

  static handle cast(Enum source, return_value_policy, handle) {
    const std::string text(jj::to_string(source));
    return py::object(enum_class<Enum>().attr(text.c_str())).release();
  }
};

}  // namespace detail
}  // namespace PYBIND11_NAMESPACE
