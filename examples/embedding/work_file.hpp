// SPDX-License-Identifier: BSL-1.0
#pragma once

// The office system's own document: a plan and its readings are two members among others, and
// travel in the system's own archive.

#include <string>
#include <vector>

#include <boost/serialization/string.hpp>
#include <boost/serialization/vector.hpp>
#include <jinjiang/io/archive.hpp>

namespace office {

struct WorkFile {
  std::string number;  ///< 文号
  std::string keeper;  ///< who keeps the file
  std::vector<std::string> log;
  jinjiang::Plan plan;
  jinjiang::Observations seen;

  template <class Archive>
  void serialize(Archive& archive, unsigned /*version*/) {
    archive& number;
    archive& keeper;
    archive& log;
    archive& plan;
    archive& seen;
  }
};

}  // namespace office
