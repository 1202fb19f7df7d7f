// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <type_traits>
#include <utility>

#include <pybind11/pybind11.h>

#include <jinjiang/model/call_monitor.hpp>

namespace py = pybind11;

/// A long call without the lock of Python. While it lives, Ctrl-C and other signals are heeded, and
/// `jinjiang._progress_bar` is told how far the call is; what either raises ends it.
class WatchedCall {
 public:
  WatchedCall();
  WatchedCall(const WatchedCall&) = delete;
  WatchedCall& operator=(const WatchedCall&) = delete;
  ~WatchedCall();

  /// Takes the lock again and the bar away; what a signal raises meanwhile comes out.
  void finish();

 private:
  void tell(const jinjiang::CallState& state);

  jinjiang::CallMonitor monitor_;
  bool is_told_ = false;
  std::optional<py::gil_scoped_release> unlocked_;
};

/// What a long call gives.
template <class Call>
auto watched(const Call& call) -> std::invoke_result_t<const Call&> {
  WatchedCall watch;
  auto result = call();
  watch.finish();
  return result;
}
