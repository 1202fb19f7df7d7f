// SPDX-License-Identifier: BSL-1.0
// How a figure is bounded and what it measures are two questions.
// message: no matching

#include <jinjiang/model.hpp>

namespace jj = jinjiang;

int main() {
  const jj::Unit unit = jj::UnitTable::standard().at("亩");
  const jj::Target target{jj::Measure::count, 7000, unit};  // must not compile
}
