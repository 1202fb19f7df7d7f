// SPDX-License-Identifier: BSL-1.0
#pragma once

// Schedules in few letters.

#include <string>
#include <vector>

#include <jinjiang/analysis/schedule.hpp>

#include "support/year_plan.hpp"

/// `01-06 01-08 | 01-07 01-09 | 1 0`: early, late, total and free float, of 2024; `-` for nothing.
inline std::string dates(const jj::Schedule& schedule, const char* id) {
  const jj::NodeSchedule node = schedule[id];
  const auto day = [](const std::optional<jj::Date>& date) {
    if (!date) return std::string("-");
    const std::string text = jj::to_string(*date);
    return text.starts_with("2024-") ? text.substr(5) : text;
  };
  const auto number = [](const std::optional<std::int64_t>& value) {
    return value ? std::to_string(*value) : std::string("-");
  };
  return day(node.early_start) + " " + day(node.early_finish) + " | " + day(node.late_start) + " " +
         day(node.late_finish) + " | " + number(node.total_float) + " " + number(node.free_float);
}

inline std::string ids(const std::vector<jj::Node>& nodes) {
  std::string text;
  for (const jj::Node& node : nodes) text += (text.empty() ? "" : " ") + std::string(node.id());
  return text;
}

/// `a b c (0); a d c (2)`
inline std::string paths_of(const std::vector<jj::WorkPath>& paths) {
  std::string text;
  for (const jj::WorkPath& path : paths) {
    text += (text.empty() ? "" : "; ") + ids(path.nodes) + " (" + std::to_string(path.slack) + ")";
  }
  return text;
}
