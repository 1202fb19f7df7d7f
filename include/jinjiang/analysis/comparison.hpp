// SPDX-License-Identifier: BSL-1.0
#pragma once

// Two evaluations side by side: what differs node by node, and why. They may be of one plan on two
// days, with two sets of readings, or of a plan and of what a scenario made of it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/detail/names.hpp>
#include <jinjiang/evaluation/evaluation.hpp>

namespace jinjiang {

/// Why a node stands otherwise.
enum class Cause : std::uint8_t {
  added,        ///< it was not in the plan before
  removed,      ///< it is no longer in the plan
  reading,      ///< it reads otherwise
  target,       ///< another target is in force
  reference,    ///< the indicator that its target follows reads otherwise
  dates,        ///< it starts or is due on another day
  lifecycle,    ///< it is done, cancelled or taken up
  predecessor,  ///< what it waits for is finished, or is not
  weight,       ///< its parts count otherwise
  links,        ///< parts came or went
  rule,         ///< it is made of its parts by another rule
  part,         ///< a part stands otherwise
  day,          ///< more was expected by a later day, or less by an earlier one
  policy        ///< the evaluations follow different policies, bases or days of knowing
};

template <>
struct EnumNames<Cause> {
  static constexpr std::array<std::string_view, 14> all{
      "added",       "removed", "reading", "target", "reference", "dates", "lifecycle",
      "predecessor", "weight",  "links",   "rule",   "part",      "day",   "policy"};
};

/// The word a reader sees: 实际值, `reading`.
[[nodiscard]] constexpr std::string_view label(Cause cause, Language language) noexcept {
  constexpr std::array<std::string_view, 14> zh{
      "新增",     "删除", "实际值",   "目标值",   "参照指标", "日期",     "办理状态",
      "前置任务", "权重", "隶属关系", "汇总规则", "下级",     "截至日期", "评价规则"};
  return language == Language::zh ? zh[static_cast<std::size_t>(cause)] : to_string(cause);
}

/// How much of the change of a goal's attainment one leaf makes.
struct Mover {
  Node node;      ///< a leaf, or a goal beneath which there is no data
  double change;  ///< of the goal's attainment
};

/// A node that does not stand as before.
struct NodeDifference {
  std::string id;                         ///< of the node
  std::optional<NodeResult> before = {};  ///< nothing: the node was not there
  std::optional<NodeResult> after = {};   ///< nothing: the node is gone
  std::vector<Cause> causes = {};         ///< its own first, then that of its parts; never empty
  std::vector<Mover> movers = {};         ///< of a goal, largest first
  double reweighted = 0;  ///< what counting the same results otherwise makes; with the movers it
                          ///< adds up to `change()`

  /// Of the attainment; nothing when there is none before or after.
  [[nodiscard]] std::optional<double> change() const {
    if (!before || !after || !before->attainment || !after->attainment) return std::nullopt;
    return *after->attainment - *before->attainment;
  }
};

/// What differs between two evaluations. Holds both.
struct Comparison {
  Evaluation before;                        ///< the earlier one
  Evaluation after;                         ///< the later one
  std::vector<NodeDifference> differences;  ///< in the author's order; nodes that are gone last

  /// Nothing when the node stands as before.
  /// @throws UnknownIdError  neither plan has such a node
  [[nodiscard]] const NodeDifference* find(std::string_view id) const;
};

/// @par Complexity  O(nodes and links * log; and for every goal that differs what lies beneath it)
[[nodiscard]] Comparison compare(const Evaluation& before, const Evaluation& after);

/// Why, in a sentence: `off track -> on track, attainment 20 % -> 80 %: reading 1600 亩 -> 5600
/// 亩`.
[[nodiscard]] std::string describe(const NodeDifference& difference, Language language);

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/analysis/detail/comparison.ipp>
#include <jinjiang/analysis/detail/comparison_text.ipp>
#endif
