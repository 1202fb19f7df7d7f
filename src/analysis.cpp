// SPDX-License-Identifier: BSL-1.0

// The compiled form of the analysis: the bodies that header-only users get inline.

#include <jinjiang/analysis/detail/calendar.ipp>
#include <jinjiang/analysis/detail/check.ipp>
#include <jinjiang/analysis/detail/comparison.ipp>
#include <jinjiang/analysis/detail/comparison_text.ipp>
#include <jinjiang/analysis/detail/diff.ipp>
#include <jinjiang/analysis/detail/goal_seek.ipp>
#include <jinjiang/analysis/detail/goal_seek_text.ipp>
#include <jinjiang/analysis/detail/impact.ipp>
#include <jinjiang/analysis/detail/readiness.ipp>
#include <jinjiang/analysis/detail/scenario.ipp>
#include <jinjiang/analysis/detail/scenario_apply.ipp>
#include <jinjiang/analysis/detail/scenario_evaluator.ipp>
#include <jinjiang/analysis/detail/scenario_inverse.ipp>
#include <jinjiang/analysis/detail/schedule.ipp>
#include <jinjiang/analysis/detail/schedule_build.ipp>
#include <jinjiang/analysis/detail/schedule_paths.ipp>
#include <jinjiang/analysis/detail/schedule_words.ipp>
#include <jinjiang/analysis/detail/structure.ipp>
#include <jinjiang/analysis/detail/sweep.ipp>
