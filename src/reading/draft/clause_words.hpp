// SPDX-License-Identifier: BSL-1.0
#pragma once

// Words of reports: verbs that open a commitment, and texts made fit for a title.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <jinjiang/model/vocabulary.hpp>
#include <jinjiang/reading/text_range.hpp>

#include "reading/draft/word_list.hpp"

namespace jinjiang::reading {

/// How a clause begins.
struct Opening {
  std::size_t words = 0;   ///< bytes before the verb: 有序, 一是, 6月底前
  std::size_t verb = 0;    ///< bytes of the verb; 0 when there is none
  bool is_strong = false;  ///< hardly ever a noun: 推动, but not 建设
};
[[nodiscard]] Opening opening_of(std::string_view clause) noexcept;

/// 力争 and 争创 are stretch, 探索 exploratory, 确保 must.
[[nodiscard]] Firmness firmness_of(std::string_view commitment) noexcept;
/// The same where the verb that it begins with is known.
[[nodiscard]] Firmness firmness_of(std::string_view commitment, std::string_view verb) noexcept;

/// The text without control characters, spaces and marks at its ends, and not over so many
/// characters.
void append_title(std::string& out, std::string_view text, std::size_t most_characters);
[[nodiscard]] std::string short_title(std::string_view text, std::size_t most_characters);

/// Up to the first comma, when what follows only says what for: 让, 使, 成为.
[[nodiscard]] std::string_view without_purpose(std::string_view text) noexcept;

/// 提升群众获得感, 促进就业: a clause that says what the one before it is good for, and names
/// nothing that could be checked.
[[nodiscard]] bool is_outcome(std::string_view clause) noexcept;

/// 乙项目6月底前竣工: a subject and how far it is to come.
[[nodiscard]] bool tells_stage(std::string_view clause) noexcept;
/// Whether words end so, whatever stands before.
[[nodiscard]] bool ends_in_stage(std::string_view words) noexcept;
/// 动工 in 8月动工, but not 通车 in 5月通车里程.
[[nodiscard]] bool begins_with_stage(std::string_view words) noexcept;

/// 谱写新篇章, 推动经济高质量发展: a verb that cheers, and an object that nobody could tick off.
[[nodiscard]] bool is_rhetoric(std::string_view commitment) noexcept;

/// 县工信局, 11月底前, 责任单位: what a cell of a table says of a task, and is none itself.
[[nodiscard]] bool is_cell_alone(std::string_view words) noexcept;

/// 加快推进: verbs without what they govern.
[[nodiscard]] bool is_verb_alone(std::string_view words) noexcept;

/// Up to the first comma before an outcome.
[[nodiscard]] std::string_view without_outcome(std::string_view text) noexcept;

/// The text around some of its words, whole when it is short.
[[nodiscard]] std::string excerpt(std::string_view text, TextRange words);

/// 350家以上, 超600万平方米: a cell that says how much of what the cell before names.
[[nodiscard]] bool is_figure_alone(std::string_view cell) noexcept;

}  // namespace jinjiang::reading
