// SPDX-License-Identifier: BSL-1.0
// A plan stands somehow on a day; nothing reads the clock.
// message: no matching|cannot convert|could not convert

#include <jinjiang/evaluation.hpp>

namespace jj = jinjiang;

int main() {
  const jj::Plan plan;
  static_cast<void>(jj::evaluate(plan));  // must not compile
}
