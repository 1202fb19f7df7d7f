// SPDX-License-Identifier: BSL-1.0
#pragma once

// Random scenarios over random plans. A scenario that would contradict itself or the plan is left
// as it is.

#include <string>

#include <jinjiang/analysis/scenario.hpp>
#include <jinjiang/detail/text.hpp>

#include "support/random_case.hpp"

class RandomScenario {
 public:
  RandomScenario(unsigned seed, const jj::Evaluation& now) : random_(seed), now_(now) {}

  /// Values, and where they are plain targets and weights.
  [[nodiscard]] jj::Scenario light() {
    jj::Scenario scenario("light");
    for (int i = random_.between(1, 4); i > 0; --i) {
      const int kind = random_.between(0, 3);
      attempt(scenario, [&](jj::Scenario& s) {
        if (kind == 0) return add_weight(s);
        if (kind == 1) return add_target(s);
        return add_value(s);
      });
    }
    return scenario;
  }

  /// Everything.
  [[nodiscard]] jj::Scenario heavy() {
    jj::Scenario scenario("heavy");
    for (int i = random_.between(1, 6); i > 0; --i) {
      const int kind = random_.between(0, 11);
      attempt(scenario, [&](jj::Scenario& s) { add(s, kind); });
    }
    return scenario;
  }

 private:
  template <class Act>
  void attempt(jj::Scenario& scenario, const Act& act) {
    jj::Scenario longer = scenario;
    try {
      act(longer);
      static_cast<void>(jj::evaluate(now_, longer));
    } catch (const jj::Error&) {
      return;
    }
    scenario = longer;
  }

  [[nodiscard]] jj::Node node() {
    const auto nodes = now_.plan().nodes();
    return nodes[static_cast<std::size_t>(random_.between(0, static_cast<int>(nodes.size()) - 1))];
  }
  [[nodiscard]] std::string any() { return std::string(node().id()); }
  [[nodiscard]] jj::Date day() { return jj::Date::from_days(random_.day_of_year()); }

  void add_value(jj::Scenario& scenario) {
    const jj::Node leaf = node();
    const double value = leaf.kind() == jj::NodeKind::task ? random_.between(0, 10) / 10.0
                                                           : random_.between(-50, 350) / 10.0;
    std::optional<jj::Date> on;
    if (random_.once_in(3)) on = day();
    const auto readings = now_.observations().of(leaf.id());
    if (!readings.empty() && random_.once_in(3)) on = readings.front().observed_on;
    scenario.value(std::string(leaf.id()), value, on);
  }
  void add_target(jj::Scenario& scenario) {
    const jj::Node leaf = node();
    const auto target = leaf.target();
    if (!target) return;
    const auto comparator = static_cast<jj::Comparator>(random_.between(0, 4));
    jj::TargetOptions options{.measure = target->measure()};
    if (random_.once_in(3)) options.baseline = random_.between(0, 100) / 10.0;
    if (random_.once_in(6)) options.due = day();
    const double value = random_.between(1, 300) / 10.0;
    const bool can_be_worded = target->has_value() && !jj::is_settled_at_due(target->measure()) &&
                               target->direction() == jj::Direction::higher;
    if (can_be_worded && random_.once_in(3)) {
      const std::string words = "超" + jj::detail::format_number(value) + target->unit().symbol();
      return static_cast<void>(scenario.target(std::string(leaf.id()), words));
    }
    scenario.target(std::string(leaf.id()), jj::Target(comparator, value, target->unit(), options));
  }
  void add_weight(jj::Scenario& scenario) {
    const jj::Node child = node();
    const auto links = now_.plan().part_links(child);
    if (links.empty()) return;
    const auto place =
        static_cast<std::size_t>(random_.between(0, static_cast<int>(links.size()) - 1));
    scenario.weight(std::string(child.id()), std::string(links[place].parent.id()),
                    random_.between(1, 90) / 10.0);
  }
  void add(jj::Scenario& s, int kind) {
    switch (kind) {
      case 0:
        return add_weight(s);
      case 1:
        return add_target(s);
      case 2:
        return static_cast<void>(
            s.start(any(), random_.once_in(3) ? std::nullopt : std::optional(day())));
      case 3:
        return static_cast<void>(
            s.due(any(), random_.once_in(3) ? std::nullopt : std::optional(day())));
      case 4:
        return static_cast<void>(s.duration(any(), random_.between(1, 90)));
      case 5:
        return static_cast<void>(
            s.lifecycle(any(), static_cast<jj::Lifecycle>(random_.between(0, 4))));
      case 6:
        return static_cast<void>(s.part(any(), {any(), random_.between(1, 9) / 3.0}));
      case 7: {
        const jj::Node child = node();
        for (const jj::PartLink& link : now_.plan().part_links(child))
          s.unpart(std::string(child.id()), std::string(link.parent.id()));
        return;
      }
      case 8:
        return static_cast<void>(s.depend(any(), {any(), jj::DependencyType::SS, 3}));
      case 9:
        return static_cast<void>(s.remove(any()));
      case 10:
        return static_cast<void>(
            s.add({.kind = jj::NodeKind::task,
                   .node = "new",
                   .title = "New",
                   .options = {.part_of = {any()}, .progress = random_.between(0, 10) / 10.0}}));
      default:
        return add_value(s);
    }
  }

  RandomPlan random_;
  const jj::Evaluation& now_;
};
