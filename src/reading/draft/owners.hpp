// SPDX-License-Identifier: BSL-1.0
#pragma once

// Who is in charge: （牵头单位：市发改局；责任单位：市财政局）, （市发改局牵头）, and the columns
// of a table of tasks.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/reading/outline.hpp>
#include <jinjiang/reading/text_range.hpp>

namespace jinjiang::reading {

/// Units in charge, as a text names them.
struct Owners {
  TextRange words;  ///< the bracket, in the text that was searched
  std::string lead;
  std::vector<std::string> supporting;
  bool is_unsure = false;  ///< nothing but its place says that these are units
};

/// Every bracket of a text that names units, in order.
/// @par Complexity  O(bytes)
[[nodiscard]] std::vector<Owners> find_owners(std::string_view text);

/// Of a table's row: those who lead, else the first of those who support, leads.
[[nodiscard]] Owners owners_of(const TableRow& row, std::string_view text);

}  // namespace jinjiang::reading
