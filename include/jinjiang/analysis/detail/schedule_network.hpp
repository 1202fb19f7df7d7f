// SPDX-License-Identifier: BSL-1.0
#pragma once

// The events of a schedule, how they wait for each other, and an order of them.

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <jinjiang/analysis/detail/schedule_data.hpp>
#include <jinjiang/model/detail/plan_links.hpp>

namespace jinjiang::detail {

class ScheduleNetwork {
 public:
  ScheduleNetwork(ScheduleData& data, const std::vector<std::int32_t>& delays)
      : data_(data), plan_(data.plan_data()), delays_(delays) {}

  /// Links and order; links that would make a circle of a goal and its parts hold its end only.
  /// @param sort  puts the events in order; false when they wait for each other
  template <class Sort>
  void build(const Sort& sort) {
    has_gates_ = finds_gates();
    for (Row row = 0; row < delays_.size(); ++row) {
      if (!data_.is_goal(row)) data_.floors[row] += delays_[row];
    }
    collect();
    if (sort()) return;
    data_.held_at_finish = circular_links();
    collect();
    static_cast<void>(sort());
  }

 private:
  [[nodiscard]] Event events() const noexcept {
    return static_cast<Event>(plan_.size() + 2 * data_.goals_end);
  }
  [[nodiscard]] std::int32_t delay(Row row) const noexcept {
    return delays_.empty() ? 0 : delays_[row];
  }

  /// Whether some goal holds its parts back at all.
  [[nodiscard]] bool finds_gates() const noexcept {
    if (data_.goals_end == 0) return false;
    for (Row row = 0; row < data_.goals_end; ++row) {
      if (data_.is_goal(row) && plan_.starts[row] != no_day) return true;
    }
    return std::any_of(plan_.dependencies.begin(), plan_.dependencies.end(),
                       [this](const DependencyRow& link) { return data_.is_goal(link.successor); });
  }

  void collect() {
    Column<Event> ends;  // of each link
    ends.reserve(plan_.dependencies.size());
    data_.links.clear();
    data_.links.reserve(plan_.dependencies.size());
    data_.firsts.assign(events() + 1, 0);
    data_.waits_at_end.assign(data_.goals_end, false);
    bool is_in_order = true;
    each_link([&](Event to, Event from, std::int32_t wait, std::uint32_t dependency) {
      ++data_.firsts[to + 1];
      if (dependency != no_row && to < data_.goals_end && data_.is_goal(to))
        data_.waits_at_end[to] = true;
      is_in_order = is_in_order && (ends.empty() || to >= ends.back());
      ends.push_back(to);
      data_.links.push_back({from, wait, dependency});
    });
    for (Event event = 0; event < events(); ++event) data_.firsts[event + 1] += data_.firsts[event];
    if (is_in_order) return;
    Column<WorkLink> found = std::move(data_.links);
    data_.links.resize(found.size());
    Column<std::uint32_t> next(data_.firsts.begin(), data_.firsts.end() - 1);
    for (std::size_t i = 0; i < found.size(); ++i) data_.links[next[ends[i]]++] = found[i];
  }

  template <class Add>
  void each_link(const Add& add) {
    add_parts(add);
    std::size_t held = 0;
    for (std::uint32_t i = 0; i < plan_.dependencies.size(); ++i) {
      const bool at_finish = held < data_.held_at_finish.size() && data_.held_at_finish[held] == i;
      held += at_finish ? 1 : 0;
      add_dependency(add, i, at_finish);
    }
  }

  template <class Add>
  void add_parts(const Add& add) {
    for (Row goal = 0; goal < data_.goals_end; ++goal) {
      if (!data_.is_goal(goal) || data_.is_left_out(goal)) continue;
      bool is_empty = true;
      const auto add_part = [&](Row part) {
        if (data_.is_left_out(part)) return;
        is_empty = false;
        const bool is_goal = data_.is_goal(part);
        add(goal, part, (is_goal ? 0 : data_.durations[part]) + delay(goal), no_row);
        add(data_.begin_of(goal), is_goal ? data_.begin_of(part) : part, 0, no_row);
        if (has_gates_ && (is_goal || data_.states[part] == WorkState::not_begun))
          add(is_goal ? data_.gate_of(part) : part, data_.gate_of(goal), is_goal ? 0 : delay(part),
              no_row);
      };
      for (Row part = plan_.first_children[goal]; part < plan_.first_children[goal + 1]; ++part)
        add_part(part);
      for (const PartRow& part : extra_children(plan_, goal)) add_part(part.child);
      if (data_.is_finished(goal)) continue;
      add(goal, data_.gate_of(goal), delay(goal), no_row);
      if (is_empty) add(data_.begin_of(goal), data_.gate_of(goal), 0, no_row);
    }
  }

  template <class Add>
  void add_dependency(const Add& add, std::uint32_t index, bool at_finish) {
    const DependencyRow& link = plan_.dependencies[index];
    const Row to = link.successor;
    const Row from = link.predecessor;
    if (data_.is_left_out(from) || data_.is_left_out(to) || data_.is_finished(to)) return;
    const bool from_goal = data_.is_goal(from);
    const bool to_goal = data_.is_goal(to);
    const bool after_finish = link.type == DependencyType::FS || link.type == DependencyType::FF;
    const bool holds_start = link.type == DependencyType::FS || link.type == DependencyType::SS;
    std::int32_t wait = link.lag + delay(to);
    if (to_goal && holds_start && !at_finish) wait = link.lag;
    if (after_finish && !from_goal) wait += data_.durations[from];
    if (!holds_start && !to_goal) wait -= data_.durations[to];
    // What takes no time comes as a day ends, so with the end of the first day of work.
    const bool is_work =
        !from_goal && (data_.durations[from] > 0 || data_.states[from] == WorkState::begun);
    const bool is_moment = !to_goal && data_.durations[to] == 0;
    if (!after_finish && is_moment && is_work) ++wait;
    const Event target = to_goal && holds_start && !at_finish ? data_.gate_of(to) : to;
    if (after_finish) return add(target, from, wait, index);
    if (from_goal) return add(target, data_.begin_of(from), wait, index);
    if (data_.states[from] == WorkState::begun) {
      const Instant bound = data_.find_done(from)->start + wait;
      if (bound <= data_.floors[target]) return;
      data_.floors[target] = bound;
      if (!data_.opens_day.empty()) data_.opens_day[target] = !is_moment;
      return;
    }
    add(target, from, wait, index);
  }

  /// Dependencies that lead into a gate from what waits for it, in their order: both ends are in
  /// one strongly connected component (Tarjan 1972). Every circle holds one, for without gates the
  /// plan has none.
  [[nodiscard]] std::vector<std::uint32_t> circular_links() const {
    const std::vector<std::uint32_t> components = strong_components();
    std::vector<std::uint32_t> circular;
    for (Row goal = 0; goal < data_.goals_end; ++goal) {
      const Event gate = data_.gate_of(goal);
      for (std::uint32_t i = data_.firsts[gate]; i < data_.firsts[gate + 1]; ++i) {
        const WorkLink& link = data_.links[i];
        if (link.dependency != no_row && components[link.from] == components[gate])
          circular.push_back(link.dependency);
      }
    }
    std::sort(circular.begin(), circular.end());
    return circular;
  }

  [[nodiscard]] std::vector<std::uint32_t> strong_components() const {
    constexpr std::uint32_t none = no_row;
    std::vector<std::uint32_t> numbers(events(), none);
    std::vector<std::uint32_t> lowest(events(), none);
    std::vector<std::uint32_t> components(events(), none);
    std::vector<Event> stack;
    std::vector<std::pair<Event, std::uint32_t>> path;
    std::uint32_t count = 0;
    const auto open = [&](Event event) {
      numbers[event] = lowest[event] = count++;
      stack.push_back(event);
      path.emplace_back(event, data_.firsts[event]);
    };
    for (Event start = 0; start < events(); ++start) {
      if (numbers[start] != none) continue;
      open(start);
      while (!path.empty()) {
        auto& [event, next] = path.back();
        if (next < data_.firsts[event + 1]) {
          const Event from = data_.links[next++].from;
          if (numbers[from] == none) {
            open(from);
          } else if (components[from] == none) {
            lowest[event] = std::min(lowest[event], numbers[from]);
          }
          continue;
        }
        const Event done = event;
        path.pop_back();
        if (!path.empty())
          lowest[path.back().first] = std::min(lowest[path.back().first], lowest[done]);
        if (lowest[done] != numbers[done]) continue;
        for (Event member = none; member != done;) {
          member = stack.back();
          stack.pop_back();
          components[member] = done;
        }
      }
    }
    return components;
  }

  ScheduleData& data_;
  const PlanData& plan_;
  const std::vector<std::int32_t>& delays_;
  bool has_gates_ = false;
};

}  // namespace jinjiang::detail
