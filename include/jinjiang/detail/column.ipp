// SPDX-License-Identifier: BSL-1.0
#pragma once

#if defined(__linux__)
#include <sys/mman.h>
#endif

#include <cstdint>

#include <jinjiang/detail/column.hpp>

namespace jinjiang::detail {

#if defined(__linux__)

inline constexpr std::size_t large_page = std::size_t{2} << 20U;

/// Below this, filling up the last page would waste more than a third.
[[nodiscard]] constexpr bool is_large(std::size_t bytes) noexcept {
  return bytes >= 3 * large_page / 2;
}
[[nodiscard]] constexpr std::size_t whole_pages(std::size_t bytes) noexcept {
  return (bytes + large_page - 1) / large_page * large_page;
}

JINJIANG_INLINE void* acquire_block(std::size_t bytes) {
  if (!is_large(bytes)) return ::operator new(bytes);
  // One large page more than needed leaves room to begin at the boundary of one.
  const std::size_t size = whole_pages(bytes);
  void* const mapped =
      mmap(nullptr, size + large_page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (mapped == MAP_FAILED) throw std::bad_alloc();
  const auto begin = reinterpret_cast<std::uintptr_t>(mapped);
  const std::size_t before = whole_pages(begin) - begin;
  char* const memory = static_cast<char*>(mapped) + before;
  if (before > 0) munmap(mapped, before);
  munmap(memory + size, large_page - before);
  // Advice only: where it is refused, the pages are small.
  static_cast<void>(madvise(memory, size, MADV_HUGEPAGE));
  return memory;
}

JINJIANG_INLINE void release_block(void* memory, std::size_t bytes) noexcept {
  if (is_large(bytes)) {
    munmap(memory, whole_pages(bytes));
  } else {
    ::operator delete(memory);
  }
}

JINJIANG_INLINE bool comes_cleared(std::size_t bytes) noexcept { return is_large(bytes); }

#else

JINJIANG_INLINE void* acquire_block(std::size_t bytes) { return ::operator new(bytes); }
JINJIANG_INLINE void release_block(void* memory, std::size_t) noexcept {
  ::operator delete(memory);
}
JINJIANG_INLINE bool comes_cleared(std::size_t) noexcept { return false; }

#endif

}  // namespace jinjiang::detail
