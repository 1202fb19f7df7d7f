// SPDX-License-Identifier: BSL-1.0

#include <jinjiang/io/file.hpp>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>

#include <jinjiang/io/csv.hpp>
#include <jinjiang/io/json.hpp>

namespace jinjiang::io {

namespace {

struct CloseFile {
  void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

[[noreturn]] void refuse(const std::string& path) { throw FileError(path, errno); }

std::string name_of(const std::string& path) { return path == "-" ? "<stdin>" : path; }

}  // namespace

std::string read_file(const std::string& path) {
  const bool is_input = path == "-";
  std::error_code ignored;
  if (!is_input && std::filesystem::is_directory(path, ignored)) {
    throw FileError(path, EISDIR);
  }
  File owned(is_input ? nullptr : std::fopen(path.c_str(), "rb"));
  std::FILE* const file = is_input ? stdin : owned.get();
  if (file == nullptr) refuse(path);
  std::string text;
  if (!is_input) {
    const auto size = std::filesystem::file_size(path, ignored);
    if (!ignored) text.reserve(size + 1);
  }
  char buffer[1U << 16U];
  std::size_t count = 0;
  while ((count = std::fread(buffer, 1, sizeof buffer, file)) > 0) text.append(buffer, count);
  if (std::ferror(file) != 0) refuse(name_of(path));
  return text;
}

void write_file(const std::string& path, std::string_view text) {
  if (path == "-") {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) refuse("<stdout>");
    return;
  }
  const std::string beside = path + ".part";
  File file(std::fopen(beside.c_str(), "wb"));
  if (!file) refuse(path);
  const bool is_written = std::fwrite(text.data(), 1, text.size(), file.get()) == text.size();
  const bool is_closed = std::fclose(file.release()) == 0;
  if (is_written && is_closed && std::rename(beside.c_str(), path.c_str()) == 0) return;
  const int reason = errno;
  std::remove(beside.c_str());
  errno = reason;
  refuse(path);
}

Plan load_plan(const std::string& path) {
  return read_plan_json(read_file(path), {.file = name_of(path)});
}

void save_plan(const Plan& plan, const std::string& path) {
  write_file(path, write_plan_json(plan));
}

Observations load_observations(const std::string& path, const UnitTable& units, const Plan* plan) {
  const std::string text = read_file(path);
  const ReadOptions options{.file = name_of(path), .plan = plan};
  const std::size_t first = text.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  const bool is_json = first != std::string::npos && text[first] == '{';
  return is_json ? read_observations_json(text, options, units)
                 : read_observations_csv(text, options, units);
}

void save_observations(const Observations& observations, const std::string& path) {
  write_file(path, path.ends_with(".csv") ? write_observations_csv(observations)
                                          : write_observations_json(observations));
}

}  // namespace jinjiang::io
