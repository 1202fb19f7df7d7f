// SPDX-License-Identifier: BSL-1.0

// Readers tell how far they are, and can be ended.

#include <stdexcept>
#include <vector>

#include <jinjiang/model/call_monitor.hpp>

#include "io/documents.hpp"
#include "support/catch.hpp"

namespace {

using namespace std::chrono_literals;

constexpr std::size_t many = 1000;

std::string many_nodes() {
  std::string nodes;
  for (std::size_t i = 0; i < many; ++i)
    nodes +=
        (i > 0 ? ",\n" : "") + ("{\"id\": \"g" + std::to_string(i) + "\", \"kind\": \"goal\"}");
  return plan_text(nodes);
}

std::string many_rows() {
  std::string text = "id,observed_on,value\n";
  for (std::size_t i = 0; i < many; ++i) text += "i" + std::to_string(i) + ",2024-03-31,1\n";
  return text;
}

/// The shares that a call tells.
template <class Call>
std::vector<double> shares_of(const Call& call) {
  std::vector<double> shares;
  const jj::CallMonitor monitor(
      [&](const jj::CallState& state) {
        CHECK(state.call == jj::LongCall::read_file);
        shares.push_back(state.share.value());
      },
      0ms);
  CHECK(call() == many);
  return shares;
}

template <class Call>
void check_calls(const Call& call) {
  const std::vector<double> shares = shares_of(call);
  CHECK(shares.size() > many / 100);
  CHECK(std::is_sorted(shares.begin(), shares.end()));
  CHECK(shares.front() < 0.1);
  CHECK(shares.back() > 0.9);
  CHECK(shares.back() <= 1);
  const jj::CallMonitor monitor(
      [](const jj::CallState& state) {
        if (*state.share > 0.5) throw std::runtime_error("enough");
      },
      0ms);
  CHECK_THROWS_WITH(call(), "enough");
}

}  // namespace

TEST_CASE("reading a plan tells how far it is") {
  const std::string text = many_nodes();
  check_calls([&] { return jj::io::read_plan_json(text).size(); });
}

TEST_CASE("reading observations tells how far it is") {
  const std::string csv = many_rows();
  check_calls([&] { return jj::io::read_observations(csv).size(); });
  const std::string json = jj::io::write_observations_json(jj::io::read_observations(csv));
  check_calls([&] { return jj::io::read_observations(json).size(); });
}
