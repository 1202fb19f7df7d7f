// SPDX-License-Identifier: BSL-1.0

// Evaluations as JSON: the day and options, the observations, and one result a node. Reading one
// evaluates the plan again, so that a document can never say what the plan does not.

#include "io/json/extensions.hpp"
#include "io/json/observations.hpp"
#include "io/json/policy.hpp"
#include "io/json/values.hpp"
#include "io/json/writer.hpp"

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

/// The results of a document, each as compact JSON.
class ResultsReceiver final : public JsonReceiver {
 public:
  void member(JsonKey, const JsonValue&) override {}
  void begin_list() override {}
  void element(std::size_t, const JsonValue& value) override { results.push_back(value.raw()); }

  std::vector<std::string> results;
};

std::vector<std::string> results_of(const std::string& text) {
  ResultsReceiver receiver;
  parse_json(JsonDocument(text, {}), "results", receiver);
  return std::move(receiver.results);
}

class EvaluationReceiver final : public JsonReceiver {
 public:
  EvaluationReceiver(const JsonDocument& document, const Plan& plan, const ReadOptions& options)
      : document_(document), plan_(plan), limits_(options) {}

  void member(JsonKey key, const JsonValue& value) override {
    format_.refuse_other(key, value);
    if (format_.take(key, value)) return;
    if (key == "plan") {
      if (value.text() != plan_.id())
        value.refuse_kind("an evaluation of plan " + detail::in_quotes(plan_.id()));
    } else if (key == "as_of") {
      as_of_ = read_date(value);
    } else if (key == "known_by") {
      options_.known_by = read_date(value);
    } else if (key == "basis") {
      options_.basis = read_text(value);
    } else if (key == "policy") {
      options_.policy = read_policy(value);
    } else if (key == "readings") {
      value.for_each_element([&](const JsonValue& reading) {
        if (observations_.size() >= limits_.most_nodes) {
          reading.refuse("there are more than " + std::to_string(limits_.most_nodes) + " readings");
        }
        read_observation(reading, plan_.units(), observations_);
      });
    } else if (key == "results") {
      value.refuse_kind("a list of results");
    } else if (key.starts_with("x-")) {
      extensions_.emplace_back(key, value.raw());
    } else {
      value.refuse_key(key, "format version plan as_of known_by basis policy readings results");
    }
  }
  void begin_list() override {}
  void element(std::size_t index, const JsonValue& value) override {
    const std::size_t most = std::min(plan_.size(), limits_.most_nodes);
    if (index >= most) value.refuse("there are more than " + std::to_string(most) + " results");
    results_.push_back(value.raw());
    positions_.push_back(value.position());
  }

  [[nodiscard]] Evaluation finish() {
    format_.finish(document_);
    if (!as_of_) throw FormatError(document_.beginning(), "an evaluation needs as_of");
    options_.ignore_unknown = true;
    observations_.extensions(std::move(extensions_));
    const Evaluation evaluation = evaluate(plan_, observations_, *as_of_, options_);
    compare_with(results_of(write_evaluation_json(evaluation)));
    return evaluation;
  }

 private:
  /// The document's results must be those of the plan as it is now; spacing does not matter.
  void compare_with(const std::vector<std::string>& expected) const {
    if (expected.size() != results_.size()) {
      throw FormatError(document_.place(0, "/results"),
                        "it holds " + std::to_string(results_.size()) +
                            " results but the plan has " + std::to_string(expected.size()) +
                            " nodes");
    }
    for (std::size_t i = 0; i < expected.size(); ++i) {
      if (expected[i] == results_[i]) continue;
      throw FormatError(document_.place(positions_[i], "/results/" + std::to_string(i)),
                        "the plan as it is now gives " + expected[i] + ", found " + results_[i]);
    }
  }

  const JsonDocument& document_;
  const Plan& plan_;
  const ReadOptions& limits_;
  FormatCheck format_{"jinjiang-evaluation"};
  std::optional<Date> as_of_;
  EvaluationOptions options_;
  Extensions extensions_;
  Observations observations_;
  std::vector<std::string> results_;
  std::vector<std::size_t> positions_;  ///< of every result
};

}  // namespace

std::string write_evaluation_json(const Evaluation& evaluation) {
  std::string out =
      "{\"format\": \"jinjiang-evaluation\", \"version\": " + std::to_string(json_version) +
      ",\n\"plan\": ";
  append_json_string(out, evaluation.plan().id());
  out += ",\n\"as_of\": \"" + to_string(evaluation.as_of()) + "\",\n";
  if (evaluation.known_by())
    out += "\"known_by\": \"" + to_string(*evaluation.known_by()) + "\",\n";
  if (!evaluation.basis().empty()) {
    out += "\"basis\": ";
    append_json_string(out, evaluation.basis());
    out += ",\n";
  }
  append_extensions(out, evaluation.observations().extensions());
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

Evaluation read_evaluation_json(std::string_view text, const Plan& plan,
                                const ReadOptions& options) {
  const JsonDocument document(checked_text(text, options), options.file);
  EvaluationReceiver receiver(document, plan, options);
  parse_json(document, "results", receiver);
  return receiver.finish();
}

}  // namespace jinjiang::io
