// SPDX-License-Identifier: BSL-1.0
// What stands behind a number, and small questions about words.
#include <algorithm>

#include <jinjiang/detail/text.hpp>

#include "reading/figures/figure_context.hpp"
#include "reading/numerals/match.hpp"

namespace jinjiang::reading {

namespace {

/// As far as what is counted may reach.
constexpr std::size_t reach_on = 24;

}  // namespace

bool is_movement(Word word) noexcept {
  return word == Word::rise || word == Word::fall || word == Word::rise_to ||
         word == Word::fall_to || word == Word::keep || word == Word::cap;
}

bool is_tight(Word word) noexcept {
  switch (word) {
    case Word::space:
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
    case Word::adverb:
    case Word::hedge:
    case Word::base:
    case Word::basis:
    case Word::annual:
    case Word::total:
    case Word::respectively:
    case Word::each:
    case Word::estimate:
    case Word::prospect:
    case Word::future:
    case Word::past:
    case Word::date:
    case Word::per:
    case Word::pay:
    case Word::versus:
    case Word::place:
      return true;
    default:
      return false;
  }
}

bool is_leading(Word word) noexcept {
  switch (word) {
    case Word::space:
    case Word::pause:
    case Word::mark:
    case Word::adverb:
    case Word::hedge:
    case Word::cause:
    case Word::future:
    case Word::past:
    case Word::estimate:
    case Word::prospect:
    case Word::date:
    case Word::when:
    case Word::versus:
    case Word::base:
    case Word::part:
    case Word::total:
    case Word::per:
    case Word::respectively:
    case Word::annual:
      return true;
    default:
      return false;
  }
}

bool is_verbal(const Clause& clause, std::size_t token) {
  while (token > 0) {
    const Token& before = clause.tokens[token - 1];
    switch (before.word) {
      case Word::space:
        --token;
        continue;
      case Word::adverb:
      case Word::pause:
      case Word::mark:
      case Word::hedge:
      case Word::cause:
      case Word::act:
      case Word::future:
      case Word::past:
      case Word::estimate:
      case Word::part:
      case Word::date:
      case Word::total:
      case Word::per:
        return true;
      default:
        return false;
    }
  }
  return true;
}

TextRange without_spaces(std::string_view text, TextRange range) {
  constexpr Characters at_both_ends(" 　、的，：");
  constexpr Characters at_the_end("等按较");
  constexpr Characters at_the_beginning("和及并");
  constexpr std::size_t wide = 3;
  while (!range.empty()) {
    const std::string_view here = range.of(text);
    const std::size_t first = here.front() == ' ' ? 1 : wide;
    if (here.size() > first && (at_both_ends.begin(here) || at_the_beginning.begin(here)) &&
        !starts_with(here, "并购")) {
      range.begin += first;
      continue;
    }
    const std::size_t last = here.back() == ' ' ? 1 : wide;
    if (here.size() <= last) break;
    const std::string_view tail = here.substr(here.size() - last);
    if (at_both_ends.begin(tail) || at_the_end.begin(tail)) {
      range.end -= last;
    } else if (ends_with(here, "按照") && here.size() > 2 * wide) {
      range.end -= 2 * wide;
    } else {
      break;
    }
  }
  return range;
}

After look_after(std::string_view text, const Clause& clause, std::size_t token) {
  After out;
  const auto& tokens = clause.tokens;
  std::size_t at = token + 1;
  while (at < tokens.size() && tokens[at].word == Word::space) ++at;
  if (at >= tokens.size() || tokens[at].word == Word::pause || tokens[at].word == Word::open ||
      tokens[at].word == Word::close || tokens[at].word == Word::adverb) {
    out.at_end = true;
    return out;
  }
  out.is_of = text.substr(tokens[at].begin).starts_with("的");
  const std::size_t begin = tokens[at].begin;
  std::size_t end = begin;
  const std::size_t stop = std::min(tokens.size(), token + 1 + reach_on);
  for (; at < stop; ++at) {
    const Token& next = tokens[at];
    const bool has_noun = end > begin;
    if (next.word == Word::pause || next.word == Word::close || next.word == Word::hedge ||
        next.word == Word::part || next.word == Word::open || next.word == Word::whole)
      break;
    if (is_movement(next.word) || next.word == Word::bound || next.word == Word::reach) {
      // 20个增收项目 holds no movement: one has its number behind it.
      const bool moves = at + 1 >= tokens.size() || tokens[at + 1].word == Word::number ||
                         is_tight(tokens[at + 1].word) || next.word == Word::reach;
      if (moves) break;
    }
    if (next.word == Word::number) {
      const Phrase& phrase = clause.phrases[next.index];
      if (phrase.use != Phrase::Use::trap && phrase.use != Phrase::Use::nothing) break;
    }
    if ((next.word == Word::post && has_noun) ||
        (next.word == Word::act && !next.is_nominal() && has_noun)) {
      out.verb = next;
      break;
    }
    if (next.word == Word::act && next.is_nominal() && has_noun) out.verb = next;
    end = next.end;
  }
  out.noun = without_spaces(text, {begin, end});
  if (out.noun.of(text) == "至" || starts_with_any(out.noun.of(text), {"至全", "至世", "到全"}))
    out.noun = {};  // 上升5位至全国第20位
  // 突破50亿元大关 counts no 关.
  for (const std::string_view step :
       Words{"大关", "台阶", "关口", "新台阶", "门槛", "规模", "水平"}) {
    if (out.noun.of(text) != step) continue;
    out.noun = {};
    out.at_end = true;
  }
  if (out.noun.of(text) == "的") out.noun = {};
  return out;
}

}  // namespace jinjiang::reading
