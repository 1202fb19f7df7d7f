// SPDX-License-Identifier: BSL-1.0

#include "support/goal_plan.hpp"

using jj::Language;

namespace {

double sum_of(const jj::Explanation& why) {
  double sum = why.unfilled;
  for (const jj::ShortfallTerm& term : why.terms) sum += term.shortfall;
  return sum;
}
const jj::ShortfallTerm& term(const jj::Explanation& why, std::string_view id) {
  for (const jj::ShortfallTerm& found : why.terms) {
    if (found.node.id() == id) return found;
  }
  FAIL("no term of " << id);
  return why.terms.front();
}
std::string zh(const jj::Evaluation& now, const char* id) {
  return jj::to_text(jj::explain(now, id), Language::zh);
}
std::string en(const jj::Evaluation& now, const char* id) {
  return jj::to_text(jj::explain(now, id), Language::en);
}

/// a 0.4 and b 0.8 of weight 3: 0.7.
jj::Evaluation weighted() {
  return jj::evaluate(shares({{"a", 1}, {"b", 3}}).title("计划").build(),
                      values_on(day_100, {{"a", 40}, {"b", 80}}), day_100);
}

}  // namespace

TEST_CASE("the terms of a goal add up to its shortfall") {
  const auto why = jj::explain(weighted(), "g");
  REQUIRE(why.terms.size() == 2);
  CHECK(term(why, "a").share == near(0.25));
  CHECK(term(why, "a").shortfall == near(0.15));  // 1/4 * (1 - 0.4)
  CHECK(term(why, "b").share == near(0.75));
  CHECK(term(why, "b").shortfall == near(0.15));  // 3/4 * (1 - 0.8)
  CHECK(sum_of(why) == near(0.3));                // 1 - 0.7
}

TEST_CASE("the parts of a goal come in the author's order with weight and share") {
  const auto why = jj::explain(weighted(), "g");
  REQUIRE(why.parts.size() == 2);
  CHECK(why.parts[0].result.node.id() == "a");
  CHECK(why.parts[1].weight == 3);
  CHECK(why.parts[1].share == near(0.75));
  CHECK_FALSE(why.parts[1].is_veto);
  CHECK(why.result.attainment.value() == near(0.7));
}

TEST_CASE("a leaf reached by two paths is one term with the sum of both shares") {
  const jj::Plan plan = year_plan()
                            .goal("top", "Top")
                            .goal("g1", "G1", {.part_of = {"top"}})
                            .goal("g2", "G2", {.part_of = {"top"}})
                            .task("shared", "S", {.part_of = {"g1", {"g2", 3}}})
                            .task("own", "O", {.part_of = {"g1"}})
                            .task("other", "T", {.part_of = {"g2"}})
                            .build();
  const auto now = jj::evaluate(
      plan, values_on(day_100, {{"shared", 0.5}, {"own", 1}, {"other", 0.1}}), day_100);
  const auto why = jj::explain(now, "top");
  CHECK(term(why, "shared").share == near(0.625));       // 1/2 * 1/2 + 1/2 * 3/4
  CHECK(term(why, "shared").shortfall == near(0.3125));  // 0.625 * 0.5
  CHECK(term(why, "own").shortfall == near(0));          // 1/2 * 1/2 * 0
  CHECK(term(why, "other").shortfall == near(0.1125));   // 1/2 * 1/4 * 0.9
  CHECK(sum_of(why) == near(0.425));                     // 1 - 0.575
  CHECK(why.terms.front().node.id() == "shared");        // the largest first
}

TEST_CASE("a part without data is left out of the terms, or stands there as zero") {
  const jj::Plan plan = shares({{"a"}, {"b"}}).build();
  const auto seen = values_on(day_100, {{"a", 40}});
  const auto left_out = jj::explain(jj::evaluate(plan, seen, day_100), "g");
  CHECK(left_out.terms.size() == 1);
  CHECK(sum_of(left_out) == near(0.6));
  CHECK(left_out.parts[1].share == 0);
  const jj::Policy zero{.missing = jj::Missing::zero};
  const auto as_zero = jj::explain(jj::evaluate(plan, seen, day_100, {.policy = zero}), "g");
  CHECK(term(as_zero, "b").shortfall == near(0.5));  // 1/2 * (1 - 0)
  CHECK(sum_of(as_zero) == near(0.8));               // 1/2 * 0.6 + 0.5
}

TEST_CASE("a part that counts as expected lacks what is not yet expected") {
  const jj::Policy expected{.missing = jj::Missing::expected};
  const auto now = jj::evaluate(counts({{"a"}, {"b"}}).build(), values_on(day_100, {{"a", 366}}),
                                day_100, {.policy = expected});
  CHECK(sum_of(jj::explain(now, "g")) == near((1 - 100.0 / 366) / 2));
}

TEST_CASE("under worst the whole shortfall is that of the worst part") {
  const auto now = jj::evaluate(shares({{"a"}, {"b"}}, {.rule = {jj::RuleKind::worst}}).build(),
                                values_on(day_100, {{"a", 40}, {"b", 80}}), day_100);
  const auto why = jj::explain(now, "g");
  CHECK(term(why, "a").share == near(1));
  CHECK(sum_of(why) == near(0.6));
}

TEST_CASE("places that no part of an at_least goal fills are named apart") {
  const auto now =
      jj::evaluate(shares({{"a"}, {"b"}}, {.rule = {jj::RuleKind::at_least, 3}}).build(),
                   values_on(day_100, {{"a", 100}, {"b", 40}}), day_100);
  const auto why = jj::explain(now, "g");
  CHECK(why.unfilled == near(1.0 / 3));
  CHECK(term(why, "b").shortfall == near(0.2));  // 1/3 * 0.6
  CHECK(sum_of(why) == near(1 - 1.4 / 3));       // attainment (1 + 0.4 + 0) / 3
}

TEST_CASE("under all a part without data lacks its whole share") {
  const auto now = jj::evaluate(shares({{"a"}, {"b"}}, {.rule = {jj::RuleKind::all}}).build(),
                                values_on(day_100, {{"a", 40}}), day_100);
  const auto why = jj::explain(now, "g");
  CHECK(term(why, "b").shortfall == near(0.5));
  CHECK(sum_of(why) == near(0.8));
}

TEST_CASE("leaves and goals without data have no terms, unknown nodes no explanation") {
  const auto now = weighted();
  CHECK(jj::explain(now, "a").terms.empty());
  CHECK(jj::explain(now, "a").parts.empty());
  const auto nothing = jj::evaluate(shares({{"a"}}).build(), {}, day_100);
  CHECK(jj::explain(nothing, "g").terms.empty());
  CHECK(jj::explain(nothing, "g").parts.size() == 1);
  CHECK_THROWS_AS(jj::explain(now, "x"), jj::UnknownIdError);
}

TEST_CASE("an explanation outlives the evaluation it was made of") {
  const auto why = jj::explain(weighted(), "g");
  CHECK(why.evaluation.as_of() == day_100);
  CHECK(why.result.node.title() == "G");
}

TEST_CASE("a goal is explained in Chinese with its parts and where it falls short") {
  const std::string text = zh(weighted(), "g");
  CHECK(holds(text, "G（g）"));
  CHECK(holds(text, "2024-04-09"));
  CHECK(holds(text, "推进中"));
  CHECK(holds(text, "完成率 70%"));
  CHECK(holds(text, "数据覆盖率 100%"));
  CHECK(holds(text, "加权平均"));
  CHECK(holds(text, "25% × 40% = 10%"));
  CHECK(holds(text, "75% × 80% = 60%"));
  CHECK(holds(text, "欠缺 30%"));
  CHECK(holds(text, "15%  a"));
}

TEST_CASE("a goal is explained in English") {
  const std::string text = en(weighted(), "g");
  CHECK(holds(text, "G (g) as of 2024-04-09: under way"));
  CHECK(holds(text, "attainment 70%"));
  CHECK(holds(text, "weighted mean"));
  CHECK(holds(text, "shortfall 30%"));
}

TEST_CASE("an indicator is explained with target, reading, progress and pace") {
  const auto target = jj::reach(466, "家", {.baseline = 100});
  const auto now = judge(target, {{day_100, 190, {.source = "统计局"}}}, day_100);
  const std::string text = zh(now, "x");
  CHECK(holds(text, "X（x）"));
  CHECK(holds(text, "略欠进度"));
  CHECK(holds(text, "466 家"));
  CHECK(holds(text, "190 家"));
  CHECK(holds(text, "统计局"));
  CHECK(holds(text, "(190 - 466) / 366 = 0.2459"));  // 90 / 366
  CHECK(holds(text, "100/366 天"));
  CHECK(holds(text, "0.2459 / 0.2732 = 0.9"));  // pace 90 / 100
  CHECK(holds(en(now, "x"), "at risk"));
  CHECK(holds(en(now, "x"), "100/366 days"));
}

TEST_CASE("an explanation says when a reading is an estimate, stale or on a basis") {
  const auto target = jj::reach(6, "%", {.measure = jj::Measure::growth, .basis = "可比"});
  const auto now =
      judge(target, {{new_year, 6, {.stage = jj::Stage::estimate, .basis = "可比"}}}, mid_year);
  CHECK(holds(zh(now, "x"), "预计"));
  CHECK(holds(zh(now, "x"), "口径：可比"));
  CHECK(holds(zh(now, "x"), "已陈旧"));
  CHECK(holds(en(now, "x"), "estimate"));
  CHECK(holds(en(now, "x"), "stale"));
}

TEST_CASE("an explanation says why a reading is not comparable") {
  const auto target = jj::reach(6, "%", {.measure = jj::Measure::growth, .basis = "可比"});
  const auto other = judge(target, {{day_100, 6, {.basis = "名义"}}}, day_100);
  CHECK(holds(zh(other, "x"), "没有口径为可比的实际值"));
  CHECK(holds(zh(other, "x"), "名义"));
  const auto elsewhere = jj::Target::set_elsewhere("省政府", jj::UnitTable::standard().at("个"));
  CHECK(holds(zh(judge(elsewhere, {{day_100, 6}}, day_100), "x"), "省政府"));
}

TEST_CASE("an explanation names the revision of a target and its reason") {
  const jj::NodeOptions doubled{
      .revisions = {{day_100, jj::reach(732, "个", {.measure = jj::Measure::count}), "加码"}}};
  const auto now = judge(year_count(), {{day_100, 100}}, mid_year, doubled);
  CHECK(holds(zh(now, "x"), "732 个"));
  CHECK(holds(zh(now, "x"), "2024-04-09"));
  CHECK(holds(zh(now, "x"), "加码"));
}

TEST_CASE("a ceiling is explained with its allowance to date") {
  const auto ceiling = jj::at_most(366, "个", {.measure = jj::Measure::count});
  const auto now = judge(ceiling, {{day_100, 120}}, day_100);
  CHECK(holds(zh(now, "x"), "限额"));
  CHECK(holds(zh(now, "x"), "(120 - 100) / 100 = 0.8"));
  CHECK(holds(en(now, "x"), "allowance"));
}

TEST_CASE("a blocked task is explained with what it waits for") {
  const jj::Plan plan = year_plan()
                            .task("a", "征地")
                            .task("b", "开工", {.depends_on = {"a"}, .start = new_year})
                            .build();
  const auto now = jj::evaluate(plan, {}, day_100);
  CHECK(holds(zh(now, "b"), "受阻"));
  CHECK(holds(zh(now, "b"), "征地（a）"));
  CHECK(holds(en(now, "b"), "waits for: 征地 (a)"));
}

TEST_CASE("a veto is named in the explanation of its goal") {
  const auto now = jj::evaluate(counts({{"a", 9}, {"b", 1, true}}).build(),
                                values_on(day_100, {{"a", 120}, {"b", 70}}), day_100);
  CHECK(holds(zh(now, "g"), "一票否决"));
  CHECK(holds(en(now, "g"), "veto"));
}

TEST_CASE("low coverage is named in the explanation of a goal") {
  const auto now =
      jj::evaluate(shares({{"a", 1}, {"b", 3}}).build(), values_on(day_100, {{"a", 40}}), day_100);
  CHECK(holds(zh(now, "g"), "覆盖率 25% 低于 50%"));
  CHECK(holds(en(now, "g"), "coverage 25% is below 50%"));
}

TEST_CASE("a share that is not wholly nothing or the whole does not read so") {
  const auto now = jj::evaluate(shares({{"a", 1}, {"b", 1}}).build(),
                                values_on(day_100, {{"a", 100}, {"b", 99.9992}}), day_100);
  CHECK(holds(zh(now, "g"), "完成率 99.9996%"));
  CHECK(holds(zh(now, "g"), "欠缺 0.0004%"));
  const auto whole = jj::evaluate(shares({{"a", 1}, {"b", 1}}).build(),
                                  values_on(day_100, {{"a", 100}, {"b", 100}}), day_100);
  CHECK(holds(zh(whole, "g"), "完成率 100%"));
}

TEST_CASE("a goal's pace is shown with what it is made of, where that is not the attainment") {
  auto draft = counts({{"a", 2}, {"b", 1}});
  draft.indicator("late", "晚", jj::reach(100, "个", {.profile = jj::ProfileKind::at_due}),
                  {.part_of = {{"g", 1}}});
  const auto now = jj::evaluate(draft.build(),
                                values_on(day_100, {{"a", 60}, {"b", 60}, {"late", 90}}), day_100);
  const double held = *now["g"].pace * *now["g"].expected;
  CHECK(std::fabs(held - *now["g"].attainment) > 0.01);
  CHECK(holds(zh(now, "g"), "进度比 = "));
  CHECK(holds(zh(now, "g"), "只计已有序时要求的部分"));
  const auto plain = jj::evaluate(counts({{"a", 2}, {"b", 1}}).build(),
                                  values_on(day_100, {{"a", 60}, {"b", 60}}), day_100);
  CHECK_FALSE(holds(zh(plain, "g"), "进度比 = "));
}
