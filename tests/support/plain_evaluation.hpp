// SPDX-License-Identifier: BSL-1.0
#pragma once

// The meaning of a plan written down a second time, slowly and without cleverness, from the
// project's definitions and not from the library's code. Tests hold the library against it.

#include <set>

#include "support/plain_target.hpp"

namespace plain {

struct Options {
  Day as_of = 0;
  jj::Policy policy = {};
  std::optional<Day> known_by = {};
  std::string basis = {};
};

struct Result {
  Status status = Status::no_data;
  std::optional<double> attainment = {};
  std::optional<double> progress = {};
  std::optional<double> expected = {};
  std::optional<double> pace = {};
  std::optional<double> coverage = {};
  std::optional<double> value = {};
  /// The definitions leave its expected and its pace open: equal parts of which a rule takes some,
  /// or a ceiling that nobody has read.
  bool is_open = false;
};

class Evaluator {
 public:
  Evaluator(const Plan& plan, const Options& options) : plan_(plan), options_(options) {
    for (const Node& node : plan_.nodes) nodes_[node.id] = &node;
    for (const Node& node : plan_.nodes) {
      for (const Part& part : node.part_of) parts_[part.goal].push_back({node.id, part});
    }
    for (const Node& node : plan_.nodes) static_cast<void>(judge(node.id));
    std::vector<std::string> blocked;
    for (const Node& node : plan_.nodes) {
      if (is_blocked(node)) blocked.push_back(node.id);
    }
    for (const std::string& id : blocked) results_[id].status = Status::blocked;
  }

  [[nodiscard]] const std::map<std::string, Result>& results() const { return results_; }

 private:
  struct Child {
    std::string id;
    Part link;
  };
  /// A part as its goal counts it.
  struct Share {
    double weight = 1;
    double attainment = 0;
    double reached = 0;  ///< of what was expected
    double expected = 0;
    [[nodiscard]] double pace() const { return reached / expected; }
  };

  const Result& judge(const std::string& id) {
    if (const auto known = results_.find(id); known != results_.end()) return known->second;
    const Node& node = *nodes_.at(id);
    Result result;
    if (node.lifecycle == jj::Lifecycle::cancelled) {
      result.status = Status::cancelled;
    } else if (node.kind == jj::NodeKind::goal) {
      result = judge_goal(node);
    } else if (node.kind == jj::NodeKind::task) {
      result = judge_task(node);
    } else {
      result = judge_indicator(node);
    }
    return results_[id] = result;
  }

  [[nodiscard]] Day start_of(const Node& node) const { return node.start.value_or(plan_.start); }
  [[nodiscard]] Day due_of(const Node& node) const { return node.due.value_or(plan_.end); }
  [[nodiscard]] bool is_due(const Node& node) const { return options_.as_of >= due_of(node); }

  // --- leaves ---

  [[nodiscard]] std::vector<Reading> readings_of(const std::string& id, bool of_the_period) const {
    std::vector<Reading> result;
    const Node& node = *nodes_.at(id);
    const Day last = std::max(due_of(node), plan_.end);
    for (const Reading& reading : plan_.readings) {
      if (reading.id != id || reading.day > options_.as_of) continue;
      if (options_.known_by && reading.known_on > *options_.known_by) continue;
      if (of_the_period && (reading.day < start_of(node) || reading.day > last)) continue;
      result.push_back(reading);
    }
    return result;
  }

  /// Of the readings of one day: the one known last, then the surest. A named basis goes first.
  static Reading best_of(const std::vector<Reading>& readings, Day day) {
    std::optional<Reading> best;
    for (const Reading& reading : readings) {
      if (reading.day != day) continue;
      const auto key = [](const Reading& r) {
        return std::tuple(!r.basis.empty(), r.known_on, r.stage);
      };
      if (!best || key(reading) > key(*best)) best = reading;
    }
    return *best;
  }

  static Day latest_day(const std::vector<Reading>& readings) {
    Day latest = readings.front().day;
    for (const Reading& reading : readings) latest = std::max(latest, reading.day);
    return latest;
  }

  [[nodiscard]] std::vector<Reading> on_basis(const std::vector<Reading>& readings,
                                              const std::string& wanted) const {
    std::vector<Reading> result;
    for (const Reading& reading : readings) {
      const bool is_free = options_.basis.empty() || reading.basis.empty();
      const bool passes =
          wanted.empty() ? is_free || reading.basis == options_.basis : reading.basis == wanted;
      if (passes) result.push_back(reading);
    }
    return result;
  }

  [[nodiscard]] bool has_several_bases(const std::vector<Reading>& readings, Day day,
                                       const std::string& wanted) const {
    if (!wanted.empty() || !options_.basis.empty()) return false;
    std::set<std::string> bases;
    for (const Reading& reading : readings) {
      if (reading.day == day) bases.insert(reading.basis);
    }
    return bases.size() > 1;
  }

  /// The sum of what the days read, when the readings are of their own span; else the last one.
  static double total(const std::vector<Reading>& readings, Day day) {
    const Reading last = best_of(readings, day);
    if (!last.is_per_period) return last.value;
    std::set<Day> days;
    for (const Reading& reading : readings) days.insert(reading.day);
    double sum = 0;
    for (const Day date : days) sum += best_of(readings, date).value;
    return sum;
  }

  [[nodiscard]] static Result without_data(double expected, bool is_open) {
    Result result;
    result.is_open = is_open;
    result.status = expected > 0 ? Status::no_data : Status::not_due;
    result.expected = expected;
    result.coverage = 0;
    return result;
  }

  Result judge_indicator(const Node& node) {
    Result result;
    result.status = Status::not_comparable;
    if (!node.target) return result;
    Target target = *node.target;
    for (const auto& [day, revised] : node.revisions) {
      if (day <= options_.as_of) target = revised;
    }
    const auto expected_on = [&](Day day) {
      return expected_by(profile_of(target), target.shares, target.steps, day, start_of(node),
                         due_of(node));
    };
    const double expected_now = expected_on(options_.as_of);
    result.coverage = 0;
    result.expected = is_ceiling(target) && expected_now > 0 ? 1 : expected_now;
    result.is_open = is_ceiling(target);
    if (!target.set_by.empty()) return result;
    const bool of_the_period = sums_up(target.measure) || is_decided_at_due(target.measure);
    const auto all = readings_of(node.id, of_the_period);
    if (all.empty()) return without_data(*result.expected, is_ceiling(target));
    const auto usable = on_basis(all, target.basis);
    if (usable.empty()) return result;
    const Day day = latest_day(usable);
    if (has_several_bases(usable, day, target.basis)) return result;
    result.value = total(usable, day);
    std::optional<double> value = target.value;
    if (!target.relative_to.empty()) value = value_of(target.relative_to, day);
    if (!value) return result;
    if (!target.relative_to.empty()) *value += target.offset;

    const double share = expected_on(day);
    const bool ceiling = is_ceiling(target);
    result.progress = progress_of(target, *value, *result.value, share);
    result.expected = ceiling ? 1 : share;
    const bool met = meets(target, *value, *result.value);
    const bool may_be_early = !ceiling && !is_decided_at_due(target.measure);
    finish_leaf(result, met, may_be_early, is_due(node));
    return result;
  }

  [[nodiscard]] std::optional<double> value_of(const std::string& id, Day day) const {
    const auto readings = readings_of(id, false);
    for (const Reading& reading : readings) {
      if (reading.day == day) return best_of(readings, day).value;
    }
    return std::nullopt;
  }

  void finish_leaf(Result& result, bool met, bool may_be_early, bool due) const {
    result.is_open = false;
    result.coverage = 1;
    result.attainment = std::clamp(*result.progress, 0.0, 1.0);
    if (*result.expected > 0) result.pace = *result.progress / *result.expected;
    if (met && due) {
      result.status = Status::met;
    } else if (met && may_be_early) {
      result.status = Status::met_early;
    } else if (due) {
      result.status = Status::missed;
    } else {
      result.status = by_pace(result.pace, options_.policy);
    }
  }

  Result judge_task(const Node& node) {
    const auto expected_on = [&](Day day) {
      const auto kind = node.start ? jj::ProfileKind::linear : jj::ProfileKind::at_due;
      return expected_by(kind, {}, {}, day, start_of(node), due_of(node));
    };
    const auto readings = readings_of(node.id, false);
    std::optional<double> progress = node.progress;
    Day day = options_.as_of;
    if (!readings.empty()) {
      day = latest_day(readings);
      progress = best_of(readings, day).value;
    }
    if (node.lifecycle == jj::Lifecycle::done) progress = 1;
    if (!progress) return without_data(expected_on(options_.as_of), false);
    Result result;
    result.progress = progress;
    result.value = progress;
    result.expected = expected_on(day);
    finish_leaf(result, *progress >= 1, true, is_due(node));
    return result;
  }

  [[nodiscard]] bool is_blocked(const Node& node) const {
    const Status status = results_.at(node.id).status;
    if (node.kind != jj::NodeKind::task || !node.start) return false;
    if (options_.as_of < *node.start) return false;
    if (jj::is_met(status) || status == Status::missed || status == Status::cancelled) return false;
    for (const Wait& wait : node.waits) {
      const Result& predecessor = results_.at(wait.predecessor);
      if (jj::is_met(predecessor.status) || predecessor.status == Status::cancelled) continue;
      if (nodes_.at(wait.predecessor)->lifecycle == jj::Lifecycle::done) continue;
      const bool has_begun = predecessor.progress && *predecessor.progress > 0;
      if (wait.type == jj::DependencyType::FS) return true;
      if (wait.type == jj::DependencyType::SS && !has_begun) return true;
    }
    return false;
  }

  // --- goals ---

  [[nodiscard]] Share share_of(const Child& child, bool by_policy) {
    const Result& part = judge(child.id);
    Share share{child.link.weight, 0, 0, part.expected.value_or(0)};
    if (part.attainment) {
      share.attainment = *part.attainment;
      const bool is_goal = nodes_.at(child.id)->kind == jj::NodeKind::goal;
      share.reached = is_goal && part.pace ? std::clamp(*part.pace * share.expected, 0.0, 1.0)
                                           : *part.attainment;
    } else if (by_policy && options_.policy.missing == jj::Missing::expected) {
      share.attainment = share.reached = share.expected;
    }
    return share;
  }

  Result judge_goal(const Node& node) {
    Result result;
    std::vector<Child> children;
    for (const Child& child : parts_[node.id]) {
      if (judge(child.id).coverage) children.push_back(child);
    }
    if (children.empty()) {
      result.status = Status::not_due;
      return result;
    }
    const bool by_policy =
        node.rule.kind == jj::RuleKind::mean || node.rule.kind == jj::RuleKind::worst;
    const bool leaves_out = by_policy && options_.policy.missing == jj::Missing::exclude;
    double weights = 0;
    double covered = 0;
    std::size_t met = 0;
    bool all_met = true;
    bool all_not_due = true;
    std::vector<Share> counted;
    for (const Child& child : children) {
      const Result& part = judge(child.id);
      result.is_open = result.is_open || part.is_open;
      weights += child.link.weight;
      covered += child.link.weight * *part.coverage;
      if (part.status != Status::not_due) all_not_due = false;
      if (!part.attainment && leaves_out) continue;
      counted.push_back(share_of(child, by_policy));
      if (jj::is_met(part.status)) ++met;
      if (!jj::is_met(part.status)) all_met = false;
    }
    result.coverage = covered / weights;
    if (covered > 0 || options_.policy.missing != jj::Missing::exclude) {
      combine(node.rule, counted, result);
    }
    if (covered == 0) {
      result.status = all_not_due ? Status::not_due : Status::no_data;
      return result;
    }
    if (node.rule.kind == jj::RuleKind::at_least) all_met = met >= node.rule.k;
    const bool is_decided = node.rule.kind == jj::RuleKind::at_least && all_met;
    result.status = goal_status(node, result, all_met, is_decided);
    for (const Child& child : children) apply_veto(child, result);
    return result;
  }

  static double mean_expected(const std::vector<Share>& shares) {
    double weights = 0;
    double expected = 0;
    for (const Share& share : shares) {
      if (share.expected <= 0) continue;
      weights += share.weight;
      expected += share.weight * share.expected;
    }
    return weights > 0 ? expected / weights : 0;
  }

  static void combine(const jj::Rule& rule, std::vector<Share> shares, Result& result) {
    if (rule.kind == jj::RuleKind::at_least) {
      std::stable_sort(shares.begin(), shares.end(),
                       [](const Share& a, const Share& b) { return a.attainment > b.attainment; });
      const std::size_t k = rule.k;
      const bool is_cut = shares.size() > k;
      if (is_cut && shares[k - 1].attainment == shares[k].attainment) result.is_open = true;
      shares.resize(k, Share{});
      for (Share& share : shares) share.weight = 1;
    }
    const bool worst = rule.kind == jj::RuleKind::worst;
    double weights = 0;
    double attained = 0;
    double reached = 0;
    double expected = 0;
    double least = 1;
    std::optional<Share> slowest;
    for (const Share& share : shares) {
      weights += share.weight;
      attained += share.weight * share.attainment;
      least = std::min(least, share.attainment);
      if (share.expected <= 0) continue;
      reached += share.weight * share.reached;
      expected += share.weight * share.expected;
      const bool is_tied = slowest && std::fabs(share.pace() - slowest->pace()) < 1e-12;
      if (worst && is_tied) result.is_open = true;
      if (!slowest || share.pace() < slowest->pace()) slowest = share;
    }
    result.attainment = worst ? least : attained / weights;
    result.progress = result.attainment;
    result.expected = worst && slowest ? slowest->expected : mean_expected(shares);
    if (expected > 0) result.pace = worst ? slowest->pace() : reached / expected;
  }

  [[nodiscard]] Status goal_status(const Node& node, const Result& result, bool all_met,
                                   bool is_decided) const {
    if (*result.coverage < options_.policy.minimum_coverage - 1e-12 && !is_decided) {
      return Status::no_data;
    }
    if (all_met) return is_due(node) ? Status::met : Status::met_early;
    if (is_due(node)) return Status::missed;
    return by_pace(result.pace, options_.policy);
  }

  void apply_veto(const Child& child, Result& result) {
    const Status part = judge(child.id).status;
    if (!child.link.is_veto || (part != Status::missed && part != Status::off_track)) return;
    if (jj::severity(part) > jj::severity(result.status)) result.status = part;
  }

  const Plan& plan_;
  Options options_;
  std::map<std::string, const Node*> nodes_;
  std::map<std::string, std::vector<Child>> parts_;
  std::map<std::string, Result> results_;
};

}  // namespace plain
