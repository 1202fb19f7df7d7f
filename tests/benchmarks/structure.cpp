// SPDX-License-Identifier: BSL-1.0

// Checks, differences and structure, beside Boost.Graph where it answers the same question.

#include <random>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dominator_tree.hpp>

#include <jinjiang/analysis/graph.hpp>

#include "../support/catch.hpp"

#include "synthetic.hpp"

namespace jj = jinjiang;

namespace {

using Flow = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;

/// Tasks, each of which waits for up to three that came shortly before it.
jj::Plan network(int tasks) {
  std::mt19937 random(7);
  const auto name = [](int i) { return "t" + std::to_string(i); };
  jj::PlanBuilder draft(
      "network", jj::Period{std::chrono::year{2024} / 1 / 1, std::chrono::year{2024} / 12 / 31});
  draft.goal("all", "全部");
  for (int i = 0; i < tasks; ++i) {
    draft.task(name(i), name(i), {.part_of = {"all"}});
    for (int link = 0; link < 3 && i > 0; ++link) {
      const int back = 1 + static_cast<int>(random() % static_cast<unsigned>(std::min(i, 50)));
      if (back % 3 == link) draft.depends_on(name(i), jj::DependsOn(name(i - back)));
    }
  }
  return draft.build();
}

/// How many rest on each node, by a search from each.
std::size_t most_dependents_plain(const jj::PlanGraph& view) {
  Flow flow(num_vertices(view));
  for (auto [edge, end] = edges(view); edge != end; ++edge)
    add_edge((*edge).target(), (*edge).source(), flow);
  std::size_t most = 0;
  std::vector<boost::default_color_type> colours(num_vertices(flow));
  for (std::size_t start = 0; start < num_vertices(flow); ++start) {
    std::fill(colours.begin(), colours.end(), boost::white_color);
    boost::breadth_first_visit(flow, start,
                               boost::color_map(boost::make_iterator_property_map(
                                   colours.begin(), get(boost::vertex_index, flow))));
    const auto reached =
        static_cast<std::size_t>(std::count(colours.begin(), colours.end(), boost::black_color));
    most = std::max(most, reached - 1);
  }
  return most;
}

/// How many the busiest node carries, by Boost's dominator tree.
std::size_t most_carried_plain(const jj::PlanGraph& view) {
  const std::size_t entry = num_vertices(view);
  Flow flow(entry + 1);
  for (auto [edge, end] = edges(view); edge != end; ++edge)
    add_edge((*edge).target(), (*edge).source(), flow);
  for (std::size_t v = 0; v < entry; ++v) {
    if (out_degree(v, view) == 0) add_edge(entry, v, flow);
  }
  std::vector<std::size_t> above(entry + 1, entry);
  boost::lengauer_tarjan_dominator_tree(
      flow, entry,
      boost::make_iterator_property_map(above.begin(), get(boost::vertex_index, flow)));
  std::vector<std::size_t> carried(entry + 1);
  for (std::size_t v = 0; v < entry; ++v) {
    for (std::size_t at = above[v]; at != entry; at = above[at]) ++carried[at];
  }
  return *std::max_element(carried.begin(), carried.end());
}

}  // namespace

TEST_CASE("checking and comparing a million nodes") {
  const benchmark::Synthetic synthetic = benchmark::make_synthetic(1'000'000);
  const jj::Plan plan = benchmark::build_plan(synthetic);
  const jj::Plan copy = benchmark::build_plan(synthetic);
  REQUIRE(jj::diff(plan, copy).empty());
  BENCHMARK("check_1m") { return jj::check(plan).findings().size(); };
  BENCHMARK("diff_1m") { return jj::diff(plan, copy).nodes().size(); };
}

TEST_CASE("the structure of 10,000 tasks") {
  const jj::Plan plan = network(10'000);
  const jj::PlanGraph view(plan);
  REQUIRE(jj::bottlenecks(plan, 1).front().dependents == most_dependents_plain(view));
  REQUIRE(jj::single_points_of_failure(plan, 1).front().carried == most_carried_plain(view));
  BENCHMARK("bottlenecks_10k") { return jj::bottlenecks(plan, 20).size(); };
  BENCHMARK("bottlenecks_10k plain") { return most_dependents_plain(view); };
  BENCHMARK("single_points_10k") { return jj::single_points_of_failure(plan, 20).size(); };
  BENCHMARK("single_points_10k plain") { return most_carried_plain(view); };
  BENCHMARK("check_10k") { return jj::check(plan).findings().size(); };
}
