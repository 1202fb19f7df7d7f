// SPDX-License-Identifier: BSL-1.0

// Ten thousand random plans through every format and back: they are equal, and are written to the
// same bytes again.

#include "io/archived.hpp"
#include "io/documents.hpp"
#include "io/random_document.hpp"
#include "support/random_case.hpp"

namespace {

// Half of them from each of two makers: one is rich in texts, the other in figures.
constexpr std::uint32_t many = 10'000;
// Text and XML take twenty times as long and share every line that decides with the others.
constexpr std::uint32_t some = 500;

jj::Plan plan_number(std::uint32_t i) {
  return i % 2 == 0 ? random_plan(i, i / 2 % 24) : plain::plan_of(RandomPlan(i).make());
}

/// How a format writes a value and reads it.
template <class Value>
struct Format {
  const char* name;
  std::string (*write)(const Value& value);
  Value (*read)(const std::string& bytes);
};

/// What does not come back as it was, empty when everything does.
template <class Value>
std::string spoilt(const Value& value, const Format<Value>& format) {
  const std::string first = format.write(value);
  try {
    const Value again = format.read(first);
    if (!(again == value)) return "it comes back as another: " + first;
    if (format.write(again) != first) return "it is not written the same again: " + first;
    return {};
  } catch (const std::exception& error) {
    return "it is written but not read: " + std::string(error.what());
  }
}

template <class Value, class Make>
std::string first_spoilt(std::uint32_t count, const Make& make,
                         const std::vector<Format<Value>>& formats) {
  for (std::uint32_t i = 0; i < count; ++i) {
    const Value value = make(i);
    for (const Format<Value>& format : formats) {
      const std::string found = spoilt(value, format);
      if (!found.empty()) return std::to_string(i) + " as " + format.name + ": " + found;
    }
  }
  return {};
}

jj::Observations observations_number(std::uint32_t i) { return random_observations(i, i % 12); }

jj::Plan plan_of_bytes(const std::string& bytes) { return jj::io::read_plan(bytes); }
jj::Observations observations_of_bytes(const std::string& bytes) {
  return jj::io::read_observations(bytes);
}

}  // namespace

TEST_CASE("10,000 random plans go through JSON, .jjx and binary archives and back") {
  CHECK(first_spoilt<jj::Plan>(many, plan_number,
                               {{"JSON", jj::io::write_plan_json, plan_of_bytes},
                                {".jjx", jj::io::write_plan_jjx, plan_of_bytes},
                                {"binary", archived<Binary>, loaded<jj::Plan, Binary>}}) == "");
}

TEST_CASE("500 random plans go through archives of text and of XML and back") {
  CHECK(first_spoilt<jj::Plan>(some, plan_number,
                               {{"text", archived<Text>, loaded<jj::Plan, Text>},
                                {"XML", archived<Xml>, loaded<jj::Plan, Xml>}}) == "");
}

TEST_CASE("10,000 random observations go through JSON, .jjx and binary archives and back") {
  CHECK(first_spoilt<jj::Observations>(
            many, observations_number,
            {{"JSON", jj::io::write_observations_json, observations_of_bytes},
             {".jjx", jj::io::write_observations_jjx, observations_of_bytes},
             {"binary", archived<Binary>, loaded<jj::Observations, Binary>}}) == "");
}
