// SPDX-License-Identifier: BSL-1.0
#pragma once

// The model: plans, their nodes and targets, quantities and units, observations; and what watches a
// long call. Includes no Boost.

#include <jinjiang/model/builder.hpp>
#include <jinjiang/model/call_monitor.hpp>
#include <jinjiang/model/date.hpp>
#include <jinjiang/model/error.hpp>
#include <jinjiang/model/extensions.hpp>
#include <jinjiang/model/observations.hpp>
#include <jinjiang/model/plan.hpp>
#include <jinjiang/model/policy.hpp>
#include <jinjiang/model/profile.hpp>
#include <jinjiang/model/quantity.hpp>
#include <jinjiang/model/source.hpp>
#include <jinjiang/model/target.hpp>
#include <jinjiang/model/unit.hpp>
#include <jinjiang/model/vocabulary.hpp>
#include <jinjiang/model/yardstick.hpp>
