// SPDX-License-Identifier: BSL-1.0

#include "reading/draft/owners.hpp"

#include <algorithm>
#include <array>

#include "reading/draft/clause_words.hpp"
#include "reading/draft/unit_names.hpp"

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
constexpr std::array openers{"（"sv, "("sv, "【"sv, "〔"sv, "["sv};
constexpr std::array closers{"）"sv, ")"sv, "】"sv, "〕"sv, "]"sv};
constexpr WordList separators(std::to_array<std::string_view>({"、", "，", "；", "。", ",", ";",
                                                               "和", " ", "\t", "　", "/", "\n"}));

constexpr WordList short_roles(std::to_array<std::string_view>({"牵头", "主办", "责任", "配合",
                                                                "协办", "参与", "协同"}));
constexpr WordList leading_roles(
    std::to_array<std::string_view>({"牵头负责", "牵头", "负责", "牵头落实", "牵头实施", "负责落实",
                                     "负责实施", "负责牵头", "组织实施"}));

bool names_units(std::string_view bracket) noexcept {
  return holds(bracket, "单位"sv) || holds(bracket, "部门："sv) || holds(bracket, "牵头"sv) ||
         holds(bracket, "负责"sv);
}

/// Adds the units of a list, the one that is said to lead first; the first of a list of those on
/// duty leads where nobody else does.
void take(Owners& owners, std::string_view list, bool leads, bool is_duty) {
  if (owners.lead.empty()) owners.lead = leader_in(list);
  for (std::string& unit : units_of(list)) {
    if (unit == owners.lead) continue;
    if ((leads || is_duty) && owners.lead.empty()) {
      owners.lead = std::move(unit);
    } else if (owners.supporting.size() < most_units) {
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
  if (const std::size_t role = leading(part, short_roles)) {
    const std::size_t colon = leading(part.substr(role), std::array{"："sv, ":"sv});
    if (colon > 0) {
      return take(owners, part.substr(role + colon), part.starts_with("牵头"sv),
                  part.starts_with("责任"sv));
    }
  }
  if (trailing(part, leading_roles) > 0) return take(owners, part, true, false);
  if (trailing(part, std::array{"配合"sv, "参与"sv, "协办"sv}) > 0)
    return take(owners, part, false, false);
  // （县财政局按职责分工）, and a name behind 甲局牵头，.
  if (sign_of_unit(part) == UnitSign::certain) take(owners, part, false, true);
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

/// （县住建局，8月底前）: units and dates, and nothing else. Gives no owners where there is more.
/// @param is_apart  it stands behind a sentence, where only who does it is put: then 县档案馆 is no
///                  thing that is built, and one name vouches for those beside it
Owners read_short(std::string_view inside, bool is_apart) {
  Owners owners;
  constexpr std::size_t longest = 200;
  if (inside.size() > longest) return owners;
  bool is_certain = false;
  std::string_view rest = inside;
  while (!rest.empty()) {
    const std::size_t end =
        std::min({rest.find("，"sv), rest.find("、"sv), rest.find("；"sv), rest.size()});
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(rest.size(), end + 3));
    // 项目法人：县交投公司: no rule says what the label makes of the name.
    if (is_apart && holds(part, "："sv) && owners.lead.empty()) {
      owners.lead = short_title(part, longest_name);
      owners.is_unsure = true;
      return owners;
    }
    const UnitSign sign = sign_of_unit(part);
    if (sign == UnitSign::none && is_cell_alone(part)) continue;  // 8月底前
    const bool is_own = sign == UnitSign::certain || (sign == UnitSign::likely && is_apart);
    if (!is_own && !(is_apart && may_be_name(part))) return {};
    is_certain = is_certain || is_own;
    take(owners, part, false, true);
  }
  owners.is_unsure = !is_certain && !owners.lead.empty();
  return owners;
}

bool names_roles(std::string_view cell) noexcept {
  return names_units(cell) || holds(cell, "配合"sv) || holds(cell, "主办"sv);
}

/// Adds who else does it.
void merge(Owners& owners, Owners&& others) {
  if (owners.lead.empty()) {
    owners.lead = std::move(others.lead);
  } else if (!others.lead.empty()) {
    owners.supporting.push_back(std::move(others.lead));
  }
  for (std::string& unit : others.supporting) owners.supporting.push_back(std::move(unit));
}

/// Behind 。 or ） of the bracket before.
bool is_behind_sentence(std::string_view text, std::size_t at) noexcept {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
  return trailing(text.substr(0, at), std::array{"。"sv, "；"sv, "！"sv, "）"sv, ";"sv, "."sv}) > 0;
}

}  // namespace

std::vector<Owners> find_owners(std::string_view text) {
  std::vector<Owners> found;
  if (!std::ranges::any_of(openers, [text](std::string_view open) { return holds(text, open); }))
    return found;
  constexpr std::size_t longest = 1200;
  constexpr std::size_t last_mark = 3;
  std::vector<std::size_t> parallel;  // that only others of their make can vouch for
  bool has_parallel = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = leading(text.substr(at), openers);
    if (open == 0) {
      ++at;
      continue;
    }
    const std::string_view rest = text.substr(at + open, longest);
    std::size_t size = 0;
    std::size_t close = 0;
    int depth = 1;
    while (size < rest.size() && depth > 0) {
      depth += leading(rest.substr(size), openers) > 0 ? 1 : 0;
      close = leading(rest.substr(size), closers);
      if (close > 0 && --depth == 0) break;
      close = 0;
      ++size;
    }
    const std::string_view inside = rest.substr(0, size);
    if (close > 0) {
      const bool is_labelled = names_units(inside);
      // 【教育】 before a sentence names its subject, 。（县教育局） behind one who does it.
      const bool is_last = at + open + size + close + last_mark >= text.size();
      const bool is_boxed = text.substr(at).starts_with("【"sv) && !is_last;
      const bool is_apart = is_behind_sentence(text, at) && !is_boxed;
      Owners owners = is_labelled ? read_bracket(inside) : read_short(inside, is_apart);
      if (owners.is_unsure && !is_last) owners = {};
      const bool is_found = !owners.lead.empty() || !owners.supporting.empty();
      if (is_found && !is_labelled && !is_apart) has_parallel = true;
      if (!is_found && !is_labelled) {
        owners = read_short(inside, true);
        if (owners.is_unsure) owners = {};
        if (!owners.lead.empty()) parallel.push_back(found.size());
      }
      owners.words = {at, at + open + size + close};
      if (!owners.lead.empty() || !owners.supporting.empty()) found.push_back(std::move(owners));
    }
    at += open + size;
  }
  // 建书房12个（文旅集团），建史馆5个（各乡镇）: brackets of one make say one thing.
  if (!has_parallel) {
    std::size_t next = 0;
    std::size_t index = 0;
    std::erase_if(found, [&](const Owners&) {
      const bool is_alone = next < parallel.size() && parallel[next] == index;
      ++index;
      next += is_alone ? 1U : 0U;
      return is_alone;
    });
  }
  return found;
}

Owners owners_of(const TableRow& row, std::string_view text) {
  Owners owners;
  const auto add = [&](TableColumn column, bool leads) {
    for (const TableCell& cell : row.cells) {
      if (cell.column != column) continue;
      const std::string_view words = cell.words.of(text);
      // 牵头：甲局；配合：乙局, and 甲局牵头，乙局配合, in one cell.
      const bool has_roles = holds(words, "："sv) || words.find(':') != std::string_view::npos ||
                             trailing(words, std::array{"配合"sv, "负责"sv, "参与"sv}) > 0;
      if (has_roles && names_roles(words)) {
        merge(owners, read_bracket(words));
      } else {
        take(owners, words, leads, owners.supporting.empty());
      }
    }
  };
  add(TableColumn::leader, true);
  add(TableColumn::support, false);
  if (!owners.lead.empty() || !owners.supporting.empty()) return owners;
  // Without a column for them, the task may have a bracket.
  for (const TableCell& cell : row.cells) {
    if (cell.column != TableColumn::task) continue;
    for (Owners& found : find_owners(cell.words.of(text))) {
      if (!found.is_unsure) merge(owners, std::move(found));
    }
  }
  return owners;
}

}  // namespace jinjiang::reading
