# SPDX-License-Identifier: BSL-1.0
jinjiang_add_test(reading
  reading/cell_date_test.cpp
  reading/clause_words_test.cpp
  reading/commitments_test.cpp
  reading/deadline_test.cpp
  reading/decode_test.cpp
  reading/figure_attributes_test.cpp
  reading/figure_bounds_test.cpp
  reading/figure_digits_test.cpp
  reading/figure_styles_test.cpp
  reading/figure_tense_test.cpp
  reading/figures_test.cpp
  reading/horizon_test.cpp
  reading/labelled_test.cpp
  reading/numerals_test.cpp
  reading/outline_damage_test.cpp
  reading/outline_shape_test.cpp
  reading/outline_test.cpp
  reading/outline_years_test.cpp
  reading/owners_test.cpp
  reading/report_owners_test.cpp
  reading/report_page_test.cpp
  reading/report_tables_test.cpp
  reading/report_test.cpp
  reading/review_test.cpp
  reading/sentences_test.cpp
  reading/ties_test.cpp
  reading/verdicts_test.cpp
)
# What no public header shows.
target_include_directories(test_reading PRIVATE ${PROJECT_SOURCE_DIR}/src)
