// SPDX-License-Identifier: BSL-1.0
#pragma once

// Lists of words that a text may begin or end with.

#include <array>
#include <cstddef>
#include <string_view>

#include "reading/numerals/match.hpp"

namespace jinjiang::reading {

/// Bytes of the first of the words that the text begins with, or 0. Most words part with the text
/// at their first bytes, where a call to compare them would cost more than the comparison.
template <class Words>
[[nodiscard]] constexpr std::size_t leading(std::string_view text, const Words& words) noexcept {
  for (const std::string_view word : words) {
    if (word.size() > text.size()) continue;
    std::size_t same = 0;
    while (same < word.size() && text[same] == word[same]) ++same;
    if (same == word.size()) return same;
  }
  return 0;
}
/// The same at the end of the text.
template <class Words>
[[nodiscard]] constexpr std::size_t trailing(std::string_view text, const Words& words) noexcept {
  for (const std::string_view word : words) {
    if (word.size() > text.size()) continue;
    std::size_t same = 0;
    while (same < word.size() && text[text.size() - 1 - same] == word[word.size() - 1 - same])
      ++same;
    if (same == word.size()) return same;
  }
  return 0;
}

/// Many words: nearly every text that begins or ends with none is turned away by one look.
template <std::size_t Size>
class WordList {
 public:
  consteval explicit WordList(const std::array<std::string_view, Size>& words) : words_(words) {
    for (const std::string_view word : words) {
      may_begin_[head_of(word)] = true;
      may_end_[tail_of(word)] = true;
    }
  }

  [[nodiscard]] constexpr std::size_t leading(std::string_view text) const noexcept {
    return may_begin_[head_of(text)] ? reading::leading(text, words_) : 0;
  }
  [[nodiscard]] constexpr std::size_t trailing(std::string_view text) const noexcept {
    return may_end_[tail_of(text)] ? reading::trailing(text, words_) : 0;
  }

 private:
  static constexpr std::size_t marks = 256;
  static constexpr std::size_t head_of(std::string_view text) noexcept {
    return first_character(text) % marks;
  }
  static constexpr std::size_t tail_of(std::string_view text) noexcept {
    if (text.empty()) return 0;
    const auto last = static_cast<unsigned char>(text.back());
    if (last < 0x80 || text.size() == 1) return last;
    return (last & 0x3FU) | (static_cast<unsigned char>(text[text.size() - 2]) & 3U) << 6U;
  }

  std::array<std::string_view, Size> words_;
  std::array<bool, marks> may_begin_{};
  std::array<bool, marks> may_end_{};
};

template <std::size_t Size>
[[nodiscard]] constexpr std::size_t leading(std::string_view text,
                                            const WordList<Size>& words) noexcept {
  return words.leading(text);
}
template <std::size_t Size>
[[nodiscard]] constexpr std::size_t trailing(std::string_view text,
                                             const WordList<Size>& words) noexcept {
  return words.trailing(text);
}

}  // namespace jinjiang::reading
