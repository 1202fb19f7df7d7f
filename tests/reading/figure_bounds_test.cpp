// SPDX-License-Identifier: BSL-1.0
// Which way is better, and whether a bound is of a year's sum.
#include <jinjiang/model.hpp>
#include <jinjiang/reading/figures.hpp>

#include <algorithm>
#include <sstream>

#include "support/catch.hpp"

namespace {

using namespace jinjiang::reading;

Figure the_figure(std::string_view sentence) {
  const FigureReading reading = read_figures(sentence);
  INFO(sentence);
  REQUIRE(reading.figures.size() == 1);
  return reading.figures.front();
}
/// `between 5 5.5 share lower`
std::string read(std::string_view sentence) {
  const Figure figure = the_figure(sentence);
  std::ostringstream out;
  out << to_string(figure.comparator) << " " << figure.value;
  if (figure.upper) out << " " << *figure.upper;
  out << " " << to_string(figure.measure) << " " << to_string(figure.direction);
  return out.str();
}
bool has_doubt(const Figure& figure, std::string_view code) {
  return std::ranges::any_of(figure.doubts,
                             [code](const Doubt& doubt) { return doubt.code == code; });
}

}  // namespace

TEST_CASE("below a range of what should be low nothing is missed") {
  CHECK(read("城镇调查失业率控制在5%—5.5%") == "between 5 5.5 share lower");
  CHECK(read("物价涨幅控制在2%—3%") == "between 2 3 growth lower");
  CHECK(read("单位GDP能耗下降2%—3%") == "between -3 -2 growth lower");
  CHECK(read("失业率4%—4.5%以内") == "between 4 4.5 share lower");
  CHECK(read("PM2.5浓度降至20—25微克/立方米") == "between 20 25 level lower");
  CHECK(has_doubt(the_figure("失业率4%—4.5%"), "direction_from_subject"));
  const jinjiang::Target target = the_figure("城镇调查失业率控制在5%—5.5%").target();
  CHECK(goal_value(target) == 5.5);
  CHECK(is_met(target, 4.9));
  CHECK_FALSE(is_met(target, 5.6));
}

TEST_CASE("above a range of what should be much something is missed, and is doubted") {
  CHECK(read("培育企业30-50家") == "between 30 50 count within");
  CHECK(has_doubt(the_figure("培育企业30-50家"), "range_within"));
  CHECK(has_doubt(the_figure("地区生产总值增长5%—6%"), "range_within"));
  CHECK_FALSE(has_doubt(the_figure("物价涨幅控制在2%—3%"), "range_within"));
}

TEST_CASE("a bound from above that is said of the year is a ceiling") {
  CHECK(read("全年三公经费不超过600万元") == "at_most 600 increment lower");
  CHECK(read("年内“三公”经费低于600万元") == "below 600 increment lower");
  CHECK(read("本年会议费不超过60万元") == "at_most 60 increment lower");
  CHECK(read("全年一般性支出控制在8000万元以内") == "at_most 8000 increment lower");
  CHECK(read("全年能源消费控制在55万吨标准煤") == "reach 55 increment lower");
  CHECK(the_figure("全年三公经费不超过600万元").target() ==
        jinjiang::Target::parse("全年不超过600万元"));
  // Rates, shares, stocks and what is done are not of the year's sum.
  CHECK(read("全年PM2.5浓度低于20微克/立方米") == "below 20 level lower");
  CHECK(read("全年失业率不超过5.5%") == "at_most 5.5 share lower");
  CHECK(read("年内债务余额不超过50亿元") == "at_most 50 level lower");
  CHECK(read("年内空置厂房不超过20处") == "at_most 20 level lower");
  CHECK(read("三公经费不超过600万元") == "at_most 600 level lower");
}

TEST_CASE("what is of a year in its nature says so where it is taken for a level") {
  for (const char* words : {"实现产值350亿元以上", "粮食产量不低于30万吨", "财政收入突破20亿元",
                            "销售额达50亿元", "三公经费不超过600万元"}) {
    CAPTURE(words);
    CHECK(the_figure(words).measure == jinjiang::Measure::level);
    CHECK(has_doubt(the_figure(words), "measure_guessed"));
  }
  for (const char* words : {"完成投资20亿元", "贷款余额达50亿元", "财政收入提高到20亿元",
                            "人均收入达5万元", "财政收入增长5%"}) {
    CAPTURE(words);
    CHECK_FALSE(has_doubt(the_figure(words), "measure_guessed"));
  }
}

TEST_CASE("a ceiling is named by what it caps") {
  CHECK(the_figure("全年一般性支出控制在800万元以内").title == "一般性支出");
}

TEST_CASE("more than was ordered is one share of the order") {
  const Figure figure = the_figure("完成上级下达任务的110%");
  CHECK(figure.value == 110);
  CHECK(figure.unit.symbol() == "%");
  CHECK_FALSE(figure.reference);
  CHECK(read("财政供养人员只减不增") == "at_most nan level lower");
}

TEST_CASE("a total is of what was named before") {
  const std::string_view sentence = "新增规上企业30家，总数达168家";
  const FigureReading reading = read_figures(sentence);
  REQUIRE(reading.figures.size() == 2);
  CHECK(reading.figures[1].title == "规上企业总数");
  CHECK(reading.figures[1].subject.of(sentence) == "规上企业");
}

TEST_CASE("城乡 names two") {
  const std::string_view sentence = "城乡居民人均可支配收入分别增长4.8%、6.2%";
  const FigureReading reading = read_figures(sentence);
  REQUIRE(reading.figures.size() == 2);
  CHECK(reading.figures[0].title == "城镇居民人均可支配收入增长");
  CHECK(reading.figures[1].title == "农村居民人均可支配收入增长");
  CHECK(reading.figures[1].words.of(sentence) == sentence);
  const FigureReading trade = read_figures("进出口总额分别增长4%、6%");
  REQUIRE(trade.figures.size() == 2);
  CHECK(trade.figures[1].title == "出口总额增长");
}
