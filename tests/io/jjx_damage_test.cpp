// SPDX-License-Identifier: BSL-1.0

// Damaged and hostile .jjx archives. Damage is always noticed. Whoever makes the checksum fit gets
// an error of the library or a value like any other, which keeps in every format.

#include "io/documents.hpp"
#include "io/jjx_mutation.hpp"
#include "support/random_case.hpp"

namespace {

const std::string plan_archive = jj::io::write_plan_jjx(full_plan());
const std::string readings_archive = jj::io::write_observations_jjx(random_observations(1, 15));
const std::string evaluation_archive = jj::io::write_evaluation_jjx(
    jj::evaluate(full_plan(), jj::Observations{}.add("base", 2024y / 6 / 30, 1), 2024y / 8 / 1));

bool is_read(const std::string& bytes) {
  try {
    static_cast<void>(jj::io::kind_of_jjx(bytes));
    return true;
  } catch (const jj::FormatError&) {
    return false;
  }
}

std::string unnoticed_truncation(const std::string& archive) {
  for (std::size_t size = 0; size < archive.size(); ++size) {
    if (is_read(archive.substr(0, size))) return "truncated to " + std::to_string(size);
  }
  return {};
}

std::string unnoticed_flip(const std::string& archive) {
  std::string damaged = archive;
  for (std::size_t bit = 0; bit < 8 * archive.size(); ++bit) {
    char& byte = damaged[bit / 8];
    byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << bit % 8));
    if (is_read(damaged)) return "bit " + std::to_string(bit);
    byte = archive[bit / 8];
  }
  return {};
}

/// Whether JSON would spell it otherwise: it has no room for spaces around a value of one's own.
bool is_spaced(const jj::Extension& extension) {
  constexpr std::string_view spaces = " \t\r\n";
  const std::string& json = extension.second;
  return !json.empty() && (spaces.find(json.front()) != std::string_view::npos ||
                           spaces.find(json.back()) != std::string_view::npos);
}

bool is_spelt_otherwise_in_json(const jj::Plan& plan) {
  bool is_other = std::ranges::any_of(plan.extensions(), is_spaced);
  for (const jj::Node node : plan.nodes()) {
    is_other = is_other || std::ranges::any_of(node.extensions(), is_spaced);
  }
  return is_other;
}

/// What is wrong with a value that came from a mutated archive: it must keep in both formats.
std::string spoilt(const jj::Plan& plan) {
  if (jj::io::read_plan_jjx(jj::io::write_plan_jjx(plan)) != plan) return "not kept by .jjx";
  const jj::Plan again = jj::io::read_plan_json(jj::io::write_plan_json(plan));
  if (again != plan && !is_spelt_otherwise_in_json(plan)) return "not kept by JSON";
  return {};
}
std::string spoilt(const jj::Observations& seen, const jj::UnitTable& units) {
  if (!(jj::io::read_observations_jjx(jj::io::write_observations_jjx(seen)) == seen))
    return "not kept by .jjx";
  if (!(jj::io::read_observations_json(jj::io::write_observations_json(seen), {}, units) == seen))
    return "not kept by JSON";
  return {};
}

std::string reload_plan(const std::string& bytes) { return spoilt(jj::io::read_plan_jjx(bytes)); }
std::string reload_readings(const std::string& bytes) {
  const jj::Observations seen = jj::io::read_observations_jjx(bytes);
  // JSON names units by symbols, which are another's when they were mutated.
  jj::UnitTable units = jj::UnitTable::standard();
  for (std::size_t i = 0; i < seen.size(); ++i) {
    const jj::Unit unit = seen[i].options.unit;
    const auto known = units.find(unit.symbol());
    if (!unit.is_none() && (!known || !(*known == unit))) return {};
  }
  return spoilt(seen, units);
}
std::string reload_evaluation(const std::string& bytes) {
  const jj::Evaluation now = jj::io::read_evaluation_jjx(bytes);
  if (!(jj::io::read_evaluation_jjx(jj::io::write_evaluation_jjx(now)) == now))
    return "not kept by .jjx";
  return spoilt(now.plan());
}

struct Outcome {
  std::string complaint;
  std::uint32_t accepted = 0;
};

/// What comes of so many mutations of an archive.
template <class Reload>
Outcome after_mutations(std::uint32_t count, const std::string& archive, const Reload& reload) {
  Outcome outcome;
  for (std::uint32_t seed = 0; seed < count && outcome.complaint.empty(); ++seed) {
    Chance chance(seed);
    const std::string bytes = mutated(archive, chance);
    bool is_accepted = false;
    try {
      const std::string found = reload(bytes);
      is_accepted = true;
      if (!found.empty()) outcome.complaint = "seed " + std::to_string(seed) + ": " + found;
    } catch (const jj::FormatError&) {
    } catch (const jj::PlanError&) {
    } catch (const jj::ObservationError&) {
    } catch (const std::exception& error) {
      outcome.complaint = "seed " + std::to_string(seed) + ": another error: " + error.what();
    }
    outcome.accepted += is_accepted ? 1 : 0;
  }
  return outcome;
}

}  // namespace

TEST_CASE("an archive that is cut short anywhere is noticed") {
  CHECK(unnoticed_truncation(plan_archive) == "");
  CHECK(unnoticed_truncation(readings_archive) == "");
  CHECK(unnoticed_truncation(evaluation_archive) == "");
}

TEST_CASE("an archive with any bit flipped is noticed") {
  CHECK(unnoticed_flip(plan_archive) == "");
  CHECK(unnoticed_flip(readings_archive) == "");
  CHECK(unnoticed_flip(evaluation_archive) == "");
}

TEST_CASE("a duration in an archive gives the date that is not there") {
  const auto plan_of = [](std::optional<jj::Date> start) {
    return jj::PlanBuilder("p", {2024y / 1 / 1, 2024y / 12 / 31})
        .task("t", "", {.start = start, .due = 2024y / 3 / 31, .duration = 31})
        .build();
  };
  const jj::Plan plan = plan_of(2024y / 3 / 1);
  std::string tables(tables_in(jj::io::write_plan_jjx(plan)));
  const std::string start("\x47\x4D\0\0", 4);  // 2024-03-01, 19783 days after 1970-01-01
  const std::string bytes = jj::io::write_plan_jjx(plan);
  REQUIRE(tables.find(start) != std::string::npos);
  tables.replace(tables.find(start), 4, std::string("\0\0\0\x80", 4));
  const std::string by_due = with_tables(bytes, tables);
  CHECK(by_due == jj::io::write_plan_jjx(plan_of({})));
  CHECK(jj::io::read_plan_jjx(by_due) == plan_of({}));
  CHECK(jj::io::read_plan_jjx(bytes) == plan);
}

TEST_CASE("an attacked plan is refused, or keeps like any other plan") {
  const Outcome full = after_mutations(60'000, plan_archive, reload_plan);
  CHECK(full.complaint == "");
  CHECK(full.accepted > 1000);  // or the attack ended at the door
  const std::string random = jj::io::write_plan_jjx(plain::plan_of(RandomPlan(7).make()));
  CHECK(after_mutations(10'000, random, reload_plan).complaint == "");
}

TEST_CASE("attacked observations are refused, or keep like any others") {
  const Outcome outcome = after_mutations(20'000, readings_archive, reload_readings);
  CHECK(outcome.complaint == "");
  CHECK(outcome.accepted > 1000);
}

TEST_CASE("an attacked evaluation is refused, or keeps like any other") {
  const Outcome outcome = after_mutations(10'000, evaluation_archive, reload_evaluation);
  CHECK(outcome.complaint == "");
  CHECK(outcome.accepted > 100);
}
