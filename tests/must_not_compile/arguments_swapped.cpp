// SPDX-License-Identifier: BSL-1.0
// A plan and its readings are not taken for each other.
// message: no matching|cannot convert|could not convert|invalid initialization

#include <jinjiang/evaluation.hpp>

namespace jj = jinjiang;

int main() {
  const jj::Plan plan;
  const jj::Observations seen;
  const jj::Date day = std::chrono::year{2024} / 6 / 30;
  static_cast<void>(jj::evaluate(seen, plan, day));  // must not compile
}
