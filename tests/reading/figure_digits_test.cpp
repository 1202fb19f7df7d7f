// SPDX-License-Identifier: BSL-1.0
// Digits as they come out of other programs: in groups, of full width, with signs of every kind,
// and damaged.
#include <jinjiang/reading/figures.hpp>

#include <algorithm>
#include <sstream>

#include "support/catch.hpp"

namespace {

using namespace jinjiang::reading;

/// `3000家 count` for each figure, then what is unread in brackets.
std::string read(std::string_view sentence) {
  const FigureReading reading = read_figures(sentence);
  std::ostringstream out;
  for (const Figure& figure : reading.figures) {
    out << (out.tellp() > 0 ? ", " : "") << figure.value;
    if (figure.upper) out << "-" << *figure.upper;
    out << figure.unit.symbol() << " " << to_string(figure.measure);
  }
  for (const TextRange& range : reading.unread) out << " [" << range.of(sentence) << "]";
  return out.str();
}
bool has_doubt(std::string_view sentence, std::string_view code) {
  const FigureReading reading = read_figures(sentence);
  return std::ranges::any_of(reading.figures.at(0).doubts,
                             [code](const Doubt& doubt) { return doubt.code == code; });
}

}  // namespace

TEST_CASE("groups of three digits are one number") {
  for (const char* words : {"新增企业3,000家", "新增企业3，000家", "新增企业3 000家"}) {
    CAPTURE(words);
    CHECK(read(words) == "3000家 increment");
  }
  CHECK(read("新增企业1，217，000家") == "1.217e+06家 increment");
  CHECK(read("发放补贴1，200万元") == "1200万元 increment");
  CHECK(read("新增企业3，000余家") == "3000家 increment");
  CHECK(has_doubt("新增企业1，200家", "digits_grouped"));
  CHECK(read("新增甲5家，300家企业上云") == "5家 increment, 300家 increment");
  CHECK(read("综合指数达到95，300家企业上云") == "95 level, 300家 count");
}

TEST_CASE("the rest of a broken number is no figure") {
  CHECK(read("新增企业3，00家") == " [3] [00]");
  CHECK(read("新增企业3，0000家") == " [3] [0000]");
  CHECK(read("新增企业000家") == " [000]");
  CHECK(read("新增企业3，50家") == " [3] [50家]");
  CHECK(read("到2030，300家企业上云") == "300家 count [2030]");
  CHECK(read("新增农户.5万户") == " [.5万]");
  CHECK(read("新增农户0.5万户") == "0.5万户 increment");
}

TEST_CASE("a minus sign of any make is one") {
  for (const char* words : {"投资增长-2%", "投资增长−2%", "投资增长－2%", "投资增长–2%"}) {
    CAPTURE(words);
    CHECK(read(words) == "-2% growth");
  }
  CHECK(read("A－2地块出让30亩") == "30亩 increment [2]");
  CHECK(read("投资增长2%–3%") == "2-3% growth");
  CHECK(read("投资增长2%−3%") == "2-3% growth");
}

TEST_CASE("〇 keeps a place") {
  CHECK(read("新增企业二〇家") == "20家 increment");
  CHECK(read("新增企业一二〇家") == "120家 increment");
  CHECK(read("新增企业一百〇五家") == "105家 increment");
}

TEST_CASE("letters of full width are letters") {
  for (const char* words : {"PM2.5浓度下降3%", "PM２．５浓度下降3%", "ＰＭ２．５浓度下降3%"}) {
    CAPTURE(words);
    const FigureReading reading = read_figures(words);
    REQUIRE(reading.figures.size() == 1);
    CHECK(reading.figures[0].value == -3);
    REQUIRE(reading.traps.size() == 1);
    CHECK(reading.traps[0].kind == TrapKind::name);
  }
  CHECK(read("完成GDP１２００亿元") == "1200亿元 increment");
  CHECK(read("ＧＤＰ增长6%") == "6% growth");
  CHECK(read("新建５Ｇ基站600座") == "600座 count");
}

TEST_CASE("a range that falls is a slip") {
  CHECK(read("新建公园8至3家") == " [8至3家]");
  CHECK(read("投资增长8%—3%") == " [8%—3%]");
  CHECK(read("新增企业八到三家") == " [八到三家]");
  CHECK(read("新增企业三至八家") == "3-8家 increment");
  CHECK(read("由8家至3家") != " [8家至3家]");
  CHECK(read("培训5000至1万人") == "0.5-1万人 count");
  CHECK(read("完成投资5000万元—1亿元") == "0.5-1亿元 increment");
}

TEST_CASE("a share of no parts is none") {
  CHECK(read("培育三分之零家企业") == "");
  CHECK(read("三分之二行政村达标") == "66.6667% share");
}
