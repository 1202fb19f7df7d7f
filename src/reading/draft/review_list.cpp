// SPDX-License-Identifier: BSL-1.0

// Places that a person should look at.

#include <algorithm>

#include <jinjiang/detail/text.hpp>

#include "io/table/csv_table.hpp"
#include "reading/draft/clause_words.hpp"
#include "reading/draft/draft.hpp"

namespace jinjiang::reading {

namespace {

std::string_view sign_of(Comparator comparator) noexcept {
  constexpr std::array<std::string_view, 7> signs{"", "≥ ", "> ", "≤ ", "< ", "≈ ", ""};
  return signs[static_cast<std::size_t>(comparator)];
}

}  // namespace

std::string note_on(const Figure& figure) {
  std::string note(sign_of(figure.comparator));
  note += label(figure.measure, Language::zh);
  return note;
}

std::string taken_as(const Place& place, const Figure& figure) {
  std::string text(sign_of(figure.comparator));
  text += figure.number.of(place.text());
  text += " · ";
  text += label(figure.measure, Language::zh);
  return text;
}

void add_doubt(Draft& draft, const Place& place, TextRange words, std::string_view node,
               const Doubt& doubt, std::string_view taken) {
  draft.review.push_back({.words = place.in_report(words),
                          .node = std::string(node),
                          .code = doubt.code,
                          .text = excerpt(place.text(), words),
                          .taken = std::string(taken),
                          .alternatives = doubt.alternatives,
                          .reason = doubt.reason});
}

void add_doubts(Draft& draft, const Place& place, const Figure& figure, const Became& became) {
  if (figure.doubts.empty() && !figure.is_approximate) return;
  const std::string taken = taken_as(place, figure);
  bool says_approximate = false;
  for (const Doubt& doubt : figure.doubts) {
    add_doubt(draft, place, figure.number, became.node, doubt, taken);
    says_approximate = says_approximate || doubt.code == "approximate";
  }
  if (figure.is_approximate && !says_approximate) {
    add_doubt(draft, place, figure.number, became.node,
              {"approximate", "原文是约数，不是准确的数", {}}, taken);
  }
}

std::string review_to_csv(const ReportReading& reading) {
  std::string out = "line,begin,end,node,code,words,text,taken,alternatives,reason\n";
  std::size_t line = 1;
  std::size_t counted = 0;
  std::string alternatives;
  for (const ReviewItem& item : reading.review) {
    const std::size_t begin = std::min(item.words.begin, reading.text.size());
    if (begin < counted) line = 1, counted = 0;
    line += static_cast<std::size_t>(
        std::count(reading.text.begin() + static_cast<std::ptrdiff_t>(counted),
                   reading.text.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
    counted = begin;
    out += std::to_string(line) + "," + std::to_string(item.words.begin) + "," +
           std::to_string(item.words.end);
    alternatives.clear();
    for (const std::string& alternative : item.alternatives) {
      if (!alternatives.empty()) alternatives += " | ";
      alternatives += alternative;
    }
    for (const std::string_view field :
         {std::string_view(item.node), std::string_view(item.code), item.words.of(reading.text),
          std::string_view(item.text), std::string_view(item.taken), std::string_view(alternatives),
          std::string_view(item.reason)}) {
      out += ',';
      io::append_csv_field(out, field);
    }
    out += '\n';
  }
  return out;
}

}  // namespace jinjiang::reading
