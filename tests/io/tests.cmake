# SPDX-License-Identifier: BSL-1.0
find_package(Boost 1.75 REQUIRED COMPONENTS serialization)

jinjiang_add_test(io
  io/archive_links_test.cpp
  io/archive_test.cpp
  io/csv_collect_test.cpp
  io/csv_test.cpp
  io/csv_refusal_test.cpp
  io/damage_test.cpp
  io/evaluation_json_test.cpp
  io/file_test.cpp
  io/format_test.cpp
  io/graph_text_test.cpp
  io/hostile_test.cpp
  io/jjx_damage_test.cpp
  io/jjx_test.cpp
  io/observations_json_test.cpp
  io/long_call_test.cpp
  io/plan_json_refusal_test.cpp
  io/plan_json_test.cpp
  io/round_trip_test.cpp
  io/safe_write_test.cpp
)
# What no public header shows.
target_include_directories(test_io PRIVATE ${PROJECT_SOURCE_DIR}/src)
target_link_libraries(test_io PRIVATE Boost::serialization)
