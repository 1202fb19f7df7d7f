// SPDX-License-Identifier: BSL-1.0

#include <algorithm>

#include "reading/outline/headings.hpp"
#include "reading/outline/phrases.hpp"

namespace jinjiang::reading::detail {

namespace {

/// What a heading is set like: headings of one kind stand side by side.
struct HeadingKind {
  Marker marker;  ///< none of those without a number
  bool is_lead = false;

  friend bool operator==(const HeadingKind& a, const HeadingKind& b) {
    return a.marker.is_of_kind(b.marker) && a.is_lead == b.is_lead;
  }
  [[nodiscard]] bool is_plain() const { return marker.numbering == Numbering::none && !is_lead; }
};

class Nester {
 public:
  explicit Nester(Draft& draft) : draft_(draft) {}

  void nest() {
    count_beginnings();
    for (std::size_t i = 0; i < draft_.size(); ++i) {
      Block& block = draft_.blocks[i];
      const Note& note = draft_.notes[i];
      if (block.kind == BlockKind::furniture) continue;
      if (block.kind == BlockKind::title || note.is_dateline) {
        open_.clear();
      } else if (block.kind == BlockKind::heading) {
        place_heading(i);
        continue;
      } else if (ends_lead(i)) {
        open_.pop_back();
      } else if (open_.size() > 1 && is_closing_paragraph(block.text)) {
        open_.resize(1);
      }
      block.parent = top();
    }
  }

 private:
  struct Open {
    HeadingKind kind;
    std::size_t rank = 0;
    std::size_t block = 0;  ///< its index
  };
  struct Known {
    HeadingKind kind;
    std::size_t rank = 0;
    std::size_t beginnings = 0;  ///< how often it counts from 1
    bool is_ranked = false;
  };

  [[nodiscard]] std::ptrdiff_t top() const {
    return open_.empty() ? -1 : static_cast<std::ptrdiff_t>(open_.back().block);
  }

  HeadingKind kind_of(std::size_t i) const {
    const Note& note = draft_.notes[i];
    HeadingKind kind{note.marker, note.is_lead_heading && note.is_unmarked()};
    if (note.is_unmarked()) kind.marker = {};  // 07 only adorns
    return kind;
  }

  Known& known(const HeadingKind& kind) {
    const auto same = std::find_if(known_.begin(), known_.end(),
                                   [&](const Known& other) { return other.kind == kind; });
    return same != known_.end() ? *same : known_.emplace_back(Known{kind});
  }

  void count_beginnings() {
    for (std::size_t i = 0; i < draft_.size(); ++i) {
      if (draft_.blocks[i].kind != BlockKind::heading) continue;
      Known& of = known(kind_of(i));
      if (draft_.notes[i].marker.value == 1) ++of.beginnings;
    }
  }

  /// A paragraph without a lead of its own no longer belongs to the lead before.
  [[nodiscard]] bool ends_lead(std::size_t i) const {
    if (open_.empty() || !open_.back().kind.is_lead) return false;
    const bool is_rest = i == open_.back().block + 1;
    return !is_rest && draft_.notes[i].marker.numbering == Numbering::none;
  }

  void place_heading(std::size_t i) {
    const HeadingKind kind = kind_of(i);
    Known& of = known(kind);
    const bool opens_part = kind.is_plain() && has_section_word(draft_.blocks[i].text);
    if (opens_part && !open_.empty() && open_.front().kind.is_plain()) open_.clear();
    const auto same = std::find_if(open_.begin(), open_.end(),
                                   [&](const Open& other) { return other.kind == kind; });
    if (same != open_.end()) {
      open_.erase(same, open_.end());
    } else if (of.is_ranked) {
      while (!open_.empty() && open_.back().rank >= of.rank) open_.pop_back();
    } else {
      leave_accidental_heading(of);
      of.rank = open_.empty() ? 0 : open_.back().rank + 1;
      of.is_ranked = true;
    }
    Block& block = draft_.blocks[i];
    block.parent = top();
    block.level = static_cast<int>(open_.size()) + 1;
    open_.push_back({kind, of.rank, i});
  }

  /// A numbering that runs through the report once is not below a line that only looks like a
  /// heading, such as one in the opening words.
  void leave_accidental_heading(const Known& of) {
    const bool is_outermost = of.kind.marker.numbering == Numbering::chapter ||
                              of.kind.marker.numbering == Numbering::chinese;
    if (!is_outermost || of.beginnings > 1) return;
    while (!open_.empty() && open_.back().kind.is_plain() &&
           !has_section_word(draft_.blocks[open_.back().block].text)) {
      known(open_.back().kind).is_ranked = false;
      open_.pop_back();
    }
  }

  Draft& draft_;
  std::vector<Open> open_;    ///< headings that the next block may stand under, outermost first
  std::vector<Known> known_;  ///< few: one a numbering system
};

}  // namespace

void nest_headings(Draft& draft) { Nester(draft).nest(); }

}  // namespace jinjiang::reading::detail
