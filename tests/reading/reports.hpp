// SPDX-License-Identifier: BSL-1.0
#pragma once

// A report of our own, and what tests ask of a reading.

#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/io.hpp>
#include <jinjiang/reading.hpp>

#include "support/text.hpp"

namespace jj = jinjiang;

namespace reports {

inline constexpr std::string_view small =
    "海湾市2031年政府工作报告\n"
    "一、2030年工作回顾\n"
    "预计地区生产总值增长5.5%。新增规上企业40家，城镇化率达到71%。\n"
    "二、2031年主要预期目标\n"
    "地区生产总值增长6%左右，居民收入与经济增长同步。\n"
    "三、2031年重点工作\n"
    "（一）扩大有效投资\n"
    "实施120个重点项目，完成年度投资超300亿元。（市发改局牵头，市财政局配合）\n"
    "签约项目50个以上；组建产业引导基金、设立招商服务中心。\n"
    "（二）办好民生实事\n"
    "新增托育位600个、养老床位300张。力争高中入学率达95%。\n"
    "6月底前完成12个老旧小区改造。探索社区养老“时间银行”。\n"
    "培育近200家示范企业。推进“百日攻坚”行动。\n";

inline std::string data(const std::string& name) {
  return jj::io::read_file(JINJIANG_SOURCE_DIR "/tests/reading/data/" + name);
}

/// The indicator whose number stands in the report as these words.
inline jj::Node indicator_of(const jj::ReportReading& reading, const jj::Plan& plan,
                             std::string_view words) {
  for (const jj::reading::Passage& passage : reading.passages) {
    const std::string_view text = passage.words.of(reading.text);
    if (passage.outcome == jj::reading::Outcome::indicator &&
        text.find(words) != std::string_view::npos) {
      return plan[passage.node];
    }
  }
  FAIL("no indicator is shown with " << words);
  return plan.nodes()[0];
}

inline std::vector<std::string> codes(const jj::ReportReading& reading) {
  std::vector<std::string> all;
  for (const jj::reading::ReviewItem& item : reading.review) all.push_back(item.code);
  return all;
}

inline bool has_code(const jj::ReportReading& reading, std::string_view code) {
  for (const jj::reading::ReviewItem& item : reading.review) {
    if (item.code == code) return true;
  }
  return false;
}

}  // namespace reports
