// SPDX-License-Identifier: BSL-1.0
#pragma once

// A plan copied into Boost's own adjacency_list, edge by edge from what the plan says of its nodes.

#include <boost/graph/adjacency_list.hpp>

#include <jinjiang/analysis/graph.hpp>

using PlainGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;

inline PlainGraph plain_graph(const jj::Plan& plan, bool parts = true, bool dependencies = true) {
  PlainGraph graph(plan.size());
  for (const jj::Node node : plan.nodes()) {
    if (parts) {
      for (const jj::PartLink& link : plan.part_links(node))
        add_edge(link.parent.row(), node.row(), graph);
    }
    if (dependencies) {
      for (const jj::Dependency& link : plan.predecessors(node))
        add_edge(node.row(), link.predecessor.row(), graph);
    }
  }
  return graph;
}
