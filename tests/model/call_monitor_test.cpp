// SPDX-License-Identifier: BSL-1.0

#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <jinjiang/model/call_monitor.hpp>

#include "support/catch.hpp"

namespace {

namespace jj = jinjiang;
using namespace std::chrono_literals;
using Shares = std::vector<std::optional<double>>;

/// A call of four steps.
void work(std::size_t size = 4) {
  const jj::detail::CallStep step(jj::LongCall::check, size);
  for (std::size_t done = 0; done < 4; ++done) step.at(done);
}

}  // namespace

TEST_CASE("a listener is told how far a call of its thread is") {
  Shares shares;
  const jj::CallMonitor monitor(
      [&](const jj::CallState& state) {
        CHECK(state.call == jj::LongCall::check);
        shares.push_back(state.share);
      },
      0ms);
  work();
  std::thread([] { work(); }).join();  // of another thread
  CHECK(shares == Shares{0, 0.25, 0.5, 0.75});
}

TEST_CASE("a share is unknown without a size, and never above 1") {
  Shares shares;
  const jj::CallMonitor monitor([&](const jj::CallState& state) { shares.push_back(state.share); },
                                0ms);
  work(0);
  work(2);
  CHECK(shares == Shares{{}, {}, {}, {}, 0, 0.5, 1, 1});
}

TEST_CASE("a listener is not told of short calls") {
  int told = 0;
  const jj::CallMonitor monitor([&](const jj::CallState&) { ++told; }, 1h);
  work();
  CHECK(told == 0);
}

TEST_CASE("what a listener throws comes out of the call") {
  const jj::CallMonitor monitor([](const jj::CallState&) { throw std::runtime_error("enough"); },
                                0ms);
  CHECK_THROWS_WITH(work(), "enough");
}

TEST_CASE("a later monitor takes the place of an earlier one until it ends") {
  std::string told;
  const jj::CallMonitor outer([&](const jj::CallState&) { told += 'o'; }, 0ms);
  {
    const jj::CallMonitor inner([&](const jj::CallState&) { told += 'i'; }, 0ms);
    work();
  }
  work();
  CHECK(told == "iiiioooo");
}

TEST_CASE("a call without a monitor, or with a monitor without a listener, goes its way") {
  work();
  const jj::CallMonitor monitor({}, 0ms);
  work();
}
