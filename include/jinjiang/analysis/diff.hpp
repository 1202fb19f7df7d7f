// SPDX-License-Identifier: BSL-1.0
#pragma once

// How two plans differ: last year's and this year's, the draft and the adopted one. Nodes are
// matched first; what is left over was added or removed, and matched nodes are compared field by
// field.

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/model/plan.hpp>

namespace jinjiang {

/// What became of a node, or of part of it, from one plan to the other.
enum class DiffKind : std::uint8_t {
  added,
  removed,
  moved,       ///< part of other goals
  reworded,    ///< another title, or the same target in another unit or spelling
  retargeted,  ///< another target: figure, measure, baseline, basis, revisions, ...
  reowned,     ///< another lead unit, or other supporting units
  redated,     ///< another start, due date or duration
  relinked,    ///< other dependencies
  reweighted,  ///< another weight in a goal that it was part of before, or veto or not
  renumbered,  ///< another id
  changed      ///< anything else: kind, lifecycle, rule, tags, note, source, ...
};

/// How a node of one plan was found in the other.
enum class MatchedBy : std::uint8_t {
  id,
  title,    ///< the same title, under the same goal or only once in either plan
  likeness  ///< a similar title under the same goal
};

template <>
struct EnumNames<DiffKind> {
  static constexpr std::array<std::string_view, 11> all{
      "added",   "removed",  "moved",      "reworded",   "retargeted", "reowned",
      "redated", "relinked", "reweighted", "renumbered", "changed"};
};
template <>
struct EnumNames<MatchedBy> {
  static constexpr std::array<std::string_view, 3> all{"id", "title", "likeness"};
};

/// The word a reader sees: 新增, `added`.
[[nodiscard]] constexpr std::string_view label(DiffKind kind, Language language) noexcept {
  constexpr std::array<std::string_view, 11> zh{"新增",     "删去",     "移动",     "改写",
                                                "调整目标", "调整分工", "调整日期", "调整依赖",
                                                "调整权重", "改编号",   "其他变化"};
  return language == Language::zh ? zh[static_cast<std::size_t>(kind)] : to_string(kind);
}

/// One field that differs, in words.
struct FieldDiff {
  DiffKind kind;       ///< what became of it: retargeted, reowned, redated, ...
  std::string field;   ///< as in the JSON of plans: `title`, `due`, `target`, `part_of`, ...
  std::string before;  ///< empty when there was none
  std::string after;   ///< empty when there is none

  friend bool operator==(const FieldDiff&, const FieldDiff&) = default;
};

/// A node that differs. Valid as long as some copy of its plan lives.
struct NodeDiff {
  std::optional<Node> before;   ///< nothing when it was added
  std::optional<Node> after;    ///< nothing when it was removed
  MatchedBy matched_by;         ///< of a node that is in both
  std::vector<DiffKind> kinds;  ///< each once, in the order of the enumeration

  /// Whether this happened to the node, perhaps among other things.
  [[nodiscard]] bool is(DiffKind kind) const noexcept;
  /// As it is in the second plan, or as it was when it was removed.
  [[nodiscard]] const Node& node() const noexcept { return after ? *after : *before; }

  friend bool operator==(const NodeDiff&, const NodeDiff&) = default;
};

namespace detail {
struct PlanMatch;
}

/// The result of diff(). Immutable, cheap to copy; holds both plans.
class PlanDiff {
 public:
  explicit PlanDiff(std::shared_ptr<const detail::PlanMatch> match) noexcept
      : match_(std::move(match)) {}

  /// The plan that came first.
  [[nodiscard]] const Plan& before() const noexcept;
  /// The plan that it became.
  [[nodiscard]] const Plan& after() const noexcept;

  /// Whether the plans are equal, their order included, but for where in a document words stand.
  [[nodiscard]] bool empty() const noexcept;
  /// Nodes that differ: in the author's order of the second plan, then those that were removed in
  /// that of the first.
  [[nodiscard]] const std::vector<NodeDiff>& nodes() const noexcept;
  /// How many nodes this happened to.
  [[nodiscard]] std::size_t count(DiffKind kind) const noexcept;
  /// Nodes that are in both plans and alike in everything but their place.
  [[nodiscard]] std::size_t unchanged() const noexcept;
  /// Whether nodes that are in both come in another order.
  [[nodiscard]] bool is_reordered() const noexcept;

  /// The node of the second plan that a node of the first became, or nothing.
  /// @throws UnknownIdError  the first plan has no such node
  [[nodiscard]] std::optional<Node> find_after(std::string_view id) const;

  /// What differs in a node; nothing for one that was added or removed.
  [[nodiscard]] std::vector<FieldDiff> fields(const NodeDiff& node, Language language) const;
  /// What differs in the heading: id, title, issuer, language, period, policy, units, source. It is
  /// of no node, and count() does not count it.
  [[nodiscard]] std::vector<FieldDiff> plan_fields(Language language) const;

 private:
  std::shared_ptr<const detail::PlanMatch> match_;
};

/// What changed from one plan to another.
///
/// Nodes are matched by id; then by title, under the same goal or where the title stands once in
/// either plan; then by similar titles under the same goal. An id that names something else now
/// does not match: the titles have little in common, and one of them is found elsewhere.
///
/// Titles are compared by the pairs of characters they share (Dice's coefficient, at least 0.5 for
/// a match); under a goal with more than 250,000 pairs of nodes left over this step is passed over.
///
/// @par Complexity  O(n log n) for n nodes and links of both, beside the pairs of nodes left over
/// under one goal
[[nodiscard]] PlanDiff diff(const Plan& before, const Plan& after);

/// In words, a line a difference, those of one kind together.
[[nodiscard]] std::string to_text(const PlanDiff& diff, Language language);
/// In one line: how many nodes were added, removed, ...
[[nodiscard]] std::string summary(const PlanDiff& diff, Language language);

/// The word a reader sees for a field of a FieldDiff: 标题, `title`.
[[nodiscard]] std::string_view field_label(std::string_view field, Language language) noexcept;

/// How much two texts have in common, 0 to 1: Dice's coefficient of their pairs of neighbouring
/// characters, spaces left out; of texts of one character, whether they are equal.
[[nodiscard]] double likeness(std::string_view a, std::string_view b);

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/analysis/detail/diff.ipp>
#endif
