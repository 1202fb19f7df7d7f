# SPDX-License-Identifier: BSL-1.0
jinjiang_add_test(check
  check/dates_test.cpp
  check/dependencies_test.cpp
  check/diff_match_test.cpp
  check/diff_random_test.cpp
  check/diff_test.cpp
  check/goals_test.cpp
  check/pages_test.cpp
  check/structure_test.cpp
  check/targets_test.cpp
  check/words_test.cpp
)
target_link_libraries(test_check PRIVATE Boost::headers)
