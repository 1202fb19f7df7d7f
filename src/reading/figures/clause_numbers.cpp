// SPDX-License-Identifier: BSL-1.0
// Numbers in a clause: digits with scale, unit, range and the bound behind them; or codes and
// dates, which are none.
#include <algorithm>
#include <array>
#include <charconv>

#include <jinjiang/detail/text.hpp>

#include "reading/figures/clause.hpp"
#include "reading/numerals/numeral_signs.hpp"

namespace jinjiang::reading {

bool Tokenizer::read_arabic() {
  const std::size_t begin = at_;
  std::size_t run = begin;
  while (arabic_sign(text_, run).is_digit()) run += arabic_sign(text_, run).bytes;
  const auto number = run - begin <= most_digits
                          ? read_plain_digits(rest(begin).substr(0, 3 * most_digits))
                          : std::nullopt;
  if (!number) return run > begin && leave_digits(run);
  const std::size_t end = begin + number->bytes;
  if (const std::size_t past = unknown_unit_end(end); past > end) return leave_digits(past);
  if (read_code(begin, end, number->value)) return true;
  if (read_date(begin, end, number->value, false)) return true;
  // No count is written with zeros before it; such digits are the rest of something.
  const ArabicSign first = arabic_sign(text_, begin);
  if (first.character == '0' && arabic_sign(text_, begin + first.bytes).is_digit())
    return leave_digits(run);
  Phrase phrase;
  phrase.value = number->value;
  if (const auto whole = read_groups(begin)) {
    phrase.value = whole->value;
    phrase.is_grouped = true;
    read_quantity(begin, begin + whole->bytes, phrase);
    return true;
  }
  read_quantity(begin, end, phrase);
  return true;
}

/// Sets digits that no rule reads aside, up to `run`, with the scale behind them, which is no
/// number of its own: .5万家.
bool Tokenizer::leave_digits(std::size_t run) {
  run += scale_bytes(rest(run));
  flush_text(at_);
  out_->unread.push_back({at_, run});
  add(Word::name, at_, run);
  at_ = run;
  text_begin_ = at_;
  return true;
}

/// 3，000家 and 1 200家: groups of three digits behind a comma of full width, which typing Chinese
/// leaves behind, or behind the thin space of GB/T 15835. A number that may end there, since what
/// it measures has no unit (指数达到95，300家…), takes no group.
std::optional<PlainNumber> Tokenizer::read_groups(std::size_t begin) const {
  constexpr std::size_t longest_head = 3;
  constexpr std::size_t group_digits = 3;
  const auto digits_from = [&](std::size_t at) {
    std::size_t end = at;
    while (end < text_.size() && text_[end] >= '0' && text_[end] <= '9') ++end;
    return end - at;
  };
  const std::size_t head = digits_from(begin);
  if (head == 0 || head > longest_head || text_[begin] == '0') return std::nullopt;
  double value = 0;
  const auto take = [&](std::size_t at, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) value = value * 10 + (text_[at + i] - '0');
  };
  take(begin, head);
  std::size_t end = begin + head;
  const std::string_view mark = begins(end, "，") ? "，" : " ";
  while (begins(end, mark) && digits_from(end + mark.size()) == group_digits) {
    take(end + mark.size(), group_digits);
    end += mark.size() + group_digits;
    if (end - begin > most_digits) return std::nullopt;
  }
  // 2 300 is a number only where something is counted; 300 on its own may be the next number.
  const bool is_counted = units_.may_begin(rest(end)) || scale_bytes(rest(end)) > 0 ||
                          begins(end, "余") || begins(end, "多");
  if (end == begin + head || begins(end, ".") || !is_counted) return std::nullopt;
  constexpr std::size_t near = 36;
  const std::size_t from = begin - std::min(begin, near);
  if (holds_any(text_.substr(from, begin - from), {"指数", "得分", "评分", "积分", "系数"}))
    return std::nullopt;
  return PlainNumber{value, end - begin};
}

namespace {

/// 三至八家: the measure word stands behind the second.
bool is_range_to(std::string_view text) {
  for (const std::string_view dash : Words{"至", "到", "—", "-", "–", "~", "～"}) {
    if (starts_with(text, dash)) return chinese_sign(text.substr(dash.size())) != nullptr;
  }
  return false;
}

}  // namespace

/// A number in Chinese numerals counts where a measure word follows; the clause decides the rest.
bool Tokenizer::read_chinese() {
  const std::size_t begin = at_;
  const std::string_view here = rest(begin);
  const ChineseSign* sign = chinese_sign(here);
  if (sign == nullptr) {
    constexpr Characters heads("翻半数上几");
    if (!heads.begin(here)) return false;
  }
  constexpr std::size_t longest = 96;
  if (sign != nullptr) {
    // Most stand in words and names: nothing follows that is counted.
    std::size_t run = sign->name.size();
    bool is_large = sign->exponent >= 8;
    while (const ChineseSign* next = chinese_sign(rest(begin + run).substr(0, 3))) {
      is_large = is_large || next->exponent >= 8;
      run += next->name.size();
      if (run >= longest) break;
    }
    const std::string_view past = rest(begin + run);
    if (!is_large && !units_.may_begin(past) && !is_range_to(past) &&
        !starts_with_any(past, {"分之", "半", "季", "点", "几", "余", "多", "来", "级", "数"})) {
      at_ = begin + run;
      return true;
    }
  }
  const auto numeral = read_numeral(here.substr(0, longest));
  if (!numeral || !numeral->is_chinese) return false;
  // 三分之零: no part at all is no share that somebody aims at; 百分之零 is a rate.
  if (numeral->kind == NumeralKind::share && numeral->value == 0 && !here.starts_with("百")) {
    at_ = begin + numeral->bytes;
    return true;
  }
  Phrase phrase;
  phrase.is_chinese = true;
  phrase.kind = numeral->kind;
  phrase.value = numeral->value;
  std::size_t end = begin + numeral->bytes;
  const bool is_upward = here.starts_with("上");  // 上百家: 上 is the bound of 百家
  if (numeral->kind == NumeralKind::share || here.starts_with("翻")) {
    phrase.kind_of_unit = numeral->kind == NumeralKind::share ? UnitKind::percent : UnitKind::times;
    phrase.unit = units_.percent();
    phrase.number = {begin, end};
    if (numeral->kind == NumeralKind::factor) {
      phrase.value = (numeral->value - 1) * 100;
      phrase.kind = NumeralKind::factor;
    } else {
      for (const std::string_view more : Words{"多", "余"}) {
        if (!begins(end, more)) continue;
        phrase.is_vague = true;
        end += more.size();
      }
      phrase.kind = NumeralKind::share;
      if (ends_with(rest(begin).substr(0, end - begin), "成") && begins(end, "半")) {  // 八成半
        constexpr double half = 5;
        phrase.value += half;
        end += std::string_view("半").size();
        phrase.number.end = end;
      }
    }
    const std::size_t past = read_suffix(end, phrase);
    add_number(begin, past, phrase);
    return true;
  }
  if (numeral->kind == NumeralKind::factor) {  // 三倍: 倍 is read as a unit
    end -= std::string_view("倍").size();
    if (begins(end - 3, "半")) end -= 3;
    phrase.kind = NumeralKind::number;
  }
  phrase.is_scale_alone = numeral->kind == NumeralKind::number && sign != nullptr &&
                          sign->exponent > 0 && scale_bytes(here) >= end - begin;
  if (read_date(begin, end, numeral->value, true)) return true;
  const std::size_t before = at_;
  const std::size_t tokens = clause_->tokens.size();
  const std::size_t text_begin = text_begin_;
  read_quantity(begin, end, phrase);
  // Without a measure word it is part of a word or a name: 万达, 九十九溪.
  Phrase& read = clause_->phrases.back();
  if (is_upward) read.number.begin += std::string_view("上").size();
  if (read.kind_of_unit == UnitKind::none && !read.upper) {
    const bool is_sum = read.is_scale_alone || scale_bytes(here) > 0 || !read.scale.empty();
    const bool may_be_money = is_sum && numeral->value >= 1e8;  // 突破千亿
    if (!may_be_money) {
      clause_->phrases.pop_back();
      clause_->tokens.resize(tokens);
      text_begin_ = text_begin;
      at_ = before + numeral->bytes;
      return true;
    }
    read.scale = rest(begin).substr(0, end - begin);
  }
  return true;
}

void Tokenizer::read_quantity(std::size_t begin, std::size_t number_end, Phrase& phrase) {
  std::size_t end = read_unit(number_end, phrase);
  phrase.number = {begin, end};
  end = read_range(end, phrase);
  phrase.number.end = end;
  if (phrase.unit.symbol() == "成") {  // 3成 as 三成
    constexpr double tenth = 10;
    phrase.value *= tenth;
    if (phrase.upper) *phrase.upper *= tenth;
    phrase.unit = units_.percent();
  }
  const std::size_t past = read_suffix(end, phrase);
  add_number(begin, past, phrase);
}

/// The unit after a number, past 余 or 多. Returns the end of what belongs to the number.
std::size_t Tokenizer::read_unit(std::size_t at, Phrase& phrase) {
  const std::size_t number_end = at;
  std::size_t spaces = at;
  while (begins(spaces, " ")) ++spaces;
  if (spaces - at > 2) spaces = at;
  at = spaces;
  constexpr Characters vague("余多来几");
  const auto read_vague = [&](std::size_t from) {
    if (!vague.begin(rest(from))) return from;
    for (const std::string_view more : Words{"余", "多", "来", "几"}) {
      if (!begins(from, more)) continue;
      const std::size_t past = from + more.size();
      // 3多样: only before what is counted, or before nothing.
      if (more != "余" && !units_.match(rest(past)) && scale_bytes(rest(past)) == 0) continue;
      phrase.is_vague = true;
      return past;
    }
    return from;
  };
  std::string_view scale;
  std::size_t base = read_vague(at);
  if (base == at && !phrase.is_chinese) {  // 3万余户
    const std::size_t scales = scale_bytes(rest(at));
    if (scales > 0) {
      const std::size_t later = read_vague(at + scales);
      if (later != at + scales) {
        scale = rest(at).substr(0, scales);
        base = later;
      }
    }
  }
  auto match = units_.match(rest(base), scale);
  // 增长6个点: in speech 个点 are points of a hundred, where something moves.
  constexpr std::string_view spoken_points = "个点";
  if (begins(base, spoken_points) && !begins(base, "个点位") && !begins(base, "个点上")) {
    const Word last =
        clause_->tokens.empty() || text_begin_ != at_ ? Word::text : clause_->tokens.back().word;
    if (last == Word::rise || last == Word::fall)
      match = UnitMatch{units_.points(), UnitKind::points, spoken_points.size(), 0};
  }
  const std::size_t word_at = match ? base + match->base : base;
  const WordEntry* word = find_word(rest(word_at));
  // 家庭 is no 家, 人民 no 人; 项目标 is 项 and 目标.
  const bool is_word = match && word != nullptr && word->text.size() > match->bytes - match->base &&
                       (word->word == Word::thing || word->text == "人民") &&
                       !begins(word_at, "项目标");
  if (match && !is_word) {
    phrase.unit = match->unit;
    phrase.kind_of_unit = match->kind;
    std::size_t end = base + match->bytes;
    if (begins(end, "级") && !begins(end, "级别以")) {
      phrase.is_class = true;
      end += std::string_view("级").size();
    }
    if (match->kind == UnitKind::duration || match->kind == UnitKind::times ||
        match->kind == UnitKind::points) {
      for (const std::string_view more : Words{"多", "余"}) {
        if (!begins(end, more)) continue;
        phrase.is_vague = true;
        end += more.size();
      }
      if (match->kind != UnitKind::points && begins(end, "半")) {
        phrase.value += 0.5;
        end += std::string_view("半").size();
      }
    }
    return end;
  }
  if (scale.empty() && !phrase.is_chinese) {
    const std::size_t scales = scale_bytes(rest(base));
    scale = rest(base).substr(0, scales);
    base += scales;
  }
  phrase.scale = scale;
  if (scale.empty() && base == at) return number_end;
  if (begins(base, "级")) {
    phrase.is_class = true;
    base += std::string_view("级").size();
  }
  return base;
}

}  // namespace jinjiang::reading
