// SPDX-License-Identifier: BSL-1.0
#pragma once

// Six nodes and eight links, with a node of two parents, a goal that depends on its own part, and a
// node that is linked with nothing:
//
//   g --part--> s --part--> b          g --part--> a, t      t --waits for--> a (SS, -3 days)
//               s --part--> a, t                             g --waits for--> t

#include "support/year_plan.hpp"

inline jj::Plan small_plan() {
  return year_plan()
      .goal("g", "总", {.depends_on = {"t"}})
      .goal("s", "分", {.part_of = {"g"}})
      .indicator("a", "甲", year_count(), {.part_of = {{"g", 2}, {"s", 5}}})
      .indicator("b", "乙", whole_share(), {.part_of = {"s"}})
      .task("t", "丙", {.part_of = {"s", "g"}, .depends_on = {{"a", jj::DependencyType::SS, -3}}})
      .task("alone", "丁")
      .build();
}
