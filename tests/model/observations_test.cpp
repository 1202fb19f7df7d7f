// SPDX-License-Identifier: BSL-1.0

#include <limits>

#include "support/year_plan.hpp"

using jj::Observations;

namespace {

using Pairs = std::vector<std::pair<std::string, double>>;

const jj::Unit household = jj::UnitTable::standard().at("户");

std::string refused(const char* id, double value, const jj::ReadingOptions& options = {}) {
  return message_of<jj::ObservationError>([&] { Observations().add(id, day_100, value, options); });
}
std::string contradiction(const Observations& all) {
  return message_of<jj::ObservationError>([&] { all.check(); });
}
std::string misfit(const jj::PlanBuilder& draft, const Observations& seen) {
  const jj::Plan plan = draft.build();
  return message_of<jj::ObservationError>([&] { (void)jj::evaluate(plan, seen, year_end); });
}

}  // namespace

TEST_CASE("readings are kept with all that is known of them") {
  const jj::ReadingOptions options{.unit = household,
                                   .stage = jj::Stage::estimate,
                                   .basis = "可比",
                                   .known_on = mid_year,
                                   .span = jj::Span::per_period,
                                   .source = "统计局",
                                   .note = "注"};
  const Observations all = readings_of("x", {{day_100, 5, options}});
  REQUIRE(all.size() == 1);
  CHECK(all[0] == jj::Observation{"x", day_100, 5, options});
  CHECK(Observations().add(all[0]) == all);
}

TEST_CASE("readings of a node come by date, all of them in order of insertion") {
  Observations all = readings_of("x", {{mid_year, 2}, {day_100, 1}});
  all.add("y", new_year, 3);
  CHECK(all[0].value == 2);
  CHECK(all[2].id == "y");
  REQUIRE(all.of("x").size() == 2);
  CHECK(all.of("x")[0].value == 1);
  CHECK(all.of("z").empty());
  CHECK(Observations().empty());
}

TEST_CASE("observations are equal whatever their order") {
  CHECK(readings_of("x", {{day_100, 1}, {mid_year, 2}}) ==
        readings_of("x", {{mid_year, 2}, {day_100, 1}}));
  CHECK_FALSE(readings_of("x", {{day_100, 1}}) == readings_of("x", {{day_100, 2}}));
  CHECK_FALSE(readings_of("x", {{day_100, 1}}) == readings_of("y", {{day_100, 1}}));
  CHECK_FALSE(readings_of("x", {{day_100, 1}}) == Observations());
}

TEST_CASE("a copy does not see what is added later") {
  Observations all = readings_of("x", {{day_100, 1}});
  const Observations copy = all;
  all.add("x", mid_year, 2);
  CHECK(copy.size() == 1);
  CHECK(all.size() == 2);
}

TEST_CASE("a reading needs a finite value and a proper id") {
  CHECK(holds(refused("x", std::numeric_limits<double>::quiet_NaN()),
              "observation of \"x\" on 2024-04-09: the value must be a finite number, found nan"));
  CHECK(holds(refused("x", std::numeric_limits<double>::infinity()), "found inf"));
  CHECK(holds(refused("", 1), "an id must be 1 to 256 bytes"));
  CHECK(holds(refused("a\nb", 1), "printable UTF-8"));
  CHECK(holds(refused("\xff", 1), "printable UTF-8"));
  CHECK(holds(refused(std::string(257, 'x').c_str(), 1), "1 to 256 bytes"));
}

TEST_CASE("a reading's texts must be UTF-8 of a bounded length") {
  CHECK(holds(refused("x", 1, {.basis = "\xff"}), "not UTF-8"));
  CHECK(holds(refused("x", 1, {.note = std::string(65537, 'x')}), "longer than 65536 bytes"));
}

TEST_CASE("a reading cannot be known before its date") {
  CHECK(holds(refused("x", 1, {.known_on = day_100 - 1}),
              "it cannot be known on 2024-04-08, before its date"));
}

TEST_CASE("a refused reading leaves the observations as they were") {
  Observations all = readings_of("x", {{day_100, 1}});
  CHECK_THROWS_AS(all.add("x", mid_year, 2, {.known_on = day_100}), jj::ObservationError);
  CHECK(all == readings_of("x", {{day_100, 1}}));
}

TEST_CASE("readings that contradict each other are refused with both figures") {
  const auto text = contradiction(readings_of("x", {{day_100, 1}, {day_100, 2}}));
  CHECK(holds(text, "x on 2024-04-09"));
  CHECK(holds(text, "contradict each other: 1 and 2"));
}

TEST_CASE("the same reading twice is no contradiction") {
  CHECK_NOTHROW(readings_of("x", {{day_100, 1}, {day_100, 1}}).check());
}

TEST_CASE("readings that differ in basis, span, stage or date of knowing do not contradict") {
  CHECK_NOTHROW(readings_of("x", {{day_100, 1},
                                  {day_100, 2, {.basis = "可比"}},
                                  {day_100, 3, {.known_on = mid_year}},
                                  {day_100, 4, {.stage = jj::Stage::estimate}},
                                  {day_100, 5, {.span = jj::Span::per_period}}})
                    .check());
}

TEST_CASE("the default date of knowing is the date of the reading") {
  const auto all = readings_of("x", {{day_100, 1}, {day_100, 2, {.known_on = day_100}}});
  CHECK(holds(contradiction(all), "1 and 2"));
}

TEST_CASE("replacing changes the latest reading of a node in a copy") {
  const Observations all = readings_of("x", {{day_100, 1}, {mid_year, 2}});
  const Observations changed = all.replacing(Pairs{{"x", 9}});
  REQUIRE(changed.of("x").size() == 2);
  CHECK(changed.of("x")[0].value == 1);
  CHECK(changed.of("x")[1].value == 9);
  CHECK(all.of("x")[1].value == 2);
}

TEST_CASE("replacing on a date adds a reading there, or takes the place of those of that date") {
  const Observations all = readings_of("x", {{day_100, 1}});
  CHECK(all.replacing(Pairs{{"x", 9}}, mid_year).of("x").size() == 2);
  CHECK(all.replacing(Pairs{{"x", 9}}, day_100) == readings_of("x", {{day_100, 9}}));
  CHECK(all.replacing(Pairs{{"new", 3}}, mid_year).of("new")[0].value == 3);
}

TEST_CASE("replacing without a date needs a reading to replace") {
  const auto call = [] { (void)Observations().replacing(Pairs{{"x", 9}}); };
  CHECK(holds(message_of<jj::ObservationError>(call), "no observation of \"x\" to replace"));
}

TEST_CASE("a reading in a unit of another dimension is refused with the node and both units") {
  const auto text = misfit(year_plan().indicator("x", "企业", jj::reach(5, "家")),
                           readings_of("x", {{day_100, 5, {.unit = household}}}));
  CHECK(holds(text, "indicator x \"企业\""));
  CHECK(holds(text, "2024-04-09"));
  CHECK(holds(text, "the target is in 家 but it is in 户"));
}

TEST_CASE("a reading whose unit is not what the plan calls so is refused") {
  jj::UnitTable units;
  units.add("担", "公斤", 60);
  const jj::Unit old(jj::UnitDefinition{"担", "公斤", 50});
  jj::PlanBuilder draft = year_plan();
  draft.units(units).indicator("x", "粮食", jj::reach(6000, "公斤"));
  CHECK(holds(misfit(draft, readings_of("x", {{day_100, 100, {.unit = old}}})),
              "its \"担\" is another than that of the plan's units"));
  const auto seen = readings_of("x", {{day_100, 100, {.unit = units.at("担")}}});
  CHECK(jj::evaluate(draft.build(), seen, year_end)["x"].value == 6000);
}

TEST_CASE("readings of a goal are refused") {
  CHECK(holds(misfit(year_plan().goal("g", "G"), values_on(day_100, {{"g", 1}})),
              "goal g \"G\": observation of 2024-04-09: a goal is measured only through its "
              "parts"));
}

TEST_CASE("progress of a task outside 0 to 1 is refused") {
  const auto draft = [] { return std::move(year_plan().task("t", "T")); };
  CHECK(holds(misfit(draft(), values_on(day_100, {{"t", 1.5}})), "must be from 0 to 1"));
  CHECK(holds(misfit(draft(), values_on(day_100, {{"t", -0.1}})), "found -0.1"));
  CHECK(holds(misfit(draft(), readings_of("t", {{day_100, 1, {.unit = household}}})),
              "a fraction or in %, found 户"));
}

TEST_CASE("readings that do not fit are reported together") {
  const auto text =
      misfit(year_plan().goal("g", "G").task("t", "T"), values_on(day_100, {{"g", 1}, {"t", 7}}));
  CHECK(holds(text, "goal g"));
  CHECK(holds(text, "task t"));
}

TEST_CASE("readings of unknown nodes are refused with the nearest ids") {
  const auto text =
      misfit(year_plan().task("land.reuse", "T"), values_on(day_100, {{"land.re-use", 1}}));
  CHECK(holds(text, "land.re-use"));
  CHECK(holds(text, "nearest: \"land.reuse\""));
}
