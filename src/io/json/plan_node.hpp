// SPDX-License-Identifier: BSL-1.0
#pragma once

// One node of a plan from JSON.

#include <optional>
#include <string_view>

#include <jinjiang/model/builder.hpp>

#include "io/json/tape.hpp"

namespace jinjiang::io {

/// Reads nodes one after another into a builder.
class NodeReader {
 public:
  void read(const JsonValue& value, const UnitTable& units, PlanBuilder& builder);

 private:
  void take(JsonKey key, const JsonValue& part, const UnitTable& units);
  void take_option(JsonKey key, const JsonValue& part, const UnitTable& units);
  void take_rare_option(JsonKey key, const JsonValue& part, const UnitTable& units);

  std::optional<NodeKind> kind_;
  std::string_view id_;
  std::string_view title_;
  std::optional<Target> target_;
  NodeOptions options_;
  bool has_other_options_ = false;  ///< than links to goals
};

}  // namespace jinjiang::io
