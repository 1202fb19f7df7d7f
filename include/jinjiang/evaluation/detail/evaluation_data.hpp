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
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(Value)) == 0;
}

/// What a sweep writes: enough to tell the rest on demand. Numbers that are missing are not-a-numbers of one bit
/// pattern. A leaf that is left out of roll-ups has no expected; a goal that is left out has no coverage.
struct EvaluationData {
  EvaluationData(Plan evaluated, Observations seen)
      : plan(std::move(evaluated)), observations(std::move(seen)), status(plan.size()), progress(plan.size()),
        expected(plan.size()), reading(plan.size()), pace(plan.data().goals_end), coverage(plan.data().goals_end) {}

  Plan plan;
  Observations observations;
  std::shared_ptr<const ObservationBinding> binding;
  Date as_of;
  Policy policy;
  std::optional<Date> known_by;
  std::string basis;

  // One entry a node.
  Column<Status> status;
  Column<double> progress;
  Column<double> expected;
  Column<std::uint32_t> reading;  ///< position in the binding, or no_row

  // One entry a row up to the last goal; written for goals only.
  Column<double> pace;
  Column<double> coverage;

  [[nodiscard]] bool is_left_out(Row row) const noexcept {
    const double sign = plan.data().kinds[row] == NodeKind::goal ? coverage[row] : expected[row];
    return sign != sign;
  }
};

}  // namespace jinjiang::detail
