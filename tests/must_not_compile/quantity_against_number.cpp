// SPDX-License-Identifier: BSL-1.0
// 超600 compares with 600 of something.
// message: no match for|invalid operands

#include <jinjiang/model.hpp>

namespace jj = jinjiang;

int main() {
  const jj::Quantity area{7000, "亩"};
  static_cast<void>(area > 600.0);  // must not compile
}
