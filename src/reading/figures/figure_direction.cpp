// SPDX-License-Identifier: BSL-1.0
// Which way is better: falls, ceilings, and things of which less is better.
#include "reading/figures/figure_reader.hpp"

namespace jinjiang::reading {

/// A fall by N is the rate -N; a fall by at least N is a rate of at most -N.
void FigureReader::turn_downward(Figure& figure) {
  figure.value = figure.value == 0 ? 0 : -figure.value;
  switch (figure.comparator) {
    case Comparator::at_least:
      figure.comparator = Comparator::at_most;
      break;
    case Comparator::above:
      figure.comparator = Comparator::below;
      break;
    case Comparator::at_most:
      figure.comparator = Comparator::at_least;
      break;
    case Comparator::below:
      figure.comparator = Comparator::above;
      break;
    case Comparator::between:
      if (figure.upper) {
        const double lower = -*figure.upper;
        figure.upper = figure.value;
        figure.value = lower;
      }
      break;
    case Comparator::reach:
    case Comparator::about:
      break;
  }
  figure.direction = Direction::lower;
}

void FigureReader::set_direction(Figure& figure, const Phrase* phrase, const Before& before) {
  const Predicate& says = before.says;
  const bool is_range = figure.comparator == Comparator::between;
  const bool is_open =
      figure.comparator == Comparator::reach || figure.comparator == Comparator::about || is_range;
  const bool fell = figure.direction == Direction::lower;
  figure.direction = default_direction(figure.comparator, figure.measure);
  if (!is_open || figure.rule == "fall_narrowed") return;
  if (fell) {
    figure.direction = Direction::lower;
    return;
  }
  const Word movement = says.movement ? says.movement->word : Word::text;
  const bool comes_down =
      movement == Word::cap || (movement == Word::fall_to && figure.measure != Measure::growth);
  // 4%—4.5%以内: a bound at a range has no other way to say which end matters.
  const auto is_ceiling = [](Comparator said) {
    return said == Comparator::at_most || said == Comparator::below;
  };
  const bool is_capped =
      is_range && ((phrase != nullptr && phrase->suffix && is_ceiling(*phrase->suffix)) ||
                   (before.bound && is_ceiling(static_cast<Comparator>(before.bound->value))));
  if (comes_down || is_capped) {
    figure.direction = Direction::lower;
    return;
  }
  const bool is_flow_of_work = is_flow(figure.measure);
  if (says.is_lower && !is_flow_of_work && figure.measure != Measure::rank) {
    figure.direction = Direction::lower;
    doubt(figure, "direction_from_subject", "没有“以内”“控制”等词，由指标本身判断越低越好",
          {"越高越好"});
    return;
  }
  if (figure.direction == Direction::within)
    doubt(figure, "range_within", "按区间读，超过上限与低于下限一样算未完成", {"不低于下限"});
}

}  // namespace jinjiang::reading
