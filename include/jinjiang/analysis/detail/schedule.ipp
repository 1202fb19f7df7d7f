// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>

#include <jinjiang/analysis/detail/schedule_reader.hpp>

namespace jinjiang {

JINJIANG_INLINE Schedule::Schedule() : Schedule(schedule(Plan())) {}

JINJIANG_INLINE const Plan& Schedule::plan() const noexcept { return data_->plan; }
JINJIANG_INLINE const ScheduleOptions& Schedule::options() const noexcept { return data_->options; }

JINJIANG_INLINE Date Schedule::finish() const {
  return options().calendar.day_of(data_->finish_day);
}

JINJIANG_INLINE NodeSchedule Schedule::of(const Node& node) const {
  return detail::ScheduleReader(*data_).of(node);
}

JINJIANG_INLINE std::vector<NodeSchedule> Schedule::results() const {
  const detail::ScheduleReader reader(*data_);
  std::vector<NodeSchedule> results;
  results.reserve(plan().size());
  for (const Node node : plan().nodes()) results.push_back(reader.of(node));
  return results;
}

JINJIANG_INLINE bool operator==(const Schedule& a, const Schedule& b) {
  const detail::ScheduleData& x = *a.data_;
  const detail::ScheduleData& y = *b.data_;
  if (&x == &y) return true;
  const auto same = [](const detail::EventTimes& s, const detail::EventTimes& t) {
    return s.early == t.early && s.late == t.late;
  };
  return x.states == y.states && x.durations == y.durations && x.options == y.options &&
         std::equal(x.times.begin(), x.times.end(), y.times.begin(), y.times.end(), same) &&
         x.plan == y.plan;
}

}  // namespace jinjiang
