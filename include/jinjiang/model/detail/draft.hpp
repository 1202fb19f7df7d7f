// SPDX-License-Identifier: BSL-1.0
#pragma once

// The columns of a draft, in order of insertion. Texts lie in one arena, so that a million nodes
// need no million allocations.

#include <cassert>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/builder.hpp>
#include <jinjiang/model/detail/plan_data.hpp>

namespace jinjiang::detail {

/// A text in the arena.
struct TextSpan {
  std::size_t begin = 0;
  std::uint32_t size = 0;
};

struct DraftNode {
  std::size_t text = 0;  ///< in the arena: the id, then the title
  std::uint32_t id_size = 0;
  std::uint32_t title_size = 0;
  std::int32_t start = no_day;
  std::int32_t due = no_day;
  std::uint32_t detail = no_row;  ///< index into targets, tasks or rules
  std::uint32_t owner = 0;
  std::uint32_t source = 0;
  std::uint32_t rare = no_row;  ///< index into rare parts
  NodeKind kind = NodeKind::goal;
  Lifecycle lifecycle = Lifecycle::active;
  Firmness firmness = Firmness::committed;
  bool is_removed = false;
};

/// What most nodes do not have.
struct DraftRare {
  std::vector<std::string> supporting;
  std::vector<std::string> tags;
  std::string note;
  std::vector<Revision> revisions;
  Extensions extensions;
};

/// `child` is part of `goal`, both by number. Sixteen bytes, since building a plan goes over all
/// links several times.
class NumberedPart {
 public:
  NumberedPart() = default;
  NumberedPart(std::uint32_t child, std::uint32_t goal, double weight, bool is_veto) noexcept
      : child_(child), goal_and_veto_((goal << 1U) | (is_veto ? 1U : 0U)), weight_(weight) {}

  [[nodiscard]] std::uint32_t child() const noexcept { return child_; }
  [[nodiscard]] std::uint32_t goal() const noexcept { return goal_and_veto_ >> 1U; }
  [[nodiscard]] double weight() const noexcept { return weight_; }
  [[nodiscard]] bool is_veto() const noexcept { return (goal_and_veto_ & 1U) != 0; }

 private:
  static_assert(Limits::nodes < (std::size_t{1} << 31U));

  std::uint32_t child_;
  std::uint32_t goal_and_veto_;
  double weight_;
};

/// The same before the goal is looked up by its id.
struct DraftPart {
  std::uint32_t child;
  bool is_veto;
  double weight;
  TextSpan goal;
};

/// A source with its texts in the arena, where neighbours share them.
struct DraftSource {
  TextSpan document;
  TextSpan section;
  std::optional<std::uint64_t> begin;
  std::optional<std::uint64_t> end;
};

struct DraftDependency {
  std::uint32_t successor;
  TextSpan predecessor;
  DependencyType type;
  std::int32_t lag;
  std::string assumption;
};

/// A later link or change, kept by name until build().
struct DraftEdit {
  enum class Kind : std::uint8_t { part, dependency, revision };
  Kind kind;
  std::string node;
  std::string other;
  PartOf part{""};
  DependsOn dependency{""};
  std::optional<Revision> revision = {};
};

struct PlanDraft {
  PlanDraft(std::string plan_id, Period plan_period) : id(std::move(plan_id)), period(plan_period) {
    rules.emplace_back();
    tasks.emplace_back();
    node_sources.emplace_back();
  }

  std::string id;
  std::string title;
  std::string issuer;
  Language language = Language::zh;
  Period period;
  Source source;
  Policy policy;
  UnitTable units = UnitTable::standard();
  Extensions extensions;

  Column<char> arena;
  std::string_view lent;  ///< a reader's bytes in place of the arena; they outlive the draft
  Column<DraftNode> nodes;
  std::size_t removed = 0;  ///< how many of the nodes
  std::vector<DraftRare> rare;
  Column<DraftPart> parts;
  Column<NumberedPart> numbered_parts;  ///< from a reader that knows the numbers of goals
  std::vector<DraftDependency> dependencies;
  std::vector<DraftEdit> edits;
  Column<TargetRow> targets;
  std::vector<Target> unusual_targets;
  std::vector<Unit> target_units;
  Column<TaskRow> tasks;
  std::vector<Profile> task_profiles;
  std::vector<Rule> rules;
  Column<DraftSource> sources;       ///< of nodes, by number from 1
  std::vector<Source> node_sources;  ///< the same from a reader that has them whole; 0 is empty
  InternedTexts texts;
  std::vector<Problem> problems;  ///< found while adding

  [[nodiscard]] const char* texts_begin() const noexcept {
    return lent.empty() ? arena.data() : lent.data();
  }
  [[nodiscard]] std::string_view text(TextSpan span) const noexcept {
    return {texts_begin() + span.begin, span.size};
  }
  [[nodiscard]] std::string_view id_of(const DraftNode& node) const noexcept {
    return {texts_begin() + node.text, node.id_size};
  }
  [[nodiscard]] std::string_view title_of(const DraftNode& node) const noexcept {
    return {texts_begin() + node.text + node.id_size, node.title_size};
  }
  TextSpan keep(std::string_view words) {
    assert(lent.empty());
    append(arena, words.data(), words.size());
    return {arena.size() - words.size(), static_cast<std::uint32_t>(words.size())};
  }
  /// Keeps a text unless it is the one kept last under this span: parts of one goal come one after
  /// another.
  TextSpan keep_run(std::string_view words, TextSpan last) {
    return text(last) == words ? last : keep(words);
  }
  /// The number of a source, by which nodes know it.
  std::uint32_t keep_source(const Source& given) {
    if (given.empty()) return 0;
    const DraftSource last = sources.empty() ? DraftSource{} : sources.back();
    const DraftSource kept{keep_run(given.document, last.document),
                           keep_run(given.section, last.section), given.begin, given.end};
    const bool is_last = !sources.empty() && kept.document.begin == last.document.begin &&
                         kept.section.begin == last.section.begin && kept.begin == last.begin &&
                         kept.end == last.end;
    if (!is_last) sources.push_back(kept);
    return static_cast<std::uint32_t>(sources.size());
  }
  [[nodiscard]] Source whole(const DraftSource& kept) const {
    return {std::string(text(kept.document)), std::string(text(kept.section)), kept.begin,
            kept.end};
  }
  /// `indicator land.reuse "盘活低效用地"`
  [[nodiscard]] std::string name(const DraftNode& node) const {
    const std::string_view own = id_of(node);
    return std::string(to_string(node.kind)) + " " +
           (has_control_character(own) ? in_quotes(own) : shortened(own)) + " " +
           in_quotes(title_of(node));
  }
  void add_problem(std::uint32_t node, std::string field, const std::string& what) {
    problems.push_back(
        {std::string(id_of(nodes[node])), std::move(field), name(nodes[node]) + ": " + what, node});
  }
};

}  // namespace jinjiang::detail
