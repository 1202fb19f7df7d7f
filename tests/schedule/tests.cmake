# SPDX-License-Identifier: BSL-1.0
jinjiang_add_test(schedule
  schedule/calendar_test.cpp
  schedule/given_dates_test.cpp
  schedule/goals_test.cpp
  schedule/progress_test.cpp
  schedule/random_test.cpp
  schedule/schedule_test.cpp
)
