// SPDX-License-Identifier: BSL-1.0

// Many threads share one plan and one set of observations. Run by the tsan preset (`make tsan`),
// which sees races that leave the figures right.

#include <atomic>
#include <latch>
#include <thread>

#include <jinjiang/evaluation/live.hpp>

#include "support/year_plan.hpp"

namespace {

constexpr int goals = 40;
constexpr int rounds = 60;

/// Two layers of goals, so that a sweep can share out a layer, with three indicators under each.
jj::Plan shared_plan() {
  jj::PlanBuilder draft = year_plan();
  draft.goal("all", "All");
  for (int g = 0; g < goals; ++g) {
    const std::string goal = "g" + std::to_string(g);
    draft.goal(goal, "Goal", {.part_of = {"all"}});
    for (const char* part : {".a", ".b", ".c"}) {
      draft.indicator(goal + part, "盘活", year_count(), {.part_of = {goal}});
    }
  }
  return draft.build();
}

jj::Observations shared_readings() {
  jj::Observations seen;
  for (int g = 0; g < goals; ++g) seen.add("g" + std::to_string(g) + ".a", day_100, 100 + g);
  return seen;
}

/// Runs the tasks at the same time, each again and again.
template <class... Tasks>
void run_together(Tasks... tasks) {
  std::latch begin{sizeof...(tasks)};
  std::vector<std::thread> threads;
  const auto start = [&](auto task) {
    threads.emplace_back([&begin, task] {
      begin.arrive_and_wait();
      for (int i = 0; i < rounds; ++i) task(i);
    });
  };
  (start(tasks), ...);
  for (std::thread& thread : threads) thread.join();
}

}  // namespace

TEST_CASE("threads evaluate, look up, explain and copy one plan and one set of observations") {
  const jj::Plan plan = shared_plan();
  const jj::Observations seen = shared_readings();
  const jj::Evaluation alone = jj::evaluate(plan, seen, day_100);
  const std::string words = to_text(jj::explain(alone, "all"), jj::Language::zh);
  std::atomic<int> wrong = 0;
  const auto expect = [&wrong](bool holds) { wrong += holds ? 0 : 1; };

  const auto evaluate = [&](int i) {
    const jj::Date day = i % 2 == 0 ? day_100 : mid_year;
    const jj::Evaluation now = jj::evaluate(plan, seen, day, {.threads = 2});
    expect(i % 2 != 0 || now == alone);
  };
  const auto look_up = [&](int i) {
    const std::string id = "g" + std::to_string(i % goals) + ".a";
    expect(plan[id].title() == "盘活" && plan.find(id).size() >= 1);
    expect(seen.of(id).size() == 1 && alone[id].value == 100 + i % goals);
    expect(plan.outline().size() == plan.size());
  };
  const auto explain = [&](int) {
    expect(to_text(jj::explain(alone, "all"), jj::Language::zh) == words);
    expect(alone.behind().size() == alone.behind().size());
  };
  const auto copy_and_add = [&](int i) {
    const jj::Plan same = plan;
    jj::Observations own = seen;
    own.add("g1.b", mid_year, 366);
    const jj::Evaluation later = jj::evaluate(same, own, mid_year);
    expect(later["g1.b"].status == jj::Status::met_early && own.size() == seen.size() + 1);
    own.add("g1.c", mid_year, i);
    expect(later.observations().size() == seen.size() + 1);
  };
  const auto read_units = [&](int i) {
    const auto factor = static_cast<double>(i + 2);
    const jj::Unit own{
        {.symbol = "包" + std::to_string(i), .dimension = "只", .numerator = factor}};
    expect(jj::UnitTable::standard().at("万亩") == jj::UnitTable::standard().at("万亩"));
    expect(jj::Target::parse("超600万平方米").has_value() && !own.is_none());
  };
  run_together(evaluate, evaluate, look_up, explain, copy_and_add, copy_and_add, read_units,
               read_units);
  CHECK(wrong == 0);
}

TEST_CASE("threads follow one plan, each with readings of its own") {
  const jj::Plan plan = shared_plan();
  const jj::Observations seen = shared_readings();
  const jj::Evaluation alone = jj::evaluate(plan, seen, mid_year);
  std::atomic<int> wrong = 0;
  const auto follow = [&](int i) {
    jj::LiveEvaluation live(plan, seen, mid_year);
    const std::string id = "g" + std::to_string(i % goals) + ".b";
    const bool is_same = live.evaluation() == alone;
    const bool has_changed =
        live.dry_run(id, mid_year, i).size() == 3 && live.observe(id, mid_year, i).size() == 3;
    jj::Observations own = seen;
    own.add(id, mid_year, i);
    const bool is_full = live.evaluation() == jj::evaluate(plan, own, mid_year);
    wrong += is_same && has_changed && is_full ? 0 : 1;
  };
  run_together(follow, follow, follow, follow);
  CHECK(wrong == 0);
}

TEST_CASE("a thread may add in place as soon as all others have let go of their copies") {
  jj::Observations own = shared_readings();
  for (int i = 0; i < rounds; ++i) {
    jj::Observations lent = own;
    const std::size_t before = own.size();
    std::size_t read = 0;
    std::thread reader([lent = std::move(lent), &read]() mutable {
      const jj::Observations mine = std::move(lent);
      read = mine.size() + mine.of("g1.a").size();
    });
    own.add("g1.b", new_year + (i + 1), i);
    own.add("g1.b", mid_year + i, i);
    reader.join();
    CHECK(read == before + 1);
    CHECK(own.size() == before + 2);
  }
}

TEST_CASE("layers shared out between threads give the same bits") {
  jj::PlanBuilder draft = year_plan();
  draft.goal("all", "All");
  jj::Observations seen;
  for (int g = 0; g < 6000; ++g) {
    const std::string goal = "g" + std::to_string(g);
    draft.goal(goal, "Goal", {.part_of = {"all"}});
    draft.indicator(goal + ".a", "盘活", year_count(), {.part_of = {goal}});
    if (g % 3 != 0) seen.add(goal + ".a", day_100, g % 150);
  }
  const jj::Plan plan = draft.build();
  const jj::Evaluation alone = jj::evaluate(plan, seen, day_100);
  CHECK(jj::evaluate(plan, seen, day_100, {.threads = 3}) == alone);
}
