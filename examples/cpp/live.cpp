// SPDX-License-Identifier: BSL-1.0

// A plan that is followed reading by reading: what one reading changes.

#include <iostream>

#include <jinjiang/jinjiang.hpp>

using namespace std::chrono_literals;
namespace jj = jinjiang;

int main() {
  jj::PlanBuilder draft{"demo", jj::Period{2024y / 1 / 1, 2024y / 12 / 31}};
  draft.goal("space", "拓展更大发展空间");
  draft.indicator("land", "盘活低效用地", jj::reach(7000, "亩"),
                  {.measure = jj::Measure::increment, .part_of = {"space"}});
  const jj::Plan plan = draft.build();
  const jj::Observations seen;
  const jj::Date day = 2024y / 6 / 30;

  jj::LiveEvaluation live(plan, seen, day);
  for (const jj::Change& change : live.observe("land", day, 3600)) {
    std::cout << change.node.id() << ' ' << to_string(change.after.status) << '\n';
  }
}
