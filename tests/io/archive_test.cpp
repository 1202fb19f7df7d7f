// SPDX-License-Identifier: BSL-1.0

// Plans, observations, evaluations and policies in archives of Boost.Serialization.

#include <limits>

#include <boost/serialization/map.hpp>
#include <boost/serialization/optional.hpp>

#include "io/archived.hpp"
#include "io/documents.hpp"
#include "io/random_document.hpp"

namespace {

/// The value as it comes back; its second save must equal its first to the byte.
template <class Format, class Value>
Value again(const Value& value) {
  const std::string first = archived<Format>(value);
  Value back = loaded<Value, Format>(first);
  CHECK(archived<Format>(back) == first);
  return back;
}

/// What an archive of a newer version of the class says when it is loaded.
template <class Value>
std::string newer_version_of(const Value& value) {
  std::string bytes = archived<Xml>(value);
  const std::string version = "version=\"1\"";
  bytes.replace(bytes.find(version, bytes.find("<value")), version.size(), "version=\"9\"");
  return refusal([&] { static_cast<void>(loaded<Value, Xml>(bytes)); });
}

/// What a message says of a text archive in which one part was replaced.
std::string changed(const jj::Plan& plan, std::string_view part, std::string_view other) {
  std::string bytes = archived<Text>(plan);
  const std::size_t at = bytes.find(part);
  REQUIRE(at != std::string::npos);
  bytes.replace(at, part.size(), other);
  return refusal([&] { static_cast<void>(loaded<jj::Plan, Text>(bytes)); });
}

jj::PlanBuilder draft() { return {"p", {2024y / 1 / 1, 2024y / 12 / 31}}; }

jj::Evaluation full_evaluation() {
  return jj::evaluate(full_plan(), random_observations(1, 30).add("base", 2024y / 6 / 30, 1.5),
                      2024y / 8 / 1,
                      {.policy = jj::Policy{1.3, 1, 0.5, 0.125, jj::Missing::expected, 7},
                       .known_by = 2024y / 7 / 1,
                       .basis = "可比",
                       .ignore_unknown = true});
}

}  // namespace

/// A structure of somebody else's that holds ours among things of its own.
struct Office {
  std::string name;
  std::vector<jj::Plan> plans;
  std::map<std::string, jj::Observations> seen;
  boost::optional<jj::Evaluation> last;
  jj::Policy policy;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& BOOST_SERIALIZATION_NVP(name);
    archive& BOOST_SERIALIZATION_NVP(plans);
    archive& BOOST_SERIALIZATION_NVP(seen);
    archive& BOOST_SERIALIZATION_NVP(last);
    archive& BOOST_SERIALIZATION_NVP(policy);
  }
};

TEMPLATE_TEST_CASE("a plan with every field comes back equal", "", Text, Binary, Xml) {
  CHECK(again<TestType>(full_plan()) == full_plan());
}

TEMPLATE_TEST_CASE("random plans come back equal", "", Text, Binary, Xml) {
  for (std::uint32_t seed = 1; seed <= 30; ++seed) {
    const jj::Plan plan = random_plan(seed, 60);
    CHECK(again<TestType>(plan) == plan);
  }
}

TEMPLATE_TEST_CASE("random observations come back equal", "", Text, Binary, Xml) {
  jj::Observations seen = random_observations(3, 500);
  seen.extensions({{"x-k", "{\"a\": [1, null]}"}});
  CHECK(again<TestType>(seen) == seen);
  CHECK(again<TestType>(jj::Observations{}) == jj::Observations{});
}

TEMPLATE_TEST_CASE("an evaluation comes back equal with its plan and its readings", "", Text,
                   Binary, Xml) {
  const jj::Evaluation now = full_evaluation();
  const jj::Evaluation back = again<TestType>(now);
  CHECK(back == now);
  CHECK(back.plan() == now.plan());
  CHECK(back.observations() == now.observations());
  CHECK(back.policy() == now.policy());
  CHECK(back.known_by() == now.known_by());
  CHECK(back.basis() == "可比");
}

TEMPLATE_TEST_CASE("a policy comes back equal", "", Text, Binary, Xml) {
  const jj::Policy policy{1.2, 0.9, 0.1, 1.0 / 3, jj::Missing::zero, 1};
  CHECK(again<TestType>(policy) == policy);
}

TEMPLATE_TEST_CASE("a plan without nodes comes back equal", "", Text, Binary, Xml) {
  CHECK(again<TestType>(draft().build()) == draft().build());
}

// They are written, but plan_of() asks for the id that they have not.
TEMPLATE_TEST_CASE("values that nobody has filled in come back as they are", "", Text, Binary,
                   Xml) {
  CHECK(again<TestType>(jj::Plan{}) == jj::Plan{});
  CHECK(again<TestType>(jj::Evaluation{}) == jj::Evaluation{});
}

TEMPLATE_TEST_CASE("control characters, 汉字, escapes and marks of XML come back as they are", "",
                   Text, Binary, Xml) {
  const std::string text = "\x01\t\n\r\x1f\x7f 晋江😀 \\01 \\ ]]> <a b=\"&amp;\"> \\5c ";
  const jj::Plan plan = draft()
                            .title(text)
                            .issuer(text)
                            .goal("晋江 <&\\>", text, {.owner = text, .tags = {text, ""}})
                            .task("t", "", {.note = text})
                            .build();
  const jj::Plan back = again<TestType>(plan);
  CHECK(back == plan);
  CHECK(back.title() == text);
  CHECK(back["t"].note() == text);
}

TEMPLATE_TEST_CASE("the least, the largest and negative numbers come back to the bit", "", Text,
                   Binary, Xml) {
  using Limits = std::numeric_limits<double>;
  const auto seen = jj::Observations{}
                        .add("a", 2024y / 1 / 1, Limits::max())
                        .add("b", 1y / 1 / 1, Limits::denorm_min())
                        .add("c", 9999y / 12 / 31, -0.0)
                        .add("d", 2024y / 1 / 1, -0.1);
  const jj::Observations back = again<TestType>(seen);
  CHECK(back == seen);
  CHECK(std::signbit(back[2].value));
}

TEMPLATE_TEST_CASE("more tags without a letter than any record needs bytes come back", "", Text,
                   Binary, Xml) {
  const jj::Plan plan = draft().goal("g", "", {.tags = std::vector<std::string>(1000)}).build();
  CHECK(again<TestType>(plan) == plan);
}

TEMPLATE_TEST_CASE("a structure of one's own holds plans among other things", "", Text, Binary,
                   Xml) {
  const Office office{.name = "晋江 <office>",
                      .plans = {full_plan(), random_plan(5, 20), draft().build()},
                      .seen = {{"a", random_observations(1, 9)}, {"b", {}}},
                      .last = full_evaluation(),
                      .policy = {1.5, 1, 0.5, 0, jj::Missing::zero, 30}};
  const Office back = again<TestType>(office);
  CHECK(back.name == office.name);
  CHECK(back.plans == office.plans);
  CHECK(back.seen == office.seen);
  CHECK(*back.last == *office.last);
  CHECK(back.policy == office.policy);
}

TEMPLATE_TEST_CASE("what follows a plan in an archive is read", "", Text, Binary, Xml) {
  std::ostringstream out;
  {
    typename TestType::Out archive(out);
    const int number = 42;
    const jj::Plan plan = full_plan();
    archive << boost::serialization::make_nvp("plan", plan)
            << boost::serialization::make_nvp("number", number);
  }
  std::istringstream in(out.str());
  typename TestType::In archive(in);
  int number = 0;
  jj::Plan plan;
  archive >> boost::serialization::make_nvp("plan", plan) >>
      boost::serialization::make_nvp("number", number);
  CHECK(plan == full_plan());
  CHECK(number == 42);
}

TEST_CASE("a newer version of a class is refused with both versions") {
  CHECK(newer_version_of(full_plan()) ==
        "the archive holds version 9 of plan; this library reads up to version 1: use a newer one");
  CHECK(newer_version_of(random_observations(1, 3)) ==
        "the archive holds version 9 of observations; this library reads up to version 1: use a "
        "newer one");
  CHECK(newer_version_of(full_evaluation()) ==
        "the archive holds version 9 of evaluation; this library reads up to version 1: use a "
        "newer one");
  CHECK(newer_version_of(jj::Policy{}) ==
        "the archive holds version 9 of policy; this library reads up to version 1: use a newer "
        "one");
}

TEST_CASE("an archive that contradicts itself is refused like a draft") {
  const jj::Plan plan = draft().title("abcdefgh").goal("gg", "T").build();
  CHECK(changed(plan, "abcdefgh", "abcdef\\0") ==
        "the archive is damaged: an escape is not complete");
  CHECK(changed(plan, "abcdefgh", "abcde\\fz") ==
        "the archive is damaged: an escape is not complete");
  CHECK(changed(plan, "ggT", "\\07") ==
        "the archive contradicts itself: nodes: their texts are cut short");
}

TEST_CASE("a refused archive leaves the plan as it was") {
  std::string bytes = archived<Text>(draft().title("abcdefgh").build());
  bytes.replace(bytes.find("abcdefgh"), 8, "abcdefg\\");
  std::istringstream in(bytes);
  boost::archive::text_iarchive archive(in);
  jj::Plan plan = full_plan();
  CHECK_THROWS_AS(archive >> plan, jj::FormatError);
  CHECK(plan == full_plan());
}
