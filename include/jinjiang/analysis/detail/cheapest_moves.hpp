// SPDX-License-Identifier: BSL-1.0
#pragma once

// The cheapest moves that bring a goal where it should be. For a set of leaves that are all read on
// the day, a weighted mean rises by a fixed rate for each, so filling up the best rate for its cost
// first is the cheapest for that set (the continuous knapsack of Dantzig 1957). Which leaves are
// read at all is tried out, set by set.

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>
#include <vector>

#include <jinjiang/analysis/detail/goal_oracle.hpp>

namespace jinjiang::detail {

class CheapestMoves {
 public:
  struct Found {
    Moves moves;
    double cost;
    bool is_exact;
  };

  /// With all of them at their targets the goal is where it should be.
  explicit CheapestMoves(GoalOracle& oracle) : oracle_(oracle) {
    for (std::size_t i = 0; i < oracle.leaves().size(); ++i) {
      if (oracle.leaves()[i].attainment() < 1) able_.push_back(i);
    }
  }

  [[nodiscard]] Found find() {
    if (oracle_.is_mean()) {
      if (const auto only = solve_all_together())
        return {*only, oracle_.cost_of(*only), !is_tried_};
      if (able_.size() <= (oracle_.has_vetoes() ? most_with_vetoes : most)) {
        if (const auto best = try_all_sets()) return {*best, oracle_.cost_of(*best), !is_tried_};
      } else if (const auto some = solve(able_)) {
        const Moves less = spare(*some);
        return {less, oracle_.cost_of(less), false};
      }
    }
    Moves all;
    for (const std::size_t leaf : able_) all.push_back({leaf, 1});
    const Moves less = spare(std::move(all));
    return {less, oracle_.cost_of(less), false};
  }

 private:
  static constexpr std::size_t most = 12;
  static constexpr std::size_t most_with_vetoes = 6;

  [[nodiscard]] double here(std::size_t leaf) const { return oracle_.leaves()[leaf].attainment(); }
  [[nodiscard]] double cost(std::size_t leaf, double attainment) const {
    return oracle_.leaves()[leaf].cost_at(attainment);
  }

  /// When reading leaves anew where they stand changes nothing, a set is as good as all.
  [[nodiscard]] std::optional<Moves> solve_all_together() {
    Moves standing;
    for (const std::size_t leaf : able_) {
      if (!oracle_.leaves()[leaf].is_on_the_way()) return std::nullopt;
      standing.push_back({leaf, here(leaf)});
    }
    const double now = oracle_.figure(oracle_.result({}));
    const double anew = oracle_.figure(oracle_.result(standing));
    if (std::fabs(now - anew) > threshold_slack) return std::nullopt;
    const auto found = solve(able_);
    if (!found) return std::nullopt;
    Moves moved;
    for (const Move& move : *found) {
      if (move.attainment > here(move.leaf)) moved.push_back(move);
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

  /// The cheapest way for leaves that are all read on the day.
  [[nodiscard]] std::optional<Moves> solve(const std::vector<std::size_t>& leaves) {
    Moves moves;
    Moves full;
    for (const std::size_t leaf : leaves) {
      moves.push_back({leaf, here(leaf)});
      full.push_back({leaf, 1});
    }
    if (!oracle_.is_reached(full)) return std::nullopt;
    if (oracle_.is_reached(moves)) return moves;
    const double bound = *oracle_.bound();
    double figure = oracle_.figure(oracle_.result(moves));
    std::vector<double> rates;  // of the figure, for all of the way
    for (Move& move : moves) {
      const double before = std::exchange(move.attainment, 1);
      rates.push_back(oracle_.figure(oracle_.result(moves)) - figure);
      move.attainment = before;
    }
    std::vector<std::size_t> order(moves.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto way_cost = [&](std::size_t i) {
      return cost(moves[i].leaf, 1) - cost(moves[i].leaf, moves[i].attainment);
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return rates[a] * way_cost(b) > rates[b] * way_cost(a);
    });
    for (const std::size_t i : order) {
      if (!(rates[i] > 0)) continue;
      Move& move = moves[i];
      const double from = move.attainment;
      if (figure + rates[i] < bound) {
        figure += rates[i];
        move.attainment = 1;
        if (oracle_.is_reached(moves)) break;
        continue;
      }
      move.attainment = std::min(1.0, from + (1 - from) * (bound - figure) / rates[i]);
      if (!settle(moves, i)) move.attainment = 1;
      break;
    }
    if (oracle_.is_reached(moves)) return moves;
    // The figure would do, but a veto wants some leaves at another place.
    is_tried_ = true;
    return spare(std::move(full));
  }

  /// Rounding may leave a solution a hair short.
  [[nodiscard]] bool settle(Moves& moves, std::size_t i) {
    const double solved = moves[i].attainment;
    for (const double hair : {0.0, 2e-16, 1e-15, 1e-14, 1e-13}) {
      moves[i].attainment = std::min(1.0, solved + hair);
      if (oracle_.is_reached(moves)) return true;
    }
    return false;
  }

  /// Moves of which no part can be spared: the dearest are left out or cut short first.
  [[nodiscard]] Moves spare(Moves moves) {
    std::stable_sort(moves.begin(), moves.end(), [this](const Move& a, const Move& b) {
      return cost(a.leaf, a.attainment) > cost(b.leaf, b.attainment);
    });
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
    double enough = moves[i].attainment;
    double least = here(moves[i].leaf);
    moves[i].attainment = least;
    if (oracle_.is_reached(moves)) return;
    constexpr double close = 1e-12;
    while (enough - least > close) {
      moves[i].attainment = (least + enough) / 2;
      (oracle_.is_reached(moves) ? enough : least) = moves[i].attainment;
    }
    moves[i].attainment = enough;
  }

  GoalOracle& oracle_;
  bool is_tried_ = false;
  std::vector<std::size_t> able_;  ///< leaves that are not at their targets yet
};

}  // namespace jinjiang::detail
