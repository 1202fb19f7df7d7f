// SPDX-License-Identifier: BSL-1.0

// Sentences that promise: figures become indicators, commitments without figures tasks.

#include <array>

#include "reading/draft/clause_words.hpp"
#include "reading/draft/deadline.hpp"
#include "reading/draft/draft.hpp"

namespace jinjiang::reading {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_title = 60;  ///< characters

/// Of a long commitment the first clause, of every one without what it is good for.
std::string_view short_words(std::string_view commitment) noexcept {
  constexpr std::size_t long_enough = 120;
  const std::string_view words = without_outcome(without_purpose(commitment));
  if (words.size() <= long_enough) return words;
  const std::size_t comma = words.find("，"sv, 24);
  return comma == std::string_view::npos ? words : words.substr(0, comma);
}

/// Among the headline targets principles stand as well; these words promise something.
constexpr WordList target_verbs(std::to_array<std::string_view>(
    {"完成", "确保", "保持", "稳定", "控制", "落实", "实现", "力争", "争取"}));

/// Whether words without a figure are something to do.
bool is_commitment(const Place& place, const Commitment& commitment, std::size_t figures,
                   int year) {
  constexpr std::size_t least = 4 * 3;
  const std::string_view words = commitment.words.of(place.text());
  if (words.size() < least || holds(words, "上述"sv)) return false;
  if (place.is_slogan || is_rhetoric(words) || is_cell_alone(words)) return false;
  // What leads up to a list, and what cheers.
  if (trailing(place.text(), std::array{"："sv, "！"sv, "？"sv, "!"sv, "?"sv}) > 0) return false;
  if (place.block->part == ReportPart::targets) {
    const Opening opening = opening_of(words);
    return leading(words.substr(opening.words, opening.verb), target_verbs) > 0;
  }
  if (commitment.has_verb) return true;
  // 县医院新院区年底前投入使用: the project stands first, and its stage has a day.
  std::string_view told = words;
  while (const std::size_t mark = trailing(told, std::array{"。"sv, "；"sv, "，"sv}))
    told.remove_suffix(mark);
  if (tells_stage(told) && find_deadline(told, year)) return true;
  // One of a list under a goal is one; other text may be about anything.
  return place.block->kind == BlockKind::item && place.goal != root && figures == 0;
}

/// The section of a sentence, with what its block or its own words before a colon say it is about:
/// 医疗健康产业：…
class Section {
 public:
  Section(const Place& place, TextRange label) {
    const std::string_view words =
        place.label.empty() ? label.of(place.text()) : place.label.of(place.block->text);
    if (words.empty()) return;
    words_.assign(place.section);
    if (!words_.empty()) words_ += "：";
    append_title(words_, words, longest_title);
  }
  [[nodiscard]] std::string_view of(const Place& place) const {
    return words_.empty() ? place.section : std::string_view(words_);
  }

 private:
  std::string words_;
};

/// 深化审批改革 in 深化审批改革，网办率达90%: what is done stands before ，and the figure has a
/// subject of its own. 通过 and 以 only say by what means.
TextRange deed_before(std::string_view text, const Commitment& commitment, const Figure& figure) {
  if (!commitment.has_verb || figure.words.begin <= commitment.words.begin) return {};
  const TextRange before{commitment.words.begin, figure.words.begin};
  const std::size_t comma = before.of(text).rfind("，"sv);
  if (comma == std::string_view::npos) return {};
  const TextRange deed{before.begin, before.begin + comma};
  if (deed.of(text).rfind("“"sv) + 1 > deed.of(text).rfind("”"sv) + 1) return {};  // in quotes
  const Opening opening = opening_of(deed.of(text));
  const bool is_means = deed.of(text).substr(opening.words).starts_with("通过"sv);
  constexpr std::size_t least_object = 2 * 3;
  const bool has_object = deed.size() >= opening.words + opening.verb + least_object;
  return opening.verb > 0 && has_object && !is_means ? deed : TextRange{};
}

/// 6月底前：大桥合龙: what stands before the colon is nothing but a date, of all behind it.
void put_due_of_label(Draft& draft, const Place& place, TextRange own, std::uint32_t first) {
  std::string_view label = own.empty() ? place.label.of(place.block->text) : own.of(place.text());
  while (const std::size_t mark = trailing(label, std::array{"："sv, ":"sv, " "sv}))
    label.remove_suffix(mark);
  if (!is_cell_alone(label)) return;
  if (const auto due = find_deadline(label, draft.nodes.year()))
    draft.nodes.put_due(first, draft.nodes.size(), *due);
}

/// Whether a sentence is what its block is about, and no more.
bool is_label(const Place& place, const Commitment& commitment, const FigureReading& found) {
  return found.figures.empty() && place.in_block(commitment.words).end <= place.label.end;
}

}  // namespace

void add_task(Draft& draft, const Place& place, TextRange words, std::string_view title,
              Firmness firmness) {
  const std::string_view text = words.of(place.text());
  std::optional<Date> due = find_deadline(text, draft.nodes.year());
  if (!due && place.horizon.through) due = last_day(*place.horizon.through);
  draft.nodes.task(place.goal, title,
                   {.source = place.in_report(words),
                    .section = place.section,
                    .due = due,
                    .firmness = firmness});
}

void read_promises(Draft& draft, const Place& sentence) {
  const std::string_view text = sentence.text();
  const FigureReading& found = draft.figures.read(text, false, sentence.horizon);
  Commitments& commitments = draft.commitments;
  split_commitments(text, commitments);
  const Section section(sentence, commitments.label);
  Place place = sentence;
  place.section = section.of(sentence);

  PassagePainter painter(draft, place, found);
  const std::uint32_t first = draft.nodes.size();
  std::size_t next = 0;
  Firmness firmness = Firmness::committed;
  std::string& title = draft.title;
  for (const Commitment& commitment : commitments.all) {
    if (is_label(place, commitment, found)) continue;
    if (!commitment.is_governed)
      firmness = firmness_of(commitment.words.of(text), commitment.verb.of(text));
    std::size_t end = next;
    while (end < found.figures.size() && found.figures[end].number.begin < commitment.words.end)
      ++end;
    if (next == end) {
      if (!is_commitment(place, commitment, found.figures.size(), draft.nodes.year())) continue;
      title.clear();
      append_title(title, short_words(commitment.words.of(text)), longest_title);
      if (title.empty()) continue;
      add_task(draft, place, commitment.words, title, firmness);
      painter.words(commitment.words, Outcome::task, draft.nodes.id_of(draft.nodes.size() - 1),
                    title);
    }
    if (next < end) {
      const TextRange deed = deed_before(text, commitment, found.figures[next]);
      if (!deed.empty() && is_commitment(place, {deed, {}, true, false}, 0, draft.nodes.year())) {
        title.clear();
        append_title(title, short_words(deed.of(text)), longest_title);
        add_task(draft, place, deed, title,
                 commitment.is_governed ? firmness : firmness_of(deed.of(text)));
        painter.words(deed, Outcome::task, draft.nodes.id_of(draft.nodes.size() - 1), title);
      }
    }
    for (; next < end; ++next) {
      const Figure& figure = found.figures[next];
      const Became became =
          figure.is_observed ? add_told(draft, place, figure) : add_indicator(draft, place, figure);
      const std::size_t passage = painter.figure(figure, became);
      if (became.outcome == Outcome::observation) draft.told.back().passage = passage;
      add_doubts(draft, place, figure, became);
    }
  }
  put_due_of_label(draft, sentence, commitments.label, first);
  painter.rest();
  for (const TextRange number : found.unread) {
    add_doubt(draft, place, number, {}, {"unread", "没有规则能判断这个数是什么", {}},
              number.of(text));
  }
}

}  // namespace jinjiang::reading
