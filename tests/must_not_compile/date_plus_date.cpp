// SPDX-License-Identifier: BSL-1.0
// Two days have a distance and no sum.
// message: no match for|invalid operands

#include <jinjiang/model.hpp>

namespace jj = jinjiang;

int main() {
  const jj::Date day = std::chrono::year{2024} / 6 / 30;
  static_cast<void>(day + day);  // must not compile
}
