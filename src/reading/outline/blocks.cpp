// SPDX-License-Identifier: BSL-1.0

#include "reading/outline/blocks.hpp"

#include <algorithm>
#include <limits>

#include "reading/outline/characters.hpp"
#include "reading/outline/tables.hpp"
#include "reading/outline/text_builder.hpp"
#include "reading/outline/words.hpp"

namespace jinjiang::reading::detail {

namespace {

/// Bytes at the beginning of a block where words are looked for.
constexpr std::size_t looked_up = 240;

/// Page numbers without text between them are one piece of furniture.
bool is_small(const Line& line) noexcept { return line.bytes <= 8; }

class BlockMaker {
 public:
  BlockMaker(const std::vector<Line>& lines, std::string_view report)
      : lines_(lines), report_(report), tables_(report) {
    std::size_t count = 0;
    bool was_furniture = false;
    for (const Line& line : lines) {
      const bool is_merged = was_furniture && line.is_furniture && is_small(line);
      if (line.is_started && !is_merged) ++count;
      was_furniture = line.is_furniture;
    }
    draft_.blocks.reserve(count);
    draft_.notes.reserve(count);
  }

  Draft make() && {
    for (std::size_t i = 0; i < lines_.size();) {
      const Line& line = lines_[i];
      if (line.is_furniture) {
        add_furniture(i);
        ++i;
      } else if (line.is_row) {
        add_row(line);
        ++i;
      } else {
        i = add_text(i);
      }
    }
    return std::move(draft_);
  }

 private:
  void add_furniture(std::size_t i) {
    const Line& line = lines_[i];
    if (!draft_.blocks.empty() && draft_.is_furniture(draft_.size() - 1) && is_small(line)) {
      Block& last = draft_.blocks.back();
      TextBuilder(report_, last).add_separator(last.source.end);
      TextBuilder(report_, last).add({line.begin, line.end()});
      last.source.end = line.end();
      return;
    }
    Block block;
    block.kind = BlockKind::furniture;
    block.source = {line.begin, line.end()};
    TextBuilder(report_, block).add(block.source);
    push(std::move(block), {});
  }

  void add_row(const Line& line) {
    TableRow row;
    Block block = tables_.read(line, row);
    row.block = draft_.size();
    Note note = describe(block.text, {});
    note.is_row = true;
    const bool is_row = block.kind != BlockKind::furniture;
    push(std::move(block), note);
    if (is_row) draft_.rows.push_back(std::move(row));
  }

  /// The block that begins with line i; furniture inside it comes after it. Returns the line that
  /// begins the next.
  std::size_t add_text(std::size_t i) {
    const Line& first = lines_[i];
    std::size_t end = i + 1;
    while (end < lines_.size() && (!lines_[end].is_started || lines_[end].is_furniture)) ++end;
    std::size_t last = end - 1;
    while (lines_[last].is_furniture) --last;  // what follows the block stays behind it
    Block block;
    block.kind = BlockKind::paragraph;
    block.marker = first.of(report_).substr(0, first.marker.bytes);
    block.source = {first.begin, lines_[last].end()};
    reserve_text(block, i, last);
    for (std::size_t k = i; k <= last; ++k) {
      if (!lines_[k].is_furniture) add_line(block, k, i);
    }
    split(std::move(block), first.marker);
    for (std::size_t k = i; k <= last; ++k) {
      if (lines_[k].is_furniture) add_furniture(k);
    }
    return last + 1;
  }

  void reserve_text(Block& block, std::size_t first, std::size_t last) const {
    std::size_t bytes = 0;
    for (std::size_t k = first; k <= last; ++k)
      bytes += lines_[k].is_furniture ? 0 : lines_[k].bytes + 1;
    if (bytes > 64) block.text.reserve(bytes);
  }

  void add_line(Block& block, std::size_t k, std::size_t first) {
    const Line& line = lines_[k];
    TextBuilder builder(report_, block);
    std::size_t begin = line.begin;
    if (k == first) {
      begin += line.marker.bytes;
    } else if (!block.text.empty()) {
      builder.add_line_break(block.runs.back().source + (block.text.size() - block.runs.back().at),
                             line.of(report_));
    }
    while (begin < line.end() && is_space(code_point_at(report_, begin).value)) {
      begin += code_point_at(report_, begin).bytes;
    }
    if (line.is_doubled) {
      const std::string_view text = line.of(report_);
      for (const TextRange copy : find_doubled(text)) {
        builder.add({begin, std::max(begin, line.begin + copy.begin)});
        begin = std::max(begin, line.begin + copy.end);
      }
    }
    builder.add({begin, std::max(begin, line.end())});
  }

  /// 一是…；二是… become items of their own.
  void split(Block&& block, Marker marker) {
    const std::vector<InlineItem> items = find_inline_items(block.text, marker);
    if (items.empty()) {
      const Note note = describe(block.text, marker);
      push(std::move(block), note);
      return;
    }
    const bool begins_list = items.front().marker.bytes == 0;
    if (!begins_list && (items.front().at > 0 || marker.numbering != Numbering::none)) {
      Block head = piece_of(block, {0, items.front().at});
      head.marker = block.marker;
      head.source.begin = block.source.begin;
      const Note note = describe(head.text, marker);
      push(std::move(head), note);
    }
    for (std::size_t k = 0; k < items.size(); ++k) {
      const std::size_t end = k + 1 < items.size() ? items[k + 1].at : block.text.size();
      const TextRange whole{items[k].at, end};
      Block item = piece_of(block, {whole.begin + items[k].marker.bytes, end});
      item.marker = block.text.substr(whole.begin, items[k].marker.bytes);
      item.source = block.in_source(whole);
      if (k == 0 && begins_list) {
        item.marker = block.marker;
        item.source.begin = block.source.begin;
      }
      Note note = describe(item.text, items[k].marker);
      note.is_inline = true;
      push(std::move(item), note);
    }
  }

  void push(Block&& block, Note note) {
    draft_.blocks.push_back(std::move(block));
    draft_.notes.push_back(note);
  }

  const std::vector<Line>& lines_;
  std::string_view report_;
  Tables tables_;
  Draft draft_;
};

}  // namespace

Draft make_blocks(const std::vector<Line>& lines, std::string_view report) {
  return BlockMaker(lines, report).make();
}

namespace {

/// The last character that closes no bracket; 0 for none.
char32_t last_before_brackets(std::string_view text) noexcept {
  for (std::size_t end = text.size(); end > 0;) {
    const CodePoint point = code_point_before(text, end);
    if (!is_closing(point.value)) return point.value;
    end -= point.bytes;
  }
  return 0;
}

}  // namespace

Note describe(std::string_view text, Marker marker) {
  Note note;
  note.marker = marker;
  note.words = words_in(text.substr(0, looked_up));
  std::size_t points = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t next = skip_plain(text, i);
    points += (next - i) / plain_bytes;
    i = next;
    if (i == text.size()) break;
    ++points;
    const CodePoint point = code_point_at(text, i);
    const char32_t c = point.value;
    i += point.bytes;
    if (c == U'。') {
      if (i < text.size()) note.has_stop = true;
      if (note.first_stop == 0 && i < std::numeric_limits<std::uint32_t>::max()) {
        note.first_stop = static_cast<std::uint32_t>(i);
      }
    } else if (c == U'；' || c == ';') {
      if (i < text.size()) note.has_semicolon = true;
    } else if (is_digit(c)) {
      note.has_digit = true;
      if (note.first_stop == 0) note.has_digit_in_first = true;
    } else if (c == U'：' || c == ':') {
      note.has_colon = true;
    } else if (c == '%' || c == U'％') {
      note.has_percent = true;
    }
  }
  const char32_t last = last_before_brackets(text);
  note.points = static_cast<std::uint16_t>(
      std::min<std::size_t>(points, std::numeric_limits<std::uint16_t>::max()));
  note.is_ended = is_sentence_end(last) || last == '.' || last == U'…';
  note.is_asked = last == U'？' || last == U'！' || last == '?' || last == '!';
  note.has_colon_end = last == U'：' || last == ':';
  return note;
}

Block piece_of(const Block& block, TextRange range) {
  while (!range.empty() && is_space(code_point_at(block.text, range.begin).value)) ++range.begin;
  Block part;
  part.kind = block.kind;
  part.part = block.part;
  part.parent = block.parent;
  part.text = block.text.substr(range.begin, range.size());
  if (range.empty()) return part;
  part.source = block.in_source(range);
  auto run = std::upper_bound(block.runs.begin(), block.runs.end(), range.begin,
                              [](std::size_t at, const SourceRun& r) { return at < r.at; });
  --run;
  const bool is_here = run->source != SourceRun::elsewhere;
  part.runs.push_back({0, is_here ? run->source + (range.begin - run->at) : run->source});
  for (++run; run != block.runs.end() && run->at < range.end; ++run) {
    part.runs.push_back({run->at - range.begin, run->source});
  }
  return part;
}

std::vector<InlineItem> find_inline_items(std::string_view text, Marker first) {
  std::vector<InlineItem> items;
  std::size_t confirmed = 0;  // items before it belong to a list of at least two
  std::size_t run = 0;        // where the last list begins
  const auto close_run = [&] {
    if (items.size() - run < 2) items.resize(run);
    confirmed = items.size();
    run = confirmed;
  };
  const auto can_be_inline = [](Marker marker) {
    return marker.is_inline() || marker.numbering == Numbering::circled ||
           marker.numbering == Numbering::black_circled ||
           marker.numbering == Numbering::arabic_in_brackets;
  };
  const auto take = [&](std::size_t at) {
    const Marker marker = read_marker(text.substr(at, 24));
    if (!can_be_inline(marker)) return;
    const bool goes_on = items.size() > run && items.back().marker.is_of_kind(marker) &&
                         items.back().marker.value + 1 == marker.value;
    if (goes_on) {
      items.push_back({at, marker});
    } else if (marker.value == 1) {
      close_run();
      items.push_back({at, marker});
    }
  };
  if (can_be_inline(first)) {
    first.bytes = 0;  // it stands before the text
    items.push_back({0, first});
  } else {
    take(0);
  }
  for (std::size_t i = skip_plain(text, 0); i + 3 <= text.size(); i = skip_plain(text, i)) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == 0xE3 || c == 0xEF) {
      const CodePoint point = code_point_at(text, i);
      i += point.bytes;
      const bool is_boundary = point.value == U'。' || point.value == U'；' ||
                               point.value == U'：' || point.value == U'，';
      if (is_boundary && i < text.size()) take(i);
    } else {
      ++i;
    }
  }
  close_run();
  return items;
}

}  // namespace jinjiang::reading::detail
