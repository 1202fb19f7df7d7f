// SPDX-License-Identifier: BSL-1.0
#pragma once

// Targets in words: 超 900 家, 下降不低于 3%.

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/target.hpp>

namespace jinjiang {

namespace detail {

JINJIANG_INLINE std::string unit_after_number(Unit unit, Language language) {
  if (unit.is_none()) return {};
  if (language == Language::zh && unit.dimension() == "%") return unit.symbol();
  if (language == Language::zh && unit.symbol() == "百分点") return " 个百分点";
  return " " + unit.symbol();
}

/// The other indicator and the offset: `农村居民收入 + 1 个百分点`.
inline std::string describe_reference(const Target& target, Language language,
                                      std::string_view reference) {
  const double offset = target.relative_to()->offset;
  std::string text(reference.empty() ? std::string_view(target.relative_to()->indicator)
                                     : reference);
  if (offset == 0) return text;
  text += (offset > 0 ? " + " : " - ") + format_number(std::fabs(offset));
  // 高于全市 1 个百分点: between two percentages a per cent would be a part of the other one.
  if (target.unit().symbol() != "%") return text + unit_after_number(target.unit(), language);
  return text + (language == Language::zh ? " 个百分点"
                 : std::fabs(offset) == 1 ? " point"
                                          : " points");
}

/// A place in a ranking: `前10`, `第3名`.
inline std::string describe_rank(const Target& target, Language language) {
  const bool zh = language == Language::zh;
  const std::string place = format_number(target.value());
  switch (target.comparator()) {
    case Comparator::at_most:
      return (zh ? "前" : "top ") + place;
    case Comparator::at_least:
      return zh ? "不低于第" + place + "名" : "place " + place + " or better";
    case Comparator::above:
      return zh ? "超第" + place + "名" : "better than place " + place;
    case Comparator::below:
      return zh ? "小于第" + place + "名" : "below place " + place;
    case Comparator::about:
      return zh ? "第" + place + "名左右" : "about place " + place;
    case Comparator::between:
      return (zh ? "第" : "places ") + place + (zh ? "—" : " to ") +
             format_number(*target.upper()) + (zh ? "名" : "");
    case Comparator::reach:
      break;
  }
  return zh ? "第" + place + "名" : "place " + place;
}

JINJIANG_INLINE bool is_fall(const Target& target) {
  const bool is_rate = target.measure() == Measure::growth || target.measure() == Measure::change;
  if (!is_rate || !target.has_value() || !(target.value() < 0)) return false;
  switch (target.comparator()) {
    case Comparator::reach:
    case Comparator::about:
      return target.direction() == Direction::lower;
    case Comparator::between:
      return *target.upper() < 0 && target.direction() == Direction::lower;
    default:
      return true;
  }
}

/// Fifteen digits, so that what a conversion adds behind them is not shown: 92.71‰ are 9.271%.
inline std::string format_converted(double value) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.15g", value);
  return format_number(std::strtod(digits, nullptr));
}

/// `下降 3%`, `下降不低于 3%`: words that Target::parse reads back.
inline std::string describe_fall(const Target& target, Language language) {
  const bool zh = language == Language::zh;
  const std::string unit = unit_after_number(target.unit(), language);
  const std::string figure = format_converted(-target.value()) + unit;
  switch (target.comparator()) {
    case Comparator::at_most:
      return (zh ? "下降不低于 " : "down at least ") + figure;
    case Comparator::below:
      return (zh ? "下降超 " : "down more than ") + figure;
    case Comparator::at_least:
      return (zh ? "下降不超过 " : "down at most ") + figure;
    case Comparator::above:
      return (zh ? "下降低于 " : "down less than ") + figure;
    case Comparator::about:
      return zh ? "下降 " + figure + "左右" : "down about " + figure;
    case Comparator::between:
      return (zh ? "下降 " : "down between ") + format_converted(-*target.upper()) +
             (zh ? "—" : " and ") + figure;
    case Comparator::reach:
      break;
  }
  return (zh ? "下降 " : "down ") + figure;
}

JINJIANG_INLINE std::string describe_with(const Target& target, Language language,
                                          std::string_view reference) {
  const bool zh = language == Language::zh;
  if (!target.set_by().empty())
    return zh ? "由" + target.set_by() + "下达" : "set by " + target.set_by();
  if (target.measure() == Measure::rank && target.has_value())
    return describe_rank(target, language);
  if (is_fall(target)) return describe_fall(target, language);
  const std::string unit = unit_after_number(target.unit(), language);
  const std::string figure = target.relative_to() ? describe_reference(target, language, reference)
                                                  : format_converted(target.value()) + unit;
  switch (target.comparator()) {
    case Comparator::reach:
      return zh ? figure : "reach " + figure;
    case Comparator::at_least:
      return zh ? "不低于 " + figure : "at least " + figure;
    case Comparator::above:
      return zh ? "超 " + figure : "above " + figure;
    case Comparator::at_most:
      return zh ? "不超过 " + figure : "at most " + figure;
    case Comparator::below:
      return zh ? "低于 " + figure : "below " + figure;
    case Comparator::about:
      return zh ? figure + (target.relative_to() ? " 左右" : "左右") : "about " + figure;
    case Comparator::between:
      break;
  }
  const std::string lower = format_converted(target.value());
  const std::string upper = format_converted(*target.upper()) + unit;
  return zh ? lower + "—" + upper : "between " + lower + " and " + upper;
}

}  // namespace detail

JINJIANG_INLINE std::string describe(const Target& target, Language language) {
  return detail::describe_with(target, language, {});
}

}  // namespace jinjiang
