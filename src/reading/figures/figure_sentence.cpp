// SPDX-License-Identifier: BSL-1.0
// How the figures of a sentence hang together: hedges, dates, tense, 其中 and 分别, and the names
// that figures are given.
#include <algorithm>
#include <array>
#include <cmath>

#include <jinjiang/detail/text.hpp>

#include "reading/figures/figure_reader.hpp"
#include "reading/numerals/match.hpp"

namespace jinjiang::reading {

namespace {

/// 新增企业30家，总数达168家: it says of what was named before that it is all of it.
bool is_total_alone(std::string_view subject) {
  return std::ranges::any_of(Words{"总数", "总量", "数量", "总规模", "总户数", "总人数"},
                             [subject](std::string_view total) { return subject == total; });
}

/// Whether what stands before a verb says of whom or where, as 城镇 in 城镇新增就业 does, which is
/// another series than 新增就业. The whole region, a label and what names a means say nothing of
/// the kind.
bool names_whose(std::string_view actor) {
  constexpr std::size_t longest = 24;
  return !actor.empty() && actor.size() <= longest &&
         !holds_any(actor, {"】", "→", "力争", "确保", "争取"}) &&
         !starts_with_any(
             actor, {"全", "我", "本", "各", "每", "通过", "依托", "围绕", "利用", "借助", "以",
                     "在", "将", "把", "由", "对", "为",   "并",   "再",   "共",   "其"});
}

}  // namespace

const FigureReading& FigureReader::read(std::string_view sentence, bool is_review,
                                        const Horizon& horizon) {
  out_.figures.clear();
  out_.traps.clear();
  out_.unread.clear();
  text_ = sentence;
  is_review_ = is_review;
  horizon_ = horizon;
  left_ = horizon;
  told_of_ = ToldOf::unsaid;
  begin_sentence();
  tokenizer_.start(sentence);
  while (tokenizer_.next(clause_, out_)) read_clause();
  const auto by_place = [](const auto& a, const auto& b) { return a.words.begin < b.words.begin; };
  if (!std::ranges::is_sorted(out_.traps, by_place)) std::ranges::stable_sort(out_.traps, by_place);
  const auto by_number = [](const Figure& a, const Figure& b) {
    return a.number.begin < b.number.begin;
  };
  if (!std::ranges::is_sorted(out_.figures, by_number))
    std::ranges::stable_sort(out_.figures, by_number);
  return out_;
}

void FigureReader::read_clause() {
  use_of_clause_ = UseOfClause::figures;
  each_of_bearers_ = may_be_aim_ = may_be_term_ = false;
  if (is_review_ || standing_.is_observed) look_for_aims();
  if (!clause_.phrases.empty()) set_traps_aside();
  if (standing_.is_observed) begin_anew();
  spread_list_.clear();
  const std::size_t first_figure = out_.figures.size();
  for (std::size_t i = 0; i < clause_.tokens.size(); ++i) {
    const Token& token = clause_.tokens[i];
    switch (token.word) {
      case Word::text:
        stand_body(i);
        break;
      case Word::pause:
      case Word::space:
        break;
      case Word::plain:
        if (words(token) == "年度计划") end_due();
        break;
      case Word::number:
        if (clause_.phrases[token.index].use == Phrase::Use::open)
          read_number(clause_.phrases[token.index]);
        break;
      case Word::open:
        open_bracket();
        break;
      case Word::close:
        standing_.is_part = false;
        close_bracket();
        break;
      case Word::whole:
        read_whole(i);
        break;
      case Word::reference:
        read_reference(i);
        break;
      case Word::bound:
        if (i + 1 < clause_.tokens.size() && token.end - token.begin >= 6 &&
            clause_.tokens[i + 1].word != Word::number)
          read_reference(i);
        break;
      case Word::act:
      case Word::reach:
        if (starts_with(words(token), "已") && tells(i)) stand_so_far();
        // 森林覆盖率可达47%: not counted yet, where a report looks back.
        if (is_review_ && words(token) == "可达") standing_.is_estimate = true;
        if (token.word == Word::reach && token.value == 1) stand_having(i);
        if (words(token).ends_with("完成") || words(token) == "达到" || words(token) == "符合")
          read_order(i);
        break;
      default:
        stand(i);
        stand_span(i);
    }
  }
  if (out_.figures.size() > first_figure + 1) spread();
  share_due_of_stage(first_figure);
  take_due_behind(first_figure);
  end_clause();
  standing_.had_figure = out_.figures.size() > first_figure && clause_.stop == Clause::Stop::comma;
}

/// 0.1和0.3个百分点: the last of a list has the unit of all.
void FigureReader::share_units() {
  for (std::size_t i = clause_.phrases.size(); i-- > 1;) {
    Phrase& phrase = clause_.phrases[i - 1];
    const Phrase& next = clause_.phrases[i];
    // 0.6个和1.2个百分点: the 个 is that of 个百分点.
    const bool is_cut_off = next.kind_of_unit == UnitKind::points && phrase.unit.symbol() == "个";
    const bool is_fraction = is_cut_off && phrase.value != std::floor(phrase.value);
    if ((phrase.kind_of_unit != UnitKind::none && !is_cut_off) || !phrase.scale.empty() ||
        phrase.is_chinese || phrase.ordinal != Phrase::Ordinal::none || phrase.suffix ||
        (next.token != phrase.token + 2 && !is_fraction) || next.kind_of_unit == UnitKind::none ||
        next.is_chinese || next.ordinal != Phrase::Ordinal::none)
      continue;
    const Token& joint = clause_.tokens[phrase.token + 1];
    if (joint.word != Word::pause && joint.word != Word::adverb) continue;
    phrase.unit = next.unit;
    phrase.kind_of_unit = next.kind_of_unit;
  }
}

void FigureReader::end_clause() {
  if (standing_.due_of_whole) {
    standing_.due_year = standing_.due_of_whole->year;
    standing_.due_month = standing_.due_of_whole->month;
    standing_.due_day = standing_.due_of_whole->day;
    standing_.due_of_whole.reset();
  }
  const bool ends_with_number =
      !clause_.tokens.empty() && clause_.tokens.back().word == Word::number;
  standing_.was_adjacent = ends_with_number && clause_.stop == Clause::Stop::comma;
  end_own_due();
  bool has_content = false;
  for (const Token& token : clause_.tokens) {
    has_content = has_content || (token.word != Word::date && token.word != Word::hedge &&
                                  token.word != Word::adverb && token.word != Word::space &&
                                  token.word != Word::when);
  }
  // A hedge holds for its own figure and those that 、 joins to it; alone with a date it waits.
  if (clause_.stop != Clause::Stop::none && (standing_.hedge_is_used || has_content)) {
    standing_.firmness = Firmness::committed;
    standing_.hedge = {};
  }
  if (clause_.stop == Clause::Stop::semicolon || clause_.stop == Clause::Stop::full) {
    standing_.is_part = false;
    standing_.last = {};
    standing_.last_figure = -1;
    standing_.last_subject = {};
    standing_.last_verb = {};
  }
  if (clause_.stop == Clause::Stop::full) begin_sentence();
}

void FigureReader::finish(Figure& figure, const Before& before, const After& after) {
  const Predicate& says = before.says;
  // What the figure is called: by what stands before the number, or else behind it.
  TextRange subject = before.object;
  if (subject.empty()) subject = after.noun;
  if (subject.empty()) subject = before.actor;
  // 民生投入; behind a leading 推动 污水处理工程初验率 is one noun as well.
  if (!is_flow(figure.measure) && !before.actor.empty() && says.verb &&
      (!says.causes || before.is_caused))
    subject = joined(joined(before.actor, says.verb->range()), before.object);
  if (figure.rule == "times_level") {  // 规模是五年前的3倍
    const std::size_t is = std::min(words(subject).rfind("是"), words(subject).rfind("为"));
    if (is != std::string_view::npos)
      subject = without_spaces(text_, {subject.begin, subject.begin + is});
  }
  TextRange named_by = subject;
  if (figure.measure == Measure::share && before.object.empty() && !after.noun.empty()) {
    subject = after.noun;  // 80%以上的乡镇达到标准
    named_by = without_spaces(text_, {after.noun.begin, clause_.end});
  }
  if (figure.measure == Measure::rank) named_by = subject = ranked(before);
  TextRange verb;
  bool verb_last = false;
  if (says.verb && !says.causes && is_flow(figure.measure)) verb = says.verb->range();
  if (says.verb && (says.adds || says.nets || says.acts) && is_flow(figure.measure))
    verb = says.verb->word == Word::cause ? TextRange{} : says.verb->range();
  if (says.movement && (says.movement->word == Word::rise || says.movement->word == Word::fall) &&
      !is_flow(figure.measure)) {
    verb = says.movement->range();
    verb_last = true;
  }
  if (is_flow(figure.measure) && verb.empty() && says.movement &&
      says.movement->word != Word::cap) {
    verb = says.movement->range();
    verb_last = figure.measure == Measure::net_increment;
  }
  constexpr std::size_t amount_alone = 12;
  if (is_flow(figure.measure) && says.is_amount && !says.causes && !before.actor.empty() &&
      !verb.empty() && !verb_last && before.object.size() <= amount_alone) {
    named_by = joined(joined(before.actor, verb), before.object);  // 会展中心完成投资3亿元
    verb = {};
  }
  if (is_flow(figure.measure) && !verb.empty() && !verb_last && !before.object.empty() &&
      subject == before.object && names_whose(words(before.actor))) {
    named_by = subject = joined(joined(before.actor, verb), before.object);  // 城镇新增就业
    verb = {};
  }
  const bool has_own = !subject.empty();
  if (!has_own && verb.empty() && says.verb && standing_.last_subject.empty())
    verb = says.verb->range();  // 累计投入30亿元
  figure.subject = subject;
  const bool is_named = has_own || before.verb_is_noun;
  set_title(figure, verb, is_named ? named_by : standing_.last_subject, verb_last);
  if (is_total_alone(words(subject)) && !standing_.last_subject.empty() && !before.is_spread) {
    set_title(figure, {}, standing_.last_subject, false);
    extend_title(figure, subject);
    figure.subject = standing_.last_subject;
  }
  constexpr std::size_t short_noun = 18;
  if (!before.object.empty() && subject == before.object && is_flow(figure.measure) &&
      after.noun.size() <= short_noun)  // 新区31个项目
    extend_title(figure, after.noun);

  figure.firmness = standing_.firmness;
  standing_.hedge_is_used = true;
  figure.due_year = standing_.due_year;
  figure.due_month = standing_.due_month;
  figure.due_day = standing_.due_day;
  standing_.due_is_used = true;
  figure.is_observed = standing_.is_observed;
  figure.is_estimate = standing_.is_estimate;
  figure.is_part = standing_.is_part;
  set_told(figure, before, after);
  if (before.base) figure.base = *before.base;
  if (standing_.due_is_term && (standing_.due_year || !year_) && !figure.is_observed)
    doubt(figure, "term_due", "“几年内”没有写明起止年份，从计划年算起", {"当年"});
  doubt_due(figure);
  if (standing_.due_is_next && !figure.is_observed)
    doubt(figure, "next_year", "“明年”按计划年的下一年读", {"计划年"});
  if (before.is_annual) set_annual_base(figure);
  const TextRange basis = before.basis.empty() ? standing_.basis : before.basis;
  if (!basis.empty() && (figure.measure == Measure::growth || figure.measure == Measure::change))
    figure.basis = std::string(words(basis));
  if (before.is_each || each_of_bearers_)
    doubt(figure, "each", "“各”表示每个单位都是这个数", {"合计"});

  TextRange all = joined(figure.number, before.is_bare ? TextRange{} : before.tight);
  all = joined(all, before.object);
  if (subject.begin >= clause_.begin) all = joined(all, subject);
  if (!verb.empty() && says.verb && verb == says.verb->range() && clause_.begin <= verb.begin)
    all = joined(all, verb);
  if (standing_.hedge.begin >= clause_.begin) all = joined(all, standing_.hedge);
  if (!after.noun.empty()) all = joined(all, after.noun);
  if (after.verb) all = joined(all, after.verb->range());
  for (const Phrase& phrase : clause_.phrases) {
    if (phrase.number == figure.number) {
      all = joined(all, phrase.whole);
    } else if (has_aside_ && phrase.use == Phrase::Use::trap && phrase.whole.begin >= all.begin &&
               phrase.whole.end <= all.end && phrase.token >= before.first) {
      const Before there = look_before(text_, clause_, phrase.token);
      const bool is_from = is_baseline(static_cast<std::size_t>(&phrase - clause_.phrases.data()));
      if (is_from && is_convertible(phrase.unit, figure.unit)) {
        figure.baseline = convert(phrase.value, phrase.unit, figure.unit);
      } else if (is_condition(static_cast<std::size_t>(&phrase - clause_.phrases.data()), there,
                              look_after(text_, clause_, phrase.token))) {
        Condition condition;
        condition.words = joined(there.tight, phrase.whole);
        condition.value = phrase.value;
        condition.unit = phrase.unit;
        condition.comparator = phrase.suffix.value_or(
            there.bound ? static_cast<Comparator>(there.bound->value) : Comparator::reach);
        figure.conditions.push_back(condition);
      }
    }
  }
  figure.words = all;

  set_rate(figure, before);
  if (before.is_spread) spread_list_.clear();
  if (before.is_spread || (!spread_list_.empty() && before.is_bare && before.after_pause))
    spread_list_.push_back(out_.figures.size());
  standing_.last = says;
  if (figure.rule == "activity") standing_.last.acts = true;  // 争取国债6亿元、专项债9亿元
  standing_.last_figure = static_cast<std::ptrdiff_t>(out_.figures.size());
  if (has_own) standing_.last_subject = subject;
  standing_.last_verb = verb;
  out_.figures.push_back(std::move(figure));
}

/// What is ranked: before 居全国第4, or behind 保持 in 保持县域综合实力第一.
TextRange FigureReader::ranked(const Before& before) const {
  TextRange all = before.object.empty() ? before.actor : before.object;
  if (starts_with_any(words(all), {"至", "到"})) all.begin += 3;
  std::size_t begin = all.begin;
  std::size_t end = all.end;
  for (std::size_t i = before.first; i < clause_.tokens.size(); ++i) {
    const Token& token = clause_.tokens[i];
    if (token.begin >= all.end) break;
    const bool is_place = token.word == Word::place || token.word == Word::keep ||
                          token.word == Word::rise_to || token.word == Word::hedge;
    if (!is_place || token.begin < begin) continue;
    const TextRange ahead = without_spaces(text_, {begin, token.begin});
    if (ahead.size() > 3) {
      end = token.begin;
      break;
    }
    begin = token.end;
  }
  TextRange found = without_spaces(text_, {begin, end});
  if (ends_with(words(found), "进")) found.end -= 3;  // 考核进前三
  while (ends_with(words(found), "、")) found.end -= 3;
  constexpr std::size_t region = 6;  // 全国, 全省 alone name nothing that is ranked
  if (found.size() > region) return found;
  // 综合排名从第7位升至第5位
  for (std::size_t i = before.first; i < clause_.tokens.size(); ++i) {
    const Token& token = clause_.tokens[i];
    if (token.word != Word::from) continue;
    found = without_spaces(text_, {clause_.tokens[before.first].begin, token.begin});
    break;
  }
  return found.size() <= region ? TextRange{} : found;
}

void FigureReader::set_title(Figure& figure, TextRange verb, TextRange subject, bool verb_last) {
  figure.title.clear();
  if (!verb_last) extend_title(figure, verb);
  extend_title(figure, subject);
  if (verb_last && !ends_with(words(subject), words(verb))) extend_title(figure, verb);
  if (figure.title.empty()) extend_title(figure, figure.number);
}

/// With more words, as long as it stays short; without the spaces of broken lines.
void FigureReader::extend_title(Figure& figure, TextRange more) {
  constexpr std::size_t longest = 24;
  const std::string_view part = words(more);
  if (figure.title.size() + part.size() <= longest && part.find(' ') == std::string_view::npos) {
    figure.title.append(part);
    return;
  }
  std::size_t count = jinjiang::detail::count_code_points(figure.title);
  for (std::size_t at = 0; at < part.size() && count < longest;) {
    const std::size_t size = jinjiang::detail::code_point_size(part, at);
    const std::string_view character = part.substr(at, size);
    at += size;
    if (character == " " || character == "　") continue;
    figure.title.append(character);
    ++count;
  }
}

void FigureReader::doubt(Figure& figure, std::string_view code, std::string_view reason,
                         std::initializer_list<std::string_view> alternatives) {
  Doubt& doubt = figure.doubts.emplace_back();
  doubt.code = code;
  doubt.reason = reason;
  for (const std::string_view alternative : alternatives)
    doubt.alternatives.emplace_back(alternative);
}

}  // namespace jinjiang::reading
