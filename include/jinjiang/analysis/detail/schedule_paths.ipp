// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string>

#include <jinjiang/analysis/detail/schedule_paths.hpp>

namespace jinjiang::detail {

inline void require_days(std::int64_t within) {
  if (within < 0)
    throw Error("near-critical paths: expected 0 days or more, found " + std::to_string(within));
}

}  // namespace jinjiang::detail

namespace jinjiang {

JINJIANG_INLINE std::vector<Node> Schedule::critical_path(Critical by) const {
  const detail::SchedulePaths paths(*data_);
  if (by == Critical::zero_float) return paths.without_room(std::nullopt);
  const auto last = paths.last_row();
  return last ? paths.chain_to(*last) : std::vector<Node>{};
}

JINJIANG_INLINE std::vector<Node> Schedule::critical_path(std::string_view to, Critical by) const {
  const detail::Row row = plan()[to].row();
  const detail::SchedulePaths paths(*data_);
  if (data_->is_left_out(row)) return {};
  return by == Critical::zero_float ? paths.without_room(row) : paths.chain_to(row);
}

JINJIANG_INLINE std::vector<WorkPath> Schedule::near_critical(std::int64_t within,
                                                              std::size_t most) const {
  detail::require_days(within);
  return detail::SchedulePaths(*data_).near(within, std::nullopt, most);
}

JINJIANG_INLINE std::vector<WorkPath> Schedule::near_critical(std::int64_t within,
                                                              std::string_view to,
                                                              std::size_t most) const {
  detail::require_days(within);
  const detail::Row row = plan()[to].row();
  if (data_->is_left_out(row)) return {};
  return detail::SchedulePaths(*data_).near(within, row, most);
}

JINJIANG_INLINE bool Schedule::is_critical(std::string_view id, Critical by) const {
  const Node node = plan()[id];
  const detail::Row row = node.row();
  if (data_->is_left_out(row) || data_->is_finished(row)) return false;
  if (by == Critical::zero_float) return of(node).is_critical;
  return detail::SchedulePaths(*data_).room_to(std::nullopt)[row] == 0;
}

JINJIANG_INLINE std::vector<ScheduleConflict> Schedule::conflicts() const {
  const Calendar& calendar = options().calendar;
  const detail::PlanData& plan = data_->plan_data();
  const detail::ScheduleReader reader(*data_);
  const detail::SchedulePaths paths(*data_);
  std::vector<ScheduleConflict> found;
  if (options().finish && data_->finish > data_->limit) {
    found.push_back({std::nullopt,
                     *options().finish,
                     finish(),
                     data_->finish - data_->limit,
                     {critical_path(), 0}});
  }
  for (const Node node : this->plan().nodes()) {
    const detail::Row row = node.row();
    if (!node.has_given_due() || data_->is_left_out(row) || data_->is_finished(row)) continue;
    const std::int64_t late = data_->end_of(row) - calendar.number_of(node.due() + 1);
    if (late <= 0) continue;
    found.push_back({node,
                     Date::from_days(plan.dues[row]),
                     *reader.of(node).early_finish,
                     late,
                     {paths.chain_to(row), 0}});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const ScheduleConflict& a, const ScheduleConflict& b) {
                     return a.days_late > b.days_late;
                   });
  return found;
}

}  // namespace jinjiang
