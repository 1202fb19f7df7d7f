// SPDX-License-Identifier: BSL-1.0
#include "reading/figures/lexicon.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstring>
#include <vector>

#include "reading/numerals/match.hpp"

namespace jinjiang::reading {

namespace {

/// Words are found by their first two characters, those that are shorter by their first.
class Lexicon {
 public:
  Lexicon() {
    for (const auto groups : {bearing_words(), verbs(), shielding_words()}) {
      for (const WordGroup& group : groups) add(group);
    }
    // Longer words first in a bucket; of two of the same spelling the earlier group's.
    std::ranges::stable_sort(long_, [](const WordEntry& a, const WordEntry& b) {
      const std::size_t x = bucket_of(a.text);
      const std::size_t y = bucket_of(b.text);
      return x != y ? x < y : a.text.size() > b.text.size();
    });
    for (const WordEntry& entry : long_) ++begins_[bucket_of(entry.text) + 1];
    for (std::size_t i = 1; i < begins_.size(); ++i)
      begins_[i] = static_cast<std::uint16_t>(begins_[i] + begins_[i - 1]);
    std::ranges::stable_sort(short_, [](const WordEntry& a, const WordEntry& b) {
      const std::uint32_t x = first_character(a.text);
      const std::uint32_t y = first_character(b.text);
      return x != y ? x < y : a.text.size() > b.text.size();
    });
    for (std::size_t i = short_.size(); i-- > 0;)
      firsts_[first_character(short_[i].text)] = static_cast<std::uint16_t>(i + 1);
    set_idle();
  }

  [[nodiscard]] const WordEntry* find(std::string_view text) const noexcept {
    if (text.size() >= pair) {
      const std::size_t bucket = bucket_of(text);
      for (std::size_t i = begins_[bucket]; i < begins_[bucket + 1]; ++i) {
        if (starts_with(text, long_[i].text)) return &long_[i];
      }
    }
    const std::uint32_t first = first_character(text);
    if (firsts_[first] == 0) return nullptr;
    for (std::size_t i = firsts_[first] - 1U; i < short_.size(); ++i) {
      if (first_character(short_[i].text) != first) break;
      if (starts_with(text, short_[i].text)) return &short_[i];
    }
    return nullptr;
  }

  /// Whether a text begins with a character of three bytes, and with no word, no number and nothing
  /// else to look at.
  [[nodiscard]] bool is_idle(std::string_view text) const noexcept {
    const std::uint32_t character = first_character(text);
    if (idle_[character]) return true;
    if (!begins_pairs_[character] || text.size() < pair) return false;
    const std::size_t bucket = bucket_of(text);
    return begins_[bucket] == begins_[bucket + 1];
  }

 private:
  void set_idle() {
    constexpr Characters others("第前每翻半数上几零〇一二两俩三四五六七八九十百千万亿");
    constexpr std::uint32_t first = 0x4E00;
    constexpr std::uint32_t last = 0x9FFF;
    for (std::uint32_t character = first; character <= last; ++character)
      idle_[character] = firsts_[character] == 0;
    others.each([this](std::uint32_t character) { idle_[character] = false; });
    for (const WordEntry& entry : long_) {
      const std::uint32_t character = first_character(entry.text);
      begins_pairs_[character] = begins_pairs_[character] || idle_[character];
      idle_[character] = false;
    }
  }

  void add(const WordGroup& group) {
    std::string_view rest = group.words;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      const WordEntry entry{rest.substr(0, end), group.word, group.value, group.flags};
      if (end > 0) (end < pair ? short_ : long_).push_back(entry);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  static constexpr std::size_t pair = 6;  ///< bytes of two characters
  static constexpr unsigned bits = 14;
  static constexpr std::size_t buckets = std::size_t{1} << bits;
  static std::size_t bucket_of(std::string_view text) noexcept {
    std::uint64_t head = 0;
    std::memcpy(&head, text.data(), pair);
    return head * 0x9e3779b97f4a7c15U >> (64U - bits);
  }

  std::vector<WordEntry> long_;
  std::vector<WordEntry> short_;
  std::array<std::uint16_t, buckets + 1> begins_{};  // in long_, by the first two characters
  std::array<std::uint16_t, 0x10000> firsts_{};      // in short_, counted from 1, by the first
  std::bitset<0x10000> idle_;                        // small enough to stay at hand
  std::bitset<0x10000> begins_pairs_;                // and nothing that is shorter
};

}  // namespace

namespace {

const Lexicon& lexicon() noexcept {
  static const Lexicon& lexicon = *new Lexicon;  // outlives every static that may read
  return lexicon;
}

}  // namespace

const WordEntry* find_word(std::string_view text) noexcept {
  return text.empty() ? nullptr : lexicon().find(text);
}

std::size_t idle_bytes(std::string_view text) noexcept {
  const Lexicon& words = lexicon();
  constexpr std::size_t wide = 3;
  std::size_t at = 0;
  while (at + wide <= text.size() && words.is_idle(text.substr(at))) at += wide;
  return at;
}

}  // namespace jinjiang::reading
