// SPDX-License-Identifier: BSL-1.0
#include <jinjiang/reading/numerals.hpp>

#include <cmath>
#include <limits>
#include <random>

#include "support/catch.hpp"

namespace {

namespace jj = jinjiang;
using jj::reading::NumeralKind;
using jj::reading::read_numeral;
using jj::reading::to_chinese;

double value_of(std::string_view text) {
  const auto numeral = read_numeral(text);
  REQUIRE(numeral.has_value());
  CHECK(numeral->bytes == text.size());
  return numeral->value;
}
NumeralKind kind_of(std::string_view text) {
  const auto numeral = read_numeral(text);
  REQUIRE(numeral.has_value());
  return numeral->kind;
}

}  // namespace

TEST_CASE("digits are read in half and full width, with separators in groups of three") {
  CHECK(value_of("1217") == 1217);
  CHECK(value_of("1,217") == 1217);
  CHECK(value_of("12,345,678.5") == 12345678.5);
  CHECK(value_of("１２１７") == 1217);
  CHECK(value_of("１，２１７．５") == 1217.5);
  CHECK(value_of("-3.2") == -3.2);
  CHECK(value_of("−3") == -3);
  CHECK(value_of("0.00012") == 0.00012);
}

TEST_CASE("digits that make no number are read as far as they make one") {
  CHECK(read_numeral("1,23")->bytes == 1);
  CHECK(read_numeral("1,2345")->bytes == 1);
  CHECK(read_numeral("12,345,67")->bytes == 6);
  CHECK(read_numeral("5.家")->bytes == 1);
  CHECK(read_numeral("5，100家")->bytes == 1);
  CHECK(read_numeral("1.2.3")->bytes == 3);
}

TEST_CASE("a scale is read with its digits, and rounded once") {
  CHECK(value_of("0.58万") == 5800);
  CHECK(value_of("5.6万") == 56000);
  CHECK(value_of("1.1万") == 11000);
  CHECK(value_of("0.07亿") == 7000000);
  CHECK(value_of("1.2万亿") == 1.2e12);
  CHECK(value_of("3千") == 3000);
  CHECK(value_of("５．６万") == 56000);
  CHECK(read_numeral("5.6万户")->scale == 1e4);
  CHECK(read_numeral("1.2万亿元")->scale == 1e12);
  CHECK(read_numeral("一万")->scale == 1);
  CHECK_FALSE(read_numeral("5.6万")->is_chinese);
}

TEST_CASE("Chinese numerals") {
  CHECK(value_of("零") == 0);
  CHECK(value_of("三") == 3);
  CHECK(value_of("两") == 2);
  CHECK(value_of("俩") == 2);
  CHECK(value_of("十") == 10);
  CHECK(value_of("十五") == 15);
  CHECK(value_of("三十") == 30);
  CHECK(value_of("两百") == 200);
  CHECK(value_of("一百零五") == 105);
  CHECK(value_of("一百一十") == 110);
  CHECK(value_of("一千二百零三") == 1203);
  CHECK(value_of("一万二千") == 12000);
  CHECK(value_of("三万零五十") == 30050);
  CHECK(value_of("一亿零三百万") == 103000000);
  CHECK(value_of("十万") == 100000);
  CHECK(value_of("百") == 100);
  CHECK(value_of("万") == 10000);
  CHECK(value_of("千亿") == 1e11);
  CHECK(value_of("两万亿") == 2e12);
  CHECK(value_of("二〇二四") == 2024);
  CHECK(value_of("二〇") == 20);
  CHECK(value_of("一百〇五") == 105);
  CHECK(value_of("–5") == -5);
  CHECK(value_of("一九九八") == 1998);
  CHECK(value_of("三点五") == 3.5);
  CHECK(value_of("一点二万") == 12000);
  CHECK(value_of("零点五") == 0.5);
  CHECK(value_of("负三") == -3);
  CHECK(read_numeral("百场")->is_chinese);
}

TEST_CASE("shares of a whole are in percent") {
  CHECK(value_of("八成") == 80);
  CHECK(value_of("3成") == 30);
  CHECK(value_of("七成五") == 75);
  CHECK(value_of("三分之二") == Approx(200.0 / 3));
  CHECK(value_of("四分之三") == 75);
  CHECK(value_of("百分之五") == 5);
  CHECK(value_of("百分之九十八") == 98);
  CHECK(value_of("百分之五点五") == 5.5);
  CHECK(value_of("千分之五") == 0.5);
  CHECK(value_of("半数") == 50);
  CHECK(value_of("一半") == 50);
  CHECK(value_of("5‰") == 0.5);
  CHECK(value_of("5.6%") == 5.6);
  CHECK(value_of("５．６％") == 5.6);
  for (const char* text : {"八成", "三分之二", "半数", "5‰", "5%"})
    CHECK(kind_of(text) == NumeralKind::share);
  CHECK(read_numeral("三成为")->kind == NumeralKind::number);
}

TEST_CASE("multiples") {
  CHECK(value_of("3倍") == 3);
  CHECK(value_of("两倍半") == 2.5);
  CHECK(value_of("1.8倍") == 1.8);
  CHECK(value_of("翻番") == 2);
  CHECK(value_of("翻一番") == 2);
  CHECK(value_of("翻两番") == 4);
  CHECK(value_of("翻三番") == 8);
  CHECK(value_of("翻了一番") == 2);
  for (const char* text : {"3倍", "翻一番", "翻番"}) CHECK(kind_of(text) == NumeralKind::factor);
  CHECK(jj::reading::factor_of_growth(2) == 3);
  CHECK(jj::reading::factor_of_growth(1.8) == 2.8);
}

TEST_CASE("what has no certain value says the least that it can be") {
  CHECK(value_of("数十") == 10);
  CHECK(value_of("上百") == 100);
  CHECK(value_of("几百") == 100);
  CHECK(value_of("数十万") == 100000);
  CHECK(value_of("十几") == 11);
  CHECK(value_of("七八十") == 70);
  CHECK(value_of("三五") == 3);
  for (const char* text : {"数十", "上百", "几百", "十几"})
    CHECK(kind_of(text) == NumeralKind::unknown);
  // 150 to a speaker, 105 to a clerk.
  CHECK(read_numeral("一百五")->kind == NumeralKind::unknown);
  CHECK(read_numeral("一百五")->value == 105);
}

TEST_CASE("what is no number") {
  for (const char* text :
       {"", "家", "第三", "百姓家", "-", ".5", "分之二", "翻新", "上海", "数字"}) {
    INFO(text);
    const auto numeral = read_numeral(text);
    // 百姓: that 百 is part of a word is the clause's business.
    if (std::string_view(text) == "百姓家") {
      CHECK(numeral->bytes == 3);
    } else {
      CHECK_FALSE(numeral.has_value());
    }
  }
  CHECK_FALSE(read_numeral(std::string(400, '9')).has_value());
  CHECK_FALSE(read_numeral("\xFF\xFE").has_value());
}

TEST_CASE("a numeral of a million digits is read in one go") {
  const auto numeral = read_numeral("0." + std::string(1000000, '3'));
  REQUIRE(numeral.has_value());
  CHECK(numeral->value == 1.0 / 3);
}

TEST_CASE("to Chinese numerals") {
  CHECK(to_chinese(0) == "零");
  CHECK(to_chinese(10) == "十");
  CHECK(to_chinese(15) == "十五");
  CHECK(to_chinese(110) == "一百一十");
  CHECK(to_chinese(1203) == "一千二百零三");
  CHECK(to_chinese(10000) == "一万");
  CHECK(to_chinese(100010) == "十万零一十");
  CHECK(to_chinese(120000000) == "一亿二千万");
  CHECK(to_chinese(1000000000000) == "一万亿");
  CHECK(to_chinese(1234500000000) == "一万二千三百四十五亿");
  CHECK(to_chinese(0.5) == "零点五");
  CHECK(to_chinese(-3.25) == "负三点二五");
  CHECK_THROWS_AS(to_chinese(1e16), std::domain_error);
  CHECK_THROWS_AS(to_chinese(std::numeric_limits<double>::infinity()), std::domain_error);
  CHECK_THROWS_AS(to_chinese(std::nan("")), std::domain_error);
}

TEST_CASE("what is written in Chinese is read back") {
  std::mt19937_64 random(20240114);
  std::size_t wrong = 0;
  for (int i = 0; i < 20000; ++i) {
    const auto digits = static_cast<int>(random() % 15) + 1;
    double value =
        std::floor(std::ldexp(static_cast<double>(random() >> 11U), -53) * std::pow(10.0, digits));
    if (i % 3 == 0) value += static_cast<double>(random() % 1000) / 1000;
    const std::string text = to_chinese(value);
    const auto back = read_numeral(text);
    if (!back || back->value != value || back->bytes != text.size()) {
      if (++wrong < 5) UNSCOPED_INFO(value << " " << text << " " << (back ? back->value : -1));
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("a quantity is given the scale that a reader expects") {
  const auto scaled = [](double value, const char* unit) {
    return to_string(jj::reading::with_scale(jj::Quantity(value, unit)));
  };
  CHECK(scaled(56000, "户") == "5.6 万户");
  CHECK(scaled(170000000000, "元") == "1700 亿元");
  CHECK(scaled(1.2e12, "元") == "1.2 万亿元");
  CHECK(scaled(9999, "户") == "9999 户");
  CHECK(scaled(-56000, "户") == "-5.6 万户");
  CHECK(scaled(56000, "千瓦") == "5.6 万千瓦");
  CHECK(scaled(56000, "%") == "56000 %");
  CHECK(scaled(56000, "万元") == "56000 万元");
  CHECK(scaled(56000, "元/月") == "56000 元/月");
  CHECK(scaled(56000, "百分点") == "56000 百分点");
  const jj::Quantity people(56000, "人");
  CHECK(jj::reading::with_scale(people) == people);
}
