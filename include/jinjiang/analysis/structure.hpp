// SPDX-License-Identifier: BSL-1.0
#pragma once

// Which few nodes carry a plan: what everything hangs on, what most rests on, and which
// dependencies could go. The links are taken as they are written, whatever has been cancelled or
// done. Needs no Boost: see docs/decisions/0026-check-diff-structure.md.

#include <cstddef>
#include <string_view>
#include <vector>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/model/plan.hpp>

namespace jinjiang {

/// A node that all the work towards others passes through: if it fails, nothing that they rest on
/// gets there another way.
struct SinglePoint {
  Node node;            ///< what the others need
  std::size_t carried;  ///< how many others

  friend bool operator==(const SinglePoint&, const SinglePoint&) = default;
};

/// The nodes through which all the work towards others passes, those that carry most first, then in
/// the author's order.
///
/// Work flows from what is needed to what needs it: from a part to its goal, from a predecessor to
/// its successor. It begins at the nodes that need nothing. A node carries another when every way
/// from a beginning to the other leads through it; in a flow graph it is said to dominate the
/// other.
/// @param most  how many at most
/// @par Complexity  O(links * height of the tree of dominators)
[[nodiscard]] std::vector<SinglePoint> single_points_of_failure(const Plan& plan,
                                                                std::size_t most = 20);

/// Those that carry one node, the nearest first. Empty when its work begins in several places that
/// have nothing in common.
/// @throws UnknownIdError  names the nearest ids
/// @par Complexity  as above
[[nodiscard]] std::vector<Node> carriers_of(const Plan& plan, std::string_view id);

/// The nodes that one node carries, in the author's order.
/// @throws UnknownIdError  names the nearest ids
/// @par Complexity  as above
[[nodiscard]] std::vector<Node> carried_by(const Plan& plan, std::string_view id);

/// How much rests on a node.
struct Bottleneck {
  Node node;               ///< what the others rest on
  std::size_t dependents;  ///< nodes that rest on it, directly or not
  std::size_t direct;      ///< goals that it is part of, and successors

  friend bool operator==(const Bottleneck&, const Bottleneck&) = default;
};

/// The nodes on which most others rest, those with most dependents first, then by direct ones, then
/// in the author's order. A node on which nothing rests is none.
/// @param most  how many at most
/// @par Complexity  O(n * (n + links) / 64) time, O(n + links) memory
[[nodiscard]] std::vector<Bottleneck> bottlenecks(const Plan& plan, std::size_t most = 20);

/// The dependencies between nodes that are also joined by a part, or by a longer way over parts and
/// dependencies, in the author's order of the successors: what the transitive reduction of the
/// graph leaves out. Types and lags are not looked at; check() looks at them.
/// @par Complexity  O((n + links) * predecessors / 64) time, O(n + links) memory
[[nodiscard]] std::vector<Dependency> redundant_dependencies(const Plan& plan);

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/analysis/detail/structure.ipp>
#endif
