// SPDX-License-Identifier: BSL-1.0
#pragma once

// Changes laid over an evaluation and put back: few cells of a private copy of the readings, and
// where it must be of the plan, and the results of what rests on them.

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include <jinjiang/analysis/detail/scenario_draft.hpp>
#include <jinjiang/analysis/detail/scenario_readings.hpp>
#include <jinjiang/analysis/scenario_evaluator.hpp>
#include <jinjiang/evaluation/detail/blocking.hpp>
#include <jinjiang/evaluation/detail/rollup.hpp>
#include <jinjiang/model/detail/draft_node_writer.hpp>
#include <jinjiang/model/detail/traits_compiler.hpp>

namespace jinjiang::detail {

class ScenarioOverlay {
 public:
  explicit ScenarioOverlay(const Evaluation& now) : now_(now) { begin(now.plan()); }

  /// Lays the changes over; false, with nothing changed, when there is one that cannot be.
  [[nodiscard]] bool lay(const Scenario& scenario) {
    if (needs_own_plan(scenario) && !own_plan_) begin_with_own_plan();
    try {
      for (const ScenarioChange& change : scenario.changes()) {
        if (lay_change(change, scenario)) continue;
        put_back();
        return false;
      }
      evaluate_again();
    } catch (...) {
      put_back();
      throw;
    }
    return true;
  }

  /// Lays one supposed reading over.
  [[nodiscard]] bool lay_value(Row row, double value, std::optional<Date> on = {}) {
    if (!readings_->set(row, value, on)) return false;
    if (readings_->has_moved()) evaluator_ = std::make_unique<GoalEvaluator>(*work_);
    touch(row);
    return true;
  }

  /// Judges all that rests on what was laid over.
  void evaluate_again() {
    for (std::size_t i = 0; i < touched_.size(); ++i) {
      const Row row = touched_[i];
      if (plan().parents[row] != no_row) touch(plan().parents[row]);
      for (const PartRow& link : extra_parents(plan(), row)) touch(link.parent);
      const auto [first, last] = followers_of(row);
      for (auto follower = first; follower != last; ++follower) touch(follower->second);
    }
    // Goals come before their parts.
    std::sort(touched_.begin(), touched_.end(), std::greater<>());
    EvaluationColumns& columns = *work_->columns;
    for (const Row row : touched_) {
      Saved saved{row, columns.status[row], columns.progress[row]};
      const bool is_goal = plan().kinds[row] == NodeKind::goal;
      if (is_goal) {
        saved.expected = columns.expected[row];
        saved.pace = columns.pace[row];
        saved.coverage = columns.coverage[row];
      }
      saved_.push_back(saved);
    }
    for (const Row row : touched_) {
      if (plan().kinds[row] == NodeKind::goal) {
        evaluator_->evaluate_goal(row);
      } else {
        evaluator_->evaluate_leaf(row);
      }
    }
  }

  void put_back() noexcept {
    EvaluationColumns& columns = *work_->columns;
    for (const Saved& saved : saved_) {
      columns.status[saved.row] = saved.status;
      columns.progress[saved.row] = saved.progress;
      if (plan().kinds[saved.row] != NodeKind::goal) continue;
      columns.expected[saved.row] = saved.expected;
      columns.pace[saved.row] = saved.pace;
      columns.coverage[saved.row] = saved.coverage;
    }
    saved_.clear();
    for (const Row row : touched_) is_touched_[row] = false;
    touched_.clear();
    readings_->put_back();
    for (auto weight = weights_.rbegin(); weight != weights_.rend(); ++weight)
      *weight->first = weight->second;
    weights_.clear();
    for (auto target = targets_.rbegin(); target != targets_.rend(); ++target) {
      own_plan_->targets.pop_back();
      own_plan_->details[target->row] = target->detail;
      own_plan_->traits[target->row] = target->traits;
      own_plan_->goal_values[target->row] = target->goal_value;
    }
    targets_.clear();
  }

  [[nodiscard]] ScenarioResult of(Row row) const {
    const EvaluationColumns& columns = *work_->columns;
    const auto given = [](double value) {
      return is_present(value) ? std::optional(value) : std::nullopt;
    };
    ScenarioResult result{.status = columns.status[row]};
    if (plan().kinds[row] == NodeKind::goal) {
      result.attainment = result.progress = given(columns.progress[row]);
      result.expected = given(columns.expected[row]);
      result.pace = given(columns.pace[row]);
      result.coverage = given(columns.coverage[row]);
      return result;
    }
    const LeafVerdict verdict = verdict_of(*work_, row);
    result.progress = given(verdict.progress);
    result.expected = given(verdict.expected);
    if (result.progress) {
      result.attainment = clamp_to_unit(*result.progress);
      if (result.expected > 0.0) result.pace = *result.progress / *result.expected;
    }
    if (result.expected) result.coverage = result.progress ? 1 : 0;
    if (is_blocked(row)) result.status = Status::blocked;
    return result;
  }

  /// Whether the target of some indicator follows this one.
  [[nodiscard]] bool has_followers(Row row) const {
    const auto [first, last] = followers_of(row);
    return first != last;
  }

 private:
  struct Saved {
    Row row;
    Status status;
    double progress;
    double expected = 0;
    double pace = 0;
    double coverage = 0;
  };
  struct SavedTarget {
    Row row;
    std::uint32_t detail;
    std::uint16_t traits;
    double goal_value;
  };

  [[nodiscard]] const PlanData& plan() const noexcept { return work_->plan.data(); }

  void begin(const Plan& plan) {
    const EvaluationData& base = now_.data();
    Observations seen = base.observations;
    auto log = std::make_shared<ObservationLog>(base.observations.log());
    auto binding = std::make_shared<ObservationBinding>(*base.binding);
    seen.log_ = log;
    work_ = std::make_unique<EvaluationData>(plan, std::move(seen));
    work_->binding = binding;
    work_->as_of = base.as_of;
    work_->policy = base.policy;
    work_->known_by = base.known_by;
    work_->basis = base.basis;
    readings_ = std::make_unique<SupposedReadings>(now_, *log, *binding);
    evaluator_ = std::make_unique<GoalEvaluator>(*work_);
    evaluate_all();
    is_touched_.assign(plan.size(), false);
    if (followers_.empty()) find_followers();
  }

  /// As the sweep of an evaluation, but blocked tasks keep their own status.
  void evaluate_all() {
    for (Row row = plan().size(); row-- > 0;) {
      if (plan().kinds[row] == NodeKind::goal) {
        evaluator_->evaluate_goal(row);
      } else if (plan().parents[row] == no_row) {
        evaluator_->evaluate_leaf(row);
      }
    }
  }

  void begin_with_own_plan() {
    own_plan_ = std::make_shared<PlanData>(now_.plan().data());
    evaluator_.reset();
    begin(Plan(own_plan_));
  }

  [[nodiscard]] static bool needs_own_plan(const Scenario& scenario) noexcept {
    const auto changes = scenario.changes();
    return std::any_of(changes.begin(), changes.end(), [](const ScenarioChange& change) {
      return std::holds_alternative<TargetChange>(change) ||
             std::holds_alternative<WordingChange>(change) ||
             std::holds_alternative<WeightChange>(change);
    });
  }

  /// Indicators whose targets follow others, by what they follow.
  void find_followers() {
    const PlanData& data = now_.plan().data();
    const auto note = [&](Row row, const Target& target) {
      if (!target.relative_to()) return;
      if (const auto followed = data.find(target.relative_to()->indicator))
        followers_.emplace_back(*followed, row);
    };
    for (Row row = 0; row < data.size() && !data.unusual_targets.empty(); ++row) {
      if (!data.has_target(row)) continue;
      const std::uint32_t unusual = data.targets[data.details[row]].unusual;
      if (unusual != no_row) note(row, data.unusual_targets[unusual]);
    }
    for (const auto& [row, revisions] : data.revisions.entries()) {
      for (const RevisionRow& revision : revisions) note(row, revision.target);
    }
    std::sort(followers_.begin(), followers_.end());
  }
  using Follower = std::vector<std::pair<Row, Row>>::const_iterator;
  [[nodiscard]] std::pair<Follower, Follower> followers_of(Row row) const {
    return std::equal_range(followers_.begin(), followers_.end(), std::pair(row, Row{0}),
                            [](const auto& a, const auto& b) { return a.first < b.first; });
  }

  void touch(Row row) {
    if (is_touched_[row]) return;
    is_touched_[row] = true;
    touched_.push_back(row);
  }

  [[nodiscard]] bool lay_change(const ScenarioChange& change, const Scenario& scenario) {
    const auto row = now_.plan().data().find(node_of(change));
    if (!row) return false;
    if (const auto* value = std::get_if<ValueChange>(&change))
      return value->unit.is_none() && !has_new_target(*row) &&
             lay_value(*row, value->value, value->on);
    if (const auto* weight = std::get_if<WeightChange>(&change)) return lay_weight(*row, *weight);
    if (const auto* target = std::get_if<TargetChange>(&change)) return lay_target(*row, *target);
    if (const auto* worded = std::get_if<WordingChange>(&change)) {
      const bool is_indicator = now_.plan().data().kinds[*row] == NodeKind::indicator;
      return is_indicator && lay_target(*row, in_full(*worded, now_.plan(), scenario));
    }
    return false;
  }

  [[nodiscard]] bool lay_weight(Row row, const WeightChange& change) {
    PlanData& data = *own_plan_;
    const auto goal = data.find(change.goal);
    const bool fits =
        change.weight >= Limits::least_weight && change.weight <= Limits::greatest_weight;
    if (!goal || !fits) return false;
    const auto set = [&](double& cell) {
      weights_.emplace_back(&cell, cell);
      cell = change.weight;
    };
    const std::size_t before = weights_.size();
    if (data.parents[row] == *goal) set(data.weights[row]);
    for (auto* links : {&data.extra_by_parent, &data.extra_by_child}) {
      for (PartRow& link : *links) {
        if (link.child == row && link.parent == *goal) set(link.weight);
      }
    }
    if (weights_.size() == before) return false;
    touch(*goal);
    return true;
  }

  [[nodiscard]] bool has_new_target(Row row) const {
    return std::any_of(targets_.begin(), targets_.end(),
                       [row](const SavedTarget& target) { return target.row == row; });
  }

  /// Only what the builder has nothing to check about: one plain target for another.
  [[nodiscard]] bool lay_target(Row row, const TargetChange& change) {
    PlanData& data = *own_plan_;
    const bool is_simple_change = change.target && change.revisions.empty() &&
                                  data.has_target(row) && data.revisions.find(row) == nullptr &&
                                  !readings_->is_set(row);
    if (!is_simple_change) return false;
    const TargetRow& before = data.targets[data.details[row]];
    const Unit unit = data.target_units[before.unit];
    if (before.unusual != no_row || before.due != no_day || change.target->due() ||
        !is_usual(*change.target) || !is_spelt_alike(change.target->unit(), unit)) {
      return false;
    }
    targets_.push_back({row, data.details[row], data.traits[row], data.goal_values[row]});
    const TargetRow after = row_of(*change.target, before.unit);
    data.details[row] = static_cast<std::uint32_t>(data.targets.size());
    data.targets.push_back(after);
    scratch_.targets.assign(1, after);
    scratch_.target_units.assign(after.unit + std::size_t{1}, unit);
    DraftNode node;
    node.kind = NodeKind::indicator;
    node.lifecycle = data.lifecycles[row];
    node.start = data.starts[row];
    node.due = data.dues[row];
    node.detail = 0;
    TraitsCompiler(scratch_).compile(data, row, node, false);
    touch(row);
    return true;
  }

  /// As mark_blocked says of one node.
  [[nodiscard]] bool is_blocked(Row row) const {
    const PlanData& data = plan();
    if (data.dependencies.empty() || data.kinds[row] != NodeKind::task ||
        data.starts[row] == no_day || work_->as_of < data.start_of(row)) {
      return false;
    }
    const Status status = work_->columns->status[row];
    if (is_met(status) || status == Status::cancelled || status == Status::missed) return false;
    const auto links = predecessors_of(data, row);
    return std::any_of(links.begin(), links.end(),
                       [&](const DependencyRow& link) { return holds_back(*work_, link); });
  }

  Evaluation now_;
  std::shared_ptr<PlanData> own_plan_;
  std::unique_ptr<EvaluationData> work_;
  std::unique_ptr<SupposedReadings> readings_;
  std::unique_ptr<GoalEvaluator> evaluator_;
  std::vector<std::pair<Row, Row>> followers_;  ///< what is followed, who follows it
  std::vector<bool> is_touched_;
  std::vector<Row> touched_;
  std::vector<Saved> saved_;
  std::vector<std::pair<double*, double>> weights_;
  std::vector<SavedTarget> targets_;
  PlanDraft scratch_{"", Period{Date{}, Date{}}};
};

}  // namespace jinjiang::detail
