// SPDX-License-Identifier: BSL-1.0
#pragma once

// Which parts of a report are about work, so that they promise.

#include <cstddef>
#include <vector>

#include <jinjiang/reading/outline.hpp>

namespace jinjiang::reading {

class WorkParts {
 public:
  explicit WorkParts(const std::vector<Block>& blocks) : has_text_(blocks.size(), false) {
    for (const Block& block : blocks) {
      if (!is_text(block)) continue;
      const bool is_work = block.part == ReportPart::work || block.part == ReportPart::targets;
      has_work_ = has_work_ || is_work;
      has_headed_work_ = has_headed_work_ || (is_work && block.parent >= 0);
    }
    for (const Block& block : blocks) {
      if (!is_text(block) || of(block) != ReportPart::work) continue;
      for (std::ptrdiff_t up = block.parent; up >= 0 && !has_text_[static_cast<std::size_t>(up)];
           up = blocks[static_cast<std::size_t>(up)].parent)
        has_text_[static_cast<std::size_t>(up)] = true;
    }
  }

  /// The part that a block is read as: without any section of work, what is not told is promised.
  [[nodiscard]] ReportPart of(const Block& block) const noexcept {
    const bool is_open = block.part == ReportPart::preface && !has_work_;
    return is_open ? ReportPart::work : block.part;
  }
  /// Whether any section of work, or of targets, has text.
  [[nodiscard]] bool has_work() const noexcept { return has_work_; }
  /// The same beneath a heading.
  [[nodiscard]] bool has_headed_work() const noexcept { return has_headed_work_; }
  /// Whether a heading has work beneath it.
  [[nodiscard]] bool has_work_beneath(std::size_t heading) const { return has_text_[heading]; }

 private:
  [[nodiscard]] static bool is_text(const Block& block) noexcept {
    return block.kind == BlockKind::item || block.kind == BlockKind::paragraph;
  }

  std::vector<bool> has_text_;
  bool has_work_ = false;
  bool has_headed_work_ = false;
};

}  // namespace jinjiang::reading
