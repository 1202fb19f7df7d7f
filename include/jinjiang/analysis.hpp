// SPDX-License-Identifier: BSL-1.0
#pragma once

// Analysis: what is wrong with a plan and what could be better, how two plans differ, which few
// nodes carry a plan, when its work can and must be done, and what would be if. Leaves out
// graph.hpp, which needs Boost.Graph.

#include <jinjiang/analysis/calendar.hpp>
#include <jinjiang/analysis/check.hpp>
#include <jinjiang/analysis/comparison.hpp>
#include <jinjiang/analysis/diff.hpp>
#include <jinjiang/analysis/goal_seek.hpp>
#include <jinjiang/analysis/impact.hpp>
#include <jinjiang/analysis/readiness.hpp>
#include <jinjiang/analysis/scenario.hpp>
#include <jinjiang/analysis/scenario_evaluator.hpp>
#include <jinjiang/analysis/schedule.hpp>
#include <jinjiang/analysis/structure.hpp>
#include <jinjiang/analysis/sweep.hpp>
