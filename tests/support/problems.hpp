// SPDX-License-Identifier: BSL-1.0
#pragma once

// What a draft is refused for.

#include <string>
#include <vector>

#include "support/year_plan.hpp"

/// The problems of a draft; the test fails when it has none.
inline std::vector<jj::Problem> problems_of(const jj::PlanBuilder& draft) {
  try {
    (void)draft.build();
  } catch (const jj::PlanError& error) {
    return error.problems();
  }
  FAIL("expected a PlanError, the draft became a plan");
  return {};
}

/// The message of the only problem of a draft.
inline std::string problem_of(const jj::PlanBuilder& draft) {
  const auto problems = problems_of(draft);
  REQUIRE(problems.size() == 1);
  CHECK(message_of<jj::PlanError>([&] { (void)draft.build(); }) == problems.front().message);
  return problems.front().message;
}
