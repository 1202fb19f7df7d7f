// SPDX-License-Identifier: BSL-1.0
#pragma once

// The version, written once: CMake and the Python package read it from here.

#define JINJIANG_VERSION_MAJOR 0
#define JINJIANG_VERSION_MINOR 1
#define JINJIANG_VERSION_PATCH 0
#define JINJIANG_VERSION "0.1.0"
