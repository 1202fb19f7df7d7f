// SPDX-License-Identifier: BSL-1.0
#pragma once

// Writes the nodes of a draft so that it always builds: ids by position, texts within their limits,
// units that the plan knows, due dates that its period allows.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/model/builder.hpp>
#include <jinjiang/model/detail/draft.hpp>
#include <jinjiang/reading/text_range.hpp>

namespace jinjiang::reading {

/// A goal of the draft, by number; `root` is what stands under none.
using GoalNumber = std::uint32_t;
inline constexpr GoalNumber root = 0;

/// What a node has beside its title.
struct NodeDetails {
  TextRange source;
  std::string_view section;
  std::optional<Date> due = {};
  Firmness firmness = Firmness::committed;  ///< of a task
  std::string_view tag = {};
  std::string_view note = {};
};

class NodeWriter {
 public:
  /// @param document  what the sources of the nodes call the report
  NodeWriter(std::string id, int year, const UnitTable& units, std::string document);

  GoalNumber goal(GoalNumber parent, std::string_view title, const NodeDetails& details);
  /// A goal with an id of its own, such as `r`, under none.
  GoalNumber named_goal(std::string_view id, std::string_view title, const NodeDetails& details);
  /// The number of a node, by which it is known here.
  std::uint32_t task(GoalNumber parent, std::string_view title, const NodeDetails& details);
  std::uint32_t indicator(GoalNumber parent, std::string_view title, const Target* target,
                          const NodeDetails& details);

  [[nodiscard]] const std::string& id_of_goal(GoalNumber goal) const { return goals_[goal].id; }
  [[nodiscard]] std::string_view id_of(std::uint32_t node) const {
    return draft_->id_of(draft_->nodes[node]);
  }
  [[nodiscard]] std::string_view title_of(std::uint32_t node) const {
    return draft_->title_of(draft_->nodes[node]);
  }
  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(draft_->nodes.size());
  }
  [[nodiscard]] int year() const noexcept { return year_; }

  /// Whether a plan can hold figures in a unit: its table has it, and not too many are there.
  [[nodiscard]] bool takes(Unit unit);
  /// Whether the day is none before the plan's period.
  [[nodiscard]] bool allows_due(Date day) const noexcept { return draft_->period.start() <= day; }

  /// Puts somebody in charge of the nodes from one number up to, not including, another.
  void put_in_charge(std::uint32_t first, std::uint32_t last, std::string_view lead,
                     const std::vector<std::string>& supporting);
  /// The same for those of them that nobody is in charge of yet.
  void put_in_charge_of_rest(std::uint32_t first, std::uint32_t last, std::string_view lead,
                             const std::vector<std::string>& supporting);
  void put_due(std::uint32_t first, std::uint32_t last, Date due);
  /// Another target in place of one without a value of its own.
  void retarget(std::uint32_t node, const Target& target);

  void title(std::string_view text) { draft_->title.assign(text); }
  void document(TextRange source);
  void reserve(std::size_t nodes, std::size_t text_bytes);
  [[nodiscard]] PlanBuilder finish() { return PlanBuilder(std::move(draft_)); }

 private:
  struct Goal {
    std::string id;
    std::uint32_t parts = 0;
  };

  /// Fills `options_` and `id_` for a part of a goal.
  void prepare(GoalNumber parent, const NodeDetails& details);
  void fill(const NodeDetails& details);
  std::uint32_t write(NodeKind kind, std::string_view title, const Target* target);

  std::unique_ptr<detail::PlanDraft> draft_;
  int year_;
  std::vector<Goal> goals_{Goal{}};
  std::vector<Unit> units_;
  NodeOptions options_;  ///< kept for its room
  std::string id_;
};

}  // namespace jinjiang::reading
