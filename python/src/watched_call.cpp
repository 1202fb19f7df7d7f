// SPDX-License-Identifier: BSL-1.0

#include "watched_call.hpp"

#include <string>

#include "bindings.hpp"

namespace {

py::object bar() { return py::module_::import("jinjiang._progress_bar"); }

}  // namespace

WatchedCall::WatchedCall() : monitor_([this](const jj::CallState& state) { tell(state); }) {
  unlocked_.emplace();
}

WatchedCall::~WatchedCall() {
  unlocked_.reset();
  if (!is_told_) return;
  try {
    bar().attr("end")();
  } catch (py::error_already_set& error) {
    error.discard_as_unraisable("jinjiang: the end of a progress bar");
  }
}

void WatchedCall::tell(const jj::CallState& state) {
  const py::gil_scoped_acquire locked;
  if (PyErr_CheckSignals() != 0) throw py::error_already_set();
  is_told_ = true;
  bar().attr("tell")(std::string(jj::to_string(state.call)), state.share);
}
