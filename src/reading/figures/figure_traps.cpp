// SPDX-License-Identifier: BSL-1.0
// Numbers that promise nothing: each rule names what a reader knows of the word around the number.
#include <algorithm>
#include <array>
#include <cmath>

#include "reading/figures/figure_reader.hpp"
#include "reading/numerals/match.hpp"

namespace jinjiang::reading {

void FigureReader::trap(Phrase& phrase, TrapKind kind) {
  phrase.use = Phrase::Use::trap;
  out_.traps.push_back({phrase.whole, kind});
}

void FigureReader::set_traps_aside() {
  share_units();
  befores_.clear();
  has_aside_ = false;
  set_use_of_clause();
  for (std::size_t i = 0; i < clause_.phrases.size(); ++i) judge(i);
}

void FigureReader::judge(std::size_t index) {
  Phrase& phrase = clause_.phrases[index];
  const After after = look_after(text_, clause_, phrase.token);
  const Before& before = befores_.emplace_back(look_before(text_, clause_, phrase.token));
  if (phrase.is_reversed || goes_on_from_unread(phrase)) return leave_unread(phrase);
  if (phrase.is_class) return trap(phrase, TrapKind::grade);
  if (phrase.ordinal != Phrase::Ordinal::none) {
    if (!is_baseline(index)) return judge_ordinal(phrase, before, after);
    phrase.kind_of_unit = UnitKind::place;
    phrase.unit = units_.places();
  }
  if (phrase.is_chinese && phrase.unit.symbol().ends_with("企业")) {  // 百亿企业
    phrase.use = Phrase::Use::nothing;
    return;
  }
  // 10亿企业: so large each of them is.
  if (phrase.unit.symbol().ends_with("亿企业")) {
    has_aside_ = true;
    return trap(phrase, TrapKind::condition);
  }
  if (words(after.noun).ends_with("中") && clause_.stop == Clause::Stop::comma &&
      phrase.kind_of_unit == UnitKind::things)  // 35项指标中，有30项完成
    return trap(phrase, TrapKind::reference);
  if (const auto kind = attribute(index, before, after)) return trap(phrase, *kind);
  if (is_aim(phrase)) return trap(phrase, TrapKind::reference);
  if (is_one_of_work(index, before)) return trap(phrase, TrapKind::size);
  if (is_people_of_place(phrase, after)) return trap(phrase, TrapKind::size);
  if (is_count_of_shares(index)) return trap(phrase, TrapKind::enumeration);
  if (phrase.kind_of_unit == UnitKind::none) return judge_without_unit(phrase, before, after);
  if (is_baseline(index)) {
    has_aside_ = true;
    return trap(phrase, TrapKind::reference);
  }
  const std::string_view noun = words(after.noun);
  const std::string& unit = phrase.unit.symbol();
  if (phrase.kind_of_unit == UnitKind::duration) {
    if (noun.ends_with("圈")) return trap(phrase, TrapKind::size);  // 15分钟生活圈
    if (is_duration_trap(phrase, before, after)) return trap(phrase, TrapKind::period);
    if (is_limit_of_work(phrase)) {
      if (!words(before.tight).ends_with("平均")) phrase.suffix = Comparator::at_most;
      befores_.back().says.is_limit = befores_.back().says.is_lower = true;
    }
  } else if (unit == "岁") {
    if (!noun.empty() || phrase.upper ||  // 80至89岁老人, 放宽到0—16岁
        (!before.reaches && !before.bound && !(before.says.movement && !before.tight.empty())))
      return trap(phrase, TrapKind::condition);
  } else if (is_session(phrase, before, after)) {
    return;
  } else if ((unit == "次" || unit == "届" || unit == "期") &&
             (phrase.is_chinese || unit != "次") &&
             (starts_with_any(noun,
                              {"会议", "全会", "全体", "代表", "人民代表", "常委会", "党代会"}) ||
              unit != "次")) {
    const bool in_a_row = ends_with(text_.substr(0, phrase.whole.begin), "连续");
    return trap(phrase, in_a_row ? TrapKind::period : TrapKind::ordinal);
  } else if ((unit == "类" || unit == "层") && (phrase.is_chinese || phrase.suffix)) {
    return trap(phrase, unit == "类" ? TrapKind::grade : TrapKind::size);
  }
  if (is_rate_paid(phrase, before)) return trap(phrase, TrapKind::rule);
  if (is_list_count(phrase, after) || is_formula(phrase, before))
    return trap(phrase, TrapKind::enumeration);
  if (is_condition(index, before, after)) {
    has_aside_ = true;
    return trap(phrase, TrapKind::condition);
  }
  if (is_size(phrase, after) || is_fund(phrase, before, after)) return trap(phrase, TrapKind::size);
  if (phrase.is_chinese && !is_supported(phrase, before, after)) {
    phrase.use = Phrase::Use::nothing;
    return;
  }
}

/// 3，00家: what stands right behind digits that nobody could read may be the rest of them.
bool FigureReader::goes_on_from_unread(const Phrase& phrase) const {
  if (phrase.is_chinese || phrase.ordinal != Phrase::Ordinal::none) return false;
  const std::string_view before = text_.substr(0, phrase.number.begin);
  std::size_t end = before.size();
  for (const std::string_view mark : Words{"，", ",", " ", ".", "-"}) {
    if (ends_with(before, mark)) end -= mark.size();
    if (end < before.size()) break;
  }
  if (end == before.size()) return false;
  // A comma behind more digits than a group has is the end of a clause: 到2030，300家…
  const bool is_comma = ends_with(before, "，") || ends_with(before, ",");
  constexpr std::size_t group = 3;
  constexpr std::size_t latest = 4;
  const std::size_t first = out_.unread.size() - std::min(out_.unread.size(), latest);
  return std::any_of(
      out_.unread.begin() + static_cast<std::ptrdiff_t>(first), out_.unread.end(),
      [&](TextRange unread) { return unread.end == end && (!is_comma || unread.size() <= group); });
}

/// 八个方面; “甲”“乙”两项; 甲、乙、丙三个园区: the number counts what the list names.
bool FigureReader::is_list_count(const Phrase& phrase, const After& after) const {
  constexpr double most = 30;
  if (phrase.kind_of_unit != UnitKind::things || phrase.value > most || phrase.suffix) return false;
  const std::string_view noun = words(after.noun);
  if (starts_with_any(
          noun,
          {"方面",     "维度",   "层面", "导向",     "结合",   "坚持", "转变",   "必须", "环节",
           "着力点",   "突破口", "关键", "重大关系", "统筹",   "大局", "聚焦",   "原则", "主攻方向",
           "重点方面", "确立",   "维护", "毫不动摇", "不动摇", "重要", "阶段性", "文明"}))
    return true;
  const auto& tokens = clause_.tokens;
  if (!phrase.is_chinese || phrase.token == 0) return false;
  if (phrase.token + 1 < tokens.size() && tokens[phrase.token + 1].word == Word::name &&
      words(tokens[phrase.token + 1]).starts_with("“"))
    return true;
  const Token& before = tokens[phrase.token - 1];
  if (before.word == Word::name) return words(before).ends_with("”");
  // As many as there are pauses and one.
  double items = 1;
  for (std::size_t at = phrase.token; at > 0; --at) {
    const Token& token = tokens[at - 1];
    if (token.word == Word::pause) ++items;
    if (token.word == Word::number) return false;
    if (token.word != Word::pause && token.word != Word::text && token.word != Word::name &&
        token.word != Word::plain && token.word != Word::thing && !token.is_nominal())
      break;
  }
  return items > 1 && items == phrase.value && before.word != Word::etcetera;
}

/// 70% in 从70%提高到85%.
bool FigureReader::is_baseline(std::size_t index) const {
  const Phrase& phrase = clause_.phrases[index];
  const auto& tokens = clause_.tokens;
  constexpr std::size_t near = 6;
  bool is_from = false;
  for (std::size_t at = phrase.token; at > 0 && phrase.token - at < near; --at) {
    const Token& token = tokens[at - 1];
    if (token.word == Word::from) {
      is_from = true;
      break;
    }
    if (token.word == Word::number || token.word == Word::pause) break;
  }
  if (!is_from) return false;
  for (std::size_t at = phrase.token + 1; at < tokens.size() && at < phrase.token + near; ++at) {
    const Token& token = tokens[at];
    if (token.word == Word::rise_to || token.word == Word::fall_to || token.word == Word::when ||
        token.word == Word::reach || token.word == Word::place)
      return true;
    if (token.word == Word::number || token.word == Word::pause) break;
  }
  return false;
}

namespace {

/// 七曲沟, 三门湾: a numeral, a word that measures no such thing, and what a place is called.
bool is_place_name(const Phrase& phrase, const After& after, std::string_view text) {
  constexpr double most = 20;
  constexpr Characters places("沟湖山岭峰河江溪岛湾泉塘坪坝寨屯庄岗坡谷洞崖洲");
  if (phrase.suffix || phrase.value > most || !places.begin(after.noun.of(text))) return false;
  const std::string& unit = phrase.unit.symbol();
  return std::ranges::none_of(Words{"个", "座", "条", "处", "项", "家", "所", "段"},
                              [&](std::string_view measure) { return unit == measure; });
}

}  // namespace

/// 示范村20个、精品线路三条: what stands behind a count, with its number last, is counted too.
bool FigureReader::goes_on_counting(const Phrase& phrase) const {
  const auto counts = [](const Phrase& earlier) {
    return earlier.kind_of_unit == UnitKind::things && !earlier.is_chinese &&
           (earlier.use == Phrase::Use::open || earlier.use == Phrase::Use::figure);
  };
  for (const Phrase& earlier : clause_.phrases) {
    if (&earlier == &phrase) break;
    if (counts(earlier)) return true;
  }
  if (out_.figures.empty()) return false;
  const Measure last = out_.figures.back().measure;
  return last == Measure::count || last == Measure::increment;
}

/// A number in Chinese numerals is a figure where a verb or a bound asks for one.
bool FigureReader::is_supported(const Phrase& phrase, const Before& before,
                                const After& after) const {
  const auto& tokens = clause_.tokens;
  if (phrase.kind == NumeralKind::share || phrase.kind == NumeralKind::factor) return true;
  if (phrase.kind_of_unit == UnitKind::percent || phrase.kind_of_unit == UnitKind::points ||
      phrase.kind_of_unit == UnitKind::times)
    return true;
  if (phrase.kind_of_unit == UnitKind::duration && phrase.suffix) return true;
  if (is_place_name(phrase, after, text_)) return false;
  if (phrase.token == 0) return phrase.suffix.has_value();
  if (phrase.number.begin > phrase.whole.begin && after.at_end) return true;  // 企业上百家
  std::size_t at = phrase.token;
  while (at > 0 && (tokens[at - 1].word == Word::space || tokens[at - 1].word == Word::adverb))
    --at;
  const Token& token = tokens[at > 0 ? at - 1 : 0];
  const std::string& unit = phrase.unit.symbol();
  if (phrase.value == 1 && !phrase.suffix) {
    if (token.word != Word::act && token.word != Word::add) return false;
    if (token.is_nominal() && !is_verbal(clause_, at - 1)) return false;
    return std::ranges::any_of(
        std::initializer_list<std::string_view>{"座", "所", "家", "个", "处", "名", "场", "部"},
        [&](std::string_view word) { return unit == word; });
  }
  constexpr std::array<std::string_view, 13> rare{"门", "口", "片",   "块",   "层", "村", "镇",
                                                  "县", "市", "社区", "街道", "站", "曲"};
  if (std::ranges::find(rare, std::string_view(unit)) != rare.end() && !phrase.suffix) return false;
  switch (token.word) {
    case Word::add:
    case Word::net:
    case Word::act:
    case Word::cause:
    case Word::hedge:
    case Word::bound:
    case Word::near:
    case Word::reach:
    case Word::rise:
    case Word::fall:
    case Word::rise_to:
    case Word::fall_to:
    case Word::keep:
    case Word::cap:
    case Word::arrive:
    case Word::when:
    case Word::per:
    case Word::total:
    case Word::each:
    case Word::estimate:
    case Word::respectively:
      return true;
    case Word::text: {  // 排名前移两位
      const std::string_view head = words(token);
      if (head.ends_with("移") || head.ends_with("前进") || head.ends_with("进位")) return true;
      break;
    }
    case Word::pause:
      return before.after_pause && after.noun.empty() == false;
    case Word::etcetera:
      return false;
    default:
      break;
  }
  // 改造公园三座
  if (!before.says.is_empty()) return after.at_end || phrase.suffix;
  return after.at_end && goes_on_counting(phrase);
}

/// 第4 is a place where something is ranked, else the name of one of many.
void FigureReader::judge_ordinal(Phrase& phrase, const Before& before, const After& after) {
  const auto& tokens = clause_.tokens;
  const bool is_alone = phrase.token == 0;
  bool is_ranked = phrase.kind_of_unit == UnitKind::place;
  if (!is_ranked) {
    is_ranked = phrase.suffix || after.at_end;
    if (!is_ranked && phrase.token > 0) {
      const Word word = tokens[phrase.token - 1].word;
      const std::string_view next = text_.substr(phrase.number.end, 6);
      is_ranked = (word == Word::place || word == Word::keep || word == Word::rise_to) &&
                  !starts_with_any(next, {"届", "次", "批", "期", "个", "家", "条", "类", "产",
                                          "季", "章", "代", "轮", "号", "线", "人", "方", "梯",
                                          "版", "大", "级", "等", "档", "层", "步"});
    }
  }
  const std::string_view before_it =
      phrase.token > 0 ? words(tokens[phrase.token - 1]) : std::string_view();
  static_cast<void>(before);
  if (is_alone || is_joined_ordinal(phrase) || !is_ranked || phrase.value < 1 ||
      phrase.value != std::floor(phrase.value) || before_it == "、" || before_it.ends_with("”"))
    return trap(phrase, is_alone && after.at_end ? TrapKind::enumeration : TrapKind::ordinal);
  phrase.kind_of_unit = UnitKind::place;
  phrase.unit = units_.places();
}

/// 1.2万民警, 50示范村: counted without a measure word. 指数达到120: an index has none.
void FigureReader::judge_without_unit(Phrase& phrase, const Before& before, const After& after) {
  const auto& tokens = clause_.tokens;
  const bool asks = before.bound || before.is_near || before.reaches || phrase.is_vague ||
                    (before.says.movement && !before.tight.empty());
  const Word previous = phrase.token > 0 ? tokens[phrase.token - 1].word : Word::text;
  const bool follows_verb = previous == Word::act || previous == Word::add ||
                            previous == Word::net || previous == Word::cause;
  const std::string_view noun = words(after.noun);
  if (!phrase.scale.empty() && after.at_end) {
    // 产值突破500亿: money, by what is measured.
    const bool is_money =
        !holds_any(words(before.object), {"量", "人", "次", "户", "件", "用户", "数"});
    const bool is_large = phrase.scale.find("亿") != std::string_view::npos;
    if (phrase.is_chinese && !asks) {
      phrase.use = Phrase::Use::nothing;
      return;
    }
    const std::string scale = phrase.is_chinese ? std::string() : std::string(phrase.scale);
    const bool counts_money = is_money && is_large;
    const auto unit = units_.find(scale + (counts_money ? "元" : "个"));
    if (!unit) return leave_unread(phrase);
    phrase.unit = *unit;
    phrase.kind_of_unit = counts_money ? UnitKind::amount : UnitKind::things;
    phrase.is_unit_guessed = true;
    return;
  }
  if (phrase.is_chinese) {
    phrase.use = Phrase::Use::nothing;  // 百亿项目
    return;
  }
  if (!noun.empty() && (asks || follows_verb || !phrase.scale.empty()) && !after.is_of) {
    const auto unit = units_.find(std::string(phrase.scale) + "个");
    if (!unit) return leave_unread(phrase);
    phrase.unit = *unit;
    phrase.kind_of_unit = UnitKind::things;
    phrase.is_unit_guessed = true;
    return;
  }
  if (after.at_end && asks && (before.says.is_amount || before.says.is_share)) return;
  const std::string_view head =
      phrase.token > 0 ? words(tokens[phrase.token - 1]) : std::string_view();
  if (head.ends_with("号") || head.ends_with("附件") || head.ends_with("专栏") ||
      head.ends_with("图") || head.ends_with("表"))
    return trap(phrase, TrapKind::ordinal);
  leave_unread(phrase);
}

void FigureReader::leave_unread(Phrase& phrase) {
  phrase.use = Phrase::Use::unread;
  out_.unread.push_back(phrase.whole);
}

}  // namespace jinjiang::reading
