// SPDX-License-Identifier: BSL-1.0

// Plans for Graphviz.

#include <jinjiang/io/graph_text.hpp>

#include "io/graph/words.hpp"

namespace jinjiang::io {

namespace {

/// In quotes, as an id: Graphviz takes nothing in it for a sign but the quote.
std::string quoted_id(std::string_view text) {
  std::string result = "\"";
  for (const char c : shown(text)) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + '"';
}

/// Of a label, in which Graphviz also replaces \N, \G and entities of HTML.
std::string escaped_label(std::string_view text) {
  std::string result;
  for (const char c : shown(text)) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
    if (c == '&') result += "amp;";
  }
  return result;
}

std::string_view look_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::goal:
      return "shape=folder, style=filled, fillcolor=\"#dbe7f5\"";
    case NodeKind::indicator:
      return "shape=box, style=\"rounded,filled\", fillcolor=\"#e4f1e1\"";
    case NodeKind::task:
      break;
  }
  return "shape=note, style=filled, fillcolor=\"#fbf0d5\"";
}

constexpr std::string_view defaults = R"(
  fontname="Noto Sans CJK SC,PingFang SC,Microsoft YaHei,sans-serif"
  rankdir=LR ordering=out nodesep=0.1 ranksep=0.5 labelloc=t fontsize=20
  node [fontname="Noto Sans CJK SC,PingFang SC,Microsoft YaHei,sans-serif" fontsize=11
    height=0.3 margin="0.12,0.05" color="#5f6b7a"]
  edge [fontname="Noto Sans CJK SC,PingFang SC,Microsoft YaHei,sans-serif" fontsize=9
    color="#7d8896" arrowsize=0.7]
)";

void append_edge(std::string& out, const Node& from, const Node& to, const std::string& look,
                 const std::string& words) {
  out += "  " + quoted_id(from.id()) + " -> " + quoted_id(to.id()) + " [" + look;
  if (!words.empty()) out += ", label=\"" + escaped_label(words) + "\"";
  out += "]\n";
}

}  // namespace

std::string write_dot(const Plan& plan, const GraphTextOptions& options) {
  const Picture picture(plan, options);
  std::string out = "digraph " + quoted_id(plan.id()) + " {";
  out += defaults;
  if (!plan.title().empty()) out += "  label=\"" + escaped_label(plan.title()) + "\"\n";
  for (const Node& node : picture.nodes) {
    out += "  " + quoted_id(node.id()) + " [kind=" + std::string(to_string(node.kind())) + ", " +
           std::string(look_of(node.kind())) + ", tooltip=\"" + escaped_label(node.id()) +
           "\", label=\"" + escaped_label(node.title()) + "\\n" +
           escaped_label(second_line(node, picture.language)) + "\"]\n";
  }
  for (const PartLink& link : picture.parts) {
    append_edge(out, link.parent, link.child, "kind=part, tailport=e, headport=w, arrowhead=none",
                words_of(link, picture.language));
  }
  // Parts give the picture its shape where there are any; dependencies are laid over it.
  const std::string look = picture.parts.empty()
                               ? "kind=dependency, style=dashed, dir=back"
                               : "kind=dependency, style=dashed, dir=back, constraint=false";
  for (const Dependency& link : picture.dependencies) {
    append_edge(out, link.successor, link.predecessor, look + ", color=\"#a23b2a\"",
                words_of(link, picture.language));
  }
  return out + "}\n";
}

}  // namespace jinjiang::io
