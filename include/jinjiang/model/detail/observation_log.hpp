// SPDX-License-Identifier: BSL-1.0
#pragma once

// Readings as columns: the log in order of insertion, an index by series and date, and the binding
// to one plan.

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <jinjiang/model/detail/columns.hpp>
#include <jinjiang/model/detail/plan_data.hpp>
#include <jinjiang/model/observations.hpp>

namespace jinjiang::detail {

/// The readings of every node (a series) together, by date, basis, span and date of knowing.
struct ObservationIndex {
  Column<std::uint32_t> starts;    ///< of each series, one more entry than series
  Column<std::uint32_t> readings;  ///< rows of the log
};

/// The readings as a plan sees them: in the order of its rows and the units of its targets.
struct ObservationBinding {
  std::weak_ptr<const PlanData> plan;
  Column<std::uint32_t>
      starts;  ///< of each row of the plan, one more entry than rows; the top bit marks a series
               ///< with several readings a date, per-period readings, or a basis
  Column<std::int32_t> dates;
  Column<double> values;
  Column<std::uint32_t> readings;         ///< rows of the log
  std::vector<std::string_view> unknown;  ///< ids that the plan does not have

  static constexpr std::uint32_t mark = std::uint32_t{1} << 31U;
  [[nodiscard]] std::uint32_t first(Row row) const noexcept { return starts[row] & ~mark; }
  [[nodiscard]] bool needs_general_way(Row row) const noexcept { return (starts[row] & mark) != 0; }
};

struct ObservationLog {
  TextColumn ids;  ///< one a series
  RowTable series_rows;
  Column<std::uint32_t> series;
  Column<std::int32_t> dates;
  Column<double> values;
  Column<std::uint16_t> units;  ///< index into unit_list; 0 is none
  Column<Stage> stages;
  Column<Span> spans;
  Column<std::uint32_t> bases;  ///< numbers of interned texts
  Column<std::int32_t> known;   ///< no_day: on the date of the reading
  Column<std::uint32_t> sources;
  Column<std::uint32_t> notes;
  std::vector<Unit> unit_list{Unit{}};
  InternedTexts texts;
  Extensions extensions;
  std::uint32_t last_series = no_row;

  mutable std::mutex mutex;  ///< guards the two below
  mutable std::shared_ptr<const ObservationIndex> index;
  mutable std::shared_ptr<const ObservationBinding> binding;

  ObservationLog() = default;
  ObservationLog(const ObservationLog& other)
      : ids(other.ids),
        series_rows(other.series_rows),
        series(other.series),
        dates(other.dates),
        values(other.values),
        units(other.units),
        stages(other.stages),
        spans(other.spans),
        bases(other.bases),
        known(other.known),
        sources(other.sources),
        notes(other.notes),
        unit_list(other.unit_list),
        texts(other.texts),
        extensions(other.extensions),
        last_series(other.last_series) {}
  ObservationLog& operator=(const ObservationLog&) = delete;

  [[nodiscard]] std::size_t size() const noexcept { return dates.size(); }
  [[nodiscard]] std::int32_t known_on(std::uint32_t row) const noexcept {
    return known[row] == no_day ? dates[row] : known[row];
  }
  [[nodiscard]] std::optional<Row> find_series(std::string_view id) const {
    return series_rows.find(id, hash_text(id), [this](Row row) { return ids[row]; });
  }
  [[nodiscard]] std::shared_ptr<const ObservationIndex> shared_index() const;
};

/// Makes a log that copies may share ready for a change: copied when somebody still holds it.
inline void make_own(std::shared_ptr<ObservationLog>& log) {
  if (log.use_count() > 1) {
    log = std::make_shared<ObservationLog>(*log);
    return;
  }
  // use_count() orders nothing: what the last of the others read before letting go might still be
  // going on as far as this thread knows. Counting up and down does order it.
  std::shared_ptr<ObservationLog>(log).reset();
}

}  // namespace jinjiang::detail
