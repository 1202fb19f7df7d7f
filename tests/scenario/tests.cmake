# SPDX-License-Identifier: BSL-1.0
jinjiang_add_test(scenario
  scenario/random_test.cpp
  scenario/refusal_test.cpp
  scenario/scenario_test.cpp
)
