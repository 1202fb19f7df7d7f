# SPDX-License-Identifier: BSL-1.0
jinjiang_add_test(evaluation
  evaluation/bases_test.cpp
  evaluation/explanation_leaf_test.cpp
  evaluation/explanation_test.cpp
  evaluation/leaf_run_test.cpp
  evaluation/leaf_test.cpp
  evaluation/live_random_test.cpp
  evaluation/live_test.cpp
  evaluation/properties_test.cpp
  evaluation/readings_test.cpp
  evaluation/rollup_test.cpp
  evaluation/rules_test.cpp
  evaluation/status_test.cpp
  evaluation/summary_test.cpp
  evaluation/task_test.cpp
  evaluation/threads_test.cpp
)
