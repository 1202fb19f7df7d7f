// SPDX-License-Identifier: BSL-1.0
#pragma once

// What the files in tests/archives hold, and the files as this build writes them.

#include <map>
#include <string>

#include <jinjiang/io.hpp>

#include "io/archived.hpp"
#include "io/full_plan.hpp"

namespace samples {

inline jj::Plan plan() { return full_plan(); }

/// No reading has what CSV cannot keep.
inline jj::Observations observations() {
  const jj::UnitTable units = jj::UnitTable::standard();
  return jj::Observations{}
      .add("base", 2024y / 6 / 30, 5.25,
           {.unit = units.at("%"), .stage = jj::Stage::provisional, .source = "公报, \"第一号\""})
      .add("wheat", 2024y / 3 / 31, 1525.5, {.basis = "可比", .known_on = 2024y / 4 / 15})
      .add("range", 2024y / 6 / 30, -0.1, {.unit = units.at("%"), .note = "一\n二"})
      .add("price", 2024y / 6 / 30, 3e-5, {.stage = jj::Stage::estimate})
      .add("few", 2024y / 6 / 30, 4, {.unit = units.at("个")});
}

inline jj::Evaluation evaluation() {
  return jj::evaluate(plan(), observations(), 2024y / 8 / 1,
                      {.policy = jj::Policy{1.25, 1, 0.5, 0.125, jj::Missing::expected, 45},
                       .known_by = 2024y / 7 / 20});
}

/// Bytes by name.
inline std::map<std::string, std::string> files() {
  return {{"plan.json", jj::io::write_plan_json(plan())},
          {"plan.jjx", jj::io::write_plan_jjx(plan())},
          {"plan.boost.txt", archived<Text>(plan())},
          {"observations.json", jj::io::write_observations_json(observations())},
          {"observations.jjx", jj::io::write_observations_jjx(observations())},
          {"observations.csv", jj::io::write_observations_csv(observations())},
          {"evaluation.json", jj::io::write_evaluation_json(evaluation())},
          {"evaluation.jjx", jj::io::write_evaluation_jjx(evaluation())}};
}

}  // namespace samples
