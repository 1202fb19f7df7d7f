// SPDX-License-Identifier: BSL-1.0
#pragma once

// Which years a heading or a topic sentence speaks of, so that what stands beneath is not due at
// the end of this one.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "reading/figures/figure_reader.hpp"

namespace jinjiang::reading {

/// “十五五”时期主要目标, 今后五年的奋斗目标, 到2030年; empty for a heading of this year, nothing
/// for one that names no years.
[[nodiscard]] std::optional<Horizon> horizon_of_heading(std::string_view heading, int year);

/// 今后五年，全县的主要目标是：…: what the sentences behind it are about. Empty where one begins
/// with this year.
[[nodiscard]] std::optional<Horizon> horizon_of_topic(std::string_view sentence, int year);

/// What holds where, while a report is read block after block.
class Horizons {
 public:
  Horizons(std::size_t blocks, int year) : of_headings_(blocks), year_(year) {}

  /// @param parent  the heading above, or a negative number
  void enter_heading(std::size_t block, std::ptrdiff_t parent, std::string_view text);
  void begin_block(std::ptrdiff_t parent);
  /// A topic sentence holds for its block and, where it promises nothing itself, up to the next
  /// heading. What else a sentence says holds for what ； joins to it.
  /// @param left  what the reader of figures heard in it
  void hear(std::string_view sentence, const Horizon& left, bool promises);

  /// Of the sentence that is to be read.
  [[nodiscard]] const Horizon& now() const noexcept { return now_; }

 private:
  [[nodiscard]] Horizon above(std::ptrdiff_t parent) const;

  std::vector<Horizon> of_headings_;
  std::optional<Horizon> topic_;  ///< of a sentence since the last heading
  Horizon of_block_;
  Horizon now_;
  int year_;
};

}  // namespace jinjiang::reading
