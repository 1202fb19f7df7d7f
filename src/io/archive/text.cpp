// SPDX-License-Identifier: BSL-1.0

// What archives share beside their tables.

#include <jinjiang/io/archive.hpp>
#include <jinjiang/model/error.hpp>

namespace jinjiang::io::detail {

std::string to_printable(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != '\\' && byte != 0x7F) {
      result += c;
    } else {
      result += '\\';
      result += digits[byte >> 4U];
      result += digits[byte & 15U];
    }
  }
  return result;
}

std::string from_printable(std::string_view text) {
  const auto digit = [](char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  };
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      result += text[i];
      continue;
    }
    const int high = i + 2 < text.size() ? digit(text[i + 1]) : -1;
    const int low = high < 0 ? -1 : digit(text[i + 2]);
    if (low < 0) throw FormatError({}, "the archive is damaged: an escape is not complete");
    result += static_cast<char>(16 * high + low);
    i += 2;
  }
  return result;
}

void check_class_version(const char* name, unsigned found, unsigned known) {
  if (found <= known) return;
  throw FormatError({}, "the archive holds version " + std::to_string(found) + " of " + name +
                            "; this library reads up to version " + std::to_string(known) +
                            ": use a newer one");
}

}  // namespace jinjiang::io::detail
