// SPDX-License-Identifier: BSL-1.0
// Numbers as a reader expects to see them.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <stdexcept>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/reading/numerals.hpp>

namespace jinjiang::reading {

Quantity with_scale(const Quantity& quantity) {
  const Unit unit = quantity.unit();
  const UnitDefinition& definition = unit.definition();
  const std::string& symbol = unit.symbol();
  const bool is_rate = symbol.find('/') != std::string::npos;
  if (unit.is_none() || is_rate || definition.dimension == "%" ||
      definition.dimension == "百分点" || definition.dimension == "倍")
    return quantity;
  if (const jinjiang::detail::NumeralScale* scale = jinjiang::detail::leading_scale(symbol)) {
    // 千瓦 is a unit of its own; 万户 has its scale.
    const auto base = UnitTable::standard().find(symbol.substr(scale->name.size()));
    const auto names = UnitTable::standard().symbols();
    const bool is_base = std::find(names.begin(), names.end(), symbol) != names.end();
    if (base && !base->is_none() && !is_base) return quantity;
  }
  struct Step {
    double from;
    std::string_view name;
    double factor;
  };
  constexpr Step steps[] = {{1e12, "万亿", 1e12}, {1e8, "亿", 1e8}, {1e4, "万", 1e4}};
  for (const Step& step : steps) {
    if (std::fabs(quantity.value()) < step.from) continue;
    const Unit scaled({std::string(step.name) + symbol, definition.dimension,
                       definition.numerator * step.factor, definition.denominator});
    return {quantity.value() / step.factor, scaled};
  }
  return quantity;
}

std::string to_chinese(double value) {
  constexpr double limit = 1e16;
  if (!std::isfinite(value) || std::fabs(value) >= limit) {
    throw std::domain_error("a number in Chinese numerals is finite and below 1e16, found " +
                            jinjiang::detail::format_number(value));
  }
  constexpr std::string_view digits[] = {"零", "一", "二", "三", "四",
                                         "五", "六", "七", "八", "九"};
  constexpr std::string_view small[] = {"", "十", "百", "千"};
  constexpr std::string_view large[] = {"", "万", "亿", "万亿"};
  std::array<char, 400> buffer{};
  const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::fabs(value),
                                     std::chars_format::fixed);
  const std::string_view text(buffer.data(), static_cast<std::size_t>(written.ptr - buffer.data()));
  const std::size_t point = std::min(text.find('.'), text.size());
  std::string whole(text.substr(0, point));
  std::string result = std::signbit(value) && value != 0 ? "负" : "";
  const std::size_t start = result.size();
  while (whole.size() % 4 != 0) whole.insert(whole.begin(), '0');
  bool zero = false;
  for (std::size_t section = 0; section < whole.size(); section += 4) {
    bool any = false;
    for (std::size_t i = 0; i < 4; ++i) {
      const int digit = whole[section + i] - '0';
      if (digit == 0) {
        zero = true;
        continue;
      }
      if (zero && result.size() > start) result += digits[0];
      zero = false;
      any = true;
      if (!(digit == 1 && i == 2 && result.size() == start)) result += digits[digit];  // 十五
      result += small[3 - i];
    }
    const std::size_t left = whole.size() / 4 - 1 - section / 4;
    // 一千万亿 and 一万亿零一亿 share their 亿 with what follows it.
    if (any) result += left == 3 && whole.substr(section + 4, 4) != "0000" ? "万" : large[left];
  }
  if (result.size() == start) result += digits[0];
  if (point < text.size()) {
    result += "点";
    for (const char c : text.substr(point + 1)) result += digits[c - '0'];
  }
  return result;
}

}  // namespace jinjiang::reading
