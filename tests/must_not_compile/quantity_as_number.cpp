// SPDX-License-Identifier: BSL-1.0
// Taking the number out drops the unit, so it must be said: value().
// message: cannot convert|no viable conversion

#include <jinjiang/model.hpp>

namespace jj = jinjiang;

int main() {
  const jj::Quantity area{7000, "亩"};
  const double bare = area;  // must not compile
}
