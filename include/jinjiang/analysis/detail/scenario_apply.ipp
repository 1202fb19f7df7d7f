// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <map>
#include <set>

#include <jinjiang/analysis/detail/scenario_draft.hpp>
#include <jinjiang/analysis/detail/scenario_reading.hpp>
#include <jinjiang/analysis/scenario.hpp>
#include <jinjiang/evaluation/detail/evaluation_data.hpp>
#include <jinjiang/model/detail/plan_links.hpp>

namespace jinjiang {

namespace detail {

[[nodiscard]] inline bool is_of_readings(const ScenarioChange& change) noexcept {
  return std::holds_alternative<ValueChange>(change) ||
         std::holds_alternative<ReadingsChange>(change);
}

/// The readings as a scenario has them, on a plan that it may have changed.
inline Observations observations_with(const Evaluation& now, const Plan& changed,
                                      const Scenario& scenario) {
  Observations result;
  std::map<std::pair<std::string, Date>, std::vector<Observation>> supposed;
  for (const ScenarioChange& change : scenario.changes()) {
    std::pair<std::string, Date> place{node_of(change), {}};
    std::vector<Observation> readings;
    if (const auto* value = std::get_if<ValueChange>(&change)) {
      readings.push_back(supposed_reading(now, changed, *value));
      place.second = readings.back().observed_on;
    } else if (const auto* given = std::get_if<ReadingsChange>(&change)) {
      static_cast<void>(changed[given->node]);
      place.second = given->on;
      readings = given->readings;
      for (const Observation& reading : readings) {
        if (reading.id == given->node && reading.observed_on == given->on) continue;
        throw Error(name_of(scenario) + ": " + describe(change, Language::en) +
                    ": expected readings of that node and day, found one of " +
                    shortened(reading.id) + " on " + to_string(reading.observed_on));
      }
    } else {
      continue;
    }
    if (!supposed.emplace(place, std::move(readings)).second) {
      throw Error(name_of(scenario) + ": " + shortened(place.first) + " reads two things on " +
                  to_string(place.second) + ", the day of the evaluation; leave one of them out");
    }
  }
  if (supposed.empty()) return now.observations();
  const Observations& seen = now.observations();
  result.extensions({seen.extensions().begin(), seen.extensions().end()});
  for (std::size_t i = 0; i < seen.size(); ++i) {
    const Observation reading = seen[i];
    if (!supposed.contains({reading.id, reading.observed_on})) result.add(reading);
  }
  for (const auto& [place, readings] : supposed) {
    for (const Observation& reading : readings) result.add(reading);
  }
  return result;
}

}  // namespace detail

JINJIANG_INLINE Plan apply(const Plan& plan, const Scenario& scenario) {
  const auto changes = scenario.changes();
  if (std::all_of(changes.begin(), changes.end(), detail::is_of_readings)) {
    return plan;
  }
  detail::DraftOfScenario draft(plan, scenario);
  return draft.build();
}

JINJIANG_INLINE Evaluation evaluate(const Evaluation& now, const Scenario& scenario) {
  const Plan changed = apply(now.plan(), scenario);
  const Observations seen = detail::observations_with(now, changed, scenario);
  const auto changes = scenario.changes();
  const bool removes = std::any_of(changes.begin(), changes.end(), [](const auto& change) {
    return std::holds_alternative<Removal>(change);
  });
  // Of readings that never found a node, or whose node the scenario removes, nothing is said.
  return evaluate(changed, seen, now.as_of(),
                  {.policy = now.policy(),
                   .known_by = now.known_by(),
                   .basis = now.basis(),
                   .ignore_unknown = removes || !now.data().binding->unknown.empty()});
}

}  // namespace jinjiang
