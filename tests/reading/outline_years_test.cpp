// SPDX-License-Identifier: BSL-1.0

// Headings that are told from lists, and which of them look back.

#include "reading/outline/periods.hpp"
#include "reading/outlines.hpp"
#include "reading/reports.hpp"

namespace {

/// How many targets and how many readings a report has.
struct Counts {
  std::size_t targets = 0;
  std::size_t readings = 0;
  friend bool operator==(const Counts&, const Counts&) = default;
};
Counts count(const std::string& report) {
  const auto reading = jj::read_report(report);
  Counts counts{0, reading.observations.size()};
  const jj::Plan plan = reading.plan();
  for (const jj::Node& node : plan.indicators()) counts.targets += node.target() ? 1U : 0U;
  return counts;
}

}  // namespace

TEST_CASE("a heading below a list is not joined to its last bullet") {
  for (const std::string bullet : {"●", "★ ", "• ", "◆"}) {
    for (const std::string gap : {"\n", "\n\n"}) {
      const std::string report = "2030年成绩单\n" + bullet + "新建学校5所\n" + bullet +
                                 "新增床位700张" + gap + "2031年主要预期目标\n" + bullet +
                                 "新建公园4座\n" + bullet + "新增车位900个\n";
      CHECK(count(report) == Counts{2, 2});
    }
  }
}

TEST_CASE("a boxed heading is never joined") {
  CHECK(count("海湾区2031年政府工作报告\n【2030·答卷】\n★ 新建学校5所\n★ 新增床位700张\n"
              "【2031·目标】\n★ 新建公园4座\n★ 新增车位900个\n") == Counts{2, 2});
}

TEST_CASE("a line that ends with an amount is no heading") {
  CHECK(count("海湾区2031年政府工作报告\n数说2030\n财政收入90亿元\n● 新建学校5所\n● 新增床位700张\n"
              "2031怎么干\n● 新开工项目30个\n") == Counts{1, 3});
}

TEST_CASE("a bullet goes on over a line that names no part") {
  const auto blocks = blocks_of("重点工作\n●打造海洋文化\n示范城市\n●建设科技\n创新中心\n");
  CHECK(texts(blocks, reading::BlockKind::item) ==
        std::vector<std::string>{"打造海洋文化示范城市", "建设科技创新中心"});
}

TEST_CASE("a year before the plan's makes a review, whatever the noun") {
  for (const std::string heading :
       {"【2030·成绩】", "2030·足迹", "数说2030", "图解2030", "2030成绩", "2030：实干之年",
        "这一年 我们走过", "【过去一年】", "刚刚过去的一年"}) {
    CAPTURE(heading);
    CHECK(count("一图读懂海湾区2031年政府工作报告\n" + heading +
                "\n★ 新建学校5所\n★ 新增床位700张\n【2031·怎么干】\n★ 新建公园4座\n"
                "★ 新增车位900个\n") == Counts{2, 2});
  }
}

TEST_CASE("a term that has ended makes a review") {
  for (const std::string heading :
       {"一、五年答卷", "一、砥砺前行的五年", "一、极不平凡的一年", "一、2026—2030年发展历程",
        "一、拼搏奋进，2030年发展迈上新台阶"}) {
    CAPTURE(heading);
    CHECK(count("海湾县2031年政府工作报告\n" + heading +
                "\n新建学校5所，新增床位700张。\n二、2031年重点工作\n新建公园4座。\n") ==
          Counts{1, 2});
  }
}

TEST_CASE("years to come and plans called by their years make no review") {
  using reading::detail::names_ended_term;
  for (const char* heading :
       {"今后五年的目标", "新的五年", "实施三年行动", "五年规划", "国企改革三年攻坚", "开局之年",
        "未来三年", "第三年", "每年", "一年级"}) {
    CAPTURE(heading);
    CHECK_FALSE(names_ended_term(heading));
  }
  CHECK(count("海湾县2031年政府工作报告\n一、三年行动再深化\n新建公园4座。\n") == Counts{1, 0});
  CHECK(count("海湾县2031年政府工作报告\n一、2031年：攻坚突破的一年\n新建公园4座。\n") ==
        Counts{1, 0});
}

TEST_CASE("a heading of the plan's year below a review is work") {
  CHECK(count("海湾县2031年政府工作报告\n第一部分 奋力拼搏的五年\n新建学校5所。\n"
              "二、2031年重点工作\n新建公园4座。\n") == Counts{1, 1});
}

TEST_CASE("a target that is to be passed makes no list of results") {
  CHECK(count("海湾区2031年政府工作报告\n【2031·这么干】\n▶ 开放\n◎ 8月底前：海湾大桥合龙\n"
              "◎ 货物吞吐量突破60万吨\n◎ 新辟航线3条以上\n")
            .readings == 0);
}

TEST_CASE("what follows this year's targets is work") {
  CHECK(count("海湾市2031年政府工作报告\n2030年，生产总值增长6%，新建学校5所。\n"
              "2031年主要预期目标是：生产总值增长5%。\n重点抓好以下工作：\n"
              "第一，建强产业。新建厂房8万平方米。\n") == Counts{2, 2});
}

TEST_CASE("bullets below a heading of work stay work, and none is lost") {
  CHECK(count("海湾县2031年工作速览\n2030·答卷\n● 生产总值增长5.6%\n2031·怎么干\n"
              "❶ 环境更优\n■ 清欠率100%\n■ 累计建成充电桩380个\n❷ 产业更强\n"
              "■ 新增规上企业12家\n") == Counts{3, 1});
}

TEST_CASE("the year is that of the latest heading where nothing else says it") {
  CHECK(
      reading::read_outline("【2030·答卷】\n★ 新建学校5所\n【2031·目标】\n★ 新建公园4座\n").year ==
      2031);
}

TEST_CASE("the number of a heading counts years, not a list") {
  const auto blocks = blocks_of("一、五年奋进\n新建学校5所。\n二、三年行动\n新建公园4座。\n");
  CHECK(blocks[0].marker == "一、");
  CHECK(blocks[2].marker == "二、");
  CHECK(blocks_of("一、二、三产分别增长3%、6%、5%。\n")[0].marker.empty());
}
