// SPDX-License-Identifier: BSL-1.0
// Points above or below another series: 高于全省平均1个百分点.
#include <algorithm>
#include <cmath>
#include <limits>

#include "reading/figures/figure_reader.hpp"
#include "reading/numerals/match.hpp"

namespace jinjiang::reading {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

}  // namespace

bool is_series(std::string_view text) {
  return holds_any(text, {"全国", "全省", "全市", "全区", "平均", "增长", "增速",     "增幅",
                          "城镇", "农村", "居民", "投资", "收入", "GDP",  "生产总值", "财政",
                          "经济", "消费", "工业", "东部", "同期", "去年", "上年",     "目标",
                          "进度", "序时", "规上", "省定", "省均", "国均", "预期"});
}

/// 增速比全省平均高1个百分点, 高出1个百分点: what is compared stands between 比 and 高.
bool FigureReader::take_comparison(Phrase& phrase, const Before& before) {
  if (phrase.kind_of_unit != UnitKind::points) return false;
  const std::string_view object = words(before.object);
  const bool is_below = ends_with_any(object, {"低", "慢"});
  const bool is_over = before.bound && ends_with(words(*before.bound), "出");
  if (!is_below && !is_over && !ends_with_any(object, {"高", "快"})) return false;
  const std::size_t than = std::max(object.rfind("比") + 1, object.rfind("较") + 1);
  constexpr std::size_t character = 3;
  if (than == 0) return false;
  const std::size_t begin = before.object.begin + than - 1;
  const TextRange series = without_spaces(
      text_, {begin + character, is_over ? before.bound->begin : before.object.end - character});
  if (series.empty() || !is_series(words(series))) return false;
  Figure figure;
  figure.number = phrase.number;
  figure.value = unknown;
  figure.comparator = is_below ? Comparator::at_most : Comparator::at_least;
  figure.rule = "offset";
  figure.reference = Reference{series, false, is_below ? -phrase.value : phrase.value};
  Before own = before;
  own.object = without_spaces(text_, {before.object.begin, begin});
  set_series_measure(figure, before, series);
  figure.direction = default_direction(figure.comparator, figure.measure);
  phrase.use = Phrase::Use::figure;
  finish(figure, own, After{});
  standing_.last_kind = phrase.kind_of_unit;
  return true;
}

/// 高于全省平均1个百分点: the points are the offset of a relative figure.
bool FigureReader::take_offset(Phrase& phrase, const Before& before) {
  if (phrase.kind_of_unit != UnitKind::points && phrase.kind_of_unit != UnitKind::percent)
    return false;
  const auto& tokens = clause_.tokens;
  constexpr std::size_t near = 14;
  std::size_t at = phrase.token;
  const Token* sign = nullptr;
  while (at > 0 && phrase.token - at < near) {
    const Token& token = tokens[at - 1];
    if (token.word == Word::number || token.word == Word::open) break;
    --at;
    const bool is_sign =
        token.word == Word::reference ||
        (token.word == Word::bound &&
         (words(token) == "高于" || words(token) == "低于" || words(token) == "高出" ||
          words(token) == "超出" || words(token) == "超过"));
    if (is_sign) {
      sign = &token;
      break;
    }
  }
  if (sign == nullptr) {
    // 高于全国、全省0.1和0.3个百分点; 高于全国0.1个、全省0.3个百分点
    const bool is_next =
        before.is_bare || (before.tight.empty() && is_series(words(before.object)));
    if (!is_next || !before.after_pause || standing_.last_figure < 0 ||
        out_.figures[static_cast<std::size_t>(standing_.last_figure)].rule != "offset")
      return false;
    Figure figure = out_.figures[static_cast<std::size_t>(standing_.last_figure)];
    figure.number = phrase.number;
    figure.words = phrase.whole;
    if (!before.is_bare) figure.reference->words = before.object;
    figure.reference->offset =
        std::copysign(phrase.value, std::signbit(figure.reference->offset) ? -1.0 : 1.0);
    phrase.use = Phrase::Use::figure;
    standing_.last_figure = static_cast<std::ptrdiff_t>(out_.figures.size());
    out_.figures.push_back(std::move(figure));
    return true;
  }
  const TextRange between = without_spaces(text_, {sign->end, tokens[phrase.token].begin});
  const std::string_view series = words(between);
  const bool is_schedule = words(*sign).starts_with("超序时");
  if (!is_schedule && (series.empty() || !is_series(series))) return false;
  if (phrase.kind_of_unit == UnitKind::percent) return false;
  Figure figure;
  figure.number = phrase.number;
  figure.value = unknown;
  Reference reference;
  reference.words = is_schedule ? sign->range() : between;
  const bool is_below = sign->value == static_cast<std::uint8_t>(Comparator::below);
  reference.offset = is_below ? -phrase.value : phrase.value;
  figure.comparator = is_below ? Comparator::at_most : Comparator::at_least;
  if (phrase.suffix == Comparator::about) figure.comparator = Comparator::about;
  figure.rule = "offset";
  figure.reference = reference;
  Before own = before;
  own.object = without_spaces(text_, {own.object.begin, std::min(own.object.end, sign->begin)});
  if (is_schedule) {
    figure.unit = units_.percent();
    figure.measure = Measure::share;
  } else {
    Before at_sign = look_before(text_, clause_, at);
    // 占比提升至82%，高于全省6个百分点: of what was measured before.
    if (at_sign.object.empty() && at_sign.actor.empty() && standing_.had_figure &&
        at_sign.says.is_empty())
      at_sign.says = standing_.last;
    own.says = at_sign.says;
    own.object = at_sign.object;
    set_series_measure(figure, at_sign, reference.words);
  }
  figure.direction = default_direction(figure.comparator, figure.measure);
  phrase.use = Phrase::Use::figure;
  finish(figure, own, After{});
  standing_.last_kind = phrase.kind_of_unit;
  return true;
}

/// A relative figure measures what its subject measures.
void FigureReader::set_series_measure(Figure& figure, const Before& before, TextRange reference) {
  const Predicate& says = before.says;
  figure.unit = units_.percent();
  figure.measure = Measure::growth;
  if (says.is_share) {
    figure.measure = Measure::share;
  } else if (!says.is_growth && !holds_any(words(reference), {"增长", "增速", "增幅", "平均",
                                                              "全国", "全省", "全市", "居民"})) {
    doubt(figure, "measure_guessed", "没有说明比的是增速还是水平，按增速读", {"水平"});
  }
}

}  // namespace jinjiang::reading
