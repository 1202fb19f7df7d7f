// SPDX-License-Identifier: BSL-1.0

#include "plain_plan.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/graph/topological_sort.hpp>

namespace benchmark {

namespace jj = jinjiang;

namespace {

jj::Status by_pace(double pace, const jj::Policy& policy) {
  if (pace >= policy.ahead) return jj::Status::ahead;
  if (pace >= policy.on_track) return jj::Status::on_track;
  return pace >= policy.at_risk ? jj::Status::at_risk : jj::Status::off_track;
}

double expected_on(const PlainNode& node, jj::Date day) {
  if (day >= node.due) return 1;
  if (day < node.start) return 0;
  switch (node.measure) {
    case jj::Measure::increment:
    case jj::Measure::net_increment:
    case jj::Measure::count:
      return static_cast<double>(day - node.start + 1) / (node.due - node.start + 1);
    case jj::Measure::growth:
    case jj::Measure::change:
    case jj::Measure::rank:
      return 1;
    default:
      return node.baseline ? static_cast<double>(day - node.start + 1) / (node.due - node.start + 1)
                           : 0;
  }
}

void evaluate_leaf(PlainNode& node, jj::Date as_of, const jj::Policy& policy) {
  const PlainReading* last = nullptr;
  for (const PlainReading& reading : node.readings) {
    if (reading.date <= as_of && (last == nullptr || reading.date >= last->date)) last = &reading;
  }
  node.attainment = node.progress = node.pace = std::nullopt;
  node.coverage = 0;
  if (last == nullptr) {
    node.expected = expected_on(node, as_of);
    node.status = *node.expected > 0 ? jj::Status::no_data : jj::Status::not_due;
    return;
  }
  const bool lower =
      node.comparator == jj::Comparator::at_most || node.comparator == jj::Comparator::below;
  const double sign = lower ? -1 : 1;
  const double scale =
      node.baseline ? std::abs(node.target - *node.baseline) : std::abs(node.target);
  node.progress = 1 + sign * (last->value - node.target) / scale;
  node.attainment = std::clamp(*node.progress, 0.0, 1.0);
  node.expected = expected_on(node, last->date);
  node.coverage = 1;
  const bool met = node.comparator == jj::Comparator::above   ? last->value > node.target
                   : node.comparator == jj::Comparator::below ? last->value < node.target
                   : lower                                    ? last->value <= node.target
                                                              : last->value >= node.target;
  if (*node.expected > 0) node.pace = *node.progress / *node.expected;
  if (met) {
    node.status = as_of >= node.due ? jj::Status::met : jj::Status::met_early;
  } else if (as_of >= node.due) {
    node.status = jj::Status::missed;
  } else {
    node.status = node.pace ? by_pace(*node.pace, policy) : jj::Status::under_way;
  }
}

void evaluate_goal(PlainGraph& graph, PlainGraph::vertex_descriptor goal, jj::Date as_of,
                   const jj::Policy& policy) {
  double weight = 0;
  double weight_with_data = 0;
  double weight_paced = 0;
  double attainment = 0;
  double paced = 0;
  double expected = 0;
  double coverage = 0;
  bool all_met = true;
  for (const auto edge : boost::make_iterator_range(boost::out_edges(goal, graph))) {
    const PlainNode& part = graph[boost::target(edge, graph)];
    const double w = graph[edge].weight;
    weight += w;
    coverage += w * part.coverage;
    if (!part.attainment) continue;
    weight_with_data += w;
    attainment += w * *part.attainment;
    all_met = all_met && jj::is_met(part.status);
    if (!part.pace) continue;
    weight_paced += w;
    paced += w * (part.is_goal ? *part.pace * *part.expected : *part.attainment);
    expected += w * *part.expected;
  }
  PlainNode& node = graph[goal];
  node.coverage = coverage / weight;
  node.attainment = node.progress = node.expected = node.pace = std::nullopt;
  if (weight_with_data > 0) node.attainment = node.progress = attainment / weight_with_data;
  if (weight_paced > 0) {
    node.expected = expected / weight_paced;
    node.pace = paced / expected;
  }
  if (!node.attainment || node.coverage < policy.minimum_coverage) {
    node.status = jj::Status::no_data;
  } else if (all_met) {
    node.status = as_of >= node.due ? jj::Status::met : jj::Status::met_early;
  } else if (as_of >= node.due) {
    node.status = jj::Status::missed;
  } else {
    node.status = node.pace ? by_pace(*node.pace, policy) : jj::Status::under_way;
  }
}

}  // namespace

void PlainPlan::evaluate(jj::Date as_of, const jj::Policy& policy) {
  for (const auto vertex : parts_first) {
    if (graph[vertex].is_goal) {
      evaluate_goal(graph, vertex, as_of, policy);
    } else {
      evaluate_leaf(graph[vertex], as_of, policy);
    }
  }
}

namespace {

/// Keeps what it comes to.
struct Collector : boost::default_bfs_visitor {
  explicit Collector(std::vector<PlainGraph::vertex_descriptor>& into) : found(&into) {}
  template <class Graph>
  void discover_vertex(PlainGraph::vertex_descriptor vertex, const Graph&) {
    found->push_back(vertex);
  }
  std::vector<PlainGraph::vertex_descriptor>* found;
};

}  // namespace

std::size_t PlainPlan::update(const std::string& id, PlainReading reading, jj::Date as_of,
                              const jj::Policy& policy) {
  const auto leaf = by_id.at(id);
  graph[leaf].readings.push_back(reading);
  if (colors.empty()) {
    colors.assign(boost::num_vertices(graph), boost::white_color);
    places.resize(boost::num_vertices(graph));
    for (std::size_t i = 0; i < parts_first.size(); ++i) places[parts_first[i]] = i;
  }
  std::vector<PlainGraph::vertex_descriptor> found;
  boost::queue<PlainGraph::vertex_descriptor> queue;
  const auto color =
      boost::make_iterator_property_map(colors.begin(), boost::get(boost::vertex_index, graph));
  boost::breadth_first_visit(boost::make_reverse_graph(graph), leaf, queue, Collector(found),
                             color);
  std::sort(found.begin(), found.end(), [this](auto a, auto b) { return places[a] < places[b]; });
  for (const auto vertex : found) {
    colors[vertex] = boost::white_color;
    if (graph[vertex].is_goal) {
      evaluate_goal(graph, vertex, as_of, policy);
    } else {
      evaluate_leaf(graph[vertex], as_of, policy);
    }
  }
  return found.size();
}

PlainPlan build_plain(const Synthetic& synthetic) {
  PlainPlan plan;
  auto& by_id = plan.by_id;
  for (std::uint32_t i = 0; i < synthetic.size(); ++i) {
    PlainNode node;
    node.id = synthetic.ids[i];
    node.title = synthetic.titles[i];
    node.is_goal = synthetic.is_goal[i];
    node.target = synthetic.targets[i];
    node.start = synthetic.period.start();
    node.due = synthetic.period.end();
    if (!node.is_goal) node.readings.push_back({synthetic.read_on, synthetic.readings[i]});
    const auto vertex = boost::add_vertex(std::move(node), plan.graph);
    if (!by_id.emplace(synthetic.ids[i], vertex).second) throw std::runtime_error("duplicate id");
  }
  for (const Link& link : synthetic.links) {
    const auto goal = by_id.find(synthetic.ids[link.goal]);
    const auto child = by_id.find(synthetic.ids[link.child]);
    if (goal == by_id.end() || child == by_id.end()) throw std::runtime_error("unknown id");
    boost::add_edge(goal->second, child->second, PlainLink{link.weight}, plan.graph);
  }
  boost::topological_sort(plan.graph, std::back_inserter(plan.parts_first));
  return plan;
}

}  // namespace benchmark
