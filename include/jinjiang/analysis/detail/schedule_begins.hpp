// SPDX-License-Identifier: BSL-1.0
#pragma once

// What waits for the begin of a goal holds its parts back together: each may be later as long as
// another one begins in time.

#include <algorithm>
#include <cstdint>
#include <queue>
#include <utility>
#include <vector>

#include <jinjiang/analysis/detail/schedule_data.hpp>

namespace jinjiang::detail {

/// How late events may be for the begins of goals. Begins are told of before what they wait for is
/// asked of.
class GoalBegins {
 public:
  explicit GoalBegins(const ScheduleData& data) : data_(data) {}

  struct Bound {
    std::int32_t late = never;
    std::int32_t slack = never;
    Event begin = no_row;  ///< the one that asks for `late`
  };
  [[nodiscard]] Bound of(Event event) const { return bounds_.empty() ? Bound{} : bounds_[event]; }

  /// A begin must come by `late`, and may be `slack` later without moving anything.
  void hold(Event begin, Instant late, Instant slack) {
    if (bounds_.empty()) bounds_.resize(data_.times.size());
    find_carriers(begin);
    const Event first = first_carrier(begin);
    hold_slack(first, slack);
    if (late < start_of(first)) {
      carriers_.assign(1, first);
    } else {
      std::erase_if(carriers_, [&](Event carrier) { return start_of(carrier) > late; });
    }
    if (std::any_of(carriers_.begin(), carriers_.end(),
                    [this](Event carrier) { return has_begun(carrier); }))
      return;
    for (const auto& [event, bound] : common_bounds(late)) {
      if (bound >= bounds_[event].late) continue;
      bounds_[event].late = static_cast<std::int32_t>(bound);
      bounds_[event].begin = begin;
    }
  }

 private:
  using Bounds = std::vector<std::pair<Event, Instant>>;

  [[nodiscard]] bool has_begun(Event event) const noexcept {
    return data_.is_leaf(event) && data_.states[event] != WorkState::not_begun;
  }
  [[nodiscard]] Instant start_of(Event event) const noexcept {
    const bool is_under_way = data_.is_leaf(event) && data_.states[event] == WorkState::begun;
    return is_under_way ? data_.find_done(event)->start : Instant{data_.times[event].early};
  }
  /// Whether no part decides a begin: that of a goal without any.
  [[nodiscard]] bool is_bare(Event begin) const noexcept {
    const Event part = data_.first_parts[data_.row_of(begin)];
    return part == no_row || (!data_.is_leaf(part) && !data_.is_begin(part));
  }

  /// The leaves that a goal may begin with, and the begins of goals without parts.
  void find_carriers(Event begin) {
    carriers_.clear();
    std::vector<Event> open{begin};
    while (!open.empty()) {
      const Event event = open.back();
      open.pop_back();
      if (!data_.is_begin(event) || is_bare(event)) {
        carriers_.push_back(event);
        continue;
      }
      for (std::uint32_t i = data_.firsts[event]; i < data_.firsts[event + 1]; ++i)
        open.push_back(data_.links[i].from);
    }
    std::sort(carriers_.begin(), carriers_.end());
    carriers_.erase(std::unique(carriers_.begin(), carriers_.end()), carriers_.end());
  }
  [[nodiscard]] Event first_carrier(Event event) const noexcept {
    while (data_.is_begin(event) && !is_bare(event)) event = data_.first_parts[data_.row_of(event)];
    return event;
  }

  /// The first may use up the slack of the begin, or any where another one takes over before.
  void hold_slack(Event first, Instant slack) {
    const bool is_taken_over = std::any_of(carriers_.begin(), carriers_.end(), [&](Event other) {
      return other != first && start_of(other) - start_of(first) <= slack;
    });
    std::int32_t& bound = bounds_[first].slack;
    if (!is_taken_over) bound = static_cast<std::int32_t>(std::min<Instant>(bound, slack));
  }

  /// Of what all carriers wait for: as late as the one that it moves least allows.
  [[nodiscard]] Bounds common_bounds(Instant late) {
    Bounds common;
    for (std::size_t i = 0; i < carriers_.size(); ++i) {
      walk_back(carriers_[i]);
      if (i == 0) {
        for (const Event event : reached_) common.emplace_back(event, late - lengths_[event]);
        continue;
      }
      std::erase_if(common, [&](const auto& bound) { return marks_[bound.first] != mark_; });
      for (auto& [event, bound] : common) bound = std::max(bound, late - lengths_[event]);
      if (common.empty()) break;
    }
    return common;
  }

  /// The longest way from each event that one waits for.
  void walk_back(Event to) {
    if (places_.empty()) {
      places_.resize(data_.order.size());
      for (std::uint32_t i = 0; i < data_.order.size(); ++i) places_[data_.order[i]] = i;
      marks_.assign(data_.order.size(), 0);
      lengths_.assign(data_.order.size(), 0);
    }
    ++mark_;
    reached_.clear();
    std::priority_queue<std::uint32_t> open;  // places, so that each is left when its way is known
    const auto reach = [&](Event event, Instant length) {
      if (marks_[event] == mark_) {
        lengths_[event] = std::max(lengths_[event], length);
        return;
      }
      marks_[event] = mark_;
      lengths_[event] = length;
      open.push(places_[event]);
    };
    reach(to, 0);
    while (!open.empty()) {
      const Event event = data_.order[open.top()];
      open.pop();
      reached_.push_back(event);
      for (std::uint32_t i = data_.firsts[event]; i < data_.firsts[event + 1]; ++i) {
        const WorkLink& link = data_.links[i];
        if (data_.is_begin(event) && link.from != data_.first_parts[data_.row_of(event)]) continue;
        reach(link.from, lengths_[event] + link.wait);
      }
    }
  }

  const ScheduleData& data_;
  std::vector<Bound> bounds_;  ///< of each event; empty: no begin is waited for
  std::vector<Event> carriers_;
  std::vector<std::uint32_t> places_;  ///< of each event in the order
  std::vector<std::uint32_t> marks_;
  std::vector<Instant> lengths_;
  std::vector<Event> reached_;
  std::uint32_t mark_ = 0;
};

}  // namespace jinjiang::detail
