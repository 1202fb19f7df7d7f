// SPDX-License-Identifier: BSL-1.0
#pragma once

// Plans and observations from and to files. `-` is standard input or output.

#include <string>
#include <string_view>

#include <jinjiang/io/options.hpp>
#include <jinjiang/model/observations.hpp>
#include <jinjiang/model/plan.hpp>

namespace jinjiang::io {

/// @throws FileError  it cannot be read, and why
[[nodiscard]] std::string read_file(const std::string& path);

/// Writes beside the file and then takes its place, so that a failure leaves the old file whole.
/// @throws FileError  it cannot be written, and why
void write_file(const std::string& path, std::string_view text);

/// A plan from JSON.
/// @throws FileError, FormatError, PlanError
[[nodiscard]] Plan load_plan(const std::string& path);
void save_plan(const Plan& plan, const std::string& path);

/// Observations from JSON or CSV, told apart by what the file holds.
/// @param plan  whose nodes the readings must be of; without one any id will do
/// @throws FileError, FormatError, ObservationError
[[nodiscard]] Observations load_observations(const std::string& path,
                                             const UnitTable& units = UnitTable::standard(),
                                             const Plan* plan = nullptr);
/// As CSV when the name ends in .csv, otherwise as JSON.
void save_observations(const Observations& observations, const std::string& path);

}  // namespace jinjiang::io
