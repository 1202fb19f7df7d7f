// SPDX-License-Identifier: BSL-1.0

// write_archives FOLDER: writes the files of tests/archives for a new version of the formats.

#include <cstdio>

#include "archives/samples.hpp"

int main(int argc, char* argv[]) {
  if (argc != 2) {
    std::fputs("usage: write_archives FOLDER\n", stderr);
    return 2;
  }
  for (const auto& [name, bytes] : samples::files())
    jj::io::write_file(std::string(argv[1]) + "/" + name, bytes);
}
