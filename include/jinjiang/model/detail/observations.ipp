// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/detail/extension_check.hpp>
#include <jinjiang/model/detail/observation_binder.hpp>
#include <jinjiang/model/detail/reading_append.hpp>
#include <jinjiang/model/plan.hpp>

namespace jinjiang {

namespace detail {

/// Sorts the readings of each series: by date, basis, span, date of knowing, then how sure they
/// are.
inline void sort_readings(const ObservationLog& log, ObservationIndex& index) {
  for (std::size_t s = 0; s + 1 < index.starts.size(); ++s) {
    const auto first = index.readings.begin() + index.starts[s];
    const auto last = index.readings.begin() + index.starts[s + 1];
    if (last - first > 1) {
      std::sort(first, last, [&](std::uint32_t a, std::uint32_t b) {
        return reading_key(log, a) < reading_key(log, b);
      });
    }
  }
}

inline void check_readings(const ObservationLog& log, const ObservationIndex& index) {
  for (std::size_t s = 0; s + 1 < index.starts.size(); ++s) {
    for (std::uint32_t i = index.starts[s] + 1; i < index.starts[s + 1]; ++i) {
      const std::uint32_t a = index.readings[i - 1];
      const std::uint32_t b = index.readings[i];
      const bool same = log.dates[a] == log.dates[b] && log.bases[a] == log.bases[b] &&
                        log.spans[a] == log.spans[b] && log.known_on(a) == log.known_on(b) &&
                        log.stages[a] == log.stages[b];
      if (!same || (log.values[a] == log.values[b] && log.units[a] == log.units[b])) continue;
      refuse_contradiction(log, a, b);
    }
  }
}

JINJIANG_INLINE std::shared_ptr<const ObservationIndex> ObservationLog::shared_index() const {
  const std::lock_guard lock(mutex);
  if (index) return index;
  auto built = std::make_shared<ObservationIndex>();
  built->starts.assign(ids.size() + 1, 0);
  for (const std::uint32_t s : series) ++built->starts[s + 1];
  std::partial_sum(built->starts.begin(), built->starts.end(), built->starts.begin());
  built->readings.resize(size());
  Column<std::uint32_t> next(built->starts.begin(), built->starts.end() - 1);
  for (std::uint32_t row = 0; row < size(); ++row) built->readings[next[series[row]]++] = row;
  sort_readings(*this, *built);
  check_readings(*this, *built);
  index = std::move(built);
  return index;
}

}  // namespace detail

JINJIANG_INLINE bool operator==(const Observation& a, const Observation& b) {
  const ReadingOptions& x = a.options;
  const ReadingOptions& y = b.options;
  return a.id == b.id && a.observed_on == b.observed_on && a.value == b.value && x.unit == y.unit &&
         x.stage == y.stage && x.basis == y.basis &&
         x.known_on.value_or(a.observed_on) == y.known_on.value_or(b.observed_on) &&
         x.span == y.span && x.source == y.source && x.note == y.note;
}

JINJIANG_INLINE Observations::Observations() : log_(std::make_shared<detail::ObservationLog>()) {}

JINJIANG_INLINE Observations& Observations::add(std::string_view id, Date observed_on, double value,
                                                const ReadingOptions& options) {
  detail::check_reading(id, observed_on, value, options);
  if (log_->size() >= detail::ObservationBinding::mark) {
    detail::refuse_reading(id, observed_on, "there are too many observations");
  }
  detail::ObservationLog& log = own_log();
  if (log.last_series == detail::no_row || log.ids[log.last_series] != id) {
    log.last_series = log.series_of(id);
  }
  detail::append_reading(log, log.last_series, observed_on, value, options);
  return *this;
}

JINJIANG_INLINE detail::ObservationLog& Observations::own_log() {
  detail::make_own(log_);
  // Nobody else holds it, so nobody else reads these.
  log_->index.reset();
  log_->binding.reset();
  return *log_;
}

JINJIANG_INLINE Observations& Observations::add(const Observation& observation) {
  return add(observation.id, observation.observed_on, observation.value, observation.options);
}

JINJIANG_INLINE std::size_t Observations::size() const noexcept { return log_->size(); }

JINJIANG_INLINE std::span<const Extension> Observations::extensions() const noexcept {
  return log_->extensions;
}

JINJIANG_INLINE Observations& Observations::extensions(Extensions extensions) {
  detail::check_extensions(
      extensions, [](const std::string& what) { throw ObservationError("observations: " + what); });
  detail::make_own(log_);
  log_->extensions = std::move(extensions);
  return *this;
}

JINJIANG_INLINE Observation Observations::operator[](std::size_t i) const {
  const detail::ObservationLog& log = *log_;
  ReadingOptions options{.unit = log.unit_list[log.units[i]],
                         .stage = log.stages[i],
                         .basis = log.texts[log.bases[i]],
                         .known_on = std::nullopt,
                         .span = log.spans[i],
                         .source = log.texts[log.sources[i]],
                         .note = log.texts[log.notes[i]]};
  if (log.known[i] != detail::no_day) options.known_on = Date::from_days(log.known[i]);
  return {std::string(log.ids[log.series[i]]), Date::from_days(log.dates[i]), log.values[i],
          std::move(options)};
}

JINJIANG_INLINE std::vector<Observation> Observations::of(std::string_view id) const {
  std::vector<Observation> result;
  const auto series = log_->find_series(id);
  if (!series) return result;
  const auto index = log_->shared_index();
  for (std::uint32_t i = index->starts[*series]; i < index->starts[*series + 1]; ++i) {
    result.push_back((*this)[index->readings[i]]);
  }
  return result;
}

JINJIANG_INLINE Observations Observations::replacing(
    std::span<const std::pair<std::string, double>> values, std::optional<Date> on) const {
  Observations result;
  result.extensions(log_->extensions);
  std::vector<std::pair<Date, Observation>> latest;
  for (const auto& [id, value] : values) {
    const auto readings = of(id);
    if (readings.empty() && !on) {
      throw ObservationError("no observation of " + detail::in_quotes(id) +
                             " to replace; say on which date it reads " +
                             detail::format_number(value));
    }
    const Date date = on.value_or(readings.empty() ? Date{} : readings.back().observed_on);
    Observation changed = readings.empty() ? Observation{id, date, value} : readings.back();
    changed.observed_on = date;
    changed.value = value;
    if (changed.options.known_on && *changed.options.known_on < date)
      changed.options.known_on = date;
    latest.emplace_back(date, std::move(changed));
  }
  for (std::size_t i = 0; i < size(); ++i) {
    const Observation kept = (*this)[i];
    const bool is_replaced = std::any_of(latest.begin(), latest.end(), [&](const auto& entry) {
      return entry.second.id == kept.id && entry.first == kept.observed_on;
    });
    if (!is_replaced) result.add(kept);
  }
  for (const auto& entry : latest) result.add(entry.second);
  return result;
}

JINJIANG_INLINE void Observations::check() const { static_cast<void>(log_->shared_index()); }

JINJIANG_INLINE bool operator==(const Observations& a, const Observations& b) {
  if (a.log_ == b.log_) return true;
  if (a.size() != b.size() || a.log_->extensions != b.log_->extensions) return false;
  const auto sorted = [](const Observations& all) {
    std::vector<Observation> rows;
    for (std::size_t i = 0; i < all.size(); ++i) rows.push_back(all[i]);
    const auto key = [](const Observation& row) {
      return std::tie(row.id, row.observed_on, row.options.basis, row.options.known_on,
                      row.options.stage, row.options.span, row.value, row.options.source,
                      row.options.note);
    };
    std::sort(rows.begin(), rows.end(),
              [&](const auto& x, const auto& y) { return key(x) < key(y); });
    return rows;
  };
  return sorted(a) == sorted(b);
}

JINJIANG_INLINE std::shared_ptr<const detail::ObservationBinding> Observations::bind(
    const Plan& plan) const {
  const auto index = log_->shared_index();
  const auto& data = plan.shared_data();
  {
    const std::lock_guard lock(log_->mutex);
    if (log_->binding && log_->binding->plan.lock() == data) return log_->binding;
  }
  auto binding = detail::ObservationBinder(*log_, *index, *data).bind();
  binding->plan = data;
  const std::lock_guard lock(log_->mutex);
  log_->binding = binding;
  return binding;
}

}  // namespace jinjiang
