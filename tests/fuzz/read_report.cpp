// SPDX-License-Identifier: BSL-1.0

// Whatever the text, there is a draft that builds and keeps, and no word is shown twice.

#include "fuzz/fuzz.hpp"

#include <jinjiang/reading.hpp>

namespace {

void check_span(std::string_view text, jj::reading::TextRange span) {
  const auto is_boundary = [text](std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
  };
  if (span.end > text.size() || !is_boundary(span.begin) || !is_boundary(span.end))
    fuzz::fail("a span begins or ends inside a character");
}

void check_passages(const jj::ReportReading& reading) {
  std::size_t end = 0;
  for (const jj::reading::Passage& passage : reading.passages) {
    const bool is_in_order = passage.words.begin >= end && passage.words.end > passage.words.begin;
    if (!is_in_order || passage.words.end > reading.text.size()) fuzz::fail("passages overlap");
    check_span(reading.text, passage.words);
    end = passage.words.end;
  }
}

void check_coverage(const jj::reading::DigitCoverage& coverage) {
  const std::size_t found = coverage.in_nodes + coverage.in_observations + coverage.in_traps;
  if (found > coverage.digits) fuzz::fail("more numbers are covered than there are");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text;
  try {
    text = jj::reading::decode_report(fuzz::text_of(data, size));
  } catch (const jj::FormatError&) {
    return 0;
  }
  const jj::ReportReading reading = jj::read_report(text);
  const jj::Plan plan = reading.plan();
  check_passages(reading);
  check_coverage(reading.coverage);
  for (const jj::reading::ReviewItem& item : reading.review) {
    if (item.words.end > text.size()) fuzz::fail("a doubt lies outside of the report");
    check_span(reading.text, item.words);
    if (!item.node.empty() && !plan.contains(item.node)) fuzz::fail("a doubt names no node");
  }
  for (const jj::Node node : plan.nodes()) {
    const jj::Source& source = node.source();
    if (source.begin && source.end) check_span(reading.text, {*source.begin, *source.end});
  }
  reading.observations.check();
  static_cast<void>(jj::evaluate(plan, reading.observations, plan.period().end()));
  if (jj::io::read_plan_json(jj::io::write_plan_json(plan)) != plan)
    fuzz::fail("the plan does not keep");
  if (jj::reading::to_html(reading).empty() || jj::reading::review_to_csv(reading).empty())
    fuzz::fail("nothing to show");
  return 0;
}
