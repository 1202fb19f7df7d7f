// SPDX-License-Identifier: BSL-1.0
#pragma once

// Readings as one plan sees them.

#include <algorithm>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include <jinjiang/model/detail/observation_log.hpp>
#include <jinjiang/model/detail/reading_translator.hpp>

namespace jinjiang::detail {

/// Ties every series to a row of the plan and brings its readings into the unit of the target.
class ObservationBinder {
 public:
  ObservationBinder(const ObservationLog& log, const ObservationIndex& index, const PlanData& plan)
      : log_(log),
        index_(index),
        plan_(plan),
        binding_(std::make_shared<ObservationBinding>()),
        translator_(log, plan) {}

  [[nodiscard]] std::shared_ptr<ObservationBinding> bind() {
    const Column<std::uint32_t> series = find_series();
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
    translator_.throw_problems();
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
      if (index_.starts[s] == index_.starts[s + 1]) continue;  // all its readings were taken back
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

  void bind_series(Row row, std::uint32_t s) {
    if (plan_.kinds[row] == NodeKind::goal) {
      return translator_.refuse(row, index_.readings[index_.starts[s]], ReadingTranslator::of_goal);
    }
    if (!translator_.is_read_as_flow(row)) check_spans(s);
    for (std::uint32_t i = index_.starts[s]; i < index_.starts[s + 1]; ++i) {
      const std::uint32_t reading = index_.readings[i];
      binding_->dates.push_back(log_.dates[reading]);
      binding_->readings.push_back(reading);
      binding_->values.push_back(translator_.value_of(row, reading));
    }
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

  const ObservationLog& log_;
  const ObservationIndex& index_;
  const PlanData& plan_;
  std::shared_ptr<ObservationBinding> binding_;
  ReadingTranslator translator_;
};

}  // namespace jinjiang::detail
