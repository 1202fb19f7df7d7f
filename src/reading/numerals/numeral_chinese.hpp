// SPDX-License-Identifier: BSL-1.0
#pragma once

// Whole numbers in Chinese numerals.

#include <cstdint>
#include <limits>
#include <string_view>

#include "reading/numerals/numeral_signs.hpp"

namespace jinjiang::reading {

/// A whole number in Chinese numerals.
struct Whole {
  std::uint64_t value = 0;
  std::size_t bytes = 0;
  bool is_vague = false;  ///< 七八十, 一百五
};

/// 一千二百零三, 三万五千, 百万; as far as it is well formed.
class ChineseReader {
 public:
  explicit ChineseReader(std::string_view text) : text_(text) {}

  Whole read() {
    if (const Whole year = read_positions(); year.bytes > 0) return year;
    while (const ChineseSign* sign = chinese_sign(text_.substr(at_))) {
      if (!(sign->exponent == 0  ? take_digit(*sign)
            : sign->exponent < 4 ? take_small(*sign)
                                 : take_large(*sign)))
        break;
    }
    if (digit_ > 0) section_ += static_cast<std::uint64_t>(digit_);
    return {total_ + section_, at_, vague_};
  }

 private:
  /// 二〇二四, 二〇: digit by digit, as years are written.
  Whole read_positions() {
    std::size_t at = 0;
    std::size_t count = 0;
    std::uint64_t value = 0;
    bool has_ring = false;  // 〇 keeps a place; between scales the zero is 零
    while (const ChineseSign* sign = chinese_sign(text_.substr(at))) {
      if (sign->exponent != 0 || sign->name == "两" || count == 16) break;
      has_ring = has_ring || (sign->name == "〇" && value > 0);
      value = value * 10 + static_cast<std::uint64_t>(sign->digit);
      at += sign->name.size();
      ++count;
    }
    const ChineseSign* next = chinese_sign(text_.substr(at));
    const std::size_t least = has_ring ? 2 : 3;
    if (count < least || (next != nullptr && next->exponent != 0)) return {};
    return {value, at, false};
  }

  bool take(const ChineseSign& sign) {
    at_ += sign.name.size();
    return true;
  }

  bool take_digit(const ChineseSign& sign) {
    if (sign.digit == 0) {
      if (digit_ >= 0 || (at_ > 0 && after_zero_)) return false;
      if (at_ == 0) digit_ = 0;
      after_zero_ = true;
      return take(sign);
    }
    if (digit_ >= 0) {  // 七八十: from the lesser on
      const bool is_pair = sign.digit == digit_ + 1 || (digit_ == 3 && sign.digit == 5);
      if (vague_ || !is_pair) return false;
      vague_ = true;
      return take(sign);
    }
    // 一百五 is 150 to a speaker and 105 to a clerk.
    const bool is_bare = (last_small_ > 10 || (last_large_ != none && section_ == 0)) &&
                         last_small_ != none && !after_zero_;
    const ChineseSign* next = chinese_sign(text_.substr(at_ + sign.name.size()));
    const bool is_followed = next != nullptr && next->exponent != 0;
    if (is_bare && !is_followed) vague_ = true;
    digit_ = sign.digit;
    return take(sign);
  }

  bool take_small(const ChineseSign& sign) {
    const std::uint64_t scale = power(sign.exponent);
    if (scale >= last_small_ || digit_ == 0) return false;
    section_ += scale * static_cast<std::uint64_t>(digit_ < 0 ? 1 : digit_);
    last_small_ = scale;
    digit_ = -1;
    after_zero_ = false;
    return take(sign);
  }

  bool take_large(const ChineseSign& sign) {
    const std::uint64_t scale = power(sign.exponent);
    const std::uint64_t pending = section_ + static_cast<std::uint64_t>(digit_ > 0 ? digit_ : 0);
    if (total_ > 0 && scale == power(8) && last_large_ == power(4)) {
      if (total_ >= power(8) || digit_ == 0) return false;
      total_ = (total_ + pending) * scale;  // 万亿, 一万二千亿
    } else {
      if (scale >= last_large_ || digit_ == 0) return false;
      if (pending == 0 && total_ > 0) return false;
      total_ += (pending == 0 ? 1 : pending) * scale;
    }
    last_large_ = scale;
    last_small_ = power(4);
    section_ = 0;
    digit_ = -1;
    after_zero_ = false;
    return take(sign);
  }

  static constexpr std::uint64_t power(int exponent) {
    std::uint64_t result = 1;
    for (int i = 0; i < exponent; ++i) result *= 10;
    return result;
  }

  static constexpr std::uint64_t none = std::numeric_limits<std::uint64_t>::max();
  std::string_view text_;
  std::size_t at_ = 0;
  std::uint64_t total_ = 0;    // what 万 and 亿 have closed
  std::uint64_t section_ = 0;  // below the next 万 or 亿
  int digit_ = -1;             // waits for its scale
  std::uint64_t last_small_ = none;
  std::uint64_t last_large_ = none;
  bool after_zero_ = false;
  bool vague_ = false;
};

}  // namespace jinjiang::reading
