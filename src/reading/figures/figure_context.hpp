// SPDX-License-Identifier: BSL-1.0
#pragma once

// What stands around a number in its clause, and what the sentence has said so far.

#include <optional>

#include "reading/figures/clause.hpp"

namespace jinjiang::reading {

/// What a figure is said with; kept so that the next one may leave it out (新增甲5家、乙6家).
struct Predicate {
  std::optional<Token> movement;  ///< 增长, 下降, 提高到, 控制在
  std::optional<Token> verb;      ///< the first verb: of the title
  bool adds = false;              ///< 新增
  bool nets = false;              ///< 净增
  bool acts = false;              ///< a verb of activity
  bool is_strong = false;         ///< 完成: stands above 达
  bool causes = false;            ///< 推动, 实现
  bool is_total = false;          ///< 累计
  bool is_stock = false;          ///< 总数, 能力
  bool is_tally = false;          ///< 总数, 人均: a level whatever the verb
  bool is_amount = false;         ///< 产量
  bool is_yearly = false;         ///< the nearest of such nouns is of a year
  bool is_event = false;          ///< 演出 right before the number
  bool is_limit = false;          ///< 时限
  bool is_lower = false;          ///< a noun of which less is better
  bool is_growth = false;         ///< the nearest of the nouns and movements says growth
  bool is_share = false;          ///< it says share
  bool falls = false;             ///< the growth is negative: 降幅
  ProjectStage stage = ProjectStage::none;

  [[nodiscard]] bool is_empty() const noexcept {
    return !movement && !adds && !nets && !acts && !is_total && !is_stock && !is_growth &&
           !is_share;
  }
};

/// Before a number, back to its verb.
struct Before {
  Predicate says;
  std::optional<Token> bound;       ///< 超, 不低于
  std::optional<Comparator> floor;  ///< 至少 before the verb, 保底: holds where nothing nearer does
  bool is_near = false;             ///< 约, 近
  bool reaches = false;             ///< 达到, 为
  bool arrives = false;             ///< 到: with a movement before it
  bool is_annual = false;           ///< 年均
  bool is_spread = false;           ///< 分别
  bool is_listed = false;           ///< 分别为: says as little as a verb can
  bool is_each = false;             ///< 各
  bool is_per = false;              ///< 每人每月
  TextRange per;                    ///< 每千人口, 每季度, 日均
  bool pays = false;                ///< 补助 right before the number
  bool pays_someone = false;        ///< 奖励高管: a payment with who gets it
  bool is_bare = false;             ///< nothing of its own: the next of a list
  bool after_pause = false;         ///< what it says begins behind 、 and the figure before that
  bool after_part = false;          ///< 其中
  std::optional<ComparisonBase> base;
  TextRange basis;
  bool has = false;           ///< 拥有, 共有
  bool verb_is_noun = false;  ///< 植树造林: names what is done
  bool tries = false;         ///< 争创, 争取
  bool works = false;         ///< a verb that is also a noun, after a noun: 道路改造
  bool is_caused = false;     ///< 推动 stands before all of it: 推动污水处理率
  TextRange object;           ///< between verb and number
  TextRange actor;            ///< before the verb
  TextRange tight;            ///< the words right before the number that set its bound
  std::size_t first;          ///< token that the region begins with
};

/// Behind a number.
struct After {
  TextRange noun;             ///< what is counted
  std::optional<Token> verb;  ///< what it does: 投产, 入市
  bool is_of = false;         ///< 的 right behind the number
  bool at_end = false;        ///< a pause, a bracket or the end of the clause
};

[[nodiscard]] Before look_before(std::string_view text, const Clause& clause, std::size_t token);
[[nodiscard]] After look_after(std::string_view text, const Clause& clause, std::size_t token);

[[nodiscard]] bool is_movement(Word word) noexcept;
/// Words that stand between a subject and its number and belong to the number.
[[nodiscard]] bool is_tight(Word word) noexcept;

/// Words before a subject that are none of it: dates, hedges, adverbs.
[[nodiscard]] bool is_leading(Word word) noexcept;

/// Whether a verb that is also a noun is a verb here.
[[nodiscard]] bool is_verbal(const Clause& clause, std::size_t token);

/// 为2000户家庭安装…, 在5个乡镇开展…: for them and there, where nothing stands before that could be
/// so many.
[[nodiscard]] bool is_preposition(std::string_view text, const Clause& clause, std::size_t token);
/// 高速公路通车里程: between a noun and what is measured of it a verb is no verb.
[[nodiscard]] bool is_part_of_noun(const Clause& clause, std::size_t token);

/// Without 将 or 为, which bring an object in, and without 分别.
[[nodiscard]] TextRange without_particles(std::string_view text, TextRange range);
/// Adverbs of one character, which the lexicon knows before numbers only.
[[nodiscard]] bool is_short_adverb(std::string_view word) noexcept;
/// 不得突破, 不低于: with what is not to be passed between it and the number.
[[nodiscard]] bool is_negated_bound(std::string_view word) noexcept;
/// 下达指标, 年初预算
[[nodiscard]] bool ends_in_limit(std::string_view noun) noexcept;

/// What other series are called: 全省平均, 经济增长.
[[nodiscard]] bool is_series(std::string_view text);

/// Without spaces and particles at both ends.
[[nodiscard]] TextRange without_spaces(std::string_view text, TextRange range);

}  // namespace jinjiang::reading
