// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "fuzz/fuzz.hpp"

namespace fuzz {

/// Reads an archive as what it says it is.
inline void read_archive(std::string_view bytes) {
  using namespace jj::io;
  read_and_keep(
      bytes, [](std::string_view text) { return read_plan_jjx(text); }, write_plan_jjx);
  read_and_keep(
      bytes, [](std::string_view text) { return read_observations_jjx(text); },
      write_observations_jjx);
  read_and_keep(
      bytes, [](std::string_view text) { return read_evaluation_jjx(text); }, write_evaluation_jjx);
}

}  // namespace fuzz
