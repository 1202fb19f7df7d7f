// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include <jinjiang/analysis/detail/schedule_words.hpp>

namespace jinjiang {

JINJIANG_INLINE std::string why_critical(const Schedule& schedule, std::string_view id,
                                         Language language) {
  return detail::ScheduleWords(schedule, language).why(schedule.plan()[id]);
}

JINJIANG_INLINE std::string why_not_critical(const Schedule& schedule, std::string_view id,
                                             Language language) {
  return detail::ScheduleWords(schedule, language).why(schedule.plan()[id]);
}

JINJIANG_INLINE std::string to_text(const Schedule& schedule, const ScheduleConflict& conflict,
                                    Language language) {
  return detail::ScheduleWords(schedule, language).of_conflict(conflict);
}

JINJIANG_INLINE std::vector<std::string> notes(const Schedule& schedule, Language language) {
  return detail::ScheduleWords(schedule, language).notes();
}

}  // namespace jinjiang
