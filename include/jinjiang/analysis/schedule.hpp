// SPDX-License-Identifier: BSL-1.0
#pragma once

// When the work of a plan can and must be done: the critical path method over its dependencies.
// Which tasks are blocked or ready on a day is answered by readiness.hpp.
//
// Dates include their day: a task of one day starts and finishes on the same date. Durations, lags
// and floats are days of the calendar, so with working days 工作日 they are working days.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/analysis/calendar.hpp>
#include <jinjiang/detail/config.hpp>
#include <jinjiang/evaluation/evaluation.hpp>
#include <jinjiang/model/plan.hpp>

namespace jinjiang {

namespace detail {
struct ScheduleData;
}

/// What makes a node critical 关键.
enum class Critical : std::uint8_t {
  zero_float,   ///< it has no float left: it cannot be later without something being late
  longest_path  ///< it lies on a longest path to the latest finish, whatever the deadlines
};

/// How far the work on a node has come on the status date.
enum class WorkState : std::uint8_t {
  not_begun,
  begun,
  finished,
  left_out  ///< cancelled, or an indicator that is only watched: it takes no time and holds nobody
};

/// Where the duration of a node comes from.
enum class DurationSource : std::uint8_t {
  dates,    ///< its start through its due date, where both are given
  given,    ///< the duration of the task
  assumed,  ///< nothing is known: a milestone that takes no time
  actual,   ///< of what is finished: from its actual start through its actual finish
  parts     ///< of a goal: from its first part through its last
};

template <>
struct EnumNames<Critical> {
  static constexpr std::array<std::string_view, 2> all{"zero_float", "longest_path"};
};
template <>
struct EnumNames<WorkState> {
  static constexpr std::array<std::string_view, 4> all{"not_begun", "begun", "finished",
                                                       "left_out"};
};
template <>
struct EnumNames<DurationSource> {
  static constexpr std::array<std::string_view, 5> all{"dates", "given", "assumed", "actual",
                                                       "parts"};
};

/// What is known of the work on an indicator or a task on the status date.
struct Actual {
  std::string id;                       ///< of an indicator or a task
  std::optional<Date> start = {};       ///< begun
  std::optional<Date> finish = {};      ///< finished
  std::optional<double> progress = {};  ///< 0 to 1: of the duration
  std::optional<int> remaining = {};  ///< days of the calendar that are left; goes before progress

  friend bool operator==(const Actual&, const Actual&) = default;
};

/// A node that comes later than it could: of a leaf its work, of a goal what waits for its end.
struct Delay {
  std::string id;  ///< of any node
  int days;        ///< of the calendar, 0 or more

  friend bool operator==(const Delay&, const Delay&) = default;
};

/// How a schedule is made.
struct ScheduleOptions {
  Calendar calendar = {};  ///< whose days durations, lags and floats count; default every day
  /// End of the day that the work is known by; what is left begins on the next working day.
  std::optional<Date> status_date = {};
  /// When all must be finished, what has a later due date as well; default: the earliest finish of
  /// the plan, for what has no due date of its own.
  std::optional<Date> finish = {};
  std::vector<Actual> actuals = {};  ///< what is known of work that has begun
  std::vector<Delay> delays = {};    ///< what comes later than it could

  friend bool operator==(const ScheduleOptions&, const ScheduleOptions&) = default;
};

/// When one node can and must be worked on.
///
/// A milestone (duration 0) has the same date as start and finish: the day at whose end it comes,
/// or the day that it opens where nothing but the start of the plan holds it back. Dates and floats
/// are nothing for what is left out; late dates and floats also for what is finished. Of a goal the
/// dates are those of its parts.
struct NodeSchedule {
  Node node;                               ///< the node that it is of
  WorkState state = WorkState::not_begun;  ///< as of the status date
  std::optional<Date> early_start = {};    ///< 最早开始; of what has begun the actual start
  std::optional<Date> early_finish = {};   ///< 最早完成; of what is finished the actual finish
  std::optional<Date> late_start = {};     ///< 最迟开始; of what has begun that of what is left
  std::optional<Date> late_finish = {};    ///< 最迟完成
  std::optional<std::int64_t> total_float =
      {};  ///< 总时差: late finish less early finish, may be < 0
  /// 自由时差: how much later it may be without any other node being later; 0 to the total float.
  std::optional<std::int64_t> free_float = {};
  bool is_critical = false;   ///< no float left; nothing that is finished is critical
  std::int64_t duration = 0;  ///< 工期, days of the calendar
  DurationSource duration_source = DurationSource::assumed;  ///< where `duration` comes from
  std::optional<Date> actual_start = {};                     ///< 实际开始
  std::optional<Date> actual_finish = {};                    ///< 实际完成
  std::optional<double> progress = {};                       ///< of the duration, 0 to 1
  std::int64_t remaining = 0;                                ///< 剩余工期, days of the calendar
  /// The node that decides its early start (of a goal its finish); nothing when its own start, the
  /// status date or the start of the plan does.
  std::optional<Node> driving = {};
};

/// A chain of nodes in the order of the work, the last one being what it leads to.
struct WorkPath {
  std::vector<Node> nodes;  ///< the first one begins the work
  std::int64_t slack = 0;   ///< days by which it is shorter than the longest one
};

/// A date that cannot be kept.
struct ScheduleConflict {
  std::optional<Node> node;    ///< nothing: the finish that was asked for of the plan
  Date due;                    ///< the date to be kept
  Date early_finish;           ///< when it can be at the earliest
  std::int64_t days_late = 0;  ///< days of the calendar
  WorkPath chain;              ///< what decides the early finish
};

/// The result of schedule(). Immutable, cheap to copy; holds its plan.
class Schedule {
 public:
  /// That of an empty plan, to be assigned to.
  Schedule();

  /// The plan that is scheduled.
  [[nodiscard]] const Plan& plan() const noexcept;
  /// What it was made with; after an evaluation also the actuals that it tells.
  [[nodiscard]] const ScheduleOptions& options() const noexcept;
  /// The latest early finish of the plan; of a plan in which nothing is to be done its start.
  [[nodiscard]] Date finish() const;

  /// Number of nodes.
  [[nodiscard]] std::size_t size() const noexcept { return plan().size(); }
  /// @throws UnknownIdError  names the nearest ids
  [[nodiscard]] NodeSchedule operator[](std::string_view id) const { return of(plan()[id]); }
  /// The node must be one of this schedule's plan.
  [[nodiscard]] NodeSchedule of(const Node& node) const;
  /// In the author's order.
  [[nodiscard]] std::vector<NodeSchedule> results() const;

  /// The nodes that decide the finish of the plan, in the order of the work: with `longest_path`
  /// one chain (ties go to the node that comes first in the plan's layout), with `zero_float` all
  /// nodes without float, which is none where deadlines leave room.
  [[nodiscard]] std::vector<Node> critical_path(Critical by = Critical::longest_path) const;
  /// The same for the finish of one node: with `zero_float` all nodes that cannot be later without
  /// making it later.
  /// @throws UnknownIdError  names the nearest ids
  [[nodiscard]] std::vector<Node> critical_path(std::string_view to,
                                                Critical by = Critical::longest_path) const;

  /// All paths that are at most so many days shorter than the longest one, the longest first.
  /// @param within  days of the calendar, 0 or more
  /// @param most    no more paths than this
  /// @throws Error  `within` is negative
  [[nodiscard]] std::vector<WorkPath> near_critical(std::int64_t within,
                                                    std::size_t most = 1000) const;
  /// @throws UnknownIdError  names the nearest ids
  [[nodiscard]] std::vector<WorkPath> near_critical(std::int64_t within, std::string_view to,
                                                    std::size_t most = 1000) const;

  /// Whether a node is critical by one of the definitions.
  /// @throws UnknownIdError  names the nearest ids
  [[nodiscard]] bool is_critical(std::string_view id, Critical by) const;

  /// Due dates that cannot be kept, the latest first.
  [[nodiscard]] std::vector<ScheduleConflict> conflicts() const;

  /// Same plan, options and dates.
  friend bool operator==(const Schedule& a, const Schedule& b);

  /// For the layers of the library.
  [[nodiscard]] const detail::ScheduleData& data() const noexcept { return *data_; }
  explicit Schedule(std::shared_ptr<const detail::ScheduleData> data) noexcept
      : data_(std::move(data)) {}

 private:
  std::shared_ptr<const detail::ScheduleData> data_;
};

/// When the nodes of a plan can and must be worked on.
///
/// Critical path method (Kelley and Walker 1959) with the four kinds of links of the precedence
/// method (Fondahl 1961). A leaf begins no earlier than the start that is given, or that of the
/// plan, and no earlier than its links allow; a due date that is given is a deadline. A goal spans
/// its parts: what depends on it waits for all of them, and what it depends on holds all of them
/// back (a link that its own parts would have to wait for holds only its finish back, and notes()
/// says so). What waits for its begin holds its parts back together: one may be later when another
/// is not.
///
/// @throws Error           an actual or a delay contradicts itself, dates lie outside the years 1
///                         to 9999
/// @throws UnknownIdError  an actual or a delay names no node
/// @par Complexity  O(nodes + links), and O(n log n) in what the parts wait for of every goal whose
///                  begin is waited for
[[nodiscard]] Schedule schedule(const Plan& plan, const ScheduleOptions& options = {});

/// The same with what is left on the day of an evaluation, which becomes the status date.
///
/// A task has begun with its first reading above 0 and is finished with the first of its readings
/// of 1 that none below follows. An indicator has begun when there is a reading, with its start or
/// else that of the plan, and is finished when it is met. What is left of a duration is the share
/// that the progress leaves, where progress is that of work: of tasks, and
/// of indicators whose profile is linear, monthly or in milestones. Of other indicators it is what
/// time leaves. The options of the result tell all of this as actuals; those given stay.
/// @throws Error  the options have another status date
[[nodiscard]] Schedule schedule(const Evaluation& now, const ScheduleOptions& options = {});

/// Why a node is critical, or how much room it has and where from: a sentence or two.
/// @throws UnknownIdError  names the nearest ids
[[nodiscard]] std::string why_critical(const Schedule& schedule, std::string_view id,
                                       Language language);
/// Why a node is not critical; when it is, says so and why.
/// @throws UnknownIdError  names the nearest ids
[[nodiscard]] std::string why_not_critical(const Schedule& schedule, std::string_view id,
                                           Language language);
/// A conflict as a sentence: the date, the day that is possible, and the chain that decides it.
[[nodiscard]] std::string to_text(const Schedule& schedule, const ScheduleConflict& conflict,
                                  Language language);
/// What the schedule assumes, a sentence each: durations that nobody gave, days that the calendar
/// does not know, links of goals that their own parts would have to wait for.
[[nodiscard]] std::vector<std::string> notes(const Schedule& schedule, Language language);

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/analysis/detail/schedule.ipp>
#include <jinjiang/analysis/detail/schedule_build.ipp>
#include <jinjiang/analysis/detail/schedule_paths.ipp>
#include <jinjiang/analysis/detail/schedule_words.ipp>
#endif
