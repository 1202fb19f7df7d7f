// SPDX-License-Identifier: BSL-1.0
// What the labelled clauses do not show: names, dates, baselines, conditions, tense, traps, doubts.
#include <jinjiang/reading/figures.hpp>

#include <algorithm>
#include <cmath>
#include <random>

#include "support/catch.hpp"

namespace {

namespace jj = jinjiang;
using namespace jj::reading;

/// The only figure of a sentence.
Figure the_figure(std::string_view sentence, const FigureOptions& options = {}) {
  const FigureReading reading = read_figures(sentence, options);
  INFO(sentence);
  REQUIRE(reading.figures.size() == 1);
  return reading.figures.front();
}
std::string title_of(std::string_view sentence) { return the_figure(sentence).title; }
std::string_view subject_of(std::string_view sentence) {
  return the_figure(sentence).subject.of(sentence);
}
std::vector<std::string> titles_of(std::string_view sentence) {
  std::vector<std::string> titles;
  for (const Figure& figure : read_figures(sentence).figures) titles.push_back(figure.title);
  return titles;
}
bool has_doubt(const Figure& figure, std::string_view code) {
  return std::ranges::any_of(figure.doubts,
                             [code](const Doubt& doubt) { return doubt.code == code; });
}
/// `5G name` for each trap.
std::vector<std::string> traps_of(std::string_view sentence) {
  std::vector<std::string> traps;
  const FigureReading reading = read_figures(sentence);
  CHECK(reading.figures.empty());
  CHECK(reading.unread.empty());
  for (const Trap& trap : reading.traps)
    traps.push_back(std::string(trap.words.of(sentence)) + " " +
                    std::string(jj::to_string(trap.kind)));
  return traps;
}
using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a figure is named by its verb and its subject") {
  CHECK(title_of("新增规上企业350家") == "新增规上企业");
  CHECK(title_of("地区生产总值增长6%左右") == "地区生产总值增长");
  CHECK(title_of("力争高中升学率达60%") == "高中升学率");
  CHECK(title_of("举办30场重大赛事") == "举办重大赛事");
  CHECK(title_of("实施120个治水项目") == "实施治水项目");
  CHECK(title_of("推动高新企业超900家") == "高新企业");
  CHECK(title_of("推进甲、乙等新区31个项目") == "推进甲、乙等新区项目");
  CHECK(title_of("八成以上行政村完成改造") == "行政村完成改造");
  CHECK(title_of("县域经济实力居全国第38位") == "县域经济实力");
  CHECK(title_of("完成农村危 房改造12户") == "完成农村危房改造");
  CHECK(titles_of("总收入增长6%、本级收入增长5%") == Texts{"总收入增长", "本级收入增长"});
  CHECK(titles_of("新增经营主体5万户、规上企业30家") == Texts{"新增经营主体", "新增规上企业"});
  CHECK(titles_of("城镇、农村居民收入分别增长5%、7%") ==
        Texts{"城镇居民收入增长", "农村居民收入增长"});
  CHECK(titles_of("粮食产量达到38万吨，增长2%") == Texts{"粮食产量", "粮食产量增长"});
}

TEST_CASE("the subject stands before the number or behind it") {
  CHECK(subject_of("盘活低效用地7000亩") == "低效用地");
  CHECK(subject_of("推动800亩集体经营性建设用地入市") == "集体经营性建设用地");
  CHECK(subject_of("新增5000套保障性租赁住房") == "保障性租赁住房");
  CHECK(subject_of("重点实验室由8家增加到12家") == "重点实验室");
  CHECK(subject_of("增长6%").empty());
}

TEST_CASE("the words of a figure begin with the first that bears on it") {
  const std::string_view sentence = "今年，力争全县新增规上企业50家以上，再上台阶";
  const Figure figure = the_figure(sentence);
  CHECK(figure.words.of(sentence) == "力争全县新增规上企业50家以上");
  CHECK(figure.number.of(sentence) == "50家");
}

TEST_CASE("a number keeps its scale in the unit") {
  const Figure figure = the_figure("新增经营主体5.6万户");
  CHECK(figure.value == 5.6);
  CHECK(figure.unit.symbol() == "万户");
  CHECK(the_figure("完成投资1,700亿元").value == 1700);
  CHECK(the_figure("改造3万余户").unit.symbol() == "万户");
  CHECK(the_figure("培训1200多万人次").unit.symbol() == "万人次");
}

TEST_CASE("when it is due") {
  CHECK(the_figure("到2027年，覆盖率达70%").due_year == 2027);
  CHECK(the_figure("2026年6月底前建成学校2所").due_month == 6);
  CHECK(the_figure("年底前建成学校2所").due_month == 12);
  CHECK(the_figure("6月前建成学校2所").due_month == 5);
  CHECK(the_figure("2027年前建成学校2所").due_year == 2026);
  CHECK(the_figure("6月15日前建成学校2所").due_month == 6);
  CHECK(the_figure("6月15日前建成学校2所").due_day == 15);
  CHECK_FALSE(the_figure("6月底前建成学校2所").due_day.has_value());
  CHECK(the_figure("三季度开工项目3个").due_month == 9);
  CHECK(the_figure("“十五五”期间新增企业130家").due_year == 2030);
  CHECK_FALSE(the_figure("能耗较2020年下降12%").due_year.has_value());
  const auto two = read_figures("到2026年建成2所，到2027年建成5所").figures;
  REQUIRE(two.size() == 2);
  CHECK(two[0].due_year == 2026);
  CHECK(two[1].due_year == 2027);
}

TEST_CASE("next year is the one after the report's, to be checked") {
  const auto found = read_figures("明年6月底前建成学校2所", {.year = 2026}).figures;
  REQUIRE(found.size() == 1);
  CHECK(found[0].due_year == 2027);
  CHECK(found[0].due_month == 6);
  CHECK(has_doubt(found[0], "next_year"));
  const auto both =
      read_figures("明年6月底前建成学校2所，2026年9月10日前招生300人", {.year = 2026}).figures;
  REQUIRE(both.size() == 2);
  CHECK(both[1].due_year == 2026);
  CHECK(both[1].due_day == 10);
  CHECK_FALSE(has_doubt(both[1], "next_year"));
}

TEST_CASE("what it is held against") {
  using Kind = jj::ComparisonBase::Kind;
  CHECK(the_figure("收入同比增长6%").base.kind == Kind::last_year);
  CHECK(the_figure("产值环比增长2%").base.kind == Kind::previous_period);
  CHECK(the_figure("能耗较2020年下降12%").base.from == 2020);
  CHECK(the_figure("经费较“十三五”末增长65%").base.from == 2020);
  const Figure annual = the_figure("“十五五”期间，生产总值年均增长5.5%");
  CHECK(annual.base.kind == Kind::annual);
  CHECK(annual.base.from == 2026);
  CHECK(annual.base.through == 2030);
  CHECK(has_doubt(the_figure("五年年均增长6%"), "span_unknown"));
  CHECK(the_figure("收入同口径增长5%").basis == "同口径");
  CHECK(the_figure("扣除留抵退税因素后，收入增长8%").basis == "扣除留抵退税因素");
  CHECK(the_figure("覆盖率从70%提高到85%").baseline == 70);
  CHECK(the_figure("规上企业由420家增加到480家").baseline == 420);
}

TEST_CASE("a figure may follow another series, or an order") {
  const std::string_view sentence = "居民收入与经济增长基本同步";
  const Figure step = the_figure(sentence);
  CHECK(std::isnan(step.value));
  CHECK(step.comparator == jj::Comparator::about);
  REQUIRE(step.reference.has_value());
  CHECK(step.reference->words.of(sentence) == "经济增长");
  CHECK_FALSE(step.reference->is_order);
  const Figure ahead = the_figure("固定资产投资增速高于全市1.5个百分点");
  CHECK(ahead.reference->offset == 1.5);
  CHECK_THROWS_AS(ahead.target(), jj::TargetError);
  const Figure order = the_figure("完成省下达的造林任务");
  CHECK(order.reference->is_order);
  CHECK_FALSE(order.target().has_value());
  const auto lists = read_figures("生产总值增长5%，分别高于全国、全省0.1和0.3个百分点").figures;
  REQUIRE(lists.size() == 3);
  CHECK(lists[1].reference->offset == 0.1);
  CHECK(lists[2].reference->offset == 0.3);
}

TEST_CASE("conditions say which things are counted") {
  const std::string_view sentence = "引进总投资10亿元以上项目18个";
  const Figure figure = the_figure(sentence);
  CHECK(figure.value == 18);
  REQUIRE(figure.conditions.size() == 1);
  CHECK(figure.conditions[0].value == 10);
  CHECK(figure.conditions[0].unit.symbol() == "亿元");
  CHECK(figure.conditions[0].comparator == jj::Comparator::at_least);
  CHECK(figure.conditions[0].words.of(sentence) == "10亿元以上");
}

TEST_CASE("how far a project is to come") {
  CHECK(the_figure("签约项目12个").stage == ProjectStage::signed_up);
  CHECK(the_figure("开工学校3所").stage == ProjectStage::started);
  CHECK(the_figure("竣工住房300套").stage == ProjectStage::completed);
  CHECK(the_figure("推动12个项目投产").stage == ProjectStage::in_operation);
  CHECK(the_figure("促成26家企业达产达效").stage == ProjectStage::at_capacity);
}

TEST_CASE("what is told as done") {
  CHECK(the_figure("去年，税收增长5%").is_observed);
  CHECK(the_figure("预计全年增长6%").is_estimate);
  CHECK(the_figure("预计全年增长6%").is_observed);
  CHECK(the_figure("税收增长5%", {.is_review = true}).is_observed);
  CHECK_FALSE(the_figure("税收增长5%").is_observed);
  CHECK_FALSE(read_figures("去年增长5%，今年增长6%").figures[1].is_observed);
  CHECK_FALSE(the_figure("税收比去年增长5%").is_observed);
  const auto parts = read_figures("收入增长4%，其中本级增长3%").figures;
  CHECK_FALSE(parts[0].is_part);
  CHECK(parts[1].is_part);
}

TEST_CASE("numbers that promise nothing") {
  CHECK(traps_of("推进“1+6”专项行动") == Texts{"“1+6” name"});
  CHECK(traps_of("加快5G、R1线建设，治理PM2.5") == Texts{"5G name", "R1 name", "PM2.5 name"});
  CHECK(traps_of("第十八届人大三次会议") == Texts{"第十八 ordinal", "三次 ordinal"});
  CHECK(traps_of("2025年6月底前完成") == Texts{"2025年6月底前 date"});
  CHECK(traps_of("启动三年行动") == Texts{"三年 period"});
  CHECK(traps_of("成立75周年") == Texts{"75周年 period"});
  CHECK(traps_of("创建4A级景区") == Texts{"4A级 grade"});
  CHECK(traps_of("加快1200座剧院建设") == Texts{"1200座 size"});
  CHECK(traps_of("推进日处理8万吨的污水厂") == Texts{"8万吨 size"});
  CHECK(traps_of("每人每月补助200元") == Texts{"200元 rule"});
  CHECK(traps_of("对新升规企业给予最高50万元奖励") == Texts{"50万元 rule"});
  CHECK(traps_of("做好八个方面工作") == Texts{"八个 enumeration"});
  CHECK(traps_of("1、优化服务") == Texts{"1 enumeration"});
  CHECK(traps_of("培育产值超10亿元企业") == Texts{"10亿元 condition"});
  for (const char* words : {"九十九溪生态补水", "万达广场开业", "千方百计稳就业", "统一规划",
                            "培育一批企业", "落实“双减”政策", "打造千亿级集群"})
    CHECK(read_figures(words).figures.empty());
}

TEST_CASE("what could have been read otherwise says so") {
  CHECK(has_doubt(the_figure("组织近120家企业参加"), "approximate"));
  CHECK(has_doubt(the_figure("城镇调查失业率5.5%左右"), "direction_from_subject"));
  CHECK(has_doubt(the_figure("培育高企达600家"), "measure_guessed"));
  CHECK(has_doubt(the_figure("培训1.2万民警"), "unit_guessed"));
  CHECK(the_figure("培训1.2万民警").unit.symbol() == "万个");
  CHECK(has_doubt(the_figure("整治200余村庄"), "unit_guessed"));
  CHECK(has_doubt(the_figure("综合排名前移两位"), "rank_change"));
  CHECK(the_figure("营商环境评价进前十").title == "营商环境评价");
  CHECK(has_doubt(the_figure("订单增长2倍"), "growth_by_times"));
  CHECK(has_doubt(the_figure("超100家以上企业上云"), "two_bounds"));
  CHECK(the_figure("新增规上企业35家").doubts.empty());
  CHECK(the_figure("地区生产总值增长6%").doubts.empty());
}

TEST_CASE("a figure makes a target") {
  const jj::Target target = the_figure("确保能耗强度下降3%以上").target();
  CHECK(target.comparator() == jj::Comparator::at_most);
  CHECK(target.value() == -3);
  CHECK(target.measure() == jj::Measure::growth);
  CHECK(target.firmness() == jj::Firmness::must);
  CHECK(target == jj::Target::parse("确保下降3%以上"));
  CHECK(the_figure("培育8至10家龙头企业").target().upper() == 10);
}

TEST_CASE("units of one's own are read") {
  jj::UnitTable units = jj::UnitTable::standard();
  CHECK(read_figures("放养12桶").unread.size() == 1);
  units.add("桶", "桶");
  CHECK(the_figure("放养12桶", {.units = &units}).unit.symbol() == "桶");
}

TEST_CASE("nothing that a text may hold makes the reader fail") {
  CHECK(read_figures("").figures.empty());
  const std::vector<std::string> pieces{
      "增长", "5%",   "、", "分别", "第", "3",    "万",   "亿",   "——",  "由",   "到",
      "（",   "）",   "“",  "”",    "新", "年",   "以上", "每",   "前",  "\xE5", "0",
      ".",    ",",    "，", "家",   "百", "与",   "同步", "高",   "于",  "全省", "\n",
      "-",    "\xFF", "１", "5G",   "的", "其中", "完成", "下达", "任务"};
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (auto n = random() % 16; n > 0; --n) text += pieces[random() % pieces.size()];
    const FigureReading reading = read_figures(text);
    std::vector<bool> told(text.size(), false);
    const auto tell = [&](TextRange range) {
      REQUIRE(range.end <= text.size());
      for (std::size_t at = range.begin; at < range.end; ++at) told[at] = true;
    };
    for (const Figure& figure : reading.figures) {
      tell(figure.number);
      REQUIRE(joined(figure.number, figure.words) == figure.words);
      REQUIRE(figure.subject.end <= text.size());
      REQUIRE_FALSE(figure.rule.empty());
    }
    for (const Trap& trap : reading.traps) tell(trap.words);
    for (const TextRange& range : reading.unread) tell(range);
    for (std::size_t at = 0; at < text.size(); ++at) {
      INFO(text);
      if (text[at] >= '0' && text[at] <= '9') REQUIRE(told[at]);
    }
  }
}

TEST_CASE("a sentence without an end is read in a time that its length sets") {
  for (const char* piece :
       {"5家", "建设甲、", "分别", "与同步", "1—", "（", "“", "高于", "十", "1,"}) {
    std::string text;
    while (text.size() < 300000) text += piece;
    CHECK_NOTHROW(read_figures(text));
  }
}

TEST_CASE("a noun of noun, verb and measure is one subject behind a leading verb too") {
  CHECK(title_of("推动农村生活污水处理工程初验率达86%以上") == "农村生活污水处理工程初验率");
  CHECK(title_of("农村生活污水处理工程初验率达86%以上") == "农村生活污水处理工程初验率");
  CHECK(titles_of("推进大道完成投资5亿元、会展中心完成投资3亿元").back() == "会展中心完成投资");
  CHECK(title_of("力争垃圾分类处理设施覆盖率达90%") == "垃圾分类处理设施覆盖率");
}

TEST_CASE("how large a fund is promises nothing; what is spent does") {
  CHECK(traps_of("组建10亿元产业引导基金") == Texts{"10亿元 size"});
  CHECK(traps_of("设立总规模超50亿元科创基金群") == Texts{"50亿元 size"});
  CHECK(traps_of("发起设立30亿元并购基金、20亿元天使基金") == Texts{"30亿元 size", "20亿元 size"});
  CHECK(the_figure("发放贷款10亿元").measure == jj::Measure::increment);
  CHECK(the_figure("引导基金投放10亿元").measure == jj::Measure::increment);
  CHECK(the_figure("产业基金规模达60亿元").measure == jj::Measure::level);
  CHECK(the_figure("设立10亿元基金5只").conditions.size() == 1);
}

TEST_CASE("a formula of what a place is to be counts nothing") {
  CHECK(traps_of("建设一个中心、两个基地") == Texts{"一个 enumeration", "两个 enumeration"});
  CHECK(read_figures("新建一座桥梁、两座泵站").figures.size() == 2);
  CHECK(read_figures("新建一个社区中心、两个托育中心").figures.size() == 2);
  CHECK(read_figures("建设两个中心、三个基地").figures.size() == 2);
}

TEST_CASE("a yearly rate without its years is one of this year, with a doubt") {
  const Figure figure = the_figure("研发投入年均增长12%以上");
  CHECK(figure.base == jj::ComparisonBase{});
  CHECK(has_doubt(figure, "span_unknown"));
  CHECK(jj::ComparisonBase::parse(to_string(figure.base)) == figure.base);
  const Figure spanned = the_figure("2026—2030年研发投入年均增长12%以上");
  CHECK(to_string(spanned.base) == "annual 2026-2030");
}
