// SPDX-License-Identifier: BSL-1.0
#pragma once

// Checks a draft and resolves its links from ids to numbers. All problems are collected, in the author's order.

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/detail/cycles.hpp>
#include <jinjiang/model/detail/draft.hpp>

namespace jinjiang::detail {

/// `child` is part of `goal`, both numbers of live nodes.
struct ResolvedPart {
  std::uint32_t child;
  std::uint32_t goal;
  double weight;
  bool is_veto;
};

struct ResolvedDependency {
  std::uint32_t successor;
  std::uint32_t predecessor;
  DependencyType type;
  std::int32_t lag;
  const std::string* assumption;
};

class DraftCheck {
 public:
  explicit DraftCheck(const PlanDraft& draft) : draft_(draft), problems_(draft.problems) {
    numbers_.assign(draft.nodes.size(), no_row);
    live_.reserve(draft.nodes.size());
    for (std::uint32_t i = 0; i < draft.nodes.size(); ++i) {
      if (draft.nodes[i].is_removed) continue;
      numbers_[i] = static_cast<std::uint32_t>(live_.size());
      live_.push_back(i);
    }
  }

  /// @throws PlanError
  void run() {
    check_plan();
    index_ids();
    for (std::uint32_t n = 0; n < live_.size(); ++n) check_node(n);
    resolve_parts();
    resolve_dependencies();
    resolve_revisions();
    check_duplicate_links();
    resolve_references();
    check_cycles();
    if (problems_.empty()) return;
    std::stable_sort(problems_.begin(), problems_.end(),
                     [](const Problem& a, const Problem& b) { return a.index + 1 < b.index + 1; });
    throw PlanError(std::move(problems_));
  }

  [[nodiscard]] const Column<std::uint32_t>& live() const noexcept { return live_; }
  [[nodiscard]] const Column<ResolvedPart>& parts() const noexcept { return parts_; }
  [[nodiscard]] const std::vector<ResolvedDependency>& dependencies() const noexcept { return dependencies_; }
  [[nodiscard]] std::map<std::uint32_t, std::vector<RevisionRow>>& revisions() noexcept { return revisions_; }
  [[nodiscard]] RowTable& table() noexcept { return table_; }
  /// Whether every goal was added before its parts, and links in the order of their children.
  [[nodiscard]] bool is_top_down() const noexcept { return is_top_down_; }

 private:
  [[nodiscard]] const DraftNode& node(std::uint32_t n) const { return draft_.nodes[live_[n]]; }
  [[nodiscard]] std::string_view id(std::uint32_t n) const { return draft_.id_of(node(n)); }

  void refuse_plan(std::string field, const std::string& what) {
    problems_.push_back({{}, std::move(field), "plan " + quoted(draft_.id) + ": " + what, Problem::none});
  }
  void refuse(std::uint32_t n, std::string field, const std::string& what) {
    problems_.push_back({std::string(id(n)), std::move(field), draft_.name(node(n)) + ": " + what, live_[n]});
  }

  /// What is wrong with a text, or nothing.
  [[nodiscard]] static std::string text_problem(std::string_view text, std::size_t most) {
    if (text.size() > most) {
      return "it has " + std::to_string(text.size()) + " bytes, at most " + std::to_string(most) + " are allowed";
    }
    if (const auto bad = find_invalid_utf8(text)) return "byte " + std::to_string(*bad) + " is not UTF-8";
    return {};
  }

  void check_plan() {
    const auto check = [this](const char* field, std::string_view text, std::size_t most) {
      const std::string problem = text_problem(text, most);
      if (!problem.empty()) refuse_plan(field, std::string(field) + ": " + problem);
    };
    if (draft_.id.empty()) refuse_plan("id", "a plan needs an id");
    check("id", draft_.id, Limits::id_bytes);
    check("title", draft_.title, Limits::title_bytes);
    check("issuer", draft_.issuer, Limits::title_bytes);
    check("source/document", draft_.source.document, Limits::text_bytes);
    check("source/section", draft_.source.section, Limits::text_bytes);
    const std::string policy = find_problem(draft_.policy);
    if (!policy.empty()) refuse_plan("policy", "policy: " + policy);
    check_extensions(draft_.extensions, [this](const std::string& what) { refuse_plan("", what); });
    for (std::uint32_t number = 0; number < draft_.texts.size(); ++number) {
      const std::string problem = text_problem(draft_.texts[number], Limits::text_bytes);
      if (!problem.empty()) refuse_plan("owner", "owner " + quoted(draft_.texts[number]) + ": " + problem);
    }
  }

  template <class Refuse>
  static void check_extensions(const std::vector<std::pair<std::string, std::string>>& extensions,
                               const Refuse& refuse) {
    for (std::size_t i = 0; i < extensions.size(); ++i) {
      const auto& [key, value] = extensions[i];
      for (std::size_t j = 0; j < i; ++j) {
        if (extensions[j].first == key) refuse("extension key " + quoted(key) + " comes twice");
      }
      if (!key.starts_with("x-") || find_invalid_utf8(key)) {
        refuse("extension key " + quoted(key) + ": expected UTF-8 that begins with x-");
      }
      if (find_invalid_utf8(value)) refuse("extension " + quoted(key) + ": its value is not UTF-8");
    }
  }

  void index_ids() {
    table_ = RowTable(live_.size());
    const auto id_of = [this](Row n) { return id(n); };
    Column<std::uint64_t> hashes(live_.size());
    for (std::uint32_t n = 0; n < live_.size(); ++n) hashes[n] = hash_text(id(n));
    constexpr std::uint32_t ahead = 12;  // enough to hide the latency of memory
    for (std::uint32_t n = 0; n < live_.size(); ++n) {
      if (n + ahead < live_.size()) table_.prefetch(hashes[n + ahead]);
      if (const auto first = table_.insert(id(n), hashes[n], n, id_of)) {
        refuse(n, "id", "the id is already that of " + draft_.name(node(*first)) + "; every node needs its own");
      }
    }
  }

  void check_node(std::uint32_t n) {
    const DraftNode& node = this->node(n);
    const std::string_view id = draft_.id_of(node);
    const std::string_view title = draft_.title_of(node);
    if (id.empty()) {
      refuse(n, "id", "it has no id; every node needs one");
    } else if (id.size() > Limits::id_bytes || find_invalid_utf8(id)) {
      refuse(n, "id", "id: " + text_problem(id, Limits::id_bytes));
    } else if (has_control_character(id) || id.front() == ' ' || id.back() == ' ') {
      refuse(n, "id", "the id must not hold control characters, nor begin or end with a space");
    }
    if (title.size() > Limits::title_bytes || find_invalid_utf8(title)) {
      refuse(n, "title", "title: " + text_problem(title, Limits::title_bytes));
    }
    if (node.start != no_day || node.due != no_day) check_dates(n);
    if (node.source != 0) check_source(n, draft_.node_sources[node.source]);
    if (node.rare != no_row) check_rare(n, draft_.rare[node.rare]);
    if (node.detail != no_row) check_detail(n);
  }

  void check_dates(std::uint32_t n) {
    const DraftNode& node = this->node(n);
    const Date start = node.start == no_day ? draft_.period.start() : Date::from_days(node.start);
    const Date due = node.due == no_day ? draft_.period.end() : Date::from_days(node.due);
    if (node.start != no_day && node.due != no_day && due < start) {
      refuse(n, "due", "it is due on " + to_string(due) + ", before its start on " + to_string(start));
    } else if (due < draft_.period.start()) {
      refuse(n, "due", "it is due on " + to_string(due) + ", before the plan's period begins on " +
                           to_string(draft_.period.start()));
    } else if (start > draft_.period.end() && node.due == no_day) {
      refuse(n, "start", "it starts on " + to_string(start) + ", after the plan's period ends on " +
                             to_string(draft_.period.end()) + "; give it a due date");
    } else if (start > draft_.period.end()) {
      refuse(n, "start", "it starts on " + to_string(start) + ", after the plan's period ends on " +
                             to_string(draft_.period.end()));
    }
  }

  void check_source(std::uint32_t n, const Source& source) {
    for (const std::string* text : {&source.document, &source.section}) {
      const std::string problem = text_problem(*text, Limits::text_bytes);
      if (!problem.empty()) refuse(n, "source", "source: " + problem);
    }
    if (source.begin && source.end && *source.end < *source.begin) {
      refuse(n, "source", "source: its span ends before it begins");
    }
  }

  void check_rare(std::uint32_t n, const DraftRare& rare) {
    const auto check = [&](const char* field, std::string_view text) {
      const std::string problem = text_problem(text, Limits::text_bytes);
      if (!problem.empty()) refuse(n, field, std::string(field) + ": " + problem);
    };
    for (const std::string& unit : rare.supporting) check("supporting", unit);
    for (const std::string& tag : rare.tags) check("tags", tag);
    check("note", rare.note);
    check_extensions(rare.extensions, [&](const std::string& what) { refuse(n, "", what); });
  }

  void check_detail(std::uint32_t n) {
    const DraftNode& node = this->node(n);
    if (node.kind == NodeKind::indicator) {
      const TargetRow& row = draft_.targets[node.detail];
      if (row.unusual != no_row) check_profile(n, "target/profile", draft_.unusual_targets[row.unusual].profile());
    } else if (node.kind == NodeKind::task && draft_.tasks[node.detail].profile > 0) {
      check_profile(n, "profile", draft_.task_profiles[draft_.tasks[node.detail].profile - 1]);
    }
  }

  void check_profile(std::uint32_t n, const char* field, const Profile& profile, std::optional<Date> own_due = {}) {
    const DraftNode& node = this->node(n);
    const Date start = node.start == no_day ? draft_.period.start() : Date::from_days(node.start);
    const Date due = own_due.value_or(node.due == no_day ? draft_.period.end() : Date::from_days(node.due));
    if (profile.kind() == ProfileKind::monthly) {
      const auto first = start.year_month_day();
      const Date last{(first.year() / first.month() + std::chrono::months{11}) / std::chrono::last};
      if (due > last) {
        refuse(n, field, "a monthly profile covers 12 months, through " + to_string(last) + ", but it is due on " +
                             to_string(due));
      }
    }
    for (const Milestone& step : profile.steps()) {
      if (step.date < start || step.date > due) {
        refuse(n, field, "milestone " + to_string(step.date) + " lies outside " + to_string(start) + " to " +
                             to_string(due));
      }
    }
  }

  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view wanted) const {
    return table_.find(wanted, hash_text(wanted), [this](Row n) { return id(n); });
  }

  [[nodiscard]] std::string unknown(std::string_view wanted) {
    if (names_.empty()) {
      constexpr std::size_t most_compared = 20000;
      for (std::uint32_t n = 0; n < live_.size() && n < most_compared; ++n) names_.push_back(id(n));
    }
    // A draft with a wrong id on every line must not cost quadratic time.
    constexpr std::size_t most_hints = 50;
    if (problems_.size() > most_hints) return "unknown id " + quoted(wanted);
    return "unknown id " + quoted(wanted) + nearest_hint(nearest(wanted, names_));
  }

  void resolve_parts() {
    parts_.reserve(draft_.parts.size());
    TextSpan last_text{};
    std::optional<std::uint32_t> last_goal;
    std::uint32_t last_child = no_row;
    std::size_t ordinal = 0;
    for (const DraftPart& part : draft_.parts) {
      const std::uint32_t child = numbers_[part.child];
      ordinal = child == last_child ? ordinal + 1 : 0;
      last_child = child;
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
  }

  std::optional<std::uint32_t> find_edited(const DraftEdit& edit) {
    const auto number = find(edit.node);
    if (!number) {
      problems_.push_back({edit.node, {}, "link of " + quoted(edit.node) + " to " + quoted(edit.other) + ": " +
                                              unknown(edit.node), Problem::none});
    }
    return number;
  }

  void add_part(std::uint32_t child, std::string_view goal_id, std::optional<std::uint32_t> goal, double weight,
                bool is_veto, std::size_t ordinal) {
    const auto refuse_link = [&](const std::string& what) {
      refuse(child, "part_of/" + std::to_string(ordinal), "part of " + quoted(goal_id) + ": " + what);
    };
    if (!goal) return refuse_link(unknown(goal_id));
    if (*goal == child) return refuse_link("a node cannot be part of itself");
    if (node(*goal).kind != NodeKind::goal) {
      return refuse_link("only goals have parts, and " + draft_.name(node(*goal)) + " is none");
    }
    if (!std::isfinite(weight) || weight <= 0) {
      return refuse_link("a weight must be a finite number above 0, found " + format_number(weight));
    }
    if (*goal >= child || (!parts_.empty() && parts_.back().child > child)) is_top_down_ = false;
    parts_.push_back({child, *goal, weight, is_veto});
  }

  void resolve_dependencies() {
    std::uint32_t last_successor = no_row;
    std::size_t ordinal = 0;
    for (const DraftDependency& link : draft_.dependencies) {
      const std::uint32_t successor = numbers_[link.successor];
      ordinal = successor == last_successor ? ordinal + 1 : 0;
      last_successor = successor;
      add_dependency(successor, draft_.text(link.predecessor), link.type, link.lag, link.assumption, ordinal);
    }
    for (const DraftEdit& edit : draft_.edits) {
      if (edit.kind != DraftEdit::Kind::dependency) continue;
      if (const auto successor = find_edited(edit)) {
        add_dependency(*successor, edit.other, edit.dependency.type, edit.dependency.lag, edit.dependency.assumption,
                       0);
      }
    }
  }

  void add_dependency(std::uint32_t successor, std::string_view predecessor_id, DependencyType type, std::int32_t lag,
                      const std::string& assumption, std::size_t ordinal) {
    const auto refuse_link = [&](const std::string& what) {
      refuse(successor, "depends_on/" + std::to_string(ordinal), "depends on " + quoted(predecessor_id) + ": " + what);
    };
    const auto predecessor = find(predecessor_id);
    if (!predecessor) return refuse_link(unknown(predecessor_id));
    if (*predecessor == successor) return refuse_link("a node cannot depend on itself");
    constexpr std::int32_t longest = 366 * 200;
    if (lag < -longest || lag > longest) return refuse_link("a lag of " + std::to_string(lag) + " days is out of range");
    const std::string problem = text_problem(assumption, Limits::text_bytes);
    if (!problem.empty()) return refuse_link("assumption: " + problem);
    dependencies_.push_back({successor, *predecessor, type, lag, &assumption});
  }

  void check_duplicate_links() {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    const auto report = [&](const char* field, const char* words) {
      std::sort(pairs.begin(), pairs.end());
      for (std::size_t i = 1; i < pairs.size(); ++i) {
        if (pairs[i] != pairs[i - 1]) continue;
        refuse(pairs[i].first, field, std::string(words) + " " + quoted(id(pairs[i].second)) + " is given twice");
      }
      pairs.clear();
    };
    Column<std::uint8_t> parents(live_.size(), 0);
    for (const ResolvedPart& part : parts_) parents[part.child] = parents[part.child] == 0 ? 1 : 2;
    for (const ResolvedPart& part : parts_) {
      if (parents[part.child] > 1) pairs.emplace_back(part.child, part.goal);
    }
    report("part_of", "part of");
    for (const ResolvedDependency& link : dependencies_) pairs.emplace_back(link.successor, link.predecessor);
    report("depends_on", "the dependency on");
  }

  void resolve_revisions() {
    for (std::uint32_t n = 0; n < live_.size(); ++n) {
      // Where revisions do not belong at all is noted when the node is added.
      const bool has_target = node(n).kind == NodeKind::indicator && node(n).detail != no_row;
      if (node(n).rare == no_row || !has_target) continue;
      for (const Revision& revision : draft_.rare[node(n).rare].revisions) add_revision(n, revision);
    }
    for (const DraftEdit& edit : draft_.edits) {
      if (edit.kind != DraftEdit::Kind::revision) continue;
      const auto number = find(edit.node);
      if (!number) {
        problems_.push_back({edit.node, {}, "revision of " + quoted(edit.node) + ": " + unknown(edit.node),
                             Problem::none});
      } else {
        add_revision(*number, *edit.revision);
      }
    }
    for (auto& [n, revisions] : revisions_) {
      std::stable_sort(revisions.begin(), revisions.end(),
                       [](const RevisionRow& a, const RevisionRow& b) { return a.effective < b.effective; });
      for (std::size_t i = 1; i < revisions.size(); ++i) {
        if (revisions[i].effective == revisions[i - 1].effective) {
          refuse(n, "revisions", "two revisions take effect on " + to_string(revisions[i].effective));
        }
      }
    }
  }

  void add_revision(std::uint32_t n, const Revision& revision) {
    const DraftNode& node = this->node(n);
    if (node.kind != NodeKind::indicator || node.detail == no_row) {
      return refuse(n, "revisions", "only the target of an indicator can be revised");
    }
    const Unit unit = draft_.target_units[draft_.targets[node.detail].unit];
    if (!is_convertible(revision.target.unit(), unit)) {
      return refuse(n, "revisions", "the target is in " + unit.symbol() + " but its revision of " +
                                        to_string(revision.effective) + " is in " + revision.target.unit().symbol());
    }
    const std::string problem = text_problem(revision.reason, Limits::text_bytes);
    if (!problem.empty()) return refuse(n, "revisions", "reason: " + problem);
    if (revision.target.due() && node.start != no_day && revision.target.due()->days_since_epoch() < node.start) {
      return refuse(n, "revisions", "the revision of " + to_string(revision.effective) + " makes it due on " +
                                        to_string(*revision.target.due()) + ", before its start");
    }
    check_profile(n, "revisions", revision.target.profile(), revision.target.due());
    revisions_[n].push_back({revision.effective, revision.target, revision.reason});
  }

  /// Targets that follow another indicator count as links for the cycle check.
  void resolve_references() {
    for (std::uint32_t n = 0; n < live_.size(); ++n) {
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
      refuse(n, "target/relative_to", "relative to " + quoted(wanted) + ": " + what);
    };
    const auto reference = find(wanted);
    if (!reference) return refuse_link(unknown(wanted));
    if (*reference == n) return refuse_link("a target cannot follow its own indicator");
    if (node(*reference).kind != NodeKind::indicator) return refuse_link("only an indicator can be followed");
    if (node(*reference).detail != no_row) {
      const Unit unit = draft_.target_units[draft_.targets[node(*reference).detail].unit];
      if (!is_convertible(unit, target.unit())) {
        return refuse_link("it is in " + unit.symbol() + " but this target in " + target.unit().symbol());
      }
    }
    references_.push_back({n, *reference});
  }

  void check_cycles() {
    if (is_top_down_ && dependencies_.empty() && references_.empty()) return;
    std::vector<Need> needs = references_;
    needs.reserve(parts_.size() + dependencies_.size() + references_.size());
    for (const ResolvedPart& part : parts_) needs.push_back({part.goal, part.child});
    for (const ResolvedDependency& link : dependencies_) needs.push_back({link.successor, link.predecessor});
    const NeedLists lists(live_.size(), needs);
    if (order_by_need(lists, live_.size(), needs).size() == live_.size()) return;
    for (const auto& cycle : find_cycles(lists, live_.size())) {
      std::string path;
      constexpr std::size_t most_shown = 50;
      for (std::size_t i = 0; i < cycle.size() && i < most_shown; ++i) {
        path += std::string(id(cycle[i])) + " " + quoted(draft_.title_of(node(cycle[i]))) + " -> ";
      }
      if (cycle.size() > most_shown) path += "… -> ";
      refuse(cycle.front(), "", "the links close a cycle: " + path + std::string(id(cycle.front())) +
                                    " (goals need their parts, successors their predecessors)");
    }
  }

  const PlanDraft& draft_;
  std::vector<Problem> problems_;
  Column<std::uint32_t> live_;     ///< draft numbers of the nodes that were not removed
  Column<std::uint32_t> numbers_;  ///< and back
  RowTable table_;
  Column<ResolvedPart> parts_;
  std::vector<ResolvedDependency> dependencies_;
  std::vector<Need> references_;
  std::map<std::uint32_t, std::vector<RevisionRow>> revisions_;
  std::vector<std::string_view> names_;
  bool is_top_down_ = true;
};

}  // namespace jinjiang::detail
