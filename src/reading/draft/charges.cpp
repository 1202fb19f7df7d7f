// SPDX-License-Identifier: BSL-1.0

#include "reading/draft/charges.hpp"

namespace jinjiang::reading {

void Charges::enter_heading(std::size_t i) {
  constexpr std::size_t mark = 3;
  const Block& heading = blocks_[i];
  of_headings_[i] = above(heading);
  std::vector<Owners> owners = find_owners(heading.text);
  if (owners.empty() || owners.back().is_unsure ||
      owners.back().words.end + mark < heading.text.size())
    return;
  all_.push_back(std::move(owners.back()));
  of_headings_[i] = static_cast<std::uint32_t>(all_.size());
}

bool Charges::enter_line(std::size_t i, const TableRow& row, NodeWriter& nodes) {
  const Block& line = blocks_[i];
  const bool is_below = i > 0 && line.parent == static_cast<std::ptrdiff_t>(i) - 1;
  for (const TableCell& cell : row.cells) {
    const bool is_unit = cell.column == TableColumn::leader || cell.column == TableColumn::support;
    if (!is_unit && cell.column != TableColumn::person) return false;
  }
  if (!is_below || nodes.size() == 0) return false;
  Owners owners = owners_of(row, line.text);
  nodes.put_in_charge_of_rest(nodes.size() - 1, nodes.size(), owners.lead, owners.supporting);
  owners.words = {blocks_[i - 1].text.size(), blocks_[i - 1].text.size()};
  all_.push_back(std::move(owners));
  of_headings_[i - 1] = static_cast<std::uint32_t>(all_.size());
  return true;
}

std::string_view Charges::words_of(const Block& heading) const {
  const std::uint32_t own = of_headings_[static_cast<std::size_t>(&heading - blocks_.data())];
  std::string_view text = heading.text;
  if (own > 0 && own != above(heading)) text = text.substr(0, all_[own - 1].words.begin);
  // 【2027·这么干】 is set in a box.
  constexpr std::string_view open = "【";
  constexpr std::string_view close = "】";
  if (text.starts_with(open) && text.ends_with(close) && text.size() > open.size() + close.size())
    text = text.substr(open.size(), text.size() - open.size() - close.size());
  return text;
}

void Charges::give(NodeWriter& nodes, std::size_t i, std::uint32_t first) const {
  // A long list would be written down once a node, in more room than the words of the node take.
  constexpr std::size_t most = 4;
  const Block& block = blocks_[i];
  const bool is_heading = block.kind == BlockKind::heading;
  const std::uint32_t charge = is_heading ? of_headings_[i] : above(block);
  if (charge == 0 || first == nodes.size()) return;
  const Owners& owners = all_[charge - 1];
  const bool is_short = owners.supporting.size() <= most;
  nodes.put_in_charge_of_rest(
      first, nodes.size(), owners.lead,
      is_heading || is_short ? owners.supporting : std::vector<std::string>());
}

}  // namespace jinjiang::reading
