// SPDX-License-Identifier: BSL-1.0

// A plan in a program of your own: build it, add a reading, ask how it stands.

#include <cstdio>

#include <jinjiang/jinjiang.hpp>

using namespace std::chrono_literals;
namespace jj = jinjiang;

int main() {
  jj::PlanBuilder draft{"demo", jj::Period{2024y / 1 / 1, 2024y / 12 / 31}};
  draft.goal("land", "拓展更大发展空间");
  draft.indicator("land.reuse", "盘活低效用地", jj::reach(7000, "亩"),
                  {.measure = jj::Measure::increment, .part_of = {"land"}});
  const jj::Plan plan = draft.build();

  jj::Observations seen;
  seen.add("land.reuse", 2024y / 3 / 31, 1600);

  const jj::Evaluation now = jj::evaluate(plan, seen, 2024y / 3 / 31);
  const jj::NodeResult land = now["land.reuse"];
  std::printf("land.reuse %s %.4f\n", to_string(land.status).data(), *land.attainment);
  std::printf("%s", to_text(jj::explain(now, "land"), jj::Language::zh).c_str());
}
