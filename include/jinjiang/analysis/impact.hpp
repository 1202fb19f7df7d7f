// SPDX-License-Identifier: BSL-1.0
#pragma once

// What a change of one node does to the others, the largest effect on the plan first.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/analysis/comparison.hpp>
#include <jinjiang/analysis/scenario.hpp>
#include <jinjiang/detail/config.hpp>

namespace jinjiang {

/// A node that a change reaches.
struct NodeImpact {
  NodeDifference difference;
  double effect = 0;  ///< on the plan: the change of the mean attainment of its roots that comes
                      ///< through this node
};

/// What a change does. Holds both evaluations.
struct Impact {
  Comparison comparison;
  double effect = 0;  ///< change of the mean attainment of the roots that have data
  std::vector<NodeImpact> nodes = {};  ///< by the size of their effect, then by how much their
                                       ///< status worsens or improves; goals before their parts
};

/// Every node whose status or figures a scenario changes.
/// @throws as evaluate(now, scenario)
/// @par Complexity  that of the evaluation and of compare()
[[nodiscard]] Impact impact(const Evaluation& now, const Scenario& scenario);

/// The same when one leaf reads a value, as by ValueChange.
/// @throws UnknownIdError  names the nearest ids
/// @throws Error           nothing that the node reads moves a goal
[[nodiscard]] Impact impact(const Evaluation& now, std::string_view id, double value);

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/analysis/detail/impact.ipp>
#endif
