// SPDX-License-Identifier: BSL-1.0
#pragma once

// What must a leaf reach, or which leaves at what cost, for a goal to stand as it should?

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/analysis/scenario_evaluator.hpp>
#include <jinjiang/detail/config.hpp>
#include <jinjiang/detail/names.hpp>

namespace jinjiang {

/// How a node should stand.
struct Aim {
  Status status = Status::on_track;       ///< this or better: at_risk, on_track, ahead or met
  std::optional<double> attainment = {};  ///< in place of the status: this or more, above 0 to 1

  friend bool operator==(const Aim&, const Aim&) = default;
};

/// What a unit more of a leaf costs, in whatever unit of cost; towards its target, which for a
/// lower figure means a unit less. Of a task the whole of it.
struct UnitCost {
  std::string leaf;  ///< id of an indicator or a task
  double cost = 1;   ///< 0 or more
};

/// Why an aim is out of reach.
enum class Obstacle : std::uint8_t {
  none,
  too_little,        ///< with all of them at their targets the goal still falls short
  veto,              ///< a part with a veto holds it down
  unmet_parts,       ///< it is met only when every part is, and others are not
  no_data,           ///< too much beneath it has no data
  nothing_expected,  ///< nothing is expected of it before its due date, so it has no pace
  left_out           ///< it, or a goal on the way to it, is cancelled
};

template <>
struct EnumNames<Obstacle> {
  static constexpr std::array<std::string_view, 7> all{
      "none", "too_little", "veto", "unmet_parts", "no_data", "nothing_expected", "left_out"};
};

/// A leaf that must read otherwise.
struct SoughtLeaf {
  Node node;                     ///< an indicator or a task
  std::optional<double> before;  ///< the reading that counts now
  double value;                  ///< what it must read on the day of the evaluation
  Unit unit;    ///< of `value`: that of its target; none for a task, whose values are 0 to 1
  double cost;  ///< of the way from `before`, or without one from no progress
};

/// What was found.
struct GoalSeek {
  Evaluation now;               ///< how the plan stands
  Node goal;                    ///< the node that should stand otherwise
  Aim aim;                      ///< how it should stand
  std::vector<UnitCost> costs;  ///< of the leaves that may move
  bool is_possible = false;     ///< whether the aim can be reached by these leaves
  bool is_exact = false;        ///< solved as a weighted mean, not by trial; no cheaper way exists
  std::vector<SoughtLeaf> leaves = {};  ///< none when the goal stands so already; when impossible
                                        ///< those that bring it nearer, at their targets
  double cost = 0;                      ///< of all leaves together, in the unit of the costs
  NodeResult before;                    ///< how the goal stands now
  ScenarioResult after = {};  ///< of the goal with the leaves so; when impossible the nearest
  Obstacle obstacle = Obstacle::none;  ///< why the aim is out of reach; `none` when it is not
  std::vector<Node> in_the_way = {};   ///< of the obstacle: the largest shortfall first

  /// The leaves as changes.
  [[nodiscard]] Scenario scenario() const;
};

/// The least that a leaf must read, on the day of the evaluation, for a node above it (or the leaf
/// itself) to stand as it should, as evaluate() says of it: no rounding leaves it a hair short.
/// Exact when all goals between are weighted means, else by bisection to 12 digits. What is counted
/// in whole things (see whole_things) reads whole numbers, unless its target or its reading does
/// not. A leaf goes no further than its target, beyond which no goal counts it.
/// @throws UnknownIdError  names the nearest ids
/// @throws Error  the leaf does not lie beneath the goal, or nothing that it reads moves a goal;
/// the
///                aim is none of those named
/// @par Complexity  O(nodes) once, then O(parts of the goals above the leaf)
[[nodiscard]] GoalSeek goal_seek(const Evaluation& now, std::string_view goal,
                                 std::string_view leaf, const Aim& aim = {});

/// The cheapest set of leaves, and how far each must come. A leaf that is left alone keeps the
/// reading that it has; one that moves is read on the day of the evaluation and goes no lower than
/// it stands. Up to 12 leaves under weighted means the set is the cheapest there is; of more, or by
/// other rules, it is one of which no part can be spared (`is_exact` is false then). Of several
/// leaves in whole things `is_exact` holds only where parts of things would cost no less.
/// @throws as above; Error  no leaf is given or one twice, a cost is negative or not finite
/// @par Complexity  O(nodes) once, then up to O(2^k) times O(parts of the goals above the k leaves)
[[nodiscard]] GoalSeek goal_seek(const Evaluation& now, std::string_view goal,
                                 std::span<const UnitCost> costs, const Aim& aim = {});

/// What was found, in words.
[[nodiscard]] std::string to_text(const GoalSeek& found, Language language);

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/analysis/detail/goal_seek.ipp>
#include <jinjiang/analysis/detail/goal_seek_text.ipp>
#endif
