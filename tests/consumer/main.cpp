// SPDX-License-Identifier: BSL-1.0

// Uses every form: an evaluation, an error that is thrown inside the library and caught here, and
// in the compiled form the readers and writers.

#include <cstdio>
#include <iomanip>  // std::quoted must not be taken for a function of ours

#if defined(JINJIANG_COMPILED)
#include <jinjiang/io.hpp>
#endif
#include <jinjiang/jinjiang.hpp>

namespace {

using namespace std::chrono_literals;
namespace jj = jinjiang;

jj::PlanBuilder draft_of_a_year() {
  jj::PlanBuilder draft{"demo", jj::Period{2024y / 1 / 1, 2024y / 12 / 31}};
  draft.indicator("reuse", "盘活低效用地", jj::reach(7000, "亩"),
                  {.measure = jj::Measure::increment});
  return draft;
}

bool is_evaluated() {
  jj::Observations seen;
  seen.add("reuse", 2024y / 3 / 31, 7000);
  const jj::Evaluation now = jj::evaluate(draft_of_a_year().build(), seen, 2024y / 3 / 31);
  return now["reuse"].status == jj::Status::met_early &&
         to_text(jj::explain(now, "reuse"), jj::Language::en).find("7000") != std::string::npos;
}

bool is_caught() {
  try {
    static_cast<void>(draft_of_a_year().goal("reuse", "twice").build());
  } catch (const jj::PlanError& error) {
    return error.problems().size() == 1;
  }
  return false;
}

bool is_caught_as_base() {
  try {
    static_cast<void>(jj::Quantity::parse("七八九"));
  } catch (const jj::Error&) {
    return true;
  }
  return false;
}

bool is_written_and_read() {
#if defined(JINJIANG_COMPILED)
  const jj::Plan plan = draft_of_a_year().build();
  const bool same = jj::io::read_plan_json(jj::io::write_plan_json(plan)) == plan &&
                    jj::io::read_plan_jjx(jj::io::write_plan_jjx(plan)) == plan;
  try {
    static_cast<void>(jj::io::read_plan("{"));
  } catch (const jj::FormatError& error) {
    return same && error.place().line == 1;
  }
  return false;
#else
  return true;
#endif
}

}  // namespace

int main() {
  const bool good = is_evaluated() && is_caught() && is_caught_as_base() && is_written_and_read();
  std::puts(good ? "as expected" : "not as expected");
  return good ? 0 : 1;
}
