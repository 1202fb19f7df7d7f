// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <mutex>
#include <set>
#include <utility>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/unit.hpp>

namespace jinjiang {

namespace detail {

inline const UnitDefinition* intern(const UnitDefinition& definition) {
  // Never destroyed: units outlive every static that may hold one.
  static auto& pool = *new std::set<UnitDefinition>;
  static auto& mutex = *new std::mutex;
  const std::lock_guard lock(mutex);
  return &*pool.insert(definition).first;
}

inline constexpr NumeralScale numeral_scales[] = {
    {"十", 1e1}, {"百", 1e2}, {"千", 1e3}, {"万", 1e4}, {"亿", 1e8}};

JINJIANG_INLINE const NumeralScale* leading_scale(std::string_view text) noexcept {
  for (const auto& candidate : numeral_scales) {
    if (text.starts_with(candidate.name)) return &candidate;
  }
  return nullptr;
}

JINJIANG_INLINE std::optional<double> scale_between(std::string_view longer,
                                                    std::string_view shorter) {
  double product = 1;
  while (longer.size() > shorter.size()) {
    const NumeralScale* scale = leading_scale(longer);
    if (scale == nullptr) return std::nullopt;
    product *= scale->factor;
    longer.remove_prefix(scale->name.size());
  }
  return longer == shorter ? std::optional(product) : std::nullopt;
}

/// Two words for one unit; the first is the one that stands for both.
struct Synonym {
  std::string_view word;
  std::string_view other;
};
inline constexpr Synonym synonyms[] = {
    {"平方公里", "平方千米"}, {"公里", "千米"},  {"公斤", "千克"},
    {"千瓦时", "度"},         {"天", "日"},      {"月", "个月"},
    {"标箱", "标准箱"},       {"平方米", "㎡"},  {"平方米", "m²"},
    {"工作日", "个工作日"},   {"小时", "个小时"}};

/// A symbol without `/` in the first of its spellings, in two pieces: scales and unit.
struct Spelling {
  std::string_view scales;
  std::string_view base;

  explicit Spelling(std::string_view symbol) : base(symbol) {
    for (std::string_view rest = symbol;;) {
      for (const Synonym& synonym : synonyms) {
        if (rest != synonym.other) continue;
        scales = symbol.substr(0, symbol.size() - rest.size());
        base = synonym.word;
        return;
      }
      const NumeralScale* scale = leading_scale(rest);
      if (scale == nullptr) return;
      rest.remove_prefix(scale->name.size());
    }
  }

  [[nodiscard]] char operator[](std::size_t i) const noexcept {
    return i < scales.size() ? scales[i] : base[i - scales.size()];
  }
  friend bool operator==(const Spelling& a, const Spelling& b) noexcept {
    const std::size_t size = a.scales.size() + a.base.size();
    if (size != b.scales.size() + b.base.size()) return false;
    for (std::size_t i = 0; i < size; ++i) {
      if (a[i] != b[i]) return false;
    }
    return true;
  }
};

}  // namespace detail

JINJIANG_INLINE Unit::Unit() noexcept {
  static const UnitDefinition* const none = detail::intern({});
  definition_ = none;
}

JINJIANG_INLINE Unit::Unit(const UnitDefinition& definition) : definition_(nullptr) {
  constexpr std::size_t longest = 64;
  // So that no conversion leaves the range of numbers.
  const auto usable = [](double factor) { return factor >= 1e-100 && factor <= 1e100; };
  if (definition.symbol.empty() || definition.symbol.size() > longest ||
      definition.dimension.size() > 2 * longest || detail::find_invalid_utf8(definition.symbol) ||
      detail::find_invalid_utf8(definition.dimension) ||
      detail::has_control_character(definition.symbol)) {
    throw UnitError("unit " + detail::in_quotes(definition.symbol) +
                    ": a symbol must be 1 to 64 bytes of printable UTF-8, a dimension up to 128");
  }
  if (!usable(definition.numerator) || !usable(definition.denominator)) {
    throw UnitError("unit " + detail::in_quotes(definition.symbol) +
                    ": its factor must be a finite number above 0, from 1e-100 to 1e100, found " +
                    detail::format_number(definition.numerator) + " / " +
                    detail::format_number(definition.denominator));
  }
  definition_ = detail::intern(definition);
}

JINJIANG_INLINE bool Unit::means_the_same(Unit a, Unit b) noexcept {
  const UnitDefinition& x = a.definition();
  const UnitDefinition& y = b.definition();
  if (x.dimension != y.dimension || x.numerator * y.denominator != y.numerator * x.denominator)
    return false;
  std::string_view first = x.symbol;
  std::string_view second = y.symbol;
  while (true) {  // rates part by part
    const std::size_t here = std::min(first.find('/'), first.size());
    const std::size_t there = std::min(second.find('/'), second.size());
    if (!(detail::Spelling(first.substr(0, here)) == detail::Spelling(second.substr(0, there))))
      return false;
    if (here == first.size() || there == second.size())
      return here == first.size() && there == second.size();
    first.remove_prefix(here + 1);
    second.remove_prefix(there + 1);
  }
}

JINJIANG_INLINE std::string Unit::canonical_symbol() const {
  std::string result;
  std::string_view rest = symbol();
  while (true) {
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const detail::Spelling part(rest.substr(0, end));
    result.append(part.scales).append(part.base);
    if (end == rest.size()) return result;
    result += '/';
    rest.remove_prefix(end + 1);
  }
}

JINJIANG_INLINE double convert(double value, Unit from, Unit to) {
  if (from == to) return value;
  if (!is_convertible(from, to)) {
    const auto name = [](Unit unit) {
      return unit.is_none() ? std::string("no unit") : detail::in_quotes(unit.symbol());
    };
    throw UnitError("cannot convert " + name(from) + " to " + name(to) +
                    ": they measure different things");
  }
  const UnitDefinition& a = from.definition();
  const UnitDefinition& b = to.definition();
  return value * (a.numerator * b.denominator) / (a.denominator * b.numerator);
}

JINJIANG_INLINE void UnitTable::add(std::string symbol, std::string dimension, double numerator,
                                    double denominator) {
  UnitDefinition definition{symbol, std::move(dimension), numerator, denominator};
  static_cast<void>(Unit(definition));  // refuses what is no unit
  // Scales and rates must still be units.
  constexpr double greatest = 1e30;
  for (const double factor : {numerator, denominator}) {
    if (factor >= 1 / greatest && factor <= greatest) continue;
    throw UnitError("unit " + detail::in_quotes(symbol) +
                    ": factor and divisor must be from 1e-30 to 1e30, found " +
                    detail::format_number(factor));
  }
  refuse_ambiguous(definition);
  units_.insert_or_assign(std::move(symbol), std::move(definition));
}

namespace detail {

/// Whether it would be taken for a part of the number before it, or for what follows a unit.
inline bool is_like_figure(std::string_view symbol) {
  constexpr std::string_view beginnings[] = {"０", "１", "２", "３", "４", "５", "６", "７", "８",
                                             "９", "+",  "-",  "－", "−",  "—",  "–",  "~",  "～",
                                             ".",  ",",  "．", "，", " ",  "　", "/",  "／", "每"};
  constexpr std::string_view words[] = {"以上",   "以下", "以内", "之内", "左右", "上下", "及以上",
                                        "及以下", "余",   "多",   "几",   "至",   "到"};
  if (symbol.front() >= '0' && symbol.front() <= '9') return true;
  for (const std::string_view beginning : beginnings) {
    if (symbol.starts_with(beginning)) return true;
  }
  for (const std::string_view word : words) {
    if (symbol == word) return true;
  }
  return false;
}

}  // namespace detail

JINJIANG_INLINE void UnitTable::refuse_ambiguous(const UnitDefinition& definition) const {
  const std::string_view symbol = definition.symbol;
  const auto refuse = [&](const std::string& what) {
    throw UnitError("unit " + detail::in_quotes(symbol) + ": " + what + "; choose another symbol");
  };
  if (detail::scale_between(symbol, ""))
    refuse("it is a numeral scale: 5" + definition.symbol + " would be a number and a unit");
  if (detail::is_like_figure(symbol))
    refuse("after a number it would be read as something else than a unit");
  const auto check = [&](const UnitDefinition& longer, const UnitDefinition& shorter) {
    const auto scale = detail::scale_between(longer.symbol, shorter.symbol);
    if (!scale || longer.symbol == shorter.symbol) return;
    UnitDefinition scaled = shorter;
    scaled.numerator *= *scale;
    if (scaled.dimension == longer.dimension &&
        scaled.numerator * longer.denominator == longer.numerator * scaled.denominator) {
      return;
    }
    refuse(detail::in_quotes(longer.symbol) + " would be both a unit and so many " +
           detail::in_quotes(shorter.symbol));
  };
  for (const auto& [other, known] : units_) {
    check(definition, known);
    check(known, definition);
  }
}

JINJIANG_INLINE std::optional<UnitDefinition> UnitTable::find_scaled(std::string_view text) const {
  double scale = 1;
  std::string_view base = text;
  while (true) {
    // The base comes first: 千瓦 is a unit, not a thousand 瓦.
    if (const auto found = units_.find(base); found != units_.end()) {
      UnitDefinition unit = found->second;
      unit.symbol = std::string(text);
      unit.numerator *= scale;
      return unit;
    }
    const detail::NumeralScale* next = detail::leading_scale(base);
    if (next == nullptr) return std::nullopt;
    scale *= next->factor;
    base.remove_prefix(next->name.size());
    constexpr double largest_scale = 1e16;
    if (scale > largest_scale) return std::nullopt;
  }
}

JINJIANG_INLINE std::optional<Unit> UnitTable::find(std::string_view text) const {
  constexpr std::size_t longest = 64;
  text = detail::trimmed(text);
  if (text.empty()) return Unit{};
  if (text.size() > longest) return std::nullopt;
  if (const auto unit = find_scaled(text)) {
    UnitDefinition plain = *unit;
    // One spelling of what means the same, so that messages and tables agree.
    if (plain.symbol == "％") plain.symbol = "%";
    if (plain.symbol == "个百分点") plain.symbol = "百分点";
    return Unit(plain);
  }
  for (const std::string_view sign :
       {std::string_view("/"), std::string_view("每"), std::string_view("／")}) {
    const std::size_t at = text.find(sign);
    if (at == std::string_view::npos) continue;
    const auto above = find_scaled(text.substr(0, at));
    const auto below = find_scaled(text.substr(at + sign.size()));
    if (!above || !below) return std::nullopt;
    return Unit({above->symbol + "/" + below->symbol, above->dimension + "/" + below->dimension,
                 above->numerator * below->denominator, above->denominator * below->numerator});
  }
  return std::nullopt;
}

JINJIANG_INLINE Unit UnitTable::at(std::string_view text) const {
  if (const auto unit = find(text)) return *unit;
  throw UnitError("unknown unit " + detail::in_quotes(text) +
                  detail::nearest_hint(detail::nearest(text, symbols())) +
                  "; add your own to the plan's units");
}

JINJIANG_INLINE std::vector<std::string_view> UnitTable::symbols() const {
  std::vector<std::string_view> names;
  for (const auto& [symbol, definition] : units_) names.push_back(symbol);
  return names;
}

JINJIANG_INLINE void UnitTable::add_own(const UnitDefinition& definition) {
  const auto known = standard().find(definition.symbol);
  if (known && known->definition() != definition) {
    throw UnitError("unit " + detail::in_quotes(definition.symbol) +
                    ": the standard units define it otherwise; give your unit another symbol");
  }
  add(definition.symbol, definition.dimension, definition.numerator, definition.denominator);
}

JINJIANG_INLINE std::vector<UnitDefinition> UnitTable::difference(const UnitTable& other) const {
  std::vector<UnitDefinition> result;
  for (const auto& [symbol, definition] : units_) {
    const auto found = other.units_.find(symbol);
    if (found == other.units_.end() || found->second != definition) result.push_back(definition);
  }
  return result;
}

}  // namespace jinjiang
