// SPDX-License-Identifier: BSL-1.0
#pragma once

// Readings as one plan sees them.

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/detail/observation_log.hpp>
#include <jinjiang/model/error.hpp>

namespace jinjiang::detail {

/// `land.reuse on 2024-03-31`
inline std::string reading_name(const ObservationLog& log, std::uint32_t row) {
  return std::string(log.ids[log.series[row]]) + " on " +
         to_string(Date::from_days(log.dates[row]));
}

inline std::string reading_figure(const ObservationLog& log, std::uint32_t row) {
  const Unit unit = log.unit_list[log.units[row]];
  return format_number(log.values[row]) + (unit.is_none() ? "" : " " + unit.symbol());
}

[[noreturn]] inline void refuse_contradiction(const ObservationLog& log, std::uint32_t a,
                                              std::uint32_t b) {
  throw ObservationError("observations of " + reading_name(log, a) +
                             " contradict each other: " + reading_figure(log, std::min(a, b)) +
                             " and " + reading_figure(log, std::max(a, b)) +
                             "; give them different known_on, basis or stage, or remove one",
                         std::max(a, b));
}

/// Ties every series to a row of the plan and brings its readings into the unit of the target.
class ObservationBinder {
 public:
  ObservationBinder(const ObservationLog& log, const ObservationIndex& index, const PlanData& plan)
      : log_(log), index_(index), plan_(plan), binding_(std::make_shared<ObservationBinding>()) {}

  [[nodiscard]] std::shared_ptr<ObservationBinding> bind() {
    const Column<std::uint32_t> series = find_series();
    find_foreign_units();
    ObservationBinding& binding = *binding_;
    binding.starts.reserve(plan_.size() + 1);
    binding.dates.reserve(log_.size());
    binding.values.reserve(log_.size());
    binding.readings.reserve(log_.size());
    binding.starts.push_back(0);
    for (Row row = 0; row < plan_.size(); ++row) {
      if (series[row] != no_row) bind_series(row, series[row]);
      const auto end = static_cast<std::uint32_t>(binding.dates.size());
      if (!is_simple(binding.starts[row], end)) binding.starts[row] |= ObservationBinding::mark;
      binding.starts.push_back(end);
    }
    if (!problems_.empty()) throw ObservationError(problems_);
    return std::move(binding_);
  }

 private:
  /// The series of each row of the plan, or no_row.
  [[nodiscard]] Column<std::uint32_t> find_series() {
    Column<std::uint32_t> series(plan_.size(), no_row);
    Column<std::uint64_t> hashes(log_.ids.size());
    const auto count = static_cast<std::uint32_t>(log_.ids.size());
    for (std::uint32_t s = 0; s < count; ++s) hashes[s] = hash_text(log_.ids[s]);
    constexpr std::uint32_t ahead = 12;  // enough to hide the latency of memory
    for (std::uint32_t s = 0; s < count; ++s) {
      if (s + ahead < count) plan_.rows.prefetch(hashes[s + ahead]);
      const auto row =
          plan_.rows.find(log_.ids[s], hashes[s], [this](Row r) { return plan_.ids[r]; });
      if (row) {
        series[*row] = s;
      } else {
        binding_->unknown.push_back(log_.ids[s]);
      }
    }
    return series;
  }

  /// A symbol means one thing in a plan: readings made with another table than the plan's may not
  /// mean it.
  void find_foreign_units() {
    for (const Unit unit : log_.unit_list) {
      const auto known = plan_.units.find(unit.symbol());
      is_foreign_.push_back(known && !(*known == unit));
    }
  }

  void bind_series(Row row, std::uint32_t s) {
    if (plan_.kinds[row] == NodeKind::goal) {
      return refuse(row, index_.readings[index_.starts[s]],
                    "a goal is measured only through its parts");
    }
    if (!is_read_as_flow(row)) check_spans(s);
    for (std::uint32_t i = index_.starts[s]; i < index_.starts[s + 1]; ++i) {
      const std::uint32_t reading = index_.readings[i];
      binding_->dates.push_back(log_.dates[reading]);
      binding_->readings.push_back(reading);
      binding_->values.push_back(plan_.kinds[row] == NodeKind::task
                                     ? task_progress(row, reading)
                                     : indicator_value(row, reading));
    }
  }

  [[nodiscard]] bool is_read_as_flow(Row row) const noexcept {
    return plan_.has_target(row) && is_flow(plan_.targets[plan_.details[row]].measure);
  }

  /// What is no flow means the same with either span, so that two of them may contradict each
  /// other.
  void check_spans(std::uint32_t s) const {
    std::vector<std::uint32_t> readings(index_.readings.begin() + index_.starts[s],
                                        index_.readings.begin() + index_.starts[s + 1]);
    if (std::none_of(readings.begin(), readings.end(),
                     [this](std::uint32_t r) { return log_.spans[r] == Span::per_period; }))
      return;
    const auto key = [this](std::uint32_t r) {
      return std::tuple(log_.dates[r], log_.bases[r], log_.known_on(r), log_.stages[r]);
    };
    std::stable_sort(readings.begin(), readings.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    for (std::size_t i = 1; i < readings.size(); ++i) {
      const std::uint32_t a = readings[i - 1];
      const std::uint32_t b = readings[i];
      const bool same_figure = log_.values[a] == log_.values[b] && log_.units[a] == log_.units[b];
      if (key(a) == key(b) && !same_figure) refuse_contradiction(log_, a, b);
    }
  }

  [[nodiscard]] bool is_simple(std::uint32_t first, std::uint32_t last) const noexcept {
    for (std::uint32_t i = first; i < last; ++i) {
      const std::uint32_t reading = binding_->readings[i];
      const bool repeats = i > first && binding_->dates[i] == binding_->dates[i - 1];
      if (repeats || log_.bases[reading] != 0 || log_.spans[reading] != Span::cumulative)
        return false;
    }
    return true;
  }

  void refuse(Row row, std::uint32_t reading, const std::string& what) {
    constexpr std::size_t longest = 8192;
    if (problems_.size() > longest) return;
    if (!problems_.empty()) problems_ += "\n  ";
    problems_ += std::string(to_string(plan_.kinds[row])) + " " + std::string(plan_.ids[row]) +
                 " " + quoted(plan_.titles[row]) + ": observation of " +
                 to_string(Date::from_days(log_.dates[reading])) + ": " + what;
  }

  [[nodiscard]] double indicator_value(Row row, std::uint32_t reading) {
    const Unit read = log_.unit_list[log_.units[reading]];
    const double value = log_.values[reading];
    if (read.is_none() || !plan_.has_target(row)) return value;
    if (is_foreign_[log_.units[reading]]) {
      refuse(row, reading,
             "its " + quoted(read.symbol()) +
                 " is another than that of the plan's units; read it with the plan's units");
      return 0;
    }
    const Unit unit = plan_.target_units[plan_.targets[plan_.details[row]].unit];
    if (is_convertible(read, unit)) return convert(value, read, unit);
    refuse(row, reading,
           "the target is in " + (unit.is_none() ? "no unit" : unit.symbol()) + " but it is in " +
               read.symbol());
    return 0;
  }

  [[nodiscard]] double task_progress(Row row, std::uint32_t reading) {
    const Unit read = log_.unit_list[log_.units[reading]];
    double value = log_.values[reading];
    if (!read.is_none()) {
      const Unit percent = UnitTable::standard().at("%");
      if (!is_convertible(read, percent)) {
        refuse(row, reading,
               "the progress of a task is a fraction or in %, found " + read.symbol());
        return 0;
      }
      value = convert(value, read, percent) / 100;
    }
    if (!(value >= 0 && value <= 1)) {
      refuse(row, reading,
             "the progress of a task must be from 0 to 1 (or in the unit %), found " +
                 format_number(log_.values[reading]));
    }
    return value;
  }

  const ObservationLog& log_;
  const ObservationIndex& index_;
  const PlanData& plan_;
  std::shared_ptr<ObservationBinding> binding_;
  std::vector<bool> is_foreign_;  ///< of every unit of the log
  std::string problems_;
};

}  // namespace jinjiang::detail
