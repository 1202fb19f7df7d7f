// SPDX-License-Identifier: BSL-1.0

#include "io/documents.hpp"
#include "io/random_document.hpp"

namespace {

jj::PlanBuilder draft() { return {"p", {2024y / 1 / 1, 2024y / 12 / 31}}; }

jj::Plan small_plan() {
  return draft()
      .goal("g", "目标")
      .indicator("i", "指标", jj::reach(366, "个", {.measure = jj::Measure::count}),
                 {.part_of = {{"g"}}})
      .task("t", "任务", {.part_of = {{"g"}}})
      .build();
}

// Day 182 of 366; 183 of 366 read: pace 183 / 182.
jj::Evaluation small_evaluation() {
  jj::Observations readings;
  readings.add("i", 2024y / 6 / 30, 183, {.stage = jj::Stage::estimate, .basis = "可比"})
      .add("z", 2024y / 6 / 30, 1);
  return jj::evaluate(small_plan(), readings, 2024y / 6 / 30,
                      {.policy = jj::Policy{.stale_after = 30},
                       .known_by = 2024y / 7 / 1,
                       .basis = "可比",
                       .ignore_unknown = true});
}

const std::string golden = R"json({"format": "jinjiang-evaluation", "version": 1,
"plan": "p",
"as_of": "2024-06-30",
"known_by": "2024-07-01",
"basis": "可比",
"policy": {"ahead": 1.1, "on_track": 0.95, "at_risk": 0.8, "minimum_coverage": 0.5, )json"
                           R"json("missing": "exclude", "stale_after": 30},
"results": [
  {"id": "g", "status": "on_track", "attainment": 0.5, "progress": 0.5, )json"
                           R"json("expected": 0.4972677595628415, "pace": 1.0054945054945055, )json"
                           R"json("coverage": 0.5},
  {"id": "i", "status": "on_track", "attainment": 0.5, "progress": 0.5, )json"
                           R"json("expected": 0.4972677595628415, "pace": 1.0054945054945055, )json"
                           R"json("coverage": 1, "value": 183, "unit": "个", )json"
                           R"json("observed_on": "2024-06-30", )json"
                           R"json("stage": "estimate", "basis": "可比"},
  {"id": "t", "status": "not_due", "expected": 0, "coverage": 0}
],
"readings": [
  {"id": "i", "observed_on": "2024-06-30", "value": 183, "stage": "estimate", "basis": "可比"},
  {"id": "z", "observed_on": "2024-06-30", "value": 1}
]}
)json";

jj::Evaluation reloaded(const jj::Evaluation& evaluation) {
  const std::string first = jj::io::write_evaluation_json(evaluation);
  const jj::Evaluation again = jj::io::read_evaluation_json(first, evaluation.plan());
  CHECK(jj::io::write_evaluation_json(again) == first);
  return again;
}

std::string evaluation_refusal(const std::string& text, const jj::Plan& plan = small_plan(),
                               jj::io::ReadOptions options = {}) {
  options.file = "e.json";
  return refusal([&] { static_cast<void>(jj::io::read_evaluation_json(text, plan, options)); });
}

std::string golden_with(const std::string& from, const std::string& to) {
  std::string text = golden;
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("an evaluation is written with its day, options, results and readings") {
  CHECK(jj::io::write_evaluation_json(small_evaluation()) == golden);
}

TEST_CASE("an evaluation reads back equal and saves to the same bytes") {
  CHECK(jj::io::read_evaluation_json(golden, small_plan()) == small_evaluation());
  CHECK(reloaded(small_evaluation()) == small_evaluation());
}

TEST_CASE("keys that begin with x- are kept with the observations of an evaluation") {
  const std::string text =
      golden_with("\"policy\"", "\"x-office\": {\"name\":\"督查室\"},\n\"policy\"");
  const jj::Evaluation read = jj::io::read_evaluation_json(text, small_plan());
  REQUIRE(read.observations().extensions().size() == 1);
  CHECK(jj::io::write_evaluation_json(read) == text);
}

TEST_CASE("an evaluation of a plan with every field reads back equal") {
  const jj::Evaluation evaluation = jj::evaluate(full_plan(), {}, 2024y / 8 / 1);
  CHECK(reloaded(evaluation) == evaluation);
}

TEST_CASE("evaluations of random plans read back equal") {
  const auto seed = GENERATE(range(1U, 21U));
  const jj::Evaluation evaluation = jj::evaluate(random_plan(seed, 40), {}, 2024y / 8 / 1);
  CHECK(reloaded(evaluation) == evaluation);
}

TEST_CASE("the example of Jinjiang 2024 evaluates, writes and reads back equal") {
  const std::string folder = JINJIANG_SOURCE_DIR "/examples/jinjiang-2024/";
  const jj::Evaluation evaluation =
      jj::evaluate(jj::io::load_plan(folder + "plan.json"),
                   jj::io::load_observations(folder + "observations.csv"));
  CHECK(reloaded(evaluation) == evaluation);
}

TEST_CASE("a reading in a unit of the plan's own reads back") {
  jj::UnitTable units = jj::UnitTable::standard();
  units.add("担", "公斤", 50);
  const jj::Plan plan =
      draft()
          .units(units)
          .indicator("i", "I", jj::Target(jj::Comparator::reach, 9, units.at("吨")))
          .build();
  const jj::Evaluation evaluation = jj::evaluate(
      plan, jj::Observations{}.add("i", 2024y / 3 / 1, 2, {.unit = units.at("担")}), 2024y / 4 / 1);
  CHECK(reloaded(evaluation) == evaluation);
}

TEST_CASE("spaces and line breaks of the document do not matter") {
  CHECK(jj::io::read_evaluation_json(
            golden_with("\"status\": \"not_due\"", "\"status\"\n:\t\"not_due\" "), small_plan()) ==
        small_evaluation());
}

TEST_CASE("ids with quotes, backslashes and spaces read back") {
  const char* const id = GENERATE("a b", "a \" b", "a\\", "\\\"", "a\\ b");
  CAPTURE(id);
  const jj::Evaluation evaluation = jj::evaluate(draft().goal(id, "G").build(), {}, 2024y / 8 / 1);
  CHECK(refusal([&] { static_cast<void>(reloaded(evaluation)); }) == "(accepted)");
}

TEST_CASE("a document that says otherwise than the plan does now is refused") {
  const std::string text = evaluation_refusal(golden_with("\"not_due\"", "\"met\""));
  CHECK(holds(text,
              " at /results/2: the plan as it is now gives "
              "{\"id\":\"t\",\"status\":\"not_due\",\"expected\":0,"));
  CHECK(holds(
      evaluation_refusal(golden_with(
          ",\n  {\"id\": \"t\", \"status\": \"not_due\", \"expected\": 0, \"coverage\": 0}", "")),
      " at /results: it holds 2 results but the plan has 3 nodes"));
  CHECK(holds(evaluation_refusal(golden_with("\"value\": 183", "\"value\": 184")),
              " at /results/1: "));
}

TEST_CASE("an evaluation of another plan is refused") {
  CHECK(evaluation_refusal(golden_with("\"plan\": \"p\"", "\"plan\": \"q\"")) ==
        "e.json:2:9 at /plan: expected an evaluation of plan \"p\", found \"q\"");
}

TEST_CASE(
    "an evaluation without a day, another format, a newer version and unknown keys are refused") {
  CHECK(evaluation_refusal(R"({"format": "jinjiang-evaluation", "results": []})") ==
        "e.json:1:1: an evaluation needs as_of");
  CHECK(
      evaluation_refusal(R"({"format": "jinjiang-plan"})") ==
      "e.json:1:12 at /format: this is a plan; an evaluation is expected here; load it as a plan");
  CHECK(holds(evaluation_refusal(R"({"version": 2})"),
              "e.json:1:13 at /version: this is version 2 of the format"));
  CHECK(
      holds(evaluation_refusal(R"({"as_off": 1})"), "unknown key \"as_off\"; nearest: \"as_of\""));
  CHECK(evaluation_refusal(R"({"as_of": "2024-6-1"})") ==
        "e.json:1:11 at /as_of: expected a date like 2024-06-30, found \"2024-6-1\"");
  CHECK(holds(evaluation_refusal(R"({"results": 1})"),
              "at /results: expected a list of results, found 1"));
}

TEST_CASE("more results or readings than the reader was told to take are refused") {
  CHECK(holds(evaluation_refusal(golden, small_plan(), {.most_nodes = 2}), "more than 2"));
  CHECK(
      holds(evaluation_refusal(golden, small_plan(), {.most_bytes = 100}), "at most 100 are read"));
}
