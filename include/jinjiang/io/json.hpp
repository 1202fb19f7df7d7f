// SPDX-License-Identifier: BSL-1.0
#pragma once

// Plans, observations and evaluations as JSON. The formats are described in docs/formats.md and
// docs/schema/.

#include <string>
#include <string_view>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/evaluation/evaluation.hpp>
#include <jinjiang/io/options.hpp>

namespace jinjiang::io {

/// Version of the JSON formats that are written; older ones are read, newer ones refused.
inline constexpr int json_version = 1;

/// @throws FormatError  not JSON, an unknown or duplicate key, a value of the wrong kind: all with
/// line, column and
///                      JSON pointer
/// @throws PlanError    the plan contradicts itself; every problem with its place
/// @par Complexity  one pass; memory for the plan and one node of the text
[[nodiscard]] JINJIANG_EXPORT Plan read_plan_json(std::string_view text,
                                                  const ReadOptions& options = {});

/// One node a line, keys in a fixed order, defaults left out: equal plans give equal bytes.
[[nodiscard]] JINJIANG_EXPORT std::string write_plan_json(const Plan& plan);

/// @throws FormatError       as read_plan_json
/// @throws ObservationError  readings contradict each other
[[nodiscard]] JINJIANG_EXPORT Observations
read_observations_json(std::string_view text, const ReadOptions& options = {},
                       const UnitTable& units = UnitTable::standard());
/// One reading a line, keys in a fixed order, defaults left out.
[[nodiscard]] JINJIANG_EXPORT std::string write_observations_json(const Observations& observations);

/// With the readings that it saw, and the id of its plan.
[[nodiscard]] JINJIANG_EXPORT std::string write_evaluation_json(const Evaluation& evaluation);

/// Reads the observations, day and options of an evaluation, evaluates the plan again and compares.
/// @throws FormatError  as read_plan_json, or the document says otherwise than the plan does now
[[nodiscard]] JINJIANG_EXPORT Evaluation read_evaluation_json(std::string_view text,
                                                              const Plan& plan,
                                                              const ReadOptions& options = {});

}  // namespace jinjiang::io
