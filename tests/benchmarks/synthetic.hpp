// SPDX-License-Identifier: BSL-1.0
#pragma once

// A made-up plan for measurements: a forest of goals with indicators, some of them parts of two
// goals.

#include <cstdint>
#include <string>
#include <vector>

#include <jinjiang/jinjiang.hpp>

namespace benchmark {

struct Link {
  std::uint32_t child;
  std::uint32_t goal;
  double weight;
};

/// What both implementations are built from.
struct Synthetic {
  std::vector<std::string> ids;
  std::vector<std::string> titles;
  std::vector<bool> is_goal;
  std::vector<double> targets;   ///< 亩, of indicators
  std::vector<double> readings;  ///< on `read_on`
  std::vector<Link> links;       ///< by child
  jinjiang::Period period{std::chrono::year{2024} / 1 / 1, std::chrono::year{2024} / 12 / 31};
  jinjiang::Date read_on{std::chrono::year{2024} / 3 / 31};

  [[nodiscard]] std::size_t size() const noexcept { return ids.size(); }
};

/// `nodes` nodes of which one in ten is a goal, depth 7 for a million, 2.5 % of the links to a
/// second goal.
[[nodiscard]] Synthetic make_synthetic(std::uint32_t nodes);

/// A million nodes, made once.
[[nodiscard]] const Synthetic& million();

[[nodiscard]] jinjiang::Plan build_plan(const Synthetic& synthetic);
[[nodiscard]] jinjiang::Observations make_observations(const Synthetic& synthetic);

}  // namespace benchmark
