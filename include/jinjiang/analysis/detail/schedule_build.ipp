// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <utility>

#include <jinjiang/analysis/detail/schedule_network.hpp>
#include <jinjiang/analysis/detail/schedule_passes.hpp>
#include <jinjiang/analysis/detail/schedule_progress.hpp>
#include <jinjiang/analysis/detail/schedule_rows.hpp>

namespace jinjiang::detail {

inline void require_known_years(const ScheduleData& data, Instant end) {
  try {
    static_cast<void>(data.options.calendar.day_of(end));
  } catch (const Error&) {
    throw Error("the schedule of plan " + quoted(data.plan.id()) +
                " leads beyond the year 9999: its durations and lags add up to " +
                std::to_string(end - data.options.calendar.number_of(data.plan.period().start())) +
                " days; shorten them");
  }
}

inline Schedule make_schedule(const Plan& plan, ScheduleOptions options) {
  auto data = std::make_shared<ScheduleData>();
  data->plan = plan;
  data->options = std::move(options);
  ScheduleRows rows(*data);
  rows.fill();
  const std::vector<std::int32_t> delays = rows.delays();
  ScheduleNetwork(*data, delays).build();
  SchedulePasses(*data).run();
  require_known_years(*data, data->finish);
  return Schedule(std::move(data));
}

}  // namespace jinjiang::detail

namespace jinjiang {

JINJIANG_INLINE Schedule schedule(const Plan& plan, const ScheduleOptions& options) {
  return detail::make_schedule(plan, options);
}

JINJIANG_INLINE Schedule schedule(const Evaluation& now, const ScheduleOptions& options) {
  if (options.status_date && *options.status_date != now.as_of()) {
    throw Error("the status date " + to_string(*options.status_date) +
                " is not the day of the evaluation, " + to_string(now.as_of()) +
                "; leave it out");
  }
  ScheduleOptions dated = options;
  dated.status_date = now.as_of();
  detail::WorkReader(now, options.calendar).add_to(dated.actuals);
  return detail::make_schedule(now.plan(), std::move(dated));
}

}  // namespace jinjiang
