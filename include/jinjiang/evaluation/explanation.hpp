// SPDX-License-Identifier: BSL-1.0
#pragma once

// Why a node stands as it does: what went in, by which rule, and how its shortfall splits over the
// leaves beneath it.

#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/evaluation/evaluation.hpp>

namespace jinjiang {

/// One part of an explained goal.
struct ExplainedPart {
  NodeResult result;  ///< how the part stands
  double weight;      ///< in the goal, as the plan has it
  double share;  ///< of the goal's attainment, by its rule and the data there is; 0 for a part that
                 ///< is left out
  double attainment;  ///< as the goal counts it: of a part without data what the policy or the
                      ///< goal's rule makes of it; 0 for a part that is left out
  bool is_veto;       ///< 一票否决, as PartOf::is_veto
};

/// What one leaf contributes to the shortfall of an explained goal.
struct ShortfallTerm {
  Node node;         ///< a leaf, or a goal beneath which there is no data
  double share;      ///< product of the normalised weights, summed over all paths
  double shortfall;  ///< share * (1 - attainment)
};

/// Why a node stands as it does; docs/rules.md, section 14. Holds the evaluation it explains.
struct Explanation {
  Evaluation evaluation;             ///< the evaluation that is explained
  NodeResult result;                 ///< of the explained node
  std::vector<ExplainedPart> parts;  ///< of a goal, in the author's order
  std::vector<ShortfallTerm> terms;  ///< of a goal, largest first; they add up to 1 - attainment
  double unfilled = 0;  ///< shortfall of an at_least goal with fewer parts than it asks for
};

/// @throws UnknownIdError
/// @par Complexity  O(nodes and links beneath the node * log)
[[nodiscard]] Explanation explain(const Evaluation& evaluation, std::string_view id);

/// The explanation in words, a line a thought.
[[nodiscard]] std::string to_text(const Explanation& explanation, Language language);

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/evaluation/detail/explanation.ipp>
#endif
