// SPDX-License-Identifier: BSL-1.0

#include <jinjiang/io/jjx.hpp>

#include "io/documents.hpp"
#include "io/random_document.hpp"

namespace {

// What full_plan() looks like; every line was checked against docs/formats.md.
const std::string golden_full_plan =
    R"json({"format": "jinjiang-plan", "version": 1,
"id": "full",
"title": "示例 \"plan\"\\",
"language": "en",
"issuer": "某市人民政府",
"period": {"start": "2024-01-01", "end": "2024-12-31"},
"source": {"document": "报告", "section": "一", "begin": 0, "end": 1200},
"policy": {"ahead": 1.2, "on_track": 0.9, "at_risk": 0.7, "minimum_coverage": 0.25, )json"
    R"json("missing": "zero", "stale_after": 60},
"units": [{"symbol": "亩半", "dimension": "平方米", "factor": 10000, "divisor": 10}, )json"
    R"json({"symbol": "担", "dimension": "公斤", "factor": 50}],
"x-owner": {"a":[1,null]},
"nodes": [
  {"id": "g", "kind": "goal", "title": "大目标", "rule": {"at_least": 2}, "tags": ["a", "b"], )json"
    R"json("note": "n\n\t\u0001"},
  {"id": "g.h", "kind": "goal", "title": "小目标", "part_of": [{"goal": "g", "weight": 2.5, )json"
    R"json("veto": true}], "lifecycle": "suspended", "firmness": "stretch", "rule": "worst"},
  {"id": "wheat", "kind": "indicator", "title": "粮食", "part_of": ["g.h", {"goal": "g", )json"
    R"json("weight": 0.1}], "target": {"comparator": "at_least", "value": 1600.5, )json"
    R"json("unit": "万担", "measure": "increment", "baseline": 1500, "due": "2024-09-30", )json"
    R"json("profile": {"milestones": [{"date": "2024-03-31", "fraction": 0.25}, )json"
    R"json({"date": "2024-06-30", "fraction": 0.5}]}, "firmness": "must", "basis": "可比"}, "revisions": [)json"
    R"json({"effective": "2024-05-01", "target": {"comparator": "at_least", )json"
    R"json("value": 1600.5, "unit": "万担", )json"
    R"json("measure": "increment"}, "reason": "水灾"}]},
  {"id": "rate", "kind": "indicator", "title": "增速", "target": {"comparator": "above", )json"
    R"json("relative_to": {"indicator": "base", "offset": 1.5}, "unit": "%", )json"
    R"json("measure": "growth", "base": "annual 2021-2025"}},
  {"id": "base", "kind": "indicator", "title": "监测"},
  {"id": "tax", "kind": "indicator", "title": "税收", "target": {"set_by": "省", "unit": "亿元", )json"
    R"json("measure": "level"}},
  {"id": "price", "kind": "indicator", "title": "物价", "target": {"comparator": "about", )json"
    R"json("value": 3, "unit": "%", "measure": "growth", "tolerance": 0.25, )json"
    R"json("base": "previous_period"}},
  {"id": "range", "kind": "indicator", "title": "区间", "target": {"comparator": "between", )json"
    R"json("value": 6, "upper": 7, "unit": "%", "measure": "share", )json"
    R"json("profile": {"monthly": [0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.5]}}},
  {"id": "few", "kind": "indicator", "title": "少", "target": {"comparator": "reach", )json"
    R"json("value": 5, "unit": "个", "measure": "level", "direction": "lower"}},
  {"id": "design", "kind": "task", "title": "设计", "owner": "甲局", "supporting": ["乙局", )json"
    R"json("丙局"], "start": "2024-03-01", "due": "2024-03-31", "duration": 31, )json"
    R"json("progress": 0.125, "source": {"section": "二"}, "x-n": -0.50},
  {"id": "build", "kind": "task", "title": "建设", "depends_on": [{"predecessor": "design", )json"
    R"json("type": "SS", "lag": -5, "assumption": "分析者所设"}, "wheat"], "start": "2024-04-01", )json"
    R"json("profile": "hold", "lifecycle": "cancelled", "firmness": "exploratory"}
]}
)json";

jj::Plan with_value(const char* value) {
  return jj::io::read_plan_json(
      target_text("{\"comparator\": \"reach\", \"value\": " + std::string(value) + "}"));
}
double value_of(const char* value) { return with_value(value)["i"].target()->value(); }
std::string title_of(const std::string& title) {
  return std::string(jj::io::read_plan_json(plan_text(
      "{\"id\": \"a\", \"kind\": \"goal\", \"title\": " + title + "}"))["a"]
                         .title());
}
jj::Plan heading_only() { return jj::PlanBuilder("p", {2024y / 1 / 1, 2024y / 12 / 31}).build(); }
jj::Plan one_task(const jj::NodeOptions& options,
                  jj::Period period = {2024y / 1 / 1, 2024y / 12 / 31}) {
  return jj::PlanBuilder("p", period).task("t", "T", options).build();
}

}  // namespace

TEST_CASE("a plan with every field is written in a fixed order with defaults left out") {
  CHECK(jj::io::write_plan_json(full_plan()) == golden_full_plan);
}

TEST_CASE("a plan with every field reads back equal and saves to the same bytes") {
  CHECK(jj::io::read_plan_json(golden_full_plan) == full_plan());
  CHECK(reloaded(full_plan()) == full_plan());
}

TEST_CASE("a plan without nodes reads back equal") {
  CHECK(reloaded(heading_only()) == heading_only());
}

TEST_CASE("random plans read back equal and save to the same bytes") {
  const auto seed = GENERATE(range(1U, 41U));
  CAPTURE(seed);
  const jj::Plan plan = random_plan(seed, 3 * seed);
  CHECK(reloaded(plan) == plan);
}

TEST_CASE("the example of Jinjiang 2024 reads back equal and saves to the same bytes") {
  const jj::Plan plan = jj::io::load_plan(JINJIANG_SOURCE_DIR "/examples/jinjiang-2024/plan.json");
  CHECK(plan.size() == 194);
  CHECK(reloaded(plan) == plan);
}

TEST_CASE("the order of keys in the heading has no meaning") {
  const std::string nodes = R"("nodes": [{"id": "i", "kind": "indicator",
      "target": {"comparator": "reach", "value": 1, "unit": "担"}}])";
  const std::string units = R"("units": [{"symbol": "担", "dimension": "公斤", "factor": 50}])";
  const std::string head = R"("format": "jinjiang-plan", "version": 1, "id": "p")";
  const std::string period = R"("period": {"start": "2024-01-01", "end": "2024-12-31"})";
  const std::string comma = ", ";
  const jj::Plan plan =
      jj::io::read_plan_json("{" + head + comma + period + comma + units + comma + nodes + "}");
  CHECK(plan["i"].target()->unit().definition().numerator == 50);
  CHECK(jj::io::read_plan_json("{" + nodes + comma + units + comma + period + comma + head + "}") ==
        plan);
  CHECK(jj::io::read_plan_json("{" + head + comma + period + comma + nodes + comma + units + "}") ==
        plan);
  CHECK(jj::io::read_plan_json("{" + units + comma + nodes + comma + period + comma + head + "}") ==
        plan);
}

TEST_CASE("the order of keys in a node has no meaning") {
  CHECK(
      jj::io::read_plan_json(plan_text(
          R"({"target": {"value": 1, "comparator": "reach"}, "kind": "indicator", "id": "i"})")) ==
      with_value("1"));
}

TEST_CASE("escapes are read and only what must be escaped is written so") {
  CHECK(title_of(R"("\u4e2d\u56fd")") == "中国");
  CHECK(title_of(R"("\ud83d\ude00\/\"\\\b\f\n\r\t")") == "😀/\"\\\b\f\n\r\t");
  CHECK(title_of(R"("a\u0000b")") == std::string("a\0b", 3));
  CHECK(holds(jj::io::write_plan_json(jj::io::read_plan_json(plan_text(
                  R"({"\u0069d": "a", "kind": "go\u0061l", "title": "\u4e2d\/\u0007\b"})"))),
              R"({"id": "a", "kind": "goal", "title": "中/\u0007\u0008"})"));
}

TEST_CASE("a byte order mark at the beginning is passed over") {
  CHECK(jj::io::read_plan_json("\xEF\xBB\xBF" + plan_text("")) == heading_only());
}

TEST_CASE("keys that begin with x- are kept with their value, written compactly") {
  const jj::Plan plan =
      jj::io::read_plan_json(plan_text(R"({"id": "a", "kind": "goal", "x-n": 1.50e2, "x-": [ ], )"
                                       R"("x-a": {"b": [true, null, "\u4e2d\n"], "b/~": -0}})",
                                       "\"x-top\": {\"k\" : 9007199254740993},\n"));
  CHECK(plan.extensions()[0].second == R"({"k":9007199254740993})");
  CHECK(plan["a"].extensions()[0].second == "1.50e2");
  CHECK(plan["a"].extensions()[1].second == "[]");
  CHECK(plan["a"].extensions()[2].second == R"({"b":[true,null,"中\n"],"b/~":-0})");
  CHECK(reloaded(plan) == plan);
}

TEST_CASE("numbers come back to the bit") {
  const char* const text =
      GENERATE("0.1", "5e-324", "1.7976931348623157e308", "-1e308", "123456789012345.67", "1e15",
               "1e22", "3.3e-5", "999999999999999");
  CAPTURE(text);
  CHECK(value_of(text) == std::strtod(text, nullptr));
  CHECK(reloaded(with_value(text)) == with_value(text));
}

TEST_CASE("an integer beyond 2^53 is read as the nearest double") {
  CHECK(value_of("9007199254740993") == 9007199254740992.0);
  CHECK(value_of("18446744073709551616") == 18446744073709551616.0);
  CHECK(reloaded(with_value("18446744073709551617")) == with_value("18446744073709551616"));
}

TEST_CASE("minus zero is zero") {
  CHECK(value_of("-0") == 0);
  CHECK(jj::io::write_plan_json(with_value("-0.0")) == jj::io::write_plan_json(with_value("0")));
}

TEST_CASE("offsets into a document come back whole, up to 2^52") {
  const jj::Plan plan =
      one_task({.source = {.begin = 999'999'999'999'999U, .end = 4'503'599'627'370'496U}});
  CHECK(reloaded(plan) == plan);
}

TEST_CASE("the date of a task that its duration gives is not written, and reads back as such") {
  const jj::Plan plan = jj::PlanBuilder("p", {2024y / 1 / 1, 2024y / 12 / 31})
                            .task("a", "A", {.start = 2024y / 3 / 1, .duration = 31})
                            .task("b", "B", {.due = 2024y / 3 / 31, .duration = 31})
                            .build();
  const std::string text = jj::io::write_plan_json(plan);
  CHECK(holds(text, R"("title": "A", "start": "2024-03-01", "duration": 31})"));
  CHECK(holds(text, R"("title": "B", "due": "2024-03-31", "duration": 31})"));
  CHECK(jj::io::read_plan_json(text) == plan);
  CHECK(jj::io::read_plan_jjx(jj::io::write_plan_jjx(plan)) == plan);
}

TEST_CASE("a duration that leads before year 1 is refused by build, or reads back") {
  CHECK_THROWS_AS(one_task({.due = 1y / 1 / 5, .duration = 100}, {1y / 1 / 1, 1y / 12 / 31}),
                  jj::PlanError);
}

TEST_CASE("a duration that leads beyond year 9999 is refused by build, or reads back") {
  CHECK_THROWS_AS(
      one_task({.start = 9999y / 12 / 5, .duration = 100}, {9999y / 1 / 1, 9999y / 12 / 31}),
      jj::PlanError);
}

TEST_CASE("what build accepts, read accepts: large numbers of a policy and a rule") {
  const auto draft = [] { return jj::PlanBuilder("p", {2024y / 1 / 1, 2024y / 12 / 31}); };
  const jj::Plan patient = draft().policy({.stale_after = 73'200}).build();
  CHECK(reloaded(patient) == patient);
  CHECK_THROWS_AS(draft().policy({.stale_after = 73'201}).build(), jj::PlanError);
  const jj::Rule rule{jj::RuleKind::at_least, 4'000'000'000U};
  const jj::Plan demanding = draft().goal("g", "", {.rule = rule}).build();
  CHECK(reloaded(demanding) == demanding);
}

TEST_CASE("an extension that comes twice is refused by build, one that is no JSON when written") {
  const auto draft = [] { return jj::PlanBuilder("p", {2024y / 1 / 1, 2024y / 12 / 31}); };
  CHECK_THROWS_AS(draft().extensions({{"x-a", "1"}, {"x-a", "2"}}).build(), jj::PlanError);
  const jj::Plan plan = draft().extensions({{"x-a", "{bad"}}).build();
  CHECK(holds(refusal([&] { static_cast<void>(jj::io::write_plan_json(plan)); }), "\"x-a\""));
}

TEST_CASE("a plan with a unit table of its own making reads back equal") {
  jj::UnitTable own;
  const auto plan_with = [](const jj::UnitTable& units) {
    jj::PlanBuilder draft{"p", jj::Period{2024y / 1 / 1, 2024y / 12 / 31}};
    return draft.units(units).build();
  };
  CHECK(reloaded(plan_with(own)) == plan_with(own));
  own.add("担", "公斤", 50);
  CHECK(reloaded(plan_with(own)) == plan_with(own));
}
