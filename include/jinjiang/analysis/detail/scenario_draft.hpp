// SPDX-License-Identifier: BSL-1.0
#pragma once

// A plan as additions, which a scenario changes before a plan is built of them.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <jinjiang/analysis/detail/goals_above.hpp>
#include <jinjiang/analysis/detail/scenario_words.hpp>
#include <jinjiang/analysis/scenario.hpp>
#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/detail/plan_links.hpp>

namespace jinjiang::detail {

/// All that a plan holds of one node.
[[nodiscard]] inline Addition addition_of(const Plan& plan, const Node& node) {
  Addition result{node.kind(), std::string(node.id()), std::string(node.title()), node.target()};
  NodeOptions& options = result.options;
  for (const PartLink& link : plan.part_links(node))
    options.part_of.emplace_back(std::string(link.parent.id()), link.weight, link.is_veto);
  for (const Dependency& link : plan.predecessors(node)) {
    options.depends_on.emplace_back(std::string(link.predecessor.id()), link.type, link.lag,
                                    std::string(link.assumption));
  }
  options.owner = node.owner();
  options.supporting.assign(node.supporting().begin(), node.supporting().end());
  options.tags.assign(node.tags().begin(), node.tags().end());
  options.note = node.note();
  options.source = node.source();
  options.lifecycle = node.lifecycle();
  if (node.has_given_start()) options.start = node.start();
  if (node.has_given_due()) options.due = node.due();
  options.revisions = node.revisions();
  options.extensions.assign(node.extensions().begin(), node.extensions().end());
  if (!result.target) options.firmness = node.firmness();
  options.rule = node.rule();
  if (node.kind() == NodeKind::task) {
    options.progress = node.progress();
    options.duration = node.duration();
    const PlanData& data = plan.data();
    if (data.tasks[data.details[node.row()]].profile > 0) options.profile = node.profile();
  }
  result.position = node.position();
  return result;
}

/// A target in words as a whole: it stands in place of the one that the indicator has.
/// @throws Error  it names the scenario and the node, what was expected, what was found
[[nodiscard]] inline TargetChange in_full(const WordingChange& change, const Plan& plan,
                                          const Scenario& scenario) {
  const Node node = plan[change.node];
  const auto before = node.target();
  const auto subject = [&] {
    return name_of(scenario) + ": " + describe(change, Language::en) + ": " + name_of(node) + ": ";
  };
  try {
    Target target = before ? parse_in_place_of(*before, change.wording, plan.units())
                           : Target::parse(change.wording, plan.units());
    return {change.node, std::move(target), change.revisions};
  } catch (const UnitError& error) {
    throw UnitError(subject() + error.what());
  } catch (const TargetError& error) {
    throw TargetError(subject() + error.what());
  } catch (const FormatError& error) {
    throw FormatError({}, subject() + error.what());
  }
}

/// The nodes of a plan with the changes of a scenario.
class DraftOfScenario {
 public:
  DraftOfScenario(const Plan& plan, const Scenario& scenario) : plan_(plan), scenario_(scenario) {
    nodes_.reserve(plan.size());
    for (const Node node : plan.nodes()) {
      places_.emplace(node.id(), nodes_.size());
      nodes_.push_back(addition_of(plan, node));
    }
    each<Removal>([this](const Removal& change) { remove(change); });
    each<TargetChange>([this](const TargetChange& change) { set_target(change); });
    each<WordingChange>([this](const WordingChange& change) { set_target(change); });
    each<DateChange>([this](const DateChange& change) { set_date(change); });
    each<DurationChange>([this](const DurationChange& change) { set_duration(change); });
    each<DateChange>([this](const DateChange& change) { fit_dates(change.node); });
    each<DurationChange>([this](const DurationChange& change) { fit_dates(change.node); });
    each<LifecycleChange>([this](const LifecycleChange& change) {
      found(change).options.lifecycle = change.lifecycle;
    });
    each<WeightChange>([this](const WeightChange& change) { set_weight(change); });
    each<Addition>([this](const Addition& change) { add(change); });
    each<PartChange>([this](const PartChange& change) { set_part(change); });
    each<DependencyChange>([this](const DependencyChange& change) { set_dependency(change); });
  }

  [[nodiscard]] Plan build() const {
    PlanBuilder draft(plan_.id(), plan_.period());
    draft.title(plan_.title())
        .issuer(plan_.issuer())
        .language(plan_.language())
        .source(plan_.source())
        .policy(plan_.policy())
        .units(plan_.units())
        .extensions({plan_.extensions().begin(), plan_.extensions().end()});
    for (const Addition* node : in_order()) {
      switch (node->kind) {
        case NodeKind::goal:
          draft.goal(node->node, node->title, node->options);
          break;
        case NodeKind::task:
          draft.task(node->node, node->title, node->options);
          break;
        case NodeKind::indicator:
          if (node->target) {
            draft.indicator(node->node, node->title, *node->target, node->options);
          } else {
            draft.indicator(node->node, node->title, std::nullopt, node->options);
          }
      }
    }
    try {
      return std::move(draft).build();
    } catch (const PlanError& error) {
      std::vector<Problem> problems = error.problems();
      for (Problem& problem : problems)
        problem.message = name_of(scenario_) + ": " + problem.message;
      throw PlanError(std::move(problems));
    }
  }

 private:
  template <class Change, class Act>
  void each(const Act& act) {
    for (const ScenarioChange& change : scenario_.changes()) {
      if (const auto* is = std::get_if<Change>(&change)) act(*is);
    }
  }

  [[noreturn]] void refuse(const ScenarioChange& change, const std::string& what) const {
    throw Error(name_of(scenario_) + ": " + describe(change, Language::en) + ": " + what);
  }

  [[nodiscard]] Addition& at(const std::string& id) {
    const auto place = places_.find(id);
    if (place == places_.end())
      throw UnknownIdError(name_of(scenario_) + ": " + unknown_id(plan_.data(), id));
    return nodes_[place->second];
  }
  [[nodiscard]] Addition& found(const ScenarioChange& change) { return at(node_of(change)); }

  void remove(const Removal& change) {
    static_cast<void>(at(change.node));
    gone_.insert(places_.at(change.node));
    for (Addition& node : nodes_) {
      std::erase_if(node.options.part_of,
                    [&](const PartOf& link) { return link.goal == change.node; });
      std::erase_if(node.options.depends_on,
                    [&](const DependsOn& link) { return link.predecessor == change.node; });
    }
  }

  void refuse_without_target(const ScenarioChange& change) {
    const Addition& node = found(change);
    if (node.kind == NodeKind::indicator) return;
    refuse(change, "only an indicator has a target, and " + node.node + " is a " +
                       std::string(to_string(node.kind)));
  }

  void set_target(const WordingChange& change) {
    refuse_without_target(change);
    set_target(in_full(change, plan_, scenario_));
  }

  void set_target(const TargetChange& change) {
    refuse_without_target(change);
    Addition& node = found(change);
    // A due date that was the target's goes with it; one of a new target is the node's.
    node.target = change.target;
    node.options.revisions = change.revisions;
    node.options.firmness = Firmness::committed;
    if (change.target && change.target->due()) node.options.due = change.target->due();
  }

  void set_date(const DateChange& change) {
    Addition& node = found(change);
    const bool is_start = change.which == DateChange::Which::start;
    (is_start ? node.options.start : node.options.due) = change.day;
    if (!is_start && node.target && node.target->due()) {
      TargetOptions options = node.target->options();
      options.due = change.day;
      node.target = node.target->with(options);
    }
  }

  void set_duration(const DurationChange& change) {
    Addition& node = found(change);
    if (node.kind != NodeKind::task) {
      refuse(change, "only a task has a duration, and " + node.node + " is a " +
                         std::string(to_string(node.kind)));
    }
    node.options.duration = change.days;
  }

  /// A task moves as a whole and keeps its duration; a start that the plan gave stays given.
  void fit_dates(const std::string& id) {
    NodeOptions& options = at(id).options;
    if (!options.start || !options.due || !options.duration) return;
    const auto says_date = [&](DateChange::Which which) {
      return says<DateChange>(
          [&](const DateChange& date) { return date.node == id && date.which == which; });
    };
    const bool says_due = says_date(DateChange::Which::due);
    if (says_due && says_date(DateChange::Which::start)) {
      const bool says_duration =
          says<DurationChange>([&](const DurationChange& days) { return days.node == id; });
      if (!says_duration) options.duration = *options.due - *options.start + 1;
      return;
    }
    if (says_due) {
      options.start = *options.due - *options.duration + 1;
    } else {
      options.due = *options.start + *options.duration - 1;
    }
    const Node before = plan_[id];
    if (!before.has_given_start() || !before.has_given_due()) options.due.reset();
  }

  void set_weight(const WeightChange& change) {
    Addition& node = found(change);
    static_cast<void>(at(change.goal));
    for (PartOf& link : node.options.part_of) {
      if (link.goal != change.goal) continue;
      link.weight = change.weight;
      return;
    }
    refuse(change, node.node + " is no part of " + change.goal + "; make it one by part()");
  }

  void add(const Addition& change) {
    if (places_.contains(change.node)) refuse(change, "the plan has a node with this id already");
    places_.emplace(change.node, nodes_.size());
    nodes_.push_back(change);
  }

  void set_part(const PartChange& change) {
    auto& links = found(change).options.part_of;
    static_cast<void>(at(change.goal));
    const auto link = std::find_if(links.begin(), links.end(), [&](const PartOf& candidate) {
      return candidate.goal == change.goal;
    });
    if (!change.weight) {
      if (link == links.end())
        refuse(change, change.node + " is no part of " + change.goal + " anyway");
      links.erase(link);
    } else {
      if (link != links.end()) {
        refuse(change, change.node + " is part of " + change.goal +
                           " already; change how it counts by weight()");
      }
      links.emplace_back(change.goal, *change.weight, change.is_veto);
    }
  }

  void set_dependency(const DependencyChange& change) {
    auto& links = found(change).options.depends_on;
    static_cast<void>(at(change.predecessor));
    const auto link = std::find_if(links.begin(), links.end(), [&](const DependsOn& candidate) {
      return candidate.predecessor == change.predecessor;
    });
    if (link != links.end()) {
      links.erase(link);
    } else if (!change.terms) {
      refuse(change, change.node + " does not depend on " + change.predecessor + " anyway");
    }
    if (change.terms) {
      links.emplace_back(change.predecessor, change.terms->type, change.terms->lag,
                         change.terms->assumption);
    }
  }

  template <class Change, class Fits>
  [[nodiscard]] bool says(const Fits& fits) const {
    const auto changes = scenario_.changes();
    return std::any_of(changes.begin(), changes.end(), [&](const ScenarioChange& change) {
      const auto* is = std::get_if<Change>(&change);
      return is != nullptr && fits(*is);
    });
  }

  /// What remains in the author's order; additions with a position come where it says.
  [[nodiscard]] std::vector<const Addition*> in_order() const {
    std::vector<const Addition*> order;
    std::vector<const Addition*> placed;
    std::vector<const Addition*> last;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (gone_.contains(i)) continue;
      if (i < plan_.size()) {
        order.push_back(&nodes_[i]);
      } else {
        (nodes_[i].position ? placed : last).push_back(&nodes_[i]);
      }
    }
    std::stable_sort(placed.begin(), placed.end(), [](const Addition* a, const Addition* b) {
      return *a->position < *b->position;
    });
    for (const Addition* node : placed) {
      const auto place = std::min(*node->position, order.size());
      order.insert(order.begin() + static_cast<std::ptrdiff_t>(place), node);
    }
    order.insert(order.end(), last.begin(), last.end());
    return order;
  }

  const Plan& plan_;
  const Scenario& scenario_;
  std::vector<Addition> nodes_;
  std::map<std::string, std::size_t, std::less<>> places_;
  std::set<std::size_t> gone_;
};

}  // namespace jinjiang::detail
