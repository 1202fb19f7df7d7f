// SPDX-License-Identifier: BSL-1.0
// Of which time and of whom a figure is told. The first half of a year, five years and the province
// are series of their own, even where subject and measure are those of a promise.
#include <algorithm>

#include "reading/figures/figure_reader.hpp"
#include "reading/numerals/match.hpp"

namespace jinjiang::reading {

namespace {

constexpr std::size_t two_characters = 6;

/// 12月份 and 四季度 end with the year, but are not of it; 年底 and 1—12月 are.
bool is_end_of_year(const DateMention& date, std::string_view words) {
  constexpr int december = 12;
  if (date.month != december) return false;
  constexpr int last_day = 31;
  return date.day == last_day || ends_with_any(words, {"底", "末", "底前", "年内", "终"}) ||
         (words.starts_with("1") && !words.starts_with("12"));
}

}  // namespace

/// 建成充电桩500根（去年建成300根），新建公厕5座: what a bracket says of time ends with it.
void FigureReader::open_bracket() {
  if (standing_.outside) return;
  standing_.outside = {standing_.is_observed, standing_.is_estimate, standing_.is_so_far,
                       standing_.told_of,     standing_.due_year,    standing_.due_month,
                       standing_.due_day,     standing_.due_is_used};
}

void FigureReader::close_bracket() {
  if (!standing_.outside) return;
  const Standing::Outside before = *standing_.outside;
  standing_.outside.reset();
  standing_.is_observed = before.is_observed;
  standing_.is_estimate = before.is_estimate;
  standing_.is_so_far = before.is_so_far;
  standing_.told_of = before.told_of;
  standing_.due_year = before.due_year;
  standing_.due_month = before.due_month;
  standing_.due_day = before.due_day;
  standing_.due_is_used = before.due_is_used;
}

/// 上半年, 五年来, 全年: what is told behind it is of that time, up to the next such word.
void FigureReader::stand_span(std::size_t index) {
  const Token& token = clause_.tokens[index];
  const std::string_view word = words(token);
  const auto of = [&](ToldOf time) { standing_.told_of = told_of_ = time; };
  switch (token.word) {
    case Word::past: {
      if (is_governed(index)) break;
      if (starts_with_any(word, {"去年", "上年", "上一年", "一年", "过去一年"})) {
        of(ToldOf::year);
      } else if (word == "以来") {
        // 今年以来, 去年以来; 改革开放以来
        const bool is_year = index > 0 && starts_with_any(words(clause_.tokens[index - 1]),
                                                          {"今年", "去年", "上年"});
        of(is_year ? ToldOf::part_of_year : ToldOf::years);
      } else if (ends_with_any(word, {"年来", "年以来"}) || starts_with(word, "过去")) {
        of(ToldOf::years);
      }
      break;
    }
    case Word::adverb:
      if (starts_with_any(word, {"全年", "当年", "本年"}) && word.size() == two_characters)
        of(ToldOf::year);
      else
        stand_body(index);
      break;
    case Word::date: {
      const DateMention& date = clause_.dates[token.index];
      const Token* before = index > 0 ? &clause_.tokens[index - 1] : nullptr;
      if (before != nullptr && (before->word == Word::versus || before->word == Word::from)) break;
      const std::string_view rest = text_.substr(token.end, two_characters);
      if (date.is_term) {  // 两年平均
        if (date.years != 1 && starts_with_any(rest, {"平均", "年均", "累计", "共", "来"}))
          of(ToldOf::years);
      } else if (date.through) {
        // “十四五”期间 is five years; “十五五”开局之年 one of them.
        const bool is_plan = starts_with_any(word, {"“", "十"});
        if (!is_plan || ends_with_any(word, {"期间", "时期"}) ||
            starts_with_any(rest, {"以来", "五年", "累计", "年均"}))
          of(ToldOf::years);
      } else if (date.month) {
        of(is_end_of_year(date, word) ? ToldOf::year : ToldOf::part_of_year);
      } else if (date.year) {
        of(ToldOf::year);
      }
      break;
    }
    default:
      break;
  }
}

/// 全省地区生产总值增长5.1%，我县增长5.9%: who it is told of stands at the head of a clause and
/// holds until somebody else does.
void FigureReader::stand_body(std::size_t index) {
  const Token& token = clause_.tokens[index];
  const std::string_view word = words(token);
  if (!starts_with_any(word, {"全", "我", "本", "届"})) {
    // 本届政府任期内, 任期内
    if (may_be_term_ && is_review_ && token.word == Word::text &&
        holds_any(word, {"届政府", "任期"}))
      standing_.told_of = told_of_ = ToldOf::years;
    return;
  }
  if (starts_with_any(word, {"本届", "届"})) {
    if (is_review_) standing_.told_of = told_of_ = ToldOf::years;
    return;
  }
  constexpr std::size_t character = 3;
  constexpr Characters levels("国省市区县州盟旗镇乡村");
  if (word.size() < two_characters || !levels.begin(word.substr(character))) return;
  for (std::size_t at = 0; at < index; ++at) {
    const Word before = clause_.tokens[at].word;
    if (!is_leading(before) && before != Word::of && before != Word::part) return;
  }
  standing_.body = {token.begin, token.begin + two_characters};
}

void FigureReader::set_told(Figure& figure, const Before& before, const After& after) const {
  const Predicate& says = before.says;
  if (is_flow(figure.measure)) {
    if (says.verb)
      figure.verb = says.verb->range();
    else if (after.verb)
      figure.verb = after.verb->range();
  }
  figure.body = standing_.body;
  figure.told_of = standing_.told_of;
  // 累计 without its year counts from a beginning that nobody names.
  if (says.is_total && standing_.told_of != ToldOf::year && figure.measure != Measure::level)
    figure.told_of = ToldOf::years;
  if (before.is_annual) figure.told_of = ToldOf::years;
}

}  // namespace jinjiang::reading
