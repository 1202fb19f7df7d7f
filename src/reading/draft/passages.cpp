// SPDX-License-Identifier: BSL-1.0

// Which words of the report became what, none of them twice.

#include <algorithm>

#include "reading/draft/draft.hpp"
#include "reading/outline/characters.hpp"

namespace jinjiang::reading {

PassagePainter::PassagePainter(Draft& draft, const Place& place, const FigureReading& found)
    : draft_(draft), place_(place), found_(found) {}

void PassagePainter::show(TextRange words, Outcome outcome, std::string_view node,
                          std::string_view note) {
  Passage& passage = draft_.passages.emplace_back();
  passage.words = place_.in_report(words);
  passage.outcome = outcome;
  passage.node = node;
  passage.note = note;
}

void PassagePainter::add(std::size_t end, Outcome outcome, std::string_view node,
                         std::string_view note) {
  if (end <= at_) return;
  show({at_, end}, outcome, node, note);
  at_ = end;
}

void PassagePainter::numbers_up_to(std::size_t end, Outcome outcome, std::string_view node,
                                   std::string_view note) {
  while (true) {
    const TextRange* trap = trap_ < found_.traps.size() ? &found_.traps[trap_].words : nullptr;
    const TextRange* unread = unread_ < found_.unread.size() ? &found_.unread[unread_] : nullptr;
    const bool is_trap = trap != nullptr && (unread == nullptr || trap->begin <= unread->begin);
    const TextRange* number = is_trap ? trap : unread;
    if (number == nullptr || number->begin >= end) return;
    if (number->begin > at_) {
      if (outcome != Outcome::unread) {
        add(number->begin, outcome, node, note);
      } else {
        at_ = number->begin;
      }
    }
    if (is_trap) {
      add(number->end, Outcome::trap, {}, to_string(found_.traps[trap_].kind));
      ++trap_;
    } else {
      add(number->end, Outcome::unread, {}, {});
      ++unread_;
    }
  }
}

std::size_t PassagePainter::figure(const Figure& figure, const Became& became) {
  numbers_up_to(figure.words.begin, Outcome::unread, {}, {});
  at_ = std::max(at_, figure.words.begin);
  // What lies inside the words and is no figure by itself, such as a date, keeps its own colour.
  numbers_up_to(figure.number.begin, became.outcome, became.node, became.note);
  const std::size_t passage = draft_.passages.size();
  const std::size_t begin = std::min(at_, figure.number.end);
  show({begin, figure.number.end}, became.outcome, became.node, became.note);
  at_ = std::max(at_, figure.number.end);
  // 以上, 左右 and the subject behind the number, as far as the next one leaves room.
  std::size_t end = figure.words.end;
  const auto place = static_cast<std::size_t>(&figure - found_.figures.data());
  if (place + 1 < found_.figures.size())
    end = std::min(end, found_.figures[place + 1].number.begin);
  numbers_up_to(end, became.outcome, became.node, became.note);
  add(end, became.outcome, became.node, became.note);
  return passage;
}

void PassagePainter::words(TextRange range, Outcome outcome, std::string_view node,
                           std::string_view note) {
  numbers_up_to(range.begin, Outcome::unread, {}, {});
  at_ = std::max(at_, range.begin);
  numbers_up_to(range.end, outcome, node, note);
  add(range.end, outcome, node, note);
}

void PassagePainter::rest() { numbers_up_to(place_.sentence.size(), Outcome::unread, {}, {}); }

namespace {

/// Whether one passage is the rest of another: the number, then its subject.
bool goes_on(const Passage& before, const Passage& passage) {
  return before.words.end == passage.words.begin && before.outcome == passage.outcome &&
         before.outcome != Outcome::trap && before.node == passage.node &&
         before.note == passage.note;
}

}  // namespace

void arrange(std::vector<Passage>& passages) {
  const auto is_before = [](const Passage& a, const Passage& b) {
    return a.words.begin < b.words.begin;
  };
  if (!std::is_sorted(passages.begin(), passages.end(), is_before))
    std::stable_sort(passages.begin(), passages.end(), is_before);
  std::size_t end = 0;
  std::size_t kept = 0;
  for (Passage& passage : passages) {
    passage.words.begin = std::max(passage.words.begin, end);
    if (passage.words.empty()) continue;
    end = passage.words.end;
    if (kept > 0 && goes_on(passages[kept - 1], passage)) {
      passages[kept - 1].words.end = end;
      continue;
    }
    if (&passages[kept] != &passage) passages[kept] = std::move(passage);
    ++kept;
  }
  passages.resize(kept);
}

namespace {

/// Bytes of a digit, half or full width; 0 when there is none.
std::size_t digit_at(std::string_view text, std::size_t at) noexcept {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte >= '0' && byte <= '9') return 1;
  if (byte != 0xef || at + 2 >= text.size()) return 0;
  const auto last = static_cast<unsigned char>(text[at + 2]);
  return text[at + 1] == '\xbc' && last >= 0x90 && last <= 0x99 ? 3 : 0;
}

/// End of a numeral with its thousands and decimals, from its first digit.
std::size_t numeral_end(std::string_view text, std::size_t at) noexcept {
  while (at < text.size()) {
    if (const std::size_t digit = digit_at(text, at)) {
      at += digit;
      continue;
    }
    const bool is_inside =
        (text[at] == '.' || text[at] == ',') && at + 1 < text.size() && digit_at(text, at + 1) > 0;
    if (!is_inside) break;
    ++at;
  }
  return at;
}

}  // namespace

DigitCoverage cover(std::string_view report, const std::vector<Passage>& passages) {
  DigitCoverage coverage;
  std::size_t next = 0;
  for (std::size_t at = 0; at < report.size();) {
    if (digit_at(report, at) == 0) {
      at = detail::skip_plain(report, at + 1);
      continue;
    }
    while (next < passages.size() && passages[next].words.end <= at) ++next;
    const bool is_shown = next < passages.size() && passages[next].words.begin <= at;
    const Outcome outcome = is_shown ? passages[next].outcome : Outcome::unread;
    at = numeral_end(report, at);
    if (outcome == Outcome::furniture) continue;
    ++coverage.digits;
    switch (outcome) {
      case Outcome::goal:
      case Outcome::indicator:
      case Outcome::task:
        ++coverage.in_nodes;
        break;
      case Outcome::observation:
        ++coverage.in_observations;
        break;
      case Outcome::trap:
        ++coverage.in_traps;
        break;
      case Outcome::furniture:
      case Outcome::unread:
        break;
    }
  }
  return coverage;
}

}  // namespace jinjiang::reading
