// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/detail/node_check.hpp>

namespace jinjiang::detail {

/// Finds the nodes of a draft by their ids, and refuses an id that is there twice.
class IdIndex {
 public:
  explicit IdIndex(DraftProblems& problems) : problems_(problems) {}

  /// Takes in every id; `then(n)` is called right after that of n, while the node is at hand.
  template <class Then>
  void fill(const Then& then) {
    const std::uint32_t size = problems_.size();
    table_ = RowTable(size);
    constexpr std::uint32_t ahead = 16;  // enough to hide the latency of memory
    std::array<std::uint64_t, ahead> hashes{};
    const auto prepare = [&](std::uint32_t n) {
      hashes[n % ahead] = hash_text(problems_.id(n));
      table_.prefetch(hashes[n % ahead]);
    };
    for (std::uint32_t n = 0; n < std::min(ahead, size); ++n) prepare(n);
    for (std::uint32_t n = 0; n < size; ++n) {
      insert(n, hashes[n % ahead]);
      if (n + ahead < size) prepare(n + ahead);
      then(n);
    }
  }

  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view wanted) const {
    return table_.find(wanted, hash_text(wanted), [this](Row n) { return problems_.id(n); });
  }

  /// The words for an id that no node has.
  [[nodiscard]] std::string unknown(std::string_view wanted) {
    if (names_.empty()) {
      constexpr std::uint32_t most_compared = 20000;
      for (std::uint32_t n = 0; n < std::min(problems_.size(), most_compared); ++n)
        names_.push_back(problems_.id(n));
    }
    // A draft with a wrong id on every line must not cost quadratic time.
    constexpr std::size_t most_hints = 50;
    if (problems_.problems().size() > most_hints) return "unknown id " + in_quotes(wanted);
    return "unknown id " + in_quotes(wanted) + nearest_hint(nearest(wanted, names_));
  }

  [[nodiscard]] RowTable take_table() noexcept { return std::move(table_); }

 private:
  void insert(std::uint32_t n, std::uint64_t hash) {
    const auto id_of = [this](Row other) { return problems_.id(other); };
    const auto first = table_.insert(problems_.id(n), hash, n, id_of);
    if (!first) return;
    problems_.refuse(n, "id",
                     "the id is already that of " + problems_.draft().name(problems_.node(*first)) +
                         "; every node needs its own");
  }

  DraftProblems& problems_;
  RowTable table_;
  std::vector<std::string_view> names_;
};

}  // namespace jinjiang::detail
