// SPDX-License-Identifier: BSL-1.0

// Archives say by number what a draft says by id: the links are refused for the same reasons.

#include "support/catch.hpp"

#include <limits>

#include <jinjiang/io/detail/archive_tables.hpp>
#include <jinjiang/model.hpp>

namespace jj = jinjiang;
using namespace std::chrono_literals;
using jj::io::detail::PlanTables;

namespace {

/// Nodes in this order: a, b, t; b is part of a, t of b and, with a veto, of a.
PlanTables tables() {
  return jj::io::detail::tables_of(jj::PlanBuilder("p", {2024y / 1 / 1, 2024y / 12 / 31})
                                       .goal("a", "A")
                                       .goal("b", "B", {.part_of = {"a"}})
                                       .task("t", "T", {.part_of = {{"b", 2}, {"a", 1, true}}})
                                       .build());
}

/// The problems of a plan in which something of a link was changed.
template <class Change>
std::string problems_after(const Change& change) {
  PlanTables changed = tables();
  change(changed.parts);
  try {
    static_cast<void>(jj::io::detail::plan_of(std::move(changed)));
  } catch (const jj::Error& error) {
    return error.what();
  }
  return "(accepted)";
}

bool holds(const std::string& text, const std::string& words) {
  INFO(text);
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("links by number give the plan that links by id gave") {
  const jj::Plan plan = jj::io::detail::plan_of(tables());
  CHECK(plan.part_links(plan["t"]).size() == 2);
  CHECK(plan == jj::PlanBuilder(plan).build());
}

TEST_CASE("an archived link to itself is refused") {
  const std::string found = problems_after([](auto& parts) { parts.goals.own()[0] = 1; });
  CHECK(holds(found, "goal b \"B\": part of \"b\": a node cannot be part of itself"));
  CHECK_FALSE(holds(found, "cycle"));
}

TEST_CASE("an archived link to a task is refused") {
  CHECK(holds(problems_after([](auto& parts) { parts.goals.own()[0] = 2; }),
              "part of \"t\": only goals have parts, and task t \"T\" is none"));
}

TEST_CASE("an archived link beyond the nodes is refused") {
  CHECK(holds(problems_after([](auto& parts) { parts.goals.own()[0] = 3; }),
              "parts: a number points beyond its table"));
}

TEST_CASE("an archived weight that is none is refused") {
  using Limits = std::numeric_limits<double>;
  for (const double weight : {0.0, -1.0, Limits::infinity(), Limits::quiet_NaN()}) {
    CHECK(holds(problems_after([=](auto& parts) { parts.weights.own()[0] = weight; }),
                "a weight must be a finite number above 0"));
  }
  CHECK(holds(problems_after([](auto& parts) { parts.weights.own()[0] = 1e200; }),
              "a weight must be from 1e-100 to 1e100"));
}

TEST_CASE("an archived link that is there twice is refused, wherever it stands") {
  CHECK(holds(problems_after([](auto& parts) { parts.goals.own()[2] = 1; }),
              "task t \"T\": part of \"b\" is given twice"));
  CHECK(holds(problems_after([](auto& parts) {
                parts.children.own()[0] = 2;
                parts.goals.own()[0] = 1;
                parts.children.own()[1] = 1;
                parts.goals.own()[1] = 0;
                parts.goals.own()[2] = 1;
              }),
              "task t \"T\": part of \"b\" is given twice"));
}

TEST_CASE("archived links that close a ring are refused") {
  const std::string found = problems_after([](auto& parts) {
    parts.children.own()[2] = 0;
    parts.goals.own()[2] = 1;
  });
  CHECK(holds(found, "the links close a cycle: a \"A\" -> b \"B\" -> a"));
}

TEST_CASE("every wrong link of an archive is told, with its place among those of its node") {
  const std::string found = problems_after([](auto& parts) {
    parts.goals.own()[0] = 1;
    parts.weights.own()[2] = 0;
  });
  CHECK(holds(found, "a node cannot be part of itself"));
  CHECK(holds(found, "part of \"a\": a weight must be a finite number above 0, found 0"));
}
