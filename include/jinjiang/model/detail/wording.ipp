// SPDX-License-Identifier: BSL-1.0
#pragma once

// Target::parse: a hand-written scanner for the wording of one figure. Words before the number, the
// number or range with its unit, words after it; whatever remains is a reason to refuse.

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/detail/wording_figure.hpp>
#include <jinjiang/model/detail/wording_words.hpp>
#include <jinjiang/model/target.hpp>

namespace jinjiang::detail {

/// The unit of a wording is not in the table; a plan may have it.
struct UnknownUnit : FormatError {
  using FormatError::FormatError;
};

class WordingReader {
 public:
  WordingReader(std::string_view text, const UnitTable& units)
      : whole_(text), rest_(trimmed(text)), units_(units) {}

  [[nodiscard]] Target read() { return target_of(read_figure(), nullptr); }
  [[nodiscard]] Target read_in_place_of(const Target& before) {
    return target_of(read_figure(), &before);
  }
  /// What the words say, whether or not it makes a target.
  [[nodiscard]] WordedFigure read_figure() {
    if (const auto bad = find_invalid_utf8(whole_))
      refuse("byte " + std::to_string(*bad) + " is not UTF-8");
    if (rest_.empty()) refuse("it is empty");
    for (const WholePhrase& phrase : whole_phrases) {
      if (rest_ == phrase.phrase) {
        return {.comparator = phrase.comparator,
                .value = phrase.value,
                .unit = units_.at("%"),
                .measure = Measure::growth,
                .is_rate = true};
      }
    }
    if (rest_.ends_with("负增长"))
      refuse("it does not say how far down; write 下降3%, or 下降3%以内 to bound the fall");
    read_leading_words();
    figure_ = rest_;
    read_numbers();
    read_trailing_word();
    if (!rest_.empty()) refuse("unexpected " + in_quotes(rest_));
    return finish();
  }

 private:
  [[noreturn]] void refuse(const std::string& why) const {
    throw FormatError({}, "cannot read the target " + in_quotes(whole_) + ": " + why);
  }

  void take(std::size_t bytes) { rest_ = trimmed(rest_.substr(bytes)); }

  void set_comparator(Comparator comparator, std::string_view word) {
    if (comparator_)
      refuse("two bounds, " + in_quotes(comparator_word_) + " and " + in_quotes(word));
    comparator_ = comparator;
    comparator_word_ = word;
  }

  void read_leading_words() {
    while (true) {
      if (read_base_year()) continue;
      const LeadingWord* found = nullptr;
      for (const LeadingWord& candidate : leading_words) {
        if (rest_.starts_with(candidate.word)) {
          found = &candidate;
          break;
        }
      }
      if (found == nullptr) return;
      take(found->word.size());
      apply(*found);
    }
  }

  /// 较2020年, 比2020年
  bool read_base_year() {
    for (const std::string_view word : {std::string_view("较"), std::string_view("比")}) {
      if (!rest_.starts_with(word)) continue;
      const std::string_view after = rest_.substr(word.size());
      constexpr std::string_view year_sign = "年";
      const auto year =
          after.size() >= 4 + year_sign.size() ? read_year(after.substr(0, 4)) : std::nullopt;
      if (!year || after.substr(4, year_sign.size()) != year_sign) return false;
      base_ = ComparisonBase{ComparisonBase::Kind::since, *year};
      take(word.size() + 4 + year_sign.size());
      return true;
    }
    return false;
  }

  void apply(const LeadingWord& word) {
    using Effect = LeadingWord::Effect;
    switch (word.effect) {
      case Effect::comparator:
        return set_comparator(static_cast<Comparator>(word.value), word.word);
      case Effect::firmness:
        firmness_ = static_cast<Firmness>(word.value);
        return;
      case Effect::measure:
        measure_ = static_cast<Measure>(word.value);
        return;
      case Effect::base:
        base_ = ComparisonBase{static_cast<ComparisonBase::Kind>(word.value)};
        return;
      case Effect::basis:
        basis_ = word.word;
        return;
      case Effect::period:
        period_word_ = word.word;
        return;
      case Effect::rank:
        measure_ = Measure::rank;
        // 第3 leaves the bound to 以内 or 以上; 前3 has set it.
        if (word.value == as_int(Comparator::reach)) return;
        return set_comparator(static_cast<Comparator>(word.value), word.word);
      case Effect::hedge:
        refuse(in_quotes(word.word) +
               " before a number sets no bound; say 超, 以上, 左右 or the bare figure");
      case Effect::none:
        return;
      default:
        if (movement_)
          refuse("two movements, " + in_quotes(movement_->word) + " and " + in_quotes(word.word));
        movement_ = word;
    }
  }

  void read_numbers() {
    const QuantityPrefix first = read_one();
    take(first.bytes);
    value_ = first.value;
    unit_ = first.unit;
    for (const std::string_view dash : {"——", "—", "–", "-", "－", "~", "～", "至", "到"}) {
      if (!rest_.starts_with(dash)) continue;
      const std::string_view after = trimmed(rest_.substr(dash.size()));
      const QuantityPrefix second = read_quantity(after, units_);
      if (second.bytes == 0) refuse("expected a number after " + in_quotes(dash));
      if (!unit_.is_none() && unit_ != second.unit) refuse("a range has one unit at both ends");
      set_comparator(Comparator::between, dash);
      upper_ = second.value;
      unit_ = second.unit;
      rest_ = trimmed(after.substr(second.bytes));
      break;
    }
    if (measure_ == Measure::rank) {
      if (rest_.starts_with("名")) take(std::string_view("名").size());
      if (unit_.is_none() || unit_.symbol() == "名") unit_ = units_.at("位");
      if (unit_.symbol() != "位")
        refuse("a place in a ranking is counted in 名 or 位, found " + in_quotes(unit_.symbol()));
    }
    for (const std::string_view hedge : {"余", "多", "几"}) {
      if (rest_.starts_with(hedge)) refuse(in_quotes(hedge) + " after a number sets no bound");
    }
    if (unit_.is_none()) {
      if (leading_scale(rest_) != nullptr && scale_between(rest_, "")) {
        refuse("a scale is no unit; write what is counted after it, such as 1.2万人 or 1.2万元");
      }
      refuse_subject();
      if (rest_.empty()) refuse("expected a unit after the number");
      throw UnknownUnit({}, "cannot read the target " + in_quotes(whole_) + ": unknown unit " +
                                in_quotes(rest_) + nearest_hint(nearest(rest_, units_.symbols())));
    }
  }

  /// 三公经费下降5%: what can be read begins later, after the name of what is measured.
  void refuse_subject() const {
    constexpr std::size_t longest = 128;  // every verb in it is tried
    if (is_part_ || figure_.size() > longest) return;
    for (std::size_t at = 0; at < figure_.size(); at += code_point_size(figure_, at)) {
      const std::string_view later = figure_.substr(at);
      if (at == 0 || !may_begin(figure_[at - 1], later)) continue;
      try {
        WordingReader part(later, units_);
        part.is_part_ = true;
        static_cast<void>(part.read());
      } catch (const FormatError&) {
        return;
      }
      refuse("a figure's wording begins with the figure or its verb, not with its subject: write " +
             in_quotes(later) + " and put " + in_quotes(trimmed(figure_.substr(0, at))) +
             " in the title");
    }
  }

  /// Whether a wording may begin here: with a word that is known, or with the first of some digits.
  [[nodiscard]] static bool may_begin(char before, std::string_view later) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (is_digit(later.front())) return !is_digit(before) && before != '.' && before != ',';
    return std::ranges::any_of(
        leading_words, [later](const LeadingWord& word) { return later.starts_with(word.word); });
  }

  [[nodiscard]] QuantityPrefix read_one() const {
    const QuantityPrefix read = read_quantity(rest_, units_);
    if (read.bytes > 0) return read;
    if (rest_.starts_with("与") || whole_.find("同步") != std::string_view::npos) {
      refuse("it names another series; build it with Target::relative");
    }
    if (whole_.find("番") != std::string_view::npos ||
        whole_.find("倍增") != std::string_view::npos) {
      refuse("a multiple needs its baseline value; state the figure to reach");
    }
    if (rest_.starts_with("年均"))
      refuse(
          "年均 needs its years; write the rate, such as 增长6%, and set base to annual 2021-2025");
    refuse_subject();
    refuse("expected a number at " + (rest_.empty() ? "the end" : in_quotes(rest_)));
  }

  void read_trailing_word() {
    for (const TrailingWord& word : trailing_words) {
      if (!rest_.starts_with(word.word)) continue;
      const bool says_it_again =  // 前3名以内
          measure_ == Measure::rank && comparator_ == word.comparator && comparator_word_ == "前";
      if (!says_it_again) set_comparator(word.comparator, word.word);
      take(word.word.size());
      return;
    }
  }

  [[nodiscard]] WordedFigure finish() {
    std::optional<Direction> direction;
    if (movement_) apply_movement(direction);
    if (!measure_ && counts_in_period()) measure_ = Measure::increment;
    return {comparator_, value_,    upper_, unit_, measure_,
            direction,   firmness_, basis_, base_, is_rate()};
  }

  [[nodiscard]] Target target_of(const WordedFigure& figure, const Target* before) const {
    try {
      const Target target = before == nullptr ? figure.target() : figure.in_place_of(*before);
      const bool is_rate =
          figure.is_rate || (before != nullptr && is_settled_at_due(before->measure()));
      if (!is_rate) refuse_bare_zero(target);
      return target;
    } catch (const TargetError& error) {
      if (before != nullptr) throw;
      refuse(error.what());
    }
  }

  /// 0起 would be met by any reading, which is never what is meant.
  void refuse_bare_zero(const Target& target) const {
    const bool is_open =
        target.comparator() == Comparator::reach || target.comparator() == Comparator::about;
    if (target.value() != 0 || !is_open || target.direction() != Direction::higher) return;
    const std::string& symbol = unit_.symbol();
    refuse("any reading meets a bare 0 " + symbol + "; write 不超过0" + symbol +
           " (at most 0), or 降至0" + symbol + " for what is to come down to it" +
           (unit_.dimension() == "%" ? "; of a growth, 零增长 or 正增长" : ""));
  }

  [[nodiscard]] bool is_rate() const noexcept {
    return movement_ && (movement_->effect == LeadingWord::Effect::rise ||
                         movement_->effect == LeadingWord::Effect::fall);
  }

  /// 全年不超过600万元 counts what comes in the period. A percentage, a rate such as 元/月 and a
  /// level to come to or to keep are none the less what they are.
  [[nodiscard]] bool counts_in_period() const {
    using Effect = LeadingWord::Effect;
    const bool is_level = movement_ && movement_->effect != Effect::cap;
    return !period_word_.empty() && !is_level && default_measure(unit_) == Measure::level &&
           unit_.symbol().find('/') == std::string::npos;
  }

  void apply_movement(std::optional<Direction>& direction) {
    using Effect = LeadingWord::Effect;
    switch (movement_->effect) {
      case Effect::cap:  // 控制在4.5%左右 and 控制在4%—4.5% are ceilings: less is as good
      case Effect::falls_to:
        if (is_open()) direction = Direction::lower;
        return;
      case Effect::rise:
      case Effect::fall:
        read_rate();
        if (movement_->effect == Effect::fall) turn_downward(direction);
        return;
      default:
        return;
    }
  }

  /// 增长6% is a growth, 提高2个百分点 a change, 增长2倍 a growth of 200 %.
  void read_rate() {
    if (measure_ && measure_ != Measure::net_increment) {
      refuse(in_quotes(movement_->word) + " does not go with a " +
             std::string(to_string(*measure_)));
    }
    if (unit_.dimension() == "百分点") {
      measure_ = Measure::change;
    } else if (unit_.dimension() == "%") {
      measure_ = Measure::growth;
    } else if (unit_.dimension() == "倍") {
      value_ = value_ * 100;
      if (upper_) upper_ = *upper_ * 100;
      unit_ = units_.at("%");
      measure_ = Measure::growth;
    } else if (movement_->effect == LeadingWord::Effect::rise) {
      measure_ = Measure::net_increment;
    } else {
      refuse(in_quotes(movement_->word) + " with " + in_quotes(unit_.symbol()) +
             " does not say from where; state the level to come down to");
    }
  }

  /// Whether no side of the figure is said to be the better one.
  [[nodiscard]] bool is_open() const noexcept {
    return !comparator_ || comparator_ == Comparator::about || comparator_ == Comparator::between;
  }

  /// A fall by N is the rate -N; a fall by at least N is a rate of at most -N.
  void turn_downward(std::optional<Direction>& direction) {
    value_ = -value_;
    if (upper_) std::swap(value_, *upper_ = -*upper_);
    if (is_open()) {
      direction = Direction::lower;
    } else if (comparator_ == Comparator::at_least) {
      comparator_ = Comparator::at_most;
    } else if (comparator_ == Comparator::above) {
      comparator_ = Comparator::below;
    } else if (comparator_ == Comparator::at_most) {
      comparator_ = Comparator::at_least;
    } else if (comparator_ == Comparator::below) {
      comparator_ = Comparator::above;
    }
  }

  std::string_view whole_;
  std::string_view rest_;
  const UnitTable& units_;
  std::optional<Comparator> comparator_;
  std::string_view comparator_word_;
  std::string_view figure_;       ///< what follows the leading words
  std::string_view period_word_;  ///< 全年
  bool is_part_ = false;          ///< tried as the end of a longer wording
  std::optional<LeadingWord> movement_;
  std::optional<Measure> measure_;
  std::optional<Firmness> firmness_;
  std::string basis_;
  std::optional<ComparisonBase> base_;
  double value_ = 0;
  std::optional<double> upper_;
  Unit unit_;
};

}  // namespace jinjiang::detail

namespace jinjiang {

JINJIANG_INLINE Target Target::parse(std::string_view text, const UnitTable& units) {
  return detail::WordingReader(text, units).read();
}

namespace detail {

JINJIANG_INLINE Target parse_in_place_of(const Target& before, std::string_view text,
                                         const UnitTable& units) {
  return WordingReader(text, units).read_in_place_of(before);
}

JINJIANG_INLINE void refuse_unreadable(std::string_view text) {
  try {
    static_cast<void>(WordingReader(text, UnitTable::standard()).read_figure());
  } catch (const UnknownUnit&) {
    return;
  }
}

}  // namespace detail

}  // namespace jinjiang
