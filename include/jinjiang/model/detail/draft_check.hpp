// SPDX-License-Identifier: BSL-1.0
#pragma once

// Checks a draft and resolves its links from ids to numbers. All problems are collected, in the
// author's order.

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/detail/cycles.hpp>
#include <jinjiang/model/detail/id_index.hpp>
#include <jinjiang/model/detail/node_check.hpp>

namespace jinjiang::detail {

struct ResolvedDependency {
  std::uint32_t successor;
  std::uint32_t predecessor;
  DependencyType type;
  std::int32_t lag;
  const std::string* assumption;
};

class DraftCheck {
 public:
  explicit DraftCheck(const PlanDraft& draft)
      : draft_(draft), problems_(draft), nodes_(problems_), ids_(problems_) {
    if (draft.removed == 0) return;
    numbers_.assign(draft.nodes.size(), no_row);
    for (std::uint32_t n = 0; n < size(); ++n) numbers_[problems_.place(n)] = n;
  }

  /// @throws PlanError
  void run() {
    nodes_.check_plan();
    check_nodes();
    resolve_parts();
    resolve_dependencies();
    resolve_revisions();
    check_duplicate_links();
    resolve_references();
    check_cycles();
    std::vector<Problem>& found = problems_.problems();
    if (found.empty()) return;
    std::stable_sort(found.begin(), found.end(),
                     [](const Problem& a, const Problem& b) { return a.index + 1 < b.index + 1; });
    throw PlanError(std::move(found));
  }

  /// Nodes that were not removed; their numbers are those of this check.
  [[nodiscard]] std::uint32_t size() const noexcept { return problems_.size(); }
  [[nodiscard]] const DraftNode& node(std::uint32_t n) const { return problems_.node(n); }
  [[nodiscard]] std::span<const NumberedPart> parts() const noexcept { return parts_; }
  [[nodiscard]] std::size_t id_bytes() const noexcept { return id_bytes_; }
  [[nodiscard]] std::size_t title_bytes() const noexcept { return title_bytes_; }
  [[nodiscard]] const std::vector<ResolvedDependency>& dependencies() const noexcept {
    return dependencies_;
  }
  [[nodiscard]] std::map<std::uint32_t, std::vector<RevisionRow>>& revisions() noexcept {
    return revisions_;
  }
  [[nodiscard]] RowTable take_table() noexcept { return ids_.take_table(); }
  /// Whether every goal was added before its parts, and links in the order of their children.
  [[nodiscard]] bool is_top_down() const noexcept { return is_top_down_; }

 private:
  [[nodiscard]] std::string_view id(std::uint32_t n) const { return problems_.id(n); }
  void refuse(std::uint32_t n, std::string field, const std::string& what) {
    problems_.refuse(n, std::move(field), what);
  }
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view wanted) const {
    return ids_.find(wanted);
  }

  void check_nodes() {
    ids_.fill([this](std::uint32_t n) {
      nodes_.check_node(n);
      id_bytes_ += node(n).id_size;
      title_bytes_ += node(n).title_size;
    });
  }

  /// The number of a node of the draft.
  [[nodiscard]] std::uint32_t number_of(std::uint32_t place) const noexcept {
    return numbers_.empty() ? place : numbers_[place];
  }

  void resolve_parts() {
    if (take_numbered_parts()) return;
    own_parts_.reserve(draft_.parts.size() + draft_.numbered_parts.size());
    std::uint32_t last_child = no_row;
    std::size_t ordinal = 0;
    const auto number_child = [&](std::uint32_t place) {
      ordinal = number_of(place) == last_child ? ordinal + 1 : 0;
      return last_child = number_of(place);
    };
    for (const NumberedPart& part : draft_.numbered_parts) {
      add_part(number_child(part.child()), draft_.id_of(draft_.nodes[part.goal()]),
               number_of(part.goal()), part.weight(), part.is_veto(), ordinal);
    }
    TextSpan last_text{};
    std::optional<std::uint32_t> last_goal;
    for (const DraftPart& part : draft_.parts) {
      const std::uint32_t child = number_child(part.child);
      if (!last_goal || part.goal.begin != last_text.begin || part.goal.size != last_text.size) {
        last_goal = find(draft_.text(part.goal));
        last_text = part.goal;
      }
      add_part(child, draft_.text(part.goal), last_goal, part.weight, part.is_veto, ordinal);
    }
    for (const DraftEdit& edit : draft_.edits) {
      if (edit.kind != DraftEdit::Kind::part) continue;
      if (const auto child = find_edited(edit)) {
        add_part(*child, edit.other, find(edit.other), edit.part.weight, edit.part.is_veto, 0);
      }
    }
    parts_ = own_parts_;
  }

  /// Uses the links of the draft where they lie, when all are there by number and none is refused.
  bool take_numbered_parts() {
    if (draft_.removed != 0 || !draft_.parts.empty() || !draft_.edits.empty()) return false;
    std::uint32_t last_child = 0;
    bool is_top_down = true;
    for (const NumberedPart& part : draft_.numbered_parts) {
      const bool fits = part.goal() != part.child() && node(part.goal()).kind == NodeKind::goal &&
                        part.weight() >= Limits::least_weight &&
                        part.weight() <= Limits::greatest_weight;
      if (!fits) return false;
      is_top_down = is_top_down && part.goal() < part.child() && last_child <= part.child();
      last_child = part.child();
    }
    is_top_down_ = is_top_down;
    parts_ = draft_.numbered_parts;
    return true;
  }

  std::optional<std::uint32_t> find_edited(const DraftEdit& edit) {
    const auto number = find(edit.node);
    if (!number) {
      problems_.problems().push_back({edit.node,
                                      {},
                                      "link of " + in_quotes(edit.node) + " to " +
                                          in_quotes(edit.other) + ": " + ids_.unknown(edit.node),
                                      Problem::none});
    }
    return number;
  }

  void add_part(std::uint32_t child, std::string_view goal_id, std::optional<std::uint32_t> goal,
                double weight, bool is_veto, std::size_t ordinal) {
    const auto refuse_link = [&](const std::string& what) {
      refuse(child, "part_of/" + std::to_string(ordinal),
             "part of " + in_quotes(goal_id) + ": " + what);
    };
    if (!goal) return refuse_link(ids_.unknown(goal_id));
    if (*goal == child) return refuse_link("a node cannot be part of itself");
    if (node(*goal).kind != NodeKind::goal) {
      return refuse_link("only goals have parts, and " + draft_.name(node(*goal)) + " is none");
    }
    if (!std::isfinite(weight) || weight <= 0) {
      return refuse_link("a weight must be a finite number above 0, found " +
                         format_number(weight));
    }
    if (weight < Limits::least_weight || weight > Limits::greatest_weight) {
      return refuse_link("a weight must be from 1e-100 to 1e100, found " + format_number(weight) +
                         "; only the ratios of weights count");
    }
    if (*goal >= child || (!own_parts_.empty() && own_parts_.back().child() > child))
      is_top_down_ = false;
    own_parts_.push_back({child, *goal, weight, is_veto});
  }

  void resolve_dependencies() {
    std::uint32_t last_successor = no_row;
    std::size_t ordinal = 0;
    for (const DraftDependency& link : draft_.dependencies) {
      const std::uint32_t successor = number_of(link.successor);
      ordinal = successor == last_successor ? ordinal + 1 : 0;
      last_successor = successor;
      add_dependency(successor, draft_.text(link.predecessor), link.type, link.lag, link.assumption,
                     ordinal);
    }
    for (const DraftEdit& edit : draft_.edits) {
      if (edit.kind != DraftEdit::Kind::dependency) continue;
      if (const auto successor = find_edited(edit)) {
        add_dependency(*successor, edit.other, edit.dependency.type, edit.dependency.lag,
                       edit.dependency.assumption, 0);
      }
    }
  }

  void add_dependency(std::uint32_t successor, std::string_view predecessor_id, DependencyType type,
                      std::int32_t lag, const std::string& assumption, std::size_t ordinal) {
    const auto refuse_link = [&](const std::string& what) {
      refuse(successor, "depends_on/" + std::to_string(ordinal),
             "depends on " + in_quotes(predecessor_id) + ": " + what);
    };
    const auto predecessor = find(predecessor_id);
    if (!predecessor) return refuse_link(ids_.unknown(predecessor_id));
    if (*predecessor == successor) return refuse_link("a node cannot depend on itself");
    constexpr std::int32_t longest = 366 * 200;
    if (lag < -longest || lag > longest)
      return refuse_link("a lag of " + std::to_string(lag) + " days is out of range");
    const std::string problem = DraftProblems::text_problem(assumption, Limits::text_bytes);
    if (!problem.empty()) return refuse_link("assumption: " + problem);
    dependencies_.push_back({successor, *predecessor, type, lag, &assumption});
  }

  void check_duplicate_links() {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    const auto report = [&](const char* field, const char* words) {
      std::sort(pairs.begin(), pairs.end());
      for (std::size_t i = 1; i < pairs.size(); ++i) {
        if (pairs[i] != pairs[i - 1]) continue;
        refuse(pairs[i].first, field,
               std::string(words) + " " + in_quotes(id(pairs[i].second)) + " is given twice");
      }
      pairs.clear();
    };
    collect_shared(pairs);
    report("part_of", "part of");
    for (const ResolvedDependency& link : dependencies_)
      pairs.emplace_back(link.successor, link.predecessor);
    report("depends_on", "the dependency on");
  }

  /// The links of nodes that are part of several goals.
  void collect_shared(std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs) const {
    if (is_top_down_) {  // the links of one child stand together
      for (std::size_t i = 0; i + 1 < parts_.size(); ++i) {
        if (parts_[i].child() != parts_[i + 1].child()) continue;
        if (pairs.empty() || pairs.back().first != parts_[i].child())
          pairs.emplace_back(parts_[i].child(), parts_[i].goal());
        pairs.emplace_back(parts_[i + 1].child(), parts_[i + 1].goal());
      }
      return;
    }
    Column<std::uint8_t> parents(size(), 0);
    for (const NumberedPart& part : parts_)
      parents[part.child()] = parents[part.child()] == 0 ? 1 : 2;
    for (const NumberedPart& part : parts_) {
      if (parents[part.child()] > 1) pairs.emplace_back(part.child(), part.goal());
    }
  }

  void resolve_revisions() {
    for (std::uint32_t n = 0; n < size() && !draft_.rare.empty(); ++n) {
      // Where revisions do not belong at all is noted when the node is added.
      const bool has_target = node(n).kind == NodeKind::indicator && node(n).detail != no_row;
      if (node(n).rare == no_row || !has_target) continue;
      for (const Revision& revision : draft_.rare[node(n).rare].revisions)
        add_revision(n, revision);
    }
    for (const DraftEdit& edit : draft_.edits) {
      if (edit.kind != DraftEdit::Kind::revision) continue;
      const auto number = find(edit.node);
      if (!number) {
        problems_.problems().push_back(
            {edit.node,
             {},
             "revision of " + in_quotes(edit.node) + ": " + ids_.unknown(edit.node),
             Problem::none});
      } else {
        add_revision(*number, *edit.revision);
      }
    }
    for (auto& [n, revisions] : revisions_) {
      std::stable_sort(
          revisions.begin(), revisions.end(),
          [](const RevisionRow& a, const RevisionRow& b) { return a.effective < b.effective; });
      for (std::size_t i = 1; i < revisions.size(); ++i) {
        if (revisions[i].effective == revisions[i - 1].effective) {
          refuse(n, "revisions",
                 "two revisions take effect on " + to_string(revisions[i].effective));
        }
      }
    }
  }

  void add_revision(std::uint32_t n, const Revision& revision) {
    const DraftNode& node = problems_.node(n);
    if (node.kind != NodeKind::indicator || node.detail == no_row) {
      return refuse(n, "revisions", "only the target of an indicator can be revised");
    }
    const Unit unit = draft_.target_units[draft_.targets[node.detail].unit];
    if (!is_convertible(revision.target.unit(), unit)) {
      return refuse(n, "revisions",
                    "the target is in " + unit.symbol() + " but its revision of " +
                        to_string(revision.effective) + " is in " +
                        revision.target.unit().symbol());
    }
    try {
      static_cast<void>(revision.target.in_unit(unit));
    } catch (const TargetError& error) {
      return refuse(n, "revisions",
                    "the revision of " + to_string(revision.effective) + ", in " + unit.symbol() +
                        ": " + error.what());
    }
    const std::string problem = DraftProblems::text_problem(revision.reason, Limits::text_bytes);
    if (!problem.empty()) return refuse(n, "revisions", "reason: " + problem);
    if (revision.target.due() && node.start != no_day &&
        revision.target.due()->days_since_epoch() < node.start) {
      return refuse(n, "revisions",
                    "the revision of " + to_string(revision.effective) + " makes it due on " +
                        to_string(*revision.target.due()) + ", before its start");
    }
    const std::string unit_problem = nodes_.unit_problem(revision.target.unit());
    if (!unit_problem.empty()) refuse(n, "revisions", unit_problem);
    nodes_.check_profile(n, "revisions", revision.target.profile(), revision.target.due());
    revisions_[n].push_back({revision.effective, revision.target, revision.reason});
  }

  /// Targets that follow another indicator count as links for the cycle check.
  void resolve_references() {
    for (std::uint32_t n = 0; n < size() && !draft_.unusual_targets.empty(); ++n) {
      if (node(n).kind != NodeKind::indicator || node(n).detail == no_row) continue;
      const TargetRow& row = draft_.targets[node(n).detail];
      if (row.unusual != no_row) add_reference(n, draft_.unusual_targets[row.unusual]);
    }
    for (const auto& [n, revisions] : revisions_) {
      for (const RevisionRow& revision : revisions) add_reference(n, revision.target);
    }
  }

  void add_reference(std::uint32_t n, const Target& target) {
    if (!target.relative_to()) return;
    const std::string& wanted = target.relative_to()->indicator;
    const auto refuse_link = [&](const std::string& what) {
      refuse(n, "target/relative_to", "relative to " + in_quotes(wanted) + ": " + what);
    };
    const auto reference = find(wanted);
    if (!reference) return refuse_link(ids_.unknown(wanted));
    if (*reference == n) return refuse_link("a target cannot follow its own indicator");
    if (node(*reference).kind != NodeKind::indicator)
      return refuse_link("only an indicator can be followed");
    if (node(*reference).detail != no_row) {
      const Unit unit = draft_.target_units[draft_.targets[node(*reference).detail].unit];
      if (!is_convertible(unit, target.unit())) {
        return refuse_link("it is in " + unit.symbol() + " but this target in " +
                           target.unit().symbol());
      }
    }
    references_.push_back({n, *reference});
  }

  void check_cycles() {
    if (is_top_down_ && dependencies_.empty() && references_.empty()) return;
    std::vector<Need> needs = references_;
    needs.reserve(parts_.size() + dependencies_.size() + references_.size());
    for (const NumberedPart& part : parts_) needs.push_back({part.goal(), part.child()});
    for (const ResolvedDependency& link : dependencies_)
      needs.push_back({link.successor, link.predecessor});
    const NeedLists lists(size(), needs);
    if (order_by_need(lists, size(), needs).size() == size()) return;
    for (const auto& cycle : find_cycles(lists, size())) {
      std::string path;
      constexpr std::size_t most_shown = 50;
      for (std::size_t i = 0; i < cycle.size() && i < most_shown; ++i) {
        path +=
            std::string(id(cycle[i])) + " " + in_quotes(draft_.title_of(node(cycle[i]))) + " -> ";
      }
      if (cycle.size() > most_shown) path += "… -> ";
      refuse(cycle.front(), "",
             "the links close a cycle: " + path + std::string(id(cycle.front())) +
                 " (goals need their parts, successors their predecessors)");
    }
  }

  const PlanDraft& draft_;
  DraftProblems problems_;
  NodeCheck nodes_;
  IdIndex ids_;
  Column<std::uint32_t> numbers_;  ///< of the draft's nodes; empty when none was removed
  Column<NumberedPart> own_parts_;
  std::span<const NumberedPart> parts_;  ///< own, or those of the draft
  std::size_t id_bytes_ = 0;
  std::size_t title_bytes_ = 0;
  std::vector<ResolvedDependency> dependencies_;
  std::vector<Need> references_;
  std::map<std::uint32_t, std::vector<RevisionRow>> revisions_;
  bool is_top_down_ = true;
};

}  // namespace jinjiang::detail
