// SPDX-License-Identifier: BSL-1.0
#pragma once

// The page around a report that was read.

#include <string_view>

namespace jinjiang::reading {

/// What a word became is said by colour, by the line beneath it and in words.
inline constexpr std::string_view page_style = R"css(
:root {
  color-scheme: light dark;
  --ink: #222; --paper: #fdfcf9; --side: #f7f4ec; --rule: #d8d2c4; --faint: #666; --alarm: #b4231f;
  --goal: #e4e9f7; --indicator: #d9efdc; --task: #e0f0f4; --observation: #fbeccb;
  --trap: #ececec; --unread: #f9d8d6;
  --goal-line: #34508f; --indicator-line: #1d6b35; --task-line: #1b6a80;
  --observation-line: #8a5a00;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ink: #e6e3dc; --paper: #1b1b1a; --side: #242422; --rule: #4a4842; --faint: #a8a49a;
    --alarm: #ff8f88;
    --goal: #28335a; --indicator: #1d4428; --task: #173f4b; --observation: #4d3a10;
    --trap: #363636; --unread: #5c2523;
    --goal-line: #92aaf0; --indicator-line: #6ccf88; --task-line: #6cc3da;
    --observation-line: #e0b050;
  }
}
body {
  margin: 0; color: var(--ink); background: var(--paper);
  font: 16px/1.9 "Noto Serif CJK SC", "Source Han Serif SC", serif;
}
header { padding: 1rem 2rem; border-bottom: 1px solid var(--rule); font-family: sans-serif; }
h1 { margin: 0 0 .3rem; font-size: 1.3rem; }
main { display: grid; grid-template-columns: minmax(0, 1fr) 26rem; }
article { padding: 1.5rem 2rem; white-space: pre-wrap; overflow-wrap: anywhere; }
aside {
  padding: 1rem 1.5rem; font: 14px/1.6 sans-serif; box-sizing: border-box;
  border-left: 1px solid var(--rule); background: var(--side); overflow-wrap: anywhere;
  max-height: 100vh; overflow: auto; position: sticky; top: 0;
}
aside ol { padding-left: 2.2em; }
aside li { margin-bottom: .9rem; }
:target { outline: 2px solid var(--alarm); outline-offset: 2px; }
aside:target, section:target { outline: 0; }
.goal { background: var(--goal); border-bottom: 3px double var(--goal-line); }
.indicator { background: var(--indicator); border-bottom: 2px solid var(--indicator-line); }
.task { background: var(--task); border-bottom: 2px dashed var(--task-line); }
.observation { background: var(--observation); border-bottom: 2px dotted var(--observation-line); }
.trap { background: var(--trap); border-bottom: 1px solid var(--faint); }
.furniture { color: var(--faint); text-decoration: line-through; }
.unread { background: var(--unread); text-decoration: underline wavy var(--alarm); }
.legend span { margin-right: 1rem; padding: 0 .3rem; white-space: nowrap; }
.doubt {
  font: bold 12px sans-serif; color: var(--alarm); text-decoration: none; vertical-align: super;
}
.node { font-family: monospace; }
.coverage { font-size: 1.1rem; }
section { padding: 1rem 2rem; border-top: 1px solid var(--rule); font: 14px/1.6 sans-serif; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
th, td {
  padding: .2rem 1rem .2rem 0; text-align: left; vertical-align: top;
  border-bottom: 1px solid var(--rule);
}
td { min-width: 6rem; }
th, td.short { white-space: nowrap; min-width: 0; }
td.title { min-width: 9rem; padding-left: calc(var(--depth) * 1.2em); }
@media (max-width: 60rem) {
  main { display: block; }
  aside { position: static; max-height: none; border-left: 0; }
  header, article, aside, section { padding: 1rem; }
}
@media print { aside { position: static; max-height: none; } }
)css";

inline constexpr std::string_view page_legend =
    "<p class=\"legend\">"
    "<span class=\"goal\">目标（双线）</span>"
    "<span class=\"indicator\">指标（实线）</span>"
    "<span class=\"task\">任务（虚线）</span>"
    "<span class=\"observation\">上年实际值（点线）</span>"
    "<span class=\"trap\">不是指标的数（细线）</span>"
    "<span class=\"furniture\">版面文字（删除线）</span>"
    "<span class=\"unread\">没有读懂的数（波浪线）</span>"
    "<span>没有底色：未采用</span>"
    "<span><b class=\"doubt\">1?</b> 需要核对，链接到说明</span></p>\n"
    "<p><a href=\"#review\">需要核对的地方</a> · <a href=\"#plan\">计划草稿</a></p>\n";

inline constexpr std::string_view plan_head =
    "<section id=\"plan\">\n<h2>计划草稿</h2>\n"
    "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"计划草稿\">\n<table>\n"
    "<thead><tr><th>编号</th><th>事项</th><th>类别</th><th>目标值</th><th>计量</th>"
    "<th>到期</th><th>牵头</th><th>备注</th></tr></thead>\n<tbody>\n";
inline constexpr std::string_view plan_foot = "</tbody>\n</table>\n</div>\n</section>\n";

}  // namespace jinjiang::reading
