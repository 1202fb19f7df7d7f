// SPDX-License-Identifier: BSL-1.0

#include <array>

#include <jinjiang/detail/text.hpp>

#include "reading/draft/clause_words.hpp"

namespace jinjiang::reading {

namespace {

using namespace std::string_view_literals;

/// At the ends of a title they say nothing.
constexpr WordList end_marks(std::to_array<std::string_view>(
    {"。", "；", "，", "、", "：", "！", "？", "　", " ", ";", ",", ".", ":", "\t", "…", "—"}));

/// Before the thing itself: where, and what is done with it.
constexpr WordList before_subject(std::to_array<std::string_view>(
    {"全市", "全县",   "全区", "我市", "我县", "我区", "本市", "全年", "年度",
     "预计", "力争",   "确保", "争取", "实现", "推动", "带动", "新增", "净增",
     "完成", "全社会", "累计", "全镇", "全乡", "全州", "全旗", "其中", "培育",
     "引进", "建成",   "实施", "推进", "保持", "稳定", "首次"}));
/// After it: that it is a number.
constexpr WordList after_subject(std::to_array<std::string_view>({"增长", "增速", "增幅", "总数",
                                                                  "总量", "数量", "达到", "预计",
                                                                  "位次", "总额", "的", "左右"}));
/// Names of one and the same thing.
struct Synonym {
  std::string_view name;
  std::string_view meant;
};
constexpr auto synonyms = std::to_array<Synonym>({{"经济", "地区生产总值"},
                                                  {"国内生产总值", "地区生产总值"},
                                                  {"生产总值", "地区生产总值"},
                                                  {"GDP", "地区生产总值"},
                                                  {"gdp", "地区生产总值"},
                                                  {"规模以上工业增加值", "规上工业增加值"},
                                                  {"固定资产投资额", "固定资产投资"}});

/// Between the words of a subject they change nothing: 城镇新增就业 is 新增城镇就业.
constexpr WordList skipped_marks(std::to_array<std::string_view>({"“", "”", "、", "的", " ", "\"",
                                                                  "\t", "新增", "净增"}));

bool is_control(char byte) noexcept {
  return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7f;
}
bool is_first_byte(char byte) noexcept { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }

/// Whether a title is short and without control characters, as nearly all are. Long texts are not
/// looked through for it.
bool is_plain_title(std::string_view text, std::size_t most_characters) noexcept {
  constexpr std::size_t most_bytes = 4;  // of a character
  if (text.size() > most_characters * most_bytes) return false;
  std::size_t characters = 0;
  unsigned controls = 0;
  for (const char byte : text) {
    characters += is_first_byte(byte) ? 1U : 0U;
    controls += is_control(byte) ? 1U : 0U;
  }
  return characters <= most_characters && controls == 0;
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

std::uint64_t subject_key(std::string_view subject) {
  const auto is_space = [](char byte) { return byte == ' ' || byte == '\t'; };
  constexpr int most_words = 3;  // 全市新增 has two of them
  for (int words = 0; words < most_words; ++words) {
    while (!subject.empty() && is_space(subject.front())) subject.remove_prefix(1);
    const std::size_t word = leading(subject, before_subject);
    if (word == 0 || word == subject.size()) break;
    subject.remove_prefix(word);
  }
  for (int words = 0; words < most_words; ++words) {
    while (!subject.empty() && is_space(subject.back())) subject.remove_suffix(1);
    const std::size_t word = trailing(subject, after_subject);
    if (word == 0 || word == subject.size()) break;
    subject.remove_suffix(word);
  }
  for (const Synonym& synonym : synonyms) {
    if (subject == synonym.name) subject = synonym.meant;
  }
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (std::size_t at = 0; at < subject.size();) {
    const std::string_view rest = subject.substr(at);
    if (const std::size_t mark = leading(rest, skipped_marks)) {
      at += mark;
      continue;
    }
    const std::size_t size = std::min(detail::code_point_size(subject, at), rest.size());
    for (std::size_t i = 0; i < size; ++i)
      hash = (hash ^ static_cast<unsigned char>(rest[i])) * 0x100000001b3U;
    at += size;
  }
  return hash;
}

}  // namespace jinjiang::reading
