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
#include <optional>
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

  static constexpr std::size_t most_shown = 20;  ///< nodes of a way

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
        const Search search{graph, bits, std::uint64_t{1} << (at - first), link.earlier};
        if (search.next(link.later, true)) report_implied(search, link);
      }
    });
  }

  /// Ways to one end, of which the bits of all that lead there are known.
  struct Search {
    const OrderedNeeds& graph;
    std::span<const std::uint64_t> bits;
    std::uint64_t bit;
    std::uint32_t end;

    /// A step nearer to the end, as near as one goes; with `around`, not to the end itself.
    [[nodiscard]] std::optional<std::uint32_t> next(std::uint32_t at, bool around) const {
      std::optional<std::uint32_t> best;
      for (const std::uint32_t needed : graph.lists().of(at)) {
        if (needed == end) {
          if (around) continue;
          return end;
        }
        const bool leads = graph.place(needed) < graph.place(end) && (bits[needed] & bit) != 0;
        if (leads && (!best || graph.place(needed) > graph.place(*best))) best = needed;
      }
      return best;
    }
  };

  void report_implied(const Search& search, const Link& link) {
    constexpr std::size_t most = 2 * most_shown + 2;  // start and finish of all that is shown
    std::vector<std::uint32_t> way{link.later};
    while (way.back() != link.earlier && way.size() <= most)
      way.push_back(*search.next(way.back(), way.size() == 1));
    if (way.back() != link.earlier) way.push_back(link.earlier);
    findings_.add(CheckCode::implied_dependency, link.row->successor,
                  {{link.row->predecessor}, {ids_of(way)}, 1});
  }

  void report_cycle(std::vector<std::uint32_t> cycle) {
    // Told from its first goal or task on, whichever end of it the search met first.
    std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
    cycle.push_back(cycle.front());
    findings_.add(CheckCode::circular_wait, cycle.front() / 2, {{}, {ids_of(cycle)}});
  }

  /// `a -> b -> c`, a node once where its start and its finish follow each other.
  [[nodiscard]] std::string ids_of(const std::vector<std::uint32_t>& ends) const {
    std::vector<Row> rows;
    for (const std::uint32_t end : ends) {
      if (rows.empty() || rows.back() != end / 2) rows.push_back(end / 2);
    }
    std::string text;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i > 0) text += " -> ";
      if (i == most_shown && rows.size() > most_shown + 1) {
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
