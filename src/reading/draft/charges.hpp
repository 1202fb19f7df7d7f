// SPDX-License-Identifier: BSL-1.0
#pragma once

// Who is in charge of all that stands beneath a heading: 抓项目（责任单位：县发改局）.

#include <cstdint>
#include <string_view>
#include <vector>

#include "reading/draft/node_writer.hpp"
#include "reading/draft/owners.hpp"

namespace jinjiang::reading {

class Charges {
 public:
  explicit Charges(const std::vector<Block>& blocks)
      : blocks_(blocks), of_headings_(blocks.size(), 0) {}

  void enter_heading(std::size_t i);
  /// 责任单位：县交通局, on a line right below a heading: puts them in charge of the heading, whose
  /// goal is the last node. False where the line says it of something else.
  bool enter_line(std::size_t i, const TableRow& row, NodeWriter& nodes);
  /// The heading without the bracket at its end that says who does it, and out of its box.
  [[nodiscard]] std::string_view words_of(const Block& heading) const;
  /// Those of a heading for nodes of what stands beneath block `i`, or of the heading itself, that
  /// have nobody of their own.
  void give(NodeWriter& nodes, std::size_t i, std::uint32_t first) const;

 private:
  [[nodiscard]] std::uint32_t above(const Block& block) const {
    return block.parent < 0 ? 0 : of_headings_[static_cast<std::size_t>(block.parent)];
  }

  const std::vector<Block>& blocks_;
  std::vector<std::uint32_t> of_headings_;  ///< 1 + index of its owners; 0 for none
  std::vector<Owners> all_;
};

}  // namespace jinjiang::reading
