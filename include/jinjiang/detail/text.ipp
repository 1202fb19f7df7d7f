// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <utility>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/detail/text_block.hpp>

namespace jinjiang::detail {

/// Whether eight bytes begin with two characters of three bytes each, as Chinese text does, and
/// need no closer look: none that might be overlong or a surrogate.
inline bool is_pair_of_three_bytes(std::uint64_t block) noexcept {
  if constexpr (std::endian::native != std::endian::little) return false;
  const auto first = static_cast<unsigned char>(block);
  const auto second = static_cast<unsigned char>(block >> 24U);
  const bool is_plain = first != 0xE0 && first != 0xED && second != 0xE0 && second != 0xED;
  return is_plain && (block & 0x0000C0C0F0C0C0F0ULL) == 0x00008080E08080E0ULL;
}

JINJIANG_INLINE std::optional<std::size_t> find_invalid_utf8(std::string_view text) noexcept {
  const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto continues = [&](std::size_t i) {
    return i < text.size() && (byte(i) & 0xC0U) == 0x80U;
  };
  std::size_t i = 0;
  while (i < text.size()) {
    const std::uint64_t block = block_at(text, i);
    if ((block & 0x8080808080808080ULL) == 0) {
      i += 8;
      continue;
    }
    if (is_pair_of_three_bytes(block)) {
      i += 6;
      continue;
    }
    const unsigned char lead = byte(i);
    if (lead < 0x80) {
      ++i;
    } else if (lead >= 0xC2 && lead <= 0xDF) {
      if (!continues(i + 1)) return i;
      i += 2;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
      if (!continues(i + 1) || !continues(i + 2)) return i;
      if (lead == 0xE0 && byte(i + 1) < 0xA0) return i;  // overlong
      if (lead == 0xED && byte(i + 1) > 0x9F) return i;  // surrogate
      i += 3;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
      if (!continues(i + 1) || !continues(i + 2) || !continues(i + 3)) return i;
      if (lead == 0xF0 && byte(i + 1) < 0x90) return i;  // overlong
      if (lead == 0xF4 && byte(i + 1) > 0x8F) return i;  // beyond U+10FFFF
      i += 4;
    } else {
      return i;
    }
  }
  return std::nullopt;
}

JINJIANG_INLINE std::size_t count_code_points(std::string_view text) noexcept {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

JINJIANG_INLINE std::size_t display_width(std::string_view text) noexcept {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = code_point_size(text, i);
    std::uint32_t point = static_cast<unsigned char>(text[i]);
    if (size > 1) {
      point &= 0x7FU >> size;
      for (std::size_t k = 1; k < size; ++k) {
        point = (point << 6U) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
      }
    }
    const auto in = [point](std::uint32_t first, std::uint32_t last) {
      return first <= point && point <= last;
    };
    const bool combining =
        in(0x300, 0x36F) || in(0x200B, 0x200F) || in(0xFE00, 0xFE0F) || point == 0xFEFF;
    // Unicode East Asian Width W and F; the signs that Chinese fonts draw wide in prose stay narrow
    // in terminals.
    const bool wide = in(0x1100, 0x115F) || in(0x2E80, 0x303E) || in(0x3041, 0xA4CF) ||
                      in(0xAC00, 0xD7A3) || in(0xF900, 0xFAFF) || in(0xFE30, 0xFE6F) ||
                      in(0xFF01, 0xFF60) || in(0xFFE0, 0xFFE6) || in(0x1F300, 0x1FAFF) ||
                      in(0x20000, 0x3FFFD);
    width += combining ? 0U : wide ? 2U : 1U;
    i += size;
  }
  return width;
}

JINJIANG_INLINE bool has_control_character(std::string_view text) noexcept {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
}

JINJIANG_INLINE std::string format_number(double value) {
  char buffer[32];
  if (value == 0) value = 0;  // no sign on zero
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
  std::string text(buffer, end);
  // Shortest form prefers 1e+05 to 100000; figures in plans are read by people.
  if (text.find('e') != std::string::npos && std::fabs(value) < 1e15 && std::fabs(value) >= 1) {
    char wide[32];
    const auto fixed = std::to_chars(wide, wide + sizeof wide, value, std::chars_format::fixed);
    text.assign(wide, fixed.ptr);
  }
  return text;
}

JINJIANG_INLINE std::string format_rounded(double value, int decimals) {
  if (!std::isfinite(value) || std::fabs(value) >= 1e15) return format_number(value);
  char buffer[64];
  const int size = std::snprintf(buffer, sizeof buffer, "%.*f", decimals, value);
  std::string text(buffer, static_cast<std::size_t>(size));
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text == "-0" ? "0" : text;
}

JINJIANG_INLINE std::string in_quotes(std::string_view text) {
  constexpr std::size_t longest = 96;
  std::string result = "\"";
  const auto next_invalid = [text](std::size_t from) {
    const auto found = find_invalid_utf8(text.substr(from));
    return found ? from + *found : text.size();
  };
  std::size_t invalid = next_invalid(0);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool is_invalid = i == invalid;
    if (is_invalid) invalid = next_invalid(i + 1);
    if (result.size() > longest && (is_invalid || (byte & 0xC0U) != 0x80U)) {
      result += "…";
      break;
    }
    if (is_invalid || byte < 0x20 || byte == 0x7F) {
      char buffer[8];
      std::snprintf(buffer, sizeof buffer, "\\x%02x", byte);
      result += buffer;
    } else {
      if (byte == '"' || byte == '\\') result += '\\';
      result += text[i];
    }
  }
  return result + '"';
}

JINJIANG_INLINE std::string shortened(std::string_view text) {
  constexpr std::size_t longest = 96;
  if (text.size() <= longest) return std::string(text);
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "…";
}

JINJIANG_INLINE std::string_view trimmed(std::string_view text) noexcept {
  constexpr std::string_view wide_space = "\u3000";
  for (bool again = true; again && !text.empty();) {
    again = false;
    if (text.front() == ' ' || text.front() == '\t' || text.front() == '\n' ||
        text.front() == '\r') {
      text.remove_prefix(1), again = true;
    } else if (text.starts_with(wide_space)) {
      text.remove_prefix(wide_space.size()), again = true;
    }
    if (text.empty()) break;
    if (text.back() == ' ' || text.back() == '\t' || text.back() == '\n' || text.back() == '\r') {
      text.remove_suffix(1), again = true;
    } else if (text.ends_with(wide_space)) {
      text.remove_suffix(wide_space.size()), again = true;
    }
  }
  return text;
}

/// Bytes to insert, delete, replace, or swap with their neighbour.
inline std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > b.size() + limit || b.size() > a.size() + limit) return limit + 1;
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      const bool is_swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (is_swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

JINJIANG_INLINE std::vector<std::string> nearest(std::string_view wanted,
                                                 std::span<const std::string_view> names,
                                                 std::size_t most) {
  constexpr std::size_t longest_compared = 128;  // keeps a hostile id from costing quadratic time
  std::vector<std::pair<std::size_t, std::string_view>> best;  // each name once, the nearest first
  if (wanted.size() > longest_compared) return {};
  const std::size_t limit = std::max<std::size_t>(1, wanted.size() / 2);
  for (const std::string_view name : names) {
    const bool part = !wanted.empty() && name.find(wanted) != std::string_view::npos;
    const std::size_t distance = part ? 1 : edit_distance(wanted, name, limit);
    if (distance > limit) continue;
    const std::pair candidate{distance, name};
    const auto place = std::ranges::lower_bound(best, candidate);
    if (place != best.end() && *place == candidate) continue;
    best.insert(place, candidate);
    if (best.size() > most) best.pop_back();
  }
  std::vector<std::string> result;
  for (const auto& [distance, name] : best) result.emplace_back(name);
  return result;
}

JINJIANG_INLINE std::string nearest_hint(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names)
    text += (text.empty() ? "; nearest: " : ", ") + in_quotes(name);
  return text;
}

JINJIANG_INLINE double decimal_difference(double value, double amount) {
  const double difference = value - amount;
  const double largest = std::max(std::fabs(value), std::fabs(amount));
  if (largest == 0 || !std::isfinite(difference)) return difference;
  // A double carries 15 decimal digits: what lies beyond the 15th of the larger operand is noise.
  const int decimals = 14 - static_cast<int>(std::floor(std::log10(largest)));
  if (decimals < 0 || decimals > 300) return difference;
  char buffer[700];
  std::snprintf(buffer, sizeof buffer, "%.*f", decimals, difference);
  double result = difference;
  std::from_chars(buffer, buffer + std::strlen(buffer), result);
  return result;
}

}  // namespace jinjiang::detail
