// SPDX-License-Identifier: BSL-1.0

#include "reading/outline/text_builder.hpp"

#include "reading/outline/characters.hpp"

namespace jinjiang::reading::detail {

namespace {

/// The next space at or after `at`, or the end.
std::size_t find_space(std::string_view text, std::size_t at, std::size_t end) noexcept {
  for (; (at = skip_plain(text, at)) < end; ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c <= ' ') {
      if (is_space(c)) return at;
    } else if (c == 0xC2 || c == 0xE2 || c == 0xE3 || c == 0xEF) {
      if (is_space(code_point_at(text, at).value)) return at;
    }
  }
  return end;
}

bool is_written_with_spaces(char32_t c) noexcept { return c != 0 && !is_chinese(c); }

}  // namespace

void TextBuilder::append(TextRange piece) {
  if (piece.empty()) return;
  const std::size_t at = block_.text.size();
  const bool goes_on = !block_.runs.empty() && block_.runs.back().source != SourceRun::elsewhere &&
                       block_.runs.back().source + (at - block_.runs.back().at) == piece.begin;
  if (!goes_on) block_.runs.push_back({at, piece.begin});
  block_.text.append(report_.substr(piece.begin, piece.size()));
}

void TextBuilder::append(char c, std::size_t source) {
  append(TextRange{source, source + 1});
  block_.text.back() = c;
}

void TextBuilder::add(TextRange piece) {
  const std::string_view text = report_.substr(0, piece.end);
  std::size_t at = piece.begin;
  while (at < piece.end) {
    const std::size_t space = find_space(text, at, piece.end);
    append(TextRange{at, space});
    at = space;
    while (at < piece.end) {
      const CodePoint point = code_point_at(text, at);
      if (!is_space(point.value)) break;
      at += point.bytes;
    }
    if (at >= piece.end || space == at) continue;
    const char32_t before = code_point_before(block_.text, block_.text.size()).value;
    const char32_t after = code_point_at(text, at).value;
    if (is_written_with_spaces(before) && is_written_with_spaces(after)) append(' ', space);
  }
}

void TextBuilder::insert(std::string_view words) {
  block_.runs.push_back({block_.text.size(), SourceRun::elsewhere});
  block_.text.append(words);
}

void TextBuilder::add_line_break(std::size_t at, std::string_view next) {
  const char32_t before = code_point_before(block_.text, block_.text.size()).value;
  const char32_t after = next.empty() ? 0 : code_point_at(next, 0).value;
  // 20 and 24 on two lines are one number, and so are 21. and 5.
  const bool is_number = (is_digit(before) || before == '.') && is_digit(after);
  const bool is_attached = is_never_first(after) || (is_digit(before) && after == '.');
  if (!is_number && !is_attached && is_written_with_spaces(before) &&
      is_written_with_spaces(after)) {
    append(' ', at);
  }
}

void TextBuilder::add_gap(std::size_t at, std::string_view next) {
  const char32_t before = code_point_before(block_.text, block_.text.size()).value;
  const char32_t after = next.empty() ? 0 : code_point_at(next, 0).value;
  if (is_written_with_spaces(before) && is_written_with_spaces(after)) append(' ', at);
}

}  // namespace jinjiang::reading::detail
