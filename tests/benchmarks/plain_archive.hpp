// SPDX-License-Identifier: BSL-1.0
#pragma once

// The same nodes as a vector of structures in a binary archive of Boost.Serialization: what .jjx is
// measured against.

#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include <boost/archive/binary_iarchive.hpp>
#include <boost/archive/binary_oarchive.hpp>
#include <boost/serialization/string.hpp>
#include <boost/serialization/utility.hpp>
#include <boost/serialization/vector.hpp>

#include "synthetic.hpp"

namespace benchmark {

struct ArchivedNode {
  std::string id;
  std::string title;
  std::string unit;
  bool is_goal = true;
  std::uint8_t comparator = 0;
  std::uint8_t measure = 0;
  double target = 0;
  std::int32_t start = 0;
  std::int32_t due = 0;
  std::vector<std::pair<std::uint32_t, double>> parents;  ///< goal and weight

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& id& title& unit& is_goal& comparator& measure& target& start& due& parents;
  }
};

inline std::vector<ArchivedNode> archived_nodes(const Synthetic& synthetic) {
  std::vector<ArchivedNode> nodes(synthetic.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    nodes[i].id = synthetic.ids[i];
    nodes[i].title = synthetic.titles[i];
    nodes[i].is_goal = synthetic.is_goal[i];
    if (!nodes[i].is_goal) nodes[i].unit = "亩";
    nodes[i].target = synthetic.targets[i];
  }
  for (const Link& link : synthetic.links)
    nodes[link.child].parents.emplace_back(link.goal, link.weight);
  return nodes;
}

inline std::string save_plain(const std::vector<ArchivedNode>& nodes) {
  std::ostringstream out;
  boost::archive::binary_oarchive(out) << nodes;
  return out.str();
}

inline std::vector<ArchivedNode> load_plain(const std::string& bytes) {
  std::istringstream in(bytes);
  std::vector<ArchivedNode> nodes;
  boost::archive::binary_iarchive(in) >> nodes;
  return nodes;
}

}  // namespace benchmark
