// SPDX-License-Identifier: BSL-1.0

// Whatever the bytes: every block lies in the report, in order, and its text is that of its source.

#include <random>

#include <jinjiang/reading.hpp>

#include "reading/outlines.hpp"

namespace {

bool is_separator(char c) { return c == ' ' || c == '\t'; }

/// What is wrong with an outline, or nothing.
std::string fault_of(const reading::Outline& outline, std::string_view report) {
  std::size_t before = 0;
  std::size_t index = 0;
  for (const reading::Block& block : outline.blocks) {
    const std::string name = "block " + std::to_string(index) + " " + block.text.substr(0, 40);
    if (block.source.begin > block.source.end || block.source.end > report.size()) {
      return name + ": beyond the report";
    }
    if (block.source.begin < before) return name + ": out of order";
    before = block.source.begin;
    if (block.parent >= static_cast<std::ptrdiff_t>(outline.blocks.size()))
      return name + ": parent";
    if (block.parent >= 0) {
      const auto& parent = outline.blocks[static_cast<std::size_t>(block.parent)];
      if (parent.kind != reading::BlockKind::heading) return name + ": parent is no heading";
      if (block.level > 0 && block.level != parent.level + 1) return name + ": level";
    }
    if ((block.kind == reading::BlockKind::heading) != (block.level > 0)) return name + ": level";
    if (block.lead > block.text.size()) return name + ": lead";
    for (std::size_t i = 0; i < block.text.size(); ++i) {
      const reading::TextRange source = block.in_source({i, i + 1});
      const std::size_t bytes = is_separator(block.text[i]) ? 0 : 1;  // layout is nobody's word
      if (source.size() != bytes || !block.source.holds(source.begin)) return name + ": run";
      const bool is_same = report[source.begin] == block.text[i];
      if (!is_same && !is_separator(block.text[i])) return name + ": text";
    }
    ++index;
  }
  for (const reading::TableRow& row : outline.rows) {
    if (row.block >= outline.blocks.size()) return "row beyond the blocks";
    for (const reading::TableCell& cell : row.cells) {
      if (cell.words.empty() || cell.words.end > outline.blocks[row.block].text.size()) {
        return "cell beyond the text";
      }
    }
  }
  return "";
}
std::string fault_of(const std::string& report) {
  return fault_of(reading::read_outline(report), report);
}

/// Bytes changed, lines moved, pieces of other reports put in.
std::string damaged(std::string report, const std::string& other, std::mt19937& engine) {
  const auto below = [&engine](std::size_t count) {
    return engine() % std::max<std::size_t>(1, count);
  };
  const std::string signs = "\n\t |　。；：、“”（）●❶一二1.-—#年9%";
  for (int i = 0; i < 12; ++i) {
    const std::size_t at = below(report.size());
    switch (below(5)) {
      case 0:
        report[at] = static_cast<char>(engine());
        break;
      case 1:
        report.erase(at, below(60));
        break;
      case 2:
        report.insert(at, other.substr(below(other.size()), below(200)));
        break;
      case 3:
        report.insert(at, signs.substr(below(signs.size()), 1 + below(4)));
        break;
      default:
        report.insert(below(report.size()), report.substr(at, below(300)));
        break;
    }
  }
  return report;
}

/// The first fault in so many damaged copies.
std::string fault_when_damaged(const std::string& name, const std::string& other, int copies) {
  std::mt19937 engine(20240101);
  for (int i = 0; i < copies; ++i) {
    const std::string report = damaged(report_text(name), report_text(other), engine);
    const std::string fault = fault_of(report);
    if (!fault.empty()) return fault + " in copy " + std::to_string(i);
    for (const reading::TextRange range : reading::sentences(report)) {
      if (range.empty() || range.end > report.size()) return "sentence";
    }
  }
  return "";
}

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

}  // namespace

TEST_CASE("no place lies inside a character, however wide a space is") {
  for (const char* space : {" ", "\u00A0", "\u3000", "\uFEFF", "\u2028", "\u2003"}) {
    const std::string report = "2026年报告\n一、重点工作\nAI" + std::string(space) +
                               "PM2.5浓度下降3%" + space + "R1线" + space + "5G基站600座。\n";
    const jinjiang::ReportReading read = jinjiang::read_report(report);
    const auto is_boundary = [&](std::size_t at) {
      return at == report.size() || (static_cast<unsigned char>(report[at]) & 0xC0U) != 0x80U;
    };
    CAPTURE(report);
    for (const auto& passage : read.passages) {
      CHECK(is_boundary(passage.words.begin));
      CHECK(is_boundary(passage.words.end));
    }
    for (const auto& item : read.review) {
      CHECK(is_boundary(item.words.begin));
      CHECK(is_boundary(item.words.end));
    }
    const jinjiang::Plan plan = read.plan();
    for (const jinjiang::Node node : plan.nodes()) {
      if (node.source().begin) CHECK(is_boundary(*node.source().begin));
      if (node.source().end) CHECK(is_boundary(*node.source().end));
    }
    for (const auto& block : reading::read_outline(report).blocks) {
      for (std::size_t end = 1; end <= block.text.size(); ++end)
        if (end == block.text.size() ||
            (static_cast<unsigned char>(block.text[end]) & 0xC0U) != 0x80U)
          CHECK(is_boundary(block.in_source({0, end}).end));
    }
  }
}

TEST_CASE("every byte of a block's text is that of its place in the report", "[reading][outline]") {
  CHECK(fault_of(report_text("newspaper.txt")).empty());
  CHECK(fault_of(report_text("classical.txt")).empty());
  CHECK(fault_of(report_text("task_table.txt")).empty());
  CHECK(fault_of("乡 村\n 振\t兴 a  b\nc d").empty());
}

TEST_CASE("a damaged report has an outline as sound as a whole one", "[reading][outline]") {
  CHECK(fault_when_damaged("newspaper.txt", "classical.txt", 150).empty());
  CHECK(fault_when_damaged("classical.txt", "task_table.txt", 150).empty());
  CHECK(fault_when_damaged("task_table.txt", "newspaper.txt", 150).empty());
}

TEST_CASE("bytes that are not UTF-8 stay where they are", "[reading][outline]") {
  const std::string report =
      "一、\xFF工作\n新增\x80"
      "5家\xE4\xB8。\n\xFE\xFF";
  CHECK(fault_of(report).empty());
  CHECK(block_at(reading::read_outline(report), "新增").text ==
        "新增\x80"
        "5家\xE4\xB8。");
}

TEST_CASE("no shape of text makes the outline slow or unsound", "[reading][outline]") {
  const auto piece =
      GENERATE(as<std::string>(), "a\n", "ab\n\n", "一\n", "甲乙\n", "- a\n", "1. a\n",
               "●甲乙\n丙丁\n\n", "1\n", "1111111111111111年年\n", "推动高新企业超900家、", "（",
               "）", "“。", "。", "a  b ", "一是甲；二是乙。", "(1)", "2024年", "a\tb\tc\n", "|a",
               "序号  任务  时限\n", "\xff\xe4\x80\n", "- 牵头单位：市\n", "a\r", "甲乙\f\n",
               "甲乙丙。丁戊己庚辛壬癸，子丑寅卯。\n", "一、甲\n（一）乙\n1.丙\n", "2024年\n", "1.",
               "#", "\n");
  CHECK(fault_of(repeated(piece, 200000)).empty());
}

TEST_CASE("rows whose cells stand in another order keep their places", "[reading][outline]") {
  const std::string table =
      "海湾区2031年重点任务分解表\n"
      "序号\t指标名称\t单位\t2030年完成\t2031年目标\t2035年目标\t责任单位\t完成时限\n"
      "1\tPM2.5\t微克/立方米\t27\t26\t20\t区生态环境局\t12月\n"
      "2\t新增托位\t个\t300\t420\t\t区卫健局\t6月\n"
      "3\t\t\t\t\t\t\t\n";
  CHECK(fault_of(table).empty());
  const std::string other = report_text("newspaper.txt");
  std::mt19937 engine(20310101);
  for (int i = 0; i < 150; ++i) CHECK(fault_of(damaged(table, other, engine)).empty());
}
