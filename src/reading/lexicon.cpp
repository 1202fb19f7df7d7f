// SPDX-License-Identifier: BSL-1.0
#include "reading/lexicon.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#include "reading/match.hpp"

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
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      Bucket& bucket = buckets_[first_character(entries_[i].text)];
      if (bucket.count == 0) bucket.first = static_cast<std::uint16_t>(i);
      ++bucket.count;
    }
  }

  [[nodiscard]] const WordEntry* find(std::string_view text) const noexcept {
    const Bucket bucket = buckets_[first_character(text)];
    const WordEntry* entry = entries_.data() + bucket.first;
    for (std::uint16_t i = 0; i < bucket.count; ++i, ++entry) {
      if (starts_with(text, entry->text)) return entry;
    }
    return nullptr;
  }

 private:
  void add(const WordGroup& group) {
    std::string_view rest = group.words;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      if (end > 0) entries_.push_back({rest.substr(0, end), group.word, group.value, group.flags});
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  struct Bucket {
    std::uint16_t first = 0;
    std::uint16_t count = 0;
  };
  std::vector<WordEntry> entries_;
  std::array<Bucket, 0x10000> buckets_{};
};

}  // namespace

const WordEntry* find_word(std::string_view text) noexcept {
  static const Lexicon& lexicon = *new Lexicon;  // outlives every static that may read
  return text.empty() ? nullptr : lexicon.find(text);
}

}  // namespace jinjiang::reading
