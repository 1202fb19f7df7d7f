// SPDX-License-Identifier: BSL-1.0

// Whatever the text, there is a draft that builds and keeps, and no word is shown twice.

#include "fuzz/fuzz.hpp"

#include <jinjiang/reading.hpp>

namespace {

void check_passages(const jj::ReportReading& reading) {
  std::size_t end = 0;
  for (const jj::reading::Passage& passage : reading.passages) {
    const bool is_in_order = passage.words.begin >= end && passage.words.end > passage.words.begin;
    if (!is_in_order || passage.words.end > reading.text.size()) fuzz::fail("passages overlap");
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
    if (!item.node.empty() && !plan.contains(item.node)) fuzz::fail("a doubt names no node");
  }
  reading.observations.check();
  static_cast<void>(jj::evaluate(plan, reading.observations, plan.period().end()));
  if (jj::io::read_plan_json(jj::io::write_plan_json(plan)) != plan)
    fuzz::fail("the plan does not keep");
  if (jj::reading::to_html(reading).empty() || jj::reading::review_to_csv(reading).empty())
    fuzz::fail("nothing to show");
  return 0;
}
