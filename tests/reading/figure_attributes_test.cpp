// SPDX-License-Identifier: BSL-1.0
// Numbers that say what is or was, and what they leave to promise; bounds, units and days beside
// them.
#include <jinjiang/reading/figures.hpp>

#include <string>

#include "support/catch.hpp"

namespace {

using namespace jinjiang::reading;

/// Promised figures as `25公里`, told ones as `(300根)`, unread as `?9/10万`.
std::string read(std::string_view sentence) {
  const FigureReading found = read_figures(sentence, {.year = 2031});
  std::string out;
  const auto add = [&out](const std::string& words) {
    if (!out.empty()) out += " ";
    out += words;
  };
  for (const Figure& figure : found.figures) {
    const std::string number(figure.number.of(sentence));
    add(figure.is_observed ? "(" + number + ")" : number);
  }
  for (const auto& unread : found.unread) add("?" + std::string(unread.of(sentence)));
  return out;
}

/// Year, month and day of each figure.
std::string due(std::string_view sentence) {
  std::string out;
  for (const Figure& figure : read_figures(sentence, {.year = 2031}).figures) {
    if (!out.empty()) out += ", ";
    out += std::to_string(figure.due_year.value_or(0)) + "-" +
           std::to_string(figure.due_month.value_or(0)) + "-" +
           std::to_string(figure.due_day.value_or(0));
  }
  return out;
}

Figure only(std::string_view sentence, bool is_review = false) {
  const FigureReading found = read_figures(sentence, {.is_review = is_review, .year = 2031});
  REQUIRE(found.figures.size() == 1);
  return found.figures[0];
}

bool has_doubt(const Figure& figure, std::string_view code) {
  for (const Doubt& doubt : figure.doubts) {
    if (doubt.code == code) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("the tense of a bracket ends with it") {
  CHECK(read("安装路灯800盏（去年安装600盏），新建绿道9公里") == "800盏 (600盏) 9公里");
  CHECK(read("安装路灯800盏（2030年安装600盏），新建绿道9公里") == "800盏 (600盏) 9公里");
}

TEST_CASE("what is so far ends with the year or with something new") {
  CHECK(read("目前已建成泵站3座，全年建成7座") == "(3座) 7座");
  CHECK(read("已开工泵站3座，年内竣工2座") == "(3座) 2座");
  CHECK(read("现有泵站14座，新建泵站2座") == "(14座) 2座");
  CHECK(read("尚有6个村未通公交") == "(6个)");
}

TEST_CASE("a yardstick is no target") {
  CHECK(read("在去年疏浚河道20公里的基础上，再疏浚15公里") == "15公里");
  CHECK(read("去年新增的900个泊位今年全部开放") == "");
  CHECK(read("把上年下降3.1%的出口扭转为增长2%") == "2%");
  CHECK(read("去年启动的4个安置点全部交房") == "4个");
  CHECK(read("预期目标从“7%左右”调整为“6.5%以上”") == "6.5%");
  CHECK(read("外贸进出口增长5%（全省4%）") == "5%");
  CHECK(read("国家规划纲要提出年均增长5%左右") == "");
}

TEST_CASE("what is given, paid or how large it is is no target") {
  CHECK(read("用好省里下达的2.6亿元，新建泵站2座") == "2座");
  CHECK(read("每引进1家总部企业奖励30万元") == "");
  CHECK(read("推进总投资12亿元、占地300亩的物流园建设") == "");
  const Figure each = only("9个街道各新建1个驿站");
  CHECK(each.value == 1);
  CHECK(has_doubt(each, "each"));
}

TEST_CASE("an unknown unit is listed and eats no bound") {
  CHECK(read("孕产妇死亡率控制在8/10万以内") == "?8/10万");
  CHECK(read("夜间噪声控制在50分贝以内") == "?50分贝");
  CHECK(read("智能算力达到20EFLOPS") == "?20EFLOPS");
  CHECK(read("城乡收入比缩小到1.9:1以内") == "?1.9:1");
  const Figure air = only("PM2.5平均浓度控制在30μg/m³以内");
  CHECK(air.unit.symbol() == "微克/立方米");
  CHECK(air.comparator == jinjiang::Comparator::at_most);
}

TEST_CASE("which way a bound turns") {
  using enum jinjiang::Comparator;
  const Figure both = only("火灾起数、损失“双下降”15%以上");
  CHECK(both.comparator == at_most);
  CHECK(both.value == -15);
  const Figure narrowed = only("出口降幅收窄至2%以内");
  CHECK(narrowed.comparator == at_least);
  CHECK(narrowed.value == -2);
  CHECK(narrowed.direction == jinjiang::Direction::higher);
  const Figure half = only("入园率达到七成半以上");
  CHECK(half.value == 75);
  CHECK(half.comparator == at_least);
  CHECK(only("服务业增加值增长7%+").comparator == at_least);
  CHECK(only("盗窃案件破案率提高3个百分点").direction == jinjiang::Direction::higher);
  const Figure offset = only("服务业增速比全市平均高2个百分点");
  REQUIRE(offset.reference);
  CHECK(offset.reference->offset == 2);
  CHECK(only("新开工项目同比减少7个", true).value == -7);
  CHECK(only("限上企业净增到88家").measure == jinjiang::Measure::level);
  CHECK(only("服务业增加值增长6个点").unit.symbol() == "百分点");
  CHECK(only("财政收入增长奋斗目标8%").firmness == jinjiang::Firmness::stretch);
  CHECK(only("空气优良率可达96%", true).is_estimate);
}

TEST_CASE("by when, in running text") {
  CHECK(due("改造泵站6座，9月底前完工") == "0-9-0");
  CHECK(due("到2032年底、2034年底，绿化率分别达到40%、45%") == "2032-12-0, 2034-12-0");
  CHECK(due("一季度、二季度分别开工20个、30个") == "0-3-0, 0-6-0");
  CHECK(due("一季度新开工9个，年度计划投资18亿元") == "0-3-0, 0-0-0");
  CHECK(due("对标2040年远景目标，新增学校5所") == "0-0-0");
  CHECK(due("自3月起每月开放日一次，新增网点5个") == "0-0-0");
  CHECK(due("8月上旬前新建泵站6座") == "0-8-10");
  CHECK(due("分两年新建泵站6座") == "2032-0-0");
  CHECK(has_doubt(only("汛期前改造泵站6座"), "vague_due"));
  CHECK(has_doubt(only("三季度前开工6个项目"), "quarter_before"));
}
