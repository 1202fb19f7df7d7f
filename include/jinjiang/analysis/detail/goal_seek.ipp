// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>

#include <jinjiang/analysis/detail/cheapest_moves.hpp>
#include <jinjiang/analysis/goal_seek.hpp>
#include <jinjiang/evaluation/explanation.hpp>

namespace jinjiang {

namespace detail {

inline void check_aim(const Aim& aim) {
  if (aim.attainment) {
    if (!(*aim.attainment > 0 && *aim.attainment <= 1)) {
      throw Error("aim: expected an attainment above 0 up to 1, found " +
                  format_number(*aim.attainment));
    }
    return;
  }
  switch (aim.status) {
    case Status::at_risk:
    case Status::on_track:
    case Status::ahead:
    case Status::met:
    case Status::met_early:
      return;
    default:
      throw Error("aim: expected the status at_risk, on_track, ahead or met, found " +
                  std::string(to_string(aim.status)));
  }
}

/// Why a goal falls short with all leaves at their targets.
class ObstacleFinder {
 public:
  ObstacleFinder(GoalSeek& found, const GoalOracle& oracle)
      : found_(found),
        oracle_(oracle),
        best_(evaluate(found.now, found.scenario())),
        goal_(best_.plan()[found.goal.id()]) {}

  void find() {
    const Status status = found_.after.status;
    const bool is_cancelled = !found_.after.coverage;
    if (is_cancelled || is_cut_off()) {
      found_.obstacle = Obstacle::left_out;
    } else if (!found_.aim.attainment && (status == Status::no_data || status == Status::not_due)) {
      found_.obstacle = Obstacle::no_data;
      name_leaves([](const NodeResult& leaf) { return leaf.coverage == 0.0; });
    } else if (!found_.aim.attainment && status == Status::under_way && oracle_.bound()) {
      found_.obstacle = Obstacle::nothing_expected;
    } else if (name_vetoes()) {
      found_.obstacle = Obstacle::veto;
    } else if (!oracle_.bound()) {
      found_.obstacle = Obstacle::unmet_parts;
      name_leaves([](const NodeResult& leaf) { return leaf.progress && !is_met(leaf.status); });
    } else {
      found_.obstacle = Obstacle::too_little;
      name_shortfalls();
    }
  }

 private:
  /// Whether every way to the goal leads through one that is cancelled.
  [[nodiscard]] bool is_cut_off() const {
    const PlanData& plan = found_.now.plan().data();
    const auto leads = [&](Row from) {
      std::vector<Row> open{from};
      while (!open.empty()) {
        const Row row = open.back();
        open.pop_back();
        if (plan.lifecycles[row] == Lifecycle::cancelled) continue;
        if (row == found_.goal.row()) return true;
        if (plan.parents[row] != no_row) open.push_back(plan.parents[row]);
        for (const PartRow& link : extra_parents(plan, row)) open.push_back(link.parent);
      }
      return false;
    };
    const auto& leaves = oracle_.leaves();
    return std::none_of(leaves.begin(), leaves.end(),
                        [&](const MovableLeaf& leaf) { return leads(leaf.row()); });
  }

  /// Parts with a veto that hold the goal down although its figure would do.
  [[nodiscard]] bool name_vetoes() {
    const auto bound = oracle_.bound();
    if (found_.aim.attainment || !bound) return false;
    if (oracle_.figure(found_.after) < *bound - threshold_slack) return false;
    for (const Node& part : goal_.children()) {
      const Status status = best_.of(part).status;
      if (status != Status::missed && status != Status::off_track) continue;
      for (const PartLink& link : best_.plan().part_links(part)) {
        if (link.parent == goal_ && link.is_veto)
          found_.in_the_way.push_back(found_.now.plan()[part.id()]);
      }
    }
    return !found_.in_the_way.empty();
  }

  template <class Fits>
  void name_leaves(const Fits& fits) {
    const PlanData& plan = best_.plan().data();
    for (const Node node : best_.plan().nodes()) {
      const NodeResult result = best_.of(node);
      if (node.kind() == NodeKind::goal || !fits(result)) continue;
      const bool is_beneath = node == goal_ || goals_above(plan, node.row()).contains(goal_.row());
      if (is_beneath) found_.in_the_way.push_back(found_.now.plan()[node.id()]);
    }
  }

  void name_shortfalls() {
    constexpr double rounding = 1e-9;
    for (const ShortfallTerm& term : explain(best_, goal_.id()).terms) {
      if (term.shortfall > rounding) found_.in_the_way.push_back(found_.now.plan()[term.node.id()]);
    }
  }

  GoalSeek& found_;
  const GoalOracle& oracle_;
  Evaluation best_;
  Node goal_;
};

/// Whether a goal that an obstacle keeps from its aim comes nearer to it all the same.
[[nodiscard]] constexpr bool helps(Obstacle obstacle) noexcept {
  return obstacle != Obstacle::no_data && obstacle != Obstacle::nothing_expected &&
         obstacle != Obstacle::left_out;
}

/// Of moves that do not reach the aim those that bring the goal nearer to it, the dearest left out
/// first.
[[nodiscard]] inline Moves helpful(GoalOracle& oracle, Moves moves) {
  std::stable_sort(moves.begin(), moves.end(), [&](const Move& a, const Move& b) {
    return oracle.cost_of({&a, 1}) > oracle.cost_of({&b, 1});
  });
  for (std::size_t i = 0; i < moves.size();) {
    Moves without = moves;
    without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
    if (oracle.is_nearer(oracle.result(moves), oracle.result(without))) {
      ++i;
    } else {
      moves = std::move(without);
    }
  }
  return moves;
}

[[nodiscard]] inline GoalSeek seek(const Evaluation& now, std::string_view goal_id,
                                   std::span<const UnitCost> costs, const Aim& aim) {
  check_aim(aim);
  const Plan& plan = now.plan();
  const Node goal = plan[goal_id];
  if (costs.empty()) throw Error("no leaf is given that may move " + name_of(goal));
  std::vector<MovableLeaf> leaves;
  for (const UnitCost& cost : costs) {
    const Node leaf = plan[cost.leaf];
    for (const MovableLeaf& other : leaves) {
      if (other.node() == leaf) throw Error(name_of(leaf) + " is given twice");
    }
    if (!std::isfinite(cost.cost) || cost.cost < 0) {
      throw Error(name_of(leaf) + ": expected a cost of 0 or more, found " +
                  format_number(cost.cost));
    }
    leaves.emplace_back(now, leaf, cost.cost);
  }
  GoalOracle oracle(now, goal, aim, std::move(leaves));
  GoalSeek found{.now = now,
                 .goal = goal,
                 .aim = aim,
                 .costs = {costs.begin(), costs.end()},
                 .before = now.of(goal)};
  const auto take = [&](const Moves& moves) {
    found.leaves.clear();
    for (const Move& move : moves) {
      const MovableLeaf& leaf = oracle.leaves()[move.leaf];
      found.leaves.push_back(
          {leaf.node(), leaf.before(), move.value, leaf.unit(), leaf.cost_of(move.value)});
    }
    std::stable_sort(found.leaves.begin(), found.leaves.end(),
                     [](const SoughtLeaf& a, const SoughtLeaf& b) {
                       return a.node.position() < b.node.position();
                     });
    found.cost = oracle.cost_of(moves);
    found.after = oracle.result(moves);
  };
  found.after = oracle.result({});
  if (oracle.is_reached(found.after)) {
    found.is_possible = found.is_exact = true;
    return found;
  }
  Moves all;
  for (std::size_t i = 0; i < oracle.leaves().size(); ++i) {
    if (oracle.leaves()[i].attainment() < 1) all.push_back({i, oracle.leaves()[i].met()});
  }
  if (oracle.is_reached(all)) {
    const auto cheapest = CheapestMoves(oracle).find();
    take(cheapest.moves);
    found.is_possible = true;
    found.is_exact = cheapest.is_exact;
  } else {
    take(all);
    ObstacleFinder(found, oracle).find();
    take(helps(found.obstacle) ? helpful(oracle, all) : Moves{});
  }
  return found;
}

}  // namespace detail

JINJIANG_INLINE Scenario GoalSeek::scenario() const {
  Scenario result("goal seek " + std::string(goal.id()));
  for (const SoughtLeaf& leaf : leaves) result.value(std::string(leaf.node.id()), leaf.value);
  return result;
}

JINJIANG_INLINE GoalSeek goal_seek(const Evaluation& now, std::string_view goal,
                                   std::string_view leaf, const Aim& aim) {
  const UnitCost only{std::string(leaf), 1};
  return detail::seek(now, goal, std::span(&only, 1), aim);
}

JINJIANG_INLINE GoalSeek goal_seek(const Evaluation& now, std::string_view goal,
                                   std::span<const UnitCost> costs, const Aim& aim) {
  return detail::seek(now, goal, costs, aim);
}

}  // namespace jinjiang
