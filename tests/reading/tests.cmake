# SPDX-License-Identifier: BSL-1.0
jinjiang_add_test(reading
  reading/commitments_test.cpp
  reading/deadline_test.cpp
  reading/labelled_test.cpp
  reading/owners_test.cpp
  reading/clause_words_test.cpp
)
# What no public header shows.
target_include_directories(test_reading PRIVATE ${PROJECT_SOURCE_DIR}/src)
