// SPDX-License-Identifier: BSL-1.0
#pragma once

// What a check finds, as lines that a test can be held against.

#include <string>
#include <vector>

#include <jinjiang/analysis/check.hpp>

#include "support/catch.hpp"
#include "support/year_plan.hpp"

using Lines = std::vector<std::string>;

/// The ids of the nodes with a code, each with the others of the finding: `a: g`; `plan` for the
/// plan itself.
inline Lines found(const jj::Plan& plan, jj::CheckCode code) {
  Lines lines;
  const jj::CheckReport report = jj::check(plan);
  for (const jj::Finding& finding : report.findings()) {
    if (finding.code != code) continue;
    std::string line(finding.node ? finding.node->id() : "plan");
    for (std::size_t i = 0; i < finding.others.size(); ++i)
      line += (i == 0 ? ": " : ", ") + std::string(finding.others[i].id());
    lines.push_back(std::move(line));
  }
  return lines;
}
inline Lines found(const jj::PlanBuilder& draft, jj::CheckCode code) {
  return found(draft.build(), code);
}

/// The sentences of the findings with a code.
inline Lines sentences(const jj::PlanBuilder& draft, jj::CheckCode code,
                       jj::Language language = jj::Language::en) {
  Lines lines;
  const jj::CheckReport report = jj::check(draft.build());
  for (const jj::Finding& finding : report.findings()) {
    if (finding.code == code) lines.push_back(jj::describe(finding, language));
  }
  return lines;
}
