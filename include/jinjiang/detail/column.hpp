// SPDX-License-Identifier: BSL-1.0
#pragma once

// Column: a vector for a million entries. It does not clear what will be written anyway, and takes
// large blocks in large pages: touching 64 MiB costs 35 ms in small pages and 7 ms in large ones
// where a page fault takes 2 µs.

#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

#include <jinjiang/detail/config.hpp>

namespace jinjiang::detail {

/// Memory for `bytes`, in large pages where the system has them; give it back with release_block()
/// of the same size.
[[nodiscard]] void* acquire_block(std::size_t bytes);
void release_block(void* memory, std::size_t bytes) noexcept;
/// Whether a block of this size is all zeros when it is acquired.
[[nodiscard]] bool comes_cleared(std::size_t bytes) noexcept;

template <class Value>
struct ColumnAllocator : std::allocator<Value> {
  template <class Other>
  struct rebind {
    using other = ColumnAllocator<Other>;
  };

  ColumnAllocator() = default;
  template <class Other>
  ColumnAllocator(const ColumnAllocator<Other>&) noexcept {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] Value* allocate(std::size_t count) {
    if (count > static_cast<std::size_t>(-1) / 4 / sizeof(Value)) throw std::bad_array_new_length();
    return static_cast<Value*>(acquire_block(count * sizeof(Value)));
  }
  void deallocate(Value* memory, std::size_t count) noexcept {
    release_block(memory, count * sizeof(Value));
  }

  /// resize(n) leaves new numbers as they are; resize(n, value) and assign() write them.
  template <class Other>
  void construct(Other* place) noexcept(std::is_nothrow_default_constructible_v<Other>) {
    ::new (static_cast<void*>(place)) Other;
  }
  template <class Other, class... Arguments>
  void construct(Other* place, Arguments&&... arguments) {
    std::construct_at(place, std::forward<Arguments>(arguments)...);
  }

  friend bool operator==(const ColumnAllocator&, const ColumnAllocator&) noexcept { return true; }
};

template <class Value>
using Column = std::vector<Value, ColumnAllocator<Value>>;

/// As many zeros in an empty column. The system clears large blocks before it hands them out.
template <class Value>
void resize_zeroed(Column<Value>& column, std::size_t count) {
  if (comes_cleared(count * sizeof(Value))) {
    column.resize(count);
  } else {
    column.assign(count, Value{});
  }
}

/// Appends bytes.
inline void append(Column<char>& column, const char* bytes, std::size_t count) {
  if (count == 0) return;
  const std::size_t end = column.size();
  if (end + count > column.capacity()) column.reserve(2 * (end + count));
  column.resize(end + count);
  std::memcpy(column.data() + end, bytes, count);
}

}  // namespace jinjiang::detail

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/detail/column.ipp>
#endif
