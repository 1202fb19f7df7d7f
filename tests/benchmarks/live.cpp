// SPDX-License-Identifier: BSL-1.0

// Readings that come in while a plan is followed, against the same by breadth-first search over
// boost::adjacency_list, and against a full evaluation.

#include "../support/catch.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <random>

#include "plain_plan.hpp"
#include "synthetic.hpp"

namespace jj = jinjiang;
using benchmark::million;

namespace {

struct Update {
  std::string id;  ///< at hand, as that of a reading that has just come in
  double value;
};

/// Of as many leaves, in no order.
std::vector<Update> random_updates(std::size_t count) {
  std::mt19937 random(7);  // NOLINT: the same in every run
  std::uniform_real_distribution<double> share(0, 0.5);
  std::vector<bool> is_taken = million().is_goal;
  std::vector<Update> updates;
  while (updates.size() < count) {
    const auto leaf = static_cast<std::uint32_t>(random() % million().size());
    if (is_taken[leaf]) continue;
    is_taken[leaf] = true;
    updates.push_back({million().ids[leaf], million().targets[leaf] * share(random)});
  }
  return updates;
}

/// Median of the times of small groups of calls, in ns a call: one call is too short for a clock.
template <class Call>
double median_ns(std::size_t calls, const Call& call) {
  constexpr std::size_t group = 16;
  std::vector<double> times;
  for (std::size_t i = 0; i + group <= calls; i += group) {
    const auto begin = std::chrono::steady_clock::now();
    for (std::size_t k = i; k < i + group; ++k) call(k);
    const std::chrono::duration<double, std::nano> taken = std::chrono::steady_clock::now() - begin;
    times.push_back(taken.count() / group);
  }
  std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2),
                   times.end());
  return times[times.size() / 2];
}

/// Median of the times of a few rounds, in ns.
template <class Round>
double median_of_rounds(const Round& round) {
  std::vector<double> times;
  for (int i = 0; i < 9; ++i) times.push_back(round(i));
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

template <class Work>
double time_ns(const Work& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double, std::nano> taken = std::chrono::steady_clock::now() - begin;
  return taken.count();
}

}  // namespace

TEST_CASE("one observation on a plan of a million nodes") {
  const jj::Plan plan = benchmark::build_plan(million());
  const jj::Date as_of = million().read_on + 200;
  const jj::Date day = million().read_on + 1;
  const auto updates = random_updates(100'000);
  jj::LiveEvaluation live(plan, benchmark::make_observations(million()), as_of);
  benchmark::PlainPlan plain = benchmark::build_plain(million());
  plain.evaluate(as_of, plan.policy());
  std::size_t ours = 0;
  std::size_t theirs = 0;
  const double live_ns = median_ns(updates.size(), [&](std::size_t i) {
    const Update& update = updates[i];
    ours += live.observe(update.id, day, update.value).size();
  });
  const double plain_ns = median_ns(updates.size(), [&](std::size_t i) {
    const Update& update = updates[i];
    theirs += plain.update(update.id, {day, update.value}, as_of, plan.policy());
  });
  std::size_t different = 0;
  for (const auto vertex : boost::make_iterator_range(boost::vertices(plain.graph))) {
    const benchmark::PlainNode& node = plain.graph[vertex];
    const jj::NodeResult result = live[node.id];
    const bool same =
        result.status == node.status &&
        std::abs(result.attainment.value_or(-1) - node.attainment.value_or(-1)) < 1e-12 &&
        std::abs(result.pace.value_or(-1) - node.pace.value_or(-1)) < 1e-12;
    different += same ? 0 : 1;
  }
  REQUIRE(different == 0);
  REQUIRE(live.evaluation() == jj::evaluate(plan, live.observations(), as_of));
  std::printf("@ live_update_1m %.1f\n@ live_update_1m_plain %.1f\n", live_ns, plain_ns);
  std::printf("@ live_update_changes %.2f\n@ live_update_evaluated %.2f\n",
              static_cast<double>(ours) / 100'000, static_cast<double>(theirs) / 100'000);
}

TEST_CASE("ten thousand observations at once") {
  const jj::Plan plan = benchmark::build_plan(million());
  const jj::Date as_of = million().read_on + 200;
  const jj::Observations seen = benchmark::make_observations(million());
  const auto updates = random_updates(10'000);
  const auto batch_of = [&](int round) {
    jj::Observations batch;
    for (const Update& update : updates) {
      batch.add(update.id, million().read_on + 1 + round, update.value * (1 + round % 3));
    }
    return batch;
  };
  jj::LiveEvaluation live(plan, seen, as_of);
  const double batch_ns = median_of_rounds([&](int round) {
    const jj::Observations batch = batch_of(round);
    return time_ns([&] { live.observe_all(batch); });
  });
  jj::LiveEvaluation one_by_one(plan, seen, as_of);
  const double updates_ns = median_of_rounds([&](int round) {
    const jj::Observations batch = batch_of(round);
    return time_ns([&] {
      for (std::size_t i = 0; i < updates.size(); ++i) {
        one_by_one.observe(updates[i].id, million().read_on + 1 + round,
                           updates[i].value * (1 + round % 3));
      }
    });
  });
  jj::Observations all = seen;
  const double full_ns = median_of_rounds([&](int round) {
    const jj::Observations batch = batch_of(round);
    return time_ns([&] {
      for (std::size_t i = 0; i < updates.size(); ++i) {
        all.add(updates[i].id, million().read_on + 1 + round, updates[i].value * (1 + round % 3));
      }
      static_cast<void>(jj::evaluate(plan, all, as_of));
    });
  });
  REQUIRE(live.evaluation() == one_by_one.evaluation());
  REQUIRE(live.evaluation() == jj::evaluate(plan, all, as_of));
  std::printf("@ live_batch_10k %.1f\n@ live_batch_10k_updates %.1f\n@ live_batch_10k_full %.1f\n",
              batch_ns, updates_ns, full_ns);
}
