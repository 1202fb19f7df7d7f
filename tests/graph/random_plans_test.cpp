// SPDX-License-Identifier: BSL-1.0

// On random plans the view and a copy in Boost's own adjacency_list are the same graph, and the
// algorithms find the same.

#include <algorithm>
#include <iterator>
#include <numeric>
#include <vector>

#include "support/random_plan.hpp"

#include "graph/plain_graph.hpp"

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dominator_tree.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>
#include <boost/graph/transitive_closure.hpp>

namespace {

using Vertex = jj::PlanGraph::Vertex;
using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;
constexpr unsigned cases = 150;

jj::Plan random_plan(unsigned seed) { return plain::plan_of(RandomPlan(seed).make()); }

template <class Graph, class Range>
Pairs pairs(const Graph& graph, const Range& range) {
  Pairs result;
  for (auto edge = range.first; edge != range.second; ++edge)
    result.emplace_back(source(*edge, graph), target(*edge, graph));
  std::sort(result.begin(), result.end());
  return result;
}

template <class Graph>
Pairs all_pairs(const Graph& graph) {
  Pairs result;
  for (auto [vertex, end] = vertices(graph); vertex != end; ++vertex) {
    const auto out = pairs(graph, out_edges(*vertex, graph));
    result.insert(result.end(), out.begin(), out.end());
  }
  return result;
}

/// What of each vertex's edges and neighbours the graph says.
template <class Graph>
Pairs neighbourhoods(const Graph& graph) {
  Pairs all;
  for (auto [vertex, end] = vertices(graph); vertex != end; ++vertex) {
    const auto out = pairs(graph, out_edges(*vertex, graph));
    const auto in = pairs(graph, in_edges(*vertex, graph));
    all.insert(all.end(), out.begin(), out.end());
    all.insert(all.end(), in.begin(), in.end());
    all.emplace_back(out_degree(*vertex, graph), in_degree(*vertex, graph));
    std::vector<std::size_t> next;
    const auto adjacent = adjacent_vertices(*vertex, graph);
    std::copy(adjacent.first, adjacent.second, std::back_inserter(next));
    all.emplace_back(next.size(), std::accumulate(next.begin(), next.end(), std::size_t{0}));
  }
  return all;
}

template <class Graph>
std::vector<int> distances_from(const Graph& graph, std::size_t start) {
  std::vector<int> distances(num_vertices(graph), -1);
  distances[start] = 0;
  boost::breadth_first_search(graph, static_cast<Vertex>(start),
                              boost::visitor(boost::make_bfs_visitor(boost::record_distances(
                                  distances.data(), boost::on_tree_edge()))));
  return distances;
}

template <class Graph>
Pairs closure_of(const Graph& graph) {
  boost::adjacency_list<boost::setS, boost::vecS, boost::directedS> closure;
  boost::transitive_closure(graph, closure);
  return all_pairs(closure);
}

/// Edges from vertices that were reached.
template <class Graph>
struct FromReached {
  const Graph* graph = nullptr;
  const std::vector<int>* distances = nullptr;
  template <class Edge>
  bool operator()(const Edge& edge) const {
    return (*distances)[source(edge, *graph)] >= 0;
  }
};

/// Boost takes a predecessor that was not reached for one that was (boostorg/graph#97), so such
/// edges are left out.
template <class Graph>
std::vector<Vertex> dominators_from(const Graph& graph, Vertex start) {
  const std::vector<int> distances = distances_from(graph, start);
  const boost::filtered_graph reached(graph, FromReached<Graph>{&graph, &distances});
  std::vector<Vertex> dominators(num_vertices(graph), static_cast<Vertex>(-1));
  boost::lengauer_tarjan_dominator_tree(
      reached, start,
      boost::make_iterator_property_map(dominators.begin(), get(boost::vertex_index, graph)));
  return dominators;
}

template <class Graph>
std::size_t count_components(const Graph& graph) {
  std::vector<std::size_t> components(num_vertices(graph));
  return boost::strong_components(graph, boost::make_iterator_property_map(
                                             components.begin(), get(boost::vertex_index, graph)));
}

void check_same(const jj::PlanGraph& view, const PlainGraph& copy) {
  CHECK(num_vertices(view) == num_vertices(copy));
  CHECK(num_edges(view) == num_edges(copy));
  CHECK(pairs(view, edges(view)) == all_pairs(copy));
  CHECK(neighbourhoods(view) == neighbourhoods(copy));
}

}  // namespace

TEST_CASE("the view of a random plan and its copy are the same graph") {
  for (unsigned seed = 0; seed < cases; ++seed) {
    INFO("seed " << seed);
    const jj::Plan plan = random_plan(seed);
    check_same(jj::as_graph(plan), plain_graph(plan));
    check_same(jj::as_graph(plan, jj::LinkKind::part), plain_graph(plan, true, false));
    check_same(jj::as_graph(plan, jj::LinkKind::dependency), plain_graph(plan, false, true));
  }
}

TEST_CASE("on a random plan algorithms find the same by the view and by its copy") {
  for (unsigned seed = 0; seed < cases; ++seed) {
    INFO("seed " << seed);
    const jj::Plan plan = random_plan(seed);
    const jj::PlanGraph view(plan);
    const PlainGraph copy = plain_graph(plan);
    CHECK(closure_of(view) == closure_of(copy));
    CHECK(count_components(view) == num_vertices(copy));
    for (Vertex start = 0; start < num_vertices(view); start += 3) {
      CHECK(distances_from(view, start) == distances_from(copy, start));
      CHECK(dominators_from(view, start) == dominators_from(copy, start));
    }
  }
}

TEST_CASE("on a random plan every edge leads back in the order of a topological sort") {
  for (unsigned seed = 0; seed < cases; ++seed) {
    INFO("seed " << seed);
    const jj::PlanGraph view(random_plan(seed));
    std::vector<Vertex> order;
    boost::topological_sort(view, std::back_inserter(order));
    std::vector<std::size_t> place(num_vertices(view));
    for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    const auto range = edges(view);
    CHECK(std::all_of(range.first, range.second, [&](const jj::PlanEdge& edge) {
      return place[edge.source()] > place[edge.target()];
    }));
  }
}

TEST_CASE("edges of a random plan are numbered from 0, from whichever side they are seen") {
  for (unsigned seed = 0; seed < cases; ++seed) {
    INFO("seed " << seed);
    const jj::Plan plan = random_plan(seed);
    for (const auto only : {std::optional<jj::LinkKind>{}, std::optional(jj::LinkKind::part),
                            std::optional(jj::LinkKind::dependency)}) {
      const jj::PlanGraph view(plan, only);
      const auto number = get(boost::edge_index, view);
      std::vector<int> seen(num_edges(view));
      std::size_t next = 0;
      for (auto [edge, end] = edges(view); edge != end; ++edge) CHECK(get(number, *edge) == next++);
      for (auto [vertex, last] = vertices(view); vertex != last; ++vertex) {
        for (auto [edge, end] = out_edges(*vertex, view); edge != end; ++edge)
          ++seen.at(get(number, *edge));
        for (auto [edge, end] = in_edges(*vertex, view); edge != end; ++edge)
          ++seen.at(get(number, *edge));
      }
      CHECK(seen == std::vector<int>(num_edges(view), 2));
    }
  }
}

TEST_CASE("weights, types and lags of a random plan are those of its links") {
  for (unsigned seed = 0; seed < cases; ++seed) {
    INFO("seed " << seed);
    const jj::PlanGraph view(random_plan(seed));
    const jj::Plan& plan = view.plan();
    double weights = 0;
    int types = 0;
    for (auto [edge, end] = edges(view); edge != end; ++edge) {
      const bool is_part = (*edge).kind() == jj::LinkKind::part;
      if (is_part) weights += get(boost::edge_weight, view, *edge);
      if (!is_part) types += get(jj::link_type, view, *edge) == "FF" ? 1 : 0;
    }
    double expected = 0;
    int finish_to_finish = 0;
    for (const jj::Node node : plan.nodes()) {
      for (const auto& link : plan.part_links(node)) expected += link.weight;
      for (const auto& link : plan.predecessors(node))
        finish_to_finish += link.type == jj::DependencyType::FF ? 1 : 0;
    }
    CHECK(weights == Approx(expected));
    CHECK(types == finish_to_finish);
  }
}
