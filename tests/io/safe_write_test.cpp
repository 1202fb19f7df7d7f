// SPDX-License-Identifier: BSL-1.0

// Every call of a safe write fails once: afterwards there is the old file or the new one, whole,
// and nothing beside it.

#include <cerrno>
#include <thread>

#include <sys/stat.h>

#include "io/documents.hpp"
#include "io/folder.hpp"
#include "io/safe_write.hpp"

namespace {

using jj::io::system_calls;
using jj::io::SystemCalls;

int calls_until_failure = 0;
int reason = EIO;
int open_files = 0;

/// Whether this call is the one that fails.
bool fails() {
  if (--calls_until_failure != 0) return false;
  errno = reason;
  return true;
}

/// The system's calls, of which one fails; a write puts one byte at most in three.
const SystemCalls failing{
    .open =
        [](const char* path, int flags, mode_t mode) {
          if (fails()) return -1;
          const int file = system_calls().open(path, flags, mode);
          open_files += file >= 0 ? 1 : 0;
          return file;
        },
    .write = [](int file, const void* bytes, std::size_t count) -> ssize_t {
      if (fails()) return -1;
      return system_calls().write(file, bytes, count > 2 ? count / 2 : count);
    },
    .change_mode =
        [](int file, mode_t mode) { return fails() ? -1 : system_calls().change_mode(file, mode); },
    .synchronize = [](int file) { return fails() ? -1 : system_calls().synchronize(file); },
    .close =
        [](int file) {
          // A close that fails has closed the file all the same.
          --open_files;
          const int result = system_calls().close(file);
          return fails() ? -1 : result;
        },
    .rename = [](const char* from,
                 const char* to) { return fails() ? -1 : system_calls().rename(from, to); },
    .remove = [](const char* path) { return system_calls().remove(path); }};

std::string mode_of(const std::string& path) {
  const auto mode = static_cast<unsigned>(fs::status(path).permissions());
  char text[8];
  std::snprintf(text, sizeof text, "%04o", mode);
  return text;
}

}  // namespace

TEST_CASE("whichever call fails, the old file or the new one is there, whole") {
  const bool has_old = GENERATE(true, false);
  reason = GENERATE(EIO, ENOSPC, EDQUOT);
  bool is_done = false;
  int failures = 0;
  for (int k = 1; !is_done; ++k) {
    const Folder folder;
    const std::string path = folder / "f";
    if (has_old) jj::io::write_file(path, "old");
    calls_until_failure = k;
    open_files = 0;
    INFO("call " << k << " of a write fails with " << reason << ", old file: " << has_old);
    try {
      jj::io::write_safely(path, "a new text", failing);
      is_done = calls_until_failure > 0;
      CHECK(jj::io::read_file(path) == "a new text");
    } catch (const jj::FileError& error) {
      ++failures;
      CHECK(error.code().value() == reason);
      CHECK(error.path() == path);
      if (fs::exists(path)) {
        const std::string found = jj::io::read_file(path);
        CHECK((found == "a new text" || (has_old && found == "old")));
      } else {
        CHECK_FALSE(has_old);
      }
    }
    CHECK(folder.files() == (fs::exists(path) ? 1 : 0));
    CHECK(open_files == 0);
    REQUIRE(k < 100);
  }
  // open, four writes and more, the mode, two times fsync and close, rename, the folder's open
  CHECK(failures >= 9);
}

TEST_CASE("a write that a signal interrupts goes on") {
  const Folder folder;
  reason = EINTR;
  calls_until_failure = 2;  // the first write
  jj::io::write_safely(folder / "f", "text", failing);
  CHECK(calls_until_failure < 0);
  CHECK(jj::io::read_file(folder / "f") == "text");
}

TEST_CASE("the mode of the old file is kept") {
  const Folder folder;
  const auto mode = GENERATE(0640U, 0600U, 0755U, 0444U);
  jj::io::write_file(folder / "f", "old");
  fs::permissions(folder / "f", static_cast<fs::perms>(mode));
  jj::io::write_file(folder / "f", "new");
  CHECK(jj::io::read_file(folder / "f") == "new");
  CHECK(static_cast<unsigned>(fs::status(folder / "f").permissions()) == mode);
}

TEST_CASE("a new file gets the mode of every new file") {
  const Folder folder;
  const mode_t before = ::umask(027);
  jj::io::write_file(folder / "f", "new");
  ::umask(before);
  CHECK(mode_of(folder / "f") == "0640");
}

TEST_CASE("links are followed and stay") {
  const Folder folder;
  fs::create_directory(folder / "there");
  jj::io::write_file(folder / "there/f", "old");
  fs::create_symlink("there/f", folder / "link");
  fs::create_symlink(folder / "link", folder / "link of a link");
  jj::io::write_file(folder / "link of a link", "new");
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(fs::is_symlink(folder / "link of a link"));
  CHECK(jj::io::read_file(folder / "there/f") == "new");

  fs::create_symlink("there/not yet", folder / "ahead");
  jj::io::write_file(folder / "ahead", "first");
  CHECK(fs::is_symlink(folder / "ahead"));
  CHECK(jj::io::read_file(folder / "there/not yet") == "first");
}

TEST_CASE("links that go round are refused") {
  const Folder folder;
  fs::create_symlink("b", folder / "a");
  fs::create_symlink("a", folder / "b");
  const auto text = message_of<jj::FileError>([&] { jj::io::write_file(folder / "a", "new"); });
  CHECK(holds(text, "Too many levels of symbolic links"));
}

TEST_CASE("what is no regular file is written to as it is") {
  jj::io::write_file("/dev/null", "text");
  CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("the longest name that a folder takes can be written") {
  const Folder folder;
  std::string name = ".json";
  name.insert(0, 250, 'x');
  jj::io::write_file(folder / name.c_str(), "text");
  CHECK(jj::io::read_file(folder / name.c_str()) == "text");
}

TEST_CASE("two writers at once leave one of the two texts") {
  const Folder folder;
  const std::string path = folder / "f";
  const std::string a(300'000, 'a');
  const std::string b(200'000, 'b');
  std::thread other([&] {
    for (int i = 0; i < 20; ++i) jj::io::write_file(path, a);
  });
  for (int i = 0; i < 20; ++i) jj::io::write_file(path, b);
  other.join();
  const std::string found = jj::io::read_file(path);
  CHECK((found == a || found == b));
  CHECK(folder.files() == 1);
}
