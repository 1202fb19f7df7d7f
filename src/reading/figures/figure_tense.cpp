// SPDX-License-Identifier: BSL-1.0
// What is told and what is promised: words of time hold for what follows them, where
// they are the adverbial of their clause. 去年 is a tense in 去年，…; in 不低于去年 it is a
// yardstick and in 去年启动的项目 an attribute.
#include <algorithm>

#include "reading/figures/figure_reader.hpp"
#include "reading/numerals/match.hpp"

namespace jinjiang::reading {

namespace {

/// Prepositions, and the verbs that take a year as their object; both are few.
bool ends_in_governing(std::string_view text) {
  return ends_with_any(text,
                       {"针对", "对照", "对标", "按照", "根据", "依据", "围绕", "结合", "参照",
                        "巩固", "延续", "保持", "扭转", "总结", "吸取", "借鉴", "对",   "就",
                        "按",   "以",   "在",   "从",   "由",   "自",   "与",   "同",   "和",
                        "跟",   "比",   "较",   "把",   "将",   "为",   "于",   "及",   "到"});
}

/// Years and times that are told of; 已 and the rest are adverbs and nothing else.
bool is_year_before(std::string_view word) {
  return starts_with_any(word, {"去年", "上年", "上一年", "同期", "以来", "过去"});
}

/// Verbs that promise by themselves; 坚决 and 跻身 are told as well.
bool promises(std::string_view hedge) {
  return starts_with_any(hedge, {"确保", "力争", "争取", "务必", "必须", "努力实现", "奋力实现"});
}

/// What a year does: 去年新增, 去年达到.
bool is_predicate(Word word) {
  switch (word) {
    case Word::act:
    case Word::add:
    case Word::net:
    case Word::reach:
    case Word::total:
    case Word::bound:
    case Word::number:
    case Word::adverb:
    case Word::cause:
    case Word::annual:
      return true;
    default:
      return is_movement(word);
  }
}

}  // namespace

void FigureReader::begin_sentence() {
  standing_ = {};
  dates_in_row_.clear();
  due_of_stage_.clear();
  sentence_figures_ = out_.figures.size();
  standing_.is_observed = is_review_;
  if (horizon_.is_empty()) return;
  standing_.due_year = horizon_.through;
  standing_.due_is_used = true;
  if (horizon_.from)
    standing_.span = DateMention{.year = horizon_.from, .through = horizon_.through};
}

/// 去年建成8座，再新建10座: what is done once more is still to do.
void FigureReader::begin_anew() {
  if (is_review_ || standing_.is_estimate || out_.figures.empty()) return;
  // 目前已签约12个，新开工20个: what is new is not what is there so far.
  if (standing_.is_so_far && !clause_.tokens.empty()) {
    const Token& head = clause_.tokens.front();
    if ((head.word == Word::act || head.word == Word::add) && starts_with(words(head), "新"))
      standing_.is_observed = standing_.is_so_far = false;
  }
  for (std::size_t i = 0; i < clause_.tokens.size(); ++i) {
    const Token& token = clause_.tokens[i];
    if (!is_leading(token.word) && token.word != Word::text && token.word != Word::act &&
        token.word != Word::add)
      return;
    const bool is_verb = token.word == Word::act || token.word == Word::add;
    const bool again = is_verb && (words(token).starts_with("再") ||
                                   (i > 0 && words(clause_.tokens[i - 1]).ends_with("再")));
    if (again && !starts_with_any(words(token), {"获", "荣获", "入选", "夺得"}))
      standing_.is_observed = false;
    if (is_verb) return;
  }
}

/// What a word says for all that follows it.
void FigureReader::stand(std::size_t index) {
  const Token& token = clause_.tokens[index];
  switch (token.word) {
    case Word::hedge:
      standing_.firmness = static_cast<Firmness>(token.value);
      standing_.hedge = token.range();
      standing_.hedge_is_used = false;
      // 确保 begins what is promised, whatever was told before; 确保了 tells.
      if (!is_review_ && !standing_.is_estimate && promises(words(token)) &&
          !starts_with(text_.substr(token.end), "了"))
        standing_.is_observed = false;
      break;
    case Word::past:
      if (!tells(index)) break;
      if (starts_with(words(token), "已")) {
        stand_so_far();
      } else {
        standing_.is_observed = true;
        standing_.is_so_far = false;
      }
      break;
    case Word::future:
      if (!is_review_ && !standing_.is_estimate) standing_.is_observed = false;
      if (starts_with_any(words(token), {"今年", "明年", "本年度"}) && !is_governed(index)) {
        reset_due();
        if (words(token) == "明年") stand_next_year();
      }
      break;
    case Word::adverb:
      stand_due(index);
      break;
    case Word::estimate:
    case Word::prospect:
      standing_.is_estimate = true;
      standing_.is_observed = true;
      break;
    case Word::adjusted: {
      std::string_view basis = text_.substr(token.begin, clause_.end - token.begin);
      basis = basis.substr(0, std::min(basis.find("后"), basis.size()));
      constexpr std::size_t longest = 60;
      if (basis.size() <= longest) standing_.basis = {token.begin, token.begin + basis.size()};
      break;
    }
    case Word::part:
      standing_.is_part = true;
      standing_.due_of_whole = {standing_.due_year, standing_.due_month, standing_.due_day};
      break;
    case Word::date:
      stand_date(index);
      break;
    default:
      break;
  }
}

/// 已签约12个: until something new is said. In a bracket and behind 去年 it says no more than they.
void FigureReader::stand_so_far() {
  standing_.is_so_far = !standing_.is_observed || standing_.is_so_far;
  standing_.is_observed = true;
}

/// 现有学校45所, 尚有12个村未通: how things are is no promise, unless 力争 or a date makes it one.
void FigureReader::stand_having(std::size_t index) {
  const std::string_view word = words(clause_.tokens[index]);
  if (!starts_with_any(word, {"现有", "共有", "已有", "仅有", "还有", "尚有", "仍有"})) return;
  if (standing_.hedge.begin >= clause_.begin && !standing_.hedge.empty()) return;
  if (standing_.due_year && year_ && *standing_.due_year >= *year_) return;
  if (!standing_.due_month) stand_so_far();
}

/// 2026年建成300根 in the plan of 2027 is told, 2027年 promises again.
void FigureReader::stand_year(std::size_t index, int year) {
  if (!year_ || is_review_) return;
  if (year >= *year_) {
    if (!standing_.is_estimate && !standing_.outside) standing_.is_observed = false;
    return;
  }
  const Token* next = index + 1 < clause_.tokens.size() ? &clause_.tokens[index + 1] : nullptr;
  const bool opens = index > 0 && clause_.tokens[index - 1].word == Word::open;
  if (next == nullptr || !is_predicate(next->word)) return;
  if (opens || (index == 0 && clause_.tokens[index].end - clause_.tokens[index].begin <= 10)) {
    standing_.is_observed = true;
    standing_.is_so_far = false;
  }
}

/// Whether a word of the past is a tense.
bool FigureReader::tells(std::size_t index) const {
  const Token& token = clause_.tokens[index];
  const std::string_view word = words(token);
  const auto& tokens = clause_.tokens;
  // 去年以来 is one word of time.
  std::size_t last = index;
  while (last + 1 < tokens.size() && tokens[last + 1].word == Word::past) ++last;
  std::size_t first = index;
  while (first > 0 && tokens[first - 1].word == Word::past) --first;
  const std::size_t end = tokens[last].end;
  const std::string_view rest = text_.substr(end, clause_.end - end);
  const bool is_year = is_year_before(word);
  if (is_year && first != last && words(tokens[last]) == "同期") {
    // 去年同期增长5%; 不低于去年同期
    return !is_governed(first) && last + 1 < tokens.size() && is_predicate(tokens[last + 1].word);
  }
  if (use_of_clause_ == UseOfClause::ground) return false;
  // 去年的旱灾造成粮食减产8%: what it brought about is told.
  if (is_year && starts_with(rest, "的") && holds_any(rest, {"造成", "导致", "带来", "致使"}))
    return true;
  if (is_year && starts_with_any(rest, {"水平", "基础", "持平", "一样", "相当"})) return false;
  if (!is_year && !starts_with(word, "已")) return true;
  if (starts_with(word, "过去")) return !is_governed(first);
  // 去年启动的项目, 已签约的项目: said of the things, not of what becomes of them.
  std::size_t before_number = clause_.end;
  for (std::size_t i = last + 1; i < tokens.size(); ++i) {
    if (tokens[i].word != Word::number) continue;
    before_number = tokens[i].begin;
    break;
  }
  const std::string_view line = text_.substr(end, before_number - end);
  if (const std::size_t of = line.find("的"); of != std::string_view::npos) {
    const bool is_told =
        (!is_year || of == 0) && ends_with_any(line, {"达", "达到", "为", "有", "共", "超"});
    const bool is_place =
        starts_with_any(line, {"全市", "全县", "我市", "我县", "我们"}) && of <= 9;
    if (!is_told && !is_place) return false;
  }
  return !is_year || is_adverbial(first);
}

/// Whether a preposition or a verb before it has a word of time as its object.
bool FigureReader::is_governed(std::size_t index) const {
  std::size_t at = index;
  while (at > 0 && clause_.tokens[at - 1].word == Word::space) --at;
  if (at == 0) return false;
  const Token& before = clause_.tokens[at - 1];
  switch (before.word) {
    case Word::bound:
    case Word::reference:
    case Word::versus:
    case Word::base:
    case Word::from:
    case Word::reach:
    case Word::arrive:
    case Word::act:
    case Word::add:
    case Word::net:
    case Word::cause:
      return true;
    case Word::text:
    case Word::plain:
    case Word::adverb:
    case Word::when:
      return ends_in_governing(words(before));
    default:
      return is_movement(before.word);
  }
}

/// Whether a word of time stands where the adverbial of a clause does: at its head, or between
/// subject and verb.
bool FigureReader::is_adverbial(std::size_t index) const {
  if (is_governed(index)) return false;
  const auto& tokens = clause_.tokens;
  bool is_head = true;
  for (std::size_t i = 0; i < index; ++i) {
    const Token& token = tokens[i];
    if (token.word == Word::cause || token.word == Word::hedge) return false;
    is_head = is_head && (is_leading(token.word) || token.word == Word::open);
  }
  if (is_head || index + 1 >= tokens.size()) return is_head;
  // 我县去年, 全市去年
  const std::string_view ahead =
      text_.substr(tokens[0].begin, tokens[index].begin - tokens[0].begin);
  constexpr std::size_t place = 9;
  if (ahead.size() <= place && starts_with_any(ahead, {"我", "全", "本", "各"})) return true;
  std::size_t next = index + 1;
  while (next < tokens.size() && tokens[next].word == Word::past) ++next;
  if (next < tokens.size() && is_predicate(tokens[next].word)) return true;
  // 工业企业去年利润5亿元: a subject, a year and a number; 巩固去年成果 has none.
  return std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(next), tokens.end(),
                     [](const Token& token) { return token.word == Word::number; });
}

}  // namespace jinjiang::reading
