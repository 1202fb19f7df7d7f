// SPDX-License-Identifier: BSL-1.0
#pragma once

// The words that tell what a heading opens, when something is told of, and how a task begins. They
// are looked up at every character of short texts, so that one table holds them all.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace jinjiang::reading::detail {

/// What a word tells; a word may tell several things.
enum WordClass : std::uint32_t {
  review_word = 1U << 0U,     ///< 工作回顾
  target_word = 1U << 1U,     ///< 预期目标
  work_word = 1U << 2U,       ///< 重点工作
  past_word = 1U << 3U,       ///< 去年
  coming_word = 1U << 4U,     ///< 今年
  predicate_word = 1U << 5U,  ///< 增长
  result_word = 1U << 6U,     ///< 跃居, 顺利
  headline_word = 1U << 7U,   ///< 地区生产总值
  title_word = 1U << 8U,      ///< 政府工作报告
  award_word = 1U << 9U,      ///< 入选
  task_verb = 1U << 10U,      ///< 推动
  connective = 1U << 11U,     ///< 同时: no heading begins with it
  closing_word = 1U << 12U,   ///< 各位代表
  year_sign = 1U << 13U,      ///< 年
  byline_word = 1U << 14U,    ///< 本报记者
  speaker_word = 1U << 15U,   ///< 市长
  section_word = review_word | target_word | work_word
};

struct FoundWord {
  std::uint32_t classes = 0;  ///< of all words that begin there
  std::size_t bytes = 0;      ///< of the longest
};

/// The words that begin at a place.
[[nodiscard]] FoundWord word_at(std::string_view text, std::size_t at) noexcept;

/// The classes of all words of a text.
[[nodiscard]] std::uint32_t words_in(std::string_view text) noexcept;

/// The classes of the words that a text begins with.
[[nodiscard]] inline std::uint32_t words_before(std::string_view text) noexcept {
  return text.empty() ? 0 : word_at(text, 0).classes;
}

}  // namespace jinjiang::reading::detail
