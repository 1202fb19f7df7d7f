// SPDX-License-Identifier: BSL-1.0
#pragma once

// Plans with the goal g and some parts of one kind.

#include <vector>

#include "support/year_plan.hpp"

struct Part {
  const char* id;
  double weight = 1;
  bool is_veto = false;
};

/// The goal g with indicators of the same target as its parts.
inline jj::PlanBuilder goal_of(const jj::Target& target, const std::vector<Part>& parts,
                               const jj::NodeOptions& goal = {}) {
  jj::PlanBuilder draft = year_plan();
  draft.goal("g", "G", goal);
  for (const Part& part : parts) {
    draft.indicator(part.id, part.id, target, {.part_of = {{"g", part.weight, part.is_veto}}});
  }
  return draft;
}

/// Parts in per cent that expect nothing before the end of the year: 40 is an attainment of 0.4.
inline jj::PlanBuilder shares(const std::vector<Part>& parts, const jj::NodeOptions& goal = {}) {
  return goal_of(whole_share(), parts, goal);
}

/// Parts that count to 366 by the end of the year: a reading r on day 100 has pace r / 100.
inline jj::PlanBuilder counts(const std::vector<Part>& parts, const jj::NodeOptions& goal = {}) {
  return goal_of(year_count(), parts, goal);
}
