# SPDX-License-Identifier: BSL-1.0
jinjiang_add_test(archives archives/archives_test.cpp)
target_link_libraries(test_archives PRIVATE Boost::serialization)

add_executable(write_archives archives/write.cpp)
target_link_libraries(write_archives PRIVATE jinjiang::jinjiang jinjiang_developer Boost::serialization)
target_include_directories(write_archives PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
