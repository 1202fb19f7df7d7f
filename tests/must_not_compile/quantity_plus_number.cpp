// SPDX-License-Identifier: BSL-1.0
// A bare number has no unit to convert from.
// message: no match for|invalid operands

#include <jinjiang/model.hpp>

namespace jj = jinjiang;

int main() {
  const jj::Quantity area{7000, "亩"};
  static_cast<void>(area + 5);  // must not compile
}
