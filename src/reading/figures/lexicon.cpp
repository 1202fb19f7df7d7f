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

class Lexicon {
 public:
  Lexicon() {
    for (const auto groups : {bearing_words(), verbs(), shielding_words()}) {
      for (const WordGroup& group : groups) add(group);
    }
    // Longer words first in a bucket; of two of the same spelling the earlier group's.
    std::ranges::stable_sort(entries_, [](const WordEntry& a, const WordEntry& b) {
      const std::uint32_t x = first_character(a.text);
      const std::uint32_t y = first_character(b.text);
      return x != y ? x < y : a.text.size() > b.text.size();
    });
    buckets_.emplace_back();
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const std::string_view text = entries_[i].text;
      looks_.push_back({static_cast<std::uint8_t>(text.size()), text.back()});
      std::uint16_t& number = numbers_[first_character(text)];
      if (number == 0) {
        number = static_cast<std::uint16_t>(buckets_.size());
        buckets_.push_back({0, static_cast<std::uint16_t>(i), 0});
      }
      Bucket& bucket = buckets_[number];
      bucket.seconds |= text.size() > second ? second_of(text) : all_seconds;
      ++bucket.count;
    }
    set_idle();
  }

  [[nodiscard]] const WordEntry* find(std::string_view text) const noexcept {
    const Bucket& bucket = buckets_[numbers_[first_character(text)]];
    if (text.size() > second && (bucket.seconds & second_of(text)) == 0) return nullptr;
    for (std::size_t i = bucket.first; i < std::size_t{bucket.first} + bucket.count; ++i) {
      const Look look = looks_[i];
      if (look.size > text.size() || text[look.size - 1U] != look.last) continue;
      if (is_here(text, entries_[i].text)) return &entries_[i];
    }
    return nullptr;
  }

  /// Whether a character of three bytes begins no word, no number and nothing else to look at.
  [[nodiscard]] bool is_idle(std::uint32_t character) const noexcept { return idle_[character]; }

 private:
  [[nodiscard]] static bool is_here(std::string_view text, std::string_view word) noexcept {
    for (std::size_t i = word.size(); i-- > 1;) {
      if (text[i] != word[i]) return false;
    }
    return true;
  }

  void set_idle() {
    constexpr Characters others("第前每翻半数上几零〇一二两俩三四五六七八九十百千万亿");
    constexpr std::uint32_t first = 0x4E00;
    constexpr std::uint32_t last = 0x9FFF;
    for (std::uint32_t character = first; character <= last; ++character)
      idle_[character] = numbers_[character] == 0;
    others.each([this](std::uint32_t character) { idle_[character] = false; });
  }

  void add(const WordGroup& group) {
    std::string_view rest = group.words;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      if (end > 0) entries_.push_back({rest.substr(0, end), group.word, group.value, group.flags});
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  /// The words that begin with one character, and the second characters that they go on with.
  struct Bucket {
    std::uint64_t seconds = 0;
    std::uint16_t first = 0;
    std::uint16_t count = 0;
  };
  static constexpr std::uint64_t all_seconds = ~std::uint64_t{0};
  static constexpr std::size_t second = 5;  // the last byte of the second character
  static std::uint64_t second_of(std::string_view text) noexcept {
    return std::uint64_t{1} << (static_cast<unsigned char>(text[second]) & 0x3FU);
  }

  /// By which most words are told from a text that begins with the same character.
  struct Look {
    std::uint8_t size;
    char last;
  };
  std::vector<Look> looks_;
  std::vector<WordEntry> entries_;
  std::vector<Bucket> buckets_;                   // the first is empty
  std::array<std::uint16_t, 0x10000> numbers_{};  // of buckets, by first character
  std::bitset<0x10000> idle_;                     // small enough to stay at hand
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
  while (at + wide <= text.size() && words.is_idle(first_character(text.substr(at, wide))))
    at += wide;
  return at;
}

}  // namespace jinjiang::reading
