// SPDX-License-Identifier: BSL-1.0

// The compiled form of the analysis: the bodies that header-only users get inline.

#include <jinjiang/analysis/detail/check.ipp>
#include <jinjiang/analysis/detail/diff.ipp>
#include <jinjiang/analysis/detail/structure.ipp>
