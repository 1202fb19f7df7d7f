// SPDX-License-Identifier: BSL-1.0

#include <jinjiang/jinjiang.hpp>

int main() {
  using namespace std::chrono_literals;
  namespace jj = jinjiang;
  jj::PlanBuilder draft{"demo", jj::Period{2024y / 1 / 1, 2024y / 12 / 31}};
  draft.indicator("reuse", "盘活低效用地", jj::reach(7000, "亩"),
                  {.measure = jj::Measure::increment});
  jj::Observations seen;
  seen.add("reuse", 2024y / 3 / 31, 7000);
  return jj::evaluate(draft.build(), seen, 2024y / 3 / 31)["reuse"].status == jj::Status::met_early
             ? 0
             : 1;
}
