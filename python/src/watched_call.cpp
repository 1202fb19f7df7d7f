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
  try {
    finish();
  } catch (py::error_already_set& error) {  // another one is under way
    error.discard_as_unraisable("jinjiang: the end of a progress bar");
  }
}

void WatchedCall::finish() {
  unlocked_.reset();
  if (!std::exchange(is_told_, false)) return;
  try {
    bar().attr("end")();
  } catch (const py::error_already_set&) {
    bar().attr("end")();  // a signal may have come before it did anything
    throw;
  }
}

void WatchedCall::tell(const jj::CallState& state) {
  const py::gil_scoped_acquire locked;
  if (PyErr_CheckSignals() != 0) throw py::error_already_set();
  is_told_ = true;
  bar().attr("tell")(std::string(jj::to_string(state.call)), state.share);
}
