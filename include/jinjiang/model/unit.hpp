// SPDX-License-Identifier: BSL-1.0
#pragma once

// Units of Chinese plans: measure words and physical units, the numeral scales before them, and
// forms per something. A unit converts only inside its dimension; every measure word is a dimension
// of its own: 户 is not 家.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/model/error.hpp>

namespace jinjiang {

/// What a unit is: `万亩` is of dimension `平方米` and worth 10000 * 10000 / 15 of it.
struct UnitDefinition {
  std::string symbol;      ///< as written in figures
  std::string dimension;   ///< what may be converted into each other
  double numerator = 1;    ///< one unit is numerator / denominator of the dimension's base unit
  double denominator = 1;  ///< kept apart so that 15 亩 is exactly 1 公顷

  friend auto operator<=>(const UnitDefinition&, const UnitDefinition&) = default;
};

/// A unit, as small as a pointer, that keeps the author's spelling. Definitions are kept once for
/// the life of the process.
class Unit {
 public:
  /// No unit: a bare number.
  Unit() noexcept;

  /// A unit of your own.
  /// @throws UnitError  the symbol is empty or over 64 bytes, or a factor does not lie in 1e-100 to
  /// 1e100
  explicit Unit(const UnitDefinition& definition);

  /// As the author wrote it: 万亩, 元/月.
  [[nodiscard]] const std::string& symbol() const noexcept { return definition_->symbol; }
  /// Units of one dimension convert into each other, others never.
  [[nodiscard]] const std::string& dimension() const noexcept { return definition_->dimension; }
  /// Symbol, dimension and factor.
  [[nodiscard]] const UnitDefinition& definition() const noexcept { return *definition_; }
  /// Whether it is no unit: a bare number.
  [[nodiscard]] bool is_none() const noexcept { return definition_->symbol.empty(); }

  /// One word for one thing, in any of its spellings: 平方公里 is 平方千米. 公顷 and 万平方米 are
  /// two units, of which one of each is the same quantity.
  friend bool operator==(Unit a, Unit b) noexcept {
    return a.definition_ == b.definition_ || means_the_same(a, b);
  }
  /// Equal, and written in the same way.
  friend bool is_spelt_alike(Unit a, Unit b) noexcept { return a.definition_ == b.definition_; }

  /// The symbol in the first of its spellings: 万公里 for 万千米.
  [[nodiscard]] std::string canonical_symbol() const;

 private:
  [[nodiscard]] static bool means_the_same(Unit a, Unit b) noexcept;

  const UnitDefinition* definition_;
};

/// `value` of `from` expressed in `to`.
/// @throws UnitError  the dimensions differ; the message names both units
[[nodiscard]] double convert(double value, Unit from, Unit to);

/// Whether a value of one can be expressed in the other.
[[nodiscard]] inline bool is_convertible(Unit from, Unit to) noexcept {
  return from.dimension() == to.dimension();
}

/// How many things one of a unit is, when it counts things that are whole by a measure word of the
/// standard table: 1 of 户, 10000 of 万户, nothing of 亩, of rates such as 户/天, and of 岁.
[[nodiscard]] std::optional<double> whole_things(Unit unit) noexcept;

/// The units that a text may name: a set of base units, each with any numeral scale (十 百 千 万
/// 亿) before it, and any two of them as a rate (`元/月`, `个/千人`, `微克每立方米`).
class UnitTable {
 public:
  /// The units of Chinese plans and statistics. A copy of it can be extended.
  [[nodiscard]] static const UnitTable& standard();

  /// An empty table.
  UnitTable() = default;

  /// Adds a base unit worth numerator / denominator of its dimension's base unit; replaces one of
  /// the same symbol.
  /// @throws UnitError  as Unit's constructor; a factor does not lie in 1e-30 to 1e30; or a figure
  /// with this symbol could be read in two ways: it is a numeral scale (万), a scale before another
  /// unit (万元), begins like a number or is a word that sets a bound (以上)
  /// @par Complexity  O(n) for n base units
  void add(std::string symbol, std::string dimension, double numerator = 1, double denominator = 1);

  /// Adds a unit of a plan's own. What the standard table says holds in every plan.
  /// @throws UnitError  as add(); or the standard table defines the symbol otherwise
  void add_own(const UnitDefinition& definition);

  /// The unit that the text names, or nothing.
  /// @par Complexity  O(length * log n) for n base units
  [[nodiscard]] std::optional<Unit> find(std::string_view text) const;

  /// @throws UnitError  unknown; the message names the nearest units
  [[nodiscard]] Unit at(std::string_view text) const;

  /// The base units' symbols, sorted.
  [[nodiscard]] std::vector<std::string_view> symbols() const;

  /// The base units that `other` does not have or defines otherwise.
  [[nodiscard]] std::vector<UnitDefinition> difference(const UnitTable& other) const;

  friend bool operator==(const UnitTable&, const UnitTable&) = default;

 private:
  [[nodiscard]] std::optional<UnitDefinition> find_scaled(std::string_view text) const;
  void refuse_ambiguous(const UnitDefinition& definition) const;

  std::map<std::string, UnitDefinition, std::less<>> units_;
};

namespace detail {

/// A numeral scale: 十 百 千 万 亿.
struct NumeralScale {
  std::string_view name;
  double factor;
};
/// The scale that a text begins with, or nullptr.
[[nodiscard]] const NumeralScale* leading_scale(std::string_view text) noexcept;
/// The product of the scales when `longer` is some of them and then `shorter`.
[[nodiscard]] std::optional<double> scale_between(std::string_view longer,
                                                  std::string_view shorter);

}  // namespace detail

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/model/detail/standard_units.ipp>
#include <jinjiang/model/detail/unit.ipp>
#endif
