// SPDX-License-Identifier: BSL-1.0

#include <jinjiang/reading/report.hpp>

#include <algorithm>

#include <jinjiang/detail/text.hpp>

#include "reading/draft/clause_words.hpp"
#include "reading/draft/deadline.hpp"
#include "reading/draft/draft.hpp"
#include "reading/draft/report_blocks.hpp"
#include "reading/draft/subjects.hpp"

namespace jinjiang {

namespace reading {

namespace {

constexpr std::size_t longest_document = 80;  ///< characters
constexpr int first_year = 2;                 ///< the year before it has a date
constexpr int last_year = 9999;

void check(std::string_view report, const ReportOptions& options) {
  if (const auto bad = detail::find_invalid_utf8(report)) {
    throw FormatError({}, "byte " + std::to_string(*bad) +
                              " of the report is not UTF-8; decode_report reads GB18030 as well");
  }
  if (options.year && (*options.year < first_year || *options.year > last_year)) {
    throw Error("year: expected a year from " + std::to_string(first_year) + " to " +
                std::to_string(last_year) + ", found " + std::to_string(*options.year));
  }
}

/// Whether a text is in another language: of twenty letters not one is Chinese.
bool is_foreign(std::string_view text) noexcept {
  std::size_t chinese = 0;
  std::size_t others = 0;
  for (std::size_t at = 0; at < text.size();) {
    // The more of it is Chinese, the sooner nothing that follows can outweigh it.
    if (20 * chinese >= others + (text.size() - at)) return false;
    const std::size_t bytes = detail::code_point_size(text, at);
    const auto first = static_cast<unsigned char>(text[at]);
    at += bytes;
    if (bytes == 1) {
      others += (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') ? 1U : 0U;
    } else if (bytes == 3 && first >= 0xe4 && first <= 0xe9) {
      ++chinese;
    } else {
      others += bytes == 2 || first == 0xe1 || (first >= 0xea && first <= 0xed) ? 1U : 0U;
    }
  }
  constexpr std::size_t enough = 80;
  return others >= enough && 20 * chinese < others;
}

const Block* title_block(const Outline& outline) {
  for (const Block& block : outline.blocks) {
    if (block.kind == BlockKind::title) return &block;
  }
  return nullptr;
}

/// 县 of the region that reports: from its title, its congress, or else the only 全县 that it
/// names.
std::string_view level_of(std::string_view report, std::string_view title) {
  if (const std::string_view level = level_in(title); !level.empty()) return level;
  constexpr std::size_t head = 1500;
  constexpr std::size_t name = 90;
  const std::string_view opening = report.substr(0, head);
  for (const std::string_view body : {"人民代表大会", "人民政府"}) {
    const std::size_t at = opening.find(body);
    if (at == std::string_view::npos) continue;
    std::string_view before = opening.substr(0, at);
    if (before.size() > name) before.remove_prefix(before.size() - name);
    if (const std::size_t line = before.rfind('\n'); line != std::string_view::npos)
      before.remove_prefix(line + 1);
    const std::size_t nth = before.rfind("第");
    if (const std::string_view level = level_in(before.substr(0, nth)); !level.empty())
      return level;
  }
  std::string_view found;
  for (const std::string_view all : {"全", "我"}) {
    for (std::size_t at = find_in(report, all); at != std::string_view::npos;
         at = find_in(report, all, at + 3)) {
      const std::string_view level = body_level(report.substr(at));
      if (level.empty() || level == found) continue;
      if (!found.empty()) return {};
      found = level;
    }
  }
  return found;
}

/// A year that the report does not say it plans for is the first thing to look at.
int guess_year(std::vector<ReviewItem>& review, const Outline& outline) {
  constexpr int without_any = 2000;
  const NamedYear latest = latest_year(outline);
  const int year = latest.year == 0 ? without_any : latest.year;
  review.push_back({.words = latest.words,
                    .node = {},
                    .code = "year_unknown",
                    .text = {},
                    .taken = std::to_string(year),
                    .alternatives = {},
                    .reason = latest.year == 0 ? "文中没有写明年份"
                                               : "没有写明是哪一年的计划，取文中最晚的一年"});
  return year;
}

}  // namespace

Draft::Draft(std::string_view text, const Outline& parts, const ReportOptions& options, int year,
             std::string name)
    : report(text),
      outline(parts),
      document(std::move(name)),
      figures(options.units ? *options.units : UnitTable::standard()),
      nodes(options.id, year, options.units ? *options.units : UnitTable::standard(), document) {
  figures.set_year(year);
  // A node takes some forty bytes of a report, seldom less than thirty.
  nodes.reserve(text.size() / 30 + 16, text.size() + 256);
  passages.reserve(text.size() / 12 + 16);
  promises.reserve(text.size() / 50 + 16);
}

bool Draft::is_full() const noexcept {
  // What one of each takes, with its texts and, of what was told, what comes of it when it is tied.
  constexpr std::size_t node = 400;
  constexpr std::size_t passage = 180;
  constexpr std::size_t item = 1000;
  constexpr std::size_t of_told = 1100;
  constexpr std::size_t follower = 800;
  constexpr std::size_t share = 60;  // of the 100 for a byte; the outline has the rest
  constexpr std::size_t fixed = std::size_t{4} << 20U;
  return nodes.size() * node + passages.size() * passage + review.size() * item +
             told.size() * of_told + followers.size() * follower >
         fixed + report.size() * share;
}

}  // namespace reading

ReportReading read_report(std::string_view report, const ReportOptions& options) {
  using namespace reading;
  check(report, options);
  const Outline outline = read_outline(report);
  std::vector<ReviewItem> review;
  int year = options.year.value_or(outline.year);
  if (year < first_year || year > last_year) year = guess_year(review, outline);

  const Block* title = title_block(outline);
  const std::string name =
      title != nullptr ? short_title(title->text, longest_document) : std::string();
  Draft draft(report, outline, options, year, options.document.empty() ? name : options.document);
  draft.nodes.title(name);
  draft.level = level_of(report, name);
  draft.review = std::move(review);

  if (is_foreign(report)) {
    // What it promises cannot be told from what it tells of.
    const std::string_view first_line = report.substr(0, report.find('\n'));
    draft.review.clear();
    draft.review.push_back({.words = {0, first_line.size()},
                            .node = {},
                            .code = "not_chinese",
                            .text = excerpt(first_line, {}),
                            .taken = {},
                            .alternatives = {},
                            .reason = "正文几乎没有汉字，没有读出目标和任务"});
  } else {
    read_blocks(draft);
  }
  tie_followers(draft);
  tie_told(draft);
  arrange(draft.passages);
  const auto is_before = [](const ReviewItem& a, const ReviewItem& b) {
    return a.words.begin < b.words.begin;
  };
  if (!std::is_sorted(draft.review.begin(), draft.review.end(), is_before))
    std::stable_sort(draft.review.begin(), draft.review.end(), is_before);
  const DigitCoverage coverage = cover(report, draft.passages);
  return {std::string(report),     draft.nodes.finish(),      std::move(draft.observations),
          std::move(draft.review), std::move(draft.passages), coverage};
}

}  // namespace jinjiang
