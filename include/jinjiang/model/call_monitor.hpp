// SPDX-License-Identifier: BSL-1.0
#pragma once

// How far a long call is: for a bar on the screen, and to end it before it is done.

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/detail/names.hpp>

namespace jinjiang {

/// A call that may take long.
enum class LongCall : std::uint8_t {
  read_file,    ///< a plan, observations or an evaluation as JSON, observations as CSV
  read_report,  ///< read_report()
  check,        ///< check()
  sweep,        ///< sweep()
  goal_seek     ///< goal_seek()
};

template <>
struct EnumNames<LongCall> {
  static constexpr std::array<std::string_view, 5> all{"read_file", "read_report", "check", "sweep",
                                                       "goal_seek"};
};

/// How far a long call is.
struct CallState {
  LongCall call;                     ///< which one
  std::optional<double> share = {};  ///< of it is done, 0 to 1; nothing when nobody knows
};

namespace detail {
class CallStep;
}

/// While it lives, the long calls of its thread tell its listener how far they are. What the
/// listener throws ends the call: plans, observations and files stand as they were before. One that
/// is made later takes the place of those before it until it ends; it ends before them, in the
/// thread that made it.
class CallMonitor {
 public:
  /// What is told; it may throw.
  using Listener = std::function<void(const CallState&)>;

  /// @param interval  it is told at most this often, first when this much time is gone
  explicit CallMonitor(Listener listener,
                       std::chrono::milliseconds interval = std::chrono::milliseconds{100});
  CallMonitor(const CallMonitor&) = delete;
  CallMonitor& operator=(const CallMonitor&) = delete;
  ~CallMonitor();

 private:
  friend class detail::CallStep;
  using Clock = std::chrono::steady_clock;

  void tell(LongCall call, std::size_t done, std::size_t size);

  Listener listener_;
  Clock::duration interval_;
  Clock::time_point next_;
  CallMonitor* outer_;
};

namespace detail {

/// The monitor of this thread, or none.
[[nodiscard]] CallMonitor*& current_monitor() noexcept;

/// What a long call keeps to tell the monitor of its thread.
class CallStep {
 public:
  /// @param size  what `done` comes to in the end; 0: nobody knows
  explicit CallStep(LongCall call, std::size_t size = 0) noexcept
      : monitor_(current_monitor()), call_(call), size_(size) {}

  /// Reads the clock when there is a monitor: to be called for work of some microseconds.
  void at(std::size_t done) const {
    if (monitor_ != nullptr) monitor_->tell(call_, done, size_);
  }

 private:
  CallMonitor* monitor_;
  LongCall call_;
  std::size_t size_;
};

}  // namespace detail

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/model/detail/call_monitor.ipp>
#endif
