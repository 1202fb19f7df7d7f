// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include <jinjiang/analysis/detail/goals_above.hpp>
#include <jinjiang/analysis/detail/plan_shares.hpp>
#include <jinjiang/analysis/impact.hpp>
#include <jinjiang/detail/text.hpp>

namespace jinjiang {

namespace detail {

class ImpactFinder {
 public:
  explicit ImpactFinder(Comparison comparison) : impact_{std::move(comparison)} {}

  void look_at_figures() {
    const PlanShares before(impact_.comparison.before);
    const PlanShares after(impact_.comparison.after);
    impact_.effect = after.mean() - before.mean();
    for (const NodeDifference& difference : impact_.comparison.differences) {
      NodeImpact& found = at((difference.after ? difference.after : difference.before)->node);
      found.difference = difference;
      found.effect = effect_of(difference, before, after);
    }
  }

  void look_at_dates(Schedule before, Schedule after) {
    const auto shares = shares_by_weight(after.plan().data());
    for (const NodeSchedule& is : after.results()) {
      const auto node = before.plan().find_node(is.node.id());
      if (!node || !is.early_finish) continue;
      const NodeSchedule was = before.of(*node);
      const bool is_same = was.early_start == is.early_start && was.early_finish == is.early_finish;
      if (is_same || !was.early_finish) continue;
      DateShift shift{*was.early_start, *is.early_start, *was.early_finish, *is.early_finish};
      shift.due = due_of(is.node, after.plan());
      shift.was_late = *was.early_finish > due_of(was.node, before.plan());
      shift.is_late = *is.early_finish > shift.due;
      shift.plan_days = shares[is.node.row()] * shift.days();
      at(is.node).shift = shift;
    }
    impact_.schedule_before = std::move(before);
    impact_.schedule_after = std::move(after);
  }

  [[nodiscard]] Impact take() {
    const auto rank = [](const NodeImpact& node) {
      constexpr double grain = 1e12;  // what differs by rounding is equal
      const auto size = [&](double value) { return -std::round(std::fabs(value) * grain); };
      const bool becomes_late = node.shift && node.shift->is_late && !node.shift->was_late;
      return std::tuple(
          size(node.effect), !becomes_late, size(node.shift ? node.shift->plan_days : 0),
          -(node.difference ? severity_change(*node.difference) : 0), node.node.row());
    };
    std::stable_sort(impact_.nodes.begin(), impact_.nodes.end(),
                     [&](const NodeImpact& a, const NodeImpact& b) { return rank(a) < rank(b); });
    return std::move(impact_);
  }

 private:
  [[nodiscard]] static Date due_of(const Node& node, const Plan& plan) noexcept {
    return node.has_given_due() ? node.due() : plan.period().end();
  }

  [[nodiscard]] NodeImpact& at(const Node& node) {
    const auto [place, is_new] = places_.try_emplace(node.id(), impact_.nodes.size());
    if (is_new) impact_.nodes.push_back({node});
    return impact_.nodes[place->second];
  }

  [[nodiscard]] static std::optional<double> attainment_of(
      const std::optional<NodeResult>& result) {
    return result ? result->attainment : std::nullopt;
  }

  /// As the movers of a comparison, for the mean of the roots.
  [[nodiscard]] static double effect_of(const NodeDifference& difference, const PlanShares& before,
                                        const PlanShares& after) {
    const auto stood = attainment_of(difference.before);
    const auto stands = attainment_of(difference.after);
    if (!stood && !stands) return 0;
    const double share_before = stood ? before.of(difference.id) : 0;
    const double share_after = stands ? after.of(difference.id) : 0;
    if (stood && stands) return (share_before + share_after) / 2 * (*stands - *stood);
    return (share_after - share_before) * (stands.value_or(stood.value_or(0)) - before.mean());
  }

  [[nodiscard]] static int severity_change(const NodeDifference& difference) {
    const int before = difference.before ? severity(difference.before->status) : 0;
    const int after = difference.after ? severity(difference.after->status) : 0;
    return std::abs(after - before);
  }

  Impact impact_;
  std::map<std::string_view, std::size_t> places_;
};

[[nodiscard]] inline ScheduleOptions with_delay(ScheduleOptions options, std::string_view id,
                                                Slip slip) {
  options.delays.push_back({std::string(id), slip.days});
  return options;
}

}  // namespace detail

JINJIANG_INLINE Impact impact(Comparison comparison, std::optional<Schedule> before,
                              std::optional<Schedule> after) {
  detail::ImpactFinder finder(std::move(comparison));
  finder.look_at_figures();
  if (before && after) finder.look_at_dates(*std::move(before), *std::move(after));
  return finder.take();
}

JINJIANG_INLINE Impact impact(const Evaluation& now, const Scenario& scenario,
                              const ScheduleOptions& options) {
  const Evaluation then = evaluate(now, scenario);
  Comparison comparison = compare(now, then);
  if (now.plan().data().dependencies.empty() && then.plan().data().dependencies.empty())
    return impact(std::move(comparison));
  return impact(std::move(comparison), schedule(now, options), schedule(then, options));
}

JINJIANG_INLINE Impact impact(const Evaluation& now, std::string_view id, double value,
                              const ScheduleOptions& options) {
  detail::refuse_immovable(now, now.plan()[id]);
  return impact(now, Scenario().value(std::string(id), value), options);
}

JINJIANG_INLINE Impact impact(const Evaluation& now, std::string_view id, Slip slip,
                              const ScheduleOptions& options) {
  return impact({now, now, {}}, schedule(now, options),
                schedule(now, detail::with_delay(options, id, slip)));
}

JINJIANG_INLINE Impact impact(const Plan& plan, std::string_view id, Slip slip,
                              const ScheduleOptions& options) {
  const Evaluation now = evaluate(plan, {}, plan.period().start());
  return impact({now, now, {}}, schedule(plan, options),
                schedule(plan, detail::with_delay(options, id, slip)));
}

JINJIANG_INLINE std::string describe(const NodeImpact& impact, Language language) {
  const bool is_chinese = language == Language::zh;
  std::string text = impact.difference ? describe(*impact.difference, language) : "";
  if (!impact.shift) return text;
  const DateShift& shift = *impact.shift;
  if (!text.empty()) text += is_chinese ? "；" : "; ";
  if (shift.days() == 0) {
    return text + (is_chinese ? "最早开始 " : "earliest start ") + to_string(shift.start_before) +
           " → " + to_string(shift.start_after);
  }
  text += is_chinese ? "最早完成 " : "earliest finish ";
  text += to_string(shift.finish_before) + " → " + to_string(shift.finish_after);
  const std::string days = (shift.days() > 0 ? "+" : "") + std::to_string(shift.days());
  text += is_chinese
              ? "（" + days + " 个自然日）"
              : " (" + days + " calendar" + (std::abs(shift.days()) == 1 ? " day)" : " days)");
  if (shift.is_late) {
    const bool is_own = impact.node.has_given_due();
    text += is_chinese ? (is_own ? "，晚于到期日 " : "，晚于期末 ")
                       : (is_own ? ", after its due date " : ", after the end of the plan, ");
    text += to_string(shift.due);
  }
  return text;
}

}  // namespace jinjiang
