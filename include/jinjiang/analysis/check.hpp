// SPDX-License-Identifier: BSL-1.0
#pragma once

// What is wrong with a plan that was built, and what could be better: each finding has a code, a
// severity, the node it is about and a sentence in Chinese or English. What a plan may not be at
// all is refused by its builder; this is about what it may be and probably should not.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/model/plan.hpp>

namespace jinjiang {

/// How much a finding weighs.
enum class Severity : std::uint8_t {
  problem,  ///< 问题: the plan contradicts itself, or part of it can never be judged
  advice    ///< 建议: it may be meant, and mostly is not
};

/// What is looked for. A page for each is in docs/checks/.
enum class CheckCode : std::uint8_t {
  goal_without_leaf,
  goal_never_judged,
  goal_with_one_part,
  at_least_unreachable,
  leaf_outside_goals,
  part_of_cancelled,
  double_counting,
  negligible_weight,
  dominant_weight,
  weight_without_effect,
  indicator_without_owner,
  task_without_owner,
  node_without_title,
  duplicate_title,
  vague_target,
  indicator_without_target,
  target_set_elsewhere,
  level_without_baseline,
  flow_with_baseline,
  baseline_meets_target,
  unit_unlike_siblings,
  measure_unlike_title,
  revision_after_due,
  due_outside_parent,
  start_outside_parent,
  dates_outside_plan,
  due_before_predecessor,
  start_before_predecessor,
  task_without_due,
  depends_on_cancelled,
  dependency_without_start,
  implied_dependency,
  circular_wait,
  unknown_silence,
  unused_silence
};

template <>
struct EnumNames<Severity> {
  static constexpr std::array<std::string_view, 2> all{"problem", "advice"};
};

/// The codes as they are written in plans, in tables and on the command line.
template <>
struct EnumNames<CheckCode> {
  static constexpr std::array<std::string_view, 35> all{
      "goal-without-leaf",        "goal-never-judged",       "goal-with-one-part",
      "at-least-unreachable",     "leaf-outside-goals",      "part-of-cancelled",
      "double-counting",          "negligible-weight",       "dominant-weight",
      "weight-without-effect",    "indicator-without-owner", "task-without-owner",
      "node-without-title",       "duplicate-title",         "vague-target",
      "indicator-without-target", "target-set-elsewhere",    "level-without-baseline",
      "flow-with-baseline",       "baseline-meets-target",   "unit-unlike-siblings",
      "measure-unlike-title",     "revision-after-due",      "due-outside-parent",
      "start-outside-parent",     "dates-outside-plan",      "due-before-predecessor",
      "start-before-predecessor", "task-without-due",        "depends-on-cancelled",
      "dependency-without-start", "implied-dependency",      "circular-wait",
      "unknown-silence",          "unused-silence"};
};

/// The word a reader sees: 问题, `problem`.
[[nodiscard]] constexpr std::string_view label(Severity severity, Language language) noexcept {
  constexpr std::array<std::string_view, 2> zh{"问题", "建议"};
  return language == Language::zh ? zh[static_cast<std::size_t>(severity)] : to_string(severity);
}

/// Whether what a code finds is a problem or advice.
[[nodiscard]] Severity severity_of(CheckCode code) noexcept;
/// What is found, in a few words: `指标没有牵头单位`, `indicator without a lead unit`.
[[nodiscard]] std::string_view label(CheckCode code, Language language) noexcept;
/// What to do about it, in a sentence.
[[nodiscard]] std::string_view hint(CheckCode code, Language language) noexcept;

/// One thing that was found.
struct Finding {
  CheckCode code;                       ///< what was found; docs/checks has a page on each
  std::optional<Node> node;             ///< nothing when it is about the plan itself
  std::vector<Node> others = {};        ///< the goal, sibling or predecessor it is about, first
  std::vector<std::string> facts = {};  ///< dates and figures of the sentence, as in JSON
  std::uint8_t wording = 0;             ///< which of the code's sentences

  /// Problem or advice, as its code says.
  [[nodiscard]] Severity severity() const noexcept { return severity_of(code); }

  friend bool operator==(const Finding&, const Finding&) = default;
};

/// The finding in a sentence that names its node by title and id.
[[nodiscard]] std::string describe(const Finding& finding, Language language);

/// All that was found in a plan. Holds the plan, so that the nodes stay valid.
class CheckReport {
 public:
  /// For check().
  CheckReport(Plan plan, std::vector<Finding> findings, std::size_t silenced) noexcept
      : plan_(std::move(plan)), findings_(std::move(findings)), silenced_(silenced) {}

  /// The plan that was checked.
  [[nodiscard]] const Plan& plan() const noexcept { return plan_; }
  /// In the author's order of their nodes, those about the plan first; of one node by code.
  [[nodiscard]] const std::vector<Finding>& findings() const noexcept { return findings_; }
  /// How many of them are problems.
  [[nodiscard]] std::size_t problems() const noexcept;
  /// How many more there would be if the plan silenced none.
  [[nodiscard]] std::size_t silenced() const noexcept { return silenced_; }

 private:
  Plan plan_;
  std::vector<Finding> findings_;
  std::size_t silenced_;
};

/// Looks for everything that CheckCode lists.
///
/// A code is silenced for a node by the extension `"x-silence": ["task-without-owner"]` on it, and
/// for all nodes by the same on the plan. Nodes that are cancelled are passed over.
///
/// @par Complexity  O(n log n) for n nodes and links, beside these: of nodes with several goals
/// O(goals above them), of dependencies O(n * d / 64) for d dependencies
[[nodiscard]] CheckReport check(const Plan& plan);

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/analysis/detail/check.ipp>
#endif
