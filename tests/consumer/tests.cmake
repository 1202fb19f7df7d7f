# SPDX-License-Identifier: BSL-1.0
# An installed prefix and a subdirectory serve a project of somebody else. The library is built once
# for each form: the static one is that of the tests, the shared one that of the subdirectory.
find_program(JINJIANG_CLANG NAMES clang++-16 clang++)
find_program(JINJIANG_PKG_CONFIG NAMES pkg-config pkgconf)
find_package(Python3 3.11 REQUIRED COMPONENTS Interpreter)

function(jinjiang_add_consumer step)
  add_test(NAME consumer_${step} COMMAND ${CMAKE_COMMAND} -DSTEP=${step}
    -DSOURCE_DIR=${PROJECT_SOURCE_DIR} -DBUILD_DIR=${PROJECT_BINARY_DIR}
    -DWORK_DIR=${CMAKE_CURRENT_BINARY_DIR}/consumer
    -DCOMPILER=${CMAKE_CXX_COMPILER} -DLAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER}
    -DCLANG=${JINJIANG_CLANG} -DPKG_CONFIG=${JINJIANG_PKG_CONFIG} -DPYTHON=${Python3_EXECUTABLE}
    -DVERSION=${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR} -DFULL_VERSION=${PROJECT_VERSION}
    ${ARGN} -P ${CMAKE_CURRENT_SOURCE_DIR}/consumer/run.cmake)
  set_tests_properties(consumer_${step} PROPERTIES LABELS package)
endfunction()

jinjiang_add_consumer(static)
set_tests_properties(consumer_static PROPERTIES FIXTURES_SETUP static_prefix)
jinjiang_add_consumer(shared)
set_tests_properties(consumer_shared PROPERTIES FIXTURES_SETUP shared_prefix)
jinjiang_add_consumer(refusals)
jinjiang_add_consumer(embedding "-DEXPECTED=第3次.*盘活低效用地.*欠进度")
set_tests_properties(consumer_refusals consumer_embedding PROPERTIES FIXTURES_REQUIRED static_prefix)
if(JINJIANG_CLANG)
  jinjiang_add_consumer(clang)
  set_tests_properties(consumer_clang PROPERTIES FIXTURES_REQUIRED static_prefix)
endif()
if(JINJIANG_PKG_CONFIG)
  jinjiang_add_consumer(pkg_config)
  set_tests_properties(consumer_pkg_config PROPERTIES FIXTURES_REQUIRED "static_prefix;shared_prefix")
endif()
