// SPDX-License-Identifier: BSL-1.0

#include <jinjiang/reading/outline.hpp>

#include "reading/outline/characters.hpp"

namespace jinjiang::reading {

namespace {

/// The bracket that closes another; 0 when it opens none.
char32_t closing_of(char32_t opening) noexcept {
  switch (opening) {
    case U'“':
      return U'”';
    case U'‘':
      return U'’';
    case U'（':
      return U'）';
    case '(':
      return ')';
    case U'《':
      return U'》';
    case U'〈':
      return U'〉';
    case U'「':
      return U'」';
    case U'『':
      return U'』';
    case U'【':
      return U'】';
    case U'〔':
      return U'〕';
    case '[':
      return ']';
    default:
      return 0;
  }
}
/// （ is often closed by ).
char32_t of_one_width(char32_t c) noexcept { return c == U'（' ? U'(' : c == U'）' ? U')' : c; }

/// What stands in quotes or brackets. A quote that is never closed holds nothing, and none is
/// longer than a paragraph's sentence, so that one that was forgotten spoils little.
class Quotations {
 public:
  void see(std::size_t at, detail::CodePoint point) {
    const char32_t c = of_one_width(point.value);
    if (const char32_t closing = closing_of(c); closing != 0) {
      if (depth_ == deepest) return;
      open_[depth_++] = {closing, at};
      return;
    }
    for (std::size_t k = depth_; k-- > 0;) {
      if (open_[k].closing != c) continue;
      const TextRange found{open_[k].at, at + point.bytes};
      depth_ = k;
      if (found.size() > longest) return;
      while (!found_.empty() && found_.back().begin >= found.begin) found_.pop_back();
      found_.push_back(found);
      return;
    }
  }
  [[nodiscard]] const std::vector<TextRange>& found() const noexcept { return found_; }

 private:
  static constexpr std::size_t deepest = 16;
  static constexpr std::size_t longest = 600;
  struct Open {
    char32_t closing = 0;
    std::size_t at = 0;
  };
  Open open_[deepest];
  std::size_t depth_ = 0;
  std::vector<TextRange> found_;
};

/// The next byte from a place on that may begin what matters: punctuation of Chinese begins with
/// E2, E3 and EF.
std::size_t skip_words(std::string_view text, std::size_t at) noexcept {
  while ((at = detail::skip_plain(text, at)) < text.size()) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80 || lead == 0xE2 || lead == 0xE3 || lead == 0xEF) break;
    ++at;
  }
  return at;
}

/// A full stop of English: behind a small letter, before a space and a capital or the end.
bool is_english_stop(std::string_view text, std::size_t at) noexcept {
  if (text[at] != '.' || at == 0) return false;
  const char before = text[at - 1];
  const bool is_word = (before >= 'a' && before <= 'z') || before == ')' || before == '%' ||
                       (before >= '0' && before <= '9');
  if (at + 1 == text.size()) return true;
  if (!is_word || text[at + 1] != ' ' || at + 2 >= text.size()) return false;
  return text[at + 2] >= 'A' && text[at + 2] <= 'Z';
}

bool is_mark(std::string_view text, std::size_t at, detail::CodePoint point) noexcept {
  if (point.value == '\t' || is_english_stop(text, at)) return true;
  if (!detail::is_sentence_end(point.value)) return false;
  const std::size_t end = at + point.bytes;
  const bool is_between_digits =
      end < text.size() && detail::is_digit(detail::code_point_at(text, end).value) &&
      detail::is_digit(detail::code_point_before(text, at).value) && point.bytes == 1;
  return !is_between_digits;
}

void add_sentence(std::vector<TextRange>& sentences, std::string_view text, TextRange range) {
  while (!range.empty()) {
    const detail::CodePoint point = detail::code_point_at(text, range.begin);
    if (!detail::is_space(point.value)) break;
    range.begin += point.bytes;
  }
  while (!range.empty()) {
    const detail::CodePoint point = detail::code_point_before(text, range.end);
    if (!detail::is_space(point.value)) break;
    range.end -= point.bytes;
  }
  if (!range.empty()) sentences.push_back(range);
}

}  // namespace

std::vector<TextRange> sentences(std::string_view text) {
  Quotations quotations;
  for (std::size_t i = skip_words(text, 0); i < text.size(); i = skip_words(text, i)) {
    const detail::CodePoint point = detail::code_point_at(text, i);
    quotations.see(i, point);
    i += point.bytes;
  }
  std::vector<TextRange> sentences;
  auto quotation = quotations.found().begin();
  const auto end = quotations.found().end();
  std::size_t begin = 0;
  for (std::size_t i = skip_words(text, 0); i < text.size(); i = skip_words(text, i)) {
    if (quotation != end && i == quotation->begin) {
      i = quotation++->end;
      continue;
    }
    detail::CodePoint point = detail::code_point_at(text, i);
    const bool is_end = is_mark(text, i, point);
    i += point.bytes;
    if (!is_end) continue;
    while (i < text.size()) {  // ！！, ？！
      point = detail::code_point_at(text, i);
      if (!detail::is_sentence_end(point.value)) break;
      i += point.bytes;
    }
    add_sentence(sentences, text, {begin, i});
    begin = i;
  }
  add_sentence(sentences, text, {begin, text.size()});
  return sentences;
}

}  // namespace jinjiang::reading
