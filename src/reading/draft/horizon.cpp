// SPDX-License-Identifier: BSL-1.0

#include "reading/draft/horizon.hpp"

#include <array>

#include <jinjiang/reading/numerals.hpp>

#include "reading/numerals/match.hpp"

namespace jinjiang::reading {

namespace {

struct Found {
  Horizon years;
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct PlanTerm {
  std::string_view name;
  int last;
};
constexpr std::array<PlanTerm, 4> plan_terms{
    {{"十四五", 2025}, {"十五五", 2030}, {"十六五", 2035}, {"十七五", 2040}}};

/// “十五五”时期; 十五五开局之年 is one year of it.
std::optional<Found> find_plan_term(std::string_view text) {
  for (const PlanTerm& term : plan_terms) {
    const std::size_t at = find_in(text, term.name);
    if (at == std::string_view::npos) continue;
    std::size_t end = at + term.name.size();
    if (starts_with(text.substr(end), "”")) end += std::string_view("”").size();
    if (!starts_with_any(text.substr(end), {"时期", "期间", "末", "主要", "目标", "发展目标",
                                            "经济社会发展", "奋斗目标", "总体目标"}))
      return std::nullopt;
    constexpr int length = 4;
    return Found{{term.last - length, term.last}, at, end};
  }
  return std::nullopt;
}

/// 今后五年, counted from the year of the plan.
std::optional<Found> find_coming_years(std::string_view text, int year) {
  for (const std::string_view coming : Words{"今后", "未来"}) {
    const std::size_t at = find_in(text, coming);
    if (at == std::string_view::npos) continue;
    const std::size_t begin = at + coming.size();
    const auto number = read_numeral(text.substr(begin, 24));
    constexpr double most = 20;
    if (!number || number->value < 2 || number->value > most) continue;
    const std::size_t end = begin + number->bytes;
    if (!starts_with(text.substr(end), "年")) continue;
    return Found{{year, year + static_cast<int>(number->value) - 1}, at, end};
  }
  return std::nullopt;
}

/// 到2030年, 2035年远景目标
std::optional<Found> find_year(std::string_view text, int year) {
  constexpr std::size_t digits = 4;
  constexpr int furthest = 50;
  for (std::size_t at = find_in(text, "年"); at != std::string_view::npos;
       at = find_in(text, "年", at + 3)) {
    if (at < digits) continue;
    int value = 0;
    bool is_number = at == digits || text[at - digits - 1] < '0' || text[at - digits - 1] > '9';
    for (const char digit : text.substr(at - digits, digits)) {
      is_number = is_number && digit >= '0' && digit <= '9';
      value = value * 10 + (digit - '0');
    }
    if (is_number && value > year && value <= year + furthest)
      return Found{{std::nullopt, value}, at - digits, at};
  }
  return std::nullopt;
}

std::optional<Found> find_years(std::string_view text, int year) {
  std::optional<Found> found;
  if (holds(text, "五")) found = find_plan_term(text);
  if (!found && holds(text, "年")) {
    found = find_coming_years(text, year);
    if (!found) found = find_year(text, year);
  }
  if (found && found->years.through <= year) return std::nullopt;
  return found;
}

bool names_this_year(std::string_view text, int year) {
  return holds(text, "年") &&
         (holds_any(text, {"今年", "年度", "本年"}) || holds(text, std::to_string(year) + "年"));
}

}  // namespace

std::optional<Horizon> horizon_of_heading(std::string_view heading, int year) {
  if (names_this_year(heading, year)) return Horizon{};
  const auto found = find_years(heading, year);
  if (!found) return std::nullopt;
  return found->years;
}

Horizon Horizons::above(std::ptrdiff_t parent) const {
  return parent < 0 ? Horizon{} : of_headings_[static_cast<std::size_t>(parent)];
}

void Horizons::enter_heading(std::size_t block, std::ptrdiff_t parent, std::string_view text) {
  of_headings_[block] = horizon_of_heading(text, year_).value_or(above(parent));
  topic_.reset();
}

void Horizons::begin_block(std::ptrdiff_t parent) {
  of_block_ = topic_.value_or(above(parent));
  now_ = of_block_;
}

void Horizons::hear(std::string_view sentence, const Horizon& left, bool promises) {
  if (const auto topic = horizon_of_topic(sentence, year_)) {
    of_block_ = *topic;
    if (!promises) topic_ = topic;
  }
  now_ = ends_with(sentence, "；") || ends_with(sentence, ";") ? left : of_block_;
}

std::optional<Horizon> horizon_of_topic(std::string_view sentence, int year) {
  constexpr std::size_t head = 24;
  constexpr Characters openings("今本123456789");
  if (openings.begin(sentence) && (starts_with_any(sentence, {"今年", "本年"}) ||
                                   starts_with(sentence, std::to_string(year) + "年")))
    return Horizon{};
  const auto found = find_years(sentence.substr(0, 3 * head), year);
  if (!found || found->begin > head) return std::nullopt;
  // “十五五”时期是关键时期 sets none.
  if (holds_any(sentence.substr(found->end, head), {"是关键", "是基本", "是承", "开局"}))
    return std::nullopt;
  if (!ends_with(sentence, "：") &&
      !holds_any(sentence, {"主要目标", "奋斗目标", "发展目标", "总体目标", "预期目标", "具体目标",
                            "以下目标", "目标是", "目标为"}))
    return std::nullopt;
  return found->years;
}

}  // namespace jinjiang::reading
