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
  std::string node;             ///< id of an indicator or a task
  double value;                 ///< in the unit of its target; of a task 0 to 1
  std::optional<Date> on = {};  ///< default: the last day of which a reading counts on the day of
                                ///< the evaluation
  Unit unit = {};               ///< none: that of the target; of a task a fraction

  friend bool operator==(const ValueChange&, const ValueChange&) = default;
};

/// These are the readings of a node on a day, and no others; none: it was not read.
struct ReadingsChange {
  std::string node;  ///< id of an indicator or a task
  Date on;           ///< day that the readings are of
  /// In place of all that it has of this day; none takes them away.
  std::vector<Observation> readings;

  friend bool operator==(const ReadingsChange&, const ReadingsChange&) = default;
};

/// An indicator has this target from the beginning, with these revisions; without one it is
/// watched.
struct TargetChange {
  std::string node;                      ///< id of an indicator
  std::optional<Target> target;          ///< nothing: it is watched and not judged
  std::vector<Revision> revisions = {};  ///< in place of those that it has

  friend bool operator==(const TargetChange&, const TargetChange&) = default;
};

/// The figure of an indicator's target is worded otherwise from the beginning: `120个`. What the
/// words do not say stays as the target has it (measure, baseline value, profile, bound, ...), its
/// unit too; of a watched indicator they are the whole target.
struct WordingChange {
  std::string node;                      ///< id of an indicator
  std::string wording;                   ///< such as 超600万平方米
  std::vector<Revision> revisions = {};  ///< in place of those that it has

  friend bool operator==(const WordingChange&, const WordingChange&) = default;
};

/// A node starts, or is due, on this day; without one on that of the plan. The due date of a target
/// that has one of its own goes with it. A task keeps its duration and moves as a whole: a start
/// that the plan gives moves with the due date, and a due date with the start; of a task that has
/// its start or its due date from its duration the start is what is given then.
struct DateChange {
  /// The date that is changed.
  enum class Which : std::uint8_t { start, due };
  std::string node;         ///< id of the node
  Which which;              ///< start or due date
  std::optional<Date> day;  ///< nothing: as if none were given

  friend bool operator==(const DateChange&, const DateChange&) = default;
};

/// A task takes so many days. The date that is not given follows; where both are, the due date.
struct DurationChange {
  std::string node;         ///< id of a task
  std::optional<int> days;  ///< 1 or more; nothing: as if none were given

  friend bool operator==(const DurationChange&, const DurationChange&) = default;
};

/// A node stands otherwise administratively: done, cancelled, ...
struct LifecycleChange {
  std::string node;     ///< id of the node
  Lifecycle lifecycle;  ///< the new one

  friend bool operator==(const LifecycleChange&, const LifecycleChange&) = default;
};

/// A part counts otherwise in its goal.
struct WeightChange {
  std::string node;  ///< id of the part
  std::string goal;  ///< id of the goal
  double weight;     ///< 1e-100 to 1e100

  friend bool operator==(const WeightChange&, const WeightChange&) = default;
};

/// A node becomes part of a goal, or by nothing no longer is.
struct PartChange {
  std::string node;              ///< id of the part
  std::string goal;              ///< id of the goal
  std::optional<double> weight;  ///< nothing: it is no longer part of the goal
  bool is_veto = false;          ///< 一票否决, as PartOf::is_veto

  friend bool operator==(const PartChange&, const PartChange&) = default;
};

/// A node waits for another one, or by nothing no longer does.
struct DependencyChange {
  /// How one waits for the other.
  struct Terms {
    DependencyType type = DependencyType::FS;  ///< FS, SS, FF or SF
    int lag = 0;                               ///< days; may be negative
    std::string assumption = {};  ///< why an analyst assumes it; empty when the document states it

    friend bool operator==(const Terms&, const Terms&) = default;
  };
  std::string node;            ///< id of the successor
  std::string predecessor;     ///< id of what it waits for
  std::optional<Terms> terms;  ///< nothing: it no longer waits

  friend bool operator==(const DependencyChange&, const DependencyChange&) = default;
};

/// A node is gone with all its links; parts that it alone held become roots.
struct Removal {
  std::string node;  ///< id of the node

  friend bool operator==(const Removal&, const Removal&) = default;
};

/// A node is there that was not.
struct Addition {
  NodeKind kind;                             ///< goal, indicator or task
  std::string node;                          ///< its id
  std::string title = {};                    ///< may be empty
  std::optional<Target> target = {};         ///< of an indicator; without one it is watched
  NodeOptions options = {};                  ///< as for PlanBuilder
  std::optional<std::size_t> position = {};  ///< in the author's order; default: the end

  /// Same kind, id, title, target, options and place.
  friend bool operator==(const Addition& a, const Addition& b);
};

/// One change of a scenario.
using ScenarioChange = std::variant<ValueChange, ReadingsChange, TargetChange, WordingChange,
                                    DateChange, DurationChange, LifecycleChange, WeightChange,
                                    PartChange, DependencyChange, Removal, Addition>;

/// The node that a change is about; of a link its lower end.
[[nodiscard]] const std::string& node_of(const ScenarioChange& change) noexcept;

/// A change in a few words: `land.reuse: reads 7000`, `land.reuse：实际值 7000`.
[[nodiscard]] std::string describe(const ScenarioChange& change, Language language);

/// A named set of changes; their order has no meaning. A change that contradicts one already there
/// is refused, and the scenario is as it was. Whether the changes fit a plan is seen when they are
/// applied to it.
class Scenario {
 public:
  /// No change yet; the name is for displays.
  explicit Scenario(std::string name = {}) : name_(std::move(name)) {}

  /// For displays; may be empty.
  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  /// In the order in which they were added, which has no meaning.
  [[nodiscard]] std::span<const ScenarioChange> changes() const noexcept { return changes_; }
  /// Whether nothing is changed.
  [[nodiscard]] bool empty() const noexcept { return changes_.empty(); }

  /// @throws Error        the scenario has another change of the same thing, or of a node that it
  /// adds or removes; no plan could take it: a weight of 0, a value that is no number
  /// @throws FormatError  a wording cannot be read
  /// @par Complexity  O(changes)
  Scenario& change(ScenarioChange change);

  /// What a leaf reads, on the day of the evaluation or another; see ValueChange.
  Scenario& value(std::string node, double value, std::optional<Date> on = {}) {
    return change(ValueChange{std::move(node), value, on});
  }
  /// All that a leaf reads of one day; see ReadingsChange.
  Scenario& readings(std::string node, Date on, std::vector<Observation> readings) {
    return change(ReadingsChange{std::move(node), on, std::move(readings)});
  }
  /// Another target; see TargetChange.
  Scenario& target(std::string node, std::optional<Target> target) {
    return change(TargetChange{std::move(node), std::move(target)});
  }
  /// In words: see WordingChange.
  template <std::convertible_to<std::string_view> Text>
  Scenario& target(std::string node, const Text& wording) {
    return change(WordingChange{std::move(node), std::string(std::string_view(wording))});
  }
  /// Another start, or none of its own.
  Scenario& start(std::string node, std::optional<Date> day) {
    return change(DateChange{std::move(node), DateChange::Which::start, day});
  }
  /// Another due date, or none of its own.
  Scenario& due(std::string node, std::optional<Date> day) {
    return change(DateChange{std::move(node), DateChange::Which::due, day});
  }
  /// Another duration in days, or none.
  Scenario& duration(std::string node, std::optional<int> days) {
    return change(DurationChange{std::move(node), days});
  }
  /// Another lifecycle.
  Scenario& lifecycle(std::string node, Lifecycle lifecycle) {
    return change(LifecycleChange{std::move(node), lifecycle});
  }
  /// What a part counts in its goal, 1e-100 to 1e100.
  Scenario& weight(std::string child, std::string goal, double weight) {
    return change(WeightChange{std::move(child), std::move(goal), weight});
  }
  /// Makes a node part of a goal, or changes how it is.
  Scenario& part(std::string child, const PartOf& link) {
    return change(PartChange{std::move(child), link.goal, link.weight, link.is_veto});
  }
  /// Takes a node out of a goal.
  Scenario& unpart(std::string child, std::string goal) {
    return change(PartChange{std::move(child), std::move(goal), std::nullopt});
  }
  /// Makes a node wait for another, or changes how it does.
  Scenario& depend(std::string successor, const DependsOn& link) {
    return change(DependencyChange{std::move(successor), link.predecessor,
                                   DependencyChange::Terms{link.type, link.lag, link.assumption}});
  }
  /// Lets a node no longer wait for another.
  Scenario& undepend(std::string successor, std::string predecessor) {
    return change(DependencyChange{std::move(successor), std::move(predecessor), std::nullopt});
  }
  /// Takes a node away, with its links.
  Scenario& remove(std::string node) { return change(Removal{std::move(node)}); }
  /// Adds a node.
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

/// The same from plan and readings.
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
