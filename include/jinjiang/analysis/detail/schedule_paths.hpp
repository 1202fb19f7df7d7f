// SPDX-License-Identifier: BSL-1.0
#pragma once

// Chains of events that decide when something comes, and those that nearly do.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <queue>
#include <tuple>
#include <vector>

#include <jinjiang/analysis/detail/schedule_reader.hpp>

namespace jinjiang::detail {

class SchedulePaths {
 public:
  explicit SchedulePaths(const ScheduleData& data)
      : data_(data), plan_(data.plan_data()), reader_(data) {
    base_ = data.options.calendar.number_of(plan_.period.start());
    if (data.options.status_date)
      base_ = std::max(base_, data.options.calendar.number_of(*data.options.status_date + 1));
  }

  /// What decides when a node is finished, from the first on.
  [[nodiscard]] std::vector<Node> chain_to(Row row) const {
    std::vector<Step> steps{{row, no_row}};
    while (const auto link = reader_.deciding_link(steps.back().event)) {
      steps.back().into = data_.links[*link].dependency;
      steps.push_back({data_.links[*link].from, no_row});
    }
    std::reverse(steps.begin(), steps.end());
    return nodes_of(steps);
  }

  /// The node that is finished last; a leaf where one is.
  [[nodiscard]] std::optional<Row> last_row() const {
    std::optional<Row> last;
    for (Row row = 0; row < plan_.size(); ++row) {
      if (data_.is_left_out(row) || data_.end_of(row) != data_.finish) continue;
      if (!data_.is_goal(row)) return row;
      if (!last) last = row;
    }
    return last;
  }

  /// By how much each event may come later without making what is asked for later; never: by any
  /// time.
  [[nodiscard]] std::vector<Instant> room_to(std::optional<Row> to) const {
    std::vector<Instant> room(data_.times.size(), never);
    if (to) {
      room[*to] = 0;
    } else {
      for (Row row = 0; row < plan_.size(); ++row) {
        if (!data_.is_left_out(row)) room[row] = data_.finish - data_.end_of(row);
      }
    }
    for (std::size_t i = data_.order.size(); i > 0; --i) {
      const Event event = data_.order[i - 1];
      if (room[event] == never) continue;
      for (std::uint32_t link = data_.firsts[event]; link < data_.firsts[event + 1]; ++link) {
        const auto slack = slack_of(event, data_.links[link]);
        if (!slack) continue;
        Instant& from = room[data_.links[link].from];
        from = std::min(from, room[event] + *slack);
      }
    }
    return room;
  }

  /// Leaves without room, in the order of their begin, and the node that was asked for.
  [[nodiscard]] std::vector<Node> without_room(std::optional<Row> to) const {
    std::vector<Row> rows;
    const std::vector<Instant> room = to ? room_to(to) : std::vector<Instant>{};
    for (Row row = 0; row < plan_.size(); ++row) {
      if (row == to || data_.is_goal(row) || data_.is_left_out(row) || data_.is_finished(row))
        continue;
      const EventTimes& times = data_.times[row];
      if (to ? room[row] == 0 : times.late <= times.early) rows.push_back(row);
    }
    const auto place = [this](Row row) {
      return std::tuple(data_.times[row].early, data_.end_of(row), plan_.order[row]);
    };
    std::sort(rows.begin(), rows.end(), [&](Row a, Row b) { return place(a) < place(b); });
    if (to && !data_.is_left_out(*to)) rows.push_back(*to);
    std::vector<Node> nodes;
    for (const Row row : rows) nodes.push_back(node(row));
    return nodes;
  }

  /// The longest paths first (A*: what is left of a path can always be walked without slack).
  [[nodiscard]] std::vector<WorkPath> near(std::int64_t within, std::optional<Row> to,
                                           std::size_t most) {
    open_ends(within, to);
    std::vector<WorkPath> paths;
    while (!queue_.empty() && paths.size() < most) {
      const auto [slack, number, is_whole] = queue_.top();
      queue_.pop();
      if (is_whole) {
        paths.push_back({nodes_of(steps_from(number)), slack});
        continue;
      }
      const Event event = walked_[number].event;
      if (const auto begin = slack_of_begin(event); begin && slack + *begin <= within)
        queue_.emplace(slack + *begin, number, true);
      for (std::uint32_t i = data_.firsts[event]; i < data_.firsts[event + 1]; ++i) {
        const auto more = slack_of(event, data_.links[i]);
        if (more && slack + *more <= within)
          walk(slack + *more, data_.links[i].from, number, data_.links[i].dependency);
      }
    }
    return paths;
  }

  [[nodiscard]] Node node(Row row) const { return data_.plan.nodes()[plan_.order[row]]; }

 private:
  /// An event of a path, and the dependency that led into it; no_row: a part, or nothing did.
  struct Step {
    Event event;
    std::uint32_t into;
  };
  struct Walked {
    Event event;
    std::uint32_t next;        ///< where the path goes on; no_row: it ends here
    std::uint32_t dependency;  ///< by which it goes on
  };
  /// Slack so far, number of what was walked, whether the path begins there. The least comes first;
  /// of the same slack, what was walked first.
  using Entry = std::tuple<Instant, std::uint32_t, bool>;

  /// Goals are named only where something waits for them or they wait for something.
  [[nodiscard]] std::vector<Node> nodes_of(const std::vector<Step>& steps) const {
    std::vector<Node> nodes;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const Row row = data_.row_of(steps[i].event);
      const bool is_last = i + 1 == steps.size();
      const bool is_linked = steps[i].into != no_row || (!is_last && steps[i + 1].into != no_row);
      if (data_.is_goal(row) && !is_last && !is_linked) continue;
      if (nodes.empty() || !(nodes.back() == node(row))) nodes.push_back(node(row));
    }
    return nodes;
  }

  [[nodiscard]] std::optional<Instant> slack_of(Event to, const WorkLink& link) const {
    if (data_.is_begin(to)) {
      return link.from == data_.first_parts[data_.row_of(to)] ? std::optional<Instant>(0)
                                                              : std::nullopt;
    }
    return data_.times[to].early - data_.times[link.from].early - link.wait;
  }

  /// How much later an event comes than its own dates ask for; nothing where a path cannot begin:
  /// the start of the plan is no reason beside a predecessor.
  [[nodiscard]] std::optional<Instant> slack_of_begin(Event event) const {
    const Instant slack = data_.times[event].early - data_.floors[event];
    if (data_.is_begin(event)) return std::nullopt;
    const bool is_leaf = event < plan_.size() && !data_.is_goal(event);
    if (is_leaf && data_.firsts[event] == data_.firsts[event + 1]) return 0;
    const bool has_own_date = (is_leaf || event >= plan_.size()) && data_.floors[event] > base_;
    return has_own_date || (is_leaf && slack == 0) ? std::optional(slack) : std::nullopt;
  }

  void open_ends(std::int64_t within, std::optional<Row> to) {
    if (to) return walk(0, *to, no_row, no_row);
    const std::vector<bool> is_followed = followed();
    for (Row row = 0; row < plan_.size(); ++row) {
      if (data_.is_left_out(row) || is_followed[row]) continue;
      if (data_.is_goal(row) && !data_.waits_at_end[row]) continue;
      const Instant slack = data_.finish - data_.end_of(row);
      if (slack <= within) walk(slack, row, no_row, no_row);
    }
  }
  /// Events after which some work must still end: by FS or FF without a negative lag, or as parts
  /// of a goal that is followed so.
  [[nodiscard]] std::vector<bool> followed() const {
    std::vector<bool> is_followed(data_.times.size());
    for (std::size_t i = data_.order.size(); i > 0; --i) {
      const Event event = data_.order[i - 1];
      if (data_.is_begin(event)) continue;
      const bool is_end = event < plan_.size() && data_.is_goal(event) && is_followed[event];
      for (std::uint32_t link = data_.firsts[event]; link < data_.firsts[event + 1]; ++link) {
        const auto& [from, wait, index] = data_.links[link];
        if (index == no_row) {
          if (is_end) is_followed[from] = true;
          continue;
        }
        const DependencyRow& row = plan_.dependencies[index];
        const bool after_end = row.type == DependencyType::FS || row.type == DependencyType::FF;
        if (after_end && row.lag >= 0) is_followed[from] = true;
      }
    }
    return is_followed;
  }
  void walk(Instant slack, Event event, std::uint32_t next, std::uint32_t dependency) {
    walked_.push_back({event, next, dependency});
    queue_.emplace(slack, static_cast<std::uint32_t>(walked_.size() - 1), false);
  }
  [[nodiscard]] std::vector<Step> steps_from(std::uint32_t number) const {
    std::vector<Step> steps;
    std::uint32_t into = no_row;
    for (std::uint32_t at = number; at != no_row; at = walked_[at].next) {
      steps.push_back({walked_[at].event, into});
      into = walked_[at].dependency;
    }
    return steps;
  }

  const ScheduleData& data_;
  const PlanData& plan_;
  ScheduleReader reader_;
  Instant base_;
  std::vector<Walked> walked_;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue_;
};

}  // namespace jinjiang::detail
