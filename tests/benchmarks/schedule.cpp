// SPDX-License-Identifier: BSL-1.0

// A schedule of 100,000 tasks with 300,000 dependencies, against the critical path method written
// plainly over boost::adjacency_list.

#include "../support/catch.hpp"

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/topological_sort.hpp>

#include <jinjiang/analysis/schedule.hpp>
#include <jinjiang/model/builder.hpp>

namespace jj = jinjiang;

namespace {

constexpr unsigned tasks = 100'000;
constexpr unsigned links_a_task = 3;

struct Link {
  unsigned successor;
  unsigned predecessor;
  int lag;
};

struct Network {
  std::vector<int> durations;
  std::vector<Link> links;
};

/// Tasks wait for some of the thousand before them; their ids are in another order.
Network make_network() {
  std::mt19937 engine(7);
  const auto below = [&engine](unsigned most) { return engine() % most; };
  Network network;
  for (unsigned task = 0; task < tasks; ++task) {
    network.durations.push_back(1 + static_cast<int>(below(20)));
    std::vector<unsigned> taken;
    while (taken.size() < std::min(links_a_task, task)) {
      const unsigned from = task - 1 - static_cast<unsigned>(below(std::min(task, 1000U)));
      if (std::find(taken.begin(), taken.end(), from) != taken.end()) continue;
      taken.push_back(from);
      network.links.push_back({task, from, below(4) == 0 ? static_cast<int>(below(5)) : 0});
    }
  }
  return network;
}

std::string id_of(unsigned task) { return "t" + std::to_string(task * 7919ULL % 1'000'003ULL); }

jj::Plan build(const Network& network) {
  using namespace std::chrono_literals;
  jj::PlanBuilder draft{"network", jj::Period{2024y / 1 / 1, 2024y / 12 / 31}};
  for (unsigned task = 0; task < tasks; ++task)
    draft.task(id_of(task), "", {.duration = network.durations[task]});
  for (const Link& link : network.links) {
    draft.depends_on(id_of(link.successor),
                     {id_of(link.predecessor), jj::DependencyType::FS, link.lag});
  }
  return std::move(draft).build();
}

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS,
                                    boost::no_property, boost::property<boost::edge_weight_t, int>>;

struct Times {
  std::vector<std::int64_t> early;
  std::vector<std::int64_t> late;
};

Times plain(const Graph& graph, const std::vector<int>& durations) {
  std::vector<Graph::vertex_descriptor> order;
  boost::topological_sort(graph, std::back_inserter(order));
  const auto lag = get(boost::edge_weight, graph);
  Times times{std::vector<std::int64_t>(durations.size()), {}};
  for (auto at = order.rbegin(); at != order.rend(); ++at) {
    for (const auto edge : boost::make_iterator_range(in_edges(*at, graph))) {
      const auto from = source(edge, graph);
      times.early[*at] =
          std::max(times.early[*at], times.early[from] + durations[from] + get(lag, edge));
    }
  }
  std::int64_t finish = 0;
  for (std::size_t i = 0; i < durations.size(); ++i)
    finish = std::max(finish, times.early[i] + durations[i]);
  times.late.assign(durations.size(), finish);
  for (const auto vertex : order) {
    std::int64_t late = finish;
    for (const auto edge : boost::make_iterator_range(out_edges(vertex, graph)))
      late = std::min(late, times.late[target(edge, graph)] - get(lag, edge));
    times.late[vertex] = late - durations[vertex];
  }
  return times;
}

}  // namespace

TEST_CASE("a schedule of 100,000 tasks with 300,000 dependencies") {
  const Network network = make_network();
  const jj::Plan plan = build(network);
  Graph graph(tasks);
  for (const Link& link : network.links)
    add_edge(link.predecessor, link.successor, link.lag, graph);
  const jj::Schedule ours = jj::schedule(plan);
  const Times wanted = plain(graph, network.durations);
  std::size_t different = 0;
  for (unsigned task = 0; task < tasks; ++task) {
    const jj::NodeSchedule dates = ours[id_of(task)];
    const auto early = *dates.early_start - plan.period().start();
    different +=
        early == wanted.early[task] && *dates.total_float == wanted.late[task] - wanted.early[task]
            ? 0
            : 1;
  }
  REQUIRE(different == 0);
  BENCHMARK("schedule_100k") { return jj::schedule(plan); };
  BENCHMARK("schedule_100k plain") { return plain(graph, network.durations); };
}
