// SPDX-License-Identifier: BSL-1.0
#pragma once

// The units of a table, to be found at a place in a text.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/model/unit.hpp>

#include "reading/numerals/match.hpp"

namespace jinjiang::reading {

/// What is counted or measured, as far as it decides how a figure adds up.
enum class UnitKind : std::uint8_t {
  none,
  things,    ///< 个 家 人 人次: counted
  amount,    ///< money, area, mass, length, volume, energy: measured
  duration,  ///< 天, 小时, 年
  percent,
  points,  ///< 百分点
  times,   ///< 倍
  place    ///< 位, 名
};

struct UnitMatch {
  Unit unit;
  UnitKind kind = UnitKind::none;
  std::size_t bytes = 0;  ///< that the unit takes
  std::size_t base = 0;   ///< of these, the scales before it: 万 in 万户
};

class UnitIndex {
 public:
  explicit UnitIndex(const UnitTable& units);

  /// The longest unit that the text begins with. `scale` was read before it, as 万 in 3万余户.
  [[nodiscard]] std::optional<UnitMatch> match(std::string_view text,
                                               std::string_view scale = {}) const;
  /// The unit with this symbol, of the standard table where this one lacks it.
  [[nodiscard]] std::optional<Unit> find(std::string_view symbol) const;

  /// Whether a unit, or a scale before one, may begin with this.
  [[nodiscard]] bool may_begin(std::string_view text) const {
    return first_[first_character(text)] != 0;
  }

  [[nodiscard]] Unit percent() const { return percent_; }
  [[nodiscard]] Unit points() const { return points_; }
  [[nodiscard]] Unit places() const { return places_; }
  [[nodiscard]] Unit things() const { return things_; }

 private:
  struct Entry {
    std::string symbol;
    std::uint32_t first;  // its first character
    UnitKind kind;
    Unit plain;
    Unit with_ten_thousand;      // 万
    Unit with_hundred_millions;  // 亿
  };

  struct Base {
    const Entry* entry = nullptr;
    std::size_t scales = 0;
    std::size_t bytes = 0;
  };
  [[nodiscard]] Base match_base(std::string_view text) const;
  [[nodiscard]] const Entry* longest(std::string_view text) const;
  [[nodiscard]] Unit scaled(const Entry& entry, std::string_view scales) const;

  const UnitTable* units_;
  std::vector<Entry> entries_;        // by first character, then longer ones first
  std::vector<std::uint16_t> first_;  // by character: index and 1 of its first entry
  Unit percent_;
  Unit points_;
  Unit places_;
  Unit things_;
};

/// Bytes of the numeral scales that a text begins with.
[[nodiscard]] std::size_t scale_bytes(std::string_view text) noexcept;

}  // namespace jinjiang::reading
