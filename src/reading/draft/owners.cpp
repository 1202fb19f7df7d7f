// SPDX-License-Identifier: BSL-1.0

#include "reading/draft/owners.hpp"

#include <array>

#include "reading/draft/clause_words.hpp"

namespace jinjiang::reading {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_name = 60;  ///< characters
constexpr std::size_t most_units = 64;

constexpr WordList lead_words(std::to_array<std::string_view>(
    {"牵头单位", "牵头部门", "责任领导单位", "主办单位", "主要责任单位", "牵头责任单位"}));
constexpr WordList duty_words(std::to_array<std::string_view>({"责任单位", "责任部门",
                                                               "落实单位"}));
constexpr WordList support_words(std::to_array<std::string_view>(
    {"配合单位", "配合部门", "协办单位", "参与单位", "协同单位", "参加单位"}));
/// What a bracket says beside who does it.
constexpr WordList other_words(std::to_array<std::string_view>({"责任人", "联系人", "责任领导",
                                                                "分管领导", "牵头领导", "挂钩领导",
                                                                "完成时限", "完成时间", "时限"}));
constexpr WordList separators(std::to_array<std::string_view>({"、", "，", "；", "。", ",", ";",
                                                               "和", " ", "\t", "　", "/", "\n"}));

bool names_units(std::string_view bracket) noexcept {
  return holds(bracket, "单位"sv) || holds(bracket, "部门："sv) || holds(bracket, "牵头"sv) ||
         holds(bracket, "负责"sv);
}

/// Adds the units of a list; the first of a list of those on duty leads where nobody else does.
void take(Owners& owners, std::string_view list, bool leads, bool is_duty) {
  for (std::string& unit : units_of(list)) {
    if ((leads || is_duty) && owners.lead.empty()) {
      owners.lead = std::move(unit);
    } else if (owners.supporting.size() < most_units && unit != owners.lead) {
      owners.supporting.push_back(std::move(unit));
    }
  }
}

/// 牵头单位：… in a part of a bracket, or 市发改局牵头.
void read_part(Owners& owners, std::string_view part) {
  while (const std::size_t mark = leading(part, separators)) part.remove_prefix(mark);
  if (leading(part, other_words) > 0) return;
  const std::size_t lead = leading(part, lead_words);
  const std::size_t duty = leading(part, duty_words);
  const std::size_t support = leading(part, support_words);
  if (lead + duty + support > 0) {
    std::string_view list = part.substr(lead + duty + support);
    list.remove_prefix(leading(list, std::array{"："sv, ":"sv}));
    return take(owners, list, lead > 0, duty > 0);
  }
  if (const std::size_t word = trailing(part, std::array{"牵头负责"sv, "牵头"sv, "负责"sv}))
    return take(owners, part.substr(0, part.size() - word), true, false);
  if (const std::size_t word = trailing(part, std::array{"配合"sv, "参与"sv, "协办"sv}))
    return take(owners, part.substr(0, part.size() - word), false, false);
}

bool begins_a_list(std::string_view text) noexcept {
  return leading(text, lead_words) + leading(text, duty_words) + leading(text, support_words) +
             leading(text, other_words) >
         0;
}

Owners read_bracket(std::string_view inside) {
  Owners owners;
  constexpr auto ends = std::array{"；"sv, ";"sv, "。"sv};
  // A comma parts 甲局牵头，乙局配合, but not the names of a list after a colon.
  const bool has_colon = holds(inside, "："sv) || inside.find(':') != std::string_view::npos;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < inside.size(); ++at) {
    std::size_t mark = leading(inside.substr(at), ends);
    if (mark == 0 && inside.substr(at).starts_with("，"sv)) {
      if (!has_colon || begins_a_list(inside.substr(at + 3))) mark = 3;
    }
    if (mark == 0) continue;
    read_part(owners, inside.substr(begin, at - begin));
    begin = at + mark;
  }
  if (begin < inside.size()) read_part(owners, inside.substr(begin));
  return owners;
}

}  // namespace

std::vector<std::string> units_of(std::string_view text) {
  std::vector<std::string> units;
  std::size_t begin = 0;
  const auto finish = [&](std::size_t end) {
    if (begin < end && units.size() < most_units) {
      std::string unit = short_title(text.substr(begin, end - begin), longest_name);
      if (!unit.empty()) units.push_back(std::move(unit));
    }
  };
  int depth = 0;  // 各县（市、区）政府 is one
  for (std::size_t at = 0; at < text.size();) {
    if (leading(text.substr(at), std::array{"（"sv, "("sv}) > 0) ++depth;
    if (depth > 0 && leading(text.substr(at), std::array{"）"sv, ")"sv}) > 0) --depth;
    const std::size_t mark = depth > 0 ? 0 : leading(text.substr(at), separators);
    if (mark == 0) {
      ++at;
      continue;
    }
    // 和 parts two names only where one that ends like a unit stands before it.
    const bool is_and = text.substr(at).starts_with("和"sv);
    const bool parts =
        !is_and || trailing(text.substr(begin, at - begin), std::array{"局"sv, "委"sv, "办"sv}) > 0;
    if (parts) {
      finish(at);
      begin = at + mark;
    }
    at += mark;
  }
  finish(text.size());
  return units;
}

namespace {

/// （县住建局，8月底前）: units and dates, and nothing else. Gives no owners where there is more.
Owners read_short(std::string_view inside) {
  Owners owners;
  constexpr std::size_t longest = 120;
  if (inside.size() > longest) return owners;
  std::string_view rest = inside;
  while (!rest.empty()) {
    const std::size_t end =
        std::min({rest.find("，"sv), rest.find("、"sv), rest.find("；"sv), rest.size()});
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(rest.size(), end + 3));
    if (!is_cell_alone(part) || leading(part, std::array{"含"sv, "原"sv, "如"sv, "即"sv}) > 0)
      return {};
    const bool is_date = part.front() >= '0' && part.front() <= '9';
    if (!is_date) take(owners, part, false, true);
  }
  return owners;
}

}  // namespace

std::vector<Owners> find_owners(std::string_view text) {
  std::vector<Owners> found;
  const bool has_bracket =
      text.find('(') != std::string_view::npos || holds(text, "（"sv) || holds(text, "【"sv);
  const bool may_name =
      names_units(text) || holds(text, "局"sv) || holds(text, "委"sv) || holds(text, "办"sv);
  if (!has_bracket || !may_name) return found;
  constexpr std::size_t longest = 1200;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = leading(text.substr(at), std::array{"（"sv, "("sv, "【"sv});
    if (open == 0) {
      ++at;
      continue;
    }
    const std::string_view rest = text.substr(at + open, longest);
    std::size_t size = 0;
    std::size_t close = 0;
    int depth = 1;
    while (size < rest.size() && depth > 0) {
      depth += leading(rest.substr(size), std::array{"（"sv, "("sv, "【"sv}) > 0 ? 1 : 0;
      close = leading(rest.substr(size), std::array{"）"sv, ")"sv, "】"sv});
      if (close > 0 && --depth == 0) break;
      close = 0;
      ++size;
    }
    const std::string_view inside = rest.substr(0, size);
    if (close > 0) {
      Owners owners = names_units(inside) ? read_bracket(inside) : read_short(inside);
      owners.words = {at, at + open + size + close};
      if (!owners.lead.empty() || !owners.supporting.empty()) found.push_back(std::move(owners));
    }
    at += open + size;
  }
  return found;
}

Owners owners_of(const TableRow& row, std::string_view text) {
  Owners owners;
  const auto add = [&](TableColumn column, bool leads) {
    for (const TableCell& cell : row.cells) {
      if (cell.column != column) continue;
      for (std::string& unit : units_of(cell.words.of(text))) {
        if (owners.lead.empty() && (leads || owners.supporting.empty())) {
          owners.lead = std::move(unit);
        } else {
          owners.supporting.push_back(std::move(unit));
        }
      }
    }
  };
  add(TableColumn::leader, true);
  add(TableColumn::support, false);
  return owners;
}

}  // namespace jinjiang::reading
