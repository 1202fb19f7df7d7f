// SPDX-License-Identifier: BSL-1.0
#pragma once

// What a change of one node does to the others: their figures, their status and their dates, the
// largest effect on the plan first.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/analysis/comparison.hpp>
#include <jinjiang/analysis/scenario.hpp>
#include <jinjiang/analysis/schedule.hpp>
#include <jinjiang/detail/config.hpp>

namespace jinjiang {

/// A leaf whose work comes so many days of the calendar later than it could; of a goal, what waits
/// for its end.
struct Slip {
  int days;  ///< of the calendar, 0 or more
};

/// A node that can be worked on at other dates.
struct DateShift {
  Date start_before;      ///< earliest
  Date start_after;       ///< early start after it
  Date finish_before;     ///< early finish before the change
  Date finish_after;      ///< early finish after it
  Date due = {};          ///< to be kept: its due date as given, else the end of the plan
  bool was_late = false;  ///< it could not be finished by then
  bool is_late = false;   ///< now it cannot
  double plan_days = 0;   ///< days by which its finish moves, times the share of the plan that
                          ///< hangs on it by weights

  /// Calendar days by which its finish moves.
  [[nodiscard]] int days() const noexcept { return finish_after - finish_before; }
};

/// A node that a change reaches.
struct NodeImpact {
  Node node;  ///< of the changed plan; of one that is gone that of the plan before
  std::optional<NodeDifference> difference = {};  ///< of its status or figures
  std::optional<DateShift> shift = {};            ///< nothing when its dates are the same
  double effect = 0;  ///< change of the mean attainment of the roots that comes through this node
};

/// What a change does. Holds both evaluations and both schedules.
struct Impact {
  Comparison comparison;                         ///< the plan without and with the change
  std::optional<Schedule> schedule_before = {};  ///< nothing where no node waits for another
  std::optional<Schedule> schedule_after = {};   ///< of the changed plan; likewise
  double effect = 0;  ///< change of the mean attainment of the roots that have data
  /// By the size of their effect; then those that become late, by plan_days; then by how much their
  /// status changes; goals before their parts.
  std::vector<NodeImpact> nodes = {};
};

/// What changes between two evaluations, and between two schedules where there are some.
/// @par Complexity  O(nodes + links) and sorting
[[nodiscard]] Impact impact(Comparison comparison, std::optional<Schedule> before = {},
                            std::optional<Schedule> after = {});

/// Every node whose status, figures or dates a scenario changes. Dates are looked at where some
/// node of the plan waits for another one.
/// @throws as evaluate(now, scenario) and schedule(now, options)
/// @par Complexity  that of the evaluation, of compare() and of the schedules
[[nodiscard]] Impact impact(const Evaluation& now, const Scenario& scenario,
                            const ScheduleOptions& options = {});

/// The same when one leaf reads a value, as by ValueChange.
/// @throws UnknownIdError  names the nearest ids
/// @throws Error           nothing that the node reads moves a goal
[[nodiscard]] Impact impact(const Evaluation& now, std::string_view id, double value,
                            const ScheduleOptions& options = {});

/// Every node whose dates a slip changes, with what is left to do on the day of an evaluation.
/// @throws UnknownIdError  names the nearest ids
/// @throws Error           the days are negative; the node is finished or left out
/// @par Complexity  O(nodes + links) and sorting
[[nodiscard]] Impact impact(const Evaluation& now, std::string_view id, Slip slip,
                            const ScheduleOptions& options = {});

/// The same of a plan of which nothing has been read.
[[nodiscard]] Impact impact(const Plan& plan, std::string_view id, Slip slip,
                            const ScheduleOptions& options = {});

/// What becomes of one node, in a sentence.
[[nodiscard]] std::string describe(const NodeImpact& impact, Language language);

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/analysis/detail/impact.ipp>
#endif
