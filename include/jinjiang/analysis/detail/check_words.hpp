// SPDX-License-Identifier: BSL-1.0
#pragma once

// What is wrong with the words of nodes: owners, titles, promises that say nothing.

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <jinjiang/analysis/detail/check_findings.hpp>

namespace jinjiang::detail {

/// Words of a promise that nothing can be measured by, as government work reports have them.
inline constexpr std::array<std::string_view, 30> vague_words{
    "进一步",        "稳步",      "明显",       "显著",     "大幅",     "有所",
    "不断",          "持续",      "逐步",       "大力",     "着力",     "积极",
    "加快",          "前列",      "合理区间",   "第一方阵", "上百",     "数十",
    "一批",          "若干",      "更好",       "探索",     "further",  "significantly",
    "substantially", "gradually", "strengthen", "explore",  "actively", "as appropriate"};

/// The first vague word of a title, or nothing.
[[nodiscard]] inline std::string_view vague_word_in(std::string_view title) noexcept {
  std::string_view first;
  std::size_t place = std::string_view::npos;
  for (const std::string_view word : vague_words) {
    const std::size_t found = title.find(word);
    if (found >= place) continue;
    // An English word stands by itself: `explore` is not in `unexplored`.
    const bool is_ascii = static_cast<unsigned char>(word.front()) < 0x80;
    const auto is_letter = [&](std::size_t at) {
      const auto byte = static_cast<unsigned char>(title[at] | 0x20);
      return byte >= 'a' && byte <= 'z';
    };
    const std::size_t end = found + word.size();
    if (is_ascii && ((found > 0 && is_letter(found - 1)) || (end < title.size() && is_letter(end))))
      continue;
    place = found;
    first = word;
  }
  return first;
}

/// Whether it holds a number, in digits of either width: `建设 20 个项目` can be measured.
[[nodiscard]] inline bool has_digit(std::string_view text) noexcept {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] >= '0' && text[i] <= '9') return true;
    // U+FF10 to U+FF19
    if (i + 2 < text.size() && text.substr(i, 2) == "\xEF\xBC" &&
        static_cast<unsigned char>(text[i + 2]) >= 0x90 &&
        static_cast<unsigned char>(text[i + 2]) <= 0x99) {
      return true;
    }
  }
  return false;
}

class WordCheck {
 public:
  explicit WordCheck(FindingList& findings) : findings_(findings), data_(findings.data()) {}

  void run() {
    // By kind and title; an indicator that is watched may go with one that is judged.
    std::unordered_map<std::string, Row> first;
    for (const Row row : data_.by_order) {
      if (findings_.is_cancelled(row)) continue;
      check_owner(row);
      const std::string_view title = trimmed(data_.titles[row]);
      if (title.empty()) {
        findings_.add(CheckCode::node_without_title, row);
        continue;
      }
      const std::string key = std::to_string(static_cast<int>(data_.kinds[row])) +
                              (data_.has_target(row) ? "+" : "-") + std::string(title);
      const auto [entry, is_new] = first.try_emplace(key, row);
      if (!is_new) findings_.add(CheckCode::duplicate_title, row, {{entry->second}});
      check_vague(row, title);
    }
  }

 private:
  void check_owner(Row row) {
    if (data_.kinds[row] == NodeKind::goal || !data_.texts[data_.owners[row]].empty()) return;
    findings_.add(data_.kinds[row] == NodeKind::task ? CheckCode::task_without_owner
                                                     : CheckCode::indicator_without_owner,
                  row);
  }

  /// A target, a start or a due date of its own, and a number all say something to hold it to.
  void check_vague(Row row, std::string_view title) {
    if (data_.kinds[row] == NodeKind::goal || data_.has_target(row) || has_digit(title)) return;
    const std::string_view word = vague_word_in(title);
    if (!word.empty()) findings_.add(CheckCode::vague_target, row, {{}, {std::string(word)}});
  }

  FindingList& findings_;
  const PlanData& data_;
};

}  // namespace jinjiang::detail
