// SPDX-License-Identifier: BSL-1.0

#include "fuzz/archive.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::read_archive(fuzz::text_of(data, size));
  return 0;
}
