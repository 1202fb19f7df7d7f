// SPDX-License-Identifier: BSL-1.0
#pragma once

// Evaluation: how a plan stands on a day, and why. Includes no Boost.

#include <jinjiang/evaluation/evaluation.hpp>
#include <jinjiang/evaluation/explanation.hpp>
#include <jinjiang/evaluation/live.hpp>
#include <jinjiang/evaluation/status.hpp>
