// SPDX-License-Identifier: BSL-1.0
#pragma once

// What is wrong with dependencies: those that other links imply, and goals that wait for each
// other.
//
// Both are questions about starts and finishes. The start of a node is 2 * row, its finish 2 * row
// + 1. A finish needs the start of the same node, the finish of a goal those of its parts, the
// start of a part that of its goal (a dependency of a goal holds all its parts), and a dependency
// joins the two ends that its type names.

#include <algorithm>
#include <functional>
#include <queue>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <jinjiang/analysis/detail/check_findings.hpp>
#include <jinjiang/analysis/detail/reach.hpp>

namespace jinjiang::detail {

class DependencyCheck {
 public:
  explicit DependencyCheck(FindingList& findings) : findings_(findings), data_(findings.data()) {}

  void run() {
    if (data_.dependencies.empty()) return;
    check_starts();
    sort_links();
    if (links_.empty()) return;
    collect_needs();
    const OrderedNeeds graph(2 * std::size_t{data_.size()}, needs_);
    if (graph.is_acyclic()) {
      check_implied(graph);
    } else {
      for (const auto& cycle : find_cycles(graph.lists(), 2 * std::size_t{data_.size()}))
        report_cycle(cycle);
    }
  }

 private:
  struct Link {
    const DependencyRow* row;
    std::uint32_t later;    ///< the end that waits
    std::uint32_t earlier;  ///< the end that is waited for
  };

  [[nodiscard]] static std::uint32_t start_of(Row row) noexcept { return 2 * row; }
  [[nodiscard]] static std::uint32_t finish_of(Row row) noexcept { return 2 * row + 1; }

  void check_starts() {
    Row last = no_row;
    for (const DependencyRow& link : data_.dependencies) {
      const bool holds_start = link.type == DependencyType::FS || link.type == DependencyType::SS;
      const Row row = link.successor;
      if (!holds_start || row == last || data_.kinds[row] != NodeKind::task) continue;
      last = row;
      if (data_.starts[row] == no_day) findings_.add(CheckCode::dependency_without_start, row);
    }
  }

  /// Dependencies between nodes that are not cancelled; those on parts of one's own are reported.
  void sort_links() {
    for (const DependencyRow& link : data_.dependencies) {
      if (findings_.is_cancelled(link.successor) || findings_.is_cancelled(link.predecessor))
        continue;
      if (is_beneath(link.predecessor, link.successor)) {
        findings_.add(CheckCode::implied_dependency, link.successor, {{link.predecessor}, {}, 0});
        continue;
      }
      const bool to_start = link.type == DependencyType::FS || link.type == DependencyType::SS;
      const bool from_finish = link.type == DependencyType::FS || link.type == DependencyType::FF;
      links_.push_back({&link, to_start ? start_of(link.successor) : finish_of(link.successor),
                        from_finish ? finish_of(link.predecessor) : start_of(link.predecessor)});
    }
  }

  /// Whether a node is a part of a goal, or of a part of it.
  [[nodiscard]] bool is_beneath(Row row, Row goal) const {
    if (data_.kinds[goal] != NodeKind::goal) return false;
    std::set<Row, std::greater<>> open{row};
    while (!open.empty()) {
      const Row at = *open.begin();
      open.erase(open.begin());
      if (at == goal) return true;
      if (at < goal || data_.parents[at] == no_row) continue;  // goals above have smaller rows
      open.insert(data_.parents[at]);
      for (const PartRow& part : extra_parents(data_, at)) open.insert(part.parent);
    }
    return false;
  }

  void collect_needs() {
    const auto join = [this](Row goal, Row part) {
      if (findings_.is_cancelled(goal) || findings_.is_cancelled(part)) return;
      needs_.push_back({finish_of(goal), finish_of(part)});
      needs_.push_back({start_of(part), start_of(goal)});
    };
    for (Row row = 0; row < data_.size(); ++row) {
      needs_.push_back({finish_of(row), start_of(row)});
      if (data_.parents[row] == no_row) continue;
      join(data_.parents[row], row);
      for (const PartRow& part : extra_parents(data_, row)) join(part.parent, row);
    }
    // One that may lead back in time implies no other.
    for (const Link& link : links_) {
      if (link.row->lag >= 0) needs_.push_back({link.later, link.earlier});
    }
  }

  /// A dependency is implied when its two ends are joined by another way. With a lag of its own it
  /// says more than that.
  void check_implied(const OrderedNeeds& graph) {
    std::vector<const Link*> open;
    for (const Link& link : links_) {
      if (link.row->lag <= 0) open.push_back(&link);
    }
    std::stable_sort(open.begin(), open.end(), [&](const Link* a, const Link* b) {
      return graph.place(a->earlier) < graph.place(b->earlier);
    });
    std::vector<std::uint32_t> wanted;
    for (const Link* link : open) wanted.push_back(link->earlier);
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    std::size_t next = 0;
    graph.for_each_block(wanted, [&](std::size_t first, std::span<const std::uint64_t> bits) {
      for (; next < open.size(); ++next) {
        const Link& link = *open[next];
        const auto at =
            static_cast<std::size_t>(std::find(wanted.begin() + static_cast<std::ptrdiff_t>(first),
                                               wanted.end(), link.earlier) -
                                     wanted.begin());
        if (at >= first + 64) return;
        const std::uint64_t bit = std::uint64_t{1} << (at - first);
        const auto leads_there = [&](std::uint32_t needed) {
          return needed != link.earlier && graph.place(needed) < graph.place(link.earlier) &&
                 (bits[needed] & bit) != 0;
        };
        const auto needed = graph.lists().of(link.later);
        if (std::any_of(needed.begin(), needed.end(), leads_there)) report_implied(graph, link);
      }
    });
  }

  void report_implied(const OrderedNeeds& graph, const Link& link) {
    findings_.add(CheckCode::implied_dependency, link.row->successor,
                  {{link.row->predecessor}, {ids_of(shortest_way(graph, link))}, 1});
  }

  /// From one end of a dependency to the other by other links.
  [[nodiscard]] std::vector<std::uint32_t> shortest_way(const OrderedNeeds& graph,
                                                        const Link& link) const {
    std::map<std::uint32_t, std::uint32_t> came_from{{link.later, link.later}};
    std::queue<std::uint32_t> open;
    open.push(link.later);
    while (!open.empty() && !came_from.contains(link.earlier)) {
      const std::uint32_t at = open.front();
      open.pop();
      for (const std::uint32_t needed : graph.lists().of(at)) {
        const bool is_itself = at == link.later && needed == link.earlier;
        if (is_itself || graph.place(needed) > graph.place(link.earlier)) continue;
        if (came_from.try_emplace(needed, at).second) open.push(needed);
      }
    }
    std::vector<std::uint32_t> way{link.earlier};
    while (way.back() != link.later) way.push_back(came_from.at(way.back()));
    std::reverse(way.begin(), way.end());
    return way;
  }

  void report_cycle(std::vector<std::uint32_t> cycle) {
    // Told from its first goal or task on, whichever end of it the search met first.
    std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
    cycle.push_back(cycle.front());
    findings_.add(CheckCode::circular_wait, cycle.front() / 2, {{}, {ids_of(cycle)}});
  }

  /// `a -> b -> c`, a node once where its start and its finish follow each other.
  [[nodiscard]] std::string ids_of(const std::vector<std::uint32_t>& ends) const {
    constexpr std::size_t most = 20;
    std::vector<Row> rows;
    for (const std::uint32_t end : ends) {
      if (rows.empty() || rows.back() != end / 2) rows.push_back(end / 2);
    }
    std::string text;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i > 0) text += " -> ";
      if (i == most && rows.size() > most + 1) {
        return text + "… -> " + std::string(data_.ids[rows.back()]);
      }
      text += data_.ids[rows[i]];
    }
    return text;
  }

  FindingList& findings_;
  const PlanData& data_;
  std::vector<Link> links_;
  std::vector<Need> needs_;
};

}  // namespace jinjiang::detail
