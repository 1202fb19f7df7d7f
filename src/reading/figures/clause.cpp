// SPDX-License-Identifier: BSL-1.0
#include "reading/figures/clause.hpp"

#include <algorithm>
#include <array>

#include <jinjiang/detail/text.hpp>

#include "reading/numerals/numeral_signs.hpp"

namespace jinjiang::reading {

namespace {

/// No clause is longer, so that looking around in it costs a bounded time.
constexpr std::size_t most_tokens = 160;
constexpr std::size_t longest_text = 600;
constexpr std::size_t longest_name = 66;

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_ascii(char c) noexcept { return static_cast<unsigned char>(c) < 0x80; }

struct Pair {
  std::string_view open;
  std::string_view close;
};
constexpr Pair quotes[] = {{"“", "”"},   {"‘", "’"},   {"「", "」"}, {"『", "』"},
                           {"《", "》"}, {"〈", "〉"}, {"\"", "\""}};

/// “两个80%”: a slogan counts its shares.
bool counts_shares(std::string_view quoted) {
  const ChineseSign* sign = chinese_sign(quoted);
  return sign != nullptr && starts_with(quoted.substr(sign->name.size()), "个");
}

/// Whether quoted words are a sentence rather than a name.
bool is_statement(std::string_view quoted) {
  constexpr std::size_t longest = 48;
  if (counts_shares(quoted)) return quoted.size() > longest;
  return quoted.size() > longest || quoted.find('%') != std::string_view::npos ||
         quoted.find("％") != std::string_view::npos;
}

bool has_numeral(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (arabic_sign(text, at).is_digit() || chinese_sign(text.substr(at)) != nullptr) return true;
  }
  return false;
}

}  // namespace

bool Tokenizer::next(Clause& clause, FigureReading& out) {
  if (at_ >= text_.size()) return false;
  clause.clear();
  clause.begin = at_;
  clause.stop = Clause::Stop::none;
  clause_ = &clause;
  out_ = &out;
  text_begin_ = at_;
  while (at_ < text_.size()) {
    if (const std::size_t idle = idle_bytes(rest(at_).substr(0, longest_text)); idle > 0) {
      at_ += idle;
      is_head_ = false;
      if (at_ - text_begin_ > longest_text) flush_text(at_);
      continue;
    }
    if (read_stop()) break;
    step();
    // Spaces and marks at the head leave a number there the head of a list.
    if (is_head_ && !clause.tokens.empty() && clause.tokens.back().word != Word::space &&
        clause.tokens.back().word != Word::mark && clause.tokens.back().word != Word::open)
      is_head_ = false;
    if (at_ - text_begin_ > longest_text) flush_text(at_);
    if (clause.tokens.size() >= most_tokens) break;
  }
  if (clause.stop == Clause::Stop::none) {
    flush_text(at_);
    clause.end = at_;
  }
  return true;
}

bool Tokenizer::read_stop() {
  struct Mark {
    std::string_view text;
    Clause::Stop stop;
  };
  static constexpr std::array<Mark, 15> marks{{{"，", Clause::Stop::comma},
                                               {"。", Clause::Stop::full},
                                               {"；", Clause::Stop::semicolon},
                                               {"：", Clause::Stop::colon},
                                               {"！", Clause::Stop::full},
                                               {"？", Clause::Stop::full},
                                               {"——", Clause::Stop::colon},
                                               {",", Clause::Stop::comma},
                                               {";", Clause::Stop::semicolon},
                                               {":", Clause::Stop::colon},
                                               {"!", Clause::Stop::full},
                                               {"?", Clause::Stop::full},
                                               {"\n", Clause::Stop::full},
                                               {"\r", Clause::Stop::full},
                                               {"\t", Clause::Stop::full}}};
  const char first = text_[at_];
  // Punctuation stands in a few rows of the code chart.
  if (!is_ascii(first) && first != '\xEF' && first != '\xE3' && first != '\xE2') return false;
  if (is_letter(first) || is_digit(first)) return false;
  for (const Mark& mark : marks) {
    if (!begins(at_, mark.text)) continue;
    // 其中：甲5家: it goes on.
    if (mark.stop == Clause::Stop::colon && mark.text != "——" && text_begin_ == at_ &&
        !clause_->tokens.empty() && clause_->tokens.back().word == Word::part)
      return false;
    flush_text(at_);
    clause_->end = at_;
    clause_->stop = mark.stop;
    at_ += mark.text.size();
    is_head_ = mark.stop == Clause::Stop::full;
    return true;
  }
  return false;
}

void Tokenizer::step() {
  const char first = text_[at_];
  if (is_digit(first)) {
    if (read_list_head() || read_arabic()) return;
  } else if (is_letter(first)) {
    return read_letters();
  } else if (is_ascii(first)) {
    if (read_mark()) return;
    if (read_known_word()) return;
    if (is_minus() && read_arabic()) return;
    if (is_point_alone()) {
      std::size_t run = at_ + 1;
      while (run < text_.size() && is_digit(text_[run])) ++run;
      leave_digits(run);
      return;
    }
    flush_text(at_);
    add(Word::mark, at_, at_ + 1);
    ++at_;
    text_begin_ = at_;
    return;
  } else {
    if (first == '\xE2' || first == '\xE3' || first == '\xEF') {
      if (read_mark()) return;
      if (first == '\xEF' && arabic_sign(text_, at_).is_digit() && read_arabic()) return;
      if (is_letter(latin_sign(text_, at_).character)) return read_letters();
      if (is_minus() && read_arabic()) return;
    }
    constexpr std::uint32_t nth = first_character("第");
    constexpr std::uint32_t top = first_character("前");
    constexpr std::uint32_t per = first_character("每");
    const std::uint32_t character = first_character(rest(at_));
    if ((character == nth || character == top) && read_ordinal()) return;
    if (character == per && read_per()) return;
    if (read_known_word()) return;
    constexpr Characters vague("翻半数上几");
    if ((chinese_sign(rest(at_)) != nullptr || vague.begin(rest(at_))) && read_chinese()) return;
  }
  // A character, or what there is of it.
  const std::size_t end = at_ + jinjiang::detail::code_point_size(text_, at_);
  ++at_;
  while (at_ < end && (static_cast<unsigned char>(text_[at_]) & 0xC0U) == 0x80U) ++at_;
}

/// 增长−2%: right behind a known word a dash before a digit is no hyphen.
bool Tokenizer::is_minus() const {
  const ArabicSign sign = arabic_sign(text_, at_);
  const bool follows_name = !clause_->tokens.empty() && clause_->tokens.back().word == Word::name;
  return sign.character == '-' && text_begin_ == at_ && !follows_name &&
         arabic_sign(text_, at_ + sign.bytes).is_digit();
}

/// .5万家: the digit before the point may be lost, so that nobody knows how much it is.
bool Tokenizer::is_point_alone() const {
  const bool follows_code =
      at_ > 0 && (is_digit(text_[at_ - 1]) || is_letter(text_[at_ - 1]) || text_[at_ - 1] == '.');
  return text_[at_] == '.' && !follows_code && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]);
}

bool Tokenizer::read_mark() {
  struct Mark {
    std::string_view text;
    Word word;
  };
  static constexpr std::array<Mark, 14> marks{{{"、", Word::pause},
                                               {"：", Word::space},
                                               {":", Word::space},
                                               {"（", Word::open},
                                               {"）", Word::close},
                                               {"(", Word::open},
                                               {")", Word::close},
                                               {" ", Word::space},
                                               {"　", Word::space},
                                               {"【", Word::open},
                                               {"】", Word::close},
                                               {"[", Word::open},
                                               {"]", Word::close},
                                               {"…", Word::mark}}};
  for (const Pair& quote : quotes) {
    if (!begins(at_, quote.open)) continue;
    if (read_known_word()) return true;  // “十四五”
    read_quote(quote.open.size(), quote.close);
    return true;
  }
  // Bullets and circled numbers, U+2460 to U+27BF.
  const auto byte = [this](std::size_t i) { return static_cast<unsigned char>(text_[at_ + i]); };
  if (at_ + 3 <= text_.size() && byte(0) == 0xE2 && byte(1) >= 0x91 && byte(1) <= 0x9E &&
      (byte(2) & 0xC0U) == 0x80U) {
    flush_text(at_);
    add(Word::mark, at_, at_ + 3);
    at_ += 3;
    text_begin_ = at_;
    return true;
  }
  for (const Mark& mark : marks) {
    if (!begins(at_, mark.text)) continue;
    flush_text(at_);
    add(mark.word, at_, at_ + mark.text.size());
    at_ += mark.text.size();
    constexpr std::string_view including = "含";  // （含超充桩60个）
    if (mark.word == Word::open && begins(at_, including) &&
        !starts_with_any(rest(at_ + including.size()), {"）", ")"})) {
      add(Word::part, at_, at_ + including.size());
      at_ += including.size();
    }
    text_begin_ = at_;
    return true;
  }
  return false;
}

void Tokenizer::read_quote(std::size_t mark_bytes, std::string_view closing) {
  flush_text(at_);
  const std::string_view inside = rest(at_ + mark_bytes).substr(0, longest_name);
  const std::size_t end = inside.find(closing);
  const bool is_book = closing == "》" || closing == "〉";
  if (end == std::string_view::npos || (is_statement(inside.substr(0, end)) && !is_book)) {
    add(Word::mark, at_, at_ + mark_bytes);
    at_ += mark_bytes;
  } else {
    const std::size_t past = at_ + mark_bytes + end + closing.size();
    if (has_numeral(inside.substr(0, end))) add_trap(TrapKind::name, at_, past);
    add(Word::name, at_, past);
    at_ = past;
  }
  text_begin_ = at_;
}

/// 1. or 1、 or （1） before anything else.
bool Tokenizer::read_list_head() {
  if (!is_head_) return false;
  std::size_t end = at_;
  while (end < text_.size() && is_digit(text_[end]) && end - at_ < 3) ++end;
  std::size_t past = end;
  for (const std::string_view mark : Words{"、", "．", "）", ")", "."}) {
    if (!begins(end, mark)) continue;
    past = end + mark.size();
    break;
  }
  // 07 以治理为抓手: a number set apart, with nothing that it could count.
  if (begins(end, " ") && !units_.match(rest(end + 1)) && end + 1 < text_.size() &&
      !is_digit(text_[end + 1]))
    past = end + 1;
  if (past == end || (past < text_.size() && is_digit(text_[past]))) return false;
  flush_text(at_);
  add_trap(TrapKind::enumeration, at_, end);
  add(Word::mark, at_, past);
  at_ = past;
  text_begin_ = at_;
  return true;
}

bool Tokenizer::number_begins(std::size_t at) const {
  while (begins(at, " ")) ++at;
  if (at >= text_.size()) return false;
  const ArabicSign arabic = arabic_sign(text_, at);
  if (arabic.is_digit()) return true;
  if (arabic.character == '-') return arabic_sign(text_, at + arabic.bytes).is_digit();
  if (is_ascii(text_[at])) return false;
  if (chinese_sign(rest(at)) != nullptr) return true;
  constexpr Characters heads("每第前近约超逾半数上“全年今");
  if (!heads.begin(rest(at))) return false;
  for (const std::string_view head :
       Words{"每", "第", "前", "近", "约", "超", "逾", "半", "数", "上"}) {
    if (begins(at, head)) {
      const std::size_t after = at + head.size();
      return head == "半" || arabic_sign(text_, after).is_digit() ||
             chinese_sign(rest(after)) != nullptr || begins(after, " ");
    }
  }
  return begins(at, "“十") || begins(at, "全年") || begins(at, "年底") || begins(at, "今年");
}

void Tokenizer::add(Word word, std::size_t begin, std::size_t end, std::uint8_t value,
                    std::uint8_t flags, std::uint32_t index) {
  if (end > begin) clause_->tokens.push_back({begin, end, word, value, flags, index});
}

void Tokenizer::add_number(std::size_t begin, std::size_t end, Phrase& phrase) {
  flush_text(begin);
  phrase.token = clause_->tokens.size();
  phrase.whole = {begin, end};
  add(Word::number, begin, end, 0, 0, static_cast<std::uint32_t>(clause_->phrases.size()));
  clause_->phrases.push_back(phrase);
  at_ = end;
  text_begin_ = at_;
}

void Tokenizer::add_date(std::size_t begin, std::size_t end, DateMention date) {
  flush_text(begin);
  add(Word::date, begin, end, 0, 0, static_cast<std::uint32_t>(clause_->dates.size()));
  clause_->dates.push_back(date);
  at_ = end;
  text_begin_ = at_;
}

void Tokenizer::add_trap(TrapKind kind, std::size_t begin, std::size_t end) {
  out_->traps.push_back({{begin, end}, kind});
}

void Tokenizer::flush_text(std::size_t end) {
  add(Word::text, text_begin_, end);
  text_begin_ = end;
}

}  // namespace jinjiang::reading
