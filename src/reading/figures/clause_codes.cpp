// SPDX-License-Identifier: BSL-1.0
// Numbers in a clause that name or rank something, and what rates are per.
#include <array>
#include <string>

#include "reading/figures/clause.hpp"
#include "reading/numerals/numeral_signs.hpp"

namespace jinjiang::reading {

namespace {

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

constexpr std::size_t longest_name = 66;

}  // namespace

/// Letters, with the digits among them: PM2.5, R1, GDP; of full width as well.
void Tokenizer::read_letters() {
  std::size_t end = at_;
  bool has_digit = false;
  std::string narrow;  // as the lexicon spells it
  while (end < text_.size() && end - at_ < longest_name) {
    const LatinSign sign = latin_sign(text_, end);
    const char c = sign.character;
    const char next = latin_sign(text_, end + sign.bytes).character;
    const bool joins = (c == '.' || ((c == '-' || c == '&' || c == '+') && sign.bytes == 1)) &&
                       (is_letter(next) || is_digit(next));
    if (!is_letter(c) && !is_digit(c) && !joins) break;
    has_digit = has_digit || is_digit(c);
    narrow += c;
    end += sign.bytes;
  }
  flush_text(at_);
  const bool is_wide = narrow.size() < end - at_;
  if (is_wide) narrow += rest(end).substr(0, longest_name);
  const WordEntry* entry = find_word(is_wide ? std::string_view(narrow) : rest(at_));
  // What the entry is long in the text.
  std::size_t entry_end = at_;
  for (std::size_t i = 0; entry != nullptr && i < entry->text.size(); ++i)
    entry_end +=
        static_cast<unsigned char>(entry->text[i]) < 0x80 ? latin_sign(text_, entry_end).bytes : 1;
  // 完成GDP1200亿元: a word, and then a number.
  const bool is_word = entry != nullptr && is_letter(entry->text.back()) &&
                       is_digit(latin_sign(text_, entry_end).character);
  if (is_word) has_digit = false;
  if (is_word || (entry != nullptr && entry_end >= end)) {
    add(entry->word, at_, entry_end, entry->value, entry->flags);
    end = entry_end;
  } else {
    add(Word::name, at_, end);
  }
  if (has_digit) add_trap(TrapKind::name, at_, end);
  at_ = end;
  text_begin_ = at_;
}

/// 9/10万, 30EFLOPS, 55分贝: what no table knows must not be read as something that it begins with,
/// nor pass for a name.
std::size_t Tokenizer::unknown_unit_end(std::size_t at) const {
  if (begins(at, "/")) {
    std::size_t past = at + 1;
    while (past < text_.size() && is_digit(text_[past])) ++past;
    return begins(past, "万") ? past + std::string_view("万").size() : at;
  }
  if (begins(at, ":") || begins(at, "：") || begins(at, "∶")) {  // 2.2:1以内 is a bound of a ratio
    std::size_t past = at + (begins(at, ":") ? 1 : 3);
    const std::size_t digits = past;
    while (past < text_.size() && (is_digit(text_[past]) || text_[past] == '.')) ++past;
    const bool is_bound = starts_with_any(rest(past), {"以内", "以下", "以上", "左右"});
    return past > digits && is_bound ? past : at;
  }
  constexpr Characters heads("分EPTGMKkmd");
  if (!heads.begin(rest(at))) return at;
  for (const std::string_view unit : Words{"分贝", "EFLOPS", "PFLOPS", "TFLOPS", "EFlops", "PFlops",
                                           "GW", "MW", "kW", "mg/", "dB"}) {
    if (begins(at, unit)) return at + unit.size();
  }
  return at;
}

/// Numbers that name: 5G, 361°, 1+6, 12345热线, 2024.6, 3:1.
bool Tokenizer::read_code(std::size_t begin, std::size_t end, double value) {
  const auto finish = [&](TrapKind kind, std::size_t past) {
    flush_text(begin);
    add_trap(kind, begin, past);
    add(Word::name, begin, past);
    at_ = past;
    text_begin_ = at_;
    return true;
  };
  if (end >= text_.size()) return false;
  const char next = text_[end];
  if (static_cast<unsigned char>(next) >= 0x80 && is_letter(latin_sign(text_, end).character)) {
    std::size_t past = end;  // ５Ｇ
    for (LatinSign sign = latin_sign(text_, past);
         is_letter(sign.character) || is_digit(sign.character); sign = latin_sign(text_, past))
      past += sign.bytes;
    return finish(TrapKind::name, past);
  }
  if (is_letter(next)) {
    const auto unit = units_.match(rest(end));
    if (unit && (end + unit->bytes >= text_.size() || !is_letter(text_[end + unit->bytes])))
      return false;
    std::size_t past = end;
    while (past < text_.size() && past - end < most_digits &&
           (is_letter(text_[past]) || is_digit(text_[past]) || text_[past] == '.'))
      ++past;
    for (const std::string_view grade : Words{"级及以上", "级以上", "级"}) {
      if (begins(past, grade)) return finish(TrapKind::grade, past + grade.size());
    }
    return finish(TrapKind::name, past);
  }
  constexpr Characters after_code("+＋·×*x:：∶/.#°℃强号热国省县乡高平后版届周年世小千车大");
  if (!after_code.begin(rest(end)) && !begins(end, "·")) return false;
  for (const std::string_view joint :
       Words{"+", "＋", "·", "×", "*", "x", ":", "：", "∶", "/", ".", "#", "°", "℃"}) {
    if (!begins(end, joint)) continue;
    std::size_t past = end + joint.size();
    if (joint == "#" || joint == "°" || joint == "℃") return finish(TrapKind::name, past);
    const bool goes_on = past < text_.size() && (is_digit(text_[past]) || text_[past] == 'N' ||
                                                 text_[past] == 'X' || text_[past] == 'n');
    if (!goes_on) return false;
    // 2024/6/30 and 2024.6.30 are days, 1+6 and 7·15 names, 2×66万千瓦 the size of one thing.
    const bool is_size = joint == "×" || joint == "*" || joint == "x";
    while (past < text_.size() && past - end < most_digits) {
      const bool is_more = is_digit(text_[past]) || is_letter(text_[past]) || text_[past] == '+' ||
                           text_[past] == '/' || text_[past] == '.';
      const bool is_again = begins(past, joint) && past + joint.size() < text_.size() &&
                            is_digit(text_[past + joint.size()]);
      if (!is_more && !is_again) break;
      past += is_again ? joint.size() : 1;
    }
    // 占全国1/4
    if (joint == "/" && value >= 1) {
      const auto whole = read_plain_digits(rest(end + 1).substr(0, 3));
      constexpr double most_parts = 10;
      if (whole && end + 1 + whole->bytes == past && whole->value > value &&
          whole->value <= most_parts) {
        Phrase phrase;
        phrase.kind = NumeralKind::share;
        phrase.kind_of_unit = UnitKind::percent;
        phrase.unit = units_.percent();
        phrase.value = value * 100 / whole->value;
        phrase.number = {begin, past};
        const std::size_t suffix_end = read_suffix(past, phrase);
        add_number(begin, suffix_end, phrase);
        return true;
      }
    }
    if (is_size) {
      if (const auto unit = units_.match(rest(past))) past += unit->bytes;
      return finish(TrapKind::size, past);
    }
    constexpr double first_year = 1900;
    constexpr double last_year = 2100;
    const bool is_day = (joint == "/" || joint == ".") && value >= first_year && value <= last_year;
    return finish(is_day ? TrapKind::date : TrapKind::name, past);
  }
  struct Ending {
    std::string_view text;
    TrapKind kind;
  };
  static constexpr std::array<Ending, 25> endings{
      {{"强", TrapKind::name},           {"号线", TrapKind::name},
       {"号", TrapKind::ordinal},        {"热线", TrapKind::name},
       {"国道", TrapKind::name},         {"省道", TrapKind::name},
       {"县道", TrapKind::name},         {"乡道", TrapKind::name},
       {"高速", TrapKind::name},         {"平台", TrapKind::name},
       {"后", TrapKind::name},           {"版", TrapKind::name},
       {"届", TrapKind::ordinal},        {"周年", TrapKind::period},
       {"年代", TrapKind::date},         {"世纪", TrapKind::date},
       {"小时便", TrapKind::name},       {"小时自助", TrapKind::name},
       {"小时营业", TrapKind::name},     {"小时值", TrapKind::name},
       {"小时不", TrapKind::name},       {"千伏", TrapKind::size},
       {"车道", TrapKind::size},         {"大行动", TrapKind::enumeration},
       {"大工程", TrapKind::enumeration}}};
  for (const Ending& ending : endings) {
    if (!begins(end, ending.text)) continue;
    // 连续3届: how long it has lasted.
    const bool in_a_row = ending.text == "届" && ends_with(text_.substr(0, begin), "连续");
    return finish(in_a_row ? TrapKind::period : ending.kind, end + ending.text.size());
  }
  return false;
}

/// 第4, 前十: with 位 or 名 behind, or nothing.
bool Tokenizer::read_ordinal() {
  constexpr std::string_view nth = "第";
  constexpr std::string_view top = "前";
  const bool is_nth = begins(at_, nth);
  if (!is_nth && !begins(at_, top)) return false;
  if (const WordEntry* entry = find_word(rest(at_)); entry != nullptr && entry->text.size() > 3)
    return false;
  const std::size_t begin = at_;
  const std::size_t digits = begin + nth.size();
  Phrase phrase;
  std::size_t end = digits;
  if (const auto number = read_plain_digits(rest(digits).substr(0, most_digits))) {
    phrase.value = number->value;
    end += number->bytes;
  } else if (chinese_sign(rest(digits)) != nullptr) {
    const auto numeral = read_numeral(rest(digits).substr(0, 3 * most_digits));
    if (!numeral || numeral->kind != NumeralKind::number) return false;
    phrase.value = numeral->value;
    phrase.is_chinese = true;
    end += numeral->bytes;
  } else {
    return false;
  }
  phrase.ordinal = is_nth ? Phrase::Ordinal::nth : Phrase::Ordinal::top;
  for (const std::string_view when :
       Words{"季度", "个月", "个季度", "年", "天", "个五年", "期", "月"}) {
    if (!begins(end, when)) continue;
    DateMention date;
    if (when == "季度") date.month = static_cast<int>(phrase.value) * 3;
    if (when == "季度" && (phrase.value < 1 || phrase.value > 4)) date.month.reset();
    const std::size_t past = end + when.size();
    add_trap(when == "期" ? TrapKind::ordinal : TrapKind::date, begin, past);
    add_date(begin, past, date);
    return true;
  }
  for (const std::string_view place : Words{"位次", "名", "位", "强"}) {
    if (!begins(end, place)) continue;
    end += place.size();
    phrase.kind_of_unit = UnitKind::place;
    phrase.unit = units_.places();
    break;
  }
  if (phrase.kind_of_unit != UnitKind::place && !is_nth) {
    // 前20个 is no place; 前十 is one where nothing follows that is counted.
    Phrase counted;
    if (read_unit(end, counted) > end) return false;
  }
  phrase.number = {begin, end};
  const std::size_t past = read_suffix(end, phrase);
  add_number(begin, past, phrase);
  return true;
}

/// 每个乡镇, 每名干部: the end of what is counted one by one, up to the verb or the bound behind
/// it.
std::size_t Tokenizer::per_noun_end(std::size_t begin, bool is_each) const {
  if (const WordEntry* entry = find_word(rest(begin));
      entry != nullptr && entry->word == Word::thing)
    return begin + entry->text.size();
  constexpr std::size_t wide = 3;
  constexpr std::size_t longest = 5 * wide;
  if (!is_each) return begin;
  for (std::size_t at = begin; at <= begin + longest && at < text_.size(); at += wide) {
    if (number_begins(at)) return at;
    constexpr std::uint32_t first = 0x4E00;
    constexpr std::uint32_t last = 0x9FFF;
    const std::uint32_t character = first_character(rest(at));
    if (character < first || character > last) return begin;
    const WordEntry* entry = find_word(rest(at));
    const bool is_long = entry != nullptr && entry->text.size() > 3;
    if (is_long &&
        (entry->word == Word::act || entry->word == Word::add || entry->word == Word::bound ||
         entry->word == Word::reach || entry->word == Word::rise_to || entry->word == Word::hedge))
      return at;
  }
  return begin;
}

/// 每千人, 每月, 每户: what a rate is per.
bool Tokenizer::read_per() {
  constexpr std::string_view per = "每";
  if (!begins(at_, per)) return false;
  const std::size_t begin = at_;
  std::size_t end = begin + per.size();
  const auto number = read_plain_digits(rest(end).substr(0, most_digits));
  const bool has_digits = number.has_value();
  if (has_digits) end += number->bytes;
  const std::size_t scales = scale_bytes(rest(end));
  const auto unit = units_.match(rest(end));
  std::size_t period = 0;
  for (const std::string_view word : Words{"季度", "半年", "学期", "周", "旬", "季", "天", "月"}) {
    if (period == 0 && begins(end, word)) period = word.size();
  }
  if (period > 0 && !has_digits) {
    end += period;
  } else if (unit && unit->kind != UnitKind::percent) {
    end += unit->bytes;
    if (begins(end, "口") && begins(end - 3, "人")) end += std::string_view("口").size();
    if (unit->kind == UnitKind::things) end = per_noun_end(end, !has_digits && scales == 0);
  } else if (scales > 0) {
    end += scales;
  } else {
    return false;
  }
  flush_text(begin);
  if (has_digits) add_trap(TrapKind::reference, begin, end);
  add(Word::per, begin, end);
  at_ = end;
  text_begin_ = at_;
  return true;
}

}  // namespace jinjiang::reading
