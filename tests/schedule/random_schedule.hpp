// SPDX-License-Identifier: BSL-1.0
#pragma once

// Small random plans for schedules: goals in goals, shared parts, links of every kind between all
// kinds of nodes. The same seed gives the same plan on every machine.

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <jinjiang/analysis/schedule.hpp>

#include "support/year_plan.hpp"

struct ScheduleTraits {
  bool has_goals = true;
  bool has_dates = true;
  bool holds_goals = true;  ///< goals depend on nodes as well
};

class RandomSchedule {
 public:
  explicit RandomSchedule(unsigned seed) : engine_(seed) {}

  [[nodiscard]] int between(int least, int most) {
    return least + static_cast<int>(engine_() % static_cast<unsigned>(most - least + 1));
  }
  [[nodiscard]] bool once_in(int times) { return between(1, times) == 1; }

  /// Parts come before what they are part of, so that nothing is ever part of itself; a link leads
  /// from a later node to an earlier one that is not above it and that none of its parts rests on.
  [[nodiscard]] jj::Plan make(const ScheduleTraits& traits) {
    draft_.emplace_back(year_plan());
    const int leaves = between(3, 14);
    ids_.clear();
    for (int i = 0; i < leaves; ++i) add_leaf(i, traits);
    if (traits.has_goals) add_goals(traits);
    jj::Plan plan = std::move(draft_.back()).build();
    draft_.clear();
    return plan;
  }

  [[nodiscard]] jj::Calendar calendar() {
    if (once_in(2)) return {};
    return once_in(2) ? jj::Calendar::china() : jj::Calendar::weekdays();
  }

 private:
  void add_leaf(int number, const ScheduleTraits& traits) {
    const std::string id = "n" + std::to_string(number);
    jj::NodeOptions options;
    if (!once_in(5)) options.duration = between(1, 12);
    if (traits.has_dates && once_in(4)) {
      options.start = new_year + between(0, 60);
      if (once_in(2)) options.duration.reset();
      if (!options.duration && once_in(2)) options.due = *options.start + between(0, 20);
    } else if (traits.has_dates && once_in(options.duration ? 4 : 2)) {
      options.due = new_year + between(0, 90);
    }
    for (const std::string& earlier : ids_) {
      if (once_in(4)) options.depends_on.push_back(link_to(earlier));
    }
    draft_.back().task(id, "T" + id, options);
    ids_.push_back(id);
  }

  [[nodiscard]] jj::DependsOn link_to(const std::string& id) {
    const int lag = once_in(3) ? between(-5, 8) : 0;
    return {id, static_cast<jj::DependencyType>(once_in(2) ? 0 : between(0, 3)), lag};
  }

  /// Each goal takes some of the nodes before it that are in no goal of this kind yet.
  void add_goals(const ScheduleTraits& traits) {
    const int goals = between(1, 4);
    for (int i = 0; i < goals; ++i) {
      const std::string id = "g" + std::to_string(i);
      jj::NodeOptions options;
      if (traits.has_dates && once_in(4)) options.start = new_year + between(0, 40);
      if (traits.has_dates && once_in(4)) options.due = new_year + between(41, 120);
      std::vector<std::string> parts;
      for (const std::string& part : ids_) {
        if (once_in(3)) parts.push_back(part);
      }
      // Tasks outside that come before the parts, and tasks that wait for the goal.
      if (traits.holds_goals && once_in(2)) {
        const std::string before = "b" + std::to_string(i);
        draft_.back().task(before, "B", {.duration = between(1, 9)});
        options.depends_on.push_back(link_to(before));
      }
      draft_.back().goal(id, "G" + id, options);
      for (const std::string& part : parts) draft_.back().part_of(part, id);
      ids_.push_back(id);
      const std::string after = "a" + std::to_string(i);
      draft_.back().task(after, "A", {.depends_on = {link_to(id)}, .duration = between(1, 9)});
      ids_.push_back(after);
    }
  }

  std::mt19937 engine_;
  std::vector<jj::PlanBuilder> draft_;
  std::vector<std::string> ids_;
};
