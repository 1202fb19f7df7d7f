// SPDX-License-Identifier: BSL-1.0
// Days, hours and 期: how long something takes is no figure, unless time is what is promised.
#include <algorithm>

#include "reading/figures/figure_reader.hpp"
#include "reading/numerals/match.hpp"

namespace jinjiang::reading {

namespace {

/// What an office has done when the time is over.
bool begins_with_end(std::string_view text) {
  return starts_with_any(text, {"办结", "办理", "办成", "办妥",     "办好", "审批", "审结", "响应",
                                "到达", "到场", "送达", "完成审批", "拨付", "拿证", "领证", "发证",
                                "出证", "取证", "反馈", "回复",     "放行", "到账"});
}

}  // namespace

/// 施工许可1天办结: the longest that it may take. 24小时响应 is said of a service that never
/// closes, and 平均1.5天办结 of a mean.
bool FigureReader::is_limit_of_work(const Phrase& phrase) const {
  if (phrase.kind_of_unit != UnitKind::duration || phrase.suffix || phrase.upper) return false;
  constexpr double day = 24;
  const std::string_view next = text_.substr(phrase.whole.end, 18);
  if (phrase.unit.symbol() == "小时" && phrase.value == day && !starts_with(next, "办结"))
    return false;
  return begins_with_end(next);
}

/// A duration is how long something takes, unless time itself is what is measured.
bool FigureReader::is_duration_trap(const Phrase& phrase, const Before& before,
                                    const After& after) const {
  const Predicate& says = before.says;
  if (says.is_limit) return false;
  if (says.movement && !before.tight.empty()) {
    // 提前量提高到60分钟
    if (says.movement->word != Word::rise || before.arrives) return false;
  }
  if (phrase.is_within_time && phrase.token + 1 < clause_.tokens.size())
    return !begins_with_end(text_.substr(phrase.whole.end, 18));  // 3个工作日内办结
  if (is_limit_of_work(phrase)) return false;
  // 驻村不少于60天 asks for so many; 不少于3天的培训 says which training.
  if (before.bound && after.noun.empty() && !after.is_of) return false;
  return !holds_any(words(before.object), {"时间", "天数", "时长", "时限", "周期", "小时数", "学时",
                                           "课时", "提前量", "驻村", "驻点", "时效"});
}

/// 举办读书班8期 counts; 二期工程 is one of a row.
bool FigureReader::is_session(const Phrase& phrase, const Before& before,
                              const After& after) const {
  if (phrase.unit.symbol() != "期" || phrase.is_chinese) return false;
  const std::string_view noun = words(after.noun);
  if (holds_any(noun.substr(0, 24), {"工程", "项目", "建设", "用地", "厂房", "园"})) return false;
  if (before.after_pause && goes_on_counting(phrase)) return after.at_end;
  const Predicate& says = before.says;
  if (!says.verb || (!says.acts && !says.adds)) return false;
  return after.at_end || starts_with_any(words(*says.verb), {"举办", "开展", "组织", "开设", "培训",
                                                             "推出", "发布", "出版"});
}

}  // namespace jinjiang::reading
