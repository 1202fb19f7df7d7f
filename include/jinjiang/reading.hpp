// SPDX-License-Identifier: BSL-1.0
#pragma once

// Reading Chinese government work reports: numerals, figures, outline, and the draft of a plan.
// Needs the compiled library, jinjiang::jinjiang.

#include <jinjiang/reading/figures.hpp>
#include <jinjiang/reading/numerals.hpp>
#include <jinjiang/reading/outline.hpp>
#include <jinjiang/reading/report.hpp>
#include <jinjiang/reading/text_range.hpp>
