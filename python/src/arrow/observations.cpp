// SPDX-License-Identifier: BSL-1.0

// Readings as a table, in order of insertion.

#include <jinjiang/model/detail/observation_log.hpp>

#include "arrow/table.hpp"

using jinjiang::detail::Column;
using jinjiang::detail::InternedTexts;
using jinjiang::detail::no_day;
using jinjiang::detail::ObservationLog;
using jinjiang::detail::TextColumn;

namespace {

TableColumn ids_column(const ObservationLog& log) {
  TextColumn ids;
  std::size_t bytes = 0;
  for (const std::uint32_t series : log.series) bytes += log.ids[series].size();
  ids.reserve(log.size(), bytes);
  for (const std::uint32_t series : log.series) ids.add(log.ids[series]);
  return own_texts("id", std::move(ids));
}

TableColumn units_column(const ObservationLog& log) {
  TextNumbers names;
  std::vector<std::int32_t> numbers;
  for (const jinjiang::Unit unit : log.unit_list) numbers.push_back(names.number_of(unit.symbol()));
  Column<std::int32_t> codes(log.size());
  for (std::size_t row = 0; row < log.size(); ++row) codes[row] = numbers[log.units[row]];
  return with_dictionary(fixed_column("unit", "i", log.size(), own_buffer(std::move(codes))),
                         std::move(names).texts());
}

/// The texts of one column: the log keeps those of all columns together.
TableColumn interned_column(std::string name, const InternedTexts& texts,
                            const Column<std::uint32_t>& numbers) {
  std::vector<std::int32_t> places(texts.size(), -1);
  TextColumn used;
  Column<std::int32_t> codes(numbers.size());
  for (std::size_t row = 0; row < numbers.size(); ++row) {
    std::int32_t& place = places[numbers[row]];
    if (place < 0) {
      place = static_cast<std::int32_t>(used.size());
      used.add(texts[numbers[row]]);
    }
    codes[row] = place;
  }
  return with_dictionary(
      fixed_column(std::move(name), "i", numbers.size(), own_buffer(std::move(codes))),
      std::move(used));
}

/// The day on which each reading became known: that of the reading where nothing else was said.
TableColumn known_column(const ObservationLog& log) {
  Column<std::int32_t> days(log.size());
  for (std::uint32_t row = 0; row < log.size(); ++row) days[row] = log.known_on(row);
  return fixed_column("known_on", "tdD", log.size(), own_buffer(std::move(days)));
}

}  // namespace

Table observations_table(const jinjiang::Observations& of) {
  const Keeper keeper = std::make_shared<const jinjiang::Observations>(of);
  const ObservationLog& log = of.log();
  const std::size_t rows = log.size();
  std::vector<TableColumn> columns;
  columns.push_back(ids_column(log));
  columns.push_back(fixed_column("observed_on", "tdD", rows, shared_buffer(log.dates, keeper)));
  columns.push_back(fixed_column("value", "g", rows, shared_buffer(log.values, keeper)));
  columns.push_back(units_column(log));
  columns.push_back(
      words_column<jinjiang::Stage>("stage", rows, shared_buffer(log.stages, keeper)));
  columns.push_back(interned_column("basis", log.texts, log.bases));
  columns.push_back(known_column(log));
  columns.push_back(words_column<jinjiang::Span>("span", rows, shared_buffer(log.spans, keeper)));
  columns.push_back(interned_column("source", log.texts, log.sources));
  columns.push_back(interned_column("note", log.texts, log.notes));
  return make_table("observations", rows, std::move(columns));
}
