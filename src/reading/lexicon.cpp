// SPDX-License-Identifier: BSL-1.0
#include "reading/lexicon.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

namespace jinjiang::reading {

namespace {

/// The bytes that decide the bucket: the first character of a Chinese word.
constexpr std::uint32_t bucket_of(std::string_view text) noexcept {
  const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (text.size() >= 3 && byte(0) >= 0xE0 && byte(0) < 0xF0)
    return ((byte(0) & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU);
  return byte(0);
}

class Lexicon {
 public:
  Lexicon() {
    for (const auto groups : {bearing_words(), verbs(), shielding_words()}) {
      for (const WordGroup& group : groups) add(group);
    }
    // Longer words first in a bucket; of two of the same spelling the earlier group's.
    std::ranges::stable_sort(entries_, [](const WordEntry& a, const WordEntry& b) {
      const std::uint32_t x = bucket_of(a.text);
      const std::uint32_t y = bucket_of(b.text);
      return x != y ? x < y : a.text.size() > b.text.size();
    });
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      Bucket& bucket = buckets_[bucket_of(entries_[i].text)];
      if (bucket.count == 0) bucket.first = static_cast<std::uint16_t>(i);
      ++bucket.count;
    }
  }

  [[nodiscard]] const WordEntry* find(std::string_view text) const noexcept {
    const Bucket bucket = buckets_[bucket_of(text)];
    const WordEntry* entry = entries_.data() + bucket.first;
    for (std::uint16_t i = 0; i < bucket.count; ++i, ++entry) {
      const std::size_t size = entry->text.size();
      if (size <= text.size() && std::memcmp(entry->text.data(), text.data(), size) == 0)
        return entry;
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
