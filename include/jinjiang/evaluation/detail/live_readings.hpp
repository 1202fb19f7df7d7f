// SPDX-License-Identifier: BSL-1.0
#pragma once

// The readings of a plan's rows while they grow: those of a row together and sorted, as in the
// binding of an evaluation, with room behind them.

#include <algorithm>
#include <memory>

#include <jinjiang/model/detail/reading_translator.hpp>

namespace jinjiang::detail {

class LiveReadings {
 public:
  LiveReadings(const ObservationBinding& binding, const ObservationLog& log, Row rows)
      : dates(binding.dates), values(binding.values), readings(binding.readings), places_(rows) {
    for (Row row = 0; row < rows; ++row) {
      const std::uint32_t first = binding.first(row);
      const std::uint32_t count = binding.end(row) - first;
      places_[row] = {first, count, count, no_row, binding.needs_general_way(row)};
      if (count > 0) places_[row].series = log.series[readings[first]];
    }
  }

  // As in a binding, by position.
  Column<std::int32_t> dates;
  Column<double> values;
  Column<std::uint32_t> readings;  ///< rows of the log

  [[nodiscard]] std::uint32_t first(Row row) const noexcept { return places_[row].first; }
  [[nodiscard]] std::uint32_t end(Row row) const noexcept {
    return places_[row].first + places_[row].count;
  }
  [[nodiscard]] bool needs_general_way(Row row) const noexcept { return places_[row].is_marked; }

  /// The series of a row in the log, or no_row while it has none.
  [[nodiscard]] std::uint32_t series(Row row) const noexcept { return places_[row].series; }
  void prefetch(Row row) const noexcept { __builtin_prefetch(&places_[row]); }
  void prefetch_values(Row row) const noexcept {
    const std::uint32_t at = places_[row].first;  // may be the end of the columns
    __builtin_prefetch(dates.data() + at);
    __builtin_prefetch(values.data() + at);
    __builtin_prefetch(readings.data() + at);
  }

  /// Puts a reading of the log where it belongs; what throws changes nothing.
  /// @param is_flow        asked only when the day has a reading already: readings of a flow on
  ///                       different spans are different readings
  /// @param first_new      the first reading of the call, for the message
  /// @throws ObservationError  it contradicts one that is there
  template <class IsFlow>
  void insert(const ObservationLog& log, Row row, std::uint32_t reading, double value,
              const IsFlow& is_flow, std::uint32_t first_new) {
    const std::int32_t date = log.dates[reading];
    std::uint32_t at = end(row);
    while (at > first(row) && dates[at - 1] > date) --at;
    const bool repeats = at > first(row) && dates[at - 1] == date;
    if (repeats) {
      const bool spans_differ = is_flow();
      for (std::uint32_t i = at; i > first(row) && dates[i - 1] == date; --i)
        refuse_if_contradicting(log, readings[i - 1], reading, spans_differ, first_new);
      while (at > first(row) && dates[at - 1] == date &&
             reading_key(log, readings[at - 1]) > reading_key(log, reading)) {
        --at;
      }
    }
    at -= first(row);
    if (places_[row].count == places_[row].capacity) move_to_larger_place(row);
    Place& place = places_[row];
    move(place.first + at, place.count - at, place.first + at + 1);
    dates[place.first + at] = date;
    values[place.first + at] = value;
    readings[place.first + at] = reading;
    ++place.count;
    place.series = log.series[reading];
    const bool is_simple =
        !repeats && log.bases[reading] == 0 && log.spans[reading] == Span::cumulative;
    place.is_marked = place.is_marked || !is_simple;
  }

  /// Takes a reading out again.
  void remove(const ObservationLog& log, Row row, std::uint32_t reading) noexcept {
    Place& place = places_[row];
    std::uint32_t at = place.first;
    while (readings[at] != reading) ++at;
    move(at + 1, place.first + place.count - at - 1, at);
    --place.count;
    place.is_marked = false;
    for (std::uint32_t i = first(row); i < end(row); ++i) {
      const bool repeats = i > first(row) && dates[i] == dates[i - 1];
      place.is_marked = place.is_marked || repeats || log.bases[readings[i]] != 0 ||
                        log.spans[readings[i]] != Span::cumulative;
    }
  }

  /// The same without room.
  [[nodiscard]] std::shared_ptr<const ObservationBinding> bind(const Plan& plan) const {
    auto binding = std::make_shared<ObservationBinding>();
    binding->plan = plan.shared_data();
    std::uint32_t total = 0;
    binding->starts.resize(places_.size() + 1);
    for (std::size_t row = 0; row < places_.size(); ++row) {
      binding->starts[row] = total | (places_[row].is_marked ? ObservationBinding::mark : 0);
      total += places_[row].count;
    }
    binding->starts[places_.size()] = total;
    binding->dates.reserve(total);
    binding->values.reserve(total);
    binding->readings.reserve(total);
    for (const Place& place : places_) {
      for (std::uint32_t i = place.first; i < place.first + place.count; ++i) {
        binding->dates.push_back(dates[i]);
        binding->values.push_back(values[i]);
        binding->readings.push_back(readings[i]);
      }
    }
    return binding;
  }

 private:
  struct alignas(32) Place {
    std::uint32_t first;
    std::uint32_t count;
    std::uint32_t capacity;
    std::uint32_t series;
    bool is_marked;  ///< as in the binding
  };

  static void refuse_if_contradicting(const ObservationLog& log, std::uint32_t known,
                                      std::uint32_t added, bool spans_differ,
                                      std::uint32_t first_new) {
    const bool same = log.bases[known] == log.bases[added] &&
                      log.known_on(known) == log.known_on(added) &&
                      log.stages[known] == log.stages[added] &&
                      (!spans_differ || log.spans[known] == log.spans[added]);
    const bool same_figure =
        log.values[known] == log.values[added] && log.units[known] == log.units[added];
    if (same && !same_figure) refuse_contradiction(log, known, added, first_new);
  }

  void move(std::uint32_t from, std::uint32_t count, std::uint32_t to) noexcept {
    const auto each = [&](auto& column) {
      if (to > from) {
        std::copy_backward(column.begin() + from, column.begin() + from + count,
                           column.begin() + to + count);
      } else {
        std::copy(column.begin() + from, column.begin() + from + count, column.begin() + to);
      }
    };
    each(dates);
    each(values);
    each(readings);
  }

  void move_to_larger_place(Row row) {
    Place& place = places_[row];
    const auto end = static_cast<std::uint32_t>(dates.size());
    const std::uint32_t capacity = std::max<std::uint32_t>(4, 2 * place.capacity);
    if (capacity > ObservationBinding::mark - end) {
      throw ObservationError("there are too many observations");
    }
    make_room(end + capacity);
    dates.resize(end + capacity);
    values.resize(end + capacity);
    readings.resize(end + capacity);
    move(place.first, place.count, end);
    place.first = end;
    place.capacity = capacity;
  }
  /// Everything that may throw comes before anything is changed.
  void make_room(std::size_t size) {
    const auto each = [size](auto& column) {
      if (column.capacity() < size) column.reserve(2 * size);
    };
    each(dates);
    each(values);
    each(readings);
  }

  Column<Place> places_;
};

}  // namespace jinjiang::detail
