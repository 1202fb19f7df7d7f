// SPDX-License-Identifier: BSL-1.0
// What was aimed at. Where a report looks back, a number that something was to reach, or did not
// reach, is the yardstick of a reading and none itself.
#include <algorithm>

#include "reading/figures/figure_reader.hpp"
#include "reading/numerals/match.hpp"

namespace jinjiang::reading {

namespace {

/// 未达到, 没有完成, 尚未: what stands behind was not reached. 未来 is a time.
bool is_denied(std::string_view line) {
  if (holds_any(line, {"没有", "没能", "未能", "尚未", "难以", "不及", "未达到", "未完成", "未实现",
                       "未如期", "未按期"}))
    return true;
  return line.find("有差距") != std::string_view::npos ||
         line.find("存在差距") != std::string_view::npos;
}

}  // namespace

/// One look at a clause of a review, so that most are not searched for words that they lack.
void FigureReader::look_for_aims() {
  constexpr Characters of_aims("目预计任考未没难及差原拟应");
  constexpr Characters of_terms("届任");
  may_be_aim_ = may_be_term_ = false;
  const std::string_view line = text_.substr(clause_.begin, clause_.end - clause_.begin);
  constexpr std::size_t wide = 3;
  for (std::size_t at = 0; at < line.size();) {
    const bool is_wide = static_cast<unsigned char>(line[at]) >= 0xE0;
    if (is_wide && of_aims.begin(line.substr(at))) may_be_aim_ = true;
    if (is_wide && of_terms.begin(line.substr(at))) may_be_term_ = true;
    at += is_wide ? wide : 1;
  }
}

/// 森林覆盖率未达到47%的目标, PM2.5平均浓度目标为25, 计划新建学校9所.
bool FigureReader::is_aim(const Phrase& phrase) const {
  if (!may_be_aim_) return false;
  const std::string_view line = text_.substr(clause_.begin, phrase.number.begin - clause_.begin);
  const std::string_view rest = text_.substr(phrase.whole.end, clause_.end - phrase.whole.end);
  // 预期目标47%, 目标为25微克
  std::string_view head = line;
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view word : Words{"不低于", "不超过", "超过", "达到", "控制在", "约",
                                             "增长", "下降", "为", "是", "达", "在", "：", " "}) {
      if (!ends_with(head, word)) continue;
      head.remove_suffix(word.size());
      again = true;
    }
  }
  if (ends_with_any(head, {"目标", "目标值", "预期值", "计划数", "任务数", "考核值", "预期目标"}) &&
      !ends_with_any(head, {"完成目标", "超过目标", "超目标", "超出目标", "高于目标", "低于目标",
                            "完成年度目标", "超年度目标"}))
    return true;
  const bool is_of_aim =
      starts_with(rest, "的") &&
      holds_any(rest.substr(0, 36), {"目标", "任务", "预期", "要求", "计划", "红线"});
  // 与47%的目标还有差距, 距70家的目标差3家
  if (is_of_aim && holds_any(rest, {"差", "没有", "未", "落空"})) return true;
  if (is_denied(line)) return true;
  if (is_of_aim && holds_any(line, {"距", "离", "低于", "不及", "慢于"})) return true;
  // 原定增长6.5%, 计划新建9所: planned, and nothing in the clause says that it was done.
  for (const Token& token : clause_.tokens) {
    if (token.begin >= phrase.number.begin) break;
    const bool is_plan = token.word == Word::future && words(token) == "计划";
    const bool is_set =
        token.word == Word::text &&
        holds_any(words(token), {"原定", "原拟", "年初确定", "年初提出", "年初预期", "本应"});
    if (!is_plan && !is_set) continue;
    if (!holds_any(line, {"完成", "已", "实际", "占", "达"}) && !starts_with(rest, "已"))
      return true;
  }
  return false;
}

}  // namespace jinjiang::reading
