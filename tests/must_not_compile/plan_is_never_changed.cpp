// SPDX-License-Identifier: BSL-1.0
// A plan is an immutable value that threads share.
// message: read-only object|cannot assign

#include <jinjiang/model.hpp>

namespace jj = jinjiang;

int main() {
  const jj::Plan plan;
  plan.policy().on_track = 0.5;  // must not compile
}
