// SPDX-License-Identifier: BSL-1.0

// Random plans against the plain way, and what must hold of every schedule.

#include <jinjiang/analysis/detail/schedule_data.hpp>

#include "schedule/plain_schedule.hpp"
#include "schedule/random_schedule.hpp"
#include "schedule/small_schedule.hpp"

namespace {

/// The instants of a node, as the library has them.
plain::Times instants_of(const jj::Schedule& schedule, const jj::Node& node) {
  const jj::detail::ScheduleData& data = schedule.data();
  const jj::detail::Row row = node.row();
  const bool is_goal = node.kind() == jj::NodeKind::goal;
  const auto& at = data.times[row];
  return {is_goal ? data.times[data.begin_of(row)].early : at.early, data.end_of(row),
          is_goal ? 0 : at.late, at.late + data.durations[row]};
}

/// What differs from the plain way; empty when nothing does. Its instants count from another day.
std::string difference(const jj::Plan& plan, const jj::ScheduleOptions& options) {
  const jj::Schedule ours = jj::schedule(plan, options);
  const plain::Schedule wanted(plan, options);
  const long shift = options.calendar.number_of(new_year) - wanted.before(new_year);
  std::string text;
  for (const jj::Node node : plan.nodes()) {
    const plain::Times found = instants_of(ours, node);
    const plain::Times& right = wanted.times.at(std::string(node.id()));
    const bool is_goal = node.kind() == jj::NodeKind::goal;
    const bool is_bounded = right.late_end < 1'000'000;
    const bool same = found.early == right.early + shift && found.end == right.end + shift &&
                      (is_goal || found.late == right.late + shift) &&
                      (!is_bounded || found.late_end == right.late_end + shift);
    if (same) continue;
    text += std::string(node.id()) + ": " + std::to_string(found.early - shift) + " " +
            std::to_string(found.end - shift) + " " + std::to_string(found.late - shift) + " " +
            std::to_string(found.late_end - shift) + ", wanted " + std::to_string(right.early) +
            " " + std::to_string(right.end) + " " + std::to_string(right.late) + " " +
            std::to_string(right.late_end) + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("random plans have the dates that the plain way gives") {
  for (unsigned seed = 0; seed < 400; ++seed) {
    RandomSchedule random(seed);
    const jj::Plan plan = random.make({.has_goals = seed % 4 != 0, .has_dates = seed % 3 != 0});
    jj::ScheduleOptions options{.calendar = random.calendar()};
    if (random.once_in(3)) options.finish = new_year + random.between(30, 150);
    INFO("seed " << seed << "\n" << difference(plan, options));
    REQUIRE(difference(plan, options).empty());
  }
}

TEST_CASE("without fixed dates no float is negative, and something is critical") {
  for (unsigned seed = 1000; seed < 1100; ++seed) {
    RandomSchedule random(seed);
    const jj::Plan plan = random.make({.has_dates = false});
    const jj::Schedule s = jj::schedule(plan, {.calendar = random.calendar()});
    std::size_t negative = 0;
    std::size_t critical = 0;
    for (const jj::NodeSchedule& node : s.results()) {
      negative += *node.total_float < 0 ? 1 : 0;
      critical += node.is_critical && node.node.kind() != jj::NodeKind::goal ? 1 : 0;
    }
    INFO("seed " << seed);
    REQUIRE(negative == 0);
    REQUIRE(critical > 0);
    REQUIRE(s.conflicts().empty());
  }
}

TEST_CASE("another dependency makes nothing earlier") {
  for (unsigned seed = 2000; seed < 2100; ++seed) {
    RandomSchedule random(seed);
    const jj::Plan plan = random.make({});
    const std::string last = "n" + std::to_string(random.between(1, 2));
    const auto links = plan.predecessors(plan[last]);
    const bool has_it = std::any_of(links.begin(), links.end(), [](const jj::Dependency& link) {
      return link.predecessor.id() == "n0";
    });
    if (has_it) continue;
    jj::PlanBuilder draft(plan);
    const auto type = static_cast<jj::DependencyType>(random.between(0, 3));
    draft.depends_on(last, {"n0", type, random.between(-3, 9)});
    const jj::Schedule before = jj::schedule(plan);
    const jj::Schedule after = jj::schedule(draft.build());
    std::size_t earlier = 0;
    for (const jj::Node node : plan.nodes()) {
      const auto later = after[node.id()];
      earlier += *later.early_start < *before.of(node).early_start ? 1 : 0;
    }
    INFO("seed " << seed);
    REQUIRE(earlier == 0);
  }
}

TEST_CASE("the free float is how much later a leaf may be without another leaf being later") {
  for (unsigned seed = 3000; seed < 3080; ++seed) {
    RandomSchedule random(seed);
    const jj::Plan plan = random.make({.has_dates = seed % 2 == 0, .holds_goals = false});
    const jj::Schedule s = jj::schedule(plan);
    const auto moves_others = [&](const jj::Node& node, std::int64_t days) {
      const std::string id(node.id());
      const jj::Schedule later = jj::schedule(plan, {.delays = {{id, static_cast<int>(days)}}});
      for (const jj::Node& other : plan.tasks()) {
        const jj::detail::Row row = other.row();
        if (!(other == node) && later.data().times[row].early != s.data().times[row].early)
          return true;
      }
      return false;
    };
    for (const jj::Node& node : plan.tasks()) {
      const jj::NodeSchedule dates = s.of(node);
      INFO("seed " << seed << " node " << node.id());
      REQUIRE_FALSE(moves_others(node, *dates.free_float));
    }
  }
}

TEST_CASE("what has total float may use it up without the plan being finished later") {
  for (unsigned seed = 4000; seed < 4080; ++seed) {
    RandomSchedule random(seed);
    const jj::Plan plan = random.make({.has_dates = false});
    const jj::Schedule s = jj::schedule(plan);
    for (const jj::Node& node : plan.tasks()) {
      const auto room = static_cast<int>(*s.of(node).total_float);
      INFO("seed " << seed << " node " << node.id());
      const jj::Schedule later = jj::schedule(plan, {.delays = {{std::string(node.id()), room}}});
      REQUIRE(later.data().finish == s.data().finish);
    }
  }
}

TEST_CASE("near-critical paths are whole chains whose slack is what they lack") {
  for (unsigned seed = 5000; seed < 5060; ++seed) {
    RandomSchedule random(seed);
    const jj::Plan plan = random.make({.has_goals = false, .has_dates = false});
    const jj::Schedule s = jj::schedule(plan);
    const auto paths = s.near_critical(6);
    INFO("seed " << seed);
    REQUIRE_FALSE(paths.empty());
    REQUIRE(paths.front().slack == 0);
    std::set<std::string> seen;
    for (std::size_t i = 0; i < paths.size(); ++i) {
      REQUIRE(seen.insert(ids(paths[i].nodes)).second);
      REQUIRE((i == 0 || paths[i - 1].slack <= paths[i].slack));
      for (const jj::Node& node : paths[i].nodes)
        REQUIRE(*s.of(node).total_float <= paths[i].slack);
    }
  }
}
