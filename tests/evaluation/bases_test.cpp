// SPDX-License-Identifier: BSL-1.0

// Targets that ask for a basis of their readings, follow another indicator, are revised or set
// elsewhere.

#include "support/year_plan.hpp"

using jj::Comparator;
using jj::Status;

namespace {

constexpr auto growth = jj::Measure::growth;
const jj::Target any_basis = jj::reach(6, "%", {.measure = growth});
const jj::Target comparable = jj::reach(6, "%", {.measure = growth, .basis = "可比"});

jj::ReadingOptions on(const char* basis) { return {.basis = basis}; }
const jj::EvaluationOptions pick_nominal{.basis = "名义"};

jj::Target following(double offset) {
  return jj::Target::relative(Comparator::above, {"other", offset},
                              jj::UnitTable::standard().at("%"), {.measure = growth});
}
jj::Evaluation with_other(double offset, const jj::Observations& seen, jj::Date as_of) {
  return jj::evaluate(
      year_plan().indicator("x", "X", following(offset)).indicator("other", "O", any_basis).build(),
      seen, as_of);
}

}  // namespace

TEST_CASE("a target with a basis is judged by readings on it only") {
  const auto now =
      judge(comparable, {{day_100, 6, on("可比")}, {mid_year, 2, on("名义")}}, mid_year);
  CHECK(now["x"].value == 6.0);
  CHECK(now["x"].basis == "可比");
  CHECK(now["x"].observed_on == day_100);
  CHECK(now["x"].status == Status::on_track);
}

TEST_CASE("readings on other bases only are not comparable") {
  const auto named = judge(comparable, {{day_100, 6, on("名义")}}, day_100);
  CHECK(named["x"].status == Status::not_comparable);
  CHECK_FALSE(named["x"].attainment.has_value());
  CHECK(named["x"].coverage.value() == 0);
  CHECK(judge(comparable, {{day_100, 6}}, day_100)["x"].status == Status::not_comparable);
}

TEST_CASE("a target without a basis takes readings on any single one") {
  CHECK(judge(any_basis, {{day_100, 6, on("名义")}}, day_100)["x"].status == Status::on_track);
  CHECK(judge(any_basis, {{day_100, 6}}, day_100)["x"].status == Status::on_track);
}

TEST_CASE("readings of the latest day on several bases are not comparable until one is picked") {
  const std::initializer_list<Reading> both = {{day_100, 6, on("可比")}, {day_100, 3, on("名义")}};
  CHECK(judge(any_basis, both, day_100)["x"].status == Status::not_comparable);
  const auto picked = judge(any_basis, both, day_100, {}, pick_nominal);
  CHECK(picked["x"].value == 3.0);
  CHECK(picked["x"].status == Status::off_track);
  CHECK(picked.basis() == "名义");
}

TEST_CASE("several bases on an earlier day do not matter") {
  const auto now = judge(
      any_basis, {{day_100, 6, on("可比")}, {day_100, 3, on("名义")}, {mid_year, 6}}, mid_year);
  CHECK(now["x"].status == Status::on_track);
}

TEST_CASE("a basis picked for the evaluation leaves targets with one of their own alone") {
  const auto now = judge(comparable, {{day_100, 6, on("可比")}, {day_100, 3, on("名义")}}, day_100,
                         {}, pick_nominal);
  CHECK(now["x"].value == 6.0);
}

TEST_CASE("a target relative to another indicator is held against its reading of that day") {
  // x must be above other: 6 against 5 is 1 + (6 - 5) / 5 = 1.2
  const auto now = with_other(0, values_on(day_100, {{"x", 6}, {"other", 5}}), day_100);
  CHECK(now["x"].progress.value() == near(1.2));
  CHECK(now["x"].status == Status::ahead);
  const auto end = with_other(0, values_on(year_end, {{"x", 5}, {"other", 5}}), year_end);
  CHECK(end["x"].status == Status::missed);  // above excludes the number
  const auto met = with_other(0, values_on(year_end, {{"x", 5.1}, {"other", 5}}), year_end);
  CHECK(met["x"].status == Status::met);
}

TEST_CASE("a relative target adds its offset") {
  // above other + 1 = 6
  const auto now = with_other(1, values_on(day_100, {{"x", 5.4}, {"other", 5}}), day_100);
  CHECK(now["x"].progress.value() == near(0.9));  // 5.4 / 6
  CHECK(now["x"].status == Status::at_risk);
}

TEST_CASE("a relative target without a reading of the other on the same date is not comparable") {
  jj::Observations seen = values_on(day_100, {{"x", 6}});
  CHECK(with_other(0, seen, day_100)["x"].status == Status::not_comparable);
  seen.add("other", day_100 - 1, 5);
  CHECK(with_other(0, seen, day_100)["x"].status == Status::not_comparable);
  CHECK(with_other(0, seen, day_100)["x"].coverage.value() == 0);
}

TEST_CASE("a relative target looks at the date of its reading, not at the latest of the other") {
  jj::Observations seen = values_on(day_100, {{"x", 6}, {"other", 5}});
  seen.add("other", mid_year, 9);
  CHECK(with_other(0, seen, mid_year)["x"].progress.value() == near(1.2));
}

TEST_CASE("a relative target without a reading of its own is not observed") {
  const auto now = with_other(0, values_on(day_100, {{"other", 5}}), day_100);
  CHECK(now["x"].status == Status::no_data);
}

TEST_CASE("a target set elsewhere is not comparable until a revision gives it a value") {
  const auto elsewhere = jj::Target::set_elsewhere("省政府", jj::UnitTable::standard().at("个"),
                                                   {.measure = jj::Measure::count});
  const jj::Plan plan = year_plan()
                            .indicator("x", "X", elsewhere)
                            .revise("x", {mid_year, year_count(), "下达"})
                            .build();
  const auto seen = readings_of("x", {{day_100, 80}});
  CHECK(jj::evaluate(plan, seen, mid_year - 1)["x"].status == Status::not_comparable);
  CHECK(jj::evaluate(plan, seen, mid_year)["x"].status == Status::at_risk);
}

TEST_CASE("the target in force on the day of evaluation decides") {
  const jj::NodeOptions doubled{
      .revisions = {{mid_year, jj::reach(732, "个", {.measure = jj::Measure::count}), "加码"}}};
  const auto before = judge(year_count(), {{day_100, 100}}, mid_year - 1, doubled);
  CHECK(before["x"].pace.value() == near(1));
  CHECK_FALSE(before["x"].revised_on.has_value());
  const auto after = judge(year_count(), {{day_100, 100}}, mid_year, doubled);
  CHECK(after["x"].pace.value() == near(0.5));  // (100 / 732) / (100 / 366)
  CHECK(after["x"].status == Status::off_track);
  CHECK(after["x"].revised_on == mid_year);
}

TEST_CASE("a revision may be in another unit of the dimension") {
  const auto billions = jj::reach(1, "亿元");
  const jj::NodeOptions revised{.revisions = {{day_100, jj::reach(20000, "万元"), ""}}};
  const auto now = judge(billions, {{year_end, 1}}, year_end, revised);
  CHECK(now["x"].progress.value() == near(0.5));  // 1 亿元 of 20000 万元 = 2 亿元
  CHECK(now["x"].value == 1.0);
}

TEST_CASE("a revision may move the due date") {
  const jj::NodeOptions extended{
      .due = mid_year, .revisions = {{day_100, jj::reach(100, "%", {.due = year_end}), "延期"}}};
  const auto now = judge(whole_share(), {{day_100, 50}}, mid_year, extended);
  CHECK(now["x"].status == Status::under_way);
  CHECK(judge(whole_share(), {{day_100, 50}}, year_end, extended)["x"].status == Status::missed);
}

TEST_CASE("a relative target follows what its reference asks for on the day of the evaluation") {
  // 6 % on 名义, revised to 可比: the reference reads 6.5, so that more than 7.5 is asked for.
  const jj::Target nominal = jj::reach(6, "%", {.measure = growth, .basis = "名义"});
  jj::PlanBuilder draft = year_plan();
  draft.indicator("x", "X", following(1)).indicator("other", "O", nominal);
  draft.revise("other", {2024y / 3 / 1, comparable, "口径调整"});
  jj::Observations seen;
  seen.add("other", mid_year, 6.5, on("可比")).add("other", mid_year, 3, on("名义"));
  seen.add("x", mid_year, 7);
  const auto now = jj::evaluate(draft.build(), seen, mid_year);
  CHECK(now["other"].value == 6.5);
  CHECK(now["x"].progress.value() == near(7 / 7.5));
  CHECK(now["x"].status == Status::at_risk);  // 0.9333
}

TEST_CASE("on a day with a reading that names the basis, none of those that name none counts") {
  const jj::ReadingOptions monthly{.known_on = day_100 + 1, .span = jj::Span::per_period};
  const auto value = [](const jj::Target& target, std::initializer_list<Reading> readings) {
    const jj::Plan plan = year_plan().indicator("x", "X", target).build();
    jj::Observations seen;
    for (const Reading& reading : readings)
      seen.add("x", reading.date, reading.value, reading.options);
    return jj::evaluate(plan, seen, day_100, {.basis = "可比"})["x"].value;
  };
  CHECK(value(any_basis, {{day_100, 1, {}}, {day_100, 2, monthly}, {day_100, 3, on("可比")}}) ==
        3.0);
  CHECK(value(year_count(),
              {{day_100, 1, {}}, {day_100, 5, {.basis = "可比", .span = jj::Span::per_period}}}) ==
        5.0);
}

TEST_CASE("an explanation lists the bases of readings that could have been used") {
  const auto now = judge(
      comparable, {{day_100, 2, on("不可比")}, {day_100, 3, on("名义")}, {year_end, 3, on("以后")}},
      mid_year);
  const std::string text = jj::to_text(jj::explain(now, "x"), jj::Language::zh);
  CHECK(holds(text, "没有口径为可比的实际值；已有口径：不可比、名义"));
  CHECK(text.find("以后") == std::string::npos);
  const auto picked =
      jj::evaluate(year_plan().indicator("x", "X", any_basis).build(),
                   jj::Observations().add("x", day_100, 2, on("可比")), mid_year, pick_nominal);
  CHECK(holds(jj::to_text(jj::explain(picked, "x"), jj::Language::en),
              "no reading on the basis 名义; there are: 可比"));
}

TEST_CASE("a basis that is named lets readings that name none be added to those that name it") {
  const jj::Plan plan = year_plan().indicator("x", "X", year_count()).build();
  jj::Observations seen;
  seen.add("x", 2024y / 2 / 29, 20, {.span = jj::Span::per_period});
  seen.add("x", 2024y / 3 / 31, 30, {.basis = "同口径", .span = jj::Span::per_period});
  CHECK(jj::evaluate(plan, seen, day_100, {.basis = "同口径"})["x"].value == 50.0);
  CHECK(jj::evaluate(plan, seen, day_100)["x"].status == Status::not_comparable);
}
