// SPDX-License-Identifier: BSL-1.0
#pragma once

// What every fuzz target asks of a reader: it refuses a text with an error of the library, or reads
// a value that it writes and reads again.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include <jinjiang/io.hpp>

namespace jj = jinjiang;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

[[noreturn]] inline void fail(const char* what) {
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

/// Reads a text; what it holds must keep.
template <class Read, class Write>
void read_and_keep(std::string_view text, const Read& read, const Write& write) {
  std::string first;
  try {
    first = write(read(text));
  } catch (const jj::Error&) {
    return;
  }
  if (write(read(std::string_view(first))) != first) fail("it is not written the same again");
}

}  // namespace fuzz
