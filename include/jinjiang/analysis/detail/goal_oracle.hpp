// SPDX-License-Identifier: BSL-1.0
#pragma once

// How a goal stands when some leaves read otherwise, and how far that is from an aim.

#include <cmath>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include <jinjiang/analysis/detail/goals_above.hpp>
#include <jinjiang/analysis/detail/movable_leaf.hpp>
#include <jinjiang/analysis/detail/scenario_overlay.hpp>
#include <jinjiang/analysis/goal_seek.hpp>
#include <jinjiang/model/call_monitor.hpp>

namespace jinjiang::detail {

/// A leaf by its number among those that may move, and what it comes to read.
struct Move {
  std::size_t leaf;
  double value;
};
using Moves = std::vector<Move>;

class GoalOracle {
 public:
  GoalOracle(const Evaluation& now, const Node& goal, const Aim& aim,
             std::vector<MovableLeaf> leaves)
      : now_(now), goal_(goal), aim_(aim), leaves_(std::move(leaves)), overlay_(now) {
    for (const MovableLeaf& leaf : leaves_) refuse_elsewhere(leaf.node());
    is_mean_ = has_means_only();
  }

  [[nodiscard]] const std::vector<MovableLeaf>& leaves() const noexcept { return leaves_; }
  [[nodiscard]] const Node& goal() const noexcept { return goal_; }
  [[nodiscard]] const Aim& aim() const noexcept { return aim_; }

  [[nodiscard]] ScenarioResult result(std::span<const Move> moves) {
    struct PutBack {
      ScenarioOverlay& overlay;
      ~PutBack() { overlay.put_back(); }
    } const guard{overlay_};
    step_.at(++results_);
    for (const Move& move : moves) {
      static_cast<void>(overlay_.lay_value(leaves_[move.leaf].row(), move.value));
    }
    overlay_.evaluate_again();
    return overlay_.of(goal_.row());
  }

  [[nodiscard]] bool is_reached(const ScenarioResult& result) const noexcept {
    if (aim_.attainment) return result.attainment && *result.attainment >= *aim_.attainment;
    return place_of(result.status) >= place_of(aim_.status);
  }
  [[nodiscard]] bool is_reached(std::span<const Move> moves) { return is_reached(result(moves)); }

  /// The figure that decides and the bound that it must come to; nothing when there is none, such
  /// as for `met`. A figure that is not there counts as 0.
  [[nodiscard]] std::optional<double> bound() const noexcept {
    const Policy& policy = now_.policy();
    if (aim_.attainment) return aim_.attainment;
    if (now_.as_of() >= goal_.due()) return std::nullopt;  // met or missed
    switch (aim_.status) {
      case Status::at_risk:
        return policy.at_risk;
      case Status::on_track:
        return policy.on_track;
      case Status::ahead:
        return policy.ahead;
      default:
        return std::nullopt;
    }
  }
  [[nodiscard]] double figure(const ScenarioResult& result) const noexcept {
    return (aim_.attainment ? result.attainment : result.pace).value_or(0);
  }

  /// Whether one outcome comes nearer to the aim than another.
  [[nodiscard]] bool is_nearer(const ScenarioResult& a, const ScenarioResult& b) const noexcept {
    const auto place = [this](const ScenarioResult& result) {
      return aim_.attainment ? 0 : place_of(result.status);
    };
    if (place(a) != place(b)) return place(a) > place(b);
    return bound() || a.pace || b.pace ? figure(a) > figure(b) : a.attainment > b.attainment;
  }

  /// Whether the figure is a weighted mean of the leaves' attainments.
  [[nodiscard]] bool is_mean() const noexcept { return is_mean_ && bound().has_value(); }

  /// Whether a part may hold the goal down whatever its figure.
  [[nodiscard]] bool has_vetoes() const {
    const auto parts = goal_.children();
    return !aim_.attainment && std::any_of(parts.begin(), parts.end(), [this](const Node& part) {
      const auto links = now_.plan().part_links(part);
      return std::any_of(links.begin(), links.end(), [this](const PartLink& link) {
        return link.parent == goal_ && link.is_veto;
      });
    });
  }

  [[nodiscard]] double cost_of(std::span<const Move> moves) const noexcept {
    double cost = 0;
    for (const Move& move : moves) cost += leaves_[move.leaf].cost_of(move.value);
    return cost;
  }

 private:
  /// Of statuses as an aim orders them: 0 for all that is behind or says nothing.
  [[nodiscard]] static int place_of(Status status) noexcept {
    switch (status) {
      case Status::met:
      case Status::met_early:
        return 4;
      case Status::ahead:
        return 3;
      case Status::on_track:
        return 2;
      case Status::at_risk:
        return 1;
      default:
        return 0;
    }
  }

  void refuse_elsewhere(const Node& leaf) const {
    const auto above = goals_above(now_.plan().data(), leaf.row());
    if (leaf == goal_ || above.contains(goal_.row())) return;
    std::string there;
    for (const Row row : above) {
      there +=
          (there.empty() ? "; above it are " : ", ") + std::string(now_.plan().data().ids[row]);
    }
    throw Error(name_of(leaf) + " does not lie beneath " + name_of(goal_) +
                ", so that nothing it reads moves it" +
                (there.empty() ? "; it is part of no goal" : there));
  }

  /// Whether nothing but weighted means lies between the leaves and the goal.
  [[nodiscard]] bool has_means_only() const {
    const PlanData& plan = now_.plan().data();
    for (const MovableLeaf& leaf : leaves_) {
      if (overlay_.has_followers(leaf.row())) return false;
      for (const Row row : goals_above(plan, leaf.row())) {
        const bool is_between = row == goal_.row() || goals_above(plan, row).contains(goal_.row());
        if (is_between && plan.rules[plan.details[row]].kind != RuleKind::mean) return false;
      }
    }
    return true;
  }

  const Evaluation& now_;
  Node goal_;
  Aim aim_;
  std::vector<MovableLeaf> leaves_;
  ScenarioOverlay overlay_;
  bool is_mean_ = false;
  std::size_t results_ = 0;
  CallStep step_{LongCall::goal_seek};
};

}  // namespace jinjiang::detail
