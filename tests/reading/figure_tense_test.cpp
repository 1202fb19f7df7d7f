// SPDX-License-Identifier: BSL-1.0
// What is told and what is promised, and by when.
#include <jinjiang/reading/figures.hpp>

#include <string>

#include "support/catch.hpp"

namespace {

using namespace jinjiang::reading;

constexpr int plan_year = 2026;

/// `told` or `due 2030-06` or `open`, for each figure.
std::string read(std::string_view sentence) {
  std::string out;
  for (const Figure& figure : read_figures(sentence, {.year = plan_year}).figures) {
    if (!out.empty()) out += ", ";
    if (figure.is_observed) {
      out += "told";
      continue;
    }
    if (!figure.due_year && !figure.due_month) {
      out += "open";
      continue;
    }
    out += "due";
    if (figure.due_year) out += " " + std::to_string(*figure.due_year);
    if (figure.due_month) out += " m" + std::to_string(*figure.due_month);
  }
  return out;
}

bool has_doubt(const Figure& figure, std::string_view code) {
  for (const Doubt& doubt : figure.doubts) {
    if (doubt.code == code) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a year before is a tense where it is the adverbial of its clause") {
  CHECK(read("去年，我们新建公园5个，新增车位300个") == "told, told");
  CHECK(read("我县去年新增企业30家") == "told");
  CHECK(read("全镇去年税收3亿元") == "told");
  CHECK(read("工业企业去年实现利润6亿元") == "told");
  CHECK(read("去年以来，全市新增企业40家") == "told");
  CHECK(read("去年同期增长5%，今年增长6%") == "told, open");
  CHECK(read("过去五年，生产总值年均增长7%") == "told");
  CHECK(read("截至去年底，全县市场主体达3万户") == "told");
  CHECK(read("已累计培训300人次") == "told");
  CHECK(read("已完成投资5亿元") == "told");
}

TEST_CASE("a year before is no tense as a yardstick or an attribute") {
  CHECK(read("信贷投放不低于上年同期，新建泵站4座") == "open, open");
  CHECK(read("以去年为基数，工业投资增长12%") == "open");
  CHECK(read("在去年基础上再新增停车位900个") == "open");
  CHECK(read("对照去年巡察指出的问题，修缮校舍3处") == "open");
  CHECK(read("扭转去年下滑态势，外贸进出口增长9%") == "open");
  CHECK(read("在巩固去年脱贫成果的基础上，新建就业车间6个") == "open");
  CHECK(read("力争接待游客人次与去年同期相当，新增民宿20家") == "open");
  CHECK(read("去年启动的4个安置点全部交房，新增床位300张") == "open, open");
  CHECK(read("已签约的12个项目全部开工") == "open");
}

TEST_CASE("what promises wins over what was told, and 今年 ends it") {
  CHECK(read("去年培训500人，确保培训600人") == "told, open");
  CHECK(read("去年建成公厕8座，今年再建10座") == "told, open");
  CHECK(read("去年建成公厕8座，再新建公厕10座") == "told, open");
  CHECK(read("去年确保了4座水库安全度汛") == "told");
}

TEST_CASE("a baseline may say of which year it is, and in Chinese numerals") {
  const auto reading = read_figures("力争服务业占比由上年的三成左右提升到三成五以上");
  REQUIRE(reading.figures.size() == 1);
  CHECK(reading.figures[0].value == 35);
  CHECK(reading.figures[0].baseline == 30);
  CHECK(reading.figures[0].title == "服务业占比");
  CHECK_FALSE(reading.figures[0].is_observed);
}

TEST_CASE("今年 and 全年 are dates that end the one before") {
  CHECK(read("到2028年新建泵站40座，今年新建12座") == "due 2028, open");
  CHECK(read("到2030年，蓄积量达到900万立方米；今年造林2000亩") == "due 2030, open");
  CHECK(read("4月底前建成大棚20座，全年建成大棚300座") == "due m4, open");
  CHECK(read("到2030年，全年优良天数比例达95%") == "due 2030");
  CHECK(read("上半年完成全年任务的60%") == "due m6");
  CHECK(read("到2027年建成40座，年底前建成10座") == "due 2027, due m12");
}

TEST_CASE("the second half and the fourth quarter are dates") {
  CHECK(read("上半年开工项目4个，下半年开工项目6个") == "due m6, due m12");
  CHECK(read("二季度培训80人，四季度培训90人") == "due m6, due m12");
  CHECK(read("第一季度招聘60人，第四季度招聘20人") == "due m3, due m12");
}

TEST_CASE("a term is counted from the year of the plan") {
  CHECK(read("三年内培育龙头企业10家") == "due 2028");
  CHECK(read("用两年时间改造危房300户") == "due 2027");
  CHECK(read("未来五年建成水库3座，今年开工1座") == "due 2030, open");
  CHECK(read("启动三年行动，建成水库3座") == "open");
  CHECK(read("连续三年新增企业30家") == "open");
  const auto within = read_figures("三年内培育龙头企业10家", {.year = plan_year}).figures;
  CHECK(has_doubt(within.at(0), "term_due"));
  // Without a year nobody can count, and the doubt is what is left.
  const auto nowhere = read_figures("三年内培育龙头企业10家").figures;
  CHECK_FALSE(nowhere.at(0).due_year.has_value());
  CHECK(has_doubt(nowhere.at(0), "term_due"));
}

TEST_CASE("a yearly rate up to a year is of the years up to it") {
  const auto coming = read_figures("今后五年，生产总值年均增长6%", {.year = plan_year}).figures;
  CHECK(to_string(coming.at(0).base) == "annual 2026-2030");
  const auto until = read_figures("到2028年，税收年均增长6%", {.year = plan_year}).figures;
  CHECK(to_string(until.at(0).base) == "annual 2026-2028");
  CHECK(until.at(0).doubts.empty());
}

TEST_CASE("the last stage gives the day, and a beginning none") {
  CHECK(read("新改建公路90公里，3月底前全部开工，11月底前全面完工") == "due m11");
  CHECK(read("新改建公路90公里，3月底前全部开工，6月底前完成30公里，11月底前完工") ==
        "due m11, due m6");
  CHECK(read("新建公园6座，3月底前全部开工") == "open");
  CHECK(read("新建运动场6片，8月底前对外开放") == "due m8");
}

TEST_CASE("a stage behind what is counted has its day") {
  CHECK(read("大桥、医院等38个项目确保上半年开工") == "due m6");
  CHECK(read("38个项目9月底前投产，新增产值5亿元") == "due m9, due m9");
}

TEST_CASE("the day of a deed is not that of what the next clause counts") {
  CHECK(read("6月底前开工建设滨海路，新增事项20项") == "open");
  CHECK(read("一季度完成机构改革，全面推行“一件事一次办”，新增事项20项") == "open");
  CHECK(read("6月底前，新增事项20项") == "due m6");
}

TEST_CASE("the day of 其中 ends with it") {
  CHECK(read("举办招聘会40场次、其中上半年不少于25场次，组织培训2000人次") == "open, due m6, open");
}
