// SPDX-License-Identifier: BSL-1.0

#include "reading/outline/parts.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "reading/outline/periods.hpp"
#include "reading/outline/phrases.hpp"
#include "reading/outline/words.hpp"

namespace jinjiang::reading::detail {

namespace {

/// The latest year of the form 2024年 in a short text, or 0.
int latest_year(std::string_view text) noexcept {
  constexpr std::string_view sign = "年";
  int latest = 0;
  for (std::size_t at = text.find(sign); at != std::string_view::npos;
       at = text.find(sign, at + sign.size())) {
    if (at >= 4) latest = std::max(latest, year_at(text.substr(at - 4)));
  }
  if (latest > 0 || text.size() < 4) return latest;
  // Work Plan 2024
  return year_at(std::string(text.substr(text.size() - 4)) + std::string(sign));
}

/// The year after the meeting's when it met in the last weeks of one.
int year_of_meeting(std::string_view dateline) noexcept {
  const std::string_view month = dateline.substr(std::min<std::size_t>(dateline.size(), 7), 2);
  const bool is_late = month == "11" || month == "12";
  return year_at(dateline) + (is_late ? 1 : 0);
}

class PartTeller {
 public:
  PartTeller(Draft& draft, int report_year) : draft_(draft), year_(report_year) {
    for (std::size_t i = 0; i < draft_.size(); ++i) {
      if (draft_.blocks[i].kind != BlockKind::heading) continue;
      const Numbering numbering = draft_.notes[i].marker.numbering;
      has_headings_ = true;
      if (numbering == Numbering::chapter || numbering == Numbering::chinese ||
          numbering == Numbering::markdown) {
        is_newspaper_ = false;
      }
    }
  }

  void tell() {
    for (std::size_t i = 0; i < draft_.size(); ++i) {
      Block& block = draft_.blocks[i];
      if (block.kind == BlockKind::heading) {
        block.part = part_of_heading_at(i);
        if (block.part == ReportPart::targets) has_targets_ = true;
        if (block.level == 1) current_ = block.part;
      }
    }
    for (std::size_t i = 0; i < draft_.size(); ++i) {
      const BlockKind kind = draft_.blocks[i].kind;
      if (kind == BlockKind::item || kind == BlockKind::paragraph) {
        draft_.blocks[i].part = part_of_text(i);
      } else if (kind == BlockKind::title) {
        tense_ = ReportPart::preface;
      }
    }
    if (!is_newspaper_) return;
    find_result_lists();
    find_homes();
  }

 private:
  [[nodiscard]] const std::string& text(std::size_t i) const { return draft_.blocks[i].text; }

  // What a block's words cannot tell need not be looked for.
  [[nodiscard]] bool announces_targets_at(std::size_t i) const {
    return (draft_.notes[i].words & target_word) != 0 && announces_targets(text(i));
  }
  [[nodiscard]] ReportPart tense_at(std::size_t i) const {
    constexpr std::uint32_t told = past_word | coming_word | year_sign;
    return (draft_.notes[i].words & told) != 0 ? part_of_tense(text(i), year_)
                                               : ReportPart::preface;
  }

  ReportPart part_of_heading_at(std::size_t i) const {
    const Block& block = draft_.blocks[i];
    const ReportPart own = part_of_heading(block.text, year_);
    if (block.parent >= 0 && (draft_.notes[i].words & section_word) == 0)
      return draft_.blocks[static_cast<std::size_t>(block.parent)].part;
    const bool is_told = own == ReportPart::targets || own == ReportPart::review;
    if (block.parent >= 0) {
      const ReportPart above = draft_.blocks[static_cast<std::size_t>(block.parent)].part;
      // 重点工作 stands in headings of any depth, 预期目标 only where there are some.
      // 2027年重点工作 is of the plan's year, wherever it stands.
      const bool is_dated =
          own == ReportPart::work && year_ > 0 && years_of_heading(block.text).last == year_;
      return block.level == 2 && (is_told || is_dated) ? own : above;
    }
    if (own != ReportPart::preface) return own;
    if (is_area_heading(block.text)) return ReportPart::work;
    if (current_ == ReportPart::work) return ReportPart::work;
    const ReportPart tense = part_of_tense(block.text, year_);
    if (tense != ReportPart::preface) return tense;
    const std::size_t below = draft_.next(i);
    const ReportPart told = below < draft_.size() ? tense_at(below) : tense;
    return told == ReportPart::review ? told : ReportPart::work;
  }

  ReportPart part_of_text(std::size_t i) {
    const Block& block = draft_.blocks[i];
    const Note& note = draft_.notes[i];
    if (block.parent < 0) return part_without_heading(i);
    const ReportPart above = draft_.blocks[static_cast<std::size_t>(block.parent)].part;
    if (above != ReportPart::review && announces_targets_at(i)) return ReportPart::targets;
    if (!is_newspaper_ || note.marker.numbering != Numbering::none || note.is_ended) return above;
    if (is_award(block.text)) return ReportPart::review;
    if (has_targets_ && is_target_line(i)) return ReportPart::targets;
    return above;
  }

  /// 地区生产总值增长6%左右 on a line of its own, or another figure between such lines.
  [[nodiscard]] bool is_target_line(std::size_t i) const {
    const Note& note = draft_.notes[i];
    if (!note.has_digit || note.points > 50) return false;
    if ((note.words & headline_word) != 0 && is_headline_target(text(i))) return true;
    return i > 0 && draft_.blocks[i - 1].part == ReportPart::targets &&
           draft_.blocks[i - 1].kind != BlockKind::heading;
  }

  /// Before any heading, and in reports without any: the tense that was heard last.
  ReportPart part_without_heading(std::size_t i) {
    const Block& block = draft_.blocks[i];
    const Note& note = draft_.notes[i];
    if (note.is_dateline) return ReportPart::preface;
    // A row has dates of its own, in cells that say nothing of the rows below.
    const ReportPart tense = note.is_row ? ReportPart::preface : tense_at(i);
    if (announces_targets_at(i)) {
      // What follows this year's targets is how to reach them.
      if (tense != ReportPart::review) tense_ = ReportPart::work;
      return ReportPart::targets;
    }
    if (tense != ReportPart::preface) return tense_ = tense;
    if (!note.is_ended && note.marker.numbering == Numbering::none && is_award(block.text)) {
      return ReportPart::review;
    }
    if (tense_ != ReportPart::preface) return tense_;
    const bool is_task = note.is_row || begins_with_task_verb(block.text) ||
                         (!has_headings_ && block.kind == BlockKind::item);
    return is_task ? ReportPart::work : ReportPart::preface;
  }

  /// Lists of bullets that tell of results, wherever the page's columns put them.
  void find_result_lists() {
    for (std::size_t i = 0; i < draft_.size();) {
      const Marker marker = draft_.notes[i].marker;
      if (draft_.blocks[i].kind != BlockKind::item || !marker.is_bullet()) {
        ++i;
        continue;
      }
      std::size_t end = i;
      std::size_t count = 0;
      std::size_t results = 0;
      std::size_t tasks = 0;
      for (; end < draft_.size(); ++end) {
        if (draft_.is_furniture(end)) continue;
        const bool is_same = draft_.blocks[end].kind == BlockKind::item &&
                             draft_.notes[end].marker.is_of_kind(marker);
        if (!is_same) break;
        ++count;
        results += (draft_.notes[end].words & result_word) != 0 ? 1U : 0U;
        tasks += begins_with_task_verb(text(end)) ? 1U : 0U;
      }
      // Below a heading of what is to be done it takes more of them to say that columns are mixed.
      const std::ptrdiff_t parent = draft_.blocks[i].parent;
      const bool is_below_work =
          parent >= 0 && draft_.blocks[static_cast<std::size_t>(parent)].part == ReportPart::work;
      const bool has_results = is_below_work ? 2 * results > count : 3 * results >= count;
      const bool is_review = has_results && 4 * tasks <= count;
      for (; i < end; ++i) {
        if (is_review && !draft_.is_furniture(i)) draft_.blocks[i].part = ReportPart::review;
      }
    }
  }

  /// Text whose part is not that of the heading above it goes below one of its own part.
  void find_homes() {
    constexpr std::size_t parts = 4;
    std::array<std::ptrdiff_t, parts> first{-1, -1, -1, -1};
    for (std::size_t i = draft_.size(); i-- > 0;) {
      const Block& block = draft_.blocks[i];
      if (block.kind == BlockKind::heading && block.level == 1) {
        first[static_cast<std::size_t>(block.part)] = static_cast<std::ptrdiff_t>(i);
      }
    }
    std::array<std::ptrdiff_t, parts> last = first;
    for (std::size_t i = 0; i < draft_.size(); ++i) {
      Block& block = draft_.blocks[i];
      const auto part = static_cast<std::size_t>(block.part);
      if (block.kind == BlockKind::heading && block.level == 1) {
        last[part] = static_cast<std::ptrdiff_t>(i);
      } else if (block.kind == BlockKind::item && block.parent >= 0 &&
                 draft_.blocks[static_cast<std::size_t>(block.parent)].part != block.part) {
        block.parent = last[part];
      }
    }
  }

  Draft& draft_;
  int year_;
  bool has_headings_ = false;
  bool is_newspaper_ = true;  ///< no heading is numbered 一、, so that columns may be shuffled
  bool has_targets_ = false;
  ReportPart current_ = ReportPart::preface;
  ReportPart tense_ = ReportPart::preface;
};

}  // namespace

int find_report_year(const Draft& draft) {
  int of_title = 0;
  int of_review = 0;
  int of_text = 0;
  int of_meeting = 0;
  int of_headings = 0;
  std::size_t seen = 0;
  for (std::size_t i = 0; i < draft.size(); ++i) {
    const Block& block = draft.blocks[i];
    if (block.kind == BlockKind::heading) {
      of_headings = std::max(of_headings, years_of_heading(block.text).last);
      const int year = latest_year(block.text);
      if (year == 0) continue;
      // Without a year to compare with, words alone decide.
      const ReportPart part = part_of_heading(block.text, 0);
      if (part == ReportPart::review) {
        of_review = std::max(of_review, year + 1);
      } else if (part != ReportPart::preface) {
        return year;
      }
    } else if (block.kind == BlockKind::title) {
      of_title = std::max(of_title, latest_year(block.text));
    } else if (draft.notes[i].is_dateline) {
      of_meeting = std::max(of_meeting, year_of_meeting(block.text));
    } else if (block.kind != BlockKind::furniture && seen++ < 64) {
      of_text = std::max(of_text, year_at(block.text));
    }
  }
  for (const int year : {of_review, of_title, of_meeting, of_headings}) {
    if (year != 0) return year;
  }
  return of_text;
}

void tell_parts(Draft& draft, int report_year) { PartTeller(draft, report_year).tell(); }

}  // namespace jinjiang::reading::detail
