// SPDX-License-Identifier: BSL-1.0

#include "reading/outline/headings.hpp"

#include <algorithm>
#include <utility>

#include "reading/outline/characters.hpp"
#include "reading/outline/periods.hpp"
#include "reading/outline/phrases.hpp"
#include "reading/outline/words.hpp"

namespace jinjiang::reading::detail {

namespace {

constexpr std::size_t longest_heading = 44;  // characters; the longest in the reports seen has 31
constexpr std::size_t longest_plain = 34;
constexpr std::size_t longest_lead = 24;

/// Systems that number headings unless something speaks against it.
bool numbers_headings(Numbering numbering) noexcept {
  return numbering == Numbering::markdown || numbering == Numbering::chapter ||
         numbering == Numbering::section || numbering == Numbering::chinese ||
         numbering == Numbering::chinese_in_brackets;
}

/// Numbered blocks that follow each other: （一）, （二）, （三）.
struct Sequence {
  std::uint32_t count = 0;
  std::uint32_t with_content = 0;

  /// Most have text of their own below, so that they are headings. The last of a list is often
  /// followed by text that is not its own, so that half is not enough.
  [[nodiscard]] bool has_content() const noexcept {
    return count == 1 ? with_content == 1 : 2 * with_content > count;
  }
};

class HeadingFinder {
 public:
  explicit HeadingFinder(Draft& draft) : draft_(draft), notes_(draft.notes) {}

  void find() {
    find_title();
    for (std::size_t i = 0; i < draft_.size(); ++i) {
      if (is_text(i) && notes_[i].is_unmarked()) {
        notes_[i].is_plain_heading = is_plain_heading(i);
        notes_[i].is_dateline = is_dateline(draft_.blocks[i].text);
      }
    }
    count_sequences();
    const bool has_leads = count_plain_leads() >= 3;
    for (std::size_t i = 0; i < draft_.size(); ++i) {
      if (!is_text(i)) continue;
      Note& note = notes_[i];
      if (note.is_unmarked()) {
        note.is_lead_heading = has_leads && is_lead(i) && !note.is_dateline;
        if (note.is_plain_heading) draft_.blocks[i].kind = BlockKind::heading;
      } else if (is_numbered_heading(i)) {
        draft_.blocks[i].kind = BlockKind::heading;
      } else {
        const bool can_lead = !note.marker.is_bullet() && !note.marker.is_inline();
        note.is_lead_heading = can_lead && is_lead(i) && sequences_[note.sequence].has_content();
      }
    }
  }

 private:
  [[nodiscard]] bool is_text(std::size_t i) const {
    return draft_.blocks[i].kind == BlockKind::paragraph && !notes_[i].is_row;
  }
  [[nodiscard]] const std::string& text(std::size_t i) const { return draft_.blocks[i].text; }

  [[nodiscard]] bool can_be_title(std::size_t i) const {
    const Note& note = notes_[i];
    return is_text(i) && note.marker.numbering == Numbering::none &&
           note.points <= longest_heading && (!note.is_ended || note.is_asked) &&
           !note.has_colon_end && !note.has_stop;
  }
  [[nodiscard]] bool is_dash(std::size_t i) const {
    return i < draft_.size() && is_text(i) && notes_[i].marker.numbering == Numbering::dash &&
           !notes_[i].is_ended && notes_[i].points <= longest_heading;
  }

  void find_title() {
    constexpr std::size_t looked_at = 64;
    std::size_t before = draft_.size();
    std::size_t seen = 0;
    for (std::size_t i = 0; i < draft_.size() && seen < looked_at; ++i) {
      if (draft_.is_furniture(i)) continue;
      ++seen;
      if ((notes_[i].words & title_word) != 0 && (can_be_title(i) || is_dash(i))) {
        if (is_dash(i) && before < draft_.size() && can_be_title(before)) set_title(before);
        return set_title(i);
      }
      before = i;
    }
    if (is_only_top(0)) return set_title(0);
    const std::size_t first = draft_.blocks.empty() || !draft_.is_furniture(0) ? 0 : draft_.next(0);
    if (first >= draft_.size() || draft_.next(first) >= draft_.size()) return;
    const bool is_else = is_area_heading(text(first)) || has_section_word(text(first)) ||
                         is_award(text(first)) || is_headline_target(text(first)) ||
                         ends_with_figure(text(first));
    if (can_be_title(first) && !is_else) set_title(first);
  }
  /// # of Markdown, once and first.
  [[nodiscard]] bool is_only_top(std::size_t i) const {
    const auto is_top = [](const Note& note) {
      return note.marker.numbering == Numbering::markdown && note.marker.variety == 1;
    };
    return i < draft_.size() && is_top(notes_[i]) &&
           std::none_of(notes_.begin() + static_cast<std::ptrdiff_t>(i) + 1, notes_.end(), is_top);
  }
  void set_title(std::size_t i) {
    draft_.blocks[i].kind = BlockKind::title;
    const std::size_t subtitle = draft_.next(i);
    if (is_dash(subtitle)) draft_.blocks[subtitle].kind = BlockKind::title;
  }

  /// A heading without a number: short, without an end, and with something below it.
  [[nodiscard]] bool is_plain_heading(std::size_t i) const {
    const Note& note = notes_[i];
    if (note.points < 2 || note.points > longest_plain || note.has_stop || note.has_semicolon) {
      return false;
    }
    if (note.marker.numbering == Numbering::page_head) return true;
    // 数说2030
    constexpr std::size_t longest_year = 12;
    const bool names_year = note.points <= longest_year && is_part_line(text(i));
    const bool opens_part =
        ((note.words & section_word) != 0 && !ends_with_figure(text(i))) || names_year;
    if (note.is_ended && !(note.is_asked && opens_part)) return false;
    if (note.has_colon_end) return opens_part && note.points <= 15;
    if (opens_part || is_area_heading(text(i))) return true;
    if (note.has_percent || ends_with_figure(text(i)) || is_award(text(i))) return false;
    if (text(i).find("：") != std::string::npos && !is_called_by_year(text(i))) return false;
    const std::size_t pause = text(i).find("，");
    if (pause != std::string::npos && text(i).find("，", pause + 1) != std::string::npos)
      return false;
    if (code_point_before(text(i), text(i).size()).value == U'，') return false;
    const std::size_t next = draft_.next(i);
    if (next >= draft_.size() || draft_.blocks[next].kind == BlockKind::title) return false;
    const Note& below = notes_[next];
    if (below.is_row) return true;
    if (below.is_unmarked()) return below.is_ended && below.marker.numbering == Numbering::none;
    return below.marker.value == 1 ? !below.marker.is_inline() : below.marker.is_bullet();
  }

  /// 2030：实干之年
  static bool is_called_by_year(std::string_view text) {
    constexpr std::size_t digits = 4;
    return find_year(text, 0) == 0 && text.substr(digits).starts_with("：");
  }

  /// Whether text stands below that is neither the next of the list nor beyond its end.
  [[nodiscard]] bool has_content(std::size_t i) const {
    const std::size_t next = draft_.next(i);
    if (next >= draft_.size() || draft_.blocks[next].kind == BlockKind::title) return false;
    const Note& below = notes_[next];
    if (below.is_row) return true;
    if (below.is_unmarked()) return !below.is_plain_heading && !below.is_dateline;
    if (below.marker.is_of_kind(notes_[i].marker)) return false;
    return below.marker.value == 1 || below.marker.is_bullet() ||
           below.marker.numbering == Numbering::markdown;
  }

  void count_sequences() {
    struct Last {
      Marker marker;
      std::uint32_t sequence = 0;
    };
    std::vector<Last> last;  // of each system in use; there are few
    sequences_.clear();
    for (std::size_t i = 0; i < draft_.size(); ++i) {
      if (!is_text(i)) continue;
      Note& note = notes_[i];
      if (note.is_unmarked()) {
        if (note.is_plain_heading) last.clear();
        continue;
      }
      auto same = std::find_if(last.begin(), last.end(), [&](const Last& other) {
        return other.marker.is_of_kind(note.marker);
      });
      const bool is_next = same != last.end() &&
                           (note.marker.value > same->marker.value || !note.marker.is_counted());
      if (!is_next) {
        if (same == last.end()) {
          if (last.size() > 24) last.clear();
          same = last.insert(last.end(), Last{});
        }
        same->sequence = static_cast<std::uint32_t>(sequences_.size());
        sequences_.emplace_back();
      }
      same->marker = note.marker;
      note.sequence = same->sequence;
      Sequence& sequence = sequences_[note.sequence];
      ++sequence.count;
      if (is_lead(i) || has_content(i)) ++sequence.with_content;
    }
  }

  [[nodiscard]] bool is_numbered_heading(std::size_t i) const {
    const Note& note = notes_[i];
    if (note.marker.numbering == Numbering::markdown) return note.points <= 2 * longest_heading;
    if (note.points > longest_heading || note.has_stop || note.has_semicolon || note.is_inline ||
        note.has_colon_end || note.points == 0) {
      return false;
    }
    const Sequence& sequence = sequences_[note.sequence];
    if (note.marker.is_bullet()) {
      return sequence.count > 1 && sequence.has_content() && !note.is_ended && !note.has_percent;
    }
    const bool is_heading_system = numbers_headings(note.marker.numbering);
    if (sequence.has_content()) {
      return sequence.count > 1 || is_heading_system || !note.is_ended;
    }
    return is_heading_system && !note.is_ended && !ends_with_figure(text(i)) && !note.has_percent;
  }

  /// A short first sentence that says what the rest is about.
  [[nodiscard]] bool is_lead(std::size_t i) const {
    const Note& note = notes_[i];
    if (!note.has_stop || note.first_stop == 0 || note.has_digit_in_first) return false;
    if (note.first_stop > 3 * longest_lead) return false;
    return !begins_with_connective(text(i)) && text(i).size() >= 2UL * note.first_stop;
  }
  [[nodiscard]] std::size_t count_plain_leads() const {
    std::size_t count = 0;
    for (std::size_t i = 0; i < draft_.size(); ++i) {
      if (is_text(i) && notes_[i].marker.numbering == Numbering::none && is_lead(i)) ++count;
    }
    return count;
  }

  Draft& draft_;
  std::vector<Note>& notes_;
  std::vector<Sequence> sequences_;
};

/// The end of a lead 提升设计能力： of an item, or 0.
std::size_t lead_of(const Block& block, const Note& note) {
  constexpr std::size_t longest = 60;
  constexpr std::size_t shortest = 9;
  const std::string_view head = std::string_view(block.text).substr(0, longest);
  for (std::size_t i = 0; note.has_colon && i < head.size(); i += code_point_at(head, i).bytes) {
    const CodePoint point = code_point_at(head, i);
    const std::size_t end = i + point.bytes;
    if (point.value == U'：' || point.value == ':') {
      // 主要目标是：… is a sentence, not a name for what follows.
      const bool is_said = head.substr(0, i).ends_with("是") || head.substr(0, i).ends_with("为");
      return end >= shortest && end < block.text.size() && !is_said ? end : 0;
    }
    if (point.value == U'，' || point.value == U'。' || point.value == U'；' ||
        point.value == U'、') {
      break;
    }
  }
  const bool is_sentence = note.has_stop && note.first_stop <= 3 * longest_lead &&
                           !note.has_digit_in_first && !note.is_unmarked();
  return is_sentence ? note.first_stop : 0;
}

/// Splits the leads that are headings off their paragraphs, from the back so that each block moves
/// once.
void split_leads(Draft& draft) {
  const auto leads = static_cast<std::size_t>(
      std::count_if(draft.notes.begin(), draft.notes.end(),
                    [](const Note& note) { return note.is_lead_heading; }));
  if (leads == 0) return;
  std::size_t from = draft.size();
  std::size_t row = draft.rows.size();
  draft.blocks.resize(from + leads);
  draft.notes.resize(from + leads);
  std::size_t to = from + leads;
  while (to > from) {
    --from, --to;
    Block block = std::move(draft.blocks[from]);
    const Note note = draft.notes[from];
    if (note.is_row && row > 0 && draft.rows[row - 1].block == from) draft.rows[--row].block = to;
    if (!note.is_lead_heading) {
      draft.blocks[to] = std::move(block);
      draft.notes[to] = note;
      continue;
    }
    draft.blocks[to] = piece_of(block, {note.first_stop, block.text.size()});
    draft.notes[to] = describe(draft.blocks[to].text, {});
    --to;
    Block lead = piece_of(block, {0, note.first_stop});
    lead.kind = BlockKind::heading;
    lead.marker = block.marker;
    lead.source.begin = block.source.begin;
    draft.notes[to] = describe(lead.text, note.marker);
    draft.notes[to].is_lead_heading = true;
    draft.blocks[to] = std::move(lead);
  }
}

}  // namespace

void find_headings(Draft& draft) {
  HeadingFinder(draft).find();
  split_leads(draft);
}

void tell_items(Draft& draft) {
  constexpr std::size_t short_sentence = 40;
  for (std::size_t i = 0; i < draft.size();) {
    Block& block = draft.blocks[i];
    const Note& note = draft.notes[i];
    if (block.kind != BlockKind::paragraph) {
      ++i;
      continue;
    }
    if (note.marker.numbering != Numbering::none) {
      block.kind = BlockKind::item;
      block.lead = lead_of(block, note);
      ++i;
      continue;
    }
    // Unmarked blocks in a row are a list when most of them are one short sentence each.
    std::size_t end = i;
    std::size_t count = 0;
    std::size_t of_list = 0;
    for (; end < draft.size(); ++end) {
      Block& other = draft.blocks[end];
      if (other.kind == BlockKind::furniture) continue;
      const Note& of_other = draft.notes[end];
      if (other.kind != BlockKind::paragraph || of_other.marker.numbering != Numbering::none) break;
      other.lead = lead_of(other, of_other);
      ++count;
      const bool is_rest = end > 0 && draft.notes[end - 1].is_lead_heading;
      const bool is_one = !of_other.has_stop && of_other.points <= short_sentence &&
                          !of_other.has_colon_end && !of_other.is_dateline && !is_rest;
      if (is_one || (other.lead > 0 && !of_other.is_dateline)) ++of_list;
    }
    const bool is_list = 2 * of_list > count;
    for (; i < end; ++i) {
      Block& other = draft.blocks[i];
      if (other.kind != BlockKind::paragraph) continue;
      const Note& of_other = draft.notes[i];
      const bool is_running =
          of_other.has_colon_end || of_other.is_dateline || is_closing_paragraph(other.text);
      if (is_list && !is_running) other.kind = BlockKind::item;
    }
  }
}

}  // namespace jinjiang::reading::detail
