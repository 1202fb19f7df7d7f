// SPDX-License-Identifier: BSL-1.0

#include "reading/draft/commitments.hpp"

#include <algorithm>
#include <cstdint>

#include "reading/draft/clause_words.hpp"
#include "reading/outline/characters.hpp"

namespace jinjiang::reading {

namespace {

using namespace std::string_view_literals;

enum class Mark { none, colon, comma, pause, semicolon, stop, open, close };

struct Found {
  Mark mark = Mark::none;
  std::size_t bytes = 1;
};

/// Three bytes as a number.
constexpr std::uint32_t mark_key(std::string_view mark) noexcept {
  const auto byte = [mark](std::size_t i) {
    return std::uint32_t{static_cast<unsigned char>(mark[i])};
  };
  return byte(0) << 16U | byte(1) << 8U | byte(2);
}

Found mark_at(std::string_view text, std::size_t at) noexcept {
  switch (static_cast<unsigned char>(text[at])) {
    case ':':
      return {Mark::colon, 1};
    case ',':
      return {Mark::comma, 1};
    case ';':
      return {Mark::semicolon, 1};
    case '(':
    case '[':
      return {Mark::open, 1};
    case ')':
    case ']':
      return {Mark::close, 1};
    case 0xe2:
    case 0xe3:
    case 0xef:
      break;
    default:
      return {Mark::none, static_cast<unsigned char>(text[at]) >= 0xe0 ? std::size_t{3} : 1};
  }
  if (at + 3 > text.size()) return {};
  switch (mark_key(text.substr(at, 3))) {
    case mark_key("，"):
      return {Mark::comma, 3};
    case mark_key("、"):
      return {Mark::pause, 3};
    case mark_key("；"):
      return {Mark::semicolon, 3};
    case mark_key("："):
      return {Mark::colon, 3};
    case mark_key("。"):
    case mark_key("！"):
    case mark_key("？"):
      return {Mark::stop, 3};
    case mark_key("“"):
    case mark_key("‘"):
    case mark_key("《"):
    case mark_key("（"):
    case mark_key("【"):
    case mark_key("「"):
    case mark_key("〔"):
      return {Mark::open, 3};
    case mark_key("”"):
    case mark_key("’"):
    case mark_key("》"):
    case mark_key("）"):
    case mark_key("】"):
    case mark_key("」"):
    case mark_key("〕"):
      return {Mark::close, 3};
    default:
      return {Mark::none, 3};
  }
}

/// Bytes of a clause up to the next mark of any kind.
std::size_t clause_size(std::string_view text) noexcept {
  constexpr std::size_t enough = 24;
  for (std::size_t at = 0; at < text.size() && at < enough;) {
    const Found found = mark_at(text, at);
    if (found.mark != Mark::none && found.mark != Mark::open && found.mark != Mark::close)
      return at;
    at += found.bytes;
  }
  return std::min(text.size(), enough);
}

/// What stands before a mark: does it do something, so that an outcome can follow it?
struct Current {
  TextRange verb;
  bool is_governed = false;
  bool has_verb = false;
  bool is_deed = false;     ///< has a verb or a figure
  bool is_outcome = false;  ///< its last clause is one
};

/// Up to the next mark, which hardly any clause is without for long.
std::string_view clause_of(std::string_view text) noexcept {
  constexpr std::size_t longest = 150;
  std::size_t at = 0;
  while (at < text.size() && at < longest) {
    const Found found = mark_at(text, at);
    if (found.mark != Mark::none && found.mark != Mark::open && found.mark != Mark::close) break;
    at += found.bytes;
  }
  return text.substr(0, at);
}

/// A digit that belongs to no code such as R1.
bool is_figure_at(std::string_view text, std::size_t at) noexcept {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return text[at] >= '0' && text[at] <= '9' && (at == 0 || !is_letter(text[at - 1]));
}
bool has_figure(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_figure_at(text, at)) return true;
  }
  return false;
}

/// 甲项目开工、乙项目竣工: each of them is a subject with a verb of its own.
bool is_next_stage(std::string_view before, std::string_view rest, const Current& current) {
  return current.is_deed && tells_stage(clause_of(rest)) &&
         (ends_in_stage(before) || has_figure(before));
}

bool begins_anew(std::string_view rest, const Opening& opening, Mark mark,
                 Current& current) noexcept {
  if (mark == Mark::semicolon || mark == Mark::stop) return true;
  if (opening.verb == 0) return false;
  const bool may_go_on = mark == Mark::comma ? current.is_deed : current.is_outcome;
  if (may_go_on && is_outcome(rest)) {
    current.is_outcome = true;
    return false;
  }
  const std::size_t object = clause_size(rest.substr(opening.words + opening.verb));
  if (mark == Mark::comma) return object >= 2 * 3;
  // 监测、预警 are things, 推进甲、加快乙 deeds.
  return mark == Mark::pause && current.has_verb && opening.is_strong && object >= 3 * 3;
}

TextRange trimmed(std::string_view text, TextRange range) noexcept {
  while (!range.empty() && (text[range.begin] == ' ' || text[range.begin] == '\t')) ++range.begin;
  while (!range.empty() && (text[range.end - 1] == ' ' || text[range.end - 1] == '\t')) --range.end;
  return range;
}

}  // namespace

void split_commitments(std::string_view sentence, Commitments& into) {
  into.label = {};
  into.all.clear();
  std::size_t begin = 0;
  Current current;
  bool governs_all = false;  // the verb before the colon
  const auto begin_at = [&](std::size_t at, const Opening& opening) {
    begin = at;
    const bool has_verb = governs_all || opening.verb > 0;
    const std::size_t verb = at + opening.words;
    current = {{verb, verb + opening.verb}, false, has_verb, has_verb, false};
  };
  const auto finish = [&](std::size_t at) {
    const TextRange words = trimmed(sentence, {begin, at});
    if (!words.empty())
      into.all.push_back({words, current.verb, current.has_verb, current.is_governed});
  };
  constexpr std::size_t longest_label = 90;
  begin_at(0, opening_of(sentence));
  int depth = 0;
  bool is_plain = true;  // no mark yet, so that a colon ends a label
  for (std::size_t at = 0; (at = detail::skip_plain(sentence, at)) < sentence.size();) {
    const Found found = mark_at(sentence, at);
    const std::size_t next = at + found.bytes;
    if (is_figure_at(sentence, at)) current.is_deed = true;
    if (found.mark == Mark::open) ++depth;
    if (found.mark == Mark::close && depth > 0) --depth;
    const bool parts = found.mark != Mark::none && found.mark != Mark::open &&
                       found.mark != Mark::close && depth == 0;
    if (parts && found.mark == Mark::colon) {
      if (is_plain && at > 0 && at <= longest_label && next < sentence.size()) {
        into.label = trimmed(sentence, {0, at});
        governs_all = is_verb_alone(into.label.of(sentence));
        begin_at(next, opening_of(sentence.substr(next)));
      }
      is_plain = false;
    } else if (parts) {
      const std::string_view rest = sentence.substr(next);
      const Opening opening = opening_of(rest);
      if (begins_anew(rest, opening, found.mark, current)) {
        finish(at);
        begin_at(next, opening);
      } else if ((found.mark == Mark::pause || found.mark == Mark::comma) &&
                 is_next_stage(sentence.substr(begin, at - begin), rest, current)) {
        finish(at);
        begin_at(next, opening);
        current = {{}, true, true, true, false};
      }
      is_plain = is_plain && found.mark == Mark::pause;
    }
    at = next;
  }
  finish(sentence.size());
}

std::size_t piece_size(std::string_view text, std::size_t most) noexcept {
  const std::string_view head = text.substr(0, most);
  const std::size_t least = most / 2;
  for (const std::string_view mark : {"，"sv, "、"sv}) {
    const std::size_t at = head.rfind(mark);
    if (at != std::string_view::npos && at >= least) return at + mark.size();
  }
  for (std::size_t end = most; end > least; --end) {
    const auto next = static_cast<unsigned char>(text[end]);
    const bool is_inside = (next & 0xc0) == 0x80 || (next >= '0' && next <= '9') || next == '.';
    if (!is_inside) return end;
  }
  return most;
}

}  // namespace jinjiang::reading
