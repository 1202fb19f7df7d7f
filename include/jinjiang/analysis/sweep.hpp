// SPDX-License-Identifier: BSL-1.0
#pragma once

// What becomes of goals while one leaf reads one value after the other.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/analysis/scenario_evaluator.hpp>
#include <jinjiang/detail/config.hpp>

namespace jinjiang {

/// From one value to another, both included where the steps meet them; a step below 0 goes down.
struct SweepRange {
  double from;  ///< in the unit of the leaf's target; of a task 0 to 1
  double to;    ///< in the same unit; may lie below `from`
  double step;  ///< not 0
};

/// What becomes of the nodes at one value.
struct SweepRow {
  double value;                         ///< of the leaf, in `Sweep::unit`
  std::vector<ScenarioResult> results;  ///< of `Sweep::nodes`
};

/// What was tried out, value by value.
struct Sweep {
  Evaluation now;           ///< how the plan stands
  Node leaf;                ///< the indicator or task that is taken to read otherwise
  Unit unit;                ///< of the target of the leaf; none for a task, whose values are 0 to 1
  std::vector<Node> nodes;  ///< the leaf and all goals above it, or those that were asked for
  std::vector<SweepRow> rows;  ///< in the order of the values
};

/// Each value is supposed as by ValueChange.
///
/// @param ids  nodes to look at; default: the leaf, and the goals above it from the nearest on
/// @throws UnknownIdError  names the nearest ids
/// @throws Error  the step leads away from the end or is 0, there are more than 100,000 values, the
///                leaf is a goal, or is cancelled or watched so that nothing it reads moves a goal
/// @par Complexity  O(nodes) once, then for every value O(parts of the goals above the leaf)
[[nodiscard]] Sweep sweep(const Evaluation& now, std::string_view leaf, SweepRange range,
                          std::span<const std::string> ids = {});
/// The same with any values.
[[nodiscard]] Sweep sweep(const Evaluation& now, std::string_view leaf,
                          std::span<const double> values, std::span<const std::string> ids = {});

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/analysis/detail/sweep.ipp>
#endif
