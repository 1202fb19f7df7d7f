// SPDX-License-Identifier: BSL-1.0
// Turns of phrase that would be judged falsely if a word of them were missed.
#include <jinjiang/reading/figures.hpp>

#include <sstream>

#include "support/catch.hpp"

namespace {

using namespace jinjiang::reading;

/// `at_most 3 家 level lower 标题`, for each figure; behind that the traps in brackets.
std::string read(std::string_view sentence) {
  const FigureReading reading = read_figures(sentence);
  std::ostringstream out;
  for (const Figure& figure : reading.figures) {
    out << (out.tellp() > 0 ? ", " : "") << to_string(figure.comparator) << " " << figure.value
        << figure.unit.symbol() << " " << to_string(figure.measure) << " "
        << to_string(figure.direction) << " " << figure.title;
  }
  for (const Trap& trap : reading.traps)
    out << " [" << trap.words.of(sentence) << " " << jinjiang::to_string(trap.kind) << "]";
  return out.str();
}

std::string doubts_of(std::string_view sentence) {
  std::string out;
  for (const Figure& figure : read_figures(sentence).figures) {
    for (const Doubt& doubt : figure.doubts) out += doubt.code + " ";
  }
  return out;
}

}  // namespace

TEST_CASE("whose it is stays in its name; the region, a label and the means do not") {
  CHECK(read("城镇新增就业1.2万人") == "reach 1.2万人 increment higher 城镇新增就业");
  CHECK(read("园区新增企业30家") == "reach 30家 increment higher 园区新增企业");
  CHECK(read("全市新增企业30家") == "reach 30家 increment higher 新增企业");
  CHECK(read("【就业】新增就业1.2万人") == "reach 1.2万人 increment higher 新增就业");
}

TEST_CASE("last year's figure is told, this year's is promised") {
  const auto found = read_figures("去年的规上企业数为320家，今年新增30家").figures;
  REQUIRE(found.size() == 2);
  CHECK(found[0].is_observed);
  CHECK_FALSE(found[1].is_observed);
}

TEST_CASE("what a rate is per stays in its name") {
  CHECK(read("每千人口执业药师数达到0.6人") == "reach 0.6人 level higher 每千人口执业药师数");
  CHECK(read("每百户家庭拥有充电桩12个") == "reach 12个 level higher 每百户家庭充电桩");
  CHECK(read("每万人口配备社工15名") == "reach 15名 count higher 每万人口配备社工");
  CHECK(read("每个社区配备专职社工4名以上，新建公园3个") ==
        "at_least 4名 count higher 每个社区配备专职社工, reach 3个 count higher 新建公园");
  CHECK(read("每所学校开设课程不少于8门、社团5个") ==
        "at_least 8门 count higher 每所学校开设课程, reach 5个 count higher 每所学校开设社团");
  CHECK(read("每村培育带头人3名以上") == "at_least 3名 count higher 每村培育带头人");
  CHECK(read("村均收入达30万元，每个村不低于10万元") ==
        "reach 30万元 level higher 村均收入, at_least 10万元 level higher 每个村村均收入");
  CHECK(doubts_of("每镇建成一个示范基地") == "each ");
  CHECK(doubts_of("每千人口执业药师数达到0.6人").empty());
}

TEST_CASE("a rate per period is no total of the year") {
  CHECK(read("每季度召开听证会不少于1次") == "at_least 1次 level higher 每季度召开听证会");
  CHECK(read("每月开展安全检查不少于4次") == "at_least 4次 level higher 每月开展安全检查");
  CHECK(read("平均每天开行班列4列") == "reach 4列 level higher 平均每天开行班列");
  CHECK(doubts_of("每周开展宣讲2场") == "per_period ");
  CHECK(read("召开听证会每季度不少于1次") == "at_least 1次 level higher 每季度召开听证会");
  CHECK(read("低保标准提高到每人每月900元") == "reach 900元 level higher 低保标准");
  // The year is the period of a plan.
  CHECK(read("每年新增就业2万人") == "reach 2万人 increment higher 新增就业");
}

TEST_CASE("what is not to be passed is a cap, also with a noun between") {
  CHECK(read("政府债务不得突破60亿元") == "at_most 60亿元 level lower 政府债务");
  CHECK(read("用水总量不再突破3亿立方米") == "at_most 3亿立方米 level lower 用水总量");
  CHECK(read("单位能耗不能超过控制目标0.5吨") == "at_most 0.5吨 level lower 单位能耗");
  CHECK(read("建设用地总量不得突破规划下达指标30平方公里") ==
        "at_most 30平方公里 level lower 建设用地总量");
  CHECK(read("耕地保有量不低于上级下达任务12万亩") == "at_least 12万亩 level higher 耕地保有量");
  CHECK(read("政府投资绝不突破年初预算8亿元") == "at_most 8亿元 level lower 政府投资");
}

TEST_CASE("破 and 过 before a number are above; behind a verb 过 only says that it was done") {
  CHECK(read("常住人口破30万人") == "above 30万人 level higher 常住人口");
  CHECK(read("渗透率过五成") == "above 50% share higher 渗透率");
  CHECK(read("村集体收入过亿元") == "above 1e+08元 level higher 村集体收入");
  CHECK(read("小麦单产破千斤") == "above 1000斤 level higher 小麦单产");
  CHECK(read("培育产值过亿元企业3家") ==
        "reach 3家 count higher 培育产值过亿元企业 [亿元 condition]");
  CHECK(read("举办过3次招聘会") == "reach 3次 count higher 举办过招聘会");
  CHECK(read("经过3个月整治") == " [3个月 period]");
}

TEST_CASE("time is a figure where it is what is promised") {
  CHECK(read("地震预警提前量提高到20秒以上") == "at_least 20秒 level higher 地震预警提前量");
  CHECK(read("驻村工作不少于200天") == "at_least 200天 level higher 驻村工作");
  CHECK(read("营业执照0.5天办结，工程许可3天办结") ==
        "at_most 0.5天 level lower 营业执照, at_most 3天 level lower 工程许可");
  CHECK(read("不动产登记平均1.5天办结") == "reach 1.5天 level lower 不动产登记");
  CHECK(read("阅览室每周开放时间不少于56小时") ==
        "at_least 56小时 level higher 阅览室每周开放时间");
  CHECK(read("群众诉求24小时响应") == " [24小时 period]");
  CHECK(read("提前30天完成") == " [30天 period]");
  CHECK(read("不少于3天的集中培训") == " [3天 period]");
}

TEST_CASE("期 counts what is held, and numbers what is built") {
  CHECK(read("举办乡村夜校12期、青年讲堂6期") ==
        "reach 12期 count higher 举办乡村夜校, reach 6期 count higher 举办青年讲堂");
  CHECK(read("开展技能比武3期、200人次") ==
        "reach 3期 count higher 开展技能比武, reach 200人次 count higher 开展技能比武");
  CHECK(read("建设产业园3期工程") == " [3期 ordinal]");
}

TEST_CASE("money with its purpose behind it is a figure") {
  CHECK(read("每年拿出不少于2亿元支持企业技改") ==
        "at_least 2亿元 increment higher 拿出支持企业技改");
  CHECK(read("每年统筹1.5亿元支持乡村振兴") == "reach 1.5亿元 increment higher 统筹支持乡村振兴");
  CHECK(read("县财政列支不低于5000万元用于科研") ==
        "at_least 5000万元 increment higher 列支用于科研");
}

TEST_CASE("verbs that hold what falls, and bad things that do not grow") {
  CHECK(read("国有企业减亏30%") == "reach -30% growth lower 国有企业减亏");
  CHECK(read("单位产品降耗5%") == "reach -5% growth lower 单位产品降耗");
  CHECK(read("开展降本增效行动5场") == "reach 5场 count higher 开展降本增效行动");
  CHECK(read("越级访零增长") == "reach 0% growth lower 越级访");
  CHECK(read("生活垃圾填埋量零增长") == "reach 0% growth lower 生活垃圾填埋量");
  CHECK(read("违章建筑零增长") == "reach 0% growth lower 违章建筑");
  CHECK(doubts_of("违章建筑零增长") == "direction_from_subject ");
  CHECK(read("外贸出口零增长") == "reach 0% growth higher 外贸出口");
}

TEST_CASE("slogans, rows and populations count nothing") {
  CHECK(read("落实“六个100%”标准，合格率达98%") ==
        "reach 98% share higher 合格率 [“六个100%” name]");
  CHECK(read("落实六个100%要求") == " [六个 enumeration] [100% enumeration]");
  CHECK(read("推动第二、第三产业融合") == " [第二 ordinal]");
  CHECK(read("30个单位进入第二等次") == "reach 30个 count higher 单位进入第二等次 [第二 ordinal]");
  CHECK(read("全市60万人民团结奋斗") == " [60万 size]");
  CHECK(read("让3万群众喝上放心水") == " [3万 size]");
  CHECK(read("服务3万名群众") == "reach 3万名 count higher 服务群众");
  CHECK(read("推进九曲河治理，新建三座桥") == "reach 3座 count higher 新建桥");
  CHECK(read("推动四台沟景区提质").empty());
}

TEST_CASE("conditions and attributes say which things, not how many") {
  CHECK(read("对年营收800万元以上、亩均税收20万元以上的企业给予奖励") ==
        " [800万元以上 condition] [20万元以上 condition]");
  CHECK(read("对新增就业50人以上、纳税100万元以上的企业奖励10万元") ==
        " [50人以上 condition] [100万元以上 condition] [10万元 rule]");
  CHECK(read("完成投资10亿元以上、税收1亿元以上") ==
        "at_least 10亿元 increment higher 完成投资, at_least 1亿元 increment higher 完成税收");
  CHECK(read("学校200米范围内禁止售烟") == " [200米 size]");
  CHECK(read("救助年龄由0—7岁放宽到0—16岁") == " [0—7岁 reference] [0—16岁 condition]");
}

TEST_CASE("what is done is counted, whatever the verb") {
  CHECK(read("新入规企业30家") == "reach 30家 count higher 新入规企业");
  CHECK(read("新增主体6万户、个转企900家") ==
        "reach 6万户 increment higher 新增主体, reach 900家 increment higher 新增个转企");
  CHECK(read("发展油茶5000亩") == "reach 5000亩 increment higher 发展油茶");
  CHECK(read("征收土地600亩") == "reach 600亩 increment higher 征收土地");
  CHECK(read("资助困难学生800人次") == "reach 800人次 count higher 资助困难学生");
  CHECK(read("失业人员再就业900人") == "reach 900人 count higher 失业人员再就业");
  CHECK(read("全镇种植水稻5000亩、玉米800亩") ==
        "reach 5000亩 increment higher 种植水稻, reach 800亩 increment higher 种植玉米");
  CHECK(read("新开通线路5条、新开航线2条") ==
        "reach 5条 count higher 新开通线路, reach 2条 count higher 新开航线");
  CHECK(read("数字经济高质量发展指数达90") == "reach 90 level higher 数字经济高质量发展指数");
}

TEST_CASE("where something is done is counted, and parts in brackets are measured like the whole") {
  CHECK(read("探索在3个社区开展治理试点") == "reach 3个 count higher 社区");
  CHECK(read("新增企业8家（其中：高新区5家、开发区3家）") ==
        "reach 8家 increment higher 新增企业, reach 5家 increment higher 新增高新区, "
        "reach 3家 increment higher 新增开发区");
  CHECK(read("新建充电桩200个（含超充桩60个），新建公厕3座") ==
        "reach 200个 count higher 新建充电桩, reach 60个 count higher 新建超充桩, "
        "reach 3座 count higher 新建公厕");
  CHECK(read("在40个新项目中，民生项目不少于18个") ==
        "at_least 18个 count higher 民生项目 [40个 reference]");
}

TEST_CASE("what a figure rises from is its baseline, also of places and below a bound") {
  CHECK(read("工业增速由全市第7位升至第5位") == "reach 5位 rank lower 工业增速 [第7位 reference]");
  CHECK(read("综合排名从第7位前移至第5位") == "reach 5位 rank lower 综合排名 [第7位 reference]");
  CHECK(read("本地配套率由不足三成提高到五成") ==
        "reach 50% share higher 本地配套率 [三成 reference]");
}

TEST_CASE("basis points are hundredths of a point, and 高出 compares") {
  CHECK(read("融资成本下降30个基点左右") == "about -30个基点 change lower 成本下降");
  const FigureReading ratio = read_figures("毛入学率比全省平均高出2个百分点");
  REQUIRE(ratio.figures.size() == 1);
  CHECK(ratio.figures[0].title == "毛入学率");
  REQUIRE(ratio.figures[0].reference);
  CHECK(ratio.figures[0].reference->offset == 2);
  CHECK(read("一般性支出不增长") == "reach 0% growth lower 一般性支出");
  CHECK(read("空气综合指数改善3%") == "reach -3% growth lower 空气综合指数改善");
  CHECK(read("新装路灯300盏") == "reach 300盏 count higher 新装路灯");
}

TEST_CASE("分别 without a list is of the figures before") {
  CHECK(read("接待游客680万人次、旅游收入72亿元，分别增长12%、15%") ==
        "reach 680万人次 count higher 接待游客, reach 72亿元 level higher 旅游收入, "
        "reach 12% growth higher 游客增长, reach 15% growth higher 旅游收入增长");
}

TEST_CASE("the last of a list has the noun of all") {
  CHECK(read("城镇、农村居民人均可支配收入分别增长5%、6%") ==
        "reach 5% growth higher 城镇居民人均可支配收入增长, "
        "reach 6% growth higher 农村居民人均可支配收入增长");
}
