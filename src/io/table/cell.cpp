// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/io/cell.hpp>

namespace jinjiang::io {

namespace {

/// With the full-width forms of ASCII (U+FF01 to U+FF5E) and the sign U+2212 in half width.
std::string in_half_width(std::string_view text) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (std::ranges::all_of(text, is_ascii)) return std::string(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = detail::code_point_size(text, at);
    const std::string_view character = text.substr(at, size);
    at += size;
    if (character == "−") {
      out += '-';
    } else if (character >= "！" && character <= "～" && size == 3) {
      const auto high = static_cast<unsigned char>(character[1]);
      const auto low = static_cast<unsigned char>(character[2]);
      out += static_cast<char>(0x20 + ((high - 0xBC) << 6) + (low - 0x80));
    } else {
      out += character;
    }
  }
  return out;
}

/// Takes digits off the front; 0 when there are none or too many.
unsigned take_number(std::string_view& text, std::size_t least, std::size_t most) {
  unsigned number = 0;
  std::size_t count = 0;
  for (; count < text.size() && text[count] >= '0' && text[count] <= '9'; ++count) {
    if (count == most) return 0;
    number = number * 10 + static_cast<unsigned>(text[count] - '0');
  }
  text.remove_prefix(count);
  return count < least ? 0 : number;
}

bool take(std::string_view& text, std::string_view mark) {
  if (!text.starts_with(mark)) return false;
  text.remove_prefix(mark.size());
  return true;
}

}  // namespace

std::optional<Date> find_cell_date(std::string_view text) {
  const std::string plain = in_half_width(detail::trimmed(text));
  struct Marks {
    std::string_view after_year, after_month, after_day;
  };
  for (const auto& [after_year, after_month, after_day] :
       {Marks{"-", "-", ""}, Marks{"/", "/", ""}, Marks{".", ".", ""}, Marks{"年", "月", "日"}}) {
    std::string_view rest = plain;
    const unsigned year = take_number(rest, 4, 4);
    if (!take(rest, after_year)) continue;
    const unsigned month = take_number(rest, 1, 2);
    if (!take(rest, after_month)) return std::nullopt;
    const unsigned day = take_number(rest, 1, 2);
    if (!take(rest, after_day) || !rest.empty() || year == 0) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{static_cast<int>(year)},
                                           std::chrono::month{month}, std::chrono::day{day}};
    return date.ok() ? std::optional(Date{date}) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<CellNumber> find_cell_number(std::string_view text) {
  const std::string plain = in_half_width(detail::trimmed(text));
  std::string_view digits = plain;
  CellNumber number{0, digits.ends_with('%')};
  if (number.is_percent) digits = detail::trimmed(digits.substr(0, digits.size() - 1));
  if (digits.starts_with('+') && !digits.starts_with("+-")) digits.remove_prefix(1);
  const char* const end = digits.data() + digits.size();
  const auto result = std::from_chars(digits.data(), end, number.value);
  if (result.ec != std::errc{} || result.ptr != end || !std::isfinite(number.value)) return {};
  return number;
}

}  // namespace jinjiang::io
