// SPDX-License-Identifier: BSL-1.0

#include "reading/draft/unit_names.hpp"

#include <array>

#include <jinjiang/detail/text.hpp>

#include "reading/draft/clause_words.hpp"

namespace jinjiang::reading {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_name = 60;  ///< characters
constexpr std::size_t most_units = 64;

/// Offices, organs of the party, courts, and the federations that work beside them.
constexpr WordList certain_ends(std::to_array<std::string_view>(
    {"局",       "委",       "办",     "厅",         "委员会",   "办公室",   "政府",     "街道",
     "办事处",   "妇联",     "残联",   "文联",       "科协",     "工商联",   "侨联",     "社科联",
     "总工会",   "红十字会", "法院",   "检察院",     "税务",     "人行",     "组织部",   "宣传部",
     "统战部",   "武装部",   "社工部", "供销社",     "党校",     "人大",     "政协",     "镇街",
     "乡镇",     "各部门",   "各单位", "融媒体中心", "支队",     "大队",     "各县区",   "市直部门",
     "各县",     "各区",     "各镇",   "各乡",       "供电公司", "责任单位", "相关部门", "相关单位",
     "主管部门", "承办单位", "级部门", "直部门"}));
/// What may as well be a place or what is built.
constexpr WordList likely_ends(std::to_array<std::string_view>(
    {"镇",   "乡",   "公司",   "集团", "中心", "馆",   "院",   "校", "大学", "站", "社", "台", "队",
     "银行", "园区", "开发区", "新区", "协会", "商会", "学会", "处", "所",   "部", "会", "村"}));
/// What brackets begin with that say which things are meant.
constexpr WordList not_names(std::to_array<std::string_view>(
    {"含",   "原", "如", "即", "包括", "其中", "覆盖", "涉及", "面向", "惠及", "位于",
     "不含", "除", "每", "见", "为",   "在",   "向",   "对",   "下同", "附"}));
constexpr WordList levels(std::to_array<std::string_view>({"省", "市", "县", "区", "州", "旗",
                                                           "国网", "镇", "乡", "盟"}));
constexpr WordList offices(std::to_array<std::string_view>(
    {"县长", "市长", "区长", "省长", "州长", "旗长", "镇长", "乡长", "书记", "常委", "主席", "局长",
     "主任", "部长", "秘书长", "同志", "总经理", "董事长", "领导"}));
constexpr WordList roles(std::to_array<std::string_view>({"按职责分工负责",
                                                          "按职责分工",
                                                          "按照职责分工负责",
                                                          "按照职责分工",
                                                          "按分工负责",
                                                          "分别负责",
                                                          "分工负责",
                                                          "共同负责",
                                                          "具体负责",
                                                          "牵头负责",
                                                          "负责牵头",
                                                          "牵头落实",
                                                          "牵头实施",
                                                          "负责落实",
                                                          "负责实施",
                                                          "组织实施",
                                                          "具体实施",
                                                          "牵头",
                                                          "负责",
                                                          "配合",
                                                          "参与",
                                                          "协办",
                                                          "落实",
                                                          "等相关部门",
                                                          "等有关部门",
                                                          "等部门",
                                                          "等单位",
                                                          "等"}));
constexpr WordList separators(std::to_array<std::string_view>({"、", "，", "；", "。", ",", ";",
                                                               "和", " ", "\t", "　", "/", "\n"}));
constexpr std::array openers{"（"sv, "("sv};
constexpr std::array closers{"）"sv, ")"sv};

/// 区教育局区住建局: behind the end of one name begins another of the same level, since the space
/// between them is not kept.
bool is_seam(std::string_view name, std::string_view rest) noexcept {
  constexpr std::size_t least = 4 * 3;
  constexpr std::size_t character = 3;
  if (name.size() < least || rest.size() < least) return false;
  return trailing(name, std::array{"局"sv, "委"sv, "办"sv, "厅"sv}) > 0 &&
         leading(rest, levels) > 0 && name.substr(0, character) == rest.substr(0, character);
}

/// 市发改局（牵头）: the bracket at the end that only names a role, or 0 bytes.
std::size_t role_bracket(std::string_view name) noexcept {
  constexpr std::size_t longest = 240;  // bytes of a name; the text may be of any length
  const std::size_t close = trailing(name, closers);
  if (close == 0 || name.size() > longest) return 0;
  const std::size_t open = std::max(name.rfind("（"sv) + 1, name.rfind('(') + 1);
  if (open == 0) return 0;
  const std::string_view bracket = name.substr(open - 1);
  std::string_view inside = bracket.substr(leading(bracket, openers));
  inside.remove_suffix(std::min(inside.size(), close));
  inside.remove_suffix(trailing(inside, std::array{"单位"sv, "部门"sv}));
  return leading(inside, roles) == inside.size() && !inside.empty() ? bracket.size() : 0;
}

/// Calls `take` with every name of a list, its brackets included.
template <class Take>
void each_name(std::string_view text, const Take& take) {
  std::size_t begin = 0;
  int depth = 0;  // 各县（市、区）政府 is one
  for (std::size_t at = 0; at < text.size();) {
    if (leading(text.substr(at), openers) > 0) ++depth;
    if (depth > 0 && leading(text.substr(at), closers) > 0) --depth;
    const std::size_t mark = depth > 0 ? 0 : leading(text.substr(at), separators);
    if (mark == 0) {
      if (depth == 0 && at > begin && is_seam(text.substr(begin, at - begin), text.substr(at))) {
        take(text.substr(begin, at - begin));
        begin = at;
      }
      at += detail::code_point_size(text, at);
      continue;
    }
    // 和 parts two names only where one that ends like a unit stands before it.
    const bool is_and = text.substr(at).starts_with("和"sv);
    const bool parts = !is_and || sign_of_unit(text.substr(begin, at - begin)) == UnitSign::certain;
    if (parts) {
      take(text.substr(begin, at - begin));
      begin = at + mark;
    }
    at += mark;
  }
  take(text.substr(std::min(begin, text.size())));
}

}  // namespace

UnitSign sign_of_unit(std::string_view name) noexcept {
  constexpr std::size_t longest = 45;
  constexpr std::size_t least = 2 * 3;
  name = bare_unit(name);
  if (name.size() < least || name.size() > longest) return UnitSign::none;
  if (name.find_first_of("0123456789"sv) != std::string_view::npos) return UnitSign::none;
  if (leading(name, not_names) > 0 || holds(name, "："sv)) return UnitSign::none;
  // 服务乡镇 is done; 发展改革局 is a name, since an office is called by what it does.
  constexpr std::array offices_by_deed{"局"sv, "委"sv,     "办"sv,     "厅"sv,
                                       "部"sv, "办公室"sv, "委员会"sv, "中心"sv};
  if (trailing(name, offices_by_deed) == 0 && opening_of(name).verb > 0) return UnitSign::none;
  if (trailing(name, certain_ends) > 0) return UnitSign::certain;
  return trailing(name, likely_ends) > 0 ? UnitSign::likely : UnitSign::none;
}

bool may_be_name(std::string_view part) noexcept {
  constexpr std::size_t longest = 12 * 3;
  constexpr std::size_t least = 2 * 3;
  constexpr std::array numerals{"一"sv, "二"sv, "三"sv, "四"sv, "五"sv,
                                "六"sv, "七"sv, "八"sv, "九"sv, "十"sv};
  constexpr unsigned char chinese = 0xe4;
  return part.size() >= least && part.size() <= longest &&
         static_cast<unsigned char>(part.front()) >= chinese &&
         part.find_first_of("0123456789:%"sv) == std::string_view::npos && !holds(part, "："sv) &&
         leading(part, not_names) == 0 && leading(part, numerals) == 0 &&
         opening_of(part).verb == 0;
}

bool is_person(std::string_view name) noexcept {
  constexpr std::size_t longest = 10 * 3;
  return name.size() <= longest &&
         (trailing(name, offices) > 0 ||
          leading(name, std::array{"县长"sv, "副县长"sv, "市长"sv, "副市长"sv, "区长"sv,
                                   "副区长"sv}) > 0);
}

std::string_view bare_unit(std::string_view name) noexcept {
  name.remove_prefix(leading(name, std::array{"由"sv}));
  while (true) {
    const std::size_t bracket = role_bracket(name);
    const std::size_t role = bracket > 0 ? bracket : trailing(name, roles);
    if (role == 0 || role == name.size()) return name;
    name.remove_suffix(role);
  }
}

std::vector<std::string> units_of(std::string_view text) {
  std::vector<std::string> units;
  each_name(text, [&units](std::string_view name) {
    if (name.empty() || units.size() == most_units) return;
    std::string unit = short_title(bare_unit(name), longest_name);
    const bool is_mark = unit.find_first_not_of("/-—–") == std::string::npos;
    const bool is_role = leading(unit, roles) == unit.size();
    if (!is_mark && !is_role && !is_person(unit)) units.push_back(std::move(unit));
  });
  return units;
}

std::string leader_in(std::string_view text) {
  std::string leader;
  each_name(text, [&leader](std::string_view name) {
    const std::size_t role = role_bracket(name);
    if (role == 0 || !leader.empty()) return;
    const std::string_view bracket = name.substr(name.size() - role);
    if (bracket.find("牵头"sv) != std::string_view::npos)
      leader = short_title(bare_unit(name), longest_name);
  });
  return leader;
}

}  // namespace jinjiang::reading
