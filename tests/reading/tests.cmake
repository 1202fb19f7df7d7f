# SPDX-License-Identifier: BSL-1.0
jinjiang_add_test(reading
  reading/figure_styles_test.cpp
  reading/figures_test.cpp
  reading/labelled_test.cpp
  reading/numerals_test.cpp
)
