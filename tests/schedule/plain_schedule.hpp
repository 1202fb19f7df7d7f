// SPDX-License-Identifier: BSL-1.0
#pragma once

// Schedules the plain way: every rule is applied again and again until nothing moves, and days are
// looked at one by one. For small plans; shares nothing with the library but the plan.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <jinjiang/analysis/schedule.hpp>

#include "support/text.hpp"

namespace plain {

/// Early and late instants of a node; of a goal its end, with its begin beside.
struct Times {
  long early = 0;
  long end = 0;
  long late = 0;
  long late_end = 0;
};

class Schedule {
 public:
  Schedule(const jj::Plan& plan, const jj::ScheduleOptions& options)
      : plan_(plan), options_(options) {
    for (int year = 2023; year <= 2026; ++year) {
      const jj::Date first(std::chrono::year{year} / 1 / 1);
      const jj::Date last(std::chrono::year{year} / 12 / 31);
      for (jj::Date day = first; day <= last; day = day + 1) {
        if (is_worked(day)) worked_.push_back(day);
      }
    }
    forward();
    for (const auto& [id, at] : times) finish = std::max(finish, at.end);
    backward();
  }

  [[nodiscard]] jj::Date day_of(long instant) const {
    return worked_.at(static_cast<std::size_t>(instant));
  }
  std::map<std::string, Times> times;
  long finish = 0;

  /// Of a leaf, days.
  [[nodiscard]] long duration(const jj::Node& node) const {
    if (node.has_given_start() && node.has_given_due())
      return before(node.due() + 1) - before(node.start());
    return node.duration().value_or(0);
  }
  /// Working days before a day.
  [[nodiscard]] long before(jj::Date day) const {
    return std::count_if(worked_.begin(), worked_.end(),
                         [day](jj::Date worked) { return worked < day; });
  }

 private:
  using Kind = jj::DependencyType;

  [[nodiscard]] bool is_worked(jj::Date day) const {
    const jj::CalendarRules& rules = options_.calendar.rules();
    const auto holds = [](const auto& list, const auto& item) {
      return std::find(list.begin(), list.end(), item) != list.end();
    };
    if (holds(rules.on, day)) return true;
    return !holds(rules.off, day) && !holds(rules.weekend, jj::weekday_of(day));
  }
  [[nodiscard]] static bool is_goal(const jj::Node& node) {
    return node.kind() == jj::NodeKind::goal;
  }
  [[nodiscard]] bool is_empty(const jj::Node& goal) const { return goal.children().empty(); }

  void forward() {
    for (const jj::Node node : plan_.nodes()) {
      long first = before(node.has_given_start() ? node.start() : plan_.period().start());
      // What takes no time comes at the end of its own day.
      if (!is_goal(node) && node.has_given_start() && duration(node) == 0) ++first;
      times[std::string(node.id())] = {first, first, 0, 0};
      gates_[std::string(node.id())] = first;
    }
    bool moves = true;
    while (moves) {
      moves = false;
      for (const jj::Node node : plan_.nodes()) moves = move(node) || moves;
    }
  }

  /// How much later a node may be before a goal begins after an instant; `most` for any time.
  [[nodiscard]] long room(const std::string& id, const std::string& goal, long late) {
    long least = 0;
    long beyond = most + 1;
    while (beyond - least > 1) {
      const long middle = (least + beyond) / 2;
      (begins_after(id, middle).at(goal) <= late ? least : beyond) = middle;
    }
    return least;
  }
  /// When goals begin if a node comes some days later than it could.
  [[nodiscard]] const std::map<std::string, long>& begins_after(const std::string& id, long days) {
    const auto [found, is_new] = begins_.try_emplace({id, days});
    if (!is_new) return found->second;
    const auto as_it_is = times;
    const auto gates = gates_;
    const jj::Node node = plan_[id];
    held_ = {id, (is_goal(node) ? times[id].end : times[id].early) + days};
    forward();
    for (const jj::Node goal : plan_.goals())
      found->second[std::string(goal.id())] = times[std::string(goal.id())].early;
    held_ = {};
    times = as_it_is;
    gates_ = gates;
    return found->second;
  }

  /// What takes no time comes at the end of the first day of the work that it waits for.
  [[nodiscard]] long lag(const jj::Dependency& link, const jj::Node& node) const {
    const bool by_start = link.type == Kind::SS || link.type == Kind::SF;
    const bool is_moment = !is_goal(node) && duration(node) == 0;
    const bool is_work = !is_goal(link.predecessor) && duration(link.predecessor) > 0;
    return link.lag + (by_start && is_moment && is_work ? 1 : 0);
  }

  bool move(const jj::Node& node) {
    const std::string id(node.id());
    long gate = gates_[id];
    long end = times[id].end;
    for (const jj::Node& goal : node.parents())
      gate = std::max(gate, gates_[std::string(goal.id())]);
    if (held_.first == id)
      (is_goal(node) ? end : gate) = std::max(is_goal(node) ? end : gate, held_.second);
    const long length = is_goal(node) ? 0 : duration(node);
    for (const jj::Dependency& link : plan_.predecessors(node)) {
      const Times& from = times[std::string(link.predecessor.id())];
      const bool by_end = link.type == Kind::FS || link.type == Kind::FF;
      const long bound = (by_end ? from.end : from.early) + lag(link, node);
      if (link.type == Kind::FS || link.type == Kind::SS) {
        gate = std::max(gate, bound);
      } else if (is_goal(node)) {
        end = std::max(end, bound);
      } else {
        gate = std::max(gate, bound - length);
      }
    }
    Times now = times[id];
    if (!is_goal(node)) {
      now.early = std::max(now.early, gate);
      now.end = now.early + length;
    } else {
      now.end = std::max(end, gate);
      now.early = gate;
      if (!is_empty(node)) now.early = 1'000'000;
      for (const jj::Node& part : node.children()) {
        now.end = std::max(now.end, times[std::string(part.id())].end);
        now.early = std::min(now.early, times[std::string(part.id())].early);
      }
    }
    const bool moves =
        gate != gates_[id] || now.early != times[id].early || now.end != times[id].end;
    gates_[id] = gate;
    times[id] = now;
    return moves;
  }

  /// The part that begins first, of equal ones that which the library's layout has first.
  [[nodiscard]] jj::Node first_part(const jj::Node& goal) const {
    std::vector<jj::Node> parts = goal.children();
    std::vector<jj::Node> order;
    for (const bool own : {true, false}) {
      std::vector<jj::Node> some;
      for (const jj::Node& part : parts) {
        const bool is_own = plan_.part_links(part).front().parent == goal;
        if (is_own == own) some.push_back(part);
      }
      std::sort(some.begin(), some.end(),
                [](const jj::Node& a, const jj::Node& b) { return a.row() < b.row(); });
      order.insert(order.end(), some.begin(), some.end());
    }
    return *std::min_element(order.begin(), order.end(), [&](const jj::Node& a, const jj::Node& b) {
      return times.at(std::string(a.id())).early < times.at(std::string(b.id())).early;
    });
  }

  [[nodiscard]] bool waits_at_end(const jj::Node& goal) const {
    const auto links = plan_.predecessors(goal);
    return std::any_of(links.begin(), links.end(), [](const jj::Dependency& link) {
      return link.type == Kind::FF || link.type == Kind::SF;
    });
  }

  void backward() {
    constexpr long open = 1'000'000'000;
    const long limit = options_.finish ? before(*options_.finish + 1) : finish;
    std::map<std::string, long> ends;    // late end of all, of goals as far as it is bounded
    std::map<std::string, long> begins;  // late begin; of goals that which successors ask for
    std::map<std::string, long> gates;   // late gate of goals
    for (const jj::Node node : plan_.nodes()) {
      const std::string id(node.id());
      long end = is_goal(node) && !options_.finish && !waits_at_end(node) ? open : limit;
      if (node.has_given_due()) {
        const long due = before(node.due() + 1);
        end = options_.finish ? std::min(end, due) : due;
      }
      ends[id] = end;
      begins[id] = is_goal(node) ? open : end - duration(node);
      gates[id] = is_goal(node) ? end : begins[id];
    }
    const auto lower = [](long& value, long bound) {
      const bool moves = bound < value;
      value = std::min(value, bound);
      return moves;
    };
    bool moves = true;
    while (moves) {
      moves = false;
      for (const jj::Node node : plan_.nodes()) {
        const std::string id(node.id());
        const long length = is_goal(node) ? 0 : duration(node);
        if (!is_goal(node)) {
          moves = lower(ends[id], begins[id] + length) || moves;
          moves = lower(begins[id], ends[id] - length) || moves;
          gates[id] = begins[id];
        } else {
          moves = lower(gates[id], ends[id]) || moves;
          if (is_empty(node)) {
            moves = lower(gates[id], begins[id]) || moves;
          } else if (begins[id] < open && begins[id] < times[id].early) {
            moves = lower(begins[std::string(first_part(node).id())], begins[id]) || moves;
          } else if (begins[id] < open) {
            for (const jj::Node other : plan_.nodes()) {
              const std::string held(other.id());
              const long days = room(held, id, begins[id]);
              if (days == most) continue;
              moves = (is_goal(other) ? lower(ends[held], times[held].end + days)
                                      : lower(begins[held], times[held].early + days)) ||
                      moves;
            }
          }
        }
        for (const jj::Node& goal : node.parents()) {
          const std::string above(goal.id());
          if (ends[above] < open) moves = lower(ends[id], ends[above]) || moves;
          if (gates[id] < open) moves = lower(gates[above], gates[id]) || moves;
        }
        for (const jj::Dependency& link : plan_.predecessors(node)) {
          const bool to_start = link.type == Kind::FS || link.type == Kind::SS;
          const long at = to_start ? gates[id] : ends[id];
          if (at >= open) continue;
          const std::string from(link.predecessor.id());
          const bool by_end = link.type == Kind::FS || link.type == Kind::FF;
          moves = lower(by_end ? ends[from] : begins[from], at - lag(link, node)) || moves;
        }
      }
    }
    for (const jj::Node node : plan_.nodes()) {
      const std::string id(node.id());
      times[id].late = begins[id];
      times[id].late_end = ends[id];
    }
  }

  const jj::Plan& plan_;
  const jj::ScheduleOptions& options_;
  std::vector<jj::Date> worked_;
  std::map<std::string, long> gates_;
  std::pair<std::string, long> held_;  ///< a node that comes no earlier than this
  std::map<std::pair<std::string, long>, std::map<std::string, long>> begins_;
  static constexpr long most = 300;
};

}  // namespace plain
