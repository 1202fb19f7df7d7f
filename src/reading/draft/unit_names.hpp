// SPDX-License-Identifier: BSL-1.0
#pragma once

// Names of the bodies that do a work, as brackets and cells write them.

#include <string>
#include <string_view>
#include <vector>

namespace jinjiang::reading {

/// What a name without 牵头单位 before it is.
enum class UnitSign : std::uint8_t {
  none,    ///< no name of a body
  likely,  ///< 城关镇, 县档案馆: may be a place or a thing that is built
  certain  ///< 县交通局, 县妇联: nothing else ends so
};
[[nodiscard]] UnitSign sign_of_unit(std::string_view name) noexcept;

/// A few characters without a number or a verb, as names are.
[[nodiscard]] bool may_be_name(std::string_view part) noexcept;

/// 张伟副县长, 县长李强: somebody, not a body.
[[nodiscard]] bool is_person(std::string_view name) noexcept;

/// Without 由 before it, and 等, 按职责分工 and such behind.
[[nodiscard]] std::string_view bare_unit(std::string_view name) noexcept;

/// The units of a cell or a list: 市发改局、市财政局; persons left out. A role in brackets,
/// 市发改局（牵头）, is none of the name.
[[nodiscard]] std::vector<std::string> units_of(std::string_view text);

/// Whether the list says of one of its names that it leads: 市发改局（牵头）.
[[nodiscard]] std::string leader_in(std::string_view text);

}  // namespace jinjiang::reading
