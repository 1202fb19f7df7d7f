// SPDX-License-Identifier: BSL-1.0
#pragma once

// Whether the ids of readings are those of a plan, and what to say when they are not.

#include <string>
#include <string_view>

#include <jinjiang/model/plan.hpp>

namespace jinjiang::io {

class KnownIds {
 public:
  /// @param plan  without one every id is known
  explicit KnownIds(const Plan* plan) noexcept : plan_(plan) {}

  /// What is wrong with an id; empty when nothing is.
  [[nodiscard]] std::string find_problem(std::string_view id);

 private:
  const Plan* plan_;
  int refused_ = 0;
};

}  // namespace jinjiang::io
