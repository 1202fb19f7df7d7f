// SPDX-License-Identifier: BSL-1.0

#include "arrow/cells.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model.hpp>

namespace {

struct TypeName {
  std::string_view format;
  std::string_view name;
  CellKind kind;
};
constexpr TypeName type_names[] = {
    {"n", "null", CellKind::none},       {"b", "bool", CellKind::boolean},
    {"c", "int8", CellKind::whole},      {"s", "int16", CellKind::whole},
    {"i", "int32", CellKind::whole},     {"l", "int64", CellKind::whole},
    {"C", "uint8", CellKind::whole},     {"S", "uint16", CellKind::whole},
    {"I", "uint32", CellKind::whole},    {"L", "uint64", CellKind::natural},
    {"e", "float16", CellKind::real},    {"f", "float32", CellKind::real},
    {"g", "float64", CellKind::real},    {"u", "utf8", CellKind::text},
    {"U", "large_utf8", CellKind::text}, {"vu", "utf8_view", CellKind::text},
    {"tdD", "date32", CellKind::day},    {"tdm", "date64", CellKind::day}};

struct TypeWords {
  std::string_view prefix;
  std::string_view words;
};
/// What is no text, number or day, by how its format begins.
constexpr TypeWords other_types[] = {
    {"z", "binary data"},  {"Z", "binary data"},    {"vz", "binary data"},
    {"w:", "binary data"}, {"tt", "a time of day"}, {"tD", "a duration"},
    {"ti", "an interval"}, {"+l", "a list"},        {"+L", "a list"},
    {"+v", "a list"},      {"+w", "a list"},        {"+s", "a struct"},
    {"+m", "a map"},       {"+u", "a union"},       {"+r", "a run-end encoded column"}};

std::string words_for(std::string_view format) {
  for (const TypeWords& type : other_types) {
    if (format.starts_with(type.prefix)) return std::string(type.words);
  }
  return "a column of Arrow type " + jinjiang::detail::in_quotes(format);
}

constexpr std::int64_t seconds_a_day = 86400;

/// IEEE 754 binary16.
double half(std::uint16_t bits) {
  const int exponent = (bits >> 10U) & 0x1F;
  const int fraction = bits & 0x3FF;
  const double sign = (bits & 0x8000) != 0 ? -1 : 1;
  if (exponent == 0x1F) return fraction == 0 ? sign * HUGE_VAL : std::nan("");
  const double size =
      exponent == 0 ? std::ldexp(fraction, -24) : std::ldexp(fraction + 1024, exponent - 25);
  return sign * size;
}

/// The number with the fewest digits that reads back as the same float32: 5.3, not
/// 5.300000190734863. A whole number is what it is.
double widened(float value) {
  if (!std::isfinite(value) || value == std::trunc(value)) return static_cast<double>(value);
  char buffer[32];
  const auto written = std::to_chars(buffer, buffer + sizeof buffer, value);
  double result = 0;
  std::from_chars(buffer, written.ptr, result);
  return result;
}

/// As above, of a float16.
double widened(std::uint16_t bits) {
  const double value = half(bits);
  if (!std::isfinite(value) || value == std::trunc(value)) return value;
  const double above = half(static_cast<std::uint16_t>(bits + 1U));  // of the larger size
  const double below = half(static_cast<std::uint16_t>(bits - 1U));
  constexpr int most_digits = 5;
  for (int digits = 0; digits < most_digits; ++digits) {
    char buffer[32];
    const auto written =
        std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific, digits);
    double result = 0;
    std::from_chars(buffer, written.ptr, result);
    const double off = std::fabs(result - value);
    const bool is_above = std::fabs(result) > std::fabs(value);
    if (off < std::fabs((is_above ? above : below) - value) / 2) return result;
  }
  return value;
}

std::int64_t floor_divided(std::int64_t value, std::int64_t by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

}  // namespace

ArrowCells::ArrowCells(const ArrowSchema& schema) : format_(schema.format) {
  if (schema.dictionary != nullptr) dictionary_ = std::make_unique<ArrowCells>(*schema.dictionary);
  read_format(format_);
}

void ArrowCells::read_format(std::string_view format) {
  type_name_ = words_for(format);
  for (const TypeName& type : type_names) {
    if (type.format == format) {
      kind_ = type.kind;
      type_name_ = type.name;
    }
  }
  if (format == "tdm") ticks_a_day_ = seconds_a_day * 1000;
  if (format.starts_with("ts")) read_timestamp(format);
  if (format.starts_with("d:")) read_decimal(format);
}

/// d:precision,scale, and after a second comma another width than 128 bits.
void ArrowCells::read_decimal(std::string_view format) {
  const char* const end = format.data() + format.size();
  const std::size_t comma = format.find(',');
  if (comma == std::string_view::npos) return;
  const auto scale = std::from_chars(format.data() + comma + 1, end, scale_);
  int bits = 128;
  if (scale.ptr != end) std::from_chars(scale.ptr + 1, end, bits);
  constexpr int most_digits = 1000;  // far beyond what a double can hold
  const bool is_usable = scale.ec == std::errc{} && std::abs(scale_) <= most_digits;
  if (!is_usable || (bits != 32 && bits != 64 && bits != 128 && bits != 256)) return;
  decimal_words_ = static_cast<std::size_t>(bits) / 32;
  kind_ = CellKind::decimal;
  type_name_ = "decimal" + std::to_string(bits);
}

void ArrowCells::read_timestamp(std::string_view format) {
  kind_ = CellKind::day;
  type_name_ = "timestamp";
  const char unit = format.size() > 2 ? format[2] : 's';
  ticks_a_day_ = seconds_a_day * (unit == 's'   ? 1
                                  : unit == 'm' ? 1000
                                  : unit == 'u' ? 1000000
                                                : 1000000000);
  const std::string_view zone = format.size() > 4 ? format.substr(4) : std::string_view{};
  if (!zone.empty()) {
    objection_ = "expected dates, or times without a zone; found times in the zone " +
                 jinjiang::detail::in_quotes(zone) +
                 ", whose day depends on where one is; convert them to local dates first";
  }
}

void ArrowCells::bind(const ArrowArray& array) {
  array_ = &array;
  if (dictionary_) dictionary_->bind(*array.dictionary);
}

template <class Value>
Value ArrowCells::at(std::size_t buffer, std::int64_t place) const noexcept {
  Value value;
  std::memcpy(&value,
              static_cast<const char*>(array_->buffers[buffer]) +
                  static_cast<std::size_t>(place) * sizeof(Value),
              sizeof(Value));
  return value;
}

std::int64_t ArrowCells::code(std::int64_t row) const {
  const std::int64_t code = whole(row + array_->offset);
  const std::int64_t words = dictionary_->array_->length;
  if (code < 0 || code >= words) {
    throw jinjiang::FormatError({}, "row " + std::to_string(row + 1) + " of a batch: its code is " +
                                        std::to_string(code) + ", but the dictionary has " +
                                        std::to_string(words) + " words");
  }
  return code;
}

bool ArrowCells::is_null(std::int64_t row) const {
  if (kind_ == CellKind::none) return true;
  const std::int64_t place = row + array_->offset;
  if (array_->null_count != 0 && array_->n_buffers > 0 && array_->buffers[0] != nullptr) {
    const auto byte = at<std::uint8_t>(0, place / 8);
    if (((byte >> static_cast<unsigned>(place % 8)) & 1U) == 0) return true;
  }
  if (dictionary_) return dictionary_->is_null(code(row));
  if (kind_ == CellKind::real) return std::isnan(number(row));
  if (kind_ == CellKind::text) return jinjiang::detail::trimmed(text(row)).empty();
  return false;
}

std::string_view ArrowCells::text(std::int64_t row) const {
  if (dictionary_) return dictionary_->text(code(row));
  const std::int64_t place = row + array_->offset;
  if (format_ == "vu") {
    const auto length = static_cast<std::size_t>(at<std::int32_t>(1, place * 4));
    constexpr std::size_t most_inline = 12;
    if (length <= most_inline)
      return {static_cast<const char*>(array_->buffers[1]) + place * 16 + 4, length};
    const auto buffer = static_cast<std::size_t>(at<std::int32_t>(1, place * 4 + 2));
    const std::int32_t offset = at<std::int32_t>(1, place * 4 + 3);
    return {static_cast<const char*>(array_->buffers[2 + buffer]) + offset, length};
  }
  const bool is_large = format_ == "U";
  const std::int64_t first = is_large ? at<std::int64_t>(1, place) : at<std::int32_t>(1, place);
  const std::int64_t last =
      is_large ? at<std::int64_t>(1, place + 1) : at<std::int32_t>(1, place + 1);
  if (last == first) return {};
  return {static_cast<const char*>(array_->buffers[2]) + first,
          static_cast<std::size_t>(last - first)};
}

std::int64_t ArrowCells::whole(std::int64_t place) const {
  switch (format_.front()) {
    case 'c':
      return at<std::int8_t>(1, place);
    case 's':
      return at<std::int16_t>(1, place);
    case 'i':
      return at<std::int32_t>(1, place);
    case 'C':
      return at<std::uint8_t>(1, place);
    case 'S':
      return at<std::uint16_t>(1, place);
    case 'I':
      return at<std::uint32_t>(1, place);
    default:
      return at<std::int64_t>(1, place);
  }
}

std::string ArrowCells::decimal_digits(std::int64_t place) const {
  constexpr std::size_t most_words = 8;
  std::array<std::uint32_t, most_words> words{};  // the lowest first
  std::memcpy(words.data(),
              static_cast<const char*>(array_->buffers[1]) +
                  static_cast<std::size_t>(place) * decimal_words_ * 4,
              decimal_words_ * 4);
  const bool is_negative = (words[decimal_words_ - 1] >> 31U) != 0;
  if (is_negative) {
    std::uint64_t carry = 1;
    for (std::size_t i = 0; i < decimal_words_; ++i) {
      carry += static_cast<std::uint32_t>(~words[i]);
      words[i] = static_cast<std::uint32_t>(carry);
      carry >>= 32U;
    }
  }
  std::string digits;  // the last first
  const auto is_zero = [&words] {
    return std::ranges::all_of(words, [](std::uint32_t word) { return word == 0; });
  };
  while (digits.empty() || !is_zero()) {
    std::uint64_t rest = 0;
    for (std::size_t i = decimal_words_; i-- > 0;) {
      rest = (rest << 32U) | words[i];
      words[i] = static_cast<std::uint32_t>(rest / 10);
      rest %= 10;
    }
    digits += static_cast<char>('0' + static_cast<int>(rest));
  }
  std::ranges::reverse(digits);
  return (is_negative ? "-" : "") + digits + "e" + std::to_string(-scale_);
}

double ArrowCells::number(std::int64_t row) const {
  if (dictionary_) return dictionary_->number(code(row));
  const std::int64_t place = row + array_->offset;
  switch (kind_) {
    case CellKind::real:
      if (format_ == "g") return at<double>(1, place);
      if (format_ == "f") return widened(at<float>(1, place));
      return widened(at<std::uint16_t>(1, place));
    case CellKind::natural:
      return static_cast<double>(at<std::uint64_t>(1, place));
    case CellKind::decimal: {
      const std::string digits = decimal_digits(place);
      double value = 0;
      std::from_chars(digits.data(), digits.data() + digits.size(), value);
      return value;
    }
    default:
      return static_cast<double>(whole(place));
  }
}

std::int64_t ArrowCells::day(std::int64_t row) const {
  if (dictionary_) return dictionary_->day(code(row));
  const std::int64_t place = row + array_->offset;
  if (format_ == "tdD") return at<std::int32_t>(1, place);
  return floor_divided(at<std::int64_t>(1, place), ticks_a_day_);
}

std::string ArrowCells::shown(std::int64_t row) const {
  switch (kind()) {
    case CellKind::text:
      return jinjiang::detail::in_quotes(text(row));
    case CellKind::whole:
    case CellKind::natural:
    case CellKind::real:
    case CellKind::decimal:
      return jinjiang::detail::format_number(number(row));
    case CellKind::boolean: {
      const std::int64_t place = row + array_->offset;
      const auto byte = at<std::uint8_t>(1, place / 8);
      return ((byte >> static_cast<unsigned>(place % 8)) & 1U) != 0 ? "true" : "false";
    }
    default:
      return type_name();
  }
}
