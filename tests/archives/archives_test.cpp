// SPDX-License-Identifier: BSL-1.0

// Files as they were released: every build reads them, and writes the same bytes.

#include "archives/samples.hpp"
#include "io/documents.hpp"

namespace {

const std::string folder = JINJIANG_SOURCE_DIR "/tests/archives/1/";

std::string kept(const std::string& name) { return jj::io::read_file(folder + name); }

/// Without the version of Boost's own format at the beginning of an archive.
std::string without_version(const std::string& archive) {
  const std::string_view title = "22 serialization::archive ";
  REQUIRE(archive.starts_with(title));
  return archive.substr(archive.find(' ', title.size()));
}

}  // namespace

TEST_CASE("plans of format 1 are read") {
  for (const char* name : {"plan.json", "plan.jjx"})
    CHECK(jj::io::load_plan(folder + name) == samples::plan());
  CHECK(loaded<jj::Plan, Text>(kept("plan.boost.txt")) == samples::plan());
}

TEST_CASE("observations of format 1 are read") {
  for (const char* name : {"observations.json", "observations.jjx", "observations.csv"})
    CHECK(jj::io::load_observations(folder + name) == samples::observations());
}

TEST_CASE("evaluations of format 1 are read") {
  for (const char* name : {"evaluation.json", "evaluation.jjx"})
    CHECK(jj::io::load_evaluation(folder + name, samples::plan()) == samples::evaluation());
  CHECK(jj::io::load_evaluation(folder + "evaluation.jjx") == samples::evaluation());
}

TEST_CASE("what was written as format 1 is written to the same bytes again") {
  for (const auto& [name, bytes] : samples::files()) {
    INFO(name);
    if (name == "plan.boost.txt") {
      CHECK(without_version(kept(name)) == without_version(bytes));
    } else {
      CHECK(kept(name) == bytes);
    }
  }
}
