// SPDX-License-Identifier: BSL-1.0
#pragma once

// Readings as columns: the log in order of insertion, an index by series and date, and the binding
// to one plan.

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
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
  [[nodiscard]] std::uint32_t end(Row row) const noexcept { return first(row + 1); }
  [[nodiscard]] bool needs_general_way(Row row) const noexcept { return (starts[row] & mark) != 0; }
};

/// One reading as the columns of a log keep it.
struct LogEntry {
  std::uint32_t series;
  std::int32_t date;
  double value;
  std::uint16_t unit;
  Stage stage;
  Span span;
  std::uint32_t basis;
  std::int32_t known;  ///< no_day: on the date of the reading
  std::uint32_t source;
  std::uint32_t note;
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

  /// The series of an id, a new one if there is none.
  [[nodiscard]] std::uint32_t series_of(std::string_view id) {
    const auto id_of = [this](Row row) { return ids[row]; };
    const auto next = static_cast<Row>(ids.size());
    const std::uint64_t hash = hash_text(id);
    series_rows.grow(next, id_of);
    if (const auto existing = series_rows.find(id, hash, id_of)) return *existing;
    ids.add(id);  // first: the table may hold no row that is not there, should memory end
    static_cast<void>(series_rows.insert(id, hash, next, id_of));
    return next;
  }
  /// Appends one reading; who holds the log alone may call it.
  void push(const LogEntry& entry) {
    make_room();
    series.push_back(entry.series);
    dates.push_back(entry.date);
    values.push_back(entry.value);
    units.push_back(entry.unit);
    stages.push_back(entry.stage);
    spans.push_back(entry.span);
    bases.push_back(entry.basis);
    known.push_back(entry.known);
    sources.push_back(entry.source);
    notes.push_back(entry.note);
  }
  /// Takes the last reading back.
  void pop() noexcept {
    each_column([](auto& column) { column.pop_back(); });
  }

 private:
  template <class Visit>
  void each_column(const Visit& visit) {
    visit(series);
    visit(dates);
    visit(values);
    visit(units);
    visit(stages);
    visit(spans);
    visit(bases);
    visit(known);
    visit(sources);
    visit(notes);
  }
  /// So that a reading is in all columns or in none.
  void make_room() {
    bool is_full = false;
    each_column([&](auto& column) { is_full |= column.size() == column.capacity(); });
    if (!is_full) return;
    const std::size_t room = 2 * size() + 16;
    each_column([room](auto& column) { column.reserve(room); });
  }
};

/// What the readings of a series are sorted by: date, basis, span, date of knowing, then how sure
/// they are.
[[nodiscard]] inline auto reading_key(const ObservationLog& log, std::uint32_t row) noexcept {
  return std::tuple(log.dates[row], std::string_view(log.texts[log.bases[row]]), log.spans[row],
                    log.known_on(row), log.stages[row]);
}

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
