// SPDX-License-Identifier: BSL-1.0
#pragma once

// The cheapest moves that bring a goal where it should be. For a set of leaves that are all read on
// the day, a weighted mean rises by a fixed rate for each, so filling up the best rate for its cost
// first is the cheapest for that set (the continuous knapsack of Dantzig 1957). Which leaves are
// read at all is tried out, set by set.

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include <jinjiang/analysis/detail/goal_oracle.hpp>

namespace jinjiang::detail {

class CheapestMoves {
 public:
  struct Found {
    Moves moves;
    double cost;
    bool is_exact;  ///< no other moves cost less
  };

  /// With all of them at their targets the goal is where it should be.
  explicit CheapestMoves(GoalOracle& oracle) : oracle_(oracle) {
    for (std::size_t i = 0; i < oracle.leaves().size(); ++i) {
      if (oracle.leaves()[i].attainment() < 1) able_.push_back(i);
    }
  }

  [[nodiscard]] Found find() {
    if (oracle_.is_mean()) {
      if (const auto only = solve_all_together()) return found(*only);
      if (able_.size() <= (oracle_.has_vetoes() ? most_with_vetoes : most)) {
        if (const auto best = try_all_sets()) return found(*best);
      } else if (const auto some = solve(able_)) {
        is_tried_ = true;
        return found(spare(*some));
      }
    }
    is_tried_ = true;
    Moves all;
    for (const std::size_t leaf : able_) all.push_back({leaf, oracle_.leaves()[leaf].met()});
    return found(spare(std::move(all)));
  }

 private:
  static constexpr std::size_t most = 12;
  static constexpr std::size_t most_with_vetoes = 6;

  [[nodiscard]] Found found(Moves moves) const {
    const double price = oracle_.cost_of(moves);
    return {std::move(moves), price, !is_tried_ && price <= (1 + 1e-12) * least_};
  }
  [[nodiscard]] const MovableLeaf& leaf_of(const Move& move) const {
    return oracle_.leaves()[move.leaf];
  }
  [[nodiscard]] double cost(const Move& move) const { return leaf_of(move).cost_of(move.value); }

  /// When reading leaves anew where they stand changes nothing, a set is as good as all.
  [[nodiscard]] std::optional<Moves> solve_all_together() {
    Moves standing;
    for (const std::size_t leaf : able_) {
      if (!oracle_.leaves()[leaf].is_on_the_way()) return std::nullopt;
      standing.push_back({leaf, oracle_.leaves()[leaf].standing()});
    }
    const double now = oracle_.figure(oracle_.result({}));
    const double anew = oracle_.figure(oracle_.result(standing));
    if (std::fabs(now - anew) > threshold_slack) return std::nullopt;
    const auto found = solve(able_);
    if (!found) return std::nullopt;
    Moves moved;
    for (const Move& move : *found) {
      if (move.value != leaf_of(move).standing()) moved.push_back(move);
    }
    return oracle_.is_reached(moved) ? std::optional(moved) : std::nullopt;
  }

  [[nodiscard]] std::optional<Moves> try_all_sets() {
    std::optional<Moves> best;
    double least = std::numeric_limits<double>::infinity();
    for (unsigned set = 1; set < (1U << able_.size()); ++set) {
      std::vector<std::size_t> leaves;
      for (std::size_t i = 0; i < able_.size(); ++i) {
        if ((set >> i & 1U) != 0) leaves.push_back(able_[i]);
      }
      const auto found = solve(leaves);
      if (!found) continue;
      const double price = oracle_.cost_of(*found);
      const bool is_smaller = best && price == least && found->size() < best->size();
      if (price < least || is_smaller) {
        least = price;
        best = found;
      }
    }
    return best;
  }

  /// The cheapest way for leaves that are all read on the day. Of one that is counted in whole
  /// things, to come a part of a thing further may be dearer than to leave the rest to the next.
  [[nodiscard]] std::optional<Moves> solve(const std::vector<std::size_t>& leaves) {
    Moves moves;
    Moves full;
    for (const std::size_t leaf : leaves) {
      moves.push_back({leaf, oracle_.leaves()[leaf].standing()});
      full.push_back({leaf, oracle_.leaves()[leaf].met()});
    }
    if (!oracle_.is_reached(full)) return std::nullopt;
    if (oracle_.is_reached(moves)) return moves;
    std::optional<Moves> best;
    const auto take_if_cheaper = [&] {
      if (!best || oracle_.cost_of(moves) < oracle_.cost_of(*best)) best = moves;
    };
    for (const auto& [i, rate] : best_rates_first(moves)) {
      if (!(rate > 0)) continue;
      Move& move = moves[i];
      const double lack = *oracle_.bound() - oracle_.figure(oracle_.result(moves));
      const double from = leaf_of(move).attainment_of(move.value);
      if (rate < lack) {
        move.value = leaf_of(move).met();
        if (!oracle_.is_reached(moves)) continue;
        take_if_cheaper();
        break;
      }
      const double share = lack / rate;
      const double way = cost({move.leaf, leaf_of(move).met()}) - cost(move);
      const double fluid = oracle_.cost_of(moves) + share * way;
      move.value = leaf_of(move).value_at(from + (1 - from) * share);
      if (!settle(moves, i)) move.value = leaf_of(move).met();
      if (!oracle_.is_reached(moves)) break;
      take_if_cheaper();
      const double loss = oracle_.cost_of(moves) - fluid;
      if (!leaf_of(move).is_whole() || leaves.size() == 1 || !(loss > 1e-9 * way)) break;
      least_ = std::min(least_, fluid);
      move.value = leaf_of(move).stepped(move.value, -1);
    }
    if (best) return best;
    // The figure would do, but a veto wants some leaves at another place.
    is_tried_ = true;
    return spare(std::move(full));
  }

  /// The moves by what the whole of their way brings for its cost, with what it brings.
  [[nodiscard]] std::vector<std::pair<std::size_t, double>> best_rates_first(Moves moves) {
    const double figure = oracle_.figure(oracle_.result(moves));
    std::vector<double> costs;
    std::vector<std::pair<std::size_t, double>> order;
    for (std::size_t i = 0; i < moves.size(); ++i) {
      const double met = leaf_of(moves[i]).met();
      costs.push_back(cost({moves[i].leaf, met}) - cost(moves[i]));
      const double before = std::exchange(moves[i].value, met);
      order.emplace_back(i, oracle_.figure(oracle_.result(moves)) - figure);
      moves[i].value = before;
    }
    std::stable_sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
      return a.second * costs[b.first] > b.second * costs[a.first];
    });
    return order;
  }

  /// Rounding may leave a solution a hair short, or a whole thing too far: the next number that
  /// does.
  [[nodiscard]] bool settle(Moves& moves, std::size_t i) {
    const MovableLeaf& leaf = leaf_of(moves[i]);
    const double solved = moves[i].value;
    constexpr int furthest = 4096;
    for (int steps = -2; steps <= furthest; steps = steps < 8 ? steps + 1 : 2 * steps) {
      moves[i].value = leaf.stepped(solved, steps);
      const bool is_all_the_way = !leaf.is_whole() && leaf.attainment_of(moves[i].value) >= 1;
      if (is_all_the_way) moves[i].value = leaf.met();
      if (oracle_.is_reached(moves)) return true;
    }
    return false;
  }

  /// Moves of which no part can be spared: the dearest are left out or cut short first.
  [[nodiscard]] Moves spare(Moves moves) {
    std::stable_sort(moves.begin(), moves.end(),
                     [this](const Move& a, const Move& b) { return cost(a) > cost(b); });
    for (std::size_t i = 0; i < moves.size();) {
      Moves without = moves;
      without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
      if (oracle_.is_reached(without)) {
        moves = std::move(without);
        continue;
      }
      shorten(moves, i);
      ++i;
    }
    return moves;
  }

  void shorten(Moves& moves, std::size_t i) {
    const MovableLeaf& leaf = leaf_of(moves[i]);
    double value = std::exchange(moves[i].value, leaf.standing());
    if (oracle_.is_reached(moves)) return;
    double enough = leaf.attainment_of(value);
    double least = leaf.attainment();
    constexpr double close = 1e-12;
    while (enough - least > close) {
      const double between = (least + enough) / 2;
      moves[i].value = leaf.value_at(between);
      const bool is_enough = oracle_.is_reached(moves);
      if (is_enough) value = moves[i].value;
      (is_enough ? enough : least) = between;
    }
    moves[i].value = value;
  }

  GoalOracle& oracle_;
  bool is_tried_ = false;
  double least_ =
      std::numeric_limits<double>::infinity();  ///< what it would cost in parts of things
  std::vector<std::size_t> able_;               ///< leaves that are not at their targets yet
};

}  // namespace jinjiang::detail
