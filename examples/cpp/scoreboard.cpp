// SPDX-License-Identifier: BSL-1.0

// Reads a plan and its observations from files and prints the outline with a verdict on every node.
//   scoreboard plan.json observations.csv 2024-09-30

#include <cstdio>
#include <exception>

#include <jinjiang/io.hpp>
#include <jinjiang/jinjiang.hpp>

namespace jj = jinjiang;

int main(int argc, char* argv[]) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: %s PLAN OBSERVATIONS DATE\n", argv[0]);
    return 2;
  }
  try {
    const jj::Plan plan = jj::io::load_plan(argv[1]);
    const jj::Observations seen = jj::io::load_observations(argv[2], plan.units());
    const jj::Evaluation now = jj::evaluate(plan, seen, jj::Date::parse(argv[3]));
    for (const auto& [node, depth, is_repeated] : plan.outline()) {
      const jj::NodeResult result = now.of(node);
      std::printf("%*s%s  %s", 2 * depth, "", std::string(node.title()).c_str(),
                  std::string(label(result.status, plan.language())).c_str());
      if (result.attainment) std::printf("  %.1f%%", 100 * *result.attainment);
      std::printf("\n");
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "scoreboard: %s\n", error.what());
    return 1;
  }
}
