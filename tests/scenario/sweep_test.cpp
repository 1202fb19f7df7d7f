// SPDX-License-Identifier: BSL-1.0

#include <chrono>
#include <stdexcept>
#include <vector>

#include <jinjiang/analysis/goal_seek.hpp>
#include <jinjiang/analysis/sweep.hpp>

#include "support/goal_plan.hpp"

namespace {

jj::Evaluation two() {
  jj::PlanBuilder draft = goal_of(year_count(), {{"a", 1}, {"b", 3}});
  draft.goal("top", "Top").part_of("g", "top").task("t", "T");
  draft.indicator("w", "W", std::nullopt);
  return jj::evaluate(draft.build(), values_on(day_100, {{"a", 50}, {"b", 90}}), day_100);
}

}  // namespace

TEST_CASE("a sweep shows the leaf and the goals above it, the nearest first") {
  const jj::Sweep sweep = jj::sweep(two(), "a", {0, 200, 50});
  REQUIRE(sweep.rows.size() == 5);
  REQUIRE(sweep.nodes.size() == 3);
  CHECK(sweep.nodes[0].id() == "a");
  CHECK(sweep.nodes[1].id() == "g");
  CHECK(sweep.nodes[2].id() == "top");
  CHECK(sweep.unit == jj::UnitTable::standard().at("个"));
  CHECK(sweep.rows[0].results[1].pace == near(270 / 400.0));
  CHECK(sweep.rows[1].results[1].pace == near(320 / 400.0));
  CHECK(sweep.rows[2].results[1].pace == near(370 / 400.0));
  CHECK(sweep.rows[3].results[1].pace == near(420 / 400.0));
  CHECK(sweep.rows[4].results[1].pace == near(470 / 400.0));
  CHECK(sweep.rows[0].results[2].status == jj::Status::off_track);
  CHECK(sweep.rows[1].results[2].status == jj::Status::at_risk);
  CHECK(sweep.rows[3].results[2].status == jj::Status::on_track);
  CHECK(sweep.rows[4].results[2].status == jj::Status::ahead);
}

TEST_CASE("steps are decimal, down as well, and stop before the end when they miss it") {
  const jj::Sweep up = jj::sweep(two(), "t", {0, 1, 0.1});
  REQUIRE(up.rows.size() == 11);
  CHECK(up.rows[3].value == 0.3);
  CHECK(up.rows[10].value == 1);
  const jj::Sweep down = jj::sweep(two(), "a", {10, 1, -4});
  REQUIRE(down.rows.size() == 3);
  CHECK(down.rows[2].value == 2);
  CHECK(jj::sweep(two(), "a", {5, 5, 1}).rows.size() == 1);
}

TEST_CASE("a sweep of nodes that are asked for") {
  const std::vector<std::string> ids{"top"};
  const jj::Sweep sweep = jj::sweep(two(), "a", {0, 10, 10}, ids);
  CHECK(sweep.nodes.size() == 1);
  CHECK(sweep.rows[0].results.size() == 1);
}

TEST_CASE("a sweep that leads nowhere is refused") {
  const auto refusal = [](const char* leaf, jj::SweepRange range) {
    return message_of<jj::Error>([&] { static_cast<void>(jj::sweep(two(), leaf, range)); });
  };
  CHECK(holds(refusal("a", {0, 10, 0}), "a step of 0 leads nowhere"));
  CHECK(holds(refusal("a", {0, 10, -1}), "from 0 to 10 by steps of -1: the step leads away"));
  CHECK(holds(refusal("a", {0, 1e9, 1}), "at most 100000 values"));
  CHECK(holds(refusal("a", {0, INFINITY, 1}), "finite"));
  CHECK(holds(refusal("g", {0, 1, 1}), "a goal reads no value of its own"));
  CHECK(holds(refusal("w", {0, 1, 1}), "only watched"));
  CHECK(holds(refusal("t", {0, 2, 1}), "the progress of a task must be from 0 to 1"));
  CHECK_THROWS_AS(jj::sweep(two(), "x", {0, 1, 1}), jj::UnknownIdError);
}

TEST_CASE("a sweep tells how far it is, and can be ended") {
  std::vector<std::optional<double>> shares;
  const jj::CallMonitor monitor(
      [&](const jj::CallState& state) {
        CHECK(state.call == jj::LongCall::sweep);
        shares.push_back(state.share);
        if (shares.size() == 5) throw std::runtime_error("enough");
      },
      std::chrono::milliseconds{0});
  const jj::Evaluation now = two();
  static_cast<void>(jj::sweep(now, "a", {0, 150, 50}));
  CHECK(shares == std::vector<std::optional<double>>{0, 0.25, 0.5, 0.75});
  CHECK_THROWS_WITH(jj::sweep(now, "a", {0, 150, 50}), "enough");
}

TEST_CASE("a goal seek tells that it is under way") {
  int told = 0;
  const jj::CallMonitor monitor(
      [&](const jj::CallState& state) {
        CHECK(state.call == jj::LongCall::goal_seek);
        CHECK(!state.share);
        ++told;
      },
      std::chrono::milliseconds{0});
  static_cast<void>(jj::goal_seek(two(), "g", "a", {.status = jj::Status::on_track}));
  CHECK(told > 1);
}
