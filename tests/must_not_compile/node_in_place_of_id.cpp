// SPDX-License-Identifier: BSL-1.0
// Readings belong to an id, which outlives a plan; a node is a view of one plan.
// message: no matching

#include <jinjiang/model.hpp>

namespace jj = jinjiang;

int main() {
  const jj::Plan plan;
  jj::Observations seen;
  const jj::Date day = std::chrono::year{2024} / 6 / 30;
  for (const jj::Node node : plan.nodes()) seen.add(node, day, 1);  // must not compile
}
