// SPDX-License-Identifier: BSL-1.0

// The page and the table of what is to be checked.

#include "reading/reports.hpp"

namespace {

/// The text between tags.
std::string text_of(const std::string& html) {
  std::string text;
  bool is_tag = false;
  for (const char byte : html) {
    if (byte == '<') is_tag = true;
    if (!is_tag) text += byte;
    if (byte == '>') is_tag = false;
  }
  return text;
}

}  // namespace

TEST_CASE("the page holds the whole text and a place for every doubt") {
  const auto reading = jj::read_report(reports::small);
  const std::string page = jj::reading::to_html(reading);
  CHECK(holds(text_of(page), "养老床位300张"));
  for (std::size_t i = 1; i <= reading.review.size(); ++i) {
    const std::string number = std::to_string(i);
    CHECK(page.find("id=\"p" + number + "\"") != std::string::npos);
    CHECK(page.find("href=\"#p" + number + "\"") != std::string::npos);
  }
  CHECK(page.find("http") == std::string::npos);
  CHECK(page.find("<script") == std::string::npos);
}

TEST_CASE("a report that says nothing has a place for the doubt about its year") {
  const std::string page = jj::reading::to_html(jj::read_report(""));
  CHECK(holds(page, "href=\"#p1\""));
  CHECK(holds(page, "id=\"p1\""));
}

TEST_CASE("the page says in words what became of a passage") {
  const std::string page = jj::reading::to_html(jj::read_report(reports::small));
  for (const char* words : {"class=\"indicator\" title=\"指标 ", "class=\"task\" title=\"任务 ",
                            "class=\"observation\" title=\"上年实际值 t.1",
                            "class=\"trap\" title=\"不是指标的数：日期", "指标（实线）"}) {
    CHECK(holds(page, words));
  }
}

TEST_CASE("what a report says is escaped") {
  const std::string page =
      jj::reading::to_html(jj::read_report("<script>\"&\n一、推进<b>30个</b>项目\x01\n"));
  CHECK(page.find("<script>") == std::string::npos);
  CHECK(page.find("<b>") == std::string::npos);
  CHECK(page.find('\x01') == std::string::npos);
  CHECK(holds(page, "&lt;script&gt;&quot;&amp;"));
}

TEST_CASE("the review list as CSV names lines and escapes") {
  const auto reading = jj::read_report("2031年重点工作\n一、抓项目\n\n培育近200家“好”企业，=1+1。");
  const std::string csv = jj::reading::review_to_csv(reading);
  CHECK(csv.starts_with("line,begin,end,node,code,words,text,taken,alternatives,reason\n4,"));
  CHECK(holds(csv, ",approximate,200家,"));
}

TEST_CASE("the page lists every node with how it was read and a link to its words") {
  const auto reading = jj::read_report(reports::small);
  const jj::Plan plan = reading.plan();
  const std::string page = jj::reading::to_html(reading);
  std::size_t linked = 0;
  for (const jj::Node& node : plan.nodes()) {
    CHECK(holds(page, "<code>" + std::string(node.id()) + "</code>"));
    if (node.target()) {
      CHECK(holds(text_of(page), jj::describe(*node.target(), jj::Language::zh)));
    }
    const std::string place = "w" + std::to_string(node.position() + 1);
    const bool is_linked = holds(page, "href=\"#" + place + "\"");
    CHECK(is_linked == holds(page, "id=\"" + place + "\""));
    linked += is_linked ? 1 : 0;
  }
  // The target of t.1 is meant, not what is told of the year before above it.
  CHECK(holds(page, "title=\"指标 t.1：≈ 增速\" id=\"w2\""));
  CHECK(linked + 2 >= plan.size());  // 主要预期目标 and 上年成绩 may have no words of their own
}

TEST_CASE("the page is for phones, for dark rooms and for keyboards, and explains its signs") {
  const std::string page = jj::reading::to_html(jj::read_report(reports::small));
  for (const char* words :
       {"<meta name=\"viewport\" content=\"width=device-width", "prefers-color-scheme: dark",
        "color-scheme: light dark", "href=\"#review\"", "id=\"review\"", "href=\"#plan\"",
        "id=\"plan\"", "class=\"wide\" tabindex=\"0\"", "需要核对"}) {
    CHECK(holds(page, words));
  }
}

TEST_CASE("signs that turn the direction of text around are shown") {
  const std::string page = jj::reading::to_html(
      jj::read_report("2031年重点工作\n一、抓项目\n培育\u202E近\u2066200家企业\u200F。\n"));
  CHECK(page.find("\u202E") == std::string::npos);
  CHECK(page.find("\u2066") == std::string::npos);
  CHECK(page.find("\u200F") == std::string::npos);
  CHECK(holds(page, "⟨U+202E⟩"));
}
