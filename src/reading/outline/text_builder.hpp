// SPDX-License-Identifier: BSL-1.0
#pragma once

// A block's text as it is put together from pieces of the report.

#include <string_view>

#include <jinjiang/reading/outline.hpp>

namespace jinjiang::reading::detail {

class TextBuilder {
 public:
  TextBuilder(std::string_view report, Block& block) : report_(report), block_(block) {}

  /// Adds a piece without the spaces that Chinese does not write: between Chinese characters and
  /// between them and digits or letters. Several of others become one.
  void add(TextRange piece);
  /// Adds words that do not stand here in the report.
  void insert(std::string_view words);
  /// Between two lines: a space where both sides are written with spaces.
  void add_line_break(std::size_t at, std::string_view next);
  /// A tab for the separator that stands at `at`.
  void add_separator(std::size_t at) { append('\t', at); }
  /// A space where neither side is Chinese, so that PM2.5 and 25 stay apart.
  void add_gap(std::size_t at, std::string_view next);

 private:
  void append(TextRange piece);
  void append(char c, std::size_t source);

  std::string_view report_;
  Block& block_;
};

}  // namespace jinjiang::reading::detail
