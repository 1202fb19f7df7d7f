// SPDX-License-Identifier: BSL-1.0

// Findings about dependencies: those that follow from others, and goals that wait for each other.

#include <algorithm>
#include <set>

#include "check/findings.hpp"
#include "support/random_plan.hpp"

using enum jj::CheckCode;
using enum jj::DependencyType;

TEST_CASE("a goal waits for its parts anyway") {
  auto draft = year_plan();
  draft.goal("g", "总", {.depends_on = {"a"}})
      .goal("s", "分", {.part_of = {"g"}})
      .task("a", "甲", {.part_of = {"s"}});
  CHECK(found(draft, implied_dependency) == Lines{"g: a"});
  CHECK(sentences(draft, implied_dependency) ==
        Lines{"总 (g) depends on 甲 (a), a part of its own that it waits for anyway"});
}

TEST_CASE("who waits for a goal waits for its parts") {
  auto draft = year_plan();
  draft.goal("g", "总")
      .task("a", "甲", {.part_of = {"g"}})
      .task("b", "乙", {.depends_on = {"g", "a"}});
  CHECK(sentences(draft, implied_dependency) ==
        Lines{"the dependency of 乙 (b) on 甲 (a) follows from other links: b -> g -> a"});
}

TEST_CASE("what a goal waits for holds its parts") {
  auto draft = year_plan();
  draft.task("a", "甲")
      .goal("g", "总", {.depends_on = {"a"}})
      .task("b", "乙", {.part_of = {"g"}, .depends_on = {"a"}});
  CHECK(sentences(draft, implied_dependency) ==
        Lines{"the dependency of 乙 (b) on 甲 (a) follows from other links: b -> g -> a"});
}

TEST_CASE("a chain implies what joins its ends, unless the lag or the type says more") {
  const auto joined = [](const jj::DependsOn& direct, jj::DependencyType first,
                         jj::DependencyType second) {
    auto draft = year_plan();
    draft.task("a", "甲")
        .task("b", "乙", {.depends_on = {{"a", second}}})
        .task("c", "丙", {.depends_on = {{"b", first}, direct}});
    return found(draft, implied_dependency);
  };
  CHECK(joined({"a"}, FS, FS) == Lines{"c: a"});
  CHECK(joined({"a", FS, -5}, FS, FS) == Lines{"c: a"});
  CHECK(joined({"a", FS, 1}, FS, FS).empty());
  CHECK(joined({"a", SS}, FS, FS) == Lines{"c: a"});
  CHECK(joined({"a", FF}, FS, FS) == Lines{"c: a"});
  CHECK(joined({"a", SF}, FS, FS) == Lines{"c: a"});
  CHECK(joined({"a"}, SS, SS).empty());  // c may begin before a ends
  CHECK(joined({"a", SS}, SS, SS) == Lines{"c: a"});
  CHECK(joined({"a", FF}, FF, FF) == Lines{"c: a"});
  CHECK(joined({"a"}, FF, FS).empty());  // c may begin whenever it likes
  CHECK(joined({"a", FF}, FF, FS) == Lines{"c: a"});
}

TEST_CASE("a chain with a negative lag implies nothing") {
  auto draft = year_plan();
  draft.task("a", "甲")
      .task("b", "乙", {.depends_on = {{"a", FS, -3}}})
      .task("c", "丙", {.depends_on = {"b", "a"}});
  CHECK(found(draft, implied_dependency).empty());
}

TEST_CASE("a chain over what is cancelled implies nothing") {
  auto draft = year_plan();
  draft.task("a", "甲")
      .task("b", "乙", {.depends_on = {"a"}, .lifecycle = jj::Lifecycle::cancelled})
      .task("c", "丙", {.depends_on = {"b", "a"}});
  CHECK(found(draft, implied_dependency).empty());
}

TEST_CASE("goals that wait for parts of each other can never start") {
  auto draft = year_plan();
  draft.task("x", "甲", {.part_of = {"h"}})
      .goal("g", "总", {.depends_on = {"x"}})
      .task("c", "乙", {.part_of = {"g"}})
      .goal("h", "另", {.depends_on = {"c"}});
  CHECK(found(draft, circular_wait).size() == 1);
  CHECK(holds(sentences(draft, circular_wait)[0], "none can start: g -> x -> h -> c -> g"));
  CHECK(jj::check(draft.build()).problems() == 1);
}

TEST_CASE("more dependencies than fit in one word are all looked at") {
  // 200 pairs a -> b, and c that waits for both of each.
  auto draft = year_plan();
  std::vector<jj::DependsOn> all;
  for (int i = 0; i < 200; ++i) {
    const std::string number = std::to_string(i);
    draft.task("a" + number, "甲" + number);
    draft.task("b" + number, "乙" + number, {.depends_on = {jj::DependsOn("a" + number)}});
    all.emplace_back("a" + number);
    all.emplace_back("b" + number);
  }
  draft.task("c", "丙", {.depends_on = all});
  CHECK(found(draft, implied_dependency).size() == 200);
}

namespace {

/// Starts and finishes as texts, and which needs which: written anew, and searched without a plan.
class PlainWaits {
 public:
  explicit PlainWaits(const jj::Plan& plan) {
    for (const jj::Node node : plan.nodes()) {
      join(finish(node), start(node));
      for (const jj::PartLink& link : plan.part_links(node)) {
        if (is_cancelled(link.parent) || is_cancelled(node)) continue;
        join(finish(link.parent), finish(node));
        join(start(node), start(link.parent));
      }
      for (const jj::Dependency& link : plan.predecessors(node)) {
        if (is_cancelled(link.predecessor) || is_cancelled(node) || is_own_part(link)) continue;
        join(later(link), earlier(link));
      }
    }
  }

  [[nodiscard]] bool is_implied(const jj::Dependency& link) const {
    if (is_cancelled(link.successor) || is_cancelled(link.predecessor)) return false;
    return is_own_part(link) || leads(later(link), earlier(link), true);
  }
  [[nodiscard]] bool is_circular() const {
    return std::any_of(needs_.begin(), needs_.end(),
                       [this](const auto& need) { return leads(need.second, need.first, false); });
  }

 private:
  static std::string start(const jj::Node& node) { return "start " + std::string(node.id()); }
  static std::string finish(const jj::Node& node) { return "finish " + std::string(node.id()); }
  static std::string later(const jj::Dependency& link) {
    return link.type == FS || link.type == SS ? start(link.successor) : finish(link.successor);
  }
  static std::string earlier(const jj::Dependency& link) {
    return link.type == FS || link.type == FF ? finish(link.predecessor) : start(link.predecessor);
  }
  static bool is_cancelled(const jj::Node& node) {
    return node.lifecycle() == jj::Lifecycle::cancelled;
  }
  static bool is_own_part(const jj::Dependency& link) {
    return is_beneath(link.predecessor, link.successor);
  }
  static bool is_beneath(const jj::Node& node, const jj::Node& goal) {
    const auto parents = node.parents();
    return std::any_of(parents.begin(), parents.end(), [&](const jj::Node& parent) {
      return parent == goal || is_beneath(parent, goal);
    });
  }
  void join(const std::string& from, const std::string& to) { needs_.insert({from, to}); }

  /// With `around`, not by the single step from one to the other.
  [[nodiscard]] bool leads(const std::string& from, const std::string& to, bool around) const {
    std::set<std::string> seen{from};
    std::vector<std::string> open{from};
    while (!open.empty()) {
      const std::string at = open.back();
      open.pop_back();
      for (const auto& [later, needed] : needs_) {
        if (later != at || (around && at == from && needed == to)) continue;
        if (needed == to) return true;
        if (seen.insert(needed).second) open.push_back(needed);
      }
    }
    return false;
  }

  std::set<std::pair<std::string, std::string>> needs_;
};

}  // namespace

TEST_CASE("on random plans implied and circular dependencies are those of a plain search") {
  std::size_t implied = 0;
  std::size_t circular = 0;
  for (unsigned seed = 0; seed < 400; ++seed) {
    INFO("seed " << seed);
    const jj::Plan base = plain::plan_of(RandomPlan(seed).make());
    // Goals wait as well: every third for some task that is not beneath it.
    jj::PlanBuilder draft(base);
    RandomPlan random(seed + 1000);
    for (const jj::Node goal : base.goals()) {
      for (const jj::Node task : base.tasks()) {
        if (!random.once_in(8)) continue;
        jj::PlanBuilder more(draft.build());
        more.depends_on(goal.id(), jj::DependsOn(std::string(task.id())));
        try {
          static_cast<void>(more.build());
          draft = std::move(more);
        } catch (const jj::PlanError&) {  // a cycle
        }
      }
    }
    const jj::Plan plan = draft.build();
    const PlainWaits waits(plan);
    const bool is_circular = waits.is_circular();
    CHECK(found(plan, circular_wait).empty() != is_circular);
    circular += is_circular ? 1 : 0;
    if (is_circular) continue;
    Lines expected;
    for (const jj::Node node : plan.nodes()) {
      for (const jj::Dependency& link : plan.predecessors(node)) {
        if (waits.is_implied(link))
          expected.push_back(std::string(node.id()) + ": " + std::string(link.predecessor.id()));
      }
    }
    Lines actual = found(plan, implied_dependency);
    std::sort(expected.begin(), expected.end());
    std::sort(actual.begin(), actual.end());
    CHECK(actual == expected);
    implied += expected.size();
  }
  CHECK(implied > 100);
  CHECK(circular > 5);
}

TEST_CASE("of a long way the beginning and the end are told") {
  auto draft = year_plan();
  draft.task("t0", "始");
  for (int i = 1; i <= 100; ++i) {
    std::vector<jj::DependsOn> before{jj::DependsOn("t" + std::to_string(i - 1))};
    if (i == 100) before.emplace_back("t0");
    draft.task("t" + std::to_string(i), "续" + std::to_string(i), {.depends_on = before});
  }
  const Lines told = sentences(draft, implied_dependency);
  REQUIRE(told.size() == 1);
  CHECK(holds(told[0], "links: t100 -> t99 -> t98"));
  CHECK(told[0].ends_with("t81 -> … -> t0"));
}
