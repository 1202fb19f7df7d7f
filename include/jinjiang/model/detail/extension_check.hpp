// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <set>
#include <string_view>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/extensions.hpp>

namespace jinjiang::detail {

/// Calls refuse(what) for everything that is wrong with extensions.
template <class Refuse>
void check_extensions(const Extensions& extensions, const Refuse& refuse) {
  std::set<std::string_view> seen;
  for (const auto& [key, value] : extensions) {
    if (!seen.insert(key).second) refuse("extension key " + in_quotes(key) + " comes twice");
    if (!key.starts_with("x-") || find_invalid_utf8(key)) {
      refuse("extension key " + in_quotes(key) + ": expected UTF-8 that begins with x-");
    }
    if (find_invalid_utf8(value))
      refuse("extension " + in_quotes(key) + ": its value is not UTF-8");
  }
}

}  // namespace jinjiang::detail
