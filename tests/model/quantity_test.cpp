// SPDX-License-Identifier: BSL-1.0

#include <jinjiang/model/quantity.hpp>

#include <limits>

#include "support/text.hpp"

using jj::Quantity;

namespace {

std::string refusal(std::string_view text) {
  return message_of<jj::FormatError>([&] { (void)Quantity::parse(text); });
}

}  // namespace

TEST_CASE("a quantity converts to another unit of its dimension") {
  CHECK(Quantity(15, "亩").to("公顷").value() == 1);
  CHECK(Quantity(1, "公顷") == Quantity(15, "亩"));
  CHECK_FALSE(Quantity(1, "家") == Quantity(1, "户"));
  CHECK(holds(message_of<jj::UnitError>([] { (void)Quantity(1, "家").to("户"); }), "\"家\""));
}

TEST_CASE("sums and differences are in the unit of the first") {
  const Quantity sum = Quantity(1, "亿元") + Quantity(5000, "万元");
  CHECK(sum.value() == 1.5);
  CHECK(sum.unit().symbol() == "亿元");
  CHECK((Quantity(1, "公顷") - Quantity(15, "亩")).value() == 0);
  CHECK((-Quantity(3, "家")).value() == -3);
  CHECK((2 * Quantity(3, "家") / 4).value() == 1.5);
  CHECK(Quantity(1, "亿元") / Quantity(5000, "万元") == 2);
}

TEST_CASE("operations on two dimensions are refused") {
  const auto sum = [] { (void)(Quantity(1, "%") + Quantity(1, "百分点")); };
  CHECK(holds(message_of<jj::UnitError>(sum), "\"百分点\" to \"%\""));
  CHECK_THROWS_AS((void)(Quantity(1, "家") < Quantity(1, "户")), jj::UnitError);
  CHECK_THROWS_AS((void)(Quantity(1, "家") / Quantity(1, "户")), jj::UnitError);
}

TEST_CASE("quantities of one dimension have an order") {
  CHECK(Quantity(14, "亩") < Quantity(1, "公顷"));
  CHECK(Quantity(1, "万户") > Quantity(9999, "户"));
  CHECK(Quantity(15, "亩") <= Quantity(1, "公顷"));
}

TEST_CASE("a quantity needs a finite number") {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  CHECK_THROWS_AS(Quantity(infinity, "家"), jj::UnitError);
  CHECK_THROWS_AS(Quantity(std::numeric_limits<double>::quiet_NaN(), "家"), jj::UnitError);
}

TEST_CASE("a quantity is read with its scale in the unit") {
  CHECK(Quantity::parse("5.6万户").value() == 5.6);
  CHECK(Quantity::parse("5.6万户").unit().symbol() == "万户");
  CHECK(Quantity::parse("1,217个").value() == 1217);
  CHECK(Quantity::parse("1,234,567.5元").value() == 1234567.5);
  CHECK(Quantity::parse("-2 亿元").value() == -2);
  CHECK(Quantity::parse("１２％") == Quantity(12, "%"));
  CHECK(Quantity::parse("百分之五") == Quantity(5, "%"));
}

TEST_CASE("a figure in Chinese numerals is a number") {
  CHECK(Quantity::parse("百场") == Quantity(100, "场"));
  CHECK(Quantity::parse("三座") == Quantity(3, "座"));
  CHECK(Quantity::parse("万户") == Quantity(10000, "户"));
  CHECK(Quantity::parse("十二条") == Quantity(12, "条"));
  CHECK(Quantity::parse("一千二百零三个") == Quantity(1203, "个"));
  CHECK(Quantity::parse("两万五千人") == Quantity(25000, "人"));
  CHECK(Quantity::parse("三亿元") == Quantity(3e8, "元"));
  CHECK(Quantity::parse("一万亿元") == Quantity(1e12, "元"));
  CHECK(Quantity::parse("一万零五十人") == Quantity(10050, "人"));
}

TEST_CASE("what is no quantity is refused with the reason") {
  CHECK_FALSE(refusal("").empty());
  CHECK_FALSE(refusal("很多").empty());
  CHECK(holds(refusal("1,23个"), "groups of three"));
  CHECK(holds(refusal("一百百家"), "not well formed"));
  CHECK(holds(refusal("一百五家"), "not well formed"));  // 150 to a speaker, 105 to a clerk
  CHECK_FALSE(refusal("5家户").empty());
  CHECK_FALSE(refusal("5嗖").empty());
}

TEST_CASE("a quantity is written with its unit") {
  CHECK(jj::to_string(Quantity(7000, "亩")) == "7000 亩");
  CHECK(jj::to_string(Quantity(5.6, "万户")) == "5.6 万户");
  CHECK(jj::to_string(Quantity(100000, "元")) == "100000 元");
  CHECK(jj::to_string(Quantity(3, jj::Unit())) == "3");
}
