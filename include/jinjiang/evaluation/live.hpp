// SPDX-License-Identifier: BSL-1.0
#pragma once

// A plan that is followed reading by reading: what a reading changes is evaluated again, and the
// rest is not. Whatever comes in, the evaluation is the one that evaluate() would give, to the bit.

#include <cstddef>
#include <iterator>
#include <memory>
#include <string_view>
#include <vector>

#include <jinjiang/evaluation/evaluation.hpp>

namespace jinjiang {

namespace detail {
class LiveData;
}

/// A node that stands otherwise than before.
struct Change {
  Node node;          ///< the node that stands otherwise
  NodeResult before;  ///< before the call
  NodeResult after;   ///< after it
};

/// What one call has changed: leaves in the order of their readings, then goals from the deepest
/// one up, then tasks that are blocked or free now. Results are made when they are looked at.
///
/// A view of the live evaluation it came from, as the texts in its results are: it ends with the
/// next call that takes readings in or tries them out.
class Changes {
 public:
  /// Over the changes, one after the other.
  class Iterator {
   public:
    using value_type = Change;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;

    Iterator() = default;
    Iterator(const Changes* changes, std::size_t at) noexcept : changes_(changes), at_(at) {}
    [[nodiscard]] Change operator*() const { return (*changes_)[at_]; }
    Iterator& operator++() noexcept {
      ++at_;
      return *this;
    }
    Iterator operator++(int) noexcept {
      Iterator before = *this;
      ++at_;
      return before;
    }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const Changes* changes_ = nullptr;
    std::size_t at_ = 0;
  };

  /// Number of nodes that stand otherwise.
  [[nodiscard]] std::size_t size() const noexcept;
  /// Whether all stands as before.
  [[nodiscard]] bool empty() const noexcept { return size() == 0; }
  /// The change at a position from 0 to size() - 1.
  [[nodiscard]] Change operator[](std::size_t i) const;
  /// The first change.
  [[nodiscard]] Iterator begin() const noexcept { return {this, 0}; }
  /// Past the last one.
  [[nodiscard]] Iterator end() const noexcept { return {this, size()}; }

 private:
  friend class LiveEvaluation;
  explicit Changes(const detail::LiveData& data) noexcept : data_(&data) {}

  const detail::LiveData* data_;
};

/// How a plan stands on one day while readings come in, one at a time or many at once.
///
/// One thread at a time; any number of them may share a plan. Every call that takes readings in
/// either takes all of them or, when it throws, leaves everything as it was.
class LiveEvaluation {
 public:
  /// @throws ObservationError, PlanError  as evaluate()
  /// @par Complexity  O(nodes + links + observations)
  LiveEvaluation(const Plan& plan, const Observations& seen, Date as_of,
                 const EvaluationOptions& options = {});
  ~LiveEvaluation();
  /// The other may only be assigned to and destroyed.
  LiveEvaluation(LiveEvaluation&& other) noexcept;
  /// As above.
  LiveEvaluation& operator=(LiveEvaluation&& other) noexcept;

  /// The plan that is followed.
  [[nodiscard]] const Plan& plan() const noexcept;
  /// All that were taken in. A copy that is kept makes the next reading cost a copy of all.
  [[nodiscard]] const Observations& observations() const noexcept;
  /// The day at whose end the plan stands so.
  [[nodiscard]] Date as_of() const noexcept;
  /// The plan's, or the one that was given in its place.
  [[nodiscard]] const Policy& policy() const noexcept;
  /// The day by whose end readings had to be known, where one was given.
  [[nodiscard]] std::optional<Date> known_by() const noexcept;
  /// 口径 for targets that do not name one; may be empty.
  [[nodiscard]] const std::string& basis() const noexcept;

  /// Number of nodes.
  [[nodiscard]] std::size_t size() const noexcept { return plan().size(); }
  /// @throws UnknownIdError  names the nearest ids
  [[nodiscard]] NodeResult operator[](std::string_view id) const { return of(plan()[id]); }
  /// The node must be one of this evaluation's plan.
  [[nodiscard]] NodeResult of(const Node& node) const;
  /// How the plan stands now, as a value that later readings do not change: equal, to the bit, to
  /// evaluate() over the observations so far.
  /// @par Complexity  O(nodes + observations)
  [[nodiscard]] Evaluation evaluation() const;

  /// Takes one reading in.
  ///
  /// @return  what has changed; nothing when the reading does not count: it is later than the day,
  /// older than another, or on another basis
  /// @throws ObservationError  the plan has no such node (UnknownObservationError, which names the
  /// nearest ids); the reading does not fit its node or contradicts another
  /// @par Complexity  O(length of the id + r + Σ parts of the goals that change) for r readings of
  /// the node; nothing above a goal that comes out as it was is looked at
  Changes observe(std::string_view id, Date observed_on, double value,
                  const ReadingOptions& options = {});
  /// The same for a reading that is put together.
  Changes observe(const Observation& observation);

  /// Takes many readings in at once: each goal is evaluated once, whatever the number of its parts
  /// that change.
  /// @throws ObservationError  as evaluate(); a reading it names is counted within `more`
  Changes observe_all(const Observations& more);

  /// What observe() would change, and changes nothing.
  /// Costs a copy of all readings when somebody else holds them.
  /// @return  a list whose texts last until the next call
  /// @throws ObservationError  as observe()
  [[nodiscard]] std::vector<Change> dry_run(std::string_view id, Date observed_on, double value,
                                            const ReadingOptions& options = {});
  /// The same for a reading that is put together.
  [[nodiscard]] std::vector<Change> dry_run(const Observation& observation);
  /// What observe_all() would change, and changes nothing.
  [[nodiscard]] std::vector<Change> dry_run_all(const Observations& more);

 private:
  std::unique_ptr<detail::LiveData> data_;
};

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/evaluation/detail/live.ipp>
#endif
