// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>

#include <jinjiang/model/detail/draft.hpp>

namespace jinjiang::detail {

/// Checks a draft and lays it out as the columns of a plan.
/// @param emptied  the same draft when what it holds may be taken from it, or null
/// @throws PlanError  with every problem of the draft
[[nodiscard]] std::shared_ptr<const PlanData> freeze(const PlanDraft& draft, PlanDraft* emptied);

}  // namespace jinjiang::detail
