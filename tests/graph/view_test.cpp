// SPDX-License-Identifier: BSL-1.0

// Vertices, edges and properties of a small plan, counted by hand.

#include <set>
#include <string>

#include <jinjiang/analysis/graph.hpp>

#include "graph/small_plan.hpp"

namespace {

template <class Range>
std::multiset<std::string> named(const jj::PlanGraph& graph, const Range& range) {
  std::multiset<std::string> names;
  for (auto edge = range.first; edge != range.second; ++edge) {
    names.insert(std::string(graph.node(source(*edge, graph)).id()) + " > " +
                 std::string(graph.node(target(*edge, graph)).id()));
  }
  return names;
}
using Names = std::multiset<std::string>;

/// The edge that leaves `from` at a place.
jj::PlanEdge edge_of(const jj::PlanGraph& graph, const char* from, std::size_t place) {
  auto range = out_edges(graph.vertex(from), graph);
  return *(range.first + static_cast<std::ptrdiff_t>(place));
}

}  // namespace

TEST_CASE("an edge leads from a goal to its part and from a successor to its predecessor") {
  const jj::PlanGraph graph(small_plan());
  CHECK(num_vertices(graph) == 6);
  CHECK(num_edges(graph) == 8);
  CHECK(named(graph, edges(graph)) ==
        Names{"g > s", "g > a", "s > a", "s > b", "s > t", "g > t", "t > a", "g > t"});
  CHECK(named(graph, out_edges(graph.vertex("t"), graph)) == Names{"t > a"});
  CHECK(named(graph, in_edges(graph.vertex("a"), graph)) == Names{"g > a", "s > a", "t > a"});
}

TEST_CASE("a view may show parts only or dependencies only") {
  const jj::PlanGraph parts(small_plan(), jj::LinkKind::part);
  CHECK(named(parts, edges(parts)) == Names{"g > s", "g > a", "s > a", "s > b", "s > t", "g > t"});
  CHECK(num_edges(parts) == 6);
  CHECK(out_degree(parts.vertex("t"), parts) == 0);
  const jj::PlanGraph waits(small_plan(), jj::LinkKind::dependency);
  CHECK(named(waits, edges(waits)) == Names{"t > a", "g > t"});
  CHECK(num_vertices(waits) == 6);
  CHECK(degree(waits.vertex("t"), waits) == 2);
  CHECK(in_degree(waits.vertex("s"), waits) == 0);
}

TEST_CASE("a plan without nodes is a graph without vertices") {
  const jj::PlanGraph graph{jj::Plan{}};
  CHECK(num_vertices(graph) == 0);
  CHECK(num_edges(graph) == 0);
  CHECK(vertices(graph).first == vertices(graph).second);
  CHECK(edges(graph).first == edges(graph).second);
}

TEST_CASE("a node that is part of nothing and has no parts has no edges") {
  const jj::PlanGraph graph(small_plan());
  CHECK(degree(graph.vertex("alone"), graph) == 0);
}

TEST_CASE("vertices and nodes lead to each other") {
  const jj::PlanGraph graph(small_plan());
  for (const jj::Node node : graph.plan().nodes()) {
    CHECK(graph.node(graph.vertex(node.id())) == node);
  }
  CHECK_THROWS_AS(graph.vertex("c"), jj::UnknownIdError);
}

TEST_CASE("the view keeps its plan alive") {
  const jj::PlanGraph graph = [] { return jj::as_graph(small_plan()); }();
  CHECK(boost::get(jj::node_title, graph, graph.vertex("a")) == "甲");
}

TEST_CASE("properties of vertices are read by their tags") {
  const jj::PlanGraph graph(small_plan());
  const auto a = graph.vertex("a");
  CHECK(boost::get(jj::node_id, graph, a) == "a");
  CHECK(boost::get(jj::node_title, graph)[a] == "甲");
  CHECK(get(boost::get(jj::node_kind, graph), a) == "indicator");
  CHECK(boost::get(boost::vertex_index, graph, a) == a);
}

TEST_CASE("properties of edges are those of the links") {
  const jj::PlanGraph graph(small_plan());
  const jj::PlanEdge waits = edge_of(graph, "t", 0);
  CHECK(boost::get(jj::link_kind, graph, waits) == "dependency");
  CHECK(boost::get(jj::link_type, graph, waits) == "SS");
  CHECK(boost::get(jj::link_lag, graph, waits) == -3);
  CHECK(boost::get(boost::edge_weight, graph, waits) == 1);
  const jj::PlanEdge part = edge_of(graph, "g", 0);
  CHECK(boost::get(jj::link_kind, graph, part) == "part");
  CHECK(boost::get(jj::link_type, graph, part).empty());
  CHECK(boost::get(jj::link_lag, graph, part) == 0);
}

TEST_CASE("the weight is that of the link, for the first parent and for further ones") {
  const jj::PlanGraph graph(small_plan());
  std::multiset<double> weights;
  auto [edge, end] = in_edges(graph.vertex("a"), graph);
  for (; edge != end; ++edge) {
    if ((*edge).kind() == jj::LinkKind::part)
      weights.insert(boost::get(boost::edge_weight, graph, *edge));
  }
  CHECK(weights == std::multiset<double>{2, 5});
}

TEST_CASE("edges are equal when they join the same nodes by the same kind of link") {
  const jj::PlanGraph graph(small_plan());
  const jj::PlanEdge part = edge_of(graph, "g", 2);
  const jj::PlanEdge wait = edge_of(graph, "g", out_degree(graph.vertex("g"), graph) - 1);
  CHECK(part == edge_of(jj::as_graph(graph.plan()), "g", 2));
  CHECK(source(part, graph) == source(wait, graph));
  CHECK(target(part, graph) == target(wait, graph));
  CHECK_FALSE(part == wait);
  CHECK(jj::PlanEdge{} == jj::PlanEdge{});
}
