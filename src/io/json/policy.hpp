// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include <jinjiang/model/policy.hpp>

#include "io/json/writer.hpp"

namespace jinjiang::io {

/// All figures of a policy, as plans and evaluations write it.
inline void append_policy(std::string& out, const Policy& policy) {
  JsonObjectWriter object(out);
  object.number("ahead", policy.ahead);
  object.number("on_track", policy.on_track);
  object.number("at_risk", policy.at_risk);
  object.number("minimum_coverage", policy.minimum_coverage);
  object.text("missing", to_string(policy.missing));
  object.number("stale_after", policy.stale_after);
  object.close();
}

}  // namespace jinjiang::io
