// SPDX-License-Identifier: BSL-1.0
#pragma once

// The commitments that a sentence holds: 举办首届科技博览会、创建规范化市场 are two,
// 推进睿斯科、医用同位素等重大项目 is one.

#include <string_view>
#include <vector>

#include <jinjiang/reading/text_range.hpp>

namespace jinjiang::reading {

struct Commitment {
  TextRange words;        ///< without the mark behind it
  TextRange verb;         ///< that it begins with, after adverbs
  bool has_verb = false;  ///< begins with one, or with an adverb and one, or is governed by one
  bool is_governed = false;  ///< by the verb of the one before: 乙投产 in 确保甲开工、乙投产
};

struct Commitments {
  TextRange label;  ///< 医疗健康产业 before a colon: what the commitments are about; may be empty
  std::vector<Commitment> all;
};

/// A sentence is parted only where the next clause has a verb of its own; nothing inside quotes or
/// brackets is.
/// @par Complexity  O(bytes)
void split_commitments(std::string_view sentence, Commitments& into);

/// Bytes of a piece of a text that ends behind a comma or a pause, or else between characters
/// that are no digits.
[[nodiscard]] std::size_t piece_size(std::string_view text, std::size_t most) noexcept;

}  // namespace jinjiang::reading
