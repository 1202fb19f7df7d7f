// SPDX-License-Identifier: BSL-1.0

#include <jinjiang/reading/outline.hpp>

#include <algorithm>
#include <utility>

#include "reading/blocks.hpp"
#include "reading/headings.hpp"
#include "reading/joining.hpp"
#include "reading/lines.hpp"
#include "reading/parts.hpp"

namespace jinjiang::reading {

TextRange Block::in_source(TextRange range) const noexcept {
  if (runs.empty()) return {source.begin, source.begin};
  const auto place = [this](std::size_t at) {
    const auto after = std::upper_bound(
        runs.begin(), runs.end(), at,
        [](std::size_t position, const SourceRun& run) { return position < run.at; });
    const SourceRun& run = after == runs.begin() ? runs.front() : *(after - 1);
    return run.source + (at - std::min(at, run.at));
  };
  const std::size_t begin = place(range.begin);
  return {begin, range.empty() ? begin : place(range.end - 1) + 1};
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
  Outline outline;
  outline.year = detail::find_report_year(draft);
  detail::tell_parts(draft, outline.year);
  outline.blocks = std::move(draft.blocks);
  outline.rows = std::move(draft.rows);
  return outline;
}

}  // namespace jinjiang::reading
