// SPDX-License-Identifier: BSL-1.0
#pragma once

// The page around a report that was read. {names} are filled in.

#include <string_view>

namespace jinjiang::reading {

/// What a word became is said by colour, by the line beneath it and in words.
inline constexpr std::string_view page_style = R"css(
:root { color-scheme: light; }
body {
  margin: 0; color: #222; background: #fdfcf9;
  font: 16px/1.9 "Noto Serif CJK SC", "Source Han Serif SC", serif;
}
header { padding: 1rem 2rem; border-bottom: 1px solid #d8d2c4; font-family: sans-serif; }
h1 { margin: 0 0 .3rem; font-size: 1.3rem; }
main { display: grid; grid-template-columns: minmax(0, 1fr) 26rem; }
article { padding: 1.5rem 2rem; white-space: pre-wrap; overflow-wrap: anywhere; }
aside {
  padding: 1rem 1.5rem; font: 14px/1.6 sans-serif; box-sizing: border-box;
  border-left: 1px solid #d8d2c4; background: #f7f4ec;
  max-height: 100vh; overflow: auto; position: sticky; top: 0;
}
aside ol { padding-left: 2.2em; }
aside li { margin-bottom: .9rem; }
li:target, a.doubt:target { outline: 2px solid #b4231f; outline-offset: 2px; }
.goal { background: #e4e9f7; border-bottom: 3px double #34508f; }
.indicator { background: #d9efdc; border-bottom: 2px solid #1d6b35; }
.task { background: #e0f0f4; border-bottom: 2px dashed #1b6a80; }
.observation { background: #fbeccb; border-bottom: 2px dotted #8a5a00; }
.trap { background: #ececec; border-bottom: 1px solid #777; color: #444; }
.furniture { color: #777; text-decoration: line-through; }
.unread { background: #f9d8d6; text-decoration: underline wavy #b4231f; }
.legend span { margin-right: 1rem; padding: 0 .3rem; white-space: nowrap; }
a.doubt {
  font: bold 12px sans-serif; color: #b4231f; text-decoration: none; vertical-align: super;
}
.node { font-family: monospace; }
.coverage { font-size: 1.1rem; }
@media (max-width: 60rem) {
  main { display: block; }
  aside { position: static; max-height: none; border-left: 0; }
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
    "<span>没有底色：未采用</span></p>\n";

}  // namespace jinjiang::reading
