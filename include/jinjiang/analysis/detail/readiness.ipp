// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <utility>

#include <jinjiang/analysis/detail/schedule_data.hpp>
#include <jinjiang/analysis/readiness.hpp>
#include <jinjiang/model/detail/plan_links.hpp>

namespace jinjiang::detail {

/// Who holds whom back on the status date.
class Readiness {
 public:
  explicit Readiness(const Schedule& schedule)
      : data_(schedule.data()), plan_(data_.plan_data()), calendar_(data_.options.calendar) {
    if (!data_.options.status_date) {
      throw Error("the schedule of plan " + in_quotes(data_.plan.id()) +
                  " has no status date, so nothing is known of what has begun; give a day");
    }
    next_ = calendar_.number_of(*data_.options.status_date + 1);
    marks_.assign(plan_.size(), 0);
  }

  [[nodiscard]] std::vector<BlockedNode> blocked() {
    std::vector<BlockedNode> found;
    for (const Node node : data_.plan.nodes()) {
      if (!may_begin(node.row())) continue;
      std::vector<HeldBack> held = held_back(node.row());
      if (held.empty()) continue;
      const bool is_overdue = node.has_own_start() && node.start() <= *data_.options.status_date;
      found.push_back({node, is_overdue, std::move(held), root_causes(node.row())});
    }
    return found;
  }

  [[nodiscard]] std::vector<Node> ready() {
    std::vector<std::pair<Instant, Node>> found;
    for (const Node node : data_.plan.nodes()) {
      const Row row = node.row();
      if (may_begin(row) && has_come(row) && held_back(row).empty())
        found.emplace_back(data_.times[row].late, node);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Node> nodes;
    for (const auto& [late, node] : found) nodes.push_back(node);
    return nodes;
  }

 private:
  [[nodiscard]] bool may_begin(Row row) const noexcept {
    return !data_.is_goal(row) && data_.states[row] == WorkState::not_begun;
  }
  [[nodiscard]] Node node(Row row) const { return data_.plan.nodes()[plan_.order[row]]; }

  /// The row and the goals that it is part of, at any height, each once.
  [[nodiscard]] std::vector<Row> with_goals(Row row) {
    ++mark_;
    std::vector<Row> rows{row};
    marks_[row] = mark_;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto add = [&](Row goal) {
        if (goal == no_row || marks_[goal] == mark_ || data_.is_left_out(goal)) return;
        marks_[goal] = mark_;
        rows.push_back(goal);
      };
      add(plan_.parents[rows[i]]);
      for (const PartRow& part : extra_parents(plan_, rows[i])) add(part.parent);
    }
    return rows;
  }
  /// Whether no own start, of it or of its goals, lies after the next working day.
  [[nodiscard]] bool has_come(Row row) {
    const std::vector<Row> rows = with_goals(row);
    return std::all_of(rows.begin(), rows.end(), [this](Row one) {
      return !plan_.has_given_start(one) ||
             calendar_.number_of(Date::from_days(plan_.starts[one])) <= next_;
    });
  }

  [[nodiscard]] std::vector<HeldBack> held_back(Row row) {
    std::vector<HeldBack> held;
    for (const Row one : with_goals(row)) {
      for (const DependencyRow& link : predecessors_of(plan_, one)) {
        if (!holds(link)) continue;
        held.push_back({node(link.predecessor), link.type, link.lag, node(link.successor)});
        if (has_come_far_enough(link)) held.back().until = calendar_.day_of(end_of_lag(link));
      }
    }
    return held;
  }

  [[nodiscard]] bool holds(const DependencyRow& link) const {
    const Row from = link.predecessor;
    if (data_.is_left_out(from)) return false;
    const auto index = static_cast<std::uint32_t>(&link - plan_.dependencies.data());
    const auto& at_finish = data_.held_at_finish;
    if (std::binary_search(at_finish.begin(), at_finish.end(), index)) return false;
    if (link.type != DependencyType::FS && link.type != DependencyType::SS) return false;
    // A negative lag lets the successor begin before the predecessor has come so far.
    if (link.lag >= 0 && !has_come_far_enough(link)) return true;
    return end_of_lag(link) > next_;
  }
  /// Whether the predecessor is finished, or has begun, as the link asks.
  [[nodiscard]] bool has_come_far_enough(const DependencyRow& link) const {
    if (link.type == DependencyType::FS) return data_.is_finished(link.predecessor);
    return data_.states[link.predecessor] != WorkState::not_begun;
  }
  [[nodiscard]] Instant end_of_lag(const DependencyRow& link) const {
    const Row from = link.predecessor;
    return (link.type == DependencyType::FS ? data_.end_of(from) : begin_of(from)) + link.lag;
  }
  [[nodiscard]] Instant begin_of(Row row) const {
    if (data_.is_goal(row)) return data_.times[data_.begin_of(row)].early;
    const WorkDone* const done = data_.find_done(row);
    return done != nullptr ? done->start : data_.times[row].early;
  }

  [[nodiscard]] std::vector<Node> root_causes(Row row) {
    std::vector<bool> seen(plan_.size());
    std::vector<Row> open{row};
    std::vector<Row> roots;
    const auto visit = [&](Row one) {
      if (seen[one] || data_.is_left_out(one) || data_.is_finished(one)) return;
      seen[one] = true;
      open.push_back(one);
    };
    while (!open.empty()) {
      const Row one = open.back();
      open.pop_back();
      if (data_.is_goal(one)) {
        for (const Row part : children_of(plan_, one)) visit(part);
        if (plan_.first_children[one] == plan_.first_children[one + 1]) roots.push_back(one);
        continue;
      }
      bool is_held = false;
      if (data_.states[one] == WorkState::not_begun) {
        for (const HeldBack& held : held_back(one)) {
          is_held = is_held || !data_.is_finished(held.by.row());
          visit(held.by.row());
        }
      }
      if (!is_held && one != row) roots.push_back(one);
    }
    std::sort(roots.begin(), roots.end(),
              [this](Row a, Row b) { return plan_.order[a] < plan_.order[b]; });
    std::vector<Node> nodes;
    for (const Row one : roots) nodes.push_back(node(one));
    return nodes;
  }

  const ScheduleData& data_;
  const PlanData& plan_;
  const Calendar& calendar_;
  Instant next_ = 0;
  std::vector<std::uint32_t> marks_;
  std::uint32_t mark_ = 0;
};

[[nodiscard]] inline std::string list_of(const std::vector<Node>& nodes, Language language) {
  constexpr std::size_t most = 5;
  const bool zh = language == Language::zh;
  std::string text;
  for (std::size_t i = 0; i < nodes.size() && i < most; ++i) {
    const std::string id(nodes[i].id());
    const std::string title(nodes[i].title());
    text += (i == 0 ? "" : zh ? "、" : ", ");
    text += title.empty() ? id : title + (zh ? "（" : " (") + id + (zh ? "）" : ")");
  }
  if (nodes.size() > most) {
    const std::string all = std::to_string(nodes.size());
    text += zh ? "等 " + all + " 项" : " and " + std::to_string(nodes.size() - most) + " more";
  }
  return text;
}

}  // namespace jinjiang::detail

namespace jinjiang {

JINJIANG_INLINE std::vector<BlockedNode> blocked(const Schedule& schedule) {
  return detail::Readiness(schedule).blocked();
}

JINJIANG_INLINE std::vector<Node> ready(const Schedule& schedule) {
  return detail::Readiness(schedule).ready();
}

JINJIANG_INLINE std::string to_text(const BlockedNode& blocked, Language language) {
  const bool zh = language == Language::zh;
  std::vector<Node> holders;
  std::optional<Date> until;
  for (const HeldBack& held : blocked.held_by) {
    if (held.until) {
      until = std::max(until, held.until);
      continue;
    }
    if (std::find(holders.begin(), holders.end(), held.by) == holders.end())
      holders.push_back(held.by);
  }
  std::string text = detail::list_of({blocked.node}, language);
  text += zh ? (blocked.is_overdue ? "应已开始，但要等" : "还不能开始，要等")
             : (blocked.is_overdue ? " should have begun but waits for "
                                   : " cannot begin yet; it waits for ");
  if (holders.empty() && until) {
    const Node& by = blocked.held_by.front().by;
    return text + detail::list_of({by}, language) +
           (zh ? "之后的间隔过去，到 " + to_string(*until) + "。"
               : " and the lag after it, until " + to_string(*until) + ".");
  }
  text += detail::list_of(holders, language);
  if (!blocked.root_causes.empty() && blocked.root_causes != holders)
    text +=
        (zh ? "；根源：" : "; in the end for ") + detail::list_of(blocked.root_causes, language);
  return text + (zh ? "。" : ".");
}

}  // namespace jinjiang
