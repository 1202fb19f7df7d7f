// SPDX-License-Identifier: BSL-1.0

// Boost's own writers, with the properties of the view.

#include <sstream>

#include <boost/graph/graphml.hpp>
#include <boost/graph/graphviz.hpp>

#include <jinjiang/analysis/graph.hpp>

#include "graph/small_plan.hpp"

namespace {

boost::dynamic_properties properties_of(const jj::PlanGraph& graph) {
  boost::dynamic_properties properties;
  properties.property("node_id", get(jj::node_id, graph));
  properties.property("label", get(jj::node_title, graph));
  properties.property("kind", get(jj::node_kind, graph));
  properties.property("link", get(jj::link_kind, graph));
  properties.property("weight", get(boost::edge_weight, graph));
  properties.property("lag", get(jj::link_lag, graph));
  return properties;
}

}  // namespace

TEST_CASE("write_graphviz writes a view by the numbers of its vertices") {
  const jj::PlanGraph graph(small_plan(), jj::LinkKind::dependency);
  std::ostringstream out;
  boost::write_graphviz(out, graph);
  CHECK(holds(out.str(), "digraph G {"));
  CHECK(holds(out.str(),
              std::to_string(graph.vertex("t")) + "->" + std::to_string(graph.vertex("a")) + " ;"));
}

TEST_CASE("write_graphviz_dp writes ids, titles and properties of links") {
  const jj::PlanGraph graph(small_plan());
  std::ostringstream out;
  boost::write_graphviz_dp(out, graph, properties_of(graph));
  CHECK(holds(out.str(), "a [kind=indicator, label=\"甲\"];"));
  CHECK(holds(out.str(), "t->a  [lag=-3, link=dependency, weight=1];"));
  CHECK(holds(out.str(), "s->a  [lag=0, link=part, weight=5];"));
}

TEST_CASE("write_graphml writes a view with its properties") {
  const jj::PlanGraph graph(small_plan());
  std::ostringstream out;
  boost::write_graphml(out, graph, properties_of(graph));
  CHECK(holds(out.str(), "edgedefault=\"directed\""));
  CHECK(holds(out.str(), ">甲</data>"));
  CHECK(holds(out.str(), "<key id=\"key3\" for=\"edge\" attr.name=\"link\""));
  CHECK(holds(out.str(), ">dependency</data>"));
}
