// SPDX-License-Identifier: BSL-1.0
#pragma once

// A plan as a graph of Boost.Graph's, so that its algorithms run on plans unchanged. Opt-in: no
// other header includes it, because every header of Boost.Graph costs a second to compile.
//
// An edge leads from what needs to what is needed: from a goal to its part, from a successor to its
// predecessor. What is reached from a node is all that it rests on; boost::topological_sort puts
// the needed before what needs it, which is an order to do the work in. The other way round is
// boost::reverse_graph.

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include <boost/graph/adjacency_iterator.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>

#include <jinjiang/analysis/detail/plan_edges.hpp>
#include <jinjiang/model/plan.hpp>

namespace jinjiang {

/// A view of a plan that models VertexListGraph, EdgeListGraph, BidirectionalGraph, AdjacencyGraph
/// and, by the properties below, PropertyGraph. Copies cost a pointer. A vertex is the row of a
/// node, from 0: it stays the same for this plan and its copies. Across plans, ids do.
/// @par Complexity  Edges of a vertex: O(degree + log of the dependencies and shared parts).
class PlanGraph {
 public:
  /// Row of a node, from 0; some of Boost's algorithms take no other type.
  using Vertex = std::size_t;
  /// A link; says of what kind it is.
  using Edge = PlanEdge;
  /// Over all nodes.
  using VertexIterator = boost::counting_iterator<Vertex>;
  /// Over all links.
  using EdgeIterator = detail::EdgeIterator<detail::AllEdges>;
  /// Over the links from a node to what it needs.
  using OutEdgeIterator = detail::EdgeIterator<detail::OutEdges>;
  /// Over the links to a node from what needs it.
  using InEdgeIterator = detail::EdgeIterator<detail::InEdges>;
  /// Over the nodes that a node needs.
  using AdjacencyIterator =
      boost::adjacency_iterator_generator<PlanGraph, Vertex, OutEdgeIterator>::type;

  /// @param only  the kind of links that are edges; default both
  explicit PlanGraph(Plan plan, std::optional<LinkKind> only = std::nullopt)
      : plan_(std::move(plan)),
        shown_{only != LinkKind::dependency, only != LinkKind::part},
        edges_(plan_.data(), shown_) {}

  /// The plan that is viewed.
  [[nodiscard]] const Plan& plan() const noexcept { return plan_; }
  /// The node of a vertex.
  [[nodiscard]] Node node(Vertex vertex) const { return plan_.nodes()[plan_.data().order[vertex]]; }
  /// @throws UnknownIdError  names the nearest ids
  [[nodiscard]] Vertex vertex(std::string_view id) const { return plan_[id].row(); }
  /// For the algorithms of Boost.Graph.
  [[nodiscard]] const detail::AllEdges& all_edges() const noexcept { return edges_; }

  /// What needs: a goal, or a successor.
  [[nodiscard]] friend Vertex source(const Edge& edge, const PlanGraph&) noexcept {
    return edge.source();
  }
  /// What is needed: a part, or a predecessor.
  [[nodiscard]] friend Vertex target(const Edge& edge, const PlanGraph&) noexcept {
    return edge.target();
  }
  /// Number of nodes.
  [[nodiscard]] friend std::size_t num_vertices(const PlanGraph& graph) noexcept {
    return graph.plan_.size();
  }
  /// All nodes.
  [[nodiscard]] friend std::pair<VertexIterator, VertexIterator> vertices(const PlanGraph& graph) {
    return {VertexIterator(0), VertexIterator(graph.plan_.data().size())};
  }
  /// Number of links that are edges.
  [[nodiscard]] friend std::size_t num_edges(const PlanGraph& graph) noexcept {
    return graph.edges_.size();
  }
  /// All links that are edges.
  [[nodiscard]] friend std::pair<EdgeIterator, EdgeIterator> edges(const PlanGraph& graph) {
    return detail::range_of(graph.edges_);
  }
  /// The links from a node to what it needs.
  [[nodiscard]] friend std::pair<OutEdgeIterator, OutEdgeIterator> out_edges(
      Vertex vertex, const PlanGraph& graph) {
    return detail::range_of(graph.leaving(vertex));
  }
  /// The links to a node from what needs it.
  [[nodiscard]] friend std::pair<InEdgeIterator, InEdgeIterator> in_edges(Vertex vertex,
                                                                          const PlanGraph& graph) {
    return detail::range_of(graph.entering(vertex));
  }
  /// The nodes that a node needs.
  [[nodiscard]] friend std::pair<AdjacencyIterator, AdjacencyIterator> adjacent_vertices(
      Vertex vertex, const PlanGraph& graph) {
    const auto [first, last] = detail::range_of(graph.leaving(vertex));
    return {AdjacencyIterator(first, &graph), AdjacencyIterator(last, &graph)};
  }
  /// How many nodes a node needs.
  [[nodiscard]] friend std::size_t out_degree(Vertex vertex, const PlanGraph& graph) {
    return graph.leaving(vertex).size();
  }
  /// How many nodes need a node.
  [[nodiscard]] friend std::size_t in_degree(Vertex vertex, const PlanGraph& graph) {
    return graph.entering(vertex).size();
  }
  /// Both of these together.
  [[nodiscard]] friend std::size_t degree(Vertex vertex, const PlanGraph& graph) {
    return out_degree(vertex, graph) + in_degree(vertex, graph);
  }

 private:
  [[nodiscard]] detail::OutEdges leaving(Vertex vertex) const {
    return {plan_.data(), static_cast<detail::Row>(vertex), shown_};
  }
  [[nodiscard]] detail::InEdges entering(Vertex vertex) const {
    return {plan_.data(), static_cast<detail::Row>(vertex), shown_};
  }

  Plan plan_;
  detail::ShownLinks shown_;
  detail::AllEdges edges_;
};

/// The plan as a graph; with `only`, of one kind of links. All nodes are vertices either way.
/// A target that follows another indicator is no link.
///
/// The result is const so that it may be handed straight to algorithms that take `Graph&`:
/// `boost::topological_sort(as_graph(plan), out)`.
/// @par Complexity  O(1)
[[nodiscard]] inline const PlanGraph as_graph(Plan plan,
                                              std::optional<LinkKind> only = std::nullopt) {
  return PlanGraph(std::move(plan), only);
}

// The properties: boost::get(node_title, graph), boost::get(boost::edge_weight, graph, edge).
// Beside these there are boost::vertex_index and boost::edge_index, which count from 0.

/// Id of a node.
struct NodeId {
  /// Of vertices.
  using kind = boost::vertex_property_tag;
} inline constexpr node_id{};  ///< id of a vertex
/// Property of a vertex: the title of the node.
struct NodeTitle {
  /// Of vertices.
  using kind = boost::vertex_property_tag;
} inline constexpr node_title{};  ///< title of a vertex
/// As a word: goal, indicator or task.
struct NodeKindName {
  /// Of vertices.
  using kind = boost::vertex_property_tag;
} inline constexpr node_kind{};  ///< kind of a vertex
/// As a word: part or dependency.
struct LinkKindName {
  /// Of edges.
  using kind = boost::edge_property_tag;
} inline constexpr link_kind{};  ///< kind of an edge
/// FS, SS, FF or SF; empty for a part.
struct LinkType {
  /// Of edges.
  using kind = boost::edge_property_tag;
} inline constexpr link_type{};  ///< type of an edge
/// Days; 0 for a part.
struct LinkLag {
  /// Of edges.
  using kind = boost::edge_property_tag;
} inline constexpr link_lag{};  ///< lag of an edge, in days

}  // namespace jinjiang

#include <jinjiang/analysis/detail/plan_properties.hpp>
