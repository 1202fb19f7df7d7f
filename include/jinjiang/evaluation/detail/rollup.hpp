// SPDX-License-Identifier: BSL-1.0
#pragma once

// How a goal stands by its parts. Parts are read from a contiguous range of rows; goals in many
// hands (parts of several goals) come from a short side list. Sums run in the layout's order, so
// their bits depend on nothing else.

#include <algorithm>
#include <vector>

#include <jinjiang/evaluation/detail/leaf_run.hpp>
#include <jinjiang/model/detail/plan_links.hpp>

namespace jinjiang::detail {

/// What a rule makes of the parts.
struct GoalFigures {
  double attainment = missing;
  double expected = missing;
  double pace = missing;
  bool is_met = false;
  bool is_decided = false;  ///< met whatever the parts without data will read
};

/// Calls visit(view(row, weight), row, is_veto) for every part of a goal, in the layout's order.
template <class View, class Visit>
void for_each_part(const PlanData& plan, Row goal, const View& view, const Visit& visit) {
  for (Row part = plan.first_children[goal]; part < plan.first_children[goal + 1]; ++part) {
    visit(view(part, plan.weights[part]), part, plan.vetoes[part] != 0);
  }
  for (const PartRow& part : extra_children(plan, goal))
    visit(view(part.child, part.weight), part.child, part.veto);
}

/// The parts of goals as a sweep sees them: leaves are looked at again, goals among them are
/// evaluated.
class SweptParts {
 public:
  explicit SweptParts(const EvaluationData& evaluation) : evaluation_(evaluation) {}

  template <class Visit>
  void for_each(Row goal, const Visit& visit) const {
    const PlanData& plan = evaluation_.plan.data();
    const PartViewer viewer(evaluation_);
    LeafEvaluator leaf(evaluation_);
    const auto view = [&](Row part, double weight) {
      const bool is_goal = (plan.traits[part] & Traits::goal) != 0;
      return is_goal ? viewer.of_goal(part, weight)
                     : viewer.of_leaf(leaf.evaluate(part, plan.traits[part]), weight);
    };
    for_each_part(plan, goal, view, visit);
  }

  [[nodiscard]] bool has_veto(Row) const noexcept { return evaluation_.plan.data().has_vetoes; }

 private:
  const EvaluationData& evaluation_;
};

/// A part with the weight that the goal's rule gives it.
struct CountedPart {
  Row row;
  double weight;
  double attainment;
  double paced_attainment;
  double expected;  ///< 0: nothing
};

/// The parts that decide under a goal's rule. Each rule says what it does with missing data: `mean`
/// and `worst` leave such parts to the policy; to `all` and `at_least` a part without data is a
/// part that is not met.
template <class Parts>
[[nodiscard]] std::vector<CountedPart> counted_parts(const Parts& source, Row goal, Rule rule) {
  std::vector<CountedPart> parts;
  const bool missing_counts = rule.kind == RuleKind::all || rule.kind == RuleKind::at_least;
  source.for_each(goal, [&](const PartView& part, Row row, bool) {
    if (!is_present(part.coverage)) return;
    const double expected = part.expected > 0 ? part.expected : 0;
    const bool is_missing = part.is_assumed || !part.counts();
    if (is_missing && missing_counts) {
      parts.push_back({row, part.weight, 0, 0, expected});
    } else if (part.counts()) {
      parts.push_back({row, part.weight, part.attainment, part.paced_attainment, expected});
    }
  });
  if (rule.kind == RuleKind::worst && !parts.empty()) {
    parts = {*std::min_element(
        parts.begin(), parts.end(),
        [](const CountedPart& a, const CountedPart& b) { return a.attainment < b.attainment; })};
  }
  if (rule.kind == RuleKind::at_least) {
    // Parts that are equally far are told apart by what they are, not by their ids.
    std::stable_sort(parts.begin(), parts.end(), [](const CountedPart& a, const CountedPart& b) {
      if (a.attainment != b.attainment) return a.attainment > b.attainment;
      return a.expected != b.expected ? a.expected < b.expected
                                      : a.paced_attainment > b.paced_attainment;
    });
    if (parts.size() > rule.k) parts.resize(rule.k);
    for (CountedPart& part : parts) part.weight = 1;
  }
  return parts;
}

/// The weight that counted parts are measured by: places of `at_least` that no part fills count as
/// nothing done.
[[nodiscard]] inline double total_weight(const std::vector<CountedPart>& parts,
                                         Rule rule) noexcept {
  double total = 0;
  for (const CountedPart& part : parts) total += part.weight;
  return rule.kind == RuleKind::at_least ? std::max(total, static_cast<double>(rule.k)) : total;
}

/// How much of a goal's attainment one part makes.
struct PartShare {
  Row part;
  double share;
  double attainment;
};

[[nodiscard]] inline std::vector<PartShare> part_shares(const EvaluationData& evaluation,
                                                        Row goal) {
  const PlanData& plan = evaluation.plan.data();
  const Rule rule = plan.rules[plan.details[goal]];
  const auto parts = counted_parts(SweptParts(evaluation), goal, rule);
  const double total = total_weight(parts, rule);
  std::vector<PartShare> shares;
  for (const CountedPart& part : parts)
    shares.push_back({part.row, part.weight / total, part.attainment});
  return shares;
}

/// The verdict on goals from the sums over their parts.
template <class Parts>
class GoalJudge {
 public:
  GoalJudge(EvaluationData& evaluation, Parts parts)
      : evaluation_(evaluation),
        plan_(evaluation.plan.data()),
        parts_(std::move(parts)),
        policy_(evaluation.policy) {}

  [[gnu::always_inline]] inline void conclude(Row row, const RollupSums& sums) const {
    if (plan_.lifecycles[row] == Lifecycle::cancelled) return leave_out(row, Status::cancelled);
    if (sums.parts == 0)
      return leave_out(row, sums.has_cancelled ? Status::cancelled : Status::not_due);
    const Rule rule = plan_.rules[plan_.details[row]];
    const GoalFigures figures =
        rule.kind == RuleKind::mean ? mean_of(sums) : figures_of(row, rule, sums);
    const double coverage = sums.coverage / sums.weight_of_all;
    const Status status = status_of(row, sums, figures, coverage);
    write(row, parts_.has_veto(row) ? with_veto(row, status) : status, figures, coverage);
  }

 private:
  // --- rules
  // ------------------------------------------------------------------------------------------------------

  [[nodiscard]] static GoalFigures mean_of(const RollupSums& sums) noexcept {
    GoalFigures figures;
    if (sums.weight_with_data > 0) {
      figures.attainment = sums.attainment / sums.weight_with_data;
      figures.expected = 0;
    }
    if (sums.weight_paced > 0) {
      figures.expected = sums.expected / sums.weight_paced;
      figures.pace = sums.paced_attainment / sums.expected;
    }
    figures.is_met = sums.met > 0 && sums.not_met == 0;
    return figures;
  }

  [[nodiscard]] GoalFigures figures_of(Row row, Rule rule, const RollupSums& sums) const {
    GoalFigures figures;
    if (sums.weight_with_data == 0) return figures;
    const std::vector<CountedPart> parts = counted_parts(parts_, row, rule);
    double attainment = 0;
    double paced_weight = 0;
    double paced = 0;
    double expected = 0;
    for (const CountedPart& part : parts) {
      attainment += part.weight * part.attainment;
      if (part.expected <= 0) continue;
      paced_weight += part.weight;
      paced += part.weight * part.paced_attainment;
      expected += part.weight * part.expected;
    }
    figures.attainment = attainment / total_weight(parts, rule);
    figures.expected = paced_weight > 0 ? expected / paced_weight : 0;
    if (paced_weight > 0) figures.pace = paced / expected;
    if (rule.kind == RuleKind::worst) take_slowest_pace(row, figures);
    switch (rule.kind) {
      case RuleKind::at_least:
        figures.is_met = figures.is_decided = sums.met >= rule.k;
        break;
      case RuleKind::all:
        figures.is_met = sums.met == sums.parts;
        break;
      default:
        figures.is_met = sums.met > 0 && sums.not_met == 0;
    }
    return figures;
  }

  /// Under `worst` the pace is the slowest of the parts of which something was expected.
  void take_slowest_pace(Row row, GoalFigures& figures) const {
    figures.pace = missing;
    figures.expected = 0;
    parts_.for_each(row, [&](const PartView& part, Row, bool) {
      if (!is_present(part.coverage) || !part.is_paced()) return;
      const double pace = part.paced_attainment / part.expected;
      const bool is_slower = !is_present(figures.pace) || pace < figures.pace;
      if (!is_slower && !(pace == figures.pace && part.expected > figures.expected)) return;
      figures.pace = pace;
      figures.expected = part.expected;
    });
  }

  // --- the verdict
  // ------------------------------------------------------------------------------------------------

  void leave_out(Row row, Status status) const noexcept { write(row, status, {}, missing); }

  void write(Row row, Status status, const GoalFigures& figures, double coverage) const noexcept {
    EvaluationColumns& out = *evaluation_.columns;
    out.status[row] = status;
    out.progress[row] = figures.attainment;
    out.expected[row] = figures.expected;
    out.pace[row] = figures.pace;
    out.coverage[row] = coverage;
  }

  [[nodiscard]] Status status_of(Row row, const RollupSums& sums, const GoalFigures& figures,
                                 double coverage) const {
    const bool is_due = evaluation_.as_of >= plan_.due_of(row);
    const Status when_met = is_due ? Status::met : Status::met_early;
    if (figures.is_decided) return when_met;
    if (coverage < policy_.minimum_coverage - threshold_slack || !is_present(figures.attainment)) {
      const bool nothing_yet = coverage == 0 && !sums.has_no_data && !sums.has_not_comparable;
      return nothing_yet ? Status::not_due : Status::no_data;
    }
    if (figures.is_met) return when_met;
    if (is_due) return Status::missed;
    return is_present(figures.pace) ? status_of_pace(figures.pace, 1, policy_) : Status::under_way;
  }

  /// While a veto part is missed or off track, the goal is no better.
  [[nodiscard]] Status with_veto(Row row, Status status) const {
    parts_.for_each(row, [&status](const PartView& part, Row, bool is_veto) {
      const bool vetoes =
          is_veto && (part.status == Status::missed || part.status == Status::off_track);
      if (vetoes && severity(part.status) > severity(status)) status = part.status;
    });
    return status;
  }

  EvaluationData& evaluation_;
  const PlanData& plan_;
  Parts parts_;
  const Policy& policy_;
};

/// Evaluates goals, and on the way the leaves that are their own parts, while what was found of
/// them is at hand.
class GoalEvaluator {
 public:
  explicit GoalEvaluator(EvaluationData& evaluation)
      : plan_(evaluation.plan.data()),
        leaf_(evaluation),
        runs_(evaluation, leaf_),
        parts_(evaluation),
        judge_(evaluation, SweptParts(evaluation)),
        status_(evaluation.columns->status.data()),
        progress_(evaluation.columns->progress.data()),
        traits_(plan_.traits.data()),
        weights_(plan_.weights.data()) {}

  /// Goals deeper down are evaluated already.
  void evaluate_goal(Row row) {
    RollupSums sums;
    const Row last = plan_.first_children[row + 1];
    for (Row part = plan_.first_children[row]; part < last; ++part) {
      if (const LeafRun run = runs_.find(part, last); run.size() > 0) {
        runs_.evaluate(run, sums);
        part = run.last - 1;
      } else if ((traits_[part] & Traits::goal) != 0) {
        sums.add(parts_.of_goal(part, weights_[part]));
      } else {
        const LeafVerdict leaf = leaf_.evaluate(part, traits_[part]);
        write_leaf(part, leaf);
        sums.add(parts_.of_leaf(leaf, weights_[part]));
      }
    }
    for (const PartRow& part : extra_children(plan_, row)) sums.add(view_of_shared(part));
    judge_.conclude(row, sums);
  }

  void evaluate_leaf(Row row) { write_leaf(row, leaf_.evaluate(row, traits_[row])); }

 private:
  [[gnu::always_inline]] inline void write_leaf(Row row, const LeafVerdict& leaf) const noexcept {
    status_[row] = leaf.status;
    progress_[row] = leaf.progress;
  }

  /// A leaf that is another goal's own part is looked at again: that goal may come later.
  [[nodiscard]] PartView view_of_shared(const PartRow& part) {
    const std::uint16_t traits = traits_[part.child];
    if ((traits & Traits::goal) != 0) return parts_.of_goal(part.child, part.weight);
    return parts_.of_leaf(leaf_.evaluate(part.child, traits), part.weight);
  }

  const PlanData& plan_;
  LeafEvaluator leaf_;
  LeafRunEvaluator runs_;
  PartViewer parts_;
  GoalJudge<SweptParts> judge_;
  Status* status_;
  double* progress_;
  const std::uint16_t* traits_;
  const double* weights_;
};

}  // namespace jinjiang::detail
