// SPDX-License-Identifier: BSL-1.0
#pragma once

// All public headers of analysis, but for the graph view: <jinjiang/analysis/graph.hpp> needs
// Boost.Graph, which is slow to compile.

#include <jinjiang/analysis/calendar.hpp>
#include <jinjiang/analysis/readiness.hpp>
#include <jinjiang/analysis/schedule.hpp>
