// SPDX-License-Identifier: BSL-1.0

// Random plans against the plain way, and what must hold of every schedule.

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
