// SPDX-License-Identifier: BSL-1.0
// 亩 times 亩 is no unit of a plan.
// message: no match for|invalid operands

#include <jinjiang/model.hpp>

namespace jj = jinjiang;

int main() {
  const jj::Quantity area{7000, "亩"};
  static_cast<void>(area * area);  // must not compile
}
