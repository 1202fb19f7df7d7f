// SPDX-License-Identifier: BSL-1.0
// Nodes have ids; a place in the layout changes from plan to plan.
// message: no match for|no viable

#include <jinjiang/model.hpp>

namespace jj = jinjiang;

int main() {
  const jj::Plan plan;
  static_cast<void>(plan[7]);  // must not compile
}
