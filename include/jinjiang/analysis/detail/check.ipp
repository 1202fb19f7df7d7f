// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>

#include <jinjiang/analysis/check.hpp>
#include <jinjiang/analysis/detail/check_dates.hpp>
#include <jinjiang/analysis/detail/check_dependencies.hpp>
#include <jinjiang/analysis/detail/check_goals.hpp>
#include <jinjiang/analysis/detail/check_sentence.hpp>
#include <jinjiang/analysis/detail/check_table.hpp>
#include <jinjiang/analysis/detail/check_targets.hpp>
#include <jinjiang/analysis/detail/check_words.hpp>
#include <jinjiang/model/call_monitor.hpp>

namespace jinjiang {

JINJIANG_INLINE Severity severity_of(CheckCode code) noexcept {
  return detail::entry_of(code).severity;
}

JINJIANG_INLINE std::string_view label(CheckCode code, Language language) noexcept {
  return detail::entry_of(code).label.in(language);
}

JINJIANG_INLINE std::string_view hint(CheckCode code, Language language) noexcept {
  return detail::entry_of(code).hint.in(language);
}

JINJIANG_INLINE std::string describe(const Finding& finding, Language language) {
  return detail::CheckSentence(finding, language).write();
}

JINJIANG_INLINE std::size_t CheckReport::problems() const noexcept {
  return static_cast<std::size_t>(std::count_if(
      findings_.begin(), findings_.end(),
      [](const Finding& finding) { return finding.severity() == Severity::problem; }));
}

JINJIANG_INLINE CheckReport check(const Plan& plan) {
  detail::FindingList findings(plan);
  const detail::CallStep step(LongCall::check, 5);
  detail::GoalCheck(findings).run();
  step.at(1);
  detail::WordCheck(findings).run();
  step.at(2);
  detail::TargetCheck(findings).run();
  step.at(3);
  detail::DateCheck(findings).run();
  step.at(4);
  detail::DependencyCheck(findings).run();
  return findings.report();
}

}  // namespace jinjiang
