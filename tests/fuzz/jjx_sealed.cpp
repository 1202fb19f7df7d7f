// SPDX-License-Identifier: BSL-1.0

// Archives whose length and checksum are made to fit, so that the tables are reached.

#include "fuzz/archive.hpp"
#include "io/jjx_bytes.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::read_archive(sealed(std::string(fuzz::text_of(data, size))));
  return 0;
}
