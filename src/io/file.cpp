// SPDX-License-Identifier: BSL-1.0

#include <jinjiang/io/file.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/io/csv.hpp>
#include <jinjiang/io/graph_text.hpp>
#include <jinjiang/io/jjx.hpp>
#include <jinjiang/io/json.hpp>

#include "io/safe_write.hpp"

namespace jinjiang::io {

namespace {

struct CloseFile {
  void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

[[noreturn]] void refuse(const std::string& path) { throw FileError(path, errno); }

std::string name_of(const std::string& path) { return path == "-" ? "<stdin>" : path; }

[[noreturn]] void refuse_graph(const std::string& what) {
  throw FormatError({}, what + " cannot be written as a graph; use .json, .jjx or .csv");
}

/// Whether a name has an ending, in lower or upper case.
bool ends_like(std::string_view name, std::string_view ending) noexcept {
  if (name.size() < ending.size()) return false;
  name.remove_prefix(name.size() - ending.size());
  return std::equal(name.begin(), name.end(), ending.begin(), [](char c, char wanted) {
    return (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) == wanted;
  });
}

void write_to(const std::string& path, std::string_view bytes) {
  if (path != "-") return write_safely(path, bytes, system_calls());
  if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size() ||
      std::fflush(stdout) != 0) {
    refuse("<stdout>");
  }
}

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

void write_file(const std::string& path, std::string_view bytes) { write_to(path, bytes); }

FileFormat format_of_name(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) throw FileError(path, EISDIR);
  if (path == "-" || ends_like(path, ".json")) return FileFormat::json;
  if (ends_like(path, ".jjx")) return FileFormat::jjx;
  if (ends_like(path, ".csv")) return FileFormat::csv;
  if (ends_like(path, ".dot")) return FileFormat::dot;
  if (ends_like(path, ".mmd")) return FileFormat::mermaid;
  if (ends_like(path, ".graphml")) return FileFormat::graphml;
  throw FormatError({}, "the name " + detail::in_quotes(path) +
                            " does not say the format; expected one that ends in .json, .jjx or, "
                            "for observations, .csv, or, for a plan, .dot, .mmd or .graphml");
}

FileFormat format_of_content(std::string_view bytes) noexcept {
  if (is_jjx(bytes)) return FileFormat::jjx;
  const std::size_t first = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  const bool is_object = first != std::string_view::npos && bytes[first] == '{';
  return is_object ? FileFormat::json : FileFormat::csv;
}

bool is_read_as_jjx(std::string_view bytes, const ReadOptions& options) noexcept {
  if (is_jjx(bytes)) return true;
  return ends_like(options.file, ".jjx") && format_of_content(bytes) != FileFormat::json;
}

Plan read_plan(std::string_view bytes, const ReadOptions& options) {
  return is_read_as_jjx(bytes, options) ? read_plan_jjx(bytes, options)
                                        : read_plan_json(bytes, options);
}

std::string write_plan(const Plan& plan, FileFormat format) {
  switch (format) {
    case FileFormat::json:
      return write_plan_json(plan);
    case FileFormat::jjx:
      return write_plan_jjx(plan);
    case FileFormat::dot:
      return write_dot(plan);
    case FileFormat::mermaid:
      return write_mermaid(plan);
    case FileFormat::graphml:
      return write_graphml(plan);
    case FileFormat::csv:
      break;
  }
  throw FormatError({}, "a plan cannot be written as CSV; use .json, .jjx, .dot, .mmd or .graphml");
}

Plan load_plan(const std::string& path) {
  return read_plan(read_file(path), {.file = name_of(path)});
}

void save_plan(const Plan& plan, const std::string& path) {
  write_to(path, write_plan(plan, format_of_name(path)));
}

Observations read_observations(std::string_view bytes, const ReadOptions& options,
                               const UnitTable& units) {
  if (is_read_as_jjx(bytes, options)) return read_observations_jjx(bytes, options);
  if (format_of_content(bytes) == FileFormat::json)
    return read_observations_json(bytes, options, units);
  return read_observations_csv(bytes, options, units);
}

std::string write_observations(const Observations& observations, FileFormat format) {
  switch (format) {
    case FileFormat::json:
      return write_observations_json(observations);
    case FileFormat::jjx:
      return write_observations_jjx(observations);
    case FileFormat::csv:
      return write_observations_csv(observations);
    default:
      break;
  }
  refuse_graph("observations");
}

Observations load_observations(const std::string& path, const UnitTable& units, const Plan* plan) {
  return read_observations(read_file(path), {.file = name_of(path), .plan = plan}, units);
}

void save_observations(const Observations& observations, const std::string& path) {
  write_to(path, write_observations(observations, format_of_name(path)));
}

std::string write_evaluation(const Evaluation& evaluation, FileFormat format) {
  switch (format) {
    case FileFormat::json:
      return write_evaluation_json(evaluation);
    case FileFormat::jjx:
      return write_evaluation_jjx(evaluation);
    case FileFormat::csv:
      return write_evaluation_csv(evaluation);
    default:
      break;
  }
  refuse_graph("an evaluation");
}

Evaluation read_evaluation(std::string_view bytes, const Plan& plan, const ReadOptions& options) {
  if (!is_read_as_jjx(bytes, options)) return read_evaluation_json(bytes, plan, options);
  Evaluation evaluation = read_evaluation_jjx(bytes, options);
  if (evaluation.plan() == plan) return evaluation;
  throw FormatError({options.file, 0, 0, {}},
                    "it holds an evaluation of plan " + detail::in_quotes(evaluation.plan().id()) +
                        " as it was then, which is not the plan that was given");
}

Evaluation read_evaluation(std::string_view bytes, const ReadOptions& options) {
  if (is_read_as_jjx(bytes, options)) return read_evaluation_jjx(bytes, options);
  try {
    static_cast<void>(read_evaluation_json(bytes, Plan(), options));
  } catch (const FormatError& error) {
    if (error.place().pointer == "/format") throw;  // it is something else
  }
  throw FormatError({options.file, 0, 0, {}},
                    "an evaluation in JSON does not hold its plan; load it with the plan");
}

Evaluation load_evaluation(const std::string& path, const Plan& plan) {
  return read_evaluation(read_file(path), plan, {.file = name_of(path)});
}

Evaluation load_evaluation(const std::string& path) {
  return read_evaluation(read_file(path), {.file = name_of(path)});
}

void save_evaluation(const Evaluation& evaluation, const std::string& path) {
  write_to(path, write_evaluation(evaluation, format_of_name(path)));
}

}  // namespace jinjiang::io
