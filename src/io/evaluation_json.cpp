// SPDX-License-Identifier: BSL-1.0

// Evaluations as JSON: the day and options, the observations, and one result a node. Reading one evaluates the plan
// again, so that a document can never say what the plan does not.

#include "io/json_values.hpp"
#include "io/json_writer.hpp"
#include "io/observations_json.hpp"
#include "io/policy_json.hpp"

#include <jinjiang/detail/text.hpp>

namespace jinjiang::io {

namespace {

void append_result(std::string& out, const NodeResult& result) {
  JsonObjectWriter object(out);
  const auto number = [&object](std::string_view key, const std::optional<double>& value) {
    if (value) object.number(key, *value);
  };
  object.text("id", result.node.id());
  object.text("status", to_string(result.status));
  number("attainment", result.attainment);
  number("progress", result.progress);
  number("expected", result.expected);
  number("pace", result.pace);
  number("coverage", result.coverage);
  number("value", result.value);
  if (result.value) object.text_if("unit", result.unit.symbol());
  if (result.observed_on) object.date("observed_on", *result.observed_on);
  if (result.stage) object.text("stage", to_string(*result.stage));
  object.text_if("basis", result.basis);
  if (result.is_stale) object.boolean("stale", true);
  if (result.revised_on) object.date("revised_on", *result.revised_on);
  object.close();
}

class EvaluationReceiver final : public JsonReceiver {
 public:
  EvaluationReceiver(const JsonDocument& document, const Plan& plan) : document_(document), plan_(plan) {}

  void member(std::string_view key, const JsonValue& value) override {
    if (format_.take(key, value)) return;
    if (key == "plan") {
      if (value.text() != plan_.id()) value.refuse_kind("an evaluation of plan " + detail::quoted(plan_.id()));
    } else if (key == "as_of") {
      as_of_ = read_date(value);
    } else if (key == "known_by") {
      options_.known_by = read_date(value);
    } else if (key == "basis") {
      options_.basis = read_text(value);
    } else if (key == "policy") {
      options_.policy = read_policy(value);
    } else if (key == "readings") {
      value.for_each_element([&](const JsonValue& reading) { read_observation(reading, plan_.units(), observations_); });
    } else if (key == "results") {
      value.refuse_kind("a list of results");
    } else if (!key.starts_with("x-")) {
      value.refuse_key(key, "format version plan as_of known_by basis policy readings results");
    }
  }
  void begin_list() override {}
  void element(std::size_t, const JsonValue& value) override { results_.push_back(value.raw()); }

  [[nodiscard]] Evaluation finish() {
    format_.finish(document_);
    if (!as_of_) throw FormatError(document_.place(0, ""), "an evaluation needs as_of");
    options_.ignore_unknown = true;
    const Evaluation evaluation = evaluate(plan_, observations_, *as_of_, options_);
    const auto results = evaluation.results();
    if (results.size() != results_.size()) {
      throw FormatError(document_.place(0, "/results"), "it holds " + std::to_string(results_.size()) +
                                                            " results but the plan has " +
                                                            std::to_string(results.size()) + " nodes");
    }
    for (std::size_t i = 0; i < results.size(); ++i) compare(i, results[i]);
    return evaluation;
  }

 private:
  void compare(std::size_t i, const NodeResult& result) const {
    std::string expected;
    append_result(expected, result);
    // The document's own spacing does not matter: both are written compactly.
    std::string compact;
    bool in_string = false;
    for (std::size_t c = 0; c < expected.size(); ++c) {
      if (expected[c] == '"' && (c == 0 || expected[c - 1] != '\\')) in_string = !in_string;
      if (expected[c] != ' ' || in_string) compact += expected[c];
    }
    if (compact == results_[i]) return;
    throw FormatError(document_.place(0, "/results/" + std::to_string(i)),
                      "the plan as it is now evaluates " + std::string(result.node.id()) + " as " + compact +
                          ", found " + results_[i]);
  }

  const JsonDocument& document_;
  const Plan& plan_;
  FormatCheck format_{"jinjiang-evaluation"};
  std::optional<Date> as_of_;
  EvaluationOptions options_;
  Observations observations_;
  std::vector<std::string> results_;
};

}  // namespace

std::string write_evaluation_json(const Evaluation& evaluation) {
  std::string out = "{\"format\": \"jinjiang-evaluation\", \"version\": " + std::to_string(json_version) + ",\n\"plan\": ";
  append_json_string(out, evaluation.plan().id());
  out += ",\n\"as_of\": \"" + to_string(evaluation.as_of()) + "\",\n";
  if (evaluation.known_by()) out += "\"known_by\": \"" + to_string(*evaluation.known_by()) + "\",\n";
  if (!evaluation.basis().empty()) {
    out += "\"basis\": ";
    append_json_string(out, evaluation.basis());
    out += ",\n";
  }
  out += "\"policy\": ";
  append_policy(out, evaluation.policy());
  out += ",\n\"results\": [";
  bool is_first = true;
  for (const NodeResult& result : evaluation.results()) {
    out += is_first ? "\n  " : ",\n  ";
    is_first = false;
    append_result(out, result);
  }
  out += "\n],\n\"readings\": ";
  append_observations(out, evaluation.observations());
  return out + "}\n";
}

Evaluation read_evaluation_json(std::string_view text, const Plan& plan, const ReadOptions& options) {
  const JsonDocument document(checked_text(text, options), options.file);
  EvaluationReceiver receiver(document, plan);
  parse_json(document, "results", receiver);
  return receiver.finish();
}

}  // namespace jinjiang::io
