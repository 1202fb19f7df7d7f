// SPDX-License-Identifier: BSL-1.0

#include <jinjiang/reading/outline.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

#include "reading/outline/blocks.hpp"
#include "reading/outline/headings.hpp"
#include "reading/outline/joining.hpp"
#include "reading/outline/lines.hpp"
#include "reading/outline/parts.hpp"
#include "reading/outline/tables.hpp"

namespace jinjiang::reading {

namespace {

/// Adds the rows of items that are in no table but name who does them.
void add_labelled(detail::Draft& draft) {
  constexpr std::size_t longest = 3000;  // bytes; a label belongs to one task
  std::vector<TableRow> labelled;
  for (std::size_t i = 0; i < draft.size(); ++i) {
    const Block& block = draft.blocks[i];
    const bool is_text = block.kind == BlockKind::item || block.kind == BlockKind::paragraph;
    if (!is_text || !draft.notes[i].has_colon || draft.notes[i].is_row ||
        block.text.size() > longest)
      continue;
    std::vector<TableCell> cells = detail::read_labels(block.text);
    if (!cells.empty()) labelled.push_back({i, std::move(cells)});
  }
  if (labelled.empty()) return;
  std::vector<TableRow>& rows = draft.rows;
  const auto middle = static_cast<std::ptrdiff_t>(rows.size());
  rows.insert(rows.end(), std::move_iterator(labelled.begin()), std::move_iterator(labelled.end()));
  std::inplace_merge(rows.begin(), rows.begin() + middle, rows.end(),
                     [](const TableRow& a, const TableRow& b) { return a.block < b.block; });
}

}  // namespace

TextRange Block::in_source(TextRange range) const noexcept {
  if (runs.empty()) return {source.begin, source.begin};
  // A space or a tab of the text stands for any layout, of any width, and is nobody's word.
  std::size_t end = std::min(range.end, text.size());
  while (end > range.begin && (text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
  const auto after = std::upper_bound(
      runs.begin(), runs.end(), range.begin,
      [](std::size_t position, const SourceRun& run) { return position < run.at; });
  auto run = after == runs.begin() ? runs.begin() : after - 1;
  std::size_t at = range.begin;
  if (run->source == SourceRun::elsewhere) {  // what stands before it is near
    at = run->at;
    if (run == runs.begin()) return {source.begin, source.begin};
    --run;
  }
  const std::size_t first = run->source + (at - std::min(at, run->at));
  // The cells of a row may stand in another order than those of its table.
  TextRange all{first, first};
  for (; run != runs.end() && at < end; ++run) {
    const std::size_t begin = run->source + (at - std::min(at, run->at));
    at = std::max(at, run + 1 == runs.end() ? end : std::min(end, (run + 1)->at));
    if (run->source == SourceRun::elsewhere) continue;
    all.begin = std::min(all.begin, begin);
    all.end = std::max(all.end, run->source + (at - run->at));
  }
  return all;
}

Outline read_outline(std::string_view report) {
  detail::Draft draft;
  {
    std::vector<detail::Line> lines = detail::read_lines(report);
    detail::join_lines(lines, report);
    draft = detail::make_blocks(lines, report);
  }
  detail::find_headings(draft);
  detail::nest_headings(draft);
  detail::tell_items(draft);
  add_labelled(draft);
  Outline outline;
  outline.year = detail::find_report_year(draft);
  detail::tell_parts(draft, outline.year);
  outline.blocks = std::move(draft.blocks);
  outline.rows = std::move(draft.rows);
  return outline;
}

}  // namespace jinjiang::reading
