// SPDX-License-Identifier: BSL-1.0

#include "io/json/observations.hpp"

#include "io/json/extensions.hpp"
#include "io/json/values.hpp"
#include "io/json/writer.hpp"
#include "io/known_ids.hpp"

namespace jinjiang::io {

void read_observation(const JsonValue& value, const UnitTable& units, Observations& observations) {
  Observation reading{.id = {}, .observed_on = {}, .value = 0};
  bool has_date = false;
  bool has_value = false;
  value.for_each_member([&](JsonKey key, const JsonValue& part) {
    ReadingOptions& options = reading.options;
    if (key == "id") {
      reading.id = read_text(part);
    } else if (key == "observed_on") {
      reading.observed_on = read_date(part);
      has_date = true;
    } else if (key == "value") {
      reading.value = part.number();
      has_value = true;
    } else if (key == "unit") {
      options.unit = read_unit(part, units);
    } else if (key == "stage") {
      options.stage = read_enum<Stage>(part);
    } else if (key == "basis") {
      options.basis = read_text(part);
    } else if (key == "known_on") {
      options.known_on = read_date(part);
    } else if (key == "span") {
      options.span = read_enum<Span>(part);
    } else if (key == "source") {
      options.source = read_text(part);
    } else if (key == "note") {
      options.note = read_text(part);
    } else {
      part.refuse_key(key, "id observed_on value unit stage basis known_on span source note");
    }
  });
  if (reading.id.empty() || !has_date || !has_value)
    value.refuse("an observation needs id, observed_on and value");
  try {
    observations.add(reading);
  } catch (const ObservationError& error) {
    value.refuse(error.what());
  }
}

void append_observations(std::string& out, const Observations& observations) {
  out += '[';
  for (std::size_t i = 0; i < observations.size(); ++i) {
    const Observation reading = observations[i];
    const ReadingOptions& options = reading.options;
    out += i == 0 ? "\n  " : ",\n  ";
    JsonObjectWriter object(out);
    object.text("id", reading.id);
    object.date("observed_on", reading.observed_on);
    object.number("value", reading.value);
    object.text_if("unit", options.unit.symbol());
    if (options.stage != Stage::final) object.text("stage", to_string(options.stage));
    object.text_if("basis", options.basis);
    if (options.known_on) object.date("known_on", *options.known_on);
    if (options.span != Span::cumulative) object.text("span", to_string(options.span));
    object.text_if("source", options.source);
    object.text_if("note", options.note);
    object.close();
  }
  out += observations.empty() ? "]" : "\n]";
}

namespace {

class ObservationsReceiver final : public JsonReceiver {
 public:
  ObservationsReceiver(const JsonDocument& document, const ReadOptions& options,
                       const UnitTable& units)
      : document_(document), options_(options), units_(units), known_ids_(options.plan) {}

  void member(JsonKey key, const JsonValue& value) override {
    format_.refuse_other(key, value);
    errors_.collect([&] {
      if (format_.take(key, value)) return;
      if (key == "readings") value.refuse_kind("a list of readings");
      if (!key.starts_with("x-")) value.refuse_key(key, "format version readings");
      extensions_.emplace_back(key, value.raw());
    });
  }
  void begin_list() override {}
  void element(std::size_t index, const JsonValue& value) override {
    if (index >= options_.most_nodes) {
      value.refuse("there are more than " + std::to_string(options_.most_nodes) + " readings");
    }
    errors_.collect([&] {
      read_observation(value, units_, observations_);
      if (options_.plan != nullptr) check_id(value);
    });
  }

  [[nodiscard]] Observations finish() {
    errors_.finish();
    format_.finish(document_);
    observations_.check();
    observations_.extensions(std::move(extensions_));
    return std::move(observations_);
  }

 private:
  void check_id(const JsonValue& reading) {
    reading.for_each_member([this](JsonKey key, const JsonValue& part) {
      if (key != "id") return;
      const std::string problem = known_ids_.find_problem(part.text());
      if (!problem.empty()) part.refuse(problem);
    });
  }

  const JsonDocument& document_;
  const ReadOptions& options_;
  const UnitTable& units_;
  KnownIds known_ids_;
  FormatCheck format_{"jinjiang-observations"};
  FormatErrors errors_;
  Extensions extensions_;
  Observations observations_;
};

}  // namespace

Observations read_observations_json(std::string_view text, const ReadOptions& options,
                                    const UnitTable& units) {
  const JsonDocument document(checked_text(text, options), options.file);
  ObservationsReceiver receiver(document, options, units);
  parse_json(document, "readings", receiver);
  return receiver.finish();
}

std::string write_observations_json(const Observations& observations) {
  std::string out =
      "{\"format\": \"jinjiang-observations\", \"version\": " + std::to_string(json_version) +
      ",\n";
  append_extensions(out, observations.extensions());
  out += "\"readings\": ";
  append_observations(out, observations);
  return out + "}\n";
}

}  // namespace jinjiang::io
