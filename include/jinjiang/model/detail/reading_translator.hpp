// SPDX-License-Identifier: BSL-1.0
#pragma once

// A reading in the terms of its node: in the unit of the target, of a task a fraction; and the
// words for what is wrong with it.

#include <algorithm>
#include <string>
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

/// @param first  the reading that callers count from
[[noreturn]] inline void refuse_contradiction(const ObservationLog& log, std::uint32_t a,
                                              std::uint32_t b, std::uint32_t first = 0) {
  throw ObservationError("observations of " + reading_name(log, a) +
                             " contradict each other: " + reading_figure(log, std::min(a, b)) +
                             " and " + reading_figure(log, std::max(a, b)) +
                             "; give them different known_on, basis or stage, or remove one",
                         std::max(a, b) - first);
}

/// Brings the readings of a log into the units of a plan; what is wrong is collected.
class ReadingTranslator {
 public:
  static constexpr const char* of_goal = "a goal is measured only through its parts";

  ReadingTranslator(const ObservationLog& log, const PlanData& plan) : log_(log), plan_(plan) {
    find_foreign_units();
  }

  /// Of a reading that is refused any number.
  [[nodiscard]] double value_of(Row row, std::uint32_t reading) {
    return plan_.kinds[row] == NodeKind::task ? task_progress(row, reading)
                                              : indicator_value(row, reading);
  }

  [[nodiscard]] bool is_read_as_flow(Row row) const noexcept {
    return plan_.has_target(row) && is_flow(plan_.targets[plan_.details[row]].measure);
  }

  void refuse(Row row, std::uint32_t reading, const std::string& what) {
    refuse(row, Date::from_days(log_.dates[reading]), what);
  }
  void refuse(Row row, Date day, const std::string& what) {
    constexpr std::size_t longest = 8192;
    if (problems_.size() > longest) return;
    if (!problems_.empty()) problems_ += "\n  ";
    problems_ += std::string(to_string(plan_.kinds[row])) + " " + std::string(plan_.ids[row]) +
                 " " + in_quotes(plan_.titles[row]) + ": observation of " + to_string(day) + ": " +
                 what;
  }

  [[nodiscard]] bool has_problems() const noexcept { return !problems_.empty(); }
  void forget_problems() noexcept { problems_.clear(); }
  void throw_problems() const {
    if (!problems_.empty()) throw ObservationError(problems_);
  }

  /// A symbol means one thing in a plan: readings made with another table than the plan's may not
  /// mean it. To be asked again when the log has got new units.
  void find_foreign_units() {
    for (std::size_t i = is_foreign_.size(); i < log_.unit_list.size(); ++i) {
      const Unit unit = log_.unit_list[i];
      const auto known = plan_.units.find(unit.symbol());
      is_foreign_.push_back(known && !(*known == unit));
    }
  }

 private:
  [[nodiscard]] double indicator_value(Row row, std::uint32_t reading) {
    const Unit read = log_.unit_list[log_.units[reading]];
    const double value = log_.values[reading];
    if (read.is_none() || !plan_.has_target(row)) return value;
    if (is_foreign_[log_.units[reading]]) {
      refuse(row, reading,
             "its " + in_quotes(read.symbol()) +
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
  const PlanData& plan_;
  std::vector<bool> is_foreign_;  ///< of every unit of the log
  std::string problems_;
};

}  // namespace jinjiang::detail
