// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <utility>

#include <jinjiang/analysis/detail/schedule_network.hpp>
#include <jinjiang/analysis/detail/schedule_passes.hpp>
#include <jinjiang/analysis/detail/schedule_progress.hpp>
#include <jinjiang/analysis/detail/schedule_rows.hpp>

namespace jinjiang::detail {

inline Schedule make_schedule(const Plan& plan, ScheduleOptions options) {
  auto data = std::make_shared<ScheduleData>();
  data->plan = plan;
  data->options = std::move(options);
  ScheduleRows rows(*data);
  rows.fill();
  const std::vector<std::int32_t> delays = rows.delays();
  SchedulePasses passes(*data);
  ScheduleNetwork(*data, delays).build([&passes] { return passes.go_forward(); });
  passes.finish();
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
                " is not the day of the evaluation, " + to_string(now.as_of()) + "; leave it out");
  }
  ScheduleOptions dated = options;
  dated.status_date = now.as_of();
  detail::WorkReader(now, options.calendar).add_to(dated.actuals);
  return detail::make_schedule(now.plan(), std::move(dated));
}

}  // namespace jinjiang
