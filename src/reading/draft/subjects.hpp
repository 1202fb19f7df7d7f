// SPDX-License-Identifier: BSL-1.0
#pragma once

// Keys by which figures are compared: equal for what is one series in other words.

#include <cstdint>
#include <string_view>

#include <jinjiang/reading/figures.hpp>

namespace jinjiang::reading {

/// Equal for subjects that differ only in modifiers and in the name of the whole region, if that is
/// the report's own: 全县规上企业 and 规上企业总数 in the report of a county.
/// @param level  of the report's own region: 县; empty when the report does not say
[[nodiscard]] std::uint64_t subject_key(std::string_view subject, std::string_view level);

/// Equal for verbs of one deed: 引进 and 招引, but not 签约 and 落地.
[[nodiscard]] std::uint64_t deed_key(std::string_view verb) noexcept;

/// What a figure says beside subject, measure and unit: the deed, which of the things, on what
/// basis, and whether it is a part.
[[nodiscard]] std::uint64_t scope_key(std::string_view text, const Figure& figure);

/// 县 in 云溪县2027年政府工作报告, 区 in 东港市高新区第三届人民代表大会; empty where none ends so.
[[nodiscard]] std::string_view level_in(std::string_view name) noexcept;

/// 县 of 全县, 我县; empty where none follows the first character.
[[nodiscard]] std::string_view body_level(std::string_view words) noexcept;

/// Whether 全县, 我市, 全省 means the region of the report. 我县 always does.
[[nodiscard]] bool is_own_body(std::string_view body, std::string_view level) noexcept;

}  // namespace jinjiang::reading
