// SPDX-License-Identifier: BSL-1.0

// A unit of one's own: 担, of 50 公斤, beside the standard ones.

#include <iostream>

#include <jinjiang/jinjiang.hpp>

using namespace std::chrono_literals;

int main() {
  jinjiang::PlanBuilder draft{"p", jinjiang::Period{2025y / 1 / 1, 2025y / 12 / 31}};

  jinjiang::UnitTable units = jinjiang::UnitTable::standard();
  units.add("担", "公斤", 50);
  draft.units(units);
  draft.indicator("grain", "粮食", {jinjiang::Comparator::reach, 300, units.at("担")});

  jinjiang::Observations seen;
  seen.add("grain", 2025y / 12 / 31, 15000, {.unit = units.at("公斤")});
  const jinjiang::Evaluation now = jinjiang::evaluate(draft.build(), seen);
  std::cout << *now["grain"].value << ' ' << to_string(now["grain"].status) << '\n';
}
