// SPDX-License-Identifier: BSL-1.0
#pragma once

// All public headers of analysis, but for the graph view: <jinjiang/analysis/graph.hpp> needs
// Boost.Graph, which is slow to compile.

#include <jinjiang/analysis/calendar.hpp>
#include <jinjiang/analysis/comparison.hpp>
#include <jinjiang/analysis/goal_seek.hpp>
#include <jinjiang/analysis/impact.hpp>
#include <jinjiang/analysis/readiness.hpp>
#include <jinjiang/analysis/scenario.hpp>
#include <jinjiang/analysis/scenario_evaluator.hpp>
#include <jinjiang/analysis/schedule.hpp>
#include <jinjiang/analysis/sweep.hpp>
