// SPDX-License-Identifier: BSL-1.0
#pragma once

// What is wrong with goals and what they are made of: leaves, weights, shared parts.

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <jinjiang/analysis/detail/check_findings.hpp>

namespace jinjiang::detail {

class GoalCheck {
 public:
  explicit GoalCheck(FindingList& findings) : findings_(findings), data_(findings.data()) {}

  void run() {
    count_leaves();
    for (Row row = 0; row < data_.size(); ++row) {
      if (findings_.is_cancelled(row)) continue;
      if (data_.kinds[row] == NodeKind::goal) {
        check_goal(row);
      } else {
        check_leaf(row);
      }
    }
    check_shared();
  }

 private:
  /// A part that is not cancelled, with its weight.
  struct Part {
    Row row;
    double weight;
    bool is_veto;
  };

  [[nodiscard]] std::vector<Part> parts_of(Row goal) const {
    std::vector<Part> parts;
    for (Row row = data_.first_children[goal]; row < data_.first_children[goal + 1]; ++row)
      parts.push_back({row, data_.weights[row], data_.vetoes[row] != 0});
    for (const PartRow& part : extra_children(data_, goal))
      parts.push_back({part.child, part.weight, part.veto});
    std::erase_if(parts, [this](const Part& part) { return findings_.is_cancelled(part.row); });
    return parts;
  }

  /// Leaves beneath each goal, and those of them that are judged. A leaf that is reached by several
  /// paths counts once for each, which does not matter here.
  void count_leaves() {
    leaves_.assign(data_.size(), 0);
    judged_.assign(data_.size(), 0);
    for (Row row = data_.size(); row-- > 0;) {
      if (data_.kinds[row] != NodeKind::goal) {
        leaves_[row] = 1;
        judged_[row] = findings_.is_judged(row) ? 1 : 0;
      }
      if (findings_.is_cancelled(row)) judged_[row] = 0;
      if (data_.parents[row] != no_row) add_to(data_.parents[row], row);
      for (const PartRow& part : extra_parents(data_, row)) add_to(part.parent, row);
    }
  }
  void add_to(Row goal, Row part) {
    constexpr std::uint32_t most = UINT32_MAX / 2;
    leaves_[goal] = std::min(most, leaves_[goal] + leaves_[part]);
    judged_[goal] = std::min(most, judged_[goal] + judged_[part]);
  }

  void check_goal(Row goal) {
    const std::vector<Part> parts = parts_of(goal);
    const auto all_of_them = [&](const std::vector<std::uint32_t>& counts) {
      return std::all_of(parts.begin(), parts.end(),
                         [&](const Part& part) { return counts[part.row] == 0; });
    };
    const bool has_goal = std::any_of(parts.begin(), parts.end(), [&](const Part& part) {
      return data_.kinds[part.row] == NodeKind::goal;
    });
    // Of goals one beneath the other only the lowest is named: it is the one to mend.
    if (leaves_[goal] == 0) {
      if (!has_goal) findings_.add(CheckCode::goal_without_leaf, goal);
    } else if (all_of_them(judged_)) {
      if (!has_goal) {
        findings_.add(CheckCode::goal_never_judged, goal, {{}, {std::to_string(leaves_[goal])}});
      }
    } else if (parts.size() == 1) {
      findings_.add(CheckCode::goal_with_one_part, goal, {{parts.front().row}});
    }
    check_rule(goal, parts);
    check_weights(goal, parts);
  }

  void check_rule(Row goal, const std::vector<Part>& parts) {
    const Rule& rule = data_.rules[data_.details[goal]];
    if (rule.kind == RuleKind::at_least) {
      const auto able = static_cast<std::uint32_t>(std::count_if(
          parts.begin(), parts.end(), [this](const Part& part) { return judged_[part.row] > 0; }));
      if (able < rule.k) {
        findings_.add(CheckCode::at_least_unreachable, goal,
                      {{}, {std::to_string(rule.k), std::to_string(able)}});
      }
    }
    const bool ignores_weights = rule.kind == RuleKind::worst || rule.kind == RuleKind::at_least;
    if (!ignores_weights || parts.empty()) return;
    const bool differ = std::any_of(parts.begin(), parts.end(), [&](const Part& part) {
      return part.weight != parts.front().weight;
    });
    if (!differ) return;
    const bool is_worst = rule.kind == RuleKind::worst;
    findings_.add(CheckCode::weight_without_effect, goal,
                  {{}, {std::to_string(rule.k)}, static_cast<std::uint8_t>(is_worst ? 0 : 1)});
  }

  void check_weights(Row goal, const std::vector<Part>& parts) {
    constexpr double dominant = 0.9;     // of the weight of all parts
    constexpr double negligible = 0.01;  // likewise, and a fifth of what an equal part would have
    const Rule& rule = data_.rules[data_.details[goal]];
    const bool counts_weights = rule.kind == RuleKind::mean || rule.kind == RuleKind::all;
    if (!counts_weights || parts.size() < 2) return;
    double sum = 0;
    for (const Part& part : parts) sum += part.weight;
    const auto share_of = [&](const Part& part) { return part.weight / sum; };
    const auto greatest =
        std::max_element(parts.begin(), parts.end(),
                         [](const Part& a, const Part& b) { return a.weight < b.weight; });
    const auto percent = [](double share) {
      int decimals = 1;
      while (decimals < 12 && format_rounded(100 * share, decimals) == "0") ++decimals;
      return format_rounded(100 * share, decimals) + "%";
    };
    if (share_of(*greatest) >= dominant) {
      findings_.add(CheckCode::dominant_weight, greatest->row,
                    {{goal}, {percent(share_of(*greatest)), std::to_string(parts.size() - 1)}});
      return;
    }
    for (const Part& part : parts) {
      const bool is_small =
          share_of(part) < negligible && share_of(part) * static_cast<double>(parts.size()) < 0.2;
      if (is_small && !part.is_veto)
        findings_.add(CheckCode::negligible_weight, part.row, {{goal}, {percent(share_of(part))}});
    }
  }

  void check_leaf(Row row) {
    const Row parent = data_.parents[row];
    if (parent == no_row && data_.goals_end > 0) findings_.add(CheckCode::leaf_outside_goals, row);
  }

  void check_shared() {
    for (Row row = 0; row < data_.size(); ++row) {
      if (data_.parents[row] == no_row || findings_.is_cancelled(row)) continue;
      std::vector<Row> goals{data_.parents[row]};
      for (const PartRow& part : extra_parents(data_, row)) goals.push_back(part.parent);
      if (std::all_of(goals.begin(), goals.end(),
                      [this](Row goal) { return findings_.is_cancelled(goal); })) {
        findings_.add(CheckCode::part_of_cancelled, row, {std::move(goals)});
      } else if (goals.size() > 1) {
        check_paths(row);
      }
    }
  }

  /// Whether a node with several goals comes to one above them by more than one path.
  void check_paths(Row row) {
    struct Reached {
      double paths = 0;  // may be many
      std::size_t from = 0;
    };
    // A goal's row is smaller than those of its parts, so the greatest open row is complete.
    std::map<Row, Reached, std::greater<>> open{{row, {1, 0}}};
    std::vector<Row> meeting;
    std::optional<double> most;
    while (!open.empty()) {
      const auto [at, reached] = *open.begin();
      open.erase(open.begin());
      if (reached.from > 1) {
        meeting.push_back(at);
        most = std::max(most.value_or(0), reached.paths);
      }
      const auto climb = [&, paths = reached.paths](Row goal) {
        if (findings_.is_cancelled(goal)) return;
        open[goal].paths += paths;
        ++open[goal].from;
      };
      if (data_.parents[at] == no_row) continue;
      climb(data_.parents[at]);
      for (const PartRow& part : extra_parents(data_, at)) climb(part.parent);
    }
    if (most)
      findings_.add(CheckCode::double_counting, row, {std::move(meeting), {format_number(*most)}});
  }

  FindingList& findings_;
  const PlanData& data_;
  std::vector<std::uint32_t> leaves_;
  std::vector<std::uint32_t> judged_;
};

}  // namespace jinjiang::detail
