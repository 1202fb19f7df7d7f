// SPDX-License-Identifier: BSL-1.0
#pragma once

// A number with its unit, and how one is read from a figure's wording.

#include <compare>
#include <string>
#include <string_view>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/model/unit.hpp>

namespace jinjiang {

/// So much of something: 7000 亩. Operations on two quantities convert inside a dimension and
/// refuse to mix them.
class Quantity {
 public:
  /// @throws UnitError  the value is not finite
  Quantity(double value, Unit unit);

  /// @throws UnitError  the value is not finite, or the standard table does not know the unit
  Quantity(double value, std::string_view unit) : Quantity(value, UnitTable::standard().at(unit)) {}

  /// Reads `5.6万户`, `1,217个`, `百场`, `百分之五`, `三座`. A scale between digits and unit
  /// belongs to the unit (5.6 of 万户); a figure in Chinese numerals is a number (百场 is 100 of
  /// 场).
  /// @throws FormatError  it cannot be read; says where and why
  [[nodiscard]] static Quantity parse(std::string_view text,
                                      const UnitTable& units = UnitTable::standard());

  /// In its unit.
  [[nodiscard]] double value() const noexcept { return value_; }
  /// Of the value.
  [[nodiscard]] Unit unit() const noexcept { return unit_; }

  /// The same quantity in another unit.
  /// @throws UnitError  of another dimension
  [[nodiscard]] Quantity to(Unit unit) const { return {convert(value_, unit_, unit), unit}; }
  /// The same quantity in another unit; see convert().
  [[nodiscard]] Quantity to(std::string_view unit) const {
    return to(UnitTable::standard().at(unit));
  }

  /// The same unit.
  [[nodiscard]] Quantity operator-() const { return {-value_, unit_}; }
  /// In the unit of the first; see the comment on the class.
  [[nodiscard]] friend Quantity operator+(const Quantity& a, const Quantity& b) {
    return {a.value_ + convert(b.value_, b.unit_, a.unit_), a.unit_};
  }
  /// In the unit of the first.
  [[nodiscard]] friend Quantity operator-(const Quantity& a, const Quantity& b) { return a + -b; }
  /// In the same unit.
  [[nodiscard]] friend Quantity operator*(const Quantity& a, double factor) {
    return {a.value_ * factor, a.unit_};
  }
  /// In the same unit.
  [[nodiscard]] friend Quantity operator*(double factor, const Quantity& a) { return a * factor; }
  /// In the same unit.
  [[nodiscard]] friend Quantity operator/(const Quantity& a, double divisor) {
    return {a.value_ / divisor, a.unit_};
  }
  /// The ratio of two quantities of one dimension.
  [[nodiscard]] friend double operator/(const Quantity& a, const Quantity& b) {
    return a.value_ / convert(b.value_, b.unit_, a.unit_);
  }

  /// Equal amounts: 1 公顷 is 15 亩. Quantities of different dimensions are not equal.
  [[nodiscard]] friend bool operator==(const Quantity& a, const Quantity& b) {
    return is_convertible(a.unit_, b.unit_) && a.value_ == convert(b.value_, b.unit_, a.unit_);
  }
  /// @throws UnitError  different dimensions have no order
  [[nodiscard]] friend std::partial_ordering operator<=>(const Quantity& a, const Quantity& b) {
    return a.value_ <=> convert(b.value_, b.unit_, a.unit_);
  }

 private:
  double value_;
  Unit unit_;
};

/// `7000 亩`, `6 %`
[[nodiscard]] std::string to_string(const Quantity& quantity);

namespace detail {

/// A number at the beginning of a text. `bytes` is 0 when there is none.
struct Numeral {
  double value = 0;
  std::size_t bytes = 0;
  bool is_chinese = false;
};

/// Reads Arabic digits (half or full width, with thousands commas and decimals) or Chinese numerals
/// (一千二百零三, 百).
/// @throws FormatError  it begins like a number and is none: 1,23 or 一百百
[[nodiscard]] Numeral read_numeral(std::string_view text);

/// A quantity at the beginning of a text: the longest unit that the table knows is taken.
struct QuantityPrefix {
  double value = 0;
  Unit unit;
  std::size_t bytes = 0;
};
[[nodiscard]] QuantityPrefix read_quantity(std::string_view text, const UnitTable& units);

}  // namespace detail

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/model/detail/quantity.ipp>
#endif
