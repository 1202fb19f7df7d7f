// SPDX-License-Identifier: BSL-1.0

// On random plans: two plans differ exactly when they are unequal, and what is told of a single
// edit is that edit.

#include <functional>

#include <jinjiang/analysis/diff.hpp>

#include "support/catch.hpp"
#include "support/random_plan.hpp"

namespace {

constexpr unsigned cases = 200;

}  // namespace

TEST_CASE("a random plan does not differ from its copy") {
  for (unsigned seed = 0; seed < cases; ++seed) {
    INFO("seed " << seed);
    const plain::Plan model = RandomPlan(seed).make();
    const auto diff = jj::diff(plain::plan_of(model), plain::plan_of(model));
    CHECK(diff.empty());
    CHECK(diff.unchanged() == model.nodes.size());
  }
}

TEST_CASE("two random plans differ exactly when they are unequal, and back again alike") {
  for (unsigned seed = 0; seed < cases; ++seed) {
    INFO("seed " << seed);
    const jj::Plan a = plain::plan_of(RandomPlan(seed).make());
    const jj::Plan b = plain::plan_of(RandomPlan(seed + 1).make());
    const auto there = jj::diff(a, b);
    const auto back = jj::diff(b, a);
    CHECK(there.empty() == (a == b));
    CHECK(there.count(jj::DiffKind::added) == back.count(jj::DiffKind::removed));
    CHECK(there.count(jj::DiffKind::removed) == back.count(jj::DiffKind::added));
    CHECK(there.count(jj::DiffKind::retargeted) == back.count(jj::DiffKind::retargeted));
    CHECK(there.count(jj::DiffKind::redated) == back.count(jj::DiffKind::redated));
    CHECK(there.unchanged() == back.unchanged());
    CHECK(there.count(jj::DiffKind::added) + a.size() ==
          there.count(jj::DiffKind::removed) + b.size());
  }
}

TEST_CASE("one edit of a random plan is all that is told") {
  using jj::DiffKind;
  using Edit = std::function<void(plain::Node&)>;
  const std::vector<std::pair<DiffKind, Edit>> edits{
      {DiffKind::redated, [](plain::Node& node) { node.due = RandomPlan::last_day - 1; }},
      {DiffKind::changed,
       [](plain::Node& node) {
         node.lifecycle = node.lifecycle == jj::Lifecycle::suspended ? jj::Lifecycle::active
                                                                     : jj::Lifecycle::suspended;
       }},
      {DiffKind::reweighted,
       [](plain::Node& node) {
         if (!node.part_of.empty()) node.part_of.front().weight += 1;
       }},
      {DiffKind::moved,
       [](plain::Node& node) {
         if (!node.part_of.empty()) node.part_of.erase(node.part_of.begin());
       }},
      {DiffKind::relinked, [](plain::Node& node) { node.waits.clear(); }},
      {DiffKind::retargeted, [](plain::Node& node) {
         if (node.target && node.target->baseline) *node.target->baseline += 7;
       }}};
  std::size_t told = 0;
  for (unsigned seed = 0; seed < cases; ++seed) {
    const plain::Plan model = RandomPlan(seed).make();
    for (const auto& [kind, edit] : edits) {
      INFO("seed " << seed << ", " << jj::to_string(kind));
      plain::Plan edited = model;
      plain::Node& node = edited.nodes[seed % edited.nodes.size()];
      edit(node);
      const jj::Plan before = plain::plan_of(model);
      const jj::Plan after = plain::plan_of(edited);
      const auto diff = jj::diff(before, after);
      CHECK(diff.empty() == (before == after));
      for (const jj::NodeDiff& each : diff.nodes()) {
        CHECK(each.node().id() == node.id);
        CHECK(each.is(kind));
        ++told;
      }
    }
  }
  CHECK(told > 300);
}

TEST_CASE("a random plan with all its ids changed is found again by its titles") {
  for (unsigned seed = 0; seed < cases; ++seed) {
    INFO("seed " << seed);
    const jj::Plan plan = plain::plan_of(RandomPlan(seed).make());
    // The titles of random plans are all the same; here each is one of a kind.
    const auto copy = [&](const std::string& prefix) {
      jj::PlanBuilder draft("copy", plan.period());
      for (const jj::Node node : plan.nodes()) {
        jj::NodeOptions options;
        for (const jj::PartLink& link : plan.part_links(node))
          options.part_of.emplace_back(prefix + std::string(link.parent.id()));
        const std::string id = prefix + std::string(node.id());
        const std::string title = "标题" + std::string(node.id());
        if (node.kind() == jj::NodeKind::goal) {
          draft.goal(id, title, options);
        } else {
          draft.task(id, title, options);
        }
      }
      return draft.build();
    };
    const auto diff = jj::diff(copy("a"), copy("b"));
    CHECK(diff.count(jj::DiffKind::renumbered) == plan.size());
    CHECK(diff.count(jj::DiffKind::moved) == 0);
    CHECK(diff.count(jj::DiffKind::added) == 0);
  }
}
