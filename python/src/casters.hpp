// SPDX-License-Identifier: BSL-1.0
#pragma once

// How values cross over: dates as datetime.date (or ISO text), enumerators as members of a StrEnum
// (or their names), objects of our classes only when there is something in them.

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <datetime.h>  // needs Python.h, which pybind11 includes as it must be

#include <jinjiang/analysis.hpp>
#include <jinjiang/detail/names.hpp>
#include <jinjiang/detail/text.hpp>
#include <jinjiang/evaluation.hpp>
#include <jinjiang/io/cell.hpp>
#include <jinjiang/model.hpp>

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

/// The enumerator that a word names.
template <jj::NamedEnum Enum>
std::optional<Enum> find_word(std::string_view word) {
  return jj::find_enum<Enum>(word);
}

/// Also the words of a Chinese table, as in the CSV of observations.
template <>
inline std::optional<jj::Stage> find_word<jj::Stage>(std::string_view word) {
  if (word == "预计") return jj::Stage::estimate;
  if (word == "初步") return jj::Stage::provisional;
  if (word == "最终") return jj::Stage::final;
  return jj::find_enum<jj::Stage>(word);
}

template <>
inline std::optional<jj::Span> find_word<jj::Span>(std::string_view word) {
  if (word == "累计") return jj::Span::cumulative;
  if (word == "当期") return jj::Span::per_period;
  return jj::find_enum<jj::Span>(word);
}

/// The bytes of a text; nothing when it holds half of a surrogate pair.
inline std::optional<std::string> find_utf8(const py::handle& text) {
  py::ssize_t size = 0;
  const char* const bytes = PyUnicode_AsUTF8AndSize(text.ptr(), &size);
  if (bytes == nullptr) {
    PyErr_Clear();
    return std::nullopt;
  }
  return std::string(bytes, static_cast<std::size_t>(size));
}

struct BoundNode;
struct BoundResult;
struct BoundChange;
struct BoundLive;
struct Table;
struct TableBuffer;
struct BoundBlock;
struct BoundFinding;
struct BoundNodeDiff;
struct BoundReport;
struct BoundFigure;
struct BoundFigures;
struct BoundPassage;
struct BoundReading;
struct BoundReviewItem;
struct BoundBlocked;
struct BoundConflict;
struct BoundPath;
struct BoundScheduled;
struct BoundDifference;
struct BoundImpact;
template <class Item>
struct BoundSequence;

template <class Class, class... Classes>
concept OneOf = (std::is_same_v<Class, Classes> || ...);

/// The classes of the module.
template <class Class>
concept BoundClass =
    OneOf<Class, jj::Unit, jj::UnitTable, jj::Quantity, jj::Profile, jj::Target, jj::Policy,
          jj::Observation, jj::Observations, jj::Plan, jj::PlanBuilder, jj::Evaluation,
          jj::Explanation, jj::OwnerSummary, BoundNode, BoundResult, BoundSequence<BoundNode>,
          BoundSequence<BoundResult>, BoundChange, BoundLive, Table, TableBuffer, BoundBlock,
          BoundFinding, BoundNodeDiff, BoundReport, jj::PlanDiff, BoundFigure, BoundFigures,
          BoundPassage, BoundReading, BoundReviewItem, jj::Calendar, jj::Schedule, BoundBlocked,
          BoundConflict, BoundPath, BoundScheduled, BoundSequence<BoundScheduled>, jj::Scenario,
          jj::ScenarioEvaluator, jj::ScenarioResult, jj::Comparison, jj::Sweep, jj::GoalSeek,
          jj::Impact, jj::DateShift, BoundDifference, BoundImpact>;

namespace PYBIND11_NAMESPACE {
namespace detail {

/// Refuses an object whose `__init__` never ran: pybind11 would hand over raw memory.
template <BoundClass Class>
struct type_caster<Class> : type_caster_base<Class> {
  bool load(handle source, bool convert) {
    return this->template load_impl<type_caster>(source, convert);
  }

  void load_value(value_and_holder&& found) {
    if (found.value_ptr() == nullptr) {
      const auto title = handle(reinterpret_cast<PyObject*>(this->typeinfo->type))
                             .attr("__name__")
                             .template cast<std::string>();
      throw type_error(title + ": the object is empty, for its __init__ never ran; make it by " +
                       "calling the class or a function that returns one, not by __new__");
    }
    type_caster_base<Class>::load_value(std::move(found));
  }
};

/// Ours are StrEnums, not pybind11's own enumerations.
template <jj::NamedEnum Enum>
struct type_caster_enum_type_enabled<Enum, void> : std::false_type {};

template <>
struct type_caster<jj::Date> {
  PYBIND11_TYPE_CASTER(jj::Date, const_name("datetime.date"));

  bool load(handle source, bool) {
    if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
    if (PyUnicode_Check(source.ptr())) {
      const auto text = find_utf8(source);
      if (text) value = parsed(*text);
      return text.has_value();
    }
    object day;  // of a datetime64 of numpy
    if (!PyDate_Check(source.ptr()) && hasattr(source, "dtype") && hasattr(source, "astype") &&
        str(source.attr("dtype").attr("kind")).equal(str("M"))) {
      day = source.attr("astype")("datetime64[D]").attr("item")();
      source = day;
    }
    if (!PyDate_Check(source.ptr())) return false;
    value = jj::Date(std::chrono::year{PyDateTime_GET_YEAR(source.ptr())} /
                     std::chrono::month{static_cast<unsigned>(PyDateTime_GET_MONTH(source.ptr()))} /
                     std::chrono::day{static_cast<unsigned>(PyDateTime_GET_DAY(source.ptr()))});
    return true;
  }

  /// In a spelling of tables; otherwise the message says how a date is written.
  static jj::Date parsed(const std::string& text) {
    const auto day = jj::io::find_cell_date(text);
    return day ? *day : jj::Date::parse(text);
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
    const auto text = find_utf8(source);
    if (!text) return false;
    const auto found = find_word<Enum>(*text);
    if (!found) {
      throw jj::Error(enum_class<Enum>().attr("__name__").template cast<std::string>() +
                      ": expected " + jj::list_names<Enum>() + ", found " +
                      jj::detail::in_quotes(*text));
    }
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
