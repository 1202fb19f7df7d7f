// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <numeric>
#include <tuple>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/detail/observation_log.hpp>

#include "arrow/import.hpp"

std::vector<Contradiction> contradictions_of(const jj::Observations& observations) {
  const jj::detail::ObservationLog& log = observations.log();
  std::vector<std::uint32_t> order(log.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto key = [&log](std::uint32_t row) {
    return std::tuple(log.series[row], log.dates[row], log.bases[row], log.spans[row],
                      log.known_on(row), log.stages[row]);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  const auto figure = [&log](std::uint32_t row) {
    const jj::Unit unit = log.unit_list[log.units[row]];
    return jj::detail::format_number(log.values[row]) + (unit.is_none() ? "" : " " + unit.symbol());
  };
  std::vector<Contradiction> found;
  std::size_t first = 0;
  for (std::size_t i = 1; i < order.size(); ++i) {
    const std::uint32_t a = order[first];
    const std::uint32_t b = order[i];
    if (key(a) != key(b)) {
      first = i;
    } else if (log.values[a] != log.values[b] || log.units[a] != log.units[b]) {
      found.push_back({b, a,
                       "observations of " + std::string(log.ids[log.series[a]]) + " on " +
                           jj::to_string(jj::Date::from_days(log.dates[a])) +
                           " contradict each other: " + figure(a) + " and " + figure(b) +
                           "; give them different known_on, basis or stage, or remove one"});
    }
  }
  std::sort(found.begin(), found.end(),
            [](const Contradiction& a, const Contradiction& b) { return a.reading < b.reading; });
  return found;
}
