// SPDX-License-Identifier: BSL-1.0

// .jjx archives: what comes back, and what the readers say when they refuse one.

#include "io/documents.hpp"
#include "io/jjx_bytes.hpp"
#include "io/random_document.hpp"
#include "support/random_case.hpp"

namespace {

jj::PlanBuilder draft() { return {"p", {2024y / 1 / 1, 2024y / 12 / 31}}; }

std::string plan_refusal_of(std::string_view bytes, jj::io::ReadOptions options = {}) {
  options.file = "plan.jjx";
  return refusal([&] { static_cast<void>(jj::io::read_plan_jjx(bytes, options)); });
}
std::string readings_refusal_of(std::string_view bytes, jj::io::ReadOptions options = {}) {
  options.file = "o.jjx";
  return refusal([&] { static_cast<void>(jj::io::read_observations_jjx(bytes, options)); });
}
std::string evaluation_refusal_of(std::string_view bytes, jj::io::ReadOptions options = {}) {
  options.file = "e.jjx";
  return refusal([&] { static_cast<void>(jj::io::read_evaluation_jjx(bytes, options)); });
}

jj::Evaluation full_evaluation() {
  return jj::evaluate(full_plan(), random_observations(1, 30).add("base", 2024y / 6 / 30, 1.5),
                      2024y / 8 / 1,
                      {.policy = jj::Policy{1.3, 1, 0.5, 0.125, jj::Missing::expected, 7},
                       .known_by = 2024y / 7 / 1,
                       .basis = "可比",
                       .ignore_unknown = true});
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

/// The archive with the first such bytes of its tables replaced, and the envelope made to fit.
std::string changed(std::string_view archive, std::string_view from, std::string_view to) {
  std::string tables(tables_in(archive));
  const std::size_t at = tables.find(from);
  REQUIRE(at != std::string::npos);
  tables.replace(at, from.size(), to);
  return with_tables(archive, tables);
}

const std::string plan_archive = jj::io::write_plan_jjx(full_plan());
const std::string readings_archive = jj::io::write_observations_jjx(random_observations(1, 9));
const std::string evaluation_archive = jj::io::write_evaluation_jjx(full_evaluation());

}  // namespace

TEST_CASE("a plan with every field comes back from .jjx equal, with the same JSON") {
  const jj::Plan plan = reloaded_jjx(full_plan());
  CHECK(plan == full_plan());
  CHECK(jj::io::write_plan_json(plan) == jj::io::write_plan_json(full_plan()));
}

TEST_CASE("a plan that came through JSON gives the bytes of .jjx that it gave before") {
  CHECK(jj::io::write_plan_jjx(jj::io::read_plan_json(jj::io::write_plan_json(full_plan()))) ==
        plan_archive);
}

TEST_CASE("observations come back from .jjx equal, none as well") {
  jj::Observations seen = random_observations(3, 500);
  seen.extensions({{"x-k", "{\"a\": [1, null]}"}});
  CHECK(reloaded_jjx(seen) == seen);
  CHECK(reloaded_jjx(jj::Observations{}) == jj::Observations{});
}

TEST_CASE("an evaluation comes back from .jjx equal with its plan and its readings") {
  const jj::Evaluation now = full_evaluation();
  const jj::Evaluation back = jj::io::read_evaluation_jjx(evaluation_archive);
  CHECK(back == now);
  CHECK(back.plan() == now.plan());
  CHECK(back.observations() == now.observations());
  CHECK(back.policy() == now.policy());
  CHECK(back.as_of() == 2024y / 8 / 1);
  CHECK(back.known_by() == now.known_by());
  CHECK(back.basis() == "可比");
  CHECK(jj::io::write_evaluation_jjx(back) == evaluation_archive);
}

TEST_CASE("evaluations of random plans come back from .jjx equal") {
  for (unsigned seed = 1; seed <= 300; ++seed) {
    const jj::Evaluation now = RandomCase(seed).evaluate();
    const std::string first = jj::io::write_evaluation_jjx(now);
    const jj::Evaluation back = jj::io::read_evaluation_jjx(first);
    INFO("seed " << seed);
    REQUIRE(back == now);
    REQUIRE(jj::io::write_evaluation_jjx(back) == first);
  }
}

TEST_CASE("a plan without nodes comes back from .jjx equal") {
  CHECK(reloaded_jjx(draft().build()) == draft().build());
}

TEST_CASE("equal plans whose links were added in another order give equal bytes") {
  const auto nodes = [](jj::PlanBuilder plan, const jj::NodeOptions& options) {
    plan.goal("a", "甲").goal("b", "乙").task("t", "丙", options).task("u", "丁");
    return plan;
  };
  const jj::Plan at_once =
      nodes(draft(), {.part_of = {{"a", 2}, {"b"}}, .depends_on = {{"u"}}}).build();
  const jj::Plan later =
      nodes(draft(), {}).depends_on("t", {"u"}).part_of("t", {"a", 2}).part_of("t", {"b"}).build();
  CHECK(at_once == later);
  CHECK(jj::io::write_plan_jjx(at_once) == jj::io::write_plan_jjx(later));
}

TEST_CASE("a plan that was edited gives the bytes of one that was written so") {
  jj::PlanBuilder edit(draft().goal("gone", "").goal("a", "甲", {.owner = "局"}).build());
  const jj::Plan edited = edit.remove("gone").task("t", "丙", {.owner = "处"}).build();
  const jj::Plan written =
      draft().goal("a", "甲", {.owner = "局"}).task("t", "丙", {.owner = "处"}).build();
  CHECK(edited == written);
  CHECK(jj::io::write_plan_jjx(edited) == jj::io::write_plan_jjx(written));
}

TEST_CASE("a number that a rule has no use for makes no other plan") {
  const auto with_rule = [](jj::Rule rule) {
    return draft().goal("g", "", {.rule = rule}).build();
  };
  for (const auto kind : {jj::RuleKind::mean, jj::RuleKind::worst, jj::RuleKind::all}) {
    const jj::Plan plan = with_rule({kind, 7});
    CHECK(plan == with_rule({kind}));
    CHECK(reloaded(plan) == plan);
    CHECK(jj::io::write_plan_jjx(plan) == jj::io::write_plan_jjx(with_rule({kind})));
  }
  CHECK(with_rule({jj::RuleKind::at_least, 1}) != with_rule({jj::RuleKind::at_least, 2}));
}

TEST_CASE("many tags without a letter come back from .jjx") {
  for (const std::size_t count : {1U, 16U, 17U, 1000U}) {
    const jj::Plan plan = draft().goal("g", "", {.tags = std::vector<std::string>(count)}).build();
    INFO(count << " tags");
    CHECK(refusal([&] { CHECK(reloaded_jjx(plan) == plan); }) == "(accepted)");
  }
}

TEST_CASE("many goals with a rule of their own come back from .jjx") {
  jj::PlanBuilder many = draft();
  for (int i = 0; i < 1000; ++i)
    many.goal("g" + std::to_string(i), "", {.rule = {jj::RuleKind::worst}});
  const jj::Plan plan = many.build();
  CHECK(refusal([&] { CHECK(reloaded_jjx(plan) == plan); }) == "(accepted)");
}

TEST_CASE("an archive says what it holds") {
  CHECK(jj::io::kind_of_jjx(plan_archive) == jj::io::JjxKind::plan);
  CHECK(jj::io::kind_of_jjx(readings_archive) == jj::io::JjxKind::observations);
  CHECK(jj::io::kind_of_jjx(evaluation_archive) == jj::io::JjxKind::evaluation);
}

TEST_CASE("an archive of another kind is refused with both kinds") {
  CHECK(plan_refusal_of(readings_archive) ==
        "plan.jjx: expected a plan, the archive holds observations; read them with "
        "read_observations");
  CHECK(plan_refusal_of(evaluation_archive) ==
        "plan.jjx: expected a plan, the archive holds an evaluation; load it with load_evaluation");
  CHECK(readings_refusal_of(plan_archive) ==
        "o.jjx: expected observations, the archive holds a plan; load it as a plan");
  CHECK(evaluation_refusal_of(readings_archive) ==
        "e.jjx: expected an evaluation, the archive holds observations; read them with "
        "read_observations");
}

TEST_CASE("an archive of an unknown kind is refused with its number") {
  CHECK(plan_refusal_of(with_kind(plan_archive, 3)) ==
        "plan.jjx: the archive holds something unknown (kind 3)");
}

TEST_CASE("an archive of a newer version is refused with both versions") {
  const std::string refused =
      "plan.jjx: this is version 2 of the .jjx format; this library reads up to version 1: use a "
      "newer one";
  CHECK(plan_refusal_of(with_version(plan_archive, 2)) == refused);
  CHECK(refusal([&] {
          static_cast<void>(
              jj::io::kind_of_jjx(with_version(plan_archive, 2), {.file = "plan.jjx"}));
        }) == refused);
}

TEST_CASE("an archive of version 0 is refused as damaged, not as one of a newer library") {
  CHECK(plan_refusal_of(with_version(plan_archive, 0)) ==
        "plan.jjx: the archive is damaged: there is no version 0 of the format");
}

TEST_CASE("an archive that went through a transfer in text mode is refused with advice") {
  const std::string advice =
      "plan.jjx: the archive is damaged: its first bytes were changed, as by a transfer in text "
      "mode; fetch it again in binary mode";
  CHECK(plan_refusal_of(replaced(plan_archive, "\r\n", "\n")) == advice);
  CHECK(plan_refusal_of(replaced(plan_archive, "\n", "\r\n")) == advice);
  std::string seven_bits = plan_archive;
  for (char& c : seven_bits) c = static_cast<char>(c & 0x7F);
  CHECK(plan_refusal_of(seven_bits) == advice);
}

TEST_CASE("bytes that are no archive are refused") {
  const std::string refused = "plan.jjx: not a .jjx archive: it does not begin like one";
  CHECK(plan_refusal_of("") == "plan.jjx: not a .jjx archive: there is nothing in it");
  CHECK(plan_refusal_of("{}") == refused);
  CHECK(plan_refusal_of(std::string(100, '\0')) == refused);
}

TEST_CASE("an archive that is cut short is refused with what is missing") {
  CHECK(plan_refusal_of(plan_archive.substr(0, 31)) ==
        "plan.jjx: the archive is cut short: it ends in its envelope");
  const std::string all = std::to_string(plan_archive.size() - 32);
  CHECK(plan_refusal_of(plan_archive.substr(0, 132)) ==
        "plan.jjx: the archive is cut short: " + all +
            " bytes of tables were written, 100 are here; fetch it again");
}

TEST_CASE("bytes after the end of an archive are refused") {
  CHECK(plan_refusal_of(plan_archive + '\0') ==
        "plan.jjx: the archive is damaged: there are bytes after its end");
  CHECK(plan_refusal_of(with_tables(plan_archive, std::string(tables_in(plan_archive)) + '\0')) ==
        "plan.jjx: the archive is damaged: there are bytes after its end");
}

TEST_CASE("a changed byte of the tables is refused by the checksum") {
  std::string damaged = plan_archive;
  damaged.back() ^= 1;
  CHECK(plan_refusal_of(damaged) ==
        "plan.jjx: the archive is damaged: its checksum is another; fetch it again");
}

TEST_CASE("an archive with more bytes, nodes or readings than are allowed is refused") {
  CHECK(holds(plan_refusal_of(plan_archive, {.most_bytes = 100}), "bytes, at most 100 are read"));
  CHECK(plan_refusal_of(plan_archive, {.most_nodes = 3}) ==
        "plan.jjx: there are more than 3 nodes");
  CHECK(readings_refusal_of(readings_archive, {.most_nodes = 8}) ==
        "o.jjx: there are more than 8 readings");
  CHECK(evaluation_refusal_of(evaluation_archive, {.most_nodes = 3}) ==
        "e.jjx: there are more than 3 nodes");
}

TEST_CASE("tables that contradict each other are refused with the file and the table") {
  const std::string archive =
      jj::io::write_plan_jjx(draft().goal("gg", "T").goal("hh", "T").build());
  CHECK(plan_refusal_of(changed(archive, "ggThhT", "ggThhTT")).starts_with("plan.jjx: "));
  // The id of the first node is one byte shorter than it was.
  CHECK(plan_refusal_of(changed(archive, std::string("\2\0\0\0\2\0\0\0", 8),
                                std::string("\1\0\0\0\2\0\0\0", 8))) ==
        "plan.jjx: the archive contradicts itself: nodes: their texts are longer than their sizes "
        "say");
}

TEST_CASE("a plan in an archive is checked like a draft, and the file is named") {
  const std::string archive =
      jj::io::write_plan_jjx(draft().goal("gg", "T").goal("hh", "T").build());
  const std::string refused = plan_refusal_of(changed(archive, "ggThhT", "ggTggT"));
  CHECK(holds(refused, "the id is already that of goal gg \"T\""));
  CHECK(holds(refused, "plan.jjx"));
  CHECK(holds(plan_refusal_of(changed(archive, "ggThhT",
                                      "ggTh\xff"
                                      "T")),
              "is not UTF-8"));
}

TEST_CASE("readings in an archive that contradict each other are refused, and the file is named") {
  const std::string archive = jj::io::write_observations_jjx(
      jj::Observations{}.add("a", 2024y / 1 / 1, 1).add("b", 2024y / 1 / 1, 2));
  const std::string refused = readings_refusal_of(
      changed(archive, std::string("\0\0\0\0\1\0\0\0", 8), std::string(8, '\0')));
  CHECK(holds(refused, "o.jjx"));
  CHECK_FALSE(refused == "(accepted)");
}
