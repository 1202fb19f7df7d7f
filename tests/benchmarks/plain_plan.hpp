// SPDX-License-Identifier: BSL-1.0
#pragma once

// The same plan and the same rules written plainly over boost::adjacency_list: what we are measured
// against.

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <boost/graph/adjacency_list.hpp>

#include <jinjiang/jinjiang.hpp>

#include "synthetic.hpp"

namespace benchmark {

struct PlainReading {
  jinjiang::Date date;
  double value;
};

struct PlainNode {
  std::string id;
  std::string title;
  bool is_goal = true;
  jinjiang::Comparator comparator = jinjiang::Comparator::reach;
  jinjiang::Measure measure = jinjiang::Measure::increment;
  double target = 0;
  std::optional<double> baseline;
  jinjiang::Date start;
  jinjiang::Date due;
  std::vector<PlainReading> readings;

  jinjiang::Status status = jinjiang::Status::not_due;
  std::optional<double> attainment;
  std::optional<double> progress;
  std::optional<double> expected;
  std::optional<double> pace;
  double coverage = 0;
};

struct PlainLink {
  double weight = 1;
};

/// Edges run from goal to part.
using PlainGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, PlainNode, PlainLink>;

struct PlainPlan {
  PlainGraph graph;
  std::vector<PlainGraph::vertex_descriptor> parts_first;  ///< the order, kept
  std::unordered_map<std::string, PlainGraph::vertex_descriptor> by_id;

  void evaluate(jinjiang::Date as_of, const jinjiang::Policy& policy);

  /// Takes a reading in, finds the ancestors by breadth-first search and evaluates them anew.
  /// @return  the number of nodes evaluated
  std::size_t update(const std::string& id, PlainReading reading, jinjiang::Date as_of,
                     const jinjiang::Policy& policy);

  // Of update(), kept from one to the next.
  std::vector<std::size_t> places;  ///< in the order
  std::vector<boost::default_color_type> colors;
};

[[nodiscard]] PlainPlan build_plain(const Synthetic& synthetic);

}  // namespace benchmark
