// SPDX-License-Identifier: BSL-1.0
#pragma once

// Analysis: what is wrong with a plan and what could be better, how two plans differ, and which few
// nodes carry a plan. Leaves out graph.hpp, which needs Boost.Graph.

#include <jinjiang/analysis/check.hpp>
#include <jinjiang/analysis/diff.hpp>
#include <jinjiang/analysis/structure.hpp>
