// SPDX-License-Identifier: BSL-1.0
// What stands behind a number and bounds it: the second number of a range, and 以上.
#include <algorithm>
#include <array>

#include "reading/figures/clause.hpp"
#include "reading/numerals/numeral_signs.hpp"

namespace jinjiang::reading {

/// —, -, ~, 至, 到 and a second number.
std::size_t Tokenizer::read_range(std::size_t at, Phrase& phrase) {
  constexpr Characters dashes("—-–~～－−至到∼~");
  if (!dashes.begin(rest(at))) return at;
  for (const std::string_view dash :
       Words{"—", "-", "–", "~", "～", "－", "−", "至", "到", "∼", "~"}) {
    if (!begins(at, dash)) continue;
    std::size_t from = at + dash.size();
    if (dash == "—" && begins(from, dash)) return at;  // —— explains
    while (begins(from, " ")) ++from;
    Phrase second;
    const std::string_view here = rest(from).substr(0, 3 * most_digits);
    if (const auto number = read_plain_digits(here); number && here.front() != '-') {
      second.value = number->value;
      from += number->bytes;
    } else if (chinese_sign(here) != nullptr && phrase.is_chinese) {
      const auto numeral = read_numeral(here);
      if (!numeral || numeral->kind != NumeralKind::number) return at;
      second.is_chinese = true;
      second.value = numeral->value;
      from += numeral->bytes;
    } else {
      return at;
    }
    if (begins(from, "年")) return at;
    const std::size_t end = read_unit(from, second);
    const bool first_has = phrase.kind_of_unit != UnitKind::none;
    const bool second_has = second.kind_of_unit != UnitKind::none;
    if (first_has && !second_has) return at;
    double first = phrase.value;
    if (first_has && !(phrase.unit == second.unit)) {
      if (!is_convertible(phrase.unit, second.unit)) return at;
      first = convert(first, phrase.unit, second.unit);
    }
    if (second.value < first && !first_has) {
      // 5000至1万人: the second is in larger units.
      const auto unit = units_.match(rest(from));
      double scale = 1;
      for (std::size_t i = 0; unit && i < unit->base; i += 3) {
        const ChineseSign* sign = chinese_sign(rest(from + i));
        for (int power = 0; sign != nullptr && power < sign->exponent; ++power) scale *= 10;
      }
      first /= scale;
    }
    if (second.value < first) {
      // 8至3家 is a slip, and which of the two is meant nobody can tell; 由8家至3家 is a way.
      const auto& tokens = clause_->tokens;
      const bool is_way =
          std::ranges::any_of(tokens, [](const Token& token) { return token.word == Word::from; });
      if (is_way || !second_has) return at;
      phrase.is_reversed = true;
    } else {
      phrase.value = first;
      phrase.upper = second.value;
    }
    phrase.unit = second.unit;
    phrase.kind_of_unit = second.kind_of_unit;
    phrase.scale = second.scale;
    phrase.is_class = phrase.is_class || second.is_class;
    phrase.is_vague = phrase.is_vague || second.is_vague;
    return end;
  }
  return at;
}

/// 以上, 左右, （含）以下.
std::size_t Tokenizer::read_suffix(std::size_t at, Phrase& phrase) {
  struct Suffix {
    std::string_view text;
    Comparator comparator;
  };
  static constexpr std::array<Suffix, 11> suffixes{{{"及以上", Comparator::at_least},
                                                    {"或以上", Comparator::at_least},
                                                    {"以上", Comparator::at_least},
                                                    {"及以下", Comparator::at_most},
                                                    {"或以下", Comparator::at_most},
                                                    {"以下", Comparator::at_most},
                                                    {"以内", Comparator::at_most},
                                                    {"之内", Comparator::at_most},
                                                    {"左右", Comparator::about},
                                                    {"上下", Comparator::about},
                                                    {"内", Comparator::at_most}}};
  std::size_t from = at;
  if (begins(from, " ")) ++from;
  // 增长6%+, 9000+: and more, where nothing follows that it could join.
  if (begins(from, "+") || begins(from, "＋")) {
    const std::size_t end = from + (begins(from, "+") ? 1 : 3);
    const bool is_last =
        end >= text_.size() || starts_with_any(rest(end), {"，", "。", "；", "、", "）", ")", " ",
                                                           "\n", "！", ",", ";", "\t", "|"});
    if (!is_last) return at;
    phrase.suffix = Comparator::at_least;
    return end;
  }
  constexpr Characters first_of_suffix("（(及或以之左上内");
  if (!first_of_suffix.begin(rest(from))) return at;
  for (const std::string_view included : Words{"（含）", "(含)"}) {
    if (begins(from, included)) from += included.size();
  }
  for (const Suffix& suffix : suffixes) {
    if (!begins(from, suffix.text)) continue;
    // 严控在5%内, but not 20家内资企业.
    if (suffix.text == "内" && phrase.kind_of_unit != UnitKind::duration &&
        !ends_with(text_.substr(0, phrase.number.begin), "控制在") &&
        !ends_with(text_.substr(0, phrase.number.begin), "控在"))
      continue;
    std::size_t end = from + suffix.text.size();
    for (const std::string_view included : Words{"（含）", "(含)"}) {
      if (begins(end, included)) end += included.size();
    }
    phrase.suffix = suffix.comparator;
    phrase.is_within_time =
        phrase.kind_of_unit == UnitKind::duration && suffix.comparator == Comparator::at_most;
    return end;
  }
  return at;
}

}  // namespace jinjiang::reading
