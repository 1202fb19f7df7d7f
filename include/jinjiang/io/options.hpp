// SPDX-License-Identifier: BSL-1.0
#pragma once

// What every reader may be told.

#include <cstddef>
#include <string>

#include <jinjiang/model/builder.hpp>

namespace jinjiang::io {

/// What to read, how much of it, and what errors call it.
struct ReadOptions {
  std::string file = {};                           ///< name for messages
  std::size_t most_nodes = Limits::nodes;          ///< nodes of a plan, or readings
  std::size_t most_bytes = std::size_t{4} << 30U;  ///< of the whole text
  /// Whose nodes the readings of observations must be of; without one any id will do.
  const Plan* plan = nullptr;
};

}  // namespace jinjiang::io
