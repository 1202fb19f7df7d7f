// SPDX-License-Identifier: BSL-1.0
// A target is a figure with its unit.
// message: too few arguments|no matching

#include <jinjiang/model.hpp>

namespace jj = jinjiang;

int main() {
  static_cast<void>(jj::reach(7000));  // must not compile
}
