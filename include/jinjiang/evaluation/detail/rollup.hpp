// SPDX-License-Identifier: BSL-1.0
#pragma once

// How a goal stands by its parts. Parts are read from a contiguous range of rows; goals in many hands (parts of several
// goals) come from a short side list. Sums run in the layout's order, so their bits depend on nothing else.

#include <algorithm>
#include <vector>

#include <jinjiang/evaluation/detail/judge.hpp>
#include <jinjiang/model/detail/plan_links.hpp>

namespace jinjiang::detail {

/// A part of a goal as its roll-up sees it.
struct PartView {
  double weight = 0;
  double attainment = 0;        ///< as the policy counts it; not a number when left out
  double paced_attainment = 0;  ///< the attainment of those of its leaves of which something was expected
  double expected = 0;          ///< 0 or not a number: nothing was expected
  double coverage = 0;          ///< not a number: takes no part at all
  Status status = Status::not_due;

  [[nodiscard]] bool counts() const noexcept { return is_present(attainment); }
  [[nodiscard]] bool is_paced() const noexcept { return counts() && expected > 0; }
};

/// The sums over the parts of one goal.
struct RollupSums {
  double weight_of_all = 0;
  double weight_with_data = 0;
  double weight_paced = 0;
  double attainment = 0;
  double paced_attainment = 0;
  double expected = 0;
  double coverage = 0;
  std::uint32_t parts = 0;      ///< that take part
  std::uint32_t met = 0;
  std::uint32_t not_met = 0;    ///< with data
  bool has_no_data = false;     ///< something was expected of a part and nothing observed
  bool has_not_comparable = false;

  void add(const PartView& part) noexcept {
    if (!is_present(part.coverage)) return;
    ++parts;
    weight_of_all += part.weight;
    coverage += part.weight * part.coverage;
    has_no_data |= part.status == Status::no_data;
    has_not_comparable |= part.status == Status::not_comparable;
    if (!part.counts()) return;
    weight_with_data += part.weight;
    attainment += part.weight * part.attainment;
    if (is_met(part.status)) {
      ++met;
    } else {
      ++not_met;
    }
    if (!(part.expected > 0)) return;
    weight_paced += part.weight;
    paced_attainment += part.weight * part.paced_attainment;
    expected += part.weight * part.expected;
  }
};

/// What a rule makes of the parts.
struct GoalFigures {
  double attainment = missing;
  double expected = missing;
  double pace = missing;
  bool is_met = false;
  bool is_decided = false;  ///< met whatever the parts without data will read
};

/// Reads the parts of goals from the columns of an evaluation.
class PartReader {
 public:
  explicit PartReader(const EvaluationData& evaluation)
      : plan_(evaluation.plan.data()), kinds_(plan_.kinds.data()), weights_(plan_.weights.data()),
        vetoes_(plan_.vetoes.data()), first_children_(plan_.first_children.data()),
        status_(evaluation.status.data()), progress_(evaluation.progress.data()),
        expected_(evaluation.expected.data()), pace_(evaluation.pace.data()), coverage_(evaluation.coverage.data()),
        missing_(evaluation.policy.missing), has_shared_parts_(!plan_.extra_by_parent.empty()) {}

  /// Calls visit(view, row, is_veto) for every part, in the layout's order.
  template <class Visit>
  void for_each(Row goal, const Visit& visit) const {
    const Row last = first_children_[goal + 1];
    for (Row part = first_children_[goal]; part < last; ++part) {
      visit(view(part, weights_[part]), part, vetoes_[part] != 0);
    }
    if (!has_shared_parts_) return;
    for (const PartRow& part : extra_children(plan_, goal)) visit(view(part.child, part.weight), part.child, part.veto);
  }

 private:
  [[nodiscard]] PartView view(Row part, double weight) const noexcept {
    PartView result{weight, progress_[part], 0, expected_[part], 0, status_[part]};
    if (is_present(result.attainment)) result.attainment = clamp_to_unit(result.attainment);
    if (kinds_[part] == NodeKind::goal) {
      // Only that share of its attainment that belongs to leaves with an expectation is held against it.
      result.coverage = coverage_[part];
      result.paced_attainment = clamp_to_unit(pace_[part] * result.expected);
    } else {
      result.coverage = !is_present(result.expected) ? missing : is_present(result.attainment) ? 1 : 0;
      result.paced_attainment = result.attainment;
    }
    if (missing_ != Missing::exclude && !result.counts() && is_present(result.coverage)) {
      result.attainment = missing_ == Missing::expected && result.expected > 0 ? clamp_to_unit(result.expected) : 0;
      result.paced_attainment = result.attainment;
    }
    return result;
  }

  const PlanData& plan_;
  const NodeKind* kinds_;
  const double* weights_;
  const std::uint8_t* vetoes_;
  const Row* first_children_;
  const Status* status_;
  const double* progress_;
  const double* expected_;
  const double* pace_;
  const double* coverage_;
  Missing missing_;
  bool has_shared_parts_;
};

/// A part with the weight that the goal's rule gives it.
struct CountedPart {
  Row row;
  double weight;
  double attainment;
  double paced_attainment;
  double expected;  ///< 0: nothing
};

/// The parts that decide under a goal's rule. Each rule says what it does with missing data: `mean` and `worst` leave
/// such parts to the policy; to `all` and `at_least` a part without data is a part that is not met.
[[nodiscard]] inline std::vector<CountedPart> counted_parts(const PartReader& reader, Row goal, Rule rule) {
  std::vector<CountedPart> parts;
  const bool missing_counts = rule.kind == RuleKind::all || rule.kind == RuleKind::at_least;
  reader.for_each(goal, [&](const PartView& part, Row row, bool) {
    if (!is_present(part.coverage)) return;
    if (part.counts()) {
      const double expected = part.expected > 0 ? part.expected : 0;
      parts.push_back({row, part.weight, part.attainment, part.paced_attainment, expected});
    } else if (missing_counts) {
      parts.push_back({row, part.weight, 0, 0, 0});
    }
  });
  if (rule.kind == RuleKind::worst && !parts.empty()) {
    parts = {*std::min_element(parts.begin(), parts.end(), [](const CountedPart& a, const CountedPart& b) {
      return a.attainment < b.attainment;
    })};
  }
  if (rule.kind == RuleKind::at_least) {
    std::stable_sort(parts.begin(), parts.end(),
                     [](const CountedPart& a, const CountedPart& b) { return a.attainment > b.attainment; });
    if (parts.size() > rule.k) parts.resize(rule.k);
    for (CountedPart& part : parts) part.weight = 1;
  }
  return parts;
}

/// The weight that counted parts are measured by: places of `at_least` that no part fills count as nothing done.
[[nodiscard]] inline double total_weight(const std::vector<CountedPart>& parts, Rule rule) noexcept {
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

[[nodiscard]] inline std::vector<PartShare> part_shares(const EvaluationData& evaluation, Row goal) {
  const PlanData& plan = evaluation.plan.data();
  const Rule rule = plan.rules[plan.details[goal]];
  const auto parts = counted_parts(PartReader(evaluation), goal, rule);
  const double total = total_weight(parts, rule);
  std::vector<PartShare> shares;
  for (const CountedPart& part : parts) shares.push_back({part.row, part.weight / total, part.attainment});
  return shares;
}

class GoalEvaluator {
 public:
  explicit GoalEvaluator(EvaluationData& evaluation)
      : evaluation_(evaluation), plan_(evaluation.plan.data()), parts_(evaluation), policy_(evaluation.policy) {}

  void evaluate(Row row) const {
    if (plan_.lifecycles[row] == Lifecycle::cancelled) return leave_out(row, Status::cancelled);
    RollupSums sums;
    parts_.for_each(row, [&sums](const PartView& part, Row, bool) { sums.add(part); });
    if (sums.parts == 0) {
      const bool had_parts = has_cancelled_part(row);
      return leave_out(row, had_parts ? Status::cancelled : Status::not_due);
    }
    const Rule rule = plan_.rules[plan_.details[row]];
    const GoalFigures figures = rule.kind == RuleKind::mean ? mean_of(sums) : figures_of(row, rule, sums);
    const double coverage = sums.coverage / sums.weight_of_all;
    const Status status = status_of(row, sums, figures, coverage);
    write(row, plan_.has_vetoes ? with_veto(row, status) : status, figures, coverage);
  }

 private:
  [[nodiscard]] bool has_cancelled_part(Row row) const {
    bool found = false;
    parts_.for_each(row, [&found](const PartView& part, Row, bool) { found |= part.status == Status::cancelled; });
    return found;
  }

  // --- rules ------------------------------------------------------------------------------------------------------

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
      if (is_present(figures.pace) && pace >= figures.pace) return;
      figures.pace = pace;
      figures.expected = part.expected;
    });
  }

  // --- the verdict ------------------------------------------------------------------------------------------------

  void leave_out(Row row, Status status) const noexcept { write(row, status, {}, missing); }

  void write(Row row, Status status, const GoalFigures& figures, double coverage) const noexcept {
    EvaluationData& out = evaluation_;
    out.status[row] = status;
    out.progress[row] = figures.attainment;
    out.expected[row] = figures.expected;
    out.reading[row] = no_row;
    out.pace[row] = figures.pace;
    out.coverage[row] = coverage;
  }

  [[nodiscard]] Status status_of(Row row, const RollupSums& sums, const GoalFigures& figures, double coverage) const {
    const bool is_due = evaluation_.as_of >= plan_.due_of(row);
    const Status when_met = is_due ? Status::met : Status::met_early;
    if (figures.is_decided) return when_met;
    constexpr double slack = 1e-12;
    if (coverage < policy_.minimum_coverage - slack || !is_present(figures.attainment)) {
      const bool nothing_yet = coverage == 0 && !sums.has_no_data && !sums.has_not_comparable;
      return nothing_yet ? Status::not_due : Status::no_data;
    }
    if (figures.is_met) return when_met;
    if (is_due) return Status::missed;
    return is_present(figures.pace) ? status_of_pace(figures.pace, policy_) : Status::under_way;
  }

  /// While a veto part is missed or off track, the goal is no better.
  [[nodiscard]] Status with_veto(Row row, Status status) const {
    parts_.for_each(row, [&](const PartView& part, Row, bool is_veto) {
      const bool vetoes = is_veto && (part.status == Status::missed || part.status == Status::off_track);
      if (vetoes && severity(part.status) > severity(status)) status = part.status;
    });
    return status;
  }

  EvaluationData& evaluation_;
  const PlanData& plan_;
  PartReader parts_;
  const Policy& policy_;
};

}  // namespace jinjiang::detail
