// SPDX-License-Identifier: BSL-1.0
// A period has two ends; one day is Period{day, day}.
// message: no matching|could not convert|no viable

#include <jinjiang/model.hpp>

namespace jj = jinjiang;

int main() {
  const jj::Date day = std::chrono::year{2024} / 6 / 30;
  const jj::Period period{day};  // must not compile
}
