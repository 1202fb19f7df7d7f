// SPDX-License-Identifier: BSL-1.0
#pragma once

// Which node of one plan is which of another.

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include <jinjiang/analysis/detail/likeness.hpp>
#include <jinjiang/analysis/diff.hpp>
#include <jinjiang/model/detail/plan_links.hpp>

namespace jinjiang::detail {

struct PlanMatch {
  Plan before;
  Plan after;
  std::vector<Row> to_after;          ///< by row of the first plan; no_row when it was removed
  std::vector<Row> to_before;         ///< by row of the second plan; no_row when it was added
  std::vector<MatchedBy> matched_by;  ///< by row of the second plan
  std::vector<NodeDiff> nodes = {};
  std::size_t unchanged = 0;
  bool is_reordered = false;
  bool is_same_heading = true;
};

/// The goals that a node is part of.
[[nodiscard]] inline std::vector<Row> goals_of(const PlanData& data, Row row) {
  std::vector<Row> goals;
  if (data.parents[row] != no_row) goals.push_back(data.parents[row]);
  for (const PartRow& part : extra_parents(data, row)) goals.push_back(part.parent);
  return goals;
}

class PlanMatcher {
 public:
  PlanMatcher(const Plan& before, const Plan& after)
      : a_(before.data()),
        b_(after.data()),
        match_{before, after, std::vector<Row>(before.size(), no_row),
               std::vector<Row>(after.size(), no_row),
               std::vector<MatchedBy>(after.size(), MatchedBy::id)} {}

  [[nodiscard]] PlanMatch run() && {
    match_by_id();
    // What is matched makes the same place for what is beneath it.
    while (has_open() && match_by_title() + match_by_likeness() > 0) {
    }
    return std::move(match_);
  }

 private:
  struct Title {
    NodeKind kind;
    std::string_view text;
    friend bool operator==(const Title&, const Title&) = default;
  };
  struct TitleHash {
    std::size_t operator()(const Title& title) const noexcept {
      return std::hash<std::string_view>{}(title.text) + static_cast<std::size_t>(title.kind);
    }
  };
  using Titles = std::unordered_map<Title, std::vector<Row>, TitleHash>;

  static constexpr double least_likeness = 0.5;
  static constexpr double unlike = 0.3;  ///< below it one id names two things

  /// Rows by title, in the author's order.
  [[nodiscard]] static Titles titles_of(const PlanData& data) {
    Titles titles;
    for (const Row row : data.by_order) {
      const std::string_view text = trimmed(data.titles[row]);
      if (!text.empty()) titles[{data.kinds[row], text}].push_back(row);
    }
    return titles;
  }

  /// Most plans that are compared have the same ids, and never need them.
  void collect_titles() {
    if (has_titles_) return;
    has_titles_ = true;
    a_titles_ = titles_of(a_);
    b_titles_ = titles_of(b_);
  }

  /// Whether both plans have something left to be matched.
  [[nodiscard]] bool has_open() const {
    const auto is_open = [](const std::vector<Row>& rows) {
      return std::find(rows.begin(), rows.end(), no_row) != rows.end();
    };
    return is_open(match_.to_after) && is_open(match_.to_before);
  }

  void join(Row a, Row b, MatchedBy by) {
    match_.to_after[a] = b;
    match_.to_before[b] = a;
    match_.matched_by[b] = by;
  }
  [[nodiscard]] bool is_open_a(Row row) const { return match_.to_after[row] == no_row; }
  [[nodiscard]] bool is_open_b(Row row) const { return match_.to_before[row] == no_row; }

  void match_by_id() {
    for (Row b = 0; b < b_.size(); ++b) {
      const auto a = a_.find(b_.ids[b]);
      if (!a) continue;
      const std::string_view before = trimmed(a_.titles[*a]);
      const std::string_view after = trimmed(b_.titles[b]);
      if (before != after && !before.empty() && !after.empty() &&
          likeness(before, after) < unlike) {
        collect_titles();
        const bool is_elsewhere =
            b_titles_.contains({a_.kinds[*a], before}) || a_titles_.contains({b_.kinds[b], after});
        if (is_elsewhere) continue;
      }
      join(*a, b, MatchedBy::id);
    }
  }

  /// Whether both are roots, or a goal of one became a goal of the other.
  [[nodiscard]] bool is_same_place(Row a, Row b) const {
    if (a_.parents[a] == no_row || b_.parents[b] == no_row) return a_.parents[a] == b_.parents[b];
    const std::vector<Row> after = goals_of(b_, b);
    for (const Row goal : goals_of(a_, a)) {
      const Row became = match_.to_after[goal];
      if (became != no_row && std::find(after.begin(), after.end(), became) != after.end())
        return true;
    }
    return false;
  }

  std::size_t match_by_title() {
    collect_titles();
    std::size_t made = 0;
    for (Row b = 0; b < b_.size(); ++b) {
      if (!is_open_b(b)) continue;
      const Title title{b_.kinds[b], trimmed(b_.titles[b])};
      const auto same = a_titles_.find(title);
      if (same == a_titles_.end()) continue;
      std::optional<Row> found;
      for (const Row a : same->second) {
        if (!is_open_a(a) || !is_same_place(a, b)) continue;
        found = a;
        break;
      }
      if (!found && is_single(same->second, b_titles_.at(title))) found = same->second.front();
      if (!found) continue;
      join(*found, b, MatchedBy::title);
      ++made;
    }
    return made;
  }

  [[nodiscard]] bool is_single(const std::vector<Row>& a, const std::vector<Row>& b) const {
    return a.size() == 1 && b.size() == 1 && is_open_a(a.front());
  }

  /// Nodes left over under the goals of the second plan that are also in the first, and roots.
  std::size_t match_by_likeness() {
    std::map<Row, std::vector<Row>> open_b;  // by goal; roots by no_row
    for (Row b = 0; b < b_.size(); ++b) {
      if (!is_open_b(b) || trimmed(b_.titles[b]).empty()) continue;
      if (b_.parents[b] == no_row) open_b[no_row].push_back(b);
      for (const Row goal : goals_of(b_, b)) {
        if (!is_open_b(goal)) open_b[goal].push_back(b);
      }
    }
    if (open_b.empty()) return 0;
    std::map<Row, std::vector<Row>> open_a;
    for (Row a = 0; a < a_.size(); ++a) {
      if (!is_open_a(a) || trimmed(a_.titles[a]).empty()) continue;
      if (a_.parents[a] == no_row) open_a[no_row].push_back(a);
      for (const Row goal : goals_of(a_, a)) {
        if (!is_open_a(goal)) open_a[match_.to_after[goal]].push_back(a);
      }
    }
    std::size_t made = 0;
    for (const auto& [goal, after] : open_b) {
      const auto before = open_a.find(goal);
      if (before != open_a.end()) made += match_likest(before->second, after);
    }
    return made;
  }

  std::size_t match_likest(const std::vector<Row>& before, const std::vector<Row>& after) {
    constexpr std::size_t most_pairs = 250'000;
    if (before.size() * after.size() > most_pairs) return 0;
    std::vector<CharacterPairs> titles;
    titles.reserve(before.size());
    for (const Row a : before) titles.emplace_back(a_.titles[a]);
    struct Candidate {
      double likeness;
      Row a;
      Row b;
    };
    std::vector<Candidate> candidates;
    for (const Row b : after) {
      const CharacterPairs title(b_.titles[b]);
      for (std::size_t i = 0; i < before.size(); ++i) {
        if (a_.kinds[before[i]] != b_.kinds[b]) continue;
        const double likeness = titles[i].likeness_to(title);
        if (likeness >= least_likeness) candidates.push_back({likeness, before[i], b});
      }
    }
    std::sort(candidates.begin(), candidates.end(), [this](const auto& x, const auto& y) {
      return std::tuple(-x.likeness, a_.order[x.a], b_.order[x.b]) <
             std::tuple(-y.likeness, a_.order[y.a], b_.order[y.b]);
    });
    std::size_t made = 0;
    for (const Candidate& candidate : candidates) {
      if (!is_open_a(candidate.a) || !is_open_b(candidate.b)) continue;
      join(candidate.a, candidate.b, MatchedBy::likeness);
      ++made;
    }
    return made;
  }

  const PlanData& a_;
  const PlanData& b_;
  PlanMatch match_;
  bool has_titles_ = false;
  Titles a_titles_;
  Titles b_titles_;
};

}  // namespace jinjiang::detail
