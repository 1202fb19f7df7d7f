// SPDX-License-Identifier: BSL-1.0
// Numbers that stand in what something is called or addressed as: one of several in a row, a
// slogan of shares, the people of a place.
#include <algorithm>

#include "reading/figures/figure_reader.hpp"
#include "reading/numerals/match.hpp"

namespace jinjiang::reading {

/// 第二、第三产业: ordinals that are joined name several things, unless they are places:
/// 居第3、第5位.
bool FigureReader::is_joined_ordinal(const Phrase& phrase) const {
  if (phrase.kind_of_unit == UnitKind::place) return false;
  const auto& tokens = clause_.tokens;
  for (std::size_t at = 0; at < phrase.token; ++at) {
    if (tokens[at].word == Word::place || tokens[at].word == Word::respectively) return false;
  }
  std::string_view next = text_.substr(phrase.whole.end, clause_.end - phrase.whole.end);
  for (const std::string_view joint : Words{"、", "和", "及", "与", "或"}) {
    if (!starts_with(next, joint)) continue;
    next.remove_prefix(joint.size());
    return starts_with(next, "第");
  }
  return false;
}

/// 六个100%: how many shares, and not of what.
bool FigureReader::is_count_of_shares(std::size_t index) const {
  const auto counts = [this](std::size_t i) {
    if (i + 1 >= clause_.phrases.size()) return false;
    const Phrase& count = clause_.phrases[i];
    const Phrase& share = clause_.phrases[i + 1];
    return count.is_chinese && count.unit.symbol() == "个" && !count.suffix &&
           share.kind_of_unit == UnitKind::percent && share.token == count.token + 1;
  };
  return counts(index) || (index > 0 && counts(index - 1));
}

/// 全县38万人民共同努力, 让2万群众喝上放心水: so many live there. With a measure word, or right
/// behind a verb of work, they are counted: 2万名群众, 转移安置2万群众.
bool FigureReader::is_people_of_place(const Phrase& phrase, const After& after) const {
  if (phrase.kind_of_unit != UnitKind::none || phrase.suffix) return false;
  const std::string_view noun = words(after.noun);
  if (starts_with(noun, "人民币") ||
      !starts_with_any(noun, {"人民", "群众", "父老", "儿女", "乡亲", "同胞", "百姓", "老百姓"}))
    return false;
  if (starts_with(noun, "人民") || phrase.token == 0) return true;
  const Token& before = clause_.tokens[phrase.token - 1];
  const bool is_work = before.word == Word::act || before.word == Word::add;
  return !is_work || starts_with_any(words(before), {"服务", "惠及", "走访"});
}

}  // namespace jinjiang::reading
