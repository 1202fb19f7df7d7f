// SPDX-License-Identifier: BSL-1.0
#pragma once

// What cannot begin on a day and why, and what can.

#include <cstdint>
#include <string>
#include <vector>

#include <jinjiang/analysis/schedule.hpp>
#include <jinjiang/detail/config.hpp>

namespace jinjiang {

/// A node that holds another back by a link.
struct HeldBack {
  Node by;              ///< the predecessor
  DependencyType type;  ///< FS: until it is finished; SS: until it has begun
  std::int64_t lag;     ///< days of the calendar
  Node held;            ///< the node itself or a goal that it is part of
  /// Where the node has come as far as the link asks, and only its lag is left: the first day
  /// after it.
  std::optional<Date> until = {};
};

/// A leaf that cannot begin on the status date.
struct BlockedNode {
  Node node;                      ///< what cannot begin
  bool is_overdue = false;        ///< it has a start of its own, and that day has come
  std::vector<HeldBack> held_by;  ///< links that hold it, or a goal of it
  /// Leaves that all of this comes down to: unfinished, and held back by nobody.
  std::vector<Node> root_causes;
};

/// Leaves that have not begun and cannot, in the author's order: a predecessor is unfinished (FS),
/// has not begun (SS), or its lag has not passed. FF and SF hold no beginning back.
///
/// Unlike Status::blocked, which asks for a start that has passed, this also names what will be
/// blocked when its day comes; `is_overdue` tells them apart.
/// @throws Error  the schedule has no status date
/// @par Complexity  O(nodes + links) for each of them
[[nodiscard]] std::vector<BlockedNode> blocked(const Schedule& schedule);

/// Leaves that have not begun and can on the next working day: nothing holds them back, and their
/// own start has come. In the order of their late starts, the most pressing first.
/// @throws Error  the schedule has no status date
[[nodiscard]] std::vector<Node> ready(const Schedule& schedule);

/// Why a node is blocked, in a sentence.
[[nodiscard]] std::string to_text(const BlockedNode& blocked, Language language);

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/analysis/detail/readiness.ipp>
#endif
