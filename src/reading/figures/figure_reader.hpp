// SPDX-License-Identifier: BSL-1.0
#pragma once

// The reader of one sentence after another. It keeps its tables and its storage, so that a report
// is read at the cost of its text.

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "reading/figures/clause.hpp"
#include "reading/figures/figure_context.hpp"

namespace jinjiang::reading {

/// The years that a heading or a topic sentence speaks of: 2026 and 2030 of “十五五”时期主要目标.
/// What stands beneath is due with the last of them.
struct Horizon {
  std::optional<int> from = {};
  std::optional<int> through = {};

  [[nodiscard]] bool is_empty() const noexcept { return !through; }
};

class FigureReader {
 public:
  explicit FigureReader(const UnitTable& units = UnitTable::standard())
      : units_(units), tokenizer_(units_) {}
  FigureReader(const FigureReader&) = delete;
  FigureReader& operator=(const FigureReader&) = delete;

  /// What is found holds until the next sentence is read.
  /// @param horizon  of what stands above the sentence
  const FigureReading& read(std::string_view sentence, bool is_review, const Horizon& horizon = {});
  [[nodiscard]] FigureReading take() { return std::exchange(out_, {}); }
  /// What the sentence that was read last leaves to one that ； joins to it.
  [[nodiscard]] const Horizon& left() const noexcept { return left_; }
  /// Of which time the sentence that was read last told at its end.
  [[nodiscard]] ToldOf told_of() const noexcept { return told_of_; }
  /// Of the plan: 三年内 begins with it.
  void set_year(std::optional<int> year) { year_ = year; }

 private:
  /// What holds until the sentence says otherwise.
  struct Standing {
    Firmness firmness = Firmness::committed;
    TextRange hedge;
    bool hedge_is_used = false;
    std::optional<int> due_year;
    std::optional<int> due_month;
    std::optional<int> due_day;
    bool due_is_next = false;         ///< 明年
    bool due_is_used = false;         ///< a figure has had it: a date without a year is of the next
    bool due_is_term = false;         ///< 三年内
    bool due_is_vague = false;        ///< 汛期前
    bool due_is_quarter = false;      ///< 三季度前
    std::optional<DateMention> span;  ///< 2021—2025年, for 年均
    bool is_observed = false;
    bool is_estimate = false;
    bool is_so_far = false;  ///< observed by 已 or 现有 alone: what is new ends it
    ToldOf told_of = ToldOf::unsaid;
    TextRange body;  ///< 全省, 我县
    bool is_part = false;
    struct Due {
      std::optional<int> year;
      std::optional<int> month;
      std::optional<int> day;
    };
    std::optional<Due> due_of_whole;  ///< before 其中, whose date is the part's
    bool had_figure = false;          ///< the clause before held a figure, and a comma ended it
    bool was_adjacent = false;        ///< the clause before ended with a figure
    Predicate last;                   ///< of the figure before
    TextRange last_subject;
    TextRange last_verb;
    std::ptrdiff_t last_figure = -1;
    UnitKind last_kind = UnitKind::none;
    TextRange basis;     ///< 扣除留抵退税因素
    TextRange last_per;  ///< 每个乡镇, of the figure before
    /// What held before a bracket that is open, and holds again behind it.
    struct Outside {
      bool is_observed = false;
      bool is_estimate = false;
      bool is_so_far = false;
      ToldOf told_of = ToldOf::unsaid;
      std::optional<int> due_year;
      std::optional<int> due_month;
      std::optional<int> due_day;
      bool due_is_used = false;
    };
    std::optional<Outside> outside;
  };

  // figure_traps.cpp: which numbers are none.
  void set_traps_aside();
  void share_units();
  void judge(std::size_t index);
  [[nodiscard]] bool goes_on_from_unread(const Phrase& phrase) const;
  [[nodiscard]] bool is_size(const Phrase& phrase, const After& after) const;
  [[nodiscard]] bool is_fund(const Phrase& phrase, const Before& before, const After& after) const;
  [[nodiscard]] bool is_formula(const Phrase& phrase, const Before& before) const;
  [[nodiscard]] bool is_condition(std::size_t index, const Before& before,
                                  const After& after) const;
  [[nodiscard]] bool is_joined_condition(std::size_t index) const;
  [[nodiscard]] bool is_rate_paid(const Phrase& phrase, const Before& before) const;
  [[nodiscard]] bool is_one_of_work(std::size_t index, const Before& before) const;
  [[nodiscard]] bool is_list_count(const Phrase& phrase, const After& after) const;
  [[nodiscard]] bool is_baseline(std::size_t index) const;
  [[nodiscard]] bool goes_on_counting(const Phrase& phrase) const;
  [[nodiscard]] bool is_supported(const Phrase& phrase, const Before& before,
                                  const After& after) const;
  void judge_ordinal(Phrase& phrase, const Before& before, const After& after);
  void judge_without_unit(Phrase& phrase, const Before& before, const After& after);
  void trap(Phrase& phrase, TrapKind kind);
  void leave_unread(Phrase& phrase);

  [[nodiscard]] bool is_joined_ordinal(const Phrase& phrase) const;
  [[nodiscard]] bool is_count_of_shares(std::size_t index) const;
  [[nodiscard]] bool is_people_of_place(const Phrase& phrase, const After& after) const;

  // figure_attributes.cpp: what is said of something that is there, or of others.
  void set_use_of_clause();
  [[nodiscard]] std::optional<TrapKind> attribute(std::size_t index, const Before& before,
                                                  const After& after);
  [[nodiscard]] bool is_of_year_before(const Phrase& phrase, const After& after) const;
  [[nodiscard]] bool is_in_bracket_of_others(const Phrase& phrase) const;
  [[nodiscard]] bool is_money_given(const Phrase& phrase) const;
  [[nodiscard]] bool is_number_of_bearers(const Phrase& phrase) const;
  [[nodiscard]] bool is_joined_size(std::size_t index, const Before& before) const;

  // figure_aims.cpp: what was aimed at is no reading.
  void look_for_aims();
  [[nodiscard]] bool is_aim(const Phrase& phrase) const;

  // figure_spans.cpp: of which time and of whom a figure is told.
  void open_bracket();
  void close_bracket();
  void stand_span(std::size_t token);
  void stand_body(std::size_t token);
  void set_told(Figure& figure, const Before& before, const After& after) const;

  // figure_durations.cpp: when time is promised, and 期.
  [[nodiscard]] bool is_duration_trap(const Phrase& phrase, const Before& before,
                                      const After& after) const;
  [[nodiscard]] bool is_limit_of_work(const Phrase& phrase) const;
  [[nodiscard]] bool is_session(const Phrase& phrase, const Before& before,
                                const After& after) const;

  // figure_rates.cpp: 每.
  void set_rate(Figure& figure, const Before& before);

  // figure_rules.cpp: what a number means.
  void read_number(Phrase& phrase);
  void inherit(Before& before, const Phrase& phrase, std::vector<Doubt>& doubts);
  void set_comparator(Figure& figure, const Phrase& phrase, const Before& before);
  void set_measure(Figure& figure, const Phrase& phrase, const Before& before, const After& after);
  [[nodiscard]] bool is_ceiling_of_year(const Figure& figure, const Phrase& phrase,
                                        const Before& before) const;
  void set_growth(Figure& figure, const Phrase& phrase, const Before& before);
  void set_quantity_measure(Figure& figure, const Phrase& phrase, const Before& before,
                            const After& after);
  // figure_direction.cpp: which way is better.
  void set_direction(Figure& figure, const Phrase* phrase, const Before& before);
  void turn_downward(Figure& figure);
  void finish(Figure& figure, const Before& before, const After& after);

  // figure_phrases.cpp: figures without a number of their own.
  void read_whole(std::size_t token);
  [[nodiscard]] bool is_brought_about(std::size_t token) const;
  void read_reference(std::size_t token);
  void read_order(std::size_t token);
  void read_order_before(std::size_t token);
  // figure_offsets.cpp: points above another series.
  bool take_comparison(Phrase& phrase, const Before& before);
  bool take_offset(Phrase& phrase, const Before& before);
  void set_series_measure(Figure& figure, const Before& before, TextRange reference);

  // figure_sentence.cpp: how the figures of a sentence hang together.
  void read_clause();
  void end_clause();
  // figure_lists.cpp: what 分别 says.
  void spread();
  void name_halves();

  [[nodiscard]] TextRange ranked(const Before& before) const;
  void extend_title(Figure& figure, TextRange more);
  void set_title(Figure& figure, TextRange verb, TextRange subject, bool verb_last);

  // figure_tense.cpp: what words of time say for all that follows them.
  void begin_sentence();
  void begin_anew();
  void stand(std::size_t token);
  void stand_date(std::size_t token);
  void stand_due(std::size_t token);
  void stand_term(std::size_t token, const DateMention& date);
  void reset_due();
  void end_due();
  [[nodiscard]] bool is_start_or_yardstick(std::size_t token) const;
  void put_dates_in_row(std::size_t token);
  void share_due_of_stage(std::size_t first_figure);
  void take_due_behind(std::size_t first_figure);
  void end_own_due();
  void doubt_due(Figure& figure);
  void stand_next_year();
  void stand_year(std::size_t token, int year);
  void stand_so_far();
  void stand_having(std::size_t token);
  void set_annual_base(Figure& figure);
  [[nodiscard]] bool tells(std::size_t token) const;
  [[nodiscard]] bool is_adverbial(std::size_t token) const;
  [[nodiscard]] bool is_governed(std::size_t token) const;

  [[nodiscard]] std::string_view words(TextRange range) const { return range.of(text_); }
  [[nodiscard]] std::string_view words(const Token& token) const { return words(token.range()); }
  void doubt(Figure& figure, std::string_view code, std::string_view reason,
             std::initializer_list<std::string_view> alternatives = {});

  UnitIndex units_;
  Tokenizer tokenizer_;
  Clause clause_;
  std::string_view text_;
  FigureReading out_;
  Standing standing_;
  bool is_review_ = false;
  std::optional<int> year_;
  Horizon horizon_;
  Horizon left_;
  ToldOf told_of_ = ToldOf::unsaid;
  std::vector<Before> befores_;  // of the clause's numbers
  /// What all numbers of a clause are.
  enum class UseOfClause : std::uint8_t {
    figures,
    ground,     ///< 在…的基础上
    of_others,  ///< 规划纲要提出
    rate        ///< 每新增1家奖励
  };
  UseOfClause use_of_clause_ = UseOfClause::figures;
  bool may_be_aim_ = false;       // the clause holds a character of such words: 目标, 未
  bool may_be_term_ = false;      // 任期
  bool each_of_bearers_ = false;  // 13个乡镇各引进1个
  bool has_aside_ = false;        // a number of the clause is a baseline or a condition
  std::vector<DateMention> dates_in_row_;  // 2028年底、2030年底
  std::size_t sentence_figures_ = 0;       // where the figures of the sentence begin
  std::vector<std::size_t> due_of_stage_;  // figures that a later clause gave their day
  std::vector<std::size_t> spread_list_;   // figures of the 分别 in the clause
};

}  // namespace jinjiang::reading
