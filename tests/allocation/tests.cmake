# SPDX-License-Identifier: BSL-1.0
# An executable of its own: it replaces operator new.
jinjiang_add_test(allocation
  allocation/allocations.cpp
  allocation/failure_test.cpp
  allocation/memory_test.cpp
  allocation/reading_test.cpp
)
target_link_libraries(test_allocation PRIVATE Boost::serialization)
