// SPDX-License-Identifier: BSL-1.0

// Calendars of working days.

#include <pybind11/stl.h>

#include "schedule.hpp"

namespace {

using jj::Calendar;

std::string repr_of(const Calendar& self) {
  const jj::CalendarRules& rules = self.rules();
  std::string text =
      "<Calendar " +
      (rules.name.empty() ? std::string("without a name") : jj::detail::in_quotes(rules.name)) +
      ": " + std::to_string(7 - rules.weekend.size()) + " days a week";
  if (!rules.off.empty()) text += ", " + std::to_string(rules.off.size()) + " days off";
  if (!rules.on.empty()) text += ", " + std::to_string(rules.on.size()) + " worked on";
  if (rules.covered) {
    text += ", known " + jj::to_string(rules.covered->start()) + " to " +
            jj::to_string(rules.covered->end());
  }
  return text + ">";
}

std::vector<jj::Weekday> distinct(const std::vector<jj::Weekday>& days) {
  std::vector<jj::Weekday> kept;
  for (const jj::Weekday day : days) {
    if (std::find(kept.begin(), kept.end(), day) == kept.end()) kept.push_back(day);
  }
  std::sort(kept.begin(), kept.end());
  return kept;
}

}  // namespace

jj::Calendar to_calendar(const py::object& calendar) {
  if (calendar.is_none()) return {};
  if (py::isinstance<py::str>(calendar)) {
    const auto name = calendar.cast<std::string>();
    if (name == "every day") return {};
    if (name == "weekdays") return Calendar::weekdays();
    if (name == "china") return Calendar::china();
    throw jj::Error("calendar: expected china, weekdays or every day, found " +
                    jj::detail::in_quotes(name) + "; others are made by Calendar or Calendar.load");
  }
  return cast_to<Calendar>("calendar", calendar, "a Calendar, or china, weekdays or every day");
}

void bind_calendar(py::module_& module) {
  py::class_<Calendar> type(module, "Calendar", R"(Working days 工作日: which days are worked on.

>>> import jinjiang as jj
>>> jj.Calendar.china().working_days("2024-10-01", "2024-10-13")
5
>>> five_days = jj.Calendar(weekend=["saturday", "sunday"], off=["2025-05-01"])
>>> five_days.is_working("2025-05-01")
False)");
  bind_copies(type);
  type.def(py::init([](const std::vector<jj::Weekday>& weekend, std::vector<jj::Date> off,
                       std::vector<jj::Date> on, std::string name,
                       std::optional<std::pair<jj::Date, jj::Date>> covered,
                       std::vector<std::string> sources) {
             jj::CalendarRules rules{.name = std::move(name),
                                     .weekend = distinct(weekend),
                                     .off = std::move(off),
                                     .on = std::move(on),
                                     .sources = std::move(sources)};
             if (covered) rules.covered = jj::Period{covered->first, covered->second};
             return Calendar(std::move(rules));
           }),
           py::kw_only(), py::arg("weekend") = std::vector<jj::Weekday>{},
           py::arg("off") = std::vector<jj::Date>{}, py::arg("on") = std::vector<jj::Date>{},
           py::arg("name") = "", py::arg("covered") = py::none(),
           py::arg("sources") = std::vector<std::string>{},
           R"(Parameters
----------
weekend : 周末, days of the week that are free: monday to sunday
off : 放假, further days that are free
on : 调休上班, days of a weekend that are worked on
name : for messages
covered : (first, last) day for which `off` and `on` are complete; default always
sources : where the days were published

Raises
------
Error
    No weekday is left to work on, a day is both off and on, or lies outside `covered`.)")
      .def_static("china", &Calendar::china,
                  "China's, 2024 to 2026; `sources` names the notices of the State Council.")
      .def_static("weekdays", &Calendar::weekdays, "Monday to Friday.")
      .def_static(
          "every_day", [] { return Calendar(); }, "Every day is worked on; the default.")
      .def_property_readonly("name", &Calendar::name, "For messages and displays; may be empty.")
      .def_property_readonly(
          "weekend", [](const Calendar& self) { return self.rules().weekend; },
          "Weekdays that are not worked on.")
      .def_property_readonly(
          "off", [](const Calendar& self) { return self.rules().off; },
          "Days off beside the weekend, by date.")
      .def_property_readonly(
          "on", [](const Calendar& self) { return self.rules().on; },
          "Days of the weekend that are worked on, by date.")
      .def_property_readonly(
          "sources", [](const Calendar& self) { return self.rules().sources; },
          "The notices that say so.")
      .def_property_readonly(
          "covered",
          [](const Calendar& self) -> std::optional<std::pair<jj::Date, jj::Date>> {
            const auto& covered = self.rules().covered;
            if (!covered) return std::nullopt;
            return std::pair(covered->start(), covered->end());
          },
          "First and last day for which the days off and on are known; None: always.")
      .def("is_working", &Calendar::is_working, py::arg("day"),
           R"(Whether a day is a working day.

Parameters
----------
day : date; outside `covered` the weekend alone decides)")
      .def("covers", &Calendar::covers, py::arg("day"),
           R"(Whether the days off and on are known there; outside, the weekend alone decides.

Parameters
----------
day : date)")
      .def("working_days", &Calendar::working_days, py::arg("first"), py::arg("last"),
           R"(Working days from one day through another; 0 when the last lies before the first.

Parameters
----------
first, last : dates; both count)")
      .def(
          "__eq__", [](const Calendar& a, const Calendar& b) { return a == b; }, py::is_operator())
      .def("__hash__",
           [](const Calendar& self) {
             return std::hash<std::string>{}(self.name()) ^ (self.rules().off.size() << 8U);
           })
      .def("__repr__", [](const Calendar& self) { return repr_of(self); });
}
