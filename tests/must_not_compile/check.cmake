# SPDX-License-Identifier: BSL-1.0
# A source with one line marked `must not compile` is refused because of that line, in the words of
# its `// message:` (alternatives for several compilers); without the line it compiles.
#   cmake -DSOURCE=... -DCOMPILER=... -DINCLUDE=... -P check.cmake

file(STRINGS ${SOURCE} lines ENCODING UTF-8)
set(number 0)
set(marked)
foreach(line IN LISTS lines)
  math(EXPR number "${number} + 1")
  if(line MATCHES "^// message: (.+)$")
    set(message "${CMAKE_MATCH_1}")
  endif()
  if(line MATCHES "// must not compile$")
    list(APPEND marked ${number})
  endif()
endforeach()
list(LENGTH marked count)
if(NOT count EQUAL 1 OR NOT message)
  message(FATAL_ERROR "${SOURCE}: expected one marked line and a message, found ${count} lines")
endif()

set(command ${COMPILER} -std=c++20 -DJINJIANG_COMPILED -I${INCLUDE} -fsyntax-only -x c++)
execute_process(COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C ${command} ${SOURCE}
                RESULT_VARIABLE status ERROR_VARIABLE output OUTPUT_VARIABLE output)
if(status EQUAL 0)
  message(FATAL_ERROR "${SOURCE}:${marked}: compiles")
endif()
string(REGEX MATCH "[^\n]*:${marked}:[0-9]+: error: [^\n]*" error "${output}")
if(NOT error MATCHES "${message}")
  message(FATAL_ERROR "${SOURCE}:${marked}: expected an error like \"${message}\", found\n${output}")
endif()

execute_process(COMMAND sed "/must not compile$/d" ${SOURCE} COMMAND ${command} -
                RESULT_VARIABLE status ERROR_VARIABLE output)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${SOURCE}: does not compile without its marked line\n${output}")
endif()
