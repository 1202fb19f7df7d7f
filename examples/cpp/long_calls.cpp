// SPDX-License-Identifier: BSL-1.0

// A long call that says how far it is, and that is ended half-way.

#include <cstdio>
#include <stdexcept>
#include <string>

#include <jinjiang/io.hpp>
#include <jinjiang/jinjiang.hpp>

using namespace std::chrono_literals;
namespace jj = jinjiang;

struct Cancelled : std::runtime_error {
  using std::runtime_error::runtime_error;
};

int main() {
  std::string rows = "id,observed_on,value\n";
  for (int i = 0; i < 1000; ++i) rows += "land.reuse,2024-03-31,1600\n";
  try {
    const jj::CallMonitor monitor(
        [](const jj::CallState& state) {
          std::printf("%s %.0f%%\n", to_string(state.call).data(), 100 * state.share.value_or(0));
          if (state.share > 0.5) throw Cancelled("by the user");
        },
        0ms);  // every time; the default is ten times a second
    const jj::Observations seen = jj::io::read_observations(rows);
    std::printf("%zu readings\n", seen.size());
  } catch (const Cancelled& reason) {
    std::printf("ended %s\n", reason.what());
  }
}
