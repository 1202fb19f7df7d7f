// SPDX-License-Identifier: BSL-1.0
// 每千人口, 每个乡镇, 每季度: a figure for each of many things or periods is no sum of them.
#include <algorithm>

#include "reading/figures/figure_reader.hpp"
#include "reading/numerals/match.hpp"

namespace jinjiang::reading {

namespace {

/// A year is the period of a plan: 每年新增 is this year's as well.
bool is_yearly(std::string_view per) { return per == "每年"; }

bool is_period(std::string_view per) {
  return std::ranges::any_of(
      Words{"季度", "季", "月", "周", "天", "日", "旬", "学期", "半年", "日均", "月均", "周均"},
      [per](std::string_view period) { return ends_with(per, period); });
}

/// 每千人口: a rate that statistics know by this name.
bool is_statistical(std::string_view per) {
  return holds_any(per, {"百", "千", "万", "亿"}) ||
         per.find_first_of("0123456789") != std::string_view::npos;
}

}  // namespace

/// Keeps what it is per in the name, so that no total is held against it, and says so.
void FigureReader::set_rate(Figure& figure, const Before& before) {
  TextRange per = before.per;
  if (per.empty() && before.after_pause) per = standing_.last_per;
  standing_.last_per = per;
  if (per.empty() || is_yearly(words(per)) || figure.measure == Measure::growth ||
      figure.measure == Measure::rank || figure.reference)
    return;
  // 低保标准提高到每人每月900元: each is paid so much, and nothing adds up to it.
  if (figure.measure == Measure::level && per.end == figure.number.begin &&
      figure.unit.dimension().ends_with("元"))
    return;
  const std::string_view name = words(per);
  if (figure.title.find(name) == std::string::npos) figure.title.insert(0, name);
  const TextRange subject = figure.subject;
  const bool is_ahead = !subject.empty() && per.begin >= clause_.begin &&
                        per.begin <= subject.begin && subject.end <= figure.number.begin;
  figure.subject = is_ahead ? joined(per, subject) : TextRange{};
  if (figure.measure == Measure::share || figure.measure == Measure::change) return;
  if (is_period(name)) {
    // Four in the whole year would not be four a month.
    if (is_flow(figure.measure)) {
      figure.measure = Measure::level;
      figure.rule = "per_period";
    }
    doubt(figure, "per_period", "“每月”“每季度”等说的是频率，不是全年的总数", {"全年合计"});
  } else if (!is_statistical(name) && !before.is_each) {
    doubt(figure, "each", "“每个”表示每个单位都是这个数，不是合计", {"合计"});
  }
}

}  // namespace jinjiang::reading
