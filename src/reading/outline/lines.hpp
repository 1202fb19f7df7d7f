// SPDX-License-Identifier: BSL-1.0
#pragma once

// The physical lines of a report: how wide each is, how it begins and ends, and which are page
// furniture. Millions of them are held at once, so that a line is small.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <jinjiang/reading/text_range.hpp>

#include "reading/outline/markers.hpp"

namespace jinjiang::reading::detail {

enum class Ending : std::uint8_t {
  none,      ///< in mid-phrase, or a heading's
  sentence,  ///< 。！？；
  colon,     ///< ：
  pause      ///< ，、 and opening brackets: it must go on
};

struct Line {
  std::size_t begin = 0;    ///< of the first character that is no space
  std::uint32_t bytes = 0;  ///< without the spaces at both ends
  std::uint16_t width = 0;  ///< in columns: a Chinese character takes two
  Marker marker;
  std::uint8_t indent = 0;  ///< in columns
  std::int8_t open = 0;     ///< brackets opened less those closed
  Ending ending : 2 = Ending::none;
  std::uint8_t blanks : 2 = 0;  ///< empty lines before, at most 2
  bool is_furniture : 1 = false;
  bool is_row : 1 = false;      ///< of a table
  bool is_doubled : 1 = false;  ///< holds text that was set twice
  bool is_started : 1 = false;  ///< begins a block, as found by join_lines
  bool has_chinese : 1 = false;
  bool has_digit : 1 = false;      ///< of 0 to 9, its marker included
  bool has_stop : 1 = false;       ///< a 。 before its end
  bool is_after_page : 1 = false;  ///< a form feed stands before it

  [[nodiscard]] std::size_t end() const noexcept { return begin + bytes; }
  [[nodiscard]] std::string_view of(std::string_view report) const {
    return report.substr(begin, bytes);
  }
  [[nodiscard]] std::string_view after_marker(std::string_view report) const {
    return of(report).substr(marker.bytes);
  }
};

/// Every line that is not empty, in order; furniture is marked.
[[nodiscard]] std::vector<Line> read_lines(std::string_view report);

/// What a printer set twice: the second copies of 20242024年年, in order.
[[nodiscard]] std::vector<TextRange> find_doubled(std::string_view line);

}  // namespace jinjiang::reading::detail
