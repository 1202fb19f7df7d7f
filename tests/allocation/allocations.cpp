// SPDX-License-Identifier: BSL-1.0

#include "allocation/allocations.hpp"

#include <algorithm>
#include <cstdlib>
#include <new>

#include <malloc.h>

namespace {

std::size_t until_failure = 0;
bool failed = false;
std::size_t blocks_in_use = 0;
std::size_t bytes_in_use = 0;
std::size_t most_bytes = 0;

void* take(std::size_t size) noexcept {
  void* const memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) return nullptr;
  ++blocks_in_use;
  bytes_in_use += malloc_usable_size(memory);
  most_bytes = std::max(most_bytes, bytes_in_use);
  return memory;
}

void give_back(void* memory) noexcept {
  if (memory == nullptr) return;
  --blocks_in_use;
  bytes_in_use -= malloc_usable_size(memory);
  std::free(memory);
}

}  // namespace

namespace allocations {

void fail_at(std::size_t k) noexcept {
  until_failure = k;
  failed = false;
}
bool has_failed() noexcept { return failed; }
std::size_t blocks() noexcept { return blocks_in_use; }
std::size_t bytes() noexcept { return bytes_in_use; }
std::size_t peak() noexcept { return most_bytes; }
void reset_peak() noexcept { most_bytes = bytes_in_use; }

}  // namespace allocations

void* operator new(std::size_t size) {
  if (until_failure > 0 && --until_failure == 0) {
    failed = true;
    throw std::bad_alloc();
  }
  if (void* const memory = take(size)) return memory;
  throw std::bad_alloc();
}
void* operator new[](std::size_t size) { return operator new(size); }
// Who asks in this way has another one when there is no memory: nothing comes out.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return take(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return take(size); }
void operator delete(void* memory) noexcept { give_back(memory); }
void operator delete[](void* memory) noexcept { give_back(memory); }
void operator delete(void* memory, std::size_t) noexcept { give_back(memory); }
void operator delete[](void* memory, std::size_t) noexcept { give_back(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { give_back(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { give_back(memory); }
