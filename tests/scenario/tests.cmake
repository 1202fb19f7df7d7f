# SPDX-License-Identifier: BSL-1.0
jinjiang_add_test(scenario
  scenario/comparison_test.cpp
  scenario/goal_seek_test.cpp
  scenario/impact_test.cpp
  scenario/random_seek_test.cpp
  scenario/random_test.cpp
  scenario/refusal_test.cpp
  scenario/scenario_test.cpp
  scenario/sweep_test.cpp
  scenario/wording_test.cpp
)
