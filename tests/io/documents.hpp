// SPDX-License-Identifier: BSL-1.0
#pragma once

// Documents for the tests of the formats, and what the readers say when they refuse one.

#include <string>
#include <string_view>

#include <jinjiang/io.hpp>

#include "io/full_plan.hpp"
#include "support/text.hpp"

/// A plan of 2024 in JSON. The heading begins on line 3, the nodes on line 4.
inline std::string plan_text(std::string_view nodes, std::string_view heading = {}) {
  return "{\"format\": \"jinjiang-plan\", \"version\": 1, \"id\": \"p\",\n"
         "\"period\": {\"start\": \"2024-01-01\", \"end\": \"2024-12-31\"},\n" +
         std::string(heading) + "\"nodes\": [\n" + std::string(nodes) + "\n]}";
}

/// The same with one indicator `i` that has this target; the target begins in column 44 of line 4.
inline std::string target_text(std::string_view target) {
  return plan_text("{\"id\": \"i\", \"kind\": \"indicator\", \"target\": " + std::string(target) +
                   "}");
}

/// Observations in JSON. The readings begin on line 2.
inline std::string readings_text(std::string_view readings) {
  return "{\"format\": \"jinjiang-observations\", \"version\": 1, \"readings\": [\n" +
         std::string(readings) + "\n]}";
}

/// What a call says when it refuses a text, `(accepted)` when it does not; the test fails when it
/// throws anything but an error of the library, or when the message does not begin with the place
/// that the exception names.
template <class Call>
std::string refusal(const Call& call) {
  try {
    call();
  } catch (const jj::FormatError& error) {
    CHECK(std::string_view(error.what()).starts_with(error.place().to_string()));
    return error.what();
  } catch (const jj::Error& error) {
    return error.what();
  }
  return "(accepted)";
}

inline std::string plan_refusal(const std::string& text, jj::io::ReadOptions options = {}) {
  options.file = "plan.json";
  return refusal([&] { static_cast<void>(jj::io::read_plan_json(text, options)); });
}

inline std::string readings_refusal(const std::string& text, jj::io::ReadOptions options = {}) {
  options.file = "o.json";
  return refusal([&] { static_cast<void>(jj::io::read_observations_json(text, options)); });
}

inline std::string csv_refusal(const std::string& text, jj::io::ReadOptions options = {}) {
  options.file = "o.csv";
  return refusal([&] { static_cast<void>(jj::io::read_observations_csv(text, options)); });
}

/// The plan as it comes back from JSON; its second save must equal its first to the byte.
inline jj::Plan reloaded(const jj::Plan& plan) {
  const std::string first = jj::io::write_plan_json(plan);
  const jj::Plan again = jj::io::read_plan_json(first);
  CHECK(jj::io::write_plan_json(again) == first);
  return again;
}

inline jj::Observations reloaded_json(const jj::Observations& observations) {
  const std::string first = jj::io::write_observations_json(observations);
  const jj::Observations again = jj::io::read_observations_json(first);
  CHECK(jj::io::write_observations_json(again) == first);
  return again;
}

inline jj::Observations reloaded_csv(const jj::Observations& observations) {
  const std::string first = jj::io::write_observations_csv(observations);
  const jj::Observations again = jj::io::read_observations_csv(first);
  CHECK(jj::io::write_observations_csv(again) == first);
  return again;
}

inline jj::Plan reloaded_jjx(const jj::Plan& plan) {
  const std::string first = jj::io::write_plan_jjx(plan);
  const jj::Plan again = jj::io::read_plan_jjx(first);
  CHECK(jj::io::write_plan_jjx(again) == first);
  return again;
}

inline jj::Observations reloaded_jjx(const jj::Observations& observations) {
  const std::string first = jj::io::write_observations_jjx(observations);
  const jj::Observations again = jj::io::read_observations_jjx(first);
  CHECK(jj::io::write_observations_jjx(again) == first);
  return again;
}
