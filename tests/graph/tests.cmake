# SPDX-License-Identifier: BSL-1.0
jinjiang_add_test(graph
  graph/algorithms_test.cpp
  graph/concepts_test.cpp
  graph/random_plans_test.cpp
  graph/view_test.cpp
  graph/writers_test.cpp
)
target_link_libraries(test_graph PRIVATE Boost::headers)
