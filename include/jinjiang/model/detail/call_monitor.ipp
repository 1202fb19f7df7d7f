// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <utility>

#include <jinjiang/model/call_monitor.hpp>

namespace jinjiang {

namespace detail {

JINJIANG_INLINE CallMonitor*& current_monitor() noexcept {
  static thread_local CallMonitor* current = nullptr;
  return current;
}

}  // namespace detail

JINJIANG_INLINE CallMonitor::CallMonitor(Listener listener, std::chrono::milliseconds interval)
    : listener_(std::move(listener)),
      interval_(interval),
      next_(Clock::now() + interval_),
      outer_(std::exchange(detail::current_monitor(), this)) {}

JINJIANG_INLINE CallMonitor::~CallMonitor() { detail::current_monitor() = outer_; }

JINJIANG_INLINE void CallMonitor::tell(LongCall call, std::size_t done, std::size_t size) {
  if (Clock::now() < next_) return;
  CallState state{call};
  if (size > 0) state.share = std::min(1.0, static_cast<double>(done) / static_cast<double>(size));
  if (listener_) listener_(state);
  next_ = Clock::now() + interval_;  // a slow listener does not hold the call up all the time
}

}  // namespace jinjiang
