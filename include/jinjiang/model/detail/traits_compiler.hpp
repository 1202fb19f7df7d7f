// SPDX-License-Identifier: BSL-1.0
#pragma once

// Traits: what the sweep needs to know of a node, in two bytes.

#include <cmath>

#include <jinjiang/model/detail/draft.hpp>
#include <jinjiang/model/detail/plan_links.hpp>
#include <jinjiang/model/yardstick.hpp>

namespace jinjiang::detail {

/// What the sweep needs to know of a node, worked out once.
class TraitsCompiler {
 public:
  explicit TraitsCompiler(const PlanDraft& draft) : draft_(draft) {}

  void compile(PlanData& plan, Row row, const DraftNode& node, bool has_revisions) const {
    unsigned traits = 0;
    plan.goal_values[row] = 0;
    if (node.start != no_day || node.due != no_day) traits |= Traits::own_dates;
    switch (node.kind) {
      case NodeKind::goal:
        traits |= Traits::goal;
        break;
      case NodeKind::task:
        traits |= of_task(draft_.tasks[node.detail], node.start != no_day);
        plan.goal_values[row] = 1;
        break;
      case NodeKind::indicator:
        if (node.detail == no_row) break;
        traits |= of_target(draft_.targets[node.detail], has_revisions);
        if ((traits & Traits::simple) != 0)
          plan.goal_values[row] = yardstick_of(draft_.targets[node.detail]).goal;
    }
    // What is cancelled or done is looked at in the general way.
    if (node.lifecycle >= Lifecycle::done) traits &= ~unsigned{Traits::simple};
    plan.traits[row] = static_cast<std::uint16_t>(traits);
  }

 private:
  [[nodiscard]] static unsigned of_task(const TaskRow& task, bool has_start) {
    if (task.profile > 0 || !std::isnan(task.progress)) return Traits::judged;
    return Traits::judged | Traits::simple | (has_start ? unsigned{Traits::linear} : 0U);
  }

  [[nodiscard]] unsigned of_target(const TargetRow& target, bool has_revisions) const {
    const bool is_ceiling = is_flow(target.measure) && target.direction == Direction::lower;
    const bool is_range = target.direction == Direction::within;
    if (target.unusual != no_row || has_revisions || is_range || is_ceiling) return Traits::judged;
    const auto when = [](bool holds, unsigned trait) { return holds ? trait : 0U; };
    const bool is_settled = is_settled_at_due(target.measure);
    return Traits::judged | Traits::simple |
           when(target.direction == Direction::lower, Traits::lower) |
           when(target.comparator == Comparator::above || target.comparator == Comparator::below,
                Traits::strict) |
           when(is_settled, Traits::settled_at_due) |
           when(is_settled || is_flow(target.measure), Traits::of_period) |
           when(target.profile == ProfileKind::linear, Traits::linear) |
           when(target.profile == ProfileKind::hold, Traits::hold) |
           when(!std::isnan(target.baseline), Traits::own_scale);
  }

  [[nodiscard]] Yardstick yardstick_of(const TargetRow& target) const {
    return yardstick(bounds_of_row(target, draft_.target_units[target.unit]), 0);
  }

  const PlanDraft& draft_;
};

}  // namespace jinjiang::detail
