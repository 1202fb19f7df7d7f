// SPDX-License-Identifier: BSL-1.0
#pragma once

// The verdicts, and the order in which they call for attention.

#include <cstdint>
#include <string_view>

#include <jinjiang/detail/names.hpp>
#include <jinjiang/model/vocabulary.hpp>

namespace jinjiang {

/// The verdict on a node; docs/rules.md, section 9, says when each is given.
enum class Status : std::uint8_t {
  met,            ///< met at or after its due date
  met_early,      ///< met before its due date
  ahead,          ///< pace at or above the policy's `ahead`
  on_track,       ///< pace at or above `on_track`
  at_risk,        ///< pace at or above `at_risk`
  off_track,      ///< pace below that
  missed,         ///< due, and the last reading does not meet it
  under_way,      ///< nothing expected before the due date, not yet met
  not_due,        ///< nothing observed and nothing expected yet
  no_data,        ///< nothing observed though something was expected, or too little for a goal
  blocked,        ///< should have begun while a predecessor is unfinished
  cancelled,      ///< left out of every roll-up
  not_comparable  ///< no reading can be held against the target
};

template <>
struct EnumNames<Status> {
  static constexpr std::array<std::string_view, 13> all{
      "met",       "met_early", "ahead",   "on_track", "at_risk",   "off_track",     "missed",
      "under_way", "not_due",   "no_data", "blocked",  "cancelled", "not_comparable"};
};

/// The word a reader sees: 提前完成, `met early`.
[[nodiscard]] constexpr std::string_view label(Status status, Language language) noexcept {
  constexpr std::array<std::string_view, 13> zh{
      "已完成", "提前完成", "超进度", "达进度", "略欠进度", "欠进度", "未完成",
      "推进中", "未到期",   "无数据", "受阻",   "已取消",   "不可比"};
  constexpr std::array<std::string_view, 13> en{
      "met",       "met early", "ahead",   "on track", "at risk",   "off track",     "missed",
      "under way", "not due",   "no data", "blocked",  "cancelled", "not comparable"};
  return language == Language::zh ? zh[static_cast<std::size_t>(status)]
                                  : en[static_cast<std::size_t>(status)];
}

/// Met, in time or early.
[[nodiscard]] constexpr bool is_met(Status status) noexcept {
  return status == Status::met || status == Status::met_early;
}

/// How much a status calls for attention: 0 for none, more is worse.
[[nodiscard]] constexpr int severity(Status status) noexcept {
  switch (status) {
    case Status::missed:
      return 4;
    case Status::off_track:
      return 3;
    case Status::blocked:
      return 2;
    case Status::at_risk:
      return 1;
    default:
      return 0;
  }
}

}  // namespace jinjiang
