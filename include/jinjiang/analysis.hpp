// SPDX-License-Identifier: BSL-1.0
#pragma once

// Analysis: what follows from a plan and how it stands. Includes no Boost; the graph view, which
// needs it, is <jinjiang/analysis/graph.hpp>.

#include <jinjiang/analysis/comparison.hpp>
#include <jinjiang/analysis/goal_seek.hpp>
#include <jinjiang/analysis/impact.hpp>
#include <jinjiang/analysis/scenario.hpp>
#include <jinjiang/analysis/scenario_evaluator.hpp>
#include <jinjiang/analysis/sweep.hpp>
