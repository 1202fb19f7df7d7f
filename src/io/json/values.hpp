// SPDX-License-Identifier: BSL-1.0
#pragma once

// Values of the model read from JSON: enumerators, dates, units, sources.

#include <optional>
#include <string>

#include <jinjiang/io/json.hpp>

#include "io/json/tape.hpp"

namespace jinjiang::io {

template <NamedEnum Enum>
[[nodiscard]] Enum read_enum(const JsonValue& value) {
  if (const auto found = find_enum<Enum>(value.text())) return *found;
  value.refuse_kind(list_names<Enum>());
}

[[nodiscard]] inline Date read_date(const JsonValue& value) {
  if (!value.is(JsonType::string)) value.refuse_kind("a date like 2024-06-30");
  if (const auto date = find_date(value.text())) return *date;
  value.refuse_kind("a date like 2024-06-30");
}

[[nodiscard]] inline std::string read_text(const JsonValue& value) {
  return std::string(value.text());
}

[[nodiscard]] inline Unit read_unit(const JsonValue& value, const UnitTable& units) {
  try {
    return units.at(value.text());
  } catch (const UnitError& error) {
    value.refuse(error.what());
  }
}

[[nodiscard]] Source read_source(const JsonValue& value);
[[nodiscard]] Policy read_policy(const JsonValue& value);
[[nodiscard]] Target read_target(const JsonValue& value, const UnitTable& units);
[[nodiscard]] Profile read_profile(const JsonValue& value);

/// Checks `format` and `version` at the head of a document.
class FormatCheck {
 public:
  explicit FormatCheck(std::string_view format) : format_(format) {}
  /// Whether the member is one of the two; refuses another format and a newer version.
  [[nodiscard]] bool take(JsonKey key, const JsonValue& value);
  /// Refuses a document of another of our kinds, in which nothing would fit; says what reads it.
  void refuse_other(JsonKey key, const JsonValue& value) const;
  /// @throws FormatError  `format` has not come
  void finish(const JsonDocument& document) const;

 private:
  std::string_view format_;
  bool has_format_ = false;
};

/// The text without a byte order mark.
/// @throws FormatError  it is larger than the reader may take
[[nodiscard]] std::string_view checked_text(std::string_view text, const ReadOptions& options);

/// Calls that go wrong in a document, up to twenty; the document is read on to find them all.
class FormatErrors {
 public:
  template <class Call>
  void collect(const Call& call) {
    try {
      call();
    } catch (const FormatError& error) {
      add(error);
    }
  }
  void add(const FormatError& error);
  void add_all(const FormatErrors& others);
  [[nodiscard]] bool empty() const noexcept { return errors_.empty(); }
  /// @throws FormatError  with all of them, at the place of the first
  void finish() const;

 private:
  std::vector<FormatError> errors_;
  std::size_t count_ = 0;
};

}  // namespace jinjiang::io
