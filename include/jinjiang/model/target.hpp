// SPDX-License-Identifier: BSL-1.0
#pragma once

// What an indicator is to reach, and the arithmetic of reaching it: when a reading meets it and how
// far it has come.

#include <optional>
#include <string>
#include <string_view>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/model/date.hpp>
#include <jinjiang/model/profile.hpp>
#include <jinjiang/model/quantity.hpp>
#include <jinjiang/model/vocabulary.hpp>

namespace jinjiang {

/// What a growth or a change is measured against.
struct ComparisonBase {
  /// What it is measured against.
  enum class Kind : std::uint8_t {
    last_year,        ///< the same period last year, 同比
    previous_period,  ///< 环比
    since,            ///< a named year, 较2020年
    annual            ///< a compound yearly rate over a run of years, 年均
  };
  Kind kind = Kind::last_year;  ///< 同比, 环比, 较某年 or 年均
  int from = 0;                 ///< year, for since and annual
  int through = 0;              ///< year, for annual

  /// Reads `last_year`, `previous_period`, `since 2020`, `annual 2021-2025`.
  /// @throws TargetError  it is written in another way
  [[nodiscard]] static ComparisonBase parse(std::string_view text);

  friend bool operator==(const ComparisonBase&, const ComparisonBase&) = default;
};

/// As ComparisonBase::parse reads it.
[[nodiscard]] std::string to_string(const ComparisonBase& base);

/// A value that another indicator gives: its reading on the same date, plus an offset in this
/// target's unit.
struct RelativeValue {
  std::string indicator;  ///< id of the indicator that is followed
  double offset = 0;      ///< added to its reading, in the target's unit

  friend bool operator==(const RelativeValue&, const RelativeValue&) = default;
};

/// The less common parts of a target.
struct TargetOptions {
  std::optional<double> upper = {};  ///< upper bound, for `between`
  std::optional<Measure> measure =
      {};  ///< default: share for % units, change for 百分点, otherwise level
  std::optional<Direction> direction = {};  ///< default: by comparator and measure
  std::optional<double> baseline = {};      ///< baseline value 基期值
  std::optional<double> tolerance =
      {};  ///< for `about`; default 0.5 for % and 百分点, otherwise 5 % of |value|
  std::optional<Date> due = {};             ///< default: the node's
  std::optional<Profile> profile = {};      ///< default: by measure
  Firmness firmness = Firmness::committed;  ///< how firmly it was promised
  std::string basis = {};                   ///< 口径; only observations on it are compared
  ComparisonBase base = {};                 ///< of a growth or a change
};

/// What an indicator is to reach: comparator, value, unit and measure. Immutable; compares by
/// value, whether a default is spelt out or left out.
class Target {
 public:
  /// @throws TargetError  it contradicts itself: an upper bound without `between`, at_most with
  /// direction higher, ...
  Target(Comparator comparator, double value, Unit unit, TargetOptions options = {});
  /// A figure in a standard unit, by its symbol.
  Target(Comparator comparator, double value, std::string_view unit, TargetOptions options = {});

  /// Follows another indicator: 快于农民收入 is relative(above, {"income.rural"}, "%").
  [[nodiscard]] static Target relative(Comparator comparator, RelativeValue value, Unit unit,
                                       TargetOptions options = {});

  /// Set elsewhere (完成省下达任务): has no value until a revision gives one.
  [[nodiscard]] static Target set_elsewhere(std::string setter, Unit unit,
                                            TargetOptions options = {});

  /// Reads the wording of one figure: 超600万平方米, 6%左右, 不低于96%, 下降3%, 前10.
  ///
  /// Words decide the measure (新增 is an increment, 增长 a growth); without any it is the default
  /// of TargetOptions.
  /// @throws FormatError  it cannot be read without guessing; says why
  [[nodiscard]] static Target parse(std::string_view text,
                                    const UnitTable& units = UnitTable::standard());

  /// How the figure is to be read.
  [[nodiscard]] Comparator comparator() const noexcept { return comparator_; }
  /// In `unit()`; not a number when another indicator or another body gives it.
  [[nodiscard]] double value() const noexcept { return value_; }
  /// The second figure of `between`, in its unit.
  [[nodiscard]] std::optional<double> upper() const noexcept { return options_.upper; }
  /// Of value, upper, baseline and tolerance.
  [[nodiscard]] Unit unit() const noexcept { return unit_; }
  /// As given, else by the unit; docs/rules.md, section 3.
  [[nodiscard]] Measure measure() const noexcept { return *options_.measure; }
  /// As given, else by comparator and measure; docs/rules.md, section 2.
  [[nodiscard]] Direction direction() const noexcept { return *options_.direction; }
  /// 基期值, in its unit, where it is given.
  [[nodiscard]] std::optional<double> baseline() const noexcept { return options_.baseline; }
  /// As given, or the default for `about`; 0 for every other comparator.
  [[nodiscard]] double tolerance() const noexcept;
  /// As given; without one the due date of the node counts.
  [[nodiscard]] std::optional<Date> due() const noexcept { return options_.due; }
  /// As given, else by the measure; docs/rules.md, section 3.
  [[nodiscard]] const Profile& profile() const noexcept { return *options_.profile; }
  /// How firmly it was promised; does not change a verdict.
  [[nodiscard]] Firmness firmness() const noexcept { return options_.firmness; }
  /// 口径; empty when it names none.
  [[nodiscard]] const std::string& basis() const noexcept { return options_.basis; }
  /// Of a growth or a change: what it is measured against.
  [[nodiscard]] const ComparisonBase& base() const noexcept { return options_.base; }
  /// The indicator that it follows, where it does.
  [[nodiscard]] const std::optional<RelativeValue>& relative_to() const noexcept {
    return relative_to_;
  }
  /// Who sets it elsewhere; empty when its value is here.
  [[nodiscard]] const std::string& set_by() const noexcept { return set_by_; }

  /// Whether it has a figure of its own: it follows no indicator, and nobody else sets it.
  [[nodiscard]] bool has_value() const noexcept { return !relative_to_ && set_by_.empty(); }
  /// @throws TargetError  it has no value of its own
  [[nodiscard]] Quantity quantity() const;
  /// The options as resolved: measure, direction and profile are always there.
  [[nodiscard]] const TargetOptions& options() const noexcept { return options_; }

  /// The same target with other options.
  [[nodiscard]] Target with(TargetOptions options) const;
  /// The same target with another measure; direction and profile follow it where they were the
  /// defaults.
  [[nodiscard]] Target with_measure(Measure measure) const;
  /// The same target with its value and all that is in its unit expressed in another unit.
  /// @throws UnitError  of another dimension
  [[nodiscard]] Target in_unit(Unit unit) const;

  /// Same figures and terms; two spellings of one unit are equal.
  friend bool operator==(const Target& a, const Target& b) noexcept;

 private:
  Target(Comparator comparator, double value, Unit unit, std::optional<RelativeValue> relative_to,
         std::string set_by, TargetOptions options);
  void validate() const;

  Comparator comparator_;
  double value_;
  Unit unit_;
  TargetOptions options_;
  std::optional<RelativeValue> relative_to_;
  std::string set_by_;
};

/// A bare figure: 100个. A reading of it meets the target, as does a better one.
/// @throws TargetError  the options contradict it
/// @throws UnitError  the standard table does not know the unit
[[nodiscard]] Target reach(double value, std::string_view unit, TargetOptions options = {});
/// 以上, 不低于: the figure or better.
/// @throws as reach()
[[nodiscard]] Target at_least(double value, std::string_view unit, TargetOptions options = {});
/// 超, 突破: better than the figure, which does not meet it.
/// @throws as reach()
[[nodiscard]] Target above(double value, std::string_view unit, TargetOptions options = {});
/// 以内, 不超过: the figure or less.
/// @throws as reach()
[[nodiscard]] Target at_most(double value, std::string_view unit, TargetOptions options = {});
/// 低于: less than the figure, which does not meet it.
/// @throws as reach()
[[nodiscard]] Target below(double value, std::string_view unit, TargetOptions options = {});
/// 左右: the figure with a tolerance; docs/rules.md, section 5.
/// @throws as reach()
[[nodiscard]] Target about(double value, std::string_view unit, TargetOptions options = {});
/// From one figure through another, both in the unit.
/// @throws as reach(); TargetError  the upper figure is less than the lower
[[nodiscard]] Target between(double lower, double upper, std::string_view unit,
                             TargetOptions options = {});

/// The direction that a comparator and a measure imply.
[[nodiscard]] constexpr Direction default_direction(Comparator comparator,
                                                    Measure measure) noexcept {
  if (measure == Measure::rank || comparator == Comparator::at_most ||
      comparator == Comparator::below) {
    return Direction::lower;
  }
  return comparator == Comparator::between ? Direction::within : Direction::higher;
}

/// The profile that a measure implies: flows linear; growth, change and rank hold; level and share
/// linear with a baseline value, at_due without.
[[nodiscard]] constexpr ProfileKind default_profile(Measure measure, bool has_baseline) noexcept {
  if (is_flow(measure)) return ProfileKind::linear;
  if (is_settled_at_due(measure)) return ProfileKind::hold;
  return has_baseline ? ProfileKind::linear : ProfileKind::at_due;
}

/// The measure of a target that does not name one. Level and share expect nothing before the due
/// date, so that a measure left out cannot make a plan look late.
[[nodiscard]] Measure default_measure(Unit unit) noexcept;

/// The tolerance of an `about` that does not name one: half a point for % and 百分点, otherwise 5 %
/// of |value|.
[[nodiscard]] double default_tolerance(double value, Unit unit) noexcept;

/// A figure in words: `超 900 家`, `above 900 家`.
[[nodiscard]] std::string describe(const Target& target, Language language);

namespace detail {
/// The unit as a reader wants it after a number: ` 个百分点`, `%`, ` 家`.
[[nodiscard]] std::string unit_after_number(Unit unit, Language language);
/// As describe(); an indicator that the target follows is called by `reference`, or by its id.
[[nodiscard]] std::string describe_with(const Target& target, Language language,
                                        std::string_view reference);
/// Whether the figure is the rate of a fall: 下降3% is a growth of -3 %.
[[nodiscard]] bool is_fall(const Target& target);
/// A target by the wording of its figure; what the words do not say stays as it was before, the
/// unit too.
/// @throws FormatError  as Target::parse
/// @throws UnitError, TargetError  the words contradict what stays
[[nodiscard]] Target parse_in_place_of(const Target& before, std::string_view text,
                                       const UnitTable& units);
/// @throws FormatError  the text is no wording of a figure, whatever units a plan may have
void refuse_unreadable(std::string_view text);
}  // namespace detail

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/model/detail/target.ipp>
#include <jinjiang/model/detail/target_words.ipp>
#include <jinjiang/model/detail/wording.ipp>
#endif
