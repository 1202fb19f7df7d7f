// SPDX-License-Identifier: BSL-1.0
#pragma once

// Where in a document something was said.

#include <cstdint>
#include <optional>
#include <string>

namespace jinjiang {

/// Where in a document something was said.
struct Source {
  std::string document = {};                ///< title or address
  std::string section = {};                 ///< of the document
  std::optional<std::uint64_t> begin = {};  ///< byte offset of the words in the document's text
  std::optional<std::uint64_t> end = {};    ///< one past the last byte

  /// Whether nothing is told.
  [[nodiscard]] bool empty() const noexcept {
    return document.empty() && section.empty() && !begin && !end;
  }
  friend bool operator==(const Source&, const Source&) = default;
};

}  // namespace jinjiang
