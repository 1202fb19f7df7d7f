# SPDX-License-Identifier: BSL-1.0
# What is installed, and the files by which CMake and pkg-config find it. None of them holds the
# prefix, so that a tree may be staged by DESTDIR or moved.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/jinjiang)
install(DIRECTORY include/jinjiang DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)

# The static and the shared form, built apart, may share a prefix: each has its own file of targets.
install(TARGETS jinjiang_core EXPORT jinjiangCoreTargets
        INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(TARGETS jinjiang EXPORT jinjiangCompiledTargets
        LIBRARY COMPONENT runtime NAMELINK_COMPONENT development
        ARCHIVE COMPONENT development)
install(EXPORT jinjiangCoreTargets NAMESPACE jinjiang:: DESTINATION ${package_folder}
        COMPONENT development)
install(EXPORT jinjiangCompiledTargets NAMESPACE jinjiang:: DESTINATION ${package_folder}
        FILE jinjiang-${jinjiang_form}-targets.cmake COMPONENT development)

set(made ${PROJECT_BINARY_DIR}/package)
configure_package_config_file(src/jinjiangConfig.cmake.in ${made}/jinjiangConfig.cmake
  INSTALL_DESTINATION ${package_folder} NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file(${made}/jinjiangConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${made}/jinjiangConfig.cmake ${made}/jinjiangConfigVersion.cmake
        DESTINATION ${package_folder} COMPONENT development)

# pkg-config: folders relative to the .pc file, but absolute where they were given so.
set(pc_folder ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
if(IS_ABSOLUTE ${pc_folder})
  set(pc_prefix "${CMAKE_INSTALL_PREFIX}")
else()
  file(RELATIVE_PATH up /prefix/${pc_folder} /prefix)
  string(REGEX REPLACE "/$" "" up "${up}")
  set(pc_prefix "\${pcfiledir}/${up}")
endif()
foreach(kind INCLUDEDIR LIBDIR)
  string(TOLOWER pc_${kind} variable)
  if(IS_ABSOLUTE ${CMAKE_INSTALL_${kind}})
    set(${variable} "${CMAKE_INSTALL_${kind}}")
  else()
    set(${variable} "\${prefix}/${CMAKE_INSTALL_${kind}}")
  endif()
endforeach()
set(pc_definitions -DJINJIANG_COMPILED)
if(jinjiang_form STREQUAL shared)
  string(APPEND pc_definitions " -DJINJIANG_SHARED")
endif()
set(pc_libs)
set(pc_private)
if(NOT JINJIANG_EMBED_BOOST_JSON)
  set(boost_json " -lboost_json")
  get_target_property(boost_file Boost::json LOCATION)
  get_filename_component(boost_folder "${boost_file}" REALPATH)
  get_filename_component(boost_folder "${boost_folder}" DIRECTORY)
  if(NOT boost_folder IN_LIST CMAKE_CXX_IMPLICIT_LINK_DIRECTORIES)
    string(REPLACE " " "\\ " boost_folder "${boost_folder}")
    set(boost_json " -L${boost_folder}${boost_json}")
  endif()
  set(pc_private " -lboost_container")
  if(jinjiang_form STREQUAL shared)
    set(pc_private "${boost_json}${pc_private}")
  else()
    set(pc_libs "${boost_json}")
  endif()
endif()
foreach(name jinjiang jinjiang-core)
  configure_file(src/${name}.pc.in ${made}/${name}.pc @ONLY)
  install(FILES ${made}/${name}.pc DESTINATION ${pc_folder} COMPONENT development)
endforeach()
