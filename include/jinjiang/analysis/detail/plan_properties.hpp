// SPDX-License-Identifier: BSL-1.0
#pragma once

// What Boost.Graph asks of a graph besides its functions: traits, and maps of the properties that
// graph.hpp names.

#include <concepts>
#include <string_view>
#include <utility>

#include <boost/property_map/property_map.hpp>

#include <jinjiang/analysis/graph.hpp>

namespace jinjiang::detail {

using Vertex = PlanGraph::Vertex;

/// What a property says of a vertex or an edge.
inline std::string_view property_of(NodeId, const PlanData& data, Vertex row) noexcept {
  return data.ids[row];
}
inline std::string_view property_of(NodeTitle, const PlanData& data, Vertex row) noexcept {
  return data.titles[row];
}
inline std::string_view property_of(NodeKindName, const PlanData& data, Vertex row) noexcept {
  return to_string(data.kinds[row]);
}
inline std::string_view property_of(LinkKindName, const PlanData&, const PlanEdge& edge) noexcept {
  return to_string(edge.kind());
}
inline std::string_view property_of(LinkType, const PlanData&, const PlanEdge& edge) noexcept {
  return edge.dependency() == nullptr ? std::string_view{} : to_string(edge.dependency()->type);
}
inline int property_of(LinkLag, const PlanData&, const PlanEdge& edge) noexcept {
  return edge.dependency() == nullptr ? 0 : edge.dependency()->lag;
}
/// The weight of a part; 1 for a dependency.
inline double property_of(boost::edge_weight_t, const PlanData& data,
                          const PlanEdge& edge) noexcept {
  if (edge.dependency() != nullptr) return 1;
  return edge.part() == nullptr ? data.weights[edge.target()] : edge.part()->weight;
}

/// Whether a tag is one of a key's properties.
template <class Tag, class Key>
concept PropertyOf =
    requires(const PlanData& data, const Key& key) { property_of(Tag{}, data, key); };

template <class Tag>
struct KeyOf {
  using type = PlanEdge;
};
template <class Tag>
  requires PropertyOf<Tag, Vertex>
struct KeyOf<Tag> {
  using type = Vertex;
};

/// A property of every vertex or edge; valid as long as some copy of its plan lives.
template <class Tag>
class PlanPropertyMap {
 public:
  using key_type = typename KeyOf<Tag>::type;
  using value_type = decltype(property_of(Tag{}, std::declval<const PlanData&>(),
                                          std::declval<const key_type&>()));
  using reference = value_type;
  using category = boost::readable_property_map_tag;

  PlanPropertyMap() = default;
  explicit PlanPropertyMap(const PlanGraph& graph) noexcept : data_(&graph.plan().data()) {}

  [[nodiscard]] value_type operator[](const key_type& key) const {
    return property_of(Tag{}, *data_, key);
  }
  [[nodiscard]] friend value_type get(const PlanPropertyMap& map, const key_type& key) {
    return map[key];
  }

 private:
  const PlanData* data_ = nullptr;
};

/// The row of a vertex is its number.
template <>
class PlanPropertyMap<boost::vertex_index_t> : public boost::typed_identity_property_map<Vertex> {
 public:
  PlanPropertyMap() = default;
  explicit PlanPropertyMap(const PlanGraph&) noexcept {}
};

template <>
class PlanPropertyMap<boost::edge_index_t> {
 public:
  using key_type = PlanEdge;
  using value_type = std::size_t;
  using reference = value_type;
  using category = boost::readable_property_map_tag;

  PlanPropertyMap() = default;
  explicit PlanPropertyMap(const PlanGraph& graph) noexcept : edges_(graph.all_edges()) {}

  [[nodiscard]] value_type operator[](const PlanEdge& edge) const { return edges_.number_of(edge); }
  [[nodiscard]] friend value_type get(const PlanPropertyMap& map, const PlanEdge& edge) {
    return map[edge];
  }

 private:
  AllEdges edges_;
};

template <class Tag>
concept PlanProperty =
    PropertyOf<Tag, Vertex> || PropertyOf<Tag, PlanEdge> ||
    std::same_as<Tag, boost::vertex_index_t> || std::same_as<Tag, boost::edge_index_t>;

struct PlanGraphCategory : virtual boost::bidirectional_graph_tag,
                           virtual boost::adjacency_graph_tag,
                           virtual boost::vertex_list_graph_tag,
                           virtual boost::edge_list_graph_tag {};

}  // namespace jinjiang::detail

namespace jinjiang {

/// A property of every vertex or edge.
template <detail::PlanProperty Tag>
[[nodiscard]] auto get(Tag, const PlanGraph& graph) {
  return detail::PlanPropertyMap<Tag>(graph);
}
/// And of one.
template <detail::PlanProperty Tag, class Key>
[[nodiscard]] auto get(Tag tag, const PlanGraph& graph, const Key& key) {
  return get(get(tag, graph), key);
}

}  // namespace jinjiang

namespace boost {

template <>
struct graph_traits<jinjiang::PlanGraph> {
  using vertex_descriptor = jinjiang::PlanGraph::Vertex;
  using edge_descriptor = jinjiang::PlanGraph::Edge;
  using vertex_iterator = jinjiang::PlanGraph::VertexIterator;
  using edge_iterator = jinjiang::PlanGraph::EdgeIterator;
  using out_edge_iterator = jinjiang::PlanGraph::OutEdgeIterator;
  using in_edge_iterator = jinjiang::PlanGraph::InEdgeIterator;
  using adjacency_iterator = jinjiang::PlanGraph::AdjacencyIterator;
  using directed_category = directed_tag;
  using edge_parallel_category = allow_parallel_edge_tag;  // a goal may depend on its own part
  using traversal_category = jinjiang::detail::PlanGraphCategory;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  static constexpr vertex_descriptor null_vertex() noexcept {
    return static_cast<vertex_descriptor>(-1);
  }
};
template <>
struct graph_traits<const jinjiang::PlanGraph> : graph_traits<jinjiang::PlanGraph> {};

template <jinjiang::detail::PlanProperty Tag>
struct property_map<jinjiang::PlanGraph, Tag> {
  using type = jinjiang::detail::PlanPropertyMap<Tag>;
  using const_type = type;
};
template <jinjiang::detail::PlanProperty Tag>
struct property_map<const jinjiang::PlanGraph, Tag> : property_map<jinjiang::PlanGraph, Tag> {};

using jinjiang::get;

}  // namespace boost
