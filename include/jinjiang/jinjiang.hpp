// SPDX-License-Identifier: BSL-1.0
#pragma once

// Everything but the readers and writers of files, which need the compiled library:
// <jinjiang/io.hpp>.

#include <jinjiang/analysis.hpp>
#include <jinjiang/evaluation.hpp>
#include <jinjiang/model.hpp>
#include <jinjiang/version.hpp>
