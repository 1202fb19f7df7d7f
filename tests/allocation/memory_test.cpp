// SPDX-License-Identifier: BSL-1.0

// What reading an archive may take: 16 times its bytes and a little that does not grow with them,
// whatever its tables say.

#include "allocation/allocations.hpp"
#include "io/documents.hpp"
#include "io/jjx_mutation.hpp"

namespace {

// No column reaches the size from which it is taken as large pages, past operator new.
constexpr int some = 20'000;
constexpr std::size_t fixed_bytes = std::size_t{1} << 20U;

jj::PlanBuilder draft() { return {"p", {2024y / 1 / 1, 2024y / 12 / 31}}; }

/// Most bytes that reading takes at once, as multiples of the archive; 0 while they stay below what
/// does not grow.
double share_taken(const std::string& bytes) {
  const std::size_t before = allocations::bytes();
  allocations::reset_peak();
  static_cast<void>(refusal([&] { static_cast<void>(jj::io::read_plan_jjx(bytes)); }));
  const auto taken = static_cast<double>(allocations::peak() - before);
  return std::max(0.0, taken - fixed_bytes) / static_cast<double>(bytes.size());
}

double share_of(const jj::PlanBuilder& plan) {
  const std::string bytes = jj::io::write_plan_jjx(plan.build());
  REQUIRE(bytes.size() > fixed_bytes / 8);
  return share_taken(bytes);
}

template <class Options>
jj::PlanBuilder goals(const Options& options) {
  jj::PlanBuilder plan = draft();
  for (int i = 0; i < some; ++i) plan.goal(std::to_string(i), "", options(i));
  return plan;
}

}  // namespace

TEST_CASE("reading takes at most 16 times the bytes of an archive, whatever fills it") {
  const auto plain = [](int) { return jj::NodeOptions{}; };
  CHECK(share_of(goals(plain)) < 16);
  CHECK(share_of(draft().goal("g", "", {.tags = std::vector<std::string>(100'000)})) < 16);
  CHECK(share_of(goals([](int) { return jj::NodeOptions{.tags = {""}}; })) < 16);
  CHECK(share_of(goals([](int) { return jj::NodeOptions{.note = "n"}; })) < 16);
  CHECK(share_of(goals([](int) { return jj::NodeOptions{.rule = {jj::RuleKind::worst}}; })) < 16);
  CHECK(share_of(goals([](int i) {
          return jj::NodeOptions{.source = {"", "", static_cast<std::size_t>(i), {}}};
        })) < 16);
  CHECK(share_of(goals([](int) { return jj::NodeOptions{.extensions = {{"x-", "1"}}}; })) < 16);
  CHECK(share_of(goals([](int i) { return jj::NodeOptions{.owner = std::to_string(i)}; })) < 16);
}

TEST_CASE("reading unusual targets, revisions, links and tasks takes at most 16 times the bytes") {
  jj::PlanBuilder targets = draft();
  jj::PlanBuilder revised = draft();
  jj::PlanBuilder tasks = draft();
  const jj::Target usual = jj::reach(5, "个");
  for (int i = 0; i < some; ++i) {
    const std::string id = std::to_string(i);
    targets.indicator(id, "", jj::reach(i, "个", {.basis = "b"}));
    revised.indicator(id, "", usual, {.revisions = {{2024y / 5 / 1, usual, ""}}});
    jj::NodeOptions options{.progress = 0.5, .profile = jj::ProfileKind::hold};
    if (i > 0) options.depends_on = {std::to_string(i - 1)};
    tasks.task(id, "", options);
  }
  CHECK(share_of(targets) < 16);
  CHECK(share_of(revised) < 16);
  CHECK(share_of(tasks) < 16);
}

TEST_CASE("an attacked archive takes no more memory than an honest one may") {
  const std::string archive = jj::io::write_plan_jjx(full_plan());
  double most = 0;
  for (std::uint32_t seed = 0; seed < 5'000; ++seed) {
    Chance chance(seed);
    most = std::max(most, share_taken(mutated(archive, chance)));
  }
  CHECK(most < 16);
}
