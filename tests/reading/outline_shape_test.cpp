// SPDX-License-Identifier: BSL-1.0

// Small reports, one question each.

#include "reading/outlines.hpp"

using reading::BlockKind;
using reading::ReportPart;

namespace {

/// `heading 一、 工作` of each block.
Texts shape_of(std::string_view report) {
  Texts all;
  for (const reading::Block& block : blocks_of(report)) {
    all.push_back(std::string(jj::to_string(block.kind)) + (block.level > 0 ? " " : "") +
                  (block.level > 0 ? std::to_string(block.level) : "") + " " + block.marker + "|" +
                  block.text);
  }
  return all;
}

}  // namespace

TEST_CASE("an empty report has no blocks", "[reading][outline]") {
  CHECK(blocks_of("").empty());
  CHECK(blocks_of("\n\n \t\n　　\n").empty());
  CHECK(reading::read_outline("").year == 0);
}

TEST_CASE("one line is one item of work", "[reading][outline]") {
  CHECK(shape_of("新增规上企业30家以上。") == Texts{"item |新增规上企业30家以上。"});
  CHECK(blocks_of("新增规上企业30家").front().part == ReportPart::work);
}

TEST_CASE("a report of headings alone keeps them", "[reading][outline]") {
  CHECK(shape_of("一、2023年工作回顾\n二、2024年重点工作\n（一）工业强市\n（二）乡村振兴\n") ==
        Texts{"heading 1 一、|2023年工作回顾", "heading 1 二、|2024年重点工作",
              "heading 2 （一）|工业强市", "heading 2 （二）|乡村振兴"});
}

TEST_CASE("line ends of every kind are the same", "[reading][outline]") {
  const Texts wanted{"heading 1 一、|工作安排", "item 1.|新建道路20公里。",
                     "item 2.|改造管网5公里。"};
  CHECK(shape_of("一、工作安排\n1.新建道路20公里。\n2.改造管网5公里。\n") == wanted);
  CHECK(shape_of("一、工作安排\r\n1.新建道路20公里。\r\n2.改造管网5公里。\r\n") == wanted);
  CHECK(shape_of("一、工作安排\r1.新建道路20公里。\r2.改造管网5公里。") == wanted);
  CHECK(shape_of("\t一、\t工作安排\n\t1.\t新建道路20公里。\n\t2.\t改造管网5公里。") == wanted);
}

TEST_CASE("an English report has headings, paragraphs and items", "[reading][outline]") {
  CHECK(
      shape_of("Work Plan 2024\n\nIntroduction\nThe city grew by 5.2 percent,\nand it will grow.\n"
               "\nPriorities for 2024\n\n1. Build 20 km of roads.\n2. Open 3 clinics.\n") ==
      Texts{"title |Work Plan 2024", "heading 1 |Introduction",
            "paragraph |The city grew by 5.2 percent, and it will grow.",
            "heading 1 |Priorities for 2024", "item 1.|Build 20 km of roads.",
            "item 2.|Open 3 clinics."});
}

TEST_CASE("Markdown nests by its signs", "[reading][outline]") {
  CHECK(
      shape_of("# 2024年工作要点\n\n## 一、工业\n\n- 实施项目60个\n- 新增企业20家\n\n### 技改\n") ==
      Texts{"title #|2024年工作要点", "heading 1 ## 一、|工业", "item -|实施项目60个",
            "item -|新增企业20家", "heading 2 ###|技改"});
}

TEST_CASE("chapters stand above numbers that begin again in each", "[reading][outline]") {
  CHECK(shape_of("第一部分 2023年工作回顾\n一、经济\n增长5%。\n第二部分 2024年工作安排\n一、工业\n"
                 "（一）技改\n实施项目60个。\n二、农业\n建设农田2万亩。\n") ==
        Texts{"heading 1 第一部分|2023年工作回顾", "heading 2 一、|经济", "item |增长5%。",
              "heading 1 第二部分|2024年工作安排", "heading 2 一、|工业", "heading 3 （一）|技改",
              "item |实施项目60个。", "heading 2 二、|农业", "item |建设农田2万亩。"});
}

TEST_CASE("what begins like a number is not always one", "[reading][outline]") {
  CHECK(
      shape_of("一、工作\n1.5亿元用于修路。\n三产增加值增长5%。\n一、二、三产分别增长3%、5%、6%。\n"
               "09月前完成。\n第三产业占比达50%。\nⅢ类以上水质达90%。\n") ==
      Texts{"heading 1 一、|工作", "item |1.5亿元用于修路。", "item |三产增加值增长5%。",
            "item |一、二、三产分别增长3%、5%、6%。", "item |09月前完成。",
            "item |第三产业占比达50%。", "item |Ⅲ类以上水质达90%。"});
}

TEST_CASE("lists in one line are taken apart", "[reading][outline]") {
  CHECK(shape_of("重点抓好三件事：①修路20公里；②建校3所；③植树500亩。") ==
        Texts{"paragraph |重点抓好三件事：", "item ①|修路20公里；", "item ②|建校3所；",
              "item ③|植树500亩。"});
  CHECK(shape_of("①修路20公里；②建校3所。") == Texts{"item ①|修路20公里；", "item ②|建校3所。"});
  CHECK(shape_of("做好工作，一是修路20公里。") == Texts{"item |做好工作，一是修路20公里。"});
}

TEST_CASE("slogans without end marks stay apart", "[reading][outline]") {
  CHECK(shape_of("获评全国示范县\n\n获批省级试点\n\n入选百强榜单\n") ==
        Texts{"item |获评全国示范县", "item |获批省级试点", "item |入选百强榜单"});
}

TEST_CASE("page numbers and running heads do not cut a sentence in two", "[reading][outline]") {
  CHECK(shape_of("一、工作回顾\n全年完成投资30亿元，新增企业500家，建设道路20公里，推动\n- 3 -\n"
                 "云岭市政府工作报告\n各项事业发展再上新台阶。\n二、工作安排\n"
                 "新建学校5所，改造医院3家，新增床位500张，完成老旧小区改\n- 4 -\n"
                 "云岭市政府工作报告\n造20个。\n") ==
        Texts{"heading 1 一、|工作回顾",
              "paragraph "
              "|全年完成投资30亿元，新增企业500家，建设道路20公里，推动各项事业发展再上新台阶。",
              "furniture |- 3 -", "furniture |云岭市政府工作报告", "heading 1 二、|工作安排",
              "item |新建学校5所，改造医院3家，新增床位500张，完成老旧小区改造20个。",
              "furniture |- 4 -", "furniture |云岭市政府工作报告"});
}

TEST_CASE("paragraphs broken at one width are joined by their indentation", "[reading][outline]") {
  CHECK(
      shape_of("　　过去一年，我们全力以赴拼经济、抓项目，地区生产总值增长\n"
               "百分之五点六，固定资产投资增长百分之七，各项事业取得新成效。\n"
               "全年新开工项目六十个，竣工四十个。\n"
               "　　今年，我们将抓好以下工作，确保实现全年目标，推动高质量\n发展迈上新台阶。\n") ==
      Texts{
          "paragraph |过去一年，我们全力以赴拼经济、抓项目，地区生产总值增长百分之五点六，固定资产"
          "投资增长百分之七，各项事业取得新成效。全年新开工项目六十个，竣工四十个。",
          "paragraph |今年，我们将抓好以下工作，确保实现全年目标，推动高质量发展迈上新台阶。"});
}

TEST_CASE("a heading set upright, one character a line, is one block", "[reading][outline]") {
  CHECK(shape_of("乡\n村\n振\n兴\n建设农田2万亩。\n") ==
        Texts{"title |乡村振兴", "item |建设农田2万亩。"});
}

TEST_CASE("spaces go from Chinese and stay in English", "[reading][outline]") {
  const std::string report = "实施 20个 ABC project 项目，R1 线 5 公里。";
  const reading::Block block = blocks_of(report).front();
  CHECK(block.text == "实施20个ABC project项目，R1线5公里。");
  CHECK(block.in_source({6, 11}).of(report) == "20个");
  CHECK(block.in_source({0, 8}).of(report) == "实施 20");
}

TEST_CASE("parts are told by tense where there are no headings", "[reading][outline]") {
  const reading::Outline outline = reading::read_outline(
      "去年以来，全市完成投资30亿元。新增企业20家。\n建成道路5公里。\n今年，将修路20公里。\n"
      "新建学校3所。\n");
  CHECK(texts(outline, ReportPart::review) ==
        Texts{"去年以来，全市完成投资30亿元。新增企业20家。", "建成道路5公里。"});
  CHECK(texts(outline, ReportPart::work) == Texts{"今年，将修路20公里。", "新建学校3所。"});
}

TEST_CASE("bullets below a head of work stay work when they begin as tasks do",
          "[reading][outline]") {
  const reading::Outline outline = reading::read_outline(
      "2024年重点工作\n● 推动技改项目60个，完成投资30亿元\n● 新建学校5所\n● 争创国家卫生城市\n");
  CHECK(texts(outline, ReportPart::work).size() == 3);
}

TEST_CASE("a table with one cell a line keeps its numbers and its columns", "[reading][outline]") {
  const auto outline = reading::read_outline(
      "2026年重点任务分解\n序号\n重点任务\n牵头单位\n完成时限\n1\n新增托育位600个\n区卫健局\n6月底"
      "\n"
      "2\n改造老旧小区40个，完善\n配套设施\n区住建局\n12月底\n3\n新增车位2000个\n区城管局\n12月底\n"
      "\n\n注：按月调度。\n");
  REQUIRE(outline.rows.size() == 3);
  Texts markers;
  for (const reading::TableRow& row : outline.rows) {
    const reading::Block& block = outline.blocks[row.block];
    markers.push_back(block.marker);
    REQUIRE(row.cells.size() == 3);
    CHECK(row.cells[0].column == reading::TableColumn::task);
    CHECK(row.cells[1].column == reading::TableColumn::leader);
    CHECK(row.cells[2].column == reading::TableColumn::due);
  }
  CHECK(markers == Texts{"1", "2", "3"});
  const reading::Block& broken = outline.blocks[outline.rows[1].block];
  CHECK(outline.rows[1].cells[0].words.of(broken.text) == "改造老旧小区40个，完善配套设施");
}

TEST_CASE("a number alone below no head of a table is that of a page", "[reading][outline]") {
  CHECK(shape_of("序号说明见附件。\n1\n新增托育位600个。\n").at(1) == "furniture |1");
  CHECK(reading::read_outline("序号\n1\n2\n3\n").rows.empty());
}
