// SPDX-License-Identifier: BSL-1.0
#pragma once

// What a live evaluation keeps beside the columns of an evaluation, so that a change costs what it
// touches.

#include <bit>
#include <vector>

#include <jinjiang/evaluation/detail/blocking.hpp>
#include <jinjiang/evaluation/detail/live_readings.hpp>
#include <jinjiang/evaluation/detail/node_result.hpp>
#include <jinjiang/evaluation/detail/rollup.hpp>

namespace jinjiang::detail {

[[nodiscard]] inline bool same_bits(double a, double b) noexcept {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

/// How a row hangs together with others beyond its first parent.
struct LiveLinks {
  static constexpr std::uint8_t extra_parents = 1;
  static constexpr std::uint8_t successors = 2;
  static constexpr std::uint8_t followers = 4;  ///< targets of other indicators follow it
  static constexpr std::uint8_t vetoes = 8;     ///< of a goal: a part of it has a veto
  static constexpr std::uint8_t waits = 16;     ///< a task that may be blocked
  static constexpr std::uint8_t recorded = 32;  ///< the call at work has touched it
};

/// What has become of a goal's parts since it was rolled up.
struct LiveChange {
  enum Kind : std::uint8_t {
    none,
    figures,  ///< what they have reached or are expected to; who counts is as it was
    any
  };
  Kind kind;
  std::int32_t more_met;  ///< parts that are met now, without those that were
};

/// What a node adds to the sums of its first parent; 0 where it adds nothing, which leaves every
/// bit of a sum as it is.
struct PartTerms {
  double attainment;
  double paced_attainment;
  double expected;
};

struct LiveColumns {
  explicit LiveColumns(const PlanData& plan)
      : verdicts(plan.size()), expected(plan.size()), terms(plan.size()), sums(plan.goals_end) {
    resize_zeroed(links, plan.size());
    resize_zeroed(changes, plan.goals_end);
  }

  // One entry a node.
  Column<Status> verdicts;  ///< of leaves, before blocked ones are marked
  Column<double> expected;  ///< of leaves
  Column<PartTerms> terms;
  Column<std::uint8_t> links;

  // One entry a row up to the last goal.
  Column<RollupSums> sums;
  Column<LiveChange> changes;
};

/// The parts of goals as they were found last.
class LiveParts {
 public:
  LiveParts(const EvaluationData& evaluation, const LiveColumns& live)
      : evaluation_(evaluation), live_(live), viewer_(evaluation) {}

  [[nodiscard]] PartView view(Row row, double weight) const noexcept {
    if ((evaluation_.plan.data().traits[row] & Traits::goal) != 0)
      return viewer_.of_goal(row, weight);
    return of_leaf({.status = live_.verdicts[row],
                    .progress = evaluation_.columns->progress[row],
                    .expected = live_.expected[row]},
                   weight);
  }
  [[nodiscard]] PartView of_leaf(const LeafVerdict& verdict, double weight) const noexcept {
    return viewer_.of_leaf(verdict, weight);
  }

  template <class Visit>
  void for_each(Row goal, const Visit& visit) const {
    for_each_part(
        evaluation_.plan.data(), goal, [this](Row row, double weight) { return view(row, weight); },
        visit);
  }
  [[nodiscard]] bool has_veto(Row row) const noexcept {
    return (live_.links[row] & LiveLinks::vetoes) != 0;
  }

 private:
  const EvaluationData& evaluation_;
  const LiveColumns& live_;
  PartViewer viewer_;
};

/// A node that a change has touched, as it was before and as it is after.
struct LiveRecord {
  Row row = no_row;
  Status verdict = Status::not_due;  ///< before; of a leaf
  NodeFigures before = {};
  NodeFigures after = {};
  RollupSums sums = {};  ///< before; of a goal
};

}  // namespace jinjiang::detail
