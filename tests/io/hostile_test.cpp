// SPDX-License-Identifier: BSL-1.0

// Texts made to hurt: they are refused or read in time that grows with their size, not with its
// square.

#include <functional>

#include "io/documents.hpp"

namespace {

constexpr int many = 100'000;
// What took the square of this would be noticed by whoever runs the tests.
constexpr int enough = 30'000;

std::string joined(int count, const std::function<std::string(const std::string&)>& element) {
  std::string text;
  for (int i = 0; i < count; ++i) text += (i == 0 ? "" : ",\n") + element(std::to_string(i));
  return text;
}
std::string goals(int count, const std::function<std::string(const std::string&)>& more) {
  return joined(count,
                [&](const std::string& i) { return "{\"kind\": \"goal\", " + more(i) + "}"; });
}

jj::PlanBuilder draft() { return {"p", {2024y / 1 / 1, 2024y / 12 / 31}}; }
jj::Observations two(double first, double second) {
  return jj::Observations{}.add("a", 2024y / 6 / 30, first).add("b", 2024y / 6 / 30, second);
}
/// What a plan of a goal with two parts says of itself when its evaluation is written and read
/// again.
std::string verdict(const jj::Plan& plan, const jj::Observations& readings) {
  return refusal([&] {
    const jj::Evaluation evaluation = jj::evaluate(plan, readings, 2024y / 6 / 30);
    CHECK(jj::io::read_evaluation_json(jj::io::write_evaluation_json(evaluation), plan) ==
          evaluation);
  });
}
jj::Plan two_parts(const jj::Target& target, double weight) {
  return draft()
      .goal("g", "G")
      .indicator("a", "A", target, {.part_of = {{"g", weight}}})
      .indicator("b", "B", target, {.part_of = {{"g", weight}}})
      .build();
}

}  // namespace

TEST_CASE("100,000 nested brackets are refused") {
  const std::string brackets(many, '[');
  CHECK(holds(plan_refusal(plan_text("", "\"x-a\": " + brackets + ",\n")),
              "nested deeper than 32 levels"));
  CHECK(holds(plan_refusal(brackets), "expected an object"));
}

TEST_CASE("a key of 1 MB is refused in a short message") {
  const std::string text = plan_text("", "\"" + std::string(1U << 20U, 'k') + "\": 1,\n");
  CHECK(holds(plan_refusal(text), "unknown key"));
  CHECK(plan_refusal(text).size() < 2000);
}

TEST_CASE("an id of 1 MB is refused in a short message") {
  const std::string text =
      plan_text("{\"kind\": \"goal\", \"id\": \"" + std::string(1U << 20U, 'i') + "\"}");
  CHECK(holds(plan_refusal(text), "at most 256 are allowed"));
  CHECK(plan_refusal(text).size() < 2000);
}

TEST_CASE("very many duplicate ids are refused") {
  const std::string text =
      plan_text(goals(enough, [](const std::string&) { return "\"id\": \"a\""; }));
  CHECK(holds(plan_refusal(text), "29999 problems:"));
}

TEST_CASE("very many unknown parents are refused") {
  const std::string text = plan_text(goals(enough, [](const std::string& i) {
    return "\"id\": \"a" + i + "\", \"part_of\": [\"b" + i + "\"]";
  }));
  CHECK(holds(plan_refusal(text), "30000 problems:"));
}

TEST_CASE("very many wrong values are refused") {
  const std::string text =
      plan_text(goals(enough, [](const std::string&) { return "\"due\": 1"; }));
  CHECK(holds(plan_refusal(text), "30000 problems:"));
}

TEST_CASE("very many wrong readings are refused, as JSON and as CSV") {
  const std::string json =
      readings_text(joined(enough, [](const std::string&) { return "{\"value\": \"\"}"; }));
  CHECK(holds(readings_refusal(json), "30000 problems:"));
  std::string csv = "id,observed_on,value";
  for (int i = 0; i < enough; ++i) csv += "\na,b,c";
  CHECK(holds(csv_refusal(csv), "30000 problems:"));
}

TEST_CASE("very many keys of one's own are read") {
  const std::string keys =
      joined(enough, [](const std::string& i) { return "\"x-" + i + "\": 1"; });
  CHECK_NOTHROW(jj::io::read_plan_json(plan_text("", keys + ",\n")));
  const std::string node = plan_text("{\"id\": \"a\", \"kind\": \"goal\", " + keys + "}");
  CHECK_NOTHROW(jj::io::read_plan_json(node));
}

TEST_CASE("a chain of 100,000 goals is read, written, evaluated and outlined") {
  const std::string text = plan_text(goals(many, [](const std::string& i) {
    return "\"id\": \"" + i + "\"" +
           (i == "0" ? "" : ", \"part_of\": [\"" + std::to_string(std::stoi(i) - 1) + "\"]");
  }));
  const jj::Plan plan = jj::io::read_plan_json(text);
  CHECK(reloaded(plan) == plan);
  CHECK(jj::io::write_evaluation_csv(jj::evaluate(plan, {})).size() > many);
}

TEST_CASE("a ring of 100,000 goals is refused in a short message") {
  const std::string text = plan_text(goals(many, [](const std::string& i) {
    return "\"id\": \"" + i + "\", \"part_of\": [\"" + std::to_string((std::stoi(i) + 1) % many) +
           "\"]";
  }));
  CHECK(holds(plan_refusal(text), "the links close a cycle"));
  CHECK(plan_refusal(text).size() < 4000);
}

TEST_CASE("the greatest and the least weight do not spoil a verdict") {
  const jj::Target count = jj::reach(366, "个", {.measure = jj::Measure::count});
  for (const double weight : {jj::Limits::greatest_weight, jj::Limits::least_weight}) {
    const jj::Plan plan = two_parts(count, weight);
    CHECK(verdict(plan, two(18.3, 18.3)) == "(accepted)");
    // A tenth of what 182 days of 366 promise.
    const auto now = jj::evaluate(plan, two(18.3, 18.3), 2024y / 6 / 30);
    CHECK(now["g"].status == jj::Status::off_track);
    CHECK(*now["g"].attainment == near(0.05));  // 18.3 / 366
    CHECK(now == jj::evaluate(plan, two(18.3, 18.3), 2024y / 6 / 30, {.threads = 2}));
  }
}

TEST_CASE("targets and readings near the largest double are evaluated, written and read") {
  const jj::Target high = jj::reach(1e308, "个", {.measure = jj::Measure::count});
  CHECK(verdict(two_parts(high, 1), two(1e308, -1e308)) == "(accepted)");
  CHECK(verdict(two_parts(jj::reach(1e-308, ""), 1), two(1e308, -1e308)) == "(accepted)");
}

TEST_CASE("a target whose way or tolerance no number holds is refused") {
  CHECK(holds(message_of<jj::TargetError>([] { (void)jj::reach(1e308, "", {.baseline = -1e308}); }),
              "the way from its baseline value -1e+308 is longer than the largest number"));
  CHECK(holds(message_of<jj::TargetError>([] { (void)jj::about(1.75e308, "个"); }), "tolerance"));
  CHECK_NOTHROW(jj::reach(8e307, "", {.baseline = -8e307}));
  CHECK(jj::progress(jj::reach(8e307, "", {.baseline = -8e307}), 0) == near(0.5));
}
