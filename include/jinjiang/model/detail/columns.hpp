// SPDX-License-Identifier: BSL-1.0
#pragma once

// The containers that a plan and its observations are made of: text columns, interned texts, sparse
// columns, and the table from id to row.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <jinjiang/detail/column.hpp>
#include <jinjiang/detail/text_block.hpp>

namespace jinjiang::detail {

using Row = std::uint32_t;
inline constexpr Row no_row = static_cast<Row>(-1);

/// A day that is not given.
inline constexpr std::int32_t no_day = INT32_MIN;

/// Texts one after another, as Arrow's large_utf8 lays them out.
class TextColumn {
 public:
  [[nodiscard]] std::size_t size() const noexcept { return offsets_.size() - 1; }
  [[nodiscard]] std::string_view operator[](std::size_t i) const noexcept {
    return {bytes_.data() + offsets_[i], static_cast<std::size_t>(offsets_[i + 1] - offsets_[i])};
  }
  /// Should memory end, the column is as it was.
  void add(std::string_view text) {
    offsets_.push_back(offsets_.back() + static_cast<std::int64_t>(text.size()));
    try {
      append(bytes_, text.data(), text.size());
    } catch (...) {
      offsets_.pop_back();
      throw;
    }
  }
  /// Asks memory for where a text is, and for the text once that has come.
  void prefetch(std::size_t i) const noexcept { __builtin_prefetch(&offsets_[i]); }
  void prefetch_text(std::size_t i) const noexcept {
    __builtin_prefetch(bytes_.data() + offsets_[i]);
  }
  void reserve(std::size_t texts, std::size_t bytes) {
    offsets_.reserve(texts + 1);
    bytes_.reserve(bytes);
  }
  /// Makes room for texts that put() fills in, one after the other.
  void resize(std::size_t texts, std::size_t bytes) {
    offsets_.resize(texts + 1);
    bytes_.resize(bytes);
  }
  void put(std::size_t i, std::string_view text) noexcept {
    if (!text.empty()) std::memcpy(bytes_.data() + offsets_[i], text.data(), text.size());
    offsets_[i + 1] = offsets_[i] + static_cast<std::int64_t>(text.size());
  }
  [[nodiscard]] const Column<std::int64_t>& offsets() const noexcept { return offsets_; }
  [[nodiscard]] const Column<char>& bytes() const noexcept { return bytes_; }

  friend bool operator==(const TextColumn&, const TextColumn&) = default;

 private:
  Column<std::int64_t> offsets_{0};
  Column<char> bytes_;
};

/// Texts kept once each; number 0 is the empty text.
class InternedTexts {
 public:
  InternedTexts() { texts_.emplace_back(); }

  [[nodiscard]] std::uint32_t intern(std::string_view text) {
    if (text.empty()) return 0;
    if (text == texts_[last_]) return last_;  // runs of one owner or section are the rule
    const auto [entry, is_new] =
        numbers_.try_emplace(std::string(text), static_cast<std::uint32_t>(texts_.size()));
    if (is_new) texts_.emplace_back(text);
    return last_ = entry->second;
  }
  [[nodiscard]] const std::string& operator[](std::uint32_t number) const noexcept {
    return texts_[number];
  }
  [[nodiscard]] std::size_t size() const noexcept { return texts_.size(); }

 private:
  std::vector<std::string> texts_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::uint32_t last_ = 0;
};

/// A column that most rows leave empty.
template <class Value>
class SparseColumn {
 public:
  void add(Row row, Value value) { entries_.emplace_back(row, std::move(value)); }
  void sort() {
    std::stable_sort(entries_.begin(), entries_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
  }
  [[nodiscard]] const Value* find(Row row) const noexcept {
    const auto found =
        std::lower_bound(entries_.begin(), entries_.end(), row,
                         [](const auto& entry, Row wanted) { return entry.first < wanted; });
    return found != entries_.end() && found->first == row ? &found->second : nullptr;
  }
  [[nodiscard]] bool empty() const noexcept { return entries_.empty(); }
  [[nodiscard]] const std::vector<std::pair<Row, Value>>& entries() const noexcept {
    return entries_;
  }

  friend bool operator==(const SparseColumn&, const SparseColumn&) = default;

 private:
  std::vector<std::pair<Row, Value>> entries_;
};

/// A well-mixed hash; the seed differs between processes, so that nobody can prepare ids that
/// collide.
[[nodiscard]] inline std::uint64_t hash_text(std::string_view text) noexcept {
  static const std::uint64_t seed =
      static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count()) ^
      static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(&no_row));
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15ULL;  // 2^64 / golden ratio
  const auto mix = [](std::uint64_t state, std::uint64_t block) {
    state = (state ^ block) * factor;
    return state ^ (state >> 29U);
  };
  std::uint64_t state = mix(seed, text.size());
  for (std::size_t i = 0; i < text.size(); i += 8) state = mix(state, block_at(text, i));
  return mix(state, factor);
}

/// From id to row: open addressing, 8 bytes a slot, at most half full. The ids themselves live
/// elsewhere.
class RowTable {
 public:
  explicit RowTable(std::size_t rows = 0) {
    std::size_t capacity = 16;
    while (capacity < 2 * rows) capacity *= 2;
    resize_zeroed(slots_, capacity);
  }

  /// Makes room for one more than `rows`; ids are hashed again when the table grows.
  template <class IdOf>
  void grow(std::size_t rows, const IdOf& id_of) {
    if (2 * (rows + 1) <= slots_.size()) return;
    RowTable larger(2 * (rows + 1));
    for (Row row = 0; row < rows; ++row)
      static_cast<void>(larger.insert(id_of(row), hash_text(id_of(row)), row, id_of));
    slots_ = std::move(larger.slots_);
  }

  /// The row already there under this id, or nothing after inserting.
  template <class IdOf>
  std::optional<Row> insert(std::string_view id, std::uint64_t hash, Row row, const IdOf& id_of) {
    std::size_t slot = hash & (slots_.size() - 1);
    while (slots_[slot] != 0) {
      if (tag(slots_[slot]) == tag(hash) && id_of(row_in(slots_[slot])) == id)
        return row_in(slots_[slot]);
      slot = (slot + 1) & (slots_.size() - 1);
    }
    slots_[slot] = (hash & tag_mask) | (static_cast<std::uint64_t>(row) + 1);
    return std::nullopt;
  }

  template <class IdOf>
  [[nodiscard]] std::optional<Row> find(std::string_view id, std::uint64_t hash,
                                        const IdOf& id_of) const {
    std::size_t slot = hash & (slots_.size() - 1);
    while (slots_[slot] != 0) {
      if (tag(slots_[slot]) == tag(hash) && id_of(row_in(slots_[slot])) == id)
        return row_in(slots_[slot]);
      slot = (slot + 1) & (slots_.size() - 1);
    }
    return std::nullopt;
  }

  /// The row that a hash most likely leads to, before its id is looked at; nothing: none does.
  [[nodiscard]] std::optional<Row> guess(std::uint64_t hash) const noexcept {
    std::size_t slot = hash & (slots_.size() - 1);
    while (slots_[slot] != 0 && tag(slots_[slot]) != tag(hash))
      slot = (slot + 1) & (slots_.size() - 1);
    return slots_[slot] != 0 ? std::optional(row_in(slots_[slot])) : std::nullopt;
  }

  void prefetch(std::uint64_t hash) const noexcept {
    __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  }

  /// Every row r becomes new_rows[r].
  void renumber(const Column<Row>& new_rows) noexcept {
    if (new_rows.empty()) return;
    // Half of the slots are empty: a branch would be guessed wrong as often as not.
    for (std::uint64_t& slot : slots_) {
      const std::uint64_t is_taken = slot != 0 ? 1 : 0;
      const std::uint64_t row = (slot & ~tag_mask) - is_taken;
      slot = (slot & tag_mask) | ((static_cast<std::uint64_t>(new_rows[row]) + 1) & (0 - is_taken));
    }
  }

 private:
  static constexpr std::uint64_t tag_mask = 0xFFFFFFFF00000000ULL;
  static std::uint64_t tag(std::uint64_t word) noexcept { return word & tag_mask; }
  static Row row_in(std::uint64_t word) noexcept { return static_cast<Row>(word) - 1; }

  Column<std::uint64_t> slots_;
};

}  // namespace jinjiang::detail
