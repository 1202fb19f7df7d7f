// SPDX-License-Identifier: BSL-1.0
// Words of the lexicon at a place: which of them mean something there.
#include "reading/figures/clause.hpp"

namespace jinjiang::reading {

bool Tokenizer::read_known_word() {
  const WordEntry* entry = find_word(rest(at_));
  if (entry == nullptr) return false;
  std::size_t end = at_ + entry->text.size();
  const bool is_single =
      entry->text.size() <= 3 && static_cast<unsigned char>(entry->text.front()) >= 0x80;
  // One character alone means much only where a number follows it.
  const auto moves_from = [&] {  // 由增长6%调整为3%
    const WordEntry* next = find_word(rest(end));
    return next != nullptr && (next->word == Word::rise || next->word == Word::fall) &&
           number_begins(end + next->text.size());
  };
  // 由去年的四成提升到四成五, 由不足三成提高到五成, 由全市第7位升至第5位
  const auto then_from = [&] {
    for (const std::string_view then : Words{"去年", "上年", "目前", "现在", "原来", "当前", "不足",
                                             "不到", "全市", "全省", "全国", "全区", "全县"}) {
      if (!begins(end, then)) continue;
      const std::size_t past = end + then.size();
      return number_begins(begins(past, "的") ? past + 3 : past);
    }
    return false;
  };
  // 从“6%左右”调整为“5.5%以上”
  constexpr std::string_view quote = "“";
  const bool quotes_number = begins(end, quote) && number_begins(end + quote.size());
  if (entry->word == Word::from && (moves_from() || then_from() || quotes_number)) {
    flush_text(at_);
    add(Word::from, at_, end);
    at_ = text_begin_ = end;
    return true;
  }
  // 举办过3次: behind a verb 过 only says that it was done. 减亏 is a fall where it has a number.
  const Word last =
      clause_->tokens.empty() || text_begin_ != at_ ? Word::text : clause_->tokens.back().word;
  const bool is_aspect =
      entry->text == "过" && (last == Word::act || last == Word::add || last == Word::post);
  const bool is_mere_noun =
      entry->word == Word::fall && (entry->flags & WordEntry::nominal) != 0 && !number_begins(end);
  if (is_aspect) return false;
  if (is_mere_noun) {
    flush_text(at_);
    add(Word::plain, at_, end);
    at_ = text_begin_ = end;
    return true;
  }
  if (entry->text == "底线" && !number_begins(end)) return false;  // 守住底线
  if (is_single && entry->word != Word::past && entry->word != Word::share_noun &&
      entry->word != Word::thing && !number_begins(end))
    return false;
  flush_text(at_);
  const bool is_verb = entry->word == Word::act || entry->word == Word::add ||
                       entry->word == Word::post || entry->word == Word::rise ||
                       entry->word == Word::fall || entry->word == Word::cause;
  if (is_verb && begins(end, "率")) {  // 清偿率, 破案率: a rate of it, of which more is better
    constexpr std::string_view rate = "率";
    end += rate.size();
    add(entry->word == Word::act ? Word::share_noun : Word::plain, at_, end);
    at_ = end;
    text_begin_ = at_;
    return true;
  }
  if (entry->word == Word::due || entry->word == Word::plan_term) {
    DateMention date;
    if (entry->word == Word::plan_term) {
      for (const std::string_view part : Words{"末", "期间", "时期", "初"}) {
        if (begins(end, part)) end += part.size();
      }
      constexpr int century = 2000;
      date.year = century + entry->value - 4;
      date.through = century + entry->value;
      add_trap(TrapKind::date, at_, end);
    } else if (entry->value > 0) {
      date.month = entry->value;
    }
    add_date(at_, end, date);
  } else {
    add(entry->word, at_, end, entry->value, entry->flags);
  }
  at_ = end;
  text_begin_ = at_;
  return true;
}

}  // namespace jinjiang::reading
