// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <array>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/detail/text_block.hpp>

#include "reading/draft/clause_words.hpp"

namespace jinjiang::reading {

namespace {

using namespace std::string_view_literals;

/// At the ends of a title they say nothing.
constexpr WordList end_marks(std::to_array<std::string_view>(
    {"。", "；", "，", "、", "：", "！", "？", "　", " ", ";", ",", ".", ":", "\t", "…", "—"}));

bool is_control(char byte) noexcept {
  return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7f;
}
bool is_first_byte(char byte) noexcept { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }

/// Whether a title is short and without control characters, as nearly all are. Long texts are not
/// looked through for it.
bool is_plain_title(std::string_view text, std::size_t most_characters) noexcept {
  constexpr std::size_t most_bytes = 4;  // of a character
  if (text.size() > most_characters * most_bytes) return false;
  constexpr std::uint64_t ones = 0x0101010101010101ULL;
  constexpr std::uint64_t high = 0x80 * ones;
  std::uint64_t inner = 0;  // bytes that continue a character
  for (std::size_t at = 0; at < text.size(); at += 8) {
    std::uint64_t block = detail::block_at(text, at);
    const std::uint64_t continues = block >> 7U & ~(block >> 6U) & ones;
    inner += continues * ones >> 56U;
    // A byte below 0x20 borrows into its eighth bit, 0x7F carries into it.
    const std::uint64_t control = (block - 0x20 * ones) | (block + ones);
    if (text.size() - at >= 8 && (control & ~block & high) == 0) continue;
    const std::string_view part = text.substr(at, 8);
    if (std::any_of(part.begin(), part.end(), is_control)) return false;
  }
  return text.size() - inner <= most_characters;
}

}  // namespace

void append_title(std::string& out, std::string_view text, std::size_t most_characters) {
  while (const std::size_t mark = leading(text, end_marks)) text.remove_prefix(mark);
  while (const std::size_t mark = trailing(text, end_marks)) text.remove_suffix(mark);
  if (is_plain_title(text, most_characters)) {
    out += text;
    return;
  }
  std::size_t characters = 0;
  std::size_t kept = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_first_byte(text[at]) && characters++ == most_characters) {
      out.append(text, kept, at - kept);
      out += "…";
      return;
    }
    if (!is_control(text[at])) continue;
    out.append(text, kept, at - kept);
    out += ' ';
    kept = at + 1;
  }
  out.append(text, kept);
}

std::string short_title(std::string_view text, std::size_t most_characters) {
  std::string title;
  append_title(title, text, most_characters);
  return title;
}

std::string excerpt(std::string_view text, TextRange words) {
  constexpr std::size_t whole = 240;
  constexpr std::size_t around = 90;
  constexpr std::size_t most_words = 300;
  const auto is_inside = [text](std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80;
  };
  std::size_t begin = 0;
  std::size_t end = text.size();
  if (text.size() > whole) {
    begin = words.begin > around ? words.begin - around : 0;
    end = std::min({text.size(), words.end + around, words.begin + most_words + around});
    begin = std::min(begin, end);
    while (is_inside(begin)) --begin;
    while (is_inside(end)) ++end;
  }
  constexpr std::string_view more = "…";
  std::string result;
  result.reserve(end - begin + 2 * more.size());
  if (begin > 0) result += more;
  for (std::size_t at = begin; at < end; ++at) result += is_control(text[at]) ? ' ' : text[at];
  if (end < text.size()) result += more;
  return result;
}

}  // namespace jinjiang::reading
