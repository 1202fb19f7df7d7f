// SPDX-License-Identifier: BSL-1.0
// Figures without a number of their own: 正增长, 全覆盖, 与经济增长同步, 高于全省平均,
// 完成省下达任务.
#include <algorithm>
#include <cmath>
#include <limits>

#include <jinjiang/detail/text.hpp>

#include "reading/figures/figure_reader.hpp"
#include "reading/numerals/match.hpp"

namespace jinjiang::reading {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

}  // namespace

void FigureReader::read_whole(std::size_t token) {
  const Token& word = clause_.tokens[token];
  const auto kind = static_cast<WholeFigure>(word.value);
  Before before = look_before(text_, clause_, token);
  const After after = look_after(text_, clause_, token);
  Figure figure;
  figure.number = word.range();
  figure.unit = units_.percent();
  figure.measure = Measure::growth;
  figure.rule = "growth_word";
  const bool is_last = after.at_end;
  const Token* previous = token > 0 ? &clause_.tokens[token - 1] : nullptr;
  switch (kind) {
    case WholeFigure::growth_above_zero:
      figure.comparator = Comparator::above;
      break;
    case WholeFigure::growth_zero:
      break;
    case WholeFigure::growth_below_zero:
      figure.comparator = Comparator::below;
      break;
    case WholeFigure::growth_two_digits:
      // 增幅保持两位数: alone only where a growth is measured.
      if (words(word).find("增") == std::string_view::npos &&
          !(is_last && (before.says.is_growth ||
                        (before.says.movement && before.says.movement->word == Word::keep))))
        return;
      figure.comparator = Comparator::at_least;
      figure.value = 10;
      break;
    case WholeFigure::unchanged:
      figure.comparator = Comparator::about;
      break;
    case WholeFigure::full_coverage:
      if (!is_last && !after.noun.empty()) return;  // 全覆盖工程
      if (before.object.empty() && before.actor.empty()) return;
      figure.value = 100;
      figure.measure = Measure::share;
      figure.rule = "full_coverage";
      break;
    case WholeFigure::cleared: {
      if (!is_last) return;
      figure.comparator = Comparator::at_most;
      figure.unit = units_.things();
      figure.measure = Measure::level;
      figure.rule = "cleared";
      break;
    }
    case WholeFigure::doubled:
      // 倍增计划 is a name: only what is brought about is a figure.
      if (!is_last || previous == nullptr || !is_brought_about(token)) return;
      figure.value = 100;
      figure.rule = "doubling";
      doubt(figure, "campaign_name", "“倍增”常是行动名称，这里按增长一倍读", {"行动名称"});
      break;
    case WholeFigure::halved:
      if (!is_last || (before.object.empty() && before.actor.empty())) return;
      figure.value = -50;
      figure.direction = Direction::lower;
      figure.rule = "halved";
      break;
    case WholeFigure::over_half:
      if (!is_last || (before.object.empty() && before.actor.empty())) return;
      figure.comparator = Comparator::above;
      figure.value = 50;
      figure.measure = Measure::share;
      figure.rule = "over_half";
      break;
    case WholeFigure::in_step: {
      const std::string_view line = text_.substr(clause_.begin, word.begin - clause_.begin);
      const std::size_t with =
          std::max({line.rfind("与") + 1, line.rfind("同") + 1, line.rfind("和") + 1});
      if (with == 0 || !(is_last || after.noun.of(text_).starts_with("增"))) return;
      Reference reference;
      reference.words = without_spaces(text_, {clause_.begin + with + 2, word.begin});
      if (previous != nullptr && words(*previous).ends_with("基本")) {
        figure.comparator = Comparator::about;
        reference.words.end = std::min(reference.words.end, previous->begin);
      } else {
        figure.comparator = Comparator::at_least;
      }
      if (reference.words.empty() || !is_series(words(reference.words))) return;
      figure.value = unknown;
      figure.rule = "in_step";
      before.object = without_spaces(
          text_,
          {std::min(before.object.begin, clause_.begin + with - 1), clause_.begin + with - 1});
      figure.reference = reference;
      break;
    }
    case WholeFigure::never_less:
    case WholeFigure::never_more: {
      const bool may_rise = kind == WholeFigure::never_less;
      figure.comparator = may_rise ? Comparator::at_least : Comparator::at_most;
      figure.value = unknown;
      figure.unit = Unit{};
      figure.measure = Measure::level;
      figure.rule = may_rise ? "never_less" : "never_more";
      figure.reference = Reference{word.range()};
      break;
    }
    case WholeFigure::first_place: {
      if (!is_last || previous == nullptr) return;
      const std::string_view line = text_.substr(clause_.begin, word.begin - clause_.begin);
      if (!holds_any(line, {"居", "列", "排名", "保持", "跃升", "升至"})) return;
      figure.value = 1;
      figure.unit = units_.places();
      figure.measure = Measure::rank;
      figure.rule = "rank";
      break;
    }
  }
  set_direction(figure, nullptr, before);
  if (kind == WholeFigure::halved) figure.direction = Direction::lower;
  if (kind == WholeFigure::growth_zero && figure.direction != Direction::lower &&
      !before.says.is_amount) {
    // Nobody promises that a good thing will not grow.
    figure.direction = Direction::lower;
    doubt(figure, "direction_from_subject", "“零增长”多是给不好的事封顶，按越低越好读",
          {"越高越好"});
  }
  finish(figure, before, after);
  // What a coming percentage would take over.
  standing_.last_kind = UnitKind::percent;
}

/// 实现倍增, 实现企业数量三年倍增.
bool FigureReader::is_brought_about(std::size_t token) const {
  const Word previous = clause_.tokens[token - 1].word;
  if (previous == Word::cause || previous == Word::hedge || previous == Word::past) return true;
  for (std::size_t at = token - 1; at > 0; --at) {
    const Token& before = clause_.tokens[at - 1];
    if (before.word == Word::number || before.word == Word::act) return false;
    if (before.word == Word::hedge || words(before).find("实现") != std::string_view::npos)
      return true;
  }
  return false;
}

/// 快于城镇居民, 高于全省平均: held against another series.
void FigureReader::read_reference(std::size_t token) {
  const Token& sign = clause_.tokens[token];
  const std::string_view word = words(sign);
  if (word == "好于" || word == "优于" || word == "领先" || word.starts_with("超序")) return;
  std::size_t end = token + 1;
  while (end < clause_.tokens.size()) {
    const Word next = clause_.tokens[end].word;
    if (next == Word::number || next == Word::open || next == Word::close || next == Word::hedge ||
        next == Word::per)
      break;
    if ((next == Word::rise || next == Word::fall) && end + 1 < clause_.tokens.size() &&
        clause_.tokens[end + 1].word == Word::number)
      break;
    ++end;
  }
  if (end < clause_.tokens.size() && clause_.tokens[end].word == Word::number) return;
  if (end == token + 1) return;
  const TextRange series = without_spaces(text_, {sign.end, clause_.tokens[end - 1].end});
  if (series.empty() || !is_series(words(series))) return;
  const bool is_plain_bound = word != "高于" && word != "快于" && word != "慢于" && word != "低于";
  // 超过预期 says nothing that can be measured.
  if (is_plain_bound &&
      !holds_any(words(series), {"平均", "全国", "全省", "全市", "增速", "增长", "增幅", "去年水平",
                                 "上年水平", "去年同期", "上年同期"}))
    return;
  Before before = look_before(text_, clause_, token);
  Figure figure;
  figure.number = {sign.begin, series.end};
  figure.value = unknown;
  figure.comparator = static_cast<Comparator>(sign.value);
  figure.rule = "relative";
  figure.reference = Reference{series};
  set_series_measure(figure, before, series);
  figure.direction = default_direction(figure.comparator, figure.measure);
  finish(figure, before, After{});
}

/// 完成省下达的任务, 达到国家要求: the value is what others order.
void FigureReader::read_order(std::size_t token) {
  const Token& verb = clause_.tokens[token];
  const std::string_view line =
      text_.substr(verb.end, std::min<std::size_t>(clause_.end - verb.end, 120));
  std::size_t end = std::string_view::npos;
  const auto find_end = [&](std::initializer_list<std::string_view> words, std::size_t from) {
    for (const std::string_view word : words) {
      const std::size_t at = line.find(word, from);
      if (at != std::string_view::npos) end = std::min(end, at + word.size());
    }
  };
  if (words(verb).ends_with("完成")) {
    const std::size_t ordered = std::min({line.find("下达"), line.find("考核"), line.find("省定"),
                                          line.find("市定"), line.find("上级")});
    constexpr std::size_t near = 24;
    if (ordered == std::string_view::npos || ordered > near) return read_order_before(token);
    find_end({"任务", "目标", "指标"}, ordered);
    if (end != std::string_view::npos && line.substr(end).starts_with("任务")) end += 6;
  } else if (starts_with_any(line, {"国家", "省定", "省级", "省里", "上级", "规定", "省市",
                                    "省、市", "市定", "省要求", "国定", "省政府", "省下达"})) {
    find_end({"要求", "标准", "规定", "目标", "任务"}, 0);
    constexpr std::size_t near = 30;
    if (end != std::string_view::npos && end > near) return;
  }
  if (end == std::string_view::npos) return;
  // A number in it is a figure of its own; 任务的110% says how much of the order it is.
  const std::size_t past = verb.end + end;
  const std::size_t of = starts_with(text_.substr(past), "的") ? past + 3 : past;
  for (const Phrase& phrase : clause_.phrases) {
    const bool is_in = phrase.number.begin > verb.begin && phrase.number.begin < past;
    const bool is_part = phrase.kind_of_unit == UnitKind::percent && phrase.number.begin == of;
    if (is_in ? phrase.use == Phrase::Use::open : is_part) return;
  }
  Before before = look_before(text_, clause_, token);
  Figure figure;
  figure.number = {verb.begin, verb.end + end};
  figure.value = unknown;
  figure.rule = "order";
  figure.unit = before.says.is_share || before.says.is_growth ? units_.percent() : Unit{};
  figure.measure = before.says.is_share    ? Measure::share
                   : before.says.is_growth ? Measure::growth
                                           : Measure::level;
  Reference reference;
  reference.words = without_spaces(text_, {verb.end, verb.end + end});
  reference.is_order = true;
  figure.reference = reference;
  if (before.object.empty() && before.actor.empty()) before.object = reference.words;
  finish(figure, before, After{});
}

/// 省下达的造林任务全面完成: the order stands before its verb.
void FigureReader::read_order_before(std::size_t token) {
  const Token& verb = clause_.tokens[token];
  if (token + 1 < clause_.tokens.size() && clause_.tokens[token + 1].word != Word::pause) return;
  std::size_t first = token;
  while (first > 0 && clause_.tokens[first - 1].word != Word::number &&
         clause_.tokens[first - 1].word != Word::pause)
    --first;
  if (first == token) return;
  const TextRange before{clause_.tokens[first].begin, verb.begin};
  const std::string_view line = words(before);
  const std::size_t ordered = std::min({line.find("下达"), line.find("省定"), line.find("市定"),
                                        line.find("上级"), line.find("国定")});
  if (ordered == std::string_view::npos) return;
  const std::size_t task = std::min(
      {line.find("任务", ordered), line.find("目标", ordered), line.find("指标", ordered)});
  if (task == std::string_view::npos) return;
  Before own = look_before(text_, clause_, token);
  Figure figure;
  figure.number = without_spaces(text_, {before.begin, verb.end});
  figure.value = unknown;
  figure.rule = "order";
  figure.measure = Measure::level;
  Reference reference;
  reference.words = without_spaces(text_, {before.begin, before.begin + task + 6});
  reference.is_order = true;
  figure.reference = reference;
  own.object = reference.words;
  finish(figure, own, After{});
}

}  // namespace jinjiang::reading
