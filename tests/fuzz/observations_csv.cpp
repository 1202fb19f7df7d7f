// SPDX-License-Identifier: BSL-1.0

#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::read_and_keep(
      fuzz::text_of(data, size),
      [](std::string_view text) { return jj::io::read_observations_csv(text); },
      jj::io::write_observations_csv);
  return 0;
}
