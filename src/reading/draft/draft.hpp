// SPDX-License-Identifier: BSL-1.0
#pragma once

// What is collected while a report is read, and the steps that collect it. Each step has a file.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/reading/report.hpp>

#include "reading/draft/commitments.hpp"
#include "reading/draft/node_writer.hpp"
#include "reading/figures/figure_reader.hpp"

namespace jinjiang::reading {

/// This year's indicator, to tie to it what is told of last year and what follows it.
struct Promise {
  std::uint64_t key = 0;    ///< subject_key
  std::uint64_t scope = 0;  ///< scope_key
  std::uint32_t node = 0;
  Measure measure = Measure::level;
  Direction direction = Direction::higher;
  bool has_value = true;
  bool is_of_year = true;  ///< and neither of a part of it, of several years nor of others
  ComparisonBase base;
  Unit unit;
};

/// A figure that is told as done.
struct Told {
  std::uint64_t key = 0;
  std::uint64_t scope = 0;
  std::size_t block = 0;
  std::size_t passage = 0;  ///< that shows it
  TextRange number;         ///< in the block's text
  TextRange words;          ///< in the block's text: the number with its subject
  TextRange sentence;
  std::string title;
  std::string basis;
  std::string note;
  double value = 0;
  Unit unit;
  Measure measure = Measure::level;
  Comparator comparator = Comparator::reach;
  ComparisonBase base;
  Stage stage = Stage::final;
  /// Of the whole year before and of the report's own region.
  bool is_of_year = true;
  Date observed_on;
};

/// An indicator whose value another series gives: 快于经济增长.
struct Follower {
  std::uint32_t node = 0;
  std::uint64_t key = 0;  ///< of the series
  std::string title;      ///< of the series, for a node of its own
  TextRange source;
  Comparator comparator = Comparator::at_least;
  double offset = 0;
  Unit unit;
  TargetOptions options;
};

/// What headings and the sentences before say of when something was done: 过去五年工作回顾.
struct ToldTime {
  std::optional<std::size_t> block = {};
  ToldOf of = ToldOf::unsaid;
};

struct Draft {
  Draft(std::string_view text, const Outline& parts, const ReportOptions& options, int year,
        std::string document);

  /// Whether what was made of the report takes the room that its bytes allow. Only texts that are
  /// nothing but figures come to it.
  [[nodiscard]] bool is_full() const noexcept;

  std::string_view report;
  const Outline& outline;
  std::string document;  ///< what the report is called
  FigureReader figures;
  NodeWriter nodes;
  std::string level;  ///< of the region that reports: 县; empty when it does not say
  std::vector<Passage> passages;
  std::vector<ReviewItem> review;
  Observations observations;
  std::vector<Promise> promises;
  std::vector<Told> told;
  std::vector<Follower> followers;
  ToldTime told_time;  ///< of the block that is read
  // Kept for their room.
  Commitments commitments;  ///< of the sentence that is read
  std::string title;        ///< of the node that is added
};

/// A sentence of a block, and the goal that what it says is part of.
struct Place {
  const Block* block = nullptr;
  std::size_t block_index = 0;
  TextRange sentence;  ///< in the block's text
  GoalNumber goal = root;
  std::string_view section;
  TextRange label = {};  ///< in the block's text: what all its sentences are about
  /// Stands before every heading of a report that has some, and does not end as a sentence.
  bool is_slogan = false;
  Horizon horizon = {};  ///< when what it promises is due, unless it says so itself

  [[nodiscard]] std::string_view text() const { return sentence.of(block->text); }
  /// In the block's text, of a range of the sentence.
  [[nodiscard]] TextRange in_block(TextRange range) const {
    return {range.begin + sentence.begin, range.end + sentence.begin};
  }
  [[nodiscard]] TextRange in_report(TextRange range) const {
    return block->in_source(in_block(range));
  }
};

/// What a figure became, for the passage that shows it.
struct Became {
  Outcome outcome = Outcome::unread;
  std::string_view node;
  std::string note;
};

/// Indicators and tasks of a sentence that promises.
void read_promises(Draft& draft, const Place& place);
/// A commitment without a figure.
void add_task(Draft& draft, const Place& place, TextRange words, std::string_view title,
              Firmness firmness);
/// The indicator of a figure; a task with a doubt where no target can be made of it.
Became add_indicator(Draft& draft, const Place& place, const Figure& figure);
/// What a sentence tells of the year before.
void read_told(Draft& draft, const Place& place);
Became add_told(Draft& draft, const Place& place, const Figure& figure);
/// Ties what was told to this year's indicators, or lists it as watched.
void tie_told(Draft& draft);
/// Ties indicators to the series that they follow.
void tie_followers(Draft& draft);

/// Promises by subject, for looking up.
class PromiseIndex {
 public:
  explicit PromiseIndex(const std::vector<Promise>& promises);
  /// The one promise of a subject in a measure and a unit; nothing when there are several.
  /// @param scope  of the promise; without one any will do
  [[nodiscard]] const Promise* find(std::uint64_t key, std::optional<std::uint64_t> scope,
                                    Measure measure, Unit unit) const;
  /// Any promise of the subject.
  [[nodiscard]] const Promise* find_any(std::uint64_t key) const;

 private:
  std::vector<Promise> sorted_;
};

/// Notes a place for a person to check.
void add_doubt(Draft& draft, const Place& place, TextRange words, std::string_view node,
               const Doubt& doubt, std::string_view taken);
/// The doubts of a figure, unless it has none.
void add_doubts(Draft& draft, const Place& place, const Figure& figure, const Became& became);
/// What a person sees who points at a figure: `> 存量`. Short, for there are many.
[[nodiscard]] std::string note_on(const Figure& figure);
/// What a figure was taken for: `> 900家 · 存量`.
[[nodiscard]] std::string taken_as(const Place& place, const Figure& figure);

/// Adds the passages of a sentence: figures, numbers that are none, and the rest of a commitment.
class PassagePainter {
 public:
  PassagePainter(Draft& draft, const Place& place, const FigureReading& found);

  /// What became of the next figure, in order; gives the number of its passage.
  std::size_t figure(const Figure& figure, const Became& became);
  /// A commitment without figures.
  void words(TextRange range, Outcome outcome, std::string_view node, std::string_view note);
  /// Numbers that are none, up to the end.
  void rest();

 private:
  void numbers_up_to(std::size_t end, Outcome outcome, std::string_view node,
                     std::string_view note);
  void add(std::size_t end, Outcome outcome, std::string_view node, std::string_view note);
  void show(TextRange words, Outcome outcome, std::string_view node, std::string_view note);

  Draft& draft_;
  const Place& place_;
  const FigureReading& found_;
  std::size_t at_ = 0;
  std::size_t trap_ = 0;
  std::size_t unread_ = 0;
};

/// In the order of the report, none over another.
void arrange(std::vector<Passage>& passages);
[[nodiscard]] DigitCoverage cover(std::string_view report, const std::vector<Passage>& passages);

}  // namespace jinjiang::reading
