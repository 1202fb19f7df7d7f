// SPDX-License-Identifier: BSL-1.0
#pragma once

// Which of the readings of a leaf counts: the latest one that was known, on the right basis, in the
// right period. Of a flow that is read per period, the sum so far.

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include <jinjiang/evaluation/detail/evaluation_data.hpp>

namespace jinjiang::detail {

struct UsableReading {
  std::uint32_t position;
  std::int32_t date;
  double value;
};

struct ReadingChoice {
  std::optional<UsableReading> reading;
  bool has_other_basis = false;  ///< there are readings, but on another basis
  bool is_ambiguous =
      false;  ///< the target names no basis and the readings of the day are on several
};

/// Readings that were not used, by the first reason that holds.
struct PassedOver {
  std::size_t later = 0;    ///< than the day of the evaluation
  std::size_t unknown = 0;  ///< by the day by which a reading must be known
  std::size_t outside = 0;  ///< of the period
};

/// Days from which readings are taken, ends included.
struct ReadingWindow {
  std::int32_t first = no_day;
  std::int32_t last = no_day;
};

/// The basis that readings must be on.
struct WantedBasis {
  std::string name = {};         ///< empty: any
  bool accepts_unnamed = false;  ///< also readings that name none
};

/// @tparam Binding  where the readings of a row are: of an evaluation, or of one that is live
template <class Binding>
class BasicReadingChooser {
 public:
  BasicReadingChooser(const EvaluationData& evaluation, const Binding& binding)
      : evaluation_(evaluation),
        plan_(evaluation.plan.data()),
        binding_(binding),
        log_(evaluation.observations.log()),
        as_of_(evaluation.as_of.days_since_epoch()) {}

  /// A stock may have been read before the period, or after it.
  [[nodiscard]] ReadingWindow any_time() const noexcept { return {no_day, as_of_}; }

  /// Of flows and rates only this period's readings count: last year's say nothing of this, next
  /// year's neither.
  [[nodiscard]] ReadingWindow window_of(Measure measure, Date start, Date due) const noexcept {
    if (!is_flow(measure) && !is_settled_at_due(measure)) return any_time();
    return {start.days_since_epoch(),
            std::min(as_of_, std::max(due, plan_.period.end()).days_since_epoch())};
  }

  /// The basis of a target, or for one that names none that of the evaluation, which also accepts
  /// unnamed readings.
  [[nodiscard]] WantedBasis wanted(const std::string& target_basis) const {
    return target_basis.empty() ? WantedBasis{evaluation_.basis, true}
                                : WantedBasis{target_basis, false};
  }

  /// The latest reading that may be used; of a flow read per period, the sum so far.
  [[nodiscard]] ReadingChoice choose(Row row, const WantedBasis& basis, bool is_flow,
                                     ReadingWindow window) const {
    ReadingChoice choice;
    std::vector<UsableReading> usable;
    for (std::uint32_t i = binding_.first(row); i < binding_.end(row); ++i) {
      const std::uint32_t reading = binding_.readings[i];
      if (binding_.dates[i] < window.first || binding_.dates[i] > window.last || !is_known(reading))
        continue;
      const std::string& own_basis = log_.texts[log_.bases[reading]];
      const bool fits = basis.name.empty() || own_basis == basis.name ||
                        (basis.accepts_unnamed && own_basis.empty());
      if (!fits) {
        choice.has_other_basis = true;
        continue;
      }
      // Sorted by date, basis, span and date of knowing: the later-known takes the place of the one
      // before.
      const bool is_again = !usable.empty() && is_same_reading(usable.back().position, i, is_flow);
      if (is_again && !is_flow && is_known_later(usable.back().position, i)) continue;
      if (is_again) usable.pop_back();
      usable.push_back({i, binding_.dates[i], binding_.values[i]});
    }
    if (usable.empty()) return choice;
    if (!basis.name.empty()) prefer_named_basis(usable, basis.name);
    if (is_flow) usable = summed(usable);
    choice.is_ambiguous = basis.name.empty() && is_on_several_bases(usable, is_flow);
    if (!choice.is_ambiguous) choice.reading = is_flow ? sum_of(usable) : usable.back();
    return choice;
  }

  /// The readings of a row that no window, or not this one, lets count.
  [[nodiscard]] PassedOver passed_over(Row row, ReadingWindow window) const {
    PassedOver result;
    for (std::uint32_t i = binding_.first(row); i < binding_.end(row); ++i) {
      const std::int32_t date = binding_.dates[i];
      if (date > as_of_) {
        ++result.later;
      } else if (!is_known(binding_.readings[i])) {
        ++result.unknown;
      } else if (date < window.first || date > window.last) {
        ++result.outside;
      }
    }
    return result;
  }

  /// The bases of what could have been used by the day of the evaluation, sorted; empty texts for
  /// readings that name none.
  [[nodiscard]] std::vector<std::string> bases_of(Row row) const {
    std::vector<std::string> bases;
    for (std::uint32_t i = binding_.first(row); i < binding_.end(row); ++i) {
      const std::uint32_t reading = binding_.readings[i];
      if (binding_.dates[i] <= as_of_ && is_known(reading))
        bases.push_back(log_.texts[log_.bases[reading]]);
    }
    std::sort(bases.begin(), bases.end());
    bases.erase(std::unique(bases.begin(), bases.end()), bases.end());
    return bases;
  }

 private:
  [[nodiscard]] bool is_known(std::uint32_t log_row) const noexcept {
    return !evaluation_.known_by ||
           log_.known_on(log_row) <= evaluation_.known_by->days_since_epoch();
  }

  /// Only a flow is read in two ways: what is no sum means the same with either span.
  [[nodiscard]] bool is_same_reading(std::uint32_t a, std::uint32_t b,
                                     bool is_flow) const noexcept {
    const std::uint32_t x = binding_.readings[a];
    const std::uint32_t y = binding_.readings[b];
    return binding_.dates[a] == binding_.dates[b] && log_.bases[x] == log_.bases[y] &&
           (!is_flow || log_.spans[x] == log_.spans[y]);
  }

  /// Whether a became known after b, or on the same day and is surer.
  [[nodiscard]] bool is_known_later(std::uint32_t a, std::uint32_t b) const noexcept {
    const std::uint32_t x = binding_.readings[a];
    const std::uint32_t y = binding_.readings[b];
    return std::pair(log_.known_on(x), log_.stages[x]) >
           std::pair(log_.known_on(y), log_.stages[y]);
  }

  [[nodiscard]] std::uint32_t basis_of(const UsableReading& reading) const noexcept {
    return log_.bases[binding_.readings[reading.position]];
  }

  /// On a day with readings that name the basis, those that name none do not count.
  void prefer_named_basis(std::vector<UsableReading>& usable, const std::string& basis) const {
    const auto names_it = [&](const UsableReading& reading) {
      return log_.texts[basis_of(reading)] == basis;
    };
    std::vector<UsableReading> kept;
    for (auto first = usable.begin(); first != usable.end();) {
      const auto last = std::find_if(first, usable.end(), [&](const UsableReading& reading) {
        return reading.date != first->date;
      });
      const bool is_named = std::any_of(first, last, names_it);
      std::copy_if(first, last, std::back_inserter(kept),
                   [&](const UsableReading& reading) { return !is_named || names_it(reading); });
      first = last;
    }
    usable = std::move(kept);
  }

  /// Of a flow: the last cumulative reading and the per-period ones after its day.
  [[nodiscard]] std::vector<UsableReading> summed(const std::vector<UsableReading>& usable) const {
    std::vector<UsableReading> result;
    std::int32_t counted_through = no_day;
    for (const UsableReading& reading : usable) {
      const bool is_cumulative =
          log_.spans[binding_.readings[reading.position]] == Span::cumulative;
      const bool same_day = !result.empty() && result.back().date == reading.date;
      if (is_cumulative) {
        if (!same_day || counted_through != reading.date) result.clear();
        counted_through = reading.date;
      } else if (reading.date <= counted_through) {
        continue;
      }
      result.push_back(reading);
    }
    return result;
  }

  /// Whether what would be used is on more than one basis: of a flow all that is summed, else the
  /// readings of one day.
  [[nodiscard]] bool is_on_several_bases(const std::vector<UsableReading>& usable,
                                         bool is_flow) const noexcept {
    for (const UsableReading& reading : usable) {
      const bool is_used = is_flow || reading.date == usable.back().date;
      if (is_used && basis_of(reading) != basis_of(usable.back())) return true;
    }
    return false;
  }

  /// Neumaier's sum keeps the last digit right.
  [[nodiscard]] static UsableReading sum_of(const std::vector<UsableReading>& readings) noexcept {
    UsableReading result = readings.back();
    double sum = 0;
    double correction = 0;
    for (const UsableReading& reading : readings) {
      const double next = sum + reading.value;
      correction += std::fabs(sum) >= std::fabs(reading.value) ? (sum - next) + reading.value
                                                               : (reading.value - next) + sum;
      sum = next;
    }
    result.value = std::isfinite(sum) ? sum + correction : sum;  // beyond the largest number
    return result;
  }

  const EvaluationData& evaluation_;
  const PlanData& plan_;
  const Binding& binding_;
  const ObservationLog& log_;
  std::int32_t as_of_;
};

}  // namespace jinjiang::detail
