# SPDX-License-Identifier: BSL-1.0
jinjiang_add_test(reading
  reading/figures_test.cpp
  reading/labelled_test.cpp
  reading/numerals_test.cpp
)
