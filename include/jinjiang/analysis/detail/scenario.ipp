// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <tuple>
#include <type_traits>

#include <jinjiang/analysis/detail/scenario_words.hpp>
#include <jinjiang/analysis/scenario.hpp>
#include <jinjiang/model/detail/columns.hpp>

namespace jinjiang {

namespace detail {

/// The other end of a change of a link; empty for other changes.
inline std::string_view other_end(const ScenarioChange& change) noexcept {
  if (const auto* weight = std::get_if<WeightChange>(&change)) return weight->goal;
  if (const auto* part = std::get_if<PartChange>(&change)) return part->goal;
  if (const auto* wait = std::get_if<DependencyChange>(&change)) return wait->predecessor;
  return {};
}

/// What a change sets: two changes of the same thing contradict each other.
inline int thing_of(const ScenarioChange& change) noexcept {
  enum Thing { reading, target, start, due, duration, lifecycle, part, dependency, node };
  return std::visit(
      [](const auto& is) -> int {
        using Kind = std::decay_t<decltype(is)>;
        if constexpr (std::is_same_v<Kind, ValueChange> || std::is_same_v<Kind, ReadingsChange>) {
          return reading;
        } else if constexpr (std::is_same_v<Kind, TargetChange> ||
                             std::is_same_v<Kind, WordingChange>) {
          return target;
        } else if constexpr (std::is_same_v<Kind, DateChange>) {
          return is.which == DateChange::Which::start ? start : due;
        } else if constexpr (std::is_same_v<Kind, DurationChange>) {
          return duration;
        } else if constexpr (std::is_same_v<Kind, LifecycleChange>) {
          return lifecycle;
        } else if constexpr (std::is_same_v<Kind, WeightChange> ||
                             std::is_same_v<Kind, PartChange>) {
          return part;
        } else if constexpr (std::is_same_v<Kind, DependencyChange>) {
          return dependency;
        } else {
          return node;
        }
      },
      change);
}

/// The day of a supposed reading; no_day when the day of the evaluation decides.
inline std::int32_t supposed_day(const ScenarioChange& change) noexcept {
  if (const auto* value = std::get_if<ValueChange>(&change))
    return value->on ? value->on->days_since_epoch() : no_day;
  if (const auto* readings = std::get_if<ReadingsChange>(&change))
    return readings->on.days_since_epoch();
  return no_day;
}

/// Whether an addition says all that a change would say of the node.
inline bool belongs_to_addition(const ScenarioChange& change) noexcept {
  return !std::holds_alternative<ValueChange>(change) &&
         !std::holds_alternative<ReadingsChange>(change) &&
         !std::holds_alternative<PartChange>(change) &&
         !std::holds_alternative<DependencyChange>(change);
}

/// Why no plan could take a change; empty when one could.
inline std::string fault(const ScenarioChange& change) {
  const auto of_weight = [](std::optional<double> weight) {
    const bool fits =
        !weight || (*weight >= Limits::least_weight && *weight <= Limits::greatest_weight);
    return fits ? ""
                : "a weight must be a finite number above 0, from 1e-100 to 1e100, found " +
                      format_number(*weight);
  };
  const auto* value = std::get_if<ValueChange>(&change);
  if (value != nullptr && !std::isfinite(value->value))
    return "a reading must be a finite number, found " + format_number(value->value);
  if (const auto* weight = std::get_if<WeightChange>(&change)) return of_weight(weight->weight);
  if (const auto* part = std::get_if<PartChange>(&change)) return of_weight(part->weight);
  return {};
}

/// Why two changes cannot both hold; empty when they can.
inline std::string contradiction(const ScenarioChange& a, const ScenarioChange& b) {
  const auto touches = [](const ScenarioChange& change, const std::string& node) {
    return node_of(change) == node || other_end(change) == node;
  };
  const std::pair<const ScenarioChange&, const ScenarioChange&> orders[] = {{a, b}, {b, a}};
  for (const auto& [x, y] : orders) {
    const auto* removal = std::get_if<Removal>(&x);
    if (removal != nullptr && touches(y, removal->node))
      return "it removes " + shortened(removal->node) + ", so nothing else can be said of it";
  }
  for (const auto& [x, y] : orders) {
    const auto* addition = std::get_if<Addition>(&x);
    if (addition != nullptr && node_of(y) == addition->node && belongs_to_addition(y))
      return "it adds " + shortened(addition->node) + "; say it in the addition";
  }
  const bool is_same_thing = thing_of(a) == thing_of(b) && node_of(a) == node_of(b) &&
                             other_end(a) == other_end(b) && supposed_day(a) == supposed_day(b);
  return is_same_thing ? "two changes of the same thing" : "";
}

inline auto link_tie(const PartOf& link) { return std::tie(link.goal, link.weight, link.is_veto); }
inline auto wait_tie(const DependsOn& link) {
  return std::tie(link.predecessor, link.type, link.lag, link.assumption);
}

inline bool is_same_options(const NodeOptions& a, const NodeOptions& b) {
  const auto plain = [](const NodeOptions& o) {
    return std::tie(o.measure, o.owner, o.supporting, o.start, o.due, o.duration, o.progress,
                    o.lifecycle, o.firmness, o.rule, o.tags, o.source, o.note, o.revisions,
                    o.extensions, o.profile);
  };
  return plain(a) == plain(b) &&
         std::equal(a.part_of.begin(), a.part_of.end(), b.part_of.begin(), b.part_of.end(),
                    [](const auto& x, const auto& y) { return link_tie(x) == link_tie(y); }) &&
         std::equal(a.depends_on.begin(), a.depends_on.end(), b.depends_on.begin(),
                    b.depends_on.end(),
                    [](const auto& x, const auto& y) { return wait_tie(x) == wait_tie(y); });
}

}  // namespace detail

JINJIANG_INLINE bool operator==(const Addition& a, const Addition& b) {
  return std::tie(a.kind, a.node, a.title, a.target, a.position) ==
             std::tie(b.kind, b.node, b.title, b.target, b.position) &&
         detail::is_same_options(a.options, b.options);
}

JINJIANG_INLINE const std::string& node_of(const ScenarioChange& change) noexcept {
  return std::visit([](const auto& is) -> const std::string& { return is.node; }, change);
}

JINJIANG_INLINE std::string describe(const ScenarioChange& change, Language language) {
  return detail::ChangeWriter(language).write(change);
}

JINJIANG_INLINE Scenario& Scenario::change(ScenarioChange change) {
  if (const std::string problem = detail::fault(change); !problem.empty())
    throw Error(detail::name_of(*this) + ": " + describe(change, Language::en) + ": " + problem);
  if (const auto* worded = std::get_if<WordingChange>(&change))
    detail::refuse_unreadable(worded->wording);
  for (const ScenarioChange& before : changes_) {
    if (before == change) return *this;
    const std::string problem = detail::contradiction(before, change);
    if (problem.empty()) continue;
    throw Error(detail::name_of(*this) + ": " + describe(change, Language::en) + " contradicts " +
                describe(before, Language::en) + ": " + problem + "; leave one of them out");
  }
  changes_.push_back(std::move(change));
  return *this;
}

JINJIANG_INLINE bool operator==(const Scenario& a, const Scenario& b) {
  return a.name_ == b.name_ && a.changes_.size() == b.changes_.size() &&
         std::is_permutation(a.changes_.begin(), a.changes_.end(), b.changes_.begin());
}

}  // namespace jinjiang
