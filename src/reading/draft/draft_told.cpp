// SPDX-License-Identifier: BSL-1.0

// What a report tells of the year before: readings of this year's indicators, or of watched ones.

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>

#include "reading/draft/clause_words.hpp"
#include "reading/draft/deadline.hpp"
#include "reading/draft/draft.hpp"
#include "reading/draft/subjects.hpp"

namespace jinjiang::reading {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_title = 60;  ///< characters

/// 超 and 近 cannot be said by a reading, so a note keeps the words.
std::string note_of(const Place& place, const Figure& figure) {
  std::string_view kind;
  switch (figure.comparator) {
    case Comparator::above:
    case Comparator::at_least:
    case Comparator::between:
      kind = "，实际值为下限";
      break;
    case Comparator::below:
    case Comparator::at_most:
      kind = "，实际值为上限";
      break;
    case Comparator::about:
      kind = "，约数";
      break;
    case Comparator::reach:
      if (figure.is_approximate) kind = "，约数";
      break;
  }
  if (kind.empty()) return {};
  return "原文：" + short_title(figure.words.of(place.text()), longest_title) + std::string(kind);
}

Stage stage_of(const Place& place, const Figure& figure) {
  if (!figure.is_estimate) return Stage::final;
  const bool is_first_count = holds(place.text(), "初步"sv) || holds(place.text(), "快报"sv);
  return is_first_count ? Stage::provisional : Stage::estimate;
}

/// 过去五年工作回顾: what stands beneath is told of all of them.
bool is_of_years(std::string_view heading) noexcept {
  return std::ranges::any_of(
      std::array{"五年"sv, "三年"sv, "十年"sv, "四年"sv, "时期"sv, "任期"sv, "届政府"sv, "期间"sv},
      [heading](std::string_view words) { return holds(heading, words); });
}

/// 圆满完成新增就业5000人的目标: that it was met does not say how much there is.
bool is_met_aim(std::string_view text, const Figure& figure) {
  constexpr std::size_t near = 36;
  const std::string_view rest = text.substr(figure.number.end, near);
  return starts_with_any(rest, {"的", "左右的", "以上的", "以内的"}) &&
         holds_any(rest, {"目标", "任务"});
}

/// What was said of the time before a sentence that says nothing of it.
ToldOf told_before(Draft& draft, const Place& place) {
  ToldTime& time = draft.told_time;
  if (time.block == place.block_index) return time.of;
  time = {place.block_index, ToldOf::unsaid};
  const std::string last_year = std::to_string(draft.nodes.year() - 1) + "年";
  constexpr int deepest = 8;
  std::ptrdiff_t above = place.block->parent;
  for (int level = 0; above >= 0 && level < deepest; ++level) {
    const Block& heading = draft.outline.blocks[static_cast<std::size_t>(above)];
    if (holds(heading.text, last_year) || holds(heading.text, "去年"sv)) break;
    if (is_of_years(heading.text)) time.of = ToldOf::years;
    above = heading.parent;
  }
  return time.of;
}

struct PairHash {
  std::size_t operator()(const std::pair<std::uint32_t, std::int32_t>& pair) const noexcept {
    return pair.first * std::size_t{0x9e3779b97f4a7c15U} + static_cast<std::size_t>(pair.second);
  }
};

/// Ties one figure after the other.
class Tying {
 public:
  explicit Tying(Draft& draft) : draft_(draft), index_(draft.promises) {}

  void tie(const Told& told) {
    const Promise* promise = promised(told);
    const bool is_free = promise != nullptr &&
                         taken_.insert({promise->node, told.observed_on.days_since_epoch()}).second;
    const std::uint32_t node = is_free ? promise->node : watched(told);
    const std::string_view id = draft_.nodes.id_of(node);
    draft_.observations.add(id, told.observed_on, told.value,
                            {.unit = told.unit,
                             .stage = told.stage,
                             .basis = told.basis,
                             .source = draft_.document,
                             .note = told.note});
    draft_.passages[told.passage].node = id;
    if (!is_free) note_untied(told, id);
  }

 private:
  /// The promise that a figure is a reading of, where nothing speaks against it.
  [[nodiscard]] const Promise* promised(const Told& told) const {
    if (!told.is_of_year) return nullptr;
    const Promise* promise = index_.find(told.key, told.scope, told.measure, told.unit);
    const bool fits = promise != nullptr && promise->has_value && promise->is_of_year &&
                      promise->base == told.base && bounds(told.comparator, promise->direction);
    return fits ? promise : nullptr;
  }

  /// 不足70家 tells how much it is not, so that it cannot be held against a promise of more.
  [[nodiscard]] static bool bounds(Comparator comparator, Direction direction) noexcept {
    switch (comparator) {
      case Comparator::below:
      case Comparator::at_most:
        return direction == Direction::lower;
      case Comparator::above:
      case Comparator::at_least:
        return direction == Direction::higher;
      default:
        return true;
    }
  }

  std::uint32_t watched(const Told& told) {
    if (goal_ == root) goal_ = draft_.nodes.named_goal("r", "上年成绩", {});
    const Block& block = draft_.outline.blocks[told.block];
    return draft_.nodes.indicator(goal_, told.title, nullptr,
                                  {.source = block.in_source(told.words), .section = "上年成绩"});
  }

  void note_untied(const Told& told, std::string_view id) {
    const Block& block = draft_.outline.blocks[told.block];
    const Place place{&block, told.block, told.sentence, root, {}, {}};
    Doubt doubt{"not_tied", "没有找到主体、口径相同的本年指标，列为只观察、不考核的指标", {}};
    if (const Promise* other = index_.find_any(told.key)) {
      doubt.alternatives.push_back(std::string(draft_.nodes.id_of(other->node)) + " " +
                                   std::string(draft_.nodes.title_of(other->node)));
    }
    const TextRange words{told.number.begin - told.sentence.begin,
                          told.number.end - told.sentence.begin};
    add_doubt(draft_, place, words, id, doubt, told.title);
  }

  Draft& draft_;
  PromiseIndex index_;
  GoalNumber goal_ = root;
  std::unordered_set<std::pair<std::uint32_t, std::int32_t>, PairHash> taken_;
};

}  // namespace

Became add_told(Draft& draft, const Place& place, const Figure& figure) {
  const std::string_view subject = figure.subject.of(place.text());
  std::string title = short_title(figure.title, longest_title);
  if (title.empty()) title = short_title(figure.words.of(place.text()), longest_title);
  if (!std::isfinite(figure.value)) {
    add_doubt(draft, place, figure.number, {},
              {"not_tied", "相对于别的数列，没有自己的数值，不是实际值", {}}, title);
    return {Outcome::unread, {}, note_on(figure)};
  }
  const int before = draft.nodes.year() - 1;
  const int year = figure.due_year && *figure.due_year < before ? *figure.due_year : before;
  const std::string_view text = place.text();
  const ToldOf told_of =
      figure.told_of == ToldOf::unsaid ? told_before(draft, place) : figure.told_of;
  const bool is_of_year = (told_of == ToldOf::year || told_of == ToldOf::unsaid) &&
                          year == before && !is_met_aim(text, figure) &&
                          is_own_body(figure.body.of(text), draft.level);
  draft.told.push_back({.key = subject_key(subject.empty() ? title : subject, draft.level),
                        .scope = scope_key(text, figure),
                        .block = place.block_index,
                        .passage = 0,
                        .number = place.in_block(figure.number),
                        .words = place.in_block(joined(figure.words, figure.subject)),
                        .sentence = place.sentence,
                        .title = title,
                        .basis = short_title(figure.basis, longest_title),
                        .note = note_of(place, figure),
                        .value = figure.value,
                        .unit = figure.unit,
                        .measure = figure.measure,
                        .comparator = figure.comparator,
                        .base = figure.base,
                        .stage = stage_of(place, figure),
                        .is_of_year = is_of_year,
                        .observed_on = last_day(year).value_or(Date())});
  return {Outcome::observation, {}, note_on(figure)};
}

void read_told(Draft& draft, const Place& place) {
  const FigureReading& found = draft.figures.read(place.text(), true);
  PassagePainter painter(draft, place, found);
  const ToldOf left = draft.figures.told_of();
  static_cast<void>(told_before(draft, place));
  for (const Figure& figure : found.figures) {
    const Became became = add_told(draft, place, figure);
    const std::size_t passage = painter.figure(figure, became);
    if (became.outcome == Outcome::observation) draft.told.back().passage = passage;
    add_doubts(draft, place, figure, became);
  }
  painter.rest();
  if (left != ToldOf::unsaid) draft.told_time.of = left;
  for (const TextRange number : found.unread) {
    add_doubt(draft, place, number, {}, {"unread", "没有规则能判断这个数是什么", {}},
              number.of(place.text()));
  }
}

void tie_told(Draft& draft) {
  if (draft.told.empty()) return;
  Tying tying(draft);
  for (const Told& told : draft.told) tying.tie(told);
}

}  // namespace jinjiang::reading
