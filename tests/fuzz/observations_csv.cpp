// SPDX-License-Identifier: BSL-1.0

#include "fuzz/fuzz.hpp"

namespace {

/// Who collects gets the same readings as who does not, or is told of rows.
void collect(std::string_view text) {
  try {
    const auto found = jj::io::collect_observations_csv(text);
    if (!found.rejected.empty()) return;
    found.observations.check();
    if (found.observations != jj::io::read_observations_csv(text)) fuzz::fail("other readings");
  } catch (const jj::Error&) {
    return;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  collect(fuzz::text_of(data, size));
  fuzz::read_and_keep(
      fuzz::text_of(data, size),
      [](std::string_view text) { return jj::io::read_observations_csv(text); },
      jj::io::write_observations_csv);
  return 0;
}
