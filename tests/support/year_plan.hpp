// SPDX-License-Identifier: BSL-1.0
#pragma once

// Plans of the leap year 2024 (366 days). The 9th of April is its 100th day: a count that is to
// reach 366 by the end of the year is expected at 100 then, so a reading r has pace r / 100.

#include <initializer_list>
#include <string>
#include <utility>

#include <jinjiang/evaluation.hpp>

#include "support/text.hpp"

inline const jj::Date new_year = 2024y / 1 / 1;
inline const jj::Date day_100 = 2024y / 4 / 9;
inline const jj::Date mid_year = 2024y / 6 / 30;  ///< day 182
inline const jj::Date year_end = 2024y / 12 / 31;

inline jj::PlanBuilder year_plan() { return {"plan", jj::Period{new_year, year_end}}; }

/// 366 个 by the end of the year.
inline jj::Target year_count() { return jj::reach(366, "个", {.measure = jj::Measure::count}); }
/// 100 % at the due date, nothing before it.
inline jj::Target whole_share() { return jj::reach(100, "%"); }

/// A dated reading.
struct Reading {
  jj::Date date;
  double value;
  jj::ReadingOptions options = {};
};

inline jj::Observations readings_of(const std::string& id,
                                    std::initializer_list<Reading> readings) {
  jj::Observations all;
  for (const Reading& reading : readings) {
    all.add(id, reading.date, reading.value, reading.options);
  }
  return all;
}

/// Values of several nodes, read on one day.
inline jj::Observations values_on(jj::Date day,
                                  std::initializer_list<std::pair<const char*, double>> values) {
  jj::Observations all;
  for (const auto& [id, value] : values) all.add(id, day, value);
  return all;
}

/// How a single indicator, or a task, with the id x stands.
inline jj::Evaluation judge(const jj::Target& target, std::initializer_list<Reading> readings,
                            jj::Date as_of, const jj::NodeOptions& node = {},
                            const jj::EvaluationOptions& options = {}) {
  return jj::evaluate(year_plan().indicator("x", "X", target, node).build(),
                      readings_of("x", readings), as_of, options);
}
inline jj::Evaluation judge_task(const jj::NodeOptions& node,
                                 std::initializer_list<Reading> readings, jj::Date as_of) {
  return jj::evaluate(year_plan().task("x", "X", node).build(), readings_of("x", readings), as_of);
}
