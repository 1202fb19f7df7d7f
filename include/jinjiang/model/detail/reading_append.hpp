// SPDX-License-Identifier: BSL-1.0
#pragma once

// What is asked of every reading, and its way into the log.

#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/builder.hpp>
#include <jinjiang/model/detail/observation_log.hpp>
#include <jinjiang/model/error.hpp>

namespace jinjiang::detail {

[[noreturn]] inline void refuse_reading(std::string_view id, Date observed_on,
                                        const std::string& what) {
  throw ObservationError("observation of " + in_quotes(id) + " on " + to_string(observed_on) +
                         ": " + what);
}

/// What can be asked of a reading without knowing its node.
inline void check_reading(std::string_view id, Date observed_on, double value,
                          const ReadingOptions& options) {
  const auto refuse = [&](const std::string& what) { refuse_reading(id, observed_on, what); };
  if (id.empty() || id.size() > Limits::id_bytes || find_invalid_utf8(id) ||
      has_control_character(id)) {
    refuse("an id must be 1 to " + std::to_string(Limits::id_bytes) + " bytes of printable UTF-8");
  }
  if (!std::isfinite(value))
    refuse("the value must be a finite number, found " + format_number(value));
  for (const std::string* text : {&options.basis, &options.source, &options.note}) {
    if (text->size() > Limits::text_bytes)
      refuse("a text is longer than " + std::to_string(Limits::text_bytes) + " bytes");
    if (find_invalid_utf8(*text)) refuse("the text " + in_quotes(*text) + " is not UTF-8");
  }
  if (options.known_on && *options.known_on < observed_on) {
    refuse("it cannot be known on " + to_string(*options.known_on) + ", before its date");
  }
}

/// The number of a unit in a log, or nothing when no more units fit.
[[nodiscard]] inline std::optional<std::uint16_t> unit_number(ObservationLog& log,
                                                              const Unit& unit) {
  if (unit.is_none()) return std::uint16_t{0};
  std::size_t number = 0;
  while (number < log.unit_list.size() && !is_spelt_alike(log.unit_list[number], unit)) ++number;
  if (number == log.unit_list.size()) {
    if (number >= Limits::units) return std::nullopt;
    log.unit_list.push_back(unit);
  }
  return static_cast<std::uint16_t>(number);
}

/// Appends a checked reading; what throws leaves the readings as they were.
inline void append_reading(ObservationLog& log, std::uint32_t series, Date observed_on,
                           double value, const ReadingOptions& options) {
  const auto unit = unit_number(log, options.unit);
  if (!unit) refuse_reading(log.ids[series], observed_on, "too many different units");
  // The date of the reading is the default, and is not kept.
  const bool is_later = options.known_on && *options.known_on != observed_on;
  log.push({.series = series,
            .date = observed_on.days_since_epoch(),
            .value = value,
            .unit = *unit,
            .stage = options.stage,
            .span = options.span,
            .basis = log.texts.intern(options.basis),
            .known = is_later ? options.known_on->days_since_epoch() : no_day,
            .source = log.texts.intern(options.source),
            .note = log.texts.intern(options.note)});
}

}  // namespace jinjiang::detail
