// SPDX-License-Identifier: BSL-1.0
#pragma once

// What if: a named set of changes over a plan and its readings, neither of which it touches.
// Thousands of scenarios share one plan; how many of them are evaluated quickly is in
// scenario_evaluator.hpp.

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/evaluation/evaluation.hpp>
#include <jinjiang/model/builder.hpp>
#include <jinjiang/model/observations.hpp>
#include <jinjiang/model/plan.hpp>

namespace jinjiang {

/// An indicator or a task reads otherwise: one supposed reading takes the place of all that it has
/// on that day. Of a flow it is the total so far.
struct ValueChange {
  std::string node;
  double value;
  std::optional<Date> on = {};  ///< default: the last day of which a reading counts on the day of
                                ///< the evaluation
  Unit unit = {};               ///< none: that of the target; of a task a fraction

  friend bool operator==(const ValueChange&, const ValueChange&) = default;
};

/// These are the readings of a node on a day, and no others; none: it was not read.
struct ReadingsChange {
  std::string node;
  Date on;
  std::vector<Observation> readings;

  friend bool operator==(const ReadingsChange&, const ReadingsChange&) = default;
};

/// An indicator has this target from the beginning, with these revisions; without one it is
/// watched.
struct TargetChange {
  std::string node;
  std::optional<Target> target;
  std::vector<Revision> revisions = {};

  friend bool operator==(const TargetChange&, const TargetChange&) = default;
};

/// The figure of an indicator's target is worded otherwise from the beginning: `120个`. What the
/// words do not say stays as the target has it (measure, baseline value, profile, bound, ...), its
/// unit too; of a watched indicator they are the whole target.
struct WordingChange {
  std::string node;
  std::string wording;
  std::vector<Revision> revisions = {};

  friend bool operator==(const WordingChange&, const WordingChange&) = default;
};

/// A node starts, or is due, on this day; without one on that of the plan. The due date of a target
/// that has one of its own goes with it. A task keeps its duration and moves as a whole: a start
/// that the plan gives moves with the due date, and a due date with the start; of a task that has
/// its start or its due date from its duration the start is what is given then.
struct DateChange {
  enum class Which : std::uint8_t { start, due };
  std::string node;
  Which which;
  std::optional<Date> day;

  friend bool operator==(const DateChange&, const DateChange&) = default;
};

/// A task takes so many days. The date that is not given follows; where both are, the due date.
struct DurationChange {
  std::string node;
  std::optional<int> days;

  friend bool operator==(const DurationChange&, const DurationChange&) = default;
};

/// A node stands otherwise administratively: done, cancelled, ...
struct LifecycleChange {
  std::string node;
  Lifecycle lifecycle;

  friend bool operator==(const LifecycleChange&, const LifecycleChange&) = default;
};

/// A part counts otherwise in its goal.
struct WeightChange {
  std::string node;
  std::string goal;
  double weight;

  friend bool operator==(const WeightChange&, const WeightChange&) = default;
};

/// A node becomes part of a goal, or by nothing no longer is.
struct PartChange {
  std::string node;
  std::string goal;
  std::optional<double> weight;
  bool is_veto = false;

  friend bool operator==(const PartChange&, const PartChange&) = default;
};

/// A node waits for another one, or by nothing no longer does.
struct DependencyChange {
  struct Terms {
    DependencyType type = DependencyType::FS;
    int lag = 0;
    std::string assumption = {};

    friend bool operator==(const Terms&, const Terms&) = default;
  };
  std::string node;
  std::string predecessor;
  std::optional<Terms> terms;

  friend bool operator==(const DependencyChange&, const DependencyChange&) = default;
};

/// A node is gone with all its links; parts that it alone held become roots.
struct Removal {
  std::string node;

  friend bool operator==(const Removal&, const Removal&) = default;
};

/// A node is there that was not.
struct Addition {
  NodeKind kind;
  std::string node;
  std::string title = {};
  std::optional<Target> target = {};  ///< of an indicator; without one it is watched
  NodeOptions options = {};
  std::optional<std::size_t> position = {};  ///< in the author's order; default: the end

  friend bool operator==(const Addition& a, const Addition& b);
};

using ScenarioChange = std::variant<ValueChange, ReadingsChange, TargetChange, WordingChange,
                                    DateChange, DurationChange, LifecycleChange, WeightChange,
                                    PartChange, DependencyChange, Removal, Addition>;

/// The node that a change is about; of a link its lower end.
[[nodiscard]] const std::string& node_of(const ScenarioChange& change) noexcept;

/// A change in a few words: `land.reuse: reads 7000`, `land.reuse：读数 7000`.
[[nodiscard]] std::string describe(const ScenarioChange& change, Language language);

/// A named set of changes; their order has no meaning. A change that contradicts one already there
/// is refused, and the scenario is as it was. Whether the changes fit a plan is seen when they are
/// applied to it.
class Scenario {
 public:
  explicit Scenario(std::string name = {}) : name_(std::move(name)) {}

  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  [[nodiscard]] std::span<const ScenarioChange> changes() const noexcept { return changes_; }
  [[nodiscard]] bool empty() const noexcept { return changes_.empty(); }

  /// @throws Error        the scenario has another change of the same thing, or of a node that it
  /// adds or removes; no plan could take it: a weight of 0, a value that is no number
  /// @throws FormatError  a wording cannot be read
  /// @par Complexity  O(changes)
  Scenario& change(ScenarioChange change);

  Scenario& value(std::string node, double value, std::optional<Date> on = {}) {
    return change(ValueChange{std::move(node), value, on});
  }
  Scenario& readings(std::string node, Date on, std::vector<Observation> readings) {
    return change(ReadingsChange{std::move(node), on, std::move(readings)});
  }
  Scenario& target(std::string node, std::optional<Target> target) {
    return change(TargetChange{std::move(node), std::move(target)});
  }
  /// In words: see WordingChange.
  template <std::convertible_to<std::string_view> Text>
  Scenario& target(std::string node, const Text& wording) {
    return change(WordingChange{std::move(node), std::string(std::string_view(wording))});
  }
  Scenario& start(std::string node, std::optional<Date> day) {
    return change(DateChange{std::move(node), DateChange::Which::start, day});
  }
  Scenario& due(std::string node, std::optional<Date> day) {
    return change(DateChange{std::move(node), DateChange::Which::due, day});
  }
  Scenario& duration(std::string node, std::optional<int> days) {
    return change(DurationChange{std::move(node), days});
  }
  Scenario& lifecycle(std::string node, Lifecycle lifecycle) {
    return change(LifecycleChange{std::move(node), lifecycle});
  }
  Scenario& weight(std::string child, std::string goal, double weight) {
    return change(WeightChange{std::move(child), std::move(goal), weight});
  }
  Scenario& part(std::string child, const PartOf& link) {
    return change(PartChange{std::move(child), link.goal, link.weight, link.is_veto});
  }
  Scenario& unpart(std::string child, std::string goal) {
    return change(PartChange{std::move(child), std::move(goal), std::nullopt});
  }
  Scenario& depend(std::string successor, const DependsOn& link) {
    return change(DependencyChange{std::move(successor), link.predecessor,
                                   DependencyChange::Terms{link.type, link.lag, link.assumption}});
  }
  Scenario& undepend(std::string successor, std::string predecessor) {
    return change(DependencyChange{std::move(successor), std::move(predecessor), std::nullopt});
  }
  Scenario& remove(std::string node) { return change(Removal{std::move(node)}); }
  Scenario& add(Addition node) { return change(std::move(node)); }

  /// Same name and changes, in whatever order.
  friend bool operator==(const Scenario& a, const Scenario& b);

 private:
  std::string name_;
  std::vector<ScenarioChange> changes_;
};

/// The plan as a scenario has it; the plan itself when the scenario changes readings only.
/// @throws UnknownIdError  a change is about a node that the plan does not have
/// @throws Error           a change does not fit: the node is of another kind, is no part of that
///                         goal, is there already, a wording contradicts its target, ...
/// @throws PlanError       the changed plan contradicts itself, such as by a cycle; names the
///                         scenario
/// @par Complexity  O(1) without changes of the plan, else that of building it
[[nodiscard]] Plan apply(const Plan& plan, const Scenario& scenario);

/// How the plan of an evaluation would stand on the same day, by the same policy and options.
/// @throws as apply(); ObservationError  a supposed reading does not fit its node
/// @par Complexity  that of apply() and evaluate()
[[nodiscard]] Evaluation evaluate(const Evaluation& now, const Scenario& scenario);

[[nodiscard]] inline Evaluation evaluate(const Plan& plan, const Observations& observations,
                                         Date as_of, const Scenario& scenario,
                                         const EvaluationOptions& options = {}) {
  return evaluate(evaluate(plan, observations, as_of, options), scenario);
}

/// What takes a scenario back: applied to the changed plan it gives the plan again, to the bit.
/// @throws as apply(); Error  the scenario changes readings: give the evaluation
[[nodiscard]] Scenario inverse(const Scenario& scenario, const Plan& plan);

/// The same with the readings: evaluate(evaluate(now, s), inverse(s, now)) equals `now`. Readings
/// of nodes that only the scenario has stay, and nobody sees them.
/// @throws as evaluate()
[[nodiscard]] Scenario inverse(const Scenario& scenario, const Evaluation& now);

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/analysis/detail/scenario.ipp>
#include <jinjiang/analysis/detail/scenario_apply.ipp>
#include <jinjiang/analysis/detail/scenario_inverse.ipp>
#endif
