// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <numeric>
#include <span>
#include <string_view>
#include <utility>

#include <jinjiang/model/detail/draft_check.hpp>

namespace jinjiang::detail {

/// Where every node of a checked draft goes: by depth, children of one first parent together,
/// siblings by id. The result depends on ids and links only, so that sums come out in the same
/// order however a plan was put together.
class PlanLayout {
 public:
  PlanLayout(const PlanDraft& draft, const DraftCheck& check)
      : draft_(draft), check_(check), size_(check.size()) {
    collect_parents();
    if (!check.is_top_down()) measure_depths();
    place_layers();
  }

  [[nodiscard]] Column<Row> take_rows() noexcept { return std::move(rows_); }       ///< by number
  [[nodiscard]] Column<Row> take_numbers() noexcept { return std::move(by_row_); }  ///< by row
  [[nodiscard]] Column<Row> take_layers() noexcept { return std::move(layers_); }
  [[nodiscard]] const Column<std::uint32_t>& first_links() const noexcept { return first_link_; }

 private:
  [[nodiscard]] std::string_view id(std::uint32_t n) const { return draft_.id_of(check_.node(n)); }

  /// Links by child: the links of n are link(starts_[n]) up to link(starts_[n + 1]).
  void collect_parents() {
    const auto parts = check_.parts();
    resize_zeroed(starts_, size_ + 1);
    resize_zeroed(depths_, size_);
    const bool is_top_down = check_.is_top_down();
    for (const NumberedPart& part : parts) {
      ++starts_[part.child() + 1];
      // Top down, the depth of a goal is known before its parts come.
      if (is_top_down)
        depths_[part.child()] = std::max(depths_[part.child()], depths_[part.goal()] + 1);
    }
    std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
    if (is_top_down) return;
    links_.resize(parts.size());
    Column<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
    for (std::uint32_t i = 0; i < parts.size(); ++i) links_[next[parts[i].child()]++] = i;
  }
  [[nodiscard]] std::uint32_t link(std::uint32_t i) const noexcept {
    return links_.empty() ? i : links_[i];
  }

  /// Longest path from a root.
  void measure_depths() {
    const auto parts = check_.parts();
    std::vector<Need> needs;
    needs.reserve(parts.size());
    for (const NumberedPart& part : parts) needs.push_back({part.goal(), part.child()});
    const NeedLists lists(size_, needs);
    for (const std::uint32_t goal : order_by_need(lists, size_, needs)) {
      for (const std::uint32_t child : lists.of(goal))
        depths_[child] = std::max(depths_[child], depths_[goal] + 1);
    }
  }

  void place_layers() {
    const auto parts = check_.parts();
    const std::uint32_t depth =
        size_ == 0 ? 0 : *std::max_element(depths_.begin(), depths_.end()) + 1;
    Column<std::uint32_t> ends(depth + 1, 0);
    for (const std::uint32_t d : depths_) ++ends[d + 1];
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    layers_.assign(ends.begin(), ends.end());
    Column<std::uint32_t> members(size_);
    Column<std::uint32_t> next(ends.begin(), ends.end());
    for (std::uint32_t n = 0; n < size_; ++n) members[next[depths_[n]]++] = n;

    rows_.resize(size_);
    by_row_.resize(size_);
    first_link_.assign(size_, no_row);
    Column<std::uint32_t> group_ends;
    for (std::uint32_t d = 0; d < depth; ++d) {
      const std::span<std::uint32_t> layer(members.data() + layers_[d],
                                           layers_[d + 1] - layers_[d]);
      if (d == 0) {
        sort_siblings(layer);
      } else {
        const Row base = layers_[d - 1];
        group_ends.assign(layers_[d] - base + 1, 0);
        for (const std::uint32_t n : layer) {
          first_link_[n] = choose_first_link(n, d);
          rows_[n] = rows_[parts[first_link_[n]].goal()] - base;  // its group, until it is placed
          ++group_ends[rows_[n] + 1];
        }
        std::partial_sum(group_ends.begin(), group_ends.end(), group_ends.begin());
        Column<std::uint32_t> grouped(layer.size());
        Column<std::uint32_t> next_in_group(group_ends.begin(), group_ends.end() - 1);
        for (const std::uint32_t n : layer) grouped[next_in_group[rows_[n]]++] = n;
        for (std::size_t g = 0; g + 1 < group_ends.size(); ++g) {
          sort_siblings(
              std::span(grouped).subspan(group_ends[g], group_ends[g + 1] - group_ends[g]));
        }
        std::copy(grouped.begin(), grouped.end(), layer.begin());
      }
      for (std::size_t i = 0; i < layer.size(); ++i) {
        rows_[layer[i]] = layers_[d] + static_cast<Row>(i);
        by_row_[layers_[d] + i] = layer[i];
      }
    }
  }

  /// The link to the first of the goals in the layer right above.
  [[nodiscard]] std::uint32_t choose_first_link(std::uint32_t n, std::uint32_t depth) const {
    const auto parts = check_.parts();
    if (starts_[n + 1] - starts_[n] == 1) return link(starts_[n]);
    std::uint32_t chosen = no_row;
    for (std::uint32_t i = starts_[n]; i < starts_[n + 1]; ++i) {
      const std::uint32_t goal = parts[link(i)].goal();
      if (depths_[goal] + 1 != depth) continue;
      if (chosen == no_row || rows_[goal] < rows_[parts[chosen].goal()]) chosen = link(i);
    }
    return chosen;
  }

  void sort_siblings(std::span<std::uint32_t> siblings) const {
    const auto before = [this](std::uint32_t a, std::uint32_t b) { return id(a) < id(b); };
    if (!std::is_sorted(siblings.begin(), siblings.end(), before))
      std::sort(siblings.begin(), siblings.end(), before);
  }

  const PlanDraft& draft_;
  const DraftCheck& check_;
  std::size_t size_;
  Column<std::uint32_t> starts_;
  Column<std::uint32_t> links_;  ///< empty where links come by child anyway
  Column<std::uint32_t> depths_;
  Column<std::uint32_t> first_link_;
  Column<Row> rows_;
  Column<Row> by_row_;
  Column<Row> layers_;
};

}  // namespace jinjiang::detail
