// SPDX-License-Identifier: BSL-1.0

// The compiled form of the evaluation. CMake builds this file with -O3 whatever the build type
// optimises for.

#include <jinjiang/evaluation/detail/evaluate.ipp>
#include <jinjiang/evaluation/detail/evaluation.ipp>
#include <jinjiang/evaluation/detail/explanation.ipp>
#include <jinjiang/evaluation/detail/live.ipp>
