// SPDX-License-Identifier: BSL-1.0

// The compiled form of the analysis.

#include <jinjiang/analysis/detail/calendar.ipp>
#include <jinjiang/analysis/detail/readiness.ipp>
#include <jinjiang/analysis/detail/schedule.ipp>
#include <jinjiang/analysis/detail/schedule_build.ipp>
#include <jinjiang/analysis/detail/schedule_paths.ipp>
#include <jinjiang/analysis/detail/schedule_words.ipp>
