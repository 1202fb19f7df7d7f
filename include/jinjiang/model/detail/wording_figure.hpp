// SPDX-License-Identifier: BSL-1.0
#pragma once

// What the wording of one figure says, and the target that it makes: by itself, or in place of
// another one, of which stays what the words do not say.

#include <optional>
#include <string>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/target.hpp>

namespace jinjiang::detail {

struct WordedFigure {
  std::optional<Comparator> comparator = {};
  double value = 0;
  std::optional<double> upper = {};
  Unit unit = {};
  std::optional<Measure> measure = {};
  std::optional<Direction> direction = {};  ///< of a figure without a comparator, about or between
  std::optional<Firmness> firmness = {};
  std::string basis = {};
  std::optional<ComparisonBase> base = {};
  bool is_rate = false;  ///< 增长, 下降: says which way

  [[nodiscard]] Target target() const {
    return Target(comparator.value_or(Comparator::reach), value, unit,
                  {.upper = upper,
                   .measure = measure,
                   .direction = direction,
                   .firmness = firmness.value_or(Firmness::committed),
                   .basis = basis,
                   .base = base.value_or(ComparisonBase{})});
  }

  /// @throws UnitError    the unit is of another dimension than that of `before`
  /// @throws TargetError  the words contradict what stays of it
  [[nodiscard]] Target in_place_of(const Target& before) const {
    const std::string is = "the target is " + describe(before, Language::zh);
    if (!is_convertible(unit, before.unit())) {
      throw UnitError(is + ", so that a figure in " + name_of_unit(before.unit()) +
                      " is expected, found one in " + name_of_unit(unit) +
                      "; convert it, or give a whole Target");
    }
    if (measure && !goes_with(*measure, before.measure())) {
      throw TargetError(is + ", so that a " + std::string(to_string(before.measure())) +
                        " is expected, found words for a " + std::string(to_string(*measure)) +
                        "; leave them out, or give a whole Target");
    }
    if (!comparator && before.comparator() == Comparator::between) {
      throw TargetError(is + ", so that a range is expected, found the bare figure " +
                        format_number(value) + unit_after_number(unit, Language::zh) +
                        "; write a range or a bound, such as 不低于");
    }
    if (!is_rate && value >= 0 && is_fall(before)) {
      throw TargetError(is + ", found " + format_number(value) +
                        unit_after_number(unit, Language::zh) +
                        ", which does not say whether it falls or rises; write 下降 or 增长");
    }
    const auto in_its_unit = [&](double figure) { return convert(figure, unit, before.unit()); };
    TargetOptions options = before.options();
    options.upper = upper;
    if (options.upper) options.upper = in_its_unit(*options.upper);
    if (firmness) options.firmness = *firmness;
    if (!basis.empty()) options.basis = basis;
    if (base) options.base = *base;
    const Comparator bound = comparator.value_or(before.comparator());
    if (bound != Comparator::about) options.tolerance.reset();
    const bool is_usual =
        before.direction() == default_direction(before.comparator(), before.measure());
    if (comparator && is_usual) options.direction.reset();
    const bool is_bound =
        bound != Comparator::reach && bound != Comparator::about && bound != Comparator::between;
    if (direction && !is_bound) options.direction = direction;
    return Target(bound, in_its_unit(value), before.unit(), std::move(options));
  }

 private:
  /// 新增 counts what comes in the period, as 数量 does.
  [[nodiscard]] static bool goes_with(Measure said, Measure before) noexcept {
    return said == before || (said == Measure::increment && before == Measure::count);
  }
  [[nodiscard]] static std::string name_of_unit(Unit unit) {
    return unit.is_none() ? std::string("no unit") : unit.symbol();
  }
};

}  // namespace jinjiang::detail
