// SPDX-License-Identifier: BSL-1.0

// Every refusal with its place and its words.

#include "io/documents.hpp"

namespace {

std::string node_refusal(std::string_view node) { return plan_refusal(plan_text(node)); }
std::string target_refusal(std::string_view target) { return plan_refusal(target_text(target)); }
std::string nested(std::size_t levels) {
  return std::string(levels, '[') + std::string(levels, ']');
}

const std::string not_json = "not JSON: a bracket, a comma or a value is not where it should be";
const std::string date_wanted = "expected a date like 2024-06-30, found ";

}  // namespace

TEST_CASE("what is not JSON is refused with line and column") {
  CHECK(node_refusal(R"({"id": "a",, "kind": "goal"})") == "plan.json:4:12: " + not_json);
  CHECK(node_refusal("{\"id\": \"晋江\"\n \"kind\"}") == "plan.json:5:2: " + not_json);
  CHECK(plan_refusal("{'id': 1}") == "plan.json:1:2: " + not_json);
}

TEST_CASE("a truncated or empty document is refused") {
  CHECK(plan_refusal("{\"format\": \"jinjiang-plan\",\n\"id\"") ==
        "plan.json:2:5: the document ends in the middle of a value");
  CHECK(plan_refusal("") == "plan.json:1:1: the document ends in the middle of a value");
}

TEST_CASE("data after the document is refused, white space is not") {
  CHECK(plan_refusal(plan_text("") + " \n {}") == "plan.json:6:2: nothing may follow the document");
  CHECK_NOTHROW(jj::io::read_plan_json(plan_text("") + " \n\t "));
}

TEST_CASE("33 levels are refused and 32 are read") {
  CHECK(plan_refusal(plan_text("", "\"x-a\": " + nested(32) + ",\n")) ==
        "plan.json:3:39: values are nested deeper than 32 levels");
  CHECK_NOTHROW(jj::io::read_plan_json(plan_text("", "\"x-a\": " + nested(31) + ",\n")));
}

TEST_CASE("a document that is no object is refused") {
  CHECK(plan_refusal("[1]") == "plan.json:1:1: expected an object, found a list");
  CHECK(plan_refusal("null") == "plan.json:1:1: expected an object, found null");
}

TEST_CASE("NaN and Infinity are refused") {
  CHECK(target_refusal(R"({"comparator": "reach", "value": NaN})") ==
        "plan.json:4:77: " + not_json);
  CHECK(target_refusal(R"({"comparator": "reach", "value": Infinity})") ==
        "plan.json:4:77: " + not_json);
  CHECK(target_refusal(R"({"comparator": "reach", "value": -Infinity})") ==
        "plan.json:4:78: " + not_json);
}

TEST_CASE("a number that no double holds is refused") {
  CHECK(target_refusal(R"({"comparator": "reach", "value": 1e999})") ==
        "plan.json:4:77 at /nodes/0/target/value: the number 1e999 is out of range");
  CHECK(holds(target_refusal(R"({"comparator": "reach", "value": 1e99999999999})"),
              "the number is out of range"));
}

TEST_CASE("invalid UTF-8 and lone surrogates are refused as such") {
  CHECK(holds(node_refusal("{\"id\": \"a\", \"kind\": \"goal\", \"title\": \"\xff\"}"),
              "plan.json:4:39: "));
  CHECK(holds(node_refusal("{\"id\": \"a\", \"kind\": \"goal\", \"title\": \"\xff\"}"), "UTF-8"));
  CHECK(holds(node_refusal("{\"id\": \"\xED\xA0\x80\", \"kind\": \"goal\"}"), "UTF-8"));
  CHECK(holds(node_refusal(R"({"id": "\ud800", "kind": "goal"})"), "surrogate"));
}

TEST_CASE("an unknown key is refused with the nearest known one") {
  CHECK(node_refusal(R"({"id": "a", "kind": "goal", "titel": "x"})") ==
        "plan.json:4:29 at /nodes/0/titel: unknown key \"titel\"; nearest: \"title\"; keys of your "
        "own begin with x-");
  CHECK(holds(
      plan_refusal(plan_text("", "\"isuer\": \"x\",\n")),
      "at /isuer: unknown key \"isuer\"; nearest: \"issuer\"; keys of your own begin with x-"));
  CHECK(holds(target_refusal(R"({"comparator": "reach", "valeu": 1})"),
              "at /nodes/0/target/valeu: unknown key"));
  CHECK(holds(node_refusal(R"({"id": "a", "kind": "goal", "a/b~c": 1})"),
              "at /nodes/0/a~1b~0c: unknown key \"a/b~c\""));
  CHECK(holds(plan_refusal("{\n  \"a\\\"b\"\n: 1}"), "plan.json:2:3 at /a\"b: unknown key"));
  CHECK(plan_refusal("{\"a\\u0000z\": 1}").ends_with("begin with x-"));
  CHECK(holds(target_refusal(R"({"comparator": "reach", "value": 1, "x-a": 2})"),
              "keys of your own stand on a document or a node, not within their parts"));
}

TEST_CASE("a wrong base of comparison is told at its own place") {
  CHECK(target_refusal(R"({"comparator": "reach", "value": 6, "unit": "%", "base": "2020"})") ==
        "plan.json:4:101 at /nodes/0/target/base: expected a base of comparison: last_year, "
        "previous_period, since 2020 or annual 2021-2025, found \"2020\"");
}

TEST_CASE("a key that comes twice is refused") {
  CHECK(plan_refusal(plan_text("", "\"id\": \"q\",\n")) ==
        "plan.json:3:1 at /id: the key \"id\" comes twice; keep one");
  CHECK(node_refusal(R"({"id": "a", "kind": "goal", "id": "c"})") ==
        "plan.json:4:29 at /nodes/0/id: the key \"id\" comes twice; keep one");
  CHECK(target_refusal(R"({"comparator": "reach", "value": 1, "value": 2})") ==
        "plan.json:4:80 at /nodes/0/target/value: the key \"value\" comes twice; keep one");
  CHECK(holds(node_refusal(R"({"id": "a", "kind": "goal", "\u0069d": "c"})"),
              "the key \"id\" comes twice"));
  CHECK(holds(node_refusal(R"({"id": "a", "kind": "goal", "x-a": {"b": 1, "b": 1}})"),
              "/x-a/b: the key \"b\" comes twice"));
}

TEST_CASE("a value of the wrong kind is refused") {
  CHECK(node_refusal(R"({"id": 1, "kind": "goal"})") ==
        "plan.json:4:8 at /nodes/0/id: expected a text, found 1");
  CHECK(node_refusal(R"({"id": "b", "kind": "goal", "tags": ["a", null]})") ==
        "plan.json:4:43 at /nodes/0/tags/1: expected a text, found null");
  CHECK(node_refusal(R"({"id": "b", "kind": "goal", "part_of": "g"})") ==
        "plan.json:4:40 at /nodes/0/part_of: expected a list, found \"g\"");
  CHECK(node_refusal(R"({"id": "b", "kind": "goal", "part_of": [{"goal": "a", "veto": 1}]})") ==
        "plan.json:4:63 at /nodes/0/part_of/0/veto: expected true or false, found 1");
  CHECK(target_refusal(R"("100个")") ==
        "plan.json:4:44 at /nodes/0/target: expected an object, found \"100个\"");
  CHECK(target_refusal(R"({"comparator": "reach", "value": "7"})") ==
        "plan.json:4:77 at /nodes/0/target/value: expected a number, found \"7\"");
  CHECK(holds(node_refusal("7"), " at /nodes/0: expected an object, found 7"));
  CHECK(holds(plan_refusal(plan_text("", "\"policy\": [],\n")),
              "at /policy: expected an object, found a list"));
}

TEST_CASE("nodes that are no list are refused") {
  CHECK(plan_refusal(R"({"format": "jinjiang-plan", "nodes": {}})") ==
        "plan.json:1:38 at /nodes: expected a list of nodes, found an object");
}

TEST_CASE("a day that does not exist is refused") {
  CHECK(node_refusal(R"({"id": "b", "kind": "goal", "due": "2024-6-30"})") ==
        "plan.json:4:36 at /nodes/0/due: " + date_wanted + "\"2024-6-30\"");
  CHECK(node_refusal(R"({"id": "b", "kind": "goal", "due": "2023-02-29"})") ==
        "plan.json:4:36 at /nodes/0/due: " + date_wanted + "\"2023-02-29\"");
  CHECK(node_refusal(R"({"id": "b", "kind": "goal", "due": 20240630})") ==
        "plan.json:4:36 at /nodes/0/due: " + date_wanted + "20240630");
}

TEST_CASE("a period that ends before it starts is refused") {
  CHECK(plan_refusal(R"({"period": {"start": "2024-02-01", "end": "2024-01-01"}})") ==
        "plan.json:1:12 at /period: the period ends on 2024-01-01, before its start on 2024-02-01");
  CHECK(plan_refusal(R"({"period": {"start": "2024-02-01"}})") ==
        "plan.json:1:12 at /period: a period needs a start and an end");
}

TEST_CASE("a word that is none of an enumeration is refused with the words that are") {
  CHECK(node_refusal(R"({"id": "b", "kind": "gaol"})") ==
        "plan.json:4:21 at /nodes/0/kind: expected goal, indicator or task, found \"gaol\"");
  CHECK(node_refusal(R"({"id": "b", "kind": "goal", "rule": "at_least"})") ==
        "plan.json:4:37 at /nodes/0/rule: at_least needs a number: {\"at_least\": 3}");
  CHECK(holds(target_refusal(R"({"comparator": ">", "value": 1})"),
              "expected reach, at_least, above, at_most, below, about or between, found \">\""));
}

TEST_CASE("a value after an escaped text stands in the right column") {
  CHECK(node_refusal(R"({"id": "b", "kind": "goal", "due": "\u0032024-13-01"})") ==
        "plan.json:4:36 at /nodes/0/due: " + date_wanted + "\"2024-13-01\"");
}

TEST_CASE("an unknown unit is refused with the nearest ones") {
  CHECK(target_refusal(R"({"comparator": "reach", "value": 1, "unit": "公倾"})") ==
        "plan.json:4:88 at /nodes/0/target/unit: unknown unit \"公倾\"; nearest: \"公斤\", "
        "\"公里\", \"公顷\"; "
        "add your own to the plan's units");
}

TEST_CASE("a number outside its range is refused") {
  CHECK(node_refusal(R"({"id": "b", "kind": "task", "duration": 0})") ==
        "plan.json:4:41 at /nodes/0/duration: expected a whole number from 1 to 73200, found 0");
  CHECK(node_refusal(R"({"id": "b", "kind": "task", "duration": 1.5})") ==
        "plan.json:4:41 at /nodes/0/duration: expected a whole number from 1 to 73200, found 1.5");
  CHECK(holds(plan_refusal(plan_text("", "\"policy\": {\"minimum_coverage\": 2},\n")),
              "at /policy: minimum_coverage must be from 0 to 1, found 2"));
}

TEST_CASE("another format and a newer version are refused") {
  CHECK(
      plan_refusal(R"({"format": "jinjiang-observations"})") ==
      "plan.json:1:12 at /format: these are observations; a plan is expected here; read them with "
      "read_observations");
  CHECK(plan_refusal(R"({"format": "geojson"})") ==
        "plan.json:1:12 at /format: expected \"jinjiang-plan\", found \"geojson\"");
  CHECK(plan_refusal(R"({"version": 2})") ==
        "plan.json:1:13 at /version: this is version 2 of the format; this library "
        "reads up to version 1: use a newer one");
  CHECK(plan_refusal(R"({"version": 0})") ==
        "plan.json:1:13 at /version: expected a whole number from 1 to 1000000, found 0");
  CHECK(plan_refusal("\n{}") ==
        "plan.json:2:1: the document does not say what it is: expected \"format\": "
        "\"jinjiang-plan\"");
}

TEST_CASE("a plan without id or period is refused") {
  CHECK(plan_refusal(R"({"format": "jinjiang-plan", )"
                     R"("period": {"start": "2024-01-01", "end": "2024-01-01"}})") ==
        "plan.json:1:1: a plan needs an id");
  CHECK(plan_refusal(R"({"format": "jinjiang-plan", "id": "p", "nodes": [{}]})") ==
        "plan.json:1:1: a plan needs a period: {\"start\": ..., \"end\": ...}");
}

TEST_CASE("a node without id or kind is refused at the place where it begins") {
  CHECK(node_refusal("  {\"kind\": \"goal\"}") == "plan.json:4:3 at /nodes/0: a node needs an id");
  CHECK(node_refusal("{\"id\": \"a\", \"kind\": \"goal\"},\n{\"id\": \"b\"}") ==
        "plan.json:5:1 at /nodes/1: a node needs a kind: goal, indicator or task");
}

TEST_CASE("a target on a goal is refused at the place where the node begins") {
  CHECK(node_refusal(
            R"({"id": "a", "kind": "goal", "target": {"comparator": "reach", "value": 1}})") ==
        "plan.json:4:1 at /nodes/0: goal a: only indicators have a target");
}

TEST_CASE("a target needs one of value, relative_to and set_by") {
  const std::string wanted =
      "plan.json:4:44 at /nodes/0/target: a target needs one of value, relative_to and set_by";
  CHECK(target_refusal(
            R"({"comparator": "reach", "value": 1, "relative_to": {"indicator": "b"}})") == wanted);
  CHECK(target_refusal(R"({"comparator": "reach", "value": 1, "set_by": "省"})") == wanted);
  CHECK(target_refusal(R"({"comparator": "reach"})") == wanted);
  CHECK(target_refusal(R"({"comparator": "reach", "set_by": "省"})") ==
        "plan.json:4:44 at /nodes/0/target: a target that is set elsewhere has no comparator yet");
}

TEST_CASE("a target that contradicts itself is refused at its place") {
  CHECK(target_refusal(R"({"comparator": "reach", "value": 1, "upper": 2})") ==
        "plan.json:4:44 at /nodes/0/target: target reach 1: an upper bound belongs to between");
  CHECK(holds(target_refusal(R"({"comparator": "reach", "value": 1, "base": "x"})"),
              "expected a base of comparison: last_year, previous_period, since 2020 or annual "
              "2021-2025, found \"x\""));
  CHECK(holds(target_refusal(R"({"comparator": "reach", "value": 1, "profile": {"monthly": [1]}})"),
              " at /nodes/0/target/profile: a monthly profile needs 12 shares, found 1"));
}

TEST_CASE("a problem of the draft is shown at the key of the node where it lies") {
  CHECK(node_refusal("{\"id\": \"a\", \"kind\": \"goal\"},\n{\"id\": \"b\", \"kind\": \"goal\", "
                     "\"part_of\": [\"a\", \"zz\"]}") ==
        "plan.json:5:29 at /nodes/1/part_of/1: goal b \"\": part of \"zz\": unknown id \"zz\"");
  CHECK(node_refusal("{\"id\": \"a\", \"kind\": \"goal\"},\n{\"id\": \"a\", \"kind\": \"goal\"}") ==
        "plan.json:5:2 at /nodes/1/id: goal a \"\": the id is already that of goal a \"\"; every "
        "node needs its own");
  CHECK(node_refusal(R"({"kind": "goal", "title": "id", "id": ""})") ==
        "plan.json:4:33 at /nodes/0/id: goal  \"id\": it has no id; every node needs one");
}

TEST_CASE("a cycle is shown at a node of it with its path") {
  const std::string back = "{\"id\": \"b\", \"kind\": \"goal\", \"part_of\": [\"a\"]}";
  const std::string words =
      "the links close a cycle: a \"A\" -> b \"\" -> a (goals need their parts, successors their "
      "predecessors)";
  CHECK(node_refusal(
            "{\"id\": \"a\", \"kind\": \"goal\", \"title\": \"A\", \"part_of\": [\"b\"]},\n" +
            back) == "plan.json:4:1 at /nodes/0: goal a \"A\": " + words);
  CHECK(node_refusal("{\"id\": \"a\", \"note\": \"\", \"kind\": \"goal\", \"title\": \"A\", "
                     "\"part_of\": [\"b\"]},\n" +
                     back) == "plan.json:4:1 at /nodes/0: goal a \"A\": " + words);
}

TEST_CASE("several problems are listed at once, the place being that of the first") {
  CHECK(node_refusal("{\"id\": \"a\", \"kind\": \"gaol\"},\n{\"id\": \"b\", \"kind\": \"goal\", "
                     "\"due\": \"2024-2-3\"}") ==
        "plan.json:4:21 at /nodes/0/kind: 2 problems:\n"
        "  plan.json:4:21 at /nodes/0/kind: expected goal, indicator or task, found \"gaol\"\n"
        "  plan.json:5:36 at /nodes/1/due: " +
            date_wanted + "\"2024-2-3\"");
  CHECK(node_refusal("{\"id\": \"a\", \"kind\": \"goal\", \"part_of\": [\"y\", \"z\"]}") ==
        "2 problems:\n"
        "  plan.json:4:29 at /nodes/0/part_of/0: goal a \"\": part of \"y\": unknown id \"y\"; "
        "nearest: \"a\"\n"
        "  plan.json:4:29 at /nodes/0/part_of/1: goal a \"\": part of \"z\": unknown id \"z\"; "
        "nearest: \"a\"");
}

TEST_CASE("a problem of the heading is not forgotten when units come after the nodes") {
  CHECK(plan_refusal(R"({"format": "jinjiang-plan", "id": "p", )"
                     R"("period": {"start": "2024-01-01", "end": "2024-12-31"},
"policy": {"ahead": "x"}, "nodes": [], "units": []})") ==
        "plan.json:2:21 at /policy/ahead: expected a number, found \"x\"");
  CHECK(holds(plan_refusal(R"({"format": "jinjiang-plan", "id": "p", "issue": "me",
"period": {"start": "2024-01-01", "end": "2024-12-31"}, "nodes": [], "units": []})"),
              "plan.json:1:40 at /issue: unknown key \"issue\""));
}

TEST_CASE("more nodes or bytes than the reader was told to take are refused") {
  const std::string three = plan_text(
      R"({"id": "a", "kind": "goal"}, {"id": "b", "kind": "goal"}, {"id": "c", "kind": "goal"})");
  CHECK(holds(plan_refusal(three, {.most_nodes = 2}),
              " at /nodes/2: the plan has more than 2 nodes"));
  CHECK_NOTHROW(jj::io::read_plan_json(three, {.most_nodes = 3}));
  CHECK(plan_refusal(std::string(101, ' '), {.most_bytes = 100}) ==
        "plan.json: the text has 101 bytes, at most 100 are read");
}

TEST_CASE("a text without a name is placed by line and column alone") {
  CHECK(message_of<jj::FormatError>([] {
          static_cast<void>(jj::io::read_plan_json("{\"version\": 2}"));
        }).starts_with("line 1:13 at /version: "));
}

TEST_CASE("a syntax error is told for what it is, whatever stands before it") {
  CHECK(holds(plan_refusal(R"({"x-a":"\u0041" 5})"), "a bracket, a comma or a value"));
  CHECK(holds(plan_refusal(R"({"x-a":"C:\\u" "b"})"), "a bracket, a comma or a value"));
  CHECK(holds(plan_refusal("{\"x-a\":\"a\tb\"}"), "a control character in a text"));
  CHECK(holds(plan_refusal("{\"x-a\":\"a\nb\"}"), "a control character in a text"));
  CHECK(holds(plan_refusal(R"({"x-a":"\q"})"),
              R"(there is no escape \q; a backslash is written \\)"));
  CHECK(holds(plan_refusal(R"({"x-a":"\u00g1"})"), "an escape is not complete"));
}
