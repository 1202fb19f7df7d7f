// SPDX-License-Identifier: BSL-1.0

#include "io/documents.hpp"
#include "io/random_document.hpp"

namespace {

jj::Observations full_observations() {
  jj::Observations all;
  all.add("land", 2024y / 3 / 31, 1600);
  all.add("land", 2024y / 6 / 30, -0.5,
          {.unit = jj::UnitTable::standard().at("万亩"),
           .stage = jj::Stage::provisional,
           .basis = "可比",
           .known_on = 2024y / 7 / 9,
           .span = jj::Span::per_period,
           .source = "公报 \"一\"",
           .note = "=1+1\n"});
  return all;
}

const std::string golden =
    R"({"format": "jinjiang-observations", "version": 1,
"readings": [
  {"id": "land", "observed_on": "2024-03-31", "value": 1600},
  {"id": "land", "observed_on": "2024-06-30", "value": -0.5, "unit": "万亩", )"
    R"("stage": "provisional", )"
    R"("basis": "可比", )"
    R"("known_on": "2024-07-09", "span": "per_period", "source": "公报 \"一\"", "note": "=1+1\n"}
]}
)";

const std::string good = R"({"id": "a", "observed_on": "2024-01-01", "value": 1})";
std::string reading_refusal(const std::string& reading) {
  return readings_refusal(readings_text(reading));
}

}  // namespace

TEST_CASE("readings are written in a fixed order with defaults left out") {
  CHECK(jj::io::write_observations_json(full_observations()) == golden);
}

TEST_CASE("readings read back equal and save to the same bytes") {
  CHECK(jj::io::read_observations_json(golden) == full_observations());
  CHECK(reloaded_json(full_observations()) == full_observations());
  CHECK(reloaded_json({}) == jj::Observations{});
}

TEST_CASE("random readings read back equal from JSON") {
  const auto seed = GENERATE(range(1U, 21U));
  const jj::Observations all = random_observations(seed, 30);
  CHECK(reloaded_json(all) == all);
}

TEST_CASE("keys of a reading come in any order, and a document may have keys of its own") {
  const jj::Observations read = jj::io::read_observations_json(
      R"({"x-a": {}, )"
      R"("readings": [{"value": 1, "observed_on": "2024-01-01", "id": "a"}], )"
      R"("format": "jinjiang-observations"})");
  jj::Observations expected = jj::io::read_observations_json(readings_text(good));
  CHECK(read != expected);
  CHECK(read == expected.extensions({{"x-a", "{}"}}));
}

TEST_CASE("keys that begin with x- are kept with the readings") {
  const std::string text =
      "{\"format\": \"jinjiang-observations\", \"version\": 1,\n\"x-office\": "
      "{\"name\":\"督查室\"},\n"
      "\"x-round\": 2,\n\"readings\": []}\n";
  const jj::Observations read = jj::io::read_observations_json(text);
  REQUIRE(read.extensions().size() == 2);
  CHECK(read.extensions()[0] == jj::Extension{"x-office", "{\"name\":\"督查室\"}"});
  CHECK(jj::io::write_observations_json(read) == text);
  const jj::Observations longer = jj::Observations(read).add("a", 2024y / 1 / 1, 1);
  CHECK(longer.extensions().size() == 2);
  const std::pair<std::string, double> changes[] = {{"a", 2}};
  CHECK(longer.replacing(changes).extensions().size() == 2);
  CHECK(holds(refusal([] {
                jj::Observations().extensions({{"office", "1"}});
              }),
              "observations: extension key \"office\": expected UTF-8 that begins with x-"));
  CHECK_THROWS_AS(jj::Observations().extensions({{"x-a", "1"}, {"x-a", "2"}}),
                  jj::ObservationError);
}

TEST_CASE("a document without readings holds none") {
  CHECK(jj::io::read_observations_json(R"({"format": "jinjiang-observations"})").empty());
}

TEST_CASE("a reading without id, date or value is refused at its place") {
  const std::string words = ": an observation needs id, observed_on and value";
  CHECK(reading_refusal(R"({"id": "a", "value": 1})") == "o.json:2:1 at /readings/0" + words);
  CHECK(reading_refusal(good + ",\n{\"observed_on\": \"2024-01-01\", \"value\": 1}") ==
        "o.json:3:1 at /readings/1" + words);
}

TEST_CASE("a reading with something wrong in it is refused") {
  CHECK(reading_refusal(R"({"id": "a", "observed_on": "2024-13-01", "value": 1})") ==
        "o.json:2:28 at /readings/0/observed_on: expected a date like 2024-06-30, found "
        "\"2024-13-01\"");
  CHECK(reading_refusal(R"({"id": "a", "observed_on": "2024-01-01", "value": "1"})") ==
        "o.json:2:51 at /readings/0/value: expected a number, found \"1\"");
  CHECK(
      reading_refusal(R"({"id": "a", "observed_on": "2024-01-01", "value": 1, "unit": "艘艘"})") ==
      "o.json:2:62 at /readings/0/unit: unknown unit \"艘艘\"; nearest: \"艘\"; add your own to "
      "the plan's units");
  CHECK(
      reading_refusal(R"({"id": "a", "observed_on": "2024-01-01", "value": 1, "stage": "last"})") ==
      "o.json:2:63 at /readings/0/stage: expected estimate, provisional or final, found \"last\"");
  CHECK(holds(reading_refusal(R"({"id": "a", "observed_on": "2024-01-01", "value": 1, "spam": 1})"),
              "unknown key \"spam\"; nearest: \"span\""));
  CHECK(holds(reading_refusal(R"({"id": "a", "id": "b"})"),
              "o.json:2:13 at /readings/0/id: the key \"id\" comes twice"));
  CHECK(holds(
      reading_refusal(
          R"({"id": "a", "observed_on": "2024-01-02", "value": 1, "known_on": "2024-01-01"})"),
      "it cannot be known on 2024-01-01, before its date"));
  CHECK(holds(reading_refusal(R"({"id": "a\n", "observed_on": "2024-01-02", "value": 1})"),
              "printable UTF-8"));
}

TEST_CASE("several wrong readings are listed at once") {
  CHECK(holds(reading_refusal("{\"value\": []},\n{\"value\": {}}"),
              "o.json:2:11 at /readings/0/value: 2 problems:\n  o.json:2:11 at /readings/0/value: "
              "expected a number, found a list"));
}

TEST_CASE("more than twenty wrong readings are counted") {
  std::string readings = "{\"value\": true}";
  for (int i = 0; i < 29; ++i) readings += ",\n{\"value\": true}";
  CHECK(holds(reading_refusal(readings), "30 problems:"));
  CHECK(holds(reading_refusal(readings), "… and 10 more"));
}

TEST_CASE("readings that contradict each other are refused") {
  CHECK(holds(reading_refusal(good + R"(, {"id": "a", "observed_on": "2024-01-01", "value": 2})"),
              "observations of a on 2024-01-01 contradict each other: 1 and 2"));
}

TEST_CASE("another format, a newer version and no format are refused") {
  CHECK(
      readings_refusal(R"({"format": "jinjiang-plan"})") ==
      "o.json:1:12 at /format: this is a plan; observations are expected here; load it as a plan");
  CHECK(holds(readings_refusal(R"({"format": "jinjiang-evaluation", "plan": "p", "results": []})"),
              "o.json:1:12 at /format: this is an evaluation; observations are expected here"));
  CHECK(readings_refusal(R"({"format": "readings"})") ==
        "o.json:1:12 at /format: expected \"jinjiang-observations\", found \"readings\"");
  CHECK(holds(readings_refusal(R"({"version": 7})"),
              "o.json:1:13 at /version: this is version 7 of the format"));
  CHECK(readings_refusal(R"({"readings": []})") ==
        "o.json:1:1: the document does not say what it is: expected \"format\": "
        "\"jinjiang-observations\"");
  CHECK(holds(readings_refusal(R"({"readings": {}})"),
              "at /readings: expected a list of readings, found an object"));
}

TEST_CASE("more readings than the reader was told to take are refused") {
  const std::string three = readings_text(good + "," + good + "," + good);
  CHECK(holds(readings_refusal(three, {.most_nodes = 2}),
              " at /readings/2: there are more than 2 readings"));
  CHECK_NOTHROW(jj::io::read_observations_json(three, {.most_nodes = 3}));
}
