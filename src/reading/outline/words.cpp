// SPDX-License-Identifier: BSL-1.0

#include "reading/outline/words.hpp"

#include <array>
#include <span>
#include <vector>

#include "reading/numerals/match.hpp"
#include "reading/outline/characters.hpp"

namespace jinjiang::reading::detail {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::array review_words{"工作回顾"sv, "回顾过去"sv, "成绩单"sv,     "主要成就"sv,
                                  "工作成效"sv, "主要成绩"sv, "工作总结"sv,   "过去一年"sv,
                                  "过去五年"sv, "一年来"sv,   "五年来"sv,     "工作情况"sv,
                                  "年回顾"sv,   "完成情况"sv, "取得的成绩"sv, "成果展示"sv};
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
constexpr std::array predicate_words{"增长"sv, "下降"sv, "达到"sv,   "保持在"sv, "控制在"sv,
                                     "增幅"sv, "增速"sv, "稳定在"sv, "不低于"sv, "不超过"sv,
                                     "超过"sv, "突破"sv, "提高"sv,   "降至"sv,   "增至"sv};
constexpr std::array result_words{
    "跃居"sv,   "获评"sv, "获批"sv,   "入选"sv, "入列"sv,     "跻身"sv,     "荣获"sv, "顺利"sv,
    "成功"sv,   "正式"sv, "首次"sv,   "写入"sv, "保持全国"sv, "保持全省"sv, "通车"sv, "拉开"sv,
    "预计"sv,   "投用"sv, "完成了"sv, "已经"sv, "落成"sv,     "蝉联"sv,     "位居"sv, "排名"sv,
    "创新高"sv, "夺得"sv, "晋级"sv,   "升至"sv, "摘得"sv,     "荣膺"sv};
constexpr std::array award_words{"入选"sv, "入列"sv, "获评"sv, "获批"sv, "荣获"sv,
                                 "跻身"sv, "蝉联"sv, "荣膺"sv, "夺得"sv, "摘得"sv};
constexpr std::array task_verbs{
    "推动"sv, "推进"sv, "实施"sv, "加快"sv, "建设"sv, "打造"sv, "深化"sv, "开展"sv, "启动"sv,
    "完善"sv, "加强"sv, "支持"sv, "力争"sv, "确保"sv, "争创"sv, "争取"sv, "持续"sv, "全面"sv,
    "新增"sv, "培育"sv, "引进"sv, "落实"sv, "优化"sv, "提升"sv, "强化"sv, "组织"sv, "办好"sv};
constexpr std::array headline_words{
    "生产总值"sv,     "GDP"sv,          "一般公共预算"sv,   "规上工业"sv,   "规模以上工业"sv,
    "工业增加值"sv,   "固定资产投资"sv, "社会消费品零售"sv, "可支配收入"sv, "居民消费价格"sv,
    "城镇新增就业"sv, "失业率"sv,       "进出口"sv,         "出口总"sv,     "外贸"sv,
    "粮食产量"sv,     "粮食总产"sv,     "服务业增加值"sv,   "财政总收入"sv, "研发投入"sv,
    "研发经费"sv,     "能耗"sv,         "实际使用外资"sv,   "城镇化率"sv};
constexpr std::array title_words{"工作报告"sv, "任务分解"sv, "工作要点"sv, "重点工作任务"sv,
                                 "行动方案"sv, "实施方案"sv, "行动计划"sv};
constexpr std::array connectives{"我们"sv,   "这"sv,   "同时"sv, "此外"sv, "各位"sv, "但"sv,
                                 "过去"sv,   "今年"sv, "去年"sv, "当前"sv, "现在"sv, "一年来"sv,
                                 "五年来"sv, "因此"sv, "其中"sv, "目前"sv, "请"sv,   "是"sv};
constexpr std::array closing_words{
    "各位代表"sv, "在总结成绩"sv, "在肯定成绩"sv,   "总结一年"sv,   "总结过去"sv,
    "回顾过去"sv, "回顾一年"sv,   "成绩来之不易"sv, "我们也清醒"sv, "同时，我们也"sv};
constexpr std::array year_signs{"年"sv};
constexpr std::array byline_words{
    "本报记者"sv, "记者"sv,   "见习记者"sv, "实习记者"sv, "通讯员"sv, "本报通讯员"sv,
    "责任编辑"sv, "责编"sv,   "编辑："sv,   "编辑:"sv,    "来源："sv, "来源:"sv,
    "校对"sv,     "版式"sv,   "制图"sv,     "摄影"sv,     "供图"sv,   "（记者"sv,
    "(记者"sv,    "（下转"sv, "（上接"sv,   "(下转"sv,    "(上接"sv,  "文/"sv,
    "图/"sv,      "本版"sv,   "□记者"sv,    "■记者"sv,    "□本报"sv,  "■本报"sv};
constexpr std::array speaker_words{"省长"sv,   "市长"sv,   "州长"sv,   "县长"sv,   "区长"sv,
                                   "代省长"sv, "代市长"sv, "代县长"sv, "代区长"sv, "自治区主席"sv};

/// Words by a hash of their first character.
class WordTable {
 public:
  WordTable() {
    for (const auto& [words, word_class] : lists) {
      for (const std::string_view word : words) ++begins_[bucket_of(word) + 1];
    }
    for (std::size_t i = 1; i < begins_.size(); ++i) {
      begins_[i] = static_cast<std::uint16_t>(begins_[i] + begins_[i - 1]);
    }
    entries_.resize(begins_.back());
    auto next = begins_;
    for (const auto& [words, word_class] : lists) {
      for (const std::string_view word : words) {
        entries_[next[bucket_of(word)]++] = {word, word_class};
      }
    }
  }

  [[nodiscard]] bool may_begin(std::string_view text) const noexcept {
    const std::size_t bucket = bucket_of(text);
    return begins_[bucket] != begins_[bucket + 1];
  }
  [[nodiscard]] FoundWord at(std::string_view text) const noexcept {
    const std::size_t bucket = bucket_of(text);
    FoundWord found;
    for (std::size_t i = begins_[bucket]; i < begins_[bucket + 1]; ++i) {
      if (!starts_with(text, entries_[i].word)) continue;
      found.classes |= entries_[i].word_class;
      found.bytes = std::max(found.bytes, entries_[i].word.size());
    }
    return found;
  }

 private:
  struct List {
    std::span<const std::string_view> words;
    WordClass word_class;
  };
  static constexpr std::array<List, 16> lists{{{review_words, review_word},
                                               {target_words, target_word},
                                               {work_words, work_word},
                                               {past_words, past_word},
                                               {coming_words, coming_word},
                                               {predicate_words, predicate_word},
                                               {result_words, result_word},
                                               {headline_words, headline_word},
                                               {title_words, title_word},
                                               {award_words, award_word},
                                               {task_verbs, task_verb},
                                               {connectives, connective},
                                               {closing_words, closing_word},
                                               {year_signs, year_sign},
                                               {byline_words, byline_word},
                                               {speaker_words, speaker_word}}};
  struct Entry {
    std::string_view word;
    WordClass word_class = {};
  };
  static constexpr std::size_t buckets = 4096;

  static std::size_t bucket_of(std::string_view text) noexcept {
    const auto bucket = [](std::size_t first, std::size_t second, std::size_t third) {
      return ((second & 0x3FU) << 6U | (third & 0x3FU)) ^ (first << 8U & 0xF00U);
    };
    const auto* const byte = reinterpret_cast<const unsigned char*>(text.data());
    if (text.size() >= 3) return bucket(byte[0], byte[1], byte[2]);
    return bucket(text.empty() ? 0U : byte[0], text.size() < 2 ? 0U : byte[1], 0U);
  }

  std::array<std::uint16_t, buckets + 1> begins_{};
  std::vector<Entry> entries_;
};

const WordTable& table() {
  static const WordTable words;
  return words;
}

}  // namespace

FoundWord word_at(std::string_view text, std::size_t at) noexcept {
  return table().at(text.substr(at));
}

std::uint32_t words_in(std::string_view text) noexcept {
  const WordTable& words = table();
  std::uint32_t classes = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest(text.data() + i, text.size() - i);
    if (words.may_begin(rest)) classes |= words.at(rest).classes;
    const auto lead = static_cast<unsigned char>(text[i]);
    i += lead < 0xE0 ? 1U : 3U;
  }
  return classes;
}

}  // namespace jinjiang::reading::detail
