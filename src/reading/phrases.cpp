// SPDX-License-Identifier: BSL-1.0

#include "reading/phrases.hpp"

#include <array>
#include <string>

#include "reading/characters.hpp"

namespace jinjiang::reading::detail {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::array review_words{"工作回顾"sv,   "回顾过去"sv, "成绩单"sv,   "主要成就"sv,
                                  "工作成效"sv,   "主要成绩"sv, "工作总结"sv, "过去一年"sv,
                                  "过去五年"sv,   "一年来"sv,   "五年来"sv,   "工作情况"sv,
                                  "取得的成绩"sv, "年回顾"sv,   "完成情况"sv, "成果展示"sv};
constexpr std::array target_words{"预期目标"sv, "主要目标"sv, "发展目标"sv,
                                  "目标任务"sv, "工作目标"sv, "总体目标"sv};
constexpr std::array work_words{"重点工作"sv, "工作安排"sv, "主要工作"sv, "工作任务"sv,
                                "工作部署"sv, "重点任务"sv, "主要任务"sv, "怎么冲"sv,
                                "怎么干"sv,   "怎么办"sv,   "方面工作"sv, "工作打算"sv,
                                "工作思路"sv, "工作重点"sv, "工作计划"sv, "民生实事"sv,
                                "这么干"sv,   "任务清单"sv, "任务分解"sv, "总体要求"sv};
constexpr std::array past_words{"去年"sv, "过去"sv, "上年"sv, "五年来"sv, "一年来"sv, "刚刚过去"sv};
constexpr std::array coming_words{"今年"sv,   "明年"sv,     "新的一年"sv, "下一步"sv,
                                  "下一年"sv, "未来五年"sv, "今后"sv,     "新一年"sv};
constexpr std::array predicates{"增长"sv, "下降"sv, "达到"sv,   "保持在"sv, "控制在"sv,
                                "增幅"sv, "增速"sv, "稳定在"sv, "不低于"sv, "不超过"sv,
                                "超过"sv, "突破"sv, "提高"sv,   "降至"sv,   "增至"sv};
constexpr std::array results{
    "跃居"sv, "获评"sv, "获批"sv,   "入选"sv,   "入列"sv, "跻身"sv,     "荣获"sv,     "突破"sv,
    "顺利"sv, "成功"sv, "正式"sv,   "首次"sv,   "写入"sv, "保持全国"sv, "保持全省"sv, "通车"sv,
    "拉开"sv, "预计"sv, "投用"sv,   "完成了"sv, "已经"sv, "累计"sv,     "落成"sv,     "蝉联"sv,
    "位居"sv, "排名"sv, "创新高"sv, "夺得"sv,   "晋级"sv, "升至"sv,     "摘得"sv};
constexpr std::array awards{"入选"sv, "入列"sv, "获评"sv, "获批"sv, "荣获"sv,
                            "跻身"sv, "蝉联"sv, "荣膺"sv, "夺得"sv, "摘得"sv};
constexpr std::array task_verbs{
    "推动"sv, "推进"sv, "实施"sv, "加快"sv, "建设"sv, "打造"sv, "深化"sv, "开展"sv, "启动"sv,
    "完善"sv, "加强"sv, "支持"sv, "力争"sv, "确保"sv, "争创"sv, "争取"sv, "持续"sv, "全面"sv,
    "新增"sv, "培育"sv, "引进"sv, "落实"sv, "优化"sv, "提升"sv, "强化"sv, "组织"sv, "办好"sv};
constexpr std::array headline_words{
    "地区生产总值"sv, "生产总值"sv,     "GDP"sv,          "一般公共预算"sv,   "规上工业"sv,
    "规模以上工业"sv, "工业增加值"sv,   "固定资产投资"sv, "社会消费品零售"sv, "可支配收入"sv,
    "居民消费价格"sv, "城镇新增就业"sv, "失业率"sv,       "进出口"sv,         "出口总"sv,
    "外贸"sv,         "粮食产量"sv,     "粮食总产"sv,     "服务业增加值"sv,   "财政总收入"sv,
    "研发投入"sv,     "研发经费"sv,     "能耗"sv,         "实际使用外资"sv,   "城镇化率"sv};
constexpr std::array titles{"政府工作报告"sv, "工作报告"sv, "任务分解"sv, "工作要点"sv,
                            "重点工作任务"sv, "行动方案"sv, "实施方案"sv, "行动计划"sv};

bool has_digit(std::string_view text) noexcept {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

/// 2023年 somewhere in a short text, for a year before the report's.
bool tells_of_earlier_year(std::string_view text, int report_year) noexcept {
  constexpr std::string_view sign = "年";
  for (std::size_t at = text.find(sign); at != std::string_view::npos;
       at = text.find(sign, at + 3)) {
    if (at < 4) continue;
    const int year = year_at(text.substr(at - 4));
    if (year != 0) return year < report_year;
  }
  return false;
}

/// The year of `Priorities for 2024`, or 0.
int bare_year(std::string_view text) noexcept {
  if (text.size() < 5 || is_digit(static_cast<unsigned char>(text[text.size() - 5]))) return 0;
  const std::string year = std::string(text.substr(text.size() - 4)) + "年";
  return year_at(year);
}

}  // namespace

bool is_area_heading(std::string_view text) noexcept {
  constexpr std::size_t longest = 100;
  if (text.size() > longest || !text.starts_with("以")) return false;
  const std::size_t is = text.find("为");
  const std::size_t pause = text.find("，");
  return is != std::string_view::npos && pause != std::string_view::npos && is < pause &&
         text.find("。") == std::string_view::npos && text.find("；") == std::string_view::npos;
}

int year_at(std::string_view text) noexcept {
  if (!text.starts_with("19") && !text.starts_with("20")) return 0;
  if (text.size() < 7 || text.substr(4, 3) != "年") return 0;
  int year = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    if (text[i] < '0' || text[i] > '9') return 0;
    year = year * 10 + (text[i] - '0');
  }
  return year;
}

bool is_year(std::string_view text) noexcept {
  if (text.size() == 7) return year_at(text) != 0;
  constexpr std::size_t doubled = 14;  // 20242024年年
  return text.size() == doubled && text.substr(0, 4) == text.substr(4, 4) && text.ends_with("年年");
}

bool begins_with_predicate(std::string_view text) noexcept {
  constexpr std::size_t longest = 60;
  return text.size() <= longest && has_digit(text) && begins_with_any(text, predicates);
}

bool ends_with_figure(std::string_view text) noexcept {
  constexpr std::array ends{"左右"sv, "以上"sv, "以内"sv, "以下"sv, "%"sv, "％"sv, "点"sv};
  if (text.empty()) return true;
  const CodePoint last = code_point_before(text, text.size());
  if (is_digit(last.value)) return bare_year(text) == 0;
  for (const std::string_view end : ends) {
    if (text.ends_with(end)) return true;
  }
  // 350家, 7000亩
  const CodePoint before = code_point_before(text, text.size() - last.bytes);
  return is_digit(before.value);
}

bool has_section_word(std::string_view text) noexcept {
  return has_any(text, review_words) || has_any(text, target_words) || has_any(text, work_words);
}

bool begins_with_section_word(std::string_view text) noexcept {
  constexpr std::size_t longest = 36;
  constexpr std::array before{"主要"sv, "总体"sv, "预期"sv};
  if (text.size() > longest) return false;
  if (begins_with_any(text, review_words) || begins_with_any(text, target_words) ||
      begins_with_any(text, work_words)) {
    return true;
  }
  return begins_with_any(text, before) && has_section_word(text);
}

ReportPart part_of_heading(std::string_view text, int report_year) noexcept {
  const bool is_review = has_any(text, review_words);
  const bool is_work = has_any(text, work_words);
  if (is_review && !is_work) return ReportPart::review;
  if (has_any(text, target_words)) return ReportPart::targets;
  if (is_work) {
    return is_review || tells_of_earlier_year(text, report_year) ? ReportPart::review
                                                                 : ReportPart::work;
  }
  return ReportPart::preface;
}

ReportPart part_of_tense(std::string_view text, int report_year) noexcept {
  constexpr std::size_t looked_at = 90;
  const std::string_view head = text.substr(0, looked_at);
  std::size_t past = std::string_view::npos;
  std::size_t coming = std::string_view::npos;
  for (const std::string_view word : past_words) past = std::min(past, head.find(word));
  for (const std::string_view word : coming_words) coming = std::min(coming, head.find(word));
  if (report_year != 0) {
    for (std::size_t at = head.find("年"); at != std::string_view::npos;
         at = head.find("年", at + 3)) {
      const int year = at >= 4 ? year_at(head.substr(at - 4)) : 0;
      if (year == 0) continue;
      std::size_t& side = year < report_year ? past : coming;
      side = std::min(side, at - 4);
    }
  }
  if (past < coming) return ReportPart::review;
  return coming < past ? ReportPart::work : ReportPart::preface;
}

bool has_result_word(std::string_view text) noexcept { return has_any(text, results); }

bool is_award(std::string_view text) noexcept {
  if (begins_with_any(text, awards)) return true;
  constexpr std::size_t looked_at = 40;
  const std::string_view head = text.substr(0, looked_at);
  return head.find("获评") != std::string_view::npos || head.find("入选") != std::string_view::npos;
}

bool begins_with_task_verb(std::string_view text) noexcept {
  return begins_with_any(text, task_verbs);
}

bool is_headline_target(std::string_view text) noexcept {
  constexpr std::size_t longest = 150;
  if (text.size() > longest || !has_digit(text) || !has_any(text, headline_words)) return false;
  if (has_any(text, past_words) || text.find("预计") != std::string_view::npos) return false;
  return has_any(text, predicates);
}

bool announces_targets(std::string_view text) noexcept {
  constexpr std::size_t looked_at = 240;
  const std::string_view head = text.substr(0, looked_at);
  for (const std::string_view word : {"预期目标"sv, "主要目标"sv, "发展目标"sv}) {
    const std::size_t at = head.find(word);
    if (at == std::string_view::npos) continue;
    const std::string_view rest = head.substr(at + word.size());
    if (rest.starts_with("是") || rest.starts_with("为") || rest.starts_with("：")) return true;
  }
  return false;
}

bool is_closing_paragraph(std::string_view text) noexcept {
  constexpr std::array beginnings{"各位代表"sv,   "在总结成绩"sv,  "在肯定成绩"sv, "总结一年"sv,
                                  "总结过去"sv,   "回顾过去"sv,    "回顾一年"sv,   "成绩来之不易"sv,
                                  "我们也清醒"sv, "同时，我们也"sv};
  return begins_with_any(text, beginnings);
}

bool is_title(std::string_view text) noexcept { return has_any(text, titles); }

bool is_dateline(std::string_view text) noexcept {
  constexpr std::size_t looked_at = 150;
  const std::string_view head = text.substr(0, looked_at);
  if (year_at(head) == 0) return false;
  const std::size_t day = head.find("日");
  if (day == std::string_view::npos || day > 20) return false;
  return head.find("会议") != std::string_view::npos || head.find("大会") != std::string_view::npos;
}

}  // namespace jinjiang::reading::detail
