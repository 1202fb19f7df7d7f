// SPDX-License-Identifier: BSL-1.0
// Headings and topic sentences that speak of years beyond the plan's.
#include <jinjiang/reading/report.hpp>

#include <string>

#include "reading/draft/horizon.hpp"
#include "support/catch.hpp"

namespace {

using namespace jinjiang;
using namespace jinjiang::reading;

constexpr int plan_year = 2026;

std::string read(std::optional<Horizon> horizon) {
  if (!horizon) return "none";
  if (!horizon->through) return "this year";
  const std::string from = horizon->from ? std::to_string(*horizon->from) : std::string();
  return from + "-" + std::to_string(*horizon->through);
}
std::string heading(std::string_view text) { return read(horizon_of_heading(text, plan_year)); }
std::string topic(std::string_view text) { return read(horizon_of_topic(text, plan_year)); }

/// `标题 2030` for each indicator.
std::string dues(std::string_view text) {
  const Plan plan = read_report(text, {.year = plan_year}).plan();
  std::string out;
  for (const auto& node : plan.nodes()) {
    if (node.kind() != NodeKind::indicator) continue;
    if (!out.empty()) out += ", ";
    out += std::string(node.title()) + " " + to_string(node.due()).substr(0, 4);
  }
  return out;
}

}  // namespace

TEST_CASE("the years that a heading speaks of") {
  CHECK(heading("“十五五”时期主要目标") == "2026-2030");
  CHECK(heading("今后五年的奋斗目标") == "2026-2030");
  CHECK(heading("未来三年工作思路") == "2026-2028");
  CHECK(heading("到2035年远景目标") == "-2035");
  CHECK(heading("奋力实现“十五五”良好开局") == "none");
  CHECK(heading("“十五五”主要目标和2026年工作安排") == "this year");
  CHECK(heading("2026年主要预期目标") == "this year");
  CHECK(heading("“十四五”时期工作回顾") == "none");
  CHECK(heading("做强现代工业") == "none");
}

TEST_CASE("the years that a topic sentence speaks of") {
  CHECK(topic("“十五五”时期，全县发展的主要目标是：经济增长6%。") == "2026-2030");
  CHECK(topic("今后五年，我们要实现以下目标：") == "2026-2030");
  CHECK(topic("今年，新建公园3个。") == "this year");
  CHECK(topic("“十五五”时期是爬坡过坎的关键时期。") == "none");
  CHECK(topic("到2027年，完成上级下达目标任务。") == "none");
}

TEST_CASE("what stands under a horizon is due with it, up to a heading or this year") {
  CHECK(dues("2026年清河县政府工作报告\n"
             "一、“十五五”时期主要目标\n"
             "到2030年生产总值突破500亿元；城镇化率达到65%；森林覆盖率达到70%。\n"
             "二、2026年主要预期目标\n"
             "税收增长6%。\n"
             "三、2026年重点工作\n"
             "（一）做强工业\n"
             "到2027年，建成厂房50万平方米；招引企业9家；今年开工项目20个。新增规上企业12家。\n") ==
        "生产总值 2030, 城镇化率 2030, 森林覆盖率 2030, 税收增长 2026, 建成厂房 2027, "
        "招引企业 2027, 开工项目 2026, 新增规上企业 2026");
}

TEST_CASE("a topic sentence holds for the paragraphs behind it") {
  CHECK(dues("2026年云溪镇政府工作报告\n"
             "一、发展蓝图\n"
             "今后五年，全镇要实现以下目标：\n"
             "综合实力增强。工业总产值达到50亿元。\n"
             "民生持续改善。污水处理率达到95%。\n"
             "今年，新建文化广场2个。\n"
             "二、工作安排\n"
             "新建公园3个。\n") ==
        "工业总产值 2030, 污水处理率 2030, 新建文化广场 2026, 新建公园 2026");
}
