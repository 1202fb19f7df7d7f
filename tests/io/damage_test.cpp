// SPDX-License-Identifier: BSL-1.0

// Damaged documents: every truncation and every flipped bit. A reader refuses them with an error of
// the library, or reads a value that can be written and read back.

#include "io/documents.hpp"
#include "io/random_document.hpp"

namespace {

/// What is wrong with how a call deals with a text; empty when it refuses it or reads a value that
/// keeps.
template <class Reload>
std::string complaint(const std::string& text, const Reload& reload) {
  try {
    return reload(text);
  } catch (const jj::Error&) {
    return {};
  } catch (const std::exception& error) {
    return std::string("another exception: ") + error.what();
  }
}

template <class Reload>
std::string after_truncation(const std::string& text, const Reload& reload) {
  for (std::size_t size = 0; size < text.size(); ++size) {
    const std::string found = complaint(text.substr(0, size), reload);
    if (!found.empty()) return "truncated to " + std::to_string(size) + " bytes: " + found;
  }
  return {};
}

template <class Reload>
std::string after_flips(const std::string& text, const Reload& reload) {
  std::string damaged = text;
  for (std::size_t bit = 0; bit < 8 * text.size(); ++bit) {
    const std::size_t at = bit / 8;
    damaged[at] = static_cast<char>(static_cast<unsigned char>(text[at]) ^ (1U << bit % 8));
    const std::string found = complaint(damaged, reload);
    if (!found.empty())
      return "bit " + std::to_string(bit % 8) + " of byte " + std::to_string(at) + ": " + found;
    damaged[at] = text[at];
  }
  return {};
}

/// Saves and loads a value that came from a damaged text. What the library wrote itself, it must
/// read.
template <class Value, class Write, class Read>
std::string keeps(const Value& value, const Write& write, const Read& read) {
  const std::string first = write(value);
  try {
    const Value again = read(first);
    if (!(again == value)) return "does not come back equal: " + first;
    return write(again) == first ? std::string() : "is not written the same again: " + first;
  } catch (const std::exception& error) {
    return "is written but not read: " + std::string(error.what());
  }
}

std::string reload_plan(const std::string& text) {
  const auto read = [](const std::string& json) { return jj::io::read_plan_json(json); };
  return keeps(read(text), jj::io::write_plan_json, read);
}
std::string reload_readings(const std::string& text) {
  const auto read = [](const std::string& json) { return jj::io::read_observations_json(json); };
  return keeps(read(text), jj::io::write_observations_json, read);
}
std::string reload_table(const std::string& text) {
  const auto read = [](const std::string& csv) { return jj::io::read_observations_csv(csv); };
  return keeps(read(text), jj::io::write_observations_csv, read);
}
std::string reload_evaluation(const std::string& text) {
  static_cast<void>(jj::io::read_evaluation_json(text, full_plan()));
  return {};
}

// A table as spreadsheets write it, without what CSV cannot keep (see csv_test.cpp).
const std::string table =
    "\xEF\xBB\xBF编号,日期,数值,单位,阶段,口径,获知日期,计法,来源,备注\r\n"
    "land.reuse,2024-03-31,1600,亩,初步,,2024-04-15,累计,\"公报, 第一号\",\r\n"
    "land.reuse,2024-06-30,3500.5,亩,最终,可比,,当期,\"说\"\"是\"\"\",\"一\n二\"\r\n"
    "power,2024-06-30,+0.5,,,,,,,\r\n"
    "rate,2024-06-30,-1.25e-3,%,预计,名义,2024-07-20,,a;b\tc,'\r\n";

const std::string evaluation = jj::io::write_evaluation_json(
    jj::evaluate(full_plan(), jj::Observations{}.add("base", 2024y / 6 / 30, 1), 2024y / 8 / 1));

}  // namespace

TEST_CASE("a truncated plan is refused or keeps") {
  CHECK(after_truncation(jj::io::write_plan_json(full_plan()), reload_plan) == "");
}

TEST_CASE("truncated observations are refused or keep") {
  CHECK(after_truncation(jj::io::write_observations_json(random_observations(1, 15)),
                         reload_readings) == "");
}

TEST_CASE("a truncated table is refused or keeps") {
  CHECK(after_truncation(table, reload_table) == "");
}

TEST_CASE("a truncated evaluation is refused") {
  CHECK(after_truncation(evaluation, reload_evaluation) == "");
}

TEST_CASE("a plan with a flipped bit is refused or keeps") {
  CHECK(after_flips(jj::io::write_plan_json(full_plan()), reload_plan) == "");
}

TEST_CASE("observations with a flipped bit are refused or keep") {
  CHECK(after_flips(jj::io::write_observations_json(random_observations(1, 15)), reload_readings) ==
        "");
}

TEST_CASE("a table with a flipped bit is refused or keeps") {
  CHECK(after_flips(table, reload_table) == "");
}

TEST_CASE("an evaluation with a flipped bit is refused or evaluates") {
  CHECK(after_flips(evaluation, reload_evaluation) == "");
}
