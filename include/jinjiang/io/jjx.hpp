// SPDX-License-Identifier: BSL-1.0
#pragma once

// Plans, observations and evaluations as .jjx archives: a fifth of the time of JSON, the same bytes
// on every machine. An envelope (magic, version, kind, length, checksum) is verified before
// anything is read; docs/formats.md describes the layout.

#include <cstdint>
#include <string>
#include <string_view>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/evaluation/evaluation.hpp>
#include <jinjiang/io/options.hpp>

namespace jinjiang::io {

/// Version of the .jjx format that is written; older ones are read, newer ones refused.
inline constexpr std::uint32_t jjx_version = 1;

/// What an archive may hold.
enum class JjxKind : std::uint8_t { plan, observations, evaluation };

/// Whether bytes begin like a .jjx archive.
[[nodiscard]] JINJIANG_EXPORT bool is_jjx(std::string_view bytes) noexcept;
/// What an archive says it holds.
/// @throws FormatError  damaged, or no archive
[[nodiscard]] JINJIANG_EXPORT JjxKind kind_of_jjx(std::string_view bytes,
                                                  const ReadOptions& options = {});

/// @throws FormatError  not an archive, damaged, cut short, of another kind, or of a newer version
/// @throws PlanError    what it holds is no plan
/// @par Complexity  linear in the bytes
[[nodiscard]] JINJIANG_EXPORT Plan read_plan_jjx(std::string_view bytes,
                                                 const ReadOptions& options = {});
/// Readings, in the order in which they were added.
/// @throws FormatError  as read_plan_jjx()
/// @throws ObservationError  what it holds are no readings
[[nodiscard]] JINJIANG_EXPORT Observations read_observations_jjx(std::string_view bytes,
                                                                 const ReadOptions& options = {});
/// The plan, the observations and the options of an evaluation, evaluated again.
[[nodiscard]] JINJIANG_EXPORT Evaluation read_evaluation_jjx(std::string_view bytes,
                                                             const ReadOptions& options = {});

/// Equal plans give equal bytes.
[[nodiscard]] JINJIANG_EXPORT std::string write_plan_jjx(const Plan& plan);
/// Keeps the order in which the readings were added.
[[nodiscard]] JINJIANG_EXPORT std::string write_observations_jjx(const Observations& observations);
/// With its plan and its observations.
[[nodiscard]] JINJIANG_EXPORT std::string write_evaluation_jjx(const Evaluation& evaluation);

}  // namespace jinjiang::io
