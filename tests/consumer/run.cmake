# SPDX-License-Identifier: BSL-1.0
# One step of somebody else's life with the library: cmake -DSTEP=... -P run.cmake
#
#   static      installs the build tree staged by DESTDIR, moves it, builds against it
#   shared      takes the sources in, shared; installs that; checks the exports; moves it, builds
#   clang       as static, with clang++-16
#   pkg_config  against both prefixes
#   refusals    what find_package must refuse
#   embedding   examples/embedding against the static prefix

set(consumer ${CMAKE_CURRENT_LIST_DIR})
set(prefix_static "${WORK_DIR}/moved 到这里/static")
set(prefix_shared "${WORK_DIR}/moved 到这里/shared")

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "failed: ${ARGN}\n${output}")
  endif()
endfunction()

function(configure source build)
  file(REMOVE_RECURSE ${build})
  run(${CMAKE_COMMAND} -S ${source} -B ${build} -G Ninja -DCMAKE_CXX_COMPILER=${COMPILER}
      -DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER} -DCMAKE_BUILD_TYPE=Debug -DWANTED_VERSION=${VERSION} ${ARGN})
endfunction()

# Installs as a packager does, and puts the tree where nobody expected it.
function(install_and_move build prefix)
  set(stage ${WORK_DIR}/stage-${STEP})
  file(REMOVE_RECURSE ${stage} ${prefix})
  run(${CMAKE_COMMAND} -E env DESTDIR=${stage} ${CMAKE_COMMAND} --install ${build} --prefix "/opt/a prefix 安装")
  get_filename_component(parent ${prefix} DIRECTORY)
  file(MAKE_DIRECTORY ${parent})
  file(RENAME "${stage}/opt/a prefix 安装" ${prefix})
  file(GLOB left ${stage}/opt/*)
  if(left)
    message(FATAL_ERROR "installed outside of the prefix: ${left}")
  endif()
  file(GLOB_RECURSE files ${prefix}/*.cmake ${prefix}/*.pc)
  foreach(file ${files})
    file(READ ${file} text)
    if(text MATCHES "a prefix" OR text MATCHES "${WORK_DIR}" OR text MATCHES "-W|-fsanitize|-fvisibility")
      message(FATAL_ERROR "${file} names the prefix, the build or our flags")
    endif()
  endforeach()
endfunction()

function(build_and_run form components)
  set(build ${WORK_DIR}/${STEP}-consumer)
  configure(${consumer} ${build} -DCMAKE_PREFIX_PATH=${prefix_${form}} -DWANTED_COMPONENTS=${components} ${ARGN})
  run(${CMAKE_COMMAND} --build ${build})
  run(${build}/with_jinjiang)
  run(${build}/with_core)
endfunction()

if(STEP STREQUAL static)
  install_and_move(${BUILD_DIR} ${prefix_static})
  build_and_run(static "core static")
elseif(STEP STREQUAL shared)
  set(build ${WORK_DIR}/subdirectory)
  configure(${consumer} ${build} -DJINJIANG_SUBDIRECTORY=${SOURCE_DIR} -DBUILD_SHARED_LIBS=ON)
  run(${CMAKE_COMMAND} --build ${build})
  run(${build}/with_jinjiang)
  run(${build}/with_core)
  run(${PYTHON} ${consumer}/check_exports.py ${build}/jinjiang/libjinjiang.so ${BUILD_DIR}/libjinjiang.a
      ${SOURCE_DIR}/include/jinjiang)
  install_and_move(${build} ${prefix_shared})
  build_and_run(shared shared -DCMAKE_DISABLE_FIND_PACKAGE_Boost=ON)
elseif(STEP STREQUAL clang)
  set(COMPILER ${CLANG})
  build_and_run(static compiled)
elseif(STEP STREQUAL pkg_config)
  foreach(form static shared)
    set(ENV{PKG_CONFIG_PATH} ${prefix_${form}}/lib/pkgconfig:${prefix_${form}}/lib64/pkgconfig)
    file(GLOB library_folder ${prefix_${form}}/lib*)
    set(ENV{LD_LIBRARY_PATH} ${library_folder})
    run(${PKG_CONFIG} --exact-version=${FULL_VERSION} jinjiang)
    set(program ${WORK_DIR}/with_pkg_config_${form})
    # The shell reads what pkg-config escaped.
    run(sh -c "eval ${COMPILER} -std=c++20 -o ${program} ${consumer}/main.cpp $(${PKG_CONFIG} --cflags --libs jinjiang)")
    run(${program})
  endforeach()
  run(sh -c "eval ${COMPILER} -std=c++20 -fsyntax-only ${consumer}/main.cpp $(${PKG_CONFIG} --cflags jinjiang-core)")
elseif(STEP STREQUAL refusals)
  configure(${consumer}/refusals ${WORK_DIR}/refusals -DCMAKE_PREFIX_PATH=${prefix_static})
elseif(STEP STREQUAL embedding)
  set(build ${WORK_DIR}/embedding)
  configure(${SOURCE_DIR}/examples/embedding ${build} -DCMAKE_PREFIX_PATH=${prefix_static}
            "-DCMAKE_CXX_FLAGS=-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror")
  run(${CMAKE_COMMAND} --build ${build})
  execute_process(COMMAND ${build}/office ${WORK_DIR}/office.txt RESULT_VARIABLE status OUTPUT_VARIABLE output)
  if(NOT status EQUAL 0 OR NOT output MATCHES "${EXPECTED}")
    message(FATAL_ERROR "the office said:\n${output}")
  endif()
endif()
