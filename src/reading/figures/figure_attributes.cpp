// SPDX-License-Identifier: BSL-1.0
// Numbers that say of something what it is or was, and not what it is to become: what was there
// before, what others aim at, how many take part, and what each is paid for.
#include <algorithm>

#include "reading/figures/figure_reader.hpp"
#include "reading/numerals/match.hpp"

namespace jinjiang::reading {

namespace {

bool is_year_before(const Token& token, std::string_view word) {
  return token.word == Word::past && starts_with_any(word, {"去年", "上年", "上一年", "过去"});
}

}  // namespace

/// What the clause as a whole makes of its numbers.
void FigureReader::set_use_of_clause() {
  use_of_clause_ = UseOfClause::figures;
  each_of_bearers_ = false;
  const std::string_view line = text_.substr(clause_.begin, clause_.end - clause_.begin);
  std::string_view head = line;
  while (head.starts_with(" ")) head.remove_prefix(1);
  // 在去年新建30公里的基础上: a yardstick for what the next clause promises.
  if (ends_with_any(line, {"基础上", "基础之上"}) && starts_with_any(head, {"在", "于"})) {
    use_of_clause_ = UseOfClause::ground;
    return;
  }
  // “十五五”规划纲要提出年均增长5.2%: of another plan. 全国目标为5%: of others.
  const bool is_of_plan =
      holds_any(line.substr(0, 60), {"提出", "确定"}) &&
      holds_any(line.substr(0, 60), {"纲要提出", "规划提出", "国家提出", "中央提出", "省委提出",
                                     "省里提出", "纲要确定", "规划确定的目标"});
  if (is_of_plan ||
      starts_with_any(head, {"全国目标", "国家目标", "全国预期", "国家预期", "全国增长预期"})) {
    use_of_clause_ = UseOfClause::of_others;
    return;
  }
  // 每新增1家规上企业奖励50万元: a rate, both of it.
  if (clause_.phrases.size() > 1) {
    for (std::size_t i = 1; i < clause_.tokens.size(); ++i) {
      const Word word = clause_.tokens[i].word;
      if (word != Word::add && word != Word::act) continue;
      if (!ends_with(text_.substr(0, clause_.tokens[i].begin), "每")) continue;
      const bool pays =
          std::any_of(clause_.tokens.begin() + static_cast<std::ptrdiff_t>(i), clause_.tokens.end(),
                      [](const Token& token) { return token.word == Word::pay; });
      if (pays) use_of_clause_ = UseOfClause::rate;
      return;
    }
  }
}

/// What kind of number that is no figure, if it is none.
std::optional<TrapKind> FigureReader::attribute(std::size_t index, const Before& before,
                                                const After& after) {
  switch (use_of_clause_) {
    case UseOfClause::ground:
      return TrapKind::reference;
    case UseOfClause::of_others:
      if (!is_review_) return TrapKind::reference;
      break;
    case UseOfClause::rate:
      return TrapKind::rule;
    case UseOfClause::figures:
      break;
  }
  const Phrase& phrase = clause_.phrases[index];
  if (is_of_year_before(phrase, after)) return TrapKind::reference;
  if (is_in_bracket_of_others(phrase)) return TrapKind::reference;
  if (is_money_given(phrase)) return TrapKind::reference;
  if (is_number_of_bearers(phrase)) {
    each_of_bearers_ = true;
    return TrapKind::size;
  }
  if (is_joined_size(index, before)) return TrapKind::size;
  return std::nullopt;
}

/// 去年新增的8000个学位今年全部投用, 把上年下降4.2%的固定资产投资扭转为增长3%: 的 beside a number
/// ties it to what was there.
bool FigureReader::is_of_year_before(const Phrase& phrase, const After& after) const {
  if (is_review_ || phrase.token == 0) return false;
  const bool is_behind = ends_with(text_.substr(0, phrase.whole.begin), "的");
  if (!is_behind && !after.is_of) return false;
  // 去年启动的4个安置点全部交房: what was only begun is still to be done.
  if (is_behind) {
    std::size_t verb = phrase.token;
    while (verb > 0 && clause_.tokens[verb - 1].end > phrase.whole.begin - 3) --verb;
    if (verb == 0) return false;
    const Token& done = clause_.tokens[verb - 1];
    const bool is_over = done.word == Word::add || done.word == Word::net ||
                         (done.word == Word::act &&
                          done.value >= static_cast<std::uint8_t>(ProjectStage::completed));
    if (!is_over) return false;
  }
  for (std::size_t i = phrase.token; i > 0; --i) {
    const Token& token = clause_.tokens[i - 1];
    if (token.word == Word::pause || token.word == Word::number || token.word == Word::hedge)
      return false;
    if (!is_year_before(token, words(token))) continue;
    // 上年的10倍 says how much of it.
    if (phrase.kind_of_unit == UnitKind::times) return false;
    const std::string_view between = text_.substr(token.end, phrase.whole.begin - token.end);
    return is_behind ? between != "的" : !tells(i - 1);
  }
  return false;
}

/// 增长6%（全省5.5%）: of whom it is said stands in the bracket with it.
bool FigureReader::is_in_bracket_of_others(const Phrase& phrase) const {
  if (is_review_) return false;
  const auto& tokens = clause_.tokens;
  for (std::size_t i = phrase.token; i > 0; --i) {
    const Token& token = tokens[i - 1];
    if (token.word == Word::number || token.word == Word::close) return false;
    if (token.word != Word::open) continue;
    return starts_with_any(text_.substr(token.end), {"全国", "全省", "全市", "全区", "省目标",
                                                     "市目标", "国家目标", "全县"});
  }
  return false;
}

/// 用好中央下达的3.2亿元: what others gave is used, and no sum to come to.
bool FigureReader::is_money_given(const Phrase& phrase) const {
  if (phrase.kind_of_unit != UnitKind::amount || phrase.token == 0) return false;
  const std::string_view line = text_.substr(clause_.begin, phrase.whole.begin - clause_.begin);
  return ends_with(line, "的") &&
         ends_with_any(line, {"下达的", "拨付的", "安排的", "到位的", "给予的", "支持的"}) &&
         holds_any(line, {"用好", "用足", "管好", "使用好", "利用好", "统筹使用", "统筹用好"});
}

/// 13个乡镇各引进1个: so many there are, and each of them does it.
bool FigureReader::is_number_of_bearers(const Phrase& phrase) const {
  if (phrase.kind_of_unit != UnitKind::things || phrase.suffix) return false;
  constexpr std::size_t near = 18;
  const std::string_view rest =
      text_.substr(phrase.whole.end, std::min(near, clause_.end - phrase.whole.end));
  const std::size_t each = rest.find("各");
  if (each == std::string_view::npos) return false;
  if (starts_with_any(rest.substr(each), {"各类", "各级", "各项", "各种", "各族", "各方"}) ||
      !ends_with_any(rest.substr(0, each), {"乡", "镇", "街道", "村", "社区", "县", "区", "部门",
                                            "单位", "学校", "医院", "企业", "街"}))
    return false;
  // A verb before it counts them: 支持13个乡镇各建1个.
  for (std::size_t i = 0; i < phrase.token; ++i) {
    const Word word = clause_.tokens[i].word;
    if (!is_leading(word) && word != Word::text) return false;
  }
  return &phrase != &clause_.phrases.back();
}

/// 总投资38.5亿元、占地1200亩的循环产业园: sizes that 、 joins are said of the same work.
bool FigureReader::is_joined_size(std::size_t index, const Before& before) const {
  const auto& phrases = clause_.phrases;
  const Phrase& phrase = phrases[index];
  if (index + 1 >= phrases.size() || phrase.kind_of_unit != UnitKind::amount) return false;
  if (before.says.adds || before.says.is_strong) return false;
  const auto is_size_of = [this](const Phrase& member) {
    const std::string_view line = text_.substr(clause_.begin, member.whole.begin - clause_.begin);
    return ends_with_any(line, {"总投资", "占地", "占地面积", "用地", "用地面积", "建筑面积",
                                "全长", "总长", "年产", "年产值", "装机", "库容"});
  };
  if (!is_size_of(phrase)) return false;
  std::size_t last = index;
  while (last + 1 < phrases.size() && phrases[last].token + 1 < clause_.tokens.size() &&
         clause_.tokens[phrases[last].token + 1].word == Word::pause &&
         is_size_of(phrases[last + 1]))
    ++last;
  if (last == index) return false;
  const After behind = look_after(text_, clause_, phrases[last].token);
  return behind.is_of && !behind.noun.empty();
}

}  // namespace jinjiang::reading
