// SPDX-License-Identifier: BSL-1.0
// A number without its unit says nothing.
// message: no matching

#include <jinjiang/model.hpp>

namespace jj = jinjiang;

int main() {
  jj::Quantity area{7000};  // must not compile
}
