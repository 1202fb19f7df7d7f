// SPDX-License-Identifier: BSL-1.0

// A report that was read, as a page: its text with what became of every word, beside it what is to
// be checked, and below it the draft of the plan.

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/reading/report.hpp>

#include "reading/draft/html_page.hpp"

namespace jinjiang::reading {

namespace {

/// The name of a sign that turns the direction of what follows, or nothing: on a page such signs
/// would show other words than those that were read.
std::string_view direction_sign(std::string_view text) noexcept {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 12> signs{{
      {"\u061C", "⟨U+061C⟩"},
      {"\u200E", "⟨U+200E⟩"},
      {"\u200F", "⟨U+200F⟩"},
      {"\u202A", "⟨U+202A⟩"},
      {"\u202B", "⟨U+202B⟩"},
      {"\u202C", "⟨U+202C⟩"},
      {"\u202D", "⟨U+202D⟩"},
      {"\u202E", "⟨U+202E⟩"},
      {"\u2066", "⟨U+2066⟩"},
      {"\u2067", "⟨U+2067⟩"},
      {"\u2068", "⟨U+2068⟩"},
      {"\u2069", "⟨U+2069⟩"},
  }};
  for (const auto& [sign, name] : signs)
    if (text.starts_with(sign)) return name;
  return {};
}

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char byte = text[i];
    switch (byte) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\xD8':
      case '\xE2':
        if (const std::string_view name = direction_sign(text.substr(i)); !name.empty()) {
          out += name;
          i += byte == '\xE2' ? 2 : 1;
          break;
        }
        [[fallthrough]];
      default: {
        const auto code = static_cast<unsigned char>(byte);
        const bool is_control = (code < 0x20 && byte != '\n' && byte != '\t') || code == 0x7f;
        out += is_control ? ' ' : byte;
      }
    }
  }
}

std::string_view word_of(Outcome outcome) noexcept {
  constexpr std::array<std::string_view, 7> words{
      "目标", "指标", "任务", "上年实际值", "不是指标的数", "版面文字", "没有读懂的数"};
  return words[static_cast<std::size_t>(outcome)];
}

/// Of a number that is none, by the name of its TrapKind.
std::string_view word_of_trap(std::string_view kind) noexcept {
  constexpr std::array<std::string_view, 10> words{
      "名称",           "序数",           "日期",           "期限或频次", "等级",
      "单个事物的规模", "补助或收费标准", "条件，不是数量", "序号",       "对照的数列"};
  const auto known = find_enum<TrapKind>(kind);
  return known ? words[static_cast<std::size_t>(*known)] : kind;
}

/// Walks the text once: passages and doubts come in its order.
class TextWriter {
 public:
  TextWriter(std::string& out, const ReportReading& reading, const Plan& plan)
      : out_(out), reading_(reading), plan_(plan), is_placed_(plan.size()) {}

  /// Returns of every node, by its position, whether it has words on the page.
  std::vector<bool> write() {
    for (const Passage& passage : reading_.passages) {
      plain(passage.words.begin);
      open(passage);
      plain(passage.words.end);
      out_ += "</span>";
    }
    plain(reading_.text.size());
    while (doubt_ < reading_.review.size()) mark_doubt();  // of a text that says nothing
    return std::move(is_placed_);
  }

 private:
  /// The text up to a place, with the signs of the doubts that begin before it.
  void plain(std::size_t end) {
    end = std::min(end, reading_.text.size());
    while (doubt_ < reading_.review.size() && reading_.review[doubt_].words.begin < end) {
      const std::size_t begin = reading_.review[doubt_].words.begin;
      if (begin > at_) text_up_to(begin);
      mark_doubt();
    }
    text_up_to(end);
  }

  void mark_doubt() {
    const std::string number = std::to_string(doubt_ + 1);
    out_ += "<a class=\"doubt\" id=\"p" + number + "\" href=\"#r" + number + "\" title=\"";
    append_escaped(out_, reading_.review[doubt_].reason);
    out_ += "\">" + number + "?</a>";
    ++doubt_;
  }

  void text_up_to(std::size_t end) {
    if (end <= at_) return;
    append_escaped(out_, std::string_view(reading_.text).substr(at_, end - at_));
    at_ = end;
  }

  void open(const Passage& passage) {
    out_ += "<span class=\"";
    out_ += to_string(passage.outcome);
    out_ += "\" title=\"";
    out_ += word_of(passage.outcome);
    if (!passage.node.empty()) {
      out_ += ' ';
      append_escaped(out_, passage.node);
    }
    if (!passage.note.empty()) {
      out_ += "：";
      const bool is_trap = passage.outcome == Outcome::trap;
      append_escaped(out_, is_trap ? word_of_trap(passage.note) : passage.note);
    }
    place(passage);
    out_ += "\">";
  }

  /// The first words of a node are where the table of the plan leads to: those that promise, and
  /// only of what is watched those that tell.
  void place(const Passage& passage) {
    const auto node = passage.node.empty() ? std::nullopt : plan_.find_node(passage.node);
    if (!node || is_placed_[node->position()]) return;
    if (passage.outcome == Outcome::observation && node->target()) return;
    is_placed_[node->position()] = true;
    out_ += "\" id=\"w" + std::to_string(node->position() + 1);
  }

  std::string& out_;
  const ReportReading& reading_;
  const Plan& plan_;
  std::vector<bool> is_placed_;
  std::size_t at_ = 0;
  std::size_t doubt_ = 0;
};

void append_row(std::string& out, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  out += "<br>";
  out += name;
  out += "：";
  append_escaped(out, text);
}

void append_review(std::string& out, const std::vector<ReviewItem>& review) {
  out += "<h2>需要核对的地方（" + std::to_string(review.size()) + "）</h2>\n<ol>\n";
  for (std::size_t i = 0; i < review.size(); ++i) {
    const ReviewItem& item = review[i];
    const std::string number = std::to_string(i + 1);
    out += "<li id=\"r" + number + "\"><a href=\"#p" + number + "\">";
    append_escaped(out, item.reason.empty() ? std::string_view(item.code) : item.reason);
    out += "</a>";
    if (!item.node.empty()) {
      out += " <span class=\"node\">";
      append_escaped(out, item.node);
      out += "</span>";
    }
    append_row(out, "原文", item.text);
    append_row(out, "读作", item.taken);
    std::string others;
    for (const std::string& alternative : item.alternatives)
      others += (others.empty() ? "" : "；") + alternative;
    append_row(out, "也可能是", others);
    out += "</li>\n";
  }
  out += "</ol>\n";
}

void append_coverage(std::string& out, const DigitCoverage& coverage) {
  out += "<p class=\"coverage\">文中 " + std::to_string(coverage.digits) + " 个数字，" +
         detail::format_rounded(coverage.share() * 100, 1) + "% 有了去处：" +
         std::to_string(coverage.in_nodes) + " 个进入目标、指标和任务，" +
         std::to_string(coverage.in_observations) + " 个成为实际值，" +
         std::to_string(coverage.in_traps) + " 个不是指标。</p>\n";
}

void append_cell(std::string& out, std::string_view text, bool is_short) {
  out += is_short ? "<td class=\"short\">" : "<td>";
  append_escaped(out, text);
  out += "</td>";
}

/// Every node with how it was read. What hovering over its words shows is here for those who
/// cannot hover.
void append_plan(std::string& out, const Plan& plan, const std::vector<bool>& is_placed) {
  constexpr std::array<std::string_view, 3> kinds{"目标", "指标", "任务"};
  out += plan_head;
  for (const auto& [node, depth, is_repeated] : plan.outline()) {
    const std::optional<Target> target = node.target();
    const bool is_linked = is_placed[node.position()];
    const std::string place = std::to_string(node.position() + 1);
    out += "<tr><td class=\"short\">";
    if (is_linked) out += "<a href=\"#w" + place + "\">";
    out += "<code>";
    append_escaped(out, node.id());
    out += is_linked ? "</code></a></td>" : "</code></td>";
    out += "<td class=\"title\" style=\"--depth: " + std::to_string(depth) + "\">";
    append_escaped(out, node.title());
    out += "</td>";
    append_cell(out, kinds[static_cast<std::size_t>(node.kind())], true);
    append_cell(out, target ? describe(*target, Language::zh) : std::string(), true);
    append_cell(out, target ? label(target->measure(), Language::zh) : std::string_view(), true);
    append_cell(out, to_string(node.due()), true);
    append_cell(out, node.owner(), false);
    append_cell(out, node.note(), false);
    out += "</tr>\n";
  }
  out += plan_foot;
}

}  // namespace

std::string to_html(const ReportReading& reading) {
  const Plan plan = reading.plan();
  std::string out;
  out.reserve(reading.text.size() * 2 + reading.passages.size() * 64 + reading.review.size() * 400 +
              page_style.size() + 4096);
  out +=
      "<!DOCTYPE html>\n<html lang=\"zh\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>";
  const std::string_view title = plan.title().empty() ? plan.id() : plan.title();
  append_escaped(out, title);
  out += "</title>\n<style>";
  out += page_style;
  out += "</style>\n</head>\n<body>\n<header>\n<h1>";
  append_escaped(out, title);
  out += "</h1>\n";
  append_coverage(out, reading.coverage);
  out += "<p>" + std::to_string(plan.goals().size()) + " 个目标，" +
         std::to_string(plan.indicators().size()) + " 个指标，" +
         std::to_string(plan.tasks().size()) + " 个任务，" +
         std::to_string(reading.observations.size()) + " 个实际值</p>\n";
  out += page_legend;
  out += "</header>\n<main>\n<article>";
  const std::vector<bool> is_placed = TextWriter(out, reading, plan).write();
  out += "</article>\n<aside id=\"review\">\n";
  append_review(out, reading.review);
  out += "</aside>\n</main>\n";
  append_plan(out, plan, is_placed);
  out += "</body>\n</html>\n";
  return out;
}

}  // namespace jinjiang::reading
