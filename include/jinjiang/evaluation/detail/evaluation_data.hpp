// SPDX-License-Identifier: BSL-1.0
#pragma once

// The columns of an evaluation, in the layout of its plan.

#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string>

#include <jinjiang/evaluation/evaluation.hpp>
#include <jinjiang/model/detail/observation_log.hpp>

namespace jinjiang::detail {

/// Equal to the bit, so that a missing number equals a missing number.
template <class Value>
[[nodiscard]] bool same_bits(const Column<Value>& a, const Column<Value>& b) noexcept {
  return a.size() == b.size() &&
         (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(Value)) == 0);
}

/// What a sweep keeps: memory is what it waits for, so of a leaf only what cannot be told again at
/// once. Numbers that are missing are not-a-numbers of one bit pattern; a goal that is left out of
/// roll-ups has no coverage.
struct EvaluationColumns {
  explicit EvaluationColumns(const PlanData& plan)
      : status(plan.size()),
        progress(plan.size()),
        expected(plan.goals_end),
        pace(plan.goals_end),
        coverage(plan.goals_end) {}

  // One entry a node.
  Column<Status> status;
  Column<double> progress;

  // One entry a row up to the last goal; written for goals only.
  Column<double> expected;
  Column<double> pace;
  Column<double> coverage;
};

/// An evaluation. Its columns go to the plan when it ends and serve the next one: who asks again
/// and again, as in a search or a dashboard, does not pay for fresh memory each time.
struct EvaluationData {
  EvaluationData(Plan evaluated, Observations seen)
      : plan(std::move(evaluated)),
        observations(std::move(seen)),
        columns(std::static_pointer_cast<EvaluationColumns>(plan.data().spare_evaluation.take())) {
    if (!columns) columns = std::make_shared<EvaluationColumns>(plan.data());
  }
  ~EvaluationData() { plan.data().spare_evaluation.put(std::move(columns)); }
  EvaluationData(const EvaluationData&) = delete;
  EvaluationData& operator=(const EvaluationData&) = delete;

  Plan plan;
  Observations observations;
  std::shared_ptr<const ObservationBinding> binding;
  Date as_of;
  Policy policy;
  std::optional<Date> known_by;
  std::string basis;
  std::shared_ptr<EvaluationColumns> columns;

  /// Whether a node takes no part in any roll-up.
  [[nodiscard]] bool is_left_out(Row row) const noexcept {
    const PlanData& data = plan.data();
    if (data.kinds[row] == NodeKind::goal) return columns->coverage[row] != columns->coverage[row];
    return data.lifecycles[row] == Lifecycle::cancelled || (data.traits[row] & Traits::judged) == 0;
  }
};

}  // namespace jinjiang::detail
