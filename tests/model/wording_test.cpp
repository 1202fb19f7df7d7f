// SPDX-License-Identifier: BSL-1.0

// The wording of one figure as Chinese work reports write it, and the target that it means.

#include <jinjiang/model/target.hpp>

#include "support/text.hpp"

namespace {

constexpr auto growth = jj::Measure::growth;
constexpr auto rank = jj::Measure::rank;
constexpr auto increment = jj::Measure::increment;
constexpr auto net_increment = jj::Measure::net_increment;
constexpr auto lower = jj::Direction::lower;

jj::Target read(const char* text) { return jj::Target::parse(text); }

}  // namespace

TEST_CASE("the wordings of the seed plan are read") {
  CHECK(read("超600万平方米") == jj::above(600, "万平方米"));
  CHECK(read("6%左右") == jj::about(6, "%"));
  CHECK(read("5.6万户") == jj::reach(5.6, "万户"));
  CHECK(read("百场") == jj::reach(100, "场"));
  CHECK(read("不低于96%") == jj::at_least(96, "%"));
  CHECK(read("4.5-5%") == jj::between(4.5, 5, "%"));
  CHECK(read("前10") == jj::at_most(10, "位", {.measure = rank}));
  CHECK(read("下降3%") == jj::reach(-3, "%", {.measure = growth, .direction = lower}));
  CHECK(read("提高2个百分点") == jj::reach(2, "百分点"));
}

TEST_CASE("a bare figure is to be reached") {
  CHECK(read("7000亩") == jj::reach(7000, "亩"));
  CHECK(read("100个") == jj::reach(100, "个"));
  CHECK(read("达到43%") == jj::reach(43, "%"));
  CHECK(read("达600家") == jj::reach(600, "家"));
  CHECK(read("增至3万张") == jj::reach(3, "万张"));
  CHECK(read("提高到300元/月") == jj::reach(300, "元/月"));
}

TEST_CASE("以上, 不低于, 不少于 and 至少 include the number") {
  CHECK(read("12%以上") == jj::at_least(12, "%"));
  CHECK(read("达98%以上") == jj::at_least(98, "%"));
  CHECK(read("不少于60场") == jj::at_least(60, "场"));
  CHECK(read("至少3家") == jj::at_least(3, "家"));
  CHECK(read("保持在15%以上") == jj::at_least(15, "%"));
  CHECK(read("3家及以上") == jj::at_least(3, "家"));
}

TEST_CASE("超, 超过, 突破, 高于 and 多于 exclude the number") {
  CHECK(read("超1200家") == jj::above(1200, "家"));
  CHECK(read("超过1200家") == jj::above(1200, "家"));
  CHECK(read("突破80亿元") == jj::above(80, "亿元"));
  CHECK(read("高于95%") == jj::above(95, "%"));
  CHECK(read("多于3件") == jj::above(3, "件"));
}

TEST_CASE("以内, 以下, 不超过, 不高于 and 至多 include the number") {
  CHECK(read("3%以内") == jj::at_most(3, "%"));
  CHECK(read("控制在5.5%以内") == jj::at_most(5.5, "%"));
  CHECK(read("降至10%以下") == jj::at_most(10, "%"));  // 民法典 第1259条
  CHECK(read("不超过3天") == jj::at_most(3, "天"));
  CHECK(read("不高于3天") == jj::at_most(3, "天"));
  CHECK(read("至多5件") == jj::at_most(5, "件"));
  CHECK(read("控制在5‰以内") == jj::at_most(5, "‰"));
}

TEST_CASE("低于, 少于, 不满 and 不足 exclude the number") {
  CHECK(read("低于20微克/立方米") == jj::below(20, "微克/立方米"));
  CHECK(read("低于20微克每立方米") == jj::below(20, "微克/立方米"));
  CHECK(read("少于5件") == jj::below(5, "件"));
  CHECK(read("不满18人") == jj::below(18, "人"));
  CHECK(read("不足5%") == jj::below(5, "%"));
}

TEST_CASE("左右 and 约 are about a figure, and a figure controlled at about is a ceiling") {
  CHECK(read("约200家") == jj::about(200, "家"));
  CHECK(read("大约200家") == jj::about(200, "家"));
  CHECK(read("稳定在2万吨左右") == jj::about(2, "万吨"));
  CHECK(read("控制在4%左右") == jj::about(4, "%", {.direction = lower}));
  CHECK(read("控制在4%") == jj::reach(4, "%", {.direction = lower}));
  CHECK(read("降到8%左右") == jj::about(8, "%", {.direction = lower}));
}

TEST_CASE("ranges are read with every dash and with one unit or two") {
  CHECK(read("5%—6%") == jj::between(5, 6, "%"));
  CHECK(read("5%-5.5%") == jj::between(5, 5.5, "%"));
  CHECK(read("5%——6%") == jj::between(5, 6, "%"));
  CHECK(read("5%～6%") == jj::between(5, 6, "%"));
  CHECK(read("8至10家") == jj::between(8, 10, "家"));
  CHECK(read("8—10家") == jj::between(8, 10, "家"));
}

TEST_CASE("增长 with % is a growth rate") {
  CHECK(read("增长4%") == jj::reach(4, "%", {.measure = growth}));
  CHECK(read("增长9%左右") == jj::about(9, "%", {.measure = growth}));
  CHECK(read("增长12%以上") == jj::at_least(12, "%", {.measure = growth}));
  CHECK(read("增长4.5-5%") == jj::between(4.5, 5, "%", {.measure = growth}));
  CHECK(read("增长5%—6%") == jj::between(5, 6, "%", {.measure = growth}));
  CHECK(read("提高6%") == jj::reach(6, "%", {.measure = growth}));
  CHECK(read("增长百分之五") == jj::reach(5, "%", {.measure = growth}));
  CHECK(read("正增长") == jj::above(0, "%", {.measure = growth}));
  CHECK(read("两位数增长") == jj::at_least(10, "%", {.measure = growth}));
}

TEST_CASE("a growth by multiples is a growth in %") {
  CHECK(read("增长2倍") == jj::reach(200, "%", {.measure = growth}));    // to three times as much
  CHECK(read("增长1.8倍") == jj::reach(180, "%", {.measure = growth}));  // to 2.8 times as much
}

TEST_CASE("a fall is a negative rate, and a larger fall is a smaller rate") {
  const jj::TargetOptions rate{.measure = growth};
  CHECK(read("下降5%以上") == jj::at_most(-5, "%", rate));
  CHECK(read("下降超5%") == jj::below(-5, "%", rate));
  CHECK(read("下降5%以内") == jj::at_least(-5, "%", rate));
  CHECK(read("下降不足5%") == jj::above(-5, "%", rate));
  CHECK(read("下降3%—5%") == jj::between(-5, -3, "%", {.measure = growth, .direction = lower}));
  CHECK(read("压减5%") == jj::reach(-5, "%", {.measure = growth, .direction = lower}));
  CHECK(jj::goal_value(read("下降4%左右")) == -3.5);  // -4 + 0.5: lower is better
}

TEST_CASE("百分点 are a change and never a growth") {
  CHECK(read("提高1个百分点以上") == jj::at_least(1, "百分点"));
  CHECK(read("下降1.5个百分点") == jj::reach(-1.5, "百分点", {.direction = lower}));
  CHECK(read("提升2百分点").measure() == jj::Measure::change);
}

TEST_CASE("新增 is a gross flow and 净增 a net one") {
  CHECK(read("新增2000个") == jj::reach(2000, "个", {.measure = increment}));
  CHECK(read("新增3家以上") == jj::at_least(3, "家", {.measure = increment}));
  CHECK(read("完成90亿元以上") == jj::at_least(90, "亿元", {.measure = increment}));
  CHECK(read("净增80家") == jj::reach(80, "家", {.measure = net_increment}));
  CHECK(read("增加80家") == jj::reach(80, "家", {.measure = net_increment}));
}

TEST_CASE("firmness is read from 确保, 力争, 争取 and 探索") {
  CHECK(read("力争突破500亿元") == jj::above(500, "亿元", {.firmness = jj::Firmness::stretch}));
  CHECK(read("力争达60%").firmness() == jj::Firmness::stretch);
  CHECK(read("争取3家").firmness() == jj::Firmness::stretch);
  CHECK(read("确保3万亩以上") == jj::at_least(3, "万亩", {.firmness = jj::Firmness::must}));
  CHECK(read("探索新增3家").firmness() == jj::Firmness::exploratory);
  CHECK(read("3家").firmness() == jj::Firmness::committed);
}

TEST_CASE("places in a ranking are read in digits and in words") {
  CHECK(read("前十") == jj::at_most(10, "位", {.measure = rank}));
  CHECK(read("前10名") == jj::at_most(10, "位", {.measure = rank}));
  CHECK(read("前10位") == jj::at_most(10, "位", {.measure = rank}));
  CHECK(read("第6") == jj::reach(6, "位", {.measure = rank}));
  CHECK(read("第6位") == jj::reach(6, "位", {.measure = rank}));
  CHECK(read("前二十") == jj::at_most(20, "位", {.measure = rank}));
}

TEST_CASE("the base of a comparison is kept") {
  using Kind = jj::ComparisonBase::Kind;
  CHECK(read("同比增长7%") == jj::reach(7, "%", {.measure = growth}));
  CHECK(read("比上年增长7%") == jj::reach(7, "%", {.measure = growth}));
  CHECK(read("环比增长2%").base() == jj::ComparisonBase{Kind::previous_period});
  CHECK(read("较2020年下降18%").base() == jj::ComparisonBase{Kind::since, 2020});
  CHECK(read("较2020年下降18%").value() == -18);
  CHECK(read("同口径增长5.5%") == jj::reach(5.5, "%", {.measure = growth, .basis = "同口径"}));
}

TEST_CASE("Chinese numerals are numbers") {
  CHECK(read("三座") == jj::reach(3, "座"));
  CHECK(read("十二条") == jj::reach(12, "条"));
  CHECK(read("两所") == jj::reach(2, "所"));
  CHECK(read("一千二百零三户") == jj::reach(1203, "户"));
  CHECK(read("百分之五") == jj::reach(5, "%"));
  CHECK(read("超七成") == jj::above(7, "成"));
}

TEST_CASE("scales belong to the unit, and 人次 is not 人") {
  CHECK(read("12万人次") == jj::reach(12, "万人次"));
  CHECK(read("5亿斤") == jj::reach(5, "亿斤"));
  CHECK(read("1.5万亿元") == jj::reach(1.5, "万亿元"));
  CHECK(read("30亿千瓦时") == jj::reach(30, "亿千瓦时"));
  CHECK(read("4个/千人") == jj::reach(4, "个/千人"));
}

TEST_CASE("full width figures, thousands commas and spaces are read") {
  CHECK(read("９％左右") == jj::about(9, "%"));
  CHECK(read("1,217个") == jj::reach(1217, "个"));
  CHECK(read("1，217个") == jj::reach(1217, "个"));
  CHECK(read(" 超 900 家 ") == jj::above(900, "家"));
  CHECK(read("-2亿元") == jj::reach(-2, "亿元"));
}

TEST_CASE("units of one's own are read from their table") {
  jj::UnitTable units = jj::UnitTable::standard();
  units.add("台套", "台套");
  CHECK(jj::Target::parse("超3万台套", units).unit() == units.at("万台套"));
  CHECK_THROWS_AS(read("超3万台套"), jj::FormatError);
}
