// SPDX-License-Identifier: BSL-1.0
#pragma once

// The words that Target::parse knows; docs/wordings.md shows them with what they mean.

#include <string_view>

#include <jinjiang/model/vocabulary.hpp>

namespace jinjiang::detail {

/// What words before a number say about it.
struct LeadingWord {
  enum class Effect {
    comparator,
    firmness,
    measure,
    fall,
    rise,
    falls_to,
    rises_to,
    keep,
    cap,
    base,
    basis,
    period,
    rank,
    hedge,
    none
  };
  std::string_view word;
  Effect effect;
  int value = 0;  // the enumerator that the effect sets
};

inline constexpr int as_int(auto enumerator) { return static_cast<int>(enumerator); }

// Longer words first where one begins like another.
inline constexpr LeadingWord leading_words[] = {
    {"≥", LeadingWord::Effect::comparator, as_int(Comparator::at_least)},
    {"≤", LeadingWord::Effect::comparator, as_int(Comparator::at_most)},
    {">=", LeadingWord::Effect::comparator, as_int(Comparator::at_least)},
    {"<=", LeadingWord::Effect::comparator, as_int(Comparator::at_most)},
    {">", LeadingWord::Effect::comparator, as_int(Comparator::above)},
    {"<", LeadingWord::Effect::comparator, as_int(Comparator::below)},
    {"＞", LeadingWord::Effect::comparator, as_int(Comparator::above)},
    {"＜", LeadingWord::Effect::comparator, as_int(Comparator::below)},
    {"不得低于", LeadingWord::Effect::comparator, as_int(Comparator::at_least)},
    {"不得少于", LeadingWord::Effect::comparator, as_int(Comparator::at_least)},
    {"不得超过", LeadingWord::Effect::comparator, as_int(Comparator::at_most)},
    {"不得高于", LeadingWord::Effect::comparator, as_int(Comparator::at_most)},
    {"不低于", LeadingWord::Effect::comparator, as_int(Comparator::at_least)},
    {"不少于", LeadingWord::Effect::comparator, as_int(Comparator::at_least)},
    {"不超过", LeadingWord::Effect::comparator, as_int(Comparator::at_most)},
    {"不高于", LeadingWord::Effect::comparator, as_int(Comparator::at_most)},
    {"不多于", LeadingWord::Effect::comparator, as_int(Comparator::at_most)},
    {"不大于", LeadingWord::Effect::comparator, as_int(Comparator::at_most)},
    {"不小于", LeadingWord::Effect::comparator, as_int(Comparator::at_least)},
    {"最少", LeadingWord::Effect::comparator, as_int(Comparator::at_least)},
    {"最多", LeadingWord::Effect::comparator, as_int(Comparator::at_most)},
    {"至少", LeadingWord::Effect::comparator, as_int(Comparator::at_least)},
    {"至多", LeadingWord::Effect::comparator, as_int(Comparator::at_most)},
    {"超过", LeadingWord::Effect::comparator, as_int(Comparator::above)},
    {"突破", LeadingWord::Effect::comparator, as_int(Comparator::above)},
    {"高于", LeadingWord::Effect::comparator, as_int(Comparator::above)},
    {"多于", LeadingWord::Effect::comparator, as_int(Comparator::above)},
    {"大于", LeadingWord::Effect::comparator, as_int(Comparator::above)},
    {"超", LeadingWord::Effect::comparator, as_int(Comparator::above)},
    {"低于", LeadingWord::Effect::comparator, as_int(Comparator::below)},
    {"少于", LeadingWord::Effect::comparator, as_int(Comparator::below)},
    {"小于", LeadingWord::Effect::comparator, as_int(Comparator::below)},
    {"不满", LeadingWord::Effect::comparator, as_int(Comparator::below)},
    {"不到", LeadingWord::Effect::comparator, as_int(Comparator::below)},
    {"不足", LeadingWord::Effect::comparator, as_int(Comparator::below)},
    {"大约", LeadingWord::Effect::comparator, as_int(Comparator::about)},
    {"约", LeadingWord::Effect::comparator, as_int(Comparator::about)},
    {"确保", LeadingWord::Effect::firmness, as_int(Firmness::must)},
    {"力争", LeadingWord::Effect::firmness, as_int(Firmness::stretch)},
    {"争取", LeadingWord::Effect::firmness, as_int(Firmness::stretch)},
    {"探索", LeadingWord::Effect::firmness, as_int(Firmness::exploratory)},
    {"净增加", LeadingWord::Effect::measure, as_int(Measure::net_increment)},
    {"净增", LeadingWord::Effect::measure, as_int(Measure::net_increment)},
    {"新增加", LeadingWord::Effect::measure, as_int(Measure::increment)},
    {"新增", LeadingWord::Effect::measure, as_int(Measure::increment)},
    {"完成", LeadingWord::Effect::measure, as_int(Measure::increment)},
    {"增长到", LeadingWord::Effect::rises_to},
    {"增加到", LeadingWord::Effect::rises_to},
    {"提高到", LeadingWord::Effect::rises_to},
    {"提升到", LeadingWord::Effect::rises_to},
    {"提高至", LeadingWord::Effect::rises_to},
    {"提升至", LeadingWord::Effect::rises_to},
    {"增长至", LeadingWord::Effect::rises_to},
    {"增加至", LeadingWord::Effect::rises_to},
    {"上升到", LeadingWord::Effect::rises_to},
    {"上升至", LeadingWord::Effect::rises_to},
    {"增至", LeadingWord::Effect::rises_to},
    {"升至", LeadingWord::Effect::rises_to},
    {"下降到", LeadingWord::Effect::falls_to},
    {"降低到", LeadingWord::Effect::falls_to},
    {"下降至", LeadingWord::Effect::falls_to},
    {"降低至", LeadingWord::Effect::falls_to},
    {"减少到", LeadingWord::Effect::falls_to},
    {"减少至", LeadingWord::Effect::falls_to},
    {"压减到", LeadingWord::Effect::falls_to},
    {"压减至", LeadingWord::Effect::falls_to},
    {"降到", LeadingWord::Effect::falls_to},
    {"降至", LeadingWord::Effect::falls_to},
    {"减至", LeadingWord::Effect::falls_to},
    {"增长", LeadingWord::Effect::rise},
    {"提高", LeadingWord::Effect::rise},
    {"提升", LeadingWord::Effect::rise},
    {"上升", LeadingWord::Effect::rise},
    {"增加", LeadingWord::Effect::rise},
    {"下降", LeadingWord::Effect::fall},
    {"降低", LeadingWord::Effect::fall},
    {"减少", LeadingWord::Effect::fall},
    {"压减", LeadingWord::Effect::fall},
    {"控制在", LeadingWord::Effect::cap},
    {"保持在", LeadingWord::Effect::keep},
    {"稳定在", LeadingWord::Effect::keep},
    {"全年", LeadingWord::Effect::period},
    {"年内", LeadingWord::Effect::period},
    {"本年", LeadingWord::Effect::period},
    {"进入", LeadingWord::Effect::none},
    {"达到", LeadingWord::Effect::none},
    {"达", LeadingWord::Effect::none},
    {"同比", LeadingWord::Effect::base, as_int(ComparisonBase::Kind::last_year)},
    {"比上年", LeadingWord::Effect::base, as_int(ComparisonBase::Kind::last_year)},
    {"较上年", LeadingWord::Effect::base, as_int(ComparisonBase::Kind::last_year)},
    {"环比", LeadingWord::Effect::base, as_int(ComparisonBase::Kind::previous_period)},
    {"同口径", LeadingWord::Effect::basis},
    {"可比口径", LeadingWord::Effect::basis},
    {"前", LeadingWord::Effect::rank, as_int(Comparator::at_most)},
    {"第", LeadingWord::Effect::rank, as_int(Comparator::reach)},
    {"接近", LeadingWord::Effect::hedge},
    {"近", LeadingWord::Effect::hedge},
    {"上", LeadingWord::Effect::hedge},
    {"数", LeadingWord::Effect::hedge},
};

struct TrailingWord {
  std::string_view word;
  Comparator comparator;
};
inline constexpr TrailingWord trailing_words[] = {
    {"（含）以上", Comparator::at_least}, {"(含)以上", Comparator::at_least},
    {"（含）以下", Comparator::at_most},  {"(含)以下", Comparator::at_most},
    {"（含）以内", Comparator::at_most},  {"(含)以内", Comparator::at_most},
    {"以上（含）", Comparator::at_least}, {"以上(含)", Comparator::at_least},
    {"以下（含）", Comparator::at_most},  {"以下(含)", Comparator::at_most},
    {"及以上", Comparator::at_least},     {"以上", Comparator::at_least},
    {"及以下", Comparator::at_most},      {"以下", Comparator::at_most},
    {"以内", Comparator::at_most},        {"之内", Comparator::at_most},
    {"内", Comparator::at_most},          {"左右", Comparator::about},
    {"上下", Comparator::about},
};

/// Whole figures that hold no digits.
struct WholePhrase {
  std::string_view phrase;
  Comparator comparator;
  double value;
};
inline constexpr WholePhrase whole_phrases[] = {{"正增长", Comparator::above, 0},
                                                {"实现正增长", Comparator::above, 0},
                                                {"零增长", Comparator::reach, 0},
                                                {"实现零增长", Comparator::reach, 0},
                                                {"两位数增长", Comparator::at_least, 10}};

}  // namespace jinjiang::detail
