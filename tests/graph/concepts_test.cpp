// SPDX-License-Identifier: BSL-1.0

// What the view is, checked by the compiler; Boost's concept checks refuse to compile otherwise.

#include <type_traits>

#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/property_map/property_map.hpp>

#include <jinjiang/analysis/graph.hpp>

#include "support/text.hpp"

namespace {

using Graph = jj::PlanGraph;
using Vertex = boost::graph_traits<Graph>::vertex_descriptor;
using Edge = boost::graph_traits<Graph>::edge_descriptor;

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<boost::reverse_graph<Graph>>));

BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<Graph, Vertex, boost::vertex_index_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<Graph, Vertex, jj::NodeId>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<Graph, Vertex, jj::NodeTitle>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<Graph, Vertex, jj::NodeKindName>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<Graph, Edge, boost::edge_index_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<Graph, Edge, boost::edge_weight_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<Graph, Edge, jj::LinkKindName>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<Graph, Edge, jj::LinkType>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<Graph, Edge, jj::LinkLag>));

static_assert(std::is_same_v<Vertex, std::size_t>);
static_assert(std::is_nothrow_move_constructible_v<Graph>);
static_assert(boost::graph_traits<Graph>::null_vertex() == static_cast<Vertex>(-1));

}  // namespace

TEST_CASE("the view is directed and may hold a part and a dependency between the same two nodes") {
  const auto graph = jj::as_graph(jj::Plan{});
  CHECK(boost::is_directed(graph));
  CHECK(boost::allows_parallel_edges(graph));
}
