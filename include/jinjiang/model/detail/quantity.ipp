// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <charconv>
#include <cmath>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/quantity.hpp>

namespace jinjiang {

namespace detail {

/// One ASCII character for a digit, sign or mark that may be written in full width; 0 when it is
/// neither.
inline char ascii_figure(std::string_view character) noexcept {
  if (character.size() == 1) return character[0];
  constexpr std::string_view wide[] = {"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"};
  for (int digit = 0; digit < 10; ++digit) {
    if (character == wide[digit]) return static_cast<char>('0' + digit);
  }
  if (character == "．") return '.';
  if (character == "，") return ',';
  if (character == "－" || character == "−") return '-';
  return 0;
}

inline Numeral read_arabic(std::string_view text) {
  std::string digits;
  std::size_t position = 0;
  std::size_t since_comma = 0;
  bool commas = false;
  bool point = false;
  bool any = false;
  const auto refuse = [&](const std::string& what) -> Numeral {
    throw FormatError({}, in_quotes(text) + ": " + what);
  };
  const auto figure_at = [&](std::size_t at) {
    return at < text.size() ? ascii_figure(text.substr(at, code_point_size(text, at))) : '\0';
  };
  while (position < text.size()) {
    const std::size_t size = code_point_size(text, position);
    const char c = ascii_figure(text.substr(position, size));
    const char next = figure_at(position + size);
    const bool digit_follows = next >= '0' && next <= '9';
    if (c == '-' && position == 0 && digit_follows) {
      digits += c;
    } else if (c >= '0' && c <= '9') {
      digits += c, ++since_comma, any = true;
    } else if (c == '.' && any && digit_follows) {
      if (point) return refuse("a number has one decimal point");
      if (commas && since_comma != 3)
        return refuse("thousands are separated in groups of three digits");
      digits += c, point = true;
    } else if (c == ',' && any && digit_follows) {
      if (point || since_comma > 3 || (commas && since_comma != 3)) {
        return refuse("thousands are separated in groups of three digits");
      }
      commas = true, since_comma = 0;
    } else {
      break;
    }
    position += size;
  }
  if (!any) return {};
  if (commas && !point && since_comma != 3)
    return refuse("thousands are separated in groups of three digits");
  double value = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (result.ec != std::errc{}) return refuse("the number is out of range");
  return {value, position, false};
}

inline Numeral read_chinese(std::string_view text) {
  struct Sign {
    std::string_view name;
    int digit;  // -1 for a scale
    double scale;
  };
  static constexpr Sign signs[] = {
      {"零", 0, 0},    {"〇", 0, 0},   {"一", 1, 0},   {"二", 2, 0},    {"两", 2, 0},
      {"三", 3, 0},    {"四", 4, 0},   {"五", 5, 0},   {"六", 6, 0},    {"七", 7, 0},
      {"八", 8, 0},    {"九", 9, 0},   {"十", -1, 10}, {"百", -1, 1e2}, {"千", -1, 1e3},
      {"万", -1, 1e4}, {"亿", -1, 1e8}};
  double total = 0;         // what 万 and 亿 have closed
  double section = 0;       // below the next 万 or 亿
  double digit = -1;        // waits for its scale
  double last_scale = 1e5;  // scales fall inside a section
  double last_section = 1e17;
  std::size_t position = 0;
  bool after_zero = false;
  const auto refuse = [&]() -> Numeral {
    throw FormatError(
        {},
        in_quotes(text) + ": the Chinese numeral is not well formed; write it like 一千二百零三");
  };
  while (position < text.size()) {
    const Sign* sign = nullptr;
    for (const Sign& candidate : signs) {
      if (text.substr(position).starts_with(candidate.name)) sign = &candidate;
    }
    if (sign == nullptr) break;
    if (sign->digit >= 0) {
      if (digit > 0 || (digit == 0 && sign->digit == 0)) return refuse();
      digit = sign->digit;
      after_zero = after_zero || sign->digit == 0;
    } else if (sign->scale < 1e4) {
      if (sign->scale >= last_scale || digit == 0) return refuse();
      section += (digit < 0 ? 1 : digit) * sign->scale;
      last_scale = sign->scale, digit = -1, after_zero = false;
    } else {
      if (digit > 0) section += digit;
      if (section == 0 && total == 0 && digit < 0) section = 1;  // 万户
      if (sign->scale == 1e8 && last_section == 1e4 && section == 0) {
        total *= 1e8;  // 万亿
      } else {
        if (sign->scale >= last_section || section == 0) return refuse();
        total += section * sign->scale;
      }
      last_section = sign->scale, section = 0, digit = -1, last_scale = 1e5, after_zero = false;
    }
    position += sign->name.size();
  }
  if (position == 0) return {};
  if (digit > 0) {
    // 一百五 is 150 to a speaker and 105 to a clerk: refused.
    const bool bare_digit_after_scale =
        (section > 0 && last_scale > 10) || (section == 0 && total > 0);
    if (bare_digit_after_scale && !after_zero) return refuse();
    section += digit;
  }
  return {total + section, position, true};
}

JINJIANG_INLINE Numeral read_numeral(std::string_view text) {
  const Numeral arabic = read_arabic(text);
  return arabic.bytes > 0 ? arabic : read_chinese(text);
}

JINJIANG_INLINE QuantityPrefix read_quantity(std::string_view text, const UnitTable& units) {
  constexpr std::string_view per_hundred = "百分之";
  if (text.starts_with(per_hundred)) {
    const Numeral numeral = read_numeral(text.substr(per_hundred.size()));
    if (numeral.bytes > 0)
      return {numeral.value, units.at("%"), per_hundred.size() + numeral.bytes};
  }
  const Numeral numeral = read_numeral(text);
  if (numeral.bytes == 0) return {};
  std::size_t begin = numeral.bytes;
  while (begin < text.size() && text[begin] == ' ') ++begin;
  QuantityPrefix result{numeral.value, Unit{}, numeral.bytes};
  constexpr std::size_t longest_unit = 64;
  for (std::size_t end = begin; end < text.size() && end - begin < longest_unit;) {
    end += code_point_size(text, end);
    const std::string_view candidate = text.substr(begin, end - begin);
    if (const auto unit = units.find(candidate);
        unit && !unit->is_none() && candidate.back() != ' ') {
      result.unit = *unit;
      result.bytes = end;
    }
  }
  return result;
}

}  // namespace detail

JINJIANG_INLINE Quantity::Quantity(double value, Unit unit) : value_(value), unit_(unit) {
  if (!std::isfinite(value)) {
    throw UnitError("a quantity needs a finite number, found " + detail::format_number(value));
  }
}

JINJIANG_INLINE Quantity Quantity::parse(std::string_view text, const UnitTable& units) {
  const std::string_view figure = detail::trimmed(text);
  const auto refuse = [&](const std::string& what) -> FormatError {
    return FormatError({}, "cannot read the quantity " + detail::in_quotes(text) + ": " + what);
  };
  if (const auto bad = detail::find_invalid_utf8(text)) {
    throw refuse("byte " + std::to_string(*bad) + " is not UTF-8");
  }
  const detail::QuantityPrefix read = detail::read_quantity(figure, units);
  if (read.bytes == 0) throw refuse("expected a number first");
  const std::string_view rest = detail::trimmed(figure.substr(read.bytes));
  if (read.unit.is_none()) {
    throw rest.empty() ? refuse("expected a unit after the number; a quantity has one")
                       : refuse("unknown unit " + detail::in_quotes(rest) +
                                detail::nearest_hint(detail::nearest(rest, units.symbols())));
  }
  if (!rest.empty()) {
    throw refuse("unexpected " + detail::in_quotes(rest) +
                 " after the unit; words like 以上 or 左右 make it a target");
  }
  return {read.value, read.unit};
}

JINJIANG_INLINE std::string to_string(const Quantity& quantity) {
  std::string text = detail::format_number(quantity.value());
  if (!quantity.unit().is_none()) text += " " + quantity.unit().symbol();
  return text;
}

}  // namespace jinjiang
