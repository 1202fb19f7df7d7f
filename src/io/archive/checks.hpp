// SPDX-License-Identifier: BSL-1.0
#pragma once

// What comes out of an archive, piece by piece: nothing is believed.

#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/io/detail/archive_tables.hpp>
#include <jinjiang/model/builder.hpp>
#include <jinjiang/model/detail/columns.hpp>

namespace jinjiang::io::detail {

using jinjiang::detail::no_day;
using jinjiang::detail::no_row;

[[noreturn]] inline void refuse(const std::string& what) {
  throw FormatError({}, "the archive contradicts itself: " + what);
}

[[noreturn]] inline void refuse(const char* table, const char* what) {
  refuse(std::string(table) + ": " + what);
}

inline void require(bool holds, const char* table, const char* what) {
  if (!holds) [[unlikely]]
    refuse(table, what);
}

template <NamedEnum Enum>
Enum enum_of(std::uint8_t value, const char* table) {
  if (value >= EnumNames<Enum>::all.size()) {
    refuse(std::string(table) + ": " + std::to_string(value) + " stands for none of " +
           list_names<Enum>());
  }
  return static_cast<Enum>(value);
}

/// Whether every byte of a column is an enumerator.
template <NamedEnum Enum>
void check_enums(const ArchiveColumn<std::uint8_t>& column, const char* table) {
  const std::string_view bytes = column.bytes();
  std::uint8_t largest = 0;
  for (const char value : bytes) largest = std::max(largest, static_cast<std::uint8_t>(value));
  static_cast<void>(enum_of<Enum>(largest, table));
}

inline void check_below(const ArchiveColumn<std::uint32_t>& column, std::size_t limit,
                        const char* table) {
  std::uint32_t largest = 0;
  const auto values = column.values();
  const std::size_t size = column.size();
  for (std::size_t i = 0; i < size; ++i) largest = std::max(largest, values[i]);
  require(column.empty() || largest < limit, table, "a number points beyond its table");
}

inline Date day_of(std::int32_t days, const char* table) {
  constexpr Date first{std::chrono::year{1} / 1 / 1};
  constexpr Date last{std::chrono::year{9999} / 12 / 31};
  const bool is_day = days >= first.days_since_epoch() && days <= last.days_since_epoch();
  require(is_day, table, "a date lies outside the years 1 to 9999");
  return Date::from_days(days);
}

inline std::optional<Date> optional_day_of(std::int32_t days, const char* table) {
  return days == no_day ? std::nullopt : std::optional(day_of(days, table));
}

inline void check_days(const ArchiveColumn<std::int32_t>& column, const char* table) {
  std::int32_t least = 0;
  std::int32_t largest = 0;
  const auto values = column.values();
  const std::size_t size = column.size();
  for (std::size_t i = 0; i < size; ++i) {
    const std::int32_t days = values[i];
    least = std::min(least, days == no_day ? 0 : days);
    largest = std::max(largest, days);
  }
  static_cast<void>(day_of(least, table));
  static_cast<void>(day_of(largest, table));
}

inline std::optional<double> given(double value) {
  return std::isnan(value) ? std::nullopt : std::optional(value);
}

inline Unit unit_of(const UnitRecord& record) {
  if (record.symbol.empty() && record.dimension.empty()) return {};
  return Unit({record.symbol, record.dimension, record.numerator, record.denominator});
}

inline Source source_of(const SourceRecord& record) {
  const auto offset = [](std::uint64_t value) {
    return value == SourceRecord::not_given ? std::nullopt : std::optional(value);
  };
  return {record.document, record.section, offset(record.begin), offset(record.end)};
}

inline Profile profile_of(const ProfileRecord& record) {
  const auto kind = enum_of<ProfileKind>(record.kind, "profiles");
  if (kind == ProfileKind::monthly) {
    std::vector<double> shares;
    for (std::size_t i = 0; i < record.shares.size(); ++i) shares.push_back(record.shares[i]);
    return Profile::monthly(std::move(shares));
  }
  if (kind != ProfileKind::milestones) return Profile(kind);
  require(record.dates.size() == record.fractions.size(), "profiles",
          "milestones need as many dates as fractions");
  std::vector<Milestone> steps;
  for (std::size_t i = 0; i < record.dates.size(); ++i)
    steps.push_back({day_of(record.dates[i], "profiles"), record.fractions[i]});
  return Profile::milestones(std::move(steps));
}

inline Extensions extensions_of(const std::vector<ExtensionRecord>& records) {
  Extensions extensions;
  for (const ExtensionRecord& record : records) extensions.emplace_back(record.key, record.json);
  return extensions;
}

inline std::vector<std::string> texts_of(const TextTable& table, const char* name) {
  std::vector<std::string> texts;
  const std::string_view bytes = table.bytes.bytes();
  std::size_t begin = 0;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const std::uint32_t size = table.sizes[i];
    require(size <= bytes.size() - begin, name, "its texts are cut short");
    texts.emplace_back(bytes.substr(begin, size));
    require(!jinjiang::detail::find_invalid_utf8(texts.back()), name, "a text is not UTF-8");
    begin += size;
  }
  require(begin == bytes.size(), name, "its texts are longer than their sizes say");
  return texts;
}

/// Errors of the model come without a place: here it is the archive.
template <class Call>
auto checked(const Call& call) {
  try {
    return call();
  } catch (const PlanError&) {
    throw;
  } catch (const FormatError&) {
    throw;
  } catch (const Error& error) {
    refuse(error.what());
  }
}

}  // namespace jinjiang::io::detail
