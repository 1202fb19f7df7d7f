// SPDX-License-Identifier: BSL-1.0
#pragma once

// The columns of a plan. Rows are ordered by depth (longest path from a root), children of one
// first parent together, so that an evaluation is one linear sweep and the parts of a goal are a
// contiguous range.

#include <cmath>
#include <limits>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <jinjiang/model/date.hpp>
#include <jinjiang/model/detail/columns.hpp>
#include <jinjiang/model/extensions.hpp>
#include <jinjiang/model/policy.hpp>
#include <jinjiang/model/source.hpp>
#include <jinjiang/model/target.hpp>

namespace jinjiang::detail {

/// A target of one bound without texts, tables or references; the others are kept whole beside.
struct TargetRow {
  double value = 0;
  double baseline = not_given;
  std::int32_t due = no_day;
  std::uint32_t unusual = no_row;  ///< index of the whole target
  std::uint16_t unit = 0;
  Comparator comparator = Comparator::reach;
  Direction direction = Direction::higher;
  Measure measure = Measure::level;
  Firmness firmness = Firmness::committed;
  ProfileKind profile = ProfileKind::at_due;

  static constexpr double not_given = std::numeric_limits<double>::quiet_NaN();
};

/// The date of a task that its duration gives.
enum class DerivedDate : std::uint8_t { none, start, due };

struct TaskRow {
  double progress = TargetRow::not_given;
  std::int32_t duration = -1;
  std::uint32_t profile = 0;  ///< 1 + index of the profile; 0 when not given
  DerivedDate derived = DerivedDate::none;

  friend bool operator==(const TaskRow& a, const TaskRow& b) noexcept {
    const bool same_progress =
        a.progress == b.progress || (std::isnan(a.progress) && std::isnan(b.progress));
    return same_progress && a.duration == b.duration && a.profile == b.profile &&
           a.derived == b.derived;
  }
};

/// A parent beyond the first.
struct PartRow {
  Row child;
  Row parent;
  double weight;
  bool veto;

  friend bool operator==(const PartRow&, const PartRow&) = default;
};

struct DependencyRow {
  Row successor;
  Row predecessor;
  DependencyType type;
  std::int32_t lag;
  std::string assumption;

  friend bool operator==(const DependencyRow&, const DependencyRow&) = default;
};

/// What the sweep needs to know of a node, in two bytes.
struct Traits {
  static constexpr std::uint16_t judged = 1;  ///< an indicator with a target, or a task
  static constexpr std::uint16_t simple =
      2;  ///< the columns say all: no revisions, tables or references
  static constexpr std::uint16_t lower = 4;            ///< the sign is -1
  static constexpr std::uint16_t strict = 8;           ///< the goal value itself does not meet it
  static constexpr std::uint16_t settled_at_due = 16;  ///< never met before its due date
  static constexpr std::uint16_t linear = 32;
  static constexpr std::uint16_t hold = 64;
  static constexpr std::uint16_t of_period = 128;  ///< readings of other periods say nothing of it
  static constexpr std::uint16_t goal = 256;
  static constexpr std::uint16_t own_dates = 512;   ///< start or due are not the plan's
  static constexpr std::uint16_t own_scale = 1024;  ///< progress is measured from a baseline value
};

/// One target in force from a date on.
struct RevisionRow {
  Date effective;
  Target target;
  std::string reason;

  friend bool operator==(const RevisionRow&, const RevisionRow&) = default;
};

/// Room for one value that is costly to allocate, handed from its last user to the next.
class SpareSlot {
 public:
  SpareSlot() = default;
  /// What is spare stays where it is.
  SpareSlot(const SpareSlot&) noexcept {}
  SpareSlot& operator=(const SpareSlot&) = delete;

  [[nodiscard]] std::shared_ptr<void> take() {
    const std::lock_guard lock(mutex_);
    return std::move(spare_);
  }
  void put(std::shared_ptr<void> spare) {
    const std::lock_guard lock(mutex_);
    spare_ = std::move(spare);
  }

 private:
  std::mutex mutex_;
  std::shared_ptr<void> spare_;
};

struct PlanData {
  std::string id;
  std::string title;
  std::string issuer;
  Language language = Language::zh;
  Period period{Date{}, Date{}};
  Source source;
  Policy policy;
  UnitTable units;
  Extensions extensions;  ///< keys x-... and their JSON text

  // One entry a node, in layout order.
  TextColumn ids;
  TextColumn titles;
  Column<NodeKind> kinds;
  Column<Lifecycle> lifecycles;
  Column<Firmness> firmness;
  Column<std::uint16_t> traits;
  Column<std::uint8_t> vetoes;  ///< of the link to the first parent
  Column<double> weights;       ///< of the link to the first parent
  Column<Row> parents;          ///< the first parent, or no_row
  Column<Row> first_children;   ///< one more entry than nodes: the parts of i are [i], [i + 1])
  Column<std::int32_t> starts;  ///< as given or derived, or no_day
  Column<std::int32_t> dues;
  Column<double> goal_values;  ///< of simple leaves
  Column<std::uint32_t>
      details;  ///< index into targets, tasks or rules by kind; no_row without a target
  Column<std::uint32_t> owners;   ///< number of an interned text
  Column<std::uint32_t> sources;  ///< index into node_sources; 0 is an empty one
  Column<Row> order;              ///< place in the author's order
  Column<Row> by_order;           ///< and back
  Column<Row> layers;             ///< first row of each depth, and the number of nodes
  Row goals_end = 0;              ///< one past the last row that is a goal
  bool has_vetoes = false;
  RowTable rows;

  Column<TargetRow> targets;
  std::vector<Target> unusual_targets;
  std::vector<Unit> target_units;
  Column<TaskRow> tasks;
  std::vector<Profile> task_profiles;
  std::vector<Rule> rules;
  InternedTexts texts;
  std::vector<Source> node_sources;

  SparseColumn<std::vector<RevisionRow>> revisions;
  SparseColumn<std::vector<std::string>> supporting;
  SparseColumn<std::vector<std::string>> tags;
  SparseColumn<std::string> notes;
  SparseColumn<Extensions> node_extensions;

  std::vector<PartRow> extra_by_parent;  ///< sorted by parent, then child
  Column<std::uint32_t>
      first_extra;  ///< of every row up to the last goal, one more; empty without extras
  std::vector<PartRow> extra_by_child;
  mutable SpareSlot spare_evaluation;  ///< columns of an evaluation that is gone: 9 bytes a node

  std::vector<DependencyRow> dependencies;  ///< sorted by successor, then predecessor
  Column<std::uint32_t> by_predecessor;     ///< indices into dependencies

  [[nodiscard]] Row size() const noexcept { return static_cast<Row>(kinds.size()); }
  [[nodiscard]] Date start_of(Row row) const noexcept {
    return starts[row] == no_day ? period.start() : Date::from_days(starts[row]);
  }
  [[nodiscard]] Date due_of(Row row) const noexcept {
    return dues[row] == no_day ? period.end() : Date::from_days(dues[row]);
  }
  [[nodiscard]] DerivedDate derived_of(Row row) const noexcept {
    return kinds[row] == NodeKind::task ? tasks[details[row]].derived : DerivedDate::none;
  }
  [[nodiscard]] bool has_given_start(Row row) const noexcept {
    return starts[row] != no_day && derived_of(row) != DerivedDate::start;
  }
  [[nodiscard]] bool has_given_due(Row row) const noexcept {
    return dues[row] != no_day && derived_of(row) != DerivedDate::due;
  }
  [[nodiscard]] bool has_target(Row row) const noexcept {
    return kinds[row] == NodeKind::indicator && details[row] != no_row;
  }
  [[nodiscard]] Target target_of(Row row) const {
    const TargetRow& target = targets[details[row]];
    if (target.unusual != no_row) return unusual_targets[target.unusual];
    const auto given = [](double value) {
      return std::isnan(value) ? std::nullopt : std::optional(value);
    };
    TargetOptions options{
        .measure = target.measure,
        .direction = target.direction,
        .baseline = given(target.baseline),
        .due = target.due == no_day ? std::nullopt : std::optional(Date::from_days(target.due)),
        .profile = Profile(target.profile),
        .firmness = target.firmness};
    return {target.comparator, target.value, target_units[target.unit], std::move(options)};
  }
  [[nodiscard]] std::optional<Row> find(std::string_view node) const {
    return rows.find(node, hash_text(node), [this](Row row) { return ids[row]; });
  }
};

}  // namespace jinjiang::detail
