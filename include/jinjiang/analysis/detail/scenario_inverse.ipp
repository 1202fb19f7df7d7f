// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <map>
#include <set>

#include <jinjiang/analysis/detail/scenario_apply.ipp>
#include <jinjiang/analysis/detail/scenario_draft.hpp>
#include <jinjiang/analysis/scenario.hpp>

namespace jinjiang {

namespace detail {

/// Finds the changes that lead from a changed plan back to the plan.
class InverseFinder {
 public:
  InverseFinder(const Plan& plan, const Plan& changed, const Scenario& scenario)
      : plan_(plan), changed_(changed) {
    if (!scenario.name().empty()) result_ = Scenario("inverse of " + scenario.name());
    for (const ScenarioChange& change : scenario.changes()) touched_.insert(node_of(change));
    for (const ScenarioChange& change : scenario.changes()) {
      if (const auto* removal = std::get_if<Removal>(&change)) touch_neighbours(removal->node);
    }
  }

  [[nodiscard]] Scenario find() {
    for (const std::string& id : touched_) {
      const auto before = plan_.find_node(id);
      const auto after = changed_.find_node(id);
      if (before && after) {
        restore(addition_of(plan_, *before), addition_of(changed_, *after));
      } else if (before) {
        result_.add(addition_of(plan_, *before));
      } else if (after) {
        result_.remove(id);
      }
    }
    return std::move(result_);
  }

 private:
  /// Nodes whose links to a removed one are gone.
  void touch_neighbours(const std::string& id) {
    const Node node = plan_[id];
    for (const Node& child : node.children()) touched_.insert(std::string(child.id()));
    for (const Dependency& link : plan_.successors(node))
      touched_.insert(std::string(link.successor.id()));
  }

  void restore(const Addition& before, const Addition& after) {
    const std::string& id = before.node;
    const NodeOptions& was = before.options;
    const NodeOptions& is = after.options;
    if (before.target != after.target || was.revisions != is.revisions)
      result_.change(TargetChange{id, before.target, was.revisions});
    // Both, so that neither is worked out from the other.
    if (was.start != is.start || was.due != is.due) {
      result_.start(id, was.start).due(id, was.due);
      if (before.kind == NodeKind::task) result_.duration(id, was.duration);
    } else if (was.duration != is.duration) {
      result_.start(id, was.start).due(id, was.due).duration(id, was.duration);
    }
    if (was.lifecycle != is.lifecycle) result_.lifecycle(id, was.lifecycle);
    restore_parts(id, was.part_of, is.part_of);
    restore_waits(id, was.depends_on, is.depends_on);
  }

  void restore_parts(const std::string& id, const std::vector<PartOf>& was,
                     const std::vector<PartOf>& is) {
    const auto find = [](const std::vector<PartOf>& links, const std::string& goal) {
      return std::find_if(links.begin(), links.end(),
                          [&](const PartOf& link) { return link.goal == goal; });
    };
    for (const PartOf& link : was) {
      const auto now = find(is, link.goal);
      if (now == is.end()) {
        result_.part(id, link);
      } else if (now->weight != link.weight) {
        result_.weight(id, link.goal, link.weight);
      }
    }
    for (const PartOf& link : is) {
      // Links to what is removed go with it.
      if (find(was, link.goal) == was.end() && plan_.contains(link.goal))
        result_.unpart(id, link.goal);
    }
  }

  void restore_waits(const std::string& id, const std::vector<DependsOn>& was,
                     const std::vector<DependsOn>& is) {
    const auto find = [](const std::vector<DependsOn>& links, const std::string& predecessor) {
      return std::find_if(links.begin(), links.end(),
                          [&](const DependsOn& link) { return link.predecessor == predecessor; });
    };
    for (const DependsOn& link : was) {
      const auto now = find(is, link.predecessor);
      if (now == is.end() || wait_tie(*now) != wait_tie(link)) result_.depend(id, link);
    }
    for (const DependsOn& link : is) {
      if (find(was, link.predecessor) == was.end() && plan_.contains(link.predecessor))
        result_.undepend(id, link.predecessor);
    }
  }

  const Plan& plan_;
  const Plan& changed_;
  std::set<std::string> touched_;
  Scenario result_;
};

/// The readings of a node on a day.
inline std::vector<Observation> readings_on(const Observations& seen, const std::string& id,
                                            Date day) {
  std::vector<Observation> result = seen.of(id);
  std::erase_if(result, [day](const Observation& reading) { return reading.observed_on != day; });
  return result;
}

}  // namespace detail

JINJIANG_INLINE Scenario inverse(const Scenario& scenario, const Plan& plan) {
  for (const ScenarioChange& change : scenario.changes()) {
    if (!detail::is_of_readings(change)) continue;
    throw Error(detail::name_of(scenario) + ": " + describe(change, Language::en) +
                ": what it read before is not in the plan; give the evaluation");
  }
  return detail::InverseFinder(plan, apply(plan, scenario), scenario).find();
}

JINJIANG_INLINE Scenario inverse(const Scenario& scenario, const Evaluation& now) {
  const Plan changed = apply(now.plan(), scenario);
  Scenario result = detail::InverseFinder(now.plan(), changed, scenario).find();
  for (const ScenarioChange& change : scenario.changes()) {
    if (!detail::is_of_readings(change)) continue;
    const std::string& id = node_of(change);
    if (!now.plan().contains(id)) continue;  // removed again, and its readings pass unseen
    const auto* value = std::get_if<ValueChange>(&change);
    const Date day = value != nullptr ? detail::supposed_reading(now, changed, *value).observed_on
                                      : std::get<ReadingsChange>(change).on;
    result.readings(id, day, detail::readings_on(now.observations(), id, day));
  }
  return result;
}

}  // namespace jinjiang
