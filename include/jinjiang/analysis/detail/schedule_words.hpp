// SPDX-License-Identifier: BSL-1.0
#pragma once

// A schedule in sentences, 中文 and English.

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <jinjiang/analysis/detail/schedule_data.hpp>
#include <jinjiang/analysis/detail/schedule_paths.hpp>

namespace jinjiang::detail {

class ScheduleWords {
 public:
  ScheduleWords(const Schedule& schedule, Language language)
      : schedule_(schedule),
        data_(schedule.data()),
        reader_(schedule.data()),
        paths_(schedule.data()),
        language_(language) {}

  /// Why a node is critical, or why it is not.
  [[nodiscard]] std::string why(const Node& node) const {
    const NodeSchedule result = reader_.of(node);
    if (result.state == WorkState::left_out) {
      return name(node) +
             (node.lifecycle() == Lifecycle::cancelled
                  ? say("已取消，不参与排程。", " is cancelled and takes no part in the schedule.")
                  : say("没有要完成的工作，不参与排程。",
                        " has no work to be done and takes no part in the schedule."));
    }
    if (result.state == WorkState::finished) {
      return name(node) + say("不是关键：已于 ", " is not critical: it was finished on ") +
             to_string(*result.actual_finish) + say(" 完成。", ".");
    }
    return verdict(node, result) + what_drives(node, result) + what_bounds(node);
  }

  [[nodiscard]] std::string of_conflict(const ScheduleConflict& conflict) const {
    const std::string late = days(conflict.days_late);
    std::string text = conflict.node ? name(*conflict.node) + say("应于 ", " is due on ")
                                     : say("计划应于 ", "the plan is to be finished by ");
    text += to_string(conflict.due) + say(" 完成，但最早 ", " but cannot be finished before ") +
            to_string(conflict.early_finish) +
            say(" 才能完成，晚 " + late + "。", ", " + late + " late.");
    const std::vector<Node>& nodes = conflict.chain.nodes;
    if (nodes.size() > 1)
      text += say("决定它的链条：", " What decides it: ") + chain(nodes) + say("。", ".");
    return nodes.empty() ? text : text + cause(nodes.front(), nodes.size() == 1);
  }

  [[nodiscard]] std::vector<std::string> notes() const {
    std::vector<std::string> lines;
    note_durations(lines);
    note_calendar(lines);
    for (const std::uint32_t index : data_.held_at_finish) {
      const DependencyRow& link = data_.plan_data().dependencies[index];
      const std::string goal = name(paths_.node(link.successor));
      const std::string needed = name(paths_.node(link.predecessor));
      lines.push_back(
          say(goal + "依赖" + needed + "，而后者要等前者的组成部分，因此这一依赖只约束前者的完成。",
              goal + " depends on " + needed +
                  ", which waits for parts of it, so the link holds only its finish back."));
    }
    return lines;
  }

 private:
  [[nodiscard]] std::string say(std::string zh, std::string en) const {
    return language_ == Language::zh ? std::move(zh) : std::move(en);
  }
  [[nodiscard]] std::string name(const Node& node) const {
    if (node.title().empty()) return std::string(node.id());
    return std::string(node.title()) + say("（", " (") + std::string(node.id()) + say("）", ")");
  }
  [[nodiscard]] std::string days(std::int64_t count) const {
    const bool every_day = data_.options.calendar.is_every_day();
    const std::string number = std::to_string(count);
    if (language_ == Language::zh) return number + (every_day ? " 天" : " 个工作日");
    return number + (every_day ? " day" : " working day") + (count == 1 || count == -1 ? "" : "s");
  }
  [[nodiscard]] std::string chain(const std::vector<Node>& nodes) const {
    constexpr std::size_t most = 12;
    std::string text;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (nodes.size() > most && i == most / 2) {
        text += " → …";
        i = nodes.size() - most / 2;
      }
      text += (text.empty() ? "" : " → ") + name(nodes[i]);
    }
    return text;
  }

  [[nodiscard]] std::string verdict(const Node& node, const NodeSchedule& result) const {
    const std::int64_t room = *result.total_float;
    const std::string early = to_string(*result.early_finish);
    if (room < 0) {
      const std::string late = days(-room);
      return say(name(node) + "是关键，且已来不及：最早 " + early + " 完成，最迟须在 " +
                     to_string(*result.late_finish) + " 完成，差 " + late + "。",
                 name(node) + " is critical and already too late: it can be finished on " + early +
                     " but must be on " + to_string(*result.late_finish) + ", " + late +
                     " before.");
    }
    if (room == 0) {
      return say(name(node) + "是关键：最早 " + early + " 完成，也最迟须在这一天完成，没有时差。",
                 name(node) + " is critical: it can be finished on " + early +
                     " and must be on that day; it has no float.");
    }
    const std::string free = days(*result.free_float);
    return say(name(node) + "不是关键：可推迟 " + days(room) + "（总时差），其中 " + free +
                   "不影响其他工作（自由时差）；最早 " + early + "、最迟 " +
                   to_string(*result.late_finish) + " 完成。",
               name(node) + " is not critical: it may be " + days(room) + " later (total float), " +
                   free +
                   " of them without moving any other work (free float); it can be finished on " +
                   early + " and must be on " + to_string(*result.late_finish) + ".");
  }

  /// Why the first of a chain cannot be finished earlier, where the chain does not say it.
  [[nodiscard]] std::string cause(const Node& node, bool is_alone) const {
    const NodeSchedule result = reader_.of(node);
    const std::string start = to_string(node.start());
    const auto& status = data_.options.status_date;
    if (data_.is_goal(node.row())) {
      if (!is_alone || !node.has_given_start()) return "";
      return say("它自己的开始日期 " + start + " 决定了这一点。",
                 " Its own start, " + start + ", decides it.");
    }
    const std::string left = days(result.remaining);
    if (result.state == WorkState::begun) {
      return say(name(node) + "已于 " + to_string(*result.actual_start) + " 开始，截至 " +
                     to_string(*status) + " 还剩 " + left + "的工作。",
                 " " + name(node) + " began on " + to_string(*result.actual_start) +
                     ", and at the end of " + to_string(*status) + " " + left +
                     " of work remained.");
    }
    if (result.duration_source == DurationSource::dates && result.duration == 0) {
      const std::string due = to_string(node.due());
      return say(name(node) + "的开始日期 " + start + " 和到期日 " + due + " 之间没有工作日。",
                 " There is no working day from " + start + " through " + due + ", the dates of " +
                     name(node) + ".");
    }
    if (!is_alone) return "";
    if (node.has_given_start() && (!status || node.start() > *status))
      return say("它自己的开始日期和工期决定了这一点。", " Its own start and duration decide it.");
    if (status && result.duration == 0) {
      return say("它截至 " + to_string(*status) + " 尚未完成。",
                 " At the end of " + to_string(*status) + " it had not come.");
    }
    if (status) {
      return say("它尚未开始，截至 " + to_string(*status) + " 还剩 " + left + "的工作。",
                 " It has not begun, and at the end of " + to_string(*status) + " " + left +
                     " of work remained.");
    }
    return say("它从计划一开始做，也要 " + left + "。",
               " It takes " + left + ", even from the start of the plan.");
  }

  /// What decides how early it can be.
  [[nodiscard]] std::string what_drives(const Node& node, const NodeSchedule& result) const {
    if (result.driving) {
      return say("它要等" + name(*result.driving) + link_words(node) + "。",
                 " It waits for " + name(*result.driving) + link_words(node) + ".");
    }
    const Row row = node.row();
    if (data_.is_goal(row)) return "";
    const auto& status = data_.options.status_date;
    if (result.state == WorkState::not_begun && node.has_given_start() &&
        (!status || node.start() > *status)) {
      return say("它自己的开始日期 " + to_string(node.start()) + " 决定了最早的时间。",
                 " Its own start, " + to_string(node.start()) + ", decides how early it can be.");
    }
    if (status) {
      return say(
          "余下的工作在截至日期 " + to_string(*status) + " 之后才能做。",
          " What is left can be done only after the status date, " + to_string(*status) + ".");
    }
    return say("它可以从计划一开始就做。", " It can begin with the plan.");
  }

  /// `（FS，间隔 3 天）`
  [[nodiscard]] std::string link_words(const Node& node) const {
    const auto link = reader_.driving_link(node.row());
    if (!link || data_.links[*link].dependency == no_row) return "";
    const DependencyRow& row = data_.plan_data().dependencies[data_.links[*link].dependency];
    std::string text = say("（", " (") + std::string(to_string(row.type));
    if (row.lag != 0) text += say("，间隔 ", ", lag ") + days(row.lag);
    return text + say("）", ")");
  }

  /// What decides how late it may be, and through which nodes.
  [[nodiscard]] std::string what_bounds(const Node& node) const {
    const auto [rows, last] = late_chain(node.row());
    if (rows.empty()) return "";
    std::vector<Node> nodes;
    for (const Row row : rows) nodes.push_back(paths_.node(row));
    const PlanData& plan = data_.plan_data();
    std::string until;
    const auto due = plan.has_given_due(last) ? plan.dues[last] : no_day;
    const bool by_due =
        due != no_day && (!data_.options.finish || Date::from_days(due) <= *data_.options.finish);
    if (by_due) {
      until = say(to_string(Date::from_days(due)) + " 到期",
                  "its due date, " + to_string(Date::from_days(due)));
    } else if (data_.options.finish) {
      until = say("要求计划在 " + to_string(*data_.options.finish) + " 完成",
                  "the finish asked for of the plan, " + to_string(*data_.options.finish));
    } else {
      until = say("计划最早 " + to_string(schedule_.finish()) + " 全部完成",
                  "the earliest finish of the plan, " + to_string(schedule_.finish()));
    }
    if (nodes.size() == 1)
      return say("最迟的时间由此决定：" + until + "。",
                 " How late it may be follows from " + until + ".");
    return say("最迟的时间由后面的链条决定：" + chain(nodes) + "，" + until + "。",
               " How late it may be follows from " + chain(nodes) + ", and from " +
                   (by_due ? until + " of the last" : until) + ".");
  }

  /// The rows from one on by which its late date is passed back, and the last of them.
  [[nodiscard]] std::pair<std::vector<Row>, Row> late_chain(Row row) const {
    std::vector<std::vector<std::uint32_t>> leaving;  // links by the event that they leave
    std::vector<Event> ends(data_.links.size());
    leaving.resize(data_.times.size());
    for (Event event = 0; event < data_.times.size(); ++event) {
      for (std::uint32_t i = data_.firsts[event]; i < data_.firsts[event + 1]; ++i) {
        leaving[data_.links[i].from].push_back(i);
        ends[i] = event;
      }
    }
    std::vector<Row> rows{row};
    Event at = row;
    std::uint32_t into = no_row;  // the dependency that led here
    while (data_.times[at].late != data_.bound_of(at)) {
      const auto next = std::find_if(leaving[at].begin(), leaving[at].end(), [&](std::uint32_t i) {
        return !data_.is_begin(ends[i]) &&
               data_.times[ends[i]].late - data_.links[i].wait == data_.times[at].late;
      });
      const bool is_linked = next != leaving[at].end();
      const auto& holds = data_.held_by_begins;
      const auto held = std::find_if(holds.begin(), holds.end(),
                                     [at](const auto& hold) { return hold.first == at; });
      if (!is_linked && held == holds.end()) return {{}, row};  // a goal that only its parts bound
      const std::uint32_t by = is_linked ? data_.links[*next].dependency : no_row;
      // Goals are named only where something waits for them or they wait for something.
      const Row here = data_.row_of(at);
      if (rows.back() != here && (data_.is_leaf(at) || into != no_row || by != no_row))
        rows.push_back(here);
      at = is_linked ? ends[*next] : held->second;
      into = by;
    }
    if (rows.back() != data_.row_of(at)) rows.push_back(data_.row_of(at));
    return {rows, data_.row_of(at)};
  }

  void note_durations(std::vector<std::string>& lines) const {
    std::size_t assumed = 0;
    std::size_t leaves = 0;
    for (Row row = 0; row < data_.plan_data().size(); ++row) {
      if (data_.is_goal(row) || data_.is_left_out(row)) continue;
      ++leaves;
      assumed += data_.sources[row] == DurationSource::assumed ? 1 : 0;
    }
    if (assumed == 0) return;
    const std::string some = std::to_string(assumed);
    const std::string all = std::to_string(leaves);
    lines.push_back(
        say(all + " 项任务和指标中有 " + some + " 项没有工期，开始和到期日期也不齐，按 0 天计。",
            some + " of " + all +
                " tasks and indicators have neither a duration nor a start with a due "
                "date and are taken as 0 days."));
  }

  void note_calendar(std::vector<std::string>& lines) const {
    const Calendar& calendar = data_.options.calendar;
    const Date first = schedule_.plan().period().start();
    const Date last = std::max(schedule_.finish(), schedule_.plan().period().end());
    if (calendar.covers(first) && calendar.covers(last)) return;
    const Period& known = *calendar.rules().covered;
    lines.push_back(say("日历“" + calendar.name() + "”只列出 " + to_string(known.start()) + " 至 " +
                            to_string(known.end()) + " 的放假和调休，之外只按周末计算。",
                        "the calendar \"" + calendar.name() + "\" knows the days off and on from " +
                            to_string(known.start()) + " to " + to_string(known.end()) +
                            "; outside, only its weekends are free."));
  }

  const Schedule& schedule_;
  const ScheduleData& data_;
  ScheduleReader reader_;
  SchedulePaths paths_;
  Language language_;
};

}  // namespace jinjiang::detail
