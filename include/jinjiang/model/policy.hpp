// SPDX-License-Identifier: BSL-1.0
#pragma once

// Where the lines between the verdicts lie. A plan carries its policy; whoever evaluates may bring
// another.

#include <cstdint>
#include <string>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/model/error.hpp>
#include <jinjiang/model/vocabulary.hpp>

namespace jinjiang {

/// Where the lines between verdicts lie, and what becomes of missing and old data; docs/rules.md,
/// sections 8, 10 and 12.
struct Policy {
  double ahead = 1.10;            ///< pace from which a node is ahead
  double on_track = 0.95;         ///< pace from which it is on track
  double at_risk = 0.80;          ///< pace from which it is at risk; below, it is off track
  double minimum_coverage = 0.5;  ///< share of weight with data below which a goal reads no_data
  Missing missing = Missing::exclude;  ///< what a part without data counts as
  int stale_after = 120;               ///< days after which a reading is stale

  friend bool operator==(const Policy&, const Policy&) = default;
};

/// What is wrong with a policy, or an empty text.
[[nodiscard]] std::string find_problem(const Policy& policy);

/// How a goal is made of its parts.
struct Rule {
  RuleKind kind = RuleKind::mean;  ///< mean, worst, at_least or all
  std::uint32_t k = 0;             ///< for at_least: how many parts must be met

  /// Whether they mean the same: k counts for at_least only.
  friend bool operator==(const Rule& a, const Rule& b) noexcept {
    return a.kind == b.kind && (a.kind != RuleKind::at_least || a.k == b.k);
  }
};

/// `mean`, `at_least 3`
[[nodiscard]] inline std::string to_string(const Rule& rule) {
  std::string text(to_string(rule.kind));
  if (rule.kind == RuleKind::at_least) text += " " + std::to_string(rule.k);
  return text;
}

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/model/detail/policy.ipp>
#endif
