// SPDX-License-Identifier: BSL-1.0
#pragma once

// Numbers as Chinese reports write them, exactly: 1,217, ５．６万, 一千二百零三, 两百, 八成,
// 三分之二, 两倍半, 翻两番. What is counted, and how a clause means it, is left to figures.hpp.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/model/quantity.hpp>

namespace jinjiang::reading {

/// What a numeral is a number of.
enum class NumeralKind : std::uint8_t {
  number,   ///< 1217, 5.6万, 三十
  share,    ///< of a whole, in %: 八成, 三分之二, 百分之五, 半数, 5‰ (0.5)
  factor,   ///< a multiple: 3倍, 翻一番 (2), 翻两番 (4)
  unknown,  ///< no certain value: 数十, 上百, 几百; `value` is the least that it can be
};

/// A number as it stands in a text.
struct Numeral {
  double value = 0;  ///< the double nearest to what is written: 0.58万 is 5800
  NumeralKind kind = NumeralKind::number;  ///< number, range or more; what kind
  std::size_t bytes = 0;                   ///< that it takes of the text
  /// Of number: the scale that is written after the digits, 1e4 in 5.6万 and 1 in 一万.
  double scale = 1;
  bool is_chinese = false;  ///< in Chinese numerals alone: 三十, 百
};

/// The numeral that a text begins with, or nothing.
///
/// A scale alone counts as one of it (百场 is 100 of 场); whether 万达 is a number at all is the
/// clause's business. Digits that make no number, such as 1,23, are read as far as they make one.
/// @par Complexity  O(bytes of the numeral)
[[nodiscard]] JINJIANG_EXPORT std::optional<Numeral> read_numeral(std::string_view text);

/// The factor that a growth by so many times means: 增长2倍 is 3, 增长1.8倍 is 2.8.
[[nodiscard]] constexpr double factor_of_growth(double times) noexcept { return times + 1; }

/// The quantity with the scale that a reader expects: 56000 户 is 5.6 万户, 170000000000 元 is 1700
/// 亿元. 9999 户 stays; a percentage, a rate and a unit that has a scale already stay as they are.
[[nodiscard]] JINJIANG_EXPORT Quantity with_scale(const Quantity& quantity);

/// In Chinese numerals: 1203 is 一千二百零三, 0.5 is 零点五.
/// @throws std::domain_error  it is not finite, or is 1e16 or more in size
[[nodiscard]] JINJIANG_EXPORT std::string to_chinese(double value);

}  // namespace jinjiang::reading
