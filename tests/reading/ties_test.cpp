// SPDX-License-Identifier: BSL-1.0

// Which readings of the year before are held against which promises of this one.

#include "reading/reports.hpp"

namespace {

/// The ids that what is told of the year before was tied to, in the order in which it is told.
std::string ties(std::string_view told, std::string_view promised,
                 std::string_view title = "青溪县2031年政府工作报告") {
  const auto reading =
      jj::read_report(std::string(title) + "\n一、2030年工作回顾\n" + std::string(told) +
                      "\n二、2031年主要预期目标\n" + std::string(promised) +
                      "\n三、2031年重点工作\n推进港口扩能。\n");
  std::string out;
  for (std::size_t i = 0; i < reading.observations.size(); ++i) {
    if (i > 0) out += " ";
    out += reading.observations[i].id;
  }
  return out;
}

}  // namespace

TEST_CASE("only what is told of the whole year is tied") {
  const char* growth = "服务业增加值增长7%。";
  CHECK(ties("服务业增加值增长6.4%。", growth) == "t.1");
  CHECK(ties("去年服务业增加值增长6.4%。", growth) == "t.1");
  CHECK(ties("上半年服务业增加值增长6.4%。", growth) == "r.1");
  CHECK(ties("前三季度，服务业增加值增长6.4%。", growth) == "r.1");
  CHECK(ties("1—11月服务业增加值增长6.4%。", growth) == "r.1");
  CHECK(ties("五年来，服务业增加值增长36%。", growth) == "r.1");
  CHECK(ties("过去五年，是奋进的五年。服务业增加值增长36%。", growth) == "r.1");
  CHECK(ties("“十四五”期间，服务业增加值增长36%。", growth) == "r.1");
  CHECK(ties("2029年服务业增加值增长6.4%。", growth) == "r.1");
  CHECK(ties("服务业增加值两年平均增长6.4%。", growth) == "r.1");
  CHECK(ties("一季度服务业增加值增长5%，全年服务业增加值增长6.4%。", growth) == "r.1 t.1");
  CHECK(ties("2031年是“十六五”开局之年。服务业增加值增长6.4%。", growth) == "t.1");
}

TEST_CASE("a level of another day is not tied") {
  const char* level = "公交车保有量达到300辆。";
  CHECK(ties("公交车保有量达到260辆。", level) == "t.1");
  CHECK(ties("6月底，公交车保有量达到260辆。", level) == "r.1");
  CHECK(ties("12月份公交车保有量达到260辆。", level) == "r.1");
  CHECK(ties("年末公交车保有量达到260辆。", level) == "t.1");
}

TEST_CASE("a growth over another base or on another basis is not tied") {
  const char* growth = "服务业增加值增长7%。";
  CHECK(ties("服务业增加值较2026年增长36%。", growth) == "r.1");
  CHECK(ties("服务业增加值环比增长1%。", growth) == "r.1");
  CHECK(ties("服务业增加值名义增长8%。", growth) == "r.1");
  CHECK(ties("服务业增加值同比增长6.4%。", growth) == "t.1");
  CHECK(ties("地区生产总值按可比价格计算增长5%。", "地区生产总值增长6%。") == "t.1");
}

TEST_CASE("other regions are not the report's own") {
  const char* growth = "服务业增加值增长7%。";
  CHECK(ties("全县服务业增加值增长6.4%。", growth) == "t.1");
  CHECK(ties("全市服务业增加值增长6.4%。", growth) == "r.1");
  CHECK(ties("全省服务业增加值增长6%，我县服务业增加值增长6.4%。", growth) == "r.1 t.1");
  CHECK(ties("全省服务业增加值增长6%。", growth, "云山省2031年政府工作报告") == "t.1");
  CHECK(ties("全市服务业增加值增长6%。", growth,
             "政府工作报告\n2031年1月5日在东湖市第三届人民代表大会第一次会议上") == "t.1");
}

TEST_CASE("another deed is another series") {
  CHECK(ties("关停印染企业4家。", "引进印染企业6家。") == "r.1");
  CHECK(ties("招引印染企业4家。", "引进印染企业6家。") == "t.1");
  CHECK(ties("签约文旅项目9个。", "文旅项目落地7个。") == "r.1");
  CHECK(ties("储备文旅项目9个。", "新开工文旅项目7个。") == "r.1");
  CHECK(ties("开工文旅项目9个。", "新开工文旅项目7个。") == "t.1");
  CHECK(ties("竣工文旅项目9个。", "建成文旅项目7个。") == "t.1");
  CHECK(ties("其中新建公厕2座。", "新建公厕7座。") == "r.1");
}

TEST_CASE("what only bounds from the other side is not tied") {
  const char* level = "公交车保有量达到300辆。";
  CHECK(ties("公交车保有量不足300辆。", level) == "r.1");
  CHECK(ties("公交车保有量超过260辆。", level) == "t.1");
}

TEST_CASE("what was aimed at and missed is no reading") {
  const char* share = "污水集中处理率达到92%。";
  CHECK(ties("污水集中处理率未达到91%的目标。", share).empty());
  CHECK(ties("污水集中处理率与91%的目标还有差距。", share).empty());
  CHECK(ties("污水集中处理率目标为91%。", share).empty());
  CHECK(ties("计划新建公厕9座，因用地未落实没有开工。", "新建公厕7座。").empty());
  CHECK(ties("污水集中处理率达到90%。", share) == "t.1");
  CHECK(ties("圆满完成服务业增加值增长6%的目标任务。", "服务业增加值增长7%。") == "r.1");
}

TEST_CASE("a flow that is due within the year is not held against a year") {
  CHECK(ties("新开工文旅项目9个。", "一季度新开工文旅项目7个。") == "r.1");
}
