# SPDX-License-Identifier: BSL-1.0
# The targets with their corpora. Each replays what is kept; `make fuzz` looks for more, with clang.
option(JINJIANG_FUZZ "Build the fuzz targets with libFuzzer instead of replaying their corpora" OFF)

foreach(target plan_json observations_json observations_csv jjx jjx_sealed read_report arrow_cells)
  add_executable(fuzz_${target} fuzz/${target}.cpp)
  target_link_libraries(fuzz_${target} PRIVATE jinjiang::jinjiang jinjiang_developer)
  target_include_directories(fuzz_${target} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  if(JINJIANG_FUZZ)
    target_link_options(fuzz_${target} PRIVATE -fsanitize=fuzzer)
  else()
    target_sources(fuzz_${target} PRIVATE fuzz/replay.cpp)
    add_test(NAME fuzz_${target} COMMAND fuzz_${target}
      ${CMAKE_CURRENT_SOURCE_DIR}/archives/1 ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus/${target})
  endif()
  list(APPEND fuzz_targets fuzz_${target})
endforeach()
target_sources(fuzz_arrow_cells PRIVATE ${PROJECT_SOURCE_DIR}/python/src/arrow/cells.cpp)
target_include_directories(fuzz_arrow_cells PRIVATE ${PROJECT_SOURCE_DIR}/python/src)
add_custom_target(fuzz DEPENDS ${fuzz_targets})
