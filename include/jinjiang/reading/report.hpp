// SPDX-License-Identifier: BSL-1.0
#pragma once

// A government work report in, the draft of a plan out: headings become goals, figures indicators,
// other commitments tasks; what is told of the year before becomes observations. Everything keeps
// the words it came from, and everything doubtful is listed for a person to check.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/model/builder.hpp>
#include <jinjiang/model/observations.hpp>
#include <jinjiang/reading/figures.hpp>
#include <jinjiang/reading/outline.hpp>

namespace jinjiang {

namespace reading {

/// What became of some words.
enum class Outcome : std::uint8_t { goal, indicator, task, observation, trap, furniture, unread };

/// Some words of a report and what became of them.
struct Passage {
  TextRange words;                    ///< in the report
  Outcome outcome = Outcome::unread;  ///< what became of them
  std::string node;                   ///< id in the draft; empty for trap, furniture and unread
  std::string note;  ///< what a person sees who points at it: `> 存量`, a TrapKind, a title
};

/// A place that a person should look at.
struct ReviewItem {
  TextRange words;                        ///< in the report
  std::string node;                       ///< id in the draft, where there is one
  std::string code;                       ///< as Doubt::code
  std::string text;                       ///< the sentence
  std::string taken;                      ///< what it was read as
  std::vector<std::string> alternatives;  ///< likeliest first
  std::string reason;                     ///< in Chinese
};

/// How much of the report's digits was accounted for.
struct DigitCoverage {
  std::size_t digits = 0;    ///< numerals of the report, each counted once; furniture is left out
  std::size_t in_nodes = 0;  ///< of them in goals, indicators and tasks
  std::size_t in_observations = 0;  ///< of them in readings
  std::size_t in_traps = 0;         ///< of them in numbers that promise nothing

  /// 0 to 1; 1 for a report without digits.
  [[nodiscard]] double share() const noexcept {
    return digits == 0 ? 1.0
                       : static_cast<double>(in_nodes + in_observations + in_traps) /
                             static_cast<double>(digits);
  }
};

}  // namespace reading

/// What is told with a report.
struct ReportOptions {
  std::string id = "report";         ///< of the plan
  std::string document = {};         ///< what `source` calls the report; default its title
  std::optional<int> year = {};      ///< of the plan; default: as the report says
  const UnitTable* units = nullptr;  ///< default: the standard units
};

/// What was read of a report.
struct ReportReading {
  std::string text;                         ///< the report
  PlanBuilder draft;                        ///< ready to build, and to be corrected first
  Observations observations;                ///< what it tells of the year before
  std::vector<reading::ReviewItem> review;  ///< the places to check, in the order of the report
  std::vector<reading::Passage> passages;   ///< in the order of the report; none overlaps
  reading::DigitCoverage coverage;          ///< how many of its digits were read

  /// The draft as a plan.
  [[nodiscard]] Plan plan() const { return draft.build(); }
};

/// Reads a government work report, a newspaper's summary of one, or a table of tasks, in UTF-8.
///
/// Whatever the text, there is a draft, and it builds.
/// @throws FormatError  the text is not UTF-8; names the byte
/// @par Complexity  O(bytes); at most 100 bytes of memory for each, and 8 MiB. Where figures stand
/// so close that their nodes would take more, the rest is left unread, and `too_dense` says from
/// where on.
[[nodiscard]] JINJIANG_EXPORT ReportReading read_report(std::string_view report,
                                                        const ReportOptions& options = {});

namespace reading {

/// The report as an HTML page: its text with what became of every word, and the review list beside
/// it. Needs nothing from elsewhere.
[[nodiscard]] JINJIANG_EXPORT std::string to_html(const ReportReading& reading);

/// The review list as CSV with the header line
/// `line,begin,end,node,code,words,text,taken,alternatives,reason`.
[[nodiscard]] JINJIANG_EXPORT std::string review_to_csv(const ReportReading& reading);

/// A report's bytes as UTF-8: from UTF-8, with or without its mark, or from GB18030.
/// @throws FormatError  they are neither; names the byte
[[nodiscard]] JINJIANG_EXPORT std::string decode_report(std::string_view bytes);

}  // namespace reading

template <>
struct EnumNames<reading::Outcome> {
  static constexpr std::array<std::string_view, 7> all{"goal", "indicator", "task",  "observation",
                                                       "trap", "furniture", "unread"};
};

}  // namespace jinjiang
