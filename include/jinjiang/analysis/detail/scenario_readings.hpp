// SPDX-License-Identifier: BSL-1.0
#pragma once

// Supposed readings in the private copy of a binding: every node that reads otherwise gets a place
// at the end of its readings. What is not in force is dated after every day, where no evaluation
// looks.

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include <jinjiang/analysis/detail/scenario_reading.hpp>
#include <jinjiang/model/detail/observation_log.hpp>

namespace jinjiang::detail {

class SupposedReadings {
 public:
  SupposedReadings(const Evaluation& now, ObservationLog& log, ObservationBinding& binding)
      : now_(now), log_(log), binding_(binding) {}

  /// Supposes a reading; false when it cannot be supposed here, as of a goal.
  [[nodiscard]] bool set(Row row, double value, std::optional<Date> on) {
    const PlanData& plan = now_.plan().data();
    const bool is_task = plan.kinds[row] == NodeKind::task;
    if (plan.kinds[row] == NodeKind::goal || !std::isfinite(value) ||
        (is_task && !(value >= 0 && value <= 1)) || is_set(row)) {
      return false;
    }
    Place& place = place_of(row);
    const std::int32_t day = on ? on->days_since_epoch() : place.day;
    const std::uint32_t basis = on ? basis_of(row, *on) : place.basis;
    set_.push_back(row);
    marks_.push_back(binding_.starts[row] & ObservationBinding::mark);
    for (std::uint32_t i = binding_.first(row); i < binding_.first(row + 1); ++i)
      saved_.push_back({binding_.dates[i], binding_.values[i], binding_.readings[i]});
    log_.dates[place.reading] = day;
    log_.values[place.reading] = value;
    log_.bases[place.reading] = basis;
    order(row, place, day);
    return true;
  }

  [[nodiscard]] bool is_set(Row row) const noexcept {
    return std::find(set_.begin(), set_.end(), row) != set_.end();
  }

  /// Whether the columns of the binding lie elsewhere than when it was asked before.
  [[nodiscard]] bool has_moved() noexcept { return std::exchange(has_moved_, false); }

  void put_back() noexcept {
    auto saved = saved_.begin();
    for (std::size_t i = 0; i < set_.size(); ++i) {
      const Row row = set_[i];
      const std::uint32_t first = binding_.first(row);
      for (std::uint32_t at = first; at < binding_.first(row + 1); ++at, ++saved) {
        binding_.dates[at] = saved->date;
        binding_.values[at] = saved->value;
        binding_.readings[at] = saved->reading;
      }
      binding_.starts[row] = first | marks_[i];
    }
    saved_.clear();
    marks_.clear();
    set_.clear();
  }

 private:
  static constexpr std::int32_t never = INT32_MAX;

  struct Place {
    std::uint32_t reading;  ///< row of the log
    std::int32_t day;       ///< of a reading whose day is not given
    std::uint32_t basis;    ///< on that day
  };
  struct SavedReading {
    std::int32_t date;
    double value;
    std::uint32_t reading;
  };

  [[nodiscard]] Node node(Row row) const {
    const Plan& plan = now_.plan();
    return plan.nodes()[plan.data().order[row]];
  }

  [[nodiscard]] std::uint32_t basis_of(Row row, Date day) {
    return log_.texts.intern(supposed_basis(now_, node(row), day));
  }

  /// Makes room for a reading after those of the row.
  [[nodiscard]] Place& place_of(Row row) {
    const auto [entry, is_new] = places_.try_emplace(row);
    if (!is_new) return entry->second;
    const Date day = last_useful_day(now_, node(row));
    entry->second = {static_cast<std::uint32_t>(log_.size()), day.days_since_epoch(),
                     basis_of(row, day)};
    log_.series.push_back(0);
    log_.dates.push_back(never);
    log_.values.push_back(0);
    log_.units.push_back(0);
    log_.stages.push_back(Stage::estimate);
    log_.spans.push_back(Span::cumulative);
    log_.bases.push_back(0);
    log_.known.push_back(no_day);
    log_.sources.push_back(0);
    log_.notes.push_back(0);
    const auto position = static_cast<std::ptrdiff_t>(binding_.first(row + 1));
    binding_.dates.insert(binding_.dates.begin() + position, never);
    binding_.values.insert(binding_.values.begin() + position, 0);
    binding_.readings.insert(binding_.readings.begin() + position, entry->second.reading);
    for (std::size_t later = row + std::size_t{1}; later < binding_.starts.size(); ++later)
      ++binding_.starts[later];
    has_moved_ = true;
    return entry->second;
  }

  /// Puts the readings of a row in their order, those that do not count at the end.
  void order(Row row, const Place& place, std::int32_t day) {
    const std::uint32_t first = binding_.first(row);
    const std::uint32_t last = binding_.first(row + 1);
    entries_.clear();
    for (std::uint32_t i = first; i < last; ++i) {
      const bool is_own = binding_.readings[i] == place.reading;
      const bool is_replaced = !is_own && binding_.dates[i] == day;
      const double value = is_own ? log_.values[place.reading] : binding_.values[i];
      entries_.push_back({is_replaced ? never
                          : is_own    ? day
                                      : binding_.dates[i],
                          value, binding_.readings[i]});
    }
    const auto key = [this](const SavedReading& entry) {
      const std::uint32_t row_of_log = entry.reading;
      return std::tuple(entry.date, std::string_view(log_.texts[log_.bases[row_of_log]]),
                        log_.spans[row_of_log], log_.known_on(row_of_log), log_.stages[row_of_log]);
    };
    std::sort(entries_.begin(), entries_.end(),
              [&](const SavedReading& a, const SavedReading& b) { return key(a) < key(b); });
    bool is_simple = true;
    for (std::uint32_t i = 0; i < last - first; ++i) {
      const SavedReading& entry = entries_[i];
      binding_.dates[first + i] = entry.date;
      binding_.values[first + i] = entry.value;
      binding_.readings[first + i] = entry.reading;
      const bool repeats = i > 0 && entry.date == entries_[i - 1].date && entry.date != never;
      is_simple &=
          !repeats && (entry.date == never || (log_.bases[entry.reading] == 0 &&
                                               log_.spans[entry.reading] == Span::cumulative));
    }
    binding_.starts[row] = first | (is_simple ? 0 : ObservationBinding::mark);
  }

  const Evaluation& now_;
  ObservationLog& log_;
  ObservationBinding& binding_;
  std::unordered_map<Row, Place> places_;
  std::vector<Row> set_;
  std::vector<SavedReading> saved_;   ///< of the rows that are set, one after the other
  std::vector<std::uint32_t> marks_;  ///< of their starts
  std::vector<SavedReading> entries_;
  bool has_moved_ = false;
};

}  // namespace jinjiang::detail
