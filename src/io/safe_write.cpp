// SPDX-License-Identifier: BSL-1.0

#include "io/safe_write.hpp"

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include <jinjiang/model/error.hpp>

namespace jinjiang::io {

namespace {

namespace fs = std::filesystem;

/// An open file, closed on every way out.
class OpenFile {
 public:
  OpenFile(const SystemCalls& calls, int file) noexcept : calls_(calls), file_(file) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (file_ >= 0) static_cast<void>(calls_.close(file_));
  }

  [[nodiscard]] int number() const noexcept { return file_; }
  /// Whether closing it, which may report a late failure to write, went well.
  [[nodiscard]] bool close() noexcept { return calls_.close(std::exchange(file_, -1)) == 0; }

 private:
  const SystemCalls& calls_;
  int file_;
};

bool write_all(const SystemCalls& calls, int file, std::string_view bytes) noexcept {
  while (!bytes.empty()) {
    const ssize_t count = calls.write(file, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    if (count == 0) return errno = ENOSPC, false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

/// The file that a path means in the end: links are followed, also one that points to nothing yet.
std::string followed(const std::string& path) {
  fs::path target = path;
  constexpr int most_links = 40;
  for (int i = 0; i < most_links; ++i) {
    std::error_code reason;
    const fs::path next = fs::read_symlink(target, reason);
    if (reason) return target.string();
    target = next.is_absolute() ? next : target.parent_path() / next;
  }
  throw FileError(path, ELOOP);
}

/// Writes the new file beside the old one and lets it take its place.
class Replacement {
 public:
  Replacement(const SystemCalls& calls, const std::string& path)
      : calls_(calls), path_(path), target_(followed(path)), folder_(folder_of(target_)) {}

  void write(std::string_view bytes, const struct stat* old) {
    OpenFile file(calls_, open_beside());
    const bool is_written = (old == nullptr || keep_mode(file.number(), old->st_mode)) &&
                            write_all(calls_, file.number(), bytes) &&
                            calls_.synchronize(file.number()) == 0 && file.close() &&
                            calls_.rename(beside_.c_str(), target_.c_str()) == 0;
    if (!is_written) {
      const int reason = errno;
      static_cast<void>(calls_.remove(beside_.c_str()));
      throw FileError(path_, reason);
    }
    synchronize_folder();
  }

 private:
  static std::string folder_of(const std::string& path) {
    const fs::path folder = fs::path(path).parent_path();
    return folder.empty() ? "." : folder.string();
  }

  /// A new file of a name that nobody else has; its mode is that of every new file.
  [[nodiscard]] int open_beside() {
    static std::atomic<unsigned> count = 0;
    constexpr int most_tries = 1000;
    for (int i = 0; i < most_tries; ++i) {
      beside_ = folder_ + "/.jinjiang-" + std::to_string(::getpid()) + "-" +
                std::to_string(count++) + ".part";
      const int file = calls_.open(beside_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (file >= 0) return file;
      if (errno != EEXIST && errno != EINTR) throw FileError(path_, errno);
    }
    throw FileError(path_, EEXIST);
  }

  [[nodiscard]] bool keep_mode(int file, mode_t mode) const noexcept {
    constexpr mode_t permissions = 07777;
    return calls_.change_mode(file, mode & permissions) == 0;
  }

  /// Makes the new name last. Some file systems cannot do this for a folder, and need not.
  void synchronize_folder() {
    OpenFile folder(calls_, calls_.open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0));
    const bool is_done = folder.number() >= 0 && calls_.synchronize(folder.number()) == 0;
    if (!is_done && errno != EINVAL && errno != ENOTSUP) throw FileError(path_, errno);
  }

  const SystemCalls& calls_;
  const std::string& path_;
  std::string target_;
  std::string folder_;
  std::string beside_;
};

}  // namespace

const SystemCalls& system_calls() noexcept {
  static const SystemCalls calls{
      .open = [](const char* path, int flags, mode_t mode) { return ::open(path, flags, mode); },
      .write = ::write,
      .change_mode = ::fchmod,
      .synchronize = ::fsync,
      .close = ::close,
      .rename = ::rename,
      .remove = ::unlink};
  return calls;
}

void write_safely(const std::string& path, std::string_view bytes, const SystemCalls& calls) {
  struct stat old {};
  const bool exists = ::stat(path.c_str(), &old) == 0;
  if (!exists && errno != ENOENT) throw FileError(path, errno);
  if (exists && S_ISDIR(old.st_mode)) throw FileError(path, EISDIR);
  if (!exists || S_ISREG(old.st_mode))
    return Replacement(calls, path).write(bytes, exists ? &old : nullptr);
  OpenFile file(calls, calls.open(path.c_str(), O_WRONLY | O_CLOEXEC, 0));
  if (file.number() < 0 || !write_all(calls, file.number(), bytes) || !file.close())
    throw FileError(path, errno);
}

}  // namespace jinjiang::io
