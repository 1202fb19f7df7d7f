// SPDX-License-Identifier: BSL-1.0

// From plans and evaluations to schedules: the options, and what pickle keeps.

#include <pybind11/stl.h>

#include "schedule.hpp"

namespace {

/// A member of a mapping, or nothing.
template <class Value>
std::optional<Value> member_of(const std::string& place, const py::dict& mapping,
                               const char* name) {
  if (!mapping.contains(name) || mapping[name].is_none()) return std::nullopt;
  return cast_to<Value>(place + ": " + name, mapping[name]);
}

py::dict mapping_of(const std::string& place, const py::handle& value, std::string_view expected) {
  if (!py::hasattr(value, "items") || !py::hasattr(value, "keys")) refuse(place, expected, value);
  return py::dict(py::reinterpret_borrow<py::object>(value));
}

std::vector<jj::Actual> to_actuals(const py::object& given) {
  std::vector<jj::Actual> actuals;
  if (given.is_none()) return actuals;
  const char* const expected =
      "a mapping of ids to mappings such as {'land.reuse': {'start': '2024-03-01', 'progress': "
      "0.4}}";
  for (const auto& [id, what] : mapping_of("actuals", given, expected)) {
    const auto name = cast_to<std::string>("actuals", id, "the id of a node");
    const std::string place = "actuals of " + jj::detail::in_quotes(name);
    const py::dict known =
        mapping_of(place, what, "a mapping with some of start, finish, progress and remaining");
    for (const auto& [key, value] : known) {
      const auto field = cast_to<std::string>(place, key, "start, finish, progress or remaining");
      if (field != "start" && field != "finish" && field != "progress" && field != "remaining") {
        throw jj::Error(place + ": expected start, finish, progress or remaining, found " +
                        jj::detail::in_quotes(field));
      }
    }
    actuals.push_back({.id = name,
                       .start = member_of<jj::Date>(place, known, "start"),
                       .finish = member_of<jj::Date>(place, known, "finish"),
                       .progress = member_of<double>(place, known, "progress"),
                       .remaining = member_of<int>(place, known, "remaining")});
  }
  return actuals;
}

std::vector<jj::Delay> to_delays(const py::object& given) {
  std::vector<jj::Delay> delays;
  if (given.is_none()) return delays;
  for (const auto& [id, days] :
       mapping_of("delays", given, "a mapping of ids to days such as {'land.reuse': 30}")) {
    const auto name = cast_to<std::string>("delays", id, "the id of a node");
    delays.push_back({name, cast_to<int>("delays of " + jj::detail::in_quotes(name), days)});
  }
  return delays;
}

jj::Schedule schedule_of(const jj::Evaluation& now, const jj::ScheduleOptions& options) {
  const py::gil_scoped_release unlocked;
  return jj::schedule(now, options);
}

void bind_methods(py::module_& module) {
  auto plan = py::reinterpret_borrow<py::class_<jj::Plan>>(module.attr("Plan"));
  plan.def(
      "schedule",
      [](const jj::Plan& self, const jj::Observations* observations, std::optional<jj::Date> as_of,
         const py::object& calendar, std::optional<jj::Date> finish, const py::object& actuals,
         const py::object& delays) {
        jj::ScheduleOptions options = schedule_options(calendar, finish, actuals, delays);
        const jj::Observations seen = observations == nullptr ? jj::Observations{} : *observations;
        const py::gil_scoped_release unlocked;
        if (observations == nullptr && !as_of) return jj::schedule(self, options);
        return jj::schedule(jj::evaluate(self, seen, as_of.value_or(self.period().end())), options);
      },
      py::arg("observations") = nullptr, py::arg("as_of") = py::none(), py::kw_only(),
      py::arg("calendar") = py::none(), py::arg("finish") = py::none(),
      py::arg("actuals") = py::none(), py::arg("delays") = py::none(),
      R"(When the work can and must be done: the critical path method.

Parameters
----------
observations : Observations; what has begun and what is finished
as_of : status date; what is left begins on the next working day. Default with observations: the
    end of the plan
calendar : a Calendar, china, weekdays or every day; the default is every day
finish : date by which what has no due date of its own must be finished; default the earliest finish of the plan
actuals : by id, mappings with some of start and finish (dates), progress (0 to 1) and remaining (days of the
    calendar); they go before what the observations say
delays : by id, days of the calendar that a node comes later than it could, 0 to 73200

Raises
------
Error
    An actual contradicts itself, a delay is out of range, the calendar has another name, or dates
    lie outside the years 1 to 9999.
ObservationError
    As of `Plan.evaluate`.
UnknownIdError
    An actual or a delay names no node.

>>> import jinjiang as jj
>>> draft = jj.PlanBuilder("demo", start="2025-01-01", end="2025-12-31")
>>> draft.task("survey", "摸底", duration=10)
>>> draft.task("clear", "腾退", duration=30, depends_on="survey")
>>> s = draft.build().schedule()
>>> s["clear"]
<NodeSchedule clear: 2025-01-11 to 2025-02-09, float 0, critical>
>>> s.critical_path().ids
['survey', 'clear'])");
  auto evaluation = py::reinterpret_borrow<py::class_<jj::Evaluation>>(module.attr("Evaluation"));
  evaluation.def(
      "schedule",
      [](const jj::Evaluation& self, const py::object& calendar, std::optional<jj::Date> finish,
         const py::object& actuals, const py::object& delays) {
        return schedule_of(self, schedule_options(calendar, finish, actuals, delays));
      },
      py::kw_only(), py::arg("calendar") = py::none(), py::arg("finish") = py::none(),
      py::arg("actuals") = py::none(), py::arg("delays") = py::none(),
      R"(When what is left can and must be done; the day of the evaluation is the status date.

Parameters
----------
calendar, finish, actuals, delays : as of `Plan.schedule`

Raises
------
Error, UnknownIdError
    As of `Plan.schedule`.)");
}

using ActualTuple = std::tuple<std::string, std::optional<jj::Date>, std::optional<jj::Date>,
                               std::optional<double>, std::optional<int>>;
using DelayTuple = std::pair<std::string, int>;

/// Gives a class the method __reduce__: (function, arguments) that make the object again.
template <class Class, class Reduce>
void bind_reduced(const Reduce& reduce) {
  const py::object type = py::type::of<Class>();
  type.attr("__reduce__") = py::cpp_function(reduce, py::name("__reduce__"), py::is_method(type),
                                             "What pickle keeps. Unpickle only what you trust.");
}

/// A path and conflicts are made again of what names them.
void bind_record_pickles(py::module_& module) {
  const auto core = [](const char* name) {
    return py::module_::import("jinjiang._core").attr(name);
  };
  module.def("_path",
             [](const jj::Plan& plan, const std::vector<std::string>& ids, std::int64_t slack) {
               jj::WorkPath path{.nodes = {}, .slack = slack};
               for (const std::string& id : ids) path.nodes.push_back(plan[id]);
               return BoundPath{plan, std::move(path)};
             });
  bind_reduced<BoundPath>([core](const BoundPath& self) {
    std::vector<std::string_view> ids;
    for (const jj::Node& node : self.path.nodes) ids.push_back(node.id());
    return py::make_tuple(core("_path"), py::make_tuple(self.plan, ids, self.path.slack));
  });
  module.def("_conflict", [](const jj::Schedule& schedule, const std::optional<std::string>& id) {
    for (jj::ScheduleConflict& conflict : schedule.conflicts()) {
      if (id ? conflict.node && conflict.node->id() == *id : !conflict.node)
        return BoundConflict{schedule, std::move(conflict)};
    }
    throw jj::Error("the schedule has no such conflict");
  });
  bind_reduced<BoundConflict>([core](const BoundConflict& self) {
    std::optional<std::string_view> id;
    if (self.conflict.node) id = self.conflict.node->id();
    return py::make_tuple(core("_conflict"), py::make_tuple(self.schedule, id));
  });
  module.def("_blocked", [](const jj::Schedule& schedule, const std::string& id) {
    for (jj::BlockedNode& node : jj::blocked(schedule)) {
      if (node.node.id() == id) return BoundBlocked{schedule, std::move(node)};
    }
    throw jj::Error("the schedule does not block " + jj::detail::in_quotes(id));
  });
  bind_reduced<BoundBlocked>([core](const BoundBlocked& self) {
    return py::make_tuple(core("_blocked"), py::make_tuple(self.schedule, self.blocked.node.id()));
  });
}

void bind_pickles(py::module_& module) {
  const py::object core = module;
  module.def("_calendar", [](std::vector<jj::Weekday> weekend, std::vector<jj::Date> off,
                             std::vector<jj::Date> on, std::string name,
                             std::optional<std::pair<jj::Date, jj::Date>> covered,
                             std::vector<std::string> sources) {
    jj::CalendarRules rules{.name = std::move(name),
                            .weekend = std::move(weekend),
                            .off = std::move(off),
                            .on = std::move(on),
                            .sources = std::move(sources)};
    if (covered) rules.covered = jj::Period{covered->first, covered->second};
    return jj::Calendar(std::move(rules));
  });
  bind_reduced<jj::Calendar>([](const py::object& self) {
    return py::make_tuple(
        py::module_::import("jinjiang._core").attr("_calendar"),
        py::make_tuple(self.attr("weekend"), self.attr("off"), self.attr("on"), self.attr("name"),
                       self.attr("covered"), self.attr("sources")));
  });
  module.def("_schedule", [](const jj::Plan& plan, const jj::Calendar& calendar,
                             std::optional<jj::Date> as_of, std::optional<jj::Date> finish,
                             const std::vector<ActualTuple>& actuals,
                             const std::vector<DelayTuple>& delays) {
    jj::ScheduleOptions options{.calendar = calendar, .status_date = as_of, .finish = finish};
    for (const auto& [id, start, end, progress, remaining] : actuals)
      options.actuals.push_back({id, start, end, progress, remaining});
    for (const auto& [id, days] : delays) options.delays.push_back({id, days});
    return jj::schedule(plan, options);
  });
  bind_reduced<jj::Schedule>([](const jj::Schedule& self) {
    const jj::ScheduleOptions& options = self.options();
    std::vector<ActualTuple> actuals;
    for (const jj::Actual& known : options.actuals)
      actuals.emplace_back(known.id, known.start, known.finish, known.progress, known.remaining);
    std::vector<DelayTuple> delays;
    for (const jj::Delay& delay : options.delays) delays.emplace_back(delay.id, delay.days);
    return py::make_tuple(py::module_::import("jinjiang._core").attr("_schedule"),
                          py::make_tuple(self.plan(), options.calendar, options.status_date,
                                         options.finish, actuals, delays));
  });
  bind_reduced<BoundScheduled>([](const BoundScheduled& self) {
    return py::make_tuple(py::module_::import("operator").attr("getitem"),
                          py::make_tuple(self.schedule, self.dates.node.id()));
  });
}

}  // namespace

jj::ScheduleOptions schedule_options(const py::object& calendar, std::optional<jj::Date> finish,
                                     const py::object& actuals, const py::object& delays) {
  return {.calendar = to_calendar(calendar),
          .finish = finish,
          .actuals = to_actuals(actuals),
          .delays = to_delays(delays)};
}

void bind_scheduling(py::module_& module) {
  bind_methods(module);
  bind_pickles(module);
  bind_record_pickles(module);
}
