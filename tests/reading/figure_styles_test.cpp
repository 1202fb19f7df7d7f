// SPDX-License-Identifier: BSL-1.0
// Turns of phrase that reports use less often, one table line for each figure of a sentence.
#include <jinjiang/reading/figures.hpp>

#include <cmath>
#include <sstream>

#include "support/catch.hpp"

namespace {

using namespace jinjiang::reading;

/// `at_least 3 家 count`, for each figure; behind that the traps in brackets.
std::string read(std::string_view sentence) {
  const FigureReading reading = read_figures(sentence);
  std::ostringstream out;
  for (const Figure& figure : reading.figures) {
    out << (out.tellp() > 0 ? ", " : "") << to_string(figure.comparator) << " " << figure.value
        << figure.unit.symbol() << " " << to_string(figure.measure);
    if (figure.reference && figure.reference->offset != 0) out << " +" << figure.reference->offset;
    if (figure.firmness == jinjiang::Firmness::must) out << " must";
  }
  for (const Trap& trap : reading.traps)
    out << " [" << trap.words.of(sentence) << " " << jinjiang::to_string(trap.kind) << "]";
  for (const TextRange& range : reading.unread) out << " [" << range.of(sentence) << " unread]";
  return out.str();
}

}  // namespace

TEST_CASE("a list cut short shares 个百分点") {
  CHECK(read("入园率、巩固率分别提高0.4个和1.3个百分点") ==
        "reach 0.4百分点 change, reach 1.3百分点 change");
  CHECK(read("工业增速高于全市平均0.5个、0.8个百分点") ==
        "at_least nan% growth +0.5, at_least nan% growth +0.8");
  CHECK(read("收入增速快于全省0.3个、全国0.7个百分点") ==
        "at_least nan% growth +0.3, at_least nan% growth +0.7");
  CHECK(read("每千人口托位数较上年增加0.4个") == "reach 0.4个 net_increment");
  CHECK(read("建成公园6个、广场2个") == "reach 6个 count, reach 2个 count");
}

TEST_CASE("a bound may stand before the verb") {
  CHECK(read("每个社区至少建成2个书屋") == "at_least 2个 count");
  CHECK(read("不少于培育5家龙头企业") == "at_least 5家 count");
  CHECK(read("至少完成投资8亿元以上") == "at_least 8亿元 increment");
  CHECK(read("至少争取1个省级试点") == "at_least 1个 count");
  CHECK(read("保底新增限上企业12家") == "at_least 12家 increment must");
  CHECK(read("力保蔬菜产量6万吨") == "at_least 6万吨 level must");
  CHECK(read("能耗总量严控在90万吨标准煤内") == "at_most 90万吨标准煤 level");
  CHECK(read("引进20家内资企业") == "reach 20家 count");
}

TEST_CASE("conditions go on in a list, and end in a noun") {
  CHECK(read("签约1亿元以上项目30个，其中5亿元以上9个、10亿元以上4个") ==
        "reach 30个 count, reach 9个 count, reach 4个 count"
        " [1亿元以上 condition] [5亿元以上 condition] [10亿元以上 condition]");
  CHECK(read("培育产值超50亿元企业3家、超20亿元8家") ==
        "reach 3家 count, reach 8家 count [50亿元 condition] [20亿元 condition]");
  CHECK(read("培育百亿企业2家、20亿企业7家") ==
        "reach 2家 count, reach 7家 count [20亿企业 condition]");
  CHECK(read("为75至79岁老人发放津贴") == " [75至79岁 condition]");
  CHECK(read("实现20户以上自然村通硬化路") == " [20户以上 condition]");
  CHECK(read("对年产值首次突破5000万元的企业给予奖励") == " [5000万元 condition]");
  CHECK(read("人均预期寿命达到80岁") == "reach 80岁 level");
}

TEST_CASE("how large one work is, is no figure") {
  CHECK(read("滨江大道全长9公里") == " [9公里 size]");
  CHECK(read("过江大桥主跨520米、设计时速100公里") == " [520米 size] [100公里 size]");
  CHECK(read("市民中心总建筑面积4万平方米，占地60亩") == " [4万平方米 size] [60亩 size]");
  CHECK(read("轴承项目计划总投资12亿元，达产后年产值可达20亿元") == " [12亿元 size] [20亿元 size]");
  CHECK(read("建成面积达200亩的湿地公园") == " [200亩 size]");
  CHECK(read("公园绿地500米覆盖率达80%") == "reach 80% share [500米 size]");
  CHECK(read("打造10分钟便民圈") == " [10分钟 size]");
  CHECK(read("环湖隧道全长3公里、总投资15亿元") == " [3公里 size] [15亿元 size]");
  // Of many together it is one.
  CHECK(read("全市在建项目总投资900亿元") == "reach 900亿元 level");
  CHECK(read("储备项目300个、总投资700亿元") == "reach 300个 count, reach 700亿元 level");
  CHECK(read("年度计划投资42亿元") == "reach 42亿元 increment");
  CHECK(read("到位资金超6亿元") == "above 6亿元 increment");
}

TEST_CASE("changed targets, words for numbers, orders") {
  CHECK(read("预算收入由增长7%调整为增长4%") == "reach 4% growth [7% reference]");
  CHECK(read("外贸增幅保持两位数") == "at_least 10% growth");
  CHECK(read("实行两位数编码").empty());
  CHECK(read("重大火灾零发生") == "at_most 0个 level");
  CHECK(read("实现营收三年倍增") == "reach 100% growth [三年 period]");
  CHECK(read("开展企业倍增行动").empty());
  CHECK(read("财政收入由增长4%调整为持平") == "about 0% growth [4% reference]");
  CHECK(read("火灾零发生、较大事故起数下降8%") == "at_most 0个 level, reach -8% growth");
  CHECK(read("城乡收入比降至1.8") == "reach 1.8 level");
  CHECK(read("税收占比达80%，高于全市平均3个百分点") == "reach 80% share, at_least nan% share +3");
  CHECK(read("以不低于8%的增速增加研发投入") == "at_least 8% growth");
  CHECK(read("省下达的造林任务全面完成") == "reach nan level");
  CHECK(read("税收占比不低于去年水平") == "at_least nan% share");
  CHECK(read("3成以上农户用上新机具") == "at_least 30% share");
}

TEST_CASE("energy by the 吉瓦时") {
  CHECK(read("新增储能2.4吉瓦时") == "reach 2.4吉瓦时 increment");
  const auto& units = jinjiang::UnitTable::standard();
  CHECK(jinjiang::convert(1, units.at("吉瓦时"), units.at("万千瓦时")) == 100);
  CHECK(jinjiang::convert(1, units.at("吉瓦"), units.at("兆瓦")) == 1000);
}

TEST_CASE("what each is paid, and how long") {
  CHECK(read("奖励技术骨干3万元") == " [3万元 rule]");
  CHECK(read("低保、特困补助标准分别为每月700元、900元") == " [700元 rule] [900元 rule]");
  CHECK(read("给予每家企业最高80万元奖励") == " [80万元 rule]");
  CHECK(read("高龄津贴标准为每月60元、90元") == " [60元 rule] [90元 rule]");
  CHECK(read("低保标准提高到每月800元") == "reach 800元 level");
  CHECK(read("发放奖励资金500万元") == "reach 500万元 increment");
  CHECK(read("连续5个季度正增长") == "above 0% growth [5个季度 period]");
  CHECK(read("连续3届入选") == " [3届 period]");
}

TEST_CASE("what a verb governs, and what is a level beside it") {
  CHECK(read("新建充电桩、换电站分别为800个、6座") == "reach 800个 count, reach 6座 count");
  CHECK(read("推出便民措施30项，再推10项") == "reach 30项 count, reach 10项 count");
  CHECK(read("为1.5万名女生接种疫苗") == "reach 1.5万名 count");
  CHECK(read("支持企业“个转企”60家、“下升上”15家") == "reach 60家 count, reach 15家 count");
  CHECK(read("争取专项债9亿元、国债2亿元") == "reach 9亿元 increment, reach 2亿元 increment");
  CHECK(read("统筹资金6亿元支持18个村") == "reach 6亿元 increment, reach 18个 count");
  CHECK(read("合作社上百家") == "at_least 100家 level");
  CHECK(read("组建行业党组织9个") == "reach 9个 count");
  CHECK(read("统筹资金3.5亿元") == "reach 3.5亿元 increment");
  CHECK(read("为商户减免租金300万元") == "reach 300万元 increment");
  CHECK(read("税收同比多收2亿元") == "reach 2亿元 net_increment");
  CHECK(read("生产总值增长6%、突破900亿元") == "reach 6% growth, above 900亿元 level");
  CHECK(read("生猪出栏50万头、水果产量30万吨") == "reach 50万头 level, reach 30万吨 level");
  CHECK(read("全省排名再进3位") == "reach 3位 net_increment");
  CHECK(read("“标准地”完成1200亩") == "reach 1200亩 increment");
  CHECK(read("规划治理河道18公里") == "reach 18公里 increment");
}
