// SPDX-License-Identifier: BSL-1.0
#pragma once

// What every node brings into a schedule: how long it takes, from when on it may be worked on, and
// how far it has come.

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <jinjiang/analysis/detail/schedule_data.hpp>
#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/detail/plan_links.hpp>

namespace jinjiang::detail {

class ScheduleRows {
 public:
  explicit ScheduleRows(ScheduleData& data)
      : data_(data), plan_(data.plan_data()), calendar_(data.options.calendar) {}

  void fill() {
    const Row size = plan_.size();
    data_.goals_end = plan_.goals_end;
    data_.durations.assign(size, 0);
    data_.states.assign(size, WorkState::not_begun);
    data_.sources.assign(size, DurationSource::assumed);
    const Instant start = calendar_.number_of(plan_.period.start());
    data_.floors.assign(size + 2 * data_.goals_end, start);
    const Instant from = data_.options.status_date
                             ? std::max(start, calendar_.number_of(*data_.options.status_date + 1))
                             : start;
    for (Row row = 0; row < size; ++row) {
      if (data_.is_goal(row)) {
        fill_goal(row);
      } else {
        fill_leaf(row, from, data_.options.status_date.has_value());
      }
    }
    apply_actuals(from);
    place_moments(start);
    for (Row goal = data_.goals_end; goal > 0; --goal) {
      if (data_.is_goal(goal - 1)) sum_up(goal - 1);
    }
  }

  /// What takes no time comes as the day of its own start ends, or the first after the status date;
  /// where neither holds it back, as the plan opens.
  void place_moments(Instant start) {
    bool has_moments = data_.goals_end > 0;
    for (Row row = 0; row < plan_.size() && !has_moments; ++row)
      has_moments = data_.durations[row] == 0;
    if (!has_moments) return;
    data_.opens_day.assign(data_.floors.size(), true);
    for (Row row = 0; row < plan_.size(); ++row) {
      if (data_.is_goal(row) || data_.durations[row] > 0 || data_.is_left_out(row)) continue;
      const bool is_held = plan_.has_given_start(row) || data_.floors[row] > start;
      data_.opens_day[row] = !is_held;
      if (is_held && !data_.is_finished(row)) ++data_.floors[row];
    }
  }

  /// Days by row; empty without delays.
  [[nodiscard]] std::vector<std::int32_t> delays() const {
    std::vector<std::int32_t> days;
    if (data_.options.delays.empty()) return days;
    days.assign(plan_.size(), 0);
    for (const Delay& delay : data_.options.delays) {
      const Row row = row_of(delay.id);
      const std::string name = "delay of " + in_quotes(delay.id) + ": ";
      if (delay.days < 0 || delay.days > longest) {
        throw Error(name + "expected 0 to " + std::to_string(longest) + " days, found " +
                    std::to_string(delay.days));
      }
      if (data_.is_left_out(row))
        throw Error(name + "it takes no part in the schedule, so it cannot be late");
      if (data_.is_finished(row)) throw Error(name + "it is finished, so it cannot be late");
      days[row] = std::max(days[row], delay.days);
    }
    return days;
  }

 private:
  static constexpr int longest = 366 * 200;
  static constexpr int all_days = 366 * 9999;

  [[nodiscard]] Row row_of(const std::string& id) const {
    const auto row = plan_.find(id);
    if (!row) throw UnknownIdError(unknown_id(plan_, id));
    return *row;
  }

  void fill_goal(Row row) {
    data_.sources[row] = DurationSource::parts;
    if (plan_.lifecycles[row] == Lifecycle::cancelled) data_.states[row] = WorkState::left_out;
    if (plan_.starts[row] != no_day)
      data_.floors[data_.gate_of(row)] = calendar_.number_of(Date::from_days(plan_.starts[row]));
  }

  void fill_leaf(Row row, Instant from, bool has_status) {
    const bool is_watched = plan_.kinds[row] == NodeKind::indicator && !plan_.has_target(row);
    if (plan_.lifecycles[row] == Lifecycle::cancelled || is_watched) {
      data_.states[row] = WorkState::left_out;
      return;
    }
    const bool has_start = plan_.has_given_start(row);
    if (has_start) {
      const Instant own = calendar_.number_of(Date::from_days(plan_.starts[row]));
      data_.floors[row] = has_status ? std::max(own, from) : own;
    } else {
      data_.floors[row] = from;
    }
    if (has_start && plan_.has_given_due(row)) {
      const Date first = Date::from_days(plan_.starts[row]);
      const Date last = Date::from_days(plan_.dues[row]);
      data_.durations[row] = static_cast<std::int32_t>(calendar_.working_days(first, last));
      data_.sources[row] = DurationSource::dates;
    } else if (plan_.kinds[row] == NodeKind::task && plan_.details[row] != no_row &&
               plan_.tasks[plan_.details[row]].duration >= 0) {
      data_.durations[row] = plan_.tasks[plan_.details[row]].duration;
      data_.sources[row] = DurationSource::given;
    }
  }

  void apply_actuals(Instant from) {
    std::vector<std::pair<Row, const Actual*>> known;
    for (const Actual& actual : data_.options.actuals) {
      known.emplace_back(row_of(actual.id), &actual);
      check(actual, known.back().first);
    }
    std::sort(known.begin(), known.end());
    for (std::size_t i = 0; i < known.size(); ++i) {
      const auto& [row, actual] = known[i];
      if (i > 0 && known[i - 1].first == row)
        throw Error("actual of " + in_quotes(actual->id) + ": given twice; put both into one");
      apply(*actual, row, from);
    }
  }
  void apply(const Actual& actual, Row row, Instant from) {
    const bool is_done = actual.finish || (actual.progress && *actual.progress >= 1 &&
                                           actual.remaining.value_or(0) == 0);
    if (is_done) {
      finish(actual, row);
    } else if (actual.start || (actual.progress && *actual.progress > 0)) {
      begin(actual, row, from);
    } else if (actual.remaining) {
      data_.durations[row] = *actual.remaining;
    }
  }

  void check(const Actual& actual, Row row) const {
    const std::string name = "actual of " + in_quotes(actual.id) + ": ";
    if (data_.is_goal(row))
      throw Error(name + "it is a goal, which is as far as its parts are; give those of its parts");
    if (data_.is_left_out(row)) throw Error(name + "it takes no part in the schedule");
    if (!data_.options.status_date)
      throw Error(name + "there is no status date; give the day by which the work is known");
    const Date status = *data_.options.status_date;
    for (const std::optional<Date>& day : {actual.start, actual.finish}) {
      if (day && *day > status) {
        throw Error(name + to_string(*day) + " lies after the status date " + to_string(status) +
                    "; what is to come is not actual");
      }
    }
    if (actual.start && actual.finish && *actual.finish < *actual.start) {
      throw Error(name + "it cannot finish on " + to_string(*actual.finish) +
                  " before it starts on " + to_string(*actual.start));
    }
    if (actual.progress && !(*actual.progress >= 0 && *actual.progress <= 1)) {
      throw Error(name + "progress must be from 0 to 1, found " + format_number(*actual.progress));
    }
    if (actual.remaining && (*actual.remaining < 0 || *actual.remaining > all_days)) {
      throw Error(name + "remaining must be from 0 to " + std::to_string(all_days) +
                  " days, found " + std::to_string(*actual.remaining));
    }
    if (actual.finish && actual.remaining.value_or(0) > 0)
      throw Error(name + "it is finished, so no days remain; leave out one of them");
  }

  void finish(const Actual& known, Row row) {
    const Date last = known.finish.value_or(*data_.options.status_date);
    const Instant end = calendar_.number_of(last + 1);
    const Date by_plan = last + 1 - std::max(1, static_cast<int>(data_.durations[row]));
    const Date first = known.start.value_or(
        plan_.has_given_start(row) ? std::min(last, plan_.start_of(row)) : by_plan);
    const Instant start = std::min(end, calendar_.number_of(first));
    data_.states[row] = WorkState::finished;
    data_.sources[row] = DurationSource::actual;
    data_.durations[row] = static_cast<std::int32_t>(end - start);
    data_.floors[row] = start;
    data_.done.push_back({row, start, std::min(first, last), last, 1, true});
  }

  void begin(const Actual& known, Row row, Instant from) {
    Date first = *data_.options.status_date;
    if (known.start) {
      first = *known.start;
    } else if (plan_.has_given_start(row)) {
      first = std::min(first, plan_.start_of(row));
    }
    const auto whole = static_cast<double>(data_.durations[row]);
    const double left = known.progress ? std::ceil(whole * (1 - *known.progress) - 1e-9) : whole;
    const Instant start = calendar_.number_of(first);
    data_.done.push_back(
        {row, start, first, {}, known.progress.value_or(0), known.progress.has_value()});
    data_.states[row] = WorkState::begun;
    data_.durations[row] = known.remaining.value_or(static_cast<int>(left));
    data_.floors[row] = std::max(from, start);
  }

  /// A goal has come as far as its parts.
  void sum_up(Row goal) {
    if (data_.is_left_out(goal)) return;
    bool has_parts = false;
    bool has_work = false;
    bool has_begun = false;
    bool is_finished = true;
    const auto add = [&](Row part) {
      has_parts = true;
      if (data_.is_left_out(part)) return;
      has_work = true;
      has_begun = has_begun || data_.states[part] != WorkState::not_begun;
      is_finished = is_finished && data_.is_finished(part);
    };
    for (Row part = plan_.first_children[goal]; part < plan_.first_children[goal + 1]; ++part)
      add(part);
    for (const PartRow& part : extra_children(plan_, goal)) add(part.child);
    if (!has_parts) return;
    data_.states[goal] = !has_work     ? WorkState::left_out
                         : is_finished ? WorkState::finished
                         : has_begun   ? WorkState::begun
                                       : WorkState::not_begun;
  }

  ScheduleData& data_;
  const PlanData& plan_;
  const Calendar& calendar_;
};

}  // namespace jinjiang::detail
