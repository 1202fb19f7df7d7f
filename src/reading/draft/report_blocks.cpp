// SPDX-License-Identifier: BSL-1.0

#include "reading/draft/report_blocks.hpp"

#include <algorithm>
#include <array>

#include <jinjiang/model/call_monitor.hpp>

#include "reading/draft/charges.hpp"
#include "reading/draft/clause_words.hpp"
#include "reading/draft/commitments.hpp"
#include "reading/draft/horizon.hpp"
#include "reading/draft/owners.hpp"
#include "reading/draft/table_rows.hpp"
#include "reading/draft/work_parts.hpp"
#include "reading/outline/periods.hpp"

namespace jinjiang::reading {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_goal = 40;  ///< characters of a goal's title
constexpr std::size_t longest_sentence = 8192;
constexpr std::size_t longest_section = 100;  ///< characters of what sources call a section

class BlockReader {
 public:
  explicit BlockReader(Draft& draft)
      : draft_(draft),
        blocks_(draft.outline.blocks),
        goals_(blocks_.size(), root),
        horizons_(blocks_.size(), draft.nodes.year()),
        charges_(blocks_),
        parts_(blocks_) {}

  void read() {
    const jinjiang::detail::CallStep step(LongCall::read_report, blocks_.size());
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      step.at(i);
      read_block(i);
    }
  }

 private:
  static std::size_t index(std::ptrdiff_t block) { return static_cast<std::size_t>(block); }

  void read_block(std::size_t i) {
    const Block& block = blocks_[i];
    const std::uint32_t first = draft_.nodes.size();
    if (!block.marker.empty() && block.kind != BlockKind::furniture) paint_marker(block);
    read_kind(i);
    charges_.give(draft_.nodes, i, first);
  }

  void read_kind(std::size_t i) {
    const Block& block = blocks_[i];
    switch (block.kind) {
      case BlockKind::furniture:
        draft_.passages.push_back({block.source, Outcome::furniture, {}, {}});
        break;
      case BlockKind::title:
        paint_traps(i);
        break;
      case BlockKind::heading:
        read_heading(i);
        break;
      case BlockKind::item:
      case BlockKind::paragraph:
        read_text(i);
        break;
    }
  }

  void paint_trap(TextRange source, TrapKind kind) {
    draft_.passages.push_back({source, Outcome::trap, {}, std::string(to_string(kind))});
  }
  /// 07, ❶
  void paint_marker(const Block& block) {
    const TextRange text = block.in_source({0, block.text.size()});
    if (text.begin <= block.source.begin) return;
    paint_trap({block.source.begin, text.begin}, TrapKind::enumeration);
  }

  Place place_in(std::size_t i, TextRange sentence) const {
    return {&blocks_[i], i, sentence, root, {}, {}};
  }

  void paint_traps(std::size_t i) { paint_numbers(place_in(i, {0, blocks_[i].text.size()})); }

  void paint_numbers(const Place& place) {
    const FigureReading& found = draft_.figures.read(place.text(), false, horizons_.now());
    PassagePainter(draft_, place, found).rest();
  }

  [[nodiscard]] GoalNumber goal_above(const Block& block) const {
    return block.parent < 0 ? root : goals_[index(block.parent)];
  }

  /// 2026·答卷, where no 年 makes it a date.
  void paint_years(const Block& heading) {
    for (std::size_t at = detail::find_year(heading.text, 0); at != std::string::npos;
         at = detail::find_year(heading.text, at + 4)) {
      if (std::string_view(heading.text).substr(at + 4).starts_with("年"sv)) continue;
      paint_trap(heading.in_source({at, at + 4}), TrapKind::date);
    }
  }

  void read_heading(std::size_t i) {
    const Block& block = blocks_[i];
    paint_years(block);
    goals_[i] = goal_above(block);
    charges_.enter_heading(i);
    horizons_.enter_heading(i, block.parent, block.text);
    if (parts_.of(block) != ReportPart::work) return paint_traps(i);
    if (!parts_.has_work_beneath(i)) return read_lone_heading(i);
    std::string title = short_title(without_purpose(charges_.words_of(block)), longest_goal);
    if (title.empty()) title = short_title(block.text, longest_goal);
    ++goals_so_far_;
    goals_[i] = draft_.nodes.goal(
        goal_above(block), title,
        {.source = block.in_source({0, block.text.size()}), .section = section_of(block)});
    paint_heading(i);
  }

  /// The words of the goal, with the figures that it promises itself.
  void paint_heading(std::size_t i) {
    const Place place = place_in(i, {0, blocks_[i].text.size()});
    const FigureReading& found = draft_.figures.read(place.text(), false);
    const std::string id = draft_.nodes.id_of_goal(goals_[i]);
    PassagePainter painter(draft_, place, found);
    Place inside = place;
    inside.goal = goals_[i];
    inside.section = section_of(blocks_[i]);
    for (const Figure& figure : found.figures) {
      painter.words({0, figure.words.begin}, Outcome::goal, id, {});
      const Became became = figure.is_observed ? add_told(draft_, inside, figure)
                                               : add_indicator(draft_, inside, figure);
      const std::size_t passage = painter.figure(figure, became);
      if (became.outcome == Outcome::observation) draft_.told.back().passage = passage;
      add_doubt(draft_, inside, figure.number, became.node,
                {"in_heading", "标题里的数，可能只是概括下文", {}}, taken_as(inside, figure));
      add_doubts(draft_, inside, figure, became);
    }
    painter.words({0, place.text().size()}, Outcome::goal, id, {});
    painter.rest();
  }

  /// A heading with nothing beneath it: something to do when it says so, otherwise a slogan.
  void read_lone_heading(std::size_t i) {
    const std::string_view text = blocks_[i].text;
    const bool is_above_all =
        parts_.has_headed_work() && blocks_[i].marker.empty() && goals_so_far_ == 0;
    if (opening_of(text).verb == 0 || is_above_all) return paint_traps(i);
    Place place = place_in(i, {0, text.size()});
    place.goal = goal_above(blocks_[i]);
    place.section = section_above(blocks_[i]);
    read_promises(draft_, place);
  }

  std::string_view section_above(const Block& block) {
    return block.parent < 0 ? std::string_view() : section_of(blocks_[index(block.parent)]);
  }
  /// As the report numbers and names it: 一、工业.
  std::string_view section_of(const Block& heading) {
    if (&heading == last_heading_) return section_;
    last_heading_ = &heading;
    constexpr std::size_t longest_marker = 10;
    section_ = short_title(heading.marker, longest_marker);
    if (!section_.empty()) section_ += heading.marker.ends_with("、") ? "、" : " ";
    append_title(section_, charges_.words_of(heading), longest_section);
    return section_;
  }

  void read_text(std::size_t i) {
    const Block& block = blocks_[i];
    horizons_.begin_block(block.parent);
    const std::vector<Owners> owners = find_owners(block.text);
    const TableRow* row = row_of(i);
    const bool is_of_table = row != nullptr && block.text.find('\t') != std::string::npos;
    if (row != nullptr && !is_of_table && charges_.enter_line(i, *row, draft_.nodes))
      return paint_traps(i);
    if (row != nullptr && (is_of_table || owners.empty())) return read_row(i, *row);
    is_slogan_ = owners.empty() && is_slogan(block);
    const std::uint32_t first = draft_.nodes.size();
    std::size_t next = 0;  // bracket that follows
    for (const TextRange sentence : sentences(block.text)) {
      const std::uint32_t so_far = draft_.nodes.size();
      std::size_t begin = sentence.begin;
      for (; next < owners.size() && owners[next].words.begin < sentence.end; ++next) {
        const TextRange bracket = owners[next].words;
        const TextRange own{begin, bracket.begin};
        const std::uint32_t before = draft_.nodes.size();
        read_owned(i, own);
        const bool is_last = next + 1 == owners.size() && ends_at(block.text, bracket.end);
        // Before its 。 a bracket is a part of its sentence, behind it one of the paragraph.
        const bool is_inside = is_worded(own.of(block.text));
        if (is_inside && !(is_last && owners.size() == 1)) waiting_ = std::max(waiting_, before);
        if (owners[next].is_unsure) {
          note_unsure(place_in(i, bracket));
        } else {
          put_in_charge(owners[next], place_in(i, bracket));
        }
        paint_numbers(place_in(i, bracket));
        begin = bracket.end;
      }
      read_owned(i, {begin, sentence.end});
      horizons_.hear(sentence.of(block.text), draft_.figures.left(), so_far < draft_.nodes.size());
    }
    waiting_ = none;
    is_slogan_ = false;
    if (block.part == ReportPart::preface && first < draft_.nodes.size()) note_open(i);
  }

  /// （老年大学堂）: who does it, or what else stands in a bracket behind a sentence.
  void note_unsure(const Place& bracket) {
    const ReportPart part = parts_.of(*bracket.block);
    if (part != ReportPart::work && part != ReportPart::targets) return;
    add_doubt(draft_, bracket, {0, bracket.sentence.size()}, {},
              {"owner_unread", "括号里像是责任单位，但看不出是什么单位，没有采用", {}}, {});
  }

  /// Once: nothing says of any part what it is for.
  void note_open(std::size_t i) {
    if (parts_.has_work() || open_is_noted_) return;
    open_is_noted_ = true;
    add_doubt(draft_, place_in(i, {0, blocks_[i].text.size()}), {0, blocks_[i].text.size()}, {},
              {"part_uncertain", "全文没有写明哪部分是要做的，一律按要做的工作读", {"回顾"}},
              "工作");
  }

  /// 奋力打造现代化示范 on a front page: where headings tell the work, a line above all of them
  /// that does not end as a sentence does only adorns the page.
  [[nodiscard]] bool is_slogan(const Block& block) const {
    return parts_.has_headed_work() && block.parent < 0 && block.marker.empty() &&
           trailing(block.text, std::array{"。"sv, "；"sv}) == 0;
  }

  static bool is_worded(std::string_view words) {
    constexpr std::size_t least = 2 * 3;
    return words.size() >= least;
  }
  /// Whether nothing but a mark stands behind.
  static bool ends_at(std::string_view text, std::size_t at) {
    constexpr std::size_t mark = 3;
    return text.size() <= at + mark;
  }

  /// Words that a bracket further on may speak of.
  void read_owned(std::size_t i, TextRange words) {
    if (!is_worded(words.of(blocks_[i].text))) return;
    const std::uint32_t first = draft_.nodes.size();
    Place place = place_below(i, words);
    place.is_slogan = is_slogan_;
    if (parts_.of(blocks_[i]) == ReportPart::work) place.label = {0, blocks_[i].lead};
    read_sentence(i, place);
    if (first < draft_.nodes.size()) waiting_ = std::min(waiting_, first);
  }

  /// A bracket speaks of all that came before it in its paragraph.
  void put_in_charge(const Owners& owners, const Place& bracket) {
    if (waiting_ < draft_.nodes.size()) {
      draft_.nodes.put_in_charge(waiting_, draft_.nodes.size(), owners.lead, owners.supporting);
      put_bracket_due(draft_, bracket, waiting_);
    }
    waiting_ = none;
  }

  /// Words of a block with what they stand under.
  Place place_below(std::size_t i, TextRange words) {
    const Block& block = blocks_[i];
    const ReportPart part = parts_.of(block);
    Place place = place_in(i, words);
    place.horizon = horizons_.now();
    if (part == ReportPart::targets) {
      place.goal = targets_goal(block);
      place.section = "主要预期目标";
    } else if (part == ReportPart::work) {
      place.goal = goal_above(block);
      place.section = section_above(block);
    }
    return place;
  }

  /// A sentence longer than any that was written is read in pieces.
  void read_sentence(std::size_t i, Place place) {
    const TextRange whole = place.sentence;
    while (place.sentence.size() > longest_sentence) {
      place.sentence.end = place.sentence.begin + piece_size(place.text(), longest_sentence);
      read_piece(i, place);
      place.sentence = {place.sentence.end, whole.end};
    }
    read_piece(i, place);
  }

  void read_piece(std::size_t i, const Place& place) {
    if (draft_.is_full()) return leave_out(i, place.sentence);
    switch (parts_.of(blocks_[i])) {
      case ReportPart::review:
        return reading::read_told(draft_, place);
      case ReportPart::preface:
        return read_preface(place);
      case ReportPart::targets:
      case ReportPart::work:
        return read_promises(draft_, place);
    }
  }

  void leave_out(std::size_t i, TextRange sentence) {
    if (is_left_out_) return;
    is_left_out_ = true;
    add_doubt(draft_, place_in(i, sentence), {0, sentence.size()}, {},
              {"too_dense", "数字密得不像报告，从这里起没有读", {}}, {});
  }

  /// Before anything is known, figures alone count, and each is to be looked at.
  void read_preface(const Place& place) {
    const FigureReading& found = draft_.figures.read(place.text(), false);
    if (found.figures.empty()) return PassagePainter(draft_, place, found).rest();
    for (const Figure& figure : found.figures) {
      add_doubt(draft_, place, figure.number, {},
                {"part_uncertain", "在各部分之前，看不出是回顾还是目标", {}},
                taken_as(place, figure));
    }
    read_promises(draft_, place);
  }

  GoalNumber targets_goal(const Block& block) {
    if (targets_ == root) {
      const TextRange source =
          block.parent < 0 ? block.source : blocks_[index(block.parent)].source;
      targets_ = draft_.nodes.named_goal("t", "主要预期目标",
                                         {.source = source, .section = "主要预期目标"});
    }
    return targets_;
  }

  /// The cells of a block that is a row. Blocks are asked for in order.
  const TableRow* row_of(std::size_t i) {
    const std::vector<TableRow>& rows = draft_.outline.rows;
    while (next_row_ < rows.size() && rows[next_row_].block < i) ++next_row_;
    return next_row_ < rows.size() && rows[next_row_].block == i ? &rows[next_row_] : nullptr;
  }

  void read_row(std::size_t i, const TableRow& row) {
    const ReportPart part = parts_.of(blocks_[i]);
    RowReader{.draft = draft_,
              .block = i,
              .promises = part == ReportPart::work || part == ReportPart::targets,
              .place_of = [&](TextRange words) { return place_below(i, words); },
              .read_sentence = [&](const Place& place) { read_sentence(i, place); }}
        .read(row);
  }

  static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);

  Draft& draft_;
  const std::vector<Block>& blocks_;
  std::vector<GoalNumber> goals_;  ///< of headings
  Horizons horizons_;
  Charges charges_;
  WorkParts parts_;
  std::size_t goals_so_far_ = 0;
  bool open_is_noted_ = false;
  bool is_slogan_ = false;  ///< what is being read
  GoalNumber targets_ = root;
  std::size_t next_row_ = 0;
  bool is_left_out_ = false;      ///< the rest of the report
  std::uint32_t waiting_ = none;  ///< first node that nobody is in charge of yet
  const Block* last_heading_ = nullptr;
  std::string section_;
};

}  // namespace

void read_blocks(Draft& draft) { BlockReader(draft).read(); }

}  // namespace jinjiang::reading
