// SPDX-License-Identifier: BSL-1.0
#pragma once

// Puts one node into the columns of a draft.

#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/detail/draft.hpp>

namespace jinjiang::detail {

/// Whether the columns can hold all of a target.
inline bool is_usual(const Target& target) {
  const TargetOptions& options = target.options();
  return target.has_value() && !options.upper && !options.tolerance && options.basis.empty() &&
         options.base == ComparisonBase{} && target.profile().kind() < ProfileKind::monthly;
}

inline std::uint16_t number_of(std::vector<Unit>& units, Unit unit) {
  for (std::size_t i = units.size(); i-- > 0;) {
    if (is_spelt_alike(units[i], unit)) return static_cast<std::uint16_t>(i);
  }
  units.push_back(unit);
  return static_cast<std::uint16_t>(units.size() - 1);
}

inline TargetRow row_of(const Target& target, std::uint16_t unit) {
  const TargetOptions& options = target.options();
  return {.value = target.value(),
          .baseline = options.baseline.value_or(TargetRow::not_given),
          .due = options.due ? options.due->days_since_epoch() : no_day,
          .unusual = no_row,
          .unit = unit,
          .comparator = target.comparator(),
          .direction = target.direction(),
          .measure = target.measure(),
          .firmness = target.firmness(),
          .profile = target.profile().kind()};
}

/// With one of start and due, a duration gives the other.
inline void derive_date(DraftNode& node, TaskRow& task) noexcept {
  const bool has_start = node.start != no_day;
  if (has_start == (node.due != no_day)) return;
  task.derived = has_start ? DerivedDate::due : DerivedDate::start;
  if (has_start) {
    node.due = node.start + task.duration - 1;
  } else {
    node.start = node.due - task.duration + 1;
  }
}

/// Whether a date lies outside the years 1 to 9999.
inline bool leaves_calendar(const DraftNode& node) noexcept {
  constexpr Date first{std::chrono::year{1} / 1 / 1};
  constexpr Date last{std::chrono::year{9999} / 12 / 31};
  return (node.start != no_day && node.start < first.days_since_epoch()) ||
         node.due > last.days_since_epoch();
}

/// Fills in one node of a draft; what does not fit is noted as a problem of it.
class DraftNodeWriter {
 public:
  DraftNodeWriter(PlanDraft& draft, NodeKind kind, std::string_view id, std::string_view title,
                  const NodeOptions& options)
      : draft_(draft), options_(options), number_(static_cast<std::uint32_t>(draft.nodes.size())) {
    DraftNode& node = draft_.nodes.emplace_back();
    node.text = draft_.keep(id).begin;
    draft_.keep(title);
    node.id_size = static_cast<std::uint32_t>(id.size());
    node.title_size = static_cast<std::uint32_t>(title.size());
    node.kind = kind;
    node.lifecycle = options.lifecycle;
    node.firmness = options.firmness;
    if (options.start) node.start = options.start->days_since_epoch();
    if (options.due) node.due = options.due->days_since_epoch();
    if (!options.owner.empty()) node.owner = draft_.texts.intern(options.owner);
    node.source = draft_.keep_source(options.source);
  }

  void write(const Target* target) {
    switch (node().kind) {
      case NodeKind::goal:
        write_rule();
        break;
      case NodeKind::indicator:
        if (target != nullptr) write_target(*target);
        break;
      case NodeKind::task:
        write_task();
        break;
    }
    refuse_what_belongs_elsewhere(target != nullptr);
    write_rare_parts();
    write_links();
  }

 private:
  [[nodiscard]] DraftNode& node() const { return draft_.nodes[number_]; }
  void refuse(const char* field, const std::string& what) {
    draft_.add_problem(number_, field, what);
  }

  void write_rule() {
    node().detail = 0;
    if (options_.rule == Rule{}) return;
    node().detail = static_cast<std::uint32_t>(draft_.rules.size());
    draft_.rules.push_back(options_.rule);
    if (options_.rule.kind == RuleKind::at_least && options_.rule.k == 0) {
      refuse("rule", "at_least needs the number of parts that must be met, 1 or more");
    }
  }

  void write_target(const Target& given) {
    try {
      const bool is_changed = options_.measure && *options_.measure != given.measure();
      write_target_row(is_changed ? given.with_measure(*options_.measure) : given);
    } catch (const TargetError& error) {
      refuse("target", error.what());
    }
  }

  void write_target_row(const Target& target) {
    if (draft_.target_units.size() > Limits::units)
      throw TargetError("a plan holds too many different units");
    TargetRow row = row_of(target, number_of(draft_.target_units, target.unit()));
    if (target.due()) {
      if (options_.due && *options_.due != *target.due()) {
        refuse("due", "the node is due on " + to_string(*options_.due) + " but its target on " +
                          to_string(*target.due()) + "; give one of them");
      }
      node().due = row.due;
    }
    if (!is_usual(target)) {
      row.unusual = static_cast<std::uint32_t>(draft_.unusual_targets.size());
      draft_.unusual_targets.push_back(target);
    }
    if (options_.firmness != Firmness::committed && options_.firmness != target.firmness()) {
      refuse("firmness", "an indicator's firmness is its target's");
    }
    node().firmness = target.firmness();
    node().detail = static_cast<std::uint32_t>(draft_.targets.size());
    draft_.targets.push_back(row);
  }

  void write_task() {
    node().detail = 0;
    if (!options_.progress && !options_.duration && !options_.profile) return;
    TaskRow task;
    if (options_.progress) {
      task.progress = *options_.progress;
      if (!(task.progress >= 0 && task.progress <= 1)) {
        refuse("progress", "progress must be from 0 to 1, found " + format_number(task.progress));
      }
    }
    if (options_.duration) {
      task.duration = *options_.duration;
      apply_duration(task);
    }
    if (options_.profile) {
      draft_.task_profiles.push_back(*options_.profile);
      task.profile = static_cast<std::uint32_t>(draft_.task_profiles.size());
    }
    node().detail = static_cast<std::uint32_t>(draft_.tasks.size());
    draft_.tasks.push_back(task);
  }

  void apply_duration(TaskRow& row) {
    constexpr int longest = 366 * 200;
    const int days = row.duration;
    DraftNode& task = node();
    if (days < 1 || days > longest) {
      return refuse("duration", "a duration must be from 1 to " + std::to_string(longest) +
                                    " days, found " + std::to_string(days));
    }
    const bool has_start = task.start != no_day;
    const bool has_due = task.due != no_day;
    if (has_start && has_due && task.due - task.start + 1 != days) {
      refuse("duration", "start, due and duration contradict each other: " +
                             to_string(*options_.start) + " through " + to_string(*options_.due) +
                             " is " + std::to_string(task.due - task.start + 1) + " days, found " +
                             std::to_string(days));
    }
    derive_date(task, row);
    if (leaves_calendar(task)) {
      refuse("duration", "a duration of " + std::to_string(days) +
                             " days leads beyond the calendar, years 1 to 9999");
    }
  }

  void refuse_what_belongs_elsewhere(bool has_target) {
    const NodeKind kind = node().kind;
    const auto belongs_to = [this](bool is_elsewhere, const char* field, const char* owners) {
      if (is_elsewhere) refuse(field, std::string(field) + " belongs to " + owners);
    };
    belongs_to(options_.measure && !has_target, "measure", "indicators with a target");
    belongs_to(!options_.revisions.empty() && !has_target, "revisions", "indicators with a target");
    belongs_to(options_.rule != Rule{} && kind != NodeKind::goal, "rule", "goals");
    belongs_to(options_.progress && kind != NodeKind::task, "progress", "tasks");
    belongs_to(options_.duration && kind != NodeKind::task, "duration", "tasks");
    belongs_to(options_.profile && kind != NodeKind::task, "profile",
               "tasks, and to the target of an indicator");
  }

  void write_rare_parts() {
    if (options_.supporting.empty() && options_.tags.empty() && options_.note.empty() &&
        options_.revisions.empty() && options_.extensions.empty()) {
      return;
    }
    node().rare = static_cast<std::uint32_t>(draft_.rare.size());
    draft_.rare.push_back({options_.supporting, options_.tags, options_.note, options_.revisions,
                           options_.extensions});
  }

  void write_links() {
    for (const PartOf& link : options_.part_of) {
      const auto last = draft_.parts.empty() ? TextSpan{} : draft_.parts.back().goal;
      draft_.parts.push_back(
          {number_, link.is_veto, link.weight, draft_.keep_run(link.goal, last)});
    }
    for (const DependsOn& link : options_.depends_on) {
      draft_.dependencies.push_back(
          {number_, draft_.keep(link.predecessor), link.type, link.lag, link.assumption});
    }
  }

  PlanDraft& draft_;
  const NodeOptions& options_;
  std::uint32_t number_;
};

}  // namespace jinjiang::detail
