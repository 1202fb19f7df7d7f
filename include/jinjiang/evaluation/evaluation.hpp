// SPDX-License-Identifier: BSL-1.0
#pragma once

// How a plan stands on a day: a value of its own, with one result a node.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/evaluation/status.hpp>
#include <jinjiang/model/observations.hpp>
#include <jinjiang/model/plan.hpp>

namespace jinjiang {

namespace detail {
struct EvaluationData;
}

/// How an evaluation is done.
struct EvaluationOptions {
  std::optional<Policy> policy = {};  ///< default: the plan's
  std::optional<Date> known_by = {};  ///< only what was known by the end of this day
  std::string basis = {};             ///< 口径 for targets that do not name one
  bool ignore_unknown = false;        ///< pass over observations of ids that the plan does not have
  unsigned threads = 1;               ///< 0: as many as the machine has; the result is the same
};

/// The verdict on one node. The formulas are in docs/rules.md, sections 5 to 8 and 12.
struct NodeResult {
  Node node;                              ///< the node that it is on
  Status status;                          ///< see docs/rules.md, section 9
  std::optional<double> attainment = {};  ///< 完成率, 0 to 1; nothing without data
  std::optional<double> progress = {};    ///< 进度, unclamped; of a goal its attainment
  std::optional<double> expected =
      {};  ///< 序时进度 on the date of the reading, 0 to 1; 0: nothing expected yet
  std::optional<double> pace =
      {};  ///< 进度比, progress / expected; nothing when nothing was expected
  std::optional<double> coverage =
      {};  ///< 数据覆盖率, 0 to 1; nothing for a node that is left out of roll-ups
  std::optional<double> value = {};      ///< the reading, in `unit`
  Unit unit = {};                        ///< the target's; of a watched indicator the reading's own
  std::optional<Date> observed_on = {};  ///< date of the reading
  std::optional<Stage> stage = {};       ///< how sure the reading is
  std::string_view basis = {};           ///< of the reading; empty when it names none
  bool is_stale = false;                 ///< the reading is older than the policy's limit
  std::optional<Date> revised_on =
      {};  ///< when the target in force took effect, if it is a revision
};

/// The nodes of one lead unit.
struct OwnerSummary {
  std::string owner;                 ///< empty: of nobody
  std::size_t nodes = 0;             ///< its indicators and tasks
  std::size_t met = 0;               ///< of them met or met early
  std::size_t behind = 0;            ///< missed, off track, blocked or at risk
  std::size_t no_data = 0;           ///< of them without data
  std::optional<double> attainment;  ///< mean over the leaves with data
};

/// The result of evaluate(). Immutable, cheap to copy; holds its plan and the observations it saw.
class Evaluation {
 public:
  /// That of an empty plan, to be assigned to.
  Evaluation();

  /// The plan that was evaluated.
  [[nodiscard]] const Plan& plan() const noexcept;
  /// All that were given, also those that do not count.
  [[nodiscard]] const Observations& observations() const noexcept;
  /// The day at whose end the plan stands so.
  [[nodiscard]] Date as_of() const noexcept;
  /// The plan's, or the one that was given in its place.
  [[nodiscard]] const Policy& policy() const noexcept;
  /// The day by whose end readings had to be known, where one was given.
  [[nodiscard]] std::optional<Date> known_by() const noexcept;
  /// 口径 for targets that do not name one; may be empty.
  [[nodiscard]] const std::string& basis() const noexcept;

  /// Number of nodes, and so of results.
  [[nodiscard]] std::size_t size() const noexcept { return plan().size(); }
  /// @throws UnknownIdError  names the nearest ids
  [[nodiscard]] NodeResult operator[](std::string_view id) const { return of(plan()[id]); }
  /// The node must be one of this evaluation's plan.
  [[nodiscard]] NodeResult of(const Node& node) const;
  /// In the author's order.
  [[nodiscard]] std::vector<NodeResult> results() const;

  /// Leaves that need attention: missed, off track, blocked, at risk, in this order and then by
  /// pace.
  [[nodiscard]] std::vector<NodeResult> behind() const;
  /// Leaves by lead unit, in order of the units' first leaves.
  [[nodiscard]] std::vector<OwnerSummary> by_owner() const;

  /// Same plan, day, policy and results, to the bit.
  friend bool operator==(const Evaluation& a, const Evaluation& b);

  /// For the layers of the library.
  [[nodiscard]] const detail::EvaluationData& data() const noexcept { return *data_; }
  explicit Evaluation(std::shared_ptr<const detail::EvaluationData> data) noexcept
      : data_(std::move(data)) {}

 private:
  std::shared_ptr<const detail::EvaluationData> data_;
};

/// How the plan stands at the end of a day.
///
/// A pure function: the same plan, observations, day and options give the same bits, whatever the
/// order of insertion and the number of threads. Nothing reads the clock.
///
/// @throws ObservationError  observations contradict each other, do not fit their node, or name
/// unknown ids
/// @throws PlanError         the policy in the options contradicts itself
/// @par Complexity  O(nodes + links + observations)
[[nodiscard]] Evaluation evaluate(const Plan& plan, const Observations& observations, Date as_of,
                                  const EvaluationOptions& options = {});

/// At the end of the plan.
[[nodiscard]] inline Evaluation evaluate(const Plan& plan, const Observations& observations) {
  return evaluate(plan, observations, plan.period().end());
}

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/evaluation/detail/evaluate.ipp>
#include <jinjiang/evaluation/detail/evaluation.ipp>
#endif
