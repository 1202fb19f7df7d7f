// SPDX-License-Identifier: BSL-1.0
#pragma once

// Small random plans: a graph of goals with several parents, every kind of target, tasks, readings.
// The same seed gives the same plan on every machine, so only the engine of <random> is used.

#include <algorithm>
#include <cmath>
#include <random>

#include "support/plain_model.hpp"

class RandomPlan {
 public:
  explicit RandomPlan(unsigned seed) : engine_(seed) {}

  [[nodiscard]] plain::Plan make() {
    plan_ = {};
    plan_.start = first_day;
    plan_.end = last_day;
    const int goals = between(1, 8);
    const int leaves = between(3, 25);
    for (int i = 0; i < goals; ++i) add_goal(i);
    for (int i = 0; i < leaves; ++i) add_leaf(i, goals);
    return plan_;
  }

  /// Another order of the same things.
  template <class Item>
  [[nodiscard]] std::vector<Item> shuffled(std::vector<Item> items) {
    for (std::size_t i = items.size(); i > 1; --i) {
      std::swap(items[i - 1], items[static_cast<std::size_t>(between(0, static_cast<int>(i) - 1))]);
    }
    return items;
  }

  [[nodiscard]] int between(int least, int most) {
    return least + static_cast<int>(engine_() % static_cast<unsigned>(most - least + 1));
  }
  [[nodiscard]] bool once_in(int times) { return between(1, times) == 1; }
  [[nodiscard]] plain::Day day_of_year() { return between(first_day - 20, last_day + 40); }

  static constexpr plain::Day first_day = 19723;  ///< 2024-01-01
  static constexpr plain::Day last_day = 20088;   ///< 2024-12-31

 private:
  /// What a reading is of: progress of a task, a figure on some basis or on none, a flow's span.
  enum class Reads { task, figure, plain_figure, span };

  void add_goal(int number) {
    plain::Node node{.id = "g" + std::to_string(number)};
    link(node, number);
    if (once_in(4)) node.due = between(first_day + 100, last_day);
    if (once_in(12)) node.lifecycle = jj::Lifecycle::cancelled;
    if (once_in(6)) node.rule = {jj::RuleKind::worst};
    if (once_in(6)) node.rule = {jj::RuleKind::all};
    if (once_in(6)) node.rule = {jj::RuleKind::at_least, static_cast<std::uint32_t>(between(1, 3))};
    plan_.nodes.push_back(node);
  }

  /// Makes a node part of up to three of the first goals.
  void link(plain::Node& node, int goals) {
    for (int i = between(0, 3); i > 0 && goals > 0; --i) {
      const std::string goal = "g" + std::to_string(between(0, goals - 1));
      const bool twice = std::any_of(node.part_of.begin(), node.part_of.end(),
                                     [&](const plain::Part& part) { return part.goal == goal; });
      if (!twice) node.part_of.push_back({goal, between(1, 50) / 10.0, once_in(6)});
    }
  }

  void add_leaf(int number, int goals) {
    plain::Node node{.id = "n" + std::to_string(number)};
    link(node, goals);
    if (once_in(3)) node.due = between(first_day + 100, last_day + 20);
    if (once_in(3)) node.start = between(first_day - 10, first_day + 99);
    if (once_in(15)) node.lifecycle = jj::Lifecycle::cancelled;
    if (once_in(3)) {
      add_task(node);
    } else {
      add_indicator(node);
    }
    plan_.nodes.push_back(node);
  }

  void add_task(plain::Node& node) {
    node.kind = jj::NodeKind::task;
    if (once_in(4)) node.progress = between(0, 10) / 10.0;
    if (once_in(8)) node.lifecycle = jj::Lifecycle::done;
    for (const plain::Node& earlier : plan_.nodes) {
      const bool can_be_finished = earlier.kind == jj::NodeKind::task || earlier.target;
      if (can_be_finished && once_in(6)) {
        node.waits.push_back({earlier.id, static_cast<jj::DependencyType>(between(0, 3))});
      }
    }
    for (int i = between(0, 2); i > 0; --i) {
      add_reading(node.id, day_of_year(), std::min(1.0, between(0, 12) / 10.0), Reads::task);
    }
  }

  void add_indicator(plain::Node& node) {
    node.kind = jj::NodeKind::indicator;
    if (once_in(15)) return add_watched(node);
    node.target = target(node);
    if (once_in(8)) {
      plain::Target revised = *node.target;
      revised.value += between(1, 20) / 10.0;
      if (revised.measure == jj::Measure::rank) revised.value = std::ceil(revised.value);
      if (revised.upper) *revised.upper = revised.value + 1;
      revised.set_by.clear();
      revised.relative_to.clear();
      node.revisions[between(first_day + 50, last_day)] = revised;
    }
    const bool per_period = sums_up(node.target->measure) && once_in(3);
    const Reads kind = per_period ? Reads::span : Reads::figure;
    for (int i = between(0, 4); i > 0; --i) {
      const double scale = node.target->value == 0 ? 1 : node.target->value;
      const double value = std::round(scale * between(20, 130)) / 100;
      add_reading(node.id, day_of_year(), value, kind);
    }
  }

  void add_watched(const plain::Node& node) {
    add_reading(node.id, day_of_year(), 1, Reads::figure);
  }

  static bool sums_up(jj::Measure measure) {
    return measure == jj::Measure::increment || measure == jj::Measure::net_increment ||
           measure == jj::Measure::count;
  }

  plain::Target target(const plain::Node& node) {
    plain::Target target;
    target.measure = static_cast<jj::Measure>(between(0, 7));
    target.comparator = static_cast<jj::Comparator>(between(0, 6));
    target.value = between(1, 300) / 10.0;
    const bool rank = target.measure == jj::Measure::rank;
    if (rank) target.comparator = once_in(2) ? jj::Comparator::reach : jj::Comparator::at_most;
    if (rank) target.value = std::ceil(target.value);
    const bool signed_value = !rank && !sums_up(target.measure);
    if (signed_value && once_in(5)) target.value = -target.value;
    if (signed_value && once_in(12)) target.value = 0;
    if (target.comparator == jj::Comparator::between) {
      target.upper = target.value + between(1, 30) / 10.0;
    }
    if (target.comparator == jj::Comparator::about && once_in(2)) {
      target.tolerance = between(0, 9) / 10.0;
    }
    if (once_in(3)) target.baseline = target.value + between(-80, 80) / 10.0;
    const bool free = target.comparator == jj::Comparator::reach ||
                      target.comparator == jj::Comparator::about ||
                      target.comparator == jj::Comparator::between;
    if (free && !rank && once_in(4)) target.direction = static_cast<jj::Direction>(between(0, 2));
    if (target.comparator == jj::Comparator::reach && target.direction == jj::Direction::within) {
      target.direction.reset();
    }
    give_profile(node, target);
    if (once_in(6)) target.basis = "a";
    if (once_in(10)) follow(target);
    if (target.comparator == jj::Comparator::reach && once_in(8) && !target.direction) {
      target.set_by = "province";
      target.relative_to.clear();
    }
    return target;
  }

  void give_profile(const plain::Node& node, plain::Target& target) {
    const bool whole_year = !node.start && !node.due;
    if (once_in(4)) target.profile = once_in(2) ? jj::ProfileKind::linear : jj::ProfileKind::hold;
    if (once_in(5) && whole_year) {
      target.shares = {.1, .1, .1, .1, .1, .1, .1, .1, .05, .05, .05, .05};
    } else if (once_in(5) && whole_year && !sums_up(target.measure)) {
      target.steps = {{first_day + 90, 0.25}, {first_day + 181, 0.5}};
    }
  }

  /// Makes a target follow an indicator of the same unit without dates of its own.
  void follow(plain::Target& target) {
    for (const plain::Node& other : plan_.nodes) {
      const bool fits = other.target && other.target->measure == target.measure && !other.start &&
                        !other.due && !sums_up(target.measure) &&
                        target.comparator != jj::Comparator::between;
      if (!fits) continue;
      target.relative_to = other.id;
      target.set_by.clear();
      target.offset = between(-2, 2) / 2.0;
      for (int i = 0; i < 2; ++i) {
        add_reading(other.id, first_day + 60 + 60 * i, between(1, 90) / 10.0, Reads::plain_figure);
      }
      return;
    }
  }

  void add_reading(const std::string& id, plain::Day day, double value, Reads kind) {
    const auto same = std::count_if(
        plan_.readings.begin(), plan_.readings.end(),
        [&](const plain::Reading& other) { return other.id == id && other.day == day; });
    if (same > 0) return;
    const auto stage = static_cast<jj::Stage>(between(0, 2));
    const bool is_task = kind == Reads::task;
    const bool has_basis = kind == Reads::figure && once_in(4);
    const bool per_period = kind == Reads::span;
    const std::string basis = has_basis ? (once_in(2) ? "a" : "b") : "";
    plan_.readings.push_back({id, day, value, day + between(0, 30), stage, basis, per_period});
    if (once_in(4)) {
      const auto later = static_cast<jj::Stage>(between(0, 2));
      const double corrected = is_task ? value / 2 : value * 1.25;
      const plain::Day known = day + between(31, 60);
      plan_.readings.push_back({id, day, corrected, known, later, basis, per_period});
    }
    if (once_in(8) && kind == Reads::figure) {
      const std::string other = basis == "a" ? "b" : "a";
      plan_.readings.push_back({id, day, value * 1.1, day, stage, other, false});
    }
  }

  std::mt19937 engine_;
  plain::Plan plan_;
};
