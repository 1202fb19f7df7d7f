// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/target.hpp>

namespace jinjiang {

namespace detail {

inline std::optional<int> read_year(std::string_view text) {
  int year = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), year);
  if (text.size() != 4 || result.ptr != text.data() + text.size() || year < 1900)
    return std::nullopt;
  return year;
}

inline TargetOptions resolved(TargetOptions options, Comparator comparator, Unit unit) {
  if (!options.measure) options.measure = default_measure(unit);
  if (!options.direction) options.direction = default_direction(comparator, *options.measure);
  if (!options.profile)
    options.profile = default_profile(*options.measure, options.baseline.has_value());
  return options;
}

}  // namespace detail

JINJIANG_INLINE ComparisonBase ComparisonBase::parse(std::string_view text) {
  if (text == "last_year") return {};
  if (text == "previous_period") return {Kind::previous_period};
  constexpr std::string_view since = "since ";
  constexpr std::string_view annual = "annual ";
  if (text.starts_with(since)) {
    if (const auto year = detail::read_year(text.substr(since.size()))) return {Kind::since, *year};
  }
  if (text.starts_with(annual) && text.size() == annual.size() + 9 &&
      text[annual.size() + 4] == '-') {
    const auto from = detail::read_year(text.substr(annual.size(), 4));
    const auto through = detail::read_year(text.substr(annual.size() + 5));
    if (from && through && *from <= *through) return {Kind::annual, *from, *through};
  }
  throw TargetError(
      "expected a base of comparison: last_year, previous_period, since 2020 or annual 2021-2025, "
      "found " +
      detail::in_quotes(text));
}

JINJIANG_INLINE std::string to_string(const ComparisonBase& base) {
  switch (base.kind) {
    case ComparisonBase::Kind::previous_period:
      return "previous_period";
    case ComparisonBase::Kind::since:
      return "since " + std::to_string(base.from);
    case ComparisonBase::Kind::annual:
      return "annual " + std::to_string(base.from) + "-" + std::to_string(base.through);
    case ComparisonBase::Kind::last_year:
      break;
  }
  return "last_year";
}

JINJIANG_INLINE Measure default_measure(Unit unit) noexcept {
  if (unit.dimension() == "%") return Measure::share;
  return unit.dimension() == "百分点" ? Measure::change : Measure::level;
}

JINJIANG_INLINE Target::Target(Comparator comparator, double value, Unit unit,
                               std::optional<RelativeValue> relative_to, std::string set_by,
                               TargetOptions options)
    : comparator_(comparator),
      value_(value),
      unit_(unit),
      options_(detail::resolved(std::move(options), comparator, unit)),
      relative_to_(std::move(relative_to)),
      set_by_(std::move(set_by)) {
  validate();
}

JINJIANG_INLINE Target::Target(Comparator comparator, double value, Unit unit,
                               TargetOptions options)
    : Target(comparator, value, unit, std::nullopt, {}, std::move(options)) {}

JINJIANG_INLINE Target::Target(Comparator comparator, double value, std::string_view unit,
                               TargetOptions options)
    : Target(comparator, value, UnitTable::standard().at(unit), std::move(options)) {}

JINJIANG_INLINE Target Target::relative(Comparator comparator, RelativeValue value, Unit unit,
                                        TargetOptions options) {
  return Target(comparator, std::numeric_limits<double>::quiet_NaN(), unit, std::move(value), {},
                std::move(options));
}

JINJIANG_INLINE Target Target::set_elsewhere(std::string setter, Unit unit, TargetOptions options) {
  if (setter.empty()) throw TargetError("a target set elsewhere must say by whom");
  return Target(Comparator::reach, std::numeric_limits<double>::quiet_NaN(), unit, std::nullopt,
                std::move(setter), std::move(options));
}

JINJIANG_INLINE void Target::validate() const {
  const auto refuse = [this](const std::string& what) {
    std::string figure(to_string(comparator_));
    if (has_value()) figure += " " + detail::format_number(value_);
    if (options_.upper && comparator_ == Comparator::between)
      figure += " and " + detail::format_number(*options_.upper);
    if (!unit_.is_none()) figure += " " + unit_.symbol();
    throw TargetError("target " + figure + ": " + what);
  };
  const auto number = [&](const char* name, double value) {
    if (!std::isfinite(value))
      refuse(std::string(name) + " must be a finite number, found " + detail::format_number(value));
  };
  if (has_value()) number("value", value_);
  if (relative_to_) {
    number("offset", relative_to_->offset);
    if (relative_to_->indicator.empty()) refuse("a relative target must name an indicator");
    if (comparator_ == Comparator::between)
      refuse("a relative target has one value, between needs two");
  }
  if (options_.upper) {
    number("upper", *options_.upper);
    if (comparator_ != Comparator::between) refuse("an upper bound belongs to between");
    if (*options_.upper < value_) {
      refuse("the upper bound " + detail::format_number(*options_.upper) + " lies below the lower");
    }
  } else if (comparator_ == Comparator::between) {
    refuse("between needs an upper bound");
  }
  if (options_.baseline) {
    number("baseline", *options_.baseline);
    for (const double end : {value_, options_.upper.value_or(value_)}) {
      if (has_value() && !std::isfinite(end - *options_.baseline)) {
        refuse("the way from its baseline value " + detail::format_number(*options_.baseline) +
               " is longer than the largest number; use a larger unit");
      }
    }
  }
  if (options_.tolerance) {
    number("tolerance", *options_.tolerance);
    if (comparator_ != Comparator::about) refuse("a tolerance belongs to about");
    if (*options_.tolerance < 0) {
      refuse("the tolerance must not be negative, found " +
             detail::format_number(*options_.tolerance));
    }
  }
  if (has_value() && !std::isfinite(std::fabs(value_) + tolerance()))
    refuse("the value with its tolerance is beyond the largest number; use a larger unit");
  const bool rank = measure() == Measure::rank;
  if (rank && has_value()) {
    for (const double place : {value_, options_.upper.value_or(value_)}) {
      if (place < 1 || place != std::floor(place)) {
        refuse("a place in a ranking is a whole number from 1, found " +
               detail::format_number(place));
      }
    }
  }
  const bool upward = comparator_ == Comparator::at_least || comparator_ == Comparator::above;
  const bool downward = comparator_ == Comparator::at_most || comparator_ == Comparator::below;
  if (rank && direction() != Direction::lower)
    refuse("in a rank the lower place is the better: direction lower");
  if (!rank && upward && direction() != Direction::higher) {
    refuse("the comparator contradicts direction " + std::string(to_string(direction())));
  }
  if (downward && direction() != Direction::lower) {
    refuse("the comparator contradicts direction " + std::string(to_string(direction())));
  }
  if (measure() == Measure::change && unit_.dimension() != "百分点") {
    refuse("a change is in 百分点; a rate of increase in % is a growth");
  }
  if (measure() == Measure::growth && unit_.dimension() != "%") refuse("a growth is in %");
  if (unit_.dimension() == "百分点" && measure() != Measure::change) {
    refuse("百分点 measure a change, not a " + std::string(to_string(measure())));
  }
}

JINJIANG_INLINE double default_tolerance(double value, Unit unit) noexcept {
  if (unit.dimension() != "%" && unit.dimension() != "百分点") return 0.05 * std::fabs(value);
  const UnitDefinition& definition = unit.definition();
  return 0.5 * definition.denominator / definition.numerator;
}

JINJIANG_INLINE double Target::tolerance() const noexcept {
  if (comparator_ != Comparator::about) return 0;
  if (options_.tolerance) return *options_.tolerance;
  return default_tolerance(has_value() ? value_ : 0, unit_);
}

JINJIANG_INLINE Quantity Target::quantity() const {
  if (!has_value()) {
    throw TargetError(
        relative_to_ ? "the value is that of indicator " +
                           detail::in_quotes(relative_to_->indicator) + "; it has none of its own"
                     : "the value is set by " + set_by_ + "; it has none of its own yet");
  }
  return {value_, unit_};
}

JINJIANG_INLINE Target Target::with(TargetOptions options) const {
  return Target(comparator_, value_, unit_, relative_to_, set_by_, std::move(options));
}

JINJIANG_INLINE Target Target::with_measure(Measure measure) const {
  TargetOptions options = options_;
  if (direction() == default_direction(comparator_, this->measure())) options.direction.reset();
  if (profile() == Profile(default_profile(this->measure(), options.baseline.has_value())))
    options.profile.reset();
  options.measure = measure;
  return with(std::move(options));
}

JINJIANG_INLINE Target Target::in_unit(Unit unit) const {
  if (is_spelt_alike(unit, unit_)) return *this;
  const auto converted = [&](double value) { return convert(value, unit_, unit); };
  TargetOptions options = options_;
  if (options.upper) options.upper = converted(*options.upper);
  if (options.baseline) options.baseline = converted(*options.baseline);
  if (options.tolerance) options.tolerance = converted(*options.tolerance);
  std::optional<RelativeValue> relative = relative_to_;
  if (relative) relative->offset = converted(relative->offset);
  const double value = has_value() ? converted(value_) : value_;
  if (!has_value()) static_cast<void>(converted(0));
  return Target(comparator_, value, unit, std::move(relative), set_by_, std::move(options));
}

JINJIANG_INLINE bool operator==(const Target& a, const Target& b) noexcept {
  const auto same = [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); };
  const TargetOptions& x = a.options_;
  const TargetOptions& y = b.options_;
  // The default tolerance may be spelt out; of a relative target in a unit other than % it depends
  // on a reading.
  const bool same_tolerance =
      x.tolerance == y.tolerance ||
      ((a.has_value() || a.unit_.dimension() == "%" || a.unit_.dimension() == "百分点") &&
       a.tolerance() == b.tolerance());
  return a.comparator_ == b.comparator_ && same(a.value_, b.value_) && a.unit_ == b.unit_ &&
         x.upper == y.upper && x.measure == y.measure && x.direction == y.direction &&
         x.baseline == y.baseline && same_tolerance && x.due == y.due && x.profile == y.profile &&
         x.firmness == y.firmness && x.basis == y.basis && x.base == y.base &&
         a.relative_to_ == b.relative_to_ && a.set_by_ == b.set_by_;
}

JINJIANG_INLINE Target reach(double value, std::string_view unit, TargetOptions options) {
  return {Comparator::reach, value, unit, std::move(options)};
}
JINJIANG_INLINE Target at_least(double value, std::string_view unit, TargetOptions options) {
  return {Comparator::at_least, value, unit, std::move(options)};
}
JINJIANG_INLINE Target above(double value, std::string_view unit, TargetOptions options) {
  return {Comparator::above, value, unit, std::move(options)};
}
JINJIANG_INLINE Target at_most(double value, std::string_view unit, TargetOptions options) {
  return {Comparator::at_most, value, unit, std::move(options)};
}
JINJIANG_INLINE Target below(double value, std::string_view unit, TargetOptions options) {
  return {Comparator::below, value, unit, std::move(options)};
}
JINJIANG_INLINE Target about(double value, std::string_view unit, TargetOptions options) {
  return {Comparator::about, value, unit, std::move(options)};
}
JINJIANG_INLINE Target between(double lower, double upper, std::string_view unit,
                               TargetOptions options) {
  options.upper = upper;
  return {Comparator::between, lower, unit, std::move(options)};
}

}  // namespace jinjiang
