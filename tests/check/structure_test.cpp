// SPDX-License-Identifier: BSL-1.0

// Single points of failure, bottlenecks and redundant dependencies, by hand and against
// Boost.Graph.

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include <jinjiang/analysis/graph.hpp>
#include <jinjiang/analysis/structure.hpp>

#include "support/catch.hpp"
#include "support/random_plan.hpp"
#include "support/year_plan.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dominator_tree.hpp>
#include <boost/graph/topological_sort.hpp>
#include <boost/graph/transitive_closure.hpp>
#include <boost/graph/transitive_reduction.hpp>

namespace {

using Lines = std::vector<std::string>;
constexpr std::size_t all = std::numeric_limits<std::size_t>::max();

Lines ids(const std::vector<jj::Node>& nodes) {
  Lines result;
  for (const jj::Node& node : nodes) result.emplace_back(node.id());
  return result;
}

/// A survey that two works wait for, both of which a goal needs; and something beside them.
///   goal -> left, right -> survey -> money        other (alone)
jj::Plan diamond() {
  return year_plan()
      .goal("goal", "总")
      .task("left", "左", {.part_of = {"goal"}, .depends_on = {"survey"}})
      .task("right", "右", {.part_of = {"goal"}, .depends_on = {"survey"}})
      .task("survey", "摸底", {.depends_on = {"money"}})
      .task("money", "经费")
      .task("other", "别的")
      .build();
}

}  // namespace

TEST_CASE("what all the work towards others passes through") {
  const jj::Plan plan = diamond();
  const auto points = jj::single_points_of_failure(plan);
  REQUIRE(points.size() == 2);
  CHECK(points[0] == jj::SinglePoint{plan["money"], 4});
  CHECK(points[1] == jj::SinglePoint{plan["survey"], 3});
  CHECK(ids(jj::carriers_of(plan, "goal")) == Lines{"survey", "money"});
  CHECK(ids(jj::carriers_of(plan, "left")) == Lines{"survey", "money"});
  CHECK(jj::carriers_of(plan, "money").empty());
  CHECK(ids(jj::carried_by(plan, "survey")) == Lines{"goal", "left", "right"});
  CHECK(jj::carried_by(plan, "left").empty());
  CHECK(jj::single_points_of_failure(plan, 1).size() == 1);
}

TEST_CASE("a second way takes the weight off") {
  jj::PlanBuilder draft(diamond());
  draft.depends_on("right", "other");
  const jj::Plan plan = draft.build();
  CHECK(jj::carriers_of(plan, "goal").empty());
  CHECK(ids(jj::carriers_of(plan, "left")) == Lines{"survey", "money"});
}

TEST_CASE("how much rests on a node") {
  const jj::Plan plan = diamond();
  const auto found = jj::bottlenecks(plan);
  REQUIRE(found.size() == 4);
  CHECK(found[0] == jj::Bottleneck{plan["money"], 4, 1});
  CHECK(found[1] == jj::Bottleneck{plan["survey"], 3, 2});
  CHECK(found[2] == jj::Bottleneck{plan["left"], 1, 1});
  CHECK(found[3] == jj::Bottleneck{plan["right"], 1, 1});
  CHECK(jj::bottlenecks(plan, 2).size() == 2);
}

TEST_CASE("dependencies that a longer way implies") {
  jj::PlanBuilder draft(diamond());
  draft.depends_on("left", {"money", jj::DependencyType::SS, 3})
      .depends_on("goal", "left")
      .depends_on("other", "goal")
      .depends_on("other", "right");
  const jj::Plan plan = draft.build();
  Lines found;
  for (const jj::Dependency& link : jj::redundant_dependencies(plan))
    found.push_back(std::string(link.successor.id()) + " " + std::string(link.predecessor.id()));
  CHECK(found == Lines{"goal left", "left money", "other right"});
  CHECK(jj::redundant_dependencies(plan)[1].lag == 3);
}

TEST_CASE("a plan without nodes, and a node that is not there") {
  CHECK(jj::single_points_of_failure(jj::Plan()).empty());
  CHECK(jj::bottlenecks(jj::Plan()).empty());
  CHECK(jj::redundant_dependencies(jj::Plan()).empty());
  const jj::Plan plan = diamond();
  CHECK_THROWS_AS(jj::carriers_of(plan, "x"), jj::UnknownIdError);
  CHECK_THROWS_AS(jj::carried_by(plan, "x"), jj::UnknownIdError);
}

TEST_CASE("a chain of 100,000 is no matter of the stack") {
  auto draft = year_plan();
  draft.task("t0", "始");
  for (int i = 1; i < 100'000; ++i)
    draft.task("t" + std::to_string(i), "续",
               {.depends_on = {jj::DependsOn("t" + std::to_string(i - 1))}});
  const jj::Plan plan = draft.build();
  CHECK(jj::single_points_of_failure(plan, 1).front().carried == 99'999);
  CHECK(jj::carriers_of(plan, "t99999").size() == 99'999);
}

namespace {

using Flow = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;

TEST_CASE("on random plans the carriers are the dominators of Boost.Graph") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    INFO("seed " << seed);
    const jj::Plan plan = plain::plan_of(RandomPlan(seed).make());
    const jj::PlanGraph view(plan);
    const std::size_t entry = plan.size();
    Flow flow(plan.size() + 1);
    for (auto [edge, end] = edges(view); edge != end; ++edge)
      add_edge((*edge).target(), (*edge).source(), flow);
    for (std::size_t v = 0; v < entry; ++v) {
      if (out_degree(v, view) == 0) add_edge(entry, v, flow);
    }
    std::vector<std::size_t> above(plan.size() + 1, all);
    boost::lengauer_tarjan_dominator_tree(
        flow, entry,
        boost::make_iterator_property_map(above.begin(), get(boost::vertex_index, flow)));
    std::map<std::string, std::size_t> carried;
    for (std::size_t v = 0; v < entry; ++v) {
      Lines expected;
      for (std::size_t at = above[v]; at != entry; at = above[at]) {
        expected.emplace_back(view.node(at).id());
        ++carried[expected.back()];
      }
      CHECK(ids(jj::carriers_of(plan, view.node(v).id())) == expected);
    }
    const auto points = jj::single_points_of_failure(plan, all);
    CHECK(points.size() == carried.size());
    for (const jj::SinglePoint& point : points) {
      CHECK(point.carried == carried[std::string(point.node.id())]);
      CHECK(jj::carried_by(plan, point.node.id()).size() == point.carried);
    }
  }
}

TEST_CASE("on random plans dependents are those of the closure of Boost.Graph") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    INFO("seed " << seed);
    const jj::Plan plan = plain::plan_of(RandomPlan(seed).make());
    const jj::PlanGraph view(plan);
    boost::adjacency_list<boost::setS, boost::vecS, boost::bidirectionalS> closure;
    boost::transitive_closure(view, closure);
    std::size_t with_dependents = 0;
    for (std::size_t v = 0; v < plan.size(); ++v) with_dependents += in_degree(v, closure) > 0;
    const auto found = jj::bottlenecks(plan, all);
    CHECK(found.size() == with_dependents);
    for (const jj::Bottleneck& each : found) {
      CHECK(each.dependents == in_degree(each.node.row(), closure));
      CHECK(each.direct == in_degree(each.node.row(), view));
    }
  }
}

TEST_CASE(
    "on random plans redundant dependencies are what the reduction of Boost.Graph leaves out") {
  using Simple = boost::adjacency_list<boost::setS, boost::vecS, boost::directedS>;
  std::size_t redundant = 0;
  for (unsigned seed = 0; seed < 300; ++seed) {
    INFO("seed " << seed);
    const jj::Plan plan = plain::plan_of(RandomPlan(seed).make());
    const jj::PlanGraph view(plan);
    Simple simple(plan.size());
    std::set<std::pair<std::size_t, std::size_t>> parts;
    for (auto [edge, end] = edges(view); edge != end; ++edge) {
      add_edge((*edge).source(), (*edge).target(), simple);
      if ((*edge).kind() == jj::LinkKind::part) parts.insert({(*edge).source(), (*edge).target()});
    }
    Simple reduced;
    std::vector<std::size_t> names(plan.size());
    boost::transitive_reduction(
        simple, reduced,
        boost::make_iterator_property_map(names.begin(), get(boost::vertex_index, simple)),
        get(boost::vertex_index, simple));
    std::set<std::string> expected;
    for (const jj::Node node : plan.nodes()) {
      for (const jj::Dependency& link : plan.predecessors(node)) {
        const std::pair ends(std::size_t{node.row()}, std::size_t{link.predecessor.row()});
        if (parts.contains(ends) || !edge(names[ends.first], names[ends.second], reduced).second)
          expected.insert(std::string(node.id()) + " " + std::string(link.predecessor.id()));
      }
    }
    std::set<std::string> found;
    for (const jj::Dependency& link : jj::redundant_dependencies(plan))
      found.insert(std::string(link.successor.id()) + " " + std::string(link.predecessor.id()));
    CHECK(found == expected);
    redundant += found.size();
  }
  CHECK(redundant > 50);
}

}  // namespace
