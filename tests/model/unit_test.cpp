// SPDX-License-Identifier: BSL-1.0

#include <jinjiang/model/unit.hpp>

#include <limits>

#include "support/text.hpp"

namespace {

const jj::UnitTable& standard() { return jj::UnitTable::standard(); }
double converted(double value, const char* from, const char* to) {
  return jj::convert(value, standard().at(from), standard().at(to));
}
std::string refusal(const char* from, const char* to) {
  return message_of<jj::UnitError>([&] { (void)converted(1, from, to); });
}

}  // namespace

TEST_CASE("fifteen 亩 are one 公顷 exactly") {
  CHECK(converted(15, "亩", "公顷") == 1);
  CHECK(converted(1, "公顷", "亩") == 15);
  CHECK(converted(1.5, "万亩", "公顷") == 1000);
  CHECK(converted(7000, "亩", "公顷") == near(7000.0 / 15));
  CHECK(converted(1, "平方公里", "公顷") == 100);
  CHECK(converted(1, "万平方米", "公顷") == 1);
  CHECK(converted(3, "亩", "平方米") == 2000);
}

TEST_CASE("numeral scales stand before any unit") {
  CHECK(converted(1, "亿元", "万元") == 10000);
  CHECK(converted(1, "万亿元", "亿元") == 10000);
  CHECK(converted(5.6, "万户", "户") == 56000);
  CHECK(converted(2, "百万吨", "吨") == 2e6);
  CHECK(converted(3, "千万元", "亿元") == near(0.3));
  CHECK(converted(3, "十万人", "人") == 3e5);
}

TEST_CASE("some units count whole things") {
  const auto things = [](const char* unit) { return jj::whole_things(standard().at(unit)); };
  CHECK(things("户") == 1);
  CHECK(things("万户") == 10000);
  CHECK(things("标准箱") == 1);
  for (const char* unit : {"亩", "%", "元", "户/天", "岁", "天"}) CHECK_FALSE(things(unit));
  CHECK_FALSE(jj::whole_things(jj::Unit{}));
  CHECK(jj::whole_things(jj::Unit({"打", "个", 12})) == 12);
}

TEST_CASE("a unit that begins like a scale is itself") {
  CHECK(converted(1, "千瓦", "瓦") == 1000);
  CHECK(converted(1, "万千瓦", "千瓦") == 10000);
  CHECK(converted(1, "千米", "公里") == 1);
  CHECK(converted(1, "千克", "斤") == 2);
}

TEST_CASE("physical units convert inside their dimension") {
  CHECK(converted(1, "吨", "公斤") == 1000);
  CHECK(converted(3, "斤", "公斤") == 1.5);
  CHECK(converted(2, "天", "小时") == 48);
  CHECK(converted(1, "年", "月") == 12);
  CHECK(converted(90, "分钟", "小时") == 1.5);
  CHECK(converted(1, "立方米", "升") == 1000);
}

TEST_CASE("percentages, per mille and 成 are one dimension") {
  CHECK(converted(5, "‰", "%") == 0.5);
  CHECK(converted(7, "成", "%") == 70);
  CHECK(standard().at("％") == standard().at("%"));
  CHECK(standard().at("个百分点") == standard().at("百分点"));
}

TEST_CASE("% and 百分点 never mix, and the message names both") {
  CHECK(holds(refusal("%", "百分点"), "cannot convert \"%\" to \"百分点\""));
  CHECK(holds(refusal("百分点", "%"), "cannot convert \"百分点\" to \"%\""));
}

TEST_CASE("every measure word counts things of its own kind") {
  CHECK(holds(refusal("户", "家"), "cannot convert \"户\" to \"家\""));
  CHECK(holds(refusal("万户", "家"), "cannot convert \"万户\" to \"家\""));
  CHECK(holds(refusal("人", "人次"), "cannot convert \"人\" to \"人次\""));
  CHECK(holds(refusal("元", "美元"), "cannot convert \"元\" to \"美元\""));
  CHECK(holds(refusal("亩", "元"), "cannot convert"));
}

TEST_CASE("a bare number is no percentage") {
  CHECK(jj::Unit().is_none());
  CHECK(standard().at("").is_none());
  const auto call = [] { (void)jj::convert(1, jj::Unit(), standard().at("%")); };
  CHECK(holds(message_of<jj::UnitError>(call), "cannot convert no unit to \"%\""));
}

TEST_CASE("rates are two units with a stroke or 每 between") {
  CHECK(standard().at("微克每立方米") == standard().at("微克/立方米"));
  CHECK(converted(12, "元/年", "元/月") == 1);
  CHECK(converted(4, "个/千人", "个/人") == near(0.004));
  CHECK(converted(1, "万元/亩", "元/亩") == 10000);
  CHECK(converted(1500, "元/亩", "元/公顷") == 22500);
  CHECK(holds(refusal("元/月", "元"), "cannot convert \"元/月\" to \"元\""));
  CHECK(holds(refusal("个/千人", "人/千人"), "cannot convert"));
}

TEST_CASE("an unknown unit is refused with the nearest ones") {
  CHECK(holds(message_of<jj::UnitError>([] { (void)standard().at("平方"); }),
              "unknown unit \"平方\"; nearest: "));
  CHECK(holds(message_of<jj::UnitError>([] { (void)standard().at("平方"); }), "平方米"));
  CHECK_FALSE(standard().find("嗖").has_value());
  CHECK_FALSE(standard().find("元/嗖").has_value());
  CHECK_FALSE(standard().find(std::string(65, 'x')).has_value());
}

TEST_CASE("units of one's own are added to a copy of the table") {
  jj::UnitTable units = standard();
  units.add("担", "公斤", 50);
  CHECK(jj::convert(2, units.at("万担"), units.at("吨")) == 1000);
  CHECK_FALSE(standard().find("担").has_value());
  REQUIRE(units.difference(standard()).size() == 1);
  CHECK(units.difference(standard())[0].symbol == "担");
  CHECK(standard().difference(units).empty());
  CHECK_FALSE(units == standard());
}

TEST_CASE("a definition that is no unit is refused") {
  jj::UnitTable units;
  const auto refused = [&](std::string symbol, double numerator, double denominator = 1) {
    return message_of<jj::UnitError>([&] { units.add(symbol, "d", numerator, denominator); });
  };
  constexpr double infinity = std::numeric_limits<double>::infinity();
  CHECK(holds(refused("", 1), "1 to 64 bytes"));
  CHECK(holds(refused(std::string(65, 'x'), 1), "1 to 64 bytes"));
  CHECK(holds(refused("a\n", 1), "printable"));
  CHECK(holds(refused("\xff", 1), "UTF-8"));
  CHECK(holds(refused("x", 0), "finite number above 0"));
  CHECK(holds(refused("x", -1), "finite number above 0"));
  CHECK(holds(refused("x", 1, infinity), "finite number above 0"));
  CHECK(units.symbols().empty());
}

TEST_CASE("units are equal when they mean the same") {
  CHECK(standard().at("亩") == standard().at("亩"));
  CHECK_FALSE(standard().at("亩") == standard().at("公顷"));
  CHECK(jj::Unit({"亩", "平方米", 1e4, 15}) == standard().at("亩"));
}

TEST_CASE("two spellings of one unit are equal, and each keeps its own") {
  CHECK(standard().at("平方公里") == standard().at("平方千米"));
  CHECK(standard().at("公斤") == standard().at("千克"));
  CHECK(standard().at("千瓦时") == standard().at("度"));
  CHECK(standard().at("天") == standard().at("日"));
  CHECK(standard().at("个月") == standard().at("月"));
  CHECK(standard().at("标箱") == standard().at("标准箱"));
  CHECK(standard().at("万元/月") == standard().at("万元/个月"));
  CHECK(standard().at("万千米") == standard().at("万公里"));
  CHECK(standard().at("元/天") == standard().at("元/日"));
  CHECK_FALSE(standard().at("元/天") == standard().at("元/小时"));
  CHECK(standard().at("元/日").canonical_symbol() == "元/天");
  CHECK(standard().at("万千米").canonical_symbol() == "万公里");
  CHECK_FALSE(standard().at("公顷") == standard().at("万平方米"));  // as quantities they are
  CHECK(jj::Quantity(1, "公顷") == jj::Quantity(1, "万平方米"));
  CHECK(standard().at("平方千米").symbol() == "平方千米");
  CHECK_FALSE(is_spelt_alike(standard().at("平方公里"), standard().at("平方千米")));
  CHECK_FALSE(standard().at("个") == standard().at("件"));
  CHECK(jj::reach(5, "平方公里") == jj::reach(5, "平方千米"));
  CHECK(standard().at("㎡") == standard().at("平方米"));
  CHECK(standard().at("万m²") == standard().at("万㎡"));
  CHECK(standard().at("元/㎡").canonical_symbol() == "元/平方米");
}

TEST_CASE("a symbol that could be read in two ways is refused") {
  const auto refused = [](std::string symbol, std::string dimension = "d") {
    jj::UnitTable units = standard();
    return message_of<jj::UnitError>([&] { units.add(symbol, dimension, 7); });
  };
  CHECK(
      holds(refused("万"), "unit \"万\": it is a numeral scale: 5万 would be a number and a unit"));
  CHECK(holds(refused("十亿"), "numeral scale"));
  CHECK(holds(refused("万元"), "\"万元\" would be both a unit and so many \"元\""));
  CHECK(holds(refused("瓦时"), "\"千瓦时\" would be both a unit and so many \"瓦时\""));
  for (const char* symbol : {"3号", "-号", "以上", "左右", "多", "/月", "，"}) {
    CHECK(holds(refused(symbol), "read as something else than a unit; choose another symbol"));
  }
}

TEST_CASE("a symbol with a scale that means the same is no second reading") {
  jj::UnitTable units = standard();
  CHECK_NOTHROW(units.add("万元", "元", 1e4));
  CHECK_NOTHROW(units.add("瓦时", "千瓦时", 1, 1000));
  CHECK(units.at("千瓦时") == standard().at("度"));
}

TEST_CASE("a factor beyond what conversions can hold is refused") {
  jj::UnitTable units;
  CHECK(holds(message_of<jj::UnitError>([&] { units.add("x", "d", 1e31); }), "from 1e-30 to 1e30"));
  CHECK(holds(message_of<jj::UnitError>([&] { units.add("x", "d", 1, 1e-31); }), "found 1e-31"));
  units.add("x", "d", 1e30, 1e-30);
  units.add("y", "e", 1e-30, 1e30);
  CHECK(jj::convert(1, units.at("亿x/y"), units.at("x/y")) == near(1e8));
}
