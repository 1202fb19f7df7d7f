// SPDX-License-Identifier: BSL-1.0
#pragma once

// A clause as tokens: what lies between two of ，；。：！？. Numbers come with their units, ranges
// and the bounds behind them; what can be seen at once to be no figure is set aside.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <jinjiang/model/vocabulary.hpp>
#include <jinjiang/reading/figures.hpp>
#include <jinjiang/reading/numerals.hpp>
#include <jinjiang/reading/text_range.hpp>

#include "reading/figures/lexicon.hpp"
#include "reading/figures/unit_index.hpp"
#include "reading/numerals/match.hpp"
#include "reading/numerals/numeral_signs.hpp"

namespace jinjiang::reading {

struct Token {
  std::size_t begin = 0;
  std::size_t end = 0;
  Word word = Word::text;
  std::uint8_t value = 0;
  std::uint8_t flags = 0;
  std::uint32_t index = 0;  ///< of a number: its phrase; of a date: its date

  [[nodiscard]] bool is_lower() const noexcept { return flags & WordEntry::lower_is_better; }
  [[nodiscard]] bool is_nominal() const noexcept { return flags & WordEntry::nominal; }
  [[nodiscard]] bool is_strong() const noexcept { return flags & WordEntry::strong; }
  [[nodiscard]] bool is_also_act() const noexcept { return flags & WordEntry::also_act; }
  [[nodiscard]] bool is_yearly() const noexcept { return flags & WordEntry::flows; }
  [[nodiscard]] TextRange range() const noexcept { return {begin, end}; }
};

/// A number with what belongs to it.
struct Phrase {
  enum class Ordinal : std::uint8_t { none, nth, top };  ///< 第4, 前4
  /// What became of it.
  enum class Use : std::uint8_t { open, figure, trap, unread, nothing };

  TextRange whole;   ///< with 第 or 前 before it and 以上 behind
  TextRange number;  ///< with its unit
  std::size_t token = 0;
  double value = 0;
  std::optional<double> upper;
  NumeralKind kind = NumeralKind::number;
  Ordinal ordinal = Ordinal::none;
  Use use = Use::open;
  bool is_chinese = false;
  bool is_scale_alone = false;  ///< 百场
  bool is_vague = false;        ///< 30余项
  bool is_unit_guessed = false;
  bool is_grouped = false;   ///< 3，000家
  bool is_reversed = false;  ///< 8至3家
  bool is_class = false;     ///< 10万吨级
  UnitKind kind_of_unit = UnitKind::none;
  Unit unit;
  std::string_view scale;  ///< a scale without unit: 万 in 1.2万民警
  std::optional<Comparator> suffix;
  bool is_within_time = false;  ///< 3天内
};

/// A date or a term.
struct DateMention {
  std::optional<int> year = {};
  std::optional<int> through = {};  ///< 2025 in 2021—2025年
  std::optional<int> month = {};
  std::optional<int> day = {};
  bool is_term = false;  ///< 三年: how long, not when
  int years = 0;         ///< of a term
};

struct Clause {
  enum class Stop : std::uint8_t { none, comma, colon, semicolon, full };
  std::size_t begin = 0;
  std::size_t end = 0;
  Stop stop = Stop::none;
  std::vector<Token> tokens;
  std::vector<Phrase> phrases;
  std::vector<DateMention> dates;

  void clear() {
    tokens.clear();
    phrases.clear();
    dates.clear();
  }
};

/// A number with more digits is none that a person meant.
inline constexpr std::size_t most_digits = 40;

/// Cuts a sentence into clauses of tokens, one after another.
class Tokenizer {
 public:
  explicit Tokenizer(const UnitIndex& units) : units_(units) {}

  void start(std::string_view sentence) {
    text_ = sentence;
    at_ = 0;
    is_head_ = true;
  }
  /// The next clause, or false at the end. Traps found on the way are added.
  bool next(Clause& clause, FigureReading& out);

 private:
  void step();
  bool read_stop();
  bool read_mark();
  void read_quote(std::size_t mark_bytes, std::string_view closing);
  void read_letters();
  bool read_arabic();
  [[nodiscard]] bool is_minus() const;
  [[nodiscard]] bool is_point_alone() const;
  bool leave_digits(std::size_t run);
  [[nodiscard]] std::size_t unknown_unit_end(std::size_t at) const;
  [[nodiscard]] std::optional<PlainNumber> read_groups(std::size_t begin) const;
  bool read_chinese();
  bool read_ordinal();
  bool read_per();
  [[nodiscard]] std::size_t per_noun_end(std::size_t begin, bool is_each) const;
  bool read_known_word();
  bool read_list_head();

  /// What surrounds a number. All begin at the number and move `at_` to their end.
  bool read_code(std::size_t begin, std::size_t end, double value);
  bool read_date(std::size_t begin, std::size_t end, double value, bool is_chinese);
  bool read_month(std::size_t begin, std::size_t end, double value, std::optional<int> year);
  void read_quantity(std::size_t begin, std::size_t number_end, Phrase& phrase);
  std::size_t read_unit(std::size_t at, Phrase& phrase);
  std::size_t read_range(std::size_t at, Phrase& phrase);
  std::size_t read_suffix(std::size_t at, Phrase& phrase);

  void add(Word word, std::size_t begin, std::size_t end, std::uint8_t value = 0,
           std::uint8_t flags = 0, std::uint32_t index = 0);
  void add_number(std::size_t begin, std::size_t end, Phrase& phrase);
  void add_date(std::size_t begin, std::size_t end, DateMention date);
  void add_trap(TrapKind kind, std::size_t begin, std::size_t end);
  void flush_text(std::size_t end);
  [[nodiscard]] std::string_view rest(std::size_t at) const { return text_.substr(at); }
  [[nodiscard]] bool begins(std::size_t at, std::string_view word) const {
    return at <= text_.size() && starts_with(text_.substr(at), word);
  }
  [[nodiscard]] bool number_begins(std::size_t at) const;

  const UnitIndex& units_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t text_begin_ = 0;  // of the run that no word has claimed
  Clause* clause_ = nullptr;
  FigureReading* out_ = nullptr;
  bool is_head_ = true;  // nothing but marks so far: a number here may count a list
};

}  // namespace jinjiang::reading
