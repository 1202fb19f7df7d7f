// SPDX-License-Identifier: BSL-1.0
#pragma once

// Writing a file so that a crash, a full disk or a signal leaves the old one or the new one whole.

#include <string>
#include <string_view>

#include <sys/stat.h>
#include <sys/types.h>

namespace jinjiang::io {

/// The calls that may fail on the way. Tests put their own in their place.
struct SystemCalls {
  int (*open)(const char* path, int flags, mode_t mode);
  ssize_t (*write)(int file, const void* bytes, std::size_t count);
  int (*change_mode)(int file, mode_t mode);
  int (*synchronize)(int file);
  int (*close)(int file);
  int (*rename)(const char* from, const char* to);
  int (*remove)(const char* path);
};

/// Those of the system.
[[nodiscard]] const SystemCalls& system_calls() noexcept;

/// @throws FileError  the old file stands, and nothing is left beside it
void write_safely(const std::string& path, std::string_view bytes, const SystemCalls& calls);

}  // namespace jinjiang::io
