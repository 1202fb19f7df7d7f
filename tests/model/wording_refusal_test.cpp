// SPDX-License-Identifier: BSL-1.0

// Wordings that cannot be read without guessing, and the reason given.

#include <jinjiang/model/target.hpp>

#include "support/text.hpp"

namespace {

std::string refusal(std::string_view text) {
  return message_of<jj::FormatError>([&] { (void)jj::Target::parse(text); });
}

}  // namespace

TEST_CASE("a refusal quotes the wording") {
  CHECK(holds(refusal("一批示范村"), "cannot read the target \"一批示范村\""));
}

TEST_CASE("an empty wording is refused") {
  CHECK(holds(refusal(""), "it is empty"));
  CHECK(holds(refusal(" 　"), "it is empty"));
}

TEST_CASE("hedges that set no bound are refused") {
  CHECK(holds(refusal("近200家"), "\"近\" before a number sets no bound"));
  CHECK(holds(refusal("接近200家"), "\"接近\" before a number sets no bound"));
  CHECK(holds(refusal("30余项"), "\"余\" after a number sets no bound"));
  CHECK(holds(refusal("500多户"), "\"多\" after a number sets no bound"));
  CHECK(holds(refusal("上百家"), "\"上\" before a number sets no bound"));
  CHECK(holds(refusal("数十家"), "\"数\" before a number sets no bound"));
}

TEST_CASE("two bounds for one figure are refused") {
  CHECK(holds(refusal("超100个以上"), "two bounds, \"超\" and \"以上\""));
  CHECK(holds(refusal("不低于5%—6%"), "two bounds"));
  CHECK(holds(refusal("5%—6%左右"), "two bounds"));
}

TEST_CASE("two movements are refused") {
  CHECK(holds(refusal("增长下降3%"), "two movements, \"增长\" and \"下降\""));
}

TEST_CASE("a figure without a unit or with an unknown one is refused") {
  CHECK(holds(refusal("100"), "expected a unit after the number"));
  CHECK(holds(refusal("超100"), "expected a unit after the number"));
  CHECK(holds(refusal("100嗖"), "unknown unit \"嗖\""));
}

TEST_CASE("words without a figure are refused") {
  CHECK(holds(refusal("保持在合理区间"), "expected a number at \"合理区间\""));
  CHECK(holds(refusal("只增不减"), "expected a number"));
  CHECK(holds(refusal("半数以上"), "expected a number"));
  CHECK(holds(refusal("增长"), "expected a number at the end"));
  CHECK(holds(refusal("前列"), "expected a number"));
}

TEST_CASE("a target that follows another series is refused with what to do") {
  CHECK(holds(refusal("与经济增长同步"), "Target::relative"));
}

TEST_CASE("multiples of an unknown figure are refused with what to do") {
  CHECK(holds(refusal("翻一番"), "a multiple needs its baseline value"));
  CHECK(holds(refusal("倍增"), "a multiple needs its baseline value"));
}

TEST_CASE("more than one figure is refused") {
  CHECK(holds(refusal("力争10亿元，确保8亿元"), "unexpected \"，确保8亿元\""));
  CHECK_FALSE(refusal("分别增长5%、6%").empty());
}

TEST_CASE("words of a class and of a fraction are refused, not read in part") {
  CHECK_FALSE(refusal("Ⅱ类以上90%").empty());
  CHECK_FALSE(refusal("三分之二以上").empty());
  CHECK_FALSE(refusal("千亿级").empty());
  CHECK(holds(refusal("100个镇街试点"), "unexpected \"镇街试点\""));
}

TEST_CASE("a yearly mean rate without its years is refused") {
  CHECK_FALSE(refusal("年均增长6%").empty());
}

TEST_CASE("a range of two units is refused") {
  CHECK(holds(refusal("5家-6户"), "one unit at both ends"));
  CHECK(holds(refusal("5%-以上"), "expected a number after \"-\""));
}

TEST_CASE("a place in a ranking takes no other unit") {
  CHECK(holds(refusal("前10%"), "counted in 名 or 位, found \"%\""));
}

TEST_CASE("a fall by an amount does not say from where") {
  CHECK(holds(refusal("下降5亿元"), "does not say from where"));
}

TEST_CASE("新增 does not go with a rate") {
  CHECK(holds(refusal("新增增长5%"), "\"增长\" does not go with a increment"));
}

TEST_CASE("figures that are written badly are refused") {
  CHECK(holds(refusal("1,23个"), "groups of three digits"));
  CHECK(holds(refusal("1.2.3个"), "one decimal point"));
  CHECK(holds(refusal("一百五家"), "not well formed"));
  CHECK(holds(refusal("一百百家"), "not well formed"));
}

TEST_CASE("a wording that is not UTF-8 is refused") {
  CHECK(holds(refusal("超\xff个"), "byte 3 is not UTF-8"));
}

TEST_CASE("a wording that contradicts itself is refused as a wording") {
  CHECK(holds(refusal("6%—5%"), "6%—5%"));
  CHECK(holds(refusal("净增2个百分点"), "净增2个百分点"));
}

TEST_CASE("a bare zero, which any reading meets, is refused with what to write") {
  CHECK(holds(refusal("0起"), "any reading meets a bare 0 起; write 不超过0起 (at most 0)"));
  CHECK(holds(refusal("新增0个"), "write 不超过0个"));
  CHECK(holds(refusal("保持在0起"), "write 不超过0起"));
  CHECK(holds(refusal("0起左右"), "write 不超过0起"));
  CHECK(holds(refusal("0%"), "of a growth, 零增长 or 正增长"));
  CHECK_NOTHROW(jj::Target::parse("不超过0起"));
  CHECK_NOTHROW(jj::Target::parse("控制在0起"));
  CHECK_NOTHROW(jj::Target::parse("增长0%"));
  CHECK_NOTHROW(jj::Target::parse("0—5起"));
}

TEST_CASE("a fall without a figure is refused with what to write") {
  CHECK(holds(refusal("负增长"), "does not say how far down; write 下降3%"));
  CHECK(holds(refusal("力争不出现负增长"), "does not say how far down"));
}

TEST_CASE("a wording that begins with its subject is told what to write instead") {
  CHECK(holds(refusal("三公经费下降5%"),
              "begins with the figure or its verb, not with its subject: write \"下降5%\" and put "
              "\"三公经费\" in the title"));
  CHECK(holds(refusal("力争财政收入100亿元"), "write \"100亿元\" and put \"财政收入\""));
  CHECK_FALSE(holds(refusal("分别增长5%、6%"), "subject"));
  CHECK_FALSE(holds(refusal("100嗖"), "subject"));
}
