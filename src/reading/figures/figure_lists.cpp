// SPDX-License-Identifier: BSL-1.0
// 分别: the figures of a list, each of which has a subject of its own.
#include "reading/figures/figure_reader.hpp"

#include <jinjiang/detail/text.hpp>

#include "reading/numerals/match.hpp"

namespace jinjiang::reading {

/// 分别增长5%、6%左右: bounds before and behind the list hold for all of it, subjects go in turn.
void FigureReader::spread() {
  if (spread_list_.size() < 2) return;
  auto& figures = out_.figures;
  Figure& head = figures[spread_list_.front()];
  Figure& tail = figures[spread_list_.back()];
  const auto is_open = [](const Figure& figure) { return figure.comparator == Comparator::reach; };
  for (const std::size_t i : spread_list_) {
    Figure& figure = figures[i];
    if (!is_open(figure)) continue;
    const Comparator bound = is_open(tail) ? head.comparator : tail.comparator;
    if (bound == Comparator::between) continue;
    figure.comparator = bound;
    if (figure.measure != Measure::rank && bound != Comparator::reach && bound != Comparator::about)
      figure.direction = default_direction(bound, figure.measure);
    else
      figure.direction = is_open(tail) ? head.direction : tail.direction;
  }
  if (dates_in_row_.size() == spread_list_.size()) {
    for (std::size_t i = 0; i < spread_list_.size(); ++i) {
      Figure& figure = figures[spread_list_[i]];
      const DateMention& date = dates_in_row_[i];
      if (date.year) figure.due_year = date.through.value_or(*date.year);
      figure.due_month = date.month;
      figure.due_day = date.day;
    }
  }
  // As many subjects as figures: each its own.
  const TextRange whole = head.subject;
  std::vector<TextRange> parts;
  std::size_t begin = whole.begin;
  for (std::size_t at = whole.begin; at < whole.end;) {
    std::size_t size = 0;
    for (const std::string_view joint : Words{"、", "以及", "和", "与", "及"}) {
      if (size == 0 && text_.substr(at).starts_with(joint)) size = joint.size();
    }
    if (size == 0) {
      at += jinjiang::detail::code_point_size(text_, at);
      continue;
    }
    if (at > begin) parts.push_back({begin, at});
    at += size;
    begin = at;
  }
  if (begin < whole.end) parts.push_back({begin, whole.end});
  // 接待游客680万人次、旅游收入72亿元，分别增长12%、15%: of the figures before.
  const std::size_t count = spread_list_.size();
  const std::size_t first = spread_list_.front();
  if (whole.begin < clause_.begin && first >= sentence_figures_ + count) {
    parts.clear();
    for (std::size_t i = first - count; i < first; ++i) {
      if (!figures[i].subject.empty()) parts.push_back(figures[i].subject);
    }
  }
  if (parts.size() != spread_list_.size()) return name_halves();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    Figure& figure = figures[spread_list_[i]];
    figure.subject = parts[i];
    const bool grows =
        figure.measure == Measure::growth && !figure.rule.starts_with("growth_level");
    const bool is_named = grows || is_flow(figure.measure);  // 新增甲、乙分别30家、20家
    const TextRange verb = is_named ? standing_.last_verb : TextRange{};
    set_title(figure, verb, parts[i], grows);
    // 城镇、农村居民收入: the last has the noun of all.
    constexpr std::size_t half = 6;
    const TextRange noun{parts.back().begin + half, parts.back().end};
    if (i + 1 == parts.size() || parts[i].size() != half || noun.begin >= noun.end ||
        !starts_with_any(words(parts.back()),
                         {"城镇", "城市", "农村", "乡村", "进口", "出口", "三产"}))
      continue;
    figure.title.clear();
    if (!grows) extend_title(figure, verb);
    extend_title(figure, parts[i]);
    extend_title(figure, noun);
    if (grows) extend_title(figure, verb);
    figure.subject = {};
  }
}

/// 城乡居民收入分别增长5%、6%: one word that names two, in the order in which it names them.
void FigureReader::name_halves() {
  struct Pair {
    std::string_view both;
    std::string_view first;
    std::string_view second;
  };
  constexpr Pair pairs[] = {{"城乡", "城镇", "农村"}, {"进出口", "进口", "出口"}};
  if (spread_list_.size() != 2) return;
  Figure& head = out_.figures[spread_list_.front()];
  Figure& tail = out_.figures[spread_list_.back()];
  for (const Pair& pair : pairs) {
    const std::size_t first = head.title.find(pair.both);
    const std::size_t second = tail.title.find(pair.both);
    if (first == std::string::npos || second == std::string::npos) continue;
    head.title.replace(first, pair.both.size(), pair.first);
    tail.title.replace(second, pair.both.size(), pair.second);
    // The words name both, and neither alone.
    tail.words = joined(head.subject, tail.words);
    head.subject = tail.subject = {};
    return;
  }
}

}  // namespace jinjiang::reading
