# SPDX-License-Identifier: BSL-1.0
# Installs the library, then builds and runs the consumer against the prefix and against the sources.

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "failed: ${ARGN}\n${output}")
  endif()
endfunction()

set(prefix "${WORK_DIR}/a prefix 安装")
file(REMOVE_RECURSE ${WORK_DIR})
run(${CMAKE_COMMAND} --install ${BUILD_DIR} --prefix ${prefix})

foreach(way installed subdirectory)
  set(build ${WORK_DIR}/${way})
  set(options -DCMAKE_CXX_COMPILER=${COMPILER} -DCMAKE_BUILD_TYPE=Debug)
  if(way STREQUAL installed)
    list(APPEND options -DCMAKE_PREFIX_PATH=${prefix})
  else()
    list(APPEND options -DJINJIANG_SUBDIRECTORY=${SOURCE_DIR})
  endif()
  run(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR} -B ${build} -G Ninja ${options})
  run(${CMAKE_COMMAND} --build ${build})
  run(${build}/compiled)
  run(${build}/header_only)
endforeach()
message(STATUS "the consumer builds and runs against the prefix and the sources")
