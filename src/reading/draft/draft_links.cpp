// SPDX-License-Identifier: BSL-1.0

// Figures tied to each other: by subject, measure and dimension.

#include <algorithm>
#include <unordered_map>

#include "reading/draft/clause_words.hpp"
#include "reading/draft/draft.hpp"

namespace jinjiang::reading {

PromiseIndex::PromiseIndex(const std::vector<Promise>& promises) : sorted_(promises) {
  std::sort(sorted_.begin(), sorted_.end(), [](const Promise& a, const Promise& b) {
    return a.key != b.key ? a.key < b.key : a.node < b.node;
  });
}

namespace {

auto first_of(const std::vector<Promise>& sorted, std::uint64_t key) {
  return std::lower_bound(sorted.begin(), sorted.end(), key,
                          [](const Promise& promise, std::uint64_t k) { return promise.key < k; });
}

}  // namespace

const Promise* PromiseIndex::find(std::uint64_t key, std::optional<std::uint64_t> scope,
                                  Measure measure, Unit unit) const {
  const Promise* found = nullptr;
  constexpr int most = 32;  // the same subject oftener than that is nothing certain
  int seen = 0;
  for (auto promise = first_of(sorted_, key); promise != sorted_.end() && promise->key == key;
       ++promise) {
    if (++seen > most) return nullptr;
    if (scope && promise->scope != *scope) continue;
    if (promise->measure != measure || !is_convertible(promise->unit, unit)) continue;
    if (found != nullptr) return nullptr;
    found = &*promise;
  }
  return found;
}

const Promise* PromiseIndex::find_any(std::uint64_t key) const {
  const auto promise = first_of(sorted_, key);
  return promise != sorted_.end() && promise->key == key ? &*promise : nullptr;
}

namespace {

/// The series of other bodies, each a watched indicator under one goal.
class Series {
 public:
  explicit Series(Draft& draft) : draft_(draft) {}

  [[nodiscard]] std::uint32_t watched(const Follower& follower) {
    const auto [entry, is_new] = nodes_.try_emplace(follower.title, 0);
    if (is_new) {
      if (goal_ == root) goal_ = draft_.nodes.named_goal("s", "对照数列", {});
      entry->second = draft_.nodes.indicator(
          goal_, follower.title, nullptr,
          {.source = follower.source, .section = "对照数列", .note = "本计划以外的数列，只作对照"});
    }
    return entry->second;
  }

 private:
  Draft& draft_;
  GoalNumber goal_ = root;
  std::unordered_map<std::string, std::uint32_t> nodes_;
};

}  // namespace

void tie_followers(Draft& draft) {
  if (draft.followers.empty()) return;
  const PromiseIndex index(draft.promises);
  Series series(draft);
  for (const Follower& follower : draft.followers) {
    // Only what has a value of its own is followed, so that no circle can arise.
    const Promise* promise =
        index.find(follower.key, std::nullopt, *follower.options.measure, follower.unit);
    const bool is_tied = promise != nullptr && promise->has_value && promise->node != follower.node;
    const std::uint32_t node = is_tied ? promise->node : series.watched(follower);
    try {
      const Target target = Target::relative(
          follower.comparator, {std::string(draft.nodes.id_of(node)), follower.offset},
          follower.unit, follower.options);
      draft.nodes.retarget(follower.node, target);
    } catch (const TargetError&) {
      // It stays a target that others set, and names them.
    }
  }
}

}  // namespace jinjiang::reading
