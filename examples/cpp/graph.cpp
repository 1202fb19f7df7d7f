// SPDX-License-Identifier: BSL-1.0

// Algorithms of Boost.Graph on a plan: in which order to do the work, what a goal rests on, and
// what a delay reaches.

#include <iostream>
#include <iterator>
#include <vector>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/graph/topological_sort.hpp>

#include <jinjiang/analysis/graph.hpp>
#include <jinjiang/jinjiang.hpp>

using namespace std::chrono_literals;
namespace jj = jinjiang;

struct Printer : boost::default_bfs_visitor {
  explicit Printer(const jj::PlanGraph& plan) : graph(plan) {}
  template <class Graph>
  void discover_vertex(jj::PlanGraph::Vertex vertex, const Graph&) const {
    std::cout << ' ' << graph.node(vertex).id();
  }
  const jj::PlanGraph& graph;
};

int main() {
  jj::PlanBuilder draft{"demo", jj::Period{2024y / 1 / 1, 2024y / 12 / 31}};
  draft.goal("land", "拓展更大发展空间");
  draft.task("survey", "摸底低效用地", {.part_of = {"land"}});
  draft.task("clear", "腾退低效用地", {.part_of = {"land"}, .depends_on = {"survey"}});
  draft.task("auction", "挂牌出让", {.part_of = {"land"}, .depends_on = {"clear"}});
  const jj::PlanGraph graph = jj::as_graph(draft.build());

  std::vector<jj::PlanGraph::Vertex> order;
  boost::topological_sort(graph, std::back_inserter(order));
  std::cout << "order:";
  for (const auto vertex : order) std::cout << ' ' << graph.node(vertex).id();

  std::cout << "\nclear rests on:";
  boost::breadth_first_search(graph, graph.vertex("clear"), boost::visitor(Printer{graph}));

  std::cout << "\non clear rests:";
  boost::breadth_first_search(boost::make_reverse_graph(graph), graph.vertex("clear"),
                              boost::visitor(Printer{graph}));
  std::cout << "\n";
}
