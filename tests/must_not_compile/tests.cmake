# SPDX-License-Identifier: BSL-1.0
# Mistakes that the types refuse.
file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/must_not_compile/*.cpp)
foreach(source ${sources})
  get_filename_component(name ${source} NAME_WE)
  add_test(NAME must_not_compile_${name} COMMAND ${CMAKE_COMMAND} -DSOURCE=${source}
    -DCOMPILER=${CMAKE_CXX_COMPILER} -DINCLUDE=${PROJECT_SOURCE_DIR}/include
    -P ${CMAKE_CURRENT_SOURCE_DIR}/must_not_compile/check.cmake)
endforeach()
