// SPDX-License-Identifier: BSL-1.0
// Statuses have no distances; severity() orders them.
// message: cannot convert|cannot initialize|no viable

#include <jinjiang/evaluation.hpp>

namespace jj = jinjiang;

int main() {
  const int worst = jj::Status::missed;  // must not compile
}
