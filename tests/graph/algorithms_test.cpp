// SPDX-License-Identifier: BSL-1.0

// Boost's algorithms on a small plan, against results found by hand.

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/depth_first_search.hpp>
#include <boost/graph/dominator_tree.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>
#include <boost/graph/transitive_closure.hpp>

#include <jinjiang/analysis/graph.hpp>

#include "graph/small_plan.hpp"

namespace {

using Vertex = jj::PlanGraph::Vertex;
using Ids = std::multiset<std::string>;

/// Collects the vertices that a search discovers.
struct Collector : boost::default_bfs_visitor {
  std::vector<Vertex>* found;
  template <class Graph>
  void discover_vertex(Vertex vertex, const Graph&) {
    found->push_back(vertex);
  }
};

template <class Graph>
Ids reached(const jj::PlanGraph& plan, const Graph& graph, const char* from) {
  std::vector<Vertex> found;
  Collector collector;
  collector.found = &found;
  boost::breadth_first_search(graph, plan.vertex(from), boost::visitor(collector));
  Ids ids;
  for (const Vertex vertex : found) ids.insert(std::string(plan.node(vertex).id()));
  return ids;
}

}  // namespace

TEST_CASE("breadth-first search from a node finds all that it rests on") {
  const jj::PlanGraph graph(small_plan());
  CHECK(reached(graph, graph, "g") == Ids{"g", "s", "a", "b", "t"});
  CHECK(reached(graph, graph, "t") == Ids{"t", "a"});
  CHECK(reached(graph, graph, "alone") == Ids{"alone"});
}

TEST_CASE("breadth-first search of the reversed graph finds all that rests on a node") {
  const jj::PlanGraph graph(small_plan());
  CHECK(reached(graph, boost::make_reverse_graph(graph), "a") == Ids{"a", "g", "s", "t"});
  CHECK(reached(graph, boost::make_reverse_graph(graph), "b") == Ids{"b", "s", "g"});
}

TEST_CASE("topological sort puts what is needed before what needs it") {
  const jj::Plan plan = small_plan();
  std::vector<Vertex> order;
  boost::topological_sort(jj::as_graph(plan, jj::LinkKind::dependency), std::back_inserter(order));
  const jj::PlanGraph graph(plan);
  const auto place = [&](const char* id) {
    return std::find(order.begin(), order.end(), graph.vertex(id)) - order.begin();
  };
  REQUIRE(order.size() == 6);
  CHECK(place("a") < place("t"));
  CHECK(place("t") < place("g"));
}

TEST_CASE("topological sort of both kinds of links finds an order, as no plan has a cycle") {
  const jj::PlanGraph graph(small_plan());
  std::vector<Vertex> order;
  boost::topological_sort(graph, std::back_inserter(order));
  std::vector<std::string> ids;
  for (const Vertex vertex : order) {
    if (graph.node(vertex).id() != "alone") ids.emplace_back(graph.node(vertex).id());
  }
  // b may stand anywhere before s.
  ids.erase(std::find(ids.begin(), ids.end(), "b"));
  CHECK(ids == std::vector<std::string>{"a", "t", "s", "g"});
}

TEST_CASE("every node is a strong component of its own") {
  const jj::PlanGraph graph(small_plan());
  std::vector<int> component(num_vertices(graph));
  CHECK(boost::strong_components(graph, boost::make_iterator_property_map(
                                            component.begin(), get(boost::vertex_index, graph))) ==
        6);
}

TEST_CASE("the transitive closure joins every node with all that it rests on") {
  const jj::PlanGraph graph(small_plan());
  boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS> closure;
  boost::transitive_closure(graph, closure);
  // g: s a b t; s: a b t; t: a.
  CHECK(num_edges(closure) == 4 + 3 + 1);
  CHECK(out_degree(graph.vertex("g"), closure) == 4);
  CHECK(edge(graph.vertex("s"), graph.vertex("t"), closure).second);
  CHECK_FALSE(edge(graph.vertex("t"), graph.vertex("b"), closure).second);
}

TEST_CASE("the dominator tree says through which goal every way leads") {
  const jj::PlanGraph graph(small_plan());
  const Vertex none = boost::graph_traits<jj::PlanGraph>::null_vertex();
  std::vector<Vertex> dominators(num_vertices(graph), none);
  boost::lengauer_tarjan_dominator_tree(
      graph, graph.vertex("g"),
      boost::make_iterator_property_map(dominators.begin(), get(boost::vertex_index, graph)));
  const auto dominator = [&](const char* id) { return dominators[graph.vertex(id)]; };
  CHECK(dominator("s") == graph.vertex("g"));
  CHECK(dominator("b") == graph.vertex("s"));
  CHECK(dominator("a") == graph.vertex("g"));
  CHECK(dominator("t") == graph.vertex("g"));
  CHECK(dominator("g") == none);
  CHECK(dominator("alone") == none);
}
