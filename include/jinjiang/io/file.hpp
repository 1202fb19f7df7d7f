// SPDX-License-Identifier: BSL-1.0
#pragma once

// Plans, observations and evaluations from and to files. `-` is standard input or output. What is
// read is told apart by its first bytes, what is written by the file's name: .json, .jjx; for
// observations and evaluations also .csv; for plans also .dot, .mmd and .graphml, which are never
// read.

#include <string>
#include <string_view>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/evaluation/evaluation.hpp>
#include <jinjiang/io/options.hpp>

namespace jinjiang::io {

/// @throws FileError  it cannot be read, and why
[[nodiscard]] JINJIANG_EXPORT std::string read_file(const std::string& path);

/// Writes a new file beside the old one, makes sure that it is on the disk, and lets it take the
/// old one's place: at every moment there is the old file or the new one, whole. Keeps the old
/// file's mode and follows links. What is no regular file, such as a pipe, is written to as it is.
/// @throws FileError  it cannot be written, and why; the old file stands
JINJIANG_EXPORT void write_file(const std::string& path, std::string_view bytes);

/// What a file may be written as; plans, observations and evaluations are read from the first
/// three.
enum class FileFormat : std::uint8_t { json, jjx, csv, dot, mermaid, graphml };

/// The format that a file's name asks for; JSON for `-`.
/// @throws FormatError  the name ends otherwise
/// @throws FileError    it is a folder
[[nodiscard]] JINJIANG_EXPORT FileFormat format_of_name(const std::string& path);
/// The format that a text or archive is in: one of the first three.
[[nodiscard]] JINJIANG_EXPORT FileFormat format_of_content(std::string_view bytes) noexcept;
/// Whether bytes are read as an archive: they begin like one, or their file is named .jjx and they
/// are no JSON, for which the reader of archives has the right words.
[[nodiscard]] JINJIANG_EXPORT bool is_read_as_jjx(std::string_view bytes,
                                                  const ReadOptions& options) noexcept;

/// @throws FileError, FormatError, PlanError
[[nodiscard]] JINJIANG_EXPORT Plan load_plan(const std::string& path);
/// @throws FileError, FormatError
JINJIANG_EXPORT void save_plan(const Plan& plan, const std::string& path);
/// @throws FormatError  plans are not written as CSV
[[nodiscard]] JINJIANG_EXPORT std::string write_plan(const Plan& plan, FileFormat format);
/// From bytes that are in memory.
/// @throws FormatError, PlanError
[[nodiscard]] JINJIANG_EXPORT Plan read_plan(std::string_view bytes,
                                             const ReadOptions& options = {});

/// Told apart by what the file holds: JSON, .jjx or CSV.
/// @param plan  whose nodes the readings must be of; without one any id will do
/// @throws FileError, FormatError, ObservationError
[[nodiscard]] JINJIANG_EXPORT Observations
load_observations(const std::string& path, const UnitTable& units = UnitTable::standard(),
                  const Plan* plan = nullptr);
/// In the format that the name asks for.
/// @throws FileError, FormatError
JINJIANG_EXPORT void save_observations(const Observations& observations, const std::string& path);
/// @throws FormatError  only plans are written as graphs
[[nodiscard]] JINJIANG_EXPORT std::string write_observations(const Observations& observations,
                                                             FileFormat format);
/// From bytes that are in memory.
/// @throws FormatError, ObservationError
[[nodiscard]] JINJIANG_EXPORT Observations
read_observations(std::string_view bytes, const ReadOptions& options = {},
                  const UnitTable& units = UnitTable::standard());

/// @param plan  what a JSON document is of; an archive holds its plan, which must be this one
/// @throws FileError, FormatError
[[nodiscard]] JINJIANG_EXPORT Evaluation load_evaluation(const std::string& path, const Plan& plan);
/// From an archive.
/// @throws FileError, FormatError
[[nodiscard]] JINJIANG_EXPORT Evaluation load_evaluation(const std::string& path);
/// From bytes that are in memory; `plan` as for load_evaluation().
/// @throws FormatError
[[nodiscard]] JINJIANG_EXPORT Evaluation read_evaluation(std::string_view bytes, const Plan& plan,
                                                         const ReadOptions& options = {});
/// From the bytes of an archive.
/// @throws FormatError
[[nodiscard]] JINJIANG_EXPORT Evaluation read_evaluation(std::string_view bytes,
                                                         const ReadOptions& options = {});
/// In the format that the name asks for.
/// @throws FileError, FormatError
JINJIANG_EXPORT void save_evaluation(const Evaluation& evaluation, const std::string& path);
/// As CSV the results alone, which cannot be loaded again.
/// @throws FormatError  only plans are written as graphs
[[nodiscard]] JINJIANG_EXPORT std::string write_evaluation(const Evaluation& evaluation,
                                                           FileFormat format);

}  // namespace jinjiang::io
