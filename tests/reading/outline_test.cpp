// SPDX-License-Identifier: BSL-1.0

// Whole reports: a newspaper's summary as it comes out of a PDF, a report in the classical style, a
// table of tasks, and the report that the project began with where it is at hand.

#include <jinjiang/detail/text.hpp>

#include "reading/outlines.hpp"

using reading::BlockKind;
using reading::ReportPart;

TEST_CASE("a newspaper's areas and part heads are its outermost headings", "[reading][outline]") {
  const reading::Outline& outline = outline_of("newspaper.txt");
  CHECK(headings(outline, 1) ==
        Texts{"06 以清流净土为底色，守护山水相依澄湖", "2024年成绩单又添多张“金名片”",
              "2025年经济社会发展主要预期目标", "乘势而上，2025年怎么干？", "主要做好五方面工作",
              "以向湖开放为牵引，激活内外循环动力", "以先进制造为支柱，建设长三角光电材料强市",
              "以和美共富为路径，推动湖区乡村焕新蝶变", "以民生实事为落点，让湖城生活更有温度"});
  CHECK(headings(outline, 2) ==
        Texts{"❶ 打好入湖河道清淤整治会战，让湾湾清澈、岸岸花开成为日常。",
              "❷ 打好裸露山体复绿会战，让荒坡披绿、林草连片成为日常。",
              "❸ 打好扬尘和臭氧协同治理会战，让蓝天常驻、星河可见成为日常。",
              "❶ 推动传统轻工“智改”“数转”“网联”升级。", "❷ 培育光电材料等新兴产业。",
              "❸ 做实园区承载平台。", "❶ 让就业社保更稳更实。", "❷ 让教育医疗更优更近。"});
  CHECK(headings(outline, 3).empty());
  CHECK(outline.year == 2025);
}

TEST_CASE("a numbering that starts again stands under the heading before it",
          "[reading][outline]") {
  const reading::Outline& outline = outline_of("newspaper.txt");
  CHECK(path_of(outline, "造林绿化3200亩") ==
        "06 以清流净土为底色，守护山水相依澄湖 > "
        "❸ 打好扬尘和臭氧协同治理会战，让蓝天常驻、星河可见成为日常。");
  CHECK(path_of(outline, "提升21个小微园区") ==
        "以先进制造为支柱，建设长三角光电材料强市 > ❸ 做实园区承载平台。");
  CHECK(path_of(outline, "新增优质学位4200个") ==
        "以民生实事为落点，让湖城生活更有温度 > ❷ 让教育医疗更优更近。");
  CHECK(path_of(outline, "签约内外资项目90个") == "以向湖开放为牵引，激活内外循环动力");
}

TEST_CASE("lines that a column broke are whole again", "[reading][outline]") {
  const reading::Outline& outline = outline_of("newspaper.txt");
  CHECK(items_under(outline, "推动传统轻工") ==
        Texts{"提速智改数转网联扩面：实施75个智能化改造项目；新增上云企业320家以上。",
              "推进专精特新“三级跳”：推动高新技术企业超260家、专精特新企业超45家、瞪羚企业超20家。",
              "提升工业设计水平：引进设计机构6家以上；办好第三届湖畔设计周、中国·澄湖竹编展等系列活"
              "动。"});
  CHECK(
      items_under(outline, "培育光电材料") ==
      Texts{
          "光电材料产业：保障晶澜、蔚谷增资扩产，推动华芯等9个项目投产，落地12个配套项目。组建光电"
          "材料产业基金。",
          "食品健康产业：实施11个健康食品项目；提速创梦等3个食品产业园建设和招商运营。"});
  CHECK(items_under(outline, "以和美共富") ==
        Texts{"建设高标准农田2.6万亩。", "带动村均经营性收入超48万元。",
              "有序推进渔港旧街-望湖坊片区、菱塘水乡改造、西渡老码头活化等片区更新。",
              "完成农村改水“三个一批”。"});
  CHECK(items_under(outline, "让教育医疗") ==
        Texts{"新增优质学位4200个。", "力争普惠性幼儿园覆盖率达95%。",
              "启动乡村教师“青蓝”培养计划、“名校长”五年领航行动。"});
}

TEST_CASE("bullets of results are review and headline lines targets, wherever the columns put them",
          "[reading][outline]") {
  const reading::Outline& outline = outline_of("newspaper.txt");
  CHECK(items_under(outline, "2024年成绩单") ==
        Texts{"湖区“共富工坊”做法写入省委文件", "县域综合竞争力升至全省第7",
              "省级光电材料创新中心、江南大学澄湖食品产业研究院成功落地",
              "预计地区生产总值增长5.8%", "经营主体超12万户", "18项“揭榜挂帅”改革顺利完成",
              "环湖快速路北段正式通车"});
  CHECK(items_under(outline, "2025年经济社会发展") ==
        Texts{"地区生产总值增长5.5%左右", "一般公共预算总收入增长4.5%、本级收入增长4%",
              "规上工业增加值增长6.8%", "社会消费品零售总额增长6%以上"});
  CHECK(texts(outline, ReportPart::targets).size() == 4);
  CHECK(block_at(outline, "入选全国").part == ReportPart::review);
  CHECK(block_at(outline, "云栖园").part == ReportPart::review);
  CHECK(block_at(outline, "2024年澄湖").part == ReportPart::review);
  CHECK(block_at(outline, "在滚石上山").part == ReportPart::review);
  CHECK(block_at(outline, "澄湖将挑起").part == ReportPart::work);
  CHECK(block_at(outline, "签约内外资").part == ReportPart::work);
  CHECK(block_at(outline, "造林绿化").part == ReportPart::work);
}

TEST_CASE("what a page carries beside its text is set aside", "[reading][outline]") {
  const reading::Outline& outline = outline_of("newspaper.txt");
  CHECK(texts(outline.blocks, BlockKind::furniture) ==
        Texts{"06", "□聚焦澄湖两会", "本报记者苏禾通讯员陆之行"});
  CHECK(texts(outline.blocks, BlockKind::title) ==
        Texts{"“向湖而兴、向新而行”2025年，澄湖这么干！", "政府工作报告速览"});
  CHECK(texts(outline.blocks, BlockKind::paragraph).size() == 1);
  CHECK(block_at(outline, "2024年12月19日").part == ReportPart::preface);
}

TEST_CASE("text that was set twice is read once", "[reading][outline]") {
  const reading::Outline& outline = outline_of("newspaper.txt");
  const std::string report = report_text("newspaper.txt");
  const reading::Block& block = block_at(outline, "2025年是澄湖");
  CHECK(block.text == "2025年是澄湖撤县设市30周年");
  CHECK(block.source.of(report) == "20252025年年\n是澄湖撤县设市30周年");
  CHECK(block.in_source({0, 7}).of(report) == "20252025年");
  CHECK(block.in_source({7, 10}).of(report) == "是");
}

TEST_CASE("a classical report nests as its numbering does", "[reading][outline]") {
  const reading::Outline& outline = outline_of("classical.txt");
  CHECK(headings(outline, 1) == Texts{"一、 2023年工作回顾", "二、 2024年总体要求和主要预期目标",
                                      "三、 2024年重点工作", "四、 建设人民满意政府"});
  CHECK(headings(outline, 2) ==
        Texts{"（一） 经济运行稳中向好。", "（二） 乡村面貌持续改善。", "（三） 民生保障扎实有力。",
              "（一） 聚力工业强市，构建现代产业体系", "（二） 聚焦扩大内需，激发市场活力",
              "（三） 推进乡村振兴，促进城乡融合。", "（四） 增进民生福祉，共享发展成果"});
  CHECK(headings(outline, 3) == Texts{"1. 做强主导产业。", "2. 培育新兴产业。", "3. 优化营商环境。",
                                      "就业底盘更加稳固。", "教育供给更加均衡。",
                                      "健康服务更加可及。"});
  CHECK(path_of(outline, "组建10亿元") ==
        "三、 2024年重点工作 > （一） 聚力工业强市，构建现代产业体系 > 2. 培育新兴产业。");
  CHECK(path_of(outline, "各位代表！") == "四、 建设人民满意政府");
  CHECK(path_of(outline, "在总结成绩") == "一、 2023年工作回顾");
  CHECK(texts(outline.blocks, BlockKind::title) ==
        Texts{"政府工作报告", "2024年1月9日在云岭市第六届人民代表大会第三次会议上"});
}

TEST_CASE("numbered sentences are items, and lists within a paragraph are taken apart",
          "[reading][outline]") {
  const reading::Outline& outline = outline_of("classical.txt");
  CHECK(items_under(outline, "聚焦扩大内需") ==
        Texts{"实施重点项目126个，完成年度投资180亿元以上。",
              "举办消费促进活动60场，力争社会消费品零售总额增长8%。",
              "招引亿元以上项目40个，到位资金95亿元。"});
  CHECK(items_under(outline, "推进乡村振兴") ==
        Texts{"稳住粮食生产。粮食播种面积稳定在62万亩；",
              "做优特色产业。新增茶园1.5万亩，培育省级龙头企业5家；",
              "建设和美乡村。完成农村改厕8000户，行政村生活污水治理率达45%。"});
  CHECK(block_at(outline, "做优特色产业。新增").marker == "二是");
  CHECK(items_under(outline, "建设人民满意政府") ==
        Texts{"坚持依法行政。规范性文件合法性审查率达100%。", "坚持勤俭办事。一般性支出压减5%。",
              "坚持清正廉洁。深化重点领域专项治理。"});
  CHECK(block_at(outline, "坚持清正廉洁").marker == "第三，");
}

namespace {

/// Every line cut after so many characters.
std::string wrapped(const std::string& report, std::size_t characters) {
  std::string text;
  std::size_t column = 0;
  for (std::size_t i = 0; i < report.size();) {
    const std::size_t size = jj::detail::code_point_size(report, i);
    if (report[i] == '\n') column = 0;
    if (column == characters) text += '\n', column = 0;
    if (report[i] != '\n') ++column;
    text += report.substr(i, size);
    i += size;
  }
  return text;
}

/// `item 3 （一）|text` of each block.
Texts lines_of(const reading::Outline& outline) {
  Texts all;
  for (const reading::Block& block : outline.blocks) {
    all.push_back(std::string(jj::to_string(block.kind)) + " " + std::to_string(block.level) + " " +
                  block.marker + "|" + block.text);
  }
  return all;
}

}  // namespace

TEST_CASE("a report broken at any usual width has the outline of the whole one",
          "[reading][outline]") {
  const auto width = GENERATE(range(24, 46));
  CAPTURE(width);
  const std::string broken = wrapped(report_text("classical.txt"), static_cast<std::size_t>(width));
  CHECK(lines_of(reading::read_outline(broken)) == lines_of(outline_of("classical.txt")));
}

TEST_CASE("the parts of a classical report are those of its headings", "[reading][outline]") {
  const reading::Outline& outline = outline_of("classical.txt");
  CHECK(texts(outline, ReportPart::preface).size() == 2);
  CHECK(block_at(outline, "预计地区生产总值").part == ReportPart::review);
  CHECK(block_at(outline, "主要预期目标是").part == ReportPart::targets);
  CHECK(block_at(outline, "组建10亿元").part == ReportPart::work);
  CHECK(block_at(outline, "坚持依法行政").part == ReportPart::work);
  CHECK(outline.year == 2024);
}

TEST_CASE("what a lead names is exposed and stays in the text", "[reading][outline]") {
  const reading::Block& item = block_at(outline_of("newspaper.txt"), "食品健康产业");
  CHECK(item.text.substr(0, item.lead) == "食品健康产业：");
  const reading::Block& bullet = block_at(outline_of("classical.txt"), "坚持发展与安全");
  CHECK(bullet.marker == "——");
  CHECK(bullet.text.substr(0, bullet.lead) == "坚持发展与安全并重。");
  CHECK(block_at(outline_of("classical.txt"), "主要预期目标是").lead == 0);
}

namespace {

/// `task | leader | support | due` of each row.
Texts rows_of(const reading::Outline& outline) {
  Texts all;
  for (const reading::TableRow& row : outline.rows) {
    std::string line = outline.blocks[row.block].marker;
    for (const reading::TableCell& cell : row.cells) {
      line += " " + std::string(jj::to_string(cell.column)) + "=" +
              std::string(cell.words.of(outline.blocks[row.block].text));
    }
    all.push_back(line);
  }
  return all;
}

}  // namespace

TEST_CASE("the rows of a table of tasks are items that say who does them by when",
          "[reading][outline]") {
  const reading::Outline& outline = outline_of("task_table.txt");
  const Texts rows = rows_of(outline);
  REQUIRE(rows.size() == 13);
  CHECK(rows[0] ==
        "1 task=实施技术改造项目48个，完成技改投资26亿元 leader=区工信局 "
        "support=各街道、开发区管委会 due=12月底");
  CHECK(rows[7] == "8 task=新增普惠托育位620个 leader=区卫健局 support=区教育局 due=6月底");
  CHECK(rows[10] ==
        "11. task=政务服务事项“一网通办”率达99%以上。 leader=区数据局 "
        "support=各部门 due=12月底");
  CHECK(headings(outline, 1) ==
        Texts{"一、 产业提质", "二、 城市更新", "三、 民生实事", "四、 自身建设"});
  CHECK(path_of(outline, "新建口袋公园") == "二、 城市更新");
  CHECK(block_at(outline, "新建口袋公园").part == ReportPart::work);
  CHECK(texts(outline.blocks, BlockKind::title) == Texts{"青堰区2025年政府工作报告重点任务分解表"});
}

namespace {

std::filesystem::path seed_folder() { return source_folder() / "../shared/seed"; }

reading::Outline seed_outline() {
  std::string report;
  for (const auto& entry : std::filesystem::directory_iterator(seed_folder())) {
    report += file_text(entry.path());
  }
  return reading::read_outline(report);
}

/// `industry 5`: how many numbered headings stand under each area, in the order of the report.
std::vector<std::size_t> goals_by_area(const reading::Outline& outline) {
  std::vector<std::size_t> counts;
  std::vector<std::ptrdiff_t> areas;
  for (std::size_t i = 0; i < outline.blocks.size(); ++i) {
    const reading::Block& block = outline.blocks[i];
    if (block.kind == BlockKind::heading && block.level == 1 && block.text.starts_with("以")) {
      areas.push_back(static_cast<std::ptrdiff_t>(i));
      counts.push_back(0);
    } else if (block.kind == BlockKind::heading && !areas.empty() && block.parent == areas.back()) {
      ++counts.back();
    }
  }
  return counts;
}

}  // namespace

TEST_CASE("the report that the project began with is read whole", "[reading][outline]") {
  if (!std::filesystem::exists(seed_folder())) {
    WARN("the report is not at hand: newspaper.txt is of the same kind");
    return;
  }
  const reading::Outline outline = seed_outline();
  // Ecology, land, business, rural, city, industry, demand, livelihood.
  CHECK(goals_by_area(outline) == std::vector<std::size_t>{3, 0, 0, 0, 4, 5, 3, 5});
  CHECK(texts(outline, ReportPart::targets).size() == 5);
  CHECK(items_under(outline, "2023年成绩单").size() == 12);
  CHECK(texts(outline, ReportPart::preface).size() == 1);
  CHECK(texts(outline.blocks, BlockKind::item).size() == 148);
  CHECK(texts(outline.blocks, BlockKind::paragraph).size() == 1);
  CHECK(texts(outline.blocks, BlockKind::furniture).size() == 2);
  CHECK(outline.year == 2024);
}
