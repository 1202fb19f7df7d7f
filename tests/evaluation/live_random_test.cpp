// SPDX-License-Identifier: BSL-1.0

// Live equals full, to the bit and after every reading, over random plans: shared parts, vetoes,
// every rule, revisions, targets that follow others, bases, flows per period, tasks that wait, and
// readings that are refused. A failure names its seed.

#include "support/live_changes.hpp"

namespace {

/// Takes readings in one at a time; what a full evaluation refuses has to be refused, too.
std::string follow(unsigned seed, int steps) {
  LiveCase random(seed);
  jj::LiveEvaluation live = random.live();
  jj::Evaluation before = random.full();
  std::string wrong = exact_differences(live, before);
  for (int step = 0; step < steps && wrong.empty(); ++step) {
    const jj::Observation reading = random.reading();
    jj::Observations one;
    one.add(reading);
    const auto after = random.full_with(one);
    if (!after) {
      CHECK_THROWS_AS(live.dry_run(reading), jj::ObservationError);
      CHECK_THROWS_AS(live.observe(reading), jj::ObservationError);
    } else {
      wrong += wrong_changes(live.dry_run(reading), before, *after);
      wrong += exact_differences(live, before);
      wrong += wrong_changes(live.observe(reading), before, *after);
      random.readings.push_back(reading);
      before = *after;
    }
    wrong += exact_differences(live, before);
    if (!(live.evaluation() == before)) wrong += "the snapshot differs\n";
    if (!(live.observations() == random.observations())) wrong += "the observations differ\n";
    if (!wrong.empty()) wrong += "at step " + std::to_string(step) + " of " + reading.id;
  }
  return wrong;
}

/// Takes readings in by batches of all sizes.
std::string follow_batches(unsigned seed, int steps) {
  LiveCase random(seed);
  jj::LiveEvaluation live = random.live();
  jj::Evaluation before = random.full();
  std::string wrong;
  for (int step = 0; step < steps && wrong.empty(); ++step) {
    jj::Observations batch;
    for (int i = random.between(0, 12); i > 0; --i) {
      jj::Observation reading = random.reading();
      if (!random.options.ignore_unknown) reading.options.unit = {};
      if (random.plan[reading.id].kind() != jj::NodeKind::goal) batch.add(reading);
    }
    const auto after = random.full_with(batch);
    if (!after) {
      CHECK_THROWS_AS(live.observe_all(batch), jj::ObservationError);
      CHECK_THROWS_AS(live.dry_run_all(batch), jj::ObservationError);
    } else {
      wrong += wrong_changes(live.dry_run_all(batch), before, *after);
      wrong += exact_differences(live, before);
      wrong += wrong_changes(live.observe_all(batch), before, *after);
      for (std::size_t i = 0; i < batch.size(); ++i) random.readings.push_back(batch[i]);
      before = *after;
    }
    wrong += exact_differences(live, before);
    if (!(live.evaluation() == before)) wrong += "the snapshot differs\n";
    if (!wrong.empty()) wrong += "at step " + std::to_string(step);
  }
  return wrong;
}

}  // namespace

TEST_CASE("10,000 readings one at a time leave a live evaluation as a full one") {
  for (unsigned seed = 1; seed <= 400; ++seed) {
    INFO("seed " << seed);
    CHECK(follow(seed, 25) == "");
  }
}

TEST_CASE("batches leave a live evaluation as a full one") {
  for (unsigned seed = 1; seed <= 300; ++seed) {
    INFO("seed " << seed);
    CHECK(follow_batches(seed, 6) == "");
  }
}
