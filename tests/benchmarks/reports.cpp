// SPDX-License-Identifier: BSL-1.0

#include "reports.hpp"

#include <array>
#include <charconv>

namespace benchmark {

namespace {

/// # stands for a number.
constexpr std::string_view chapter = R"(一、扩大有效投资
（一）抓好项目建设。实施#个重点项目，完成年度投资超#亿元。推动工业投资增长#%左右。
加快滨海大道二期、科学中心等项目建设，组建产业引导基金。
（二）提升招商实效。签约项目#个以上，其中亿元以上项目#个，开工#个、竣工#个。
常态化开展“四季招商”活动，举办#场专题推介会。
二、办好民生实事
新增托育位#个、养老床位#张。力争高中入学率达#%以上，城镇登记失业率控制在#%以内。
改造提升#个老旧小区，新建#公里供水管网，让群众用水更放心。
建设市民公园、群众艺术馆，完成第三批历史建筑修缮。探索社区养老“时间银行”。
居民人均可支配收入增长#%，空气优良天数比例不低于#%，森林覆盖率保持在#%以上。
)";

constexpr auto units = std::to_array<std::string_view>(
    {"亿元", "公里", "万户", "%", "个", "家", "场", "张", "户", "亩", "套", "条"});

}  // namespace

std::string make_report(std::size_t bytes) {
  std::string report = "海湾市2031年政府工作报告\n2031年重点工作\n";
  report.reserve(bytes + chapter.size() * 2);
  unsigned number = 17;
  while (report.size() < bytes) {
    for (const char byte : chapter) {
      if (byte != '#') {
        report += byte;
        continue;
      }
      number = number * 1103515245U + 12345U;
      report += std::to_string((number >> 16U) % 97U + 2U);
    }
  }
  return report;
}

std::vector<PlainFigure> scan_numbers(std::string_view report) {
  std::vector<PlainFigure> found;
  for (std::size_t at = 0; at < report.size();) {
    if (report[at] < '0' || report[at] > '9') {
      ++at;
      continue;
    }
    double value = 0;
    const char* const last = report.data() + report.size();
    const auto end = std::from_chars(report.data() + at, last, value).ptr;
    const auto next = static_cast<std::size_t>(end - report.data());
    for (const std::string_view unit : units) {
      if (!report.substr(next).starts_with(unit)) continue;
      found.push_back({at, value, unit});
      break;
    }
    at = next;
  }
  return found;
}

}  // namespace benchmark
