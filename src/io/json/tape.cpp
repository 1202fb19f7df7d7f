// SPDX-License-Identifier: BSL-1.0

#include "io/json/tape.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

#include <jinjiang/detail/text.hpp>

#include "io/json/text.hpp"

namespace jinjiang::io {

std::string_view describe(JsonType type) noexcept {
  switch (type) {
    case JsonType::object:
      return "an object";
    case JsonType::array:
      return "a list";
    case JsonType::key:
      return "a key";
    case JsonType::string:
      return "a text";
    case JsonType::number:
      return "a number";
    case JsonType::boolean:
      return "true or false";
    case JsonType::null:
      break;
  }
  return "null";
}

std::string JsonTape::pointer_to(std::uint32_t wanted) const {
  std::string pointer;
  std::uint32_t at = 0;
  while (at != wanted) {
    const JsonToken& container = tokens_[at];
    std::size_t ordinal = 0;
    std::uint32_t child = at + 1;
    if (container.type == JsonType::object) {
      while (after(child + 1) <= wanted) child = after(child + 1);
      pointer += "/" + escaped_pointer(tokens_[child].text);
      if (child == wanted) return pointer;
      at = child + 1;
    } else {
      while (after(child) <= wanted) {
        child = after(child);
        ++ordinal;
      }
      pointer += "/" + std::to_string(ordinal);
      at = child;
    }
  }
  return pointer;
}

namespace {

/// The value of up to fifteen digits, which a double holds exactly.
std::optional<double> small_whole_number(std::string_view text) noexcept {
  if (text.size() > 15) return {};
  std::int64_t value = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return {};
    value = value * 10 + (digit - '0');
  }
  return static_cast<double>(value);
}

}  // namespace

Place JsonDocument::place(std::size_t position, std::string pointer) const {
  position = std::min(position, text_.size());
  // Messages come in the order of the text, so that counting goes on where it was left.
  if (position < counted_.position) counted_ = {};
  for (; counted_.position < position; ++counted_.position) {
    const char c = text_[counted_.position];
    if (c == '\n') {
      ++counted_.line;
      counted_.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++counted_.column;
    }
  }
  return {file_, counted_.line, counted_.column, std::move(pointer)};
}

Place JsonDocument::beginning() const {
  const std::size_t start = text_.find_first_not_of(" \t\r\n");
  return place(start == std::string_view::npos ? 0 : start, "");
}

std::string JsonContext::pointer() const {
  const std::string member = "/" + escaped_pointer(key);
  return element == no_element ? member : member + "/" + std::to_string(element);
}

std::string JsonValue::pointer() const { return context_->pointer() + tape().pointer_to(index_); }

Place JsonValue::place() const { return context_->document->place(token().position, pointer()); }

void JsonValue::refuse(const std::string& what) const { throw FormatError(place(), what); }

std::string JsonValue::found() const {
  switch (type()) {
    case JsonType::string:
      return detail::in_quotes(token().text);
    case JsonType::number:
      return std::string(token().text.substr(0, 40));
    case JsonType::boolean:
      return token().is_true ? "true" : "false";
    default:
      return std::string(describe(type()));
  }
}

void JsonValue::refuse_kind(std::string_view expected) const {
  refuse("expected " + std::string(expected) + ", found " + found());
}

std::size_t JsonValue::key_position() const {
  if (index_ > 0) return tape()[index_ - 1].position;
  // Keys of the outermost object are on no tape: the one that ends before the colon.
  const std::string_view text = context_->document->text().substr(0, token().position);
  std::size_t at = text.rfind('"');
  const auto is_escaped = [text](std::size_t quote) {
    std::size_t signs = 0;
    while (signs < quote && text[quote - 1 - signs] == '\\') ++signs;
    return signs % 2 == 1;
  };
  do {
    at = at == 0 || at == std::string_view::npos ? at : text.rfind('"', at - 1);
  } while (at != std::string_view::npos && at > 0 && is_escaped(at));
  return at == std::string_view::npos ? token().position : at;
}

void JsonValue::refuse_key(std::string_view key, std::string_view known) const {
  std::vector<std::string_view> names;
  for (std::size_t begin = 0; begin < known.size();) {
    const std::size_t end = std::min(known.find(' ', begin), known.size());
    names.push_back(known.substr(begin, end - begin));
    begin = end + 1;
  }
  throw FormatError(
      context_->document->place(key_position(), pointer()),
      "unknown key " + detail::in_quotes(key) + detail::nearest_hint(detail::nearest(key, names)) +
          (key.starts_with("x-")
               ? "; keys of your own stand on a document or a node, not within their parts"
               : "; keys of your own begin with x-"));
}

void JsonValue::refuse_duplicates() const {
  std::vector<std::pair<std::string_view, std::uint32_t>> keys;
  for (std::uint32_t i = index_ + 1; i < token().end; i = tape().after(i + 1))
    keys.emplace_back(tape()[i].text, i);
  std::sort(keys.begin(), keys.end());
  for (std::size_t i = 1; i < keys.size(); ++i) {
    if (keys[i].first != keys[i - 1].first) continue;
    JsonValue(*context_, keys[i].second)
        .refuse("the key " + detail::in_quotes(keys[i].first) + " comes twice; keep one");
  }
}

std::string_view JsonValue::text() const {
  expect(JsonType::string);
  return token().text;
}

double JsonValue::number() const {
  expect(JsonType::number);
  if (const auto whole = small_whole_number(token().text)) return *whole;
  double value = 0;
  const std::string_view digits = token().text;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (result.ec != std::errc{} || !std::isfinite(value))
    refuse("the number " + found() + " is out of range");
  return value;
}

std::int64_t JsonValue::integer(std::int64_t least, std::int64_t most) const {
  expect(JsonType::number);
  std::int64_t value = 0;
  const std::string_view digits = token().text;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool is_whole = result.ec == std::errc{} && result.ptr == digits.data() + digits.size();
  if (!is_whole || value < least || value > most) {
    refuse("expected a whole number from " + std::to_string(least) + " to " + std::to_string(most) +
           ", found " + found());
  }
  return value;
}

bool JsonValue::boolean() const {
  expect(JsonType::boolean);
  return token().is_true;
}

std::string JsonValue::raw() const {
  std::string out;
  switch (type()) {
    case JsonType::object: {
      out = "{";
      for_each_member([&](JsonKey key, const JsonValue& value) {
        if (out.size() > 1) out += ',';
        append_json_string(out, key);
        out += ':';
        out += value.raw();
      });
      return out + "}";
    }
    case JsonType::array: {
      out = "[";
      for_each_element([&](const JsonValue& value) {
        if (out.size() > 1) out += ',';
        out += value.raw();
      });
      return out + "]";
    }
    case JsonType::string:
      append_json_string(out, token().text);
      return out;
    case JsonType::number:
      return std::string(token().text);
    default:
      return found();
  }
}

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
    out.append(text, plain, i - plain);
    plain = i + 1;
    switch (byte) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default: {
        constexpr std::string_view digits = "0123456789abcdef";
        out += "\\u00";
        out += digits[byte >> 4U];
        out += digits[byte & 15U];
      }
    }
  }
  out.append(text, plain, text.size() - plain);
  out += '"';
}

void append_json_number(std::string& out, double value) {
  char buffer[32];
  // JSON has no infinity; what overflowed is written as the largest number there is.
  constexpr double largest = std::numeric_limits<double>::max();
  value = std::clamp(value, -largest, largest);
  if (value == 0) value = 0;  // one zero, whatever its sign
  const bool is_whole = value == std::floor(value) && std::fabs(value) < 1e15;
  const auto result =
      is_whole ? std::to_chars(buffer, buffer + sizeof buffer, static_cast<long long>(value))
               : std::to_chars(buffer, buffer + sizeof buffer, value);
  out.append(buffer, result.ptr);
}

std::string escaped_pointer(std::string_view key) {
  std::string result;
  for (const char c : detail::shortened(key)) {
    if (c == '~') {
      result += "~0";
    } else if (c == '/') {
      result += "~1";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      result += '?';  // a NUL would cut the message
    } else {
      result += c;
    }
  }
  return result;
}

}  // namespace jinjiang::io
