// SPDX-License-Identifier: BSL-1.0

#include <jinjiang/model/target.hpp>

#include <limits>

#include "support/text.hpp"

using jj::Comparator;
using jj::ComparisonBase;
using jj::Direction;
using jj::Measure;
using jj::ProfileKind;
using jj::Target;

namespace {

jj::Unit unit(const char* symbol) { return jj::UnitTable::standard().at(symbol); }
template <class Make>
std::string refusal(const Make& make) {
  return message_of<jj::TargetError>([&] { (void)make(); });
}
ProfileKind profile_of(const Target& target) { return target.profile().kind(); }

}  // namespace

TEST_CASE("a target without a measure is a share in %, a change in 百分点, otherwise a level") {
  CHECK(jj::reach(5, "%").measure() == Measure::share);
  CHECK(jj::reach(5, "‰").measure() == Measure::share);
  CHECK(jj::reach(5, "百分点").measure() == Measure::change);
  CHECK(jj::reach(5, "家").measure() == Measure::level);
}

TEST_CASE("the direction follows comparator and measure") {
  CHECK(jj::reach(5, "家").direction() == Direction::higher);
  CHECK(jj::at_least(5, "家").direction() == Direction::higher);
  CHECK(jj::above(5, "家").direction() == Direction::higher);
  CHECK(jj::about(5, "家").direction() == Direction::higher);
  CHECK(jj::at_most(5, "家").direction() == Direction::lower);
  CHECK(jj::below(5, "家").direction() == Direction::lower);
  CHECK(jj::between(5, 6, "家").direction() == Direction::within);
  CHECK(jj::reach(5, "位", {.measure = Measure::rank}).direction() == Direction::lower);
}

TEST_CASE("the profile follows measure and baseline") {
  CHECK(profile_of(jj::reach(5, "家", {.measure = Measure::count})) == ProfileKind::linear);
  CHECK(profile_of(jj::reach(5, "家", {.measure = Measure::increment})) == ProfileKind::linear);
  CHECK(profile_of(jj::reach(5, "家", {.measure = Measure::net_increment})) == ProfileKind::linear);
  CHECK(profile_of(jj::reach(5, "%", {.measure = Measure::growth})) == ProfileKind::hold);
  CHECK(profile_of(jj::reach(5, "百分点")) == ProfileKind::hold);
  CHECK(profile_of(jj::reach(5, "位", {.measure = Measure::rank})) == ProfileKind::hold);
  CHECK(profile_of(jj::reach(5, "家")) == ProfileKind::at_due);
  CHECK(profile_of(jj::reach(5, "%")) == ProfileKind::at_due);
  CHECK(profile_of(jj::reach(5, "家", {.baseline = 1})) == ProfileKind::linear);
  CHECK(profile_of(jj::reach(5, "%", {.baseline = 1})) == ProfileKind::linear);
}

TEST_CASE("another measure moves direction and profile that were the defaults") {
  const Target count = jj::reach(5, "家").with_measure(Measure::count);
  CHECK(count == jj::reach(5, "家", {.measure = Measure::count}));
  const Target held =
      jj::reach(5, "家", {.profile = ProfileKind::hold}).with_measure(Measure::count);
  CHECK(profile_of(held) == ProfileKind::hold);
}

TEST_CASE("bounds that contradict the comparator are refused") {
  CHECK(holds(refusal([] { return Target(Comparator::between, 5, "家"); }), "upper bound"));
  CHECK(holds(refusal([] { return jj::reach(5, "家", {.upper = 6}); }),
              "target reach 5 家: an upper bound belongs to between"));
  CHECK(holds(refusal([] { return jj::between(6, 5, "家"); }), "5 lies below the lower"));
  CHECK(holds(refusal([] { return jj::reach(5, "家", {.tolerance = 1}); }), "belongs to about"));
  CHECK(holds(refusal([] { return jj::about(5, "家", {.tolerance = -1}); }), "found -1"));
}

TEST_CASE("a direction that contradicts the comparator is refused") {
  CHECK(holds(refusal([] { return jj::at_most(5, "家", {.direction = Direction::higher}); }),
              "at_most 5 家: the comparator contradicts direction higher"));
  CHECK(holds(refusal([] { return jj::at_least(5, "家", {.direction = Direction::lower}); }),
              "contradicts direction lower"));
  CHECK(holds(refusal([] {
                return jj::reach(5, "位",
                                 {.measure = Measure::rank, .direction = Direction::higher});
              }),
              "rank"));
}

TEST_CASE("% and 百分点 belong to different measures") {
  CHECK(holds(refusal([] { return jj::reach(2, "百分点", {.measure = Measure::growth}); }), "%"));
  CHECK(holds(refusal([] { return jj::reach(2, "%", {.measure = Measure::change}); }),
              "a change is in 百分点"));
  CHECK(holds(refusal([&] { return jj::reach(2, "家", {.measure = Measure::growth}); }),
              "a growth is in %"));
  CHECK(holds(refusal([&] { return jj::reach(2, "百分点", {.measure = Measure::share}); }),
              "百分点 measure a change, not a share"));
}

TEST_CASE("numbers of a target must be finite") {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  CHECK(holds(refusal([&] { return jj::reach(infinity, "家"); }), "value must be a finite number"));
  CHECK(holds(refusal([&] { return jj::reach(none, "家"); }), "found nan"));
  CHECK(holds(refusal([&] { return jj::reach(1, "家", {.baseline = infinity}); }), "baseline"));
  CHECK(holds(refusal([&] { return jj::between(1, infinity, "家"); }), "upper"));
  CHECK(holds(refusal([&] { return jj::about(1, "家", {.tolerance = none}); }), "tolerance"));
}

TEST_CASE("an unknown unit is refused") { CHECK_THROWS_AS(jj::reach(1, "嗖"), jj::UnitError); }

TEST_CASE("a relative target names its indicator and has no value of its own") {
  const Target target = Target::relative(Comparator::above, {"income.rural", 1}, unit("%"));
  CHECK_FALSE(target.has_value());
  CHECK(target.relative_to()->offset == 1);
  CHECK(holds(refusal([&] { return target.quantity(); }), "income.rural"));
  CHECK(holds(refusal([] { return Target::relative(Comparator::above, {""}, unit("%")); }),
              "must name an indicator"));
  CHECK(holds(
      refusal([] { return Target::relative(Comparator::between, {"x"}, unit("%"), {.upper = 3}); }),
      "between needs two"));
}

TEST_CASE("a target set elsewhere names who sets it") {
  const Target target = Target::set_elsewhere("省政府", unit("吨"));
  CHECK(target.set_by() == "省政府");
  CHECK(holds(refusal([&] { return target.quantity(); }), "省政府"));
  CHECK_THROWS_AS(Target::set_elsewhere("", unit("吨")), jj::TargetError);
}

TEST_CASE("a target in another unit takes all its figures along") {
  const Target hectares = jj::between(15, 30, "亩", {.baseline = 3}).in_unit(unit("公顷"));
  CHECK(hectares.value() == 1);
  CHECK(hectares.upper() == 2.0);
  CHECK(hectares.baseline().value() == near(0.2));
  CHECK(jj::about(1, "亿元", {.tolerance = 0.1}).in_unit(unit("万元")).tolerance() == near(1000));
  CHECK_THROWS_AS(jj::reach(1, "家").in_unit(unit("户")), jj::UnitError);
  CHECK_THROWS_AS(Target::set_elsewhere("省", unit("家")).in_unit(unit("户")), jj::UnitError);
}

TEST_CASE("targets compare by value") {
  CHECK(jj::reach(5, "家") == jj::reach(5, "家", {.measure = Measure::level}));
  CHECK_FALSE(jj::reach(5, "家") == jj::reach(6, "家"));
  CHECK_FALSE(jj::reach(5, "家") == jj::reach(5, "户"));
  CHECK_FALSE(jj::reach(5, "家") == jj::at_least(5, "家"));
  CHECK_FALSE(jj::reach(5, "家") == jj::reach(5, "家", {.basis = "可比"}));
  CHECK(Target::set_elsewhere("省", unit("家")) == Target::set_elsewhere("省", unit("家")));
}

TEST_CASE("a base of comparison is read and written") {
  using Kind = ComparisonBase::Kind;
  CHECK(ComparisonBase::parse("last_year") == ComparisonBase{});
  CHECK(ComparisonBase::parse("previous_period") == ComparisonBase{Kind::previous_period});
  CHECK(ComparisonBase::parse("since 2020") == ComparisonBase{Kind::since, 2020});
  CHECK(ComparisonBase::parse("annual 2021-2025") == ComparisonBase{Kind::annual, 2021, 2025});
  CHECK(jj::to_string(ComparisonBase{Kind::annual, 2021, 2025}) == "annual 2021-2025");
  CHECK(jj::to_string(ComparisonBase{}) == "last_year");
  const auto refused = [](const char* text) {
    return refusal([&] { return ComparisonBase::parse(text); });
  };
  CHECK(holds(refused("since 20"), "expected a base of comparison"));
  CHECK(holds(refused("annual 2025-2021"), "annual 2025-2021"));
  CHECK(holds(refused(""), "since 2020"));
}

TEST_CASE("a target is described in both languages") {
  constexpr auto zh = jj::Language::zh;
  constexpr auto en = jj::Language::en;
  CHECK(jj::describe(jj::above(900, "家"), zh) == "超 900 家");
  CHECK(jj::describe(jj::above(900, "家"), en) == "above 900 家");
  CHECK(holds(jj::describe(jj::about(6, "%"), zh), "左右"));
  CHECK(holds(jj::describe(jj::between(5, 6, "%"), zh), "5—6"));
  CHECK(holds(jj::describe(Target::set_elsewhere("省", unit("家")), zh), "省"));
  CHECK(holds(jj::describe(Target::relative(Comparator::above, {"x", 1}, unit("%")), en), "x + 1"));
}

TEST_CASE("a default that is spelt out changes nothing") {
  CHECK(jj::about(6, "%", {.tolerance = 0.5}) == jj::about(6, "%"));
  CHECK(jj::about(200, "家", {.tolerance = 10}) == jj::about(200, "家"));  // 5 % of 200
  CHECK_FALSE(jj::about(6, "%", {.tolerance = 0.4}) == jj::about(6, "%"));
  CHECK(jj::reach(6, "%", {.measure = Measure::share}) == jj::reach(6, "%"));
  const auto follow = [](std::optional<double> tolerance, const char* symbol) {
    return Target::relative(Comparator::about, {"x"}, unit(symbol), {.tolerance = tolerance});
  };
  CHECK(follow(0.5, "%") == follow({}, "%"));
  CHECK_FALSE(follow(0, "家") == follow({}, "家"));  // 5 % of what x will read
}

TEST_CASE("a place in a ranking is a whole number from 1") {
  const auto rank = [](double place) {
    return refusal([&] { return jj::at_most(place, "位", {.measure = Measure::rank}); });
  };
  CHECK(holds(rank(0), "a place in a ranking is a whole number from 1, found 0"));
  CHECK(holds(rank(-3), "found -3"));
  CHECK(holds(rank(1.5), "found 1.5"));
  CHECK_NOTHROW(jj::at_most(1, "位", {.measure = Measure::rank}));
}

TEST_CASE("a rank is described as a place and read back") {
  const jj::TargetOptions rank{.measure = Measure::rank};
  using Lang = jj::Language;
  CHECK(jj::describe(jj::at_most(10, "位", rank), Lang::zh) == "前10");
  CHECK(jj::describe(jj::at_most(10, "位", rank), Lang::en) == "top 10");
  CHECK(jj::describe(jj::reach(3, "位", rank), Lang::zh) == "第3名");
  CHECK(jj::describe(jj::reach(3, "位", rank), Lang::en) == "place 3");
  CHECK(Target::parse("前10") == jj::at_most(10, "位", rank));
  CHECK(Target::parse("第3名") == jj::reach(3, "位", rank));
  for (const auto comparator : {Comparator::reach, Comparator::at_least, Comparator::above,
                                Comparator::at_most, Comparator::below, Comparator::about}) {
    const Target place(comparator, 3, "位", rank);
    CHECK(Target::parse(jj::describe(place, Lang::zh)) == place);
  }
  const Target range =
      jj::between(3, 5, "位", {.measure = Measure::rank, .direction = Direction::lower});
  CHECK(jj::describe(range, Lang::zh) == "第3—5名");
  CHECK(jj::describe(jj::reach(2, "百分点"), Lang::zh) == "2 个百分点");
}

TEST_CASE("a fall is described as a fall and read back") {
  using Lang = jj::Language;
  CHECK(jj::describe(Target::parse("下降3%"), Lang::zh) == "下降 3%");
  CHECK(jj::describe(Target::parse("下降3%"), Lang::en) == "down 3 %");
  CHECK(jj::describe(Target::parse("下降3%以上"), Lang::en) == "down at least 3 %");
  CHECK(jj::describe(Target::parse("下降1.5个百分点"), Lang::zh) == "下降 1.5 个百分点");
  for (const char* wording : {"下降3%", "下降3%以上", "下降超3%", "下降5%以内", "下降低于5%",
                              "下降3%左右", "下降3%—4%", "下降1.5个百分点"}) {
    const Target fall = Target::parse(wording);
    CAPTURE(wording);
    CHECK(Target::parse(jj::describe(fall, Lang::zh)) == fall);
  }
}

TEST_CASE("a negative figure that is no fall keeps its sign") {
  CHECK(jj::describe(jj::reach(-20, "亿元"), jj::Language::zh) == "-20 亿元");
  CHECK(jj::describe(jj::reach(-3, "%", {.measure = Measure::growth}), jj::Language::en) ==
        "reach -3 %");
  CHECK(jj::describe(jj::between(-1, 2, "%", {.measure = Measure::growth}), jj::Language::zh) ==
        "-1—2%");
}
