// SPDX-License-Identifier: BSL-1.0
// An evaluation keeps the readings that it saw as they were.
// message: discards qualifiers|no matching member function

#include <jinjiang/evaluation.hpp>

namespace jj = jinjiang;

int main() {
  const jj::Evaluation now;
  const jj::Date day = std::chrono::year{2024} / 6 / 30;
  now.observations().add("x", day, 1);  // must not compile
}
