// SPDX-License-Identifier: BSL-1.0
#include "reading/figures/figure_context.hpp"

#include <jinjiang/detail/text.hpp>

#include "reading/numerals/match.hpp"

namespace jinjiang::reading {

namespace {

/// As far as a number's verb may stand from it.
constexpr std::size_t reach_back = 40;

/// Looks back from a number, word by word.
class LookBack {
 public:
  LookBack(std::string_view text, const Clause& clause, std::size_t token)
      : text_(text), clause_(clause), token_(token) {}

  Before look() {
    const auto& tokens = clause_.tokens;
    const std::size_t stop = token_ > reach_back ? token_ - reach_back : 0;
    const std::size_t first = region_begin(stop);
    tight_begin_ = token_;
    for (std::size_t at = token_; at > first;) {
      --at;
      if (tokens[at].word == Word::close) {  // over （…）
        while (at > first && tokens[at].word != Word::open) --at;
        in_tight_ = false;
        continue;
      }
      take(at, tokens[at]);
    }
    out_.first = first;
    settle(first);
    return out_;
  }

 private:
  /// Behind the figure before, and behind the 、 that follows it and what it counts.
  std::size_t region_begin(std::size_t stop) {
    const auto& tokens = clause_.tokens;
    for (std::size_t at = token_; at > stop; --at) {
      const Token& token = tokens[at - 1];
      if (token.word == Word::part) {
        out_.after_part = true;
        return at;
      }
      if (token.word == Word::close) {  // over （…）
        std::size_t open = at - 1;
        while (open > stop && tokens[open].word != Word::open) --open;
        at = std::max(open, stop) + 1;
        continue;
      }
      if (token.word == Word::open) return at;
      if (token.word == Word::whole && at < token_ && tokens[at].word == Word::pause) {
        out_.after_pause = true;  // 零发生、…
        return at;
      }
      if (token.word != Word::number || is_passed(token)) continue;
      out_.after_pause = at < token_;
      for (std::size_t pause = at; pause < token_; ++pause) {
        if (tokens[pause].word == Word::pause) return pause;
      }
      return at;
    }
    return stop;
  }

  [[nodiscard]] std::string_view words_of(const Token& token) const {
    return token.range().of(text_);
  }

  /// Numbers that are no figures are part of a subject: 10亿元以上项目.
  [[nodiscard]] bool is_passed(const Token& token) const {
    const Phrase& phrase = clause_.phrases[token.index];
    return phrase.use == Phrase::Use::trap || phrase.use == Phrase::Use::nothing;
  }

  void take(std::size_t at, const Token& token) {
    if (in_tight_ && is_tight(token.word)) {
      take_tight(at, token);
      tight_begin_ = at;
      return;
    }
    in_tight_ = false;
    take_loose(at, token);
  }

  void take_tight(std::size_t at, const Token& token) {
    switch (token.word) {
      case Word::bound:
        if (!out_.bound) out_.bound = token;
        break;
      case Word::near:
        out_.is_near = true;
        break;
      case Word::reach:
        if (token.value == 1)
          out_.has = true;
        else if (!is_preposition(text_, clause_, at))
          out_.reaches = true;
        if (words_of(token) == "分别为") out_.is_spread = out_.is_listed = true;
        break;
      case Word::arrive:
      case Word::when:
        out_.arrives = true;
        break;
      case Word::per:
        take_per(token);
        break;
      case Word::pay:
        out_.pays = true;
        break;
      default:
        take_common(at, token);
    }
  }

  void take_loose(std::size_t at, const Token& token) {
    Predicate& says = out_.says;
    switch (token.word) {
      case Word::add:
        says.adds = true;
        take_verb(at, token);
        break;
      case Word::net:
        says.nets = true;
        take_verb(at, token);
        break;
      case Word::act:
        if (at + 1 < tight_begin_ && is_part_of_noun(clause_, at)) break;
        if (token.is_nominal() && at + 1 != tight_begin_ && !is_verbal(clause_, at)) {
          out_.works = true;
          break;
        }
        says.acts = true;
        says.is_strong = says.is_strong || token.is_strong();
        if (says.stage == ProjectStage::none) says.stage = static_cast<ProjectStage>(token.value);
        take_verb(at, token);
        break;
      case Word::cause:
        if (!says.causes) cause_at_ = at;
        says.causes = true;
        break;
      case Word::bound:
        // 至少建成3个: the verb stands between.
        if (!out_.floor && (words_of(token) == "至少" || words_of(token) == "最少" ||
                            words_of(token) == "不少于" || words_of(token) == "不低于" ||
                            words_of(token) == "至多" || words_of(token) == "最多"))
          out_.floor = static_cast<Comparator>(token.value);
        // 不突破预定限额80万吨: a noun may stand between, and names no other thing.
        if (!out_.bound && at + 1 < tight_begin_) take_distant_bound(token);
        break;
      case Word::share_noun:
        take_noun(token);
        if (!decided_) says.is_share = decided_ = true;
        break;
      case Word::growth_noun:
        take_noun(token);
        if (!decided_) {
          says.is_growth = decided_ = true;
          says.falls = token.value == 1;
        }
        break;
      case Word::stock_noun:
        take_noun(token);
        says.is_stock = true;
        says.is_tally = says.is_tally || token.value == 1;
        break;
      case Word::amount_noun:
        take_noun(token);
        if (!says.is_amount) says.is_yearly = token.is_yearly();
        says.is_amount = true;
        break;
      case Word::event_noun:
        take_noun(token);
        if (at + 1 == tight_begin_) says.is_event = true;
        break;
      case Word::limit_noun:
        take_noun(token);
        says.is_limit = true;
        break;
      case Word::per:
        take_per(token);
        break;
      case Word::reach:
        if (token.value == 1) {
          out_.has = true;
          having_at_ = at + 1;
        }
        break;
      case Word::from:
        from_ = token.begin;
        break;
      case Word::pay:
        if (words_of(token).ends_with("奖励") || words_of(token) == "给予")
          out_.pays_someone = true;
        // 减免房租800万元, 资助学生800人次, 征收土地600亩
        if (starts_with_any(words_of(token), {"减免", "返还", "资助", "征收"})) {
          says.acts = true;
          take_verb(at, token);
        }
        break;
      default:
        take_common(at, token);
    }
  }

  /// 不突破上级下达指标12平方公里: what is not to be passed is named, and then how much it is.
  void take_distant_bound(const Token& token) {
    if (!is_negated_bound(words_of(token))) return;
    const std::string_view between =
        text_.substr(token.end, clause_.tokens[tight_begin_].begin - token.end);
    const bool names_limit = ends_in_limit(between);
    if (!names_limit && (out_.says.verb || out_.says.movement)) return;
    if (names_limit) {
      out_.says.verb.reset();
      out_.says.acts = false;
    }
    out_.bound = token;
    capped_at_ = token.begin;
  }

  void take_per(const Token& token) {
    out_.is_per = true;
    if (out_.per.empty() || out_.per.begin == token.end) out_.per = joined(token.range(), out_.per);
  }

  void take_verb(std::size_t at, const Token& token) {
    out_.says.verb = token;
    verb_at_ = at;
  }

  /// Less of a thing may be better, and yet more of a rate of it: 纠纷调解成功率.
  void take_noun(const Token& token) {
    if (rated_) return;
    rated_ = token.word == Word::share_noun && !token.is_lower();
    out_.says.is_lower = out_.says.is_lower || token.is_lower();
  }

  void take_common(std::size_t at, const Token& token) {
    Predicate& says = out_.says;
    if (is_movement(token.word)) {
      // 提升8个公园: a movement of things is an activity; of 3%, a movement.
      if (in_tight_) {
        if (!says.movement) says.movement = token;
      } else {
        if (!says.movement && !decided_ && !moved_) {
          loose_ = token;
          loose_at_ = at;
        }
        moved_ = true;
      }
      if (token.word == Word::rise || token.word == Word::fall) {
        if (!decided_) says.is_growth = decided_ = true;
      }
      return;
    }
    switch (token.word) {
      case Word::hedge:
        out_.tries = out_.tries || token.is_also_act();
        if (token.is_strong() && !out_.floor) out_.floor = Comparator::at_least;  // 保底
        break;
      case Word::annual:
        out_.is_annual = true;
        break;
      case Word::total:
        says.is_total = true;
        break;
      case Word::respectively:
        out_.is_spread = true;
        break;
      case Word::each:
        out_.is_each = true;
        break;
      case Word::base:
        out_.base = ComparisonBase{static_cast<ComparisonBase::Kind>(token.value)};
        break;
      case Word::basis:
        if (out_.basis.empty()) out_.basis = token.range();
        break;
      case Word::adjusted:
        adjusted_ = true;
        break;
      case Word::adverb:
        if (out_.per.empty() &&
            starts_with_any(words_of(token), {"日均", "月均", "周均", "平均每"}))
          out_.per = token.range();
        break;
      case Word::date:
        take_date(at, token);
        break;
      default:
        break;
    }
  }

  /// 较2020年, 比“十三五”末; 2021—2025年年均.
  void take_date(std::size_t at, const Token& token) {
    const DateMention& date = clause_.dates[token.index];
    const bool is_versus = at > 0 && clause_.tokens[at - 1].word == Word::versus;
    if (is_versus && date.year) {
      out_.base = ComparisonBase{ComparisonBase::Kind::since, date.through.value_or(*date.year)};
    }
  }

  /// Subject, actor and verb, from where the words were found.
  void settle(std::size_t first) {
    const auto& tokens = clause_.tokens;
    Predicate& says = out_.says;
    if (!says.movement && loose_) says.movement = loose_;
    if (out_.arrives && !says.movement) out_.reaches = true;
    std::size_t content = first;
    while (content < tight_begin_ && leads(tokens[content])) ++content;
    out_.is_caused = says.causes && cause_at_ < content;
    out_.is_bare = content >= tight_begin_ && !says.movement && !out_.bound && !out_.reaches;
    if (tight_begin_ < token_) out_.tight = {tokens[tight_begin_].begin, tokens[token_].begin};
    if (content >= tight_begin_) return;
    const std::size_t tight = tokens[tight_begin_].begin;
    if (says.verb) {
      std::size_t object = verb_at_ + 1;
      std::size_t verb_end = object;
      for (; object < tight_begin_; ++object) {  // 新建和改造提升
        const Word word = tokens[object].word;
        if (word == Word::act || word == Word::add || word == Word::net)
          verb_end = object + 1;
        else if (!is_leading(tokens[object].word) ||
                 (word == Word::adverb && tokens[object].end - tokens[object].begin > 3))
          break;  // 建设重点工程
      }
      const bool ends_in_noun = tokens[verb_end - 1].is_nominal();
      if (object >= tight_begin_ && ends_in_noun && verb_end > verb_at_ + 1) {
        object = --verb_end;  // 完成植树造林: the second is what is done
      } else {
        out_.verb_is_noun = ends_in_noun;
      }
      says.verb->end = tokens[verb_end - 1].end;
      // A verb right before the number takes the noun before it along.
      if (object < tight_begin_) out_.object = named({tokens[object].begin, tight});
      if (content < verb_at_) out_.actor = named({tokens[content].begin, tokens[verb_at_].begin});
    } else {
      // 压减非刚性支出10%: the movement stands first, as a verb does.
      if (loose_ && loose_at_ == content && content + 1 < tight_begin_) ++content;
      if (having_at_ > content && having_at_ < tight_begin_) content = having_at_;
      if (content < tight_begin_) out_.object = named({tokens[content].begin, tight});
    }
  }

  /// Without the baseline of 由8家增加到12家, and without the particles that bring an object in.
  [[nodiscard]] TextRange named(TextRange range) const {
    if (from_ > range.begin && from_ < range.end) range.end = from_;
    if (capped_at_ && *capped_at_ >= range.begin && *capped_at_ < range.end)
      range.end = *capped_at_;
    if (adjusted_) {  // 扣除留抵退税后增长
      const std::size_t after = range.of(text_).find("后");
      if (after != std::string_view::npos) range.begin += after + 3;
    }
    return without_particles(text_, range);
  }

  /// As is_leading, with adverbs of one character, which the lexicon knows before numbers only.
  [[nodiscard]] bool leads(const Token& token) const {
    if (is_leading(token.word)) return true;
    if (token.word != Word::text || token.end - token.begin > 3) return false;
    return is_short_adverb(words_of(token));
  }

  std::string_view text_;
  const Clause& clause_;
  std::size_t token_;
  Before out_{};
  bool in_tight_ = true;
  bool rated_ = false;
  bool decided_ = false;  // growth or share
  bool moved_ = false;
  std::size_t tight_begin_ = 0;
  std::size_t verb_at_ = 0;
  std::size_t cause_at_ = 0;
  std::optional<Token> loose_;
  std::size_t loose_at_ = 0;
  std::size_t having_at_ = 0;
  std::size_t from_ = 0;
  std::optional<std::size_t> capped_at_;
  bool adjusted_ = false;
};

}  // namespace

Before look_before(std::string_view text, const Clause& clause, std::size_t token) {
  return LookBack(text, clause, token).look();
}

}  // namespace jinjiang::reading
