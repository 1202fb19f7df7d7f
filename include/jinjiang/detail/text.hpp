// SPDX-License-Identifier: BSL-1.0
#pragma once

// Small tools for text: UTF-8, numbers as text, quoting for messages, and the nearest of some
// names.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/detail/config.hpp>

namespace jinjiang::detail {

/// Offset of the first byte that is not part of valid UTF-8, or nothing when all of it is.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text) noexcept;

/// Bytes of the code point that begins at `position`; 1 for a stray byte. The position is inside
/// the text.
[[nodiscard]] inline std::size_t code_point_size(std::string_view text,
                                                 std::size_t position) noexcept {
  const auto lead = static_cast<unsigned char>(text[position]);
  const std::size_t size = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return std::min(size, text.size() - position);
}

/// Number of code points.
[[nodiscard]] std::size_t count_code_points(std::string_view text) noexcept;

/// Columns the text takes in a terminal: two for wide (East Asian) characters, none for combining
/// marks.
[[nodiscard]] std::size_t display_width(std::string_view text) noexcept;

/// Whether it holds a control character (below U+0020, or U+007F).
[[nodiscard]] bool has_control_character(std::string_view text) noexcept;

/// The shortest decimal that reads back as the same number: 7000, 0.55, 1e+300.
[[nodiscard]] std::string format_number(double value);

/// Fixed decimals without trailing zeros: format_rounded(33.3333, 1) is 33.3.
[[nodiscard]] std::string format_rounded(double value, int decimals);

/// In double quotes, with control characters, quotes and bytes that are not UTF-8 escaped and long
/// text cut.
[[nodiscard]] std::string in_quotes(std::string_view text);

/// The text, or its first 96 bytes and a sign that it goes on.
[[nodiscard]] std::string shortened(std::string_view text);

/// Without spaces at both ends (also the full-width space).
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;

/// Up to `most` names with the least edit distance to `wanted`, none that is further than half its
/// length.
[[nodiscard]] std::vector<std::string> nearest(std::string_view wanted,
                                               std::span<const std::string_view> names,
                                               std::size_t most = 3);

/// `; nearest: "a", "b"`, or nothing when the list is empty.
[[nodiscard]] std::string nearest_hint(const std::vector<std::string>& names);

/// `value - amount` for figures written in decimals, free of the binary rounding of the
/// operands: 1.1 - 0.5 is 0.6.
[[nodiscard]] double decimal_difference(double value, double amount);

}  // namespace jinjiang::detail

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/detail/text.ipp>
#endif
