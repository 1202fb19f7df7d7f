// SPDX-License-Identifier: BSL-1.0

// Whichever request for memory fails while something is saved or loaded: bad_alloc comes out,
// nothing leaks, and the old file is whole.

#include <jinjiang/evaluation/live.hpp>

#include "allocation/allocations.hpp"
#include "io/archived.hpp"
#include "io/documents.hpp"
#include "io/folder.hpp"

namespace {

jj::Observations readings() {
  return jj::Observations{}.add("base", 2024y / 6 / 30, 1.5, {.source = "a source of some length"});
}

/// What went wrong when each request for memory of a call failed in turn; empty when nothing did.
template <class Call, class Check>
std::string complaint(const Call& call, const Check& check) {
  call();  // what is made once and kept is made now
  constexpr std::size_t too_many = 100'000;
  for (std::size_t k = 1; k < too_many; ++k) {
    const std::size_t before = allocations::blocks();
    const char* other = nullptr;
    bool is_out_of_memory = false;
    allocations::fail_at(k);
    try {
      call();
    } catch (const std::bad_alloc&) {
      is_out_of_memory = true;
    } catch (...) {
      other = "another exception";
    }
    const bool has_failed = allocations::has_failed();
    allocations::fail_at(0);
    const std::string where = "request " + std::to_string(k) + ": ";
    if (other != nullptr) return where + other;
    if (allocations::blocks() != before)
      return where + std::to_string(allocations::blocks() - before) + " blocks leak";
    if (has_failed != is_out_of_memory) return where + "bad_alloc did not come out";
    if (!has_failed) return k > 5 ? std::string() : "it asked for no memory";
    const std::string found = check();
    if (!found.empty()) return where + found;
  }
  return "it never ended";
}

template <class Call>
std::string complaint(const Call& call) {
  return complaint(call, [] { return std::string(); });
}

/// The same for a file that is saved where an old one is.
template <class Save>
std::string complaint_of_saving(const char* name, const Save& save) {
  const Folder folder;
  const std::string path = folder / name;
  save(path);
  const std::string old = jj::io::read_file(path);
  const std::string found = complaint([&] { save(path); },
                                      [&]() -> std::string {
                                        if (jj::io::read_file(path) != old)
                                          return "the file is not whole";
                                        if (folder.files() != 1)
                                          return "something is left beside it";
                                        return {};
                                      });
  return found.empty() ? std::string() : std::string(name) + ": " + found;
}

template <class Load>
std::string complaint_of_loading(const std::string& bytes, const Load& load) {
  return complaint([&] { static_cast<void>(load(bytes)); });
}

/// The same for something that keeps what it took in, so that blocks are not counted.
template <class Call, class Check>
std::string complaint_of_growing(const Call& call, const Check& check) {
  for (std::size_t k = 1;; ++k) {
    allocations::fail_at(k);
    try {
      call();
    } catch (const std::bad_alloc&) {
    }
    const bool has_failed = allocations::has_failed();
    allocations::fail_at(0);
    const std::string found = check();
    if (!found.empty()) return "request " + std::to_string(k) + ": " + found;
    if (!has_failed) return k > 10 ? std::string() : "it asked for little memory";
  }
}

}  // namespace

TEST_CASE("memory that ends while a plan is saved leaves the old file whole") {
  const jj::Plan plan = full_plan();
  for (const char* name : {"p.json", "p.jjx"})
    CHECK(complaint_of_saving(
              name, [&](const std::string& path) { jj::io::save_plan(plan, path); }) == "");
}

TEST_CASE("memory that ends while observations are saved leaves the old file whole") {
  const jj::Observations seen = readings();
  for (const char* name : {"o.json", "o.jjx", "o.csv"})
    CHECK(complaint_of_saving(
              name, [&](const std::string& path) { jj::io::save_observations(seen, path); }) == "");
}

TEST_CASE("memory that ends while an evaluation is saved leaves the old file whole") {
  const jj::Evaluation now = jj::evaluate(full_plan(), readings(), 2024y / 8 / 1);
  for (const char* name : {"e.json", "e.jjx"})
    CHECK(complaint_of_saving(
              name, [&](const std::string& path) { jj::io::save_evaluation(now, path); }) == "");
}

TEST_CASE("memory that ends while a file is loaded leaks nothing") {
  const Folder folder;
  for (const char* name : {"p.json", "p.jjx"}) {
    const std::string path = folder / name;
    jj::io::save_plan(full_plan(), path);
    CHECK(complaint([&] { static_cast<void>(jj::io::load_plan(path)); }) == "");
  }
}

TEST_CASE("memory that ends while a plan is read leaks nothing") {
  const auto read = [](const std::string& bytes) { return jj::io::read_plan(bytes); };
  CHECK(complaint_of_loading(jj::io::write_plan_json(full_plan()), read) == "");
  CHECK(complaint_of_loading(jj::io::write_plan_jjx(full_plan()), read) == "");
}

TEST_CASE("memory that ends while observations are read leaks nothing") {
  const auto read = [](const std::string& bytes) { return jj::io::read_observations(bytes); };
  for (const auto format :
       {jj::io::FileFormat::json, jj::io::FileFormat::jjx, jj::io::FileFormat::csv}) {
    CHECK(complaint_of_loading(jj::io::write_observations(readings(), format), read) == "");
  }
}

TEST_CASE("memory that ends while an evaluation is read leaks nothing") {
  const jj::Plan plan = full_plan();
  const jj::Evaluation now = jj::evaluate(plan, readings(), 2024y / 8 / 1);
  CHECK(complaint_of_loading(jj::io::write_evaluation_jjx(now), [](const std::string& bytes) {
          return jj::io::read_evaluation_jjx(bytes);
        }) == "");
  CHECK(complaint_of_loading(jj::io::write_evaluation_json(now), [&](const std::string& bytes) {
          return jj::io::read_evaluation_json(bytes, plan);
        }) == "");
}

// Streams of the standard library make an error of their own of it, which archives of text and of
// XML pass on; binary ones read past the stream.
TEST_CASE("memory that ends in a binary archive leaks nothing") {
  const jj::Plan plan = full_plan();
  const std::string bytes = archived<Binary>(plan);
  CHECK(complaint_of_loading(bytes, loaded<jj::Plan, Binary>) == "");
}

TEST_CASE("memory that ends while readings are taken in leaves a live evaluation as it was") {
  jj::PlanBuilder draft("p", {2024y / 1 / 1, 2024y / 12 / 31});
  draft.goal("root", "Root").goal("g", "G", {.part_of = {"root"}, .rule = {jj::RuleKind::worst}});
  draft.indicator("a", "A", jj::reach(100, "个"),
                  {.part_of = {"g"}, .revisions = {{2024y / 1 / 2, jj::reach(90, "个"), "less"}}});
  draft.indicator("b", "B", jj::reach(100, "个"), {.part_of = {"g", "root"}});
  const jj::Plan plan = draft.build();
  jj::LiveEvaluation live(plan, {}, 2024y / 12 / 30);
  int calls = 0;
  std::size_t taken = 0;
  const auto is_whole = [&]() -> std::string {
    if (live.observations().size() != taken) return "a reading is left";
    jj::Observations again;
    for (std::size_t i = 0; i < taken; ++i) again.add(live.observations()[i]);
    const bool same = live.evaluation() == jj::evaluate(plan, again, live.as_of());
    return same ? "" : "it is another evaluation";
  };
  const auto next_day = [&] { return jj::Date(2024y / 1 / 1) + ++calls; };
  jj::Observations held;  // so that every call has to copy the readings
  const auto one = [&] {
    held = live.observations();
    live.observe("a", next_day(), calls);
    ++taken;
  };
  const auto dry = [&] {
    held = live.observations();
    static_cast<void>(live.dry_run("a", next_day(), calls));
  };
  const auto many = [&] {
    held = live.observations();
    jj::Observations more;
    more.add("b", next_day(), calls).add("a", next_day(), calls);
    live.observe_all(more);
    taken += 2;
  };
  CHECK(complaint_of_growing(one, is_whole) == "");
  CHECK(complaint_of_growing(dry, is_whole) == "");
  CHECK(complaint_of_growing(many, is_whole) == "");
}
