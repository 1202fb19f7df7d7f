// SPDX-License-Identifier: BSL-1.0
#pragma once

// Parts as the roll-up of their goal sees them, and the sums over them.

#include <jinjiang/evaluation/detail/leaf.hpp>

namespace jinjiang::detail {

/// A part of a goal as its roll-up sees it.
struct PartView {
  double weight = 0;
  double attainment = 0;  ///< as the policy counts it; not a number when left out
  double paced_attainment =
      0;                ///< the attainment of those of its leaves of which something was expected
  double expected = 0;  ///< 0 or not a number: nothing was expected
  double coverage = 0;  ///< not a number: takes no part at all
  Status status = Status::not_due;
  bool is_assumed = false;  ///< there is no data, and the policy counts it all the same

  [[nodiscard]] bool counts() const noexcept { return is_present(attainment); }
  [[nodiscard]] bool is_paced() const noexcept { return counts() && expected > 0; }
};

/// The sums over the parts of one goal.
struct RollupSums {
  double weight_of_all = 0;
  double weight_with_data = 0;
  double weight_paced = 0;
  double attainment = 0;
  double paced_attainment = 0;
  double expected = 0;
  double coverage = 0;
  std::uint32_t parts = 0;  ///< that take part
  std::uint32_t met = 0;
  std::uint32_t not_met = 0;  ///< with data
  bool has_no_data = false;   ///< something was expected of a part and nothing observed
  bool has_not_comparable = false;
  bool has_cancelled = false;  ///< among those that take no part

  /// Whether every part so far has data, an expectation and nothing beneath it that lacks them.
  [[nodiscard]] bool is_whole() const noexcept {
    return weight_with_data == weight_of_all && coverage == weight_of_all &&
           weight_paced == weight_of_all && paced_attainment == attainment;
  }

  [[gnu::always_inline]] inline void add(const PartView& part) noexcept {
    if (!is_present(part.coverage)) {
      has_cancelled |= part.status == Status::cancelled;
      return;
    }
    ++parts;
    weight_of_all += part.weight;
    coverage += part.weight * part.coverage;
    has_no_data |= part.status == Status::no_data;
    has_not_comparable |= part.status == Status::not_comparable;
    if (!part.counts()) return;
    weight_with_data += part.weight;
    attainment += part.weight * part.attainment;
    if (is_met(part.status)) {
      ++met;
    } else {
      ++not_met;
    }
    if (!(part.expected > 0)) return;
    weight_paced += part.weight;
    paced_attainment += part.weight * part.paced_attainment;
    expected += part.weight * part.expected;
  }
};

/// How parts look to the roll-up of their goals under a policy.
class PartViewer {
 public:
  explicit PartViewer(const EvaluationData& evaluation)
      : status_(evaluation.columns->status.data()),
        progress_(evaluation.columns->progress.data()),
        expected_(evaluation.columns->expected.data()),
        pace_(evaluation.columns->pace.data()),
        coverage_(evaluation.columns->coverage.data()),
        missing_(evaluation.policy.missing) {}

  [[nodiscard, gnu::always_inline]] inline PartView of_leaf(const LeafVerdict& leaf,
                                                            double weight) const noexcept {
    PartView result{weight, leaf.progress, 0, leaf.expected, 0, leaf.status};
    const bool has_data = is_present(leaf.progress);
    if (has_data) result.attainment = clamp_to_unit(leaf.progress);
    result.coverage = !is_present(leaf.expected) ? missing : has_data ? 1 : 0;
    result.paced_attainment = result.attainment;
    if (missing_ != Missing::exclude && !has_data) count_missing(result);
    return result;
  }

  /// Only that share of a goal's attainment that belongs to leaves with an expectation is held
  /// against it.
  [[nodiscard, gnu::always_inline]] inline PartView of_goal(Row row, double weight) const noexcept {
    const double paced = clamp_to_unit(pace_[row] * expected_[row]);
    PartView result{weight, progress_[row], paced, expected_[row], coverage_[row], status_[row]};
    if (missing_ != Missing::exclude && !result.counts()) count_missing(result);
    return result;
  }

 private:
  void count_missing(PartView& part) const noexcept {
    if (!is_present(part.coverage)) return;
    part.is_assumed = true;
    part.attainment =
        missing_ == Missing::expected && part.expected > 0 ? clamp_to_unit(part.expected) : 0;
    part.paced_attainment = part.attainment;
  }

  const Status* status_;
  const double* progress_;
  const double* expected_;
  const double* pace_;
  const double* coverage_;
  Missing missing_;
};

}  // namespace jinjiang::detail
