// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <thread>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/evaluation/detail/blocking.hpp>
#include <jinjiang/evaluation/detail/evaluation_data.hpp>
#include <jinjiang/evaluation/detail/leaf.hpp>
#include <jinjiang/evaluation/detail/rollup.hpp>

namespace jinjiang {

namespace detail {

/// Evaluates the goals among rows [first, last) of one layer with their own leaves.
inline void sweep_rows(EvaluationData& evaluation, Row first, Row last) {
  const std::uint16_t* const traits = evaluation.plan.data().traits.data();
  GoalEvaluator evaluator(evaluation);
  for (Row row = first; row < last; ++row) {
    if ((traits[row] & Traits::goal) != 0) evaluator.evaluate_goal(row);
  }
}

/// Layer by layer from the deepest; goals of one layer do not depend on each other, so they may be
/// shared out.
inline void sweep(EvaluationData& evaluation, unsigned threads) {
  const PlanData& plan = evaluation.plan.data();
  GoalEvaluator evaluator(evaluation);
  // Leaves that no goal evaluates on its way.
  const Row roots = plan.layers.size() > 1 ? plan.layers[1] : 0;
  for (Row row = 0; row < roots; ++row) {
    if ((plan.traits[row] & Traits::goal) == 0) evaluator.evaluate_leaf(row);
  }
  constexpr Row fewest_for_a_thread = 2000;
  for (std::size_t depth = plan.layers.size(); depth-- > 1;) {
    const Row first = plan.layers[depth - 1];
    const Row last = std::min(plan.layers[depth], plan.goals_end);
    if (first >= last) continue;
    const unsigned workers = std::min<unsigned>(threads, (last - first) / fewest_for_a_thread);
    if (workers < 2) {
      sweep_rows(evaluation, first, last);
      continue;
    }
    std::vector<std::thread> pool;
    const Row share = (last - first) / workers;
    for (unsigned w = 1; w < workers; ++w) {
      const Row begin = first + w * share;
      pool.emplace_back(sweep_rows, std::ref(evaluation), begin,
                        w + 1 == workers ? last : begin + share);
    }
    sweep_rows(evaluation, first, first + share);
    for (std::thread& worker : pool) worker.join();
  }
}

inline void refuse_unknown(const PlanData& plan, const std::vector<std::string_view>& unknown) {
  constexpr std::size_t most = 20;
  std::string text = unknown.size() == 1 ? "observations name an id that the plan does not have: "
                                         : "observations name " + std::to_string(unknown.size()) +
                                               " ids that the plan does not have: ";
  for (std::size_t i = 0; i < unknown.size() && i < most; ++i)
    text += (i > 0 ? "\n  " : "") + unknown_id(plan, unknown[i]);
  if (unknown.size() > most) text += "\n  … and " + std::to_string(unknown.size() - most) + " more";
  throw UnknownObservationError(text + "\ncorrect them, or evaluate with ignore_unknown");
}

/// What an evaluation is made from, with columns that nothing is written in yet.
inline std::shared_ptr<EvaluationData> begin_evaluation(const Plan& plan,
                                                        const Observations& observations,
                                                        Date as_of,
                                                        const EvaluationOptions& options) {
  const Policy& policy = options.policy ? *options.policy : plan.policy();
  if (const std::string problem = find_problem(policy); !problem.empty()) {
    throw PlanError({{{}, "policy", "policy of the evaluation: " + problem}});
  }
  auto evaluation = std::make_shared<EvaluationData>(plan, observations);
  evaluation->binding = observations.bind(plan);
  if (!options.ignore_unknown && !evaluation->binding->unknown.empty()) {
    refuse_unknown(plan.data(), evaluation->binding->unknown);
  }
  evaluation->as_of = as_of;
  evaluation->policy = policy;
  evaluation->known_by = options.known_by;
  evaluation->basis = options.basis;
  return evaluation;
}

}  // namespace detail

JINJIANG_INLINE Evaluation evaluate(const Plan& plan, const Observations& observations, Date as_of,
                                    const EvaluationOptions& options) {
  auto evaluation = detail::begin_evaluation(plan, observations, as_of, options);
  detail::sweep(*evaluation,
                options.threads == 0 ? std::thread::hardware_concurrency() : options.threads);
  if (!plan.data().dependencies.empty()) detail::mark_blocked(*evaluation);
  return Evaluation(std::move(evaluation));
}

}  // namespace jinjiang
