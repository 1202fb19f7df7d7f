// SPDX-License-Identifier: BSL-1.0
#pragma once

// A live evaluation at work: readings come in, what depends on them is evaluated again from the
// deepest node up, and what a call has touched can be taken back.

#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <jinjiang/evaluation/detail/live_state.hpp>
#include <jinjiang/evaluation/live.hpp>

namespace jinjiang::detail {

class LiveData {
 public:
  LiveData(std::shared_ptr<EvaluationData> evaluation, bool ignores_unknown);
  LiveData(const LiveData&) = delete;
  LiveData& operator=(const LiveData&) = delete;

  [[nodiscard]] const EvaluationData& evaluation() const noexcept { return *evaluation_; }
  [[nodiscard]] std::shared_ptr<const EvaluationData> snapshot() const;
  [[nodiscard]] NodeFigures figures_of(Row row) const;

  /// The nodes that the last change has left otherwise than they were.
  [[nodiscard]] const std::vector<LiveRecord>& changed() const noexcept { return records_; }
  [[nodiscard]] Change change_of(const LiveRecord& record) const {
    const Node node = evaluation_->plan.nodes()[plan_.order[record.row]];
    return {node, result_of(*evaluation_, node, record.before),
            result_of(*evaluation_, node, record.after)};
  }

  /// Calls add(), which adds readings, and evaluates what depends on them; changed() then lists
  /// what has changed. What throws leaves all as it was.
  template <class Add>
  void change(const Add& add) {
    attempt(add);
    for (const LiveRecord& record : records_) forget_record_of(record.row);
    std::erase_if(records_, [this](const LiveRecord& record) { return !has_changed(record); });
  }
  /// The same, and then takes it back.
  template <class Add>
  [[nodiscard]] std::vector<Change> try_out(const Add& add) {
    attempt(add);
    std::vector<Change> changes;
    try {
      for (const LiveRecord& record : records_) {
        if (has_changed(record)) changes.push_back(change_of(record));
      }
    } catch (...) {
      take_back();
      throw;
    }
    take_back();
    return changes;
  }

  void add(std::string_view id, Date observed_on, double value, const ReadingOptions& options);
  void add_all(const Observations& more);

 private:
  struct Added {
    Row row;
    std::uint32_t reading;
  };

  template <class Add>
  void attempt(const Add& add) {
    records_.clear();
    added_.clear();
    readings_before_ = static_cast<std::uint32_t>(log().size());
    try {
      add();
      evaluate_leaves();
      evaluate_goals();
      settle_blocked();
      for (LiveRecord& record : records_) complete(record);
    } catch (...) {
      take_back();
      throw;
    }
  }
  void take_back() noexcept;

  [[nodiscard]] const ObservationLog& log() const noexcept {
    return evaluation_->observations.log();
  }
  [[nodiscard]] bool is_goal(Row row) const noexcept {
    return (plan_.traits[row] & Traits::goal) != 0;
  }
  [[nodiscard]] bool has(Row row, std::uint8_t link) const noexcept {
    return (live_.links[row] & link) != 0;
  }
  void forget_record_of(Row row) noexcept {
    live_.links[row] = static_cast<std::uint8_t>(live_.links[row] & ~LiveLinks::recorded);
  }

  // --- at the beginning
  void find_links();
  void find_followers();
  void find_strays();
  void evaluate_all();

  // --- readings
  void prefetch_leaf(Row row) const noexcept;
  void prefetch_goals(Row leaf) const noexcept;
  ObservationLog& own_log();
  void take_in(Row row, std::uint32_t reading);
  void take_in_stray(std::uint32_t reading);
  void touch(Row leaf);
  void touch_with_followers(Row leaf);

  // --- from leaves to goals
  void evaluate_leaves();
  void evaluate_goals();
  void store(Row leaf, const LeafVerdict& verdict) noexcept;
  void pass_on(Row row, const PartView& before, const PartView& after);
  void mark(Row goal, const PartView& before, const PartView& after);
  void add_up(Row row, const PartView& view) noexcept;
  void evaluate_goal(Row goal);
  [[nodiscard]] RollupSums counted_again(Row goal) const;
  void sum_again(Row goal, RollupSums& sums) const;

  // --- afterwards
  void settle_blocked();
  void settle_blocked(Row task);
  void complete(LiveRecord& record) const noexcept;
  [[nodiscard]] bool has_changed(const LiveRecord& record) const noexcept;

  std::shared_ptr<EvaluationData> evaluation_;
  const PlanData& plan_;
  bool ignores_unknown_;
  LiveReadings readings_;
  LiveColumns live_;
  LiveParts parts_;
  GoalJudge<LiveParts> judge_;

  // Tied to the log, which changes when somebody keeps a copy of it.
  const ObservationLog* known_log_ = nullptr;
  std::size_t known_units_ = 0;
  std::optional<BasicLeafEvaluator<LiveReadings>> leaf_;
  std::optional<ReadingTranslator> translator_;

  std::vector<std::pair<Row, Row>> followers_;  ///< indicator, and one whose target follows it
  /// Readings of ids that the plan does not have, by series.
  std::map<std::uint32_t, std::vector<std::uint32_t>> strays_;

  // Of the last call.
  std::vector<LiveRecord> records_;
  std::vector<Added> added_;
  std::uint32_t readings_before_ = 0;
  std::vector<Row> queue_;  ///< goals to be evaluated
  enum class Phase : std::uint8_t { leaves, goals, sweep } phase_ = Phase::leaves;
};

}  // namespace jinjiang::detail
