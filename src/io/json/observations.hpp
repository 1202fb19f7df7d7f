// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <jinjiang/model/observations.hpp>

#include "io/json/tape.hpp"

namespace jinjiang::io {

/// Reads one reading into a set.
void read_observation(const JsonValue& value, const UnitTable& units, Observations& observations);

/// Appends the readings as a JSON list, one a line.
void append_observations(std::string& out, const Observations& observations);

}  // namespace jinjiang::io
