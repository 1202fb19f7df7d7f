# SPDX-License-Identifier: BSL-1.0
jinjiang_add_test(check
  check/goals_test.cpp
  check/words_test.cpp
)
