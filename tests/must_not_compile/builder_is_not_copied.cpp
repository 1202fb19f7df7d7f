// SPDX-License-Identifier: BSL-1.0
// A draft may be large; copying one must be said: PlanBuilder{plan}.
// message: deleted

#include <jinjiang/model.hpp>

namespace jj = jinjiang;

int main() {
  const jj::Date day = std::chrono::year{2024} / 6 / 30;
  jj::PlanBuilder draft{"demo", jj::Period{day, day}};
  jj::PlanBuilder other = draft;  // must not compile
}
