// SPDX-License-Identifier: BSL-1.0
#pragma once

// The words that bear on figures, with what each does. A text is cut into the longest words that
// the lexicon knows; all else is plain text.

#include <cstdint>
#include <span>
#include <string_view>

namespace jinjiang::reading {

/// What a token does in a clause.
enum class Word : std::uint8_t {
  // Made by the tokeniser.
  text,    ///< unknown to the lexicon: mostly the nouns that are measured
  number,  ///< a number with its unit, its range and the comparator behind it
  date,    ///< a date or a term
  name,    ///< in quotation marks, or with letters
  per,     ///< 每千人, 每月
  space,
  pause,  ///< 、
  open,   ///< （
  close,  ///< ）
  mark,   ///< other marks inside a clause
  // Known words; `value` says more where noted.
  plain,     ///< keeps its characters from being read as something else: 统一, 签约率, 超市
  thing,     ///< nouns that may follow a number without a measure word: 项目, 村庄
  bound,     ///< 不低于: Comparator
  near,      ///< 约, 近
  reach,     ///< 达到, 为
  rise,      ///< 增长
  fall,      ///< 下降
  rise_to,   ///< 提高到
  fall_to,   ///< 降至
  keep,      ///< 保持在
  cap,       ///< 控制在
  arrive,    ///< 到, 至: with a movement before it the level to come to
  add,       ///< 新增
  net,       ///< 净增
  act,       ///< a verb of activity: ProjectStage
  post,      ///< what things do that were counted: 入市, 达标
  cause,     ///< 推动, 实现: leaves the measure to what follows
  hedge,     ///< 确保: Firmness
  base,      ///< 同比: ComparisonBase::Kind
  versus,    ///< 比, 较, before a year
  annual,    ///< 年均
  basis,     ///< 同口径
  adjusted,  ///< 扣除, 剔除
  share_noun,    ///< 率, 占比
  growth_noun,   ///< 增速; value 1 for 降幅
  stock_noun,    ///< 总数, 保有量: a level whatever the verb
  amount_noun,   ///< 产量, 收入: a level without a verb
  event_noun,    ///< 演出: counted even without a verb
  limit_noun,    ///< 时限: makes a duration a figure
  part,          ///< 其中
  respectively,  ///< 分别
  each,          ///< 各, 均
  etcetera,      ///< 等
  of,            ///< 的
  from,          ///< 从, 由
  total,         ///< 累计
  past,          ///< 去年, 已
  future,        ///< 今年, 将
  estimate,      ///< 预计
  prospect,      ///< 有望
  adverb,        ///< 全年, 再
  when,          ///< 到, 至 before a date
  due,           ///< 年底前: the month; 0 for a term without one
  plan_term,     ///< 十四五: the last year less 2000
  whole,         ///< a figure without digits: WholeFigure
  reference,     ///< 高于全省, 快于: Comparator, when no number follows
  pay,           ///< 补助: what is paid at a rate
  place,         ///< 居, 位列: before a rank
};

/// Figures without digits.
enum class WholeFigure : std::uint8_t {
  growth_above_zero,
  growth_zero,
  growth_below_zero,
  growth_two_digits,
  unchanged,
  full_coverage,
  cleared,
  doubled,
  halved,
  over_half,
  in_step,
  never_less,
  never_more,
  first_place
};

struct WordEntry {
  /// Less of it is better.
  static constexpr std::uint8_t lower_is_better = 1;
  /// Also a noun: 建设, in 基础设施建设.
  static constexpr std::uint8_t nominal = 2;
  /// 完成, 新增: stronger than 达 behind it.
  static constexpr std::uint8_t strong = 4;
  /// A movement that is also an activity: 提升8个公园.
  static constexpr std::uint8_t also_act = 8;
  /// Of a year only: 产值 is that of its twelve months, whatever is said of it.
  static constexpr std::uint8_t flows = 16;

  std::string_view text;
  Word word = Word::text;
  std::uint8_t value = 0;
  std::uint8_t flags = 0;
};

/// Words of one kind, separated by spaces.
struct WordGroup {
  Word word;
  std::uint8_t value;
  std::uint8_t flags;
  std::string_view words;
};
[[nodiscard]] std::span<const WordGroup> bearing_words() noexcept;
[[nodiscard]] std::span<const WordGroup> verbs() noexcept;
[[nodiscard]] std::span<const WordGroup> shielding_words() noexcept;

/// Bytes of the Chinese characters at the beginning that begin no word and no number.
[[nodiscard]] std::size_t idle_bytes(std::string_view text) noexcept;

/// The longest known word that the text begins with, or nullptr.
[[nodiscard]] const WordEntry* find_word(std::string_view text) noexcept;

}  // namespace jinjiang::reading
